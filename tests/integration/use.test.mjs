// SPDX-License-Identifier: MPL-2.0
//
// What people read on the pages: where they are, what waits for them, and what they can do now.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demo, login, one, person, somebody, sql, today } from './lib.mjs';

const told = (page, what) => assert.match(page.text, what, page.brief);
const ali = 'ali.rahman@logbog.example', krag = 'soeren.krag@logbog.example';

test('the front page of a doctor with two lists shows what is asked and returned in both', async () => {
	const page = await (await login(ali)).get('/logbog/oversigt');
	const asked = sql(`SELECT c.title, c.curriculum FROM approval_now n JOIN competency c ON c.id = n.competency
		WHERE n.doctor = ${person(ali)} AND n.status IN ('REQUESTED', 'RETURNED')`);
	assert.equal(new Set(asked.map(([, list]) => list)).size, 2);
	for (const [title] of asked)
		assert.ok(page.text.includes(title), title);
	told(page, /Du har 2 målbeskrivelser/);
});

test('a training that has not begun, or is over, is not said to go on', async () => {
	const future = demo.people.find((p) => p.note === 'begynder KBU næste måned');
	const past = demo.people.find((p) => p.note.includes('uddannelsen er lige slut'));
	told(await (await login(future.email)).get('/logbog/oversigt'), /Forløbet begynder \S+ og slutter /);
	told(await (await login(past.email)).get('/logbog/oversigt'), /Forløbet sluttede /);
});

test('a filter that finds nothing says so', async () => {
	const future = demo.people.find((p) => p.note === 'begynder KBU næste måned');
	told(await (await login(future.email)).get('/logbog/kompetencer?vis=godkendt'), /Ingen kompetencer her/);
});

test('who supervises in two departments reads which of them this is', async () => {
	const b = await login(krag, undefined, { anew: true });
	for (const [held, place] of sql(`SELECT h.id, u.place FROM user_role h JOIN org_unit u ON u.id = h.org_unit WHERE h.person = ${person(krag)}`)) {
		const page = await b.get('/adgang/profil');
		if (page.forms.some((f) => f.fields.some(([name, value]) => name === 'held' && value === held)))
			await b.submit('/adgang/profil', { held });
		for (const at of ['/vejleder/anmodninger', '/vejleder/laeger'])
			assert.ok((await b.get(at)).text.includes(place), `${at} ${place}`);
	}
});

/* Own statements ask no reach (queryc): that a logbook is one's own is said by the role in use as well. */
test('R_ROL_04 a doctor who supervises where they are employed reaches their own logbook as the doctor alone', async () => {
	const email = somebody('UL', `p.id = h.id AND EXISTS (SELECT 1 FROM element e WHERE e.doctor = p.id AND e.cancelled IS NULL AND ${today()} >= e.since AND ${today()} < e.until)`);
	const id = person(email), at = `/vejleder/laeger/${id}/kompetencer`;
	const held = sql(`INSERT INTO user_role (person, role, org_unit, since, until, named) SELECT e.doctor, 'VEJLEDER', e.org_unit, '2020-01-01', '9999-12-31', 0 FROM element e
		WHERE e.doctor = ${id} AND e.cancelled IS NULL AND ${today()} >= e.since AND ${today()} < e.until LIMIT 1; SELECT LAST_INSERT_ID()`)[0][0];
	try {
		const b = await login(email, 'VEJLEDER', { anew: true });
		assert.equal((await b.get('/vejleder/laeger')).status, 200);
		assert.equal((await b.get(at)).status, 404);
		const own = await login(email, 'UL', { anew: true });
		assert.equal((await own.get('/logbog/kompetencer')).status, 200);
	} finally {
		sql(`UPDATE user_role SET until = '2020-01-02' WHERE id = ${held}`);
	}
});

/* A browser that goes back puts ticks where they stood, by their order: on a queue that has
 * become shorter they would be somebody else's. */
test('ticks are not put back by the browser', async () => {
	const queue = await (await login('peter.aakjaer@logbog.example')).get('/vejleder/anmodninger');
	assert.match(queue.html, /<form method="post" action="\/vejleder\/anmodninger" autocomplete="off">/);
	const secretary = await login('hanne.vestergaard@logbog.example');
	const form = await secretary.get(`/sekretariat/godkend-merit/${person('mette.hansen@logbog.example')}`);
	const boxes = form.html.match(/<input[^>]*name="kompetence"[^>]*>/g);
	assert.ok(boxes.length > 0);
	for (const box of boxes)
		assert.match(box, /autocomplete="off"/);
});

test('a role without pages yet is told so', async () => {
	for (const role of ['PKL']) {
		const who = demo.people.find((p) => p.role === role);
		assert.ok(who, role);
		const page = await (await login(who.email)).get('/');
		assert.equal(page.heading, 'Profil', role);
		told(page, /Der er endnu ingen sider i logbogen til denne rolle/);
	}
});

test('found by CPR number or by name, a doctor stands with the same place', async () => {
	const b = await login('hanne.vestergaard@logbog.example');
	const mette = demo.people.find((p) => p.email.startsWith('mette.hansen'));
	await b.get('/sekretariat/brugere');
	const row = (page) => page.text.match(/Uddannelseslæge: [^»]*?\d\d\.\d\d\.\d{4}/)?.[0];
	const number = row(await b.submit('/sekretariat/brugere', { q: mette.cpr }));
	assert.ok(number);
	await b.get('/sekretariat/brugere');
	assert.equal(row(await b.submit('/sekretariat/brugere', { q: mette.email })), number);
});

test('who was logged out because time went by is told why', async () => {
	const b = await login(ali, undefined, { anew: true });
	sql(`UPDATE session SET seen = seen - INTERVAL 61 MINUTE WHERE id = (SELECT * FROM (SELECT MAX(id) FROM session WHERE person = ${person(ali)}) s)`);
	const page = await b.get('/logbog/notater');
	assert.equal(page.heading, 'Log ind');
	told(page, /logget ud, fordi der gik for lang tid/);
	assert.equal(page.form('/adgang/log-ind').fields.find(([name]) => name === 'til')?.[1], '/logbog/notater');
});

/* A page that came of a POST cannot be gone back to: the browser asks whether to send it again. */
test('a search after a name has an address to go back to, one after a number has none', async () => {
	const b = await login('hanne.vestergaard@logbog.example');
	const mette = demo.people.find((p) => p.email.startsWith('mette.hansen'));
	for (const at of ['/sekretariat/brugere', '/sekretariat/godkend-merit']) {
		await b.get(at);
		const answer = await b.submit(at, { q: 'mette hansen' }, { stay: true });
		assert.deepEqual([answer.status, answer.location], [303, `${at}?q=mette%20hansen&side=1`]);
		told(await b.get(answer.location), /1 (bruger|læge) fundet.*Mette Skovgaard Hansen/);
		for (const q of [mette.cpr, mette.cpr.replace('-', ''), `mette ${mette.cpr}`, mette.cpr.slice(0, 6), `mette ${mette.cpr.slice(0, 6)}`]) {
			await b.get(at);
			const page = await b.submit(at, { q }, { stay: true });
			assert.ok([200, 422].includes(page.status), page.brief);
		}
	}
});
