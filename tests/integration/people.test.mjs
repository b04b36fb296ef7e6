// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test people.test.mjs: Brugere with its filters and lists, planned doctors, users
// by hand, and the version of a doctor's list.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { count, demo, login, one, person, sql, stack, today } from './lib.mjs';

const east = 'hanne.vestergaard@logbog.example', south = 'ole.bisgaard@logbog.example', leader = 'dorthe.ravn@logbog.example';
const at = '/sekretariat/brugere';
const says = (page, what, why = '') => assert.ok(what.test(page.text), `${page.brief} does not say ${what} ${why}: ${page.text.slice(0, 1500)}`);
const last = (table) => Number(one(`SELECT COALESCE(MAX(id), 0) FROM ${table}`));
const names = (page) => [...page.html.matchAll(/<th scope="row"><a href="[^"]*">([^<]*)</g)].map((m) => m[1]);
const id_of = (table, where) => Number(one(`SELECT id FROM ${table} WHERE ${where}`));
const show_day = (iso) => iso.split('-').reverse().join('.');

let vus, pl;
before(async () => { vus = await login(east); pl = await login(leader); });

const search = (q, fields = {}, b = vus) => b.submit(at, { q, ...fields }, { from: at });

// --- Brugere --------------------------------------------------------------------------------

test('R_UI_01_a_user_is_found_by_mobile_number_and_by_authorisation_id', async () => {
	for (const typed of ['00000007', '00 00 00 07', '+4500000007', '+45 0000 0007']) {
		const page = await search(typed);
		assert.deepEqual(names(page), ['Jonas Friis'], typed);
		assert.equal(page.at, at, 'a number is in no address');
	}
	assert.ok(names(await search('0000')).length > 10, 'the beginning of a mobile number');
	assert.deepEqual(names(await search('demo07')), ['Jonas Friis']);
	says(await search('99887766'), /Ingen fundet/);
});

test('R_UI_01_filters_narrow_by_role_region_place_specialty_and_stage', async () => {
	const north = id_of('training_region', "code = 'NORD'"), geriatrics = id_of('specialty', "code = 'geriatri'");
	for (const [fields, here, not] of [
		[{ rolle: 'UAO' }, 'Karen Lindqvist Holm', 'Jonas Friis'],
		[{ rolle: 'UAO', region: north }, 'Søren Krag', 'Karen Lindqvist Holm'],
		[{ sted: 'fjordby', rolle: 'TUTOR' }, 'Peter Åkjær', 'Jytte Norup'],
		[{ sted: 'Geriatrisk Afdeling G' }, 'Bodil Aagaard', 'Karen Lindqvist Holm'],
		[{ speciale: geriatrics, rolle: 'HKL' }, 'Gitte Rom', 'Finn Lauritsen'],
		[{ fase: 'KBU' }, 'Emil Sand', 'Mette Skovgaard Hansen'],
		[{ rolle: 'UL', region: north, fase: 'HU' }, 'Ali Rahman', 'Freja Mikkelsen'],
		[{ rolle: 'VUS' }, 'Ole Bisgaard', 'Gitte Rom']]) {
		const page = await search('', fields);
		assert.ok(names(page).includes(here), `${JSON.stringify(fields)}: ${names(page)}`);
		assert.ok(!names(page).includes(not), `${JSON.stringify(fields)}: ${names(page)}`);
		for (const [name, value] of Object.entries(fields))
			assert.ok(page.at.includes(`${name}=`), `${page.at} has ${name}=${value}`);
	}
	assert.deepEqual(names(await search('friis', { rolle: 'HKL' })), []);
	assert.deepEqual(names(await search('friis', { rolle: 'VEJLEDER' })), ['Jonas Friis']);
	says(await search('', { sted: '%_%' }), /Ingen fundet/);
});

test('R_UI_01_all_users_are_paged_and_put_in_three_orders', async () => {
	const all = await vus.get(`${at}?alle=1`);
	/* (Of more than a thousand it is not said how many pages they are.) */
	says(all, count('person WHERE gone IS NULL') > 900 ? /Side 1/ : /Side 1 af ([2-9]|[1-9]\d)/);
	assert.equal(names(all).length, 25);
	const sorted = [...names(all)].sort(new Intl.Collator('da').compare);
	assert.deepEqual(names(all).slice(0, 5), sorted.slice(0, 5));
	const begins = (page) => [...page.html.matchAll(/data-title="Første dag"><time[^>]*>([^<]*)</g)].map((m) => m[1].split('.').reverse().join('-'));
	const days = begins(await vus.get(`${at}?rolle=UL&orden=fra`));
	assert.ok(days.length > 5);
	assert.deepEqual(days, [...days].sort());
	const titles = [];
	for (let side = 1; side < 8 && !titles.includes('Tutorlæge'); side++)
		titles.push(...[...(await vus.get(`${at}?sted=Fjordby&orden=rolle&side=${side}`)).html.matchAll(/data-title="Roller">\s*<span>([^:<]*)/g)].map((m) => m[1]));
	assert.ok(titles.indexOf('Uddannelseslæge') < titles.indexOf('Tutorlæge'), titles.join());
	const second = await vus.submit(at, { side: 2 }, { from: await vus.get(`${at}?alle=1&rolle=`) });
	assert.ok(second.status === 200);
});

test('R_BRU_08_one_search_finds_users_and_planned_doctors_and_says_which_it_is', async () => {
	const clara = person('clara.winding@logbog.example');
	const begins = one(`SELECT MIN(since) FROM element WHERE doctor = ${clara}`);
	const page = await search('clara winding');
	assert.deepEqual(names(page), ['Clara Winding']);
	says(page, new RegExp(`planlagt, begynder ${show_day(begins)}`));
	for (const address of [`${at}?alle=1`, `${at}?fase=KBU`])
		assert.ok(!names(await vus.get(address)).includes('Clara Winding'), address);
	sql(`UPDATE person SET shown_from = ${today()} WHERE id = ${clara}`);
	try {
		assert.ok(names(await vus.get(`${at}?fase=KBU`)).includes('Clara Winding'), 'shown from that day (R-UI-02)');
		assert.doesNotMatch((await search('clara winding')).text, /planlagt, begynder/);
	} finally {
		sql(`UPDATE person SET shown_from = ${today()} + INTERVAL 30 DAY WHERE id = ${clara}`);
	}
});

test('R_BRU_05_who_is_gone_is_not_found_and_the_old_number_leads_to_the_kept_one', async () => {
	const gone = person('else.munk@logbog.example'), kept = person('lars.juhl@logbog.example');
	const cpr = demo.people.find((p) => p.email === 'else.munk@logbog.example')?.cpr ?? '830558-2407';
	sql(`UPDATE person SET gone = 'MERGED', merged_into = ${kept} WHERE id = ${gone}`);
	try {
		assert.deepEqual(names(await search('else munk')), []);
		assert.equal((await vus.get(`${at}/${gone}`)).status, 404);
		assert.deepEqual(names(await search(cpr)), ['Lars Juhl']);
	} finally {
		sql(`UPDATE person SET gone = NULL, merged_into = NULL WHERE id = ${gone}`);
	}
	assert.deepEqual(names(await search('else munk')), ['Else Munk']);
});

test('the project leader finds people too, and sees no logbook', async () => {
	const page = await search('jonas friis', {}, pl);
	assert.deepEqual(names(page), ['Jonas Friis']);
	const one_page = await pl.get(`${at}/${person('jonas.friis@logbog.example')}`);
	assert.equal(one_page.status, 200);
	assert.ok(!one_page.links.some((l) => /kompetencer|merit/.test(l)));
	says(one_page, /Kun sekretariatet i lægens region kan se logbogen/);
});

test('what was found is taken as a workbook with the same filters, and that is in the audit', async () => {
	const from = last('audit');
	await vus.get(`${at}?rolle=UAO`);
	const book = await vus.submit('/udskrift/brugere.xlsx', {}, { stay: true });
	assert.equal(book.status, 200, book.brief);
	assert.equal(book.bytes.subarray(0, 2).toString(), 'PK');
	assert.match(book.headers['content-type'], /spreadsheetml/);
	fs.writeFileSync(path.join(stack.DIR, 'tmp/people.xlsx'), book.bytes);
	const sheet = execFileSync('unzip', ['-p', path.join(stack.DIR, 'tmp/people.xlsx'), 'xl/worksheets/sheet1.xml'], { encoding: 'utf8' });
	for (const words of ['Karen Lindqvist Holm', 'karen.holm@logbog.example', 'Uddannelsesansvarlig overlæge: Medicinsk Afdeling M, Fjordby Sygehus'])
		assert.ok(sheet.includes(words), words);
	assert.ok(!sheet.includes('Jonas Friis'));
	assert.doesNotMatch(sheet, /\d{6}-(\d{4}|••••)/, 'no CPR number, masked or not');
	const uaos = count(`(SELECT DISTINCT person FROM user_role WHERE role = 'UAO' AND ${today()} >= since AND ${today()} < until) x`);
	assert.deepEqual(sql(`SELECT action, object, detail FROM audit WHERE id > ${from}`), [['take list', 'people', `${uaos} rows`]]);
	await vus.get('/sekretariat/planlagte-laeger');
	assert.equal((await vus.submit('/udskrift/planlagte-laeger.xlsx', {}, { stay: true })).bytes.subarray(0, 2).toString(), 'PK');
	assert.equal(one(`SELECT object FROM audit WHERE id > ${from} ORDER BY id DESC LIMIT 1`), 'planned');
});

// --- Planlagte læger --------------------------------------------------------------------------

test('R_BRU_08_planned_doctors_with_start_place_stage_source_and_how_it_is_with_access', async () => {
	/* Other tests let the clock go round on a later day, which sends what is due by then. */
	sql("UPDATE person p JOIN training_course c ON c.doctor = p.id SET p.access_due = c.since WHERE p.name = 'Clara Winding'");
	const page = await vus.get('/sekretariat/planlagte-laeger');
	assert.equal(page.heading, 'Planlagte læger');
	says(page, /Clara Winding .*Geriatrisk Afdeling G, Fjordby Sygehus .*Klinisk basisuddannelse \(KBU\) .*basislaege\.dk .*Sendes/);
	says(page, /Magnus Riis .*Hoveduddannelse, Intern medicin: geriatri .*Holdt tilbage: e-mail eller mobil mangler/);
	assert.ok(!names(page).includes('Ida Strand'), 'the own region first');
	assert.ok(!names(page).includes('Emil Sand'), 'who has begun is not planned');
	assert.ok(names(await vus.get('/sekretariat/planlagte-laeger?region=0')).includes('Ida Strand'));
	assert.deepEqual(names(await vus.get('/sekretariat/planlagte-laeger?region=0&fase=HU')), ['Magnus Riis']);
	assert.ok(!names(await vus.get('/sekretariat/planlagte-laeger?region=0&kilde=REGION')).includes('Clara Winding'));
	const by_name = names(await vus.get('/sekretariat/planlagte-laeger?region=0&orden=navn'));
	assert.deepEqual(by_name, [...by_name].sort(new Intl.Collator('da').compare));
	sql(`UPDATE training_course SET cancelled = ${today()} WHERE number = 'OEST-GER-21'`);
	assert.ok(!names(await vus.get('/sekretariat/planlagte-laeger')).includes('Magnus Riis'), 'cancelled');
	sql("UPDATE training_course SET cancelled = NULL WHERE number = 'OEST-GER-21'");
});

// --- a user by hand ---------------------------------------------------------------------------

const serial = () => String(Date.now()).slice(-7);
/* A number that nobody has: a replacement number of that day and year. */
function fresh_cpr() {
	for (;;) {
		const n = String(2700 + Math.floor(Math.random() * 1200)).padStart(4, '0');
		const cpr = `${61 + Math.floor(Math.random() * 28)}0${1 + Math.floor(Math.random() * 9)}6${Math.floor(Math.random() * 10)}-${n}`;
		return cpr;
	}
}
const filled = (more = {}) => ({ cpr: fresh_cpr(), navn: 'Prøve Person', email: `proeve.${serial()}.${Math.random().toString(36).slice(2)}@example.dk`, mobil: '20 30 40 50', ...more });

test('T_006_by_hand_nobody_is_saved_without_CPR_number_e_mail_and_mobile_and_the_reason_stands_at_the_field', async () => {
	const before_them = count('person');
	for (const [field, fault] of [['mobil', /Skriv mobilnummeret\. Alle brugere skal have et, for engangskoden/],
		['email', /Skriv e-mailadressen\. Alle brugere skal have en, for mailen med adgang/], ['cpr', /Skriv CPR-nummeret/], ['navn', /Skriv navnet/]]) {
		const page = await vus.submit(`${at}/ny`, filled({ [field]: '' }), { from: `${at}/ny` });
		assert.equal(page.status, 422);
		assert.equal(page.faults.length, 1, page.brief);
		assert.match(page.faults[0], fault);
		assert.match(page.html, /value="Prøve Person"|Skriv navnet/);
	}
	for (const [field, value] of [['mobil', '12'], ['email', 'ikke en adresse'], ['cpr', '320190-1234'], ['autorisation', '12-34!']])
		assert.equal((await vus.submit(`${at}/ny`, filled({ [field]: value }), { from: `${at}/ny` })).faults.length, 1, field);
	assert.equal(count('person'), before_them);
});

test('T_006_a_user_by_hand_is_made_without_a_mail_until_the_first_role_is_given', async () => {
	const typed = filled({ autorisation: `h${serial()}`.slice(0, 8) }), from = last('audit'), mails = last('mail');
	const page = await vus.submit(`${at}/ny`, typed, { from: `${at}/ny` });
	says(page, /Brugeren er oprettet\. Giv nu en rolle: mailen med adgang sendes sammen med den første/);
	const id = person(typed.email);
	assert.deepEqual(sql(`SELECT mobile, auth_id, cpr_kind, made_via, access_due FROM person WHERE id = ${id}`),
		[['+4520304050', typed.autorisation.toUpperCase(), 'REPLACEMENT', 'HAND', null]]);
	assert.deepEqual(sql(`SELECT action, object, object_id FROM audit WHERE id > ${from} AND action = 'make person'`), [['make person', 'person', String(id)]]);
	assert.equal(last('mail'), mails);
	says(await search(typed.email.split('@')[0].slice(0, 20)), /Prøve Person/);
	says(await vus.get(`${at}/${id}`), /erstatningspersonnummer/);
	const given = await vus.submit(`${at}/${id}/roller`, { fra: show_day(one(`SELECT ${today()}`)), kursus: one("SELECT id FROM course_def WHERE code = 'SOL1'") }, { from: `${at}/${id}/roller?rolle=KURSUSUDBYDER` });
	says(given, /mailen med adgang er på vej/);
	assert.deepEqual(sql(`SELECT kind, address FROM mail WHERE id > ${mails}`), [['ACCESS', typed.email]]);
	const again = await vus.submit(`${at}/ny`, { ...filled(), cpr: typed.cpr }, { from: `${at}/ny` });
	assert.equal(again.at.split('?')[0], `${at}/${id}`);
	says(again, /CPR-nummeret hører allerede til denne bruger/);
	const taken = await vus.submit(`${at}/ny`, { ...filled(), email: typed.email }, { from: `${at}/ny` });
	assert.equal(taken.status, 409);
	assert.match(taken.faults.join(), /En anden bruger har den e-mailadresse/);
});

test('R_CPR_06_a_number_that_fails_the_old_check_is_taken_with_a_warning', async () => {
	/* 3 January 1961, with digits that cannot be the check digit of both */
	const digits = ['4', '3', '2', '7', '6', '5', '4', '3', '2', '1'];
	const passes = (cpr) => [...cpr].reduce((sum, d, i) => sum + Number(d) * Number(digits[i]), 0) % 11 === 0;
	let cpr;
	do
		cpr = `0${1 + Math.floor(Math.random() * 9)}016${Math.floor(Math.random() * 10)}${1000 + Math.floor(Math.random() * 2999)}`;
	while (passes(cpr));
	const page = await vus.submit(`${at}/ny`, filled({ cpr }), { from: `${at}/ny` });
	says(page, /består ikke den gamle kontrol \(modulus 11\)/);
	assert.ok(!page.at.includes(cpr.slice(0, 6)));
});

// --- a person ---------------------------------------------------------------------------------

test('T_066_the_page_of_a_doctor_says_which_version_binds_and_why', async () => {
	const rasmus = person('rasmus.toft@logbog.example');
	const page = await vus.get(`${at}/${rasmus}`);
	says(page, /Introduktionsuddannelse i intern medicin, opdigtet liste med 12 mål, version demo 1 gælder, fordi uddannelsen blev påbegyndt \d\d\.\d\d\.\d{4}/);
	says(page, /Kilde regionen, i evaluer\.dk/);
	says(page, /OEST-INT-77-1/);
});

test('how elements came and moved is told in words', async () => {
	const emil = person('emil.sand@logbog.example');
	const [course, element, unit, since, until] = sql(`SELECT course, id, org_unit, since, until FROM element WHERE doctor = ${emil} ORDER BY seq LIMIT 1`)[0];
	sql(`INSERT INTO agreement (course, kind, number, published, effect, at) VALUES (${course}, 'TILLAEGSAFTALE', 'T-${serial()}', '2026-01-15', 'Barsel', UTC_TIMESTAMP());
		INSERT INTO element_change (element, doctor, agreement, what, before_org_unit, before_since, before_until, before_fraction, after_org_unit, after_since, after_until, after_fraction, at)
		VALUES (${element}, ${emil}, LAST_INSERT_ID(), 'CHANGED', ${unit}, '${since}', '${until}' - INTERVAL 30 DAY, 100, ${unit}, '${since}', '${until}', 80, UTC_TIMESTAMP())`);
	const page = await vus.get(`${at}/${emil}`);
	says(page, /Tillægsaftale T-\d+, 15\.01\.2026: Barsel/);
	says(page, /ændret: til og med: \d\d\.\d\d\.\d{4} → \d\d\.\d\d\.\d{4}; beskæftigelse: 100 % → 80 % \(tillægsaftale T-\d+\)/);
});

// --- the version of a list --------------------------------------------------------------------

const move = (id) => `${at}/${id}/maalbeskrivelse`;

test('R_MAL_03_a_doctor_is_moved_to_another_version_with_a_reason_and_the_old_stays_readable', async () => {
	const rasmus = person('rasmus.toft@logbog.example'), from = last('audit'), notices = last('notice');
	const page = await vus.get(move(rasmus));
	const choices = [...page.html.matchAll(/name="til" value="([\d-]+)"/g)].map((m) => m[1]);
	assert.equal(choices.length, 1, page.brief);
	const [course, old, fresh] = choices[0].split('-');
	let refused = await vus.submit(move(rasmus), { til: choices[0] });
	assert.equal(refused.status, 422);
	assert.match(refused.faults.join(), /Skriv, hvorfor lægen flyttes/);
	refused = await vus.submit(move(rasmus), { til: `${course}-${fresh}-${old}`, grund: 'Bagvendt' });
	assert.equal(refused.status, 422);
	const approved = count(`approval_now n JOIN competency c ON c.id = n.competency WHERE n.doctor = ${rasmus} AND c.curriculum = ${old}`);
	try {
		const moved = await vus.submit(move(rasmus), { til: choices[0], grund: 'Ny målbeskrivelse er aftalt' }, { from: move(rasmus) });
		says(moved, /Lægen er flyttet til den anden målbeskrivelse/);
		says(moved, /version demo 2 lægen er flyttet hertil .*Hanne Vestergaard: Ny målbeskrivelse er aftalt .*Tidligere målbeskrivelse .*version demo 1 forladt/);
		assert.deepEqual(sql(`SELECT from_list, to_list, reason, as_role FROM curriculum_move WHERE course = ${course} ORDER BY id DESC LIMIT 1`), [[old, fresh, 'Ny målbeskrivelse er aftalt', 'VUS']]);
		assert.deepEqual(sql(`SELECT action, object_id, detail FROM audit WHERE id > ${from} AND action = 'move curriculum'`), [['move curriculum', course, `from ${old} to ${fresh}`]]);
		assert.deepEqual(sql(`SELECT person, kind FROM notice WHERE id > ${notices}`), [[String(rasmus), 'CURRICULUM_MOVED']]);
		const doctor = await login('rasmus.toft@logbog.example', 'UL');
		const list = await doctor.get('/logbog/kompetencer');
		says(list, /13 mål, version demo 2/, 'the new one first');
		const left = await doctor.get(`/logbog/kompetencer?liste=${old}`);
		says(left, /Flyttet herfra til en anden målbeskrivelse/);
		assert.equal(count(`approval_now n JOIN competency c ON c.id = n.competency WHERE n.doctor = ${rasmus} AND c.curriculum = ${old}`), approved);
		const goal = one(`SELECT c.id FROM competency c WHERE c.curriculum = ${old} AND NOT EXISTS (SELECT 1 FROM approval_now n WHERE n.doctor = ${rasmus} AND n.competency = c.id) LIMIT 1`);
		const closed = await doctor.get(`/logbog/kompetencer/${goal}`);
		says(closed, /Du er flyttet fra denne målbeskrivelse til en anden/);
		assert.equal(closed.form(`/logbog/kompetencer/${goal}/anmod`), undefined);
		const element = one(`SELECT id FROM element WHERE doctor = ${rasmus} AND ${today()} >= since AND ${today()} < until`);
		const forged = await doctor.post(`/logbog/kompetencer/${goal}/anmod`, { formular: await doctor.token(), element });
		assert.equal(forged.status, 409, 'nothing more is asked for in a list that was left');
		assert.equal(count(`approval WHERE doctor = ${rasmus} AND competency = ${goal}`), 0);
	} finally {
		const back = await vus.get(move(rasmus));
		const value = /name="til" value="([\d-]+)"/.exec(back.html)?.[1];
		await vus.submit(move(rasmus), { til: value, grund: 'Tilbage igen' }, { from: back });
	}
	assert.deepEqual(sql(`SELECT curriculum, left_on IS NULL FROM course_curriculum WHERE course = ${course} ORDER BY left_on IS NULL DESC`), [[old, '1'], [fresh, '0']]);
	sql(`DELETE FROM course_curriculum WHERE course = ${course} AND curriculum = ${fresh};
		UPDATE course_curriculum SET basis = 'PAABEGYNDT', basis_date = (SELECT since FROM training_course WHERE id = ${course}) WHERE course = ${course}`);
});

test('T_008_the_secretariat_of_another_region_moves_nobody_and_gives_no_merit', async () => {
	const other = await login(south), rasmus = person('rasmus.toft@logbog.example');
	assert.equal((await other.get(`${at}/${rasmus}`)).status, 200, 'everybody is found');
	const before_it = count('curriculum_move');
	for (const path of [move(rasmus), `/sekretariat/godkend-merit/${rasmus}`]) {
		assert.equal((await other.get(path)).status, 404);
		assert.equal((await other.post(path, { formular: await other.token(), til: '1-1-1', grund: 'x' })).status, 404);
	}
	assert.ok(!(await other.get(`${at}/${rasmus}`)).links.includes(move(rasmus)));
	assert.equal(count('curriculum_move'), before_it);
});

after(() => {
	sql("DELETE FROM mail WHERE state = 'WAITING' AND address LIKE 'proeve.%@example.dk'");
});
