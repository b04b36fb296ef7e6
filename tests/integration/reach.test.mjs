// SPDX-License-Identifier: MPL-2.0
//
// tests/reach.tsv against the view reach: who reaches whom, when.  Everything is put there in one
// transaction that is rolled back.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { quote, root, sql } from './lib.mjs';
import { lines } from './table.mjs';

const cases = lines(path.join(root, 'tests/reach.tsv')).map(
	([rule, role, place, since, until, office, day, sees, approves, merits, because, delegated = '-', element = 'live']) =>
		({ rule, role, place, since, until, office, day, sees, approves, merits, because, delegated, element }));

const never = "'9999-12-31'";
const date = (word) => word === '-' ? never : quote(word);
const person = (n) => `INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed)
	VALUES ('reach ${n}', 'reach-${n}@example.dk', '+4500000000', '1990-01-01', 'REPLACEMENT', UNHEX(SHA2('reach ${n}', 256)), 'x');
	SET @person${n} = LAST_INSERT_ID();`;
const place = (n) => `INSERT INTO training_region (code, name) VALUES ('REACH${n}', 'reach ${n}');
	SET @region${n} = LAST_INSERT_ID();
	INSERT INTO specialty (code, name) VALUES ('reach-${n}', 'reach ${n}');
	SET @specialty${n} = LAST_INSERT_ID();
	INSERT INTO org_unit (code, kind, name, place, region) VALUES ('REACH${n}', 'AFDELING', 'reach', 'reach ${n}', @region${n});
	SET @unit${n} = LAST_INSERT_ID();`;

/* Who was named to the role held: this doctor, from … up to …, or somebody else. */
function delegate(delegated) {
	if (delegated === '-')
		return '';
	const [since, until] = delegated === 'others' ? ['2000-01-01', '-'] : delegated.split('..');
	return `INSERT INTO delegation (held, doctor, since, until, given_by, given_as, made_at)
		VALUES (@held, ${delegated === 'others' ? '@person2' : '@person1'}, ${date(since)}, ${date(until)}, @person2, 'UAO', '2020-01-01');`;
}

/* One row of role held, then what the view says. */
function ask(c) {
	const who = c.place === 'me' ? '@person1' : '@person2';
	const n = c.place === 'elsewhere' ? 2 : 1, field = c.place === 'field' ? 2 : n;
	const now = `viewer = ${who} AND held = @held AND doctor = @person1 AND ${date(c.day)} >= since AND ${date(c.day)} < until`;
	return `SAVEPOINT before_it;
		UPDATE training_course SET office_until = ${date(c.office)} WHERE id = @course;
		UPDATE element SET cancelled = ${c.element === 'cancelled' ? "'2026-01-15'" : 'NULL'} WHERE doctor = @person1;
		INSERT INTO user_role (person, role, org_unit, region, specialty, since, until, named)
		VALUES (${who}, ${quote(c.role)}, @unit${n}, @region${n}, @specialty${field}, ${date(c.since)}, ${date(c.until)}, ${c.delegated !== '-'});
		SET @held = LAST_INSERT_ID();
		${delegate(c.delegated)}
		SELECT COUNT(*) > 0, COALESCE(MAX(may_approve), 0), COALESCE(MAX(may_merit), 0) FROM reach WHERE ${now};
		ROLLBACK TO before_it;`;
}

const answers = sql(`START TRANSACTION; ${person(1)} ${person(2)} ${place(1)} ${place(2)}
	INSERT INTO training_course (doctor, stage, specialty, region, number, since, until)
	VALUES (@person1, 'HU', @specialty1, @region1, '1', '2026-01-01', '2028-01-01');
	SET @course = LAST_INSERT_ID();
	INSERT INTO element (course, doctor, seq, org_unit, since, until)
	VALUES (@course, @person1, 1, @unit1, '2026-03-01', '2026-09-01');
	${cases.map(ask).join('\n')} ROLLBACK;`);

test('there is an answer to each case', () => {
	assert.ok(cases.length > 50);
	assert.equal(answers.length, cases.length);
});

const yes = (word) => word === 'yes' ? '1' : '0';
cases.forEach((c, i) => {
	const at = c.place === 'me' ? 'themselves' : c.place;
	test(`${c.rule.replace(/-/g, '_')} ${c.role} ${at} on ${c.day} ${c.sees === 'yes' ? 'reaches' : 'does not reach'}: ${c.because}`, () => {
		assert.deepEqual(answers[i], [yes(c.sees), yes(c.approves), yes(c.merits)]);
	});
});
