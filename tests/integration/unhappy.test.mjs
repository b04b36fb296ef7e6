// SPDX-License-Identifier: MPL-2.0
//
// What goes wrong on the way: a session that runs out, a database that is away or full, a worker
// that is killed, two who answer at once.  Nothing is stored by half, nothing typed is lost, and
// what comes next works.  This file breaks the stack that it runs on, and mends it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ask, Browser, connection, control, count, file, log_in, logbook, login, one, person, quote, root, sleep, somebody,
	sql, stack, status, steps, until } from './lib.mjs';
import { department } from './department.mjs';

const book = department('unhappy');
after(() => book.close());
const next = () => book.goals.shift();
const region = `(SELECT t.region FROM training_course t WHERE t.doctor = ${book.id} ORDER BY t.since DESC LIMIT 1)`;
const secretary = somebody('VUS', `h.region = ${region} AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.role = 'UL')`);
const merit = `/sekretariat/godkend-merit/${book.id}`;
const at = (goal) => `/logbog/kompetencer/${goal.id}`;
let doctor, approver, office;

before(async () => {
	doctor = await login(book.doctor, 'UL');
	approver = await login(book.approver, book.role);
	office = await login(secretary, 'VUS');
});

// --- the session runs out -------------------------------------------------------------------

/* The newest session of that person was last seen two hours ago. */
const run_out = (email) => sql(`UPDATE session SET seen = seen - INTERVAL 2 HOUR WHERE person = ${person(email)} AND ended IS NULL
	ORDER BY id DESC LIMIT 1`);

/* Sends the form after the session has run out, up to the page that offers to go on. */
async function sent_too_late(browser, email, action, fields, options) {
	run_out(email);
	let page = await browser.submit(action, fields, options);
	assert.equal(page.heading, 'Log ind', page.brief);
	page = await log_in(browser, email);
	assert.equal(page.heading, 'Velkommen tilbage', page.brief);
	return page;
}

test('a session that ran out in the middle of a form asks for the password and goes on', async () => {
	const goal = next(), browser = await login(book.doctor, 'UL', { anew: true });
	await browser.get(at(goal));
	await sent_too_late(browser, book.doctor, `${at(goal)}/anmod`, { element: book.element, rating: 3, words: 'Skrevet før pausen: æøå' });
	assert.equal(steps(book, goal), 0, 'nothing is done that was not asked for');
	const page = await browser.submit(`${at(goal)}/anmod`);
	assert.match(page.text, /Du har anmodet om godkendelse/, page.brief);
	assert.deepEqual(sql(`SELECT words, rating FROM approval WHERE doctor = ${book.id} AND competency = ${goal.id}`), [['Skrevet før pausen: æøå', '3']]);
	assert.equal(browser.cookies.has('logbog-husket'), false);
	assert.equal(count(`kept_form WHERE person = ${book.id}`), 0);
});

test('the same with a file of merit', async () => {
	const before = count('merit'), browser = await login(secretary, 'VUS', { anew: true });
	await browser.get(merit);
	await sent_too_late(browser, secretary, merit, { notat: 'Sendt for sent' }, { files: { meritbrev: file('letter.pdf', 'sent for sent.pdf') } });
	assert.equal(count('merit'), before);
	const page = await browser.submit(merit, {}, {});
	assert.match(page.text, /Meritten er givet/, page.brief);
	assert.deepEqual(sql(`SELECT m.note, f.name, f.size FROM merit m JOIN file f ON f.id = m.letter ORDER BY m.id DESC LIMIT 1`),
		[['Sendt for sent', 'sent for sent.pdf', String(file('letter.pdf').bytes.length)]]);
});

test('what one person typed is not given to another who logs in on the same browser', async () => {
	const goal = next(), browser = await login(book.doctor, 'UL', { anew: true });
	await browser.get(at(goal));
	run_out(book.doctor);
	await browser.submit(`${at(goal)}/anmod`, { element: book.element, words: 'Kun for mig' });
	const page = await log_in(browser, secretary);
	assert.notEqual(page.heading, 'Velkommen tilbage');
	const formular = await browser.token();
	const other = await browser.post(`${at(goal)}/anmod`, { formular, husket: 1 });
	assert.ok([403, 410].includes(other.status), other.brief);
	assert.equal(steps(book, goal), 0);
});

test('what was kept is sealed: the database does not tell it', async () => {
	const goal = next(), browser = await login(book.doctor, 'UL', { anew: true });
	await browser.get(at(goal));
	run_out(book.doctor);
	await browser.submit(`${at(goal)}/anmod`, { element: book.element, words: 'Hemmeligt ord' });
	assert.equal(count("kept_form WHERE body LIKE '%Hemmeligt%'"), 0);
	assert.equal(count(`kept_form WHERE person = ${book.id}`) > 0, true);
});

test('R_GDP_04 a CPR number that somebody wrote is not kept: the field is refused after the login, the rest is there', async () => {
	const goal = next(), browser = await login(book.doctor, 'UL', { anew: true });
	await browser.get(at(goal));
	await sent_too_late(browser, book.doctor, `${at(goal)}/anmod`, { element: book.element, rating: 3, words: 'Pt. 010190-1234 med astma' });
	const page = await browser.submit(`${at(goal)}/anmod`, {}, { stay: true });
	assert.equal(page.status, 422, page.brief);
	assert.match(page.faults.join(), /Skriv ikke CPR-numre i fritekst/);
	assert.match(page.html, /Pt\. ••••••-•••• med astma/);
	assert.doesNotMatch(page.html, /010190/);
	assert.equal(steps(book, goal), 0);
});

test('R_GDP_04 words to a request, of a merit, of who sends back: no CPR number is taken, what was typed is there', async () => {
	const goal = next(), written = 'Som ved 01 01 90-1234 i går', browser = await login(book.doctor, 'UL', { anew: true });
	const answers = await login(book.approver, 'VEJLEDER', { anew: true }), office = await login(secretary, 'VUS', { anew: true }), merits = count('merit');
	await browser.get(at(goal));
	const refused = [await browser.submit(`${at(goal)}/anmod`, { element: book.element, rating: 3, words: written }, { stay: true })];
	assert.equal(steps(book, goal), 0);
	const where = `/vejleder/anmodninger/${await ask(browser, book, goal)}`;
	refused.push(await answers.submit(where, { svar: 'returner', grund: written }, { from: where, stay: true }));
	assert.equal(status(book, goal), 'REQUESTED');
	refused.push(await office.submit(merit, { notat: written }, { from: merit, files: {}, stay: true }));
	assert.equal(count('merit'), merits);
	for (const page of refused) {
		assert.equal(page.status, 422, page.brief);
		assert.match(page.faults.join(), /Skriv ikke CPR-numre i fritekst/);
		assert.ok(page.html.includes(written), page.brief);
	}
});

// --- twice ----------------------------------------------------------------------------------

test('the same approval answered in two tabs: one stands, the other is told', async () => {
	const goal = next(), id = await ask(doctor, book, goal), where = `/vejleder/anmodninger/${id}`;
	const [first, second] = [approver.copy(), approver.copy()];
	await first.get(where);
	await second.get(where);
	let page = await first.submit(where, { svar: 'godkend' });
	assert.match(page.text, /Kompetencen er godkendt/);
	page = await second.submit(where, { svar: 'returner', grund: 'Fra den anden fane' });
	assert.equal(page.status, 409, page.brief);
	assert.match(page.text, /allerede besvaret/);
	assert.deepEqual([steps(book, goal), status(book, goal)], [2, 'APPROVED']);
});

test('the same approval double-clicked: one row, and no complaint', async () => {
	for (let i = 0; i < 4; i++) {
		const goal = next(), id = await ask(doctor, book, goal), where = `/vejleder/anmodninger/${id}`;
		const formular = await approver.token('/vejleder/anmodninger');
		const answers = await Promise.all(Array.from({ length: 4 }, () => approver.copy().post(where, { formular, svar: 'godkend' })));
		assert.deepEqual(answers.map((a) => a.status), [303, 303, 303, 303]);
		assert.equal(steps(book, goal), 2);
	}
});

test('two who answer at once: one row stands, and who was late is told so', async () => {
	const other = one(`SELECT CONCAT(p.email, ' ', h.role) FROM user_role h JOIN person p ON p.id = h.person WHERE h.org_unit = ${book.unit}
		AND h.role IN ('UAO', 'HOVEDVEJLEDER', 'TUTOR') AND p.email <> ${quote(book.approver)} AND p.id <> ${book.id} AND h.until > '2100-01-01' LIMIT 1`);
	assert.ok(other, 'nobody else approves there');
	const colleague = await login(...other.split(' '));
	for (let i = 0; i < 4; i++) {
		const goal = next(), id = await ask(doctor, book, goal), where = `/vejleder/anmodninger/${id}`;
		const tokens = [await approver.token('/vejleder/anmodninger'), await colleague.token('/vejleder/anmodninger')];
		const answers = await Promise.all([approver.post(where, { formular: tokens[0], svar: 'godkend' }),
			colleague.post(where, { formular: tokens[1], svar: 'returner', grund: 'Samtidig' })]);
		assert.deepEqual(answers.map((a) => a.status).sort(), [303, 409]);
		assert.equal(steps(book, goal), 2);
	}
});

test('a request asked for twice at once is one request', async () => {
	const goal = next(), formular = await doctor.token();
	const answers = await Promise.all(Array.from({ length: 4 }, () =>
		doctor.copy().post(`${at(goal)}/anmod`, { formular, element: book.element })));
	assert.deepEqual(answers.map((a) => a.status), [303, 303, 303, 303]);
	assert.equal(steps(book, goal), 1);
});

test('merit given twice by a double click is one merit', async () => {
	const page = await office.get(merit), fields = Object.fromEntries(page.form(merit).fields), before = count('merit');
	const answers = await Promise.all(Array.from({ length: 3 }, () =>
		office.copy().post(merit, { ...fields, notat: 'Dobbeltklik' }, { files: { meritbrev: file('letter.png') } })));
	assert.deepEqual(answers.map((a) => a.status), [303, 303, 303]);
	assert.equal(count('merit'), before + 1);
});

// --- locks ----------------------------------------------------------------------------------

/* Holds what the next answer in that logbook needs, until done() is over. */
async function while_held(doctors, done) {
	const owner = connection();
	try {
		await owner.say('START TRANSACTION');
		for (const id of doctors)
			await owner.say(`SELECT n FROM chain_head WHERE doctor = ${id} FOR UPDATE`);
		return await done(owner);
	} finally {
		await owner.end();
	}
}

/* Is somebody waiting for a lock?  The server looks anew when nobody has asked for a tenth of a
 * second. */
async function waits() {
	await sleep(150);
	return count("information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'") > 0;
}

test('a lock that is waited for too long is tried again, and the answer comes', async () => {
	const goal = next(), formular = await doctor.token();
	await while_held([book.id], async (owner) => {
		const answer = doctor.copy().post(`${at(goal)}/anmod`, { formular, element: book.element });
		await until(waits, 'the request waits');
		await sleep(5500);	/* longer than the programs wait */
		await until(waits, 'the request waits again');
		await owner.say('ROLLBACK');
		assert.equal((await answer).status, 303);
	});
	assert.equal(steps(book, goal), 1);
});

test('of two who wait for one another the request is run again, and nothing is lost or done twice', async () => {
	const goals = [next(), next()], ids = [await ask(doctor, book, goals[0])];
	const other = logbook(`e.org_unit = ${book.unit} AND p.id <> ${book.id} AND EXISTS (SELECT 1 FROM credential c WHERE c.person = p.id)`, book.role);
	const their = other.goals[0];
	ids.push(await ask(await login(other.doctor, 'UL'), other, their));
	const formular = await approver.token('/vejleder/anmodninger');
	await while_held([other.id], async (owner) => {
		/* So much work that the server gives up the other one. */
		await owner.say("INSERT INTO login_guess (at, account, address) SELECT NOW(), REPEAT('d', 32), REPEAT('d', 32) FROM seq_1_to_3000");
		const answer = approver.copy().post('/vejleder/anmodninger', { formular, a: ids });
		await until(waits, 'the request waits for us');
		const said = await owner.say(`SELECT n FROM chain_head WHERE doctor = ${book.id} FOR UPDATE`);
		assert.doesNotMatch(said, /Deadlock/, 'the request was to be given up');
		await owner.say('ROLLBACK');
		const page = await answer;
		assert.equal(page.status, 303, page.brief);
		assert.match(page.location, /antal=2/);
	});
	assert.deepEqual([steps(book, goals[0]), steps(other, their)], [2, 2]);
	assert.match(fs.readFileSync(path.join(stack.LOG, 'approve.log'), 'utf8'), /error 1213, to be run again/);
});

// --- a worker is killed ---------------------------------------------------------------------

test('a worker killed in the middle of a request: a page says so, nothing is stored, the next one works', async () => {
	const goal = next(), formular = await doctor.token(), words = 'Midt i det hele';
	await while_held([book.id], async () => {
		const answer = doctor.copy().post(`${at(goal)}/anmod`, { formular, element: book.element, words });
		await until(waits, 'the request waits');
		for (const id of control('workers', 'journal').split('\n'))
			process.kill(Number(id), 'SIGKILL');
		const page = await answer;
		assert.ok([502, 503].includes(page.status), page.brief);
		assert.match(page.html, /<html lang="da">/);
	});
	await until(async () => !await waits(), 'the server has let go of it');
	assert.equal(steps(book, goal), 0);
	await until(async () => (await doctor.request('GET', at(goal))).status === 200, 'the program is there again');
	assert.equal((await doctor.post(`${at(goal)}/anmod`, { formular, element: book.element, words })).status, 303);
	assert.equal(steps(book, goal), 1);
});

// --- the database is away -------------------------------------------------------------------

test('MariaDB stopped and started between two requests: a page says so, then it works again', async () => {
	const goal = next(), reads = doctor.copy(), written = doctor.copy();
	await reads.get(at(goal));
	await written.get(at(goal));
	control('database', 'stop');
	let page;
	try {
		page = await reads.request('GET', '/logbog/oversigt');
		assert.equal(page.status, 503, page.brief);
		assert.equal(page.heading, 'Logbogen kan ikke nå sin database lige nu');
		assert.ok(Number(page.headers['retry-after']) > 0);
		assert.equal((await new Browser().request('GET', '/adgang/log-ind')).status, 503);
		page = await written.submit(`${at(goal)}/anmod`, { element: book.element, rating: 2, words: 'Skrevet, mens den var væk: "æøå" <b>' });
		assert.equal(page.status, 503, page.brief);
	} finally {
		control('database', 'start');
	}
	assert.equal((await reads.get('/logbog/oversigt')).status, 200);
	assert.equal(steps(book, goal), 0);
	page = await written.submit(`${at(goal)}/anmod`, {}, { from: page });	/* Send igen */
	assert.match(page.text, /Du har anmodet om godkendelse/, page.brief);
	assert.deepEqual(sql(`SELECT words, rating FROM approval WHERE doctor = ${book.id} AND competency = ${goal.id}`),
		[['Skrevet, mens den var væk: "æøå" <b>', '2']]);
});

test('MariaDB killed during a request: a page holds what was typed, and it can be sent again', async () => {
	const goal = next(), browser = doctor.copy(), formular = await browser.token();
	let page;
	await while_held([book.id], async () => {
		const answer = browser.post(`${at(goal)}/anmod`, { formular, element: book.element, words: 'Midt i et nedbrud' });
		await until(waits, 'the request waits');
		control('database', 'kill');
		page = await answer;
	});
	control('database', 'start');
	assert.equal(page.status, 503, page.brief);
	assert.equal(steps(book, goal), 0);
	page = await browser.submit(`${at(goal)}/anmod`, {}, { from: page });
	assert.match(page.text, /Du har anmodet om godkendelse/, page.brief);
	assert.equal(one(`SELECT words FROM approval WHERE doctor = ${book.id} AND competency = ${goal.id}`), 'Midt i et nedbrud');
});

// --- the disk is full -----------------------------------------------------------------------

/* While done() runs no file of MariaDB's can grow beyond where that of the letters ends: a write
 * there fails as on a full disk.  The signal that would come with it is ignored. */
async function while_full(done) {
	control('database', 'stop');
	execFileSync('bash', ['-c', 'trap "" XFSZ; exec "$@"', 'bash', path.join(root, 'tests/stack/control'), stack.DIR, 'database', 'start']);
	const server = fs.readFileSync(path.join(stack.DIR, 'run/mariadbd.pid'), 'utf8').trim();
	const size = fs.statSync(path.join(stack.DIR, 'db', stack.DATABASE, 'file_content.ibd')).size;
	execFileSync('prlimit', [`--pid=${server}`, `--fsize=${size}:`]);
	try {
		return await done();
	} finally {
		control('database', 'stop');
		control('database', 'start');
	}
}

const crc_table = Array.from({ length: 256 }, (_, n) => {
	for (let k = 0; k < 8; k++)
		n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
	return n >>> 0;
});
const crc = (bytes) => {
	let c = 0xffffffff;
	for (const byte of bytes)
		c = crc_table[(c ^ byte) & 0xff] ^ (c >>> 8);
	return (c ^ 0xffffffff) >>> 0;
};

/* A picture with that many million bytes of noise, in pieces of its own that readers skip. */
function letter_of(millions) {
	const png = file('letter.png').bytes, head = 8 + 25, parts = [png.subarray(0, head)];
	for (let i = 0; i < millions; i++) {
		const chunk = Buffer.concat([Buffer.from('noSe'), crypto.randomBytes(1e6)]), size = Buffer.alloc(4), sum = Buffer.alloc(4);
		size.writeUInt32BE(chunk.length - 4);
		sum.writeUInt32BE(crc(chunk));
		parts.push(size, chunk, sum);
	}
	return Buffer.concat([...parts, png.subarray(head)]);
}

test('a disk that is full at an upload: a clear page, nothing by half, and it works afterwards', async () => {
	/* The file of the letters is to be larger than InnoDB's log, which is written too. */
	for (let i = 0; i < 4; i++)
		sql(`INSERT IGNORE INTO file_content (sha256, bytes) SELECT UNHEX(SHA2(CONCAT('filler', ${i}), 256)), REPEAT(RANDOM_BYTES(1024), 11000)`);
	const rows = () => [count('merit'), count('file'), count('file_content'), count(`approval WHERE doctor = ${book.id}`)];
	const goal = book.goals.pop(), before = rows(), browser = office.copy();
	const letter = { filename: 'stort brev.png', bytes: letter_of(12) };
	let page = await while_full(() => browser.submit(merit, { kompetence: goal.id, notat: 'Disken er fuld' },
		{ from: merit, files: { meritbrev: letter } }));
	assert.equal(page.status, 503, page.brief);
	/* InnoDB (10.11) ends itself when there is no room to take half a letter back again. */
	assert.match(page.heading, /ikke plads til at gemme|ikke nå sin database/);
	assert.match(page.text, /Intet er gemt endnu, men det, du skrev, er her stadig/);
	assert.deepEqual(rows(), before);
	page = await browser.submit(merit, { kompetence: goal.id, notat: 'Disken er fuld' }, { from: merit, files: { meritbrev: letter } });
	assert.match(page.text, /Meritten er givet/, page.brief);
	assert.deepEqual(rows(), before.map((n) => n + 1));
});

// --- afterwards -----------------------------------------------------------------------------

test('after all this every chain is whole', { skip: !fs.existsSync(path.join(stack.B, 'bin/logbook-audit')) }, () => {
	execFileSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', stack.DATABASE, '--keys', stack.KEYS],
		{ encoding: 'utf8' });
});
