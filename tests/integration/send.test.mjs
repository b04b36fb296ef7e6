// SPDX-License-Identifier: MPL-2.0
//
// Afsend (domain 13): ordered once, frozen, closed, laid down for the authority, who opens and proves it with
// openssl alone; the receipt; what is asked afterwards; Eftersend; what ended it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Browser, clock, count, demo, file, login, one, person, quote, somebody, sql, stack, today } from './lib.mjs';
import { at, kbu, let_time_pass, make_ready, opened, order, outbox, reference, sender, sha256, specialist, state } from './sending.mjs';

const J = person(specialist), vus = one(`SELECT p.email FROM office_now o JOIN person p ON p.id = o.viewer JOIN credential c ON c.person = p.id
	WHERE o.doctor = ${J} AND ${today()} >= o.since AND ${today()} < o.until ORDER BY p.id LIMIT 1`);
const cpr = demo.people.find((p) => p.email === specialist).cpr;
const packages = () => count(`submission WHERE doctor = ${J} AND part = 'MAIN'`);
let id, ref, box;

test('T_164 two clicks give one order, and another tab is told; nothing goes without consent', async () => {
	const b = await make_ready(specialist), from = `${at}/afsend/speciallaege`, was = packages();
	await b.submit('/logbog/filer', { slags: 'OTHER', titel: 'Takkekort' }, { from: '/logbog/filer', files: { fil: file('letter.png') } });
	const page = await b.get(from), form = page.form(from), other = (await b.copy().get(from)).form(from);
	assert.match(page.text, /Sendes ikke med.*Takkekort/s, 'what does not go is named before');
	const without = await b.post(from, Object.fromEntries(form.fields));
	assert.equal(without.status, 422);
	assert.match(without.text, /Sæt kryds, når du har set det igennem/);
	const send = (f) => b.copy().post(from, { ...Object.fromEntries(f.fields), samtykke: '1' });
	const both = await Promise.all([send(form), send(form), send(form)]);
	assert.deepEqual(both.map((p) => p.status), [303, 303, 303]);
	assert.equal(new Set(both.map((p) => p.location)).size, 1);
	assert.equal(packages(), was + 1);
	assert.equal((await send(other)).status, 409, 'R_STPS_18');
	assert.equal(packages(), was + 1);
	id = Number(/afsendelse\/(\d+)/.exec(both[0].location)[1]);
	ref = reference(id);
	assert.match(ref, /^LB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
	const progress = await b.get(`${at}/afsendelse/${id}`);
	assert.match(progress.text, /Bestilt, laves nu/);
	assert.equal(progress.headers.refresh, '3');
	assert.match((await b.get(at)).text, /Dokumentationen er bestilt afsendt og er på vej\./);
	assert.match((await b.get('/logbog/oversigt')).text, /bestilt afsendt og er på vej/);
});

test('R_STPS_15 what the authority opens is whole, and openssl alone proves it', async () => {
	sender();
	assert.equal(state(id), 'SENT');
	box = opened(path.join(outbox, `${ref}.zip.p7m`));
	const manifest = JSON.parse(fs.readFileSync(path.join(box.dir, 'manifest.json'))), key = manifest.key;
	const pem = await new Browser().request('GET', `/verificer/noegle/${key}.pem`);
	fs.writeFileSync(path.join(box.dir, '../key.pem'), pem.bytes);
	const proved = execFileSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', '../key.pem', '-rawin', '-in', 'manifest.json', '-sigfile', 'manifest.sig'], { cwd: box.dir, encoding: 'utf8' });
	assert.match(proved, /Signature Verified Successfully/);
	fs.appendFileSync(path.join(box.dir, 'manifest.json'), ' ');
	assert.notEqual(spawnSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', '../key.pem', '-rawin', '-in', 'manifest.json', '-sigfile', 'manifest.sig'], { cwd: box.dir }).status, 0);
	for (const f of manifest.files) {
		const said = execFileSync('openssl', ['dgst', '-sha256', '-r', f.name], { cwd: box.dir, encoding: 'utf8' });
		assert.equal(said.split(' ')[0], f.sha256, f.name);
	}
	/* Every file of one's own is in it, or was named beside the consent. */
	const titles = manifest.files.map((f) => f.title).join('\n');
	for (const [title, kind, status] of sql(`SELECT title, kind, status FROM file_now WHERE doctor = ${J} AND status <> 'WITHDRAWN'`))
		assert.equal(titles.includes(title), ['AGREEMENT', 'SUPPLEMENT', 'DIPLOMA'].includes(kind) && status !== 'REFUSED', title);
	const owner = await login(specialist, 'UL');
	assert.match((await owner.get(at)).text, /Dokumentationen er afsendt\./);
	assert.doesNotMatch((await owner.get(at)).text, /Dokumentationen er ikke sendt før/);
	assert.match((await owner.get('/logbog/oversigt')).text, /Dokumentationen er afsendt\./);
	/* Nothing else is in it, and each is on the receipt. */
	assert.equal(manifest.files.length + 2, execFileSync('unzip', ['-Z1', '../pakke.zip'], { cwd: box.dir, encoding: 'utf8' }).trim().split('\n').length);
	const page = await (await login(specialist, 'UL')).get(`${at}/afsendelse/${id}`);
	for (const f of manifest.files)
		assert.ok(page.text.includes(f.sha256), f.name);
	assert.equal(sha256(box.zip), one(`SELECT LOWER(HEX(sha256)) FROM submission_step WHERE submission = ${id} AND status = 'BUILT'`));
});

test('R_STPS_05 R_STPS_19 R_STPS_04 T_163 the receipt has number, time, list and hashes, and what remains; the mail has no CPR number', async () => {
	const b = await login(specialist, 'UL'), page = await b.get(`${at}/afsendelse/${id}`);
	assert.match(page.text, /Sendt til styrelsen/);
	assert.ok(page.text.includes(ref));
	assert.match(page.text, /4\.165 kr/);
	assert.match(page.text, /ansøgningsskemaet/);
	assert.match(page.text, /dansk tid/);
	assert.equal(page.headers.refresh, undefined);
	clock();
	const mails = fs.readdirSync(path.join(stack.DIR, 'mail')).map((f) => fs.readFileSync(path.join(stack.DIR, 'mail', f), 'utf8')).filter((m) => m.includes(`kvittering ${ref}`));
	assert.equal(mails.length, 1);
	assert.match(mails[0], /4\.165 kr/);
	assert.match(mails[0], /SHA-256 [0-9a-f]{64}/);
	assert.ok(!mails[0].includes(cpr) && !mails[0].includes(cpr.replace('-', '')));
	/* Fetched again, exactly as it was frozen; by nobody else. */
	const zip = await b.request('GET', `/udskrift/afsendelse/${id}.zip`);
	assert.equal(zip.status, 200);
	assert.equal(sha256(zip.bytes), sha256(box.zip));
	assert.equal((await (await login(kbu, 'UL')).request('GET', `/udskrift/afsendelse/${id}.zip`)).status, 404);
	assert.equal((await (await login(kbu, 'UL')).get(`${at}/afsendelse/${id}`)).status, 404);
	assert.equal((await b.get(`${at}/afsend/speciallaege`)).status, 409, 'R_STPS_18');
});

test('the try-out has packages that logbook-send made, one that waits, and one that was taken back', async () => {
	const stands = (email, status) => count(`submission_now WHERE doctor = ${person(email)} AND status = '${status}' AND part = 'MAIN'`);
	assert.deepEqual([stands('victor.bang@logbog.example', 'SENT'), stands('sara.lindholm@logbog.example', 'SENT'), stands('nadia.rahimi@logbog.example', 'WITHDRAWN'),
		stands('nadia.rahimi@logbog.example', 'ORDERED')], [1, 1, 1, 1]);
	assert.match((await (await login(vus, 'VUS')).get('/sekretariat/afsendelser')).text, /Nadia Rahimi.*Venter over et døgn.*Victor Bang/s);
});

test('verificer: ours and unchanged, changed, unknown, by file, hash and reference, without login and without a name', async () => {
	const anybody = new Browser(), from = '/verificer/';
	const ask = (bytes, fields = {}) => anybody.submit(from, fields, { from, ...(bytes ? { files: { fil: { filename: 'x', bytes } } } : {}) });
	let page = await ask(box.zip);
	assert.equal(page.heading, 'Dokumentet er ægte', page.brief);
	assert.ok(page.text.includes(ref) && !page.text.includes('Nyholm'));
	assert.equal((await ask(fs.readFileSync(path.join(outbox, `${ref}.zip.p7m`)))).heading, 'Dokumentet er ægte');
	const pdf = fs.readdirSync(box.dir).find((f) => f.endsWith('.pdf'));
	assert.equal((await ask(fs.readFileSync(path.join(box.dir, pdf)))).heading, 'Dokumentet er ægte');
	const changed = Buffer.from(box.zip);
	changed[changed.length >> 1] ^= 1;
	assert.equal((await ask(changed, { nummer: ref })).heading, 'Dokumentet er ændret');
	/* Its own number is read from it: nothing is to be typed. */
	page = await ask(changed);
	assert.equal(page.heading, 'Dokumentet er ændret', page.brief);
	assert.ok(page.text.includes(ref));
	execFileSync('qpdf', ['--rotate=+90:1', path.join(box.dir, pdf), path.join(box.dir, '../drejet.pdf')]);
	for (const bytes of [fs.readFileSync(path.join(box.dir, '../drejet.pdf')), Buffer.concat([fs.readFileSync(path.join(box.dir, pdf)), Buffer.from('\n')])]) {
		page = await ask(bytes);
		assert.equal(page.heading, 'Dokumentet er ændret', page.brief);
		assert.ok(page.text.includes(ref));
	}
	execFileSync('zip', ['-q', '-r', '../pakket-om.zip', '.'], { cwd: box.dir });
	assert.equal((await ask(fs.readFileSync(path.join(box.dir, '../pakket-om.zip')))).heading, 'Dokumentet er ændret');
	assert.equal((await ask(Buffer.from('noget andet'))).heading, 'Dokumentet kendes ikke');
	assert.equal((await ask(null, { nummer: sha256(box.zip) })).heading, 'Dokumentet er ægte');
	assert.equal((await ask(null, { nummer: ref.toLowerCase().replaceAll('-', ' ') })).heading, 'Nummeret er ægte');
	assert.equal((await ask(null, { nummer: 'LB-0000-0000-1' })).status, 422);
	assert.equal((await anybody.get('/verificer/LB-0000-0000-0')).status, 404);
	assert.match((await anybody.get('/verificer/vejledning')).text, /openssl pkeyutl -verify/);
	assert.equal((await anybody.get('/verificer/noegle/999.pem')).status, 404);
});

test('T_162 R_STPS_17 Eftersend only after a package of the kind; what is chosen is sent as a difference; corrupt content stops it with its name', async () => {
	const early = await (await login(kbu, 'UL')).get(`${at}/eftersend/selvstaendigt-virke`);
	assert.equal(early.status, 409);
	assert.match(early.text, /først eftersendes, når dokumentationen er sendt/);
	assert.match(spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '-e', `INSERT INTO submission (doctor, kind, part, main, reference, files, consent, once, given_by, by_name, as_role, at)
		SELECT ${person(kbu)}, 'PRACTICE', 'EXTRA', ${id}, 'LB-0000-0000-X', '1', 'x', RANDOM_BYTES(16), ${person(kbu)}, 'x', 'UL', UTC_TIMESTAMP()`, stack.DATABASE], { encoding: 'utf8' }).stderr, /nothing of that kind was sent before/);
	const b = await login(specialist, 'UL'), from = `${at}/eftersend/speciallaege`;
	await b.submit('/logbog/filer', { slags: 'OTHER', titel: 'Brev, som styrelsen bad om' }, { from: '/logbog/filer', files: { fil: file('letter.pdf') } });
	const doc = one(`SELECT MAX(file) FROM file_now WHERE doctor = ${J}`);
	assert.equal((await b.submit(from, { samtykke: '1' }, { from })).status, 422);
	const extra = await order(b, 'SPECIALIST', from, { fil: doc });
	/* Its bytes are altered in the database, by somebody who may not: nothing is sent, and it is named. */
	const content = one(`SELECT HEX(content) FROM file WHERE id = ${doc}`);
	const swap = (to) => sql(`SET @was = @@SESSION.sql_mode; DROP TRIGGER file_content_stays; UPDATE file_content SET bytes = ${to} WHERE sha256 = UNHEX('${content}');
		CREATE TRIGGER file_content_stays BEFORE UPDATE ON file_content FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'file_content: rows are only ever added'`);
	swap(`CONCAT(bytes, 'x')`);
	sender();
	swap('LEFT(bytes, LENGTH(bytes) - 1)');
	assert.equal(state(extra), 'STOPPED');
	assert.match((await b.get(`${at}/afsendelse/${extra}`)).text, /Intet er sendt.*»Brev, som styrelsen bad om«.*kan ikke læses/);
	const again = await order(b, 'SPECIALIST', from, { fil: doc });
	sender();
	assert.equal(state(again), 'SENT');
	const got = opened(path.join(outbox, `${reference(again)}.zip.p7m`));
	assert.deepEqual(JSON.parse(fs.readFileSync(path.join(got.dir, 'manifest.json'))).files.map((f) => f.title), ['Eftersendt dokumentation', 'Brev, som styrelsen bad om', 'Indhold, maskinlæsbart']);
	const words = execFileSync('pdftotext', [path.join(got.dir, 'eftersendt.pdf'), '-'], { encoding: 'utf8' });
	assert.ok(words.includes(ref), 'it says what it adds to');
	for (const page of words.split('\f').slice(0, -1))
		assert.ok(page.includes(cpr), 'T_163');
});

test('the secretariat sees each with its state, and records what the authority has done; then another may be sent', async () => {
	const b = await login(vus, 'VUS'), list = await b.get('/sekretariat/afsendelser');
	assert.ok(list.text.includes(ref), list.brief);
	assert.match(list.text, /kan ikke læses/, 'what stopped, and why');
	const looks = () => count(`look WHERE doctor = ${J} AND page = '/sekretariat/afsendelser/{submission}'`), was = looks();
	const page = await b.get(`/sekretariat/afsendelser/${id}`);
	assert.match(page.text, /Sendt til styrelsen/);
	assert.equal(looks(), was + 1);
	assert.equal((await b.submit(`/sekretariat/afsendelser/${id}`, {})).status, 422);
	assert.match((await b.submit(`/sekretariat/afsendelser/${id}`, { hvad: 'afvist', grund: 'Uddannelsesaftalen mangler underskrift' }, { from: `/sekretariat/afsendelser/${id}` })).text, /Det er gemt/);
	assert.equal(state(id), 'REJECTED');
	const own = await (await login(specialist, 'UL')).get(`${at}/afsendelse/${id}`);
	assert.match(own.text, /Afvist af styrelsen.*Uddannelsesaftalen mangler underskrift/);
	assert.equal((await new Browser().get(`/verificer/${ref}`)).status, 200);
	id = await order(await login(specialist, 'UL'), 'SPECIALIST');
	ref = reference(id);
	sender();
	assert.equal(state(id), 'SENT');
});

test('T_141 R_NUL_07 a reset of something that was sent warns, is told, leaves the snapshot, and shows where it is proved', async () => {
	const b = await login(vus, 'VUS'), resets = `/sekretariat/brugere/${J}/nulstil`, before = one(`SELECT HEX(sha256) FROM submission_step WHERE submission = ${id} AND status = 'BUILT'`);
	const link = (await b.get(resets)).links.find((l) => l.startsWith(`${resets}/kompetence`)) ?? (await b.get(resets)).links.find((l) => l.startsWith(`${resets}/`));
	const page = await b.get(link);
	assert.match(page.text, /Det er sendt til Styrelsen for Patientsikkerhed/);
	assert.ok(page.text.includes(ref));
	const done = await b.submit(link, { anmoder: 'Overlæge Prøve', anmodet: one(`SELECT DATE_FORMAT(${today()}, '%d.%m.%Y')`), journal: 'J-1', grund: 'Prøve', set: '1' }, { from: link, files: {} });
	assert.match(done.text, /Godkendelsen er nulstillet/, done.brief);
	assert.equal(count(`notice WHERE person = ${J} AND kind = 'SENT_RESET' AND place = ${quote(ref)}`), 1);
	assert.ok(count(`notice WHERE person = ${person(vus)} AND kind = 'SENT_RESET_OF' AND about = ${J}`) >= 1);
	assert.match((await new Browser().get(`/verificer/${ref}`)).text, /Noget i det er nulstillet siden/);
	assert.match((await (await login(specialist, 'UL')).get(`${at}/afsendelse/${id}`)).text, /Noget i pakken er nulstillet/);
	assert.equal(one(`SELECT HEX(sha256) FROM submission_step WHERE submission = ${id} AND status = 'BUILT'`), before);
});

test('T_165 the snapshot has its hash after a backup was put back, and an altered one is found', () => {
	const dump = execFileSync('mariadb-dump', ['--no-defaults', `--socket=${stack.SOCKET}`, '--single-transaction', '--hex-blob', '--routines', stack.DATABASE], { maxBuffer: 1 << 30 });
	const run = (words, input) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, ...words], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
	assert.equal(run(['-e', 'CREATE OR REPLACE DATABASE logbook_back']).status, 0);
	const back = run(['logbook_back'], dump);
	assert.equal(back.status, 0, back.stderr);
	try {
		const pieces = run(['--batch', '--skip-column-names', '-e', `SELECT HEX(bytes) FROM submission_piece WHERE submission = ${id} AND what = 'PACKAGE' ORDER BY n`, 'logbook_back']).stdout.trim().split('\n');
		assert.equal(sha256(Buffer.from(pieces.join(''), 'hex')), one(`SELECT LOWER(HEX(sha256)) FROM submission_step WHERE submission = ${id} AND status = 'BUILT'`));
		const audit = () => spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', 'logbook_back', '--keys', stack.KEYS, '--account', process.env.USER ?? 'root'], { encoding: 'utf8' }).stdout;
		assert.doesNotMatch(audit(), /submission/);
		run(['-e', `DROP TRIGGER submission_piece_stays; UPDATE submission_piece SET bytes = CONCAT(LEFT(bytes, LENGTH(bytes) - 1), 'x') WHERE submission = ${id} AND what = 'PACKAGE' AND n = 0`, 'logbook_back']);
		assert.match(audit(), /its package were altered or removed/);
	} finally {
		run(['-e', 'DROP DATABASE logbook_back']);
	}
});

test('nobody but the program that sends freezes or sends, and nothing of it is changed', async () => {
	const as = (account, statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, `--user=logbook-${account}`, '-e', statement, stack.DATABASE], { encoding: 'utf8' }).stderr;
	const step = (status, more = '') => `INSERT INTO submission_step (submission, doctor, step, status, words, given_by, by_name, as_role, at) VALUES (${id}, ${J}, (SELECT 9), '${status}', 'x', ${J}, 'x', 'UL', UTC_TIMESTAMP())${more}`;
	assert.match(as('journal', step('STOPPED')), /came first|not for this account|may not follow/);
	assert.match(as('journal', `INSERT INTO submission_piece VALUES (${id}, 'PACKAGE', 9, 'x')`), /denied/);
	assert.match(as('office', `UPDATE submission_work SET next_try = NULL`), /denied/);
	assert.match(as('send', `INSERT INTO submission_piece VALUES (${id}, 'PACKAGE', 9, 'x')`), /not for this account, or this time/);
	assert.match(as('send', `UPDATE submission_step SET words = 'x'`), /denied/);
	assert.match(as('send', `INSERT INTO approval (doctor) VALUES (${J})`), /denied/);
	assert.match(as('verify', 'SELECT * FROM submission'), /denied/);
	assert.match(as('verify', 'SELECT doctor FROM submission_public'), /Unknown column|denied/);
	for (const table of ['submission', 'submission_step', 'submission_piece', 'submission_file']) {
		assert.match(as('send', `DELETE FROM ${table} WHERE 1 LIMIT 1`), /denied/, table);
		assert.throws(() => sql(`DELETE FROM ${table} WHERE 1 LIMIT 1`), /only ever added/, table);
	}
});

test('T_162 R_STPS_12 R_ATT_05 the last attestation of time is offered from its last month, and goes alone', async () => {
	/* The end stays moved: what is signed now would be premature for the old one. */
	const [last, unit] = sql(`SELECT id, org_unit FROM element WHERE doctor = ${J} AND cancelled IS NULL ORDER BY until DESC LIMIT 1`)[0];
	const b = await login(specialist, 'UL'), from = `${at}/eftersend/speciallaege`;
	sql(`UPDATE element SET until = ${today()} + INTERVAL 10 DAY WHERE id = ${last}`);
	const signs = await login(somebody('UAO', `h.org_unit = ${unit}`), 'UAO'), to = `/vejleder/attestationer/${last}/tid`;
	assert.match((await signs.submit(to, { svar: 'attester' }, { from: to })).text, /Attestationen er givet/);
	const signed = one(`SELECT attestation FROM attestation_now WHERE element = ${last} AND kind = 'TIME' AND status = 'APPROVED'`);
	sql(`UPDATE element SET until = ${today()} + INTERVAL 2 MONTH WHERE id = ${last}`);
	assert.match((await b.get(from)).text, /Den sidste tidsattestation kan tidligst sendes/);
	sql(`UPDATE element SET until = ${today()} + INTERVAL 10 DAY WHERE id = ${last}`);
	assert.ok((await b.get(from)).html.includes(`name="tid" value="${signed}"`));
	const extra = await order(b, 'SPECIALIST', from, { tid: signed });
	sender();
	assert.equal(state(extra), 'SENT');
	const got = opened(path.join(outbox, `${reference(extra)}.zip.p7m`));
	const words = execFileSync('pdftotext', [path.join(got.dir, 'eftersendt.pdf'), '-'], { encoding: 'utf8' });
	assert.match(words, /Attestation for tid/i);
	assert.ok(words.includes(one(`SELECT m.reference FROM submission x JOIN submission m ON m.id = x.main WHERE x.id = ${extra}`)), 'it says what it adds to');
});
