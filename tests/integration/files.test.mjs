// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test files.test.mjs: the files of a doctor's own, their verification, and the library of forms.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { control, count, file, files, login, one, person, quote, somebody, sql, stack, today, until, work_book } from './lib.mjs';

const says = (page, what) => assert.ok(what.test(page.text), `${page.brief} does not say ${what}: ${page.text.slice(0, 700)}`);
const at = '/logbog/filer';
/* What the verifier finds: nothing, or what other tests have left. */
const verifies = () => spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET,
	'--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line.startsWith('doctor'));
let found_before;
let book, region, doctor, vus, uao_mail, uao, approver;
before(async () => {
	book = work_book();
	found_before = verifies();
	region = Number(one(`SELECT region FROM training_course WHERE doctor = ${book.id} AND cancelled IS NULL AND since <= ${today()} ORDER BY since DESC LIMIT 1`));
	doctor = await login(book.doctor, 'UL');
	vus = await login(somebody('VUS', `h.region = ${region} AND p.id <> ${book.id}`), 'VUS');
	uao_mail = somebody('UAO', `h.org_unit = ${book.unit} AND p.id <> ${book.id}`);
	uao = await login(uao_mail, 'UAO');
	approver = await login(book.approver, book.role);
});
async function put(slags, titel, name = 'letter.pdf') {
	says(await doctor.submit(at, { slags, titel }, { from: at, files: { fil: file(name) } }), /Filen er lagt op/);
	return Number(one(`SELECT file FROM file_now WHERE title = ${quote(titel)} ORDER BY file DESC LIMIT 1`));
}
const state = (id) => one(`SELECT status FROM file_now WHERE file = ${id}`);

test('R_FIL_01_a_file_is_put_in_with_its_kind_and_bad_input_is_answered_at_the_field', async () => {
	let page = await doctor.submit(at, { titel: '' }, { from: at, files: {} });
	assert.equal(page.status, 422);
	says(page, /Skriv, hvad filen er/);
	says(page, /Vælg filen/);
	page = await doctor.submit(at, { slags: 'MERIT_LETTER', titel: 'x' }, { from: at, files: { fil: file('letter.pdf') } });
	assert.equal(page.status, 422);
	page = await doctor.submit(at, { slags: 'AGREEMENT', titel: 'Aftale for 010180-1234' }, { from: at, files: { fil: file('letter.pdf', 'min aftale.pdf') } });
	assert.equal(page.status, 422);
	says(page, /ikke stå et CPR-nummer[^]*Vedhæftet: min aftale\.pdf/);
	page = await doctor.submit(at, { titel: 'Aftalen' }, { files: {} });
	says(page, /Filen er lagt op[^]*Aftalen Afventer verifikation[^]*Uddannelsesaftale\. min aftale\.pdf/);
	const [[id, sha]] = sql(`SELECT f.id, HEX(f.content) FROM file_now n JOIN file f ON f.id = n.file WHERE n.title = 'Aftalen'`);
	assert.ok(page.text.toUpperCase().includes(sha), 'the hash is shown');
	assert.equal(count(`chain_link WHERE kind = 'FILE_CHECK' AND doctor = ${book.id} AND row_id = (SELECT file_check FROM file_now WHERE file = ${id})`), 1);
	page = await doctor.submit(at, { slags: 'OTHER', titel: 'En tekst' }, { from: at, files: { fil: { filename: 'x.pdf', bytes: Buffer.from('ingen pdf') } } });
	assert.equal(page.status, 422);
	says(page, /hverken en PDF/);
	const shown = await doctor.get(`${at}/${id}`);
	assert.equal(shown.headers['content-type'], 'application/pdf');
	assert.equal(shown.headers['x-content-type-options'], 'nosniff');
	assert.match(shown.headers['content-disposition'], /^inline/);
});

test('a double click puts one file in', async () => {
	const form = (await doctor.get(at)).form(at);
	const send = () => doctor.copy().post(at, [...form.fields.filter(([k]) => k !== 'titel'), ['slags', 'OTHER'], ['titel', 'To klik']], { files: { fil: file('letter.png') } });
	const answers = await Promise.all([send(), send()]);
	assert.ok(answers.some((a) => a.status === 303) && answers.every((a) => [303, 409].includes(a.status)), answers.map((a) => a.status).join());
	assert.equal((await send()).status, 303);
	assert.equal(count(`file_now WHERE title = 'To klik'`), 1);
});

test('R_FIL_02_the_present_UAO_verifies_and_what_is_verified_stays', async () => {
	const before_it = Number(one('SELECT COALESCE(MAX(id), 0) FROM notice'));
	sql(`UPDATE notice SET seen = UTC_TIMESTAMP() WHERE kind = 'FILE_AWAITS'`);
	const id = await put('SUPPLEMENT', 'Tillæg om forlængelse');
	assert.equal(count(`notice WHERE id > ${before_it} AND kind = 'FILE_AWAITS' AND person = ${person(uao_mail)} AND about = ${book.id}`), 1);
	assert.ok((await uao.get('/vejleder/filer')).links.includes(`/vejleder/filer/${id}`));
	says(await uao.get(`/vejleder/filer/${id}`), /Tillægsaftale[^]*SHA-256/);
	const scan = await uao.get(`/vejleder/filer/${id}/indhold`), beside = await uao.get(`/vejleder/filer/${id}`);
	assert.equal(scan.headers['content-type'], 'application/pdf');
	assert.ok(beside.html.includes(`<iframe class="scan-pages" src="/vejleder/filer/${id}/indhold"`), 'the PDF stands beside what is written of it');
	/* In a frame of this site and of no other; the page around it in none. */
	assert.match(scan.headers['content-security-policy'], /; frame-ancestors 'self';/);
	assert.equal(scan.headers['x-frame-options'], 'SAMEORIGIN');
	assert.match(beside.headers['content-security-policy'], /; frame-src 'self'; frame-ancestors 'none';/);
	assert.equal(beside.headers['x-frame-options'], 'DENY');
	let page = await uao.submit(`/vejleder/filer/${id}`, { svar: 'afvis', grund: '' }, { from: `/vejleder/filer/${id}` });
	assert.equal(page.status, 422);
	says(page, /Skriv, hvorfor filen afvises/);
	page = await uao.submit(`/vejleder/filer/${id}`, { svar: 'verificer' }, { from: `/vejleder/filer/${id}` });
	says(page, /Filen er verificeret/);
	assert.equal(state(id), 'VERIFIED');
	assert.equal(count(`notice WHERE id > ${before_it} AND kind = 'FILE_VERIFIED' AND person = ${book.id}`), 1);
	// again is the same answer, the other way is too late
	const formular = await uao.token();
	assert.equal((await uao.post(`/vejleder/filer/${id}`, { svar: 'verificer', formular })).status, 303);
	assert.equal((await uao.post(`/vejleder/filer/${id}`, { svar: 'afvis', grund: 'x', formular })).status, 409);
	assert.equal((await doctor.post(`${at}/${id}/fortryd`, { formular: await doctor.token() })).status, 409);
	assert.equal(count(`file_check WHERE file = ${id}`), 2);
	assert.throws(() => sql(`UPDATE file_check SET title = 'x' WHERE file = ${id}`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM file_check WHERE file = ${id}`), /only ever added/);
	assert.deepEqual(verifies(), found_before, 'the chains hold as before');
});

test('R_FIL_02_a_refused_file_says_why_and_one_that_is_not_verified_can_be_taken_back', async () => {
	const id = await put('DIPLOMA', 'Ph.d.-diplom');
	await uao.submit(`/vejleder/filer/${id}`, { svar: 'afvis', grund: 'Kun side 1 er scannet' }, { from: `/vejleder/filer/${id}` });
	says(await doctor.get(at), /Ph\.d\.-diplom Afvist[^]*Kun side 1 er scannet/);
	says(await doctor.submit(`${at}/${id}/fortryd`, {}), /Filen er trukket tilbage/);
	assert.equal(state(id), 'WITHDRAWN');
	assert.equal(count(`file WHERE id = ${id}`), 1, 'the row stays');
	assert.equal((await doctor.get(`${at}/${id}`)).status, 404);
	assert.equal((await uao.get(`/vejleder/filer/${id}`)).status, 404);
	assert.equal((await vus.get(`/sekretariat/brugere/${book.id}/filer/${id}`)).status, 404);
	assert.equal((await doctor.post(`${at}/${id}/fortryd`, { formular: await doctor.token() })).status, 404);
});

test('R_FIL_02_private_kinds_are_for_the_doctor_and_the_secretariat_and_no_other_department_sees_any', async () => {
	const own = await put('OTHER', 'Privat papir'), shared = await put('CARD', 'Kort på papir');
	for (const [who, at_, status] of [
		[uao, `/vejleder/filer/${own}`, 404], [uao, `/vejleder/filer/${own}/indhold`, 404], [uao, `/vejleder/filer/${shared}`, 200],
		[approver, `/vejleder/filer/${shared}`, 403], [approver, `/vejleder/laeger/${book.id}/filer`, 403],
		[vus, `/sekretariat/brugere/${book.id}/filer/${own}`, 200], [vus, `/sekretariat/brugere/${book.id}/filer/${shared}`, 200]])
		assert.equal((await who.get(at_)).status, status, at_);
	assert.ok(!(await uao.get(`/vejleder/laeger/${book.id}/filer`)).text.includes('Privat papir'));
	says(await uao.get(`/vejleder/laeger/${book.id}/filer`), /Kort på papir/);
	says(await vus.get(`/sekretariat/brugere/${book.id}/filer`), /Privat papir/);
	assert.ok(!(await uao.get('/vejleder/filer')).text.includes('Privat papir'));
	assert.throws(() => sql(`INSERT INTO file_check (doctor, file, step, status, sha256, title, given_by, by_name, as_role, at)
		SELECT doctor, file, step + 1, 'VERIFIED', sha256, title, ${person(uao_mail)}, 'x', 'UAO', UTC_TIMESTAMP() FROM file_check WHERE file = ${own}`), /no file of this doctor to check/);
	const elsewhere = await login(somebody('UAO', `h.org_unit NOT IN (SELECT org_unit FROM element WHERE doctor = ${book.id})`), 'UAO');
	for (const page of [`/vejleder/filer/${shared}`, `/vejleder/filer/${shared}/indhold`, `/vejleder/laeger/${book.id}/filer`])
		assert.equal((await elsewhere.get(page)).status, 404, page);
	assert.equal((await elsewhere.post(`/vejleder/filer/${shared}`, { svar: 'verificer', formular: await elsewhere.token() })).status, 404);
	const other = await login(somebody('VUS', `h.region <> ${region}`), 'VUS');
	assert.equal((await other.get(`/sekretariat/brugere/${book.id}/filer/${own}`)).status, 404);
	assert.ok(count(`look WHERE doctor = ${book.id} AND page = '/vejleder/filer/{file}'`) > 0);
});

test('R_FIL_02_only_where_the_doctor_is_now_may_it_be_verified', async () => {
	const id = await put('AGREEMENT', 'Efter sidste dag');
	const [[until_]] = sql(`SELECT until FROM element WHERE id = ${book.element}`);
	const [[since]] = sql(`SELECT since FROM element WHERE id = ${book.element}`);
	try {
		sql(`UPDATE element SET until = ${today()}, since = LEAST(since, ${today()} - INTERVAL 40 DAY) WHERE id = ${book.element}`);
		const page = await uao.get(`/vejleder/filer/${id}`);
		says(page, /kun verificeres af UAO eller tutorlæge der, hvor lægen er ansat nu/);
		assert.equal((await uao.post(`/vejleder/filer/${id}`, { svar: 'verificer', formular: await uao.token() })).status, 403);
		assert.equal(state(id), 'UPLOADED');
	} finally {
		sql(`UPDATE element SET until = '${until_}', since = '${since}' WHERE id = ${book.element}`);
	}
});

test('R_FIL_02_the_room_of_one_doctor_and_the_size_of_a_file_are_settings', async () => {
	const used = Number(one(`SELECT SUM(size) FROM file WHERE doctor = ${book.id} AND given_by = ${book.id}`));
	const set = (name, value) => sql(`INSERT INTO setting (name, value, changed_by, at) VALUES ('${name}', '${value}', ${book.id}, UTC_TIMESTAMP()) ON DUPLICATE KEY UPDATE value = '${value}'`);
	assert.ok(used > 0);
	const big = Buffer.concat([fs.readFileSync(path.join(files, 'letter.png')), Buffer.alloc(2 * 1024 * 1024)]);
	set('file_most', '1');
	control('restart', 'journal');
	try {
		const page = await doctor.submit(at, { slags: 'OTHER', titel: 'Stor' }, { from: at, files: { fil: { filename: 'stor.png', bytes: big } } });
		assert.equal(page.status, 422);
		says(page, /højst 1 MB/);
		assert.ok(/fylder mere|kan ikke læses/.test(page.text), page.text.slice(0, 500));
	} finally {
		sql(`DELETE FROM setting WHERE name IN ('file_most', 'file_quota')`);
		control('restart', 'journal');
	}
});

test('R_FIL_02_what_the_scanner_finds_or_does_not_answer_for_is_not_taken', async () => {
	const scan = path.join(stack.DIR, 'tmp/scan');
	const tries = async (script) => {
		fs.writeFileSync(scan, script, { mode: 0o755 });
		return doctor.submit(at, { slags: 'OTHER', titel: 'Scannet' }, { from: at, files: { fil: file('letter.pdf') } });
	};
	control('restart', 'journal', `LOGBOOK_SCAN=${scan}`);
	try {
		let page = await tries('#!/bin/sh\ncat > /dev/null\necho FOUND Eicar\n');
		assert.equal(page.status, 422);
		says(page, /Virusscanneren har fundet noget/);
		page = await tries('#!/bin/sh\nexit 3\n');
		assert.equal(page.status, 422);
		says(page, /kunne ikke undersøges/);
		assert.equal(count(`file_now WHERE title = 'Scannet'`), 0);
		page = await tries('#!/bin/sh\n/bin/cat > /dev/null && echo OK\n');
		says(page, /Filen er lagt op/);
	} finally {
		control('restart', 'journal');
	}
});

test('R_FIL_03_forms_are_put_in_by_secretariat_and_project_leader_renewed_ended_and_fetched_by_everybody', async () => {
	const kept = '/sekretariat/formularer';
	let page = await vus.submit(kept, { titel: '' }, { from: kept, files: {} });
	assert.equal(page.status, 422);
	says(page, /Skriv en titel[^]*Vælg filen/);
	page = await vus.submit(kept, { titel: 'Samtaleskema', fase: 'KBU' }, { from: kept, files: { fil: file('letter.pdf', 'skema.pdf') } });
	says(page, /Formularen er lagt op/);
	const id = Number(one(`SELECT id FROM form WHERE title = 'Samtaleskema' AND region = ${region}`));
	for (const who of [doctor, uao, approver, vus]) {
		const library = await who.get('/adgang/formularer');
		assert.ok(library.links.includes(`/adgang/formularer/${id}`));
		assert.match((await who.get(`/adgang/formularer/${id}`)).headers['content-disposition'], /^attachment.*skema\.pdf/);
	}
	page = await vus.submit(`${kept}/${id}`, {}, { from: `${kept}/${id}`, files: { fil: file('letter.png', 'skema2.png') } });
	says(page, /Formularen er lagt op[^]*skema2\.png[^]*skema\.pdf/);
	assert.equal((await vus.post(`${kept}/${id}`, { version: 1, formular: await vus.token() }, { files: { fil: file('letter.png') } })).status, 409);
	assert.match((await doctor.get(`/adgang/formularer/${id}`)).headers['content-disposition'], /skema2\.png/);
	assert.match((await vus.get(`${kept}/${id}/udgave/1`)).headers['content-disposition'], /skema\.pdf/);
	const other = await login(somebody('VUS', `h.region <> ${region}`), 'VUS');
	assert.equal((await other.get(`${kept}/${id}`)).status, 404);
	assert.equal((await other.post(`${kept}/${id}/slut`, { formular: await other.token() })).status, 404);
	const leader = await login(somebody('PROJEKTLEDER'), 'PROJEKTLEDER');
	assert.equal((await leader.get(`${kept}/${id}`)).status, 404);
	says(await leader.submit(kept, { titel: 'For hele landet' }, { from: kept, files: { fil: file('letter.pdf') } }), /Formularen er lagt op/);
	says(await doctor.get('/adgang/formularer'), /For hele landet[^]*Hele landet/);
	assert.equal((await doctor.get(kept)).status, 403);
	says(await vus.submit(`${kept}/${id}/slut`, {}, { from: `${kept}/${id}` }), /taget ud/);
	assert.equal((await doctor.get(`/adgang/formularer/${id}`)).status, 404);
	assert.throws(() => sql(`DELETE FROM form WHERE id = ${id}`), /never deleted/);
});
