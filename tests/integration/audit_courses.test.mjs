// SPDX-License-Identifier: MPL-2.0
//
// logbook-audit on the courses of a logbook, in a database of its own: whoever owns it alters one thing,
// and the verifier names it.  The chain is made by chain.mjs, which knows nothing of our code.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { columns, head_seal, link_hash } from './chain.mjs';
import { root, stack } from './lib.mjs';

const database = 'logbook_audit_courses', key = fs.readFileSync(path.join(stack.KEYS, 'chain'));

function sql(statement, into = database) {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', '--skip-column-names',
		'--default-character-set=utf8mb4', ...into ? [into] : []], { input: statement, encoding: 'utf8' });
	assert.equal(said.status, 0, `${statement}\n${said.stderr}`);
	return said.stdout.split('\n').slice(0, -1).map((line) => line.split('\t'));
}
function verify() {
	const said = spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', database,
		'--keys', stack.KEYS], { encoding: 'utf8' });
	return { status: said.status, lines: said.stdout.trimEnd().split('\n').slice(0, -1), said: said.stdout + said.stderr };
}

sql(`DROP DATABASE IF EXISTS ${database}`, '');
after(() => sql(`DROP DATABASE IF EXISTS ${database}`, ''));
{
	const me = sql('SELECT SUBSTRING_INDEX(CURRENT_USER(), "@", 1)', '')[0][0];
	const said = spawnSync(path.join(root, 'schema/apply'), ['--socket', stack.SOCKET, '--database', database, '--accounts-as', me, '--user', me], { encoding: 'utf8' });
	assert.equal(said.status, 0, said.stderr);
}

const scan = Buffer.from('%PDF-1.7 certificate'), sha = crypto.createHash('sha256').update(scan).digest('hex');
const step = (id, doctor, course, n, status, kind, more, by, role) => `INSERT INTO course_record VALUES (${id}, ${doctor}, ${course}, ${n}, '${status}', '${kind}', ${more},
	${by}, 'Åse Øe', '${role}', 'Afdeling', '2027-03-01 10:00:${10 + id}');`;
const paper = `NULL, NULL, '2026-02-01', 1, X'${sha}', NULL, NULL`;
sql(`INSERT INTO person (id, name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed)
	SELECT seq, CONCAT('Person ', seq), CONCAT('p', seq, '@example.dk'), '+4500000000', '1990-01-01', 'REPLACEMENT', UNHEX(SHA2(seq, 256)), 'x' FROM seq_1_to_4;
	INSERT INTO file_content VALUES (X'${sha}', X'${scan.toString('hex')}');
	INSERT INTO file VALUES (1, 1, 'CERTIFICATE', 'application/pdf', 1, ${scan.length}, 'bevis.pdf', X'${sha}', 1, '2027-02-01 10:00:00');
	SELECT MIN(id) INTO @a FROM course_def WHERE code = 'SOL1'; SELECT MIN(id) INTO @b FROM course_def WHERE code = 'SOL3';
	INSERT INTO course_run VALUES (1, @b, 'H', 'S', '2027-01-01', '2027-01-04', 20, REPEAT('x', 16), 3, 'KURSUSUDBYDER', '2027-01-01 10:00:00');
	${step(1, 1, '@a', 1, 'CLAIMED', 'PAPER_VERIFIED', `${paper}, NULL`, 1, 'UL')}
	${step(2, 1, '@a', 2, 'APPROVED', 'PAPER_VERIFIED', `${paper}, 'set'`, 3, 'UAO')}
	${step(3, 1, '@b', 1, 'NOT_PASSED', 'ORDINARY', "1, 9, '2027-01-03', NULL, NULL, NULL, NULL, 'syg'", 3, 'KURSUSUDBYDER')}
	${step(4, 1, '@b', 2, 'APPROVED', 'ORDINARY', "1, 0, '2027-01-03', NULL, NULL, NULL, NULL, NULL", 3, 'KURSUSUDBYDER')}
	${['course_record_stays', 'course_record_remains', 'course_record_follows', 'file_content_stays', 'file_content_remains', 'file_stays'].map((t) => `DROP TRIGGER ${t};`).join('')}`);

function row(id) {
	const shape = columns('COURSE');
	const cells = sql(`SELECT ${shape.map((c) => c.type === 'bytes' ? `HEX(${c.name})` : c.type === 'moment' ? `TIMESTAMPDIFF(SECOND, '1970-01-01', ${c.name})`
		: c.type === 'day' ? `DATEDIFF(${c.name}, '1970-01-01')` : c.name).join(', ')} FROM course_record WHERE id = ${id}`)[0];
	return Object.fromEntries(shape.map((c, i) => [c.name, cells[i] === 'NULL' ? null : c.type === 'bytes' ? Buffer.from(cells[i], 'hex') : cells[i]]));
}
let end = Buffer.alloc(32);
for (const n of [1, 2, 3, 4]) {
	end = link_hash(key, 1, n, 'COURSE', end, row(n));
	sql(`INSERT INTO chain_link VALUES (1, ${n}, 'COURSE', ${n}, X'${end.toString('hex')}')`);
}
sql(`INSERT INTO chain_head VALUES (1, 4, X'${end.toString('hex')}', X'${head_seal(key, 1, 4, end).toString('hex')}');
	CREATE TABLE kept AS SELECT * FROM course_record; CREATE TABLE kept_now AS SELECT * FROM course_record_now`);
const unguarded = 'SET foreign_key_checks = 0, check_constraint_checks = 0;';
const restored = `${unguarded} DELETE FROM course_record; INSERT INTO course_record SELECT * FROM kept; DELETE FROM course_record_now;
	INSERT INTO course_record_now SELECT * FROM kept_now; DELETE FROM file_content; INSERT INTO file_content VALUES (X'${sha}', X'${scan.toString('hex')}');`;

test('a logbook with courses holds, certificates counted', () => {
	const { status, said } = verify();
	assert.equal(status, 0, said);
	assert.match(said, /1 doctors, 4 links, 1 letters; all is well/);
});

const other = { id: '90', doctor: '2', course: 'course + 1', step: '7', status: "'RESET'", kind: "'MERIT'", run: 'NULL', absent: '1', held_on: "'2027-01-02'",
	file: '1', file_sha256: "REPEAT('x', 32)", region: '1', org_unit: '1', words: "'syg igen'", given_by: '4', by_name: "'Åse Ø'", as_role: "'HKL'", place: "'B'", at: 'at + INTERVAL 1 SECOND' };
test('each column of course_record, altered in turn, is named', () => {
	const all = sql(`SELECT column_name FROM information_schema.columns WHERE table_schema = '${database}' AND table_name = 'course_record' ORDER BY ordinal_position`).map(([c]) => c);
	assert.deepEqual(all, columns('COURSE').map((c) => c.name), 'every column is in the chain');
	for (const column of all) {
		sql(`${restored} UPDATE course_record SET ${column} = ${other[column]} WHERE id = 3`);
		const { status, lines, said } = verify();
		assert.equal(status, 1, `${column}: ${said}`);
		assert.match(lines[0], /^doctor 1: link 3 \(course_record 3\): the row was altered/, column);
	}
});

test('a step that was removed or put in, a certificate exchanged, the latest row falsified', () => {
	const hurts = (statement, expected) => {
		sql(restored + statement);
		const { status, lines, said } = verify();
		assert.equal(status, 1, said);
		assert.ok(lines.some((l) => expected.test(l)), said);
	};
	hurts('DELETE FROM course_record WHERE id = 3', /link 3 \(course_record 3\): the row was removed/);
	hurts(`${step(9, 2, "(SELECT MIN(id) FROM course_def)", 1, 'APPROVED', 'ORDINARY', 'NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL', 3, 'HKL')}`, /doctor 2: course_record 9 is in no chain \(inserted\)/);
	hurts("UPDATE file_content SET bytes = '%PDF-1.7 another one'", /course_record 1, its certificate \(file 1\): its bytes were altered/);
	hurts("UPDATE course_record_now SET status = 'APPROVED', kind = 'MERIT' WHERE record = 4", /course_record_now of course \d+ is not its last row, course_record 4/);
	hurts('DELETE FROM course_record_now WHERE record = 4', /course_record_now of course \d+/);
	sql(restored);
	assert.equal(verify().status, 0);
});
