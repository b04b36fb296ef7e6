// SPDX-License-Identifier: MPL-2.0
//
// Research training: who supervises, courses, parts handed in and answered, dispensation, the overall
// attestation, prints, and what the accounts of the programs may add (R-FOS-01 … 11, T-100, T-101).
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { count, file, login, one, person, somebody, sql, stack, today } from './lib.mjs';

/* A doctor in main training of whom nothing has been heard, in that department's reach or not. */
const untouched = (where) => one(`SELECT p.email FROM person p JOIN training_course c ON c.doctor = p.id AND c.stage = 'HU' AND c.cancelled IS NULL AND c.since <= ${today()}
	WHERE p.gone IS NULL AND NOT EXISTS (SELECT 1 FROM research r WHERE r.doctor = p.id) AND ${where} ORDER BY p.id LIMIT 1`);
const here = `EXISTS (SELECT 1 FROM element e JOIN user_role h ON h.org_unit = e.org_unit AND h.role = 'UAO' AND h.person <> p.id AND ${today()} >= h.since AND ${today()} < h.until
	WHERE e.doctor = p.id AND ${today()} >= e.since AND ${today()} < e.until)`;
const doctor = untouched(here), id = person(doctor);
const uao = one(`SELECT v.email FROM element e JOIN user_role h ON h.org_unit = e.org_unit AND h.role = 'UAO' AND h.person <> ${id} AND ${today()} >= h.since AND ${today()} < h.until JOIN person v ON v.id = h.person
	WHERE e.doctor = ${id} AND ${today()} >= e.since AND ${today()} < e.until LIMIT 1`);
const supervisor = somebody('FORSKVEJLEDER'), provider = somebody('KURSUSUDBYDER', `h.course IN (SELECT id FROM course_def WHERE kind = 'RESEARCH')`);
const region = one(`SELECT region FROM training_course WHERE doctor = ${id} AND stage = 'HU'`);
const office = somebody('VUS', `h.region = ${region}`);
const part = (kind, who = id) => one(`SELECT p.id FROM research_part p JOIN research_list l ON l.id = p.research_list
	JOIN training_course c ON c.region = l.training_region WHERE c.doctor = ${who} AND c.stage = 'HU' AND p.kind = '${kind}'`);
const state = (kind) => one(`SELECT status FROM research_now WHERE doctor = ${id} AND part = ${part(kind)}`);
const own = (kind) => `/logbog/forskningstraening/del/${part(kind)}`;
const theirs = (kind) => `/kurser/forskningstraening/${id}/del/${part(kind)}`;
const here_at = `/vejleder/laeger/${id}/forskningstraening`;
const bevis = { kursusbevis: file('letter.pdf') };

/* What a statement of the account of that program is answered with: 0, or the error's number. */
function as(program, statement) {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`, stack.DATABASE],
		{ input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' });
	return Number(/^ERROR (\d+)/m.exec(said.stderr)?.[1] ?? 0);
}

test('R_FOS_06 the parts are those of the region, and nothing can be asked before somebody supervises', async () => {
	const b = await login(doctor, 'UL');
	const page = await b.get('/logbog/forskningstraening');
	assert.equal(page.status, 200);
	for (const [title] of sql(`SELECT p.title FROM research_part p JOIN research_list l ON l.id = p.research_list WHERE l.training_region = ${region}`))
		assert.ok(page.text.includes(title), title);
	assert.match(page.text, /0 af 10 dage/);
	const asked = await b.get(own('DESCRIPTION'));
	assert.match(asked.text, /ingen forskningsvejleder/);
	assert.equal(asked.form(`${own('DESCRIPTION')}/anmod`), undefined);
});

test('R_FOS_02 who is not in main training has no research training', async () => {
	const other = one(`SELECT p.email FROM person p JOIN credential c ON c.person = p.id JOIN user_role h ON h.person = p.id AND h.role = 'UL' AND ${today()} >= h.since
		WHERE p.gone IS NULL AND p.email LIKE '%@logbog.example' AND NOT EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id AND c.stage = 'HU') LIMIT 1`);
	const b = await login(other, 'UL');
	assert.match((await b.get('/logbog/forskningstraening')).text, /hører til hoveduddannelsen/);
	assert.equal((await b.get('/udskrift/forskningstraening.pdf')).status, 404);
	assert.notEqual(as('journal', `INSERT INTO research (doctor, part, step, status, kind, given_by, by_name, as_role, place, at)
		VALUES (${person(other)}, ${part('DESCRIPTION')}, 1, 'REQUESTED', 'ORDINARY', ${person(other)}, 'x', 'UL', 'x', UTC_TIMESTAMP())`), 0);
});

test('R_ROL_08 the UAO of the department assigns the supervisor, who is told and then reaches the doctor, and nobody else', async () => {
	const boss = await login(uao, 'UAO'), s = await login(supervisor, 'FORSKVEJLEDER');
	assert.equal((await s.get(`/kurser/forskningstraening/${id}`)).status, 404, 'before');
	let page = await boss.submit(`${here_at}/vejleder`, { email: 'ingen@logbog.example' }, { from: here_at });
	assert.equal(page.status, 422);
	assert.match(page.text, /Ingen forskningsvejleder har den e-mail/);
	assert.match(page.html, /value="ingen@logbog.example"/, 'what was typed is kept');
	page = await boss.submit(`${here_at}/vejleder`, { email: uao }, { from: here_at });
	assert.equal(page.status, 422, 'a UAO is none');
	page = await boss.submit(`${here_at}/vejleder`, { email: supervisor }, { from: here_at });
	assert.equal(page.status, 200);
	assert.match(page.text, /udpeget/);
	await boss.submit(`${here_at}/vejleder`, { email: supervisor }, { from: here_at });
	assert.equal(count(`research_supervision WHERE doctor = ${id}`), 1, 'twice is once');
	assert.equal(count(`notice WHERE person = ${person(supervisor)} AND kind = 'RESEARCH_ASSIGNED' AND about = ${id}`), 1);
	assert.equal((await s.get(`/kurser/forskningstraening/${id}`)).status, 200);
	assert.ok(count(`look WHERE doctor = ${id} AND viewer = ${person(supervisor)}`) > 0, 'the look is recorded');
	assert.equal((await s.get(`/vejleder/laeger/${id}/kompetencer`)).status, 403, 'no competencies');
	const outside = one(`SELECT doctor FROM training_course x WHERE stage = 'HU' AND doctor NOT IN (SELECT doctor FROM research_supervision) LIMIT 1`);
	assert.equal((await s.get(`/kurser/forskningstraening/${outside}`)).status, 404);
});

test('R_FOS_01 courses are counted in half days, each with its certificate, and once', async () => {
	const b = await login(doctor, 'UL'), at = '/logbog/forskningstraening/kursus';
	let page = await b.submit(at, { navn: 'Statistik', dato: '1.1.2031', dage: '1,25' }, { from: at, files: bevis });
	assert.equal(page.status, 422);
	for (const words of ['Kurset skal være holdt', 'fra 0,5 til 10'])
		assert.ok(page.text.includes(words), words);
	assert.match(page.html, /value="Statistik"/);
	assert.match(page.text, /Vedhæftet: letter.pdf/);
	page = await b.submit(at, { dato: '2.3.2026', dage: '2,5' });
	assert.match(page.text, /2,5 af 10 dage/, page.brief);
	page = await b.submit(at, { navn: 'Statistik', dato: '2.3.2026', dage: '2,5' }, { from: at, files: bevis });
	assert.equal(count(`research_course WHERE doctor = ${id} AND cancelled IS NULL`), 1, 'the same course again');
	page = await b.submit(at, { navn: 'Litteratur', dato: '3.3.2026', dage: '4' }, { from: at, files: bevis });
	assert.match(page.text, /6,5 af 10 dage/);
	assert.match((await b.get(own('THEORY'))).text, /Du har lagt 6,5 dage ind. Der skal være mindst 7/);
	assert.equal((await b.post(`${own('THEORY')}/anmod`, { formular: await b.token() })).status, 409);
	page = await b.submit(at, { navn: 'Formidling', dato: '4.3.2026', dage: '0,5' }, { from: at, files: bevis });
	assert.match(page.text, /7 af 10 dage/);
});

test('R_FOS_03 a module is approved by the course provider who was asked, and by no other', async () => {
	const b = await login(doctor, 'UL'), p = await login(provider, 'KURSUSUDBYDER'), s = await login(supervisor, 'FORSKVEJLEDER');
	const held = one(`SELECT id FROM user_role WHERE person = ${person(provider)} AND role = 'KURSUSUDBYDER'`);
	let page = await b.submit(`${own('MODULE')}/anmod`, { titel: '', dato: '' }, { from: own('MODULE') });
	assert.equal(page.status, 422);
	for (const words of ['Skriv titlen', 'Skriv datoen', 'Vælg den kursusudbyder'])
		assert.ok(page.text.includes(words), words);
	page = await b.submit(`${own('MODULE')}/anmod`, { titel: 'Modul 1', dato: '5.1.2026', udbyder: held }, { from: own('MODULE'), files: { fil: file('letter.pdf') } });
	assert.match(page.text, /Du har anmodet/);
	const request = one(`SELECT research FROM research_now WHERE doctor = ${id} AND part = ${part('MODULE')}`);
	assert.equal((await s.post(theirs('MODULE'), { formular: await s.token(), svar: 'godkend', anmodning: request })).status, 409, 'the supervisor');
	const at = `/kurser/forskningskurser/${request}`;
	assert.ok((await p.get('/kurser/forskningskurser')).html.includes(at));
	assert.equal(count(`look WHERE doctor = ${id} AND viewer = ${person(provider)} AND page = '/kurser/forskningskurser'`), 1, 'the list shows the course: a look');
	assert.equal((await p.get(`${at}/bevis`)).status, 200);
	page = await p.submit(at, { svar: 'returner' }, { from: at });
	assert.equal(page.status, 422, 'no reason');
	const twice = await p.get(at);
	page = await p.submit(at, { svar: 'godkend' }, { from: twice });
	assert.match(page.text, /Kurset er godkendt/);
	page = await p.submit(at, { svar: 'godkend' }, { from: twice });
	assert.match(page.text, /Kurset er godkendt/, 'a double click');
	assert.equal(count(`research WHERE doctor = ${id} AND part = ${part('MODULE')}`), 2);
	assert.equal((await p.submit(at, { svar: 'returner', grund: 'nej' }, { from: twice })).status, 409, 'another answer');
	assert.match((await b.get('/logbog/forskningstraening')).text, /10 af 10 dage/);
});

test('R_FOS_05 handed in, sent back with a reason, handed in again, approved by the supervisor; T_101 the overall attestation last', async () => {
	const b = await login(doctor, 'UL'), s = await login(supervisor, 'FORSKVEJLEDER');
	const answer = async (kind, fields) => s.submit(theirs(kind), fields, { from: theirs(kind) });
	let page = await b.submit(`${own('DESCRIPTION')}/anmod`, { titel: 'Tolke', ord: '' }, { from: own('DESCRIPTION') });
	assert.equal(page.status, 422);
	assert.match(page.html, /value="Tolke"/);
	page = await b.submit(`${own('DESCRIPTION')}/anmod`, { titel: 'Tolke', ord: 'Spørgeskema <b>' }, { from: own('DESCRIPTION') });
	assert.match(page.text, /Du har anmodet/);
	assert.ok(count(`notice WHERE person = ${person(supervisor)} AND kind = 'RESEARCH_REQUESTED' AND about = ${id}`) > 0);
	page = await s.get('/kurser/forskningstraening');
	assert.ok(page.links.includes(theirs('DESCRIPTION')) && !page.text.includes('Tolke'), 'the list shows no words of the doctor');
	assert.equal((await answer('DESCRIPTION', { svar: 'returner', grund: '' })).status, 422);
	await answer('DESCRIPTION', { svar: 'returner', grund: 'Hvem spørges?' });
	assert.equal(state('DESCRIPTION'), 'RETURNED');
	assert.match((await b.get(own('DESCRIPTION'))).text, /Hvem spørges\?/);
	await b.submit(`${own('DESCRIPTION')}/anmod`, { titel: 'Tolke', ord: 'Patienter spørges.' }, { from: own('DESCRIPTION') });
	await b.submit(`${own('DESCRIPTION')}/fortryd`, {}, { from: own('DESCRIPTION') });
	assert.equal(state('DESCRIPTION'), 'WITHDRAWN');
	await b.submit(`${own('DESCRIPTION')}/anmod`, { titel: 'Tolke', ord: 'Patienter spørges.' }, { from: own('DESCRIPTION') });
	await answer('DESCRIPTION', { svar: 'godkend' });
	assert.equal(state('DESCRIPTION'), 'APPROVED');

	await b.submit(`${own('THEORY')}/anmod`, {}, { from: own('THEORY') });
	assert.equal(one(`SELECT half_days FROM research WHERE doctor = ${id} AND part = ${part('THEORY')}`), '14');
	assert.equal((await b.post('/logbog/forskningstraening/kursus/fjern', { formular: await b.token(), kursus: one(`SELECT MIN(id) FROM research_course WHERE doctor = ${id}`) })).status, 409,
		'what was asked for stands on what was there');
	await answer('THEORY', { svar: 'godkend' });

	page = await b.submit(`${own('PROJECT')}/anmod`, { titel: 'Tolke' }, { from: own('PROJECT') });
	assert.equal(page.status, 422, 'no written product');
	await b.submit(`${own('PROJECT')}/anmod`, { titel: 'Tolke' }, { from: own('PROJECT'), files: { fil: file('letter.pdf') } });
	assert.equal(state('PROJECT'), 'REQUESTED');
	const product = one(`SELECT file FROM research WHERE doctor = ${id} AND part = ${part('PROJECT')}`);
	assert.equal((await s.get(`/kurser/forskningstraening/${id}/fil/${product}`)).headers['content-type'], 'application/pdf');

	assert.match((await b.get(own('OVERALL'))).text, /når alle dele er godkendt/);
	assert.equal((await b.post(`${own('OVERALL')}/anmod`, { formular: await b.token() })).status, 409);
	await answer('PROJECT', { svar: 'godkend' });

	/* the presentation is dispensed from: partial, in the same story */
	const v = await login(office, 'VUS'), at = `/sekretariat/brugere/${id}/forskningstraening`;
	page = await v.submit(at, { hvordan: 'delvis', del: part('PRESENTATION'), grundlag: 'OTHER', sagsnr: '26/77', journaliseret: '1' }, { from: at });
	assert.equal(page.status, 422, 'R_FOS_11 a reason');
	page = await v.submit(at, { hvordan: 'delvis', del: [part('PRESENTATION'), part('OVERALL')], grundlag: 'OTHER', begrundelse: 'Poster', sagsnr: '26/77', journaliseret: '1' },
		{ from: at });
	assert.equal(page.status, 200, 'with all the rest approved the overall could be given too: it is chosen after the part');
	assert.equal(state('PRESENTATION'), 'APPROVED');
	assert.equal(state('OVERALL'), 'APPROVED');
	assert.match((await b.get('/logbog/forskningstraening')).text, /Dispensation/);
	assert.equal(count(`notice WHERE person = ${id} AND kind = 'RESEARCH_DISPENSED'`), 1);
});

test('R_FOS_07 the print says who attested, in three forms, and no CPR number stands in its name', async () => {
	const b = await login(doctor, 'UL');
	const pdf = await b.get('/udskrift/forskningstraening.pdf');
	assert.equal(pdf.headers['content-type'], 'application/pdf');
	assert.doesNotMatch(pdf.headers['content-disposition'], /\d{6}-?\d{4}/);
	const json = JSON.parse((await b.get('/udskrift/forskningstraening.json')).html);
	assert.equal(json.tables.dele.length, 6);
	assert.equal(json.tables.kurser.length, 3);
	assert.match(json.passages[0].label, /Dispensation den .* af /);
	assert.equal((await (await login(uao, 'UAO')).get(`/udskrift/${id}/forskningstraening.xlsx`)).status, 200);
});

test('T_100 R_FOS_10 full dispensation: filed with a case number and no file is fine; not filed and no file is refused', async () => {
	const other = untouched(`EXISTS (SELECT 1 FROM reach r JOIN user_role h ON h.id = r.held AND h.role = 'VUS' WHERE r.doctor = p.id AND ${today()} >= r.since AND ${today()} < r.until
		AND EXISTS (SELECT 1 FROM credential c WHERE c.person = h.person))`);
	const them = person(other), at = `/sekretariat/brugere/${them}/forskningstraening`;
	const vus = one(`SELECT v.email FROM reach r JOIN user_role h ON h.id = r.held AND h.role = 'VUS' JOIN person v ON v.id = r.viewer
		WHERE r.doctor = ${them} AND ${today()} >= r.since AND ${today()} < r.until ORDER BY (SELECT COUNT(*) FROM user_role o WHERE o.person = v.id) LIMIT 1`);
	const v = await login(vus, 'VUS');
	let page = await v.submit(at, { hvordan: 'hel', grundlag: 'PHD' }, { from: at });
	assert.equal(page.status, 422);
	assert.match(page.text, /Vedhæft beviset, eller sæt kryds/);
	page = await v.submit(at, { hvordan: 'hel', grundlag: 'PHD', journaliseret: '1' }, { from: at });
	assert.match(page.text, /Skriv sagsnummeret/);
	assert.equal(count(`research WHERE doctor = ${them}`), 0);
	const form = await v.get(at);
	page = await v.submit(at, { hvordan: 'hel', grundlag: 'PHD', journaliseret: '1', sagsnr: '26/1234' }, { from: form });
	assert.equal(page.status, 200, page.brief);
	assert.equal(count(`research WHERE doctor = ${them} AND kind = 'DISPENSATION_FULL' AND case_no = '26/1234' AND file IS NULL`), 6);
	await v.submit(at, { hvordan: 'hel', grundlag: 'PHD', journaliseret: '1', sagsnr: '26/1234' }, { from: form });
	assert.equal(count(`research WHERE doctor = ${them}`), 6, 'a double click');
	assert.match(page.text, /Ph\.d\.-grad/);
});

test('R_NUL_04 a part that is reset breaks the overall attestation; only the office may, with its row in reset', () => {
	const row = one(`SELECT research FROM research_now WHERE doctor = ${id} AND part = ${part('PROJECT')}`), vus = person(office);
	const session = `(SELECT MAX(made) FROM session WHERE person = ${vus})`;
	const reset = `INSERT INTO research (doctor, part, step, status, kind, given_by, by_name, as_role, place, at)
		SELECT doctor, part, step + 1, 'RESET', kind, ${vus}, 'x', 'VUS', 'x', ${session} FROM research WHERE id = ${row}`;
	assert.equal(as('office', reset), 1644, 'no row in reset');
	assert.equal(as('course', reset), 1644);
	const twice = `INSERT INTO reset (doctor, kind, row_id, requester, requested_on, case_no, reason, once, given_by, by_name, as_role, place, at)
		VALUES (${id}, 'RESEARCH', ${row}, 'x', '2026-01-01', '1', 'x', REPEAT('r', 16), ${vus}, 'x', 'VUS', 'x', ${session}); ${reset}`;
	execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, stack.DATABASE, '-e', `START TRANSACTION; ${twice}; ROLLBACK`]);
	const again = reset.replace("'RESET'", "'APPROVED'").replace('step + 1, ', 'step + 1, ').replace('kind, given_by', 'kind, ground, filed, case_no, given_by').replace("'APPROVED', kind,", "'APPROVED', 'OTHER_BASIS', 'PHD', 1, '1',");
	assert.throws(() => sql(again), /may not follow/, 'approved does not follow approved');
});

test('the accounts of the programs add nothing that is not theirs', () => {
	const now = '(SELECT MAX(made) FROM session)', s = person(supervisor);
	const row = (status, by, role, kind = 'ORDINARY', who = id) => `INSERT INTO research (doctor, part, step, status, kind, given_by, by_name, as_role, place, at)
		VALUES (${who}, ${part('PROJECT')}, 9, '${status}', '${kind}', ${by}, 'x', '${role}', 'x', ${now})`;
	for (const [program, statement] of [['journal', row('APPROVED', s, 'FORSKVEJLEDER')], ['course', row('REQUESTED', id, 'UL')],
		['course', row('APPROVED', s, 'FORSKVEJLEDER', 'OTHER_BASIS')], ['office', row('APPROVED', s, 'VUS')],
		['journal', `UPDATE research SET words = 'x'`], ['course', `UPDATE research_now SET status = 'APPROVED'`],
		['approve', `INSERT INTO research_supervision (doctor, held, since, given_by, by_name, given_as, place, made_at) SELECT ${id}, id, '2026-01-01', ${s}, 'x', 'UAO', 'x', ${now}
			FROM user_role WHERE role = 'FORSKVEJLEDER' LIMIT 1`],
		['approve', `UPDATE research_supervision SET until = since, ended_by = ${s}, ended_at = ${now} WHERE doctor = ${id}`],
		['course', `INSERT INTO notice (person, kind, place, made) VALUES (${id}, 'MERIT', '', ${now})`],
		['office', 'DELETE FROM research']])
		assert.ok([1062, 1142, 1143, 1644].includes(as(program, statement)), `${program}: ${statement}: ${as(program, statement)}`);
	assert.throws(() => sql(`UPDATE research SET words = 'x' WHERE doctor = ${id}`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM research_supervision WHERE doctor = ${id}`), /never deleted/);
});

test('R_ROL_08 the supervisor is ended, not deleted, and reaches no more', async () => {
	const boss = await login(uao, 'UAO'), s = await login(supervisor, 'FORSKVEJLEDER');
	const page = await boss.get(here_at), form = page.forms.find((f) => f.action.endsWith('/vejleder/slut'));
	assert.ok(form, page.brief);
	assert.match((await boss.submit(`${here_at}/vejleder/slut`, {}, { from: page })).text, /afsluttet/);
	assert.equal((await s.get(`/kurser/forskningstraening/${id}`)).status, 404);
	assert.equal(count(`research_supervision WHERE doctor = ${id} AND ended_by = ${person(uao)}`), 1);
	assert.equal((await boss.submit(`${here_at}/vejleder/slut`, {}, { from: page })).status, 409, 'twice');
});

test('what was added is in the chain', () => {
	const said = spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' });
	assert.equal(said.status, 0, said.stdout + said.stderr);
	assert.equal(count(`research r WHERE NOT EXISTS (SELECT 1 FROM chain_link l WHERE l.kind = 'RESEARCH' AND l.row_id = r.id)`), 0);
});
