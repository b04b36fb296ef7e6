// SPDX-License-Identifier: MPL-2.0
//
// What every request passes, with the shipped front server before it: forged and broken ones
// are refused, each with a page that says what to do, and nothing is stored.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Browser, count, demo, login, one, person, somebody, sql, stack, today } from './lib.mjs';

const policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; " +
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const always = {
	'content-security-policy': policy,
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'cache-control': 'no-store',
};

const nobody = new Browser();
let doctor, email, goal, ask, element;

/* A doctor with a goal of which nothing has been heard, and a department to ask. */
before(async () => {
	email = somebody('UL', `EXISTS (SELECT 1 FROM element e WHERE e.doctor = p.id AND ${today()} >= e.since AND ${today()} < e.until)
		AND EXISTS (SELECT 1 FROM course_curriculum k JOIN competency c ON c.curriculum = k.curriculum
			WHERE k.doctor = p.id AND NOT EXISTS (SELECT 1 FROM approval_now n WHERE n.doctor = p.id AND n.competency = c.id))`);
	goal = one(`SELECT MAX(c.id) FROM course_curriculum k JOIN competency c ON c.curriculum = k.curriculum
		WHERE k.doctor = ${person(email)}
		AND NOT EXISTS (SELECT 1 FROM approval_now n WHERE n.doctor = k.doctor AND n.competency = c.id)`);
	element = one(`SELECT id FROM element WHERE doctor = ${person(email)} AND ${today()} >= since AND ${today()} < until`);
	ask = `/logbog/kompetencer/${goal}/anmod`;
	doctor = await login(email, 'UL');
});

const asked = () => count(`approval WHERE doctor = ${person(email)} AND competency = ${goal}`);

/* Refused with that status and a page of ours in Danish; nothing was stored. */
function refused(page, status, heading) {
	assert.equal(page.status, status, page.brief);
	assert.match(page.headers['content-type'], /^text\/html; *charset=utf-8$/i);
	assert.match(page.html, /<html lang="da">/);
	if (heading)
		assert.equal(page.heading, heading);
	assert.equal(asked(), 0);
}

// --- forged forms ---------------------------------------------------------------------------

const forged = (fields, options) => doctor.copy().post(ask, { element, ...fields }, options);
const old = 'Formularen er forældet', foreign = 'Formularen kom ikke fra logbogen';

test('a POST without a token is refused', async () => {
	refused(await forged({}), 403, old);
});

test('a POST with a token of another browser is refused', async () => {
	refused(await forged({ formular: await new Browser().token('/adgang/log-ind') }), 403, old);
});

test('a POST with the token of another person is refused', async () => {
	const other = await login(somebody('VUS'), 'VUS');
	refused(await forged({ formular: await other.token() }), 403, old);
});

test('a POST with the token of the same person, from another session, is refused', async () => {
	const again = await login(email, 'UL', { anew: true });
	refused(await forged({ formular: await again.token() }), 403, old);
});

test('a token with one letter changed, cut off or lengthened is refused', async () => {
	const token = await doctor.token();
	for (const bad of [token.slice(0, -1), `${token}A`, token[9] === 'A' ? `${token.slice(0, 9)}B${token.slice(10)}`
		: `${token.slice(0, 9)}A${token.slice(10)}`, '', 'A'.repeat(token.length)])
		refused(await forged({ formular: bad }), 403, old);
});

test('a POST from another origin is refused, right token or not', async () => {
	const formular = await doctor.token();
	for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1', `${stack.URL}.evil.example`,
		stack.URL.replace('http:', 'https:'), 'http://127.0.0.1:1'])
		refused(await forged({ formular }, { headers: { origin } }), 403, foreign);
});

test('a POST that the browser calls cross-site or same-site is refused', async () => {
	const formular = await doctor.token();
	for (const site of ['cross-site', 'same-site', 'none'])
		refused(await forged({ formular }, { headers: { 'sec-fetch-site': site } }), 403, foreign);
});

test('a POST with no cookie at all is not the doctor', async () => {
	const page = await new Browser().post(ask, { element, formular: await doctor.token() });
	assert.ok([303, 403].includes(page.status));
	assert.equal(asked(), 0);
});

test('a token is another on each page, and both work', async () => {
	const first = await doctor.token(), second = await doctor.token();
	assert.notEqual(first, second);
	for (const formular of [first, second])
		assert.equal((await doctor.post('/logbog/kompetencer/1000000/fortryd', { formular })).status, 404);
});

// --- methods --------------------------------------------------------------------------------

test('GET of what takes a POST: 405, and what is allowed', async () => {
	const page = await doctor.request('GET', ask);
	refused(page, 405);
	assert.equal(page.headers.allow, 'POST');
});

test('POST of a page: 405, and what is allowed', async () => {
	const page = await doctor.post('/logbog/oversigt', {});
	refused(page, 405);
	assert.equal(page.headers.allow, 'GET, HEAD');
});

test('other methods: 405', async () => {
	for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND'])
		refused(await doctor.request(method, '/logbog/oversigt'), 405);
	/* The front server itself refuses this one. */
	assert.equal((await doctor.request('TRACE', '/logbog/oversigt')).status, 405);
});

test('HEAD answers as GET does, without the page', async () => {
	for (const at of ['/logbog/oversigt', '/adgang/log-ind', '/logbog/nowhere']) {
		const head = await doctor.request('HEAD', at), get = await doctor.request('GET', at);
		assert.equal(head.status, get.status);
		assert.equal(head.bytes.length, 0);
		assert.equal(head.headers['content-type'], get.headers['content-type']);
		if (head.headers['content-length'] !== undefined)
			assert.equal(head.headers['content-length'], get.headers['content-length']);
	}
});

// --- addresses ------------------------------------------------------------------------------

test('an unknown address is not found, under every program', async () => {
	for (const at of ['/nowhere', '/adgang/nowhere', '/logbog/nowhere', '/vejleder/nowhere', '/sekretariat/nowhere',
		'/udskrift/nowhere', '/logbog/oversigt/', '/logbog/kompetencer/1/2/3'])
		refused(await doctor.request('GET', at), 404, 'Siden findes ikke');
});

test('an id that is no number, or none of ours, is not found', async () => {
	for (const id of ['x', '0', '-1', '1x', '%201', '00000000001x', '42949672961', '99999999999999999999', '1.0', '1e1'])
		refused(await doctor.request('GET', `/logbog/kompetencer/${id}`), 404, 'Siden findes ikke');
});

test('bytes that are not UTF-8, and characters that no text holds, are refused', async () => {
	for (const at of ['/logbog/%ff', '/logbog/%c3%28', '/logbog/%ed%a0%80', '/logbog/oversigt?x=%ff', '/logbog/oversigt?x=%c3',
		'/logbog/oversigt?x=%01', '/logbog/oversigt?x=%zz', '/logbog/oversigt?x=%e2%80', '/logbog/%1b'])
		refused(await doctor.request('GET', at), 400);
	/* The front server itself refuses these; Apache calls it not found. */
	for (const at of ['/logbog/%00', '/logbog/oversigt%00.txt', '/logbog/%zz'])
		assert.ok([400, 404].includes((await doctor.request('GET', at)).status));
});

test('a form with bytes that are not UTF-8 is refused', async () => {
	const formular = await doctor.token();
	for (const words of ['%ff', '%00', '%c3%28', '%zz']) {
		const body = `formular=${formular}&element=${element}&words=${words}`;
		refused(await doctor.request('POST', ask, { body, headers: { origin: stack.URL,
			'content-type': 'application/x-www-form-urlencoded' } }), 400);
	}
});

test('a form of another kind than ours is refused', async () => {
	const formular = await doctor.token(), body = JSON.stringify({ formular, element });
	for (const type of ['application/json', 'text/plain', 'multipart/form-data', ''])
		refused(await doctor.request('POST', ask, { body, headers: { origin: stack.URL, 'content-type': type } }), 400);
});

test('an address that leaves its folder goes nowhere', async () => {
	for (const at of ['/logbog/../sekretariat/brugere', '/statisk/../../etc/passwd', '/statisk/%2e%2e/%2e%2e/etc/passwd',
		'/logbog/%2e%2e/sekretariat/brugere', '/logbog/..%2fsekretariat/brugere', '/statisk/..%2f..%2fetc/passwd', '//evil.example/'])
		assert.ok([301, 303, 400, 403, 404].includes((await doctor.request('GET', at)).status), at);
});

test('R_GDP_04 an address with a CPR number is refused', async () => {
	const [plain, bare] = [demo.people[0].cpr, demo.people[0].cpr.replace('-', '')];
	for (const number of [plain, bare, plain.replace('-', ' ').replace(' ', '%20')])
		for (const at of [`/logbog/oversigt?q=${number}`, `/logbog/oversigt?${number}=1`, `/sekretariat/brugere/${number}`])
			refused(await doctor.request('GET', at), 400);
});

test('an address that is too long is refused', async () => {
	for (const at of [`/logbog/${'a'.repeat(600)}`, `/logbog/oversigt?x=${'a'.repeat(5000)}`])
		refused(await doctor.request('GET', at), 414);
	/* No page of ours leads to a line as long as this: the front server itself refuses it. */
	assert.equal((await doctor.request('GET', `/logbog/${'a'.repeat(20000)}`)).status, 414);
});

// --- bodies ---------------------------------------------------------------------------------

test('a body that is too large is refused with a page that says so', async () => {
	const formular = await doctor.token();
	for (const [at, size] of [[ask, 300 * 1024], [ask, 5 << 20], ['/sekretariat/godkend-merit/1', 22 << 20]]) {
		const page = await doctor.post(at, { formular, words: 'x'.repeat(size) });
		refused(page, 413);
		assert.match(page.text, /20 MB|for stor/);
	}
});

test('a body that is nearly too large is read', async () => {
	const page = await doctor.post(ask, { formular: await doctor.token(), words: 'x'.repeat(250 * 1024) });
	assert.equal(page.status, 422, page.brief);
});

// --- answers --------------------------------------------------------------------------------

test('every answer has the headers that guard it', async () => {
	const formular = await doctor.token();
	const pages = [await nobody.request('GET', '/adgang/log-ind'), await new Browser().request('GET', '/'),
		await doctor.request('GET', '/logbog/oversigt'), await doctor.request('GET', '/nowhere'),
		await doctor.request('GET', '/vejleder/anmodninger'), await doctor.request('GET', '/logbog/%ff'),
		await doctor.post('/logbog/oversigt', {}), await doctor.post(ask, {}), await doctor.post(ask, { formular }),
		await doctor.request('GET', '/udskrift/kompetencer.pdf'), await doctor.request('GET', '/udskrift/kompetencer.xlsx'),
		await doctor.request('GET', '/udskrift/kompetencer.json')];
	assert.deepEqual(pages.map((p) => p.status), [200, 303, 200, 404, 403, 400, 405, 403, 422, 200, 200, 200]);
	for (const page of pages) {
		for (const [name, value] of Object.entries(always))
			assert.equal(page.headers[name], value, `${name} of ${page.brief}`);
		assert.ok(page.headers['permissions-policy'].includes('geolocation=()'));
		for (const name of ['x-powered-by', 'etag', 'last-modified'])
			assert.equal(page.headers[name], undefined);
		assert.doesNotMatch(page.headers.server ?? '', /\d/);
	}
});

test('the cookie is for this site, and no script can read it', async () => {
	const page = await new Browser().request('GET', '/adgang/log-ind');
	assert.equal(page.headers['set-cookie'].length, 1);
	assert.match(page.headers['set-cookie'][0], /^logbog=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('no page names anything of another site', async () => {
	for (const at of ['/logbog/oversigt', '/logbog/kompetencer', '/adgang/profil', '/adgang/hjaelp', `/logbog/kompetencer/${goal}`]) {
		const page = await doctor.request('GET', at);
		assert.equal(page.status, 200);
		assert.deepEqual([...page.html.matchAll(/\b(?:href|src|action)="([^"]*)"/g)].map((m) => m[1])
			.filter((a) => !/^(\/(?!\/)|#|tel:)/.test(a)), []);
		assert.doesNotMatch(page.html, /<script|<style|\sstyle=|\son[a-z]+=/);
	}
});

// --- what one does not reach ----------------------------------------------------------------

/* The page without what is new on each. */
const face = (page) => page.html.replace(/value="[A-Za-z0-9_-]{86}"/g, '').replace(/<strong>[^<]*<\/strong>/g, '')
	.replaceAll(page.at, '').replace(/\d+/g, '');

test('a doctor out of reach is not found, exactly as one that does not exist', async () => {
	const none = 999999999;
	for (const [role, at] of [['VEJLEDER', (id) => `/vejleder/laeger/${id}/kompetencer`],
		['UAO', (id) => `/udskrift/${id}/kompetencer.pdf`], ['VUS', (id) => `/sekretariat/brugere/${id}/kompetencer`],
		['VUS', (id) => `/sekretariat/godkend-merit/${id}`]]) {
		const who = somebody(role), asks = await login(who, role);
		const other = one(`SELECT MIN(k.doctor) FROM course_curriculum k WHERE NOT EXISTS (SELECT 1 FROM reach r
			WHERE r.viewer = ${person(who)} AND r.doctor = k.doctor)`);
		assert.ok(other, `${who} reaches everybody`);
		const looks = () => count(`look WHERE doctor = ${other} AND viewer = ${person(who)}`), before = looks();
		const there = await asks.request('GET', at(other)), nowhere = await asks.request('GET', at(none));
		assert.equal(there.status, 404, there.brief);
		assert.equal(nowhere.status, 404);
		assert.equal(face(there), face(nowhere));
		assert.equal(looks(), before);
	}
});

test('another doctor\'s competency, letter and request are not found', async () => {
	const letter = one(`SELECT letter FROM merit WHERE letter IS NOT NULL AND doctor <> ${person(email)} LIMIT 1`);
	const own = one(`SELECT c.id FROM competency c WHERE c.curriculum NOT IN (SELECT curriculum FROM course_curriculum WHERE doctor = ${person(email)}) LIMIT 1`);
	for (const at of [`/logbog/meritbrev/${letter}`, `/logbog/kompetencer/${own}`])
		refused(await doctor.request('GET', at), 404, 'Siden findes ikke');
	refused(await doctor.post(`/logbog/kompetencer/${own}/anmod`, { formular: await doctor.token(), element }), 404);
});

test('another doctor\'s employment cannot be asked', async () => {
	const other = one(`SELECT MIN(id) FROM element WHERE doctor <> ${person(email)} AND ${today()} >= since AND ${today()} < until`);
	const page = await doctor.post(ask, { formular: await doctor.token(), element: other });
	refused(page, 409);
});

test('a role that is not held cannot be taken', async () => {
	const other = one(`SELECT id FROM user_role WHERE role = 'VUS' AND person <> ${person(email)} LIMIT 1`);
	const before = await doctor.get('/adgang/profil');
	const page = await doctor.post('/adgang/profil', { formular: before.forms[0].fields[0][1], held: other });
	assert.equal(page.status, 409);
	assert.equal((await doctor.request('GET', '/sekretariat/brugere')).status, 403);
	assert.equal(sql(`SELECT 1 FROM session WHERE held = ${other} AND person = ${person(email)}`).length, 0);
});

