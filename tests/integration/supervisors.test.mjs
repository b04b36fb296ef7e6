// SPDX-License-Identifier: MPL-2.0
//
// Vejledere: made, delegated and ended by the UAO or tutor of the department alone (R-ROL-02,
// R-ROL-07), and what each of it changes for who may answer.  Roles and persons stay, as they do
// outside; every role given here is ended again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { department } from './department.mjs';
import { ask, Browser, count, log_in, login, one, person, quote, somebody, sql, stack, status, today } from './lib.mjs';

const book = department('vejledere');
const next = () => book.goals.shift();
const uao_email = book.uao;
const uao = () => login(uao_email, 'UAO');
const list = '/vejleder/vejledere', make = '/vejleder/vejledere/ny';
const iso = (days) => one(`SELECT ${today()} + INTERVAL ${days} DAY`);
const danish = (days) => iso(days).split('-').reverse().join('.');
const begun = one('SELECT COALESCE(MAX(id), 0) FROM user_role');
const name_of = (id) => one(`SELECT name FROM person WHERE id = ${id}`);

after(() => {
	sql(`UPDATE user_role SET until = since WHERE id > ${begun} AND until > ${today()} AND role IN ('VEJLEDER', 'HOVEDVEJLEDER')`);
	book.close();
});

/* Somebody with a login who has no role in this department: a supervisor to be. */
const stranger = (n = 0) => one(`SELECT p.email FROM person p JOIN credential c ON c.person = p.id
	JOIN user_role h ON h.person = p.id AND h.role IN ('VEJLEDER', 'TUTOR') AND ${today()} >= h.since AND ${today()} < h.until
	WHERE NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.org_unit = ${book.unit} AND o.until > ${today()} AND o.since < o.until)
	AND NOT EXISTS (SELECT 1 FROM element e WHERE e.doctor = p.id) GROUP BY p.id ORDER BY COUNT(*), p.id LIMIT ${n}, 1`);

/* Gives the role as the pages do; its id.  What was told before has been seen, so that it is told anew. */
async function give(browser, q, fields = {}) {
	sql('UPDATE notice SET seen = made WHERE seen IS NULL');
	let page = await browser.submit(make, { q }, { from: make });
	assert.equal(page.status, 200, page.brief);
	page = await browser.submit(make, { rolle: 'VEJLEDER', omfang: 'alle', ...fields });
	assert.match(page.text, /Vejlederen er oprettet/, page.brief);
	return Number(/vejledere\/(\d+)/.exec(page.at)[1]);
}
const end_now = (browser, held) => browser.submit(`${list}/${held}/slut`, { hvornaar: 'nu' }, { from: `${list}/${held}` });

/* Logged in anew as who was given the role, in it. */
async function as_holder(email, held) {
	const browser = new Browser();
	await log_in(browser, email);
	const last = one(`SELECT role FROM credential WHERE person = ${person(email)}`);
	await browser.get('/adgang/profil');
	if (browser.page.forms.some((f) => f.fields.some(([name, value]) => name === 'held' && value === String(held))))
		await browser.submit('/adgang/profil', { held });
	sql(`UPDATE credential SET role = ${last} WHERE person = ${person(email)}`);
	return browser;
}

// --- who may, and where -----------------------------------------------------------------------

test('T_002 a UAO makes a supervisor in the own department; the person is told, and it is written down who did it', async () => {
	const browser = await uao(), email = stranger(), before = count(`notice WHERE person = ${person(email)} AND kind = 'ROLE_GIVEN'`);
	const held = await give(browser, email);
	const [[who, role, unit, by, as, named, since]] = sql(`SELECT person, role, org_unit, given_by, given_as, named, since = ${today()} FROM user_role WHERE id = ${held}`);
	assert.deepEqual([Number(who), role, Number(unit), Number(by), as, named, since], [person(email), 'VEJLEDER', book.unit, person(uao_email), 'UAO', '0', '1']);
	assert.equal(count(`notice WHERE person = ${person(email)} AND kind = 'ROLE_GIVEN'`), before + 1);
	assert.equal(one(`SELECT CONCAT(action, ' ', role, ' ', detail) FROM audit WHERE object = 'user_role' AND object_id = ${held}`), 'make supervisor UAO VEJLEDER, all doctors');
	const page = await browser.get(list);
	assert.ok(page.text.includes(name_of(person(email))), page.brief);
	assert.match(page.text, /Alle afdelingens læger/);
	assert.equal((await (await as_holder(email, held)).get('/vejleder/laeger')).status, 200);
	await end_now(browser, held);
});

test('T_002 in another department the UAO sees, changes and ends nothing, and can give nothing', async () => {
	const browser = await uao();
	const other = one(`SELECT MIN(id) FROM user_role WHERE role = 'VEJLEDER' AND org_unit <> ${book.unit} AND until > ${today()}`);
	const formular = await browser.token(list), state = () => sql(`SELECT until, named FROM user_role WHERE id = ${other}`);
	const before = state(), roles = count('user_role');
	assert.equal((await browser.get(`${list}/${other}`)).status, 404);
	assert.equal((await browser.post(`${list}/${other}/slut`, { formular, hvornaar: 'nu' })).status, 404);
	assert.equal((await browser.post(`${list}/${other}/delegation`, { formular, omfang: 'alle' })).status, 404);
	assert.deepEqual(state(), before);
	// whatever else is sent along, the department is that of the role in use
	const elsewhere = one(`SELECT org_unit FROM user_role WHERE id = ${other}`);
	const page = await browser.post(make, { formular, trin: 'opret', q: stranger(), rolle: 'UAO', omfang: 'alle', fra: danish(0), org_unit: elsewhere });
	assert.equal(page.status, 422);
	assert.equal(count('user_role'), roles);
});

test('R_ROL_02 supervisors, secretaries and doctors make no supervisor', async () => {
	for (const role of ['UL', 'VEJLEDER', 'HOVEDVEJLEDER', 'VUS', 'PROJEKTLEDER']) {
		const browser = await login(somebody(role), role), formular = await browser.token();
		assert.equal((await browser.get(list)).status, 403, role);
		assert.equal((await browser.post(make, { formular, trin: 'opret', q: stranger(), rolle: 'VEJLEDER', omfang: 'alle' })).status, 403, role);
	}
});

test('a tutor makes a supervisor in the own practice', async () => {
	const email = somebody('TUTOR', 'EXISTS (SELECT 1 FROM element e WHERE e.org_unit = h.org_unit)'), browser = await login(email, 'TUTOR');
	const held = await give(browser, book.approver);
	assert.deepEqual(sql(`SELECT org_unit, given_as FROM user_role WHERE id = ${held}`),
		[[one(`SELECT org_unit FROM user_role WHERE person = ${person(email)} AND role = 'TUTOR'`), 'TUTOR']]);
	await end_now(browser, held);
});

test('nobody makes themselves a supervisor', async () => {
	const browser = await uao(), page = await browser.submit(make, { q: uao_email }, { from: make });
	assert.equal(page.status, 422);
	assert.match(page.faults.join(), /Det er dig selv/);
	const direct = await browser.post(make, { formular: await browser.token(list), trin: 'opret', q: uao_email, rolle: 'HOVEDVEJLEDER', omfang: 'alle', fra: danish(0) });
	assert.equal(direct.status, 422);
	assert.equal(count(`user_role WHERE person = ${person(uao_email)} AND role = 'HOVEDVEJLEDER'`), 0);
});

test('a name is shown for the whole address or number alone; part of one, and what is neither, finds nobody', async () => {
	const browser = await uao(), email = stranger(), name = name_of(person(email));
	for (const q of [email.slice(0, -1), name, name.split(' ')[0], '%', '', String(person(email)), '720391-', '990391-1001']) {
		const page = await browser.submit(make, { q }, { from: make });
		assert.ok(!page.text.includes(name), q);
	}
	const page = await browser.submit(make, { q: email.toUpperCase() }, { from: make });
	assert.ok(page.text.includes(name), page.brief);
	assert.ok(!page.text.includes(one(`SELECT mobile FROM person WHERE email = ${quote(email)}`)), 'the name alone');
	assert.equal(one(`SELECT action FROM audit WHERE person = ${person(uao_email)} AND object = 'person' AND object_id = ${person(email)} ORDER BY id DESC LIMIT 1`), 'find by email');
});

test('who looks up too many within a day and a night is stopped, and each look-up is written down, whatever the form was sent for', async () => {
	const other = department('opslag'), browser = await login(other.uao, 'UAO'), id = person(other.uao);
	const finds = () => count(`audit WHERE person = ${id} AND action IN ('find by cpr', 'find by email')`);
	const known = stranger();
	try {
		assert.equal((await browser.submit(make, { q: known }, { from: make })).status, 200);
		assert.equal(finds(), 1);
		assert.equal((await browser.submit(make, { q: known, rolle: 'x' }, { stay: true })).status, 422);
		assert.equal(finds(), 2, 'a form that is refused has looked too');
		sql(`INSERT INTO audit (at, person, role, action, object, object_id) SELECT UTC_TIMESTAMP(), ${id}, 'UAO', 'find by cpr', 'person', 0 FROM seq_1_to_118`);
		const formular = await browser.token(make), page = await browser.post(make, { formular, q: known });
		assert.equal(page.status, 429, page.brief);
		assert.match(page.text, /Prøv igen i morgen/);
		assert.ok(!page.text.includes(name_of(person(known))));
		assert.equal(finds(), 120);
	} finally {
		other.close();
	}
});

test('the same role twice on one day is refused, and says where to look', async () => {
	const browser = await uao(), email = stranger(), held = await give(browser, email, { til: danish(30) });
	await browser.submit(make, { q: email }, { from: make });
	let page = await browser.submit(make, { rolle: 'VEJLEDER', omfang: 'alle', fra: danish(30) });
	assert.equal(page.status, 422);
	assert.match(page.faults.join(), /er allerede Vejleder her/);
	const after_it = await give(browser, email, { fra: danish(31) });
	page = await browser.get(list);
	assert.match(page.text, /\(Kommer\)/, 'from the day after the last it may be given');
	await end_now(browser, after_it);
	page = await end_now(browser, held);
	assert.match((await browser.get(list)).text, /Trukket tilbage/);
});

test('two clicks at once give one role', async () => {
	const browser = await uao(), email = stranger();
	const formular = await browser.token(list), fields = { formular, trin: 'opret', q: email, rolle: 'HOVEDVEJLEDER', omfang: 'alle', fra: danish(0) };
	const answers = await Promise.all([browser.copy().post(make, fields), browser.copy().post(make, fields)]);
	assert.deepEqual(answers.map((a) => a.status).sort(), [303, 422]);
	const held = one(`SELECT id FROM user_role WHERE person = ${person(email)} AND role = 'HOVEDVEJLEDER' AND org_unit = ${book.unit} AND until > ${today()}`);
	assert.equal(count(`user_role WHERE person = ${person(email)} AND role = 'HOVEDVEJLEDER' AND org_unit = ${book.unit} AND until > ${today()}`), 1);
	await end_now(browser, held);
});

// --- somebody new -------------------------------------------------------------------------------

const serial = () => String(Date.now() % 1e4).padStart(4, '0');
let at_once = 0;
/* A CPR number nobody has: made up, of the replacement kind. */
function cpr() {
	for (;;) {
		const number = `7${String(1 + at_once++ % 9)}0${1 + at_once % 9}70${serial()}`.slice(0, 10);
		if (number.length === 10)
			return `${number.slice(0, 6)}-${number.slice(6)}`;
	}
}

test('somebody new needs name, CPR number, e-mail and mobile, each with its reason at the field', async () => {
	const browser = await uao(), persons = count('person');
	await browser.submit(make, { q: 'helt.ny@sygehus.example' }, { from: make });
	const page = await browser.submit(make, { rolle: 'VEJLEDER', omfang: 'alle', navn: '', cpr: '', email: '', mobil: '' });
	assert.equal(page.status, 422);
	assert.deepEqual(['Skriv navnet.', 'Skriv CPR-nummeret', 'Skriv e-mailen', 'Skriv mobilnummeret'].filter((s) => !page.faults.some((f) => f.startsWith(s))), []);
	const wrong = await browser.submit(make, { rolle: 'VEJLEDER', omfang: 'alle', navn: 'Helt Ny', cpr: '123', email: 'x@y', mobil: '12' });
	assert.equal(wrong.faults.length, 3, wrong.faults.join(' / '));
	assert.ok(wrong.html.includes('value="Helt Ny"'), 'what was typed stays');
	assert.equal(count('person'), persons);
});

test('R_LOG_02 somebody new is put in, and waits for the secretariat: no mail, no link', async () => {
	const browser = await uao(), email = `ny.vejleder.${Date.now()}@sygehus.example`, number = cpr();
	const held = await (async () => {
		await browser.submit(make, { q: number }, { from: make });
		const page = await browser.submit(make, { rolle: 'HOVEDVEJLEDER', omfang: 'alle', navn: 'Ny  Vejlæder', email, mobil: '20 30 40 50' });
		assert.match(page.text, /Mailen med adgang sendes, når sekretariatet har bekræftet den/, page.brief);
		assert.match(page.text, /Venter på sekretariatet/, page.brief);
		return Number(/vejledere\/(\d+)/.exec(page.at)[1]);
	})();
	const id = person(email);
	assert.deepEqual(sql(`SELECT name, mobile, made_via, unconfirmed FROM person WHERE id = ${id}`), [['Ny Vejlæder', '+4520304050', 'HAND', String(book.unit)]]);
	assert.equal(count(`mail WHERE person = ${id}`), 0);
	assert.equal(count(`access_link WHERE person = ${id}`), 0);
	assert.match((await browser.get('/vejleder/vejledere')).text, /Ny Vejlæder Venter på sekretariatet/);
	assert.ok(count(`person_word WHERE person = ${id}`) > 0);
	const again = await (async () => {
		await browser.submit(make, { q: 'en.helt.anden@sygehus.example' }, { from: make });
		return browser.submit(make, { rolle: 'VEJLEDER', omfang: 'alle', navn: 'En Anden', cpr: number, email: `x${email}`, mobil: '20304051' });
	})();
	assert.equal(again.status, 422);
	assert.match(again.faults.join(), /allerede er i logbogen/);
	const taken = await browser.submit(make, { rolle: 'VEJLEDER', omfang: 'alle', navn: 'En Anden', cpr: cpr(), email, mobil: '20304051' });
	assert.match(taken.faults.join(), /bruges af en anden/, taken.brief);
	await end_now(browser, held);
});

test('who begins later gets the mail on the first day at the earliest', async () => {
	const browser = await uao(), email = `senere.${Date.now()}@sygehus.example`;
	await browser.submit(make, { q: email }, { from: make });
	const page = await browser.submit(make, { rolle: 'VEJLEDER', omfang: 'alle', navn: 'Senere Vejleder', cpr: cpr(), email, mobil: '20304052', fra: danish(10) });
	assert.match(page.text, /sekretariatet har bekræftet/, page.brief);
	assert.deepEqual(sql(`SELECT access_due FROM person WHERE email = ${quote(email)}`), [[iso(10)]]);
	assert.equal(count(`mail WHERE address = ${quote(email)}`), 0);
	await end_now(browser, /vejledere\/(\d+)/.exec(page.at)[1]);
});

test('days that cannot be are refused at their fields', async () => {
	const browser = await uao(), email = stranger();
	await browser.submit(make, { q: email }, { from: make });
	for (const [fields, fault] of [[{ fra: danish(-1) }, /tidligst være i dag/], [{ fra: danish(500) }, /højst ligge et år frem/],
		[{ fra: 'i morgen' }, /Skriv en dato/], [{ fra: danish(5), til: danish(4) }, /før den første/], [{ rolle: 'UAO' }, /Vælg en/],
		[{ omfang: 'navngivne' }, /Sæt hak ved mindst én læge/], [{ omfang: 'navngivne', laege: person(uao_email) }, /ikke i afdelingen/]]) {
		const page = await browser.submit(make, { rolle: 'VEJLEDER', omfang: 'alle', fra: danish(0), ...fields });
		assert.equal(page.status, 422, JSON.stringify(fields));
		assert.match(page.faults.join(), fault);
	}
});

// --- delegation -----------------------------------------------------------------------------------

const colleague = book.colleague;
const delegations = (held) => sql(`SELECT doctor, since, until, given_by, ended_by IS NOT NULL FROM delegation WHERE held = ${held} ORDER BY id`);

test('R_ROL_07 a supervisor of named doctors sees, is asked by, and answers these alone; it is kept who delegated, when, for whom, until when', async () => {
	const browser = await uao(), email = stranger(), goal = next();
	const held = await give(browser, email, { omfang: 'navngivne', laege: colleague, [`til_${colleague}`]: danish(20) });
	assert.deepEqual(delegations(held), [[String(colleague), iso(0), iso(21), String(person(uao_email)), '0']]);
	const told = () => count(`notice WHERE person = ${person(email)} AND kind = 'REQUESTED' AND about = ${book.id}`), before = told();

	const id = await ask(await login(book.doctor, 'UL'), book, goal), supervisor = await as_holder(email, held);
	assert.equal(told(), before, 'is not told of another doctor');
	let page = await supervisor.get('/vejleder/laeger');
	assert.ok(page.links.includes(`/vejleder/laeger/${colleague}/kompetencer`), page.brief);
	assert.ok(!page.text.includes(name_of(book.id)));
	assert.equal((await supervisor.get(`/vejleder/laeger/${book.id}/kompetencer`)).status, 404);
	assert.equal((await supervisor.get(`/vejleder/anmodninger/${id}`)).status, 404);
	assert.ok(!(await supervisor.get('/vejleder/anmodninger')).links.includes(`/vejleder/anmodninger/${id}`));
	page = await supervisor.post('/vejleder/anmodninger', { formular: await supervisor.token('/adgang/profil'), a: id });
	assert.equal(status(book, goal), 'REQUESTED', 'nor by a form that no page showed');

	// the same doctor stays as it was said; the other one is added
	await browser.submit(`${list}/${held}/delegation`, { laege: [colleague, book.id] }, { from: `${list}/${held}` });
	assert.deepEqual(delegations(held).map((d) => [d[0], d[2], d[4]]), [[String(colleague), iso(21), '0'], [String(book.id), '9999-12-31', '0']]);
	assert.ok((await supervisor.get('/vejleder/anmodninger')).links.includes(`/vejleder/anmodninger/${id}`));

	// taken away again: at once, and kept
	await browser.submit(`${list}/${held}/delegation`, { laege: [colleague] }, { from: `${list}/${held}` });
	assert.deepEqual(delegations(held)[1].slice(1), [iso(0), iso(0), String(person(uao_email)), '1']);
	assert.equal((await supervisor.get(`/vejleder/anmodninger/${id}`)).status, 404);

	// all doctors
	await browser.submit(`${list}/${held}/delegation`, { omfang: 'alle' }, { from: `${list}/${held}` });
	page = await supervisor.submit(`/vejleder/anmodninger/${id}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${id}` });
	assert.equal(status(book, goal), 'APPROVED', page.brief);
	assert.deepEqual(delegations(held).map((d) => d[4]), ['1', '1']);
	page = await browser.get(`${list}/${held}`);
	assert.match(page.text, /Navngivne læger, nu og før/);
	assert.deepEqual(sql(`SELECT DISTINCT action FROM audit WHERE object = 'user_role' AND object_id = ${held} AND action <> 'change role'`).flat().sort().reverse(), ['make supervisor', 'change delegation']);
	await end_now(browser, held);
});

test('R_ROL_07 another last day ends the one that was said and begins a new one', async () => {
	const browser = await uao(), held = await give(browser, stranger(), { omfang: 'navngivne', laege: colleague });
	await browser.submit(`${list}/${held}/delegation`, { [`til_${colleague}`]: danish(3) }, { from: `${list}/${held}` });
	assert.deepEqual(delegations(held).map((d) => [d[1], d[2], d[4]]), [[iso(0), iso(0), '1'], [iso(0), iso(4), '0']]);
	const page = await browser.submit(`${list}/${held}/delegation`, { [`til_${colleague}`]: danish(-1) }, { from: `${list}/${held}` });
	assert.equal(page.status, 422);
	assert.match(page.faults.join(), /tidligst være i dag/);
	assert.equal(delegations(held).length, 2);
	await end_now(browser, held);
});

test('R_ROL_07 a supervisor who begins later can be delegated to, and changed before that', async () => {
	const browser = await uao(), held = await give(browser, stranger(), { fra: danish(10), omfang: 'navngivne', laege: colleague });
	await browser.submit(`${list}/${held}/delegation`, { laege: [book.id] }, { from: `${list}/${held}` });
	await browser.submit(`${list}/${held}/delegation`, { laege: [book.id, colleague] }, { from: `${list}/${held}` });
	assert.deepEqual(delegations(held).map((d) => [Number(d[0]), d[1], d[2]]), [[colleague, iso(10), iso(10)],
		[book.id, iso(10), '9999-12-31'], [colleague, iso(10), '9999-12-31']]);
	await end_now(browser, held);
	assert.deepEqual(sql(`SELECT since, until FROM user_role WHERE id = ${held}`), [[iso(10), iso(10)]]);
});

// --- the end ----------------------------------------------------------------------------------------

test('T_007 a supervisor whose role was ended answers no more from the day after; what was approved stays', async () => {
	const browser = await uao(), email = stranger(), held = await give(browser, email), supervisor = await as_holder(email, held);
	const asks = await login(book.doctor, 'UL'), first = next(), second = next();
	const one_id = await ask(asks, book, first), other_id = await ask(asks, book, second);
	await supervisor.submit(`/vejleder/anmodninger/${one_id}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${one_id}` });
	assert.equal(status(book, first), 'APPROVED');
	const formular = await supervisor.token('/vejleder/anmodninger'), told = one('SELECT MAX(id) FROM notice');

	let page = await browser.submit(`${list}/${held}/slut`, { hvornaar: 'dag', sidste: danish(0) }, { from: `${list}/${held}` });
	assert.match(page.text, /Slutdatoen er gemt/, page.brief);
	assert.equal((await supervisor.get(`/vejleder/anmodninger/${other_id}`)).status, 200, 'the last day');
	page = await browser.submit(`${list}/${held}/slut`, { hvornaar: 'nu' }, { from: `${list}/${held}` });
	assert.equal((await supervisor.get(`/vejleder/anmodninger/${other_id}`)).status, 403, 'the day after');
	assert.equal((await supervisor.post(`/vejleder/anmodninger/${other_id}`, { formular, svar: 'godkend' })).status, 403);
	assert.deepEqual([status(book, first), status(book, second)], ['APPROVED', 'REQUESTED']);
	assert.equal(count(`notice WHERE person = ${person(email)} AND kind = 'ROLE_ENDED' AND id > ${told}`), 2);
	assert.deepEqual(sql(`SELECT ended_by, ended_at IS NOT NULL FROM user_role WHERE id = ${held}`), [[String(person(uao_email)), '1']]);
	page = await browser.post(`${list}/${held}/slut`, { formular: await browser.token(list), hvornaar: 'nu' });
	assert.equal(page.status, 409, 'an end that came is not moved');
	await asks.submit(`/logbog/kompetencer/${second.id}/fortryd`, {}, { from: `/logbog/kompetencer/${second.id}` });
});

test('an end is only moved earlier, and not into the past', async () => {
	const browser = await uao(), held = await give(browser, stranger(), { til: danish(30) });
	for (const [sidste, fault] of [[danish(31), /slutter før den dag/], [danish(-1), /tidligst være i dag/], ['', /Skriv den sidste dag/]]) {
		const page = await browser.submit(`${list}/${held}/slut`, { hvornaar: 'dag', sidste }, { from: `${list}/${held}` });
		assert.equal(page.status, 422, sidste);
		assert.match(page.faults.join(), fault);
	}
	assert.equal(one(`SELECT until FROM user_role WHERE id = ${held}`), iso(31));
	await end_now(browser, held);
});

// --- the account, were the program taken over -----------------------------------------------------

function as_approve(statement, program = 'approve') {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`, stack.DATABASE],
		{ input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' });
	return Number(/^ERROR (\d+)/m.exec(said.stderr)?.[1] ?? 0);
}
const REFUSED = 1644;

test('T_002 the account of the program gives no other role, none elsewhere, and none in the name of who is not UAO or tutor there', async () => {
	await login(uao_email, 'UAO', { anew: true });
	const now = '(SELECT MAX(made) FROM session)', id = person(uao_email);
	const role = (change = {}) => {
		const row = { person: person(stranger()), role: "'VEJLEDER'", org_unit: book.unit, since: today(), until: "'9999-12-31'",
			given_by: id, named: 0, given_as: "'UAO'", made_at: now, ...change };
		return `INSERT INTO user_role (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
	};
	const elsewhere = one(`SELECT MIN(org_unit) FROM user_role WHERE role = 'VEJLEDER' AND org_unit <> ${book.unit}`);
	assert.equal(as_approve(role()), 0);
	for (const change of [{ role: "'UAO'" }, { role: "'UL'" }, { org_unit: elsewhere }, { person: id }, { given_as: "'TUTOR'" }, { given_by: 'NULL' },
		{ given_by: person(book.approver), given_as: "'VEJLEDER'" }, { made_at: "'2001-01-01'" }, { since: "'2001-01-01'" }])
		assert.equal(as_approve(role(change)), REFUSED, JSON.stringify(change));
	assert.ok([1142, 1143].includes(as_approve("INSERT INTO user_role (person, role, region, since) VALUES (1, 'VUS', 1, '2020-01-01')")));

	const other = one(`SELECT MIN(id) FROM user_role WHERE role = 'UAO' AND org_unit <> ${book.unit}`);
	assert.equal(as_approve(`UPDATE user_role SET until = '2100-01-01', ended_by = ${id}, ended_at = ${now} WHERE id = ${other}`), REFUSED);
	const mine = one(`SELECT MIN(id) FROM user_role WHERE role = 'VEJLEDER' AND org_unit = ${book.unit} AND until > ${today()}`);
	assert.equal(as_approve(`UPDATE user_role SET until = '2100-01-01' WHERE id = ${mine}`), REFUSED, 'by nobody');
	assert.equal(as_approve(`UPDATE user_role SET until = '2100-01-01', ended_by = ${id}, ended_at = ${now} WHERE id = ${mine}`), 0);
});

test('the account of the program changes nobody, lets nobody in who is there, and sends no code', () => {
	const known = person(somebody('VEJLEDER', 'EXISTS (SELECT 1 FROM person_word w WHERE w.person = p.id)')), now = '(SELECT MAX(made) FROM session)';
	for (const statement of [`UPDATE person SET email = 'x@y.dk' WHERE id = ${known}`, `UPDATE person SET mobile = '+4512345678' WHERE id = ${known}`,
		`DELETE FROM person_word WHERE person = ${known}`,
		`INSERT INTO access_link (token, person, purpose, made, expires) VALUES (REPEAT('x', 32), ${known}, 'ACCESS', ${now}, '2100-01-01')`,
		`INSERT INTO mail (person, address, kind, subject, made, next_try) VALUES (${known}, 'x@y.dk', 'ACCESS', 'x', ${now}, ${now})`,
		`INSERT INTO text_message (person, mobile, made, expires, next_try) VALUES (${known}, '+4512345678', ${now}, ${now}, ${now})`,
		`INSERT INTO notice (person, kind, place, made) VALUES (${known}, 'MERIT', '', ${now})`])
		assert.ok([REFUSED, 1142, 1143].includes(as_approve(statement)), `${statement}: ${as_approve(statement)}`);
	const tell = (kind, link = '') => `INSERT INTO notice (person, kind, place, link, made) VALUES (${known}, '${kind}', '', '${link}', ${now})`;
	assert.deepEqual(['REQUESTED', 'APPROVED', 'ROLE_GIVEN'].map((kind) => as_approve(tell(kind), 'journal')), [0, REFUSED, REFUSED]);
	assert.equal(as_approve(tell('APPROVED', '//elsewhere.example/')), REFUSED, 'a way that is not ours');
	for (const program of ['journal', 'approve', 'export', 'import'])
		assert.ok([1142, 1143].includes(as_approve('UPDATE notice SET seen = NULL', program)), program);
	assert.ok([1142, 1143].includes(as_approve('SELECT cpr_sealed FROM person')));
	assert.ok([1142, 1143].includes(as_approve('SELECT token FROM access_link')));
});

test('R_ROL_07 the account that approves answers for no doctor whom the supervisor was not given', async () => {
	const browser = await uao(), email = stranger(), held = await give(browser, email, { omfang: 'navngivne', laege: colleague });
	await as_holder(email, held);
	const now = '(SELECT MAX(made) FROM session)', goal = book.goals[0];
	const approval = `INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, given_by, by_name, as_role, place, at)
		VALUES (${book.id}, ${goal.id}, 1, 'APPROVED', 'ORDINARY', ${book.element}, ${book.unit}, ${person(email)}, 'x', 'VEJLEDER', 'x', ${now})`;
	assert.equal(as_approve(approval), REFUSED);
	await browser.submit(`${list}/${held}/delegation`, { laege: [colleague, book.id] }, { from: `${list}/${held}` });
	assert.equal(as_approve(approval), 0);
	await end_now(browser, held);
});
