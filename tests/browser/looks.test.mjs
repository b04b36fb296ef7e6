// SPDX-License-Identifier: MPL-2.0
//
// T_182: every page of every role, at 320 and 1280 px, light and dark: axe finds nothing (WCAG
// 2.2 AA), nothing is wider than the window, and tidy has no word to say.  On paper there is
// nothing to press.  A name that is an attack is a name.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { ask, Browser, login, one, quote, somebody, sql, today, work_book } from '../integration/lib.mjs';
import { findings, go, overflow, start, window_of } from './lib.mjs';

const roles = ['UL', 'VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR', 'VUS', 'HKL', 'DKL', 'KURSUSUDBYDER', 'FORSKVEJLEDER', 'PROJEKTLEDER', 'PKL'];
const book = work_book();
let browser;

before(async () => {
	browser = await start();
});
after(() => browser?.close());

const viewer = (role) => {
	const reaches = `EXISTS (SELECT 1 FROM reach r WHERE r.held = h.id AND ${today()} >= r.since AND ${today()} < r.until)`;
	return one(`SELECT 1 FROM user_role h WHERE h.role = ${quote(role)} AND ${reaches} LIMIT 1`) ? somebody(role, reaches) : somebody(role);
};

// --- which pages ------------------------------------------------------------------------------

/* The pages that links lead to from the first one: one of each kind, numbers and queries apart. */
/* The address without its numbers. */
const kind = (at) => at.replace(/\d+/g, 'N').replace(/\?.*/, (q) => q.replace(/=[^&]*/g, ''));
async function pages_of(session, first) {
	const seen = new Map([[kind(first), first]]), queue = [first], found = [];
	while (queue.length > 0) {
		const at = queue.shift(), page = await session.get(at);
		if (!page.headers['content-type']?.startsWith('text/html'))
			continue;
		assert.equal(page.status, 200, `a link leads to ${page.brief}`);
		found.push({ at: page.at, html: page.html });
		for (const link of page.links.filter((a) => a.startsWith('/') && !/^\/(statisk|udskrift)\/|meritbrev|kursusbevis\/|\/fil$/.test(a)).map((a) => a.replace(/#.*/, '')))
			if (!seen.has(kind(link))) {
				seen.set(kind(link), link);
				queue.push(link);
			}
	}
	return found;
}

/* Its elements and classes, each once, whoever sees the page. */
const shape = (html) => [...new Set(html.match(/<[a-z][a-z0-9]*\b(?:[^>]*\sclass="[^"]*")?/g).map((tag) => tag.replace(/\s.*class=/s, ' ')))].sort().join() +
	kind(/<h1>/.test(html) ? [...html.matchAll(/<form[^>]*action="([^"]*)"/g)].map((m) => m[1]).join() : '');
const shapes = new Set();

/* What tidy says, but for what HTML5 has and it does not know. */
function untidy(html) {
	const said = spawnSync('tidy', ['-q', '-e', '-utf8', '--drop-empty-elements', 'no', '--warn-proprietary-attributes', 'no'], { input: html, encoding: 'utf8' });
	return said.stderr.split('\n').filter((line) => line !== '');
}

/* At 320 px in light and 1280 px in dark, both at once: what is wrong. */
async function looks_wrong(light, dark, show) {
	const look = async (page, width) => {
		await page.setViewportSize({ width, height: 800 });
		await show(page);
		const wrong = [await overflow(page), ...await findings(page)];
		await page.setViewportSize({ width: 640, height: 800 });
		return [...wrong, await overflow(page)].map((w) => w && `${width} px: ${w}`);
	};
	return (await Promise.all([look(light, 320), look(dark, 1280)])).flat().filter(Boolean);
}

/* Of what the browser left half read in a frame: what is no PDF to be shown there. */
async function not_to_be_framed(session, places) {
	const wrong = [];
	for (const at of places) {
		const { status, headers } = await session.get(at);
		if (status !== 200 || headers['content-type'] !== 'application/pdf' || /^attachment/.test(headers['content-disposition']))
			wrong.push(`${at} in a frame: ${status} ${headers['content-type']} ${headers['content-disposition']}`);
	}
	return wrong;
}

async function two_windows(email, role) {
	return [await window_of(browser, email, role, { colorScheme: 'light' }), await window_of(browser, email, role, { colorScheme: 'dark' })];
}

for (const role of [null, ...roles])
	test(`T_182 R_WCAG_01 the pages of ${role ?? 'somebody who is not logged in'}`, async () => {
		const email = role && viewer(role), session = role ? await login(email, role) : new Browser();
		const pages = await pages_of(session, role ? '/' : '/adgang/log-ind');
		const [light, dark] = await two_windows(email, role), wrong = [];
		for (const { at, html } of pages) {
			wrong.push(...untidy(html).map((w) => `${at}: ${w}`));
			/* Of the same shape as one looked at before: not opened again. */
			if (shapes.has(shape(html)))
				continue;
			shapes.add(shape(html));
			wrong.push(...(await looks_wrong(light, dark, (page) => go(page, at))).map((w) => `${at}: ${w}`));
		}
		wrong.push(...light.wrong, ...dark.wrong, ...await not_to_be_framed(session, new Set([...light.cut, ...dark.cut])));
		await light.context().close();
		await dark.context().close();
		assert.ok(pages.length >= 2, 'there are pages');
		assert.deepEqual([...new Set(wrong)], []);
	});

test('T_182 R_WCAG_03 pages that refuse, and forms that come back with what is wrong', async () => {
	const wrong = [];
	const look = async (email, role, shows) => {
		const [light, dark] = await two_windows(email, role);
		for (const [name, show] of shows) {
			wrong.push(...(await looks_wrong(light, dark, show)).map((w) => `${name}: ${w}`));
			wrong.push(...untidy(await light.content()).filter((w) => !/<!DOCTYPE>/.test(w)).map((w) => `${name}: ${w}`));
		}
		wrong.push(...light.wrong, ...dark.wrong);
		await light.context().close();
		await dark.context().close();
	};
	const press = (at, button) => async (page) => {
		await go(page, at);
		await page.locator('input').evaluateAll((all) => all.forEach((e) => e.removeAttribute('required')));
		await Promise.all([page.waitForNavigation(), page.locator('button', { hasText: button }).click()]);
	};
	const vus = somebody('VUS', `h.region = (SELECT MAX(t.region) FROM training_course t WHERE t.doctor = ${book.id})
		AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.role = 'UL')`);
	const id = await ask(await login(book.doctor, 'UL'), book, book.goals.at(-1));
	await look(null, null, [['login, nothing typed', press('/adgang/log-ind', 'Log ind')]]);
	await look(book.doctor, 'UL', [['404', (page) => go(page, '/logbog/kompetencer/999999')], ['403', (page) => go(page, '/vejleder/anmodninger')],
		['400', (page) => go(page, '/logbog/oversigt?x=%ff')], ['profile, wrong', press('/adgang/profil', 'Skift adgangskode')]]);
	await look(book.approver, book.role, [['no reason', press(`/vejleder/anmodninger/${id}`, 'Send tilbage')],
		['nothing ticked', press('/vejleder/anmodninger', 'Godkend de valgte')]]);
	await look(vus, 'VUS', [['merit, empty', press(`/sekretariat/godkend-merit/${book.id}`, /^Godkend merit$/)]]);
	assert.deepEqual([...new Set(wrong)], []);
});

// --- paper ------------------------------------------------------------------------------------

test('on paper there is nothing to press, and it is black on white', async () => {
	const page = await window_of(browser, book.doctor, 'UL', { colorScheme: 'dark' });
	for (const at of ['/logbog/kompetencer', `/logbog/kompetencer/${book.goals[0].id}`, '/logbog/notater']) {
		await go(page, at);
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		await page.setViewportSize({ width: 720, height: 1000 });
		const shown = await page.evaluate(() => ({
			controls: [...document.querySelectorAll('nav, button, .button, .skipnav, .no-print')]
				.filter((e) => e.getBoundingClientRect().height > 0 && getComputedStyle(e).visibility !== 'hidden').map((e) => e.outerHTML.slice(0, 80)),
			ink: getComputedStyle(document.body).color, paper: getComputedStyle(document.body).backgroundColor,
		}));
		assert.deepEqual(shown.controls, [], at);
		const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, x) => sum + Number(x), 0);
		assert.ok(light(shown.ink) < 200, `ink is ${shown.ink}`);
		assert.ok(/, 0\)$/.test(shown.paper) || light(shown.paper) > 700, `paper is ${shown.paper}`);
		assert.equal(await overflow(page), '', at);
		await page.emulateMedia({ media: 'screen' });
	}
	assert.deepEqual(page.wrong, []);
	await page.context().close();
});

// --- names that are attacks ---------------------------------------------------------------------

test('a name of 200 characters with markup, quotes and a turn of direction is a name', async () => {
	const start_of = 'Åse "Ærø" O\'Brøndsted <script>window.hacked = 1</script><img src=x onerror="window.hacked=2">\u202Egnul\u202E ';
	const name = start_of + 'Ø'.repeat(200 - [...start_of].length), old = one(`SELECT name FROM person WHERE id = ${book.id}`);
	const vus = somebody('VUS', `h.region = (SELECT MAX(t.region) FROM training_course t WHERE t.doctor = ${book.id})
		AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.role = 'UL')`);
	const wrong = [];
	sql(`UPDATE person SET name = ${quote(name)} WHERE id = ${book.id}`);
	try {
		const id = await ask(await login(book.doctor, 'UL'), book, book.goals.at(-2));
		for (const [email, role, places] of [[book.doctor, 'UL', ['/logbog/oversigt', '/adgang/profil']],
			[book.approver, book.role, ['/vejleder/anmodninger', '/vejleder/laeger', '/adgang/beskeder', `/vejleder/anmodninger/${id}`, `/vejleder/laeger/${book.id}/kompetencer`]],
			[vus, 'VUS', [`/sekretariat/brugere/${book.id}`, `/sekretariat/godkend-merit/${book.id}`]]]) {
			const page = await window_of(browser, email, role, { viewport: { width: 320, height: 800 } });
			for (const at of places) {
				assert.equal(await go(page, at), 200, at);
				/* What would turn the direction of what follows is shown as a character that cannot. */
				const text = await page.evaluate(() => document.body.textContent);
				assert.ok(text.includes(name.replace(/\u202E/g, '\uFFFD')), `${at} shows it`);
				assert.doesNotMatch(text, /[\u202A-\u202E\u2066-\u2069]/);
				assert.equal(await page.evaluate(() => window.hacked), undefined);
				assert.equal(await page.locator('script, img[src=x]').count(), 0);
				wrong.push(await overflow(page).then((w) => w && `${at}: ${w}`));
				wrong.push(...page.wrong);
			}
			await page.context().close();
		}
		const print = await (await login(book.doctor, 'UL')).get('/udskrift/kompetencer.json');
		assert.equal(print.status, 200, print.brief);
		assert.ok(JSON.stringify(print.json).includes('window.hacked = 1'));
		const pdf = await (await login(vus, 'VUS')).get(`/udskrift/${book.id}/kompetencer.pdf`);
		assert.equal(pdf.headers['content-type'], 'application/pdf');
		assert.doesNotMatch(pdf.headers['content-disposition'], /[<>\r\n]|\u202E/);
	} finally {
		sql(`UPDATE person SET name = ${quote(old)} WHERE id = ${book.id}`);
	}
	assert.deepEqual([...new Set(wrong.filter(Boolean))], []);
});
