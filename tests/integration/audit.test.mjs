// SPDX-License-Identifier: MPL-2.0
//
// logbook-audit against whoever owns the database, in a database of its own on the stack's
// server.  Two doctors' logbooks, chained by chain.mjs; each case begins with them whole, does
// one thing to them as the owner, and asks what the verifier names.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { blake2b, columns, head_seal, link_hash } from './chain.mjs';
import { root, stack } from './lib.mjs';

const database = 'logbook_audit';
const dir = fs.mkdtempSync(path.join(stack.DIR, 'tmp/audit-'));
const key = fs.readFileSync(path.join(stack.KEYS, 'chain'));

// --- the owner's hand -----------------------------------------------------------------------

/* What the client says, and the number of its error. */
function ask(statement, { user, into = database } = {}) {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch',
		'--skip-column-names', '--default-character-set=utf8mb4', ...user ? [`--user=${user}`] : [],
		...into ? [into] : []], { input: statement, encoding: 'utf8', maxBuffer: 1 << 26 });
	return { out: said.stdout, said: said.stderr, error: Number(/^ERROR (\d+)/m.exec(said.stderr)?.[1] ?? 0) };
}
function sql(statement, how) {
	const answer = ask(statement, how);
	assert.equal(answer.error, 0, `${statement}\n${answer.said}`);
	return answer.out.split('\n').slice(0, -1).map((line) => line.split('\t'));
}

const held = ['approval', 'merit', 'file', 'file_content', 'approval_now', 'attestation', 'attestation_now', 'chain_link', 'chain_head'];
const unguarded = 'SET foreign_key_checks = 0, check_constraint_checks = 0;\n';
const restored = `${unguarded}START TRANSACTION;\n${held.map((t) =>
	`DELETE FROM ${t}; INSERT INTO ${t} SELECT * FROM kept_${t};\n`).join('')}COMMIT;\n`;

// --- the verifier ---------------------------------------------------------------------------

function audit(words, keys = stack.KEYS, into = database) {
	const said = spawnSync(path.join(stack.B, 'bin/logbook-audit'), [...words, '--socket', stack.SOCKET,
		'--database', into, '--keys', keys], { encoding: 'utf8' });
	return { status: said.status, out: said.stdout, lines: said.stdout.trimEnd().split('\n'), said: said.stderr };
}

/* Does that to the whole logbooks; the verifier must name these lines and no others. */
function hurts(statements, ...expected) {
	sql(restored + statements);
	const { status, lines, said } = audit(['verify']);
	assert.deepEqual(lines.slice(0, -1), expected, said);
	assert.match(lines.at(-1), new RegExp(`^verified: \\d+ doctors, \\d+ links, \\d+ letters; ${expected.length} found$`));
	assert.equal(status, 1);
}
/* The same of what only roots show: all is well without them. */
function hurts_against(statements, ...expected) {
	sql(restored + statements);
	assert.deepEqual(audit(['verify']).lines.slice(0, -1), []);
	const { status, lines } = audit(['verify', '--against', roots]);
	assert.deepEqual(lines.slice(0, -1), expected);
	assert.equal(status, 1);
}

// --- two logbooks ---------------------------------------------------------------------------

sql(`DROP DATABASE IF EXISTS ${database}`, { into: '' });
after(() => sql(`DROP DATABASE IF EXISTS ${database}`, { into: '' }));
after(() => fs.rmSync(dir, { recursive: true }));
{
	const me = sql('SELECT SUBSTRING_INDEX(CURRENT_USER(), "@", 1)', { into: '' })[0][0];
	const said = spawnSync(path.join(root, 'schema/apply'), ['--socket', stack.SOCKET, '--database', database,
		'--accounts-as', me, '--user', me], { encoding: 'utf8' });
	assert.equal(said.status, 0, said.stderr);
}

const letters = [Buffer.from('%PDF-1.7 first letter'), Buffer.from('%PDF-1.7 second letter')];
const sha = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');
const story = (id, doctor, competency, step, status, words = 'NULL', rating = 'NULL') => {
	const asked = status === 'REQUESTED' || status === 'WITHDRAWN';
	return `INSERT INTO approval VALUES (${id}, ${doctor}, ${competency}, ${step}, '${status}', 'ORDINARY', ${doctor}, 1,
		NULL, ${rating}, ${words}, ${asked ? `${doctor}, 'Læge ${doctor}', 'UL'` : "3, 'Åse Øe', 'VEJLEDER'"},
		'Kirurgisk afdeling', '2027-03-01 10:00:${10 + id}');`;
};
const merit = (id, doctor, note, letter) => `INSERT INTO merit VALUES (${id}, ${doctor}, ${note}, ${letter ?? 'NULL'},
	${letter ? `X'${sha(letters[letter - 1])}'` : 'NULL'}, 1, X'${String(id).repeat(32)}', 4, 'Gry Holm', 'VUS',
	'Sekretariatet', '2027-02-01 10:00:00');`;
const merit_story = (id, doctor, competency, by) => `INSERT INTO approval VALUES (${id}, ${doctor}, ${competency}, 1, 'APPROVED',
	'MERIT', NULL, NULL, ${by}, NULL, NULL, 4, 'Gry Holm', 'VUS', 'Sekretariatet', '2027-02-01 10:00:00');`;

sql(`INSERT INTO org_unit (id, code, kind, name, place, parent, region) VALUES (1, 'A', 'AFDELING', 'Kirurgisk', 'Kirurgisk afdeling', NULL, 1), (2, 'B', 'AFDELING', 'B', 'B', NULL, 1);
	INSERT INTO person (id, name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed)
	SELECT seq, CONCAT('Person ', seq), CONCAT('p', seq, '@example.dk'), '+4500000000', '1990-01-01', 'REPLACEMENT',
	       UNHEX(SHA2(seq, 256)), 'x' FROM seq_1_to_9;
	INSERT INTO curriculum VALUES (1, 'c', 'c', 'HU', 'c', '1', 'BESAT', '2027-01-01', 'c', 1, 8, REPEAT('x', 32));
	INSERT INTO competency (id, curriculum, position, number, heading, title, clarification, strategy, methods, minimum, assess_when, placement, approver_rule)
	SELECT seq, 1, seq, seq, 'h', 't', '', '', '', '', '', '', 'ALLE' FROM seq_1_to_8;
	INSERT INTO training_course (id, doctor, stage, region, number, since, until) SELECT seq, seq, 'HU', 1, seq, '2027-01-01', '2030-01-01' FROM seq_1_to_2;
	INSERT INTO element (id, course, doctor, seq, org_unit, since, until) SELECT seq, seq, seq, 1, 1, '2027-01-01', '2028-01-01' FROM seq_1_to_2;
	${letters.map((l, i) => `INSERT INTO file_content VALUES (X'${sha(l)}', X'${l.toString('hex')}');
	INSERT INTO file VALUES (${i + 1}, ${i + 1}, 'MERIT_LETTER', 'application/pdf', 1, ${l.length}, 'brev.pdf', X'${sha(l)}', 4, '2027-02-01 10:00:00');`).join('\n')}
	${merit(1, 1, "'kursus'", 1)} ${merit_story(1, 1, 1, 1)}
	${story(2, 1, 2, 1, 'REQUESTED', "'jeg kan'", 4)} ${story(3, 1, 2, 2, 'RETURNED', "'øv mere'")}
	${story(4, 1, 2, 3, 'REQUESTED', "''", 5)} ${story(5, 1, 2, 4, 'APPROVED')}
	${story(6, 1, 3, 1, 'REQUESTED')} ${story(7, 1, 3, 2, 'WITHDRAWN')} ${merit(2, 1, "'endnu et'")}
	${merit(3, 2, 'NULL', 2)} ${merit_story(8, 2, 1, 3)} ${story(9, 2, 2, 1, 'REQUESTED')}`);

/* A row in the values that link_hash takes. */
function row(kind, id) {
	const shape = columns(kind);
	const asked = shape.map((c) => c.type === 'bytes' ? `HEX(${c.name})`
		: c.type === 'moment' ? `TIMESTAMPDIFF(SECOND, '1970-01-01', ${c.name})`
			: c.type === 'day' ? `DATEDIFF(${c.name}, '1970-01-01')` : c.name);
	const cells = sql(`SELECT ${asked.join(', ')} FROM ${kind.toLowerCase()} WHERE id = ${id}`)[0];
	return Object.fromEntries(shape.map((c, i) => [c.name, cells[i] === 'NULL' ? null
		: c.type === 'bytes' ? Buffer.from(cells[i], 'hex') : cells[i]]));
}
/* The statements that chain those rows behind link n with that hash, with the key. */
function chaining(doctor, rows, n = 0, end = Buffer.alloc(32), under = key) {
	let statements = '';
	for (const [kind, id] of rows) {
		end = link_hash(under, doctor, ++n, kind, end, row(kind, id));
		statements += `INSERT INTO chain_link VALUES (${doctor}, ${n}, '${kind}', ${id}, X'${end.toString('hex')}');\n`;
	}
	return `${statements}REPLACE INTO chain_head VALUES (${doctor}, ${n}, X'${end.toString('hex')}', X'${
		head_seal(under, doctor, n, end).toString('hex')}');\n`;
}
const approvals = (...ids) => ids.map((id) => ['APPROVAL', id]);
const first = [['MERIT', 1], ...approvals(1, 2, 3, 4, 5, 6, 7), ['MERIT', 2]];
const second = [['MERIT', 3], ...approvals(8, 9)];
sql(chaining(1, first) + chaining(2, second));
sql(held.map((t) => `CREATE TABLE kept_${t} AS SELECT * FROM ${t};`).join('\n'));
const roots = path.join(dir, 'roots');
fs.writeFileSync(roots, audit(['roots']).out);

// --- what refuses before the verifier is needed ---------------------------------------------

test('BLAKE2b is the one that everybody knows', () => {
	for (const n of [0, 1, 127, 128, 129, 300])
		assert.equal(blake2b(Buffer.alloc(n, 'x'), 64).toString('hex'),
			crypto.createHash('blake2b512').update(Buffer.alloc(n, 'x')).digest('hex'));
});

test('whole logbooks are verified, and the statements are within the rights of the account', () => {
	const { status, lines, said } = audit(['verify', '--against', roots]);
	assert.deepEqual(lines, ['verified: 2 doctors, 12 links, 2 letters; all is well'], said);
	assert.equal(status, 0);
	assert.match(audit(['--prepare']).out, /^logbook-audit: \d+ statements, 0 wrong$/m);
});

test('what the programs have chained in the stack itself is whole', () => {
	const { status, lines, said } = audit(['verify'], stack.KEYS, stack.DATABASE);
	assert.equal(status, 0, lines.join('\n') + said);
	const links = ask('SELECT COUNT(*) FROM chain_link', { into: stack.DATABASE }).out.trim();
	assert.ok(lines[0].includes(` ${links} links`), lines[0]);
});

for (const table of ['approval', 'merit', 'file', 'file_content', 'chain_link'])
	test(`R_NUL_06 the owner meets a trigger on changing and on deleting ${table}`, () => {
		const column = { file_content: 'bytes', chain_link: 'hash' }[table] ?? 'at';
		assert.equal(ask(`UPDATE ${table} SET ${column} = ${column}`).error, 1644);
		assert.equal(ask(`DELETE FROM ${table}`).error, 1644);
	});
test('the owner meets a trigger on putting back a head and on deleting it', () => {
	assert.equal(ask('UPDATE chain_head SET n = n - 1').error, 1644);
	assert.equal(ask('UPDATE chain_head SET n = n + 2').error, 1644);
	assert.equal(ask('DELETE FROM chain_head').error, 1644);
});

for (const file of fs.readdirSync(path.join(root, 'schema/grants')).filter((f) => f.endsWith('.sql')))
	test(`logbook-${file.slice(0, -4)} has no right to change or delete what is chained`, () => {
		const user = `logbook-${file.slice(0, -4)}`;
		for (const table of held) {
			assert.equal(ask(`DELETE FROM ${table}`, { user }).error, 1142, table);
			for (const [column] of sql(`SELECT column_name FROM information_schema.columns
				WHERE table_schema = '${database}' AND table_name = '${table}'`)) {
				if (table === 'chain_head' && user !== 'logbook-audit')
					continue; /* moves on; the trigger holds it */
				const { error, said } = ask(`UPDATE ${table} SET ${column} = 1`, { user });
				assert.ok(error === 1142 || error === 1143, `${table}.${column}: ${said}`);
			}
		}
	});
test('logbook-audit has no right to add anything, or to know who anybody is', () => {
	for (const table of held)
		assert.equal(ask(`INSERT INTO ${table} SELECT * FROM kept_${table}`, { user: 'logbook-audit' }).error, 1142);
	assert.equal(ask('SELECT cpr_find FROM person', { user: 'logbook-audit' }).error, 1142);
});

test('from here on the owner has dropped the triggers', () => {
	sql(sql(`SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = '${database}'`)
		.map(([name]) => `DROP TRIGGER ${name};`).join('\n'));
	sql(restored);
	assert.deepEqual(audit(['verify']).lines.slice(0, -1), []);
});

// --- altered --------------------------------------------------------------------------------

const other = { id: 'id + 90', doctor: '2', competency: '7', step: '9', status: "'REQUESTED'", kind: "'MERIT'", element: '2',
	org_unit: '2', merit: '2', rating: '1', words: "'øv meget mere'", given_by: '5', by_name: "'Åse Øe '", as_role: "'UAO'",
	place: "'Medicinsk afdeling'", at: 'at + INTERVAL 1 SECOND', note: "'Kursus'", letter: '2', letter_sha256: "REPEAT('x', 32)",
	region: '2', once: "REPEAT('x', 16)" };
const now = 'DELETE FROM approval_now; INSERT INTO approval_now (doctor, competency, curriculum, approval, step, status, kind, element, org_unit, merit, by_name, as_role, place, at) ' +
	'SELECT doctor, competency, 1, id, step, status, kind, element, org_unit, merit, by_name, as_role, place, at FROM ' +
	'approval a WHERE step = (SELECT MAX(step) FROM approval b WHERE b.doctor = a.doctor AND b.competency = a.competency);';
const elsewhere = (what) => `doctor 2: ${what} stands in the chain of doctor 1 (link `;

/* Approval 3 is link 4 of doctor 1, merit 1 is link 1. */
for (const [table, id, n, which] of [['approval', 3, 4, 'approval 3'], ['merit', 1, 1, 'merit 1']])
	test(`each column of ${table}, altered in turn, is named`, () => {
		const all = sql(`SELECT column_name FROM information_schema.columns WHERE table_schema = '${database}'
			AND table_name = '${table}' ORDER BY ordinal_position`).map(([c]) => c);
		assert.deepEqual(all, columns(table.toUpperCase()).map((c) => c.name), 'every column is in the chain');
		for (const column of all) {
			const line = `doctor 1: link ${n} (${which}): the row was altered` +
				(column === 'id' ? `: it is now number ${id + 90}` : column === 'doctor' ? ': it says doctor 2' : '');
			sql(`${restored}UPDATE ${table} SET ${column} = ${other[column]} WHERE id = ${id}; ${now}`);
			const { lines, status, said } = audit(['verify']);
			assert.equal(lines[0], line, column + said);
			assert.equal(status, 1);
			const beside = lines.slice(1, -1);
			if (column === 'doctor')
				assert.ok(beside[0].startsWith(elsewhere(which)), beside[0]);
			else if (!column.startsWith('letter'))
				assert.deepEqual(beside, [], column);
		}
	});

for (const [what, set, id, n] of [
	['NULL for an empty text', 'words = NULL', 4, 5], ['an empty text for NULL', "words = ''", 5, 6],
	['0 for NULL', 'rating = 0', 5, 6], ['NULL for a number', 'rating = NULL', 4, 5],
	['another case', "by_name = 'åse øe'", 5, 6], ['a composed letter taken apart', "by_name = 'A\u030ase Øe'", 5, 6],
	['what stands behind a NUL', "by_name = CONCAT(by_name, CHAR(0), 'x')", 5, 6],
	['a word moved to the next column', "by_name = 'Åse ØeVEJ', as_role = 'LEDER'", 5, 6],
	['a day far away', "at = '2099-01-01'", 7, 8]])
	test(`altered: ${what}`, () => {
		hurts(`UPDATE approval SET ${set} WHERE id = ${id}; ${now}`, `doctor 1: link ${n} (approval ${id}): the row was altered`);
	});
test('altered: the last row of a chain', () => {
	hurts("UPDATE merit SET note = 'x' WHERE id = 2", 'doctor 1: link 9 (merit 2): the row was altered');
});
test('altered: of several rows the first is named, and each doctor has their own', () => {
	hurts(`UPDATE approval SET place = 'x' WHERE id IN (3, 6, 8); ${now}`, 'doctor 1: link 4 (approval 3): the row was altered',
		'doctor 2: link 2 (approval 8): the row was altered');
});
test('altered: the hash, the kind, the row of a link', () => {
	hurts("UPDATE chain_link SET hash = REPEAT('x', 32) WHERE doctor = 1 AND n = 4",
		'doctor 1: link 4 (approval 3): the link was altered, its row was not');
	hurts("UPDATE chain_link SET hash = REPEAT('x', 32) WHERE doctor = 1 AND n = 9",
		'doctor 1: link 9 (merit 2): the link was altered, its row was not');
	hurts("UPDATE chain_link SET kind = 'MERIT' WHERE doctor = 1 AND n = 5", 'doctor 1: link 5 (merit 4): the row was removed');
	hurts(`DELETE FROM chain_link WHERE doctor = 2 AND n = 1; UPDATE chain_link SET kind = 'MERIT' WHERE doctor = 1 AND n = 4`,
		'doctor 1: link 4 (merit 3): the row was altered: it says doctor 2', 'doctor 2: chain_link 1 is missing');
	hurts('UPDATE chain_link SET row_id = 77 WHERE doctor = 1 AND n = 4', 'doctor 1: link 4 (approval 77): the row was removed');
});

// --- removed --------------------------------------------------------------------------------

const gone = (id) => `DELETE FROM approval WHERE id = ${id}; ${now}`;
test('removed: a row in the middle, the first, the last', () => {
	hurts(gone(6), 'doctor 1: link 7 (approval 6): the row was removed');
	hurts('DELETE FROM merit WHERE id = 1', 'doctor 1: link 1 (merit 1): the row was removed');
	hurts('DELETE FROM merit WHERE id = 2', 'doctor 1: link 9 (merit 2): the row was removed');
});
test('removed: a row with its link, in the middle, the first, the last', () => {
	const with_link = (n) => `DELETE FROM chain_link WHERE doctor = 1 AND n = ${n};`;
	hurts(gone(6) + with_link(7), 'doctor 1: chain_link 7 is missing');
	hurts('DELETE FROM merit WHERE id = 1;' + with_link(1), 'doctor 1: chain_link 1 is missing');
	hurts('DELETE FROM merit WHERE id = 2;' + with_link(9), 'doctor 1: the chain ends at 8, its head says 9 (the end was cut off)');
	hurts(with_link(4), 'doctor 1: chain_link 4 is missing');
});
test('removed: a row with its link, and the later links moved up', () => {
	hurts(`${gone(6)} DELETE FROM chain_link WHERE doctor = 1 AND n = 7;
		UPDATE chain_link SET n = n - 1 WHERE doctor = 1 AND n > 7 ORDER BY n;
		UPDATE chain_head SET n = 8 WHERE doctor = 1;`,
	'doctor 1: link 7 (approval 7): the row or its link was altered, or one before it removed');
});
test('removed: all rows of a doctor; all rows and links; the head as well is found against roots', () => {
	const rows = 'DELETE FROM approval WHERE doctor = 2; DELETE FROM merit WHERE doctor = 2; DELETE FROM approval_now WHERE doctor = 2;';
	hurts(rows, 'doctor 2: link 1 (merit 3): the row was removed');
	hurts(`${rows} DELETE FROM chain_link WHERE doctor = 2;`, 'doctor 2: the chain ends at 0, its head says 3 (the end was cut off)');
	hurts('DELETE FROM chain_link WHERE doctor = 2; DELETE FROM chain_head WHERE doctor = 2;', 'doctor 2: approval 8 is in no chain (inserted)');
	hurts_against(`${rows} DELETE FROM chain_link WHERE doctor = 2; DELETE FROM chain_head WHERE doctor = 2;`,
		`doctor 2: the chain is gone, ${roots} holds its link 3`);
});

// --- inserted, reordered --------------------------------------------------------------------

const forged = `${story(10, 1, 5, 1, 'REQUESTED')} ${now}`;
test('inserted: a row alone, a row with a link behind the end, with the head moved on as well', () => {
	hurts(forged, 'doctor 1: approval 10 is in no chain (inserted)');
	const link = "INSERT INTO chain_link VALUES (1, 10, 'APPROVAL', 10, REPEAT('x', 32));";
	const said = 'doctor 1: link 10 (approval 10): the row or its link was altered, or one before it removed';
	hurts(forged + link, said);
	hurts(`${forged}${link} UPDATE chain_head SET n = 10, hash = REPEAT('x', 32) WHERE doctor = 1;`, said);
});
test('inserted: a row with a link in the middle, and the later links moved down', () => {
	hurts(`${forged} UPDATE chain_link SET n = n + 1 WHERE doctor = 1 AND n >= 4 ORDER BY n DESC;
		INSERT INTO chain_link VALUES (1, 4, 'APPROVAL', 10, REPEAT('x', 32)); UPDATE chain_head SET n = 10 WHERE doctor = 1;`,
	'doctor 1: link 4 (approval 10) was inserted: what belongs there stands at link 5');
});
test('inserted: a link chained with another key', () => {
	sql(restored + forged);
	const end = Buffer.from(sql('SELECT HEX(hash) FROM chain_head WHERE doctor = 1')[0][0], 'hex');
	const statements = chaining(1, approvals(10), 9, end, Buffer.alloc(32, 1));
	hurts(forged + statements, 'doctor 1: link 10 (approval 10): the row or its link was altered, or one before it removed');
});
test('inserted: a link with number 0', () => {
	hurts("INSERT INTO chain_link VALUES (1, 0, 'APPROVAL', 77, REPEAT('x', 32))", 'doctor 1: chain_link 0 is none of the chain (inserted)');
});

const swap = (a, b) => `UPDATE chain_link SET n = CASE n WHEN ${a} THEN 1000 ELSE 2000 END WHERE doctor = 1 AND n IN (${a}, ${b});
	UPDATE chain_link SET n = CASE n WHEN 1000 THEN ${b} ELSE ${a} END WHERE doctor = 1 AND n >= 1000;`;
test('reordered: two links, beside each other or apart', () => {
	hurts(swap(4, 5), "doctor 1: links 4 and 5 stand in each other's place");
	hurts(swap(2, 9), "doctor 1: links 2 and 9 stand in each other's place");
	hurts(swap(4, 5) + swap(5, 6), 'doctor 1: link 4 (approval 4) is in another\'s place: what belongs there stands at link 6');
});
test('reordered: the rows that two links name', () => {
	hurts(`UPDATE chain_link SET row_id = 1000 WHERE doctor = 1 AND n = 4;
		UPDATE chain_link SET row_id = 3 WHERE doctor = 1 AND n = 6; UPDATE chain_link SET row_id = 5 WHERE doctor = 1 AND n = 4;`,
	"doctor 1: links 4 and 6 stand in each other's place");
});
test('reordered: the contents of two rows', () => {
	hurts(`UPDATE approval SET id = 1000 WHERE id = 3; UPDATE approval SET id = 3 WHERE id = 6; UPDATE approval SET id = 6 WHERE id = 1000; ${now}`,
		'doctor 1: link 4 (approval 3): the row holds what belongs in another: approval 6 has its content');
});

// --- heads ----------------------------------------------------------------------------------

test('the head changed: its number, its hash, its seal, all of it removed', () => {
	hurts('UPDATE chain_head SET n = 10 WHERE doctor = 1', 'doctor 1: the chain ends at 9, its head says 10 (the end was cut off)');
	for (const set of ['n = 8', 'n = 0', "hash = REPEAT('x', 32)", "seal = REPEAT('x', 32)"])
		hurts(`UPDATE chain_head SET ${set} WHERE doctor = 1`, 'doctor 1: the head was changed (the chain ends at 9)');
	hurts('DELETE FROM chain_head WHERE doctor = 1', 'doctor 1: the chain ends at 9, and its head was removed');
});
test('a chain that was only ever taken, for something that is not chained, is whole; one that was emptied so is not', () => {
	sql(`${restored}INSERT INTO chain_head (doctor, n, hash, seal) VALUES (99, 0, REPEAT(CHAR(0), 32), REPEAT(CHAR(0), 32))`);
	assert.match(audit(['verify']).out, /; all is well$/m);
	assert.equal(audit(['roots']).status, 0);
	assert.doesNotMatch(audit(['roots']).out, /^99 /m);
	hurts('UPDATE chain_head SET n = 0, hash = REPEAT(CHAR(0), 32), seal = REPEAT(CHAR(0), 32) WHERE doctor = 1',
		'doctor 1: the head was changed (the chain ends at 9)');
});

test("the head changed: another doctor's, whole", () => {
	hurts(`DELETE FROM chain_head WHERE doctor = 2; INSERT INTO chain_head SELECT 2, n, hash, seal FROM chain_head WHERE doctor = 1;`,
		'doctor 2: the chain ends at 3, its head says 9 (the end was cut off)');
});
const cut = `DELETE FROM merit WHERE id = 2; DELETE FROM chain_link WHERE doctor = 1 AND n = 9;
	UPDATE chain_head SET n = 8, hash = (SELECT hash FROM chain_link WHERE doctor = 1 AND n = 8) WHERE doctor = 1;`;
test('the end cut off and the head set back is seen by the seal', () => {
	hurts(cut, 'doctor 1: the head was changed (the chain ends at 8)');
});
test('the end cut off and an earlier head put back with its seal is found against roots', () => {
	sql(restored);
	const hash = sql('SELECT HEX(hash) FROM chain_link WHERE doctor = 1 AND n = 8')[0][0];
	hurts_against(`${cut} UPDATE chain_head SET seal = X'${head_seal(key, 1, 8, Buffer.from(hash, 'hex')).toString('hex')}' WHERE doctor = 1`,
		`doctor 1: the chain ends at 8, ${roots} holds its link 9`);
});
test('a chain made anew with the key is found against roots', () => {
	const altered = `UPDATE approval SET place = 'x' WHERE id = 8; ${now}`;
	sql(restored + altered);
	hurts_against(`${altered} DELETE FROM chain_link WHERE doctor = 2; ${chaining(2, second)}`,
		`doctor 2: link 3 is not the one that ${roots} holds`);
});

// --- beside the chains ----------------------------------------------------------------------

test("a letter's bytes, its contents, its row, its doctor, its size changed", () => {
	const said = (what) => `doctor 1: merit 1, its letter (file 1): ${what}`;
	hurts(`UPDATE file_content SET bytes = CONCAT(bytes, 'x') WHERE sha256 = X'${sha(letters[0])}'`, said('its bytes were altered'));
	hurts(`DELETE FROM file_content WHERE sha256 = X'${sha(letters[0])}'`, said('its bytes were removed'));
	hurts(`UPDATE file SET content = X'${sha(letters[1])}' WHERE id = 1`, said('other bytes were put in its place'));
	hurts('DELETE FROM file WHERE id = 1', said('it was removed'));
	hurts('UPDATE file SET doctor = 2 WHERE id = 1', said('it was given to another doctor'));
	hurts('UPDATE file SET size = size + 1 WHERE id = 1', said('its size was altered'));
});
test('approval_now changed, removed, inserted', () => {
	const said = (what, competency = 2) => `doctor 1: approval_now of competency ${competency} ${what}`;
	for (const set of ["status = 'RETURNED'", 'step = 3', 'approval = 4', 'org_unit = 2', 'org_unit = NULL', 'element = 2', 'element = NULL', 'curriculum = 2',
		"kind = 'MERIT'", 'merit = 1', "by_name = 'En anden'", "as_role = 'TUTOR'", "place = 'Et andet sted'", 'at = at + INTERVAL 1 SECOND'])
		hurts(`UPDATE approval_now SET ${set} WHERE doctor = 1 AND competency = 2`, said('is not its last row, approval 5'));
	hurts('DELETE FROM approval_now WHERE doctor = 1 AND competency = 2', said('was removed (approval 5)'));
	hurts("INSERT INTO approval_now (doctor, competency, curriculum, approval, step, status, kind, org_unit, merit, by_name, as_role, place, at) VALUES (1, 8, 1, 5, 1, 'APPROVED', 'ORDINARY', 1, NULL, '', '', '', NOW())", said('has no story (inserted)', 8));
	hurts("INSERT INTO approval_now (doctor, competency, curriculum, approval, step, status, kind, org_unit, merit, by_name, as_role, place, at) VALUES (7, 2, 1, 5, 1, 'APPROVED', 'ORDINARY', 1, NULL, '', '', '', NOW())", 'doctor 7: approval_now of competency 2 has no story (inserted)');
});

// --- roots and endings ----------------------------------------------------------------------

test('roots that were cut, altered or made up are not believed', () => {
	const whole = fs.readFileSync(roots, 'utf8'), lines = whole.trimEnd().split('\n');
	assert.equal(lines.length, 3);
	assert.match(lines[0], /^1 9 [0-9a-f]{64}$/);
	assert.match(lines[2], /^root 2 12 [0-9a-f]{64}$/);
	const bad = path.join(dir, 'bad');
	for (const text of ['', lines[0] + '\n', `${lines[0]}\n${lines[2]}\n`, whole.replace(/^1 9/, '1 8'), `${whole}\n`, whole + whole,
		whole.replace('root 2', 'root 3'), lines.slice(0, 2).join('\n'), '\0'.repeat(500), 'x'.repeat(500)]) {
		fs.writeFileSync(bad, text);
		assert.equal(audit(['verify', '--against', bad]).status, 2, text);
	}
	assert.equal(audit(['verify', '--against', path.join(dir, 'none')]).status, 2);
});
test('roots of a head that was changed are not whole', () => {
	sql(`${restored}UPDATE chain_head SET n = 8 WHERE doctor = 1`);
	const { status, out, said } = audit(['roots']);
	assert.equal(status, 1);
	assert.doesNotMatch(out, /root/);
	assert.match(said, /^doctor 1: the head was changed$/m);
});
test('roots still hold when the chain has gone on', () => {
	sql(restored + forged);
	const end = Buffer.from(sql('SELECT HEX(hash) FROM chain_head WHERE doctor = 1')[0][0], 'hex');
	sql(chaining(1, approvals(10), 9, end));
	assert.deepEqual(audit(['verify', '--against', roots]).lines, ['verified: 2 doctors, 13 links, 2 letters; all is well']);
});
test('without the right key, the server or right words it says so', () => {
	sql(restored);
	const keys = path.join(dir, 'keys');
	spawnSync(path.join(stack.B, 'bin/logbook-keys'), [keys]);
	const { status, out } = audit(['verify'], keys);
	assert.equal(status, 1);
	assert.match(out, /^not one chain holds from its first link: is this the right chain key\?$/m);
	assert.equal(audit(['verify', '--against', roots], keys).status, 2);
	assert.equal(audit(['verify'], stack.KEYS, 'nowhere').status, 2);
	assert.equal(audit(['verify', '--against']).status, 2);
	assert.equal(audit(['roots', '--against', roots]).status, 2);
	assert.equal(audit(['verify', 'roots']).status, 2);
	assert.equal(audit([]).status, 2);
	assert.match(audit(['--help']).out, /0 {2}all is well/);
});

// --- attestations ---------------------------------------------------------------------------

/* As the owner, past the triggers that refuse every change: the table is given its old rows with one that differs. */
const changed = (table, set, where) => `CREATE OR REPLACE TABLE hurt AS SELECT * FROM ${table}; UPDATE hurt SET ${set} WHERE ${where};
	DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM hurt; DROP TABLE hurt;`;
test('what was signed, and what stands of it, is held by the chain', () => {
	/* Doctor 5 has an attestation on paper that was verified, and one of goals that was asked for. */
	const original = Buffer.from('%PDF-1.7 original');
	sql(`${restored}INSERT INTO training_course (id, doctor, stage, region, number, since, until) VALUES (5, 5, 'HU', 1, 'F5', '2027-01-01', '2030-01-01');
		INSERT INTO element (id, course, doctor, seq, org_unit, since, until) VALUES (5, 5, 5, 1, 1, '2027-01-01', '2028-01-01');
		INSERT INTO file_content VALUES (X'${sha(original)}', X'${original.toString('hex')}');
		INSERT INTO file VALUES (3, 5, 'PAPER_ATTESTATION', 'application/pdf', 1, ${original.length}, 'a.pdf', X'${sha(original)}', 5, '2028-02-01 10:00:00');
		INSERT INTO attestation (id, doctor, element, kind, step, status, basis, org_unit, paper, paper_sha256, paper_signer, paper_title, paper_signed, absence_days, absence_limit, given_by, by_name, as_role, place, at)
		VALUES (1, 5, 5, 'TIME', 1, 'REQUESTED', 'PAPER_VERIFIED', 1, 3, X'${sha(original)}', 'Åse Øe', 'overlæge', '2027-12-20', 4, 36, 5, 'Læge 5', 'UL', 'A', '2028-02-01 10:00:00');
		INSERT INTO attestation (id, doctor, element, kind, step, status, basis, org_unit, paper, paper_sha256, paper_signer, paper_title, paper_signed, absence_days, absence_limit,
			doctor_name, stage, course_number, position_no, unit_place, unit_code, since, until, fraction, statement, given_by, by_name, as_role, place, at)
		VALUES (2, 5, 5, 'TIME', 2, 'APPROVED', 'PAPER_VERIFIED', 1, 3, X'${sha(original)}', 'Åse Øe', 'overlæge', '2027-12-20', 4, 36,
			'Læge 5', 'HU', 'F5', '', 'A', 'A', '2027-01-01', '2028-01-01', 100, 'Gennemført.', 3, 'Åse Øe', 'UAO', 'B', '2028-02-02 10:00:00');
		INSERT INTO attestation (id, doctor, element, kind, step, status, basis, org_unit, given_by, by_name, as_role, place, at)
		VALUES (3, 5, 5, 'GOALS', 1, 'REQUESTED', 'ORDINARY', 1, 5, 'Læge 5', 'UL', 'A', '2028-02-03 10:00:00')`);
	sql(`REPLACE INTO attestation_now SELECT doctor, element, kind, id, step, status, basis, org_unit, by_name, as_role, place, at FROM attestation WHERE id IN (2, 3)`);
	sql(chaining(5, [1, 2, 3].map((id) => ['ATTESTATION', id])));
	sql(held.map((t) => `CREATE OR REPLACE TABLE kept_${t} AS SELECT * FROM ${t};`).join('\n'));
	assert.deepEqual(audit(['verify']).lines.slice(0, -1), []);
	for (const [set, line] of [["statement = 'Andet.'", 'doctor 5: link 2 (attestation 2): the row was altered'],
		['absence_days = 3', 'doctor 5: link 2 (attestation 2): the row was altered'], ["until = '2028-02-01'", 'doctor 5: link 2 (attestation 2): the row was altered']])
		hurts(changed('attestation', set, 'id = 2'), line);
	hurts(changed('attestation_now', "status = 'RETURNED'", "kind = 'TIME' AND element = 5"),
		'doctor 5: attestation_now of element 5 is not its last row, attestation 2');
	hurts(`DELETE FROM attestation_now WHERE kind = 'GOALS' AND element = 5;`,
		'doctor 5: attestation_now of element 5 is not its last row, attestation 3');
	hurts(changed('file', "doctor = 6", 'id = 3'), 'doctor 5: attestation 1, its original (file 3): it was given to another doctor');
});
