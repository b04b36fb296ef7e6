// SPDX-License-Identifier: MPL-2.0
//
// R-NUL-07: what lay in a package that was sent, was reset since and is approved again is sent by Eftersend, as a
// part of the difference, once; and who proves the package is told so.
import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { Browser, ask, count, file, login, one, person, root, somebody, sql, today } from './lib.mjs';
import { at, make_ready, opened, order, outbox, reference, sender, specialist, state } from './sending.mjs';

const J = person(specialist), from = `${at}/eftersend/speciallaege`;
const latest = { approval_now: 'approval', course_record_now: 'record', attestation_now: 'attestation', research_now: 'research' };
const now = (table, key, id) => Number(one(`SELECT ${latest[table]} FROM ${table} WHERE doctor = ${J} AND ${key} = ${id}`));
let doctor, vus, uao, main, ref, book, goal, other, course, unlinked;

/* The secretariat resets one row of the doctor's, through its page. */
async function reset(kind, row) {
	const page = `/sekretariat/brugere/${J}/nulstil/${kind}/${row}`;
	const done = await vus.submit(page, { anmoder: 'Overlæge Prøve', anmodet: one(`SELECT DATE_FORMAT(${today()}, '%d.%m.%Y')`), journal: 'J-1', grund: 'En hemmelig grund', set: '1' }, { from: page, files: {} });
	assert.match(done.text, /Godkendelsen er nulstillet/, done.brief);
}
/* Asked for and approved anew; the id of the approval. */
async function approve(g) {
	const request = `/vejleder/anmodninger/${await ask(doctor, book, g)}`;
	assert.match((await uao.submit(request, { svar: 'godkend' }, { from: request })).text, /godkendt/);
	return now('approval_now', 'competency', g.id);
}
async function give_course() {
	const page = `/sekretariat/brugere/${J}/kurser`;
	assert.match((await vus.submit(page, { kursus: course, slags: 'andet', notat: 'Taget på et andet hold.' }, { from: page })).text, /Kurset er godkendt/);
	return now('course_record_now', 'course', course);
}
/* A merit that is linked to nothing: its letter alone. */
async function give_letter() {
	const page = `/sekretariat/godkend-merit/${J}`;
	assert.match((await vus.submit(page, {}, { from: page, files: { meritbrev: file('letter.pdf') } })).text, /Meritten er givet/);
	return Number(one(`SELECT MAX(id) FROM merit WHERE doctor = ${J}`));
}
const box = (page, name, id) => new RegExp(`name="${name}" value="${id}"[^>]*`).exec(page.html)?.[0];
const unpacked = (id) => opened(path.join(outbox, `${reference(id)}.zip.p7m`)).dir;
const json = (dir, name) => JSON.parse(fs.readFileSync(path.join(dir, name)));
const words = (dir) => execFileSync('pdftotext', ['-layout', path.join(dir, 'eftersendt.pdf'), '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');

before(async () => {
	doctor = await make_ready(specialist);
	vus = await login(one(`SELECT p.email FROM office_now o JOIN person p ON p.id = o.viewer JOIN credential c ON c.person = p.id
		WHERE o.doctor = ${J} AND ${today()} >= o.since AND ${today()} < o.until ORDER BY p.id LIMIT 1`), 'VUS');
	const [[element, unit]] = sql(`SELECT id, org_unit FROM element WHERE doctor = ${J} AND cancelled IS NULL AND since <= ${today()} AND until > ${today()} ORDER BY since DESC LIMIT 1`);
	uao = await login(somebody('UAO', `h.org_unit = ${unit}`), 'UAO');
	book = { id: J, element };
	[goal, other] = sql(`SELECT c.id, c.number, c.title FROM approval_now n JOIN competency c ON c.id = n.competency JOIN curriculum k ON k.id = c.curriculum AND k.stage = 'HU'
		WHERE n.doctor = ${J} AND n.status = 'APPROVED' AND n.merit IS NULL AND NOT EXISTS (SELECT 1 FROM card_need q WHERE q.competency = c.id)
		AND EXISTS (SELECT 1 FROM approval a WHERE a.id = n.approval AND a.status = 'APPROVED') ORDER BY c.position DESC LIMIT 2`).map(([id, number, title]) => ({ id: Number(id), number, title }));
	course = one(`SELECT n.course FROM course_record_now n JOIN course_record c ON c.id = n.record AND c.status = 'APPROVED' JOIN course_def d ON d.id = n.course
		WHERE n.doctor = ${J} AND n.status = 'APPROVED' AND n.kind <> 'MERIT' AND d.kind = 'GENERAL' ORDER BY d.position LIMIT 1`);
	unlinked = await give_letter();
	main = await order(doctor, 'SPECIALIST');
	ref = reference(main);
	sender();
	assert.equal(state(main), 'SENT');
});

test('R_NUL_07 what is reset and not approved again is said and not offered; approved again it is offered, ticked', async () => {
	let page = await doctor.get(from);
	assert.doesNotMatch(page.text, /Nulstillet, siden det blev sendt/);
	assert.doesNotMatch(page.text, /ikke godkendt igen/);
	const old = now('approval_now', 'competency', goal.id);
	await reset('kompetence', old);
	page = await doctor.get(from);
	assert.match(page.text, /nulstillet, siden det blev sendt, og ikke godkendt igen/);
	assert.ok(page.text.includes(`${goal.number} ${goal.title}`), page.text);
	assert.doesNotMatch(page.html, /name="kompetence"/);
	/* A form that names it all the same is refused at the field. */
	page = await doctor.submit(from, { samtykke: '1', kompetence: old }, { from });
	assert.equal(page.status, 422);
	assert.match(page.text, /kan ikke sendes nu/);
	const fresh = await approve(goal);
	page = await doctor.get(from);
	assert.match(box(page, 'kompetence', fresh) ?? page.text, /checked/);
	assert.match(page.text, /Godkendt igen .* Erstatter godkendelsen af .*, nulstillet /);
	assert.doesNotMatch(page.text, /ikke godkendt igen/);
});

test('R_NUL_07 competency and course are sent as the difference, with what each replaces; the package and its bytes stay', async () => {
	const bytes = one(`SELECT HEX(sha256) FROM submission_step WHERE submission = ${main} AND status = 'BUILT'`);
	await reset('kursus', now('course_record_now', 'course', course));
	const record = await give_course(), fresh = now('approval_now', 'competency', goal.id), page = await doctor.get(from);
	assert.match(box(page, 'kursus', record) ?? page.text, /checked/);
	const extra = await order(doctor, 'SPECIALIST', from);
	assert.equal(one(`SELECT attestations FROM submission WHERE id = ${extra}`), `K${fresh} C${record}`);
	assert.doesNotMatch((await doctor.get(from)).html, /name="(kompetence|kursus)"/, 'not while it is on its way');
	assert.doesNotMatch((await new Browser().get(`/verificer/${ref}`)).text, /erstattet af/, 'not before it is sent');
	sender();
	assert.equal(state(extra), 'SENT', one(`SELECT GROUP_CONCAT(words) FROM submission_step WHERE submission = ${extra}`));
	assert.doesNotMatch((await doctor.get(from)).html, /name="(kompetence|kursus)"/, 'not offered twice');

	const dir = unpacked(extra), manifest = json(dir, 'manifest.json'), index = json(dir, 'index.json'), said = words(dir);
	assert.equal(manifest.supplements, ref);
	assert.equal(index.supplements, ref);
	for (const [name, value] of [['index', index], ['manifest', manifest]]) {
		const fits = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(fs.readFileSync(path.join(root, `schema/seed/package/${name}.schema.json`))));
		assert.ok(fits(value), JSON.stringify(fits.errors));
	}
	assert.deepEqual(index.parts.map((p) => p.title.replace(/^\d+\. /, '').split(':')[0]), ['Kompetence', 'Kursus']);
	assert.equal(index.parts[0].report.facts.hvad, `${goal.number} ${goal.title}`);
	assert.match(index.parts[0].report.facts.erstatter, new RegExp(`^Godkendelsen af .*, nulstillet .* \\(${ref}\\)$`));
	assert.match(index.parts[1].report.facts.status, /andet grundlag/);
	assert.match(said, new RegExp(`Noget i ${ref} er nulstillet, siden det blev sendt`));
	assert.ok(said.includes(goal.title.split(' ')[0]));
	assert.match(said, /Taget på et andet hold\./);
	for (const text of [said, JSON.stringify(index)])
		assert.doesNotMatch(text, /hemmelig grund/, 'why it was reset is none of the authority’s');
	assert.equal(one(`SELECT HEX(sha256) FROM submission_step WHERE submission = ${main} AND status = 'BUILT'`), bytes);

	const proven = await new Browser().get(`/verificer/${ref}`);
	assert.match(proven.text, /Noget i det er nulstillet siden/);
	assert.match(proven.text, /er erstattet af det, der er eftersendt/);
	assert.ok(proven.links.includes(`/verificer/${reference(extra)}`));
	assert.doesNotMatch((await new Browser().get(`/verificer/${reference(extra)}`)).text, /nulstillet siden/);
});

test('R_NUL_07 after a second reset it is offered again, and the supplement too is told to be superseded', async () => {
	const extra = Number(one(`SELECT MAX(id) FROM submission WHERE main = ${main}`)), sent = now('approval_now', 'competency', goal.id);
	const told = () => count(`notice WHERE person = ${J} AND kind = 'SENT_RESET' AND place = '${reference(extra)}'`);
	await reset('kompetence', sent);
	assert.equal(told(), 1, 'of the supplement that holds it');
	assert.match((await new Browser().get(`/verificer/${reference(extra)}`)).text, /nulstillet siden/);
	assert.match((await doctor.get(from)).text, /ikke godkendt igen/);
	const fresh = await approve(goal), page = await doctor.get(from);
	assert.notEqual(fresh, sent);
	assert.match(box(page, 'kompetence', fresh) ?? page.text, /checked/);
	/* Reset once more between the order and the making: it stops, says so, and goes when it is ordered anew. */
	const late = await order(doctor, 'SPECIALIST', from);
	await reset('kompetence', fresh);
	assert.equal(told(), 1, 'what no supplement holds');
	sender();
	assert.equal(state(late), 'STOPPED');
	assert.match((await doctor.get(`${at}/afsendelse/${late}`)).text, /er nulstillet igen\. Bestil igen/);
	const last = await approve(goal);
	assert.match(box(await doctor.get(from), 'kompetence', last) ?? '', /checked/);
	/* Two tabs at once: one of them orders it, the other is told. */
	const tabs = await Promise.all([1, 2, 3].map(async () => {
		const tab = doctor.copy();
		return [tab, Object.fromEntries((await tab.get(from)).form(from).fields)];
	}));
	const both = await Promise.all(tabs.map(([tab, fields]) => tab.post(from, { ...fields, samtykke: '1' })));
	assert.deepEqual(both.map((p) => p.status).sort(), [303, 422, 422]);
	const again = Number(one(`SELECT MAX(id) FROM submission WHERE main = ${main}`));
	sender();
	assert.equal(state(again), 'SENT');
	assert.match(json(unpacked(again), 'index.json').parts[0].report.facts.erstatter, /^Godkendelsen af /);
});

test('R_NUL_07 approved again by merit: the letter goes along as it was given', async () => {
	await reset('kompetence', now('approval_now', 'competency', other.id));
	const page = `/sekretariat/godkend-merit/${J}`, letter = file('letter.pdf');
	await vus.get(page);
	const done = await vus.submit(page, { kompetence: other.id, notat: 'Godkendt i udlandet før forløbet.' }, { from: page, files: { meritbrev: letter } });
	const fresh = now('approval_now', 'competency', other.id);
	assert.equal(one(`SELECT kind FROM approval_now WHERE approval = ${fresh}`), 'MERIT', done.text.slice(0, 600));
	assert.match(box(await doctor.get(from), 'kompetence', fresh) ?? '', /checked/);
	const extra = await order(doctor, 'SPECIALIST', from);
	sender();
	assert.equal(state(extra), 'SENT', one(`SELECT GROUP_CONCAT(words) FROM submission_step WHERE submission = ${extra}`));
	const dir = unpacked(extra), original = json(dir, 'manifest.json').files.find((f) => /meritbrev/.test(f.name));
	assert.ok(original, JSON.stringify(json(dir, 'manifest.json').files));
	assert.ok(fs.readFileSync(path.join(dir, original.name)).equals(letter.bytes));
	assert.match(words(dir), /Godkendt i udlandet før forløbet\./);
});

test('R_NUL_07 attestation, research training and a merit that is linked to nothing come back likewise, each with its original', async () => {
	const [[element, unit, signed]] = sql(`SELECT n.element, n.org_unit, n.attestation FROM attestation_now n JOIN attestation a ON a.id = n.attestation AND a.stage = 'HU'
		WHERE n.doctor = ${J} AND n.kind = 'TIME' AND n.status = 'APPROVED' ORDER BY a.since LIMIT 1`);
	const [[part, research]] = sql(`SELECT n.part, n.research FROM research_now n JOIN research s ON s.id = n.research AND s.status = 'APPROVED' JOIN research_part o ON o.id = n.part
		WHERE n.doctor = ${J} AND n.status = 'APPROVED' ORDER BY o.kind = 'OVERALL', o.position LIMIT 1`);
	await reset('attestation', signed);
	await reset('forskning', research);
	await reset('merit', unlinked);
	let page = await doctor.get(from);
	assert.equal(page.text.match(/nulstillet, siden det blev sendt, og ikke godkendt igen.*/)[0].match(/ nulstillet \d/g).length, 3, page.text);
	const signs = await login(somebody('UAO', `h.org_unit = ${unit}`), 'UAO'), to = `/vejleder/attestationer/${element}/tid`;
	assert.match((await signs.submit(to, { svar: 'attester' }, { from: to })).text, /Attestationen er givet/);
	const anew = `/sekretariat/brugere/${J}/forskningstraening`;
	await vus.submit(anew, { hvordan: 'delvis', del: part, grundlag: 'OTHER', begrundelse: 'Taget andetsteds.', sagsnr: '26/77', journaliseret: '1' }, { from: anew });
	const merit = await give_letter();
	page = await doctor.get(from);
	assert.doesNotMatch(page.text, /ikke godkendt igen/, page.text);
	for (const [name, id] of [['attestation', now('attestation_now', "kind = 'TIME' AND element", element)], ['forskning', now('research_now', 'part', part)], ['merit', merit]])
		assert.match(box(page, name, id) ?? page.html, /checked/, name);
	assert.ok(!page.html.includes(`name="tid" value="${now('attestation_now', "kind = 'TIME' AND element", element)}"`), 'in one list alone');
	const extra = await order(doctor, 'SPECIALIST', from);
	sender();
	assert.equal(state(extra), 'SENT', one(`SELECT GROUP_CONCAT(words) FROM submission_step WHERE submission = ${extra}`));
	const dir = unpacked(extra), index = json(dir, 'index.json');
	assert.deepEqual(index.parts.map((p) => p.title.replace(/^\d+\. /, '').split(':')[0]), ['Forskningstræning', 'Attestation for tid', 'Merit uden kompetence']);
	for (const p of index.parts)
		assert.match(p.report.facts.erstatter, /^Godkendelsen af .*, nulstillet /, p.title);
	assert.equal(json(dir, 'manifest.json').files.filter((f) => /meritbrev/.test(f.name)).length, 1);
	assert.doesNotMatch((await doctor.get(from)).html, /name="(kompetence|kursus|forskning|attestation|merit)"/);
});
