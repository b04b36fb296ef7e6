// SPDX-License-Identifier: MPL-2.0
//
// Attestations of an element, end to end: asked for, refused too early, above the limit and with open
// competencies, signed as shown, brought on paper, told of when their ground moves.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, test } from 'node:test';
import fs from 'node:fs';
import path from 'node:path';
import { columns, head_seal, kinds, link_hash } from './chain.mjs';
import { department } from './department.mjs';
import { ask, clock, connection, count, file, login, one, person, quote, secret, sleep, somebody, sql, stack, today } from './lib.mjs';

const here = department('attest'), before = department('attest-old');
after(() => { here.close(); before.close(); });

const course = one(`SELECT course FROM element WHERE id = ${here.element}`);
/* Another element of the doctor, none of which is the last of the course. */
let seq = 10;
function element({ since = `${today()} - INTERVAL 6 MONTH`, until = `${today()} + INTERVAL 1 DAY`, unit = here.unit } = {}) {
	const [[id]] = sql(`INSERT INTO element (course, doctor, seq, org_unit, since, until, position_no)
		VALUES (${course}, ${here.id}, ${++seq}, ${unit}, ${since}, ${until}, 'ST-${seq}'); SELECT LAST_INSERT_ID()`);
	return Number(id);
}
const story = (id, kind) => sql(`SELECT status, basis, absence_days, absence_limit, statement, as_role, until, exception FROM attestation
	WHERE element = ${id} AND kind = '${kind}' ORDER BY step`);
const states = (id, kind) => story(id, kind).map(([status]) => status);
const told = (email, kind) => count(`notice WHERE person = ${person(email)} AND kind = '${kind}' AND about <=> ${here.id}`);
const danish = (day) => one(`SELECT DATE_FORMAT(${day}, '%d.%m.%Y')`);
const doctor = () => login(here.doctor, 'UL');
const uao = () => login(here.uao, 'UAO');
const vus = () => login(somebody('VUS', `h.region = (SELECT region FROM training_course WHERE id = ${course})
	AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.role = 'UL')`), 'VUS');
const own = '/logbog/attestationer';
const at = (id, kind = 'tid') => `/vejleder/attestationer/${id}/${kind}`;
const sign = (browser, id, kind = 'tid') => browser.submit(at(id, kind), { svar: 'attester' }, { from: at(id, kind) });
/* Sent as the form would be, where the page offers none. */
async function force(browser, id, kind = 'tid', fields = {}) {
	return browser.post(at(id, kind), { formular: await browser.token(), svar: 'attester', vist: 'x'.repeat(32), ...fields });
}
const absent = (id, days) => sql(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
	SELECT ${here.id}, e.id, t.id, e.since, e.since + INTERVAL ${days} DAY, ${here.id}, 'x', 'UL', UTC_TIMESTAMP()
	FROM element e JOIN absence_type t ON t.code = 'SYGDOM' WHERE e.id = ${id}`);

// --- time -----------------------------------------------------------------------------------

test('R_ATT_01_R_ATT_06 the doctor asks, the department signs what it is shown, and it stays as signed', async () => {
	const id = element(), asks = await doctor(), signs = await uao();
	let page = await asks.submit(`${own}/${id}/anmod`, {}, { from: await asks.get(own) });
	assert.match(page.text, /Du har anmodet om attestation/, page.brief);
	assert.equal(told(here.uao, 'ATTEST_ASKED'), 1);
	page = await signs.get('/vejleder/attestationer');
	assert.ok(page.html.includes(at(id)), page.brief);

	page = await signs.get(at(id));
	assert.match(page.text, /Fraværet er 0 dage og inden for grænsen på 18 dage/, page.text.slice(0, 1500));
	assert.match(page.text, new RegExp(`stillingsnummer ST-${seq}`));
	const shown = page;
	page = await sign(signs, id);
	assert.match(page.text, /Attestationen er givet/, page.brief);
	assert.deepEqual(states(id, 'TIME'), ['REQUESTED', 'APPROVED']);
	assert.equal(count(`chain_link WHERE kind = 'ATTESTATION' AND row_id IN (SELECT id FROM attestation WHERE element = ${id})`), 2);
	assert.equal(count(`look WHERE doctor = ${here.id} AND viewer = ${person(here.uao)} AND page LIKE '/vejleder/attestationer/%'`) > 0, true);

	/* A double click leads to the first. */
	const again = await signs.post(at(id), shown.form(at(id)).fields.concat([['svar', 'attester']]));
	assert.equal(again.status, 303, again.brief);
	assert.equal(states(id, 'TIME').length, 2);
	page = await asks.get(own);
	assert.match(page.text, new RegExp(`Attesteret [0-9.]+ af uao i ${here.uao.slice(4).split('@')[0]}, UAO|Attesteret`), page.brief);
	assert.equal(count(`notice WHERE person = ${here.id} AND kind = 'ATTEST_GIVEN'`) >= 1, true);

	/* The department finds it again, with its print. */
	const mine = await signs.get(`/vejleder/laeger/${here.id}/attestationer`);
	assert.ok(mine.html.includes(`/udskrift/${here.id}/attestation/${one(`SELECT attestation FROM attestation_now WHERE element = ${id} AND kind = 'TIME'`)}.pdf`), mine.brief);
	assert.equal((await (await login(before.uao, 'UAO')).get(`/vejleder/laeger/${here.id}/attestationer`)).status, 404);

	/* What was signed says what the element was. */
	const was = story(id, 'TIME')[1];
	sql(`UPDATE element SET fraction = 80, position_no = 'NY' WHERE id = ${id}`);
	assert.deepEqual(story(id, 'TIME')[1], was);
	const json = JSON.parse((await asks.get('/udskrift/attestationer.json')).html);
	assert.ok(JSON.stringify(json).includes(`ST-${seq}`));
});

test('T_041_R_ATT_09 the day before the last month is refused with the first day, the first day is not', async () => {
	const id = element({ until: `${today()} + INTERVAL 1 DAY + INTERVAL 1 MONTH` }), signs = await uao(), asks = await doctor();
	const first = one(`SELECT DATE_FORMAT(until - INTERVAL 1 MONTH, '%d.%m.%Y') FROM element WHERE id = ${id}`);
	let page = await signs.get(at(id));
	assert.match(page.text, new RegExp(`Kan tidligst attesteres ${first}`), page.brief);
	assert.equal(page.form(at(id)), undefined);
	page = await force(signs, id);
	assert.equal(page.status, 422, page.brief);
	assert.match(page.text, new RegExp(`Kan tidligst attesteres ${first}`));
	page = await asks.post(`${own}/${id}/anmod`, { formular: await asks.token(), slags: 'tid' });
	assert.equal(page.status, 409);
	assert.deepEqual(states(id, 'TIME'), []);

	sql(`UPDATE element SET until = ${today()} + INTERVAL 1 MONTH WHERE id = ${id}`);
	page = await sign(signs, id);
	assert.match(page.text, /Attestationen er givet/, page.brief);
	assert.deepEqual(states(id, 'TIME'), ['APPROVED']);
});

test('T_042_R_ATT_10 absence above the limit: refused, excepted by the secretariat alone, and only so far', async () => {
	const id = element(), signs = await uao(), office = await vus();
	absent(id, 19);
	let page = await signs.get(at(id));
	assert.match(page.text, /Fraværet er 19 dage og over grænsen på 18/, page.brief);
	assert.equal(page.form(at(id)), undefined);
	page = await force(signs, id);
	assert.equal(page.status, 422);
	assert.deepEqual(states(id, 'TIME'), []);

	const except = `/sekretariat/attestationer/${id}/undtagelse`;
	page = await office.get(`/sekretariat/brugere/${here.id}/attestationer`);
	assert.ok(page.html.includes(except), page.brief);
	page = await office.submit(except, { grund: ' ' }, { from: except, stay: true });
	assert.equal(page.status, 422);
	assert.match(page.text, /Skriv en begrundelse/);
	const form = (await office.get(except)).form(except);
	page = await office.submit(except, { grund: 'Aftalt med PKL: en dag over.' }, { from: except });
	assert.match(page.text, /Undtagelsen er givet/, page.brief);
	const twice = await office.post(except, form.fields.filter(([n]) => n !== 'grund').concat([['grund', 'igen']]));
	assert.equal(twice.status, 303, 'a double click');
	assert.deepEqual(states(id, 'TIME'), ['EXCEPTION']);
	assert.equal(told(here.uao, 'ATTEST_EXCEPTION'), 1);

	absent(id, 25);
	assert.equal((await force(signs, id)).status, 422, 'more absence than was excepted');
	sql(`UPDATE absence SET cancelled = UTC_TIMESTAMP(), cancelled_by = given_by WHERE element = ${id} AND cancelled IS NULL AND until = since + INTERVAL 25 DAY`);
	page = await sign(signs, id);
	assert.match(page.text, /Attestationen er givet/, page.brief);
	const [, [, , days, limit, statement, , , exception]] = story(id, 'TIME');
	assert.deepEqual([Number(days), Number(limit)], [19, 18]);
	assert.match(statement, /Undtagelse givet af videreuddannelsessekretariatet/);
	assert.ok(exception);
	assert.equal((await office.get(except)).status, 409, 'nothing to except any more');
});

test('R_ATT_10 a supplementary agreement that makes all of it up lets it be signed, and stands in what is signed', async () => {
	const id = element({ since: `${today()} - INTERVAL 8 MONTH` }), signs = await uao();
	absent(id, 35);
	assert.equal((await force(signs, id)).status, 422);
	sql(`INSERT INTO agreement (course, kind, number, published, at) VALUES (${course}, 'TILLAEGSAFTALE', 'T-${id}', ${today()}, UTC_TIMESTAMP());
		INSERT INTO element_change (element, doctor, agreement, what, before_org_unit, before_since, before_until, before_fraction, after_org_unit, after_since, after_until, after_fraction, at)
		SELECT id, doctor, LAST_INSERT_ID(), 'CHANGED', org_unit, since, until - INTERVAL 2 MONTH, 100, org_unit, since, until, 100, UTC_TIMESTAMP() FROM element WHERE id = ${id}`);
	const page = await sign(signs, id);
	assert.match(page.text, /Attestationen er givet/, page.brief);
	assert.match(story(id, 'TIME')[0][4], new RegExp(`Det er indhentet: tillægsaftale T-${id} af`));
});

test('what was shown is what is signed: a page that is no longer so is shown anew', async () => {
	const id = element(), signs = await uao();
	const shown = (await signs.get(at(id))).form(at(id));
	absent(id, 3);
	const page = await signs.post(at(id), shown.fields.concat([['svar', 'attester']]));
	assert.equal(page.status, 409, page.brief);
	assert.match(page.text, /Oplysningerne er ændret.*Fraværet er 3 dage/);
	assert.deepEqual(states(id, 'TIME'), []);
});

test('R_ATT_01 sent back with a reason, taken back, asked again', async () => {
	const id = element(), asks = await doctor(), signs = await uao();
	const send = async (what, word) => asks.post(`${own}/${id}/${what}`, { formular: await asks.token(), slags: word });
	assert.equal((await send('anmod', 'tid')).status, 303);
	assert.equal((await send('anmod', 'tid')).status, 303, 'a double click');
	assert.equal((await send('fortryd', 'tid')).status, 303);
	assert.equal((await send('fortryd', 'tid')).status, 303, 'a double click');
	assert.equal((await send('anmod', 'andet')).status, 422);
	assert.equal((await send('anmod', 'tid')).status, 303);
	assert.equal((await asks.post(`${own}/${here.element + 100000}/anmod`, { formular: await asks.token(), slags: 'tid' })).status, 404);
	let page = await signs.submit(at(id), { svar: 'returner', grund: '' }, { from: at(id), stay: true });
	assert.equal(page.status, 422);
	assert.match(page.text, /Skriv, hvad der mangler/);
	page = await signs.submit(at(id), { svar: 'returner', grund: 'Fraværet i uge 12 mangler.' }, { from: at(id) });
	assert.match(page.text, /sendt tilbage/);
	page = await asks.get(own);
	assert.match(page.text, /Returneret.*Fraværet i uge 12 mangler/, page.brief);
	assert.deepEqual(states(id, 'TIME'), ['REQUESTED', 'WITHDRAWN', 'REQUESTED', 'RETURNED']);
	assert.equal((await force(signs, id, 'tid', { svar: 'returner', grund: 'x' })).status, 303, 'a double click');
	assert.equal(states(id, 'TIME').length, 4);
});

test('R_ATT_11 there is no latest day: years after, the department still signs that element, and sees no more', async () => {
	const id = element({ since: `${today()} - INTERVAL 40 MONTH`, until: `${today()} - INTERVAL 34 MONTH`, unit: before.unit });
	const signs = await login(before.uao, 'UAO');
	assert.equal((await signs.get(`/vejleder/laeger/${here.id}/kompetencer`)).status, 404);
	const page = await sign(signs, id);
	assert.match(page.text, /Attestationen er givet/, page.brief);
	assert.equal((await (await uao()).get(at(id))).status, 404, 'another department');
});

// --- who ------------------------------------------------------------------------------------

test('T_061_R_ROL_06 a supervisor and a main supervisor attest nothing, by permission, statement and trigger', async () => {
	const id = element();
	for (const [email, role] of [[here.approver, 'VEJLEDER'], [here.main, 'HOVEDVEJLEDER']]) {
		const browser = await login(email, role);
		for (const kind of ['tid', 'maal']) {
			assert.equal((await browser.get(at(id, kind))).status, 403);
			assert.equal((await force(browser, id, kind)).status, 403);
		}
		assert.equal((await browser.get('/vejleder/verificering')).status, 403);
	}
	const insert = (role, by, account) => `INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, doctor_name, stage, course_number,
		position_no, unit_place, unit_code, since, until, fraction, absence_days, absence_limit, statement, given_by, by_name, as_role, place, at)
		SELECT doctor, id, 'TIME', 1, 'APPROVED', 'ORDINARY', org_unit, 'x', 'HU', 'x', 'x', 'x', 'x', since, until, fraction, 0, 18, 'x', ${by}, 'x', '${role}', 'x', UTC_TIMESTAMP()
		FROM element WHERE id = ${id}`;
	assert.throws(() => sql(insert('VEJLEDER', person(here.approver))), /by UAO or tutor alone/);
	assert.throws(() => sql(insert('UAO', here.id)), /nobody attests their own|attestation_by_whom/);
	/* With the account of UAO and tutor, in the name of somebody who holds no such role here. */
	assert.throws(() => execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-approve', stack.DATABASE,
		'-e', insert('UAO', person(before.uao))], { stdio: ['ignore', 'pipe', 'pipe'] }), /not for this account to add/);
	assert.deepEqual(states(id, 'TIME'), []);
	assert.throws(() => sql(`UPDATE attestation SET absence_days = 1 LIMIT 1`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM attestation LIMIT 1`), /only ever added/);
});

// --- goals ----------------------------------------------------------------------------------

/* Why a goal is due in an element, from the tables alone; what makes the view quick is held against it. */
function why_due() {
	const elements = sql(`SELECT e.id, e.doctor, e.course, e.seq, CONCAT_WS(' ', c.doctor, c.stage, c.specialty, IF(c.cancelled IS NULL, '', c.id)) AS training
		FROM element e JOIN training_course c ON c.id = e.course WHERE e.cancelled IS NULL ORDER BY e.until DESC, e.id DESC`);
	const goals = sql(`SELECT k.course, c.id, c.placement FROM course_curriculum k JOIN competency c ON c.curriculum = k.curriculum WHERE k.left_on IS NULL`);
	const latest = new Map(sql('SELECT doctor, competency, element, status FROM approval ORDER BY step').map(([doctor, goal, ...step]) => [`${doctor} ${goal}`, step]));
	const out = new Map();
	for (const [id, doctor, course, seq, training] of elements)
		for (const [, goal, placement] of goals.filter(([of]) => of === course)) {
			const named = /(?:^|\D)(\d+)[.] *(?:delforløb|ansættelse)\D*$/.exec(placement)?.[1];
			const [here, status] = latest.get(`${doctor} ${goal}`) ?? [];
			const why = [named === seq && 'placed', here === id && status !== 'WITHDRAWN' && 'here', elements.find((e) => e[4] === training)[0] === id && 'last'].filter(Boolean);
			if (why.length > 0)
				out.set(`${id} ${goal}`, why.join(' '));
		}
	return out;
}

test('R_ATT_22 due are the goals placed in an element, those asked for there, and in the last element all', () => {
	const due = why_due();
	assert.deepEqual(sql('SELECT element, competency FROM goal_due').map((row) => row.join(' ')).sort(), [...due.keys()].sort());
	for (const reason of ['placed', 'here', 'last'])
		assert.ok([...due.values()].includes(reason), `some are due for this alone: ${reason}`);
	assert.equal(count(`approval_now n JOIN approval a ON a.id = n.approval JOIN competency c ON c.id = n.competency
		WHERE NOT (n.element <=> a.element) OR n.curriculum <> c.curriculum`), 0);
});

test('R_ATT_22 of a placement the element that it names last counts, and none where it names none by number', () => {
	const due_in = (placement) => one(`CREATE TEMPORARY TABLE placed LIKE competency;
		INSERT INTO placed (curriculum, position, number, heading, title, clarification, strategy, methods, minimum, assess_when, placement)
		VALUES (1, 1, '1', '', '', '', '', '', '', '', '${placement}'); SELECT due_in FROM placed`);
	for (const [placement, element] of [['1. delforløb', '1'], ['1. og 2. ansættelse', '2'], ['1., 2. og 12. delforløb (afdeling)', '12'], ['2.delforløb', '2'],
		['', null], ['hele ansættelsen', null], ['1. halvår', null], ['1. delforløb, 2. halvår', null], ['9999. delforløb', null]])
		assert.equal(due_in(placement), element, placement);
});

test('T_065_R_ATT_20_R_ATT_22 goals with one open competency are refused and it is listed; then they are signed', async () => {
	const id = element(), asks = await doctor(), signs = await uao();
	let page = await signs.get(at(id, 'maal'));
	assert.match(page.text, /Ingen kompetencer hører til ansættelsen endnu/, page.brief);
	assert.equal((await force(signs, id, 'maal')).status, 422);
	const [first, second] = here.goals, book = { ...here, element: id };
	for (const goal of [first, second]) {
		const request = await ask(asks, book, goal);
		if (goal === first)
			await signs.submit(`/vejleder/anmodninger/${request}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${request}` });
	}
	page = await force(signs, id, 'maal');
	assert.equal(page.status, 422, page.brief);
	assert.match(page.text, /1 af 2 kompetencer, der hører til ansættelsen, mangler at blive godkendt/);
	assert.ok(page.text.includes(`${second.number} ${second.title}`), 'it is listed');
	assert.deepEqual(states(id, 'GOALS'), []);
	assert.throws(() => sql(`INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, doctor_name, stage, course_number,
		position_no, unit_place, unit_code, since, until, fraction, goals, statement, given_by, by_name, as_role, place, at)
		SELECT doctor, id, 'GOALS', 1, 'APPROVED', 'ORDINARY', org_unit, 'x', 'HU', 'x', 'x', 'x', 'x', since, until, fraction, '1', 'x', ${person(here.uao)}, 'x', 'UAO', 'x', UTC_TIMESTAMP()
		FROM element WHERE id = ${id}`), /a competency due in the element is not approved/);

	const request = one(`SELECT approval FROM approval_now WHERE doctor = ${here.id} AND competency = ${second.id}`);
	await signs.submit(`/vejleder/anmodninger/${request}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${request}` });
	page = await sign(signs, id, 'maal');
	assert.match(page.text, /Attestationen er givet/, page.brief);
	assert.equal(one(`SELECT goals FROM attestation WHERE element = ${id} AND kind = 'GOALS'`).split(',').length, 2);
	assert.match(story(id, 'GOALS')[0][4], /Alle 2 kompetencer/);
	const print = one(`SELECT id FROM attestation WHERE element = ${id} AND kind = 'GOALS'`);
	page = await asks.request('GET', `/udskrift/attestation/${print}.pdf`);
	assert.equal(page.status, 200);
	assert.match(page.headers['content-type'], /application\/pdf/);
	assert.equal((await signs.get(`/udskrift/${here.id}/attestation/${print}.pdf`)).status, 200);
	assert.equal((await (await login(before.uao, 'UAO')).get(`/udskrift/${here.id}/attestation/${print}.pdf`)).status, 404);
	assert.equal((await (await login(somebody('UL', `p.id <> ${here.id}`), 'UL')).get(`/udskrift/attestation/${print}.pdf`)).status, 404);
});

// --- paper ----------------------------------------------------------------------------------

test('T_044_R_ATT_04_R_ATT_08 an original on paper is verified by the present UAO beside its scan, not by the old one', async () => {
	const id = element({ since: `${today()} - INTERVAL 20 MONTH`, until: `${today()} - INTERVAL 14 MONTH`, unit: before.unit });
	const asks = await doctor(), form = `${own}/${id}/papir`;
	const day = danish(`${today()} - INTERVAL 14 MONTH - INTERVAL 3 DAY`), early = danish(`${today()} - INTERVAL 17 MONTH`);
	const fields = { underskriver: 'Ole Gammel', titel: 'Overlæge', dato: day, fravaer: '19', forlaenget: '' };
	sql(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
		SELECT e.doctor, e.id, (SELECT id FROM absence_type WHERE code = 'SYGDOM'), e.since + INTERVAL 10 DAY, e.since + INTERVAL 14 DAY, p.id, p.name, 'UL', UTC_TIMESTAMP()
		  FROM element e JOIN person p ON p.id = e.doctor WHERE e.id = ${id}`);
	assert.match((await asks.get(form)).text, /Fravær i logbogen 4 dage, der tæller/);
	let page = await asks.submit(form, { ...fields, dato: early }, { from: form, files: { attestation: file('letter.png') }, stay: true });
	assert.equal(page.status, 422, page.brief);
	assert.match(page.text, /må tidligst være underskrevet.*Fraværet er over grænsen/s);
	assert.match(page.html, /Ole Gammel/);
	assert.match(page.text, /Vedhæftet: letter\.png/, 'the file need not be chosen again');
	page = await asks.submit(form, { ...fields, forlaenget: 'Forlænget en måned, aftale 4' }, { from: page });
	assert.match(page.text, /Papirattestationen er sendt/, page.brief);
	assert.deepEqual(story(id, 'TIME').map(([s, b]) => [s, b]), [['REQUESTED', 'PAPER_VERIFIED']]);
	assert.equal(told(here.uao, 'PAPER_ASKED'), 1);
	assert.equal(told(before.uao, 'PAPER_ASKED'), 0);
	assert.equal((await asks.get(form)).status, 409, 'not twice');

	const original = one(`SELECT attestation FROM attestation_now WHERE element = ${id} AND kind = 'TIME'`), verify = `/vejleder/verificering/${original}`;
	const old = await login(before.uao, 'UAO'), present = await uao();
	assert.ok(!(await old.get('/vejleder/verificering')).html.includes(verify));
	for (const where of [verify, `${verify}/fil`])
		assert.equal((await old.get(where)).status, 404, 'the old department');
	assert.equal((await old.post(verify, { formular: await old.token(), svar: 'verificer' })).status, 404);
	/* The old department does not sign over it either. */
	assert.equal((await force(old, id)).status, 409);

	page = await present.get('/vejleder/verificering');
	assert.ok(page.html.includes(verify), page.brief);
	page = await present.get(verify);
	assert.match(page.text, /Underskrevet.*af Ole Gammel, Overlæge/, page.brief);
	assert.ok(page.html.includes(`<img class="scan" src="${verify}/fil"`), 'beside its scan');
	assert.ok(!page.headers['content-security-policy'].includes('frame-src'), 'a picture needs no frame');
	assert.match((await present.request('GET', `${verify}/fil`)).headers['content-type'], /image\/png/);
	page = await present.submit(verify, { svar: 'returner' }, { from: verify, stay: true });
	assert.equal(page.status, 422);
	/* The paper says 19 days, the logbook 4: whoever verifies says that it was seen, and of which number. */
	page = await present.get(verify);
	assert.match(page.text, /Fravær på papiret 19 dage.*Fravær i logbogen 4 dage, der tæller – et andet tal/s);
	page = await present.submit(verify, { svar: 'verificer' }, { from: verify, stay: true });
	assert.deepEqual([page.status, page.faults.length], [422, 1], page.brief);
	assert.match(page.faults[0], /Sæt kryds.*forskellen/);
	assert.equal((await present.submit(verify, { svar: 'verificer', forskel: '5' }, { from: verify, stay: true })).status, 422, 'a tick for another number');
	const shown = (await present.get(verify)).form(verify);
	page = await present.submit(verify, { svar: 'verificer', forskel: '4' }, { from: verify });
	assert.match(page.text, /Attestationen er verificeret/, page.brief);
	assert.equal((await present.post(verify, shown.fields.concat([['svar', 'verificer'], ['forskel', '4']]))).status, 303, 'a double click');
	assert.match(one(`SELECT statement FROM attestation WHERE element = ${id} AND status = 'APPROVED'`), /Fraværet er 19 dage.*I logbogen var der registreret 4 dage\. Forskellen er set/);
	assert.deepEqual(states(id, 'TIME'), ['REQUESTED', 'APPROVED']);
	assert.equal(one(`SELECT place FROM attestation WHERE element = ${id} AND status = 'APPROVED'`), here.place);
	const office = await vus();
	page = await office.get(`/sekretariat/brugere/${here.id}/attestationer`);
	assert.match(page.text, /Attesteret på papir, verificeret/, page.brief);
	const paper = one(`SELECT paper FROM attestation WHERE element = ${id} LIMIT 1`);
	assert.equal((await office.get(`/sekretariat/brugere/${here.id}/attestationer/fil/${paper}`)).status, 200);
	assert.equal((await asks.get(`${own}/fil/${paper}`)).status, 200);
	assert.equal((await (await login(somebody('UL', `p.id <> ${here.id}`), 'UL')).get(`${own}/fil/${paper}`)).status, 404);
	assert.equal((await asks.get(`${own}/${element()}/papir`)).status, 404, 'not of an element that goes on');
});

// --- what happens later ---------------------------------------------------------------------

test('T_043_R_FOR_03 an import that moves the end after approval tells UAO and secretariat, and changes nothing', async () => {
	const mark = `${Date.now()}`, letters = [...mark.slice(-6)].map((d) => 'abcdefghij'[d]).join('');
	const cpr = `${61 + Number(mark.slice(-1))}0${1 + Number(mark.slice(-2, -1)) % 9}9${mark.slice(-3, -2)}-${1000 + Number(mark.slice(-4)) % 2999}`;
	secret(cpr, cpr.replace('-', ''));
	const head = 'karen.holm@logbog.example', office = 'hanne.vestergaard@logbog.example', secretary = await login(office, 'VUS');
	const fra = one(`SELECT DATE_FORMAT(${today()} - INTERVAL 5 MONTH, '%Y-%m-01')`);
	const send = async (til) => {
		const people = [{ person_id: `att-${mark}`, navn: `Attest ${letters}`, cpr, email: `attest.${mark}@example.dk`, mobil: '20304050', forloeb: [{
			forloeb_id: `af-${mark}`, kilde: 'REGION', uddannelse: 'INTRO', speciale: 'geriatri', region: 'OEST', forloebsnummer: `A-${letters}`, besat: fra, delforloeb: [{
				delforloeb_id: 'd1', sted: 'DEMO-FJO-M', fra, til, procent: 100 }] }] }];
		const page = await secretary.submit('/import/filer', { form: 'PERSONER' }, { from: '/import/filer',
			files: { fil: { filename: 'a.json', bytes: Buffer.from(JSON.stringify({ form: 'PERSONER', indhold: people })) } } });
		clock();
		await secretary.submit(`${page.at}/udfoer`, {}, { from: await secretary.get(page.at) });
		clock();
	};
	await send(one(`SELECT LAST_DAY(${today()})`));
	const [[id, who]] = sql(`SELECT e.id, e.doctor FROM element e JOIN person p ON p.id = e.doctor WHERE p.name = 'Attest ${letters}'`);
	const signs = await login(head, 'UAO');
	assert.match((await sign(signs, id)).text, /Attestationen er givet/);
	const was = story(id, 'TIME');

	await send(one(`SELECT LAST_DAY(${today()} + INTERVAL 3 MONTH)`));
	assert.equal(one(`SELECT until > ${today()} + INTERVAL 2 MONTH FROM element WHERE id = ${id}`), '1');
	assert.deepEqual(story(id, 'TIME'), was, 'not changed');
	for (const email of [head, office])
		assert.equal(count(`notice WHERE person = ${person(email)} AND kind = 'ATTEST_PREMATURE' AND about = ${who}`), 1, email);
	for (const [browser, where] of [[signs, at(id)], [secretary, `/sekretariat/brugere/${who}/attestationer`]])
		assert.match((await browser.get(where)).text, /For tidlig.*Delforløbets slutdato er flyttet efter attestation/, where);
	assert.match((await signs.get('/vejleder/attestationer')).text, new RegExp(`For tidlig.*Attest ${letters}`));
});

test('R_ATT_11 UAO and doctor are reminded fourteen days before the end and weekly after, until it is done', () => {
	const remind = (last) => {
		const id = element({ until: `${today()} + INTERVAL ${last + 1} DAY` });
		return [id, one(`SELECT CONCAT(u.place, ', sidste dag ', DATE_FORMAT(e.until - INTERVAL 1 DAY, '%d.%m.%Y'), ' (tid og læringsmål)') FROM element e JOIN org_unit u ON u.id = e.org_unit WHERE e.id = ${id}`)];
	};
	const due = [14, 7, 0, -7, -21].map(remind), not = [15, 13, 3, -1, -8].map(remind);
	sql("DELETE FROM job WHERE name = 'attestationer'");
	clock();
	const got = (email, place) => count(`notice WHERE person = ${person(email)} AND kind = 'ATTEST_DUE' AND place = ${quote(place)}`);
	for (const [, place] of due)
		assert.deepEqual([got(here.uao, place), got(here.doctor, place), got(here.approver, place)], [1, 1, 0], place);
	for (const [, place] of not)
		assert.deepEqual([got(here.uao, place), got(here.doctor, place)], [0, 0], place);
	clock();
	assert.equal(got(here.uao, due[0][1]), 1, 'once a day');
	sql(`UPDATE element SET cancelled = ${today()} WHERE id IN (${[...due, ...not].map(([id]) => id).join(',')})`);
});

/* What the program that resets will do, by the owner's hand: the row is linked with the key. */
function chain(kind, id) {
	const key = fs.readFileSync(path.join(stack.KEYS, 'chain')), shape = columns(kind);
	const cells = sql(`SELECT ${shape.map((c) => c.type === 'bytes' ? `HEX(${c.name})` : c.type === 'moment' ? `TIMESTAMPDIFF(SECOND, '1970-01-01', ${c.name})`
		: c.type === 'day' ? `DATEDIFF(${c.name}, '1970-01-01')` : c.name).join(', ')} FROM ${kind.toLowerCase()} WHERE id = ${id}`)[0];
	const row = Object.fromEntries(shape.map((c, i) => [c.name, cells[i] === null ? null : c.type === 'bytes' ? Buffer.from(cells[i], 'hex') : cells[i]]));
	const [[n, end]] = sql(`SELECT n, HEX(hash) FROM chain_head WHERE doctor = ${row.doctor}`);
	const hash = link_hash(key, row.doctor, Number(n) + 1, kind, Buffer.from(end, 'hex'), row), seal = head_seal(key, row.doctor, Number(n) + 1, hash);
	sql(`INSERT INTO chain_link VALUES (${row.doctor}, ${n} + 1, '${kind}', ${id}, X'${hash.toString('hex')}');
		UPDATE chain_head SET n = n + 1, hash = X'${hash.toString('hex')}', seal = X'${seal.toString('hex')}' WHERE doctor = ${row.doctor}`);
}

test('R_ATT_07 what was reset stands struck through, with who and why, and can be asked for again', async () => {
	const id = element(), signs = await uao(), asks = await doctor();
	await sign(signs, id);
	const signed = one(`SELECT attestation FROM attestation_now WHERE element = ${id} AND kind = 'TIME'`), hanne = person('hanne.vestergaard@logbog.example');
	const step = (more = '') => `INSERT INTO attestation (doctor, element, kind, step, status, basis, org_unit, words, given_by, by_name, as_role, place, at)
		SELECT doctor, element, kind, step + 1, 'RESET', 'ORDINARY', org_unit, 'Forkert fravær', ${hanne}, 'Hanne', 'VUS', 'Øst', UTC_TIMESTAMP() FROM attestation WHERE id = ${signed}${more}`;
	assert.throws(() => execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-office', stack.DATABASE, '-e', step()],
		{ stdio: ['ignore', 'pipe', 'pipe'] }), /not for this account to add/, 'not without its row in reset');
	sql(step());
	chain('ATTESTATION', one(`SELECT attestation FROM attestation_now WHERE element = ${id} AND kind = 'TIME'`));
	const page = await asks.get(own);
	assert.match(page.text, /Nulstillet.*Forkert fravær/s, page.brief);
	assert.match(page.html, /<s>Attesteret<\/s>/);
	assert.equal((await asks.post(`${own}/${id}/anmod`, { formular: await asks.token(), slags: 'tid' })).status, 303);
	assert.equal((await sign(signs, id)).status, 200);
	assert.deepEqual(states(id, 'TIME'), ['APPROVED', 'RESET', 'REQUESTED', 'APPROVED']);
	assert.throws(() => sql(step(' AND 1')), /another step came first|Duplicate/);
});

test('R_ATT_23 an attestation of goals says that its ground has changed when a competency in it was reset', async () => {
	const id = element(), asks = await doctor(), signs = await uao(), goal = here.goals[2];
	const request = await ask(asks, { ...here, element: id }, goal);
	await signs.submit(`/vejleder/anmodninger/${request}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${request}` });
	assert.match((await sign(signs, id, 'maal')).text, /Attestationen er givet/);
	assert.doesNotMatch((await asks.get(own)).text, /Grundlag ændret/);

	const secretary = await vus(), approved = one(`SELECT approval FROM approval_now WHERE doctor = ${here.id} AND competency = ${goal.id}`);
	const reset = `/sekretariat/brugere/${here.id}/nulstil/kompetence/${approved}`;
	assert.match((await secretary.get(reset)).text, /Det, der hviler på det.*Attestation for læringsmål/s);
	assert.match((await secretary.submit(reset, { anmoder: 'Lone Bech', anmodet: '01.03.2026', journal: '26/1', grund: 'Forkert læge', set: 1 }, { files: {} })).text,
		/Godkendelsen er nulstillet/);

	for (const [browser, where] of [[asks, own], [signs, at(id, 'maal')], [await vus(), `/sekretariat/brugere/${here.id}/attestationer`]])
		assert.match((await browser.get(where)).text, /Grundlag ændret/, where);
	assert.deepEqual(states(id, 'GOALS'), ['APPROVED'], 'and is not changed by itself');
	const print = await asks.get('/udskrift/attestationer.json');
	assert.match(print.bytes.toString(), /Grundlag ændret/);
});

test('R_ATT_21 goals and time of an element stand apart: the secretariat resets the one, nobody else, and the other stands', async () => {
	const id = element(), asks = await doctor(), signs = await uao(), goal = here.goals[3];
	const request = await ask(asks, { ...here, element: id }, goal);
	await signs.submit(`/vejleder/anmodninger/${request}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${request}` });
	for (const kind of ['maal', 'tid'])
		assert.match((await sign(signs, id, kind)).text, /Attestationen er givet/);
	const goals = one(`SELECT attestation FROM attestation_now WHERE element = ${id} AND kind = 'GOALS'`);
	const reset = `/sekretariat/brugere/${here.id}/nulstil/attestation/${goals}`;
	for (const other of [signs, asks])
		assert.equal((await other.get(reset)).status, 403);
	const page = await (await vus()).submit(reset, { anmoder: 'Lone Bech', anmodet: '01.03.2026', journal: '26/2', grund: 'Forkert delforløb', set: 1 }, { from: reset, files: {} });
	assert.match(page.text, /nulstillet/, page.brief);
	assert.deepEqual([states(id, 'GOALS'), states(id, 'TIME')], [['APPROVED', 'RESET'], ['APPROVED']]);
});

test('R_ATT_12 absence registered or taken out after the time was attested: its ground has changed, is said wherever it stands, told once, and changes nothing', async () => {
	const id = element(), asks = await doctor(), signs = await uao(), secretary = await vus(), sort = one("SELECT id FROM absence_type WHERE code = 'SYGDOM'");
	absent(id, 2);
	assert.match((await sign(signs, id)).text, /Attestationen er givet/);
	const was = story(id, 'TIME'), where = `/logbog/uddannelsesforloeb/${id}/fravaer`, place = one(`SELECT u.place FROM element e JOIN org_unit u ON u.id = e.org_unit WHERE e.id = ${id}`);
	const vus_id = one(`SELECT viewer FROM look WHERE doctor = ${here.id} AND role = 'VUS' ORDER BY id DESC LIMIT 1`);
	const heard = () => sql(`SELECT COUNT(*), COUNT(DISTINCT person), MIN(person = ${here.id} OR link LIKE '/vejleder/%' OR link LIKE '/sekretariat/%') FROM notice
		WHERE kind = 'ATTEST_ABSENCE' AND about = ${here.id} AND place = ${quote(place)} AND link NOT LIKE '/adgang%'`)[0];
	const pages = [[asks, own], [signs, at(id)], [signs, `/vejleder/laeger/${here.id}/attestationer`], [secretary, `/sekretariat/brugere/${here.id}/attestationer`]];
	const says = async () => {
		const found = [];
		for (const [browser, page] of pages)
			found.push(/Grundlag ændret Fravær er registreret eller taget ud/.test((await browser.get(page)).text));
		const print = (await asks.get('/udskrift/attestationer.json')).bytes.toString();
		found.push(print.includes('fravær er registreret eller taget ud'));
		found.push((await signs.get('/vejleder/attestationer')).text.includes('Grundlag ændret'));
		return found;
	};
	const day = (n) => danish(`(SELECT since + INTERVAL ${n} DAY FROM element WHERE id = ${id})`);
	const send = () => asks.submit(where, { type: sort, fra: day(40), til: day(41) }, { from: where });
	const drop = (absence) => asks.post(`${where}/${absence}/udgaar`, { formular });
	const formular = await asks.token(), newest = () => one(`SELECT MAX(id) FROM absence WHERE element = ${id}`);
	assert.deepEqual(await says(), Array(6).fill(false));

	assert.match((await send()).text, /registreret/);
	assert.deepEqual(await says(), Array(6).fill(true), 'registered after');
	assert.equal(Number(heard()[0]) >= 3, true, 'doctor, UAO and secretariat');
	assert.equal(heard()[0], heard()[1], 'each once');
	assert.equal(heard()[2], '1');
	assert.equal(count(`notice WHERE person IN (${here.id}, ${person(here.uao)}, ${vus_id}) AND kind = 'ATTEST_ABSENCE' AND about = ${here.id}`), 3);
	assert.match((await asks.get('/adgang/beskeder')).text, /så grundlaget for attestationen for tid er ændret/);

	assert.equal((await drop(newest())).status, 303);
	assert.deepEqual(await says(), Array(6).fill(false), 'as it was signed again');
	assert.equal((await drop(one(`SELECT MIN(id) FROM absence WHERE element = ${id}`))).status, 303);
	assert.deepEqual(await says(), Array(6).fill(true), 'what was there is taken out');
	assert.match((await send()).text, /registreret/);
	assert.equal(heard()[0], heard()[1], 'told once for each attestation');
	assert.deepEqual(story(id, 'TIME'), was, 'not changed');
	sql(`UPDATE element SET cancelled = ${today()} WHERE id = ${id}`);
});

test('R_ATT_12 absence and signature in the same moment: the absence is in what is signed, or the ground has changed', async () => {
	const signs = await uao(), asks = await doctor(), sort = one("SELECT id FROM absence_type WHERE code = 'SYGDOM'"), formular = await asks.token();
	for (const first of ['sign', 'absence', 'sign', 'absence']) {
		const id = element(), page = await signs.get(at(id)), form = page.form(at(id)).fields.concat([['svar', 'attester']]);
		const day = (n) => danish(`(SELECT since + INTERVAL ${n} DAY FROM element WHERE id = ${id})`), holds = connection();
		const absence = { formular, type: sort, fra: day(40), til: day(41) };
		await holds.say(`BEGIN; SELECT n FROM chain_head WHERE doctor = ${here.id} FOR UPDATE`);
		const calls = { sign: () => signs.copy().post(at(id), form), absence: () => asks.copy().post(`/logbog/uddannelsesforloeb/${id}/fravaer`, absence) };
		const one_of_them = calls[first]();
		await sleep(100);
		const other = calls[first === 'sign' ? 'absence' : 'sign']();
		await sleep(1200);
		await holds.end();
		await Promise.all([one_of_them, other]);
		assert.equal(count(`absence WHERE element = ${id} AND cancelled IS NULL`), 1, first);
		const signed = one(`SELECT a.absence_days FROM attestation_now n JOIN attestation a ON a.id = n.attestation WHERE n.element = ${id} AND n.kind = 'TIME' AND n.status = 'APPROVED'`);
		const changed = count(`time_changed WHERE element = ${id}`);
		assert.ok(signed === undefined || signed === '1' || changed === 1, `${first}: signed ${signed}, changed ${changed}`);
		sql(`UPDATE element SET cancelled = ${today()} WHERE id = ${id}`);
	}
});
