// SPDX-License-Identifier: MPL-2.0
//
// Beskeder (domain 17): who is told what, in the transaction of what it tells of; the inbox; and
// that a role is written down with everything that is done (T-005).
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { department, held_by } from './department.mjs';
import { ask, Browser, clock, count, demo, log_in, login, one, person, quote, somebody, sql, status, today } from './lib.mjs';
import { clock_begun } from './mail.mjs';

const book = department('beskeder');
after(() => book.close());
const next = () => book.goals.shift();
const doctor = () => login(book.doctor, 'UL');
const approver = () => login(book.approver, book.role);
const max = () => Number(one('SELECT COALESCE(MAX(id), 0) FROM notice'));
const since = (id) => sql(`SELECT person, kind, about, place, link FROM notice WHERE id > ${id} ORDER BY person, id`);
/* Everything of before has been seen, so that what is the same is told anew. */
const all_seen = () => sql("UPDATE notice SET seen = '2020-01-01' WHERE seen IS NULL");
const place = book.place;
const reaching = (roles) => sql(`SELECT DISTINCT r.viewer FROM reach r WHERE r.doctor = ${book.id} AND r.element = ${book.element} AND r.may_approve
	AND ${today()} >= r.since AND ${today()} < r.until AND r.role IN (${roles.map(quote)}) ORDER BY r.viewer`).flat();
const unread = (page) => Number(/Beskeder \( ?(\d+)/.exec(page.text)?.[1] ?? 0);
const withdraw = (browser, goal) => browser.submit(`/logbog/kompetencer/${goal.id}/fortryd`, {}, { from: `/logbog/kompetencer/${goal.id}` });

test('a request is told to everybody who may answer it that day, and to nobody else; no competency stands in it', async () => {
	all_seen();
	const from = max(), goal = next(), browser = await doctor();
	await ask(browser, book, goal);
	const told = since(from);
	assert.deepEqual(told.map((t) => t[0]), reaching(['VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR']));
	assert.ok(told.length >= 3);
	assert.ok(!told.some((t) => Number(t[0]) === book.id), 'not the doctor');
	for (const [, kind, about, where_, link] of told)
		assert.deepEqual([kind, Number(about), where_, link], ['REQUESTED', book.id, place, '/vejleder/anmodninger']);

	const second = next();
	await ask(browser, book, second);
	assert.equal(since(from).length, told.length, 'the same again, unseen, is told once');
	sql(`UPDATE notice SET seen = made WHERE id > ${from} AND person = ${told[0][0]}`);
	const third = next();
	await ask(browser, book, third);
	assert.equal(since(from).length, told.length + 1, 'who has seen it is told of what came since');
	for (const g of [goal, second, third])
		await withdraw(browser, g);
});

test('what UAO or tutor alone may approve is told to them alone', async () => {
	all_seen();
	const from = max(), browser = await doctor();
	await ask(browser, book, book.strict);
	assert.deepEqual(since(from).map((t) => t[0]), reaching(['UAO', 'TUTOR']));
	assert.equal(since(from).length, 2, 'both who are UAO');
	await withdraw(browser, book.strict);
});

test('an answer is told to the doctor, with the way to it; several at once are told once', async () => {
	all_seen();
	const asks = await doctor(), answers = await approver(), [one_, two, three, four] = [next(), next(), next(), next()];
	const ids = [];
	for (const goal of [one_, two, three, four])
		ids.push(await ask(asks, book, goal));
	const from = max();
	await answers.submit(`/vejleder/anmodninger/${ids[0]}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${ids[0]}` });
	await answers.submit(`/vejleder/anmodninger/${ids[1]}`, { svar: 'returner', grund: 'Hemmelig grund' }, { from: `/vejleder/anmodninger/${ids[1]}` });
	const formular = await answers.token('/vejleder/anmodninger');
	await answers.post('/vejleder/anmodninger', [['formular', formular], ['a', String(ids[2])], ['a', String(ids[3])]]);
	assert.deepEqual([one_, two, three, four].map((g) => status(book, g)), ['APPROVED', 'RETURNED', 'APPROVED', 'APPROVED']);
	assert.deepEqual(since(from), [['APPROVED', `/logbog/kompetencer/${one_.id}`], ['RETURNED', `/logbog/kompetencer/${two.id}`], ['APPROVED', '/logbog/kompetencer']]
		.map(([kind, link]) => [String(book.id), kind, null, place, link]));
	const page = await asks.get('/adgang/beskeder');
	assert.match(page.text, /En anmodning er kommet tilbage med en begrundelse\./);
	assert.doesNotMatch(page.text, /Hemmelig/);
	assert.ok(!page.text.includes(two.title));

	const late = await answers.post(`/vejleder/anmodninger/${ids[0]}`, { formular, svar: 'godkend' });
	assert.equal(late.status, 303);
	assert.equal(since(from).length, 3, 'a second click tells nothing');
});

test('a merit is told to the doctor', async () => {
	const email = somebody('VUS', `h.region = (SELECT t.region FROM training_course t WHERE t.doctor = ${book.id} ORDER BY t.since DESC LIMIT 1)`);
	const browser = await login(email, 'VUS'), from = max(), at = `/sekretariat/godkend-merit/${book.id}`;
	let page = await browser.submit(at, {}, { from: at, files: {} });
	assert.equal(page.status, 422);
	assert.deepEqual(since(from), []);
	page = await browser.submit(at, { notat: 'Merit for et ophold.' }, { from: at });
	assert.equal(page.status, 200, page.brief);
	assert.deepEqual(since(from), [[String(book.id), 'MERIT', null, '', '/logbog/notater']]);
});

// --- the inbox ------------------------------------------------------------------------------------

test('the head of every page says how much is unseen; opening one marks it, and leads to it', async () => {
	all_seen();
	const asks = await doctor(), goal = next();
	await ask(asks, book, goal);
	const browser = await approver();
	for (const at of ['/vejleder/anmodninger', '/vejleder/laeger', '/adgang/profil', '/adgang/beskeder', '/vejleder/findes-ikke-1'])
		if (at !== '/vejleder/findes-ikke-1')
			assert.equal(unread(await browser.get(at)), 1, at);
	const id = one(`SELECT MAX(id) FROM notice WHERE person = ${person(book.approver)}`);
	let page = await browser.get('/adgang/beskeder');
	assert.equal(one(`SELECT seen IS NULL FROM notice WHERE id = ${id}`), '1', 'to look at the list changes nothing');
	assert.match(page.text, /Ny: .* har anmodet om godkendelse af en kompetence\./);
	assert.ok(page.text.includes(place));
	page = await browser.submit(`/adgang/beskeder/${id}`);
	assert.equal(page.heading, 'Anmodninger');
	assert.equal(unread(page), 0);
	page = await browser.get('/adgang/beskeder');
	assert.ok(page.links.includes('/vejleder/anmodninger'));
	assert.equal(page.form(`/adgang/beskeder/${id}`), undefined);
	const when = one(`SELECT seen FROM notice WHERE id = ${id}`);
	assert.equal((await browser.post(`/adgang/beskeder/${id}`, { formular: await browser.token('/adgang/profil') })).status, 303);
	assert.equal(one(`SELECT seen FROM notice WHERE id = ${id}`), when, 'seen the first time, not the last');
	await withdraw(asks, goal);
});

const held_now = (email) => one(`SELECT held FROM session WHERE person = ${person(email)} AND ended IS NULL ORDER BY id DESC LIMIT 1`);
/* Told to somebody, as the programs do; answers its id. */
const tell = (email, kind, link, where_ = place) => Number(sql(`INSERT INTO notice (person, kind, about, place, link, made)
	VALUES (${person(email)}, '${kind}', ${book.id}, ${quote(where_)}, '${link}', UTC_TIMESTAMP()); SELECT LAST_INSERT_ID()`)[0][0]);

test('what another role of mine is needed for is opened by changing to it, by one button', async () => {
	all_seen();
	const browser = await login(book.both, 'VEJLEDER', { anew: true }), id = tell(book.both, 'ATTEST_ASKED', '/vejleder/attestationer');
	const plain = tell(book.both, 'REQUESTED', '/vejleder/anmodninger'), nobodys = tell(book.both, 'MERIT', '/logbog/notater');
	let page = await browser.get('/adgang/beskeder');
	assert.ok(page.text.includes(`Skift til Uddannelsesansvarlig overlæge, ${place}, og åbn`), page.text);
	assert.equal(page.text.split('Skift til').length, 2, 'only where it is needed, and only to a role that one has');
	assert.match(page.text, /Læst\s*: Du har fået merit/, 'what none of my roles leads to is no way');
	assert.equal((await browser.post(`/adgang/beskeder/${nobodys}`, { formular: await browser.token('/adgang/beskeder') })).location, '/adgang/beskeder');
	page = await browser.get('/adgang/beskeder');
	assert.ok(!page.links.includes('/logbog/notater'));
	assert.ok(!page.form(`/adgang/beskeder/${plain}`).fields.some(([n]) => n === 'held'));

	const stolen = held_by(book.uao, 'UAO'), before = held_now(book.both);
	assert.equal((await browser.post(`/adgang/beskeder/${id}`, { formular: await browser.token('/adgang/beskeder'), held: stolen })).status, 409);
	assert.deepEqual([held_now(book.both), one(`SELECT seen IS NULL FROM notice WHERE id = ${id}`)], [before, '1'], 'not to what somebody else has');

	await browser.get('/adgang/beskeder');
	page = await browser.submit(`/adgang/beskeder/${id}`);
	assert.deepEqual([page.status, page.heading], [200, 'Attestationer'], page.brief);
	assert.equal(held_now(book.both), held_by(book.both, 'UAO'));
	assert.equal(one(`SELECT CONCAT(action, ' ', detail) FROM audit WHERE person = ${person(book.both)} ORDER BY id DESC LIMIT 1`), 'change role UAO');
	/* In that role it is a link, and from the other one a button again, seen or not. */
	assert.ok((await browser.get('/adgang/beskeder')).links.includes('/vejleder/attestationer'));
	const again = await login(book.both, 'VEJLEDER', { anew: true });
	assert.match((await again.get('/adgang/beskeder')).text, /Skift til Uddannelsesansvarlig overlæge/);
});

test('of two departments it is opened in the one that the notice names', async () => {
	all_seen();
	const elsewhere = department('beskeder-to');
	try {
		sql(`INSERT INTO user_role (person, role, org_unit, since) VALUES (${person(book.uao)}, 'UAO', ${elsewhere.unit}, ${today()} - INTERVAL 1 DAY)`);
		const there = one('SELECT MAX(id) FROM user_role'), browser = await login(book.uao, 'UAO', { anew: true });
		sql(`UPDATE session SET held = ${held_by(book.uao, 'UAO')} WHERE person = ${person(book.uao)} AND ended IS NULL`);
		const id = tell(book.uao, 'ATTEST_ASKED', '/vejleder/attestationer', elsewhere.place);
		tell(book.uao, 'ATTEST_ASKED', '/vejleder/attestationer', place);
		const page = await browser.get('/adgang/beskeder');
		assert.equal(page.text.split('Skift til').length, 2, page.text);
		await browser.submit(`/adgang/beskeder/${id}`);
		assert.equal(held_now(book.uao), there);
	} finally {
		elsewhere.close();
	}
});

/* The addresses of notices, as the programs write them. */
const ways = ['/logbog/oversigt', '/logbog/kurser/1', '/evaluering/', '/vejleder/anmodninger', '/vejleder/kort', '/vejleder/attestationer', '/vejleder/verificering', '/vejleder/filer',
	'/vejleder/kursusbeviser', '/vejleder/samtaler', '/vejleder/samtaler/1', '/vejleder/laeger', '/vejleder/laeger/1/uddannelsesplan', '/kurser/kursusbeviser', '/kurser/forskningskurser',
	'/kurser/forskningstraening/1', '/sekretariat/brugere/1', '/sekretariat/brugere/1/login', '/sekretariat/brugere/1/attestationer', '/sekretariat/brugere/1/fravaer', '/sekretariat/mails',
	'/sekretariat/bekraeft', '/sekretariat/nulstillinger/1', '/import/koersler/1', '/adgang/profil'];
for (const role of ['UL', 'VEJLEDER', 'HOVEDVEJLEDER', 'UAO', 'TUTOR', 'VUS', 'HKL', 'DKL', 'KURSUSUDBYDER', 'FORSKVEJLEDER', 'PROJEKTLEDER', 'PKL'])
	test(`no notice leads ${role} to a page that is refused, and none hides one that is not`, async () => {
		const email = somebody(role), browser = await login(email, role, { anew: true });
		const told = ways.map((link) => [tell(email, 'MERGED', link, ''), link]);
		try {
			const list = await browser.get('/adgang/beskeder');
			for (const [id, link] of told) {
				const fields = list.form(`/adgang/beskeder/${id}`).fields, other = fields.some(([n]) => n === 'held');
				const opens = !other && (await browser.post(`/adgang/beskeder/${id}`, fields)).location === link;
				assert.equal((await browser.get(link)).status !== 403, opens, link);
			}
		} finally {
			sql(`DELETE FROM notice WHERE id IN (${told.map(([id]) => id)})`);
		}
	});

test('nobody opens or marks what somebody else was told', async () => {
	const id = (() => {
		sql(`INSERT INTO notice (person, kind, place, link, made) VALUES (${book.id}, 'MERGED', '', '/adgang/profil', '2020-01-01')`);
		return max();
	})();
	const browser = await approver(), formular = await browser.token();
	assert.equal((await browser.post(`/adgang/beskeder/${id}`, { formular })).status, 404);
	await browser.post('/adgang/beskeder', { formular, nyeste: 4294967295 });
	assert.equal(one(`SELECT seen IS NULL FROM notice WHERE id = ${id}`), '1');
	assert.ok(!(await browser.get('/adgang/beskeder')).text.includes('To registreringer'));
	assert.match((await (await doctor()).get('/adgang/beskeder')).text, /To registreringer af dig er blevet til én/);
});

test('all are marked up to the newest that stood there; what came since stays unseen', async () => {
	all_seen();
	const browser = await doctor(), put = () => sql(`INSERT INTO notice (person, kind, place, link, made) VALUES (${book.id}, 'MERIT', '', '/logbog/notater', '2020-01-01')`);
	put();
	put();
	await browser.get('/adgang/beskeder');
	put();
	const page = await browser.submit('/adgang/beskeder');
	assert.match(page.text, /Alle beskeder er læst/);
	assert.equal(unread(page), 1);
	all_seen();
	assert.equal(unread(await browser.get('/adgang/beskeder')), 0);
	assert.equal(browser.page.form('/adgang/beskeder'), undefined, 'there is nothing to mark');
});

test('newest first, 25 on a page', async () => {
	all_seen();
	const browser = await login(somebody('PKL'), 'PKL'), id = person(somebody('PKL'));
	sql(`INSERT INTO notice (person, kind, place, link, made) SELECT ${id}, 'IMPORTED', CONCAT('prøve ', seq), '', '2020-01-01' FROM seq_1_to_30`);
	let page = await browser.get('/adgang/beskeder');
	assert.equal(page.html.match(/class="item"/g).length, 25);
	assert.ok(page.text.indexOf('prøve 30.') < page.text.indexOf('prøve 29.') && page.text.includes('prøve 30.'));
	page = await browser.get(page.links.find((at) => at.includes('side=2')));
	assert.match(page.text, /prøve 5\./);
	for (const side of ['0', 'x', '99999', '-1'])
		assert.equal((await browser.get(`/adgang/beskeder?side=${side}`)).status, 200, side);
	all_seen();
});

test('words in a notice stay words, and a way that is not ours is not taken', async () => {
	const browser = await doctor();
	sql(`INSERT INTO notice (person, kind, place, link, made) VALUES (${book.id}, 'ROLE_GIVEN', '<b>%s%p"&', '//elsewhere.example/', '2020-01-01'),
		(${book.id}, 'UNHEARD_OF', '', '', '2020-01-01')`);
	const page = await browser.get('/adgang/beskeder');
	assert.ok(page.text.includes('Du har fået en rolle: <b>%s%p"&.'), page.brief);
	assert.match(page.text, /Du har fået en besked\./);
	assert.ok(!page.html.includes('elsewhere.example'));
	const id = one(`SELECT id FROM notice WHERE person = ${book.id} AND link LIKE '//%' ORDER BY id DESC LIMIT 1`);
	assert.equal((await browser.submit(`/adgang/beskeder/${id}`, {}, { stay: true })).location, '/');
	all_seen();
});

// --- Profil -------------------------------------------------------------------------------------------

test('T_005 two columns of roles; changing the role in use changes the menu, and what is done then is written down with it', async () => {
	const email = book.both, first = held_by(email, 'UAO'), second = held_by(email, 'VEJLEDER'), other = 'VEJLEDER';
	const browser = await login(email, 'UAO', { anew: true });
	let page = await browser.get('/adgang/profil');
	const looks = one('SELECT COALESCE(MAX(id), 0) FROM look');
	assert.match(page.text, /Du er logget ind som Uddannelsesansvarlig overlæge .* Alle dine roller .*Vejleder/);
	assert.ok(page.menu.includes('/vejleder/vejledere'));
	const remembered = one(`SELECT role FROM credential WHERE person = ${person(email)}`);
	const asks = await doctor(), goals = [next(), next()];
	const ids = [await ask(asks, book, goals[0]), await ask(asks, book, goals[1])];

	await browser.submit(`/vejleder/anmodninger/${ids[0]}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${ids[0]}` });
	page = await browser.submit('/adgang/profil', { held: second }, { from: '/adgang/profil' });
	sql(`UPDATE credential SET role = ${remembered} WHERE person = ${person(email)}`);
	assert.ok(!page.menu.includes('/vejleder/vejledere'), 'a supervisor makes no supervisors');
	assert.equal((await browser.get('/vejleder/vejledere')).status, 403);
	await browser.submit(`/vejleder/anmodninger/${ids[1]}`, { svar: 'godkend' }, { from: `/vejleder/anmodninger/${ids[1]}` });

	assert.deepEqual(goals.map((g) => one(`SELECT as_role FROM approval WHERE doctor = ${book.id} AND competency = ${g.id} AND status = 'APPROVED'`)), ['UAO', 'VEJLEDER']);
	const session = one(`SELECT MAX(id) FROM session WHERE person = ${person(email)}`);
	assert.deepEqual(sql(`SELECT action, role, held, detail FROM audit WHERE session = ${session} AND action = 'change role' ORDER BY id DESC LIMIT 1`),
		[['change role', 'UAO', first, other]]);
	assert.deepEqual(sql(`SELECT DISTINCT role, held FROM look WHERE viewer = ${person(email)} AND id > ${looks} ORDER BY role`).map(([r]) => r), ['UAO', 'VEJLEDER']);
});

test('T_005 nothing is written down without the role it was done in', () => {
	assert.equal(count("audit WHERE held IS NOT NULL AND NOT EXISTS (SELECT 1 FROM user_role h WHERE h.id = audit.held AND h.person = audit.person AND h.role = audit.role)"), 0);
	assert.equal(count("audit WHERE held IS NULL AND role <> ''"), 0);
});

test('R_MAL_02 Profil shows a doctor which version of a list binds each course, and why', async () => {
	const browser = await doctor(), course = one(`SELECT course FROM course_curriculum WHERE doctor = ${book.id} LIMIT 1`);
	const [title, version] = sql(`SELECT l.title, l.version FROM course_curriculum k JOIN curriculum l ON l.id = k.curriculum WHERE k.course = ${course}`)[0];
	const was = sql(`SELECT basis, basis_date FROM course_curriculum WHERE course = ${course}`)[0];
	try {
		for (const [basis, why] of [['BESAT', 'Forløbet blev besat 01.03.2026'], ['OPSLAAET', 'Forløbet blev opslået 01.03.2026'], ['PAABEGYNDT', 'Uddannelsen blev påbegyndt 01.03.2026'],
			['ANSAT', 'Du blev ansat 01.03.2026'], ['FLYTTET', 'Sekretariatet flyttede dig hertil 01.03.2026'], ['', 'Sat fra forløbets begyndelse']]) {
			sql(`UPDATE course_curriculum SET basis = '${basis}', basis_date = '2026-03-01' WHERE course = ${course}`);
			const page = await browser.get('/adgang/profil');
			assert.ok(page.text.includes(`${title}, udgave ${version} `) && page.text.includes(why), `${basis}: ${page.text}`);
		}
	} finally {
		sql(`UPDATE course_curriculum SET basis = ${quote(was[0])}, basis_date = ${was[1] ? quote(was[1]) : 'NULL'} WHERE course = ${course}`);
	}
	assert.doesNotMatch((await (await approver()).get('/adgang/profil')).text, /Din målbeskrivelse/);
});

test('R_LOG_05 one changes one\'s own mobile against the password alone, and is told of it', async () => {
	const email = somebody('DKL'), id = person(email), to = '/adgang/profil/mobil', before = one(`SELECT mobile FROM person WHERE id = ${id}`);
	const browser = new Browser();
	await log_in(browser, email);
	const from = max();
	try {
		for (const [fields, fault] of [[{ mobil: '12', bekraeft: demo.password }, /otte cifre/], [{ mobil: '20 30 40 50', bekraeft: '' }, /Skriv din adgangskode/],
			[{ mobil: '20 30 40 50', bekraeft: 'forkert adgangskode' }, /Adgangskoden er ikke rigtig/]]) {
			const page = await browser.submit(to, fields, { from: '/adgang/profil' });
			assert.equal(page.status, 422);
			assert.match(page.faults.join(), fault);
			assert.ok(!page.html.includes('forkert adgangskode') && !page.html.includes(demo.password));
		}
		assert.equal(one(`SELECT mobile FROM person WHERE id = ${id}`), before);
		assert.deepEqual(since(from), []);
		const page = await browser.submit(to, { mobil: '+46 70 123 45 67', bekraeft: demo.password }, { from: '/adgang/profil' });
		assert.match(page.text, /Mobilnummeret er ændret/);
		assert.equal(one(`SELECT mobile FROM person WHERE id = ${id}`), '+46701234567');
		assert.deepEqual(since(from).map((n) => n.slice(0, 2)), [[String(id), 'MOBILE_CHANGED']]);
		assert.equal(one(`SELECT CONCAT(action, role) FROM audit WHERE person = ${id} ORDER BY id DESC LIMIT 1`), 'change mobileDKL');
		assert.match(page.text, /e-mail kan kun dit videreuddannelsessekretariat ændre/);
	} finally {
		sql(`UPDATE person SET mobile = ${quote(before)} WHERE id = ${id}; DELETE FROM login_guess`);
	}
});

test('R_KOM_09 doctor and department are warned of competencies that lack a month before the employment ends, once, though two clocks go', async () => {
	const here = department('mangler'), uao = one(`SELECT ${person(here.uao)}`), main = one(`SELECT ${person(here.main)}`), both = one(`SELECT ${person(here.both)}`);
	const told = () => sql(`SELECT person, about, place, link FROM notice WHERE kind = 'GOALS_OPEN' AND place = ${quote(here.place)} ORDER BY person`);
	const again = () => sql("DELETE FROM job WHERE name = 'kompetencer'");
	try {
		sql(`UPDATE element SET until = ${today()} + INTERVAL 32 DAY WHERE org_unit = ${here.unit}`);
		again();
		clock();
		assert.deepEqual(told(), [], 'more than a month is left');
		/* The colleague has all that is due approved. */
		sql(`UPDATE element SET until = ${today()} + INTERVAL 31 DAY WHERE org_unit = ${here.unit};
			INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
				VALUES (${here.id}, ${here.element}, ${main}, 'HOVEDVEJLEDER', ${today()}, ${uao}, 'x', 'UAO', UTC_TIMESTAMP());
			UPDATE course_curriculum SET left_on = ${today()} WHERE doctor = ${here.colleague}`);
		again();
		await Promise.all([clock_begun().done, clock_begun().done]);
		clock();
		const rows = told(), to_department = `/vejleder/laeger/${here.id}/kompetencer`;
		assert.deepEqual(rows, [here.id, main, uao, both].map(String).sort((a, b) => a - b)
			.map((p) => [p, String(here.id), here.place, p === String(here.id) ? '/logbog/kompetencer' : to_department]));
		assert.equal((await (await login(here.uao, 'UAO')).get(to_department)).status, 200);
		sql(`UPDATE notice SET seen = made, made = made - INTERVAL 2 DAY WHERE kind = 'GOALS_OPEN'`);
		again();
		clock();
		assert.equal(told().length, 4, 'seen or not, it is not told again');
		assert.match((await (await login(here.doctor, 'UL')).get('/adgang/beskeder')).text, /Der mangler kompetencer, og ansættelsen slutter inden for en måned/);
	} finally {
		sql(`UPDATE main_supervisor SET until = ${today()}, ended_by = given_by, ended_at = UTC_TIMESTAMP() WHERE element = ${here.element} AND live = 1`);
		here.close();
	}
});
