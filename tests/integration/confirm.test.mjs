// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test confirm.test.mjs: whoever can say which mailbox is somebody's can become them.
// A department cannot say it alone; the secretariat can, each time by name, and the mailbox that was
// hears of it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Browser, clock, count, demo, login, logbook, one, person, quote, secret, somebody, sql, stack, today } from './lib.mjs';
import { clock as post_clock, link_of, read_mail } from './mail.mjs';
import { seal } from './secretbox.mjs';

const book = logbook('1', 'UAO'), mark = Date.now(), make = '/vejleder/vejledere/ny';
const region = one(`SELECT region FROM org_unit WHERE id = ${book.unit}`);
const vus_of = (where) => one(`SELECT p.email FROM person p JOIN user_role h ON h.person = p.id JOIN credential c ON c.person = p.id WHERE h.role = 'VUS' AND h.region ${where} ${region} AND ${today()} >= h.since AND ${today()} < h.until LIMIT 1`);
const own = vus_of('='), other = vus_of('<>');
const REFUSED = 1644, NO_RIGHT = [1142, 1143];

let n = 0;
function number() {
	for (;;) {
		const digits = `7${1 + n % 9}0${1 + n % 9}7${n % 10}${String(1000 + (mark + n * 37) % 3000)}`.slice(0, 10);
		n++;
		if (digits.length === 10) {
			secret(digits, `${digits.slice(0, 6)}-${digits.slice(6)}`);
			return `${digits.slice(0, 6)}-${digits.slice(6)}`;
		}
	}
}
/* Somebody whom the UAO makes a supervisor of the department. */
async function made(more = {}) {
	const browser = await login(book.approver, 'UAO'), cpr = number(), email = `ny${n}.${mark}@sygehus.example`;
	await browser.submit(make, { q: cpr }, { from: make });
	const page = await browser.submit(make, { rolle: 'VEJLEDER', omfang: 'alle', navn: `Ny Vejleder ${n}`, email, mobil: '20304050', ...more });
	assert.match(page.text, /når sekretariatet har bekræftet/, page.brief + page.faults);
	return { id: person(email), email, cpr };
}
const waits = (id) => one(`SELECT unconfirmed IS NOT NULL FROM person WHERE id = ${id}`) === '1';
const links = (id) => count(`access_link WHERE person = ${id} AND used IS NULL`);

before(() => assert.ok(own && other));
after(() => sql(`UPDATE user_role SET until = since, ended_at = since WHERE person IN (SELECT id FROM person WHERE email LIKE '%.${mark}@sygehus.example');
	UPDATE person SET unconfirmed = NULL, access_due = NULL WHERE email LIKE '%.${mark}@sygehus.example'`));

/* The statement under that account: the number of the error, 0 for none.  Nothing stays. */
function as(program, statement) {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`,
		stack.DATABASE], { input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' });
	return Number(/^ERROR (\d+)/m.exec(said.stderr)?.[1] ?? 0);
}

test('a new supervisor has no way in before the secretariat of the region says that the address is theirs', async () => {
	const who = await made(), at = `/sekretariat/brugere/${who.id}/login`;
	assert.ok(waits(who.id));
	clock();
	assert.equal(links(who.id), 0, 'the first day is today, and yet nothing is sent');
	await new Browser().submit('/adgang/glemt', { email: who.email }, { from: '/adgang/glemt' });
	assert.equal(links(who.id), 0, 'a forgotten password neither');
	assert.equal(count(`mail WHERE person = ${who.id}`), 0);
	assert.equal(count(`notice WHERE person = ${person(own)} AND kind = 'ACCESS_ASKED' AND about = ${who.id} AND link = '${at}'`), 1);
	assert.equal(count(`notice WHERE person = ${person(other)} AND kind = 'ACCESS_ASKED' AND about = ${who.id}`), 0);

	const elsewhere = await login(other, 'VUS');
	assert.ok(!(await elsewhere.get('/sekretariat/bekraeft')).text.includes(who.email));
	assert.equal((await elsewhere.get(at)).status, 403);

	const b = await login(own, 'VUS'), list = await b.get('/sekretariat/bekraeft');
	assert.ok(list.text.includes(who.email) && list.links.includes(at), list.brief);
	assert.match((await b.get(`/sekretariat/brugere/${who.id}`)).text, /Holdt tilbage: e-mail og mobil er ikke bekræftet.*Bekræft adgang/);
	const form = await b.get(at);
	assert.match(form.text, /er oplyst af .*, og ingen andre har bekræftet dem/);
	const without = await b.submit(at, {}, { from: at });
	assert.equal(without.status, 422);
	assert.ok(waits(who.id), 'not without the tick');
	const done = await b.submit(at, { kontrolleret: '1' }, { from: at });
	assert.match(done.text, /Mailen med adgangsoplysninger er på vej/, done.brief + done.faults);
	assert.ok(!waits(who.id));
	assert.equal(links(who.id), 1);
	assert.deepEqual(sql(`SELECT person, action FROM audit WHERE object = 'person' AND object_id = ${who.id} ORDER BY id DESC LIMIT 1`), [[String(person(own)), 'confirm access']]);
	assert.ok(!(await b.get('/sekretariat/bekraeft')).text.includes(who.email));
	await post_clock();
	const id = one(`SELECT id FROM mail WHERE person = ${who.id} AND kind = 'ACCESS' ORDER BY id DESC LIMIT 1`);
	const mail = read_mail(fs.readFileSync(path.join(stack.DIR, 'mail', `${id.padStart(6, '0')}.eml`)));
	assert.equal((await new Browser().get(link_of(mail))).status, 200);
});

test('who begins later is confirmed now, and gets the mail on the first day', async () => {
	const day = one(`SELECT DATE_FORMAT(${today()} + INTERVAL 10 DAY, '%d.%m.%Y')`), who = await made({ fra: day });
	const b = await login(own, 'VUS'), at = `/sekretariat/brugere/${who.id}/login`;
	const done = await b.submit(at, { kontrolleret: '1' }, { from: at });
	assert.match(done.text, /Adgangen er bekræftet\. Mailen med adgangsoplysninger sendes på den første dag/, done.brief);
	assert.ok(!waits(who.id));
	assert.equal(links(who.id), 0);
});

/* A file that somebody sent, read, ordered and carried out. */
function bring(people) {
	const plain = Buffer.from(JSON.stringify({ form: 'PERSONER', indhold: people }));
	const sealed = seal(fs.readFileSync(path.join(stack.KEYS, 'cpr.seal')), plain).toString('hex');
	sql(`INSERT IGNORE INTO import_file VALUES (UNHEX(SHA2(${quote(plain.toString())}, 256)), UNHEX('${sealed}'));
		INSERT INTO import_run (form, way, file_name, content, state, as_role, at, day) VALUES ('PERSONER', 'FIL', 'x.json', UNHEX(SHA2(${quote(plain.toString())}, 256)), 'MODTAGET', '', UTC_TIMESTAMP(), CURDATE())`);
	const id = one('SELECT MAX(id) FROM import_run');
	clock();
	sql(`UPDATE import_run SET state = 'BESTILT' WHERE id = ${id}`);
	clock();
	assert.equal(one(`SELECT state FROM import_run WHERE id = ${id}`), 'UDFOERT', one(`SELECT said FROM import_run WHERE id = ${id}`));
	return id;
}
const told = (who, email) => [{ person_id: `c${who.id}-${mark}`, navn: `Kilden Siger ${n}`, cpr: who.cpr, email, mobil: '30405060', forloeb: [{
	forloeb_id: `f${who.id}-${mark}`, kilde: 'REGION', uddannelse: 'INTRO', speciale: 'geriatri', region: one(`SELECT code FROM training_region WHERE id = ${region}`), forloebsnummer: 'C',
	delforloeb: [{ delforloeb_id: 'd', sted: one(`SELECT code FROM org_unit WHERE id = ${book.unit}`), fra: one(`SELECT ${today()} - INTERVAL 1 MONTH`), til: one(`SELECT ${today()} + INTERVAL 6 MONTH`), procent: 100 }] }] }];

test('an import that brings the number with the same address confirms it; with another it wins, and the made-up one never gets in', async () => {
	const same = await made(), wrong = await made(), right = `rigtig${n}.${mark}@sygehus.example`;
	bring(told(same, same.email));
	assert.ok(!waits(same.id));
	const run = bring(told(wrong, right));
	assert.ok(!waits(wrong.id));
	assert.deepEqual(sql(`SELECT email, name FROM person WHERE id = ${wrong.id}`), [[right, `Kilden Siger ${n}`]]);
	clock();
	assert.equal(count(`mail WHERE address = ${quote(wrong.email)}`), 0);
	assert.equal(count(`mail WHERE person = ${wrong.id} AND kind = 'ACCESS' AND address = ${quote(right)}`), 1);
	/* Taken back, it is as before: nobody has said so. */
	sql(`UPDATE import_run SET state = 'TILBAGE_BESTILT' WHERE id = ${run}`);
	clock();
	assert.equal(one(`SELECT state FROM import_run WHERE id = ${run}`), 'TAGET_TILBAGE', one(`SELECT said FROM import_run WHERE id = ${run}`));
	assert.ok(waits(wrong.id));
});

test('no account of a program lets in whom nobody has confirmed', async () => {
	const who = await made(), made_at = `'${one('SELECT MAX(made) FROM session')}'`;
	const link = (id) => `INSERT INTO access_link (token, person, purpose, made, expires) VALUES (RANDOM_BYTES(32), ${id}, 'ACCESS', ${made_at}, ${made_at} + INTERVAL 1 DAY)`;
	for (const program of ['login', 'office', 'clock'])
		assert.equal(as(program, link(who.id)), REFUSED, program);
	assert.equal(as('login', `INSERT INTO credential (person, password) VALUES (${who.id}, 'x')`), REFUSED);
	assert.equal(as('office', `UPDATE person SET unconfirmed = NULL WHERE id = ${who.id}`), REFUSED);
	for (const program of ['login', 'approve', 'import', 'journal'])
		assert.ok(NO_RIGHT.includes(as(program, `UPDATE person SET unconfirmed = NULL WHERE id = ${who.id}`)), program);
	assert.ok(NO_RIGHT.includes(as('approve', link(who.id))));
	assert.equal(as('approve', `INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed, shown_from, made_via, made_at)
		VALUES ('X', 'x.${mark}@sygehus.example', '+4511111111', '1970-01-01', 'REAL', RANDOM_BYTES(32), RANDOM_BYTES(50), ${made_at}, 'HAND', ${made_at})`), REFUSED);
	assert.equal(as('approve', `INSERT INTO mail (person, address, kind, subject, sealed, made, next_try) VALUES (${who.id}, 'x@y.dk', 'ACCESS', 'x', 'x', ${made_at}, ${made_at})`), REFUSED);
});

test('the account of the office changes an address and makes a link in the name of a secretariat at work alone, by a row of the audit', async () => {
	const browser = await login(own, 'VUS', { anew: true }), giver = person(own), doctor = person(somebody('UL', `NOT EXISTS (SELECT 1 FROM audit a WHERE a.object = 'person' AND a.object_id = p.id)`));
	const session = one(`SELECT id FROM session WHERE person = ${giver} ORDER BY id DESC LIMIT 1`), now = '(SELECT s.made FROM session s ORDER BY s.id DESC LIMIT 1)';
	const act = (whom = doctor, { at = now, action = 'reset login' } = {}) => `INSERT INTO audit (at, person, held, role, session, action, object, object_id) SELECT ${at}, s.person, s.held, 'VUS', s.id, '${action}', 'person', ${whom} FROM session s WHERE s.id = ${session}`;
	const change = `UPDATE person SET email = 'stjaalet.${mark}@sygehus.example' WHERE id = ${doctor}`;
	const link = `INSERT INTO access_link (token, person, purpose, made, expires) VALUES (RANDOM_BYTES(32), ${doctor}, 'ACCESS', ${now}, ${now} + INTERVAL 1 DAY)`;
	const mobile = `UPDATE person SET mobile = '+4512121212' WHERE id = ${doctor}`;
	for (const does of [change, link, mobile]) {
		assert.equal(as('office', does), REFUSED, 'without');
		assert.equal(as('office', `${act()}; ${does}`), 0, 'with');
		assert.equal(as('office', `${act(doctor + 1)}; ${does}`), REFUSED, 'of somebody else');
		assert.equal(as('office', `${act(doctor, { action: 'show cpr' })}; ${does}`), REFUSED, 'of something else');
		assert.equal(as('office', `${act(doctor, { at: `${now} - INTERVAL 20 MINUTE` })}; ${does}`), REFUSED, 'of before');
	}
	const limit = Array.from({ length: 200 }, (_, i) => act(doctor + 1 + i, { action: 'send access' })).join('; ');
	assert.equal(as('office', `${limit}; ${act()}; ${link}`), REFUSED, 'not without end');
	const all = sql(`SELECT id, seen FROM session WHERE person = ${giver} AND ended IS NULL`);
	sql(`UPDATE session SET seen = seen - INTERVAL 70 MINUTE WHERE person = ${giver} AND ended IS NULL`);
	try {
		assert.equal(as('office', `${act()}; ${change}`), REFUSED, 'run out');
		assert.equal(as('office', `UPDATE session SET seen = ${now} WHERE id = ${session}`), REFUSED, 'a session that has run out is not made live again');
	} finally {
		for (const [id, seen] of all)
			sql(`UPDATE session SET seen = '${seen}' WHERE id = ${id}`);
	}
	const leader = person(somebody('PROJEKTLEDER'));
	assert.equal(as('office', `${act(leader)}; ${change.replace(`id = ${doctor}`, `id = ${leader}`)}`), REFUSED, 'of a project leader, by a project leader alone');
	assert.equal(as('office', `UPDATE mail SET address = 'x.${mark}@sygehus.example' WHERE id = ${one('SELECT MAX(id) FROM mail')}`), REFUSED, 'a mail goes nowhere else');
	assert.equal((await browser.get('/sekretariat/brugere')).status, 200);
});

test('an e-mail that the secretariat changes: the old address and the new are told, and nothing of the person stands in it', async () => {
	const who = await made(), at = `/sekretariat/brugere/${who.id}/login`, b = await login(own, 'VUS'), fresh = `nyere${n}.${mark}@sygehus.example`;
	await b.submit(at, { kontrolleret: '1' }, { from: at });
	assert.equal(count(`mail WHERE person = ${who.id} AND kind = 'CHANGED'`), 0, 'confirmed as it was');
	await b.submit(at, { kontrolleret: '1', mobil: '20304051' }, { from: at });
	assert.equal(count(`mail WHERE person = ${who.id} AND kind = 'CHANGED'`), 0, 'the mobile alone');
	const done = await b.submit(at, { kontrolleret: '1', email: fresh }, { from: at });
	assert.match(done.text, /er på vej/, done.brief + done.faults);
	assert.deepEqual(sql(`SELECT address FROM mail WHERE person = ${who.id} AND kind = 'CHANGED' ORDER BY id`), [[who.email], [fresh]]);
	await post_clock();
	for (const [id] of sql(`SELECT id FROM mail WHERE person = ${who.id} AND kind = 'CHANGED'`)) {
		const mail = fs.readFileSync(path.join(stack.DIR, 'mail', `${id.padStart(6, '0')}.eml`)), { text, subject } = read_mail(mail);
		assert.match(text ?? String(mail), /blev ændret/);
		assert.ok(![one(`SELECT name FROM person WHERE id = ${who.id}`), who.cpr.slice(0, 6)].some((word) => String(text).includes(word)), subject);
	}
	assert.equal(count(`mail WHERE person = ${who.id} AND kind = 'ACCESS' AND address = ${quote(who.email)} AND state = 'WAITING'`), 0, 'the link of the old address is over');
	const taken = await b.submit(at, { kontrolleret: '1', email: own }, { from: at });
	assert.equal(taken.status, 422);
	assert.match(taken.faults.join(), /En anden bruger har den e-mail/);
	assert.equal(one(`SELECT action FROM audit WHERE object = 'person' AND object_id = ${who.id} AND action = 'reset login'`), undefined, 'what was not done is not in the audit');
});
