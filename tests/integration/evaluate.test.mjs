// SPDX-License-Identifier: MPL-2.0
//
// Evaluations of places: answered once and never changed, read by nobody before the attestations, by
// UAO and tutor without a name, by everybody as means of enough answers; and by no other account at all.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { department } from './department.mjs';
import { Browser, clock, count, login, one, person, quote, somebody, sql, stack, today } from './lib.mjs';

const here = department('evaluate');
const own = '/evaluering/', dept = '/evaluering/afdelingen', means = `/evaluering/steder/${here.unit}`;
const statements = sql('SELECT id, kind FROM evaluation_statement ORDER BY position').map(([id, kind]) => ({ id: Number(id), kind }));
const scale = statements.filter((s) => s.kind !== 'PROSE'), prose = statements.filter((s) => s.kind === 'PROSE');
const overall = statements.find((s) => s.kind === 'OVERALL').id;
const doctor = () => login(here.doctor, 'UL');
const uao = () => login(here.uao, 'UAO');
const nobody = new Browser();
const all = (value, more = {}) => ({ ...Object.fromEntries(scale.map((s) => [`p${s.id}`, value])), ...more });

/* An employment of the doctor's that can be evaluated and is not. */
const element_to_come = () => Number(sql(`INSERT INTO element (course, doctor, seq, org_unit, since, until)
	SELECT course, doctor, 90 + COUNT(*), org_unit, ${today()} - INTERVAL 8 DAY, ${today()} FROM element WHERE doctor = ${here.id}; SELECT LAST_INSERT_ID()`)[0][0]);

// --- people and posts ------------------------------------------------------------------------

let made = 0;
const people = [];
/* A doctor with an element that ended yesterday at the department (or the unit given). */
function trainee({ stage = 'HU', specialty = 'geriatri', unit = here.unit, until = `${today()}` } = {}) {
	const mark = `trainee.${++made}.${Date.now()}`;
	const [[id, element]] = sql(`INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed)
		SELECT 'Evaluering Prøve ${made}', '${mark}@logbog.example', '+4500000000', born, cpr_kind, UNHEX(SHA2('${mark}', 256)), cpr_sealed FROM person WHERE id = ${here.id};
		SET @p = LAST_INSERT_ID();
		INSERT INTO user_role (person, role, since) VALUES (@p, 'UL', ${today()} - INTERVAL 1 YEAR);
		INSERT INTO training_course (doctor, stage, specialty, region, number, since, until)
		SELECT @p, '${stage}', (SELECT id FROM specialty WHERE code = ${specialty ? quote(specialty) : 'NULL'}), region, '${mark}', ${today()} - INTERVAL 1 YEAR, ${today()} + INTERVAL 1 YEAR
		  FROM org_unit WHERE id = ${unit};
		SET @c = LAST_INSERT_ID();
		INSERT INTO element (course, doctor, seq, org_unit, since, until) VALUES (@c, @p, 1, ${unit}, ${today()} - INTERVAL 1 YEAR, ${until});
		SELECT @p, LAST_INSERT_ID()`);
	people.push(Number(id));
	return { id: Number(id), element: Number(element) };
}

/* Both attestations of an element stand, or do not any more, as far as anybody asks here. */
const attest = (element, status = 'APPROVED', kinds = ['TIME', 'GOALS']) => kinds.forEach((kind) => sql(`
	INSERT INTO attestation_now (doctor, element, kind, attestation, step, status, basis, org_unit, by_name, as_role, place, at)
	SELECT e.doctor, e.id, '${kind}', (SELECT MIN(id) FROM attestation), 1, '${status}', 'ORDINARY', e.org_unit, 'x', 'UAO', 'x', UTC_TIMESTAMP()
	  FROM element e WHERE e.id = ${element} ON DUPLICATE KEY UPDATE status = '${status}'`));

/* What a doctor said, without the pages: one value for all, or one of each statement. */
function say(element, value, words = null) {
	const id = `UNHEX('${[...Array(16)].map(() => Math.floor(Math.random() * 256).toString(16).padStart(2, '0')).join('')}')`;
	const of = (s) => typeof value === 'function' ? value(s) : value;
	sql(`INSERT INTO evaluation (id, form, org_unit, stage, specialty, half)
		SELECT ${id}, (SELECT MAX(id) FROM evaluation_form), e.org_unit, c.stage, c.specialty, 2 * YEAR(UTC_DATE()) + (MONTH(UTC_DATE()) > 6)
		  FROM element e JOIN training_course c ON c.id = e.course WHERE e.id = ${element};
		${scale.map((s) => `INSERT INTO evaluation_answer (evaluation, statement, value) VALUES (${id}, ${s.id}, ${of(s) ?? 'NULL'});`).join('')}
		${words ? `INSERT INTO evaluation_answer (evaluation, statement, words) VALUES (${id}, ${prose[0].id}, ${quote(words)});` : ''}
		INSERT INTO evaluation_link (element, evaluation, given_by, at) SELECT id, ${id}, doctor, UTC_TIMESTAMP() FROM element WHERE id = ${element}`);
	return id;
}

/* The next half-year is over, whatever day it is: answers a number of it. */
function close() {
	const half = Math.max(Number(one('SELECT COALESCE(MAX(half), 0) FROM evaluation_close')) + 1, Number(one('SELECT 2 * YEAR(UTC_DATE()) + (MONTH(UTC_DATE()) > 6)')));
	sql(`INSERT INTO evaluation_close (half, at) VALUES (${half}, MAKEDATE(${half + 1} DIV 2, 1) + INTERVAL (${half + 1} MOD 2) * 6 MONTH)`);
	return half;
}
const batch = (unit = here.unit) => sql(`SELECT half, n FROM evaluation_batch WHERE org_unit = ${unit} ORDER BY half`).map((r) => r.map(Number));
const readable = (unit = here.unit) => Number(one(`SELECT COUNT(DISTINCT evaluation) FROM evaluation_readable WHERE org_unit = ${unit}`));

after(() => {
	here.close();
	sql(`DELETE FROM attestation_now WHERE doctor IN (${[here.id, here.colleague, ...people]}) AND by_name = 'x';
		UPDATE element SET cancelled = ${today()} WHERE doctor IN (${people});
		UPDATE training_course SET cancelled = ${today()} WHERE doctor IN (${people});
		UPDATE user_role SET until = since WHERE person IN (${people})`);
});

// --- the doctor -------------------------------------------------------------------------------

test('R_EVA_02 too early is told with the day on which it can be; the address of another is not found', async () => {
	const browser = await doctor();
	let page = await browser.get(own);
	const opens = one(`SELECT DATE_FORMAT(until - INTERVAL 31 DAY, '%d.%m.%Y') FROM element WHERE id = ${here.element}`);
	assert.ok(page.text.includes(`Kan evalueres fra ${opens}`), page.text.slice(0, 1200));
	page = await browser.get(own + here.element);
	assert.equal(page.status, 409, page.brief);
	assert.ok(page.text.includes(opens));
	page = await browser.post(own + here.element, { formular: await browser.token(), ...all(5), goer: 'send' });
	assert.equal(page.status, 409, page.brief);
	assert.equal(count(`evaluation_link WHERE element = ${here.element}`), 0);
	const theirs = trainee();
	for (const answer of [await browser.get(own + theirs.element), await browser.post(own + theirs.element, { formular: await browser.token(), ...all(5), goer: 'send' })])
		assert.equal(answer.status, 404, answer.brief);
	/* Nor by one's own account, with another day in the statement. */
	sql(`UPDATE element SET until = ${today()} + INTERVAL 32 DAY WHERE id = ${here.element}`);
	assert.equal((await browser.get(own + here.element)).status, 409);
	sql(`UPDATE element SET until = ${today()} + INTERVAL 31 DAY WHERE id = ${here.element}`);
	assert.equal((await browser.get(own + here.element)).status, 200);
});

test('R_EVA_03 a draft is kept, what lacks is told at each statement, and nothing typed is lost', async () => {
	const browser = await doctor(), at = own + here.element;
	let page = await browser.submit(at, { [`p${scale[0].id}`]: 5, [`p${prose[0].id}`]: 'Godt & "trygt"\nfra første dag', goer: 'kladde' }, { from: at });
	assert.match(page.text, /Kladden er gemt/, page.brief);
	assert.match(page.text, /Gør evalueringen færdig/);
	page = await browser.get(at);
	assert.equal(page.form(at).fields.find(([n]) => n === `p${scale[0].id}`)[1], '5');
	assert.match(page.form(at).fields.find(([n]) => n === `p${prose[0].id}`)[1], /^Godt & "trygt"\r?\nfra første dag$/);

	page = await browser.submit(at, { ...all(4), [`p${scale[3].id}`]: [], goer: 'send' });
	assert.equal(page.status, 422, page.brief);
	assert.match(page.text, /Vælg et svar, eller “ikke relevant”/);
	assert.equal(page.form(at).fields.find(([n]) => n === `p${scale[1].id}`)[1], '4');
	page = await browser.submit(at, { ...all(4), [`p${scale[2].id}`]: 7, goer: 'send' }, { from: at });
	assert.equal(page.status, 422, page.brief);
	page = await browser.submit(at, { ...all(4), [`p${prose[1].id}`]: 'Patienten 010190-1234', goer: 'kladde' }, { from: at });
	assert.equal(page.status, 422, page.brief);
	assert.match(page.text, /Skriv ikke CPR-numre i fritekst/);
	assert.equal(count(`evaluation_draft WHERE element = ${here.element} AND answers LIKE '%010190%'`), 0);
	page = await browser.submit(at, { ...all(4), [`p${prose[1].id}`]: 'x'.repeat(2001), goer: 'send' }, { from: at });
	assert.equal(page.status, 422, page.brief);
	assert.equal(count(`evaluation_link WHERE element = ${here.element}`), 0);
});

test('R_EVA_08 it is sent once: a double click, and a change afterwards, lead to what was sent', async () => {
	const browser = await doctor(), at = own + here.element;
	const before = count('evaluation');
	await browser.get(at);
	const form = browser.page.form(at).fields.filter(([n]) => !/^p\d/.test(n));
	const fields = [...form.filter(([n]) => n !== 'goer'), ...Object.entries(all(4, { [`p${scale[1].id}`]: 0, [`p${prose[0].id}`]: 'Ordene her læses senest' })).map(([n, v]) => [n, String(v)]), ['goer', 'send']];
	const twice = await Promise.all([browser.copy().post(at, fields), browser.copy().post(at, fields)]);
	assert.deepEqual(twice.map((p) => [p.status, p.location]), [1, 2].map(() => [303, '/evaluering/?besked=sendt']));
	assert.equal(count(`evaluation_link WHERE element = ${here.element}`), 1);
	assert.equal(count('evaluation'), before + 1, 'no second answer, nor half of one');
	assert.equal(count(`evaluation_draft WHERE element = ${here.element}`), 0);
	assert.equal(count(`evaluation_answer a JOIN evaluation_link l ON l.evaluation = a.evaluation WHERE l.element = ${here.element}`), scale.length + 1);
	assert.equal(one(`SELECT value FROM evaluation_answer a JOIN evaluation_link l ON l.evaluation = a.evaluation WHERE l.element = ${here.element} AND statement = ${scale[1].id}`), null);

	let page = await browser.post(at, [...fields.filter(([n]) => n !== `p${scale[0].id}`), [`p${scale[0].id}`, '1']]);
	assert.equal(page.status, 303);
	page = await browser.get(at);
	assert.equal(page.heading, 'Din evaluering');
	assert.match(page.text, /4 – i nogen grad/);
	assert.match(page.text, /ikke relevant/);
	assert.match(page.text, /Ordene her læses senest/);
	assert.ok(!page.form(at));
	for (const statement of [`UPDATE evaluation_answer SET value = 1 LIMIT 1`, 'DELETE FROM evaluation_answer LIMIT 1', 'UPDATE evaluation SET half = 1 LIMIT 1', 'DELETE FROM evaluation LIMIT 1',
		'UPDATE evaluation_link SET at = UTC_TIMESTAMP() LIMIT 1', 'DELETE FROM evaluation_link LIMIT 1', 'DELETE FROM evaluation_mean LIMIT 1', 'UPDATE evaluation_mean SET total = 1 LIMIT 1',
		`INSERT INTO evaluation_answer SELECT l.evaluation, ${prose[2].id}, NULL, 'Efter' FROM evaluation_link l WHERE l.element = ${here.element}`])
		assert.throws(() => sql(statement), /only ever added|has been sent|what is published stays/, statement);
});

// --- UAO and tutor ------------------------------------------------------------------------------

test('R_EVA_07_R_EVA_08 no answer is read before both attestations are approved and the half-year is over', async () => {
	const others = [trainee(), trainee()], browser = await uao();
	others.forEach((o, i) => say(o.element, 2 + i));
	const seen = async () => (await browser.get(dept)).text;
	close();
	assert.match(await seen(), /ingen svar at læse/);
	attest(here.element, 'APPROVED', ['TIME']);
	others.forEach((o) => attest(o.element, 'APPROVED', ['GOALS']));
	close();
	assert.match(await seen(), /ingen svar at læse/, 'one of two is not enough');
	assert.deepEqual(batch(), [], 'nor for means');
	assert.equal((await nobody.get(means)).status, 404);

	attest(here.element);
	others.forEach((o) => attest(o.element));
	assert.match(await seen(), /ingen svar at læse/, 'not on the day that the last is signed');
	const half = close();
	const page = await browser.get(dept);
	assert.match(page.text, /Svar 3/, page.brief);
	assert.match(page.text, /Ordene her læses senest/);
	assert.deepEqual(batch(), [[half, 3]]);
	for (const name of [...sql(`SELECT name FROM person WHERE id IN (${[here.id, ...people]})`).map(([n]) => n), here.doctor])
		assert.ok(!page.html.includes(name), name);

	/* What was released stays, also when an attestation is reset: its going would say whose it is. */
	attest(here.element, 'RESET', ['GOALS']);
	assert.ok((await seen()).includes('Ordene her læses senest'));
	assert.equal(readable(), 3);
	attest(here.element);
	assert.equal(readable(), 3);
});

test('R_EVA_07 nor while the doctor has another employment there that is not attested', async () => {
	const two = trainee();
	sql(`INSERT INTO element (course, doctor, seq, org_unit, since, until) SELECT course, doctor, 2, org_unit, until, until + INTERVAL 6 MONTH FROM element WHERE id = ${two.element}`);
	const before = readable();
	say(two.element, 1, 'Skrevet midt i forløbet');
	attest(two.element);
	close();
	assert.equal(readable(), before);
	const later = Number(one(`SELECT id FROM element WHERE doctor = ${two.id} AND seq = 2`));
	attest(later);
	close();
	assert.equal(readable(), before, 'alone it would say whose it is');
	assert.match((await (await uao()).get(dept)).text, /Besvarelser fra 2 læger mangler, før de næste svar kan læses/);
});

test('R_EVA_08 other roles and other departments read nothing', async () => {
	const other = await login(somebody('UAO', `h.org_unit <> ${here.unit} AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.org_unit = ${here.unit})`), 'UAO');
	assert.ok(!(await other.get(dept)).text.includes('Ordene her læses senest'));
	for (const [email, role] of [[here.approver, 'VEJLEDER'], [here.main, 'HOVEDVEJLEDER'], [here.doctor, 'UL'], [somebody('VUS'), 'VUS'], [somebody('PROJEKTLEDER'), 'PROJEKTLEDER']])
		assert.equal((await (await login(email, role)).get(dept)).status, 403, role);
	assert.equal((await (await uao()).get(own)).status, 403);
	assert.equal((await new Browser().request('GET', dept)).status, 303);
	/* Somebody who is UAO and VEJLEDER there reads as UAO alone. */
	assert.equal((await (await login(here.both, 'VEJLEDER')).get(dept)).status, 403);
	assert.equal((await (await login(here.both, 'UAO')).get(dept)).status, 200);
});

// --- means ----------------------------------------------------------------------------------------

test('R_EVA_01_R_EVA_05 means are there for everybody, without login, and no words of anybody', async () => {
	const [[half]] = batch();
	let page = await nobody.get(`${means}?halvaar=${half}`);
	assert.equal(page.status, 200, page.brief);
	assert.match(page.text, /3 svar/);
	assert.match(page.text, /3,0 middel/, page.text.slice(0, 1500));   // 4, 2, 3
	assert.ok(!page.text.includes('Ordene her læses senest'));
	/* Of a statement that one of the three found not relevant nothing is told. */
	assert.equal(count(`evaluation_mean WHERE org_unit = ${here.unit} AND half = ${half} AND statement = ${scale[1].id}`), 0);
	assert.match(page.text, /for få svar/);
	page = await nobody.get('/evaluering/steder');
	assert.ok(page.text.includes(here.place), page.text.slice(0, 1500));
	const book = await nobody.request('GET', `${means}/gennemsnit.xlsx`);
	assert.equal(book.status, 200);
	assert.match(book.headers['content-type'], /spreadsheetml/);
	assert.ok(!/trainee|doctor/.test(book.headers['content-disposition']));
	for (const at of ['/evaluering/steder/99999999', '/evaluering/steder/99999999/gennemsnit.xlsx', '/evaluering/steder/x'])
		assert.equal((await nobody.get(at)).status, 404, at);
});

test('R_EVA_08 fewer than three wait, and are counted with those that come; a published mean never moves', () => {
	const was = sql(`SELECT half, statement, stage, specialty, n, total FROM evaluation_mean WHERE org_unit = ${here.unit} ORDER BY 1, 2, 3, 4`);
	assert.equal(batch().length, 1, 'the one answer of before waits');
	const fourth = trainee();
	say(fourth.element, 6);
	attest(fourth.element);
	close();
	assert.equal(batch().length, 1, 'two wait');
	const fifth = trainee();
	say(fifth.element, 6);
	attest(fifth.element);
	assert.equal(readable(), 3, 'nor are they read');
	const half = close();
	assert.equal(readable(), 6);
	assert.deepEqual(batch()[1], [half, 3]);
	assert.deepEqual(sql(`SELECT half, statement, stage, specialty, n, total FROM evaluation_mean WHERE org_unit = ${here.unit} AND half < ${half} ORDER BY 1, 2, 3, 4`), was);
	assert.equal(one(`SELECT total FROM evaluation_mean WHERE org_unit = ${here.unit} AND half = ${half} AND statement = ${overall} AND stage = 'ALL'`), '13');   // 1 + 6 + 6
	/* Each answer is counted once. */
	assert.equal(count(`evaluation_counted WHERE org_unit = ${here.unit}`), 6);
});

test('R_EVA_08_R_EVA_09 answers are read in company: from so many doctors as the site asks, and never fewer than three', async () => {
	const place = department('evaluate-alone'), leads = await login(somebody('PROJEKTLEDER'), 'PROJEKTLEDER'), at = '/sekretariat/indstillinger';
	try {
		const browser = await login(place.uao, 'UAO'), seen = async () => (await browser.get(dept)).text;
		assert.equal((await leads.submit(at, { evaluation_read_least: '2' }, { from: at })).status, 422);
		/* Three answers of one doctor are of one doctor. */
		const one_of = trainee({ unit: place.unit });
		for (const seq of [2, 3])
			sql(`INSERT INTO element (course, doctor, seq, org_unit, since, until) SELECT course, doctor, ${seq}, org_unit, since, until FROM element WHERE id = ${one_of.element}`);
		for (const [e] of sql(`SELECT id FROM element WHERE doctor = ${one_of.id}`)) {
			say(Number(e), 1, 'Skrevet af en alene');
			attest(Number(e));
		}
		close();
		assert.deepEqual([readable(place.unit), batch(place.unit)], [0, []]);
		assert.match(await seen(), /færre end 3 læger.*Besvarelser fra 2 læger mangler/s);
		assert.ok(!(await seen()).includes('Skrevet af en alene'));
		/* Who answers next is told so before sending. */
		const next = trainee({ unit: place.unit }), last = trainee({ unit: place.unit });
		const asks = await doctor();
		assert.match((await asks.get(own + element_to_come())).text, /svar fra færre end 3 læger, venter de alle til et senere halvår/);
		say(next.element, 5);
		attest(next.element);
		close();
		assert.match(await seen(), /Besvarelser fra 1 læge mangler/);
		/* Whoever changes the table itself gets no fewer than three either. */
		sql("INSERT INTO setting (name, value) VALUES ('evaluation_read_least', '1') ON DUPLICATE KEY UPDATE value = '1'");
		close();
		assert.equal(readable(place.unit), 0);
		sql("DELETE FROM setting WHERE name = 'evaluation_read_least'");
		say(last.element, 6);
		attest(last.element);
		close();
		assert.equal(readable(place.unit), 5);
		const page = await browser.get(dept);
		assert.match(page.text, /Skrevet af en alene/);
		assert.match(page.text, /Besvarelser fra 3 læger mangler/);
	} finally {
		sql("DELETE FROM setting WHERE name = 'evaluation_read_least'");
		place.close();
	}
});

test('R_EVA_06_R_EVA_08 a part is published only where every part has enough: nothing can be reckoned from the rest', async () => {
	const place = department('evaluate-parts');
	try {
		const unit = place.unit, part = (stage, specialty) => count(`evaluation_mean WHERE org_unit = ${unit} AND stage = '${stage}' AND specialty = COALESCE((SELECT id FROM specialty WHERE code = '${specialty}'), 0)`);
		const give = (n, value, kind) => Array.from({ length: n }, () => trainee({ unit, ...kind })).forEach((t) => { say(t.element, value); attest(t.element); });
		/* Three of one kind and one of another: the whole alone, or the one would be the difference. */
		give(3, 5, { stage: 'HU', specialty: 'geriatri' });
		give(1, 1, { stage: 'KBU', specialty: null });
		let half = close();
		assert.deepEqual(batch(unit), [[half, 4]]);
		assert.equal(part('HU', 'geriatri') + part('KBU', ''), 0);
		assert.equal(one(`SELECT total FROM evaluation_mean WHERE org_unit = ${unit} AND statement = ${overall}`), '16');
		let page = await nobody.get(`/evaluering/steder?uddannelse=HU&region=${one(`SELECT region FROM org_unit WHERE id = ${unit}`)}`);
		assert.ok(!page.text.includes(place.place));
		/* Three of each: both, for all the statements that three of each answered. */
		give(3, 5, { stage: 'HU', specialty: 'geriatri' });
		give(2, 2, { stage: 'KBU', specialty: null });
		const last = trainee({ unit, stage: 'KBU', specialty: null });
		say(last.element, (s) => s.id === scale[0].id ? null : 2);
		attest(last.element);
		half = close();
		assert.equal(part('HU', 'geriatri'), scale.length - 1);
		assert.equal(part('KBU', ''), scale.length - 1, 'of the first statement only two of them answered');
		page = await nobody.get('/evaluering/steder?uddannelse=KBU');
		assert.ok(page.text.includes(place.place), page.brief);
		assert.match(page.text, /2,0 lav/);
		page = await nobody.get(`/evaluering/steder/${unit}?halvaar=${half}&laeger=KBU-0`);
		assert.match(page.text, /2,0 lav/);
		assert.ok(!/5,0 høj/.test(page.text));
		page = await nobody.get(`/evaluering/steder/${unit}?halvaar=${half}`);
		assert.match(page.text, /3,5 middel/);
	} finally {
		place.close();
	}
});

test('R_EVA_08 the project leader may ask for more than three, never for fewer', async () => {
	const browser = await login(somebody('PROJEKTLEDER'), 'PROJEKTLEDER'), at = '/sekretariat/indstillinger';
	for (const wrong of ['2', '0', 'tre', '101']) {
		const page = await browser.submit(at, { evaluation_least: wrong }, { from: at });
		assert.equal(page.status, 422, `${wrong}: ${page.brief}`);
		assert.match(page.text, /Skriv et tal fra 3 til 100/);
	}
	const place = department('evaluate-more');
	try {
		let page = await browser.submit(at, { evaluation_least: '4' }, { from: at });
		assert.match(page.text, /Indstillingerne er gemt/, page.brief);
		const some = [1, 2, 3].map(() => trainee({ unit: place.unit }));
		some.forEach((t) => { say(t.element, 3); attest(t.element); });
		close();
		assert.deepEqual(batch(place.unit), []);
		assert.equal(readable(place.unit), 3);
		/* Whoever changes the table itself gets no fewer than three either. */
		sql("UPDATE setting SET value = '1' WHERE name = 'evaluation_least'");
		const half = close();
		assert.deepEqual(batch(place.unit), [[half, 3]]);
		assert.equal(one(`SELECT least FROM evaluation_batch WHERE org_unit = ${place.unit}`), '3');
		page = await browser.submit(at, { evaluation_least: '' }, { from: at });
		assert.equal(page.status, 200, page.brief);
		/* Means came with a half-year that brought no answers of its own: they can be commented on. */
		page = await (await login(place.uao, 'UAO')).get(`${dept}?halvaar=${half}`);
		assert.match(page.text, /Ingen nye svar dette halvår/, page.brief);
		assert.ok(page.form(`${dept}/kommentar`));
	} finally {
		place.close();
	}
});

test('R_EVA_06 the management comments on a half-year, in public and signed; of two at once one stands', async () => {
	const browser = await uao(), [[half]] = batch(), at = `${dept}?halvaar=${half}`, to = `${dept}/kommentar`;
	let page = await browser.submit(to, { kommentar: 'Vagtplanen er lagt om.' }, { from: at });
	assert.match(page.text, /Kommentaren er gemt/, page.brief);
	page = await nobody.get(`${means}?halvaar=${half}`);
	assert.match(page.text, /Ledelsens kommentar/);
	assert.match(page.text, /Vagtplanen er lagt om\./);
	assert.match(page.text, /uao i evaluate/);
	const stale = await browser.get(at);
	page = await browser.submit(to, { kommentar: 'Og introduktionen.' }, { from: at });
	assert.equal(page.status, 200, page.brief);
	const again = await browser.post(to, [...stale.form(to).fields.filter(([n]) => n !== 'kommentar'), ['kommentar', 'Og introduktionen.']]);
	assert.equal(again.status, 303, 'a double click');
	const late = await browser.post(to, [...stale.form(to).fields.filter(([n]) => n !== 'kommentar'), ['kommentar', 'Noget andet']]);
	assert.equal(late.status, 409);
	assert.equal(count(`evaluation_comment WHERE org_unit = ${here.unit}`), 2);
	page = await browser.submit(to, { kommentar: 'Ring til 010190-1234' }, { from: at });
	assert.equal(page.status, 422, page.brief);
	page = await browser.submit(to, { kommentar: '' }, { from: at });
	assert.ok(!(await nobody.get(`${means}?halvaar=${half}`)).text.includes('Ledelsens kommentar'));
	assert.throws(() => sql('UPDATE evaluation_comment SET words = NULL LIMIT 1'), /only ever added/);
	const tutor = await login(somebody('TUTOR'), 'TUTOR');
	page = await tutor.post(to, { formular: await tutor.token(), halvaar: half, trin: 3, kommentar: 'Fra en anden' });
	assert.equal(page.status, 409);
});

// --- the clock ----------------------------------------------------------------------------------------

test('R_EVA_02 who lacks an answer is reminded fourteen days before, on the last day and a week after; who has sent one is not', () => {
	/* (until is the day after the last) */
	const asked = [15, 1, -6].map((d) => trainee({ until: `${today()} + INTERVAL ${d} DAY` })), not = [14, 2, -5].map((d) => trainee({ until: `${today()} + INTERVAL ${d} DAY` }));
	const done = trainee({ until: `${today()} + INTERVAL 15 DAY` });
	say(done.element, 4);
	sql("DELETE FROM job WHERE name = 'evalueringer'");
	clock();
	const told = (t) => sql(`SELECT link, about, place FROM notice WHERE person = ${t.id} AND kind = 'EVALUATE'`);
	for (const t of asked) {
		assert.equal(told(t).length, 1);
		assert.deepEqual(told(t)[0].slice(0, 2), ['/evaluering/', null]);
		assert.ok(told(t)[0][2].startsWith(here.place));
	}
	for (const t of [...not, done])
		assert.equal(told(t).length, 0);
	clock();
	assert.equal(told(asked[0]).length, 1, 'once');
});

// --- every account ------------------------------------------------------------------------------------

/* The number of the error, 0 for none.  Nothing stays. */
function as(program, statement) {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`, stack.DATABASE],
		{ input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' });
	return Number(/^ERROR (\d+)/m.exec(said.stderr)?.[1] ?? 0);
}
const NO_RIGHT = [1142, 1143], programs = ['login', 'journal', 'approve', 'course', 'office', 'export', 'import', 'clock', 'audit'];
const tables = ['evaluation', 'evaluation_answer', 'evaluation_link', 'evaluation_draft', 'evaluation_open', 'evaluation_counted', 'evaluation_own', 'evaluation_free', 'evaluation_readable'];

test('R_EVA_07_R_EVA_08 no other program can name an answer, and none whose it is', () => {
	for (const program of programs)
		for (const table of [...tables, 'evaluation_batch', 'evaluation_mean', 'evaluation_comment', ...program === 'clock' ? [] : ['evaluation_given', 'evaluation_close']]) {
			assert.ok(NO_RIGHT.includes(as(program, `SELECT 1 FROM ${table}`)), `${program} reads ${table}`);
			assert.ok(NO_RIGHT.includes(as(program, `DELETE FROM ${table}`)), `${program} empties ${table}`);
		}
	/* The clock sees that an answer is there; not when, nor what it says. */
	assert.equal(as('clock', 'SELECT element FROM evaluation_given LIMIT 1'), 0);
	assert.ok(NO_RIGHT.includes(as('clock', 'SELECT at FROM evaluation_given LIMIT 1')));
	assert.equal(as('clock', `INSERT INTO evaluation_close (half, at) VALUES (9000, UTC_TIMESTAMP())`), 1644, 'before it is over');
	/* And the program itself: what is released, and a doctor's own; whose the released are it cannot ask. */
	for (const table of ['evaluation', 'evaluation_answer', 'evaluation_link', 'evaluation_free', 'evaluation_open', 'evaluation_counted', 'attestation', 'attestation_now', 'approval', 'approval_now'])
		assert.ok(NO_RIGHT.includes(as('evaluate', `SELECT 1 FROM ${table}`)), `evaluate reads ${table}`);
	const columns = (view) => sql(`SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '${view}' ORDER BY 1`).map(([c]) => c);
	assert.deepEqual(columns('evaluation_readable'), ['evaluation', 'half', 'org_unit', 'statement', 'value', 'words']);
	assert.ok(!columns('evaluation_own').includes('evaluation'));
	assert.deepEqual(columns('evaluation').filter((c) => /at$|by|doctor|element|day/.test(c)), []);
});

test('R_EVA_08 ids tell no order', () => {
	const ids = sql('SELECT HEX(v.id) FROM evaluation v JOIN evaluation_link l ON l.evaluation = v.id ORDER BY l.at, l.element').map(([id]) => id);
	assert.ok(ids.length > 8);
	assert.notDeepEqual(ids, [...ids].sort());
});

test('the account cannot answer for others, nor half, nor sign a comment of another place', async () => {
	const t = trainee();
	await doctor();
	const id = "UNHEX('00112233445566778899aabbccddeeff')", half = '2 * YEAR(UTC_DATE()) + (MONTH(UTC_DATE()) > 6)';
	const begin = (unit = here.unit) => `INSERT INTO evaluation (id, form, org_unit, stage, specialty, half) VALUES (${id}, 1, ${unit}, 'HU', (SELECT id FROM specialty WHERE name = ${quote(one("SELECT name FROM specialty WHERE code = 'geriatri'"))}), ${half})`;
	const answers = scale.map((s) => `INSERT INTO evaluation_answer (evaluation, statement, value) VALUES (${id}, ${s.id}, 1)`).join('; ');
	const seal = (by, element = t.element) => `INSERT INTO evaluation_link (element, evaluation, given_by, at) VALUES (${element}, ${id}, ${by}, (SELECT MAX(made) FROM session))`;
	const REFUSED = 1644;
	assert.equal(as('evaluate', `${begin()}; ${answers}; ${seal(t.id)}`), REFUSED, 'a doctor who is not logged in');
	assert.equal(as('evaluate', `${begin()}; ${answers}; ${seal(here.id)}`), REFUSED, 'in the name of another');
	assert.equal(as('evaluate', `${begin()}; ${seal(t.id)}`), REFUSED, 'half');
	assert.equal(as('evaluate', `${begin()}; INSERT INTO evaluation_answer (evaluation, statement, value) VALUES (${id}, ${scale[0].id}, 7)`), 4025);
	assert.equal(as('evaluate', `INSERT INTO evaluation_comment (org_unit, half, step, words, given_by, by_name, as_role, at)
		SELECT org_unit, half, 9, 'x', ${person(here.doctor)}, 'x', 'UAO', (SELECT MAX(made) FROM session) FROM evaluation_batch LIMIT 1`), REFUSED);
});

test('who is no doctor in training from today on seals nothing after midnight in Denmark, nor is a comment signed in a role that was over', () => {
	const t = trainee(), uao = person(here.uao), id = "UNHEX('00112233445566778899aabbccddeefe')";
	const late = `CONCAT(${today()} - INTERVAL 1 DAY, ' 23:30:00')`, early = `CONCAT(${today()} - INTERVAL 1 DAY, ' 21:30:00')`;
	const against = (statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-evaluate', stack.DATABASE],
		{ input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' }).stderr;
	sql(`INSERT INTO session (token, person, stage, made, seen) SELECT UNHEX(SHA2(UUID(), 256)), id, 'FULL', ${early}, ${late} FROM person WHERE id IN (${t.id}, ${uao})`);
	const seal = (at) => against(`INSERT INTO evaluation (id, form, org_unit, stage, specialty, half)
		VALUES (${id}, 1, ${here.unit}, 'HU', (SELECT id FROM specialty WHERE name = ${quote(one("SELECT name FROM specialty WHERE code = 'geriatri'"))}), 2 * YEAR(${early}) + (MONTH(${early}) > 6));
		${scale.map((s) => `INSERT INTO evaluation_answer (evaluation, statement, value) VALUES (${id}, ${s.id}, 1)`).join('; ')};
		INSERT INTO evaluation_link (element, evaluation, given_by, at) VALUES (${t.element}, ${id}, ${t.id}, ${at})`);
	sql(`UPDATE user_role SET until = ${today()} WHERE person = ${t.id}`);
	assert.equal(seal(early), '');
	assert.match(seal(late), /evaluation_link: not for this account to add/);
	const comment = (at) => against(`INSERT INTO evaluation_comment (org_unit, half, step, words, given_by, by_name, as_role, at)
		SELECT org_unit, half, 90, 'x', ${uao}, 'x', 'UAO', ${at} FROM evaluation_batch WHERE org_unit = ${here.unit} LIMIT 1`);
	const held = one(`SELECT id FROM user_role WHERE person = ${uao} AND role = 'UAO'`);
	assert.equal(count(`evaluation_batch WHERE org_unit = ${here.unit}`) > 0, true);
	try {
		sql(`UPDATE user_role SET until = ${today()} WHERE id = ${held}`);
		assert.equal(comment(early), '');
		assert.match(comment(late), /evaluation_comment: not for this account to add/);
	} finally {
		sql(`UPDATE user_role SET until = '9999-12-31' WHERE id = ${held}`);
	}
});
