// SPDX-License-Identifier: MPL-2.0
//
// What must hold at the edges: at midnight in Denmark, and when two do something in the same moment.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { department, held_by } from './department.mjs';
import { connection, count, login, one, person, quote, sleep, somebody, sql, stack, today } from './lib.mjs';

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
	const uao = person(here.uao), held = held_by(here.main, 'HOVEDVEJLEDER');
	const put = (at) => against('approve', `INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
		SELECT doctor, id, ${person(here.main)}, 'HOVEDVEJLEDER', ${today()}, ${uao}, 'x', 'UAO', ${at} FROM element WHERE doctor = ${here.colleague}`);
	try {
		sql(`UPDATE user_role SET until = ${today()} WHERE id = ${held}`);
		assert.equal(put(early), '');
		assert.match(put(late), /not for this account to add/);
	} finally {
		sql(`UPDATE user_role SET until = '9999-12-31' WHERE id = ${held}`);
	}
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

// --- in the same moment ---------------------------------------------------------------------------

/* A list whose goals ask for numbers that the doctor writes down, and for cards; a tutor who approves. */
const ring = department('samtidig');
after(ring.close);
sql(`INSERT INTO course_curriculum (course, curriculum, doctor) SELECT c.id, l.id, c.doctor FROM training_course c
	JOIN curriculum l ON l.code = 'demo-almen-medicin' WHERE c.doctor = ${ring.id};
	INSERT INTO user_role (person, role, org_unit, since) VALUES (${person(ring.main)}, 'TUTOR', ${ring.unit}, ${today()} - INTERVAL 1 YEAR)`);
const goal = (number) => Number(one(`SELECT c.id FROM competency c JOIN curriculum l ON l.id = c.curriculum WHERE l.code = 'demo-almen-medicin' AND c.number = '${number}'`));
const counted = goal('9'), own = `/logbog/kompetencer/${counted}`, theirs = `/vejleder/laeger/${ring.id}/kompetencer/${counted}`;
const danish = (days = 0) => one(`SELECT DATE_FORMAT(${today()} + INTERVAL ${days} DAY, '%d.%m.%Y')`);
const tutor = () => login(ring.main, 'TUTOR'), doctor = () => login(ring.doctor, 'UL');
const office = () => login(somebody('VUS', `h.region = (SELECT region FROM training_course WHERE doctor = ${ring.id})`), 'VUS');
const state = (of) => one(`SELECT status FROM approval_now WHERE doctor = ${ring.id} AND competency = ${of}`);
const have = () => Number(one(`SELECT have FROM card_count WHERE doctor = ${ring.id} AND competency = ${counted}`));

/* Both are sent while somebody else holds the doctor's chain, the first a little sooner; then both go on. */
async function together(of, first, second) {
	const holds = connection();
	await holds.say(`BEGIN; SELECT n FROM chain_head WHERE doctor = ${of} FOR UPDATE`);
	const one_of_them = first();
	await sleep(100);
	const other = second();
	await sleep(150);
	await holds.end();
	return Promise.all([one_of_them, other]);
}

async function undo() {
	const at = `/sekretariat/brugere/${ring.id}/nulstil/kompetence/${one(`SELECT approval FROM approval_now WHERE doctor = ${ring.id} AND competency = ${counted}`)}`;
	const page = await (await office()).submit(at, { anmoder: 'Lone Bech', anmodet: danish(-1), journal: '26/1', grund: 'til prøve', set: 1 }, { from: at, files: {} });
	assert.match(page.text, /nulstillet/, page.brief);
}

/* Each way of approving; asked: where the doctor has asked. */
const ways = {
	one: { asked: true, send: (browser, formular, id) => browser.post(`/vejleder/anmodninger/${id}`, { formular, svar: 'godkend' }) },
	several: { asked: true, send: (browser, formular, id) => browser.post('/vejleder/anmodninger', { formular, a: id }) },
	unasked: { asked: false, send: (browser, formular) => browser.post(theirs, { formular, svar: 'godkend' }) },
};
for (const [way, { asked, send }] of Object.entries(ways))
	test(`R_KOM_01 approved (${way}) and the numbers taken out in the same moment: no goal is approved on less than it asks for`, async () => {
		const d = await doctor(), t = await tutor(), mine = await d.token(), formular = await t.token();
		for (let round = 0; round < 6; round++) {
			await d.submit(`${own}/antal`, { antal: 2, dato: danish(), metode: '1' }, { from: own });
			const entry = one(`SELECT MAX(id) FROM card_entry WHERE doctor = ${ring.id} AND competency = ${counted} AND taken_out IS NULL`);
			if (asked)
				await d.submit(`${own}/anmod`, { element: ring.element }, { from: own });
			const request = one(`SELECT approval FROM approval_now WHERE doctor = ${ring.id} AND competency = ${counted}`);
			const give = () => send(t.copy(), formular, request), out = () => d.copy().post(`/logbog/antal/${entry}/slet`, { formular: mine });
			await (round % 2 ? together(ring.id, out, give) : together(ring.id, give, out));
			assert.ok(state(counted) !== 'APPROVED' || have() >= 2, `round ${round}: approved on ${have()} of 2`);
			assert.ok(state(counted) === 'APPROVED' || have() === 0, `round ${round}: one of them is done`);
			if (state(counted) === 'APPROVED')
				await undo();
			else if (state(counted) === 'REQUESTED')
				await d.submit(`${own}/fortryd`, {}, { from: own });
			await d.post(`/logbog/antal/${entry}/slet`, { formular: mine });
			assert.equal(have(), 0);
		}
	});

test('R_KOM_07 a merit note stands in the place of no card when the approval that it is for is refused', async () => {
	const v = await office(), t = await tutor(), give = `/sekretariat/godkend-merit/${ring.id}`, quals = goal('3'), at = `/vejleder/laeger/${ring.id}/kompetencer/${quals}`;
	await v.submit(give, { notat: '12 måneder i pædiatri' }, { from: give });
	const merit = one(`SELECT MAX(id) FROM merit WHERE doctor = ${ring.id}`), put = () => count(`card_merit WHERE doctor = ${ring.id}`);
	assert.ok(merit);
	/* The card of this goal is a merit's to replace, what is counted of that one is not. */
	let page = await t.post(theirs, { formular: await t.token(), svar: 'godkend', merit });
	assert.equal(page.status, 422, page.brief);
	assert.equal(put(), 0, 'without being asked');
	const d = await doctor();
	await d.submit(`${own}/anmod`, { element: ring.element }, { from: own });
	const request = `/vejleder/anmodninger/${one(`SELECT approval FROM approval_now WHERE doctor = ${ring.id} AND competency = ${counted}`)}`;
	page = await t.post(request, { formular: await t.token(), svar: 'godkend', merit });
	assert.equal(page.status, 422, page.brief);
	assert.equal(put(), 0, 'asked');
	await d.submit(`${own}/fortryd`, {}, { from: own });
	page = await t.submit(at, { svar: 'godkend', merit }, { from: at });
	assert.match(page.text, /Kompetencen er godkendt/, page.brief);
	assert.equal(put(), 1);
});

test('R_KUR_25 a part that is reset while the head course leader approves the whole: it is not approved on what was reset before', async () => {
	const student = department('kursushold'), geriatrics = one("SELECT id FROM specialty WHERE code = 'geriatri'"), at = `/kurser/samlet-godkendelse/${student.id}`;
	after(student.close);
	sql(`UPDATE training_course SET specialty = ${geriatrics} WHERE doctor = ${student.id}`);
	const head = await login(somebody('HKL', `h.specialty = ${geriatrics}`), 'HKL');
	const vus = await login(somebody('VUS', `h.region = (SELECT region FROM training_course WHERE doctor = ${student.id})`), 'VUS');
	const parts = sql(`SELECT d.id FROM course_def d WHERE d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND d.required AND ${today()} >= d.since AND ${today()} < d.until
		AND (d.specialty = ${geriatrics} OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = ${geriatrics}))`).flat();
	for (const id of parts)
		assert.match((await head.submit(`${at}/delkursus`, { delkursus: id, grundlag: 'Selvstudium.' }, { from: at })).text, /godkendt på andet grundlag/);
	const record = one(`SELECT record FROM course_record_now WHERE doctor = ${student.id} AND course = ${parts[0]}`);
	const reset = `/sekretariat/brugere/${student.id}/nulstil/kursus/${record}`, form = (await vus.get(reset)).form(reset), formular = await head.token();
	const fields = new Map([...form.fields, ['anmoder', 'Lone Bech'], ['anmodet', danish(-1)], ['journal', '26/1'], ['grund', 'til prøve'], ['set', '1']]);
	const [undone, given] = await together(student.id, () => vus.copy().post(reset, [...fields], { files: {} }), () => head.copy().post(at, { formular }));
	assert.equal(undone.status, 303, undone.brief);
	assert.equal(given.status, 409, given.brief);
	assert.equal(count(`course_record r JOIN course_def d ON d.id = r.course AND d.kind = 'SERIES' WHERE r.doctor = ${student.id}`), 0);
});

test('R_KUR_21 sixty take part in a hold and no more: not by two tabs, and not by who comes in again', async () => {
	const course = one("SELECT id FROM course_def WHERE code = 'demo-geriatri-1'"), dkl = somebody('DKL', `h.course = ${course}`);
	const run = one(`INSERT INTO course_run (course, name, place, since, until, hours, once, given_by, as_role, at)
		VALUES (${course}, 'Fuldt', 'Prøveby', ${today()} + INTERVAL 10 DAY, ${today()} + INTERVAL 12 DAY, 12, LEFT(UNHEX(SHA2(UUID(), 256)), 16), ${person(dkl)}, 'DKL', UTC_TIMESTAMP()); SELECT LAST_INSERT_ID()`);
	const [full, again] = [department('hold60'), department('hold61')], seats = () => count(`course_seat WHERE run = ${run} AND taken_out IS NULL`);
	for (const d of [full, again])
		after(d.close);
	const put = (most) => sql(`INSERT INTO course_seat (run, course, doctor, put_by, at)
		SELECT ${run}, ${course}, p.id, ${person(dkl)}, UTC_TIMESTAMP() FROM person p WHERE p.gone IS NULL AND p.id NOT IN (${full.id}, ${again.id}, ${again.colleague}, ${person(dkl)})
		AND NOT EXISTS (SELECT 1 FROM course_seat s WHERE s.run = ${run} AND s.doctor = p.id) LIMIT ${most}`);
	put(59);
	const leader = await login(dkl, 'DKL'), formular = await leader.token();
	const add = (email) => leader.copy().post(`/kurser/hold/${run}/deltager`, { formular, q: email });
	const holds = connection();
	await holds.say(`BEGIN; SELECT id FROM person WHERE id IN (${full.id}, ${again.id}) FOR UPDATE`);
	const both = [full, again].map((d) => add(d.doctor));
	await sleep(300);
	await holds.end();
	const answers = await Promise.all(both);
	assert.deepEqual(answers.map((a) => a.status).sort(), [303, 422], answers.map((a) => a.brief).join());
	assert.match(answers.find((a) => a.status === 422).text, /kan have 60 deltagere/);
	assert.equal(seats(), 60);
	const [in_it, out] = answers[0].status === 303 ? [full, again] : [again, full];
	assert.equal((await add(in_it.doctor)).status, 303, 'who is on it already is told so');
	assert.equal((await leader.post(`/kurser/hold/${run}/ud`, { formular, laege: in_it.id })).status, 303);
	assert.equal((await add(out.doctor)).status, 303);
	assert.equal((await add(in_it.doctor)).status, 422, 'who was taken out, into what is full now');
	assert.equal(seats(), 60);
	assert.throws(() => put(1), /sixty/);
	assert.throws(() => sql(`UPDATE course_seat SET taken_out = NULL, taken_by = NULL WHERE run = ${run} AND doctor = ${in_it.id}`), /sixty/);
});
