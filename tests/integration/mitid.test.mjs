// SPDX-License-Identifier: MPL-2.0
//
// R-MIT-01 … 05: login by MitID, against a real provider of OpenID Connect (provider.mjs), and
// against one that lies.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { Browser, count, demo, one, person, quote, secret, somebody, sql, stack, until } from './lib.mjs';
import { NSIS, client, ec, opened, provider_start, rsa, secret_file, sign, switch_off, switch_on } from './provider.mjs';

const email = somebody('UL'), who = demo.people.find((p) => p.email === email);
let provider;

/* Goes to the provider as that person; where it leads back to, as a path of ours. */
async function there(browser, { cpr = who.cpr.replace('-', ''), loa = `${NSIS}Substantial`, til } = {}) {
	provider.who = { sub: crypto.randomUUID(), loa, 'dk.cpr': cpr };
	await browser.get('/adgang/log-ind' + (til ? `?til=${til}` : ''));
	const answer = await browser.submit('/adgang/mitid', {}, { stay: true });
	assert.equal(answer.status, 303, answer.brief);
	return (await provider.travel(answer.location)).slice(stack.URL.length);
}

/* All the way. */
async function log_in(options, browser = new Browser()) {
	const back = await there(browser, options);
	await browser.get(back);
	return { browser, page: browser.page, back };
}

const sessions = () => count(`session WHERE stage = 'FULL'`);
const is_in = async (browser) => (await browser.request('GET', '/adgang/profil')).status === 200;
const log_of = (n) => fs.readFileSync(path.join(stack.LOG, 'login.log'), 'utf8').slice(n);
const log_length = () => log_of(0).length;

/* What the token endpoint gives, with another ID token in it. */
function token_is(fn) {
	provider.change['/token'] = (json) => ({ ...json, id_token: fn(...opened(json.id_token)) });
}

async function refused(options, heading, word, status = 422) {
	const before = sessions(), from = log_length(), browser = new Browser();
	const { page, back } = await log_in(options, browser);
	assert.equal(page.status, status, page.brief);
	assert.equal(page.heading, heading, page.brief);
	assert.equal(sessions(), before, 'a session was made');
	assert.equal(await is_in(browser), false);
	assert.match(log_of(from), new RegExp(`login by MitID refused: ${word}, reference`));
	/* The page says what to do now, and the answer is spent. */
	assert.match(page.text, /Gå til forsiden|spørg dit videreuddannelsessekretariat/);
	provider.change = {};
	assert.equal((await browser.get(back)).heading, 'Login med MitID skal begyndes forfra');
	return page;
}

/* Refusals count with wrong passwords: others shall not suffer from ours. */
const forget = () => sql('DELETE FROM login_guess');
beforeEach(forget);
after(async () => {
	forget();
	await switch_off(provider);
});

// --- off, and on ----------------------------------------------------------------------------

test('R_MIT_05 as long as no provider is named there is no login by MitID', async () => {
	const browser = new Browser(), page = await browser.get('/adgang/log-ind');
	assert.doesNotMatch(page.text, /MitID/);
	assert.match(page.headers['content-security-policy'], /form-action 'self';/);
	const token = await browser.token('/adgang/log-ind');
	assert.equal((await browser.post('/adgang/mitid', { formular: token })).status, 404);
	assert.equal((await browser.request('GET', '/adgang/mitid/svar?code=x&state=y')).status, 404);
});

test('R_MIT_05 MitID logs the person in whose CPR number it is, and no code is asked for', async () => {
	provider = await provider_start();
	switch_on(provider);
	const { browser, page } = await log_in({});
	assert.equal(page.status, 200, page.brief);
	assert.equal((await browser.get('/adgang/profil')).text.includes(who.name), true);
	const id = one(`SELECT id FROM session WHERE person = ${person(email)} ORDER BY id DESC LIMIT 1`);
	assert.deepEqual(sql(`SELECT stage, assurance, held IS NOT NULL FROM session WHERE id = ${id}`), [['FULL', 'SUBSTANTIAL', '1']]);
	assert.deepEqual(sql(`SELECT action, person, detail FROM audit WHERE session = ${id}`), [['log in', String(person(email)), 'SUBSTANTIAL']]);
});

test('R_MIT_02 the level of assurance is kept with the session', async () => {
	const { page } = await log_in({ loa: `${NSIS}High` });
	assert.equal(page.status, 200, page.brief);
	assert.equal(one(`SELECT assurance FROM session WHERE person = ${person(email)} ORDER BY id DESC LIMIT 1`), 'HIGH');
});

test('the browser goes on to where it was on the way to', async () => {
	const { browser } = await log_in({ til: '/logbog/notater' });
	assert.equal(browser.page.at, '/logbog/notater', browser.page.brief);
	const { browser: other } = await log_in({ til: '//evil.example/x' });
	assert.notEqual(other.page.at, '//evil.example/x');
});

test('what goes out: code flow, PKCE, nonce, state, asked anew; no CPR number, no cookie of ours', async () => {
	const browser = new Browser();
	const page = await browser.get('/adgang/log-ind');
	assert.ok(page.headers['content-security-policy'].includes(`form-action 'self' ${provider.issuer};`), page.headers['content-security-policy']);
	const answer = await browser.submit('/adgang/mitid', {}, { stay: true }), sent = new URL(answer.location).searchParams;
	assert.ok(answer.location.startsWith(`${provider.issuer}/auth?`), answer.location);
	assert.equal(sent.get('response_type'), 'code');
	assert.equal(sent.get('client_id'), client.id);
	assert.equal(sent.get('redirect_uri'), client.back);
	assert.equal(sent.get('code_challenge_method'), 'S256');
	assert.equal(sent.get('prompt'), 'login');
	for (const name of ['state', 'nonce', 'code_challenge'])
		assert.match(sent.get(name), /^[A-Za-z0-9_-]{43}$/, name);
	const again = new URL((await browser.submit('/adgang/mitid', {}, { from: '/adgang/log-ind', stay: true })).location).searchParams;
	for (const name of ['state', 'nonce', 'code_challenge'])
		assert.notEqual(again.get(name), sent.get(name), name);
	for (const value of browser.cookies.values())
		assert.ok(!answer.location.includes(value));
	/* Other pages let no form out. */
	assert.match((await browser.get('/adgang/hjaelp')).headers['content-security-policy'], /form-action 'self';/);
	assert.equal(count(`mitid_login WHERE LENGTH(sealed) > 100`) > 0, true);
});

test('the form to MitID must be this browser\'s own', async () => {
	const browser = new Browser();
	await browser.get('/adgang/log-ind');
	assert.equal((await browser.post('/adgang/mitid', {})).status, 403);
	const token = await browser.token('/adgang/log-ind');
	assert.equal((await browser.post('/adgang/mitid', { formular: token }, { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })).status, 403);
});

// --- tokens that lie ------------------------------------------------------------------------

const now = () => Math.floor(Date.now() / 1000);
const forged = 'Svaret fra MitID kan ikke godtages', anew = 'Login med MitID skal begyndes forfra';
const own = (header, claims) => sign({ ...header, alg: 'RS256', kid: 'rsa' }, claims, provider.keys.rsa);

test('RS256, PS256 and ES256 are believed, each by its key', async () => {
	for (const [alg, kid, key] of [['RS256', 'rsa', 'rsa'], ['PS256', 'rsa', 'rsa'], ['ES256', 'ec', 'ec']]) {
		token_is((header, claims) => sign({ alg, kid }, claims, provider.keys[key]));
		const { page } = await log_in({});
		assert.equal(page.status, 200, `${alg}: ${page.brief}`);
	}
	provider.change = {};
});

const lies = [
	['a wrong signature', forged, 'SIGNATURE', (h, c) => sign({ alg: 'RS256', kid: 'rsa' }, c, rsa())],
	['another\'s signature, by ES256', forged, 'SIGNATURE', (h, c) => sign({ alg: 'ES256', kid: 'ec' }, c, ec())],
	['claims changed under the signature', forged, 'SIGNATURE', (h, c) => own(h, c).replace(/\.[^.]*\./, `.${Buffer.from(JSON.stringify({ ...c, loa: 'High' })).toString('base64url')}.`)],
	['alg none', forged, 'ALGORITHM', (h, c) => sign({ alg: 'none', kid: 'rsa' }, c)],
	['alg HS256 with the client\'s secret', forged, 'ALGORITHM', (h, c) => sign({ alg: 'HS256' }, c, client.secret)],
	['alg HS256 with the public key for a secret', forged, 'ALGORITHM',
		(h, c) => sign({ alg: 'HS256', kid: 'rsa' }, c, crypto.createPublicKey(provider.keys.rsa).export({ type: 'spki', format: 'pem' }))],
	['RS256 by the name of a key for ES256', forged, 'KEY', (h, c) => sign({ alg: 'RS256', kid: 'ec' }, c, provider.keys.rsa)],
	['a key that the provider does not have', forged, 'KEY', (h, c) => sign({ alg: 'RS256', kid: 'unknown' }, c, rsa())],
	['a key that the token brings along', forged, 'KEY', (h, c) => {
		const key = rsa();
		return sign({ alg: 'RS256', kid: 'mine', jwk: crypto.createPublicKey(key).export({ format: 'jwk' }) }, c, key);
	}],
	['a head that must be understood', forged, 'ALGORITHM', (h, c) => sign({ alg: 'RS256', kid: 'rsa', crit: ['exp'] }, c, provider.keys.rsa)],
	['no token', forged, 'SHAPE', () => 'a.b.c'],
	['another issuer', forged, 'ISSUER', (h, c) => own(h, { ...c, iss: 'https://evil.example' })],
	['a wrong audience', forged, 'AUDIENCE', (h, c) => own(h, { ...c, aud: 'somebody-else' })],
	['two audiences', forged, 'AUDIENCE', (h, c) => own(h, { ...c, aud: [client.id, 'somebody-else'] })],
	['another\'s azp', forged, 'AUDIENCE', (h, c) => own(h, { ...c, azp: 'somebody-else' })],
	['a wrong nonce', forged, 'NONCE', (h, c) => own(h, { ...c, nonce: 'x'.repeat(43) })],
	['no nonce', forged, 'NONCE', (h, c) => own(h, { ...c, nonce: undefined })],
	['an expired token', anew, 'EXPIRED', (h, c) => own(h, { ...c, exp: now() - 61 })],
	['a token of the future', forged, 'EARLY', (h, c) => own(h, { ...c, iat: now() + 120 })],
	['a login that was before this one', anew, 'STALE', (h, c) => own(h, { ...c, auth_time: now() - 3600 })],
	['no time of login', anew, 'STALE', (h, c) => own(h, { ...c, auth_time: undefined })],
	['too low a level', 'Dit MitID er ikke sikkert nok til logbogen', 'LEVEL', (h, c) => own(h, { ...c, loa: `${NSIS}Low` })],
	['a level that nobody knows', 'Dit MitID er ikke sikkert nok til logbogen', 'LEVEL', (h, c) => own(h, { ...c, loa: 'https://evil.example/High' })],
	['no level', 'Dit MitID er ikke sikkert nok til logbogen', 'LEVEL', (h, c) => own(h, { ...c, loa: undefined })],
	['no CPR number', 'MitID har ikke oplyst dit CPR-nummer', 'NO_CPR', (h, c) => own(h, { ...c, 'dk.cpr': undefined })],
];
for (const [name, heading, word, lie] of lies)
	test(`R_MIT_05 refused: ${name}`, async () => {
		token_is(lie);
		await refused({}, heading, word);
	});

test('R_MIT_02 where the level must be high, substantial will not do', async () => {
	switch_on(provider, { LOGBOOK_OIDC_LEVEL: 'high', LOGBOOK_OIDC_PARAMETERS: 'idp_values=mitid&ui=a%20b' });
	try {
		const browser = new Browser(), sent = new URL((await browser.submit('/adgang/mitid', {}, { from: '/adgang/log-ind', stay: true })).location).searchParams;
		assert.equal(sent.get('acr_values'), `${NSIS}High`);
		assert.deepEqual([sent.get('idp_values'), sent.get('ui')], ['mitid', 'a b'], 'what the broker wants besides');
		const page = await refused({}, 'Dit MitID er ikke sikkert nok til logbogen', 'LEVEL');
		assert.match(page.text, /sikringsniveau Høj\./);
		assert.equal((await log_in({ loa: `${NSIS}High` })).page.status, 200);
	} finally {
		switch_on(provider);
	}
});

// --- who it is -------------------------------------------------------------------------------

test('a CPR number that is no user\'s: whom to ask, and the number is not shown', async () => {
	const number = '0101010008';
	secret(number);
	const page = await refused({ cpr: number }, 'Du er ikke bruger af logbogen', 'no such person');
	assert.match(page.text, /spørg dit videreuddannelsessekretariat/);
	assert.ok(!page.html.includes('010101'));
});

test('who is no longer a person of the logbook does not come in', async () => {
	sql(`UPDATE person SET gone = 'WITHDRAWN' WHERE id = ${person(email)}`);
	try {
		await refused({}, 'Du er ikke bruger af logbogen', 'no such person');
	} finally {
		sql(`UPDATE person SET gone = NULL WHERE id = ${person(email)}`);
	}
});

test('who has no password comes in by MitID all the same, and is offered none to change', async () => {
	const id = person(email), [[password, role]] = sql(`SELECT password, role FROM credential WHERE person = ${id}`);
	sql(`DELETE FROM credential WHERE person = ${id}`);
	try {
		const { browser } = await log_in({}), page = await browser.get('/adgang/profil');
		assert.equal(page.status, 200, page.brief);
		assert.ok(page.text.includes(email));
		assert.equal(page.form('/adgang/profil/adgangskode'), undefined);
		const token = await browser.token();
		assert.equal((await browser.post('/adgang/profil/adgangskode', { formular: token, present: 'x' })).status, 404);
	} finally {
		sql(`INSERT INTO credential (person, password, role) VALUES (${id}, ${quote(password)}, ${role})`);
	}
});

// --- answers that are used again, or by others -------------------------------------------------

test('an answer is taken once', async () => {
	const { browser, back } = await log_in({});
	const before = sessions();
	assert.equal((await browser.get(back)).heading, anew, 'in the same browser, now logged in');
	const other = new Browser(), at = await there(other), copy = other.copy();
	await other.get(at);
	assert.equal(other.page.status, 200);
	assert.equal((await copy.get(at)).heading, anew, 'with the cookies of before');
	assert.equal(sessions(), before + 1);
});

test('an answer sent twice at once makes one session', async () => {
	const browser = new Browser(), back = await there(browser), before = sessions();
	const answers = await Promise.all([1, 2, 3].map(() => browser.copy().request('GET', back)));
	assert.deepEqual(answers.map((a) => a.status).sort(), [303, 422, 422]);
	assert.equal(sessions(), before + 1);
});

test('a code that was used is refused by the provider, under whatever state', async () => {
	const { back } = await log_in({}), used = new URL(back, stack.URL).searchParams.get('code');
	const browser = new Browser(), fresh = new URL(await there(browser), stack.URL);
	fresh.searchParams.set('code', used);
	const page = await browser.get(fresh.pathname + fresh.search);
	assert.equal(page.heading, anew, page.brief);
	assert.equal(await is_in(browser), false);
});

test('an answer belongs to the browser that was sent there, and to no other', async () => {
	const mine = new Browser(), back = await there(mine), victim = new Browser();
	await victim.get('/adgang/log-ind');
	assert.equal((await victim.get(back)).heading, anew);
	assert.equal((await new Browser().get(back)).heading, anew);
	assert.equal(await is_in(victim), false);
	/* It is not spent by that. */
	assert.equal((await mine.get(back)).status, 200);
});

test('a code for another login does not fit: PKCE and nonce hold them together', async () => {
	const a = new Browser(), b = new Browser();
	const [of_a, of_b] = [await there(a), await there(b)].map((at) => new URL(at, stack.URL));
	of_b.searchParams.set('code', of_a.searchParams.get('code'));
	assert.equal((await b.get(of_b.pathname + of_b.search)).status, 422);
	assert.equal(await is_in(b), false);
});

test('an answer after more than a quarter of an hour is too late', async () => {
	const browser = new Browser(), back = await there(browser);
	sql(`UPDATE mitid_login SET made = made - INTERVAL 16 MINUTE WHERE used IS NULL`);
	assert.equal((await browser.get(back)).heading, anew);
});

test('who sends made-up codes again and again must wait, as who guesses at passwords', async () => {
	const browser = new Browser(), at = new URL(await there(browser), stack.URL);
	at.searchParams.set('code', 'x'.repeat(43));
	assert.equal((await browser.get(at.pathname + at.search)).status, 422);
	const [[address]] = sql('SELECT HEX(address) FROM login_guess ORDER BY id DESC LIMIT 1');
	sql(`INSERT INTO login_guess (at, account, address) SELECT UTC_TIMESTAMP(), UNHEX(SHA2(seq, 256)), UNHEX('${address}') FROM seq_1_to_60`);
	const { page } = await log_in({}, browser);
	assert.equal(page.status, 429, page.brief);
	assert.match(page.heading, /^Vent til kl\. /);
	forget();
	assert.equal((await browser.get(page.at)).status, 200, 'the answer is good still');
});

test('another provider\'s name in the answer is refused, and an answer without state or code', async () => {
	const browser = new Browser(), at = new URL(await there(browser), stack.URL);
	at.searchParams.set('iss', 'https://evil.example');
	assert.equal((await browser.get(at.pathname + at.search)).heading, forged);
	assert.equal((await browser.get('/adgang/mitid/svar')).heading, anew);
	assert.equal((await browser.get('/adgang/mitid/svar?state=x&code=y')).heading, anew);
	const without = new URL(await there(browser), stack.URL);
	without.searchParams.delete('code');
	assert.equal((await browser.get(without.pathname + without.search)).heading, 'MitID kunne ikke logge dig ind');
});

test('who thinks better of it at MitID is told how to go on', async () => {
	provider.deny = true;
	try {
		const { page, browser } = await log_in({});
		assert.equal(page.heading, 'Login med MitID blev afbrudt', page.brief);
		assert.equal(await is_in(browser), false);
	} finally {
		provider.deny = false;
	}
});

test('who was logged in is logged out of that session', async () => {
	const { browser } = await log_in({}), before = browser.copy();
	await log_in({}, browser);
	assert.equal(await is_in(browser), true);
	assert.equal(await is_in(before), false);
});

test('a code of digits among letters is no CPR number, and one by itself is', async () => {
	const browser = new Browser();
	assert.equal((await browser.get(`/adgang/mitid/svar?state=y&code=${'ABCDEF0101901234ABCDEF0123456789ABCDEF'}-1`)).heading, anew);
	assert.equal((await browser.get('/adgang/mitid/svar?state=y&code=0101901234')).status, 400);
});

// --- the provider ----------------------------------------------------------------------------

test('a new key of the provider is asked for', async () => {
	const by_later = (h, c) => sign({ alg: 'RS256', kid: 'later' }, c, provider.keys.later);
	token_is(by_later);
	await refused({}, forged, 'KEY');
	provider.later = true;
	token_is(by_later);
	const { page } = await log_in({});
	assert.equal(page.status, 200, page.brief);
	provider.change = {};
});

test('a key that is too weak is not used', async () => {
	const weak = rsa(1024), { n, e } = weak.export({ format: 'jwk' });
	provider.change['/jwks'] = (json) => ({ keys: [...json.keys, { kty: 'RSA', kid: 'weak', use: 'sig', n, e }] });
	provider.change['/token'] = (json) => ({ ...json, id_token: sign({ alg: 'RS256', kid: 'weak' }, opened(json.id_token)[1], weak) });
	await refused({}, forged, 'KEY');
});

test('a provider that does not answer: later, or by password; the same answer goes through then', async () => {
	const browser = new Browser(), back = await there(browser);
	await provider.stop();
	try {
		const page = await browser.get(back);
		assert.equal(page.status, 503, page.brief);
		assert.equal(page.heading, 'MitID kan ikke nås lige nu');
		assert.match(page.text, /log ind med e-mail og adgangskode/);
		assert.ok(Number(page.headers['retry-after']) > 0);
		/* Nothing of it is known yet: it cannot begin either. */
		switch_on(provider);
		await browser.get('/adgang/log-ind');
		const start = await browser.submit('/adgang/mitid', {}, { stay: true });
		assert.equal(start.status, 503, start.brief);
	} finally {
		await provider.start();
	}
	/* Who has waited in vain does not ask again at once. */
	await until(async () => (await browser.get(back)).status === 200, 'MitID is asked again', 30);
	assert.equal(await is_in(browser), true);
});

/* What becomes of a login that begins at a provider that describes itself like that. */
async function begins(change) {
	provider.change['/.well-known/openid-configuration'] = change;
	switch_on(provider);
	try {
		const browser = new Browser();
		await browser.get('/adgang/log-ind');
		return await browser.submit('/adgang/mitid', {}, { stay: true });
	} finally {
		provider.change = {};
	}
}

test('a provider that calls itself otherwise, or leads elsewhere, is not followed', async () => {
	for (const change of [(d) => ({ ...d, issuer: 'https://evil.example' }), (d) => ({ ...d, authorization_endpoint: 'https://evil.example/auth' }),
		(d) => ({ ...d, authorization_endpoint: `${provider.issuer}.evil.example/auth` }), (d) => ({ ...d, authorization_endpoint: `${provider.issuer}/auth\r\nx: y` }),
		(d) => ({ ...d, token_endpoint: 'http://127.0.0.1/token' }), (d) => ({ ...d, jwks_uri: undefined })]) {
		const page = await begins(change);
		assert.equal(page.status, 422, page.brief);
		assert.equal(page.heading, forged);
		assert.equal(page.headers.x, undefined);
	}
	assert.equal((await begins((d, res) => { res.statusCode = 500; return {}; })).status, 503);
	assert.equal((await begins((d) => ({ ...d, filling: 'x'.repeat(300000) }))).status, 503);
	switch_on(provider);
});

test('a provider that nobody vouches for is not spoken to', async () => {
	switch_on(provider, { LOGBOOK_CA: '' });
	const browser = new Browser(), from = log_length();
	await browser.get('/adgang/log-ind');
	assert.equal((await browser.submit('/adgang/mitid', {}, { stay: true })).status, 503);
	assert.match(log_of(from), /mitid: UNREACHED: .*(certificate|SSL|peer)/i);
	switch_on(provider);
});

test('a wrong secret of the client: the log says so, the page that it will take a while', async () => {
	fs.writeFileSync(secret_file, 'wrong');
	try {
		const from = log_length(), { page } = await log_in({});
		assert.equal(page.status, 503, page.brief);
		assert.match(log_of(from), /mitid: UNREACHED: invalid_client/);
	} finally {
		fs.writeFileSync(secret_file, client.secret);
	}
});

test('R_GDP_04 no log holds a code, a state, a token or a number', () => {
	for (const file of fs.readdirSync(stack.LOG).filter((name) => name.endsWith('.log')))
		assert.doesNotMatch(fs.readFileSync(path.join(stack.LOG, file), 'utf8'), /code=|state=|eyJ[A-Za-z0-9]{10}/, file);
});
