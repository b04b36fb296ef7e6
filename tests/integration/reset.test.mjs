// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test reset.test.mjs: the secretariat undoes what was approved, on a written request.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ask, count, file, login, logbook, one, person, quote, somebody, sql, stack, status, steps, today, work_book } from './lib.mjs';

const says = (page, what) => assert.ok(what.test(page.text), `${page.brief} does not say ${what}: ${page.text.slice(0, 600)}`);
const list = (id) => `/sekretariat/brugere/${id}/nulstil`;
const at = (id, row, kind = 'kompetence') => `${list(id)}/${kind}/${row}`;
const fine = { anmoder: 'Lone Bech, UAO', anmodet: '01.03.2026', journal: '26/1234', grund: 'Godkendt på den forkerte læge', set: '1' };

/* What the verifier finds: nothing, or what other tests have left. */
const verifies = () => spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET,
	'--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line.startsWith('doctor'));
let found_before;
let book, region, vus, vus_mail, doctor, approver;
before(async () => {
	book = work_book();
	found_before = verifies();
	region = Number(one(`SELECT region FROM training_course WHERE doctor = ${book.id} AND cancelled IS NULL AND since <= ${today()} ORDER BY since DESC LIMIT 1`));
	vus_mail = somebody('VUS', `h.region = ${region} AND p.id <> ${book.id}`);
	vus = await login(vus_mail, 'VUS');
	doctor = await login(book.doctor, 'UL');
	approver = await login(book.approver, book.role);
});

/* A competency of the book that is approved: asked for and answered through the pages. */
async function approved() {
	const goal = book.goals.shift();
	const id = await ask(doctor, book, goal);
	await approver.submit(`/vejleder/anmodninger/${id}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${id}` });
	assert.equal(status(book, goal), 'APPROVED');
	return { goal, row: Number(one(`SELECT approval FROM approval_now WHERE doctor = ${book.id} AND competency = ${goal.id}`)) };
}
const send = (row, fields, options = {}, who = vus) => who.submit(at(book.id, row), fields, { from: at(book.id, row), files: {}, stay: true, ...options });

test('T_140_a_UAO_resets_nothing_and_the_secretariat_not_without_a_written_request', async () => {
	const { goal, row } = await approved();
	const uao = await login(one(`SELECT p.email FROM user_role h JOIN person p ON p.id = h.person JOIN credential c ON c.person = p.id
		WHERE h.role = 'UAO' AND h.org_unit = ${book.unit} AND ${today()} >= h.since AND ${today()} < h.until LIMIT 1`), 'UAO');
	assert.equal((await uao.get(at(book.id, row))).status, 403);
	assert.equal((await uao.post(at(book.id, row), { ...fine, formular: await uao.token() }, { files: {} })).status, 403);

	let page = await send(row, { ...fine, journal: '' });
	assert.equal(page.status, 422);
	says(page, /uden skriftlig anmodning kan intet nulstilles/);
	assert.ok(page.html.includes('Godkendt på den forkerte læge') && page.html.includes('Lone Bech, UAO'), 'what was typed is kept');
	for (const [fields, words] of [[{ anmoder: '' }, /hvem der har anmodet/], [{ anmodet: '' }, /Skriv datoen på anmodningen/],
		[{ anmodet: '01.01.2999' }, /ligger i fremtiden/], [{ grund: '' }, /hvorfor der nulstilles/], [{ set: undefined }, /når du har set/]]) {
		page = await send(row, { ...fine, ...fields });
		assert.equal(page.status, 422, JSON.stringify(fields));
		says(page, words);
	}
	assert.equal(status(book, goal), 'APPROVED');
	assert.equal(count(`reset WHERE row_id = ${row} AND kind = 'APPROVAL'`), 0);
});

test('T_140_with_a_request_it_is_reset_the_story_is_kept_and_everybody_is_told', async () => {
	const { goal, row } = await approved();
	const before_it = Number(one('SELECT COALESCE(MAX(id), 0) FROM notice')), n = steps(book, goal);
	await vus.get(`/sekretariat/brugere/${book.id}`);
	assert.ok(vus.page.links.includes(list(book.id)), 'the page of the doctor leads there');
	assert.ok((await vus.get(list(book.id))).links.includes(at(book.id, row)));
	const form = (await vus.get(at(book.id, row))).form(at(book.id, row));
	const first = await vus.submit(at(book.id, row), fine, { files: {}, stay: true });
	assert.equal(first.status, 303);
	assert.match(first.location, /besked=nulstillet/);
	says(await vus.get(first.location), /Godkendelsen er nulstillet[^]*Nulstillet[^]*26\/1234[^]*Godkendt på den forkerte læge/);
	assert.equal(status(book, goal), 'RESET');
	assert.equal(steps(book, goal), n + 1);
	assert.equal(count(`approval WHERE id = ${row} AND status = 'APPROVED'`), 1);
	const [[id]] = sql(`SELECT id FROM reset WHERE kind = 'APPROVAL' AND row_id = ${row} AND requester = 'Lone Bech, UAO' AND requested_on = '2026-03-01'
		AND case_no = '26/1234' AND given_by = ${person(vus_mail)} AND as_role = 'VUS'`);
	assert.equal(count(`audit WHERE action = 'reset' AND object = 'reset' AND object_id = ${id} AND person = ${person(vus_mail)}`), 1);
	assert.equal(count(`chain_link WHERE kind = 'RESET' AND row_id = ${id} AND doctor = ${book.id}`), 1);

	const told = sql(`SELECT person, kind FROM notice WHERE id > ${before_it}`).map((r) => r.join(' '));
	assert.ok(told.includes(`${book.id} RESET`), told.join());
	assert.ok(told.includes(`${person(book.approver)} RESET_OF`));
	for (const [uao] of sql(`SELECT DISTINCT person FROM user_role WHERE role = 'UAO' AND org_unit = ${book.unit} AND ${today()} >= since AND ${today()} < until`))
		assert.ok(told.includes(`${uao} RESET_OF`), `UAO ${uao}`);

	// the same form again leads to the same place, and adds nothing
	const again = await vus.post(form.action, [...form.fields.filter(([k]) => !(k in fine)), ...Object.entries(fine)], { files: {} });
	assert.equal(again.location, first.location);
	assert.equal(count(`reset WHERE row_id = ${row} AND kind = 'APPROVAL'`), 1);
	// another form finds it gone
	assert.equal((await vus.get(at(book.id, row))).status, 404);
	const late = await vus.post(form.action, { ...fine, once: 'ab'.repeat(16), formular: await vus.token() }, { files: {} });
	assert.equal(late.status, 409);
	assert.deepEqual(verifies(), found_before, 'the chains hold as before');

	// the doctor sees it, and asks again
	says(await doctor.get(`/logbog/kompetencer/${goal.id}`), /Nulstillet/);
	await ask(doctor, book, goal);
	assert.equal(status(book, goal), 'REQUESTED');
});

test('R_NUL_05_the_request_itself_may_stand_for_the_case_number_and_is_kept_when_the_form_is_wrong', async () => {
	const { goal, row } = await approved();
	let page = await send(row, { ...fine, journal: '', grund: '' }, { files: { fil: file('letter.pdf', 'Anmodning æøå.pdf') } });
	assert.equal(page.status, 422);
	says(page, /Vedhæftet: Anmodning æøå\.pdf/);
	page = await vus.submit(at(book.id, row), { grund: 'Forkert' }, { files: {} });
	says(page, /Godkendelsen er nulstillet/);
	assert.equal(status(book, goal), 'RESET');
	const [[sent]] = sql(`SELECT request_file FROM reset WHERE row_id = ${row} AND kind = 'APPROVAL'`);
	const fetched = await vus.get(`/sekretariat/brugere/${book.id}/anmodning/${sent}`);
	assert.equal(fetched.status, 200);
	assert.equal(fetched.headers['content-type'], 'application/pdf');
	assert.equal((await doctor.get(`/logbog/meritbrev/${sent}`)).status, 404);
	const other = await login(somebody('VUS', `h.region <> ${region}`), 'VUS');
	assert.equal((await other.get(`/sekretariat/brugere/${book.id}/anmodning/${sent}`)).status, 404);
});

test('R_NUL_08_the_secretariat_of_another_region_and_of_an_earlier_course_resets_nothing', async () => {
	const { row } = await approved();
	const other_region = one(`SELECT h.region FROM user_role h JOIN credential c ON c.person = h.person WHERE h.role = 'VUS' AND h.region <> ${region} AND ${today()} < h.until LIMIT 1`);
	const other = await login(somebody('VUS', `h.region = ${other_region}`), 'VUS');
	assert.equal((await other.get(at(book.id, row))).status, 404);
	assert.equal((await other.post(at(book.id, row), { ...fine, once: 'cd'.repeat(16), formular: await other.token() }, { files: {} })).status, 404);
	// a course there that is over: it may look into the logbook, and resets nothing
	sql(`INSERT INTO training_course (doctor, stage, specialty, region, number, since, until)
		SELECT ${book.id}, 'KBU', NULL, ${other_region}, 'nul-08', MIN(since) - INTERVAL 2 YEAR, MIN(since) - INTERVAL 1 YEAR FROM training_course WHERE doctor = ${book.id}`);
	try {
		assert.equal((await other.get(`/sekretariat/brugere/${book.id}/kompetencer`)).status, 200);
		assert.equal((await other.get(list(book.id))).status, 404);
		assert.equal((await other.get(at(book.id, row))).status, 404);
		assert.ok(!(await other.get(`/sekretariat/brugere/${book.id}`)).links.includes(list(book.id)));
		// and handed over, the own one neither
		sql(`UPDATE training_course SET office_until = ${today()} WHERE doctor = ${book.id} AND region = ${region}`);
		assert.equal((await vus.get(at(book.id, row))).status, 404);
	} finally {
		sql(`UPDATE training_course SET office_until = '9999-12-31' WHERE doctor = ${book.id} AND region = ${region};
			UPDATE training_course SET region = ${region} WHERE doctor = ${book.id} AND number = 'nul-08'`);
	}
	assert.equal((await vus.get(at(book.id, row))).status, 200);
});

test('R_NUL_04_a_merit_is_reset_with_all_that_it_covers_and_its_note_stays', async () => {
	const goals = book.goals.splice(0, 2);
	await vus.submit(`/sekretariat/godkend-merit/${book.id}`, { kompetence: goals.map((g) => g.id), notat: 'Svarer til to år i Norge' },
		{ from: `/sekretariat/godkend-merit/${book.id}`, files: {} });
	const merit = one(`SELECT merit FROM approval_now WHERE doctor = ${book.id} AND competency = ${goals[0].id}`);
	assert.ok(merit);
	const approval = one(`SELECT approval FROM approval_now WHERE doctor = ${book.id} AND competency = ${goals[0].id}`);
	assert.equal((await vus.get(at(book.id, approval))).status, 404, 'not one of its competencies alone');
	const page = await vus.get(at(book.id, merit, 'merit'));
	for (const g of goals)
		assert.ok(page.text.includes(g.title), 'what goes with it is shown first');
	says(await vus.submit(at(book.id, merit, 'merit'), fine, { files: {} }), /Godkendelsen er nulstillet/);
	for (const g of goals)
		assert.equal(status(book, g), 'RESET');
	assert.equal(count(`reset WHERE kind = 'MERIT' AND row_id = ${merit}`), 1);
	const notes = await doctor.get('/logbog/notater');
	says(notes, /Nulstillet[^]*Svarer til to år i Norge/);
	assert.deepEqual(verifies(), found_before, 'the chains hold as before');
});

for (const [kind, slug, table, id, words, page] of [['ATTESTATION', 'attestation', 'attestation', 'attestation', 'an_attestation', 'attestationer'], ['COURSE', 'kursus', 'course_record', 'record', 'a_course', 'kurser'],
	['RESEARCH', 'forskning', 'research', 'research', 'a_part_of_research_training', 'forskningstraening']])
	test(`R_NUL_01_${words}_is_reset_and_what_was_signed_stays`, async () => {
		const signed = sql(`SELECT n.${id}, n.doctor, c.region FROM ${table}_now n JOIN training_course c ON c.doctor = n.doctor AND c.cancelled IS NULL
			WHERE n.status = 'APPROVED' AND (SELECT COUNT(*) FROM training_course o WHERE o.doctor = n.doctor) = 1 LIMIT 1`)[0];
		assert.ok(signed, 'the try-out has one');
		const [row, whose, where] = signed, office = await login(somebody('VUS', `h.region = ${where} AND p.id <> ${whose}`), 'VUS');
		const form = `/sekretariat/brugere/${whose}/nulstil/${slug}/${row}`;
		assert.ok((await office.get(`/sekretariat/brugere/${whose}/nulstil`)).links.includes(form));
		says(await office.submit(form, fine, { from: form, files: {} }), /Godkendelsen er nulstillet/);
		const [[reset, at_]] = sql(`SELECT id, at FROM reset WHERE kind = '${kind}' AND row_id = ${row}`);
		assert.equal(count(`${table} WHERE doctor = ${whose} AND status = 'RESET' AND at = '${at_}'`), 1);
		assert.equal(count(`${table} WHERE id = ${row} AND status = 'APPROVED'`), 1);
		assert.equal(count(`chain_link WHERE kind = 'RESET' AND row_id = ${reset}`), 1);
		assert.equal((await office.get(form)).status, 404);
		says(await office.get(`/sekretariat/brugere/${whose}/${page}`), /[Nn]ulstillet/);
		assert.deepEqual(verifies(), found_before, 'the chains hold as before');
	});

test('R_NUL_02_where_the_region_asks_for_two_the_first_cannot_confirm_and_one_alone_cannot_switch_it_off', async () => {
	const { goal, row } = await approved();
	const other_mail = somebody('VUS', `h.region <> ${region}`);
	sql(`INSERT INTO user_role (person, role, region, since, until) SELECT ${person(other_mail)}, 'VUS', ${region}, ${today()}, ${today()} + INTERVAL 1 DAY`);
	try {
		says(await vus.submit('/sekretariat/nulstillinger/regel', {}, { from: '/sekretariat/nulstillinger' }), /To personer/);
		const sent = await send(row, fine);
		assert.equal(sent.status, 303);
		assert.match(sent.location, /besked=venter/);
		assert.equal(status(book, goal), 'APPROVED');
		const asked = one(`SELECT id FROM reset_asked WHERE row_id = ${row} AND kind = 'APPROVAL' AND state = 'OPEN'`);
		assert.equal(count(`notice WHERE kind = 'RESET_ASKED' AND person = ${person(other_mail)} AND link = '/sekretariat/nulstillinger/${asked}'`), 1);
		// asked for once at a time
		assert.equal((await send(row, { ...fine, once: 'ef'.repeat(16) })).status, 409);

		let page = await vus.get(`/sekretariat/nulstillinger/${asked}`);
		assert.ok(!page.form(`/sekretariat/nulstillinger/${asked}/bekraeft`));
		assert.equal((await vus.post(`/sekretariat/nulstillinger/${asked}/bekraeft`, { formular: await vus.token() })).status, 409);
		assert.equal(status(book, goal), 'APPROVED');
		// switched off, it holds until tomorrow
		says(await vus.submit('/sekretariat/nulstillinger/regel', {}, { from: '/sekretariat/nulstillinger' }), /Fra .* er det én person/);
		const next = await approved();
		assert.match((await send(next.row, fine)).location, /besked=venter/);
		const [[next_asked]] = sql(`SELECT id FROM reset_asked WHERE row_id = ${next.row} AND state = 'OPEN'`);

		const second = await login(other_mail);
		const held = one(`SELECT id FROM user_role WHERE person = ${person(other_mail)} AND role = 'VUS' AND region = ${region} ORDER BY id DESC LIMIT 1`);
		await second.submit('/adgang/profil', { held }, { from: '/adgang/profil' });
		says(await second.get('/sekretariat/nulstillinger'), /Venter på en anden/);
		page = await second.submit(`/sekretariat/nulstillinger/${asked}/bekraeft`, {}, { from: `/sekretariat/nulstillinger/${asked}` });
		says(page, /Nulstillingen er bekræftet/);
		assert.equal(status(book, goal), 'RESET');
		assert.equal(count(`reset WHERE row_id = ${row} AND given_by = ${person(vus_mail)} AND second = ${person(other_mail)}`), 1);
		// twice confirmed is once reset
		assert.match((await second.post(`/sekretariat/nulstillinger/${asked}/bekraeft`, { formular: await second.token() })).location, /bekraeftet/);
		// one that ran out is not confirmed, one that was taken back neither
		sql(`INSERT INTO reset_asked (doctor, region, kind, row_id, title, requester, requested_on, case_no, reason, once, given_by, by_name, as_role, place, at, expires)
			SELECT doctor, region, kind, 4000000000, title, requester, requested_on, case_no, reason, UNHEX(REPEAT('77', 16)), given_by, by_name, as_role, place, at, ${today()}
			FROM reset_asked WHERE id = ${next_asked}`);
		const over = one(`SELECT id FROM reset_asked WHERE once = UNHEX(REPEAT('77', 16))`);
		says(await second.get(`/sekretariat/nulstillinger/${over}`), /Fristen er udløbet/);
		assert.equal((await second.post(`/sekretariat/nulstillinger/${over}/bekraeft`, { formular: await second.token() })).status, 409);
		says(await vus.submit(`/sekretariat/nulstillinger/${over}/fortryd`, {}, { from: `/sekretariat/nulstillinger/${over}` }), /trukket tilbage/);
		says(await vus.submit(`/sekretariat/nulstillinger/${next_asked}/fortryd`, {}, { from: `/sekretariat/nulstillinger/${next_asked}` }), /trukket tilbage/);
		assert.equal(status(book, next.goal), 'APPROVED');
		assert.deepEqual(verifies(), found_before, 'the chains hold as before');
	} finally {
		sql(`UPDATE credential c JOIN user_role h ON h.person = c.person AND h.role = 'VUS' AND h.region <> ${region} SET c.role = h.id WHERE c.person = ${person(other_mail)};
			UPDATE user_role SET until = since WHERE person = ${person(other_mail)} AND role = 'VUS' AND region = ${region};
			INSERT INTO reset_rule (region, since, two, given_by, by_name, at) SELECT ${region}, CURRENT_DATE - INTERVAL 9 DAY, 0, ${person(vus_mail)}, 'x', UTC_TIMESTAMP() - INTERVAL 20 DAY`);
	}
});

test('T_004_R_ROL_04_nobody_resets_in_their_own_logbook', async () => {
	// the secretary becomes a doctor of the region's own
	const me = person(vus_mail);
	const course = one(`SELECT id FROM training_course WHERE doctor = ${book.id} AND region = ${region} AND cancelled IS NULL ORDER BY since DESC LIMIT 1`);
	sql(`INSERT INTO training_course (doctor, stage, specialty, region, number, since, until) SELECT ${me}, stage, specialty, region, 'rol-04', since, until FROM training_course WHERE id = ${course}`);
	try {
		assert.equal((await vus.get(list(me))).status, 404);
		assert.throws(() => sql(`INSERT INTO reset (doctor, kind, row_id, requester, requested_on, case_no, reason, once, given_by, by_name, as_role, place, at)
			SELECT doctor, 'APPROVAL', approval, 'x', '2026-01-01', 'x', 'x', UNHEX(REPEAT('ab', 16)), doctor, 'x', 'VUS', 'x', UTC_TIMESTAMP()
			FROM approval_now WHERE doctor = ${book.id} AND status = 'APPROVED' AND merit IS NULL LIMIT 1`), /reset_of_others/);
	} finally {
		sql(`UPDATE training_course SET cancelled = since WHERE doctor = ${me} AND number = 'rol-04'`);
	}
});

test('the step RESET without its row, and a reset by an account that has no such business, are refused by the database', async () => {
	const { row } = await approved();
	assert.throws(() => sql(`INSERT INTO approval (doctor, competency, step, status, kind, given_by, by_name, as_role, place, at)
		SELECT doctor, competency, step + 1, 'RESET', 'ORDINARY', ${person(vus_mail)}, 'x', 'VUS', 'x', UTC_TIMESTAMP() FROM approval_now WHERE approval = ${row}`), /no reset says so/);
	assert.throws(() => sql(`UPDATE reset SET reason = 'x' LIMIT 1`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM reset LIMIT 1`), /only ever added/);
	for (const program of ['journal', 'approve', 'course', 'login'])
		assert.equal(count(`information_schema.TABLE_PRIVILEGES WHERE GRANTEE = "'logbook-${program}'@'localhost'" AND TABLE_NAME = 'reset' AND PRIVILEGE_TYPE = 'INSERT'`), 0);
});
