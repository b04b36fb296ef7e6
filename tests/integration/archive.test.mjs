// SPDX-License-Identifier: MPL-2.0
//
// Deliveries to the archives (R-ARK-01 … 03): logbook-archive against the database, row by row, and what it leaves
// when something goes wrong: nothing.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { department } from './department.mjs';
import { connection, count, environment, file, login, one, quote, root, sleep, sql, stack, today, until, without_rules } from './lib.mjs';

const program = path.join(stack.B, 'bin/logbook-archive'), dir = fs.mkdtempSync(path.join(stack.DIR, 'tmp/arkiv-'));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const place = (name) => path.join(dir, name);
/* { status, out, said } */
function archive(folder, ...words) {
	const r = spawnSync(program, [...(folder === null ? [] : [place(folder)]), ...words], { encoding: 'utf8', env: environment() });
	return { status: r.status, out: r.stdout, said: r.stderr };
}
const started = (folder, ...words) => {
	const child = spawn(program, [place(folder), ...words], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (more) => { said += more; });
	return { child, over: new Promise((done) => child.on('exit', (status) => done({ status, said }))) };
};
const deliveries = () => count('archive_delivery');
/* Nothing of it is left, here or in the database. */
function nothing(folder, before) {
	assert.deepEqual(fs.readdirSync(dir).filter((name) => name.startsWith(folder)), [], 'no folder');
	assert.equal(deliveries(), before, 'no row');
}
const read = (folder, name) => fs.readFileSync(path.join(place(folder), name));
const index = (folder) => JSON.parse(read(folder, 'indeks.json'));
/* data/KIND.json of a logbook of a delivery. */
const data = (folder, number, kind) => JSON.parse(execFileSync('unzip', ['-p', path.join(place(folder), `${String(number).padStart(6, '0')}.zip`), `data/${kind}.json`], { maxBuffer: 1 << 26 }));
const newest = () => one('SELECT MAX(id) FROM archive_delivery');
const number_of = (doctor, delivery = newest()) => one(`SELECT number FROM archive_logbook WHERE delivery = ${delivery} AND doctor = ${doctor}`);

// --- two doctors who are done, in two regions -----------------------------------------------------------

const east = department('arkiv'), south = department('arkivsyd');
for (const d of [east, south])
	after(d.close);
const note = (doctor, mark, versions) => {
	const id = one(`INSERT INTO note (doctor, kind, given_by, once, at) VALUES (${doctor}, 'OWN', ${doctor}, LEFT(UNHEX(SHA2(UUID(), 256)), 16), UTC_TIMESTAMP()); SELECT LAST_INSERT_ID()`);
	versions.forEach(([readers, removed = 0], i) => sql(`INSERT INTO note_version (note, version, text, readers, removed, given_by, by_name, as_role, at)
		VALUES (${id}, ${i + 1}, ${quote(`${mark} ${i + 1}`)}, '${readers}', ${removed}, ${doctor}, 'x', 'UL', UTC_TIMESTAMP())`));
};
note(east.id, 'privat', [['PRIVATE']]);
note(east.id, 'delt', [['ALL'], ['APPROVERS']]);
note(east.id, 'foerst-privat', [['PRIVATE'], ['VUS']]);
note(east.id, 'siden-privat', [['ALL'], ['PRIVATE']]);
note(east.id, 'taget-ud', [['ALL'], ['ALL', 1]]);
const doctor = await login(east.doctor, 'UL');
assert.match((await doctor.submit('/logbog/filer', { slags: 'DIPLOMA', titel: 'Bevis' }, { from: '/logbog/filer', files: { fil: file('letter.png') } })).text, /Filen er lagt op/);
assert.match((await doctor.submit(`/logbog/kompetencer/${east.goals[0].id}/anmod`, { element: east.element }, { from: `/logbog/kompetencer/${east.goals[0].id}` })).text, /Du har anmodet/);
sql(`UPDATE training_course SET until = ${today()} - INTERVAL 40 DAY WHERE doctor IN (${east.id}, ${south.id});
	UPDATE element SET until = ${today()} - INTERVAL 40 DAY WHERE doctor IN (${east.id}, ${south.id});
	UPDATE training_course SET region = (SELECT id FROM training_region WHERE code = 'SYD') WHERE doctor = ${south.id};
	UPDATE user_role SET until = ${today()} - INTERVAL 20 DAY WHERE person = ${south.id} AND role = 'UL'`);
const ended = () => sql('SELECT doctor FROM archive_doctor ORDER BY doctor').flat().map(Number);

test('R_ARK_02 a delivery holds the logbook of each doctor who is done, with its hash, as the published schema says', () => {
	const whole = archive('hele', '--alle');
	assert.equal(whole.status, 0, whole.said);
	const i = index('hele'), row = sql(`SELECT operator, region, ended_before, logbooks, LOWER(HEX(sha256)) FROM archive_delivery WHERE id = ${newest()}`)[0];
	const fits = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(fs.readFileSync(path.join(root, 'schema/seed/package/archive.schema.json'), 'utf8')));
	assert.ok(fits(i), JSON.stringify(fits.errors));
	assert.deepEqual(row.slice(1), [null, one(`SELECT ${today()}`), String(ended().length), sha256(read('hele', 'indeks.json'))]);
	assert.ok(row[0].length > 0 && whole.out.includes(row[4]));
	assert.deepEqual(fs.readdirSync(place('hele')).sort(), [...i.logbooks.map((b) => b.name), 'indeks.json'].sort());
	assert.deepEqual(sql(`SELECT number, doctor, size, LOWER(HEX(sha256)) FROM archive_logbook WHERE delivery = ${newest()} ORDER BY number`),
		i.logbooks.map((b, n) => [String(n + 1), String(ended()[n]), String(b.size), b.sha256]), 'a number each, in the order of doctors');
	for (const b of i.logbooks) {
		assert.equal(sha256(read('hele', b.name)), b.sha256, b.name);
		assert.equal(read('hele', b.name).length, b.size, b.name);
	}
	assert.ok(ended().includes(east.id) && ended().includes(south.id), 'also whose role as a doctor in training is over');
	assert.equal(fs.statSync(place('hele')).mode & 0o777, 0o700);
	assert.equal(fs.statSync(place('hele/000001.zip')).mode & 0o777, 0o600);
	assert.doesNotMatch(read('hele', 'indeks.json').toString(), /[0-9]{6}-[0-9]{4}/);
});

test('R_ARK_02 nobody is in it who is in training', () => {
	assert.equal(count(`archive_logbook l JOIN training_course c ON c.doctor = l.doctor AND c.cancelled IS NULL AND c.until > ${today()}`), 0);
	assert.equal(number_of(east.colleague), undefined);
});

test('R_ARK_02 each row of a logbook is in it, and each file, and the index counts them', () => {
	const n = number_of(east.id), b = index('hele').logbooks[n - 1];
	for (const [kind, table] of Object.entries({ kompetencer: 'approval', merit: 'merit', attestationer: 'attestation', kurser: 'course_record', filer: 'file',
		filhistorie: 'file_check', kaede: 'chain_link', forloeb: 'training_course', delforloeb: 'element', opslag: 'look', referater: 'talk_minutes', samtaler: 'talk' })) {
		assert.equal(data('hele', n, kind).length, count(`${table} WHERE doctor = ${east.id}`), kind);
		assert.equal(b.rows[kind], count(`${table} WHERE doctor = ${east.id}`), kind);
	}
	assert.ok(b.rows.kompetencer > 0 && b.rows.kaede > 1 && b.files === 1);
	for (const other of index('hele').logbooks)
		for (const [kind, rows] of Object.entries(other.rows))
			assert.equal(data('hele', other.number, kind).length, rows, `${other.name} ${kind}`);
	const zip = place(`hele/${b.name}`), names = execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' }).trim().split('\n');
	const manifest = JSON.parse(execFileSync('unzip', ['-p', zip, 'manifest.json']));
	assert.deepEqual([...manifest.files.map((f) => f.name), 'manifest.json'].sort(), names.sort());
	for (const f of manifest.files)
		assert.equal(sha256(execFileSync('unzip', ['-p', zip, f.name], { maxBuffer: 1 << 26 })), f.sha256, f.name);
	const [me] = data('hele', n, 'laege');
	assert.equal(me.name, one(`SELECT name FROM person WHERE id = ${east.id}`));
	assert.match(me.cpr, /^\d{6}-\d{4}$/);
});

test('R_NOT_02 what is private is not in it: no private note, none that is private now, no version that was', () => {
	const texts = data('hele', number_of(east.id), 'notater').map((v) => v.text).sort();
	assert.deepEqual(texts, ['delt 1', 'delt 2', 'foerst-privat 2', 'taget-ud 1', 'taget-ud 2']);
	const zip = execFileSync('unzip', ['-p', place(`hele/${String(number_of(east.id)).padStart(6, '0')}.zip`), 'data/*.json'], { encoding: 'utf8' });
	assert.doesNotMatch(zip, /privat 1|siden-privat/);
});

test('R_NOT_02 nor can its account read it, of whomever', async () => {
	const ask = (what) => execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-archive', '--batch',
		'--skip-column-names', stack.DATABASE, '-e', what], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
	const working = await login(one(`SELECT email FROM person WHERE id = ${east.colleague}`), 'UL');
	note(east.colleague, 'kollega', [['ALL']]);
	await doctor.get('/logbog/oversigt');
	await working.get('/logbog/oversigt');
	assert.ok(count(`note_of_live WHERE doctor = ${east.id} AND readers = 'PRIVATE'`) > 0, 'who is logged in has it');
	assert.equal(ask("SELECT COUNT(*) FROM note_of_live WHERE readers = 'PRIVATE'"), '0');
	assert.equal(ask(`SELECT COUNT(*) FROM note_of_live WHERE doctor = ${east.colleague}`), '0', 'who is in training, and logged in');
	assert.equal(ask(`SELECT GROUP_CONCAT(text ORDER BY text) FROM note_of_live WHERE doctor = ${east.id}`), 'delt 1,delt 2,foerst-privat 2,taget-ud 1,taget-ud 2');
	for (const view of ['note_of_live', 'talk_of_live', 'look_of_live'])
		assert.equal(ask(`SELECT COUNT(*) FROM ${view} v WHERE v.doctor NOT IN (SELECT doctor FROM archive_doctor)`), '0', view);
	for (const table of ['note', 'note_version', 'talk_minutes', 'talk_draft', 'look', 'session', 'credential', 'evaluation', 'live_doctor'])
		assert.throws(() => ask(`SELECT * FROM ${table} LIMIT 1`), /command denied/, table);
	assert.throws(() => ask('SELECT cpr_find FROM person LIMIT 1'), /command denied/);
});

test('R_ARK_03 the doctor reads under Indsigt when the logbook was delivered; a second delivery is one more, and both whole', async () => {
	const before = deliveries(), again = archive('igen', '--region', 'OEST');
	assert.equal(again.status, 0, again.said);
	assert.equal(deliveries(), before + 1);
	assert.ok(read('hele', 'indeks.json').length > 0 && index('igen').logbooks.length > 0);
	const page = await (await login(east.doctor, 'UL')).get('/logbog/indsigt');
	assert.match(page.text, /Afleveret til arkivet/);
	assert.match(page.text, /fra hele landet/);
	assert.match(page.text, /fra Videreuddannelsesregion Øst/);
	assert.equal(page.html.split('sammen med andre logbøger').length, 3);
});

test('R_ARK_02 a region, by name or code, and a day', () => {
	for (const region of ['SYD', 'Videreuddannelsesregion Syd']) {
		const folder = `syd${region.length}`, r = archive(folder, '--region', region);
		assert.equal(r.status, 0, r.said);
		assert.equal(index(folder).region, 'Videreuddannelsesregion Syd');
		assert.equal(index(folder).count, count("archive_doctor a JOIN training_region t ON t.id = a.region AND t.code = 'SYD'"));
		assert.ok(number_of(south.id) && number_of(east.id) === undefined);
	}
	const last = one(`SELECT ${today()} - INTERVAL 41 DAY`), next = one(`SELECT ${today()} - INTERVAL 40 DAY`);
	assert.equal(archive('dag', '--alle', '--slut-foer', next).status, 0);
	assert.ok(number_of(east.id), 'whose last day was the day before');
	assert.equal(archive('dag-foer', '--alle', '--slut-foer', last).status, 0);
	assert.equal(number_of(east.id), undefined, 'whose last day is that day');
	const before = deliveries(), none = archive('ingen', '--alle', '--slut-foer', '1999-01-01');
	assert.deepEqual([none.status, /ingen logbøger/.test(none.out)], [0, true]);
	nothing('ingen', before);
});

test('R_ARK_02 what makes no sense is refused, and nothing is made', () => {
	const before = deliveries(), tomorrow = one(`SELECT ${today()} + INTERVAL 2 DAY`);
	for (const [words, why] of [[[], /enten --region/], [['--alle', '--region', 'SYD'], /enten --region/], [['--alle', 'to'], /én mappe/], [['--region'], /mangler/],
		[['--alle', '--slut-foer', '1.2.2026'], /mangler en værdi/], [['--alle', '--slut-foer', tomorrow], /ikke er kommet/], [['--alle', '--hurtigt'], /ukendt/],
		[['--region', 'Vest'], /hedder »Vest«(.|\n)*Videreuddannelsesregion Nord/]]) {
		const r = archive('galt', ...words);
		assert.deepEqual([r.status, why.test(r.said)], [2, true], `${words}: ${r.said}`);
	}
	assert.equal(archive(null, '--alle').status, 2);
	nothing('galt', before);
	const help = archive(null, '--help');
	assert.ok(help.status === 0 && /Slutter med/.test(help.out));
});

// --- what goes wrong --------------------------------------------------------------------------------------

test('a folder that is there already stays as it is', () => {
	const before = deliveries();
	fs.mkdirSync(place('tom'));
	fs.writeFileSync(place('fil'), 'min');
	for (const name of ['tom', 'fil', 'hele']) {
		const r = archive(name, '--alle');
		assert.deepEqual([r.status, /findes allerede/.test(r.said)], [4, true], r.said);
	}
	assert.equal(fs.readFileSync(place('fil'), 'utf8'), 'min');
	assert.deepEqual(fs.readdirSync(place('tom')), []);
	assert.equal(deliveries(), before);
	assert.deepEqual(fs.readdirSync(dir).filter((name) => name.includes('ufaerdig')), []);
});

test('where nothing can be written, that is said', () => {
	const before = deliveries();
	for (const name of ['er-der-ikke/her', 'fil/her']) {
		const r = archive(name, '--alle');
		assert.deepEqual([r.status, /kan ikke skrives/.test(r.said)], [4, true], r.said);
	}
	nothing('er-der-ikke', before);
});

/* A small disk of its own, which nobody else sees; what lies there is told before it is gone. */
const small_disk = (size, then) => ['unshare', ...(process.getuid() === 0 ? ['-m'] : ['-rm']), 'sh', '-c',
	`mount -t tmpfs -o size=${size} lille '${dir}' && ${then}; status=$?; ls '${dir}'; exit $status`];
const has_disks = spawnSync(small_disk('1m', 'true')[0], small_disk('1m', 'true').slice(1)).status === 0;

test('a disk that is full leaves nothing', { skip: !has_disks && 'no file system may be mounted here' }, () => {
	const before = deliveries(), [command, ...words] = small_disk('120k', `'${program}' '${place('fuld')}' --alle`);
	const r = spawnSync(command, words, { encoding: 'utf8', env: environment() });
	assert.deepEqual([r.status, r.stdout, /ikke plads/.test(r.stderr)], [4, '', true], r.stderr);
	nothing('fuld', before);
});

test('R_ARK_02 one file that is not what was given stops all of it, and doctor and file are named', async () => {
	const [hash, kept] = sql(`SELECT HEX(f.content), HEX(b.bytes) FROM file f JOIN file_content b ON b.sha256 = f.content WHERE f.doctor = ${east.id} ORDER BY f.id LIMIT 1`)[0];
	const holders = sql(`SELECT p.name, f.name FROM file f JOIN person p ON p.id = f.doctor WHERE f.content = UNHEX('${hash}')`);
	const before = deliveries();
	await without_rules('file_content', () => {
		try {
			sql(`UPDATE file_content SET bytes = CONCAT(bytes, 'x') WHERE sha256 = UNHEX('${hash}')`);
			const r = archive('brudt', '--alle');
			assert.equal(r.status, 1, r.said);
			assert.ok(holders.some(([doctor, file]) => r.said.includes(doctor) && r.said.includes(file)), r.said);
		} finally {
			sql(`UPDATE file_content SET bytes = UNHEX('${kept}') WHERE sha256 = UNHEX('${hash}')`);
		}
	});
	nothing('brudt', before);
});

test('R_ARK_02 without the key of CPR numbers nothing is delivered', () => {
	const before = deliveries(), keys = place('keys');
	fs.mkdirSync(keys);
	fs.writeFileSync(path.join(keys, 'cpr.seal'), Buffer.alloc(32, 7), { mode: 0o600 });
	const r = archive('noegle', '--alle', '--keys', keys);
	assert.deepEqual([r.status, /cpr\.seal/.test(r.said)], [1, true], r.said);
	nothing('noegle', before);
});

test('told to stop in the midst, it leaves nothing', async () => {
	const before = deliveries(), holds = connection();
	await holds.say('LOCK TABLES file WRITE');
	const { child, over } = started('stop', '--alle');
	await until(() => fs.readdirSync(dir).some((name) => name.startsWith('stop')), 'it has begun');
	await sleep(300);
	child.kill('SIGTERM');
	await sleep(100);
	await holds.end();
	const { status, said } = await over;
	assert.deepEqual([status, /Afbrudt/.test(said)], [5, true], said);
	nothing('stop', before);
});

test('R_ARK_01 where the rows cannot be added there is no folder either', async () => {
	const before = deliveries(), holds = connection();
	await holds.say('LOCK TABLES archive_delivery READ');
	const { over } = started('raekker', '--alle');
	const waits = () => one("SELECT id FROM information_schema.processlist WHERE user = 'logbook-archive' AND state LIKE 'Waiting for table%'");
	await until(waits, 'it waits for its rows', 60);
	sql(`KILL ${waits()}`);
	await holds.end();
	const { status, said } = await over;
	assert.deepEqual([status, /Databasen/.test(said)], [3, true], said);
	nothing('raekker', before);
});

/* Commits are held up, so that the connection can be lost during its own. */
test('R_ARK_01 a server that is lost while the rows are committed is asked anew whether they stand', async () => {
	const before = deliveries(), holds = connection();
	for (const stage of ['START', 'FLUSH', 'BLOCK_DDL', 'BLOCK_COMMIT'])
		await holds.say(`BACKUP STAGE ${stage}`);
	const { over } = started('afgoer', '--alle');
	const waits = () => one("SELECT id FROM information_schema.processlist WHERE user = 'logbook-archive' AND state LIKE 'Waiting for backup lock%'");
	await until(waits, 'it waits to commit', 60);
	assert.ok(fs.existsSync(place('afgoer/indeks.json')), 'the folder has its name before the rows count');
	sql(`KILL ${waits()}`);
	const { status, said } = await over;
	await holds.say('BACKUP STAGE END');
	await holds.end();
	assert.deepEqual([status, /Databasen svarer ikke/.test(said)], [3, true], said);
	nothing('afgoer', before);
});

test('R_ARK_01 two deliveries into one folder at once: one is made, and the other told', async () => {
	const before = deliveries(), both = await Promise.all([started('samtidig', '--alle'), started('samtidig', '--region', 'OEST')].map(({ over }) => over));
	assert.deepEqual(both.map((r) => r.status).sort(), [0, 4], both.map((r) => r.said).join());
	assert.match(both.find((r) => r.status === 4).said, /findes allerede/);
	assert.equal(deliveries(), before + 1);
	assert.deepEqual(fs.readdirSync(dir).filter((name) => name.startsWith('samtidig')), ['samtidig']);
	assert.equal(sha256(read('samtidig', 'indeks.json')), one(`SELECT LOWER(HEX(sha256)) FROM archive_delivery WHERE id = ${newest()}`));
});

test('no database, no delivery', () => {
	const r = archive('uden', '--alle', '--socket', place('ingen.sock'));
	assert.equal(r.status, 3, r.said);
	assert.deepEqual(fs.readdirSync(dir).filter((name) => name.startsWith('uden')), []);
});

// --- the rows that tell of it -----------------------------------------------------------------------------------

test('R_ARK_01 what was delivered is told by rows that are only ever added, by its program, of doctors who are done', () => {
	assert.throws(() => sql(`UPDATE archive_delivery SET logbooks = 1`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM archive_delivery`), /only ever added/);
	assert.throws(() => sql(`UPDATE archive_logbook SET size = 1`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM archive_logbook`), /only ever added/);
	const against = (program, statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`,
		stack.DATABASE], { input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' }).stderr;
	const delivery = `INSERT INTO archive_delivery (at, operator, ended_before, logbooks, sha256) VALUES (UTC_TIMESTAMP(), 'x', DATE(UTC_TIMESTAMP()), 9, UNHEX(SHA2(UUID(), 256)))`;
	const book = (id) => `${delivery}; INSERT INTO archive_logbook (delivery, number, doctor, size, sha256) VALUES (LAST_INSERT_ID(), 1, ${id}, 1, UNHEX(SHA2('x', 256)))`;
	assert.match(against('office', delivery), /command denied/);
	assert.match(against('journal', delivery), /command denied/);
	assert.equal(against('archive', book(east.id)), '');
	assert.match(against('archive', book(east.colleague)), /no logbook of this delivery/);
	assert.match(against('archive', `${book(east.id).replace('LAST_INSERT_ID(), 1', 'LAST_INSERT_ID(), 10')}`), /no logbook of this delivery/);
	assert.match(against('archive', `INSERT INTO look (doctor, viewer, held, role, page, at) SELECT ${east.id}, person, id, role, '/', UTC_TIMESTAMP() FROM user_role LIMIT 1`), /denied/);
});
