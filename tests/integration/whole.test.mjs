// SPDX-License-Identifier: MPL-2.0
//
// Everything of mine (R-ARK-04): the whole logbook as a ZIP, held against the database row by row.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { count, login, one, quote, root, sql, stack, without_rules } from './lib.mjs';

const dir = fs.mkdtempSync(path.join(stack.DIR, 'tmp/whole-'));
const run = (program, ...words) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

const [id, email, name] = sql(`SELECT p.id, p.email, p.name FROM person p JOIN file f ON f.doctor = p.id
	JOIN note n ON n.doctor = p.id GROUP BY p.id ORDER BY COUNT(*) DESC LIMIT 1`)[0];
const doctor = await login(email, 'UL');

async function take(as = 'alt') {
	const answer = await doctor.get('/udskrift/alt.zip');
	assert.equal(answer.status, 200, String(answer.text).slice(0, 300));
	const zip = path.join(dir, `${as}.zip`), folder = path.join(dir, as);
	fs.writeFileSync(zip, answer.bytes);
	run('unzip', '-q', '-o', zip, '-d', folder);
	const read = (file) => fs.readFileSync(path.join(folder, file));
	return { answer, zip, folder, read, data: (kind) => JSON.parse(read(`data/${kind}.json`)), manifest: JSON.parse(read('manifest.json')) };
}
const mine = await take();

test('R_ARK_04 the whole logbook is a ZIP with a manifest, and each file fits its hash', () => {
	assert.match(mine.answer.headers['content-type'], /^application\/zip/);
	assert.match(mine.answer.headers['content-disposition'], /attachment; filename="Logbog /);
	const names = run('unzip', '-Z1', mine.zip).trim().split('\n').sort();
	assert.deepEqual([...mine.manifest.files.map((f) => f.name), 'manifest.json'].sort(), names);
	for (const f of mine.manifest.files) {
		assert.equal(sha256(mine.read(f.name)), f.sha256, f.name);
		assert.equal(mine.read(f.name).length, f.size, f.name);
	}
	const fits = new Ajv({ strict: false, validateFormats: false })
		.compile(JSON.parse(fs.readFileSync(path.join(root, 'schema/seed/package/manifest.schema.json'), 'utf8')));
	assert.ok(fits(mine.manifest), JSON.stringify(fits.errors));
});

test('R_ARK_04 every step of every story is in it', () => {
	for (const [kind, table] of Object.entries({ kompetencer: 'approval', merit: 'merit', afgoerelser: 'decision', kompetencekort: 'card',
		registreringer: 'card_entry', attestationer: 'attestation', kurser: 'course_record', forskning: 'research', forskningskurser: 'research_course',
		forskningsvejledere: 'research_supervision', filer: 'file', filhistorie: 'file_check', uddannelsesplaner: 'plan', samtaler: 'talk',
		referater: 'talk_minutes', nulstillinger: 'reset', kaede: 'chain_link', forloeb: 'training_course', delforloeb: 'element',
		flytninger: 'element_change', fravaer: 'absence', maalbeskrivelser: 'course_curriculum', opslag: 'look', kort: 'card_sheet',
		kortmerit: 'card_merit', ansaettelser: 'employment', ansaettelsesoversigter: 'employment_signed', bestillinger: 'submission',
		indsendelser: 'submission_step' }))
		assert.equal(mine.data(kind).length, count(`${table} WHERE doctor = ${id}`), kind);
	assert.equal(mine.data('notater').length, count(`note_version v JOIN note n ON n.id = v.note WHERE n.doctor = ${id}`));
	assert.equal(mine.data('aftaler').length, count(`agreement a JOIN training_course c ON c.id = a.course WHERE c.doctor = ${id}`));
	const [me] = mine.data('laege');
	assert.equal(me.name, name);
	assert.match(me.cpr, /^\d{6}-\d{4}$/);
	for (const [kind, of] of [['listeskift', 'curriculum_move'], ['overdragelser', 'handover']])
		assert.equal(mine.data(kind).length, count(`${of} x JOIN training_course c ON c.id = x.course WHERE c.doctor = ${id}`), kind);
	const last = sql(`SELECT a.step, a.status, a.by_name, a.words FROM approval a JOIN chain_link k ON k.kind = 'APPROVAL' AND k.row_id = a.id
		WHERE a.doctor = ${id} ORDER BY k.n DESC LIMIT 1`)[0];
	const row = mine.data('kompetencer').at(-1);
	assert.deepEqual([row.step, row.status, row.by_name, row.words].map((v) => v === null ? null : String(v)), last);
});

test('R_ARK_04 what refers to a row or a person does so by its number within the ZIP, and by none of ours', () => {
	const files = mine.manifest.files.map((f) => f.name).filter((f) => f.startsWith('data/')).map((f) => f.slice(5, -5));
	for (const kind of files)
		if (mine.data(kind)[0]?.id !== undefined && kind !== 'notater')
			assert.deepEqual(mine.data(kind).map((r) => r.id), mine.data(kind).map((_, i) => i + 1), kind);
	const people = mine.data('personer');
	assert.equal(people[0].name, name);
	for (const [member, to] of Object.entries({ element: 'delforloeb', merit: 'merit', file: 'filer', letter: 'filer', talk: 'samtaler', sheet: 'kort', given_by: 'personer', viewer: 'personer' }))
		for (const kind of files)
			for (const r of mine.data(kind))
				if (r[member] !== undefined && r[member] !== null)
					assert.ok(r[member] >= 1 && r[member] <= mine.data(to).length, `${kind}.${member}`);
	for (const r of mine.data('kompetencer'))
		if (r.status === 'APPROVED')
			assert.equal(count(`approval WHERE doctor = ${id} AND by_name = ${quote(r.by_name)}`) > 0 && people[r.given_by - 1].name.length > 0, true);
	const own = mine.data('notater').find((n) => n.kind === 'OWN');
	assert.equal(own.given_by, 1);
});

test('R_ARK_04 every file is in it as it was uploaded, those taken back too', () => {
	for (const f of mine.data('filer')) {
		const entry = mine.manifest.files.find((m) => m.name.startsWith(`filer/${f.id}.`));
		assert.equal(entry.sha256, f.sha256);
	}
	assert.equal(mine.manifest.files.filter((f) => f.name.startsWith('filer/')).length, count(`file WHERE doctor = ${id}`));
});

test('T_163 its PDF holds all prints, with name and CPR number on each page', () => {
	const pages = run('pdftotext', path.join(mine.folder, 'logbog.pdf'), '-').split('\f').slice(0, -1);
	pages.forEach((text, i) => {
		assert.ok(text.includes(name) && /CPR-nummer \d{6}-\d{4}/.test(text), `page ${i + 1}`);
		assert.ok(text.includes(`Side ${i + 1} af ${pages.length}`));
	});
	for (const part of ['Uddannelsesforløb', 'Attestationer', 'Kurser', 'Kompetencer'])
		assert.ok(pages[1].includes(part), part);
});

test('R_NOT_02 private notes are in it, and the program reads them of nobody who is not logged in', async () => {
	const other = one(`SELECT n.doctor FROM note n WHERE n.doctor <> ${id} AND n.doctor NOT IN (SELECT id FROM live_doctor) LIMIT 1`);
	const ask = (what) => execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-export', '--batch',
		'--skip-column-names', stack.DATABASE, '-e', what], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
	assert.ok(Number(ask(`SELECT COUNT(*) FROM note_of_live WHERE doctor = ${id}`)) > 0);
	if (other !== undefined)
		assert.equal(ask(`SELECT COUNT(*) FROM note_of_live WHERE doctor = ${other}`), '0');
	for (const table of ['note', 'note_version', 'talk_minutes', 'look'])
		assert.throws(() => ask(`SELECT * FROM ${table} LIMIT 1`), /SELECT command denied/, table);
});

test('R_ARK_04 it is linked from Filer', async () => {
	const page = await doctor.get('/logbog/filer');
	assert.match(page.html, /href="\/udskrift\/alt.zip"/);
});

test('R_ARK_04 a file whose bytes are no longer what was given stops it, and is named', async () => {
	const [hash, kept, file] = sql(`SELECT HEX(f.content), HEX(b.bytes), f.name FROM file f JOIN file_content b ON b.sha256 = f.content WHERE f.doctor = ${id} ORDER BY f.at, f.id LIMIT 1`)[0];
	await without_rules('file_content', async () => {
		try {
			sql(`UPDATE file_content SET bytes = CONCAT(bytes, 'x') WHERE sha256 = UNHEX('${hash}')`);
			const answer = await doctor.get('/udskrift/alt.zip');
			assert.equal(answer.status, 500);
			assert.ok(answer.text.includes(file), 'the file is named');
		} finally {
			sql(`UPDATE file_content SET bytes = UNHEX('${kept}') WHERE sha256 = UNHEX('${hash}')`);
		}
	});
	assert.equal((await doctor.get('/udskrift/alt.zip')).status, 200);
});

test('R_ARK_04 what is too large to be taken in one go is said so', async () => {
	const [file, size] = sql(`SELECT id, size FROM file WHERE doctor = ${id} LIMIT 1`)[0];
	await without_rules('file', async () => {
		try {
			sql(`UPDATE file SET size = 150000001 WHERE id = ${file}`);
			const answer = await doctor.get('/udskrift/alt.zip');
			assert.equal(answer.status, 413);
			assert.match(answer.text, /150 MB/);
		} finally {
			sql(`UPDATE file SET size = ${size} WHERE id = ${file}`);
		}
	});
});
