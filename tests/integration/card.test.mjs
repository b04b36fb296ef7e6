// SPDX-License-Identifier: MPL-2.0
//
// Assessment cards, what is counted, and that a goal waits for both (domain 6.4 – 6.6).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { Browser, count, log_in, login, one, person, quote, root, somebody, sql, stack, today } from './lib.mjs';
import { read_qr } from './qr.mjs';

// --- who and what, by asking ----------------------------------------------------------------

/* A doctor whose list has cards, employed today where somebody may approve, and that somebody. */
const [email, id, element, unit] = sql(`SELECT p.email, p.id, e.id, e.org_unit FROM card_set s
	JOIN course_curriculum k ON k.curriculum = s.curriculum JOIN person p ON p.id = k.doctor
	JOIN element e ON e.doctor = p.id AND ${today()} >= e.since AND ${today()} < e.until
	JOIN org_unit u ON u.id = e.org_unit AND u.kind = 'AFDELING' ORDER BY p.id LIMIT 1`)[0];
const observer = somebody('VEJLEDER', `h.org_unit = ${unit}`), head = somebody('UAO', `h.org_unit = ${unit}`);
const tutored = one(`SELECT p.email FROM card_set s JOIN course_curriculum k ON k.curriculum = s.curriculum JOIN person p ON p.id = k.doctor
	JOIN element e ON e.doctor = p.id AND ${today()} >= e.since AND ${today()} < e.until
	JOIN org_unit u ON u.id = e.org_unit AND u.kind = 'PRAKSIS' ORDER BY p.id LIMIT 1`);
const tutor = somebody('TUTOR', `h.org_unit = (SELECT e.org_unit FROM element e WHERE e.doctor = ${person(tutored)}
	AND ${today()} >= e.since AND ${today()} < e.until LIMIT 1)`);

const goal = (number) => Number(one(`SELECT c.id FROM competency c JOIN card_set s ON s.curriculum = c.curriculum WHERE c.number = '${number}'`));
const template = (code) => Number(one(`SELECT id FROM card_template WHERE code = '${code}'`));
const state = (sheet) => one(`SELECT status FROM card_now WHERE sheet = ${sheet}`);
const have = (doctor, number, method) => Number(one(`SELECT have FROM card_count WHERE doctor = ${doctor} AND competency = ${goal(number)} AND method = ${quote(method)}`) ?? 0);
const approval = (doctor, number) => one(`SELECT status FROM approval_now WHERE doctor = ${doctor} AND competency = ${goal(number)}`);
const newest = (doctor) => Number(one(`SELECT MAX(id) FROM card_sheet WHERE doctor = ${doctor}`));
const text = new Intl.DateTimeFormat('da-DK', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const day = (n = 0) => text.format(new Date(`${one(`SELECT ${today()} + INTERVAL ${n} DAY`)}T12:00:00Z`)).replaceAll('/', '.');

const marks = (code, sign) => Object.fromEntries(Array.from({ length: Number(one(`SELECT parts FROM card_template WHERE id = ${template(code)}`)) },
	(_, i) => [`m${i + 1}`, sign]));

/* Sends a new card through the page. */
async function send(browser, code, number, fields = {}) {
	const at = `/logbog/kort/ny/${template(code)}`;
	return browser.submit(at, { kompetence: goal(number), sag: 'Stuegang', dato: day(), set_af: `${element}-${person(observer)}`,
		svar: 'send', ...marks(code, 'undefined'), ...fields }, { from: `${at}?kompetence=${goal(number)}` });
}

// --- cards ----------------------------------------------------------------------------------

test('a card is sent to who observed it, who writes beside the doctor, and it counts', async () => {
	const doctor = await login(email, 'UL'), before = have(id, '6', 'mini-CEX');
	const page = await send(doctor, 'K4', '6', { ...marks('K4', '3'), ord: 'Jeg talte for meget.' });
	assert.match(page.text, /sendt til vurdering/, page.brief);
	const sheet = newest(id);
	assert.equal(state(sheet), 'SENT');
	assert.equal(have(id, '6', 'mini-CEX'), before, 'what is not approved does not count');
	const other = await login(observer, 'VEJLEDER');
	let answer = await other.get(`/vejleder/kort/${sheet}`);
	assert.match(answer.text, /Lægens egen: 3/);
	assert.match(answer.text, /Jeg talte for meget/);
	answer = await other.submit(`/vejleder/kort/${sheet}`, { svar: 'godkend', ord: 'Bedre end sidst', m1: '4' });
	assert.equal(answer.status, 422, 'not every sub-goal is rated');
	assert.match(answer.text, /Bedre end sidst/, 'what was typed stays');
	answer = await other.submit(`/vejleder/kort/${sheet}`, { ...marks('K4', '4'), svar: 'godkend', ord: 'Bedre end sidst' });
	assert.match(answer.text, /Kortet er godkendt/, answer.brief);
	assert.equal(have(id, '6', 'mini-CEX'), before + 1);
	const seen = await doctor.get(`/logbog/kort/${sheet}`);
	assert.match(seen.text, /Bedre end sidst/);
	assert.equal(count(`chain_link WHERE kind = 'CARD' AND row_id IN (SELECT id FROM card WHERE sheet = ${sheet})`), 2);
	assert.equal(count(`notice WHERE person = ${id} AND kind = 'CARD_ANSWERED' AND link = '/logbog/kort/${sheet}'`), 1);
});

test('a double click on a new card makes one', async () => {
	const doctor = await login(email, 'UL'), at = `/logbog/kort/ny/${template('K4')}`;
	const page = await doctor.get(`${at}?kompetence=${goal('6')}`), form = page.form(at);
	const fields = [...form.fields.filter(([n]) => !['sag', 'dato', 'kompetence', 'set_af'].includes(n)), ['kompetence', goal('6')], ['sag', 'To klik'],
		['dato', day()], ['set_af', `${element}-${person(observer)}`], ['svar', 'gem']];
	const [a, b] = await Promise.all([doctor.copy().post(at, fields), doctor.copy().post(at, fields)]);
	assert.deepEqual([a.status, b.status], [303, 303]);
	assert.equal(count(`card WHERE topic = 'To klik'`), 1);
	assert.equal(count(`card_sheet s WHERE s.doctor = ${id} AND s.id = ${newest(id)}`), 1);
	assert.equal(a.location, b.location);
});

test('a draft is seen by the doctor alone; taken back, it can be written on again', async () => {
	const doctor = await login(email, 'UL'), other = await login(observer, 'VEJLEDER');
	const page = await send(doctor, 'K4', '6', { svar: 'gem', sag: 'Kladde til mig selv' });
	assert.match(page.text, /gemt som kladde/);
	const sheet = newest(id);
	assert.equal((await other.get(`/vejleder/kort/${sheet}`)).status, 404);
	await doctor.submit(`/logbog/kort/${sheet}/skriv`, { svar: 'send', set_af: `${element}-${person(observer)}` }, { from: `/logbog/kort/${sheet}/skriv` });
	assert.equal(state(sheet), 'SENT');
	await doctor.submit(`/logbog/kort/${sheet}/fortryd`, {}, { from: `/logbog/kort/${sheet}` });
	assert.equal(state(sheet), 'WITHDRAWN');
	assert.equal((await other.get(`/vejleder/kort/${sheet}`)).status, 404);
});

test('bad values are answered at the field: day (R-KOM-11), topic, observer, a CPR number', async () => {
	const doctor = await login(email, 'UL'), n = count(`card_sheet WHERE doctor = ${id}`);
	for (const [fields, said] of [[{ dato: day(1) }, /kan ikke ligge efter i dag/], [{ dato: '01.01.1999' }, /kan ikke ligge før uddannelsesforløbet/],
		[{ sag: '' }, /Skriv, hvad det handlede om/], [{ set_af: 'undefined' }, /Vælg, hvem der så det/], [{ kompetence: goal('3') }, /Vælg den kompetence/],
		[{ sag: 'Patient 010190-1234' }, /ligner et CPR-nummer/], [{ set_af: `${element}-0` }, /Skriv navnet/], [{ set_af: `${element}-${id}` }, /kunne ikke gemmes/]]) {
		const page = await send(doctor, 'K4', '6', { ord: 'mine ord', ...fields });
		assert.ok([409, 422].includes(page.status), page.brief);
		assert.match(page.text, said);
	}
	assert.equal(count(`card_sheet WHERE doctor = ${id}`), n);
});

test('who was seen by an outsider is confirmed by the UAO, not by any supervisor', async () => {
	const doctor = await login(email, 'UL');
	await send(doctor, 'K4', '6', { set_af: `${element}-0`, navn: 'Jens Bak', titel: 'Fysioterapeut', sag: 'Set af en anden' });
	const sheet = newest(id), chief = await login(head, 'UAO');
	assert.equal(state(sheet), 'SENT');
	const page = await chief.get(`/vejleder/kort/${sheet}`);
	assert.match(page.text, /Jens Bak, Fysioterapeut \(uden adgang til logbogen/);
	const returned = await chief.submit(`/vejleder/kort/${sheet}`, { svar: 'returner', ord: '' });
	assert.equal(returned.status, 422, 'a reason is needed');
	assert.equal((await chief.post(`/vejleder/kort/${sheet}`, { formular: await chief.token(), svar: 'returner', ord: 'Tag en til.', set: 99 })).status, 409, 'another step than the one shown');
	await chief.get(`/vejleder/kort/${sheet}`);
	await chief.submit(`/vejleder/kort/${sheet}`, { svar: 'returner', ord: 'Tag en til.' });
	assert.equal(state(sheet), 'RETURNED');
	/* with another named, only that person and those above answer */
	await send(doctor, 'K4', '6', { set_af: `${element}-${person(head)}`, sag: 'Set af UAO' });
	const named = newest(id), other = await login(observer, 'VEJLEDER');
	const shown = await other.get(`/vejleder/kort/${named}`);
	assert.equal(shown.form(`/vejleder/kort/${named}`), undefined, 'no form for others');
	const refused = await other.post(`/vejleder/kort/${named}`, { formular: await other.token(), ...marks('K4', '4'), svar: 'godkend' });
	assert.equal(refused.status, 403);
	assert.equal(state(named), 'SENT');
});

test('a supervisor begins a card and approves it at once; not with something to be bettered', async () => {
	const other = await login(observer, 'VEJLEDER'), at = `/vejleder/laeger/${id}/kort/ny/${template('K2')}`;
	const wrong = await other.submit(at, { ...marks('K2', 'G'), m1: 'S', kompetence: goal('4'), sag: 'Vagt', dato: day() }, { from: at });
	assert.equal(wrong.status, 422);
	const before = have(id, '4', 'Kvalifikationskort');
	const page = await other.submit(at, { ...marks('K2', 'G'), kompetence: goal('4'), sag: 'Vagt', dato: day() }, { from: at });
	assert.match(page.text, /Kortet er godkendt/, page.brief);
	assert.equal(have(id, '4', 'Kvalifikationskort'), before + 1);
	assert.equal(one(`SELECT status FROM card WHERE sheet = ${newest(id)}`), 'APPROVED');
});

test('what stands on a card cannot be changed unseen', () => {
	const verify = () => spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' });
	const [[row, marks]] = sql(`SELECT MAX(id), MAX(marks) FROM card WHERE status = 'APPROVED' AND doctor = ${id} AND marks = '44444'`);
	const [, kept] = /(CREATE OR REPLACE TRIGGER card_stays[^/]*?)\n\/\//s.exec(fs.readFileSync(path.join(root, 'schema/rules/card.sql'), 'utf8'));
	assert.throws(() => sql(`UPDATE card SET marks = '55555' WHERE id = ${row}`), /only ever added/);
	sql(`DROP TRIGGER card_stays; UPDATE card SET marks = '55555' WHERE id = ${row}`);
	const found = verify();
	sql(`UPDATE card SET marks = '${marks}' WHERE id = ${row}; ${kept}`);
	assert.match(found.stdout, new RegExp(`card ${row}\\): the row was altered`));
	assert.equal(found.status, 1, found.stdout + found.stderr);
});

// --- and the goal ---------------------------------------------------------------------------

const ask = async (browser, number) => {
	const at = `/logbog/kompetencer/${goal(number)}`, page = await browser.get(at);
	if (page.form(`${at}/anmod`))
		await browser.submit(`${at}/anmod`, { element: one(`SELECT e.id FROM element e WHERE e.doctor = ${person(tutored)} AND ${today()} >= e.since AND ${today()} < e.until`) });
	return Number(one(`SELECT approval FROM approval_now WHERE doctor = ${person(tutored)} AND competency = ${goal(number)}`));
};

test('T-064 R-KOM-06 a hospital supervisor cannot approve the goal, and may approve the card', async () => {
	const other = await login(observer, 'VEJLEDER'), at = `/vejleder/laeger/${id}/kompetencer/${goal('4')}`;
	const page = await other.get(at);
	assert.match(page.text, /Kan kun godkendes af tutorlægen/);
	assert.equal(page.form(at), undefined);
	const refused = await other.post(at, { formular: await other.token(), svar: 'godkend' });
	assert.equal(refused.status, 403, refused.brief);
	assert.equal(approval(id, '4'), undefined);
});

test('T-062 T-063 a goal is not approved before its cards and numbers are there: 2/3 is said', async () => {
	const doctor = await login(tutored, 'UL'), other = await login(tutor, 'TUTOR'), who = person(tutored);
	const request = await ask(doctor, '9');
	const at = `/logbog/kompetencer/${goal('9')}`;
	for (const n of [1]) {
		const page = await doctor.submit(`${at}/antal`, { antal: n, dato: day(), metode: '1' }, { from: at });
		assert.match(page.text, /skrevet op/, page.brief);
	}
	const page = await other.get(`/vejleder/anmodninger/${request}`);
	assert.match(page.text, /EBM-opgave 1\/2/);
	assert.doesNotMatch(page.html, /value="godkend"/);
	const refused = await other.submit(`/vejleder/anmodninger/${request}`, { svar: 'godkend' });
	assert.equal(refused.status, 422);
	assert.match(refused.text, /Kan ikke godkendes endnu. Mangler: EBM-opgave 1\/2/);
	const many = await other.post('/vejleder/anmodninger', { formular: await other.token(), a: request });
	assert.equal(many.status, 303);
	assert.equal(approval(who, '9'), 'REQUESTED', 'nor with several at once');
	assert.throws(() => sql(`INSERT INTO approval (doctor, competency, step, status, kind, given_by, by_name, as_role, place, at)
		VALUES (${who}, ${goal('9')}, 2, 'APPROVED', 'ORDINARY', ${person(tutor)}, 'x', 'TUTOR', 'x', UTC_TIMESTAMP())`), /what it needs is not there/);
	await doctor.submit(`${at}/antal`, { antal: 1, dato: day(), metode: '1', bemaerkning: 'Den anden' }, { from: at });
	const done = await other.submit(`/vejleder/anmodninger/${request}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${request}` });
	assert.match(done.text, /godkendt/, done.brief);
	assert.equal(approval(who, '9'), 'APPROVED');
});

test('R-KOM-01 what was written down is taken out, never after the goal was approved', async () => {
	const doctor = await login(tutored, 'UL'), who = person(tutored);
	const [[kept]] = sql(`SELECT MIN(id) FROM card_entry WHERE doctor = ${who} AND competency = ${goal('9')}`);
	const refused = await doctor.post(`/logbog/antal/${kept}/slet`, { formular: await doctor.token() });
	assert.equal(refused.status, 409);
	const at = `/logbog/kompetencer/${goal('2')}`, before = have(who, '2', 'Erfaringsregistrering');
	for (const fields of [{ antal: 0 }, { antal: 501 }, { antal: 1, dato: day(1) }, { antal: 1, metode: '9' }]) {
		const page = await doctor.submit(`${at}/antal`, { dato: day(), metode: '1', bemaerkning: 'bliver stående', ...fields }, { from: at });
		assert.equal(page.status, 422, page.brief);
		assert.match(page.text, /bliver stående/);
	}
	await doctor.submit(`${at}/antal`, { antal: 3, dato: day(), metode: '1' }, { from: at });
	assert.equal(have(who, '2', 'Erfaringsregistrering'), before + 3);
	const mine = one(`SELECT MAX(id) FROM card_entry WHERE doctor = ${who} AND competency = ${goal('2')}`);
	await doctor.submit(`/logbog/antal/${mine}/slet`, {}, { from: at });
	assert.equal(have(who, '2', 'Erfaringsregistrering'), before);
	const stranger = await login(email, 'UL');
	assert.equal((await stranger.post(`/logbog/antal/${mine}/slet`, { formular: await stranger.token() })).status, 404);
});

test('R-KOM-07 a merit note stands in place of the qualification card', async () => {
	const office = one(`SELECT p.email FROM user_role h JOIN person p ON p.id = h.person JOIN training_course c ON c.region = h.region
		WHERE h.role = 'VUS' AND c.doctor = ${person(tutored)} AND h.person <> c.doctor ORDER BY (SELECT COUNT(*) FROM user_role o WHERE o.person = p.id) LIMIT 1`);
	const vus = await login(office, 'VUS'), give = `/sekretariat/godkend-merit/${person(tutored)}`;
	await vus.submit(give, { notat: '12 måneder i pædiatri' }, { from: give });
	const merit = one(`SELECT MAX(id) FROM merit WHERE doctor = ${person(tutored)}`);
	assert.ok(merit, 'merit was given');
	const other = await login(tutor, 'TUTOR'), at = `/vejleder/laeger/${person(tutored)}/kompetencer/${goal('3')}`;
	let page = await other.submit(at, { svar: 'godkend' }, { from: at });
	assert.equal(page.status, 422, page.brief);
	assert.match(page.text, /Kvalifikationskort 0\/1/);
	page = await other.submit(at, { svar: 'godkend', merit }, { from: at });
	assert.match(page.text, /Kompetencen er godkendt/, page.brief);
	assert.match(page.text, /merit i stedet/);
	assert.equal(approval(person(tutored), '3'), 'APPROVED');
});

// --- states ---------------------------------------------------------------------------------

test('6.4 a part is approved with words on what remains, then it is asked for again', async () => {
	const other = await login(tutor, 'TUTOR'), doctor = await login(tutored, 'UL'), who = person(tutored);
	const at = `/vejleder/laeger/${who}/kompetencer/${goal('10')}`;
	let page = await other.submit(at, { svar: 'delvis', grund: '' }, { from: at });
	assert.equal(page.status, 422);
	page = await other.submit(at, { svar: 'delvis', grund: 'Sig fra noget før.' }, { from: at });
	assert.equal(approval(who, '10'), 'PARTLY', page.brief);
	page = await doctor.get(`/logbog/kompetencer/${goal('10')}`);
	assert.match(page.text, /Delvis godkendt/);
	assert.match(page.text, /Sig fra noget før/);
	const printed = JSON.stringify((await doctor.get('/udskrift/kompetencer.json')).json);
	assert.match(printed, /"nummer":"10"[^}]*"status":"Delvis godkendt"/);
	assert.doesNotMatch(printed, /Sig fra noget/, 'R-KOM-16');
	await ask(doctor, '10');
	assert.equal(approval(who, '10'), 'REQUESTED');
});

test('R-KOM-13 a request is put right while nobody has answered; the old address leads to it', async () => {
	const doctor = await login(tutored, 'UL'), other = await login(tutor, 'TUTOR'), who = person(tutored);
	const old = await ask(doctor, '10'), at = `/logbog/kompetencer/${goal('10')}`, n = count(`approval WHERE doctor = ${who} AND competency = ${goal('10')}`);
	const page = await doctor.get(at), form = page.form(`${at}/ret`);
	const fields = [...form.fields.filter(([name]) => name !== 'words'), ['words', 'Rettede ord']];
	assert.equal((await doctor.post(`${at}/ret`, fields)).status, 303);
	assert.equal((await doctor.post(`${at}/ret`, fields)).status, 303, 'a double click');
	assert.equal(count(`approval WHERE doctor = ${who} AND competency = ${goal('10')}`), n + 1);
	const led = await other.get(`/vejleder/anmodninger/${old}`);
	assert.match(led.text, /Rettede ord/);
	assert.doesNotMatch(led.text, /er besvaret/);
	const stale = await other.post(`/vejleder/anmodninger/${old}`, { formular: await other.token(), svar: 'godkend' });
	assert.equal(stale.status, 409, 'what was changed is not approved unseen');
	assert.equal(approval(who, '10'), 'REQUESTED');
});

test('R-NUL-05 what was reset is struck through, with who and why, and may be asked for again', async () => {
	const who = person(tutored), [[row]] = sql(`SELECT approval FROM approval_now WHERE doctor = ${who} AND competency = ${goal('9')} AND status = 'APPROVED'`);
	const vus = person(somebody('VUS')), step = Number(one(`SELECT step FROM approval WHERE id = ${row}`)) + 1;
	const reset = (at) => `INSERT INTO approval (doctor, competency, step, status, kind, given_by, by_name, as_role, place, at)
		VALUES (${who}, ${goal('9')}, ${step}, 'RESET', 'ORDINARY', ${vus}, 'Hanne V', 'VUS', 'Sekretariatet', ${at})`;
	assert.throws(() => sql(reset('UTC_TIMESTAMP()')), /no reset says so/);
	const office = await login(somebody('VUS', `EXISTS (SELECT 1 FROM office_now o WHERE o.held = h.id AND o.doctor = ${who})`), 'VUS'), form = `/sekretariat/brugere/${who}/nulstil/kompetence/${row}`;
	await office.get(form);
	const struck = await office.submit(form, { anmoder: 'Afdelingen', anmodet: '01.03.2026', journal: '2026-1', grund: 'Godkendt ved en fejl', set: 1 }, { files: {} });
	assert.match(struck.text, /Godkendelsen er nulstillet/, struck.brief);
	const doctor = await login(tutored, 'UL'), page = await doctor.get(`/logbog/kompetencer/${goal('9')}`);
	assert.match(page.html, /<s>.*Godkendt/s);
	assert.match(page.text, /Nulstillet/);
	assert.match(page.text, /Godkendt ved en fejl/);
	assert.ok(page.form(`/logbog/kompetencer/${goal('9')}/anmod`), 'may be asked for again');
	const file = await doctor.get('/udskrift/kompetencer.json');
	assert.doesNotMatch(JSON.stringify(file.json), /Godkendt ved en fejl/);
	assert.match(JSON.stringify(file.json), /"nummer":"9"[^}]*"status":"Nulstillet"/);
});

test('the QR code of a request leads a supervisor who logs in to it, and to two taps', async () => {
	const doctor = await login(tutored, 'UL'), request = await ask(doctor, '10');
	const page = await doctor.get(`/logbog/kompetencer/${goal('10')}`), svg = /<svg class="qr".*?<\/svg>/s.exec(page.html)?.[0];
	assert.ok(svg, page.brief);
	const address = read_qr(svg);
	assert.equal(address, `${stack.URL}/vejleder/anmodninger/${request}`);
	const other = new Browser(), at = address.slice(stack.URL.length);
	await other.get(at);
	assert.match(other.page.at, /^\/adgang\/log-ind/);
	const landed = await log_in(other, tutor);
	assert.equal(landed.at.split('?')[0], at, landed.brief);
	const done = await other.submit(at, { svar: 'godkend' });
	assert.match(done.text, /Kompetencen er godkendt/, done.brief);
	assert.equal(approval(person(tutored), '10'), 'APPROVED');
});

test('R-KOM-08 a card follows the doctor to the next department', async () => {
	const [[sheet, place]] = sql(`SELECT n.sheet, k.place FROM card_now n JOIN card k ON k.id = n.card WHERE n.doctor = ${id}
		AND n.status = 'APPROVED' AND n.org_unit <> ${unit} ORDER BY n.sheet LIMIT 1`);
	const other = await login(observer, 'VEJLEDER'), page = await other.get(`/vejleder/laeger/${id}/kort`);
	assert.ok(page.links.includes(`/vejleder/kort/${sheet}`), page.brief);
	assert.match((await other.get(`/vejleder/kort/${sheet}`)).text, new RegExp(place));
	assert.equal(other.page.form(`/vejleder/kort/${sheet}`), undefined);
	assert.ok(count(`look WHERE doctor = ${id} AND viewer = ${person(observer)} AND page = '/vejleder/kort/{sheet}'`) > 0, 'and it is recorded');
});

// --- the list -------------------------------------------------------------------------------

test('R-UI-03 the list tells what is expected now, and its filters combine', async () => {
	const doctor = await login(email, 'UL'), list = await doctor.get('/logbog/kompetencer');
	const link = (p, label) => new RegExp('<a href="([^"]*)"[^>]*>' + label).exec(p.html)?.[1].replaceAll('&amp;', '&');
	const now = link(list, 'Dette delforløb'), later = link(list, 'Senere delforløb');
	assert.ok(now && later, list.text);
	const page = await doctor.get(now);
	assert.match(page.text, /Det syge barn/);
	assert.doesNotMatch(page.text, /Tilrettelægge en dag i praksis/);
	const both = link(page, 'Mangler');
	assert.match(both, /hvor=nu/);
	assert.match((await doctor.get(both)).text, /Det syge barn/);
});

test('R-KOM-09 doctor and department are warned of what is open before the employment ends', async () => {
	const doctor = await login(email, 'UL'), other = await login(observer, 'VEJLEDER'), until = one(`SELECT until FROM element WHERE id = ${element}`);
	const both = async () => [await doctor.get('/logbog/kompetencer'), await other.get(`/vejleder/laeger/${id}/kompetencer`)];
	try {
		sql(`UPDATE element SET until = ${today()} + INTERVAL 61 DAY WHERE id = ${element}`);
		for (const page of await both())
			assert.doesNotMatch(page.text, /Delforløbet slutter/);
		sql(`UPDATE element SET until = ${today()} + INTERVAL 60 DAY WHERE id = ${element}`);
		for (const page of await both())
			assert.match(page.text, new RegExp(`Delforløbet slutter ${day(59)} \\d+ kompetencer ?, der hører til dette delforløb, mangler`), page.brief);
	} finally {
		sql(`UPDATE element SET until = '${until}' WHERE id = ${element}`);
	}
});

test('R_KOM_08 the secretariat reads the cards of its region, without drafts, answers none, and that it looked is kept', async () => {
	const vus = await login(somebody('VUS', `EXISTS (SELECT 1 FROM reach r WHERE r.held = h.id AND r.doctor = ${id} AND ${today()} < r.until)`), 'VUS'), at = `/sekretariat/brugere/${id}/kort`;
	const sent = one(`SELECT MIN(sheet) FROM card_now WHERE doctor = ${id} AND status = 'APPROVED'`), draft = one(`SELECT MIN(sheet) FROM card_now WHERE doctor = ${id} AND status IN ('STARTED', 'WITHDRAWN')`);
	assert.ok(sent);
	const list = await vus.get(at);
	assert.ok(list.links.includes(`${at}/${sent}`), list.brief);
	assert.equal(list.links.filter((l) => l.startsWith(`${at}/`)).length, count(`card_now WHERE doctor = ${id} AND status NOT IN ('STARTED', 'WITHDRAWN')`));
	const page = await vus.get(`${at}/${sent}`);
	assert.equal(page.status, 200);
	assert.ok(!page.form(`${at}/${sent}`) && !/name="svar"/.test(page.html), 'it is for reading');
	if (draft)
		assert.equal((await vus.get(`${at}/${draft}`)).status, 404);
	const other = one(`SELECT MIN(sheet) FROM card_now WHERE doctor <> ${id}`);
	if (other)
		assert.equal((await vus.get(`${at}/${other}`)).status, 404, 'under that doctor alone');
	for (const path of [at, `${at}/${sent}`])
		assert.ok(count(`look WHERE doctor = ${id} AND page = '${path.replace(`/${id}/`, '/{doctor}/').replace(/\/\d+$/, '/{sheet}')}'`) > 0, path);
	const far = login(somebody('VUS', `NOT EXISTS (SELECT 1 FROM reach r WHERE r.held = h.id AND r.doctor = ${id} AND ${today()} < r.until)`), 'VUS');
	assert.equal((await (await far).get(at)).status, 404);
	assert.equal((await (await far).get(`${at}/${sent}`)).status, 404);
	/* From a competency the way leads there. */
	const goal = one(`SELECT COALESCE(n.competency, g.competency) FROM card_now n JOIN card_goal g ON g.template = n.template WHERE n.doctor = ${id} AND n.sheet = ${sent} LIMIT 1`);
	assert.ok((await vus.get(`/sekretariat/brugere/${id}/kompetencer/${goal}`)).links.includes(`${at}/${sent}`));
});

after(() => {
	sql(`UPDATE notice SET seen = UTC_TIMESTAMP() WHERE kind IN ('CARD_SENT', 'CARD_ANSWERED')`);
});
