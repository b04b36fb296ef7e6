// SPDX-License-Identifier: MPL-2.0
//
// The package to the authority, made without a request (tests/package), and opened by programs that know
// nothing of us: unzip, openssl, pdftotext, qpdf, and ajv for the published schemas (domain 13).
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { count, one, root, sql, stack, without_rules } from './lib.mjs';

const dir = fs.mkdtempSync(path.join(stack.DIR, 'tmp/package-'));
const keys = path.join(dir, 'keys');
fs.mkdirSync(keys);

const run = (program, ...words) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const held = (doctor) => one(`SELECT id FROM user_role WHERE person = ${doctor} AND role = 'UL'`);

/* Asks for the package of that doctor: how it ended, what was said, and where the bytes lie. */
function make(doctor, kind, name = `${doctor}-${kind}`) {
	const out = path.join(dir, name);
	const said = spawnSync(path.join(stack.B, 'tests/make_package'), [stack.SOCKET, stack.DATABASE, stack.KEYS, keys,
		doctor, held(doctor), kind, out], { encoding: 'utf8' });
	return { status: said.status, said: said.stdout, log: said.stderr, out };
}

/* The same, unpacked by unzip. */
function unpacked(doctor, kind, name) {
	const { status, said, log, out } = make(doctor, kind, name);
	assert.equal(status, 0, said + log);
	const folder = `${out}.unpacked`;
	run('unzip', '-q', '-o', out, '-d', folder);
	const read = (file) => fs.readFileSync(path.join(folder, file));
	return { said, out, folder, read, manifest: JSON.parse(read('manifest.json')), index: JSON.parse(read('index.json')),
		pdf: path.join(folder, 'dokumentation.pdf') };
}

const doctor = Number(one(`SELECT f.doctor FROM file f JOIN attestation_now n ON n.doctor = f.doctor AND n.status = 'APPROVED'
	JOIN merit m ON m.doctor = f.doctor JOIN research_now r ON r.doctor = f.doctor
	WHERE EXISTS (SELECT 1 FROM file_now g WHERE g.doctor = f.doctor AND g.kind = 'AGREEMENT' AND g.status IN ('UPLOADED', 'VERIFIED')) GROUP BY f.doctor ORDER BY COUNT(*) DESC LIMIT 1`));
const lettered = Number(one('SELECT doctor FROM merit WHERE letter IS NOT NULL ORDER BY id LIMIT 1'));
const whole = unpacked(doctor, 'specialist');

test('T_163 name and CPR number stand on each page, and pages are counted through the whole', () => {
	const name = one(`SELECT name FROM person WHERE id = ${doctor}`);
	const pages = run('pdftotext', whole.pdf, '-').split('\f').slice(0, -1);
	assert.ok(pages.length > 8);
	pages.forEach((text, i) => {
		assert.ok(text.includes(name), `page ${i + 1}`);
		assert.match(text, /CPR-nummer \d{6}-\d{4}/);
		assert.ok(text.includes(`Side ${i + 1} af ${pages.length}`), `page ${i + 1}`);
	});
	assert.match(run('qpdf', '--check', whole.pdf), /No syntax or stream encoding errors/);
});

test('R_STPS_15 the manifest names each file, each hash fits, and openssl alone proves the signature', () => {
	const names = run('unzip', '-Z1', whole.out).trim().split('\n').sort();
	assert.deepEqual([...whole.manifest.files.map((f) => f.name), 'manifest.json', 'manifest.sig'].sort(), names);
	for (const f of whole.manifest.files) {
		const bytes = whole.read(f.name);
		assert.equal(bytes.length, f.size, f.name);
		assert.equal(sha256(bytes), f.sha256, f.name);
		assert.doesNotMatch(f.name, /\d{6}/, 'no number of a person in the name of a file');
	}
	const pem = path.join(keys, `sign.${whole.manifest.key}.pub`);
	const prove = (manifest) => spawnSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', pem, '-rawin',
		'-in', manifest, '-sigfile', path.join(whole.folder, 'manifest.sig')], { encoding: 'utf8' });
	assert.equal(prove(path.join(whole.folder, 'manifest.json')).status, 0);
	const other = path.join(dir, 'other.json');
	fs.writeFileSync(other, String(whole.read('manifest.json')).replace(/"size":(\d)/, '"size":9$1'));
	assert.notEqual(prove(other).status, 0);
	assert.ok(whole.said.startsWith(`made ${sha256(whole.read('manifest.json'))}\n`));
});

test('R_STPS_15 index and manifest are as their published schemas say', () => {
	const ajv = new Ajv({ strict: false, validateFormats: false });
	for (const [name, document] of [['manifest', whole.manifest], ['index', whole.index]]) {
		const schema = JSON.parse(fs.readFileSync(path.join(root, `schema/seed/package/${name}.schema.json`), 'utf8'));
		const fits = ajv.compile(schema);
		assert.ok(fits(document), JSON.stringify(fits.errors));
		assert.ok(!fits({ ...document, version: 2 }));
		assert.ok(!fits({ ...document, files: [] }));
	}
});

test('domain 13.3 what a specialist package holds: agreements, times, courses, research, competencies, decisions', () => {
	const titles = whole.index.parts.map((p) => p.title).join('\n');
	for (const part of [/\d\. Uddannelsesaftaler og tillæg/, /\d\. Attestationer/, /\d\.1\. Attestation for tid/, /\d\. Kurser/,
		/\d\. Forskningstræning/, /\d\. Kompetencer, /, /\d\. Afgørelse om merit/])
		assert.match(titles, part);
	const goals = Number(one(`SELECT COUNT(*) FROM competency c JOIN course_curriculum k ON k.curriculum = c.curriculum
		WHERE k.doctor = ${doctor} AND k.left_on IS NULL`));
	const competencies = whole.index.parts.filter((p) => /Kompetencer/.test(p.title)).flatMap((p) => p.report.tables.kompetencer);
	assert.equal(competencies.length, goals);
	const contents = run('pdftotext', '-layout', '-f', '2', '-l', '2', whole.pdf, '-');
	for (const p of whole.index.parts)
		assert.ok(contents.replace(/\s+/g, ' ').includes(p.title.slice(0, 60)), p.title);
	const outline = JSON.parse(run('qpdf', '--json', '--json-key=outlines', whole.pdf)).outlines;
	assert.ok(outline.some((o) => /Attestationer/.test(o.title) && o.kids.some((k) => /Attestation for tid/.test(k.title))));
});

test('R_STPS_15 each appendix of the PDF is a file beside it, as it was uploaded', () => {
	const beside = new Map(whole.manifest.files.map((f) => [f.sha256, f]));
	const shown = whole.index.parts.flatMap((p) => p.report.appendices);
	assert.ok(shown.length > 3);
	for (const a of shown)
		assert.ok(beside.has(a.sha256), a.title);
	for (const f of whole.manifest.files.filter((f) => f.name.startsWith('filer/'))) {
		assert.equal(count(`file WHERE doctor = ${doctor} AND content = UNHEX('${f.sha256}')`) > 0, true);
		assert.ok(shown.some((a) => a.sha256 === f.sha256), f.title);
	}
});

test('T_122 R_MER_03 merit letters and notes are in it without anybody thinking of it', () => {
	const made = unpacked(lettered, 'specialist');
	const [note, letter] = sql(`SELECT m.note, LOWER(HEX(f.content)) FROM merit m JOIN file f ON f.id = m.letter WHERE m.doctor = ${lettered} ORDER BY m.id LIMIT 1`)[0];
	assert.ok(made.manifest.files.some((f) => f.sha256 === letter && /Meritbrev/.test(f.title)));
	const text = run('pdftotext', made.pdf, '-').replace(/\s+/g, ' ');
	assert.match(text, /Bilag \d+\.1: Meritbrev af/);
	if (note !== null)
		assert.ok(text.includes(note.replace(/\s+/g, ' ').slice(0, 80)));
});

test('T_165 the same logbook at the same moment gives the same bytes', () => {
	const again = make(doctor, 'specialist', 'again');
	assert.equal(again.status, 0);
	assert.equal(sha256(fs.readFileSync(again.out)), sha256(fs.readFileSync(whole.out)));
});

test('R_FIL_02 what was refused or taken back is not in it', () => {
	for (const [title] of sql(`SELECT title FROM file_now WHERE doctor = ${doctor} AND kind IN ('AGREEMENT', 'SUPPLEMENT', 'DIPLOMA') AND status IN ('REFUSED', 'WITHDRAWN')`)) {
		assert.ok(!whole.manifest.files.some((f) => f.title.endsWith(`, ${title}`)));
	}
});

test('domain 13.2 a package after KBU holds no research training', () => {
	const kbu = Number(one("SELECT doctor FROM training_course WHERE stage = 'KBU' AND cancelled IS NULL ORDER BY doctor LIMIT 1"));
	const { index } = unpacked(kbu, 'practice');
	assert.equal(index.kind, 'practice');
	assert.ok(index.parts.some((p) => /Kompetencer/.test(p.title)));
	assert.ok(!index.parts.some((p) => /Forskning/.test(p.title)));
});

const [agreement, hash, size] = sql(`SELECT f.id, HEX(f.content), f.size FROM file f JOIN file_now n ON n.file = f.id
	WHERE f.doctor = ${doctor} AND n.kind = 'AGREEMENT' AND n.status IN ('UPLOADED', 'VERIFIED') ORDER BY f.at, f.id LIMIT 1`)[0];

test('R_STPS_15 a file whose bytes are no longer what was given stops it, and is named', async () => {
	const kept = one(`SELECT HEX(bytes) FROM file_content WHERE sha256 = UNHEX('${hash}')`);
	await without_rules('file_content', () => {
		try {
			sql(`UPDATE file_content SET bytes = CONCAT(bytes, 'x') WHERE sha256 = UNHEX('${hash}')`);
			const { status, said, out } = make(doctor, 'specialist', 'changed');
			assert.equal(status, 1);
			assert.match(said, /^Uddannelsesaftale.* er ikke længere den fil, der blev lagt op/);
			assert.ok(!fs.existsSync(out));
		} finally {
			sql(`UPDATE file_content SET bytes = UNHEX('${kept}') WHERE sha256 = UNHEX('${hash}')`);
		}
	});
	assert.equal(make(doctor, 'specialist', 'mended').status, 0);
});

test('R_MER_03 a file that cannot be drawn stops it, and is named', async () => {
	const broken = Buffer.from('%PDF-1.4\nnothing that anybody can read');
	sql(`INSERT IGNORE INTO file_content (sha256, bytes) VALUES (UNHEX('${sha256(broken)}'), UNHEX('${broken.toString('hex')}'))`);
	await without_rules('file', () => {
		try {
			sql(`UPDATE file SET content = UNHEX('${sha256(broken)}'), size = ${broken.length} WHERE id = ${agreement}`);
			const { status, said, out } = make(doctor, 'specialist', 'undrawn');
			assert.equal(status, 1);
			assert.match(said, /^Bilag 1\.\d+: Uddannelsesaftale.* kan ikke læses og derfor ikke gengives/);
			assert.ok(!fs.existsSync(out));
		} finally {
			sql(`UPDATE file SET content = UNHEX('${hash}'), size = ${size} WHERE id = ${agreement}`);
		}
	});
});

test('issue 5.3 a preview is the same PDF, and nothing is signed', () => {
	const { status, out } = make(doctor, 'preview');
	assert.equal(status, 0);
	assert.equal(fs.readFileSync(out).subarray(0, 5).toString(), '%PDF-');
});

test('R_ROL_04 nobody is made a package of a logbook that is not within reach', () => {
	const said = spawnSync(path.join(stack.B, 'tests/make_package'), [stack.SOCKET, stack.DATABASE, stack.KEYS, keys,
		doctor, held(lettered), 'specialist', path.join(dir, 'none')], { encoding: 'utf8' });
	assert.equal(said.status, 1);
	assert.match(said.stdout, /^Logbogen findes ikke/);
});
