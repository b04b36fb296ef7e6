// SPDX-License-Identifier: MPL-2.0
//
// Debian's Chromium on the pages of the stack in $STACK.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { login, root, stack } from '../integration/lib.mjs';

const need = createRequire(path.join(path.resolve(process.env.NODE_MODULES || path.join(root, 'node_modules')), 'x.js'));
const { chromium } = need('playwright-core');
const axe = fs.readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');

export const start = () => chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox',
	'--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
	'--disable-sync'] });

/* A window, in which that person is logged in; email NULL: nobody. */
export async function window_of(browser, email, role, options = {}) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'da-DK', ...options });
	if (email) {
		const session = await login(email, role);
		await context.addCookies([...session.cookies].map(([name, value]) => ({ name, value, url: stack.URL })));
	}
	const page = await context.newPage();
	page.setDefaultTimeout(15000);
	page.wrong = [];
	page.on('console', (m) => m.type() === 'error' && !/status of (400|403|404|409|422|503)/.test(m.text()) && page.wrong.push(m.text()));
	page.on('pageerror', (e) => page.wrong.push(String(e)));
	page.on('dialog', (d) => { page.wrong.push(`a dialog: ${d.message()}`); d.dismiss(); });
	/* The icon is asked for behind the page; the browser drops that when one goes on at once. */
	const dropped = (r) => r.failure()?.errorText === 'net::ERR_ABORTED' && new URL(r.url()).pathname === '/statisk/icon.svg';
	/* The reader of PDFs in a frame is Chromium's own, and brings its own parts. */
	const reader = (r) => /^chrome(-extension)?:/.test(r.url());
	/* So does a PDF in a frame whose reader has not taken all of it yet: noted, to be asked for without the browser. */
	page.cut = new Set();
	const cut = (r) => r.failure()?.errorText === 'net::ERR_ABORTED' && r.frame() !== page.mainFrame() && page.cut.add(r.url().slice(stack.URL.length));
	page.on('requestfailed', (r) => dropped(r) || reader(r) || cut(r) || page.wrong.push(`${r.url()}: ${r.failure()?.errorText}`));
	page.on('request', (r) => r.url().startsWith(stack.URL) || reader(r) || page.wrong.push(`asks another site: ${r.url()}`));
	return page;
}

export const go = async (page, at) => {
	const answer = await page.goto(stack.URL + at);
	return answer.status();
};

export const heading = (page) => page.locator('h1').innerText();

// --- the keyboard ---------------------------------------------------------------------------

/* What has the focus, as somebody who looks and listens would say. */
const focused = (page) => page.evaluate(() => {
	const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
	const label = e.labels?.[0]?.innerText ?? '';
	const seen = [e, e.labels?.[0]].filter(Boolean).map((x) => getComputedStyle(x));
	const after = e.labels?.[0] ? [getComputedStyle(e.labels[0], '::before'), getComputedStyle(e.labels[0], '::after')] : [];
	return { tag: e.tagName, id: e.id, name: e.name ?? '', value: e.value ?? '', href: e.getAttribute('href') ?? '',
		text: (e.innerText || label).trim(), shown: box.width > 0 && style.visibility !== 'hidden',
		outlined: [...seen, ...after].some((s) => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none') };
});

/* Presses Tab until what has the focus is the one meant; every stop on the way can be seen. */
export async function tab_to(page, is, what, most = 250) {
	for (let i = 0; i < most; i++) {
		await page.keyboard.press('Tab');
		const now = await focused(page);
		assert.ok(now.tag === 'BODY' || (now.shown && now.outlined), `the focus cannot be seen on ${JSON.stringify(now)}`);
		if (is(now))
			return now;
	}
	assert.fail(`Tab does not reach ${what}`);
}

/* Presses a key that leads to another page. */
export async function press(page, key = 'Enter') {
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press(key)]);
}

// --- what is wrong with a page ----------------------------------------------------------------

/* Wider than the window?  Answers by how much, and what sticks out. */
export const overflow = (page) => page.evaluate(() => {
	const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
	if (wide <= 0)
		return '';
	const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
	return `${wide} px too wide: ${out.slice(-1)[0]?.outerHTML.slice(0, 120)}`;
});

/* What axe finds, WCAG 2.2 AA. */
export async function findings(page) {
	await page.evaluate(axe);
	const report = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'],
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
	return report.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.split('\n')[1]?.trim()}`));
}
