// SPDX-License-Identifier: MPL-2.0
//
// Getting in and out: password, code, brake, session, role in use.  The browser here follows no
// redirect, so that each step can be looked at, and the people are new in each test.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { before, beforeEach, test } from 'node:test';
import { control, one, secret, sql, stack } from './lib.mjs';

/* A browser: its cookies, and the last page that it was shown. */
class Browser {
	cookies = new Map();
	status = 0;
	page = '';
	at = '/';

	async ask(address, options = {}) {
		const answer = await fetch(stack.URL + address, { redirect: 'manual', ...options,
			headers: { cookie: [...this.cookies].map(c => c.join('=')).join('; '), ...options.headers } });
		/* Node 18 of Debian has no getSetCookie yet; no cookie of ours holds a comma. */
		for (const set of (answer.headers.get('set-cookie') ?? '').split(', ').filter(Boolean)) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
			if (/Max-Age=0/.test(set))
				this.cookies.delete(name);
			else
				this.cookies.set(name, value);
			secret(value);
		}
		this.status = answer.status;
		this.headers = answer.headers;
		this.location = answer.headers.get('location') ?? '';
		this.page = await answer.text();
		return this;
	}

	get(address) {
		return this.ask(address);
	}

	/* Sends the form whose action that is, of the page last shown, with those fields on top. */
	post(action, fields = {}, formular = this.field(action, 'formular')) {
		assert.notEqual(formular, undefined, `the page has no form for ${action}`);
		const til = this.field(action, 'til');
		const body = new URLSearchParams({ ...(til === undefined ? {} : { til }),
			formular, ...fields });
		return this.ask(action, { method: 'POST', body });
	}

	field(action, name) {
		const form = this.page.split('<form ').find(f => f.includes(`action="${action}"`)) ?? '';
		return new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1];
	}

	get code() {
		return /id="demo-code">(\d{6})</.exec(this.page)?.[1];
	}

	get heading() {
		return /<h1>(.*?)<\/h1>/.exec(this.page)?.[1];
	}

	get menu() {
		return [.../<nav.*<\/nav>/s.exec(this.page)?.[0].matchAll(/<li><a href="([^"]*)"/g) ?? []].map(m => m[1]);
	}

	copy() {
		return Object.assign(new Browser(), this, { cookies: new Map(this.cookies) });
	}
}

async function password(email, word, til = '') {
	const b = new Browser();
	await b.get('/adgang/log-ind' + til);
	return b.post('/adgang/log-ind', { email, password: word });
}

/* As far as the page that asks for the code. */
async function half_way(email, til = '') {
	const b = await password(email, right, til);
	assert.equal(b.status, 303);
	return b.get(b.location);
}

async function log_in(email, til = '') {
	const b = await half_way(email, til);
	return b.post('/adgang/kode', { code: b.code });
}

/* A request over TLS, as the front server would hand it to the program: status, headers, page. */
function over_tls(method, address, cookie, fields = {}) {
	const body = Buffer.from(new URLSearchParams(fields).toString());
	const record = (type, content) => Buffer.concat([Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 255, 0, 0]), content]);
	const params = Object.entries({ REQUEST_METHOD: method, REQUEST_URI: address, QUERY_STRING: '', REMOTE_ADDR: '192.0.2.7',
		HTTPS: 'on', HTTP_HOST: 'logbog.test', HTTP_COOKIE: cookie, CONTENT_TYPE: 'application/x-www-form-urlencoded',
		CONTENT_LENGTH: String(body.length) });
	const socket = net.connect(path.join(stack.DIR, 'run/login.sock'));
	socket.write(Buffer.concat([record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])),
		...params.map(([name, value]) => record(4, Buffer.concat([Buffer.from([name.length, value.length]), Buffer.from(name + value)]))),
		record(4, Buffer.alloc(0)), ...(body.length ? [record(5, body)] : []), record(5, Buffer.alloc(0))]));
	return new Promise((resolve, reject) => {
		const parts = [];
		socket.on('data', part => parts.push(part)).on('error', reject).on('end', () => {
			const all = Buffer.concat(parts), out = [];
			for (let i = 0; i + 8 <= all.length; ) {
				const n = all.readUInt16BE(i + 4);
				if (all[i + 1] === 6)
					out.push(all.subarray(i + 8, i + 8 + n));
				i += 8 + n + all[i + 6];
			}
			const [, head, page] = /^(.*?)\r\n\r\n(.*)$/s.exec(Buffer.concat(out).toString());
			resolve({ head, page, status: Number(/^Status: (\d+)/m.exec(head)?.[1]) });
		});
	});
}

// --- who there is -------------------------------------------------------------------------------

const right = 'en lang adgangskode';
const stored = '$argon2id$v=19$m=19456,t=2,p=1$OQKf339stv8nFzSl9pIxGA$rDncI2EuTUqjbHuGKvHrHnd++Azu8t++fJBlyoHZ1wQ';
const run = Math.random().toString(36).slice(2, 10);
const cpr = '0101904321';
let people = 0, region, unit;
secret(right, cpr);

/* A new person who can log in, with roles of today unless `days` says otherwise. */
function person(...roles) {
	const name = `${run}-${++people}`, email = `anna.${name}@example.dk`;
	sql(`INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed)
	     VALUES ('Prøveperson ${name}', '${email}', '+4520304042', '1990-01-01', 'REAL', UNHEX(SHA2('${name}', 256)), 'x')`);
	const id = one(`SELECT id FROM person WHERE email = '${email}'`);
	sql(`INSERT INTO credential (person, password) VALUES (${id}, '${stored}')`);
	const held = roles.map(role => give(id, role));
	return { id, email, held };
}

function give(id, role, days = "'2020-01-01', '9999-12-31'") {
	return one(`INSERT INTO user_role (person, role, org_unit, region, since, until)
		VALUES (${id}, '${role}', ${role === 'UL' || role === 'VUS' ? 'NULL' : unit}, ${role === 'VUS' ? region : 'NULL'}, ${days});
		SELECT LAST_INSERT_ID()`);
}

/* Every line that the programs and the front server have logged since the tests began. */
const logs = () => fs.readdirSync(stack.LOG).filter(f => f.endsWith('.log') && !f.startsWith('mariadb'))
	.map(f => fs.readFileSync(path.join(stack.LOG, f), 'utf8')).join('');

before(() => {
	sql(`INSERT INTO training_region (code, name) VALUES ('${run}', 'Region ${run}')`);
	region = one(`SELECT id FROM training_region WHERE code = '${run}'`);
	sql(`INSERT INTO org_unit (code, kind, name, place, region)
	     VALUES ('${run}', 'AFDELING', 'Afdelingen', 'Medicinsk Afdeling ${run}', ${region})`);
	unit = one(`SELECT id FROM org_unit WHERE code = '${run}'`);
});

beforeEach(() => sql('DELETE FROM login_guess'));

// --- the way in ---------------------------------------------------------------------------------

test('password and code let in, each with a token that was not there before', async () => {
	const who = person('UL');
	const b = new Browser(), tokens = [];
	await b.get('/adgang/log-ind');
	tokens.push(b.cookies.get('logbog'));
	await b.post('/adgang/log-ind', { email: who.email, password: right });
	assert.equal(b.status, 303);
	assert.equal(b.location, '/adgang/kode');
	tokens.push(b.cookies.get('logbog'));
	await b.get('/adgang/kode');
	assert.match(b.page, /ender på 42/);
	await b.post('/adgang/kode', { code: b.code });
	assert.equal(b.location, '/logbog/oversigt');
	tokens.push(b.cookies.get('logbog'));
	assert.equal(new Set(tokens).size, 3);
	for (const token of tokens.slice(0, 2)) {
		const old = new Browser();
		old.cookies.set('logbog', token);
		await old.get('/adgang/profil');
		assert.equal(old.location, '/adgang/log-ind?til=%2Fadgang%2Fprofil');
	}
	assert.equal((await b.get('/adgang/profil')).heading, 'Profil');
	assert.deepEqual(sql(`SELECT action, role, held FROM audit WHERE person = ${who.id}`), [['log in', 'UL', who.held[0]]]);
});

test('the e-mail may be typed in capitals and with spaces around it', async () => {
	const who = person('UL');
	assert.equal((await password(`  ${who.email.toUpperCase()} `, right)).location, '/adgang/kode');
});

test('between password and code nothing but the code is to be had', async () => {
	const b = await half_way(person('UL').email);
	for (const address of ['/', '/adgang/profil', '/adgang/fortsaet'])
		assert.equal((await b.get(address)).location, '/adgang/kode');
});

test('an account that does not exist cannot be told from a wrong password', async () => {
	const who = person('UL');
	const plain = b => b.page.replace(/name="formular" value="[^"]*"/, '').replaceAll(/value="[^"]*@[^"]*"/g, '');
	const answers = { [who.email]: [], [`ingen.${run}@example.dk`]: [] }, last = {};
	for (let i = 0; i < 9; i++)
		for (const [email, taken] of Object.entries(answers)) {
			const b = await new Browser().get('/adgang/log-ind'), from = performance.now();
			last[email] = await b.post('/adgang/log-ind', { email, password: 'noget helt andet' });
			taken.push(performance.now() - from);
		}
	const [known, unknown] = Object.values(last);
	const [slow, quick] = Object.values(answers).map(taken => taken.sort((x, y) => x - y)[4]);
	assert.equal(known.status, 422);
	assert.equal(unknown.status, 422);
	assert.equal(plain(known), plain(unknown));
	assert.match(known.page, /E-mail eller adgangskode er forkert/);
	assert.ok(quick > slow / 2 && quick < slow * 2, `${quick} ms against ${slow} ms`);
});

test('what was typed stays, but never a password', async () => {
	const b = await password('ingen@example.dk', 'hemmelig-ting-her');
	assert.match(b.page, /value="ingen@example.dk"/);
	assert.doesNotMatch(b.page, /hemmelig-ting-her/);
	await b.post('/adgang/log-ind', { email: '', password: '' });
	assert.equal(b.status, 422);
	assert.match(b.page, /Skriv din e-mail\./);
	assert.match(b.page, /Skriv din adgangskode\./);
});

test('somebody without a role comes in and is told whom to ask', async () => {
	const b = await log_in(person().email);
	assert.equal(b.location, '/adgang/profil');
	await b.get(b.location);
	assert.match(b.page, /Ingen rolle/);
	assert.deepEqual(b.menu, []);
});

test('the way leads on to where one was going, and only within the logbook', async () => {
	const who = person('UL');
	assert.equal((await log_in(who.email, '?til=%2Flogbog%2Fkompetencer%2F17')).location, '/logbog/kompetencer/17');
	for (const til of ['//evil.example', '/\\evil.example', 'https://evil.example/', '/%2F/evil.example', 'javascript:alert(1)',
		'/adgang/log-ud', '/logbog/010190-4321', '/%010190-4321', '/a?b=c', '/æ', '/x\r\nSet-Cookie: a=b']) {
		sql('DELETE FROM login_guess');
		const b = new Browser();
		await b.get('/adgang/log-ind');
		await b.post('/adgang/log-ind', { email: who.email, password: right, til });
		if (b.status === 400)
			continue;
		assert.equal(b.location, '/adgang/kode', til);
		await b.get(b.location);
		await b.post('/adgang/kode', { code: b.code, til });
		assert.equal(b.location, '/logbog/oversigt', til);
	}
});

test('a form that is not of this browser logs nobody in', async () => {
	const who = person('UL'), b = new Browser(), other = new Browser();
	await other.get('/adgang/log-ind');
	await b.get('/adgang/log-ind');
	const fields = { email: who.email, password: right };
	await b.post('/adgang/log-ind', fields, '');
	assert.equal(b.status, 403);
	await b.post('/adgang/log-ind', fields, other.field('/adgang/log-ind', 'formular'));
	assert.equal(b.status, 403);
	assert.equal(one(`SELECT COUNT(*) FROM session WHERE person = ${who.id}`), '0');
});

test('to log in again ends the session that the browser had', async () => {
	const who = person('UL');
	const b = await log_in(who.email), before_ = b.copy();
	await b.get('/adgang/log-ind');
	await b.post('/adgang/log-ind', { email: who.email, password: right });
	assert.match((await before_.get('/adgang/profil')).location, /log-ind/);
});

// --- the brake ----------------------------------------------------------------------------------

test('ten wrong passwords: then the right one is not looked at either, and other accounts still work', async () => {
	const who = person('UL'), other = person('UL'), none = `ingen.${run}@example.dk`;
	for (const email of [who.email, none]) {
		for (let i = 0; i < 10; i++)
			assert.equal((await password(email, `forkert nummer ${i}`)).status, 422);
		const b = await password(email.toUpperCase(), right);
		assert.equal(b.status, 429);
		assert.match(b.heading, /^Vent til kl\. \d\d\.\d\d$/);
		assert.ok(Number(b.headers.get('retry-after')) > 800);
	}
	assert.equal((await password(other.email, right)).location, '/adgang/kode');
	sql('UPDATE login_guess SET at = at - INTERVAL 16 MINUTE');
	assert.equal((await password(who.email, right)).location, '/adgang/kode');
});

test('an e-mail that the database holds to be the same does not make a second brake', async () => {
	const who = person('UL');
	assert.equal((await password(who.email.replace('anna', 'ánna'), right)).status, 422);
});

test('guesses sent at the same time are counted one after another', async () => {
	const who = person('UL'), browsers = Array.from({ length: 24 }, () => new Browser());
	await password(who.email, 'forkert adgangskode');
	await Promise.all(browsers.map(b => b.get('/adgang/log-ind')));
	await Promise.all(browsers.map(b => b.post('/adgang/log-ind', { email: who.email, password: 'forkert adgangskode' })));
	assert.deepEqual([...new Set(browsers.map(b => b.status))].sort(), [422, 429]);
	assert.equal(one('SELECT COUNT(*) FROM login_guess'), '10');
});

test('sixty wrong guesses from one network hold back everybody there', async () => {
	const who = person('UL');
	for (let i = 0; i < 6; i++)
		for (let n = 0; n < 10; n++)
			await password(`ingen.${i}.${run}@example.dk`, 'forkert adgangskode');
	assert.equal((await password(who.email, right)).status, 429);
});

// --- codes --------------------------------------------------------------------------------------

const other_than = code => String((Number(code) + 1) % 1000000).padStart(6, '0');

test('a code is tried five times, and wrong codes count for the brake of the account', async () => {
	const who = person('UL'), b = await half_way(who.email);
	for (const left of [4, 3, 2, 1]) {
		await b.post('/adgang/kode', { code: other_than(b.code) });
		assert.equal(b.status, 422);
		assert.match(b.page, new RegExp(`Du har ${left} forsøg tilbage`));
	}
	const code = b.code;
	await b.post('/adgang/kode', { code: other_than(code) });
	assert.match(b.page, /spærret efter 5 forkerte/);
	assert.equal(b.code, undefined);
	await b.post('/adgang/kode/ny');
	await b.get(b.location);
	await b.post('/adgang/kode', { code: b.code === code ? other_than(code) : code });
	assert.equal(b.status, 422);
	for (let i = 0; i < 4; i++)
		await b.post('/adgang/kode', { code: other_than(b.code) });
	assert.equal(one('SELECT COUNT(*) FROM login_guess'), '10');
	const again = await password(who.email, right);
	assert.equal(again.status, 429);
});

test('while the brake holds the right code is refused too', async () => {
	const who = person('UL'), b = await half_way(who.email);
	for (let i = 0; i < 10; i++)
		await password(who.email, 'forkert adgangskode');
	await b.post('/adgang/kode', { code: b.code });
	assert.equal(b.status, 429);
	sql('DELETE FROM login_guess');
	await b.get('/adgang/kode');
	await b.post('/adgang/kode', { code: b.code });
	assert.equal(b.location, '/logbog/oversigt');
});

test('what is no code costs no try', async () => {
	const b = await half_way(person('UL').email);
	for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６']) {
		await b.post('/adgang/kode', { code });
		assert.equal(b.status, 422);
		assert.match(b.page, /Skriv koden på 6 cifre/);
	}
	await b.post('/adgang/kode', { code: b.code.replace(/(...)/, ' $1 ') });
	assert.equal(b.location, '/logbog/oversigt');
});

test('a code is over after five minutes', async () => {
	const who = person('UL'), b = await half_way(who.email), code = b.code;
	sql(`UPDATE login_code c JOIN session s ON s.id = c.session SET c.made = c.made - INTERVAL 301 SECOND WHERE s.person = ${who.id}`);
	await b.post('/adgang/kode', { code });
	assert.equal(b.status, 422);
	assert.match(b.page, /Koden er udløbet/);
	await b.get('/adgang/kode');
	assert.equal(b.code, undefined);
	await b.post('/adgang/kode/ny');
	await b.get(b.location);
	await b.post('/adgang/kode', { code: b.code });
	assert.equal(b.location, '/logbog/oversigt');
});

test('a code works once, in two tabs at the same time too', async () => {
	const who = person('UL'), b = await half_way(who.email), code = b.code;
	const tabs = Array.from({ length: 6 }, () => b.copy());
	await Promise.all(tabs.map(tab => tab.post('/adgang/kode', { code })));
	assert.equal(tabs.filter(tab => tab.location === '/logbog/oversigt').length, 1);
	assert.equal(tabs.filter(tab => tab.location === '/adgang/log-ind?besked=forfra').length, 5);
	await b.post('/adgang/kode', { code });
	assert.equal(b.location, '/adgang/log-ind?besked=forfra');
	assert.equal(one(`SELECT COUNT(*) FROM session WHERE person = ${who.id} AND stage = 'FULL'`), '1');
});

test('a code is of no use in another session', async () => {
	const who = person('UL'), first = await half_way(who.email), second = await half_way(who.email);
	assert.notEqual(first.code, second.code);
	await second.post('/adgang/kode', { code: first.code });
	assert.equal(second.status, 422);
});

test('three codes, also when asked for at the same time; then from the start', async () => {
	const who = person('UL'), b = await half_way(who.email);
	const tabs = Array.from({ length: 6 }, () => b.copy());
	await Promise.all(tabs.map(tab => tab.post('/adgang/kode/ny')));
	assert.deepEqual(tabs.map(tab => tab.status).sort(), [303, 303, 422, 422, 422, 422]);
	assert.equal(one(`SELECT COUNT(*) FROM login_code c JOIN session s ON s.id = c.session WHERE s.person = ${who.id}`), '3');
});

test('a login that stands half-way is over after a quarter of an hour', async () => {
	const who = person('UL'), b = await half_way(who.email), code = b.code;
	sql(`UPDATE session SET made = made - INTERVAL 16 MINUTE WHERE person = ${who.id}`);
	assert.equal((await b.copy().get('/adgang/kode?til=/logbog/notater')).location, '/adgang/log-ind?til=%2Flogbog%2Fnotater&besked=forfra');
	assert.equal((await b.post('/adgang/kode', { code })).location, '/adgang/log-ind?besked=forfra');
});

test('no code is stored as it is', async () => {
	const who = person('UL'), b = await half_way(who.email);
	const [[hex]] = sql(`SELECT HEX(c.code) FROM login_code c JOIN session s ON s.id = c.session WHERE s.person = ${who.id}`);
	assert.equal(hex.length, 64);
	assert.ok(!Buffer.from(hex, 'hex').toString('latin1').includes(b.code));
});

test('outside a try-out no code is shown, and a code that cannot be sent is not passed over in silence', async () => {
	const who = person('UL');
	const moved = /^LOGBOOK_TODAY=.+$/m.exec(fs.readFileSync(path.join(stack.DIR, 'run/login.env'), 'utf8')) ?? [];
	control('restart', 'login', 'LOGBOOK_DEMO=', 'LOGBOOK_TODAY=');
	try {
		const first = await over_tls('GET', '/adgang/log-ind', '');
		const [, set] = /^Set-Cookie: (.*)$/m.exec(first.head), cookie = set.split(';')[0];
		assert.match(set, /^__Host-logbog=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure/);
		assert.match(first.head, /^Strict-Transport-Security: /m);
		const [, formular] = /name="formular" value="([^"]*)"/.exec(first.page);
		const answer = await over_tls('POST', '/adgang/log-ind', cookie, { formular, email: who.email, password: right });
		assert.equal(answer.status, 503);
		assert.match(answer.page, /Logbogen kan ikke sende koder endnu/);
		assert.match(answer.page, /49 25 25 65/);
		assert.doesNotMatch(answer.page, /demo-code/);
		assert.doesNotMatch(answer.head, /Set-Cookie/);
		assert.equal(one(`SELECT COUNT(*) FROM session WHERE person = ${who.id}`), '0');
		assert.equal((await new Browser().get('/adgang/log-ind')).headers.get('set-cookie'), null, 'no cookie without TLS');
	} finally {
		control('restart', 'login', ...moved);
	}
});

// --- sessions -----------------------------------------------------------------------------------

test('to log out ends the session for good, whoever has its token', async () => {
	const who = person('UL'), b = await log_in(who.email);
	await b.get('/adgang/profil');
	const kept = b.copy();
	await b.post('/adgang/log-ud');
	assert.equal(b.location, '/adgang/log-ind?besked=ud');
	assert.equal(b.cookies.has('logbog'), false);
	assert.match((await b.get(b.location)).page, /Du er logget ud/);
	assert.match((await kept.get('/adgang/profil')).location, /log-ind/);
	assert.equal(one(`SELECT COUNT(*) FROM session WHERE person = ${who.id} AND ended IS NULL`), '0');
});

test('a session ends an hour after it was last used, and twelve hours after it began', async () => {
	const who = person('UL');
	for (const change of ['seen = seen - INTERVAL 61 MINUTE', 'made = made - INTERVAL 721 MINUTE']) {
		const b = await log_in(who.email);
		assert.equal((await b.get('/adgang/profil')).status, 200);
		sql(`UPDATE session SET ${change} WHERE person = ${who.id}`);
		assert.match((await b.get('/adgang/profil')).location, /log-ind/);
	}
});

test('what was sent after the session had run out is sent on after the login, once, by the same person', async () => {
	const who = person('UL', 'VEJLEDER'), b = await log_in(who.email);
	await b.get('/adgang/profil');
	sql(`UPDATE session SET seen = seen - INTERVAL 61 MINUTE WHERE person = ${who.id}`);
	await b.post('/adgang/profil', { held: who.held[1] });
	assert.equal(b.location, '/adgang/log-ind?besked=gemt');
	assert.ok(b.cookies.has('logbog-husket'));
	await b.get(b.location);
	assert.match(b.page, /Det, du skrev, er gemt/);
	await b.post('/adgang/log-ind', { email: who.email, password: right });
	await b.get(b.location);
	await b.post('/adgang/kode', { code: b.code });
	assert.equal(b.location, '/adgang/fortsaet');
	await b.get(b.location);
	assert.match(b.page, /Din session var udløbet/);
	assert.match(b.page, /Det, du skrev, er gemt/);
	const again = b.copy();
	await b.post('/adgang/profil', { husket: '1' });
	assert.equal(b.location, '/vejleder/anmodninger');
	assert.equal(one(`SELECT held FROM session WHERE person = ${who.id} AND ended IS NULL AND stage = 'FULL'`), who.held[1]);
	assert.equal(b.cookies.has('logbog-husket'), false);
	await again.post('/adgang/profil', { husket: '1' });
	assert.equal(again.status, 410);
});

test('somebody else at the same browser does not get what was kept', async () => {
	const who = person('UL', 'TUTOR'), other = person('VEJLEDER'), b = await log_in(who.email);
	await b.get('/adgang/profil');
	sql(`UPDATE session SET seen = seen - INTERVAL 61 MINUTE WHERE person = ${who.id}`);
	await b.post('/adgang/profil', { held: who.held[1] });
	await b.get(b.location);
	await b.post('/adgang/log-ind', { email: other.email, password: right });
	await b.get(b.location);
	await b.post('/adgang/kode', { code: b.code });
	assert.equal(b.location, '/adgang/fortsaet');
	await b.get(b.location);
	assert.equal(b.location, '/vejleder/anmodninger');
	assert.equal(one(`SELECT COUNT(*) FROM kept_form WHERE person = ${who.id}`), '1');
	assert.equal(b.cookies.has('logbog-husket'), false);
});

test('what is old is cleared away at a login, and nothing else', async () => {
	const who = person('UL');
	await password(who.email, 'forkert adgangskode');
	await log_in(who.email);
	const now = `(SELECT MAX(made) FROM session WHERE person = ${who.id})`, hash = n => `UNHEX(SHA2('${run}${n}', 256))`;
	sql(`INSERT INTO login_guess (at, account, address) VALUES (${now} - INTERVAL 25 HOUR, ${hash(1)}, ${hash(1)});
	     INSERT INTO kept_form VALUES (${hash(2)}, ${who.id}, '/', 'x', 'x', ${now} - INTERVAL 25 HOUR),
	                                  (${hash(3)}, ${who.id}, '/', 'x', 'x', ${now});
	     UPDATE session SET seen = seen - INTERVAL 31 DAY WHERE person = ${who.id}`);
	await log_in(who.email);
	assert.equal(one('SELECT COUNT(*) FROM login_guess'), '1');
	assert.equal(one(`SELECT COUNT(*) FROM kept_form WHERE person = ${who.id}`), '1');
	assert.equal(one(`SELECT COUNT(*) FROM session WHERE person = ${who.id}`), '2');
	assert.equal(one(`SELECT COUNT(*) FROM login_code c LEFT JOIN session s ON s.id = c.session WHERE s.id IS NULL`), '0');
});

// --- the profile --------------------------------------------------------------------------------

test('R_ROL_01_the_profile_shows_the_role_in_use_and_all_roles_and_changes_between_them', async () => {
	const who = person('UL', 'VEJLEDER'), over = give(who.id, 'UAO', "'2020-01-01', '2021-01-01'"),
		coming = give(who.id, 'TUTOR', "'2999-01-01', '9999-12-31'"), b = await log_in(who.email);
	await b.get('/adgang/profil');
	const [, inUse, all] = /Du er logget ind som(.*?)Alle dine roller(.*?)Dine oplysninger/s.exec(b.page);
	assert.match(inUse, /Uddannelseslæge/);
	assert.doesNotMatch(inUse, /Vejleder/);
	for (const title of ['Uddannelseslæge', 'Vejleder', 'Uddannelsesansvarlig overlæge', 'Tutorlæge'])
		assert.match(all, new RegExp(`row">${title}<`));
	assert.match(all, new RegExp(`Medicinsk Afdeling ${run}`));
	assert.match(all, /31\.12\.2020/);
	assert.deepEqual([...all.matchAll(/name="held" value="(\d+)"/g)].map(m => m[1]), [who.held[1]]);
	assert.deepEqual(b.menu.map(at => at.split('/')[1]).filter((x, i, a) => a.indexOf(x) === i), ['logbog', 'evaluering']);
	const page = b.copy();
	await b.post('/adgang/profil', { held: who.held[1] });
	assert.equal(b.location, '/vejleder/anmodninger');
	await b.get('/adgang/profil');
	assert.deepEqual(b.menu.map(at => at.split('/')[1]).filter((x, i, a) => a.indexOf(x) === i), ['vejleder']);
	assert.deepEqual(sql(`SELECT action, role, object_id, detail FROM audit WHERE person = ${who.id} ORDER BY id DESC LIMIT 1`),
		[['change role', 'UL', who.held[1], 'VEJLEDER']]);
	assert.equal((await b.get('/')).location, '/vejleder/anmodninger');
	for (const held of [over, coming, person('VUS').held[0], '0', 'x', '4294967295']) {
		await page.copy().post('/adgang/profil', { held }).then(p => assert.equal(p.status, 409, held));
	}
	assert.equal((await log_in(who.email)).location, '/vejleder/anmodninger', 'the role last used is remembered');
	sql(`UPDATE user_role SET until = '2021-01-01' WHERE id = ${who.held[1]}`);
	await b.get('/adgang/profil');
	assert.deepEqual(b.menu, [], 'a role that has ended gives no rights in a session that still has it');
	assert.equal((await log_in(who.email)).location, '/logbog/oversigt');
});

test('another password: twice, long enough, knowing the present one; it ends all other sessions', async () => {
	const who = person('UL'), b = await log_in(who.email), elsewhere = await log_in(who.email);
	const half = await half_way(who.email), fresh = 'en helt anden adgangskode', to = '/adgang/profil/adgangskode';
	await b.get('/adgang/profil');
	for (const [fields, sentence] of [
		[{ present: right, fresh: 'kort', repeated: 'kort' }, /mindst 12 tegn/],
		[{ present: right, fresh: 'æøåæøåæøåæø', repeated: 'æøåæøåæøåæø' }, /mindst 12 tegn/],
		[{ present: right, fresh, repeated: fresh + '.' }, /ikke ens/],
		[{ present: '', fresh, repeated: fresh }, /Skriv din nuværende/],
		[{ present: right, fresh: right, repeated: right }, /den samme som/],
		[{ present: right, fresh: who.email, repeated: who.email }, /må ikke være din e-mail/],
		[{ present: 'forkert adgangskode', fresh, repeated: fresh }, /nuværende adgangskode er ikke rigtig/],
	]) {
		await b.post(to, fields);
		assert.equal(b.status, 422);
		assert.match(b.page, sentence);
		assert.doesNotMatch(b.page, /value="(en helt|en lang|forkert)/);
	}
	assert.equal(one('SELECT COUNT(*) FROM login_guess'), '1');
	const stolen = b.copy();
	await b.post(to, { present: right, fresh, repeated: fresh });
	assert.equal(b.location, '/adgang/profil?besked=adgangskode');
	assert.match((await b.get(b.location)).page, /Adgangskoden er skiftet/);
	for (const other of [elsewhere, half, stolen])
		assert.match((await other.get('/adgang/profil')).location, /log-ind/);
	assert.equal((await password(who.email, right)).status, 422);
	assert.equal((await password(who.email, fresh)).location, '/adgang/kode');
	assert.equal(one(`SELECT COUNT(*) FROM audit WHERE person = ${who.id} AND action = 'change password'`), '1');
});

test('the present password cannot be guessed from a session that was left open', async () => {
	const who = person('UL'), b = await log_in(who.email), to = '/adgang/profil/adgangskode';
	const fresh = 'en helt anden adgangskode';
	for (let i = 0; i < 10; i++) {
		await b.get('/adgang/profil');
		await b.post(to, { present: `gæt nummer ${i}`, fresh, repeated: fresh });
	}
	await b.get('/adgang/profil');
	await b.post(to, { present: right, fresh, repeated: fresh });
	assert.equal(b.status, 429);
});

// --- pages for everybody ------------------------------------------------------------------------

test('open pages carry the security headers, and cookies that scripts and other sites cannot use', async () => {
	for (const address of ['/adgang/log-ind', '/adgang/kode', '/adgang/hjaelp', '/adgang/tilgaengelighed', '/', '/adgang/profil']) {
		const { headers } = await new Browser().get(address);
		assert.match(headers.get('content-security-policy'), /default-src 'none'.*frame-ancestors 'none'/);
		assert.equal(headers.get('x-content-type-options'), 'nosniff');
		assert.equal(headers.get('x-frame-options'), 'DENY');
		assert.equal(headers.get('referrer-policy'), 'same-origin');
		assert.equal(headers.get('cache-control'), 'no-store');
		for (const cookie of (headers.get('set-cookie') ?? '').split(', ').filter(Boolean))
			assert.match(cookie, /; Path=\/; HttpOnly; SameSite=Lax/);
	}
});

test('T_183_R_WCAG_02_the_accessibility_statement_was_gone_through_within_a_year', async () => {
	const { page, heading } = await new Browser().get('/adgang/tilgaengelighed');
	assert.equal(heading, 'Tilgængelighedserklæring');
	const day = new Date(/senest gennemgået <time datetime="(\d{4}-\d\d-\d\d)"/.exec(page)[1]);
	const age = (Date.now() - day) / 86400000;
	assert.ok(age > -2 && age < 365, `${age} days ago`);
	assert.match((await new Browser().get('/adgang/log-ind')).page, /href="\/adgang\/tilgaengelighed"/);
});

test('help can be had without being logged in', async () => {
	const { page, status } = await new Browser().get('/adgang/hjaelp');
	assert.equal(status, 200);
	for (const word of ['id="adgangskode"', 'id="engangskode"', 'id="ny"', 'Log ind med MitID', '<strong>Profil</strong>', '49 25 25 65'])
		assert.ok(page.includes(word), word);
});

test('no e-mail address, CPR number, password or code gets into a log', async () => {
	const who = person('UL'), b = await password(who.email, `${cpr}-hemmelig`);
	await b.post('/adgang/log-ind', { email: who.email, password: right });
	await b.get(b.location);
	const code = b.code;
	await b.post('/adgang/kode', { code });
	await new Browser().get(`/adgang/log-ind?til=/logbog/${cpr}&email=${who.email}`);
	const written = logs();
	for (const secret of ['@example.dk', cpr, cpr.slice(0, 6) + '-' + cpr.slice(6), right, 'hemmelig', code, ...b.cookies.values()])
		assert.ok(!written.includes(secret), secret);
	assert.match(written, new RegExp(`audit: login: person ${who.id} as UL`));
	assert.match(written, new RegExp(`audit: login refused, wrong password: person ${who.id}`));
});
