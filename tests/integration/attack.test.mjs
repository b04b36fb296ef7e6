// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test attack.test.mjs: what somebody who means ill tries, and is not given.
// Most of it holds by what the other tests prove one by one; here it is tried from outside, as
// one would, and from inside a program that has been taken over.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import net from 'node:net';
import { test } from 'node:test';
import { apache, ask, Browser, count, file, log_in, logbook, login, one, person, quote, sql, stack, status, steps, today } from './lib.mjs';

const friis = 'jonas.friis@logbog.example', east = 'hanne.vestergaard@logbog.example';

// --- a program that has been taken over: its account, and every right it holds -----------------

/* The statement under that account: the number of the error, 0 for none.  Nothing stays. */
function as(program, statement) {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`,
		stack.DATABASE], { input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' });
	return Number(/^ERROR (\d+)/m.exec(said.stderr)?.[1] ?? 0);
}
const REFUSED = 1644, NO_RIGHT = [1142, 1143];

/* A row of approval, whole, for the first goal nobody has asked about in that book. */
const approval = (book, change = {}) => {
	const row = { doctor: book.id, competency: book.goals[0].id, step: 1, status: "'APPROVED'", kind: "'ORDINARY'",
		element: book.element, org_unit: book.unit, given_by: person(book.approver), by_name: "'Hvem'", as_role: "'VEJLEDER'",
		place: "'Her'", at: `${today()}`, ...change };
	return `INSERT INTO approval (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
};
const asked = (book, change = {}) => approval(book, { status: "'REQUESTED'", given_by: book.id, as_role: "'UL'", ...change });

test('the account that asks cannot approve, whoever is named as approver', () => {
	const book = logbook();
	assert.equal(as('journal', asked(book)), 0);
	for (const state of ['APPROVED', 'RETURNED'])
		assert.equal(as('journal', approval(book, { status: `'${state}'`, words: "'ord'" })), REFUSED, state);
	assert.equal(as('journal', asked(book, { as_role: "'UAO'" })), REFUSED);
	const other = one(`SELECT id FROM element WHERE doctor <> ${book.id} LIMIT 1`);
	assert.equal(as('journal', asked(book, { element: other })), REFUSED);
});

test('the account that approves asks for nobody, gives no merit, and answers only for who holds the role there', () => {
	const book = logbook();
	assert.equal(as('approve', approval(book)), 0);
	assert.equal(as('approve', asked(book)), REFUSED);
	const elsewhere = one(`SELECT h.person FROM user_role h WHERE h.role = 'VEJLEDER' AND NOT EXISTS (SELECT 1 FROM user_role o
		WHERE o.person = h.person AND o.org_unit = ${book.unit}) LIMIT 1`);
	assert.equal(as('approve', approval(book, { given_by: elsewhere })), REFUSED, 'of another department');
	assert.equal(as('approve', approval(book, { as_role: "'TUTOR'" })), REFUSED, 'a role not held');
	assert.equal(as('approve', approval(book, { at: "'1999-01-01'" })), REFUSED, 'before the role began');
	assert.equal(as('approve', approval(book, { given_by: person('else.munk@logbog.example') })), REFUSED, 'the role has ended');
	const merit = one('SELECT id FROM merit LIMIT 1');
	assert.equal(as('approve', approval(book, { kind: "'MERIT'", merit, as_role: "'VUS'" })), REFUSED);
});

test('the account of the secretariat approves by merit alone, by the merit of that doctor, in the region of the giver', () => {
	const book = logbook();
	const giver = person(east);
	const region = one(`SELECT region FROM user_role WHERE person = ${giver} AND role = 'VUS'`);
	const merit = (doctor, at = region) => `INSERT INTO merit (doctor, note, region, once, given_by, by_name, as_role, place, at)
		VALUES (${doctor}, 'notat', ${at}, REPEAT('z', 16), ${giver}, 'Hvem', 'VUS', 'Her', ${today()})`;
	const inside = one(`SELECT doctor FROM training_course WHERE region = ${region} LIMIT 1`);
	const outside = one(`SELECT p.id FROM person p WHERE EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id)
		AND NOT EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id AND c.region = ${region}) LIMIT 1`);
	assert.equal(as('office', merit(inside)), 0);
	assert.equal(as('office', merit(outside)), REFUSED);
	assert.equal(as('office', merit(outside, one(`SELECT id FROM training_region WHERE id <> ${region} LIMIT 1`))), REFUSED);
	assert.equal(as('office', approval(book)), REFUSED);
	assert.equal(as('office', asked(book)), REFUSED);
	const [of_another, by] = sql(`SELECT id, given_by FROM merit WHERE doctor <> ${book.id} LIMIT 1`)[0];
	assert.equal(as('office', approval(book, { kind: "'MERIT'", merit: of_another, given_by: by, as_role: "'VUS'", element: 'NULL',
		org_unit: 'NULL' })), REFUSED);
});

test('no account makes up a look, a link, or the end of a chain', () => {
	const [held, viewer, role] = sql(`SELECT h.id, h.person, h.role FROM user_role h WHERE h.role = 'UAO' LIMIT 1`)[0];
	const book = logbook('EXISTS (SELECT 1 FROM chain_head k WHERE k.doctor = p.id)');
	const look = (who = viewer, what = role) => `INSERT INTO look (doctor, viewer, held, role, page, at)
		VALUES (${book.id}, ${who}, ${held}, '${what}', '/x', ${today()})`;
	assert.equal(as('approve', look()), 0);
	assert.equal(as('approve', look(book.id)), REFUSED);
	assert.equal(as('approve', look(viewer, 'VUS')), REFUSED);
	for (const program of ['login', 'journal'])
		assert.equal(as(program, look()), REFUSED, program);
	for (const program of ['journal', 'approve', 'office']) {
		assert.equal(as(program, `UPDATE chain_head SET seal = REPEAT('x', 32) WHERE doctor = ${book.id}`), REFUSED, program);
		assert.equal(as(program, `INSERT INTO chain_head VALUES (${east.length + 900000}, 5, REPEAT('x', 32), REPEAT('x', 32))`), REFUSED, program);
		assert.equal(as(program, `INSERT INTO chain_link SELECT ${book.id}, 60000, 'APPROVAL', a.id, REPEAT('x', 32)
			FROM (SELECT 4000000000 AS id) a`), REFUSED, program);
	}
});

test('no account but that of login makes a session, sees a password or a code, or a CPR number it need not', () => {
	for (const program of ['journal', 'approve', 'office', 'export', 'audit', 'import']) {
		for (const statement of ["INSERT INTO session (token, person, stage, made, seen) VALUES (REPEAT('x', 32), 1, 'FULL', '2030-01-01', '2030-01-01')",
			'UPDATE session SET person = 1', 'UPDATE session SET held = 1', 'UPDATE session SET ended = NULL', 'UPDATE session SET token = 0x00',
			'SELECT password FROM credential', 'SELECT code FROM login_code', 'DELETE FROM login_guess', 'INSERT INTO user_role SELECT * FROM user_role',
			'UPDATE user_role SET until = 0', 'UPDATE person SET email = 0', 'UPDATE element SET until = 0', 'DELETE FROM look', 'UPDATE audit SET person = 1',
			"SELECT 1 INTO OUTFILE '/x'", "SELECT LOAD_FILE('/etc/passwd') INTO @x; INSERT INTO user_role SELECT @x"])
			assert.ok([...NO_RIGHT, 1045, 1044, 1227].includes(as(program, statement)), `${program}: ${statement}: ${as(program, statement)}`);
	}
	for (const program of ['login', 'journal', 'approve', 'audit', 'import'])
		for (const column of ['cpr_find', 'cpr_sealed'])
			assert.ok(NO_RIGHT.includes(as(program, `SELECT ${column} FROM person`)), `${program} ${column}`);
	assert.ok(NO_RIGHT.includes(as('export', 'SELECT cpr_find FROM person')));
	for (const statement of ['SELECT 1 FROM approval', 'SELECT 1 FROM merit', 'SELECT 1 FROM file', 'SELECT 1 FROM reach', 'SELECT 1 FROM look',
		'INSERT INTO user_role SELECT * FROM user_role', 'INSERT INTO credential VALUES (1, 0, 0)', 'UPDATE session SET person = 1'])
		assert.ok(NO_RIGHT.includes(as('login', statement)), `login: ${statement}`);
});
