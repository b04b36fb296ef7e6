// SPDX-License-Identifier: MPL-2.0
//
// What must hold at the edges: at midnight in Denmark, and when two do something in the same moment.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { department, held_by } from './department.mjs';
import { count, login, one, person, quote, sql, stack, today } from './lib.mjs';

const here = department('vagt');
after(here.close);

/* What the server says against the statement under that account, '' for nothing.  Nothing stays. */
const against = (program, statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`,
	stack.DATABASE], { input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' }).stderr;

// --- the days of a role ---------------------------------------------------------------------------

/* The evening before today, in UTC: half past eleven is today in Denmark, summer and winter, and half past nine is not. */
const late = `CONCAT(${today()} - INTERVAL 1 DAY, ' 23:30:00')`, early = `CONCAT(${today()} - INTERVAL 1 DAY, ' 21:30:00')`;
/* Whoever it is was logged in that evening. */
const was_in = (id) => sql(`INSERT INTO session (token, person, stage, made, seen) VALUES
	(UNHEX(SHA2(UUID(), 256)), ${id}, 'FULL', ${early}, ${late})`);

test('a role that ends today is over at midnight in Denmark, and one that begins today begins no sooner: plans and talks', () => {
	const uao = person(here.uao), main = person(here.main), held = held_by(here.main, 'HOVEDVEJLEDER');
	const may = (who, role, at) => one(`SELECT may_talk(${who}, '${role}', ${here.element}, ${here.id}, ${at})`);
	was_in(uao);
	sql(`INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
		VALUES (${here.id}, ${here.element}, ${main}, 'HOVEDVEJLEDER', ${today()} - INTERVAL 9 DAY, ${uao}, 'UAO', 'UAO', UTC_TIMESTAMP() - INTERVAL 9 DAY)`);
	const end = (at) => against('approve', `UPDATE main_supervisor SET until = ${today()}, ended_by = ${uao}, ended_at = ${at} WHERE element = ${here.element} AND live = 1`);
	const role = held_by(here.uao, 'UAO');
	try {
		sql(`UPDATE user_role SET until = ${today()} WHERE id = ${role}`);
		assert.deepEqual([may(uao, 'UAO', early), may(uao, 'UAO', late)], ['1', '0'], 'ends today');
		assert.equal(end(early), '');
		assert.match(end(late), /not for this account to end/);
		sql(`UPDATE user_role SET since = ${today()}, until = '9999-12-31' WHERE id = ${role}`);
		assert.deepEqual([may(uao, 'UAO', early), may(uao, 'UAO', late)], ['0', '1'], 'begins today');
		sql(`UPDATE user_role SET since = ${today()} + INTERVAL 1 DAY, until = ${today()} + INTERVAL 1 DAY WHERE id = ${role}`);
		assert.equal(may(uao, 'UAO', `CONCAT(${today()}, ' 23:30:00')`), '0', 'has no day at all');
	} finally {
		sql(`UPDATE user_role SET since = ${today()} - INTERVAL 1 YEAR, until = '9999-12-31' WHERE id = ${role}`);
	}
	sql(`UPDATE user_role SET named = 1 WHERE id = ${held};
		INSERT INTO delegation (held, doctor, since, until, given_by, given_as, made_at)
		VALUES (${held}, ${here.id}, ${today()} - INTERVAL 9 DAY, ${today()}, ${uao}, 'UAO', UTC_TIMESTAMP())`);
	assert.deepEqual([may(main, 'HOVEDVEJLEDER', early), may(main, 'HOVEDVEJLEDER', late)], ['1', '0'], 'the delegation ends today');
	sql(`UPDATE user_role SET named = 0 WHERE id = ${held}`);
});

test('no main supervisor is appointed whose role there is over at midnight in Denmark', () => {
	const uao = person(here.uao), both = person(here.both), held = held_by(here.main, 'HOVEDVEJLEDER');
	const put = (at) => against('approve', `INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
		SELECT doctor, id, ${person(here.main)}, 'HOVEDVEJLEDER', ${today()}, ${uao}, 'x', 'UAO', ${at} FROM element WHERE doctor = ${here.colleague}`);
	try {
		sql(`UPDATE user_role SET until = ${today()} WHERE id = ${held}`);
		assert.equal(put(early), '');
		assert.match(put(late), /not for this account to add/);
	} finally {
		sql(`UPDATE user_role SET until = '9999-12-31' WHERE id = ${held}`);
	}
	assert.ok(both);
});

test('no note of a secretariat after midnight in Denmark of the day on which the role was over', () => {
	const vus = person(here.both), region = one("SELECT MIN(id) FROM training_region WHERE code = 'OEST'");
	was_in(vus);
	sql(`INSERT INTO user_role (person, role, region, since, until) VALUES (${vus}, 'VUS', ${region}, ${today()} - INTERVAL 1 YEAR, ${today()})`);
	const note = (at) => `INSERT INTO note (doctor, kind, region, given_by, once, at) VALUES (${here.id}, 'VUS', ${region}, ${vus}, LEFT(UNHEX(SHA2(UUID(), 256)), 16), ${at})`;
	const version = (n, of, at) => `INSERT INTO note_version (note, version, text, readers, given_by, by_name, as_role, at)
		VALUES (${of}, ${n}, 'x', 'VUS', ${vus}, 'x', 'VUS', ${at})`;
	const [[id]] = sql(`${note(early)}; SET @n = LAST_INSERT_ID(); ${version(1, '@n', early)}; SELECT @n`);
	assert.equal(against('office', note(early)), '');
	assert.match(against('office', note(late)), /note: not for this account to add/);
	assert.equal(against('office', version(2, id, early)), '');
	assert.match(against('office', version(2, id, late)), /note_version: not for this account to add/);
});
