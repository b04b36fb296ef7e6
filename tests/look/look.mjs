// SPDX-License-Identifier: MPL-2.0
//
// node tests/look/look.mjs STATIC [PICTURES]: opens every mock-up and every error page of the
// front server in a browser, at 320 and 1280 px, light and dark, under the content policy of
// the site, and says what is wrong:
//   - anything axe finds (WCAG 2.2 AA), anything asked for that is not there;
//   - a page wider than the window, at other widths too;
//   - a button, field or menu link smaller than 44 px;
//   - the list of 100 competencies larger than 40 kB, or 8 kB packed.
// STATIC is what cgi/static/build made.  With PICTURES, a folder, it keeps a picture of each.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const [built, pictures] = process.argv.slice(2);
if (!built) {
	console.error('usage: look.mjs STATIC [PICTURES]');
	process.exit(2);
}
const modules = process.env.NODE_MODULES || path.join(here, '../../node_modules');
const need = createRequire(path.join(path.resolve(modules), 'x.js'));
const { chromium } = need('playwright-core');
const axe = fs.readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');

const site = 'http://logbog.test';
const policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; " +
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const kinds = { '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
	'.html': 'text/html; charset=utf-8' };
const style = fs.readFileSync(path.join(built, 'style.name'), 'utf8').trim();
const wrong = [];

/* The file behind an address of the site, or null. */
function file_of(address) {
	const where = new URL(address).pathname;
	let file = path.join(here, where);
	if (where === '/statisk/logbog.css')
		file = path.join(built, style);
	else if (where.startsWith('/statisk/'))
		file = path.join(built, where.slice('/statisk/'.length));
	return fs.existsSync(file) ? file : null;
}

async function answer(route) {
	const file = file_of(route.request().url());
	if (!file) {
		wrong.push(`not there: ${route.request().url()}`);
		return route.fulfill({ status: 404 });
	}
	return route.fulfill({ body: fs.readFileSync(file), headers: {
		'content-type': kinds[path.extname(file)], 'content-security-policy': policy } });
}

/* Runs in the page: what is too wide, what is too small. */
function measure() {
	const found = [];
	const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
	if (wide > 0)
		found.push(`${wide} px too wide`);
	const touch = 'button, select, summary, .button, input:not([type=hidden]):not([type=checkbox])' +
		':not([type=radio]), textarea, .nav a, .filters a, .scale label, .form-checkbox + label, .form-radio + label';
	for (const e of document.querySelectorAll(touch)) {
		const box = e.getBoundingClientRect();
		if (box.height > 0 && (box.height < 43.9 || box.width < 43.9))
			found.push(`${Math.round(box.width)}×${Math.round(box.height)} px: ${e.outerHTML.slice(0, 80)}`);
	}
	return found;
}

async function look_at(page, address, name) {
	await page.goto(site + address);
	for (const what of await page.evaluate(measure))
		wrong.push(`${name}: ${what}`);
	/* A bar that stays at the lower edge covers nothing when the page is at its end. */
	await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
	await page.evaluate(axe);
	const report = await page.evaluate(() => globalThis.axe.run(document, { runOnly:
		['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
	for (const v of report.violations)
		for (const node of v.nodes)
			wrong.push(`${name}: ${v.id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n')[1] || ''}`);
	for (const width of [360, 600, 768, 1024, 1600]) {
		const before = page.viewportSize();
		await page.setViewportSize({ width, height: 720 });
		for (const what of (await page.evaluate(measure)).filter((w) => w.endsWith('wide')))
			wrong.push(`${name} at ${width}: ${what}`);
		await page.setViewportSize(before);
	}
	if (pictures)
		await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}

const pages = fs.readdirSync(here).filter((f) => f.endsWith('.html')).map((f) => `/${f}`)
	.concat(fs.readdirSync(path.join(built, 'fejl')).map((f) => `/statisk/fejl/${f}`));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox',
	'--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync'] });
for (const width of [320, 1280])
	for (const colorScheme of ['light', 'dark']) {
		const context = await browser.newContext({ viewport: { width, height: 720 }, colorScheme,
			bypassCSP: false });
		await context.route('**/*', answer);
		const page = await context.newPage();
		page.on('console', (m) => m.type() === 'error' && wrong.push(`${page.url()}: ${m.text()}`));
		for (const address of pages)
			await look_at(page, address, `${path.basename(address, '.html')}-${width}-${colorScheme}`);
		await context.close();
	}
await browser.close();

const list = fs.readFileSync(path.join(here, 'kompetencer.html'));
const packed = zlib.gzipSync(list, { level: 6 }).length;
if (list.length > 40000 || packed > 8000)
	wrong.push(`kompetencer.html: ${list.length} bytes, ${packed} packed`);

for (const w of new Set(wrong))
	console.log(w);
console.log(`${pages.length} pages looked at four ways, ${wrong.length} findings; ` +
	`100 competencies: ${list.length} bytes, ${packed} packed`);
process.exit(wrong.length ? 1 : 0);
