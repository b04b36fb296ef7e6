// SPDX-License-Identifier: MPL-2.0
//
// T_182: what a doctor, a supervisor and a secretary do, in a browser without scripts and with
// the keyboard alone; each stop of the focus can be seen.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { demo, files, one, quote, somebody, status, steps, work_book } from '../integration/lib.mjs';
import { go, heading, press, start, tab_to, window_of } from './lib.mjs';

const book = work_book(), goal = book.goals[0], merit = book.goals[1];
const name = one(`SELECT name FROM person WHERE id = ${book.id}`);
const secretary = somebody('VUS', `h.region = (SELECT t.region FROM training_course t WHERE t.doctor = ${book.id} ORDER BY t.since DESC LIMIT 1)
	AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.role = 'UL')`);
let browser;

before(async () => {
	browser = await start();
});
after(() => browser?.close());

const bare = { javaScriptEnabled: false };
const link = (text) => (f) => f.tag === 'A' && f.text === text;

/* From the front page, with Tab, letters and Enter. */
async function log_in(page, email) {
	await go(page, '/');
	assert.equal(await heading(page), 'Log ind');
	await tab_to(page, (f) => f.id === 'email', 'the e-mail field');
	await page.keyboard.type(email);
	await tab_to(page, (f) => f.id === 'password', 'the password field');
	await page.keyboard.type(demo.password);
	await press(page);
	const code = await page.locator('#demo-code').innerText();
	await tab_to(page, (f) => f.id === 'code', 'the code field');
	await page.keyboard.type(code);
	await press(page);
}

test('T_182 without scripts, by keyboard: a doctor logs in, finds a competency and asks for approval', async () => {
	const page = await window_of(browser, null, null, bare);
	await log_in(page, book.doctor);
	assert.equal(await heading(page), 'Oversigt');
	await tab_to(page, link('Kompetencer'), 'the menu');
	await press(page);
	await tab_to(page, (f) => f.href === `/logbog/kompetencer/${goal.id}`, 'the competency');
	await press(page);
	await tab_to(page, (f) => f.name === 'element', 'the department');
	await tab_to(page, (f) => f.name === 'words', 'the words');
	await page.keyboard.type('Skrevet med tastaturet alene');
	await tab_to(page, (f) => f.text === 'Anmod om godkendelse', 'the button');
	await press(page);
	assert.match(await page.locator('[role=status]').innerText(), /Du har anmodet om godkendelse/);
	assert.equal(status(book, goal), 'REQUESTED');
	assert.deepEqual(page.wrong, []);
	await page.context().close();
});

test('T_182 without scripts, by keyboard: a supervisor ticks the request and approves it', async () => {
	const id = one(`SELECT approval FROM approval_now WHERE doctor = ${book.id} AND competency = ${goal.id}`);
	const page = await window_of(browser, null, null, bare);
	await log_in(page, book.approver);
	await tab_to(page, link('Anmodninger'), 'the menu');
	await press(page);
	await tab_to(page, (f) => f.name === 'a' && f.value === id, 'the tick');
	await page.keyboard.press('Space');
	await tab_to(page, (f) => f.tag === 'BUTTON' && f.text.startsWith('Godkend de valgte'), 'the button');
	await press(page);
	assert.match(await page.locator('[role=status]').innerText(), /1 kompetence er godkendt/);
	assert.deepEqual([status(book, goal), steps(book, goal)], ['APPROVED', 2]);
	assert.deepEqual(page.wrong, []);
	await page.context().close();
});

test('T_182 without scripts, by keyboard: a secretary finds the doctor and gives merit with a letter', async () => {
	const page = await window_of(browser, null, null, bare), before = one('SELECT COUNT(*) FROM merit');
	await log_in(page, secretary);
	await tab_to(page, link('Merit og nulstilling'), 'the menu');
	await press(page);
	await tab_to(page, (f) => f.id === 'q', 'the search');
	await page.keyboard.type(name);
	await press(page);
	await tab_to(page, (f) => f.href === `/sekretariat/godkend-merit/${book.id}`, 'the doctor');
	await press(page);
	/* A wrong form comes back filled in, and says at the top and at the field what is wrong. */
	await tab_to(page, (f) => f.tag === 'BUTTON' && f.text === 'Godkend merit', 'the button');
	await press(page);
	assert.equal(await page.locator('#fejl a').first().getAttribute('href'), '#notat');
	await tab_to(page, (f) => f.href === '#notat', 'what is wrong');
	await page.keyboard.press('Enter');
	await page.waitForURL(/#notat$/);
	await go(page, `/sekretariat/godkend-merit/${book.id}`);
	const group = page.locator('details.group', { has: page.locator(`input[name=kompetence][value="${merit.id}"]`) });
	const summary = await group.locator('summary').innerText();
	if (!await group.evaluate((e) => e.open)) {
		await tab_to(page, (f) => f.tag === 'SUMMARY' && f.text === summary, 'the group');
		await page.keyboard.press('Enter');
	}
	await tab_to(page, (f) => f.name === 'kompetence' && f.value === String(merit.id), 'the competency');
	await page.keyboard.press('Space');
	await tab_to(page, (f) => f.id === 'notat', 'the note');
	await page.keyboard.type('Givet med tastaturet alene');
	await tab_to(page, (f) => f.id === 'meritbrev', 'the letter');
	await page.locator('#meritbrev').setInputFiles(path.join(files, 'letter.pdf'));
	await tab_to(page, (f) => f.tag === 'BUTTON' && f.text === 'Godkend merit', 'the button');
	await press(page);
	assert.match(await page.locator('[role=status]').innerText(), /Meritten er givet/);
	assert.equal(one('SELECT COUNT(*) FROM merit'), String(Number(before) + 1));
	assert.equal(status(book, merit), 'APPROVED');
	assert.deepEqual(page.wrong, []);
	await page.context().close();
});

test('T_121 without scripts: the doctor reads the merit in its places, and fetches the print', async () => {
	const page = await window_of(browser, book.doctor, 'UL', { ...bare, acceptDownloads: true });
	for (const at of ['/logbog/notater', `/logbog/kompetencer/${merit.id}`]) {
		assert.equal(await go(page, at), 200);
		assert.ok((await page.locator('main').innerText()).includes('Givet med tastaturet alene'), at);
	}
	await go(page, '/logbog/kompetencer');
	const [print] = await Promise.all([page.waitForEvent('download'), page.locator('a', { hasText: /^PDF$/ }).click()]);
	assert.match(print.suggestedFilename(), /\.pdf$/);
	await go(page, '/logbog/indsigt');
	assert.ok((await page.locator('main').innerText()).includes(one(`SELECT name FROM person WHERE email = ${quote(book.approver)}`)));
	await page.context().close();
});

test('the way past the menu is the first stop, and leads to the content', async () => {
	const page = await window_of(browser, book.doctor, 'UL', bare);
	await go(page, '/logbog/oversigt');
	await tab_to(page, (f) => f.href === '#main-content', 'the way past the menu', 1);
	await page.keyboard.press('Enter');
	await page.waitForURL(/#main-content$/);
	await page.context().close();
});
