// SPDX-License-Identifier: MPL-2.0
//
// Training plans and talks (domain 16), in a department of their own: who is main supervisor, plans that
// are sent and answered, talks that are prepared and agreed on, doubt, reminders; and who sees none of it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, test } from 'node:test';
import { department, held_by } from './department.mjs';
import { clock, count, file, login, one, person, quote, sql, stack, today } from './lib.mjs';

const book = department('samtaler');
const elsewhere = department('naeste');
const UL = () => login(book.doctor, 'UL'), MAIN = () => login(book.main, 'HOVEDVEJLEDER'), UAO = () => login(book.uao, 'UAO');
const plan_at = `/logbog/uddannelsesplan/${book.element}`, plans = `/vejleder/laeger/${book.id}/uddannelsesplan`;
const talks = `/vejleder/laeger/${book.id}/samtaler`, appoint = `/vejleder/laeger/${book.id}/hovedvejleder`;
const iso = (days) => one(`SELECT ${today()} + INTERVAL ${days} DAY`);
const danish = (days) => iso(days).split('-').reverse().join('.');
const told = (who, kind) => count(`notice WHERE person = ${who} AND kind = '${kind}'`);
const plan_rows = () => count(`plan WHERE doctor = ${book.id} AND element = ${book.element}`);
const status_of = () => one(`SELECT status FROM plan_now WHERE doctor = ${book.id} AND element = ${book.element}`);
const main_id = one(`SELECT ${person(book.main)}`);

/* What stands under Det næste of Oversigt of this department; what stands in the queue about the doctor. */
const next = async () => [...(await (await UL()).get('/logbog/oversigt')).html.matchAll(/<tr><th scope="row"><a href="([^"]*)">([^<]*)<\/a><\/th><td data-title="Hvornår">(.*?)<\/td><td data-title="Hvem">([^<]*)</gs)]
	.map(([, at, what, when, who]) => ({ at, what, when: when.replace(/<[^>]*>/g, ''), who })).filter((r) => r.what.includes(book.place) && /^(Uddannelsesplan|\p{L}+samtale), /u.test(r.what));
const queue = async (browser) => [...((await browser.get('/vejleder/anmodninger')).html.split('<h2>Kompetencer')[0]).matchAll(/<tr><th scope="row"><a href="([^"]*)">([^<]*)<.*?<td data-title="Hvad">(.*?)<\/td>/gs)]
	.filter(([, , name]) => name.startsWith('doctor i samtaler.')).map(([, at, , what]) => ({ at, what: what.replace(/<[^>]*>/g, ' ').trim() })).filter((r) => /plan|samtale/i.test(r.what));
after(() => {
	sql(`UPDATE main_supervisor SET until = ${today()}, ended_by = given_by, ended_at = UTC_TIMESTAMP() WHERE doctor = ${book.id} AND live = 1`);
	book.close();
	elsewhere.close();
});

test('R_PLA_01 R_PLA_04 what plan and talks lack stands on Oversigt with its day, and a talk to be held in the queue of the UAO where nobody is main supervisor', async () => {
	const due = one(`SELECT DATE_FORMAT(${today()} - INTERVAL 1 YEAR + INTERVAL 1 MONTH, '%d.%m.%Y')`);
	assert.deepEqual(await next(), [
		{ at: `/logbog/uddannelsesplan/${book.element}`, what: `Uddannelsesplan, ${book.place}: mangler`, when: `Skulle være gjort ${due}`, who: 'Du' },
		{ at: `/logbog/samtaler?delforloeb=${book.element}`, what: `Introduktionssamtale, ${book.place}: aftal dagen`, when: `Skulle være gjort ${due}`, who: 'Du og hovedvejleder' },
	]);
	const wanted = [{ at: `${talks}?delforloeb=${book.element}`, what: `Introduktionssamtale skulle være holdt ${due}` }];
	assert.deepEqual((await queue(await UAO())).map((r) => ({ ...r, what: r.what.replace(/\s+/g, ' ') })), wanted);
	/* Fourteen days before its last day it comes into sight, and not sooner. */
	for (const [days, seen] of [[20, /skal holdes senest/], [10, null]]) {
		sql(`UPDATE element SET since = ${today()} - INTERVAL ${days} DAY WHERE id = ${book.element}`);
		const rows = await queue(await UAO());
		assert.equal(rows.length, seen ? 1 : 0, `${days} days`);
		if (seen)
			assert.match(rows[0].what, seen);
		assert.match((await next())[1].when, /^Senest /);
	}
	sql(`UPDATE element SET since = ${today()} - INTERVAL 1 YEAR WHERE id = ${book.element}`);
	assert.deepEqual(await queue(await MAIN()), [], 'nobody has appointed them');
	assert.deepEqual(await queue(await login(book.approver, 'VEJLEDER')), []);
	assert.deepEqual(await queue(await login(elsewhere.uao, 'UAO')), []);
});

// --- the main supervisor ----------------------------------------------------------------------

test('a main supervisor sees no plan and no talk of a doctor before the UAO has appointed them, and the UAO may appoint none but the own', async () => {
	const main = await MAIN();
	assert.equal((await main.get(talks)).status, 404);
	assert.equal((await main.get(plans)).status, 404);
	assert.equal((await (await login(book.approver, 'VEJLEDER')).get(talks)).status, 403);
	assert.doesNotMatch((await main.get('/vejleder/samtaler')).text, /doctor i samtaler/);
	const uao = await UAO(), overview = await uao.get('/vejleder/samtaler');
	assert.match(overview.text, /mangler hovedvejleder/);
	assert.match(overview.text, /Plan skulle være sendt/);
	let page = await uao.submit(appoint, {}, { from: talks });
	assert.equal(page.status, 422);
	assert.match(page.faults.join(), /Vælg, hvem der skal være hovedvejleder/);
	for (const stranger of [person(elsewhere.main), person(book.approver), String(book.id)]) {
		page = await uao.submit(appoint, { hovedvejleder: one(`SELECT ${stranger}`) }, { from: talks });
		assert.equal(page.status, 409, stranger);
	}
	assert.equal(count(`main_supervisor WHERE element = ${book.element}`), 0);
	const from = await uao.get(talks);
	await uao.submit(appoint, { hovedvejleder: main_id }, { from });
	page = await uao.submit(appoint, { hovedvejleder: main_id }, { from });
	assert.match(page.text, /Hovedvejlederen er udpeget/);
	assert.equal(count(`main_supervisor WHERE element = ${book.element}`), 1, 'two clicks, one row');
	assert.equal(told(main_id, 'MAIN_SUPERVISOR'), 1);
	assert.equal(told(book.id, 'MAIN_SUPERVISOR'), 1);
	assert.equal((await main.get(talks)).status, 200);
	assert.match((await (await UL()).get('/logbog/samtaler')).text, /Hovedvejleder main i samtaler/);
	assert.equal((await main.get(`/vejleder/laeger/${book.colleague}/samtaler`)).status, 404, 'not the other doctor of the department');
});

test('R_ROL_03 a main supervisor who is in training and no level above the doctor is told of where one is named, and never refused', async () => {
	const two = department('trin');
	after(two.close);
	const main = one(`SELECT ${person(two.main)}`), uao = await login(two.uao, 'UAO'), at = `/vejleder/laeger/${two.id}/samtaler`, put = `/vejleder/laeger/${two.id}/hovedvejleder`;
	const warned = async () => (await uao.get(at)).text.includes('mindst ét uddannelsestrin over lægen');
	assert.equal(await warned(), false, 'in no training');
	sql(`INSERT INTO training_course (doctor, stage, region, number, since, until) SELECT ${main}, 'INTRO', region, 'trin', ${today()} - INTERVAL 1 DAY, ${today()} + INTERVAL 1 DAY
		FROM training_course WHERE doctor = ${two.id}`);
	const stage = (of, word, until) => sql(`UPDATE training_course SET stage = '${word}'${until !== undefined ? `, until = ${today()} + INTERVAL ${until} DAY` : ''} WHERE doctor = ${of}`);
	assert.equal(await warned(), true, 'in introduction, of a doctor in main training');
	stage(main, 'HU');
	assert.equal(await warned(), true, 'of the same level');
	stage(two.id, 'INTRO');
	assert.equal(await warned(), false, 'a level above');
	stage(two.id, 'HU');
	stage(main, 'HU', 0);
	assert.equal(await warned(), false, 'whose training ended');
	stage(main, 'HU', 9);
	const page = await uao.submit(put, { hovedvejleder: main }, { from: at });
	assert.match(page.text, /Hovedvejlederen er udpeget.*ikke er et uddannelsestrin over lægen/);
	assert.equal(count(`main_supervisor WHERE element = ${two.element} AND person = ${main} AND live = 1`), 1);
	sql(`UPDATE training_course SET cancelled = ${today()} WHERE doctor = ${main};
		UPDATE main_supervisor SET until = ${today()}, ended_by = given_by, ended_at = UTC_TIMESTAMP() WHERE doctor = ${two.id} AND live = 1`);
});

// --- the plan -----------------------------------------------------------------------------------

test('R_PLA_02 a draft is the doctor\'s alone; what is sent, twice clicked, comes once, and the main supervisor is told', async () => {
	const ul = await UL(), goal = book.goals[0];
	let page = await ul.submit(plan_at, { svar: 'send', maal: ' ' }, { from: plan_at });
	assert.equal(page.status, 422);
	assert.match(page.faults.join(), /Skriv mål for ansættelsen/);
	page = await ul.submit(plan_at, { svar: 'send', maal: 'Et mål', kompetence: '99999999' }, { from: plan_at });
	assert.equal(page.status, 422);
	assert.ok(page.form(plan_at).fields.some(([n, v]) => n === 'maal' && v === 'Et mål'), 'what was typed stays');
	page = await ul.submit(plan_at, { svar: 'gem', maal: 'Hemmelig kladde', kompetence: goal.id }, { from: plan_at });
	assert.match(page.text, /Kladden er gemt/);
	assert.equal(plan_rows(), 0);
	assert.doesNotMatch((await (await MAIN()).get(plans)).text, /Hemmelig kladde/);
	const form = await ul.get(plan_at);
	assert.match(form.html, /Hemmelig kladde/);
	const fields = { svar: 'send', maal: 'Selvstændig stuegang', midler: 'Bagvagt', kompetence: goal.id };
	await ul.submit(plan_at, fields, { from: form });
	page = await ul.submit(plan_at, fields, { from: form });
	assert.match(page.text, /Planen er sendt/);
	assert.ok((await next()).some((r) => /^Uddannelsesplan, .*: venter på svar$/.test(r.what)));
	assert.ok((await queue(await MAIN())).some((r) => r.at === plans && /Uddannelsesplan +sendt/.test(r.what)), 'the main supervisor answers it');
	assert.deepEqual(await queue(await UAO()), [], 'who is told, and no one else');
	assert.equal(plan_rows(), 1);
	assert.equal(count(`plan_draft WHERE doctor = ${book.id}`), 0);
	assert.equal(told(main_id, 'PLAN_SENT'), 1);
	const seen = await (await MAIN()).get(plans);
	assert.match(seen.text, /Selvstændig stuegang/);
	assert.match(seen.text, new RegExp(`${goal.number.replace('.', '\\.')} `));
	assert.ok(count(`look WHERE doctor = ${book.id} AND viewer = ${main_id} AND page = '/vejleder/laeger/{doctor}/uddannelsesplan'`) > 0);
});

test('R_PLA_02 returned with words, never without; the old version stays readable; approved by the main supervisor, once', async () => {
	const main = await MAIN(), ul = await UL(), uao = await UAO();
	let page = await main.submit(plans, { svar: 'returner', grund: '' }, { from: plans });
	assert.equal(page.status, 422);
	const old = await uao.get(plans);
	page = await main.submit(plans, { svar: 'returner', grund: 'Hvornår er kurset?' }, { from: plans });
	assert.match(page.text, /Planen er sendt tilbage/);
	assert.equal(status_of(), 'RETURNED');
	assert.ok((await next()).some((r) => /^Uddannelsesplan, .*: returneret, ret og send igen$/.test(r.what)));
	assert.ok(!(await queue(main)).some((r) => r.at === plans));
	page = await uao.submit(plans, { svar: 'godkend' }, { from: old });
	assert.equal(page.status, 409, 'somebody was faster');
	assert.equal(told(book.id, 'PLAN_RETURNED'), 1);
	assert.match((await ul.get(plan_at)).text, /Hvornår er kurset\?/);
	await ul.submit(plan_at, { svar: 'send', kurser: 'Kurset er i maj' }, { from: plan_at });
	assert.match((await ul.get(plan_at)).text, /Version 2.*Version 1: Returneret/s);
	const form = await main.get(plans);
	await main.submit(plans, { svar: 'godkend' }, { from: form });
	page = await main.submit(plans, { svar: 'godkend' }, { from: form });
	assert.match(page.text, /Planen er godkendt/);
	assert.equal(status_of(), 'APPROVED');
	assert.equal(plan_rows(), 4);
	assert.equal(told(book.id, 'PLAN_APPROVED'), 1);
});

test('a plan as a file: kept, sent, seen by the main supervisor and by nobody else', async () => {
	const ul = await UL();
	let page = await ul.submit(plan_at, { svar: 'gem' }, { from: plan_at, files: { fil: file('html-named.pdf') } });
	assert.equal(page.status, 422);
	page = await ul.submit(plan_at, { svar: 'gem' }, { from: plan_at, files: { fil: file('letter.pdf') } });
	assert.match(page.text, /Vedhæftet: letter\.pdf/);
	await ul.submit(plan_at, { svar: 'send' }, { from: plan_at });
	const id = one(`SELECT file FROM plan WHERE doctor = ${book.id} ORDER BY id DESC LIMIT 1`);
	assert.ok(id, 'the file that was kept went with it');
	assert.equal((await ul.request('GET', `/logbog/planbilag/${id}`)).headers['content-type'], 'application/pdf');
	assert.equal((await (await MAIN()).request('GET', `/vejleder/laeger/${book.id}/planbilag/${id}`)).status, 200);
	assert.equal((await (await login(elsewhere.uao, 'UAO')).request('GET', `/vejleder/laeger/${book.id}/planbilag/${id}`)).status, 404);
	assert.equal((await (await login(elsewhere.doctor, 'UL')).request('GET', `/logbog/planbilag/${id}`)).status, 404);
	const print = (await ul.get('/udskrift/uddannelsesplan.json')).json;
	assert.equal(print.tables.versioner.length, 3);
	assert.equal((await ul.request('GET', '/udskrift/uddannelsesplan.pdf')).bytes.subarray(0, 5).toString(), '%PDF-');
	assert.equal((await (await MAIN()).request('GET', `/udskrift/${book.id}/uddannelsesplan.xlsx`)).status, 200);
	assert.equal((await (await login(elsewhere.main, 'HOVEDVEJLEDER')).request('GET', `/udskrift/${book.id}/uddannelsesplan.pdf`)).status, 404);
});

// --- talks ----------------------------------------------------------------------------------------

let talk;
test('R_PLA_03 a talk is planned by either side, once; bad days are told at the field', async () => {
	const ul = await UL();
	let page = await ul.submit('/logbog/samtaler', { art: 'INTRO', dato: '31.02.2027' }, { from: '/logbog/samtaler' });
	assert.equal(page.status, 422);
	page = await ul.submit('/logbog/samtaler', { art: 'INTRO', dato: '' }, { from: '/logbog/samtaler' });
	assert.match(page.faults.join(), /Skriv, hvilken dag samtalen er/);
	const form = await ul.get('/logbog/samtaler');
	await ul.submit('/logbog/samtaler', { art: 'INTRO', dato: danish(5) }, { from: form });
	page = await ul.submit('/logbog/samtaler', { art: 'INTRO', dato: danish(5) }, { from: form });
	assert.match(page.text, /Samtalen er planlagt/);
	assert.equal(count(`talk WHERE element = ${book.element}`), 1);
	talk = one(`SELECT id FROM talk WHERE element = ${book.element}`);
	assert.equal(told(main_id, 'TALK_PLANNED'), 1);
	page = await ul.submit(`/logbog/samtaler/${talk}/dato`, { svar: 'flyt', dato: danish(9) }, { from: `/logbog/samtaler/${talk}` });
	assert.match(page.text, /Samtalen er flyttet/);
	assert.equal(one(`SELECT planned_on FROM talk_now WHERE talk = ${talk}`), iso(9));
	for (const who of [[book.approver, 'VEJLEDER', 403], [elsewhere.uao, 'UAO', 404], [elsewhere.main, 'HOVEDVEJLEDER', 404]])
		assert.equal((await (await login(who[0], who[1])).get(`/vejleder/samtaler/${talk}`)).status, who[2], who[0]);
	assert.equal((await (await login(elsewhere.doctor, 'UL')).get(`/logbog/samtaler/${talk}`)).status, 404);
});

test('what each side prepares is seen by the other when both have sent, and stays as it was sent', async () => {
	const ul = await UL(), main = await MAIN(), own = `/logbog/samtaler/${talk}`, theirs = `/vejleder/samtaler/${talk}`;
	await ul.submit(`${own}/forberedelse`, { svar: 'gem', forberedelse: 'LÆGENS KLADDE' }, { from: own });
	assert.doesNotMatch((await main.get(theirs)).text, /LÆGENS/);
	const form = await ul.get(own);
	await ul.submit(`${own}/forberedelse`, { svar: 'send', forberedelse: 'LÆGENS ORD' }, { from: form });
	assert.doesNotMatch((await main.get(theirs)).text, /LÆGENS/, 'only one has sent, and the day has not come');
	assert.match((await ul.submit(`${own}/forberedelse`, { svar: 'send', forberedelse: 'LÆGENS ORD' }, { from: form })).text, /Din forberedelse er sendt/, 'two clicks');
	assert.equal((await ul.submit(`${own}/forberedelse`, { svar: 'send', forberedelse: 'ANDRE ORD' }, { from: form })).status, 409);
	assert.equal(one(`SELECT words FROM talk_preparation WHERE talk = ${talk} AND side = 'DOCTOR'`), 'LÆGENS ORD');
	await main.submit(`${theirs}/forberedelse`, { svar: 'send', forberedelse: 'VEJLEDERS ORD' }, { from: theirs });
	assert.match((await main.get(theirs)).text, /LÆGENS ORD/);
	assert.match((await ul.get(own)).text, /VEJLEDERS ORD/);
});

test('from the day of the talk what was sent is seen, though the other side has sent nothing; what was not sent is not', async () => {
	const ul = await UL(), main = await MAIN();
	await main.submit(talks, { art: 'ADJUST', dato: danish(1) }, { from: talks });
	const id = one(`SELECT MAX(id) FROM talk WHERE element = ${book.element}`), own = `/logbog/samtaler/${id}`, theirs = `/vejleder/samtaler/${id}`;
	await ul.submit(`${own}/forberedelse`, { svar: 'gem', forberedelse: 'IKKE SENDT' }, { from: own });
	await main.submit(`${theirs}/forberedelse`, { svar: 'send', forberedelse: 'ER SENDT' }, { from: theirs });
	assert.doesNotMatch((await ul.get(own)).text, /ER SENDT/);
	await main.submit(`${theirs}/dato`, { svar: 'flyt', dato: danish(0) }, { from: theirs });
	assert.match((await ul.get(own)).text, /ER SENDT/);
	assert.doesNotMatch((await main.get(theirs)).text, /IKKE SENDT/);
	assert.ok((await queue(main)).some((r) => r.at === theirs && /planlagt .* mangler referat/.test(r.what)));
	assert.ok((await next()).some((r) => r.at === own && /mangler referat$/.test(r.what) && r.when === 'Senest i dag'));
	const page = await main.submit(`${theirs}/dato`, { svar: 'aflys' }, { from: theirs });
	assert.match(page.text, /Samtalen er aflyst/);
	assert.equal(one(`SELECT status FROM talk_now WHERE talk = ${id}`), 'CANCELLED');
});

test('R_PLA_05 R_PLA_07 minutes: one side writes, the other changes them or agrees, nobody agrees to their own, and then they stay', async () => {
	const ul = await UL(), main = await MAIN(), own = `/logbog/samtaler/${talk}`, theirs = `/vejleder/samtaler/${talk}`;
	assert.match((await next()).find((r) => /Introduktionssamtale/.test(r.what)).what, new RegExp(`planlagt ${danish(9)}`));
	assert.ok(!(await queue(main)).some((r) => /samtale/.test(r.what)), 'it is to come');
	assert.match((await main.get(theirs)).html, /Gensidige forventninger:/, 'the headings of the kind of talk');
	let page = await main.submit(`${theirs}/referat`, { holdt: danish(2), referat: 'Om i morgen' }, { from: theirs });
	assert.equal(page.status, 422, 'not held yet');
	const form = await main.get(theirs);
	await main.submit(`${theirs}/referat`, { holdt: danish(0), referat: 'FØRSTE REFERAT' }, { from: form });
	await main.submit(`${theirs}/referat`, { holdt: danish(0), referat: 'FØRSTE REFERAT' }, { from: form });
	assert.equal(count(`talk_minutes WHERE talk = ${talk}`), 1, 'two clicks, one row');
	assert.ok(!(await main.get(theirs)).form(`${theirs}/enig`), 'not to one\'s own');
	const reading = (await next()).find((r) => /Introduktionssamtale/.test(r.what));
	assert.deepEqual([reading.at, reading.who, /læs referatet, og svar$/.test(reading.what)], [own, 'Du', true]);
	const seen = one(`SELECT MAX(id) FROM talk_minutes WHERE talk = ${talk}`);
	assert.equal((await main.post(`${theirs}/enig`, { formular: await main.token(theirs), set: seen })).status, 409);
	const before = await ul.get(own);
	await ul.submit(`${own}/referat`, { holdt: danish(0), referat: 'RETTET REFERAT' }, { from: own, files: { fil: file('letter.png') } });
	assert.ok((await queue(main)).some((r) => r.at === theirs && /referatet venter på dig/.test(r.what)));
	assert.match((await next()).find((r) => /Introduktionssamtale/.test(r.what)).what, /referatet venter på svar/);
	page = await ul.submit(`${own}/enig`, {}, { from: before });
	assert.equal(page.status, 409, 'what the doctor saw is no longer what stands there');
	page = await main.submit(`${theirs}/enig`, {}, { from: theirs });
	assert.match(page.text, /Referatet er aftalt/);
	assert.equal(one(`SELECT status FROM talk_now WHERE talk = ${talk}`), 'AGREED');
	page = await ul.submit(`${own}/referat`, { holdt: danish(0), referat: 'FOR SENT' }, { from: before });
	assert.equal(page.status, 409);
	assert.equal(count(`talk_minutes WHERE talk = ${talk}`), 3);
	assert.equal(count(`talk_minutes WHERE talk = ${talk} AND file IS NOT NULL`), 1);
	assert.ok(!(await ul.get(own)).form(`${own}/referat`));
});

test('R_PLA_02 a plan from before the last talk is said to be so, until it is revised', async () => {
	const ul = await UL(), stale = /Planen er fra før sidste samtale/;
	assert.doesNotMatch((await ul.get(plan_at)).text, stale, 'sent on the day of the talk');
	await (await MAIN()).submit(talks, { art: 'ADJUST', dato: danish(1) }, { from: talks });
	const id = one(`SELECT MAX(id) FROM talk WHERE element = ${book.element}`);
	/* As it is the day after. */
	sql(`INSERT INTO talk_minutes (talk, doctor, element, step, status, side, held_on, words, given_by, by_name, as_role, place, at)
		VALUES (${id}, ${book.id}, ${book.element}, 1, 'DRAFT', 'DOCTOR', ${quote(iso(1))}, 'x', ${book.id}, 'x', 'UL', 'x', UTC_TIMESTAMP())`);
	assert.match((await ul.get(plan_at)).text, stale);
	assert.match((await (await UAO()).get('/vejleder/samtaler')).text, stale);
});

test('the next department reads the plans and no talk; the secretariat neither', async () => {
	sql(`INSERT INTO element (course, doctor, seq, org_unit, since, until) SELECT course, doctor, 2, ${elsewhere.unit}, ${today()} - INTERVAL 1 DAY, until FROM element WHERE id = ${book.element}`);
	const uao = await login(elsewhere.uao, 'UAO');
	assert.match((await uao.get(plans)).text, /Selvstændig stuegang/);
	assert.ok(!(await uao.get(plans)).form(plans), 'another department\'s plan is for reading');
	assert.equal((await uao.get(`/vejleder/samtaler/${talk}`)).status, 404);
	assert.doesNotMatch((await uao.get(talks)).text, /Introduktionssamtale Referat/);
	const latest = one(`SELECT sent FROM plan_now WHERE element = ${book.element}`);
	assert.equal((await uao.post(plans, { formular: await uao.token(plans), plan: latest, svar: 'godkend' })).status, 404);
	sql(`UPDATE element SET cancelled = ${today()} WHERE doctor = ${book.id} AND org_unit = ${elsewhere.unit}`);
	assert.equal((await uao.get(plans)).status, 404);
});

// --- doubt ------------------------------------------------------------------------------------------

test('R_KOM_14 doubt is raised by the main supervisor with what is to be done, told without its words, followed up once', async () => {
	const main = await MAIN(), raise = `/vejleder/laeger/${book.id}/tvivl`;
	let page = await main.submit(raise, { tvivl: 'OVERBLIK', tiltag: '', opfoelgning: '' }, { from: talks });
	assert.equal(page.status, 422);
	assert.equal(page.faults.length, 2, page.faults.join());
	const form = await main.get(talks), fields = { tvivl: 'OVERBLIK', tiltag: 'UGENTLIG', opfoelgning: danish(20) };
	await main.submit(raise, fields, { from: form });
	page = await main.submit(raise, fields, { from: form });
	assert.match(page.text, /OVERBLIK.*UGENTLIG/);
	assert.equal(count(`doubt WHERE element = ${book.element}`), 1);
	assert.equal(told(book.id, 'DOUBT'), 1);
	assert.equal(told(one(`SELECT ${person(book.uao)}`), 'DOUBT'), 1, 'the UAO too');
	assert.equal(count(`notice WHERE kind = 'DOUBT' AND place LIKE '%OVERBLIK%'`), 0);
	assert.match((await (await UL()).get('/logbog/samtaler')).text, /OVERBLIK/);
	assert.doesNotMatch((await (await UL()).request('GET', '/udskrift/uddannelsesplan.json')).html, /OVERBLIK/);
	assert.doesNotMatch((await (await UL()).request('GET', '/udskrift/kompetencer.json')).html, /OVERBLIK/);
	const id = one(`SELECT id FROM doubt WHERE element = ${book.element}`), uao = await UAO(), close = `${raise}/${id}`, stale = await main.get(talks);
	page = await uao.submit(close, { udfald: 'RESOLVED' }, { from: talks });
	assert.equal(page.status, 422);
	page = await uao.submit(close, { udfald: 'RESOLVED', udfald_ord: 'Det går nu' }, { from: talks });
	assert.match(page.text, /Tvivlen er afklaret/);
	page = await main.submit(close, { udfald: 'NOT_APPROVED', udfald_ord: 'Nej' }, { from: stale });
	assert.equal(page.status, 409);
});

test('R_KOM_14 not after the final talk has been held', async () => {
	const main = await MAIN(), raise = `/vejleder/laeger/${book.id}/tvivl`, form = await main.get(talks);
	await main.submit(talks, { art: 'FINAL', dato: danish(0) }, { from: talks });
	const id = one(`SELECT MAX(id) FROM talk WHERE element = ${book.element}`), at = `/vejleder/samtaler/${id}`;
	await main.submit(`${at}/referat`, { holdt: danish(0), referat: 'Slut' }, { from: at });
	const page = await main.submit(raise, { tvivl: 'X', tiltag: 'Y', opfoelgning: danish(2) }, { from: form });
	assert.equal(page.status, 409);
	assert.ok(!(await main.get(talks)).form(raise));
	assert.equal(count(`doubt WHERE element = ${book.element}`), 1);
});

// --- what holds below the pages ---------------------------------------------------------------------

function as(program, statement) {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`,
		stack.DATABASE], { input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' });
	return Number(/^ERROR (\d+)/m.exec(said.stderr)?.[1] ?? 0);
}
const now = '(SELECT MAX(made) FROM session)';
const row = (table, values) => `INSERT INTO ${table} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`;

test('the account that writes plans approves none, and the one that approves writes none and answers for no other department', async () => {
	await UL();
	await MAIN();
	await login(elsewhere.uao, 'UAO');
	const [[latest, step]] = sql(`SELECT plan, step FROM plan_now WHERE element = ${book.element}`);
	const base = { doctor: book.id, element: book.element, step: Number(step) + 1, by_name: "'Hvem'", place: "'Her'", at: now };
	const sent = { ...base, status: "'SENT'", goals: "'x'", given_by: book.id, as_role: "'UL'" };
	const answer = { ...base, status: "'APPROVED'", answers: latest, given_by: main_id, as_role: "'HOVEDVEJLEDER'" };
	assert.equal(as('journal', row('plan', sent)), 0);
	assert.equal(as('approve', row('plan', answer)), 0);
	assert.equal(as('journal', row('plan', answer)), 1644);
	assert.equal(as('approve', row('plan', sent)), 1644);
	assert.equal(as('approve', row('plan', { ...answer, given_by: person(elsewhere.uao), as_role: "'UAO'" })), 1644);
	assert.equal(as('approve', row('plan', { ...answer, step: Number(step) + 2 })), 1062);
	assert.ok([1142, 1143].includes(as('export', row('plan', answer))));
	assert.ok(as('approve', row('main_supervisor', { doctor: book.id, element: book.element, person: main_id, role: "'HOVEDVEJLEDER'", since: today(),
		given_by: main_id, by_name: "'x'", as_role: "'HOVEDVEJLEDER'", at: now })) !== 0, 'a main supervisor appoints nobody');
	assert.throws(() => sql(`UPDATE plan SET words = 'x' WHERE id = ${latest}`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM talk_minutes WHERE talk = ${talk}`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM talk WHERE id = ${talk}`), /never deleted/);
	assert.throws(() => sql(`UPDATE talk_preparation SET words = 'x' WHERE talk = ${talk}`), /stays once it was sent/);
	assert.throws(() => sql(`UPDATE main_supervisor SET person = ${book.colleague} WHERE element = ${book.element}`), /never changed/);
});

test('plans stand in the chain, and it is whole', () => {
	assert.equal(count(`plan p LEFT JOIN chain_link l ON l.kind = 'PLAN' AND l.row_id = p.id AND l.doctor = p.doctor WHERE l.n IS NULL`), 0);
	const said = spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' });
	assert.equal(said.status, 0, said.stdout + said.stderr);
});

test('what the owner of the database does to a plan is named by the verifier', () => {
	const verify = () => spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' });
	const [[id, was]] = sql(`SELECT id, goals FROM plan WHERE doctor = ${book.id} AND status = 'SENT' ORDER BY id LIMIT 1`);
	const trigger = sql('SHOW CREATE TRIGGER plan_stays')[0][2];
	try {
		sql('DROP TRIGGER plan_stays');
		sql(`UPDATE plan SET goals = 'Et andet mål' WHERE id = ${id}`);
		const altered = verify();
		assert.equal(altered.status, 1);
		assert.match(altered.stdout, new RegExp(`^doctor ${book.id}: link \\d+ \\(plan ${id}\\): the row was altered`, 'm'));
		sql(`UPDATE plan SET goals = ${quote(was)} WHERE id = ${id}`);
		sql(`UPDATE plan_now SET status = 'APPROVED' WHERE doctor = ${book.id}`);
		assert.match(verify().stdout, new RegExp(`^doctor ${book.id}: plan_now of element ${book.element} is not what its rows say`, 'm'));
	} finally {
		sql(`UPDATE plan SET goals = ${quote(was)} WHERE id = ${id}`);
		sql(`UPDATE plan_now n JOIN plan p ON p.id = n.plan SET n.status = p.status WHERE n.doctor = ${book.id}`);
		sql(`DELIMITER //\n${trigger}//\nDELIMITER ;`);
	}
	assert.equal(verify().status, 0);
});

test('R_PLA_07 who lacks a plan and a first talk is reminded on day 21, the main supervisor or the UAO with them; who has both is not', () => {
	const uao = one(`SELECT ${person(book.uao)}`);
	sql(`UPDATE element SET since = ${today()} - INTERVAL 21 DAY WHERE org_unit = ${book.unit}`);
	sql("DELETE FROM job WHERE name = 'planer'");
	/* A doubt about the other doctor, to be followed up today: told to the department alone. */
	sql(`INSERT INTO doubt (doctor, element, words, measures, follow_on, once, given_by, by_name, as_role, at)
		SELECT doctor, id, 'ORDLYD', 'x', ${today()}, RANDOM_BYTES(16), ${uao}, 'x', 'UAO', UTC_TIMESTAMP() FROM element WHERE doctor = ${book.colleague}`);
	clock();
	assert.equal(told(uao, 'DOUBT_DUE'), 1);
	assert.equal(told(book.colleague, 'DOUBT_DUE') + count("notice WHERE place LIKE '%ORDLYD%'"), 0);
	for (const kind of ['PLAN_DUE', 'TALK_DUE']) {
		assert.equal(told(book.colleague, kind), 1, kind);
		assert.equal(count(`notice WHERE person = ${uao} AND kind = '${kind}' AND about = ${book.colleague}`), 1, kind);
		assert.equal(told(book.id, kind), 0, kind);
	}
	clock();
	assert.equal(told(book.colleague, 'PLAN_DUE'), 1, 'once');
	sql(`UPDATE element SET since = ${today()} - INTERVAL 1 YEAR WHERE org_unit = ${book.unit}`);
});

test('a main supervisor who was replaced sees it no more', async () => {
	const uao = await UAO();
	sql(`INSERT INTO user_role (person, role, org_unit, since) VALUES (${person(book.both)}, 'HOVEDVEJLEDER', ${book.unit}, ${today()} - INTERVAL 1 DAY)`);
	const page = await uao.submit(appoint, { hovedvejleder: one(`SELECT ${person(book.both)}`) }, { from: talks });
	assert.match(page.text, /Hovedvejleder both i samtaler/, page.brief);
	assert.equal((await (await MAIN()).get(talks)).status, 404);
	assert.equal((await (await MAIN()).get(`/vejleder/samtaler/${talk}`)).status, 404);
	assert.equal(count(`main_supervisor WHERE element = ${book.element}`), 2, 'ended, not deleted');
	assert.ok(held_by(book.both, 'HOVEDVEJLEDER'));
});
