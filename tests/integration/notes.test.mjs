// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test notes.test.mjs: what a doctor writes, and who may read it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { count, demo, login, one, person, quote, somebody, sql, stack, today, work_book } from './lib.mjs';

const says = (page, what) => assert.ok(what.test(page.text), `${page.brief} does not say ${what}: ${page.text.slice(0, 600)}`);
const new_at = '/logbog/notater/ny';
let book, region, doctor, vus, approver;
before(async () => {
	book = work_book();
	region = Number(one(`SELECT region FROM training_course WHERE doctor = ${book.id} AND cancelled IS NULL AND since <= ${today()} ORDER BY since DESC LIMIT 1`));
	doctor = await login(book.doctor, 'UL');
	vus = await login(somebody('VUS', `h.region = ${region} AND p.id <> ${book.id}`), 'VUS');
	approver = await login(book.approver, book.role);
});
async function write(tekst, laesere, more = {}) {
	const page = await doctor.submit(new_at, { tekst, laesere, ...more }, { from: new_at });
	says(page, /Notatet er gemt/);
	return Number(one(`SELECT note FROM note_version WHERE text = ${quote(tekst)} AND version = 1`));
}

test('R_NOT_01_a_note_is_written_changed_and_taken_out_and_what_it_said_stays', async () => {
	const id = await write('Første udgave af notatet', 'PRIVATE');
	let page = await doctor.get(`/logbog/notater/${id}`);
	says(page, /Første udgave af notatet/);
	const old = page;
	page = await doctor.submit(`/logbog/notater/${id}`, { tekst: 'Anden udgave', laesere: 'VUS' });
	says(page, /Notatet er rettet[^]*Anden udgave/);
	assert.ok(!page.text.includes('Første udgave'));
	says(await doctor.get(`/logbog/notater/${id}`), /Sådan stod der før[^]*Kun mig[^]*Første udgave af notatet/);
	// the page that was opened before says that it is old
	const late = await doctor.post(`/logbog/notater/${id}`, [...old.form(`/logbog/notater/${id}`).fields.filter(([k]) => !['tekst', 'laesere'].includes(k)), ['tekst', 'Tredje'], ['laesere', 'ALL']]);
	assert.equal(late.status, 409);
	// the same again is no new version
	await doctor.submit(`/logbog/notater/${id}`, {}, { from: `/logbog/notater/${id}` });
	assert.equal(count(`note_version WHERE note = ${id}`), 2);
	page = await doctor.submit(`/logbog/notater/${id}/fjern`, {}, { from: `/logbog/notater/${id}` });
	says(page, /Notatet er fjernet/);
	assert.ok(!page.text.includes('Anden udgave'));
	assert.equal((await doctor.get(`/logbog/notater/${id}`)).status, 404);
	assert.deepEqual(sql(`SELECT version, text, removed FROM note_version WHERE note = ${id} ORDER BY version`),
		[['1', 'Første udgave af notatet', '0'], ['2', 'Anden udgave', '0'], ['3', 'Anden udgave', '1']]);
	assert.throws(() => sql(`UPDATE note_version SET text = 'x' WHERE note = ${id}`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM note_version WHERE note = ${id}`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM note WHERE id = ${id}`), /only ever added/);
});

test('R_NOT_01_bad_input_is_answered_at_the_field_and_a_double_click_writes_one', async () => {
	let page = await doctor.submit(new_at, { tekst: '', laesere: 'VUS' }, { from: new_at });
	assert.equal(page.status, 422);
	says(page, /Skriv notatet/);
	assert.match(page.html, /value="VUS"[^>]* checked/);
	page = await doctor.submit(new_at, { tekst: 'Husk 010180-1234 i morgen', laesere: 'PRIVATE' }, { from: new_at });
	assert.equal(page.status, 422);
	says(page, /Skriv ikke CPR-numre/);
	page = await doctor.submit(new_at, { tekst: 'x', laesere: 'EVERYBODY' }, { from: new_at });
	assert.equal(page.status, 422);
	const form = (await doctor.get(new_at)).form(new_at);
	const fields = [...form.fields.filter(([k]) => k !== 'laesere' && k !== 'tekst'), ['tekst', 'Klik to gange'], ['laesere', 'PRIVATE']];
	const answers = await Promise.all([doctor.copy().post(new_at, fields), doctor.copy().post(new_at, fields)]);
	assert.ok(answers.every((a) => a.status === 303 || a.status === 409), answers.map((a) => a.status).join());
	assert.ok(answers.some((a) => a.status === 303));
	assert.equal((await doctor.post(new_at, fields)).status, 303);
	assert.equal(count(`note_version WHERE text = 'Klik to gange'`), 1);
});

test('R_NOT_01_a_note_may_be_about_a_competency_of_ones_own_lists', async () => {
	const goal = book.goals[0];
	const page = await doctor.get(`/logbog/kompetencer/${goal.id}`);
	assert.ok(page.links.includes(`${new_at}?kompetence=${goal.id}`));
	says(await doctor.get(`${new_at}?kompetence=${goal.id}`), new RegExp(`Om: ${goal.number.replace('.', '\\.')} `));
	says(await doctor.submit(new_at, { tekst: 'Om kompetencen', laesere: 'PRIVATE' }), /Om: [^]*Om kompetencen/);
	assert.equal(count(`note n JOIN note_version v ON v.note = n.id WHERE v.text = 'Om kompetencen' AND n.competency = ${goal.id}`), 1);
	const foreign = one(`SELECT id FROM competency WHERE curriculum NOT IN (SELECT curriculum FROM course_curriculum WHERE doctor = ${book.id}) LIMIT 1`);
	assert.equal((await doctor.get(`${new_at}?kompetence=${foreign}`)).status, 404);
});

test('R_NOT_02_each_reads_what_is_for_them_and_only_what_is_marked_is_printed', async () => {
	for (const [word, text] of [['PRIVATE', 'ordet-kun-mig'], ['APPROVERS', 'ordet-afdelingen'], ['VUS', 'ordet-sekretariatet'], ['ALL', 'ordet-alle']])
		await write(text, word);
	const words = (text) => [...text.matchAll(/ordet-(kun-mig|afdelingen|sekretariatet|alle)/g)].map((m) => m[1]).sort().join();
	assert.equal(words((await doctor.get('/logbog/notater')).text), 'afdelingen,alle,kun-mig,sekretariatet');
	const looks = count(`look WHERE doctor = ${book.id}`);
	assert.ok((await approver.get(`/vejleder/laeger/${book.id}/kompetencer`)).links.includes(`/vejleder/laeger/${book.id}/notater`));
	assert.equal(words((await approver.get(`/vejleder/laeger/${book.id}/notater`)).text), 'afdelingen,alle');
	assert.ok((await vus.get(`/sekretariat/brugere/${book.id}`)).links.includes(`/sekretariat/brugere/${book.id}/notater`));
	assert.equal(words((await vus.get(`/sekretariat/brugere/${book.id}/notater`)).text), 'alle,sekretariatet');
	assert.ok(count(`look WHERE doctor = ${book.id}`) >= looks + 2, 'each look is recorded');
	for (const [who, at] of [[doctor, '/udskrift/kompetencer'], [vus, `/udskrift/${book.id}/kompetencer`]]) {
		assert.equal(words((await who.get(`${at}.json`)).bytes.toString()), 'alle', at);
		const pdf = path.join(stack.DIR, 'tmp/note.pdf');
		fs.writeFileSync(pdf, (await who.get(`${at}.pdf`)).bytes);
		assert.equal(words(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })), 'alle', at);
	}
});

test('R_NOT_02_a_private_note_is_on_no_page_and_no_print_of_anybody_else_and_in_no_log', async () => {
	const secret = `hemmeligt${Date.now()}ord`;
	const id = await write(secret, 'PRIVATE');
	const seen = [];
	const roles = new Set();
	for (const p of demo.people) {
		// one of each kind, and everybody who may come near
		if (p.email === book.doctor || (roles.has(p.role) && p.email !== book.approver))
			continue;
		roles.add(p.role);
		let who;
		try { who = await login(p.email); } catch { continue; }
		const start = await who.get('/');
		const todo = new Set([...start.links, ...[`/sekretariat/brugere/${book.id}`, `/sekretariat/brugere/${book.id}/notater`,
			`/sekretariat/brugere/${book.id}/notater/${id}`, `/vejleder/laeger/${book.id}/notater`, `/vejleder/laeger/${book.id}/kompetencer`,
			`/udskrift/${book.id}/kompetencer.json`, `/udskrift/${book.id}/kompetencer.xlsx`, `/logbog/notater`, `/logbog/notater/${id}`]]);
		for (const at of todo) {
			const page = await who.get(at);
			seen.push(at);
			assert.ok(!page.bytes.includes(secret), `${p.email} reads it at ${at}`);
		}
	}
	assert.ok(seen.length > 100, String(seen.length));
	for (const log of fs.readdirSync(path.join(stack.DIR, 'log')).map((f) => path.join(stack.DIR, 'log', f)))
		if (fs.statSync(log).isFile())
			assert.ok(!fs.readFileSync(log).includes(secret), log);
	// nor can the programs of others ask for it at all
	for (const program of ['approve', 'office', 'export', 'course', 'login', 'import', 'clock'])
		assert.equal(count(`(SELECT 1 FROM information_schema.TABLE_PRIVILEGES WHERE GRANTEE = "'logbook-${program}'@'localhost'" AND TABLE_NAME = 'note_version' AND PRIVILEGE_TYPE = 'SELECT'
			UNION ALL SELECT 1 FROM information_schema.COLUMN_PRIVILEGES WHERE GRANTEE = "'logbook-${program}'@'localhost'" AND TABLE_NAME = 'note_version' AND PRIVILEGE_TYPE = 'SELECT') x`), 0, program);
	assert.equal(count(`note_shared WHERE id = ${id}`), 0);
});

test('R_NOT_01_the_secretariat_writes_notes_which_the_doctor_reads_and_no_other_region', async () => {
	const at = `/sekretariat/brugere/${book.id}/notater`;
	let page = await vus.submit(at, { tekst: '' }, { from: at });
	assert.equal(page.status, 422);
	page = await vus.submit(at, { tekst: 'Aftalt forlængelse på telefon' }, { from: at });
	says(page, /Notatet er gemt[^]*Aftalt forlængelse/);
	const id = one(`SELECT note FROM note_version WHERE text = 'Aftalt forlængelse på telefon'`);
	says(await doctor.get('/logbog/notater'), /Aftalt forlængelse på telefon/);
	assert.equal((await doctor.get(`/logbog/notater/${id}`)).status, 404, 'it is not the doctor\'s to change');
	assert.equal((await doctor.post(`/logbog/notater/${id}/fjern`, { formular: await doctor.token() })).status, 404);
	assert.ok(!(await approver.get(`/vejleder/laeger/${book.id}/notater`)).text.includes('Aftalt forlængelse'));
	page = await vus.submit(`${at}/${id}`, { tekst: 'Aftalt forlængelse, bekræftet i brev' }, { from: `${at}/${id}` });
	says(page, /Notatet er rettet[^]*bekræftet i brev/);
	const other = await login(somebody('VUS', `h.region <> ${region}`), 'VUS');
	assert.equal((await other.get(at)).status, 404);
	assert.equal((await other.post(`${at}/${id}`, { tekst: 'x', version: 2, formular: await other.token() })).status, 404);
	says(await vus.submit(`${at}/${id}/fjern`, {}, { from: `${at}/${id}` }), /Notatet er fjernet/);
	assert.ok(!(await doctor.get('/logbog/notater')).text.includes('bekræftet i brev'));
});

test('R_NOT_02_the_database_lets_no_account_write_in_anothers_hand', async () => {
	const id = await write('i egen hånd', 'PRIVATE');
	assert.throws(() => sql(`INSERT INTO note_version (note, version, text, readers, given_by, by_name, as_role, at)
		VALUES (${id}, 2, 'x', 'ALL', ${person(book.approver)}, 'x', 'VEJLEDER', UTC_TIMESTAMP())`), /not of the hand/);
	assert.throws(() => sql(`INSERT INTO note (doctor, kind, given_by, once, at) VALUES (${book.id}, 'OWN', ${person(book.approver)}, UNHEX(REPEAT('9a', 16)), UTC_TIMESTAMP())`), /note_of_whom/);
});
