// SPDX-License-Identifier: MPL-2.0
//
// Mails and messages on their way: sent over a real SMTP server and a real gateway, each at most
// once, whatever breaks and whenever.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { Browser, control, demo, one, person, quote, somebody, sql, stack, today, until } from './lib.mjs';
import { certificate, clock, clock_begun, environment, gateway, link_of, put_secrets, read_mail, smtp, token, user } from './mail.mjs';

const cert = certificate();
const people = [];
let server, gate;

/* What the clock is told, with that server. */
const mail_to = (s) => ({ LOGBOOK_MAIL: s.url, LOGBOOK_MAIL_USER: user.name, LOGBOOK_CA: cert.ca });

/* A mail that waits, made as whoever forgot a password makes it: its id. */
async function make_mail(email) {
	const page = await new Browser().submit('/adgang/glemt', { email }, { from: '/adgang/glemt' });
	assert.equal(page.heading, 'Se efter i din mail', page.brief);
	const id = one(`SELECT MAX(id) FROM mail WHERE person = ${person(email)} AND state = 'WAITING'`);
	assert.ok(id, `no mail for ${email}`);
	return Number(id);
}
const row = (id) => {
	const [[state, said, tries, sealed, sent]] = sql(`SELECT state, said, tries, sealed IS NOT NULL, sent FROM mail WHERE id = ${id}`);
	return { state, said, tries: Number(tries), sealed: sealed === '1', sent };
};
/* Its time has come. */
const due = (id) => sql(`UPDATE mail SET next_try = '2000-01-01' WHERE id = ${id}`);
const told = (email) => sql(`SELECT o.person FROM notice o WHERE o.kind = 'MAIL_FAILED' AND o.about = ${person(email)}`).flat();

before(() => {
	put_secrets();
	for (const [email] of sql(`SELECT p.email FROM person p JOIN credential c ON c.person = p.id JOIN training_course t ON t.doctor = p.id
		WHERE EXISTS (SELECT 1 FROM user_role v WHERE v.role = 'VUS' AND v.region = t.region) GROUP BY p.id ORDER BY p.id LIMIT 4`))
		people.push(email);
	assert.equal(people.length, 4);
	sql(`UPDATE notice SET mailed = '2000-01-01' WHERE mailed IS NULL`);
});
beforeEach(() => {
	sql(`DELETE FROM login_guess; UPDATE mail SET state = 'DROPPED' WHERE state IN ('WAITING', 'SENDING');
		UPDATE text_message SET state = 'DROPPED' WHERE state IN ('WAITING', 'SENDING')`);
});
after(async () => {
	/* One that a failed test left would keep this process alive. */
	server?.stop();
	gate?.stop();
	sql(`DELETE FROM login_guess; DELETE FROM notice WHERE kind = 'MAIL_FAILED' OR place = 'post.test';
		UPDATE mail SET state = 'DROPPED' WHERE state <> 'SENT'; UPDATE text_message SET state = 'DROPPED' WHERE state <> 'SENT'`);
	fs.rmSync(path.join(stack.KEYS, 'mail.password'), { force: true });
	fs.rmSync(path.join(stack.KEYS, 'sms.token'), { force: true });
});

test('a mail goes over STARTTLS, signed in, and is read as it was written', async () => {
	server = await smtp(cert);
	const [email] = people, id = await make_mail(email);
	const name = one(`SELECT name FROM person WHERE email = ${quote(email)}`);
	sql(`UPDATE person SET name = 'Åse Bjørk Ærø' WHERE email = ${quote(email)}`);
	try {
		const other = await make_mail(email);
		await clock(mail_to(server));
		assert.equal(server.mails.length, 1, 'the older link is not sent');
		const [mail] = server.mails;
		assert.equal(row(id).state, 'DROPPED');
		assert.deepEqual(mail.to, [email]);
		assert.equal(mail.from, 'logbog@logbog.example.dk');
		assert.equal(mail.subject, 'Logbog.net - Ny adgangskode');
		assert.match(mail.text, /^Kære Åse Bjørk Ærø\n/);
		assert.match(mail.text, /Vælg den her:\n\nhttp:\/\/127\.0\.0\.1:\d+\/adgang\/aktiver\/[\w-]{43}\n/);
		assert.equal(mail.headers['auto-submitted'], 'auto-generated');
		assert.match(mail.headers['message-id'], new RegExp(`^<logbog-${other}-\\d+@logbog\\.example\\.dk>$`));
		assert.ok(Math.abs(Date.parse(mail.headers.date) - Date.now()) < 2 * 86400e3, mail.headers.date);
		assert.ok(mail.raw.split('\r\n').every((line) => line.length <= 76), 'no long line');
		assert.ok(/^[\x00-\x7f]*$/.test(mail.raw), 'nothing but ASCII on the way');
		assert.deepEqual([server.encrypted, server.signed_in], [true, 1]);
		assert.equal(row(other).state, 'SENT');
		assert.equal(row(other).sealed, false, 'the text is gone once it is over');
		link_of(mail);
	} finally {
		sql(`UPDATE person SET name = ${quote(name)} WHERE email = ${quote(email)}`);
		await server.stop();
	}
});

test('R_LOG_06 a mail holds the name of its person and nothing else of theirs', async () => {
	server = await smtp(cert);
	const who = demo.people.find((p) => people.includes(p.email)), id = await make_mail(who.email);
	await clock(mail_to(server));
	assert.equal(row(id).state, 'SENT');
	const [{ text, raw }] = server.mails, mobile = one(`SELECT mobile FROM person WHERE email = ${quote(who.email)}`);
	link_of(server.mails[0]);
	assert.ok(text.includes(who.name));
	for (const word of [who.cpr, who.cpr.replace('-', ''), who.cpr.slice(0, 6), mobile, mobile.slice(3)])
		assert.ok(!text.includes(word) && !raw.includes(word), 'nothing personal');
	await server.stop();
});

test('the server is away: the mail waits, uncounted, and goes when it is back', async () => {
	server = await smtp(cert);
	const [email] = people, { port } = server, id = await make_mail(email);
	await server.stop();
	const said = await clock(mail_to(server));
	assert.match(said, /mails wait/);
	assert.deepEqual([row(id).state, row(id).tries, row(id).sealed], ['WAITING', 0, true]);
	server = await smtp(cert, {}, { port });
	due(id);
	await clock(mail_to(server));
	assert.equal(row(id).state, 'SENT');
	assert.equal(server.mails.length, 1);
	link_of(server.mails[0]);
	await server.stop();
});

test('without a server mails wait, and nothing is said against it', async () => {
	const id = await make_mail(people[0]);
	const env = { ...environment({ LOGBOOK_MAIL: '' }) };
	assert.equal((await clock_begun(env).done).status, 0);
	assert.deepEqual([row(id).state, row(id).tries], ['WAITING', 0]);
});

test('refused for now it is tried again, later and later, and accepted', async () => {
	let busy = 2;
	server = await smtp(cert, { recipient: () => busy-- > 0 && { responseCode: 450, message: 'Mailbox busy, prøv igen' } });
	const id = await make_mail(people[0]);
	await clock(mail_to(server));
	assert.deepEqual([row(id).state, row(id).tries, row(id).sealed], ['WAITING', 1, true]);
	assert.match(row(id).said, /^450 /);
	assert.equal(one(`SELECT next_try >= made + INTERVAL 1 MINUTE FROM mail WHERE id = ${id}`), '1');
	await clock(mail_to(server));
	assert.equal(server.tries, 1, 'not before its time');
	due(id);
	await clock(mail_to(server));
	assert.equal(row(id).tries, 2);
	due(id);
	await clock(mail_to(server));
	assert.equal(row(id).state, 'SENT');
	assert.equal(server.mails.length, 1);
	link_of(server.mails[0]);
	await server.stop();
});

test('refused a number of times it has failed, and the secretariat is told', async () => {
	server = await smtp(cert, { mail: () => ({ responseCode: 451, message: 'Try later' }) });
	const [email] = people, id = await make_mail(email);
	sql(`UPDATE mail SET tries = 11 WHERE id = ${id}`);
	await clock(mail_to(server));
	assert.equal(row(id).state, 'FAILED');
	assert.ok(told(email).length > 0);
	await server.stop();
});

test('refused for good it has failed at once; the others go', async () => {
	const [bad, good] = people;
	server = await smtp(cert, { recipient: (to) => to === bad && { responseCode: 550, message: 'No such user' } });
	sql(`DELETE FROM notice WHERE kind = 'MAIL_FAILED'`);
	const first = await make_mail(bad), second = await make_mail(good);
	await clock(mail_to(server));
	assert.deepEqual([row(first).state, row(first).sealed], ['FAILED', false]);
	assert.match(row(first).said, /^550 /);
	assert.equal(row(second).state, 'SENT');
	const offices = sql(`SELECT DISTINCT v.person FROM user_role v JOIN training_course c ON c.region = v.region
		WHERE c.doctor = ${person(bad)} AND v.role = 'VUS' AND ${today()} >= v.since AND ${today()} < v.until`).flat();
	assert.deepEqual(told(bad).sort(), offices.sort(), 'the secretariat of the region, and nobody else');
	assert.deepEqual(told(good), []);
	await clock(mail_to(server));
	assert.equal(server.mails.length, 1, 'and never again');
	link_of(server.mails[0]);
	await server.stop();
});

test('a wrong password at the server is no fault of the mail', async () => {
	server = await smtp(cert);
	const id = await make_mail(people[0]);
	await clock({ ...mail_to(server), LOGBOOK_MAIL_USER: 'nobody' });
	assert.deepEqual([row(id).state, row(id).tries, server.mails.length], ['WAITING', 0, 0]);
	await server.stop();
});

test('a server that offers no STARTTLS gets nothing, unless that is allowed', async () => {
	server = await smtp(cert, {}, { offers: false });
	const id = await make_mail(people[0]), open = { ...mail_to(server), LOGBOOK_MAIL_USER: '' };
	await clock(open);
	assert.deepEqual([row(id).state, server.tries], ['WAITING', 0]);
	due(id);
	await clock({ ...open, LOGBOOK_MAIL_TLS: '0' });
	assert.equal(row(id).state, 'SENT');
	link_of(server.mails[0]);
	await server.stop();
});

test('a server with a certificate of somebody else gets nothing', async () => {
	server = await smtp(certificate());
	const id = await make_mail(people[0]);
	await clock(mail_to(server));
	assert.deepEqual([row(id).state, server.tries, server.signed_in], ['WAITING', 0, 0]);
	await server.stop();
});

test('the connection is lost after the end of the text: unsure, and never sent twice', async () => {
	server = await smtp(cert, { mail: () => (cut) => cut() });
	const [email] = people, id = await make_mail(email);
	sql(`DELETE FROM notice WHERE kind = 'MAIL_FAILED'`);
	await clock(mail_to(server));
	assert.deepEqual([row(id).state, row(id).sealed, server.tries], ['UNSURE', false, 1]);
	assert.ok(told(email).length > 0);
	due(id);
	await clock(mail_to(server));
	assert.equal(server.tries, 1);
	await server.stop();
});

test('refused after the end of the text it was not taken, and is tried again', async () => {
	let once = true;
	server = await smtp(cert, { mail: () => once && (once = false, { responseCode: 452, message: 'No room' }) });
	const id = await make_mail(people[0]);
	await clock(mail_to(server));
	assert.equal(row(id).state, 'WAITING');
	due(id);
	await clock(mail_to(server));
	assert.equal(row(id).state, 'SENT');
	assert.equal(server.mails.length, 1);
	link_of(server.mails[0]);
	await server.stop();
});

test('two clocks at once send each mail once', async () => {
	server = await smtp(cert);
	const ids = [];
	for (const email of people)
		ids.push(await make_mail(email));
	const clocks = await Promise.all([1, 2, 3].map(() => clock_begun(mail_to(server)).done));
	for (const { status, said } of clocks)
		assert.equal(status, 0, said);
	for (const id of ids)
		assert.equal(row(id).state, 'SENT');
	assert.deepEqual(server.mails.map((m) => m.to[0]).sort(), [...people].sort());
	server.mails.forEach(link_of);
	await server.stop();
});

test('a clock is killed while a mail is on its way: it stays so, is unsure later, and is never sent again', async () => {
	const held = [];
	server = await smtp(cert, { mail: () => (cut) => held.push(cut) });
	const [email] = people, id = await make_mail(email);
	const { child, done } = clock_begun(mail_to(server));
	await until(() => held.length === 1, 'the text has been handed over');
	child.kill('SIGKILL');
	await done;
	assert.equal(row(id).state, 'SENDING');
	held.forEach((cut) => cut());
	await clock(mail_to(server));
	assert.equal(row(id).state, 'SENDING', 'it may still be on its way');
	due(id);
	await clock(mail_to(server));
	assert.equal(row(id).state, 'UNSURE');
	due(id);
	await clock(mail_to(server));
	assert.equal(server.tries, 1);
	await server.stop();
});

test('the database is away while a mail is on its way: nobody sends it twice', async () => {
	const held = [];
	server = await smtp(cert, { mail: () => (cut) => held.push(cut) });
	const id = await make_mail(people[0]);
	const going = clock_begun(mail_to(server));
	await until(() => held.length === 1, 'the text has been handed over');
	control('database', 'stop');
	held.forEach((cut) => cut());
	await going.done;
	control('database', 'start');
	assert.equal(row(id).state, 'SENDING');
	await clock(mail_to(server));
	assert.equal(server.tries, 1);
	await server.stop();
});

test('a link that has died on the way is not sent', async () => {
	server = await smtp(cert);
	const id = await make_mail(people[0]);
	sql(`UPDATE mail SET made = made - INTERVAL 61 MINUTE WHERE id = ${id}`);
	await clock(mail_to(server));
	assert.deepEqual([row(id).state, server.tries], ['DROPPED', 0]);
	await server.stop();
});

test('in a try-out mails lie as files that a person can read', async () => {
	const id = await make_mail(people[0]);
	await clock();
	assert.equal(row(id).state, 'SENT');
	const file = path.join(stack.DIR, 'mail', `${String(id).padStart(6, '0')}.eml`);
	const mail = read_mail(fs.readFileSync(file));
	assert.match(mail.raw, /\r\nContent-Transfer-Encoding: 8bit\r\n/);
	assert.equal(fs.statSync(file).mode & 0o777, 0o600);
	link_of(mail);
});

// --- notices --------------------------------------------------------------------------------

test('notices that nobody has seen come in one mail a day, which tells how many and no more', async () => {
	server = await smtp(cert);
	const email = somebody('VEJLEDER'), id = person(email), about = person(people[0]);
	const name = one(`SELECT name FROM person WHERE id = ${about}`);
	const notice = (at, seen = 'NULL') => sql(`INSERT INTO notice (person, kind, about, place, link, made, seen)
		VALUES (${id}, 'REQUESTED', ${about}, 'post.test', '', ${at}, ${seen})`);
	const made = one('SELECT UTC_TIMESTAMP()');
	const digests = () => server.mails.filter((m) => m.to[0] === email);
	sql(`DELETE FROM mail WHERE person = ${id} AND kind = 'NOTICES'`);
	const ago = (minutes) => `DATE_SUB(${quote(made)}, INTERVAL ${minutes} MINUTE)`;
	notice(ago(1));
	await clock(mail_to(server));
	assert.equal(digests().length, 0, 'the first waits for others');
	notice(ago(60));
	notice(ago(50), ago(40));
	await clock(mail_to(server));
	assert.equal(digests().length, 1);
	const [mail] = digests();
	assert.equal(mail.subject, 'Logbog.net - 2 nye beskeder');
	assert.match(mail.text, /\/adgang\/beskeder\n/);
	assert.ok(!mail.text.includes(name), 'nobody is named');
	notice(ago(30));
	await clock(mail_to(server));
	assert.equal(digests().length, 1, 'one a day');
	sql(`UPDATE mail SET made = made - INTERVAL 1 DAY WHERE person = ${id} AND kind = 'NOTICES'`);
	await Promise.all([1, 2].map(() => clock(mail_to(server))));
	assert.equal(digests().length, 2, 'and one the next day, by two clocks');
	assert.equal(digests()[1].subject, 'Logbog.net - 1 ny besked');
	sql(`DELETE FROM notice WHERE place = 'post.test'; DELETE FROM mail WHERE person = ${id} AND kind = 'NOTICES'`);
	await server.stop();
});

// --- messages -------------------------------------------------------------------------------

/* The page that asks for a code, for that person, with login told of a gateway. */
async function half_way(email) {
	const b = new Browser();
	await b.get('/adgang/log-ind');
	await b.submit('/adgang/log-ind', { email, password: demo.password });
	assert.equal(b.page.heading, 'Skriv engangskoden', b.page.brief);
	return b;
}
const gateway_of = (g) => ({ LOGBOOK_SMS: g.url, LOGBOOK_CA: cert.ca, LOGBOOK_MAIL: '' });
const message = (email) => {
	const [[id, state, sealed]] = sql(`SELECT id, state, sealed IS NOT NULL FROM text_message WHERE person = ${person(email)} ORDER BY id DESC LIMIT 1`);
	return { id, state, sealed: sealed === '1' };
};

test('R_LOG_05 a one-time code reaches the mobile within two seconds, while a mail server hangs', async () => {
	gate = await gateway(cert);
	server = await smtp(cert, { mail: () => () => {} }); /* answers nothing */
	control('restart', 'login', `LOGBOOK_SMS=${gate.url}`);
	const [email, other] = people, mobile = one(`SELECT mobile FROM person WHERE email = ${quote(email)}`);
	const mail = await make_mail(other);
	const going = clock_begun({ ...mail_to(server), LOGBOOK_SMS: gate.url }, '--stay');
	try {
		await until(() => row(mail).state === 'SENDING', 'the mail is on its way');
		const b = await half_way(email), began = Date.now();
		await until(() => gate.messages.length === 1, 'the message has come', 4);
		assert.ok(Date.now() - began < 2000, `${Date.now() - began} ms`);
		const [m] = gate.messages;
		assert.deepEqual([m.to, m.authorization, m.type], [mobile, `Bearer ${token}`, 'application/json']);
		const [, code] = /^(\d{6}) er din engangskode til Logbog\. Den virker i 5 minutter\.$/.exec(m.text);
		await until(() => message(email).state === 'SENT', 'it is noted');
		assert.equal(message(email).sealed, false);
		const page = await b.submit('/adgang/kode', { code });
		assert.equal(page.status, 200, page.brief);
		assert.doesNotMatch(page.heading, /engangskoden/);
	} finally {
		server.stop();
		going.child.kill('SIGTERM');
		const { status, said } = await going.done;
		control('restart', 'login');
		await gate.stop();
		assert.equal(status, 0, said);
	}
});

test('a gateway that is busy is asked again; what came too late is dropped', async () => {
	let busy = 1;
	gate = await gateway(cert, () => busy-- > 0 ? 503 : 200);
	control('restart', 'login', `LOGBOOK_SMS=${gate.url}`);
	try {
		const [email] = people;
		await half_way(email);
		await clock(gateway_of(gate));
		assert.deepEqual([message(email).state, message(email).sealed], ['WAITING', true]);
		sql(`UPDATE text_message SET next_try = '2000-01-01' WHERE id = ${message(email).id}`);
		await clock(gateway_of(gate));
		assert.equal(message(email).state, 'SENT');
		assert.equal(gate.messages.length, 2);
		await half_way(email);
		sql(`UPDATE text_message SET expires = '2000-01-01' WHERE id = ${message(email).id}`);
		await clock(gateway_of(gate));
		assert.deepEqual([message(email).state, message(email).sealed, gate.messages.length], ['DROPPED', false, 2]);
	} finally {
		control('restart', 'login');
		await gate.stop();
	}
});

test('a number that the gateway refuses has failed; an answer that never came is unsure; both once', async () => {
	const answers = [400, null];
	gate = await gateway(cert, () => answers.shift());
	control('restart', 'login', `LOGBOOK_SMS=${gate.url}`);
	try {
		for (const state of ['FAILED', 'UNSURE']) {
			const [email] = people;
			await half_way(email);
			await clock(gateway_of(gate));
			assert.equal(message(email).state, state);
			await clock(gateway_of(gate));
		}
		assert.equal(gate.messages.length, 2);
		const stranger = await gateway(certificate());
		await half_way(people[1]);
		await clock(gateway_of(stranger));
		assert.deepEqual([message(people[1]).state, stranger.messages.length], ['WAITING', 0], 'a gateway with a certificate of somebody else');
		await stranger.stop();
	} finally {
		control('restart', 'login');
		await gate.stop();
	}
});
