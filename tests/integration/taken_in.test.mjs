// SPDX-License-Identifier: MPL-2.0
//
// A doctor moves to another installation (R-ARK-04): the whole logbook as a ZIP is taken in by a second stack with
// keys of its own, and gives out the same bytes there.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { count, file, login, one, person, quote, root, sql, stack, today, until } from './lib.mjs';
import { second } from './second.mjs';
import { at as documents, kbu, make_ready, order, sender, state, take_back } from './sending.mjs';

const dir = fs.mkdtempSync(path.join(stack.DIR, 'tmp/take-'));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const there = second();
after(() => { there.down(); fs.rmSync(there.dir, { recursive: true, force: true }); });

/* A ZIP of that doctor, unpacked: { zip, folder }. */
async function taken_out(browser, name) {
	const answer = await browser.get('/udskrift/alt.zip');
	assert.equal(answer.status, 200, String(answer.text).slice(0, 300));
	const zip = path.join(dir, `${name}.zip`), folder = path.join(dir, name);
	fs.writeFileSync(zip, answer.bytes);
	execFileSync('unzip', ['-q', '-o', zip, '-d', folder]);
	return { zip, folder, data: (kind) => JSON.parse(fs.readFileSync(path.join(folder, `data/${kind}.json`), 'utf8')) };
}
const text = (folder) => execFileSync('pdftotext', ['-raw', path.join(folder, 'logbog.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 })
	.split('\n').filter((line) => !/^Dato |kl\. \d\d\.\d\d|^Udskrevet/.test(line));

// --- what no doctor of the try-out has ---------------------------------------------------------------------------

const mette = 'mette.hansen@logbog.example', mover = 'camilla.rask@logbog.example', cards = 'signe.kjaer@logbog.example', fed = 'emil.sand@logbog.example';
const once = () => `UNHEX('${randomBytes(16).toString('hex')}')`;
before(async () => {
	const [called_off, line, entry] = [once(), once(), once()];
	const doctor = person(mette), [course, list] = sql(`SELECT k.course, k.curriculum FROM course_curriculum k WHERE k.doctor = ${doctor} LIMIT 1`)[0];
	const [office, office_name] = sql(`SELECT p.id, p.name FROM user_role h JOIN person p ON p.id = h.person JOIN training_course c ON c.region = h.region
		WHERE h.role = 'VUS' AND c.id = ${course} AND p.id <> ${doctor} LIMIT 1`)[0];
	sql(`INSERT INTO curriculum_move (course, from_list, to_list, reason, given_by, by_name, as_role, at)
		VALUES (${course}, NULL, ${list}, 'Fejl i første registrering: æøå «ø» 😀', ${office}, ${quote(office_name)}, 'VUS', UTC_TIMESTAMP())`);
	// a card's place taken by a merit note, and what was written down and taken out again
	const [goal, merit] = sql(`SELECT (SELECT MIN(id) FROM competency WHERE approver_rule = 'TUTOR'), (SELECT MIN(id) FROM merit WHERE doctor = ${person(cards)})`)[0];
	if (count(`card_merit WHERE doctor = ${person(cards)}`) === 0)
		sql(`INSERT INTO card_merit (doctor, competency, merit, given_by, by_name, at) VALUES (${person(cards)}, ${goal}, ${merit}, ${office}, 'En tutor', UTC_TIMESTAMP())`);
	sql(`INSERT INTO card_entry (doctor, competency, method, done_on, number, words, once, at) SELECT doctor, competency, method, done_on, 3, 'Fejl', ${entry}, UTC_TIMESTAMP() FROM card_entry WHERE doctor = ${person(cards)} LIMIT 1;
		UPDATE card_entry SET taken_out = UTC_TIMESTAMP() WHERE once = ${entry}`);
	// absence and a talk called off, a line of the overview corrected and taken out
	sql(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at) SELECT doctor, id, (SELECT MIN(id) FROM absence_type), since, since + INTERVAL 1 DAY, doctor, 'Taget ud', 'UL', UTC_TIMESTAMP()
			FROM element WHERE doctor = ${doctor} AND cancelled IS NULL ORDER BY since LIMIT 1;
		UPDATE absence SET cancelled = UTC_TIMESTAMP(), cancelled_by = given_by WHERE doctor = ${doctor} AND by_name = 'Taget ud' AND cancelled IS NULL`);
	const element = one(`SELECT id FROM element WHERE doctor = ${doctor} ORDER BY since DESC LIMIT 1`);
	sql(`INSERT INTO talk (doctor, element, kind, planned_on, once, given_by, by_name, as_role, at)
		VALUES (${doctor}, ${element}, 'ADJUST', CURDATE() + INTERVAL 9 DAY, ${called_off}, ${doctor}, 'Mette', 'UL', UTC_TIMESTAMP());
		UPDATE talk SET cancelled = UTC_TIMESTAMP(), cancelled_by = ${doctor} WHERE once = ${called_off}`);
	sql(`INSERT INTO employment (doctor, since, until, kind, hospital, at, once) VALUES (${doctor}, '2019-01-01', '2019-07-01', 'LOCUM', 'Fjordby', UTC_TIMESTAMP(), ${line});
		UPDATE employment SET cancelled = UTC_TIMESTAMP() WHERE once = ${line};
		INSERT INTO employment (doctor, since, until, kind, hospital, corrects, at) SELECT doctor, since, '2019-08-01', kind, hospital, id, UTC_TIMESTAMP() FROM employment WHERE once = ${line};
		UPDATE employment SET cancelled = UTC_TIMESTAMP() WHERE doctor = ${doctor} AND corrects IS NOT NULL AND cancelled IS NULL;
		INSERT INTO employment_remark (doctor, element, remarks, once, at) SELECT doctor, id, 'Orlov i marts, æøå', RANDOM_BYTES(16), UTC_TIMESTAMP() FROM element WHERE doctor = ${doctor};
		UPDATE employment_remark SET cancelled = UTC_TIMESTAMP() WHERE doctor = ${doctor} ORDER BY id LIMIT 1`);
	// who goes on in another region, and until when the first one looks
	const [[first, until_day, next]] = sql(`SELECT c.id, c.office_until, n.since - INTERVAL 1 DAY FROM training_course c JOIN training_course n ON n.doctor = c.doctor AND n.id <> c.id
		WHERE c.doctor = ${person(mover)} ORDER BY c.since LIMIT 1`);
	sql(`INSERT INTO handover (course, until, given_by, by_name, as_role, at) VALUES (${first}, '${until_day}', ${office}, 'Sekretariatet', 'VUS', '${next}')`);
	// known to the systems that feed the logbook, under their own numbers
	sql(`UPDATE training_course SET source_id = CONCAT('FEED-', id) WHERE doctor = ${person(fed)};
		UPDATE element SET source_id = CONCAT('D', id) WHERE doctor = ${person(fed)}`);
	// two packages, the second of which adds to the first, and a reset through the page
	const b = await make_ready(kbu);
	const sent = await order(b, 'PRACTICE');
	sender();
	assert.equal(state(sent), 'SENT');
	await b.submit('/logbog/filer', { slags: 'OTHER', titel: 'Brev til styrelsen' }, { from: '/logbog/filer', files: { fil: file('letter.pdf') } });
});

// --- whom the other installation knows already ---

/* Three who approved: one called alike there, one whose id is another's there, one of the same name without the id. */
const [alike, other, namesake] = sql(`SELECT DISTINCT p.id, p.name, p.auth_id FROM approval a JOIN person p ON p.id = a.given_by
	WHERE a.doctor <> a.given_by AND p.auth_id IS NOT NULL AND p.name LIKE '% %'
	  AND NOT EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id) ORDER BY p.id LIMIT 3`);
const put_there = (name, auth_id, n) => there.sql(`INSERT INTO person (name, email, mobile, auth_id, born, cpr_kind, cpr_find, cpr_sealed)
	VALUES (${quote(name)}, 'der${n}@logbog.example', '+4500000000', ${auth_id ? quote(auth_id) : 'NULL'}, '1970-01-01', 'REAL', RANDOM_BYTES(32), 'x')`);
before(() => {
	put_there(alike[1].replace(' ', ' Mellem '), alike[2], 1);
	put_there('Helt Anderledes', other[2], 2);
	put_there(namesake[1], null, 3);
});

// --- there and out again -------------------------------------------------------------------------------------------

const doctors = sql(`SELECT p.id, p.email FROM person p JOIN credential k ON k.person = p.id
	WHERE EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id)
	  AND NOT EXISTS (SELECT 1 FROM submission_now n WHERE n.doctor = p.id AND n.status IN ('ORDERED', 'BUILT'))
	  AND EXISTS (SELECT 1 FROM user_role h WHERE h.person = p.id AND h.role = 'UL' AND ${today()} >= h.since AND ${today()} < h.until) ORDER BY p.id`)
	.map(([, email]) => email);
const out = new Map();

test('R_ARK_04 every doctor of the try-out is taken in by another installation, and gives out the same bytes there', async () => {
	for (const email of doctors) {
		const mine = await taken_out(await login(email, 'UL'), email);
		out.set(email, mine);
		const told = there.take(mine.zip);
		assert.equal(told.status, 0, `${email}: ${told.stderr}`);
		// whose the address is, the secretariat says first
		assert.equal(there.count(`person p JOIN org_unit u ON u.id = p.unconfirmed WHERE p.email = ${quote(email)} AND p.access_due IS NULL`), 1, email);
		const again = await taken_out(await there.login(email), `${email}-igen`);
		for (const part of ['data', 'filer'])
			if (fs.existsSync(path.join(mine.folder, part)))
				execFileSync('diff', ['-r', path.join(mine.folder, part), path.join(again.folder, part)], { encoding: 'utf8' });
		const listed = (folder) => JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8')).files
			.map((f) => [f.name, f.title, f.type, f.name === 'logbog.pdf' ? '' : f.sha256]);
		assert.deepEqual(listed(again.folder), listed(mine.folder));
		assert.deepEqual(text(again.folder).sort(), text(mine.folder).sort(), email);
	}
});

test('R_ARK_04 no kind is without a row somewhere', () => {
	for (const f of fs.readdirSync(path.join(out.get(mette).folder, 'data')))
		assert.ok([...out.values()].some((o) => o.data(f.replace('.json', '')).length > 0), f);
});

test('R_ARK_04 the rows are linked anew, and the verifier proves them with the key of this installation', () => {
	assert.notEqual(fs.readFileSync(path.join(there.KEYS, 'chain'), 'hex'), fs.readFileSync(path.join(stack.KEYS, 'chain'), 'hex'));
	const words = ['--socket', there.SOCKET, '--database', there.DATABASE, '--keys', there.KEYS];
	const told = there.run('logbook-audit', ['verify', ...words]);
	assert.equal(told.status, 0, told.stdout + told.stderr);
	assert.match(told.stdout, /all is well/);
	assert.equal(there.count('chain_link'), [...out.values()].reduce((n, o) => n + o.data('kaede').length, 0));
	assert.equal(there.count('chain_link k JOIN chain_taken_in t ON t.doctor = k.doctor AND t.n = k.n WHERE t.hash = k.hash'), 0);
	const from = there.run('logbook-audit', ['taken', ...words]);
	assert.equal(from.status, 0, from.stderr);
	for (const o of out.values())
		assert.ok(from.stdout.includes(`sha256 ${sha256(fs.readFileSync(o.zip))}`));
	// an altered row is found
	const [id] = there.sql(`SELECT MAX(id) FROM approval`)[0];
	there.sql(`DROP TRIGGER approval_stays; UPDATE approval SET by_name = 'En anden' WHERE id = ${id}`);
	assert.equal(there.run('logbook-audit', ['verify', ...words]).status, 1);
	there.sql(`UPDATE approval a JOIN approval_now n ON n.approval = a.id SET a.by_name = n.by_name WHERE a.id = ${id}`);
	assert.equal(there.run('logbook-audit', ['verify', ...words]).status, 0);
});

test('R_ARK_04 nobody is told, let in, or given a right', () => {
	for (const table of ['notice', 'mail', 'text_message', 'access_link', 'delegation', 'main_supervisor'])
		assert.equal(there.count(table), 0, table);
	assert.equal(there.count(`credential c JOIN person p ON p.id = c.person WHERE p.email NOT IN (${doctors.map(quote).join()})`), 0);
	assert.equal(there.count(`user_role h JOIN person p ON p.id = h.person WHERE h.since < h.until AND NOT (h.role = 'UL' AND p.email IN (${doctors.map(quote).join()}))`), 0);
	assert.equal(there.count(`person WHERE access_due IS NOT NULL`), 0);
	assert.equal(there.count(`person WHERE gone = 'ELSEWHERE' AND (email IS NOT NULL OR mobile IS NOT NULL OR auth_id IS NOT NULL)`), 0);
	assert.equal(there.count(`submission_work WHERE next_try IS NOT NULL`), 0);
	const clock = there.run('logbook-clock', []);
	assert.equal(clock.status, 0, clock.stderr);
	assert.equal(there.count('mail'), 0);
	assert.equal(there.count(`journal_taken WHERE ended IS NULL`), 0);
});

test('R_ARK_04 who is known by authorisation id and called alike is that person; by name alone nobody is', () => {
	const who = (name) => there.sql(`SELECT DISTINCT p.email, p.name, p.gone, j.auth_id FROM journal_person j JOIN person p ON p.id = j.person WHERE j.name = ${quote(name)}`);
	assert.deepEqual(who(alike[1]), [['der1@logbog.example', alike[1].replace(' ', ' Mellem '), 'NULL', alike[2]]]);
	assert.deepEqual(who(other[1]), [['NULL', other[1], 'ELSEWHERE', other[2]]]);
	assert.deepEqual(who(namesake[1]), [['NULL', namesake[1], 'ELSEWHERE', namesake[2]]]);
	assert.equal(there.count(`user_role h JOIN person p ON p.id = h.person WHERE p.email LIKE 'der%'`), 0);
	// who acted in several journals is one person, where there is an id to know them by
	assert.equal(there.count(`(SELECT j.auth_id FROM journal_person j JOIN person p ON p.id = j.person WHERE p.gone = 'ELSEWHERE' AND j.auth_id IS NOT NULL
		GROUP BY j.auth_id HAVING COUNT(DISTINCT p.id) > 1) x`), 0);
});

test('R_ARK_04 the doctor goes on there: the pages show what came, and what is added is linked behind it', async () => {
	const b = await there.login_again(mette), doctor = there.one(`SELECT id FROM person WHERE email = ${quote(mette)}`);
	for (const page of ['oversigt', 'kompetencer', 'kort', 'kurser', 'notater', 'filer', 'uddannelsesforloeb', 'indsigt', 'forskningstraening', 'attestationer',
		'uddannelsesplan', 'beskaeftigelse', 'samtaler', 'dokumentation'])
		assert.equal((await b.get(`/logbog/${page}`)).status, 200, page);
	assert.match((await b.get('/logbog/indsigt')).text, new RegExp(out.get(mette).data('personer')[out.get(mette).data('opslag')[0].viewer - 1].name.split(' ').at(-1)));
	const n = there.count(`chain_link WHERE doctor = ${doctor}`);
	await b.submit('/logbog/filer', { slags: 'OTHER', titel: 'Nyt her' }, { from: '/logbog/filer', files: { fil: file('letter.pdf') } });
	assert.equal(there.count(`chain_link WHERE doctor = ${doctor}`), n + 1);
	const more = await taken_out(b, 'mere');
	assert.equal(more.data('kaede').length, n + 1);
	assert.deepEqual(more.data('kaede').slice(0, n), out.get(mette).data('kaede'));
	assert.equal(there.run('logbook-audit', ['verify', '--socket', there.SOCKET, '--database', there.DATABASE, '--keys', there.KEYS]).status, 0);
});

test('T_165 a package that was sent before the move is there with its hash; its bytes are where it was sent from', async () => {
	const b = await there.login_again(kbu);
	const page = await b.get(documents);
	assert.match(page.text, new RegExp(one(`SELECT reference FROM submission WHERE doctor = ${person(kbu)} ORDER BY id DESC LIMIT 1`)));
	const id = there.one(`SELECT s.id FROM submission s JOIN person p ON p.id = s.doctor WHERE p.email = ${quote(kbu)} ORDER BY s.id DESC LIMIT 1`);
	const answer = await b.get(`/udskrift/afsendelse/${id}.zip`);
	assert.equal(answer.status, 404);
	assert.match(answer.text, /Pakken ligger i det system, den blev sendt fra/);
	await take_back(kbu);
});

test('R_ARK_04 the systems that feed the other installation find the doctor by the number, and give the role and the way in', () => {
	const doctor = there.one(`SELECT id FROM person WHERE email = ${quote(fed)}`);
	// as it came in: the role and the password of this test are taken back
	there.sql(`DELETE FROM credential WHERE person = ${doctor}; UPDATE user_role SET until = since WHERE person = ${doctor};
		UPDATE person SET unconfirmed = (SELECT org_unit FROM element WHERE doctor = ${doctor} LIMIT 1) WHERE id = ${doctor}`);
	const was = ['training_course', 'element', 'course_curriculum'].map((t) => there.count(`${t} WHERE doctor = ${doctor}`));
	const [me] = out.get(fed).data('laege'), folder = path.join(dir, 'kilde');
	const rows = sql(`SELECT c.source_id, c.source, c.stage, COALESCE(s.code, ''), t.code, c.number, e.source_id, u.code, e.since, e.until - INTERVAL 1 DAY, e.fraction, COALESCE(c.filled, c.since)
		FROM training_course c JOIN training_region t ON t.id = c.region LEFT JOIN specialty s ON s.id = c.specialty
		JOIN element e ON e.course = c.id JOIN org_unit u ON u.id = e.org_unit WHERE c.doctor = ${person(fed)} ORDER BY e.since`)
		.map(([course, source, stage, specialty, region, number, element, unit, since, last, fraction, filled]) => ['EV-1', me.name, me.cpr, me.email, me.mobile, me.auth_id, course, source, stage,
			specialty, region, number, '', '', '', filled, '', '', '', '', element, unit, '', '', since, last, fraction, '', '', 'ORDINARY'].join(';'));
	fs.mkdirSync(folder);
	fs.writeFileSync(path.join(folder, 'personer.csv'), [fs.readFileSync(path.join(root, 'schema/seed/import/personer.csv'), 'utf8').split('\n')[0], ...rows, ''].join('\n'));
	fs.utimesSync(path.join(folder, 'personer.csv'), Date.now() / 1000 - 30, Date.now() / 1000 - 30);
	there.sql(`INSERT INTO feed (source, form, region, way, address) VALUES ('EVALUER', 'PERSONER', NULL, 'MAPPE', ${quote(folder)})`);
	for (let i = 0; i < 3; i++)
		assert.equal(there.run('logbook-clock', [], { LOGBOOK_FEEDS: dir }).status, 0);
	assert.equal(there.count(`user_role WHERE person = ${doctor} AND role = 'UL' AND until > CURDATE()`), 1, `${there.sql('SELECT said FROM feed')} ${there.sql('SELECT state, said FROM import_run')} ${there.sql('SELECT what, label, detail FROM import_line')}`);
	assert.equal(there.one(`SELECT unconfirmed IS NULL FROM person WHERE id = ${doctor}`), '1');
	assert.deepEqual(['training_course', 'element', 'course_curriculum'].map((t) => there.count(`${t} WHERE doctor = ${doctor}`)), was, 'nothing is there twice');
});

// --- refused, and nothing is left ----------------------------------------------------------------------------------

const tables = there.sql('SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = \'BASE TABLE\'').map(([t]) => t);
const all = () => there.sql(tables.map((t) => `SELECT '${t}', COUNT(*) FROM ${t}`).join(' UNION ALL ')).join('\n');

/* What that change of the unpacked ZIP is answered; nothing in the database has changed. */
function refused(name, change, { to = mette, manifest = true, status = 1, words = [] } = {}) {
	const folder = path.join(dir, `ret-${name}`), zip = path.join(dir, `ret-${name}.zip`);
	fs.rmSync(zip, { force: true });
	fs.cpSync(out.get(to).folder, folder, { recursive: true });
	const read = (f) => JSON.parse(fs.readFileSync(path.join(folder, f), 'utf8'));
	const write = (f, value) => fs.writeFileSync(path.join(folder, f), typeof value === 'string' || Buffer.isBuffer(value) ? value : `${JSON.stringify(value, null, 2)}\n`);
	const say = change({ folder, read, write, data: (kind, edit) => { const rows = read(`data/${kind}.json`); edit(rows); write(`data/${kind}.json`, rows); } });
	if (manifest) {
		const m = read('manifest.json');
		m.files = m.files.filter((f) => fs.existsSync(path.join(folder, f.name)));
		for (const f of m.files) {
			const bytes = fs.readFileSync(path.join(folder, f.name));
			Object.assign(f, { size: bytes.length, sha256: sha256(bytes) });
		}
		write('manifest.json', m);
	}
	execFileSync('zip', ['-q', '-r', '-D', zip, '.'], { cwd: folder });
	if (typeof say === 'function')
		say(zip);
	const was = all(), told = there.take(zip, ...words);
	assert.equal(told.status, status, `${name}: ${told.stdout} ${told.stderr}`);
	assert.equal(all(), was, `${name}: nothing is left`);
	fs.rmSync(folder, { recursive: true });
	return told.stderr + told.stdout;
}

test('R_ARK_04 the same ZIP a second time is no change; a doctor who has a logbook keeps it', () => {
	const was = all(), told = there.take(out.get(mette).zip);
	assert.equal(told.status, 0);
	assert.match(told.stdout, /uændret/);
	assert.equal(all(), was);
	assert.match(refused('igen', () => {}), /har allerede en logbog her/);
});

test('R_ARK_04 a ZIP that is not as its manifest says is refused by name', () => {
	assert.match(refused('ændret', ({ write }) => write('data/merit.json', '[]\n'), { manifest: false }), /data\/merit\.json er ikke den fil, som manifest\.json beskriver/);
	assert.match(refused('mangler', ({ folder }) => fs.rmSync(path.join(folder, 'data/kaede.json')), { manifest: false }), /data\/kaede\.json mangler i ZIP-filen/);
	assert.match(refused('mangler helt', ({ folder }) => fs.rmSync(path.join(folder, 'data/kaede.json'))), /data\/kaede\.json mangler i ZIP-filen/);
	assert.match(refused('ekstra', ({ write }) => write('filer/99.pdf', '%PDF-1.4'), { manifest: false }), /filer\/99\.pdf står ikke i manifest\.json/);
	assert.match(refused('fremmed', ({ write }) => write('noget.txt', 'x'), { manifest: false }), /noget\.txt hører ikke til en logbog/);
	assert.match(refused('uden manifest', ({ folder }) => fs.rmSync(path.join(folder, 'manifest.json')), { manifest: false }), /manifest\.json mangler/);
	assert.match(refused('sti', ({ folder }) => (zip) => {
		fs.writeFileSync(path.join(dir, 'udenfor.json'), '[]');
		execFileSync('python3', ['-c', `import sys, zipfile
zipfile.ZipFile(sys.argv[1], 'a').write(sys.argv[2], '../udenfor.json')`, zip, path.join(dir, 'udenfor.json')]);
		void folder;
	}, { manifest: false }), /\.\.\/udenfor\.json hører ikke til en logbog/);
	assert.match(refused('lænke', ({ folder }) => {
		fs.rmSync(path.join(folder, 'logbog.pdf'));
		fs.symlinkSync('/etc/passwd', path.join(folder, 'logbog.pdf'));
		return (zip) => { fs.rmSync(zip); execFileSync('zip', ['-q', '-r', '-y', zip, '.'], { cwd: folder }); };
	}, { manifest: false }), /hører ikke til en logbog/);
});

test('R_ARK_04 a corrupt byte, and what is no ZIP, are refused', () => {
	assert.match(refused('byte', () => (zip) => {
		const bytes = fs.readFileSync(zip), n = bytes.indexOf('data/kompetencer.json') + 400;
		bytes[n] ^= 0x40;
		fs.writeFileSync(zip, bytes);
	}), /beskadiget|ændret|ikke en hel ZIP-fil/);
	assert.match(refused('halv', () => (zip) => fs.truncateSync(zip, 5000)), /ZIP/);
	assert.match(refused('ingen', () => (zip) => fs.writeFileSync(zip, 'hej')), /ikke en .*ZIP-fil/);
	const bomb = refused('bombe', () => (zip) => execFileSync('python3', ['-c', `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1], 'a', zipfile.ZIP_DEFLATED)
with z.open('filer/9999.pdf', 'w', force_zip64=True) as f:
	for i in range(300): f.write(bytes(1024 * 1024))`, zip]), { manifest: false });
	assert.match(bomb, /filer\/9999\.pdf er for stor/);
	assert.match(refused('hash', () => {}, { words: ['--sha256', '0'.repeat(64)] }), /en anden SHA-256/);
	assert.equal(there.take('/findes/ikke.zip').status, 2);
});

test('R_ARK_04 what is not as the form says is named with file and row', () => {
	assert.match(refused('type', ({ data }) => data('kompetencer', (r) => { r[2].step = 'et'; })), /data\/kompetencer\.json, række 3: step skal være et helt tal/);
	assert.match(refused('dato', ({ data }) => data('forloeb', (r) => { r[0].since = '2027-02-30'; })), /data\/forloeb\.json, række 1: since skal være en dato/);
	assert.match(refused('ukendt', ({ data }) => data('filer', (r) => { r[0].mere = 1; })), /data\/filer\.json, række 1: mere kendes ikke/);
	assert.match(refused('uden', ({ data }) => data('notater', (r) => { delete r[0].text; })), /data\/notater\.json, række 1: text mangler/);
	assert.match(refused('null', ({ data }) => data('delforloeb', (r) => { r[0].place_code = null; })), /data\/delforloeb\.json, række 1: place_code må ikke være null/);
	assert.match(refused('json', ({ write }) => write('data/opslag.json', '[{}')), /data\/opslag\.json er ikke gyldig JSON/);
	assert.match(refused('peger', ({ data }) => data('kompetencer', (r) => { r[0].given_by = 999; })), /række 1: given_by henviser til noget, der ikke er med/);
	assert.match(refused('led', ({ data }) => data('kaede', (r) => { r.pop(); })), /rækker er i kæden/);
	assert.match(refused('orden', ({ data }) => data('kaede', (r) => { [r[0], r[1]] = [r[1], r[0]]; })), /leddet står ikke i orden/);
	assert.match(refused('cpr', ({ data }) => data('laege', (r) => { r[0].cpr = '123'; })), /cpr er ikke et CPR-nummer/);
	assert.match(refused('fil', ({ write }) => write('filer/1.pdf', '%PDF-1.4 nej')), /filer\/1\.pdf er en anden fil/);
});

/* A doctor whom nobody knows: the ZIP of that one, under another number and other addresses. */
const nobody = (data) => data('laege', (r) => Object.assign(r[0], { cpr: '010190-1234', born: '1990-01-01', email: 'ny@logbog.example', auth_id: null, name: 'Åse Ørsted Æbelø' }));

test('R_ARK_04 what this installation does not know is told by name, all at once', () => {
	const said = refused('fremmed sted', ({ data }) => {
		nobody(data);
		data('delforloeb', (r) => { r[0].place_code = 'ØKÆ-1'; });
		data('kompetencer', (r) => { r[0].number = '99.9'; });
		data('kurser', (r) => { r[0].course = 'intet-kursus'; });
		data('fravaer', (r) => { r[0].type = 'SOVET'; });
		data('forloeb', (r) => { r[0].region = 'Region Atlantis'; });
		data('forskning', (r) => { r[0].part = 'xx'; });
		data('maalbeskrivelser', (r) => { r[0].sha256 = '0'.repeat(64); });
	});
	for (const part of [/delforloeb\.json, række 1: Stedet med koden ØKÆ-1 findes ikke her/, /kompetencer\.json, række 1: Kompetencen .* 99\.9 findes ikke her/,
		/Kurset intet-kursus findes ikke her/, /Fraværstypen SOVET findes ikke her/, /Videreuddannelsesregionen Region Atlantis findes ikke her/,
		/Delen af forskningstræningen xx findes ikke her/, /er her udgivet fra en anden fil/, /Intet er gemt/])
		assert.match(said, part);
});

test('R_ARK_04 a story that could not have been is refused by the rules of the database, and nothing is left', () => {
	assert.match(refused('to gange', ({ data }) => {
		nobody(data);
		data('kompetencer', (r) => { r[0].status = 'WITHDRAWN'; });
	}), /data\/kompetencer\.json, række 1: databasens regler/);
	assert.match(refused('egen', ({ data }) => {
		nobody(data);
		data('kompetencer', (r) => { r.find((x) => x.status === 'APPROVED').given_by = 1; });
	}), /databasens regler/);
	assert.match(refused('adresse', ({ data }) => {
		nobody(data);
		data('laege', (r) => { r[0].email = 'emil.sand@logbog.example'; });
	}), /e-mailadresse er en andens her/);
	assert.match(refused('autorisation', ({ data }) => {
		nobody(data);
		data('laege', (r) => { r[0].auth_id = 'DEMO02'; });
	}), /autorisations-ID er en andens her/);
});

test('R_ARK_04 an order that is on its way stops it', () => {
	assert.match(refused('undervejs', ({ data }) => {
		data('indsendelser', (r) => { r.pop(); });
		data('kaede', (r) => { r.splice(r.findLastIndex((k) => k.kind === 'SUBMISSION'), 1); r.forEach((k, i) => { k.n = i + 1; }); });
	}, { to: kbu }), /er undervejs til styrelsen/);
});

test('R_ARK_04 a database that is gone in the midst of it keeps nothing of it', async () => {
	let zip;
	refused('afbrudt', ({ data }) => { nobody(data); return (made) => { zip = path.join(dir, 'afbrudt.zip'); fs.copyFileSync(made, zip); }; },
		{ to: 'jakob.nyholm@logbog.example', status: 0, words: ['--dry-run'] });
	const was = all(), env = Object.fromEntries(fs.readFileSync(path.join(there.dir, 'run/login.env'), 'utf8').trim().split('\n').map((l) => l.split(/=(.*)/s)));
	// what goes in last is held, so that all before it has gone in
	const holder = spawn('mariadb', ['--no-defaults', `--socket=${there.SOCKET}`, there.DATABASE, '-e', 'LOCK TABLES chain_taken_in WRITE; SELECT SLEEP(60)'], { stdio: 'ignore' });
	await until(() => there.count(`information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP%'`) === 1, 'it is held');
	const child = spawn(path.join(there.B, 'bin/logbook-import'), ['journal', zip], { env, stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	child.stderr.on('data', (more) => { said += more; });
	const over = new Promise((done) => child.on('exit', done));
	const waiting = () => there.one(`SELECT ID FROM information_schema.PROCESSLIST WHERE USER = 'logbook-take' AND STATE LIKE '%metadata lock%'`);
	await until(() => waiting() !== undefined, 'it is in the midst of it', 60);
	there.sql(`KILL ${waiting()}`);
	assert.equal(await over, 3, said);
	there.sql(`KILL ${there.one("SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP%'")}`);
	await new Promise((done) => holder.exitCode === null ? holder.on('exit', done) : done());
	assert.match(said, /Databasen svarer ikke\. Intet er gemt\. Prøv igen/);
	assert.equal(all(), was);
});

test('R_ARK_04 --dry-run tries all of it and keeps nothing', () => {
	assert.match(refused('prøve', ({ data }) => nobody(data), { status: 0, words: ['--dry-run'] }), /Åse Ørsted Æbelø: kan tages ind, intet er gemt/);
});

// --- what comes later is not forgotten -----------------------------------------------------------------------------

test('R_ARK_04 every table that has a doctor is taken in, or named as one that is not; and every column of those', () => {
	const left = {
		// kept by triggers, or made of what is taken in
		derived: ['approval_now', 'attestation_now', 'card_count', 'card_now', 'course_first', 'course_record_now', 'doctor_overview', 'file_now', 'plan_now',
			'research_now', 'submission_now', 'talk_now'],
		// schema/seed/package/README.md says why
		not_in_it: ['course_seat', 'delegation', 'doubt', 'doubt_outcome', 'main_supervisor', 'plan_draft', 'reminder', 'reset_asked', 'archive_logbook'],
	};
	const views = new Set(there.sql('SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()').map(([v]) => v));
	const put = there.sql(`SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMN_PRIVILEGES WHERE TABLE_SCHEMA = DATABASE()
		AND GRANTEE LIKE '%logbook-take%' AND PRIVILEGE_TYPE = 'INSERT'`);
	const tables_put = new Set([...put.map(([t]) => t), 'chain_head']);
	const with_doctor = there.sql(`SELECT TABLE_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'doctor'`).map(([t]) => t);
	assert.deepEqual(with_doctor.filter((t) => !views.has(t) && !tables_put.has(t) && !left.derived.includes(t) && !left.not_in_it.includes(t)), []);
	const columns = there.sql(`SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND EXTRA NOT LIKE '%auto_increment%' AND EXTRA NOT LIKE '%GENERATED%'`)
		.filter(([t]) => tables_put.has(t) && !['person', 'user_role', 'chain_head', 'journal_taken'].includes(t)).map((c) => c.join('.'));
	const known = new Set(put.map((c) => c.join('.')));
	assert.deepEqual(columns.filter((c) => !known.has(c)).sort(), ['agreement.run', 'element_change.run'], 'runs of imports are of the installation');
});

// --- the account, were it taken over -----------------------------------------------------------------------------

test('R_ARK_04 the account that takes in changes no logbook that is there, gives no role, lets nobody in', () => {
	const say = (what) => { execFileSync('mariadb', ['--no-defaults', `--socket=${there.SOCKET}`, '--user=logbook-take', '--default-character-set=utf8mb4', there.DATABASE, '-e', what], { stdio: 'pipe' }); };
	const [doctor, element] = there.sql('SELECT doctor, id FROM element LIMIT 1')[0];
	const [approval] = there.sql(`SELECT id FROM approval WHERE doctor = ${doctor} LIMIT 1`)[0] ?? ['1'];
	for (const [what, why] of [
		[`INSERT INTO journal_taken (doctor, sha256, made, links, by_user, at) VALUES (${doctor}, UNHEX('${'ab'.repeat(32)}'), NOW(), 0, 'x', NOW())`, /this doctor has a logbook|Duplicate/],
		[`INSERT INTO approval (doctor, competency, step, status, kind, element, given_by, by_name, as_role, place, at) SELECT doctor, competency, step + 1, 'REQUESTED', kind, element, doctor, by_name, 'UL', place, at FROM approval WHERE id = ${approval}`, /not for this account to add|may not follow/],
		[`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at) SELECT ${doctor}, ${element}, 1, '2026-01-01', '2026-01-02', ${doctor}, 'x', 'UL', NOW()`, /not for this account to add|not within/],
		[`INSERT INTO element (course, doctor, seq, org_unit, since, until) SELECT 1, ${doctor}, 1, 1, '2026-01-01', '2026-02-01'`, /not for this account to add|denied/],
		[`INSERT INTO user_role (person, role, since, until) VALUES (${doctor}, 'PROJEKTLEDER', '2020-01-01', '9999-12-31')`, /not for this account to give/],
		[`INSERT INTO user_role (person, role, since, until) VALUES (${doctor}, 'FORSKVEJLEDER', '2020-01-01', '9999-12-31')`, /not for this account to give/],
		[`INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed, made_via) VALUES ('x', 'x@x', '+4512345678', '1990-01-01', 'REAL', REPEAT('x', 32), 'x', 'IMPORT')`, /not for this account to make/],
		[`INSERT INTO course_run (course, name, place, since, until, hours, once, given_by, as_role, at) SELECT id, 'x', 'x', '2026-01-01', '2026-01-02', 5, REPEAT('y', 16), ${doctor}, 'HKL', '2026-02-01' FROM course_def LIMIT 1`, /not for this account to add/],
		[`INSERT INTO chain_head (doctor, n, hash, seal) VALUES (${doctor}, 0, REPEAT('x', 32), REPEAT('x', 32))`, /not for this account to begin/],
		[`INSERT INTO journal_person (doctor, person, name) VALUES (${doctor}, ${doctor}, 'x')`, /not for this account to add/],
		[`INSERT INTO look (doctor, viewer, held, role, page, at) VALUES (${doctor}, ${doctor}, 1, 'UAO', '/', NOW())`, /not for this account to add/],
		[`INSERT INTO credential (person, password) VALUES (${doctor}, 'x')`, /denied/], [`INSERT INTO session (person) VALUES (1)`, /denied/],
		[`INSERT INTO delegation (held, doctor, since, given_by, given_as, made_at) VALUES (1, 1, NOW(), 1, 'UAO', NOW())`, /denied/],
		[`UPDATE person SET email = 'x'`, /denied/], [`UPDATE journal_taken SET ended = NULL`, /only ever added/], [`DELETE FROM chain_taken_in`, /denied/],
		[`SELECT text FROM note_version`, /denied/], [`SELECT cpr_sealed FROM person`, /denied/], [`SELECT words FROM talk_minutes`, /denied/],
	])
		assert.throws(() => say(what), why, what);
});
