// SPDX-License-Identifier: MPL-2.0
//
// Getting in: links that let in, a forgotten password, and help from the secretariat.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { Browser, count, demo, log_in, login, one, person, quote, secret, somebody, sql, stack, today, until } from './lib.mjs';
import { clock, link_of, read_mail } from './mail.mjs';

const fresh = 'tre grønne heste i regnvejr';
let office, region, doctor, stranger;

/* Everything of that person's login as it was is put back at the end. */
const kept = new Map();
function keep(email) {
	if (!kept.has(email))
		kept.set(email, sql(`SELECT p.id, p.name, p.email, p.mobile, p.auth_id, p.access_due, c.password, c.role FROM person p
			JOIN credential c ON c.person = p.id WHERE p.email = ${quote(email)}`)[0]);
	return Number(kept.get(email)[0]);
}
const value = (v) => v === null ? 'NULL' : quote(v);

before(() => {
	secret(fresh);
	office = somebody('VUS');
	region = one(`SELECT region FROM user_role WHERE person = ${person(office)} AND role = 'VUS' AND ${today()} >= since AND ${today()} < until`);
	doctor = somebody('UL', `EXISTS (SELECT 1 FROM training_course t WHERE t.doctor = p.id AND t.region = ${region} AND t.office_until > ${today()})`);
	stranger = somebody('UL', `EXISTS (SELECT 1 FROM training_course t WHERE t.doctor = p.id)
		AND NOT EXISTS (SELECT 1 FROM training_course t WHERE t.doctor = p.id AND t.region = ${region})`);
});
function put_back() {
	for (const [id, , email, mobile, auth, due, password, role] of kept.values())
		sql(`UPDATE person SET email = ${value(email)}, mobile = ${value(mobile)}, auth_id = ${value(auth)}, access_due = ${value(due)} WHERE id = ${id};
			INSERT INTO credential (person, password, role) VALUES (${id}, ${value(password)}, ${value(role)})
				ON DUPLICATE KEY UPDATE password = ${value(password)}, role = ${value(role)}`);
	sql(`DELETE FROM login_guess; UPDATE mail SET state = 'DROPPED' WHERE state <> 'SENT'; UPDATE access_link SET used = made WHERE used IS NULL`);
}
beforeEach(put_back);
after(put_back);

// --- what there is --------------------------------------------------------------------------

/* The mail that was made last for that person, taken by the clock and read. */
async function last_mail(id) {
	await clock();
	const [mail, state] = sql(`SELECT id, state FROM mail WHERE person = ${id} ORDER BY id DESC LIMIT 1`)[0] ?? [];
	assert.equal(state, 'SENT');
	return read_mail(fs.readFileSync(path.join(stack.DIR, 'mail', `${mail.padStart(6, '0')}.eml`)));
}
async function forget(email) {
	return new Browser().submit('/adgang/glemt', { email }, { from: '/adgang/glemt' });
}
async function forgotten(email) {
	await forget(email);
	return link_of(await last_mail(keep(email)));
}
/* Access is sent by the secretariat, to somebody who has never chosen a password. */
async function access(email) {
	const id = keep(email);
	sql(`DELETE FROM credential WHERE person = ${id}`);
	const b = await login(office, 'VUS'), at = `/sekretariat/brugere/${id}/login`;
	const page = await b.submit(at, { kontrolleret: '1' }, { from: at });
	assert.equal(page.status, 200, page.brief);
	assert.match(page.text, /Mailen med adgangsoplysninger er på vej/);
	return { link: link_of(await last_mail(id)), id };
}
const choose = (b, link, fields = {}) => b.submit(link, { fresh, repeated: fresh, ...fields }, { from: link });
const open_sessions = (id) => count(`session WHERE person = ${id} AND ended IS NULL AND stage = 'FULL'`);

// --- the link -------------------------------------------------------------------------------

test('R_BRU_03 the link of the mail works once: a password is chosen, and one logs in with it', async () => {
	const { link, id } = await access(doctor), b = new Browser();
	for (let i = 0; i < 3; i++)
		assert.equal((await b.get(link)).heading, 'Vælg din adgangskode', 'opening it changes nothing');
	assert.match(b.page.text, new RegExp(doctor.replace('.', '\\.')));
	let page = await choose(b, link, { repeated: 'noget andet end det' });
	assert.deepEqual([page.status, page.faults], [422, ['De to adgangskoder er ikke ens. Skriv den to gange.']]);
	page = await choose(b, link, { fresh: 'kort', repeated: 'kort' });
	assert.equal(page.status, 422);
	assert.ok(!page.html.includes('value="kort"'), 'no password is sent back');
	page = await choose(b, link);
	assert.match(page.text, /Din adgangskode er valgt/, page.brief);
	assert.equal(page.heading, 'Log ind');
	assert.equal((await log_in(b, doctor, fresh)).status, 200);
	assert.equal(count(`audit WHERE action = 'choose password' AND object_id = ${id} AND person = ${id} AND detail = 'ACCESS'`) > 0, true);
	for (const again of [await new Browser().get(link), await new Browser().post(link, {})]) {
		if (again.status === 403)
			continue; /* without a form of ours */
		assert.equal(again.status, 410);
		assert.equal(again.heading, 'Linket virker ikke mere');
		assert.match(again.text, /49 25 25 65/);
		assert.ok(again.links.includes('/adgang/glemt') && again.links.includes('/adgang/log-ind'));
	}
});

test('a link is dead when it has expired, when a newer one was sent, and when it never was', async () => {
	const { link, id } = await access(doctor);
	assert.equal((await new Browser().get(link)).status, 200);
	const newer = (await access(doctor)).link;
	assert.equal((await new Browser().get(link)).status, 410, 'replaced');
	assert.equal((await new Browser().get(newer)).status, 200);
	const form = new Browser();
	await form.get(newer);
	sql(`UPDATE access_link SET expires = made WHERE person = ${id}`);
	assert.equal((await new Browser().get(newer)).status, 410, 'expired');
	assert.equal((await form.submit(newer, { fresh, repeated: fresh })).status, 410, 'expired while it was filled in');
	for (const token of ['x'.repeat(43), 'x', '%00', 'a'.repeat(400)])
		assert.ok([410, 400, 404].includes((await new Browser().get(`/adgang/aktiver/${token}`)).status));
});

test('of two who use a link at once, one chooses the password', async () => {
	const { link, id } = await access(doctor), two = [new Browser(), new Browser()];
	for (const b of two)
		await b.get(link);
	const pages = await Promise.all(two.map((b, i) => b.submit(link, { fresh: `${fresh} ${i}`, repeated: `${fresh} ${i}` })));
	assert.deepEqual(pages.map((p) => p.status).sort(), [200, 410], pages.map((p) => p.brief).join());
	assert.equal(count(`credential WHERE person = ${id}`), 1);
	secret(`${fresh} 0`, `${fresh} 1`);
});

test('the token of a link is nowhere but in the mail: not in the database, not in a log, not for another site', async () => {
	const { link, id } = await access(doctor), token = link.split('/').pop(), b = new Browser();
	const page = await b.get(link);
	assert.equal(page.headers['referrer-policy'], 'same-origin');
	assert.match(page.headers['cache-control'], /no-store/);
	assert.ok(page.links.every((a) => a.startsWith('/') || a.startsWith('#') || a.startsWith('tel:')));
	assert.equal(one(`SELECT HEX(token) LIKE '%${Buffer.from(token).toString('hex')}%' FROM access_link WHERE person = ${id} ORDER BY made DESC LIMIT 1`), '0');
	await b.get(`${link}?x=1`);
	await b.get(`${link}/kode`);
	const log = path.join(stack.LOG, 'access.log');
	await until(() => /\/adgang\/aktiver\/\*\*\* /.test(fs.readFileSync(log, 'utf8')), 'it is in the log, masked');
	for (const file of fs.readdirSync(stack.LOG).filter((f) => f.endsWith('.log')))
		assert.ok(!fs.readFileSync(path.join(stack.LOG, file), 'utf8').includes(token), file);
});

// --- a forgotten password -------------------------------------------------------------------

test('a forgotten password: a link in the mail, a code on the mobile, and all sessions are over', async () => {
	const link = await forgotten(doctor), id = keep(doctor), b = new Browser();
	await login(doctor, undefined, { anew: true });
	assert.ok(open_sessions(id) > 0);
	let page = await b.get(link);
	assert.equal(page.heading, 'Vælg en ny adgangskode');
	assert.equal(page.form(link), undefined, 'no password before there is a code');
	page = await b.post(link, { formular: await b.token(link), fresh, repeated: fresh });
	assert.deepEqual([page.status, count(`session WHERE person = ${id} AND stage = 'FULL' AND ended IS NULL`) > 0], [422, true]);
	page = await b.submit(`${link}/kode`, {}, { from: link });
	const code = page.id('demo-code');
	assert.match(code, /^\d{6}$/);
	assert.ok(page.text.includes(kept.get(doctor)[3].slice(-2)));
	page = await choose(b, link, { code: code === '123456' ? '654321' : '123456' });
	assert.equal(page.status, 422);
	assert.match(page.text, /Koden passer ikke. Du har 4 forsøg tilbage/);
	page = await b.submit(link, { fresh, repeated: fresh, code });
	assert.match(page.text, /Din adgangskode er valgt/, page.brief);
	assert.equal(open_sessions(id), 0, 'all sessions are over');
	assert.equal((await new Browser().get(link)).status, 410);
	assert.equal((await log_in(new Browser(), doctor, fresh)).status, 200);
	const wrong = await new Browser().submit('/adgang/log-ind', { email: doctor, password: demo.password }, { from: '/adgang/log-ind' });
	assert.match(wrong.text, /E-mail eller adgangskode er forkert/);
});

test('the code of a link lets nobody in by itself, and three codes are all that a link gives', async () => {
	const link = await forgotten(doctor), b = new Browser();
	for (let i = 0; i < 3; i++)
		await b.submit(`${link}/kode`, {}, { from: link });
	const code = b.page.id('demo-code');
	assert.equal(b.page.form(`${link}/kode`), undefined, 'no fourth');
	const page = await b.post(`${link}/kode`, { formular: await b.token(link) });
	assert.equal(page.status, 422);
	assert.equal((await b.get('/adgang/kode')).heading, 'Log ind', 'no login waits for it');
	await b.get(link);
	for (let i = 0; i < 5; i++)
		await b.post(link, { formular: await b.token(link), code: code === '123456' ? '654321' : '123456', fresh, repeated: fresh });
	const spent = await b.post(link, { formular: await b.token('/adgang/log-ind'), code, fresh, repeated: fresh });
	assert.equal(spent.status, 422, 'the right one comes too late');
	assert.match((await b.get(link)).text, /Bed om et nyt link/);
});

test('who changes the password while a link is on its way makes the link useless', async () => {
	const link = await forgotten(doctor), b = new Browser();
	await log_in(b, doctor);
	const page = await b.submit('/adgang/profil/adgangskode', { present: demo.password, fresh, repeated: fresh }, { from: '/adgang/profil' });
	assert.match(page.text, /Adgangskoden er skiftet/, page.brief);
	assert.equal((await new Browser().get(link)).status, 410);
});

test('a forgotten password tells nothing: the same answer, after the same time, for known and unknown', async () => {
	const known = keep(doctor), before_it = count(`mail WHERE person = ${known}`), all = count('mail');
	const unknown = 'findes.ikke@example.dk', times = { [doctor]: [], [unknown]: [] }, pages = {};
	for (let i = 0; i < 5; i++)
		for (const email of [doctor, unknown]) {
			sql('DELETE FROM login_guess');
			const b = new Browser();
			await b.get('/adgang/glemt');
			const began = process.hrtime.bigint();
			const answer = await b.submit('/adgang/glemt', { email }, { stay: true });
			times[email].push(Number(process.hrtime.bigint() - began) / 1e6);
			assert.equal(answer.status, 303);
			pages[email] = [answer.location, (await b.get(answer.location)).text];
		}
	assert.deepEqual(pages[doctor], pages[unknown]);
	assert.ok(!pages[doctor][0].includes('@'));
	assert.deepEqual([count(`mail WHERE person = ${known}`), count('mail')], [before_it + 5, all + 5]);
	for (const list of Object.values(times))
		assert.ok(Math.min(...list) >= 140, `${list} ms`);
	for (const email of [doctor, unknown]) {
		sql('DELETE FROM login_guess');
		for (let i = 0; i < 3; i++)
			assert.equal((await forget(email)).status, 200);
		const held = await forget(email);
		assert.equal(held.status, 429, 'three of one address');
		assert.match(held.text, /49 25 25 65/);
	}
	sql('DELETE FROM login_guess');
	for (const email of ['', ' '])
		assert.equal((await forget(email)).status, 422);
});

test('whoever has never had access gets no link by asking for one', async () => {
	const id = keep(doctor), before_it = count(`mail WHERE person = ${id}`);
	sql(`DELETE FROM credential WHERE person = ${id}`);
	assert.equal((await forget(doctor)).heading, 'Se efter i din mail');
	assert.equal(count(`mail WHERE person = ${id}`), before_it);
	sql(`INSERT INTO credential (person, password) VALUES (${id}, ${quote(kept.get(doctor)[6])})`);
});

// --- help -----------------------------------------------------------------------------------

/* The doctor with a password, logged in. */
async function with_password(email) {
	const id = keep(email);
	sql(`INSERT INTO credential (person, password) VALUES (${id}, ${quote(kept.get(email)[6])}) ON DUPLICATE KEY UPDATE password = ${quote(kept.get(email)[6])}`);
	await login(email, undefined, { anew: true });
	return id;
}

test('T_180 R_LOG_04 a reset needs the tick; the mail is sent again, sessions end, no old password works, and it is audited', async () => {
	const id = await with_password(doctor), b = await login(office, 'VUS'), at = `/sekretariat/brugere/${id}/login`;
	const mails = count(`mail WHERE person = ${id}`), audits = () => count(`audit WHERE action = 'reset login' AND object_id = ${id} AND person = ${person(office)} AND role = 'VUS'`);
	const before_it = audits();
	let page = await b.get(at);
	assert.ok(page.form(at).fields.some(([name, v]) => name === 'email' && v === doctor), 'the e-mail in full');
	assert.ok(page.form(at).fields.some(([name, v]) => name === 'mobile' && v.replace(/ /g, '') === kept.get(doctor)[3].replace('+45', '')), 'and the mobile');
	page = await b.submit(at, {});
	assert.equal(page.status, 422);
	assert.match(page.faults.join(), /Kontrollér e-mail og mobil med brugeren, og sæt kryds/);
	assert.deepEqual([count(`mail WHERE person = ${id}`), audits()], [mails, before_it], 'nothing was done');
	assert.ok(open_sessions(id) > 0);
	page = await b.submit(at, { kontrolleret: '1' });
	assert.match(page.text, /Login er nulstillet/, page.brief);
	assert.equal(audits(), before_it + 1);
	assert.equal(open_sessions(id), 0);
	assert.equal(one(`SELECT password FROM credential WHERE person = ${id}`), '!');
	const wrong = await new Browser().submit('/adgang/log-ind', { email: doctor, password: demo.password }, { from: '/adgang/log-ind' });
	assert.match(wrong.text, /E-mail eller adgangskode er forkert/);
	for (const password of ['!', ''])
		assert.equal((await new Browser().submit('/adgang/log-ind', { email: doctor, password }, { from: '/adgang/log-ind' })).status, 422);
	const mail = await last_mail(id);
	assert.equal(mail.subject, 'Logbog.net - Adgangsoplysninger');
	assert.match((await choose(new Browser(), link_of(mail))).text, /Din adgangskode er valgt/);
	assert.equal((await log_in(new Browser(), doctor, fresh)).status, 200);
});

test('R_LOG_01 e-mail and mobile are corrected in the same action, and the mail goes to the new one', async () => {
	const id = await with_password(doctor), b = await login(office, 'VUS'), at = `/sekretariat/brugere/${id}/login`;
	for (const [fields, fault] of [[{ email: '' }, /Uden den kan brugeren ikke logge ind/], [{ email: 'ikke en adresse' }, /Skriv en e-mail som/],
		[{ mobile: '' }, /Uden det kan brugeren ikke få engangskoder/], [{ mobile: '12' }, /Skriv otte cifre/],
		[{ email: stranger }, /En anden bruger har den e-mail/]]) {
		const page = await b.submit(at, { kontrolleret: '1', ...fields }, { from: at });
		assert.equal(page.status, 422, page.brief);
		assert.match(page.faults.join(), fault);
		assert.equal(one(`SELECT email FROM person WHERE id = ${id}`), doctor);
		assert.ok(open_sessions(id) > 0, 'nothing was done');
	}
	const page = await b.submit(at, { kontrolleret: '1', email: 'nyt.navn@example.dk', mobile: '20 30 40 50' }, { from: at });
	assert.match(page.text, /Login er nulstillet/, page.brief);
	assert.deepEqual(sql(`SELECT email, mobile FROM person WHERE id = ${id}`)[0], ['nyt.navn@example.dk', '+4520304050']);
	assert.equal(one(`SELECT address FROM mail WHERE person = ${id} ORDER BY id DESC LIMIT 1`), 'nyt.navn@example.dk');
	assert.equal(one(`SELECT detail FROM audit WHERE action = 'reset login' AND object_id = ${id} ORDER BY id DESC LIMIT 1`), 'email mobile');
	assert.ok(count(`person_word WHERE person = ${id} AND ending = 'nyt.navn@example.dk'`) > 0, 'found by it');
	link_of(await last_mail(id));
	sql(`UPDATE person SET email = ${quote(doctor)}, mobile = ${quote(kept.get(doctor)[3])} WHERE id = ${id}`);
	const back = await b.submit(at, { kontrolleret: '1' }, { from: at });
	assert.equal(back.status, 200, back.brief);
	await clock();
});

test('the secretariat of another region is told who helps; the project leader helps all', async () => {
	const id = keep(stranger), at = `/sekretariat/brugere/${id}/login`, b = await login(office, 'VUS');
	const page = await b.get(at);
	assert.equal(page.status, 403);
	assert.match(page.text, /Hjælp med login gives af videreuddannelsessekretariatet dér/);
	const forged = await b.post(at, { formular: await b.token(), kontrolleret: '1', email: stranger, mobile: '20304050' });
	assert.equal(forged.status, 403);
	assert.notEqual(one(`SELECT password FROM credential WHERE person = ${id}`), '!');
	const leader = await login(somebody('PROJEKTLEDER'), 'PROJEKTLEDER');
	assert.equal((await leader.get(at)).status, 200);
});

test('a secretariat resets the login of nobody who has more rights than it: no project leader, no secretariat of another region, even after a role in its own', async () => {
	const leader = somebody('PROJEKTLEDER'), other = somebody('VUS', `h.region <> ${region}`), b = await login(office, 'VUS');
	const begun = one('SELECT COALESCE(MAX(id), 0) FROM user_role');
	sql(`INSERT INTO user_role (person, role, org_unit, since) SELECT ${person(other)}, 'UAO', MIN(id), ${today()} FROM org_unit WHERE region = ${region} AND kind = 'AFDELING'`);
	try {
		for (const email of [leader, other]) {
			const id = keep(email), at = `/sekretariat/brugere/${id}/login`, mails = count(`mail WHERE person = ${id}`);
			const page = await b.get(at);
			assert.equal(page.status, 403, page.brief);
			assert.match(page.text, /Hjælp med login gives af projektlederen/);
			const forged = await b.post(at, { formular: await b.token(), kontrolleret: '1', email: 'en.anden@example.dk', mobile: '20304050' });
			assert.equal(forged.status, 403, forged.brief);
			assert.deepEqual([one(`SELECT email FROM person WHERE id = ${id}`), count(`mail WHERE person = ${id}`)], [email, mails]);
			assert.notEqual(one(`SELECT password FROM credential WHERE person = ${id}`), '!');
		}
		const national = await login(leader, 'PROJEKTLEDER');
		assert.equal((await national.get(`/sekretariat/brugere/${person(other)}/login`)).status, 200);
	} finally {
		sql(`UPDATE user_role SET until = since WHERE id > ${begun} AND person = ${person(other)} AND role = 'UAO'`);
	}
});

test('the account of the secretariat alone opens no login of a project leader: no e-mail changed, no link made', () => {
	const id = keep(somebody('PROJEKTLEDER'));
	const theirs = sql(`SELECT id FROM session WHERE ended IS NULL AND held IN (SELECT id FROM user_role WHERE role = 'PROJEKTLEDER')`).flat().join() || '0';
	sql(`UPDATE session SET ended = seen WHERE id IN (${theirs})`);
	const as_office = (statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', '--user=logbook-office',
		'-e', statement, stack.DATABASE], { encoding: 'utf8' }).stderr;
	assert.match(as_office(`UPDATE person SET email = 'en.anden@example.dk' WHERE id = ${id}`), /person: not for this account to change/);
	assert.match(as_office(`UPDATE person SET mobile = '+4520304050' WHERE id = ${id}`), /person: not for this account to change/);
	assert.match(as_office(`INSERT INTO access_link (token, person, purpose, expires, made) VALUES (UNHEX(SHA2('x', 256)), ${id}, 'ACCESS', NOW() + INTERVAL 1 DAY, NOW())`), /access_link: not for this account to add/);
	sql(`UPDATE session SET ended = NULL WHERE id IN (${theirs})`);
});

test('R_BRU_06 held access: with e-mail and mobile it waits for its day, and goes out on none before', async () => {
	const id = keep(doctor), b = await login(office, 'VUS'), at = `/sekretariat/brugere/${id}/login`;
	sql(`DELETE FROM credential WHERE person = ${id}; UPDATE person SET mobile = NULL, access_due = ${today()} + INTERVAL 5 DAY WHERE id = ${id}`);
	const mails = count(`mail WHERE person = ${id}`);
	const page = await b.submit(at, { kontrolleret: '1', mobile: '20 30 40 50' }, { from: at });
	assert.match(page.text, /E-mail og mobil er gemt/, page.brief);
	assert.deepEqual([count(`mail WHERE person = ${id}`), one(`SELECT access_due IS NOT NULL FROM person WHERE id = ${id}`)], [mails, '1']);
	sql(`UPDATE person SET access_due = ${today()} WHERE id = ${id}`);
	await b.submit(at, { kontrolleret: '1' }, { from: at });
	assert.match(b.page.text, /Mailen med adgangsoplysninger er på vej/, b.page.brief);
	assert.equal(one(`SELECT access_due IS NULL FROM person WHERE id = ${id}`), '1');
	link_of(await last_mail(id));
});

test('the account of the secretariat locks a password and writes no other', () => {
	const id = keep(stranger);
	const as_office = (statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', '--user=logbook-office',
		'-e', statement, stack.DATABASE], { encoding: 'utf8' }).stderr;
	assert.match(as_office(`UPDATE credential SET password = 'abc' WHERE person = ${id}`), /may be locked only/);
	assert.match(as_office(`SELECT password FROM credential`), /SELECT command denied/);
	assert.match(as_office(`INSERT INTO credential (person, password) VALUES (1, '!')`), /INSERT command denied/);
	assert.match(as_office(`UPDATE credential SET role = 1 WHERE person = ${id}`), /UPDATE command denied/);
	assert.notEqual(one(`SELECT password FROM credential WHERE person = ${id}`), 'abc');
});

// --- mails that did not arrive --------------------------------------------------------------

test('what could not be delivered stands under Mails of the region alone, is sent again, or seen to', async () => {
	const id = await with_password(doctor), other = keep(stranger), b = await login(office, 'VUS');
	const failed = (person_id, kind) => {
		sql(`INSERT INTO mail (person, address, kind, subject, sealed, made, state, next_try, said)
			VALUES (${person_id}, 'gammel@example.dk', '${kind}', 'x', ${kind === 'NOTICES' ? "'x'" : 'NULL'}, UTC_TIMESTAMP(), 'FAILED', UTC_TIMESTAMP(), '550 No such user')`);
		return one('SELECT MAX(id) FROM mail');
	};
	const name = (n) => one(`SELECT name FROM person WHERE id = ${n}`);
	const first = failed(id, 'ACCESS'), second = failed(id, 'NOTICES'), third = failed(id, 'FORGOT'), theirs = failed(other, 'ACCESS');
	const state = (n) => one(`SELECT state FROM mail WHERE id = ${n}`);
	let page = await b.get('/sekretariat/mails');
	assert.ok(page.menu.includes('/sekretariat/mails'));
	assert.ok(page.text.includes(name(id)) && page.text.includes('550 No such user') && page.text.includes('Rettet siden'));
	assert.ok(!page.text.includes(name(other)), 'not those of another region');
	const token = () => b.token('/sekretariat/mails');
	assert.equal((await b.post('/sekretariat/mails', { formular: await token(), mail: theirs, svar: 'ordnet' })).status, 403);
	assert.equal(state(theirs), 'FAILED');
	assert.equal((await b.post('/sekretariat/mails', { formular: await token(), mail: third, svar: 'igen' })).status, 409, 'who forgot asks again');
	assert.equal((await b.post('/sekretariat/mails', { formular: await token(), mail: second, svar: 'igen' })).status, 303);
	assert.deepEqual(sql(`SELECT state, address FROM mail WHERE id = ${second}`)[0], ['WAITING', doctor]);
	assert.equal((await b.post('/sekretariat/mails', { formular: await token(), mail: first, svar: 'igen' })).status, 303);
	assert.equal(state(first), 'DROPPED', 'a new one with a new link is on its way');
	assert.equal(one(`SELECT address FROM mail WHERE person = ${id} AND kind = 'ACCESS' AND state = 'WAITING'`), doctor);
	assert.equal(state(third), 'DROPPED', 'its link is dead');
	assert.equal((await b.post('/sekretariat/mails', { formular: await token(), mail: first, svar: 'ordnet' })).status, 409);
	sql(`INSERT INTO text_message (person, mobile, sealed, made, expires, state, next_try, said)
		VALUES (${id}, '+4520304050', NULL, UTC_TIMESTAMP(), UTC_TIMESTAMP(), 'UNSURE', UTC_TIMESTAMP(), '')`);
	page = await b.get('/sekretariat/mails');
	const sms = page.forms.flatMap((f) => f.fields).find(([n]) => n === 'sms')[1];
	page = await b.submit('/sekretariat/mails', { sms, svar: 'ordnet' }, { from: '/sekretariat/mails' });
	assert.match(page.text, /Den er taget af listen/, page.brief);
	assert.equal(one(`SELECT state FROM text_message WHERE id = ${sms}`), 'DROPPED');
	sql(`DELETE FROM mail WHERE id IN (${second}, ${theirs}); DELETE FROM text_message WHERE id = ${sms}`);
	link_of(await last_mail(id));
});

test('R_LOG_03 whoever cannot log in is told by name, telephone and hours where to get help', async () => {
	const b = new Browser(), wrong = await b.submit('/adgang/log-ind', { email: doctor, password: 'helt forkert kode' }, { from: '/adgang/log-ind' });
	for (const page of [wrong, await b.get('/adgang/glemt?besked=sendt'), await b.get(`/adgang/aktiver/${'x'.repeat(43)}`), await b.get('/adgang/hjaelp')])
		assert.match(page.text.replace(/Brug for hjælp.*/s, ''), /ring til .* på 49 25 25 65 ?, kl\. 8–17 på hverdage/, page.brief);
	assert.ok(wrong.links.includes('/adgang/glemt'));
});
