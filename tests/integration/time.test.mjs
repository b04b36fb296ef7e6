// SPDX-License-Identifier: MPL-2.0
//
// Uddannelsesforløb, Fravær and Beregner (domain 5): what counts, who may write it, who may see it,
// and what a leave would move.  In a department of its own; what is registered is taken out again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { department } from './department.mjs';
import { count, login, one, person, quote, somebody, sql, stack, today } from './lib.mjs';

const book = department('tid');
const doctor = () => login(book.doctor, 'UL'), uao = () => login(book.uao, 'UAO');
const mine = `/logbog/uddannelsesforloeb/${book.element}/fravaer`;
const theirs = `/vejleder/laeger/${book.id}/fravaer`;
const vus_email = somebody('VUS', "h.region = (SELECT id FROM training_region WHERE code = 'OEST')");
const type = (code) => one(`SELECT id FROM absence_type WHERE code = ${quote(code)}`);
const since = one(`SELECT since FROM element WHERE id = ${book.element}`);
const iso = (days) => one(`SELECT DATE'${since}' + INTERVAL ${days} DAY`);
const danish = (days) => iso(days).split('-').reverse().join('.');
const rows = () => count(`absence WHERE element = ${book.element}`);
const live = () => count(`absence WHERE element = ${book.element} AND cancelled IS NULL`);
const clear = () => sql(`UPDATE absence SET cancelled = UTC_TIMESTAMP(), cancelled_by = doctor WHERE element = ${book.element} AND cancelled IS NULL`);
const looks = () => count(`look WHERE doctor = ${book.id}`);

/* As the page does it: days from and to (the first day back) counted from the element's first. */
const register = (browser, at, code, from, to, fields = {}) =>
	browser.submit(at, { type: type(code), fra: danish(from), til: danish(to), ...fields }, { from: at });

after(() => {
	clear();
	book.close();
});

// --- what counts ------------------------------------------------------------------------------

test('R_TID_04 days run through weekends; a double click is one row, and it is written down who registered', async () => {
	const browser = await doctor(), before = rows();
	let page = await register(browser, mine, 'SYGDOM', 33, 38);
	assert.match(page.text, /Fraværet er registreret/, page.brief);
	assert.match(page.text, /5 af højst 72 dage/, page.brief);
	page = await register(browser, mine, 'SYGDOM', 33, 38);
	assert.equal(page.status, 200, page.brief);
	assert.equal(rows(), before + 1);
	const [[from, to, by, role]] = sql(`SELECT since, until, given_by, as_role FROM absence WHERE element = ${book.element} ORDER BY id DESC LIMIT 1`);
	assert.deepEqual([from, to, Number(by), role], [iso(33), iso(38), book.id, 'UL']);
	assert.equal(one(`SELECT CONCAT(action, ' ', role) FROM audit WHERE object = 'absence' ORDER BY id DESC LIMIT 1`), 'register absence UL');
	clear();
});

test('T_045 an elective course counts; a mandatory one, holiday and union work do not; what lies over one another counts once', async () => {
	const browser = await doctor();
	await register(browser, mine, 'VALGFRIT_KURSUS', 10, 12);
	for (const [code, from, to] of [['OBLIGATORISK', 20, 23], ['FERIE', 30, 44], ['TILLIDSHVERV', 50, 51]])
		await register(browser, mine, code, from, to);
	let page = await browser.get(mine);
	assert.match(page.text, /2 af højst 72 dage/, page.brief);
	assert.match(page.text, /der ikke tæller 18 dage/, page.brief);
	await register(browser, mine, 'SYGDOM', 11, 16);
	page = await browser.get(mine);
	assert.match(page.text, /6 af højst 72 dage/, page.brief);
	clear();
});

test('R_TID_09 whom the management sends is absent, but not in Nord', async () => {
	const browser = await doctor(), course = one(`SELECT course FROM element WHERE id = ${book.element}`), region = one(`SELECT region FROM training_course WHERE id = ${course}`);
	await register(browser, mine, 'LEDELSE', 10, 12);
	assert.match((await browser.get(mine)).text, /2 af højst 72 dage/);
	sql(`UPDATE training_course SET region = (SELECT id FROM training_region WHERE code = 'NORD') WHERE id = ${course}`);
	try {
		assert.match((await browser.get(mine)).text, /0 af højst 72 dage/);
	} finally {
		sql(`UPDATE training_course SET region = ${region} WHERE id = ${course}`);
	}
	clear();
});

test('R_FOR_05 a mandatory course within a leave is accepted', async () => {
	const browser = await doctor();
	await register(browser, mine, 'BARSEL', 60, 120);
	const page = await register(browser, mine, 'OBLIGATORISK', 80, 83);
	assert.match(page.text, /Fraværet er registreret/, page.brief);
	assert.equal(live(), 2);
	clear();
});

test('T_042 R_TID_03 above ten per cent all of it is to be made up, until an agreement has prolonged by as much', async () => {
	const browser = await doctor(), [[course, until, course_until]] = sql(`SELECT c.id, e.until, c.until FROM element e JOIN training_course c ON c.id = e.course WHERE e.id = ${book.element}`);
	await register(browser, mine, 'BARSEL', 100, 173);
	let page = await browser.get(mine);
	const days = Number(/(\d+) af højst 72 dage/.exec(page.text)[1]);
	assert.ok(days > 69 && days <= 73, page.text);
	await register(browser, mine, 'SYGDOM', 200, 210);
	page = await browser.get(mine);
	assert.match(page.text, /Fraværet er over 10 %/, page.brief);
	assert.match(page.text, new RegExp(`Skal indhentes ${days + 10} dage`), page.brief);
	assert.match(page.text, /Ingen aftale om det er registreret endnu/);
	sql(`BEGIN; INSERT INTO agreement (course, kind, number, published, effect, at) VALUES (${course}, 'TILLAEGSAFTALE', 'tid-1', ${today()}, '', UTC_TIMESTAMP());
		INSERT INTO element_change (element, doctor, agreement, what, before_since, before_until, before_fraction, after_since, after_until, after_fraction, at)
			VALUES (${book.element}, ${book.id}, LAST_INSERT_ID(), 'CHANGED', '${since}', '${until}', 100, '${since}', '${until}' + INTERVAL 3 MONTH, 100, UTC_TIMESTAMP());
		UPDATE training_course SET until = '${course_until}' + INTERVAL 3 MONTH WHERE id = ${course};
		UPDATE element SET until = '${until}' + INTERVAL 3 MONTH WHERE id = ${book.element}; COMMIT`);
	try {
		page = await browser.get(mine);
		assert.match(page.text, /Det er indhentet\. Aftaler har forlænget med 90 dage/, page.brief);
		assert.match(page.text, /af højst 72 dage/, 'the limit stays that of the fixed length');
		page = await browser.get('/logbog/uddannelsesforloeb');
		assert.match(page.text, /Tillægsaftale tid-1/);
		assert.match(page.text, /slutter .* i stedet for .* \(tillægsaftale tid-1\)/, page.brief);
		sql(`UPDATE agreement SET cancelled = ${today()} WHERE number = 'tid-1' AND course = ${course}`);
		assert.match((await browser.get(mine)).text, /af højst 81 dage/, 'an agreement that was taken back prolongs nothing');
	} finally {
		sql(`UPDATE element SET until = '${until}' WHERE id = ${book.element}; UPDATE training_course SET until = '${course_until}' WHERE id = ${course};
			UPDATE agreement SET cancelled = ${today()} WHERE number = 'tid-1' AND course = ${course}`);
	}
	clear();
});

// --- what is wrong ------------------------------------------------------------------------------

test('what is wrong is said at its field, with what was typed, and nothing is stored', async () => {
	const browser = await doctor(), before = rows();
	const cases = [
		[{ type: '', fra: danish(5), til: danish(6) }, /Vælg, hvilken slags/],
		[{ type: '999999', fra: danish(5), til: danish(6) }, /Vælg, hvilken slags/],
		[{ type: type('SYGDOM'), fra: '', til: danish(6) }, /Skriv den første dag med fravær/],
		[{ type: type('SYGDOM'), fra: danish(5), til: '' }, /Skriv den første dag tilbage/],
		[{ type: type('SYGDOM'), fra: 'i går', til: danish(6) }, /dag|dato/i],
		[{ type: type('SYGDOM'), fra: danish(5), til: danish(5) }, /efter den første dag/],
		[{ type: type('SYGDOM'), fra: danish(-1), til: danish(2) }, /uden for delforløbet/],
		[{ type: type('SYGDOM'), fra: danish(5), til: danish(5000) }, /rækker ud over delforløbet/],
	];
	for (const [fields, says] of cases) {
		const page = await browser.submit(mine, fields, { from: mine });
		assert.equal(page.status, 422, page.brief);
		assert.match(page.faults.join(' '), says);
		for (const name of ['fra', 'til'])
			assert.ok(page.form(mine).fields.some(([n, v]) => n === name && v === fields[name]), `${name} is kept: ${page.brief}`);
	}
	assert.equal(rows(), before);
});

test('R_ROL_04 nobody registers in somebody else\'s logbook by an address', async () => {
	const browser = await doctor(), formular = await browser.token();
	const other = one(`SELECT MIN(id) FROM element WHERE doctor = ${book.colleague}`), before = count('absence');
	const send = (at) => browser.post(at, { formular, type: type('SYGDOM'), fra: danish(5), til: danish(6) });
	assert.equal((await send(`/logbog/uddannelsesforloeb/${other}/fravaer`)).status, 404);
	assert.equal((await send(theirs)).status, 403);
	assert.equal((await browser.get(`/logbog/uddannelsesforloeb/${other}/fravaer`)).status, 404);
	assert.equal(count('absence'), before);
});

// --- the department ------------------------------------------------------------------------------

test('R_TID_06 the UAO registers too, and the doctor is told; what the UAO registered the doctor does not take out', async () => {
	sql('UPDATE notice SET seen = made WHERE seen IS NULL');
	const browser = await uao(), own = await doctor(), told = () => count(`notice WHERE person = ${book.id} AND kind = 'ABSENCE_KEPT' AND seen IS NULL`), seen = looks();
	let page = await register(browser, theirs, 'BARNS_SYGEDAG', 40, 41);
	assert.match(page.text, /Fraværet er registreret/, page.brief);
	assert.ok(looks() > seen, 'looking is recorded');
	assert.equal(told(), 1);
	const id = one(`SELECT MAX(id) FROM absence WHERE element = ${book.element}`), out = `${mine}/${id}/udgaar`;
	page = await own.get(mine);
	assert.ok(page.text.includes('Barns sygedag') && !page.form(out), page.brief);
	assert.equal((await own.post(out, { formular: await own.token() })).status, 404);
	assert.equal(live(), 1);
	page = await browser.submit(`${theirs}/${id}/udgaar`, {}, { from: theirs });
	assert.match(page.text, /taget ud/, page.brief);
	assert.equal(live(), 0);
	assert.equal(count(`absence WHERE id = ${id} AND cancelled_by = ${person(book.uao)}`), 1, 'the row stays');
	page = await own.get(mine);
	assert.match(page.text, /0 af højst 72/);
	assert.match(page.html, /<s>.*<\/s>/, 'and is seen, struck through');
	// taken out twice is taken out once
	assert.equal((await browser.post(`${theirs}/${id}/udgaar`, { formular: await browser.token() })).status, 303);
	assert.equal(count(`audit WHERE object = 'absence' AND object_id = ${id} AND action = 'take out absence'`), 1);
});

test('the UAO takes out what the doctor registered, of the own element alone', async () => {
	const own = await doctor(), browser = await uao();
	await register(own, mine, 'SYGDOM', 3, 5);
	const id = one(`SELECT MAX(id) FROM absence WHERE element = ${book.element}`);
	const strange = await login(one(`SELECT p.email FROM user_role h JOIN person p ON p.id = h.person JOIN credential c ON c.person = p.id
		WHERE h.role = 'UAO' AND h.org_unit <> ${book.unit} AND ${today()} >= h.since AND ${today()} < h.until ORDER BY h.id LIMIT 1`), 'UAO');
	assert.equal((await strange.post(`${theirs}/${id}/udgaar`, { formular: await strange.token() })).status, 404);
	assert.equal((await strange.get(theirs)).status, 404);
	assert.equal((await strange.post(theirs, { formular: await strange.token(), type: type('SYGDOM'), fra: danish(5), til: danish(6) })).status, 404);
	assert.equal(live(), 1);
	await browser.submit(`${theirs}/${id}/udgaar`, {}, { from: theirs });
	assert.equal(live(), 0);
});

test('absence is seen by main supervisor and secretariat, who do not register, and not by the daily supervisor', async () => {
	const own = await doctor();
	await register(own, mine, 'SYGDOM', 3, 5);
	const main = await login(book.main, 'HOVEDVEJLEDER'), office = await login(vus_email, 'VUS'), daily = await login(book.approver, 'VEJLEDER');
	for (const [browser, at] of [[main, theirs], [office, `/sekretariat/brugere/${book.id}/fravaer`]]) {
		const page = await browser.get(at);
		assert.match(page.text, /2 af højst 72 dage/, page.brief);
		assert.ok(page.text.includes('Sygdom') && page.forms.every((f) => !/fravaer/.test(f.action)), page.brief);
	}
	assert.equal((await main.post(theirs, { formular: await main.token() })).status, 403);
	assert.equal((await daily.get(theirs)).status, 403);
	const page = await daily.get(`/vejleder/laeger/${book.id}/uddannelsesforloeb`);
	assert.equal(page.status, 200, page.brief);
	assert.ok(!/af højst/.test(page.text) && !/Sygdom/.test(page.text), page.brief);
	clear();
});

test('R_TID_07 more than two weeks in a row is told to the secretariat, without saying what it is', async () => {
	sql('UPDATE notice SET seen = made WHERE seen IS NULL');
	const browser = await doctor(), office = person(vus_email), told = () => count(`notice WHERE person = ${office} AND kind = 'ABSENCE_LONG' AND about = ${book.id} AND seen IS NULL`);
	await register(browser, mine, 'SYGDOM', 10, 17);
	await register(browser, mine, 'FERIE', 40, 70);
	assert.equal(told(), 0);
	await register(browser, mine, 'SYGDOM', 17, 24);
	assert.equal(told(), 0, 'fourteen days');
	await register(browser, mine, 'BARNS_SYGEDAG', 24, 25);
	assert.equal(told(), 1, 'fifteen, in three pieces');
	const page = await (await login(vus_email, 'VUS')).get('/adgang/beskeder');
	assert.match(page.text, /er fraværende i mere end to uger/);
	assert.ok(!/Barns sygedag|Sygdom/.test(page.text), 'no kind');
	clear();
});

// --- what can never be -------------------------------------------------------------------------

test('R_GDP_06 of absence kind and days are kept, and there is nowhere to say why', () => {
	const kept = sql("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'absence' ORDER BY column_name");
	assert.deepEqual(kept.map(([c]) => c), ['as_role', 'at', 'by_name', 'cancelled', 'cancelled_by', 'doctor', 'element', 'given_by', 'id', 'live', 'since', 'type', 'until']);
});

test('absence is never changed, deleted, or put outside its element, whoever asks', async () => {
	const browser = await doctor();
	await register(browser, mine, 'SYGDOM', 3, 5);
	const id = one(`SELECT MAX(id) FROM absence WHERE element = ${book.element}`);
	const refused = (statement, says) => assert.throws(() => sql(statement), says);
	refused(`UPDATE absence SET until = until + INTERVAL 1 DAY WHERE id = ${id}`, /never changed/);
	refused(`DELETE FROM absence WHERE id = ${id}`, /never deleted/);
	refused(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
		SELECT ${book.colleague}, element, type, since, until + INTERVAL 1 DAY, given_by, by_name, as_role, at FROM absence WHERE id = ${id}`, /not within the element/);
	refused(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
		SELECT doctor, element, type, since - INTERVAL 400 DAY, until, given_by, by_name, as_role, at FROM absence WHERE id = ${id}`, /not within the element/);
	clear();
	refused(`UPDATE absence SET cancelled = NULL, cancelled_by = NULL WHERE id = ${id}`, /never changed/);
});

// --- Uddannelsesforløb ---------------------------------------------------------------------------

test('R_FOR_01 T_046 what is not as it should be is warned of and never refused', async () => {
	const browser = await doctor();
	sql(`UPDATE element SET fraction = 45 WHERE id = ${book.element}`);
	try {
		const page = await browser.get('/logbog/uddannelsesforloeb');
		assert.match(page.text, /45 % er under halv tid/, page.brief);
	} finally {
		sql(`UPDATE element SET fraction = 100 WHERE id = ${book.element}`);
	}
	assert.ok(!/under halv tid/.test((await browser.get('/logbog/uddannelsesforloeb')).text));
});

test('R_DM_05 each course leads to its logbook; an element that fell away stays, struck through', async () => {
	const browser = await doctor(), list = one(`SELECT curriculum FROM course_curriculum WHERE doctor = ${book.id}`);
	sql(`INSERT INTO element (course, doctor, seq, org_unit, since, until, cancelled) SELECT course, doctor, 9, org_unit, until - INTERVAL 1 MONTH, until, ${today()} FROM element WHERE id = ${book.element}`);
	const page = await browser.get('/logbog/uddannelsesforloeb');
	assert.ok(page.links.includes(`/logbog/kompetencer?liste=${list}`), page.brief);
	assert.match(page.text, /Annulleret/);
	assert.match(page.html, /<s>.*<\/s>/);
	const gone = one(`SELECT MAX(id) FROM element WHERE doctor = ${book.id} AND cancelled IS NOT NULL`);
	assert.equal((await browser.get(`/logbog/uddannelsesforloeb/${gone}/fravaer`)).status, 404);
});

test('supervisors and the secretariat see the course, and the look is recorded', async () => {
	for (const [email, role, at] of [[book.approver, 'VEJLEDER', `/vejleder/laeger/${book.id}/uddannelsesforloeb`], [book.uao, 'UAO', `/vejleder/laeger/${book.id}/uddannelsesforloeb`],
		[vus_email, 'VUS', `/sekretariat/brugere/${book.id}/uddannelsesforloeb`]]) {
		const before = looks(), page = await (await login(email, role)).get(at);
		assert.equal(page.status, 200, page.brief);
		assert.ok(page.text.includes(book.place), page.brief);
		assert.equal(looks(), before + 1);
	}
	assert.match((await (await doctor()).get('/logbog/indsigt')).text, /Uddannelsesforløb/);
});

// --- Beregner ------------------------------------------------------------------------------------

test('the calculator says step by step what a leave moves, and stores nothing', async () => {
	const state = () => sql(`SELECT (SELECT COUNT(*) FROM absence), (SELECT COUNT(*) FROM element_change), (SELECT GROUP_CONCAT(since, until) FROM element WHERE doctor = ${book.id})`);
	const before = state();
	for (const [browser, at] of [[await doctor(), '/logbog/beregner'], [await uao(), `/vejleder/laeger/${book.id}/beregner`], [await login(vus_email, 'VUS'), `/sekretariat/brugere/${book.id}/beregner`]]) {
		let page = await browser.submit(at, { hvad: 'orlov', type: type('BARSEL'), fra: danish(400), til: danish(500) }, { from: at });
		assert.equal(page.status, 200, page.brief);
		assert.match(page.text, /er mere end 72\. Så skal hele fraværet indhentes/, page.brief);
		assert.match(page.text, /Uddannelsesforløbet slutter/);
		page = await browser.submit(at, { hvad: 'orlov', type: type('FERIE'), fra: danish(400), til: '', dage: '200' });
		assert.match(page.text, /tæller ikke med i de 10 %\. Intet flyttes/, page.brief);
		page = await browser.post(at, { formular: await browser.token(at), hvad: 'deltid', deltid_fra: danish(400), grad: '80' });
		assert.match(page.text, /på 100 % tager \d+ dage på 80 %/, page.brief);
	}
	assert.deepEqual(state(), before);
});

test('R_FOR_04 with whom a change is agreed: in introduction with the department, and the secretariat hears of part time', async () => {
	const soon = (days) => one(`SELECT ${today()} + INTERVAL ${days} DAY`).split('-').reverse().join('.');
	for (const [stage, words] of [['INTRO', /De fleste ændringer i introduktionsuddannelsen aftales med ansættelsesstedet; videreuddannelsessekretariatet skal have besked om deltid/],
		['HU', /Ændringer aftales med ansættelsesstedet og videreuddannelsessekretariatet/]]) {
		const asks = await login(somebody('UL', `(SELECT GROUP_CONCAT(c.stage) FROM training_course c JOIN element e ON e.course = c.id WHERE c.doctor = p.id AND ${today()} + INTERVAL 30 DAY < e.until AND e.since <= ${today()}) = '${stage}'`), 'UL');
		const page = await asks.submit('/logbog/beregner', { hvad: 'orlov', type: type('BARSEL'), fra: soon(1), til: soon(8) }, { from: '/logbog/beregner' });
		assert.match(page.text, words, page.brief);
	}
});

test('the calculator does not count twice a leave that is registered already', async () => {
	const browser = await doctor(), at = '/logbog/beregner', ask = () => browser.submit(at, { hvad: 'orlov', type: type('BARSEL'), fra: danish(400), til: danish(500) }, { from: at });
	const steps = (page) => /<ol>.*?<\/ol>/s.exec(page.html)[0];
	const before = steps(await ask());
	await register(browser, mine, 'BARSEL', 400, 500);
	assert.equal(steps(await ask()), before);
	clear();
});

test('what is wrong in the calculator is said at its field', async () => {
	const browser = await doctor(), at = '/logbog/beregner', formular = await browser.token(at);
	for (const [fields, says] of [
		[{ hvad: 'orlov', type: type('BARSEL') }, /Skriv den første dag/],
		[{ hvad: 'orlov', type: type('BARSEL'), fra: danish(-400), til: danish(5) }, /ikke i noget delforløb/],
		[{ hvad: 'orlov', type: '', fra: danish(4), til: danish(5) }, /Vælg, hvilken slags/],
		[{ hvad: 'orlov', type: type('BARSEL'), fra: danish(4) }, /eller antal dage/],
		[{ hvad: 'orlov', type: type('BARSEL'), fra: danish(4), til: danish(6), dage: '2' }, /ikke begge dele/],
		[{ hvad: 'orlov', type: type('BARSEL'), fra: danish(4), til: danish(4) }, /efter den første dag/],
		[{ hvad: 'orlov', type: type('BARSEL'), fra: danish(4), dage: '99999' }, /højst beregnes for tre år/],
		[{ hvad: 'deltid', deltid_fra: danish(4), grad: '100' }, /lavere beskæftigelse/],
		[{ hvad: 'deltid', deltid_fra: danish(4), grad: '0' }, /i procent/],
		[{ hvad: 'deltid', deltid_fra: danish(4), grad: 'x' }, /tal/i],
	]) {
		const page = await browser.post(at, { formular, ...fields });
		assert.equal(page.status, 422, JSON.stringify(fields));
		assert.match(page.faults.join(' '), says);
	}
});

// --- prints --------------------------------------------------------------------------------------

test('R_PRN_02 the print holds elements, agreements and absence, and what who asks may not see is not in it', async () => {
	const own = await doctor();
	await register(own, mine, 'SYGDOM', 3, 5);
	let page = await own.get('/udskrift/uddannelsesforloeb.json');
	assert.equal(page.status, 200, page.brief);
	const { delforloeb: [element], fravaer: [absence] } = page.json.tables;
	assert.deepEqual([element.sted, element.fravaer_dage, element.graense_dage, absence.slags, absence.dage, absence.taeller], [book.place, 2, 72, 'Sygdom', 2, 'ja']);
	for (const [ending, starts] of [['pdf', '%PDF'], ['xlsx', 'PK']]) {
		page = await own.get(`/udskrift/uddannelsesforloeb.${ending}`);
		assert.equal(page.bytes.subarray(0, starts.length).toString(), starts, page.brief);
	}
	const before = looks();
	page = await (await uao()).get(`/udskrift/${book.id}/uddannelsesforloeb.json`);
	assert.ok(page.html.includes('Sygdom'), page.brief);
	assert.equal(looks(), before + 1);
	assert.equal((await (await login(book.approver, 'VEJLEDER')).get(`/udskrift/${book.id}/uddannelsesforloeb.json`)).status, 403);
	assert.equal((await (await login(somebody('VUS', "h.region = (SELECT id FROM training_region WHERE code = 'SYD')"), 'VUS')).get(`/udskrift/${book.id}/uddannelsesforloeb.json`)).status, 404);
	clear();
});

// --- a program that has been taken over ------------------------------------------------------------

test('the account of each program registers as the doctor alone, or as who is UAO or tutor there, and takes out likewise', async () => {
	const own = await doctor();
	await uao();
	await login(book.main, 'HOVEDVEJLEDER');
	await register(own, mine, 'SYGDOM', 3, 5);
	const id = one(`SELECT MAX(id) FROM absence WHERE element = ${book.element}`), now = '(SELECT MAX(made) FROM session)', REFUSED = 1644;
	const as = (program, statement) => Number(/^ERROR (\d+)/m.exec(spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`,
		stack.DATABASE], { input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' }).stderr)?.[1] ?? 0);
	const put = (by, role, at = now) => `INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
		VALUES (${book.id}, ${book.element}, ${type('SYGDOM')}, '${iso(20)}', '${iso(22)}', ${by}, 'Hvem', '${role}', ${at})`;
	assert.equal(as('journal', put(book.id, 'UL')), 0);
	assert.equal(as('journal', put(book.id, 'UL', `${now} - INTERVAL 3 DAY`)), REFUSED, 'not logged in that day');
	assert.equal(as('journal', put(person(book.uao), 'UAO')), REFUSED);
	assert.equal(as('journal', put(book.id, 'UAO')), REFUSED);
	assert.equal(as('approve', put(person(book.uao), 'UAO')), 0);
	assert.equal(as('approve', put(book.id, 'UL')), REFUSED);
	assert.equal(as('approve', put(person(book.main), 'HOVEDVEJLEDER')), REFUSED);
	assert.equal(as('approve', put(person(book.main), 'UAO')), REFUSED, 'a role not held');
	for (const program of ['office', 'export', 'course', 'login', 'import', 'clock'])
		assert.equal(as(program, put(book.id, 'UL')), 1142, program);
	const out = (by, at = now) => `UPDATE absence SET cancelled = ${at}, cancelled_by = ${by} WHERE id = ${id}`;
	assert.equal(as('journal', out(book.id)), 0);
	assert.equal(as('journal', out(person(book.uao))), REFUSED);
	assert.equal(as('approve', out(person(book.uao))), 0);
	assert.equal(as('approve', out(person(book.main))), REFUSED);
	assert.equal(as('approve', out(book.id)), REFUSED);
	assert.equal(as('approve', `UPDATE absence SET until = until + INTERVAL 1 DAY WHERE id = ${id}`), 1143);
	clear();
});
