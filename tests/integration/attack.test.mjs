// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test attack.test.mjs: what somebody who means ill tries, and is not given.
// Most of it holds by what the other tests prove one by one; here it is tried from outside, as
// one would, and from inside a program that has been taken over.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import net from 'node:net';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { apache, ask, Browser, count, file, log_in, logbook, login, one, person, quote, somebody, sql, stack, status, steps, take_role, today } from './lib.mjs';

const friis = 'jonas.friis@logbog.example', east = 'hanne.vestergaard@logbog.example';

// --- a program that has been taken over: its account, and every right it holds -----------------

/* The statement under that account: the number of the error, 0 for none.  Nothing stays. */
function as(program, statement) {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`,
		stack.DATABASE], { input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' });
	return Number(/^ERROR (\d+)/m.exec(said.stderr)?.[1] ?? 0);
}
const REFUSED = 1644, CHECKED = 4025, NO_RIGHT = [1142, 1143];

/* The moment that the programs take for now, for somebody who has just logged in. */
const now = '(SELECT MAX(made) FROM session)';
/* A row of approval, whole, for the first goal nobody has asked about in that book. */
const approval = (book, change = {}) => {
	const row = { doctor: book.id, competency: book.goals[0].id, step: 1, status: "'APPROVED'", kind: "'ORDINARY'",
		element: book.element, org_unit: book.unit, given_by: person(book.approver), by_name: "'Hvem'", as_role: "'VEJLEDER'",
		place: "'Her'", at: now, ...change };
	return `INSERT INTO approval (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
};
const asked = (book, change = {}) => approval(book, { status: "'REQUESTED'", given_by: book.id, as_role: "'UL'", ...change });

test('the account that asks cannot approve, whoever is named as approver', async () => {
	const book = logbook();
	await login(book.approver, book.role);
	await login(book.doctor, 'UL');
	assert.equal(as('journal', asked(book, { at: `${now} - INTERVAL 3 DAY` })), REFUSED, 'a day on which the doctor was not logged in');
	assert.equal(as('journal', asked(book)), 0);
	for (const state of ['APPROVED', 'RETURNED'])
		assert.equal(as('journal', approval(book, { status: `'${state}'`, words: "'ord'" })), REFUSED, state);
	assert.equal(as('journal', asked(book, { as_role: "'UAO'" })), REFUSED);
	const other = one(`SELECT id FROM element WHERE doctor <> ${book.id} LIMIT 1`);
	assert.equal(as('journal', asked(book, { element: other })), REFUSED);
});

test('the account that approves asks for nobody, gives no merit, and answers only for who holds the role there', async () => {
	const book = logbook();
	await login(book.approver, book.role);
	assert.equal(as('approve', approval(book)), 0);
	assert.equal(as('approve', asked(book)), REFUSED);
	const elsewhere = somebody('VEJLEDER', `h.org_unit <> ${book.unit}`);
	assert.equal(as('approve', approval(book, { given_by: person(elsewhere) })), REFUSED, 'of another department, not logged in');
	await login(elsewhere, 'VEJLEDER');
	assert.equal(as('approve', approval(book, { given_by: person(elsewhere) })), REFUSED, 'of another department');
	assert.equal(as('approve', approval(book, { as_role: "'TUTOR'" })), REFUSED, 'a role not held');
	assert.equal(as('approve', approval(book, { at: "'1999-01-01'" })), REFUSED, 'before the role began');
	await login('else.munk@logbog.example');
	assert.equal(as('approve', approval(book, { given_by: person('else.munk@logbog.example') })), REFUSED, 'the role has ended');
	sql(`UPDATE session SET ended = made - INTERVAL 2 MINUTE WHERE person = ${person(book.approver)}`);
	try {
		assert.equal(as('approve', approval(book)), REFUSED, 'logged out');
	} finally {
		sql(`UPDATE session SET ended = NULL WHERE person = ${person(book.approver)}`);
	}
	assert.equal(as('approve', approval(book)), 0);
	const merit = one('SELECT id FROM merit LIMIT 1');
	assert.equal(as('approve', approval(book, { kind: "'MERIT'", merit, as_role: "'VUS'" })), REFUSED);
});

test('the account of the secretariat approves by merit alone, by the merit of that doctor, in the region of the giver', async () => {
	const book = logbook();
	await login(east, 'VUS');
	const giver = person(east);
	const region = one(`SELECT region FROM user_role WHERE person = ${giver} AND role = 'VUS'`);
	const merit = (doctor, at = region) => `INSERT INTO merit (doctor, note, region, once, given_by, by_name, as_role, place, at)
		VALUES (${doctor}, 'notat', ${at}, REPEAT('z', 16), ${giver}, 'Hvem', 'VUS', 'Her', ${now})`;
	const inside = one(`SELECT doctor FROM training_course WHERE region = ${region} LIMIT 1`);
	const outside = one(`SELECT p.id FROM person p WHERE EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id)
		AND NOT EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = p.id AND c.region = ${region}) LIMIT 1`);
	assert.equal(as('office', merit(inside)), 0);
	assert.equal(as('office', merit(inside).replace(now, `${now} - INTERVAL 3 DAY`)), REFUSED, 'a day on which nobody was logged in');
	assert.equal(as('office', merit(outside)), REFUSED);
	assert.equal(as('office', merit(outside, one(`SELECT id FROM training_region WHERE id <> ${region} LIMIT 1`))), REFUSED);
	assert.equal(as('office', approval(book)), REFUSED);
	assert.equal(as('office', asked(book)), REFUSED);
	const [of_another, by] = sql(`SELECT id, given_by FROM merit WHERE doctor <> ${book.id} LIMIT 1`)[0];
	assert.equal(as('office', approval(book, { kind: "'MERIT'", merit: of_another, given_by: by, as_role: "'VUS'", element: 'NULL',
		org_unit: 'NULL' })), REFUSED);
});

test('no account writes in the audit what somebody did without a session', async () => {
	await login(friis);
	const [session, who] = sql(`SELECT id, person FROM session WHERE person = ${person(friis)} ORDER BY id DESC LIMIT 1`)[0];
	const row = (someone, at = session) => `INSERT INTO audit (at, person, role, session, action, object, object_id)
		VALUES (${now}, ${someone}, 'UL', ${at}, 'give merit', 'merit', 1)`;
	for (const program of ['login', 'journal', 'approve', 'office', 'export']) {
		assert.equal(as(program, row(who)), 0, program);
		assert.equal(as(program, row(person(east))), REFUSED, program);
		assert.equal(as(program, row(who, 'NULL')), REFUSED, program);
	}
});

test('no account makes up a look, a link, or the end of a chain', () => {
	const [held, viewer, role] = sql(`SELECT h.id, h.person, h.role FROM user_role h WHERE h.role = 'UAO' LIMIT 1`)[0];
	const book = logbook('EXISTS (SELECT 1 FROM chain_head k WHERE k.doctor = p.id)');
	const look = (who = viewer, what = role) => `INSERT INTO look (doctor, viewer, held, role, page, at)
		VALUES (${book.id}, ${who}, ${held}, '${what}', '/x', ${today()})`;
	assert.equal(as('approve', look()), 0);
	assert.equal(as('approve', look(book.id)), REFUSED);
	assert.equal(as('approve', look(viewer, 'VUS')), REFUSED);
	for (const program of ['login', 'journal'])
		assert.equal(as(program, look()), REFUSED, program);
	for (const program of ['journal', 'approve', 'office']) {
		assert.equal(as(program, `UPDATE chain_head SET seal = REPEAT('x', 32) WHERE doctor = ${book.id}`), REFUSED, program);
		assert.equal(as(program, `INSERT INTO chain_head VALUES (${east.length + 900000}, 5, REPEAT('x', 32), REPEAT('x', 32))`), REFUSED, program);
		assert.equal(as(program, `INSERT INTO chain_link SELECT ${book.id}, 60000, 'APPROVAL', a.id, REPEAT('x', 32)
			FROM (SELECT 4000000000 AS id) a`), REFUSED, program);
	}
});

test('a session that has ended stays so: the secretariat ends them, and login, and neither begins one anew', () => {
	sql('UPDATE session SET ended = seen WHERE ended IS NULL ORDER BY id LIMIT 1');
	for (const program of ['office', 'login'])
		assert.equal(as(program, 'UPDATE session SET ended = NULL'), REFUSED, program);
});

test('no account but that of login makes a session, sees a password or a code, or a CPR number it need not', () => {
	for (const program of ['journal', 'approve', 'office', 'export', 'audit', 'import']) {
		for (const statement of ["INSERT INTO session (token, person, stage, made, seen) VALUES (REPEAT('x', 32), 1, 'FULL', '2030-01-01', '2030-01-01')",
			'UPDATE session SET person = 1', 'UPDATE session SET held = 1', 'UPDATE session SET ended = NULL', 'UPDATE session SET token = 0x00',
			'SELECT password FROM credential', 'SELECT code FROM login_code', 'DELETE FROM login_guess', 'INSERT INTO user_role SELECT * FROM user_role',
			"UPDATE user_role SET until = '2000-01-01'", /* (The office corrects an address with its user: R-LOG-04.) */
			...program === 'office' ? [] : ['UPDATE person SET email = 0'], 'UPDATE element SET until = 0', 'DELETE FROM look', 'UPDATE audit SET person = 1',
			"SELECT 1 INTO OUTFILE '/x'", "SELECT LOAD_FILE('/etc/passwd') INTO @x; INSERT INTO user_role (id) SELECT @x"])
			assert.ok([...NO_RIGHT, REFUSED, CHECKED, 1045, 1044, 1227].includes(as(program, statement)), `${program}: ${statement}: ${as(program, statement)}`);
	}
	/* MitID answers with a number, and a UAO types one: a person is found by its keyed hash, and no number seen. */
	for (const program of ['login', 'approve'])
		assert.ok(NO_RIGHT.includes(as(program, 'SELECT cpr_sealed FROM person')), program);
	for (const program of ['journal', 'audit'])
		for (const column of ['cpr_find', 'cpr_sealed'])
			assert.ok(NO_RIGHT.includes(as(program, `SELECT ${column} FROM person`)), `${program} ${column}`);
	assert.ok(NO_RIGHT.includes(as('export', 'SELECT cpr_find FROM person')));
	for (const statement of ['SELECT 1 FROM approval', 'SELECT 1 FROM merit', 'SELECT 1 FROM file', 'SELECT 1 FROM reach', 'SELECT 1 FROM look',
		'INSERT INTO user_role SELECT * FROM user_role', 'INSERT INTO credential VALUES (1, 0, 0)', 'UPDATE session SET person = 1'])
		assert.ok(NO_RIGHT.includes(as('login', statement)), `login: ${statement}`);
});

// --- words that want to be more than words ----------------------------------------------------

/* A formula, markup for texts and for attributes, turned direction, an entity, and no tab or line. */
const evil = (mark) => `=HYPERLINK("${mark}")"'><img src=x onerror=a></textarea><script>&lt;{{x}}\u202E%s\\`;

/* A small region of its own, all of whose words are evil: a doctor, a supervisor, a UAO and a
 * secretary, with the password of the try-out. */
function evil_region() {
	const id = Date.now() % 1e8, say = (mark) => quote(evil(mark));
	const people = { doctor: 'UL', supervisor: 'VEJLEDER', uao: 'UAO', secretary: 'VUS' };
	const email = (who) => `${who}.${id}@logbog.example`;
	sql(`BEGIN;
		INSERT INTO training_region (code, name) VALUES ('X${id}', ${say('region')}); SET @region = LAST_INSERT_ID();
		INSERT INTO specialty (code, name) VALUES ('x${id}', ${say('speciale')}); SET @specialty = LAST_INSERT_ID();
		INSERT INTO org_unit (code, kind, name, place, region) VALUES ('x${id}', 'AFDELING', ${say('afdeling')}, ${say('sted')}, @region);
		SET @unit = LAST_INSERT_ID();
		INSERT INTO curriculum (code, title, stage, specialty, version, cutoff_basis, cutoff_date, source, demo, goals, file_sha256)
		VALUES ('x${id}', ${say('liste')}, 'HU', ${say('s')}, '1<b>"', 'BESAT', '2020-01-01', ${say('kilde')}, 1, 3, UNHEX(SHA2('${id}', 256)));
		SET @list = LAST_INSERT_ID();
		INSERT INTO competency (curriculum, position, number, heading, title, clarification, strategy, methods, minimum, assess_when, placement)
		SELECT @list, seq, CONCAT('<b>"', seq), ${say('h')}, CONCAT(${say('titel')}, seq), ${say('uddybning')}, ${say('strategi')},
			${say('metode')}, ${quote(`${evil('m')}=3`)}, ${say('tid')}, ${say('hvor')} FROM seq_1_to_3;
		${Object.entries(people).map(([who, role]) => `
		INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed, auth_id)
		SELECT ${say(who)}, '${email(who)}', '+45"<b>12', p.born, p.cpr_kind, UNHEX(SHA2('${email(who)}', 256)), p.cpr_sealed,
			${who === 'doctor' ? `'<b>"${String(id).slice(-5)}'` : 'NULL'} FROM person p WHERE p.email = ${quote(friis)};
		SET @${who} = LAST_INSERT_ID();
		INSERT INTO credential (person, password) SELECT @${who}, password FROM credential c JOIN person p ON p.id = c.person WHERE p.email = ${quote(friis)};
		INSERT INTO user_role (person, role, org_unit, region, since, given_by) VALUES (@${who}, '${role}', ${'VEJLEDER UAO'.includes(role) ? '@unit' : 'NULL'},
			${role === 'VUS' ? '@region' : 'NULL'}, ${today()} - INTERVAL 1 YEAR, @doctor);
		INSERT INTO person_word VALUES ('${who}${id}', @${who});`).join('')}
		INSERT INTO training_course (doctor, stage, specialty, region, number, since, until)
		VALUES (@doctor, 'HU', @specialty, @region, '<b>"', ${today()} - INTERVAL 1 YEAR, ${today()} + INTERVAL 1 YEAR);
		SET @course = LAST_INSERT_ID();
		INSERT INTO course_curriculum (course, curriculum, doctor) VALUES (@course, @list, @doctor);
		INSERT INTO element (course, doctor, seq, org_unit, since, until) VALUES (@course, @doctor, 1, @unit, ${today()} - INTERVAL 1 YEAR, ${today()} + INTERVAL 1 YEAR);
		COMMIT`);
	const goals = sql(`SELECT c.id FROM competency c JOIN curriculum l ON l.id = c.curriculum WHERE l.code = 'x${id}' ORDER BY c.position`).flat();
	return { email, goals, id: person(email('doctor')), search: `doctor${id}`,
		element: one(`SELECT id FROM element WHERE doctor = ${person(email('doctor'))}`) };
}

/* Every page that links lead to from there, each kind of address at most `each` times. */
async function crawl(browser, from, take, each = 4) {
	const seen = new Set(), kinds = new Map(), left = [from];
	while (left.length > 0) {
		const at = left.shift(), kind = at.replace(/\d+/g, 'N');
		/* (What a file must hold is shown by examples of our own.) */
		if (seen.has(at) || !at.startsWith('/') || at.startsWith('/import/filer/eksempel') || (kinds.get(kind) ?? 0) >= each)
			continue;
		seen.add(at);
		kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
		const page = await browser.get(at);
		await take(page, at);
		if (/^text\/html/.test(page.headers['content-type']))
			left.push(...page.links.map((link) => link.split('#')[0]).filter(Boolean));
	}
	return kinds;
}

function nothing_but_words(page, at) {
	assert.ok(page.status < 500, page.brief);
	if (/^text\/html/.test(page.headers['content-type'])) {
		const tags = page.html.match(/<[^>]*>/g).map((tag) => tag.replace(/"[^"]*"/g, '""'));
		for (const tag of tags)
			assert.doesNotMatch(tag, /<(img|script|b)\b|\son\w+=|HYPERLINK|\{\{/i, `${at}: ${tag}`);
		assert.ok(!page.html.includes('\u202E'), `${at} turns the direction of what follows`);
		for (const link of page.links)
			assert.match(link, /^(\/|#|\?|mailto:|tel:|https:\/\/)/, `${at}: ${link}`);
	} else if (/json/.test(page.headers['content-type']))
		assert.ok(JSON.stringify(page.json).includes('=HYPERLINK'), at);
	const cookies = [page.headers['set-cookie'] ?? []].flat().join();
	assert.ok(!cookies.includes('HYPERLINK') && !(page.headers['content-disposition'] ?? '').includes('\u202E'), at);
}

/* The parts of an XLSX, as texts. */
function sheet(bytes) {
	const python = 'import sys, zipfile, io\nz = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n' +
		'for n in z.namelist():\n sys.stdout.write(n + "\\n" + z.read(n).decode("utf-8", "replace") + "\\n")';
	return spawnSync('python3', ['-c', python], { input: bytes, encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
}

test('what is stored is words on every page and in every print, also what began as a formula; each look is told', async () => {
	const { email, goals, id, element, search } = evil_region();
	const doctor = await login(email('doctor'), 'UL'), secretary = await login(email('secretary'), 'VUS');
	const uao = await login(email('uao'), 'UAO'), supervisor = await login(email('supervisor'), 'VEJLEDER');
	const form = `/sekretariat/godkend-merit/${id}`;

	for (const goal of goals.slice(0, 2))
		await doctor.submit(`/logbog/kompetencer/${goal}/anmod`, { element, rating: 3, words: evil('ordene') }, { from: `/logbog/kompetencer/${goal}` });
	const [request] = sql(`SELECT approval FROM approval_now WHERE doctor = ${id} AND competency = ${goals[0]}`)[0];
	const back = await uao.submit(`/vejleder/anmodninger/${request}`, { svar: 'returner', grund: evil('grunden') },
		{ from: `/vejleder/anmodninger/${request}` });
	assert.equal(back.status, 200, back.brief);
	const name = `..\\..\\${evil('brev').replaceAll('"', '%22').replaceAll('/', '')}.pdf`;
	const given = await secretary.submit(form, { notat: evil('notatet'), kompetence: goals[2] }, { from: form,
		files: { meritbrev: file('letter.pdf', name) } });
	assert.match(given.at, /\/sekretariat\/merit\/\d+/, given.brief);
	nothing_but_words(await secretary.submit('/sekretariat/brugere', { q: search }, { from: '/sekretariat/brugere' }), 'search');

	const of_logbook = ['ordene', 'grunden', 'notatet', 'brev'];
	for (const [browser, from, own] of [[doctor, '/logbog/oversigt', true], [uao, '/vejleder/laeger'], [uao, '/vejleder/anmodninger'],
		[supervisor, '/vejleder/laeger'], [supervisor, '/vejleder/anmodninger'], [secretary, `/sekretariat/brugere/${id}`], [secretary, '/sekretariat/merit']]) {
		const looks = () => count(`look WHERE doctor = ${id}`);
		let before = looks();
		const kinds = await crawl(browser, from, (page, at) => {
			nothing_but_words(page, at);
			/* Means of places and keys of seals are published, forms are for everybody: nobody's logbook, and nothing that anybody of this region wrote. */
			if (at.startsWith('/evaluering/steder') || at.startsWith('/adgang/formularer') || at.startsWith('/verificer/'))
				return assert.equal(looks(), before, at);
			const now = looks(), shown = page.status === 200 && (!/^text\/html/.test(page.headers['content-type']) || of_logbook.some((mark) => page.html.includes(`(&quot;${mark}&quot;)`)));
			if (!own && shown)
				assert.ok(now > before, `${at} shows the logbook and no look was recorded`);
			if (own)
				assert.equal(now, before, `${at} of one's own is no look`);
			before = now;
			if (at.includes('.xlsx')) {
				const parts = sheet(page.bytes);
				assert.ok(parts.includes('=HYPERLINK'), at);
				assert.doesNotMatch(parts, /<f[ >]|<hyperlink|externalLink|<img|t="str"/, at);
			}
		});
		assert.ok(kinds.size > 2, `${from}: only ${[...kinds.keys()]}`);
	}
});

// --- cookies that somebody came by --------------------------------------------------------------

/* A session of its own, which the other tests do not share. */
async function alone(email, role) {
	const browser = new Browser();
	await log_in(browser, email);
	return role ? take_role(browser, email, role) : browser;
}
const run_out = (email) => sql(`UPDATE session SET seen = seen - INTERVAL 2 HOUR WHERE person = ${person(email)} AND ended IS NULL`);
const refused_to_log_in = (page) => {
	assert.equal(page.status, 303, page.brief);
	assert.match(page.location, /^\/adgang\/log-ind/);
};

test('a cookie taken before its owner logged out opens nothing, and leaves nothing behind', async () => {
	const book = logbook(), owner = await alone(book.doctor, 'UL'), thief = owner.copy();
	const formular = await owner.token();
	await owner.post('/adgang/log-ud', { formular });
	const kept = count('kept_form');

	for (const at of ['/', '/logbog/kompetencer', '/logbog/notater', '/adgang/profil', '/udskrift/kompetencer.json'])
		assert.ok([303, 401].includes((await thief.request('GET', at)).status), at);
	refused_to_log_in(await thief.post(`/logbog/kompetencer/${book.goals[0].id}/anmod`, { formular, element: book.element }));
	refused_to_log_in(await thief.post('/sekretariat/godkend-merit/1', { formular, notat: 'x' }, { files: {} }));
	assert.equal(count('kept_form'), kept, 'nothing is kept for a session that was ended');
	assert.equal(steps(book, book.goals[0]), 0);
	await owner.get('/adgang/log-ind');
	await log_in(owner, book.doctor);
	refused_to_log_in(await thief.request('GET', '/logbog/oversigt'));
});

test('who has the cookie of a session that ran out cannot fill the database with forms', async () => {
	const email = 'poul.krarup@logbog.example', browser = await alone(email);
	const formular = await browser.token();
	sql(`DELETE FROM kept_form WHERE person = ${person(email)}`);
	run_out(email);
	const statuses = [];
	for (let i = 0; i < 13; i++)
		statuses.push((await browser.copy().post('/sekretariat/brugere', { formular, q: 'x' })).status);
	assert.deepEqual(statuses, [...Array(10).fill(303), 503, 503, 503]);
	assert.equal(count(`kept_form WHERE person = ${person(email)}`), 10);
	sql(`DELETE FROM kept_form WHERE person = ${person(email)}`);
});

test('a cookie that somebody else chose is no session, before the login and after', async () => {
	const chosen = new Browser();
	await chosen.get('/adgang/log-ind');
	const victim = chosen.copy();
	victim.page = chosen.page;
	await log_in(victim, friis);
	assert.equal((await victim.get('/logbog/oversigt')).status, 200);
	refused_to_log_in(await chosen.request('GET', '/logbog/oversigt'));
	assert.notEqual([...chosen.cookies.values()][0], [...victim.cookies.values()][0]);
});

// --- roles and the clock ------------------------------------------------------------------------

test('a role that begins tomorrow cannot be taken; one that is ended under way ends at once', async () => {
	const email = 'else.munk@logbog.example', id = person(email), book = logbook();
	const browser = await alone(email);
	sql(`INSERT INTO user_role (person, role, org_unit, since) VALUES (${id}, 'UAO', ${book.unit}, ${today()} + INTERVAL 1 DAY)`);
	const held = one(`SELECT MAX(id) FROM user_role WHERE person = ${id}`);
	const pages = [`/vejleder/laeger/${book.id}/kompetencer`, `/udskrift/${book.id}/kompetencer.pdf`, '/vejleder/anmodninger'];
	const formular = await browser.token();
	try {
		assert.equal((await browser.post('/adgang/profil', { formular, held })).status, 409);
		for (const at of pages)
			assert.equal((await browser.request('GET', at)).status, 403, at);
		sql(`UPDATE user_role SET since = ${today()} WHERE id = ${held}`);
		assert.equal((await browser.post('/adgang/profil', { formular, held })).status, 303);
		for (const at of pages)
			assert.equal((await browser.request('GET', at)).status, 200, at);
		const doctor = await login(book.doctor, 'UL');
		const asked = await ask(doctor, book, book.goals[0]);
		sql(`UPDATE user_role SET since = since - INTERVAL 1 DAY, until = ${today()} WHERE id = ${held}`);
		for (const at of pages)
			assert.equal((await browser.request('GET', at)).status, 403, at);
		assert.equal((await browser.post(`/vejleder/anmodninger/${asked}`, { formular, svar: 'godkend' })).status, 403);
		assert.equal(status(book, book.goals[0]), 'REQUESTED');
		await doctor.submit(`/logbog/kompetencer/${book.goals[0].id}/fortryd`, {}, { from: `/logbog/kompetencer/${book.goals[0].id}` });
	} finally {
		sql(`UPDATE session SET held = NULL WHERE held = ${held}; UPDATE credential SET role = NULL WHERE role = ${held};
			UPDATE user_role SET since = since - INTERVAL 1 YEAR, until = ${today()} WHERE id = ${held}`);
	}
});

// --- at the same moment -------------------------------------------------------------------------

/* The last row of the story; every chain must hold. */
const whole = () => {
	const said = spawnSync(`${stack.B}/bin/logbook-audit`, ['verify', '--socket', stack.SOCKET, '--database', stack.DATABASE,
		'--keys', stack.KEYS], { encoding: 'utf8' });
	assert.equal(said.status, 0, said.stdout + said.stderr);
};

test('taken back and approved in the same moment: one of them stands, and the other is told', async () => {
	const book = logbook(), doctor = await login(book.doctor, 'UL'), approver = await login(book.approver, book.role);
	const formular = [await doctor.token(), await approver.token()];
	for (const goal of book.goals.slice(0, 6)) {
		const asked = await ask(doctor, book, goal);
		const [back, approved] = await Promise.all([
			doctor.copy().post(`/logbog/kompetencer/${goal.id}/fortryd`, { formular: formular[0] }),
			approver.copy().post(`/vejleder/anmodninger/${asked}`, { formular: formular[1], svar: 'godkend' })]);
		assert.deepEqual([back.status, approved.status].sort(), [303, 409], `${back.brief} / ${approved.brief}`);
		assert.equal(steps(book, goal), 2);
		assert.equal(status(book, goal), back.status === 303 ? 'WITHDRAWN' : 'APPROVED');
	}
	whole();
});

test('merit and approval in the same moment: approved once', async () => {
	const book = logbook(`EXISTS (SELECT 1 FROM training_course c JOIN user_role v ON v.region = c.region AND v.role = 'VUS'
		WHERE c.doctor = p.id AND v.person = ${person(east)})`);
	const doctor = await login(book.doctor, 'UL'), approver = await login(book.approver, book.role), vus = await login(east, 'VUS');
	const formular = await approver.token(), form = `/sekretariat/godkend-merit/${book.id}`;
	const list_of = (goal) => one(`SELECT curriculum FROM competency WHERE id = ${goal.id}`);
	for (const goal of book.goals.slice(0, 4)) {
		const asked = await ask(doctor, book, goal);
		const fields = (await vus.get(`${form}?liste=${list_of(goal)}`)).form(form).fields;
		const [given, approved] = await Promise.all([
			vus.copy().post(form, [...fields.filter(([n]) => n !== 'notat'), ['notat', 'samtidig'], ['kompetence', String(goal.id)]], { files: {} }),
			approver.copy().post(`/vejleder/anmodninger/${asked}`, { formular, svar: 'godkend' })]);
		assert.ok((given.status === 303) !== (approved.status === 303), `${given.brief} / ${approved.brief}`);
		assert.ok([303, 409, 422].includes(given.status) && [303, 409].includes(approved.status), `${given.brief} / ${approved.brief}`);
		assert.equal(count(`approval WHERE doctor = ${book.id} AND competency = ${goal.id} AND status = 'APPROVED'`), 1);
	}
	whole();
});

// --- files ----------------------------------------------------------------------------------------

/* A PDF of one page; more for its catalog, and whole objects from number 5 on. */
function pdf(catalog = '', objects = []) {
	const all = [`<</Type/Catalog/Pages 2 0 R${catalog}>>`, '<</Type/Pages/Kids[3 0 R]/Count 1>>',
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<<>>>>', stream('0 0 9 9 re f'), ...objects];
	let text = '%PDF-1.7\n';
	const at = all.map((object, i) => {
		const from = text.length;
		text += `${i + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(from).padStart(10, '0')} 00000 n \n`;
	});
	return Buffer.from(`${text}xref\n0 ${all.length + 1}\n0000000000 65535 f \n${at.join('')}trailer <</Size ${all.length + 1}` +
		`/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`, 'latin1');
}
const stream = (bytes, more = '') => `<</Length ${bytes.length}${more}>>stream\n${bytes.toString('latin1')}\nendstream`;

/* What the form says of that file as a letter; nothing is given. */
async function letter(bytes, filename = 'brev.pdf') {
	const vus = await login(east, 'VUS'), form = `/sekretariat/godkend-merit/${person('mette.hansen@logbog.example')}`;
	return vus.submit(form, { kompetence: '4294967295' }, { from: form, files: { meritbrev: { filename, bytes } }, stay: true });
}
const about_letter = (page) => page.faults.filter((fault) => !/hører ikke til denne/.test(fault)).join();

test('a letter that would run something where it is read is refused', async () => {
	const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
	for (const [catalog, objects] of [[`/OpenAction${script}`], [`/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next${script}>>`], [`/AA<</WC${script}>>`],
		['/Names<</JavaScript<</Names[(a) 5 0 R]>>>>', [script]]]) {
		const page = await letter(pdf(catalog, objects));
		assert.match(about_letter(page), /indeholder et program/, catalog);
	}
	assert.equal(about_letter(await letter(pdf())), '');
	assert.equal(about_letter(await letter(pdf('/OpenAction[3 0 R/Fit]'))), '');
});

test('a small file that unfolds to a huge one is refused, soon, and the next request is answered', async () => {
	const folded = (mb) => zlib.deflateSync(zlib.deflateSync(Buffer.alloc(mb << 20, 32)));
	const bomb = pdf('', []).toString('latin1').replace(/4 0 obj.*?endobj/s, () =>
		`4 0 obj\n${stream(folded(900), '/Filter[/FlateDecode/FlateDecode]')}\nendobj`);
	const begun = Date.now(), page = await letter(Buffer.from(bomb, 'latin1'));
	assert.match(about_letter(page), /kan ikke læses til ende|for tung/);
	for (const bytes of [zlib.gzipSync(pdf()), Buffer.from('PK\x03\x04 no letter'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
		Buffer.from('<html><script>alert(1)</script>')])
		assert.match(about_letter(await letter(bytes)), /hverken en PDF, en JPEG eller en PNG/);
	assert.ok(Date.now() - begun < 15000);
});

test('the name of a file is a name: no header, no folder, no other name', async () => {
	const vus = await login(east, 'VUS'), form = `/sekretariat/godkend-merit/${person('mette.hansen@logbog.example')}`;
	for (const name of ['..\\..\\..\\etc\\passwd', '../../keys/chain', 'a%22; filename=%22b.exe', 'x'.repeat(500), 'æøå \u202Efdp.exe', '.', '..', 'C:\\brev.pdf',
		'brev.pdf;.html', '%0d%0aSet-Cookie: a=b', '$(id)`id`|&', '"']) {
		await vus.get(form);
		const given = await vus.submit(form, { notat: name.slice(0, 30) }, { files: { meritbrev: file('letter.pdf', name) } });
		if (given.status === 400)
			continue;
		const [link] = given.links.filter((at) => at.includes('/meritbrev/'));
		const got = await vus.request('GET', link), said = got.headers['content-disposition'];
		assert.equal(got.headers['content-type'], 'application/pdf', name);
		assert.equal(got.headers['x-content-type-options'], 'nosniff');
		assert.match(said, /^inline; filename="[^"\\/\r\n\u0080-\uffff]{1,200}"(; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+)?$/, name);
		assert.doesNotMatch(decodeURIComponent(said.split("''")[1] ?? ''), /[\u202E/\\\r\n]|^\.+$/, name);
		assert.equal(got.headers['set-cookie'], undefined);
	}
});

test('to be told that somebody was faster is a look as well', async () => {
	const book = logbook(), doctor = await login(book.doctor, 'UL'), approver = await login(book.approver, book.role);
	const goal = book.goals[0], asked = await ask(doctor, book, goal);
	await doctor.submit(`/logbog/kompetencer/${goal.id}/fortryd`, {}, { from: `/logbog/kompetencer/${goal.id}` });
	const formular = await approver.token(), looks = () => count(`look WHERE doctor = ${book.id} AND viewer = ${person(book.approver)}`);
	const before = looks(), told = await approver.post(`/vejleder/anmodninger/${asked}`, { formular, svar: 'godkend' });
	assert.equal(told.status, 409, told.brief);
	assert.match(told.text, /Trukket tilbage af/);
	assert.equal(looks(), before + 1);
});

test('a look that cannot be recorded is not shown', async () => {
	const book = logbook(), approver = await login(book.approver, book.role), at = `/vejleder/laeger/${book.id}/kompetencer`;
	sql("REVOKE INSERT ON look FROM 'logbook-approve'@'localhost'");
	try {
		const page = await approver.request('GET', at);
		assert.equal(page.status, 503, page.brief);
		assert.ok(!page.html.includes(book.goals[0].title));
	} finally {
		sql("GRANT INSERT ON look TO 'logbook-approve'@'localhost'");
	}
	assert.equal((await approver.request('GET', at)).status, 200);
});

// --- between the server in front and the programs ---------------------------------------------------

/* Sends the bytes as they are; all that comes back until it is quiet. */
const raw = (bytes) => new Promise((done) => {
	const socket = net.connect(stack.PORT, '127.0.0.1');
	let out = '', quiet;
	const wait = () => {
		clearTimeout(quiet);
		quiet = setTimeout(() => socket.destroy(), 400);
	};
	socket.setEncoding('latin1').on('data', (more) => { out += more; wait(); }).on('close', () => done(out)).on('error', () => done(out));
	socket.write(bytes);
	wait();
});
const host = `Host: 127.0.0.1:${stack.PORT}\r\n`;
const answers = (out) => [...out.matchAll(/HTTP\/1\.[01] (\d+)/g)].map((m) => Number(m[1]));

test('a request hidden in the body of another is not answered', async () => {
	const hidden = `GET /adgang/hjaelp HTTP/1.1\r\n${host}\r\n`;
	for (const lengths of ['Content-Length: 5\r\nContent-Length: 6', 'Content-Length: 5, 6', `Content-Length: ${hidden.length + 5}\r\nTransfer-Encoding: chunked`,
		'Content-Length: 5\r\nTransfer-Encoding : chunked', 'Content-Length: 5\r\nTransfer-Encoding: xchunked', 'Transfer-Encoding: cow, chunked',
		'Content-Length: 5\r\nTransfer-Encoding: \x0bchunked', 'Content-Length: -1', 'Content-Length: +5', 'Content-Length: 0x5', 'Content-Length: 99999999999999999999']) {
		const out = await raw(`POST /adgang/log-ind HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\n${lengths}\r\n\r\n0\r\n\r\n${hidden}`);
		assert.ok(answers(out).length <= 1 && answers(out).every((n) => n >= 400), `${lengths}: ${answers(out)}`);
		assert.ok(!out.includes('Tilgængelighed</h'), lengths);
	}
});

test('what a program is told of the connection nobody can say in a header', async () => {
	sql('DELETE FROM login_guess');
	const addresses = new Set();
	for (const header of ['X: y', 'HTTPS: on', 'X-Forwarded-Proto: https', 'Forwarded: for=9.9.9.9;proto=https', 'X-Forwarded-For: 9.9.9.9', 'Remote-Addr: 9.9.9.9',
		'Remote_Addr: 9.9.9.9', 'X-Real-IP: 9.9.9.9', 'Proxy: http://evil.example', 'Request-Uri: /logbog/oversigt', 'Status: 500']) {
		const out = await raw(`GET /adgang/log-ind HTTP/1.1\r\n${host}${header}\r\nConnection: close\r\n\r\n`);
		assert.deepEqual(answers(out), [200], header);
		assert.match(out, /set-cookie: logbog=/i, header);
		assert.doesNotMatch(out, /strict-transport-security|; secure|evil/i, header);
		const [name, ...value] = header.split(': '), browser = new Browser();
		await browser.get('/adgang/log-ind');
		await browser.submit('/adgang/log-ind', { email: `nobody${addresses.size}@example.dk`, password: 'x' }, { headers: { [name]: value.join(': ') }, stay: true });
		addresses.add(one('SELECT HEX(address) FROM login_guess ORDER BY id DESC LIMIT 1'));
	}
	sql('DELETE FROM login_guess');
	assert.equal(addresses.size, 1, 'all guesses count for the same network');
});

test('no way leads to another site, out of a folder, or to another program than the address says', async () => {
	const browser = await login('mette.hansen@logbog.example', 'UL');
	for (const til of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%09/evil.example', '/x:y@evil.example', 'javascript:alert(1)', '/\r\nLocation: //evil']) {
		const one = new Browser();
		await one.get(`/adgang/log-ind?til=${encodeURIComponent(til)}`);
		assert.ok(!one.page.forms.flatMap((f) => f.fields).some(([, value]) => /evil|alert/.test(value)), til);
	}
	for (const at of ['/adgang/../sekretariat/brugere', '/logbog/%2e%2e/sekretariat/brugere', '//sekretariat/brugere', '/sekretariat//brugere',
		'/statisk/../../../../etc/passwd', '/statisk/..%2f..%2fetc/passwd', '/statisk../keys/chain', '/logbog/oversigt%00', '/logbog/oversigt%0d%0aX:y',
		'/logbog/%c0%ae%c0%ae/x', '/udskrift/x/../kompetencer.pdf', '/SEKRETARIAT/brugere', '/logbog/oversigt/', '/statisk/', '/.git/config', '/server-status'])
		assert.ok([400, 403, 404].includes((await browser.request('GET', at)).status), at);
});

// --- who there is --------------------------------------------------------------------------------

test('how long a refused login takes does not tell whether there is such a user', async () => {
	const known = [], unknown = [], browser = new Browser();
	await browser.get('/adgang/log-ind');
	const page = browser.page;
	sql('DELETE FROM login_guess');
	for (let i = 0; i < 8; i++)
		for (const [email, times] of [['else.munk@logbog.example', known], [`nobody.${i}@logbog.example`, unknown]]) {
			const begun = performance.now();
			assert.equal((await browser.submit('/adgang/log-ind', { email, password: 'en forkert adgangskode' }, { from: page, stay: true })).status, 422);
			times.push(performance.now() - begun);
		}
	sql('DELETE FROM login_guess');
	const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];
	const ratio = middle(known) / middle(unknown);
	assert.ok(ratio > 0.6 && ratio < 1.6, `${middle(known)} ms and ${middle(unknown)} ms`);
});
