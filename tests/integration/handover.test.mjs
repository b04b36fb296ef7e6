// SPDX-License-Identifier: MPL-2.0
//
// Doctors who go from one region to another (R-NUL-08): who sees that they do, and until when the
// secretariat that gives one up keeps its access.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { department } from './department.mjs';
import { count, login, one, person, somebody, sql, stack, today } from './lib.mjs';

/* The department lies in the region OEST; the doctor goes on in SYD in a month. */
const book = department('flytter'), list = '/sekretariat/overdragelser', at = `${list}/${book.id}`;
const office = (code) => somebody('VUS', `h.region = (SELECT id FROM training_region WHERE code = '${code}')`);
const east_mail = office('OEST'), east = await login(east_mail, 'VUS'), south = await login(office('SYD'), 'VUS'), north = await login(office('NORD'), 'VUS');
const name = one(`SELECT name FROM person WHERE id = ${book.id}`), own = one(`SELECT id FROM training_course WHERE doctor = ${book.id}`);
const danish = (days) => one(`SELECT DATE_FORMAT(${today()} + INTERVAL ${days} DAY, '%d.%m.%Y')`);
const until = () => one(`SELECT office_until FROM training_course WHERE id = ${own}`);
const line = (page) => page.html.split('</tr>').find((r) => r.includes(name))?.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') ?? '';
const goes_on = (days, region = 'SYD') => sql(`INSERT INTO training_course (doctor, stage, region, number, since, until) SELECT ${book.id}, 'HU', id, 'videre',
	${today()} + INTERVAL ${days} DAY, ${today()} + INTERVAL ${days + 700} DAY FROM training_region WHERE code = '${region}'`);
after(() => {
	sql(`UPDATE training_course SET cancelled = ${today()} WHERE doctor = ${book.id}`);
	book.close();
});

test('a doctor who stays is none to hand over', async () => {
	assert.equal(line(await east.get(list)), '');
	assert.equal((await east.get(at)).status, 404);
	assert.equal((await east.post(at, { formular: await east.token(), til: danish(40) })).status, 404);
});

test('R_NUL_08 both secretariats see who goes where and when, and no other', async () => {
	goes_on(30);
	assert.match(line(await east.get(list)), new RegExp(`Syd ${danish(30)} Uden slutdato`));
	assert.match((await east.get(list)).html.split('Kommer til regionen')[0], new RegExp(`href="${at}"`));
	assert.match((await south.get(list)).html.split('Kommer til regionen')[1], new RegExp(`/sekretariat/brugere/${book.id}"`));
	assert.match(line(await south.get(list)), new RegExp(`Øst ${danish(30)} Uden slutdato`));
	assert.equal(line(await north.get(list)), '');
	for (const other of [south, north])
		assert.equal((await other.get(at)).status, 404);
	assert.equal((await (await login(book.uao, 'UAO')).get(list)).status, 403);
});

test('R_NUL_08 the access ends no sooner than the other region has the doctor, on no day that is gone; it is kept who said so', async () => {
	for (const [til, fault] of [[danish(28), `tidligst slutte ${danish(29)}`], [danish(-3), 'tidligst slutte'], ['32.13.2027', ''], [danish(9000), 'for langt væk']]) {
		const page = await east.submit(at, { til }, { from: at });
		assert.equal(page.status, 422, til);
		assert.ok(page.faults.some((f) => f.includes(fault)), page.faults.join());
		assert.ok(page.html.includes(`value="${til}"`), 'what was typed stays');
	}
	assert.equal(count(`handover WHERE course = ${own}`), 0);
	const from = await east.get(at);
	let page = await east.submit(at, { til: danish(60) }, { from });
	assert.match(page.text, /Adgangens sidste dag er gemt/);
	await east.submit(at, { til: danish(60) }, { from });
	assert.equal(count(`handover WHERE course = ${own} AND given_by = ${person(east_mail)} AND as_role = 'VUS'`), 1, 'two clicks, one row');
	assert.equal(until(), one(`SELECT ${today()} + INTERVAL 61 DAY`));
	assert.match(line(page), new RegExp(danish(60)));
	assert.match(line(await south.get(list)), new RegExp(danish(60)));
	assert.equal(count(`audit WHERE action = 'hand over' AND object_id = ${book.id}`), 1);
	/* Put off, and taken out again, while it has not come. */
	page = await east.submit(at, { til: '' }, { from: at });
	assert.equal(until(), '9999-12-31');
	assert.match(line(page), /Uden slutdato/);
	await east.submit(at, { til: danish(29) }, { from: at });
	assert.equal(until(), one(`SELECT ${today()} + INTERVAL 30 DAY`));
	assert.equal((await east.get(`/sekretariat/brugere/${book.id}/kompetencer`)).status, 200, 'until then it sees the logbook');
});

test('R_NUL_08 when the day has come there is no way back', async () => {
	sql(`UPDATE training_course SET since = ${today()} - INTERVAL 1 DAY WHERE doctor = ${book.id} AND number = 'videre'`);
	const from = await east.get(at);
	await east.submit(at, { til: danish(0) }, { from });
	assert.equal(until(), one(`SELECT ${today()} + INTERVAL 1 DAY`));
	sql(`UPDATE training_course SET office_until = ${today()} WHERE id = ${own}`);
	assert.equal((await east.get(at)).status, 404);
	assert.equal((await east.submit(at, { til: '' }, { from })).status, 404);
	assert.equal((await east.get(`/sekretariat/brugere/${book.id}/kompetencer`)).status, 404);
	assert.equal((await south.get(`/sekretariat/brugere/${book.id}/kompetencer`)).status, 200);
	assert.equal(until(), one(`SELECT ${today()}`));
});

test('the triggers hold it to the same, were the program taken over', async () => {
	const as = (program, statement) => Number(/^ERROR (\d+)/m.exec(spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`, stack.DATABASE],
		{ input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' }).stderr)?.[1] ?? 0);
	const add = (days, by = person(east_mail), course = own) => `INSERT INTO handover (course, until, given_by, by_name, as_role, at)
		VALUES (${course}, ${today()} + INTERVAL ${days} DAY, ${by}, 'x', 'VUS', (SELECT MAX(made) FROM session))`;
	assert.equal(as('office', add(60)), 1644, 'its access has ended');
	sql(`UPDATE training_course SET office_until = '9999-12-31' WHERE id = ${own}; UPDATE training_course SET since = ${today()} + INTERVAL 30 DAY WHERE doctor = ${book.id} AND number = 'videre'`);
	await login(east_mail, 'VUS');
	assert.equal(as('office', add(60)), 0);
	assert.equal(as('office', add(20)), 1644, 'before the other region has the doctor');
	assert.equal(as('office', add(60, person(office('SYD')))), 1644, 'another region\'s');
	assert.equal(as('office', add(60, person(east_mail), one(`SELECT id FROM training_course WHERE doctor = ${book.id} AND number = 'videre'`))), 1644, 'not the course that is begun');
	assert.ok([1142, 1143].includes(as('office', `UPDATE training_course SET office_until = '2027-01-01' WHERE id = ${own}`)));
	for (const program of ['journal', 'approve', 'import', 'export'])
		assert.equal(as(program, add(60)), 1142, program);
	assert.throws(() => sql(`UPDATE handover SET until = '2030-01-01' WHERE course = ${own}`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM handover WHERE course = ${own}`), /only ever added/);
});
