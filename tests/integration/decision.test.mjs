// SPDX-License-Identifier: MPL-2.0
//
// Decisions of merit: scope, warnings that are acknowledged and kept, the letter, and what the
// accounts may add (R-MER-06, R-MER-10 … 16, domain 19.6).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { department } from './department.mjs';
import { count, login, one, person, somebody, sql, stack, today } from './lib.mjs';

const office = somebody('VUS', `EXISTS (SELECT 1 FROM reach r WHERE r.held = h.id)`), vus = await login(office, 'VUS');
const region = one(`SELECT region FROM user_role WHERE person = ${person(office)} AND role = 'VUS' AND ${today()} < until`);
/* A doctor of the region in that stage, alone or with others. */
const doctor_in = (stage) => one(`SELECT p.email FROM training_course c JOIN person p ON p.id = c.doctor JOIN credential k ON k.person = p.id
	WHERE c.region = ${region} AND c.stage = '${stage}' AND c.cancelled IS NULL AND ${today()} >= c.since AND ${today()} < c.until AND p.id <> ${person(office)}
	AND NOT EXISTS (SELECT 1 FROM specialty s WHERE s.id = c.specialty AND s.code = 'almen-medicin')
	AND EXISTS (SELECT 1 FROM course_curriculum l JOIN competency g ON g.curriculum = l.curriculum WHERE l.course = c.id
		AND NOT EXISTS (SELECT 1 FROM approval_now n WHERE n.doctor = p.id AND n.competency = g.id)) ORDER BY p.id DESC LIMIT 1`);
const doctor = doctor_in('HU'), id = person(doctor), at = `/sekretariat/godkend-merit/${id}`;
const last = () => Number(one('SELECT MAX(id) FROM merit'));
const whole = { grundlag: 'HU_OTHER', begrundelse: 'Samme indhold <b>', sagsnr: '26/55', klassificeret: '1',
	ansoegning: ['REASON', 'CONTACT', 'AUTH_ID', 'TIME', 'GOALS', 'LEVEL', 'CARDS'] };
const give = (fields, from = at) => vus.submit(from === at ? at : from, fields, { from, files: {} });
const letter_text = (bytes) => spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' }).stdout;

test('R_MER_06 a decision may give time or courses alone; one that gives nothing is refused, and what was typed stays', async () => {
	const before_it = count('merit');
	let page = await give({ ...whole });
	assert.equal(page.status, 422);
	assert.ok(page.faults.some((f) => f.includes('det er det, afgørelsen giver')), page.faults.join('|'));
	assert.match(page.html, /Samme indhold &lt;b&gt;/);
	assert.match(page.html, /value="26\/55"/);
	assert.equal(count('merit'), before_it);
	page = await give({ ...whole, kurser: 'Kommunikation\nLedelse' });
	assert.equal(page.status, 200, page.brief);
	assert.match(page.text, /Merit for kurser Kommunikation/);
	assert.deepEqual(sql(`SELECT for_goals, months, courses, case_no, warned FROM decision WHERE merit = ${last()}`), [['0', null, 'Kommunikation\nLedelse', '26/55', '']]);
	assert.equal(one(`SELECT note FROM merit WHERE id = ${last()}`), 'Samme indhold <b>', 'the reason is the note where there is none');
});

test('domain 19.6 a decision has ground, reason, case number, decider, date and appeal', async () => {
	const page = await give({ ...whole, grundlag: '', begrundelse: '', sagsnr: '', afgjort: '', klage: '', dato: '1.1.2090', maaneder: '3' });
	assert.equal(page.status, 422);
	for (const words of ['Vælg, hvad der gives merit for', 'Skriv begrundelsen', 'Skriv sagsnummeret', 'Skriv, hvem der har afgjort', 'hvor der kan klages', 'fremtiden'])
		assert.ok(page.faults.some((f) => f.includes(words)), `${words}: ${page.faults.join('|')}`);
	assert.ok((await give({ ...whole, maaneder: 'x' })).faults.length > 0);
	assert.equal((await give({ ...whole, maaneder: '85' })).status, 422);
	assert.ok((await vus.get(at)).html.includes('Du kan klage over afgørelsen til Sundhedsstyrelsen.'), 'R_MER_10');
});

test('R_MER_12 R_MER_14 R_MER_16 warnings are shown, acknowledged one by one, and kept with the decision', async () => {
	const typed = { ...whole, klassificeret: 'undefined', ansoegning: ['REASON'], maaneder: '6' }, before_it = count('merit');
	let page = await give(typed);
	assert.equal(page.status, 422);
	for (const words of ['klassificerede stillinger', 'fritstillet lægen', 'Ansøgningen mangler'])
		assert.ok(page.text.includes(words), words);
	page = await vus.submit(at, { ...typed, advarsel: ['LOCUM', 'RELEASE'] }, { from: page, files: {} });
	assert.equal(page.status, 422, 'one is left');
	assert.equal(count('merit'), before_it);
	page = await vus.submit(at, { ...typed, advarsel: ['LOCUM', 'RELEASE', 'APPLICATION'] }, { from: page, files: {} });
	assert.equal(page.status, 200, page.brief);
	assert.deepEqual(sql(`SELECT warned, checked, months FROM decision WHERE merit = ${last()}`), [['LOCUM RELEASE APPLICATION', 'REASON', '6']]);
	assert.match(page.text, /Givet efter disse advarsler/);
});

test('R_MER_12 R_MER_15 a doctor in KBU: competencies of KBU and no permission are warned of', async () => {
	const kbu = doctor_in('KBU'), form = `/sekretariat/godkend-merit/${person(kbu)}`;
	const goal = /name="kompetence" value="(\d+)"/.exec((await vus.get(form)).html)[1];
	const page = await vus.submit(form, { ...whole, kompetence: goal }, { from: form, files: {} });
	assert.equal(page.status, 422);
	assert.match(page.text, /ikke merit for kompetencer i KBU/);
	assert.match(page.text, /tilladelse til selvstændigt virke/);
});

test('R_MER_03 R_MER_05 the letter is the doctor’s and the secretariat’s, the same for both, and nobody else’s', async () => {
	const goal = /name="kompetence" value="(\d+)" id="k\d+">/.exec((await vus.get(at)).html)[1];
	const page = await give({ ...whole, kompetence: goal, maaneder: '2', fritstillet: '1', klage: 'Klag til Sundhedsstyrelsen inden fire uger.' });
	assert.equal(page.status, 200, page.brief);
	const merit = last(), own = await login(doctor, 'UL');
	const notes = await own.get('/logbog/notater');
	assert.match(notes.text, /Sagsnr. 26\/55/);
	const mine = await own.get(`/udskrift/afgoerelse/${merit}`), theirs = await vus.get(`/udskrift/${id}/afgoerelse/${merit}`);
	for (const sent of [mine, theirs]) {
		assert.equal(sent.headers['content-type'], 'application/pdf');
		const text = letter_text(sent.bytes);
		for (const words of ['Afgørelse om merit', '26/55', 'Samme indhold <b>', 'Klag til Sundhedsstyrelsen inden fire uger.', 'Det regionale råd', 'Tid: 2 måneder'])
			assert.ok(text.includes(words), `${words}:\n${text}`);
	}
	assert.doesNotMatch(mine.headers['content-disposition'], /\d{6}-?\d{4}/);
	const print = JSON.stringify(JSON.parse((await own.get('/udskrift/kompetencer.json')).html));
	assert.match(print, /Merit for tid: 2 måneder.nAfgørelse af .*sagsnr\. 26\/55/, 'the print of Kompetencer says what was decided');
	const other = one(`SELECT p.email FROM person p JOIN credential c ON c.person = p.id JOIN user_role h ON h.person = p.id AND h.role = 'UL' AND ${today()} >= h.since AND h.until > ${today()}
		WHERE p.id <> ${id} LIMIT 1`);
	assert.equal((await (await login(other, 'UL')).get(`/udskrift/afgoerelse/${merit}`)).status, 404);
	const far = somebody('VUS', `h.region <> ${region}`);
	assert.equal((await (await login(far, 'VUS')).get(`/udskrift/${id}/afgoerelse/${merit}`)).status, 404);
});

test('a decision that was begun is not lost: a tick alone asks for the rest', async () => {
	const before_it = count('merit');
	const page = await give({ notat: 'Kun et kryds', fritstillet: '1' });
	assert.equal(page.status, 422);
	assert.ok(page.faults.some((f) => f.includes('Vælg, hvad der gives merit for')));
	assert.equal(count('merit'), before_it);
});

test('a merit without a decision has none, and a double click decides once', async () => {
	const form = await vus.get(at), before_it = count('decision');
	await vus.submit(at, { notat: 'Uden afgørelse' }, { from: form, files: {} });
	assert.equal(count('decision'), before_it);
	assert.equal((await vus.get(`/udskrift/${id}/afgoerelse/${last()}`)).status, 404);
	const again = await vus.get(at), typed = { ...whole, kurser: 'Et' };
	await vus.submit(at, typed, { from: again, files: {} });
	await vus.submit(at, typed, { from: again, files: {} });
	assert.equal(count('decision'), before_it + 1);
});

test('decisions are chained, never changed, and added by the office alone', () => {
	const as = (program, statement) => Number(/^ERROR (\d+)/m.exec(spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`, stack.DATABASE],
		{ input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' }).stderr)?.[1] ?? 0);
	assert.equal(count(`decision d WHERE NOT EXISTS (SELECT 1 FROM chain_link l WHERE l.kind = 'DECISION' AND l.row_id = d.id)`), 0);
	assert.throws(() => sql(`UPDATE decision SET reason = 'x'`), /only ever added/);
	assert.throws(() => sql('DELETE FROM decision'), /only ever added/);
	const row = (merit) => `INSERT INTO decision (merit, doctor, ground, reason, for_goals, months, case_no, decided_on, decider, appeal, given_by, by_name, as_role, place, at)
		SELECT id, doctor, 'ABROAD', 'x', 0, 1, 'x', '2026-01-01', 'x', 'x', given_by, by_name, as_role, place, at + INTERVAL ${merit} SECOND FROM merit
		WHERE id NOT IN (SELECT merit FROM decision) LIMIT 1`;
	assert.equal(as('office', row(1)), 1644, 'another second than the merit');
	for (const program of ['journal', 'course', 'approve', 'export'])
		assert.equal(as(program, row(0)), 1142, program);
});

test('R_KUR_07 R_KUR_16 R_MER_10 a decision that covers courses approves them as merit, and its reset strikes them with it', async () => {
	const book = department('meritkurser'), east = await login(somebody('VUS', `h.region = (SELECT id FROM training_region WHERE code = 'OEST')`), 'VUS'), own = await login(book.doctor, 'UL');
	const form = `/sekretariat/godkend-merit/${book.id}`, record = (course) => sql(`SELECT n.status, n.kind, r.words, r.step FROM course_record_now n JOIN course_record r ON r.id = n.record WHERE n.doctor = ${book.id} AND n.course = ${course}`)[0];
	const verify = () => spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' }).stdout
		.split('\n').filter((line) => line.startsWith(`doctor ${book.id}:`));
	try {
		let page = await east.get(form);
		const courses = [...page.html.matchAll(/name="kursus" value="(\d+)" id="kursus-\d+"[^>]*><label class="form-label" for="[^"]*">([^<]*)</g)].map(([, course, name]) => ({ course, name }));
		assert.ok(courses.length >= 3, 'SOL 1 to 3 at least');
		const [first, second, third] = courses;
		assert.match((await own.get('/logbog/oversigt')).text, new RegExp(`Kursus, ${first.name}: mangler`));
		/* One that is no course of the doctor's is refused, and what was ticked stays. */
		page = await east.submit(form, { ...whole, kursus: [first.course, '99999999'] }, { from: form, files: {} });
		assert.equal(page.status, 422);
		assert.ok(page.faults.some((f) => f.includes('Vælg kun fra listen')), page.faults.join('|'));
		assert.match(page.html, new RegExp(`value="${first.course}" id="kursus-${first.course}" checked`));
		const typed = { ...whole, kursus: [first.course, second.course], kurser: 'Et kursus i udlandet' }, from = await east.get(form);
		await east.submit(form, typed, { from, files: {} });
		page = await east.submit(form, typed, { from, files: {} });
		assert.match(page.text, new RegExp(`Merit for kurser ${first.name} ${second.name} Et kursus i udlandet`));
		const merit = last();
		for (const { course } of [first, second])
			assert.deepEqual(record(course).slice(0, 2), ['APPROVED', 'MERIT']);
		assert.equal(record(first.course)[3], '1', 'a double click approves once');
		assert.match(record(first.course)[2], /^Afgørelse, sagsnr\. 26\/55 af \d\d\.\d\d\.\d{4}$/);
		assert.equal(record(third.course), undefined);
		/* Kurser, Oversigt, the print, the letter; nothing left to give there. */
		const row = (await own.get(`/logbog/kurser/${first.course}`)).text;
		assert.match(row, /Merit/);
		assert.match(row, /sagsnr\. 26\/55/);
		assert.doesNotMatch((await own.get('/logbog/oversigt')).text, new RegExp(`Kursus, ${first.name}: mangler`));
		assert.match(JSON.stringify((await own.get('/udskrift/kurser.json')).json), /Merit/);
		assert.ok(letter_text((await own.get(`/udskrift/afgoerelse/${merit}`)).bytes).includes('Et kursus i udlandet'));
		assert.doesNotMatch((await east.get(form)).html, new RegExp(`id="kursus-${first.course}"`));
		page = await east.submit(form, { ...whole, kursus: first.course }, { from, files: {} });
		assert.equal(last(), merit, 'the form of before gives nothing more');
		assert.deepEqual(verify(), []);
		/* Not by itself, but with the merit. */
		const resets = `/sekretariat/brugere/${book.id}/nulstil`, list = await east.get(resets), single = one(`SELECT record FROM course_record_now WHERE doctor = ${book.id} AND course = ${first.course}`);
		assert.ok(!list.links.includes(`${resets}/kursus/${single}`) && list.links.includes(`${resets}/merit/${merit}`));
		assert.equal((await east.get(`${resets}/kursus/${single}`)).status, 404);
		page = await east.get(`${resets}/merit/${merit}`);
		assert.match(page.text, new RegExp(`Nulstilles med .*Kursus: ${first.name}`));
		page = await east.submit(page.at, { anmoder: 'Lone Bech, UAO', anmodet: '01.03.2026', journal: '26/1', grund: 'Forkert læge', set: '1' }, { from: page.at, files: {} });
		assert.equal(page.status, 200, page.brief);
		for (const { course } of [first, second])
			assert.deepEqual(record(course).slice(0, 2), ['RESET', 'MERIT']);
		const struck = await own.get(`/logbog/kurser/${first.course}`);
		assert.match(struck.text, /Forkert læge/);
		assert.match((await own.get('/logbog/oversigt')).text, new RegExp(`Kursus, ${first.name}: mangler`));
		assert.deepEqual(verify(), []);
		/* And can be given anew. */
		assert.match((await east.get(form)).html, new RegExp(`id="kursus-${first.course}"`));
	} finally {
		book.close();
	}
});
