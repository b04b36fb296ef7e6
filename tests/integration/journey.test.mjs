// SPDX-License-Identifier: MPL-2.0
//
// What the guide is about, end to end: a competency is asked for, answered, and locked; merit is
// given and stands in its three places; the print goes out; and the doctor sees who has looked.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ask, count, demo, file, logbook, login, one, person, quote, somebody, sql, stack, status, steps, take_role,
	today, work_book } from './lib.mjs';

/* Each test takes goals of its own from the same logbook. */
const book = work_book();
const next = () => book.goals.shift();
const story = (goal) => sql(`SELECT a.* FROM approval a WHERE a.doctor = ${book.id} AND a.competency = ${goal.id} ORDER BY a.step`);
const doctor = () => login(book.doctor, 'UL');
const approver = () => login(book.approver, book.role);
const secretary = () => login(somebody('VUS', `h.region = (SELECT t.region FROM training_course t WHERE t.doctor = ${book.id} ORDER BY t.since DESC LIMIT 1)
	AND p.id <> ${book.id} AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.role = 'UL')`), 'VUS');
const name_of = (email) => one(`SELECT name FROM person WHERE email = ${quote(email)}`);

// --- approvals ------------------------------------------------------------------------------

test('T_060 R_KOM_04 R_ROL_05 a supervisor approves a competency, which is locked with date, name, place and role', async () => {
	const goal = next(), asks = await doctor(), answers = await approver();
	const id = await ask(asks, book, goal, { rating: 4, words: 'To vagter i modtagelsen.\nMini-CEX er vedlagt.' });

	let page = await answers.get('/vejleder/anmodninger');
	assert.ok(page.text.includes(`${goal.number} ${goal.title}`), page.brief);
	assert.match(page.text, /To vagter i modtagelsen\. Mini-CEX er vedlagt\./);
	assert.match(page.text, /Egen vurdering 4 af 5/);
	page = await answers.submit(`/vejleder/anmodninger/${id}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${id}` });
	assert.match(page.text, /Kompetencen er godkendt/, page.brief);

	const [, , , , state, kind, , , , , , by, by_name, as_role, place, at] = story(goal)[1];
	assert.deepEqual([state, kind, Number(by), by_name, as_role], ['APPROVED', 'ORDINARY', person(book.approver), name_of(book.approver), 'VEJLEDER']);
	assert.equal(place, one(`SELECT place FROM org_unit WHERE id = ${book.unit}`));
	page = await asks.get(`/logbog/kompetencer/${goal.id}`);
	assert.match(page.text, new RegExp(`Godkendt af ${name_of(book.approver)}, Vejleder, ${place}`), page.brief);
	assert.ok(page.html.includes(`datetime="${at.slice(0, 10)}`), `the date ${at}`);
	assert.deepEqual(page.forms.filter((f) => f.action.includes('/kompetencer/')), []);
});

test('R_KOM_12 what is approved stays so, whoever sends what', async () => {
	const goal = next(), asks = await doctor(), answers = await approver();
	const id = await ask(asks, book, goal);
	const mine = await asks.token(), theirs = await answers.token('/vejleder/anmodninger');
	await answers.post(`/vejleder/anmodninger/${id}`, { formular: theirs, svar: 'godkend' });
	const before = story(goal);
	assert.equal(before.length, 2);

	for (const [who, formular, at, fields] of [[asks, mine, `/logbog/kompetencer/${goal.id}/anmod`, { element: book.element }],
		[asks, mine, `/logbog/kompetencer/${goal.id}/fortryd`, {}],
		[answers, theirs, `/vejleder/anmodninger/${id}`, { svar: 'returner', grund: 'Alligevel ikke.' }]]) {
		const page = await who.post(at, { formular, ...fields });
		assert.equal(page.status, 409, page.brief);
	}
	assert.deepEqual(story(goal), before);
});

test('a request is taken back while nobody has answered, and asked anew', async () => {
	const goal = next(), asks = await doctor(), at = `/logbog/kompetencer/${goal.id}`;
	const id = await ask(asks, book, goal, { words: 'Første gang' });
	let page = await asks.submit(`${at}/fortryd`, {}, { from: at });
	assert.match(page.text, /Anmodningen er trukket tilbage/);
	assert.equal(status(book, goal), 'WITHDRAWN');
	assert.doesNotMatch((await (await approver()).get('/vejleder/anmodninger')).text, /Første gang/);
	page = await (await approver()).get(`/vejleder/anmodninger/${id}`);
	assert.equal(page.form(`/vejleder/anmodninger/${id}`), undefined, 'nothing to answer');
	await ask(asks, book, goal, { words: 'Anden gang' });
	assert.equal(steps(book, goal), 3);
});

test('what is sent back needs a reason, which the doctor sees and can answer', async () => {
	const goal = next(), asks = await doctor(), answers = await approver();
	const id = await ask(asks, book, goal), at = `/vejleder/anmodninger/${id}`;
	let page = await answers.submit(at, { svar: 'returner', grund: '  ' }, { from: at });
	assert.equal(page.status, 422);
	assert.deepEqual(page.faults, ['Skriv, hvad der mangler, så lægen ved, hvad der skal til.']);
	page = await answers.submit(at, { svar: 'returner', grund: 'Mini-CEX mangler <b>stadig</b>.' });
	assert.match(page.text, /sendt tilbage til lægen/, page.brief);
	page = await asks.get(`/logbog/kompetencer/${goal.id}`);
	assert.match(page.text, new RegExp(`Returneret af ${name_of(book.approver)}`));
	assert.ok(page.text.includes('Mini-CEX mangler <b>stadig</b>.'));
	assert.ok((await asks.get('/logbog/oversigt')).text.includes(`${goal.number} ${goal.title}`));
	await ask(asks, book, goal);
	assert.equal(status(book, goal), 'REQUESTED');
});

test('several are approved at once, with "not this one"', async () => {
	const goals = [next(), next(), next()], asks = await doctor(), answers = await approver(), ids = [];
	for (const goal of goals)
		ids.push(await ask(asks, book, goal));
	let page = await answers.get('/vejleder/anmodninger?valg=alle');
	const ticked = page.form('/vejleder/anmodninger').fields.filter(([name]) => name === 'a').map(([, value]) => Number(value));
	for (const id of ids)
		assert.ok(ticked.includes(id));
	page = await answers.submit('/vejleder/anmodninger', { a: [ids[0], ids[2]] });
	assert.match(page.text, /2 kompetencer er godkendt/, page.brief);
	assert.deepEqual(goals.map((g) => status(book, g)), ['APPROVED', 'REQUESTED', 'APPROVED']);
	page = await answers.submit('/vejleder/anmodninger', { a: [] });
	assert.equal(page.status, 422);
	assert.match(page.text, /Sæt hak ved mindst én/);
});

test('T_004 R_ROL_04 nobody approves their own, whatever roles they hold', async () => {
	const email = somebody('UL', `EXISTS (SELECT 1 FROM user_role v JOIN element e ON e.org_unit = v.org_unit AND e.doctor = p.id
		AND ${today()} >= e.since AND ${today()} < e.until
		WHERE v.person = p.id AND v.role = 'VEJLEDER' AND ${today()} >= v.since AND ${today()} < v.until)`);
	const own = logbook(`p.email = ${quote(email)}`, one(`SELECT a.role FROM user_role a JOIN element e ON e.org_unit = a.org_unit
		WHERE e.doctor = ${person(email)} AND ${today()} >= e.since AND ${today()} < e.until AND a.person <> e.doctor
		AND a.role IN ('VEJLEDER', 'UAO') AND ${today()} >= a.since AND ${today()} < a.until LIMIT 1`));
	const goal = own.goals[0], both = await login(email, 'UL', { anew: true });
	const id = await ask(both, own, goal, { words: 'Min egen anmodning' });

	await take_role(both, email, 'VEJLEDER');
	let page = await both.get('/vejleder/anmodninger');
	assert.equal(page.status, 200, page.brief);
	assert.doesNotMatch(page.text, /Min egen anmodning/);
	assert.equal((await both.get(`/vejleder/anmodninger/${id}`)).status, 404);
	const formular = await both.token();
	assert.equal((await both.post(`/vejleder/anmodninger/${id}`, { formular, svar: 'godkend' })).status, 404);
	page = await both.post('/vejleder/anmodninger', { formular, a: id });
	assert.match(page.location, /antal=0/);
	assert.equal((await both.get(`/vejleder/laeger/${own.id}/kompetencer`)).status, 404);
	assert.equal(steps(own, goal), 1);
	/* The owner's hand cannot either. */
	assert.throws(() => sql(`INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, given_by, by_name, as_role, place, at)
		SELECT doctor, competency, step + 1, 'APPROVED', kind, element, org_unit, given_by, by_name, 'VEJLEDER', place, at FROM approval WHERE id = ${id}`));
	/* A colleague can. */
	page = await (await login(own.approver, own.role)).submit(`/vejleder/anmodninger/${id}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${id}` });
	assert.match(page.text, /godkendt/, page.brief);
});

test('T_007 a right that ends ends the day after its last; what was approved stays', async () => {
	const [first, second] = [next(), next()], asks = await doctor();
	const role = one(`SELECT id FROM user_role WHERE person = ${person(book.approver)} AND org_unit = ${book.unit} AND role = '${book.role}'`);
	const [until] = sql(`SELECT until FROM user_role WHERE id = ${role}`)[0];
	const ids = [await ask(asks, book, first), await ask(asks, book, second)];
	const answers = await login(book.approver, book.role, { anew: true });
	try {
		sql(`UPDATE user_role SET until = ${today()} + INTERVAL 1 DAY WHERE id = ${role}`);	/* today is the last day */
		let page = await answers.submit(`/vejleder/anmodninger/${ids[0]}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${ids[0]}` });
		assert.match(page.text, /godkendt/, page.brief);
		const formular = await answers.token('/vejleder/anmodninger');
		sql(`UPDATE user_role SET until = ${today()} WHERE id = ${role}`);	/* yesterday was */
		page = await answers.request('GET', `/vejleder/anmodninger/${ids[1]}`);
		assert.equal(page.status, 403, page.brief);
		page = await answers.post(`/vejleder/anmodninger/${ids[1]}`, { formular, svar: 'godkend' });
		assert.equal(page.status, 403, page.brief);
	} finally {
		sql(`UPDATE user_role SET until = ${quote(until)} WHERE id = ${role}`);
	}
	assert.deepEqual([status(book, first), status(book, second)], ['APPROVED', 'REQUESTED']);
	assert.match((await asks.get(`/logbog/kompetencer/${first.id}`)).text, new RegExp(`Godkendt af ${name_of(book.approver)}`));
});

// --- merit ----------------------------------------------------------------------------------

const cpr = demo.people.find((p) => p.email === book.doctor).cpr;
const merits = () => count(`merit WHERE doctor = ${book.id}`);
const form = `/sekretariat/godkend-merit/${book.id}`;

test('a secretary finds the doctor by part of the name, by e-mail and by CPR number', async () => {
	const office = await secretary(), name = name_of(book.doctor);
	for (const q of [name.slice(1, 5), name.split(' ').at(-1).toUpperCase(), book.doctor, cpr, cpr.replace('-', '')]) {
		const page = await office.submit('/sekretariat/brugere', { q }, { from: '/sekretariat/brugere' });
		assert.ok(page.links.includes(`/sekretariat/brugere/${book.id}`), `${q}: ${page.brief}`);
		assert.ok(!page.html.includes(cpr) || q === cpr, 'the number is masked');
	}
	const page = await office.get(`/sekretariat/brugere/${book.id}`);
	assert.equal(page.heading, name);
	assert.ok(!page.html.includes(cpr.slice(-4)), 'the number is masked');
	assert.ok(page.links.includes(form));
});

test('T_120 R_MER_02 merit with neither letter nor note is refused at the field, and nothing is lost', async () => {
	const office = await secretary(), goal = book.goals.at(-1), before = merits();
	let page = await office.submit(form, { kompetence: goal.id, notat: '' }, { from: form, files: {} });
	assert.equal(page.status, 422);
	assert.ok(page.faults.length > 0);
	assert.equal(merits(), before);
	assert.deepEqual(page.form(form).fields.filter(([name]) => name === 'kompetence').map(([, id]) => Number(id)), [goal.id]);
});

test('T_120 T_121 R_MER_04 R_MER_05 a note linked to a competency stands in three places, and under Merit', async () => {
	const office = await secretary(), goal = book.goals.pop(), before = merits();
	const note = `Ansættelse i udlandet, "Sjúkrahúsið" <Þórshöfn> & omegn ${Date.now()}`;
	let page = await office.submit(form, { kompetence: goal.id, notat: note }, { from: form, files: {} });
	assert.match(page.text, /Meritten er givet/, page.brief);
	assert.equal(merits(), before + 1);
	assert.equal(status(book, goal), 'APPROVED');
	page = await office.get('/sekretariat/merit');
	assert.ok(page.text.includes(name_of(book.doctor)));

	const reads = await doctor();
	for (const at of ['/logbog/notater', `/logbog/kompetencer/${goal.id}`]) {
		page = await reads.get(at);
		assert.ok(page.text.includes(note), at);
	}
	assert.ok(printed(await reads.get('/udskrift/kompetencer.pdf')).includes(note), 'the print');
});

test('T_120 T_121 R_MER_06 a letter alone will do, linked to nothing: in Notater and the print alone', async () => {
	const office = await secretary(), before = merits(), known = sql(`SELECT competency FROM approval WHERE doctor = ${book.id}`).length;
	const name = `../../meritbrev æøå ${Date.now()}.pdf`;
	let page = await office.submit(form, {}, { from: form, files: { meritbrev: file('letter.pdf', name) } });
	assert.match(page.text, /Meritten er givet/, page.brief);
	assert.equal(merits(), before + 1);
	assert.equal(sql(`SELECT competency FROM approval WHERE doctor = ${book.id}`).length, known);

	const reads = await doctor();
	page = await reads.get('/logbog/notater');
	const letter = page.links.find((a) => a.startsWith('/logbog/meritbrev/'));
	assert.ok(page.text.includes('Ikke knyttet til en bestemt kompetence'));
	const whole = await reads.request('GET', letter);
	assert.equal(whole.headers['content-type'], 'application/pdf');
	assert.deepEqual(whole.bytes, file('letter.pdf').bytes);
	assert.doesNotMatch(whole.headers['content-disposition'], /\//);
	assert.ok(pages(await reads.get('/udskrift/kompetencer.pdf')) > 2, 'the letter is in the print');
});

test('T_120 a letter and a note, for several competencies: one merit, both kept', async () => {
	const office = await secretary(), goals = [book.goals.pop(), book.goals.pop()], before = merits();
	const page = await office.submit(form, { kompetence: goals.map((g) => g.id), notat: 'To mål' },
		{ from: form, files: { meritbrev: file('letter.png') } });
	assert.match(page.text, /Meritten er givet/, page.brief);
	assert.equal(merits(), before + 1);
	assert.equal(count(`approval WHERE merit = (SELECT MAX(id) FROM merit) AND status = 'APPROVED' AND kind = 'MERIT'`), 2);
});

test('a letter that cannot be read is refused with the reason, and what was typed stays', async () => {
	const office = await secretary(), before = merits();
	for (const [name, reason] of [['html-named.pdf', /hverken en PDF, en JPEG eller en PNG/], ['encrypted.pdf', /krypteret PDF/],
		['half.pdf', /kan ikke læses til ende/]]) {
		const page = await office.submit(form, { notat: 'Bliver stående' }, { from: form, files: { meritbrev: file(name) } });
		assert.equal(page.status, 422, `${name}: ${page.brief}`);
		assert.match(page.faults.join(' '), reason, name);
		assert.ok(page.form(form).fields.some(([field, value]) => field === 'notat' && value === 'Bliver stående'));
	}
	const huge = { filename: 'huge.png', bytes: fs.readFileSync(path.join(stack.B, 'tests/huge.png')) };
	const page = await office.submit(form, { notat: 'x' }, { from: form, files: { meritbrev: huge } });
	assert.equal(page.status, 422, page.brief);
	assert.match(page.faults.join(' '), /Billedet er for stort/);
	assert.equal(merits(), before);
});

// --- the print ------------------------------------------------------------------------------

/* The text of a PDF, its lines joined. */
function printed(page) {
	assert.equal(page.headers['content-type'], 'application/pdf', page.brief);
	return execFileSync('pdftotext', ['-raw', '-', '-'], { input: page.bytes, encoding: 'utf8' }).replace(/\s+/g, ' ');
}
const pages = (page) => Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', ['-'], { input: page.bytes, encoding: 'utf8' }))[1]);

test('R_PRN_03 the three forms of Kompetencer say the same of a competency', async () => {
	const reads = await doctor();
	const [pdf, xlsx, json] = [await reads.get('/udskrift/kompetencer.pdf'), await reads.get('/udskrift/kompetencer.xlsx'), await reads.get('/udskrift/kompetencer.json')];
	const name = name_of(book.doctor), text = printed(pdf);
	assert.equal(json.headers['content-type'].split(';')[0], 'application/json');
	assert.ok(text.includes(name) && JSON.stringify(json.json).includes(name));
	assert.ok(text.includes(cpr), 'the CPR number, for the authority');
	assert.match(text, /side 1 af \d+/i);
	fs.writeFileSync(path.join(stack.DIR, 'tmp/journey.xlsx'), xlsx.bytes);
	const strings = execFileSync('unzip', ['-p', path.join(stack.DIR, 'tmp/journey.xlsx'), 'xl/worksheets/sheet1.xml'], { encoding: 'utf8' });
	const goals = sql(`SELECT c.number, c.title FROM approval_now n JOIN competency c ON c.id = n.competency WHERE n.doctor = ${book.id} AND n.status = 'APPROVED'`);
	assert.ok(goals.length > 5);
	for (const [, title] of goals) {
		assert.ok(text.includes(title), `PDF: ${title}`);
		assert.ok(strings.includes(title.replace(/&/g, '&amp;')), `XLSX: ${title}`);
		assert.ok(json.html.includes(JSON.stringify(title).slice(1, -1)), `JSON: ${title}`);
	}
});

test('the print is taken by the doctor, the department\'s UAO and the secretariat alone', async () => {
	const at = `/udskrift/${book.id}/kompetencer.pdf`;
	const uao = one(`SELECT p.email FROM user_role h JOIN person p ON p.id = h.person WHERE h.org_unit = ${book.unit}
		AND h.role IN ('UAO', 'TUTOR') AND ${today()} >= h.since AND ${today()} < h.until`);
	for (const browser of [await secretary(), await login(uao, one(`SELECT role FROM user_role WHERE person = ${person(uao)} AND org_unit = ${book.unit} AND role IN ('UAO', 'TUTOR')`))])
		assert.ok(printed(await browser.get(at)).includes(name_of(book.doctor)));
	assert.equal((await (await approver()).get(at)).status, 403);
});

// --- who has seen it ------------------------------------------------------------------------

test('T_184 R_GDP_05 each look by somebody else is recorded with role and page, one\'s own are not', async () => {
	const looks = () => sql(`SELECT viewer, role, page FROM look WHERE doctor = ${book.id} ORDER BY id`);
	const reads = await doctor(), before = looks().length;
	for (const at of ['/logbog/oversigt', '/logbog/kompetencer', '/logbog/notater', '/logbog/indsigt', '/udskrift/kompetencer.json'])
		assert.equal((await reads.get(at)).status, 200);
	assert.equal(looks().length, before);

	await (await approver()).get(`/vejleder/laeger/${book.id}/kompetencer`);
	await (await secretary()).get(`/sekretariat/brugere/${book.id}/kompetencer`);
	const office = looks().at(-1)[0];
	assert.deepEqual(looks().slice(before), [[String(person(book.approver)), 'VEJLEDER', '/vejleder/laeger/{doctor}/kompetencer'],
		[office, 'VUS', '/sekretariat/brugere/{doctor}/kompetencer']]);
	const page = await reads.get('/logbog/indsigt');
	const rows = page.html.split('<tr>').slice(2, 4);
	assert.ok(rows[0].includes('Videreuddannelsessekretariat') && rows[0].includes('Kompetencer'));
	assert.ok(rows[1].includes(name_of(book.approver)) && rows[1].includes('Vejleder'));
});

test('a doctor that is not within reach leaves no look', async () => {
	const other = one(`SELECT MIN(k.doctor) FROM course_curriculum k WHERE NOT EXISTS (SELECT 1 FROM reach r
		WHERE r.viewer = ${person(book.approver)} AND r.doctor = k.doctor)`);
	const before = count(`look WHERE doctor = ${other}`);
	assert.equal((await (await approver()).get(`/vejleder/laeger/${other}/kompetencer`)).status, 404);
	assert.equal(count(`look WHERE doctor = ${other}`), before);
});
