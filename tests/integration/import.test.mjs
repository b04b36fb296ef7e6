// SPDX-License-Identifier: MPL-2.0
//
// logbook-import and logbook-demo, each in a database of its own on the stack's server.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { quote, root, stack } from './lib.mjs';

const dir = fs.mkdtempSync(path.join(stack.DIR, 'tmp/import-'));
const lists = path.join(root, 'schema/seed/curricula');

// --- databases and programs -----------------------------------------------------------------

function ask(database, statement, ...words) {
	return spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', '--skip-column-names',
		'--default-character-set=utf8mb4', ...words, ...database ? [database] : [], '-e', statement], { encoding: 'utf8' });
}
function sql(database, statement) {
	const said = ask(database, statement);
	assert.equal(said.status, 0, `${statement}: ${said.stderr}`);
	return said.stdout.split('\n').slice(0, -1).map((line) => line.split('\t'));
}
const one = (database, statement) => sql(database, statement)[0]?.[0];

const made = new Set();
function make(database) {
	sql('', `DROP DATABASE IF EXISTS ${database}`);
	made.add(database);
	execFileSync(path.join(root, 'schema/apply'), ['--socket', stack.SOCKET, '--database', database,
		'--accounts-as', os.userInfo().username], { stdio: ['ignore', 'ignore', 'inherit'] });
	return database;
}

const import_program = path.join(stack.B, 'bin/logbook-import');
const into = ['--socket', stack.SOCKET, '--database', 'logbook_import'];
const run = (...words) => spawnSync(import_program, [...words, ...into], { encoding: 'utf8' });
const publish = (file) => run('curriculum', file);
const published = (code) => Number(one('logbook_import', `SELECT COUNT(*) FROM curriculum WHERE code = ${quote(code)}`));

/* A small list in a file; changed by what is given. */
let n = 0;
function list({ code = `liste-${++n}`, title = 'Demo: prøve', rows = ['1;Kommunikator;Tale', '2;Kommunikator;Lytte'], name = `${code}.csv` } = {}) {
	const file = path.join(dir, name);
	fs.writeFileSync(file, [`# code: ${code}`, `# title: ${title}`, '# stage: INTRO', '# specialty: Geriatri', '# version: 1',
		'# cutoff_basis: ANSAT', '# cutoff_date: 2020-01-01', '# source: Opdigtet', '# demo: ja',
		'nummer;rolle;titel;konkretisering;laeringsstrategi;metoder', ...rows.map((r) => `${r};;;`), ''].join('\n'));
	return { file, code };
}

before(() => make('logbook_import'));
after(() => {
	for (const database of made)
		sql('', `DROP DATABASE IF EXISTS ${database}`);
	fs.rmSync(dir, { recursive: true, force: true });
});

// --- logbook-import -------------------------------------------------------------------------

test('every list of schema/seed is published whole, in the natural order of its numbers (T-067)', () => {
	for (const name of fs.readdirSync(lists).filter((f) => f.endsWith('.csv'))) {
		const said = publish(path.join(lists, name)), code = path.basename(name, '.csv');

		assert.equal(said.status, 0, said.stderr);
		const [[goals, stored, last]] = sql('logbook_import', `SELECT l.goals, COUNT(*), MAX(c.position)
			FROM curriculum l JOIN competency c ON c.curriculum = l.id WHERE l.code = ${quote(code)}`);
		assert.equal(said.stdout, `${code}: ${goals} kompetencer\n`);
		assert.deepEqual([stored, last], [goals, goals]);
	}
	const numbers = sql('logbook_import', `SELECT c.number FROM competency c JOIN curriculum l ON l.id = c.curriculum
		WHERE l.code = 'demo-hoveduddannelse' ORDER BY c.position`).flat();
	assert.ok(numbers.indexOf('1.2') < numbers.indexOf('1.10'));
	assert.equal(numbers.length, 100);
	assert.deepEqual(sql('logbook_import', `SELECT c.methods, c.minimum, c.approver_rule FROM competency c
		JOIN curriculum l ON l.id = c.curriculum WHERE l.code = 'demo-hoveduddannelse' AND c.number = '7.3'`),
	[['Struktureret interview\\nCasebaseret diskussion', 'Casebaseret diskussion=1', 'UAO']]);
});

test('R_MAL_04 a published list is never changed: the same file is unchanged, another is refused', () => {
	const { file, code } = list({ code: 'fast' });

	assert.equal(publish(file).status, 0);
	const again = publish(file);
	assert.equal(again.status, 0, again.stderr);
	assert.match(again.stdout, /^fast: uændret/);

	list({ code, rows: ['1;Kommunikator;Tale', '2;Kommunikator;Lytte godt'] });
	const other = publish(file);
	assert.equal(other.status, 1);
	assert.match(other.stderr, /kan ikke ændres/);
	assert.match(other.stderr, /ny code/);
	assert.deepEqual(sql('logbook_import', `SELECT c.title FROM competency c JOIN curriculum l ON l.id = c.curriculum
		WHERE l.code = 'fast' ORDER BY c.position`).flat(), ['Tale', 'Lytte']);
});

test('every fault is told with file, line and column, and nothing is stored', () => {
	const { file, code } = list({ rows: ['1;Kommunikator;Tale', '1;Kommunikator;Lytte', '3;;', '4;Kommunikator'] });
	const said = publish(file), faults = said.stderr.split('\n');

	assert.equal(said.status, 1);
	assert.equal(said.stdout, '');
	for (const place of ['12:1: ', '13:2: ', '13:3: ', '14: '])
		assert.ok(faults.some((line) => line.startsWith(`${file}:${place}`)), `${place} in ${said.stderr}`);
	assert.match(said.stderr, /Intet er gemt\.\n$/);
	assert.equal(published(code), 0);
});

test('a failure on the way leaves nothing of the list', () => {
	const { file, code } = list();

	sql('logbook_import', `CREATE TRIGGER trip BEFORE INSERT ON competency FOR EACH ROW
		SET NEW.title = IF(NEW.number = '2', NULL, NEW.title)`);
	try {
		const said = publish(file);
		assert.equal(said.status, 3);
		assert.match(said.stderr, /Prøv igen/);
		assert.equal(published(code), 0);
	} finally {
		sql('logbook_import', 'DROP TRIGGER trip');
	}
	assert.equal(publish(file).status, 0);
	assert.equal(published(code), 1);
});

test('of many who publish the same list at once one does, and the others find it unchanged', async () => {
	const { file, code } = list({ rows: Array.from({ length: 200 }, (_, i) => `${i + 1};Kommunikator;Mål ${i + 1}`) });
	const said = await Promise.all(Array.from({ length: 4 }, () => new Promise((done) => {
		const child = spawn(import_program, ['curriculum', file, ...into]);
		let out = '';
		child.stdout.on('data', (more) => { out += more; });
		child.on('close', (status) => done({ status, out }));
	})));

	assert.deepEqual(said.map((s) => s.status), [0, 0, 0, 0]);
	assert.equal(said.filter((s) => s.out === `${code}: 200 kompetencer\n`).length, 1);
	assert.equal(said.filter((s) => /uændret/.test(s.out)).length, 3);
	assert.equal(published(code), 1);
});

test('what is asked for wrongly is refused with 2, a server that is not there with 3', () => {
	assert.equal(run('curriculum').status, 2);
	assert.equal(run('curriculum', path.join(dir, 'findes-ikke.csv')).status, 2);
	assert.equal(run('curriculum', dir).status, 2);
	assert.equal(run('folk', list().file).status, 2);
	assert.equal(run('--nej').status, 2);
	assert.equal(spawnSync(import_program, ['curriculum', list().file, '--socket', path.join(dir, 'sock')]).status, 3);
	const help = run('--help');
	assert.equal(help.status, 0);
	assert.match(help.stdout, /0 {2}udgivet/);
});

test('its account changes no list, reads no password and no logbook', () => {
	const as = (statement) => ask('logbook_import', statement, '--user=logbook-import').stderr;

	assert.equal(as('SELECT COUNT(*) FROM curriculum'), '');
	for (const statement of ["UPDATE curriculum SET title = 'x'", 'DELETE FROM competency', 'SELECT password FROM credential',
		'SELECT id FROM approval', "INSERT INTO specialty (code, name) VALUES ('x', 'x')"])
		assert.match(as(statement), /denied/, statement);
	const prepare = spawnSync(import_program, ['--prepare'], { encoding: 'utf8',
		env: { ...process.env, LOGBOOK_SOCKET: stack.SOCKET, LOGBOOK_DATABASE: 'logbook_import', LOGBOOK_KEYS: stack.KEYS } });
	assert.match(prepare.stdout, /^logbook-import: \d+ statements, 0 wrong\n$/);
});

// --- logbook-demo ---------------------------------------------------------------------------

function fill(database, ...words) {
	return spawnSync(path.join(stack.B, 'bin/logbook-demo'), ['--socket', stack.SOCKET, '--database', database,
		'--keys', stack.KEYS, '--seed', path.join(root, 'schema/seed'), '--url', 'http://127.0.0.1:1',
		'--out', path.join(dir, `${database}.json`), ...words], { encoding: 'utf8' });
}
const told = (database) => JSON.parse(fs.readFileSync(path.join(dir, `${database}.json`), 'utf8'));
const size = (database) => sql(database, `SELECT (SELECT COUNT(*) FROM person), (SELECT COUNT(*) FROM approval),
	(SELECT COUNT(*) FROM merit), (SELECT COUNT(*) FROM chain_link), (SELECT COUNT(*) FROM audit), (SELECT COUNT(*) FROM look)`)[0].map(Number);

for (const today of ['2027-01-01', '2028-02-29', '2027-07-31'])
	test(`a try-out that is made on ${today} makes sense that day`, () => {
		const database = make('logbook_demo'), said = fill(database, '--today', today);

		assert.equal(said.status, 0, said.stderr);
		const [, approvals, merits, links] = size(database);
		const chained = ['card', 'attestation', 'course_record', 'research', 'decision', 'reset', 'file_check', 'plan', 'employment_signed', 'submission_step']
			.reduce((sum, table) => sum + Number(one(database, `SELECT COUNT(*) FROM ${table}`)), approvals + merits);
		assert.equal(links, chained);
		assert.equal(one(database, `SELECT COUNT(*) FROM approval WHERE at >= ${quote(today)}`), '0');
		/* Everybody says truly which role they log in with, and holds it that day. */
		for (const person of told(database).people)
			assert.equal(one(database, `SELECT h.role FROM credential c JOIN person p ON p.id = c.person
				JOIN user_role h ON h.id = c.role AND h.person = p.id AND ${quote(today)} >= h.since AND ${quote(today)} < h.until
				WHERE p.email = ${quote(person.email)}`) ?? '', person.role, person.email);
		const audit = path.join(stack.B, 'bin/logbook-audit');
		if (fs.existsSync(audit)) {
			const verified = spawnSync(audit, ['verify', '--socket', stack.SOCKET, '--database', database, '--keys', stack.KEYS],
				{ encoding: 'utf8' });
			assert.equal(verified.status, 0, verified.stdout + verified.stderr);
		}
	});

test('each role has somebody, and each stage of training a doctor', () => {
	const roles = one('logbook_demo', `SELECT COLUMN_TYPE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'logbook_demo'
		AND TABLE_NAME = 'user_role' AND COLUMN_NAME = 'role'`).match(/[A-Z]+(?=')/g);

	assert.equal(roles.length, 12);
	for (const role of roles)
		assert.ok(told('logbook_demo').people.some((p) => p.role === role), role);
	assert.deepEqual(sql('logbook_demo', 'SELECT DISTINCT stage FROM training_course ORDER BY stage').flat(), ['KBU', 'INTRO', 'HU']);
	assert.equal(one('logbook_demo', 'SELECT COUNT(DISTINCT region) FROM training_course'), '3');
	for (const status of ['REQUESTED', 'WITHDRAWN', 'RETURNED', 'APPROVED'])
		assert.notEqual(one('logbook_demo', `SELECT COUNT(*) FROM approval_now WHERE status = '${status}'`), '0', status);
});

test('R_CPR_07 every CPR number is an invented replacement number', () => {
	for (const { cpr, email } of told('logbook_demo').people) {
		assert.match(cpr, /^[6-9]\d{5}-\d{4}$/, email);
		assert.ok(Number(cpr.slice(0, 2)) > 60 && Number(cpr.slice(0, 2)) <= 91, email);
	}
	assert.equal(one('logbook_demo', "SELECT COUNT(*) FROM person WHERE cpr_kind <> 'REPLACEMENT'"), '0');
	const digits = told('logbook_demo').people.map((p) => p.cpr.replace('-', ''));
	for (const sealed of sql('logbook_demo', 'SELECT HEX(cpr_sealed) FROM person').flat())
		assert.ok(!digits.some((d) => Buffer.from(sealed, 'hex').includes(d)));
});

test('people are found by any part of their name', () => {
	const found = (part) => sql('logbook_demo', `SELECT DISTINCT p.email FROM person_word w JOIN person p ON p.id = w.person
		WHERE w.ending LIKE ${quote(`${part}%`)}`).flat();

	assert.ok(found('bjerreg').includes('anne-mette.bjerregaard@logbog.example'));
	assert.ok(found('ØSTERG').includes('anne-mette.bjerregaard@logbog.example'));
	assert.ok(found('mette').length >= 2);
	assert.ok(found('soeren.krag@').includes('soeren.krag@logbog.example'));
	assert.deepEqual(found('gurðar'), ['thorunn.sigurdardottir@logbog.example']);
});

test('made again it changes nothing, and says again who can log in', () => {
	const was = size('logbook_demo'), out = path.join(dir, 'logbook_demo.json'), said_before = fs.readFileSync(out, 'utf8');

	fs.rmSync(out);
	const said = fill('logbook_demo', '--today', '2029-01-01');
	assert.equal(said.status, 0, said.stderr);
	assert.match(said.stdout, /er der allerede/);
	assert.deepEqual(size('logbook_demo'), was);
	assert.equal(fs.readFileSync(out, 'utf8'), said_before);
});

test('a database that has people already, and is no try-out, is left alone', () => {
	const database = make('logbook_demo_not');

	sql(database, `INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed)
		VALUES ('Ib', 'ib@x.example', '+4500000099', '1970-01-01', 'REPLACEMENT', REPEAT('x', 32), 'x')`);
	const said = fill(database);
	assert.equal(said.status, 1);
	assert.match(said.stderr, /stays as it is/);
	assert.deepEqual(size(database), [1, 0, 0, 0, 0, 0]);
});
