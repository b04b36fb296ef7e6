// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test lists.test.mjs: what long lists are read from, kept by triggers, is never
// anything else than what it is made of.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, test } from 'node:test';
import { promisify } from 'node:util';
import { login, one, sql, stack } from './lib.mjs';

/* Courses whose row of course_first is not what the tables say, counted anew. */
const DRIFT = `SELECT COUNT(*) FROM (
	SELECT c.id, c.doctor, c.stage, c.specialty, c.region, c.source, c.since, c.cancelled IS NOT NULL AS cancelled,
	       COALESCE((SELECT MIN(e.since) FROM element e WHERE e.course = c.id AND e.cancelled IS NULL), c.since) AS begins,
	       (SELECT e.org_unit FROM element e WHERE e.course = c.id AND e.cancelled IS NULL ORDER BY e.since, e.id LIMIT 1) AS org_unit,
	       BINARY (SELECT u.place FROM element e JOIN org_unit u ON u.id = e.org_unit
	               WHERE e.course = c.id AND e.cancelled IS NULL ORDER BY e.since, e.id LIMIT 1) AS place,
	       (SELECT e.id FROM element e JOIN training_course w ON w.id = e.course WHERE w.doctor = c.doctor AND w.stage = c.stage AND w.specialty <=> c.specialty
	         AND (w.cancelled IS NULL OR w.id = c.id) AND e.cancelled IS NULL ORDER BY e.until DESC, e.id DESC LIMIT 1) AS last_element,
	       BINARY p.name AS name, p.gone IS NOT NULL AS gone
	  FROM training_course c JOIN person p ON p.id = c.doctor) t
	LEFT JOIN course_first f ON f.course = t.id AND f.doctor = t.doctor AND f.stage = t.stage AND f.specialty <=> t.specialty
	     AND f.region = t.region AND f.source = t.source AND f.since = t.since AND f.cancelled = t.cancelled AND f.begins = t.begins
	     AND f.org_unit <=> t.org_unit AND BINARY f.place <=> t.place AND BINARY f.name = t.name AND f.gone = t.gone AND f.last_element <=> t.last_element
	WHERE f.course IS NULL`;

let doctor, region, units;
before(() => {
	doctor = one("SELECT doctor FROM training_course ORDER BY id LIMIT 1");
	region = one('SELECT MIN(id) FROM training_region');
	units = sql("SELECT id FROM org_unit WHERE kind = 'AFDELING' ORDER BY id LIMIT 2").map(([id]) => id);
});

const course = (since = '2031-02-01') => `INSERT INTO training_course (doctor, stage, region, number, since, until)
	VALUES (${doctor}, 'HU', ${region}, 'LISTE', '${since}', '2035-01-01'); SET @course = LAST_INSERT_ID();`;
const element = (seq, since, unit) => `INSERT INTO element (course, doctor, seq, org_unit, since, until)
	VALUES (@course, ${doctor}, ${seq}, ${unit}, '${since}', '2034-01-01'); SET @e${seq} = LAST_INSERT_ID();`;
const seen = 'SELECT begins, org_unit, place, name, cancelled, gone FROM course_first WHERE course = @course;';

/* What the statements leave in course_first, then what drifted; all of it is taken back. */
function tried(statements) {
	const rows = sql(`START TRANSACTION; ${statements} ${seen} ${DRIFT}; ROLLBACK;`), drift = rows.pop()[0];
	assert.equal(drift, '0', statements);
	return rows.at(-1);
}

test('course_first: what is there already is what its tables say', () => {
	assert.ok(Number(one('SELECT COUNT(*) FROM course_first')) > 10);
	assert.equal(one('SELECT COUNT(*) FROM course_first'), one('SELECT COUNT(*) FROM training_course'));
	assert.equal(one(DRIFT), '0');
});

test('course_first: the recount finds what was changed behind the triggers', () => {
	for (const set of ["name = CONCAT(name, 'x')", "place = 'x'", 'begins = since + INTERVAL 1 DAY', 'gone = 1', 'cancelled = 1 - cancelled', 'region = region + 1', 'last_element = NULL'])
		assert.notEqual(sql(`START TRANSACTION; UPDATE course_first SET ${set}; ${DRIFT}; ROLLBACK`)[0][0], '0', set);
});

test('course_first: a course is there with its doctor, and begins with the first of its elements', () => {
	const name = one(`SELECT name FROM person WHERE id = ${doctor}`), place = (id) => one(`SELECT place FROM org_unit WHERE id = ${id}`);
	const [a, b] = units;
	assert.deepEqual(tried(course()), ['2031-02-01', null, null, name, '0', '0']);
	assert.deepEqual(tried(course() + element(1, '2031-03-01', a)).slice(0, 3), ['2031-03-01', a, place(a)]);
	const two = course() + element(1, '2031-03-01', a) + element(2, '2031-02-01', b);
	assert.deepEqual(tried(two).slice(0, 3), ['2031-02-01', b, place(b)], 'an earlier one comes later');
	assert.deepEqual(tried(`${two} UPDATE element SET since = '2031-04-01' WHERE id = @e2;`).slice(0, 3), ['2031-03-01', a, place(a)], 'moved behind the other');
	assert.deepEqual(tried(`${two} UPDATE element SET cancelled = '2030-01-01' WHERE id = @e2;`).slice(0, 3), ['2031-03-01', a, place(a)], 'not to be');
	assert.deepEqual(tried(`${two} UPDATE element SET cancelled = '2030-01-01' WHERE course = @course;`).slice(0, 3), ['2031-02-01', null, null], 'none is to be');
	assert.deepEqual(tried(`${two} UPDATE element SET cancelled = '2030-01-01' WHERE course = @course; UPDATE training_course SET since = '2031-02-15' WHERE id = @course;
		UPDATE element SET cancelled = NULL WHERE id = @e1;`).slice(0, 2), ['2031-03-01', a], 'and one is again');
	assert.deepEqual(tried(`${two} UPDATE element SET org_unit = ${a} WHERE id = @e2;`).slice(0, 3), ['2031-02-01', a, place(a)], 'elsewhere');
});

test('course_first: its last element is the one that is to be and ends last', () => {
	const [a, b] = units, two = course() + element(1, '2031-03-01', a) + element(2, '2031-02-01', b);
	const last = (then) => one(`START TRANSACTION; ${two} ${then} SELECT CASE f.last_element WHEN @e1 THEN 1 WHEN @e2 THEN 2 END FROM course_first f WHERE f.course = @course; ROLLBACK`);
	assert.equal(last(''), '2', 'of two that end on one day the one that came later');
	assert.equal(last("UPDATE element SET until = '2034-01-02' WHERE id = @e1;"), '1');
	assert.equal(last("UPDATE element SET cancelled = '2030-01-01' WHERE id = @e2;"), '1');
	assert.equal(last("UPDATE element SET cancelled = '2030-01-01' WHERE id = @e2; UPDATE element SET cancelled = NULL WHERE id = @e2;"), '2');
	assert.equal(last("UPDATE element SET cancelled = '2030-01-01' WHERE course = @course;"), null);
	tried(`${two} UPDATE element SET until = '2034-01-02' WHERE id = @e1;`);
	const more = `${two} SET @first = @course; ${course('2031-03-01')}`;
	for (const then of ['', element(3, '2033-01-01', a), `${element(3, '2033-01-01', a)} UPDATE training_course SET cancelled = '2030-01-01' WHERE id = @course;`,
		`${element(3, '2033-01-01', a)} UPDATE training_course SET stage = 'INTRO' WHERE id = @course;`,
		`${element(3, '2033-01-01', a)} UPDATE training_course SET specialty = (SELECT MIN(id) FROM specialty) WHERE id = @first;`])
		tried(more + then);
	const whole = (then) => one(`START TRANSACTION; ${more} ${element(3, '2033-01-01', a)} ${then} SELECT f.last_element = @e3 FROM course_first f WHERE f.course = @first; ROLLBACK`);
	assert.equal(whole(''), '1', 'of two courses that are one training');
	assert.equal(whole("UPDATE training_course SET cancelled = '2030-01-01' WHERE id = @course;"), '0');
});

test('course_first: it follows the course, the doctor and the place', () => {
	const made = course() + element(1, '2031-03-01', units[0]), other = one(`SELECT id FROM person WHERE id <> ${doctor} AND gone IS NULL ORDER BY id LIMIT 1`);
	for (const set of ["stage = 'INTRO'", 'specialty = (SELECT MIN(id) FROM specialty)', 'region = region + 1', "source = 'REGION'", "since = '2031-01-15'", "cancelled = '2030-01-01'"])
		tried(`${made} UPDATE training_course SET ${set} WHERE id = @course;`);
	assert.equal(tried(`${course()} UPDATE training_course SET since = '2031-05-01' WHERE id = @course;`)[0], '2031-05-01');
	assert.equal(tried(`${made} UPDATE training_course SET doctor = ${other} WHERE id = @course;`)[3], one(`SELECT name FROM person WHERE id = ${other}`));
	assert.equal(tried(`${made} UPDATE person SET name = 'Ny Å. Navn' WHERE id = ${doctor};`)[3], 'Ny Å. Navn');
	const upper = one(`SELECT UPPER(name) FROM person WHERE id = ${doctor}`);
	assert.equal(tried(`${made} UPDATE person SET name = UPPER(name) WHERE id = ${doctor};`)[3], upper, 'letters alone');
	assert.equal(tried(`${made} UPDATE person SET gone = 'WITHDRAWN' WHERE id = ${doctor};`)[5], '1');
	assert.equal(tried(`${made} UPDATE org_unit SET place = 'Et andet navn' WHERE id = ${units[0]};`)[2], 'Et andet navn');
	assert.throws(() => tried(`${made} UPDATE element SET course = (SELECT MIN(id) FROM training_course) WHERE id = @e1;`), /belongs to its course for good/);
});

test('course_first: two who change what it is made of at the same time wait for one another', async () => {
	const run = promisify(execFile), client = (statements) => run('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--default-character-set=utf8mb4',
		stack.DATABASE, '-e', `SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; START TRANSACTION; ${statements} COMMIT;`]);
	const [id, unit, own] = sql(`SELECT e.id, e.org_unit, e.course FROM course_first f JOIN element e ON e.course = f.course AND e.since = f.begins
		WHERE f.doctor = ${doctor} AND e.cancelled IS NULL ORDER BY e.id LIMIT 1`)[0];
	const name = one(`SELECT name FROM person WHERE id = ${doctor}`), place = one(`SELECT place FROM org_unit WHERE id = ${unit}`);
	const move = (days) => `UPDATE training_course SET since = since + INTERVAL ${days} DAY WHERE id = ${own};
		UPDATE element SET since = since + INTERVAL ${days} DAY WHERE id = ${id};`;
	const rename = (n, p) => `UPDATE person SET name = '${n}' WHERE id = ${doctor}; UPDATE org_unit SET place = '${p}' WHERE id = ${unit};`;
	const shown = () => sql(`SELECT name, place FROM course_first WHERE course = ${own}`)[0];
	const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
	const together = async (first, second) => {
		const running = client(`${first} DO SLEEP(1);`);
		await wait(400);
		await Promise.all([running, client(second)]);
		assert.equal(one(DRIFT), '0');
	};
	try {
		await together(move(-1), rename('Nyt Navn', 'Nyt sted'));
		assert.deepEqual(shown(), ['Nyt Navn', 'Nyt sted'], 'the new names come last');
		await together(rename('Andet Navn', 'Andet sted'), move(1));
		assert.deepEqual(shown(), ['Andet Navn', 'Andet sted'], 'the new names come first');
	} finally {
		sql(rename(name, place));
	}
	assert.equal(one(DRIFT), '0');
});

test('course_first: no program may write it', () => {
	assert.deepEqual(sql("SELECT DISTINCT privilege_type FROM information_schema.table_privileges WHERE table_name = 'course_first' AND grantee LIKE '%logbook-%'"), [['SELECT']]);
	assert.deepEqual(sql("SELECT * FROM information_schema.column_privileges WHERE table_name = 'course_first' AND grantee LIKE '%logbook-%'"), []);
});

test('R_UI_02_planned_doctors_are_counted_as_they_are_listed', async () => {
	const vus = await login('hanne.vestergaard@logbog.example');
	for (const asked of ['', '&fase=KBU', '&kilde=BASISLAEGE', '&orden=navn', '&q=an']) {
		const page = await vus.get(`/sekretariat/planlagte-laeger?region=0${asked}`);
		const listed = [...page.html.matchAll(/<th scope="row"><a/g)].length;
		if (listed > 0 && listed < 25)
			assert.match(page.text, new RegExp(`\\b${listed} planlag`), `${page.brief} ${asked}`);
	}
});
