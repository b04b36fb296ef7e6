// SPDX-License-Identifier: MPL-2.0
//
// Courses (R-KUR-01 to R-KUR-32, T-080 to T-084): certificates, holds, whole classes, another basis, the
// overall approval; and the wrong role, the wrong doctor, the second click of each.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, test } from 'node:test';
import { department } from './department.mjs';
import { count, file, login, one, person, quote, somebody, sql, stack, today } from './lib.mjs';

const mark = `${Date.now() % 1e8}`;
const course = (code) => Number(one(`SELECT id FROM course_def WHERE code = ${quote(code)}`));
const geriatrics = one("SELECT id FROM specialty WHERE code = 'geriatri'"), east = one("SELECT id FROM training_region WHERE code = 'OEST'");
const danish = (days) => one(`SELECT DATE_FORMAT(${today()} + INTERVAL ${days} DAY, '%d.%m.%Y')`);
const now = (doctor, code) => sql(`SELECT n.status, n.kind FROM course_record_now n WHERE n.doctor = ${doctor} AND n.course = ${course(code)}`)[0]?.join(' ');
const story = (doctor, code) => count(`course_record WHERE doctor = ${doctor} AND course = ${course(code)}`);
const told = (doctor, kind) => count(`notice WHERE person = ${doctor} AND kind = '${kind}'`);
const looks = (doctor, viewer) => count(`look WHERE doctor = ${doctor} AND viewer = ${viewer}`);
const picture = { bevis: file('letter.png', 'bevis.png') };
const says = (page, words, status = 200) => {
	assert.equal(page.status, status, `${page.brief} ${page.text.slice(0, 300)}`);
	assert.match(page.text, words, page.brief);
};

const places = [department('kurser'), department('kurser2')], [place, other] = places;
const hkl = somebody('HKL', `h.specialty = ${geriatrics}`), dkl = somebody('DKL', `h.course = ${course('demo-geriatri-1')}`);
const provider = somebody('KURSUSUDBYDER', `h.course = ${course('SOL1')}`), vus = somebody('VUS', `h.region = ${east}`);
const south = somebody('VUS', `h.region <> ${east}`);
/* A provider of another course: roles come from the owner's hand, as the secretariat's page gives them. */
const role = (email, name, tie) => sql(`INSERT INTO user_role (person, role, region, specialty, course, since) VALUES (${person(email)}, '${name}', NULL, ${tie.specialty ?? 'NULL'}, ${tie.course ?? 'NULL'}, ${today()} - INTERVAL 1 YEAR); SELECT LAST_INSERT_ID()`)[0][0];
const held = [];
after(() => {
	for (const p of places)
		p.close();
	for (const id of held)
		sql(`UPDATE user_role SET until = since WHERE id = ${id}`);
	sql(`UPDATE course_def SET until = since WHERE name LIKE '%${mark}%'`);
});

/* The doctor is in main training in geriatrics from now on. */
const in_geriatrics = (id) => sql(`UPDATE training_course SET specialty = ${geriatrics} WHERE doctor = ${id}`);

// --- certificates -----------------------------------------------------------------------------

async function send(doctor, code, fields = {}, files = picture) {
	const at = `/logbog/kurser/${course(code)}`, browser = await login(doctor, 'UL');
	return browser.submit(`${at}/kursusbevis`, { dato: danish(-900), ...fields }, { from: at, files });
}
const claim_of = (doctor, code) => one(`SELECT record FROM course_record_now WHERE doctor = ${doctor} AND course = ${course(code)}`);

test('T-080 R-KUR-01 an uploaded LAS III, verified by the present UAO beside its scan, counts as SOL 2 and not as SOL 3', async () => {
	says(await send(place.doctor, 'SOL2', { kursus: course('LAS3') }), /Kursusbeviset er sendt/);
	assert.equal(now(place.id, 'LAS3'), 'CLAIMED PAPER_VERIFIED');
	assert.equal(told(person(place.uao), 'COURSE_CLAIMED'), 1);
	const doctor = await login(place.doctor, 'UL'), uao = await login(place.uao, 'UAO'), before = looks(place.id, person(place.uao));
	const queue = await uao.get('/vejleder/kursusbeviser'), at = queue.links.find((l) => l.startsWith('/vejleder/kursusbeviser/'));
	says(queue, /LAS III/);
	const page = await uao.get(at), scan = /<img[^>]*src="([^"]+)"/.exec(page.html)[1];
	assert.equal((await uao.get(scan)).headers['content-type'], 'image/png');
	assert.ok(looks(place.id, person(place.uao)) >= before + 3, 'queue, page and scan are looks');
	says(await uao.submit(at, { svar: 'afvis' }, { from: at }), /Skriv, hvorfor beviset ikke kan verificeres/, 422);
	says(await uao.submit(at, { svar: 'verificer' }, { from: at }), /Kursusbeviset er verificeret/);
	assert.equal(now(place.id, 'LAS3'), 'APPROVED PAPER_VERIFIED');
	const list = await doctor.get('/logbog/kurser');
	assert.match(list.text, /SOL 2 Verificeret kursusbevis .*Ved LAS III/);
	assert.match(list.text, /SOL 3 Mangler/);
	assert.equal(told(place.id, 'COURSE_VERIFIED'), 1);
});

test('R-KUR-32 what was verified is neither taken back, answered again, nor deleted', async () => {
	const doctor = await login(place.doctor, 'UL'), uao = await login(place.uao, 'UAO');
	const steps = story(place.id, 'LAS3'), claim = one(`SELECT id FROM course_record WHERE doctor = ${place.id} AND course = ${course('LAS3')} AND step = 1`);
	const back = await doctor.post(`/logbog/kurser/${course('SOL2')}/fortryd`, { formular: await doctor.token() });
	assert.equal(back.status, 409);
	const again = await uao.post(`/vejleder/kursusbeviser/${claim}`, { formular: await uao.token(), svar: 'verificer' });
	assert.equal(again.status, 303, 'the same answer again leads to the first');
	says(await uao.post(`/vejleder/kursusbeviser/${claim}`, { formular: await uao.token(), svar: 'afvis', grund: 'nej' }), /allerede besvaret/, 409);
	assert.equal(story(place.id, 'LAS3'), steps);
	const sol2 = await doctor.post(`/logbog/kurser/${course('SOL2')}/kursusbevis`, { formular: await doctor.token(), dato: danish(-30) }, { files: picture });
	assert.equal(sol2.status, 409, 'what counts as done asks for no certificate');
	assert.throws(() => sql(`DELETE FROM course_record WHERE id = ${claim}`), /only ever added/);
	assert.throws(() => sql(`UPDATE course_record SET words = 'x' WHERE id = ${claim}`), /only ever added/);
});

test('R-KUR-30 a form that is not fine keeps its certificate; twice sent is sent once; refused says why and may be sent again', async () => {
	says(await send(place.doctor, 'SOL3', {}, {}), /Vedhæft kursusbeviset/, 422);
	says(await send(place.doctor, 'SOL3', { dato: danish(1) }), /ikke slut endnu/, 422);
	const doctor = await login(place.doctor, 'UL'), at = `/logbog/kurser/${course('SOL3')}`;
	const wrong = await doctor.submit(`${at}/kursusbevis`, { dato: '' }, { from: at, files: picture });
	says(wrong, /Vedhæftet: bevis.png/, 422);
	says(await doctor.submit(`${at}/kursusbevis`, { dato: danish(-30) }, { from: wrong, files: {} }), /Kursusbeviset er sendt/);
	assert.equal((await doctor.post(`${at}/kursusbevis`, { formular: await doctor.token(), dato: danish(-30) }, { files: picture })).status, 303);
	assert.equal(story(place.id, 'SOL3'), 1);
	const uao = await login(place.uao, 'UAO'), claim = `/vejleder/kursusbeviser/${claim_of(place.id, 'SOL3')}`;
	says(await uao.submit(claim, { svar: 'afvis', grund: 'Beviset er fra SOL 1.' }, { from: claim }), /sendt tilbage til lægen/);
	says(await doctor.get(at), /Kursusbevis afvist .* Beviset er fra SOL 1/);
	says(await send(place.doctor, 'SOL3'), /Kursusbeviset er sendt/);
	says(await doctor.submit(`${at}/fortryd`, {}, { from: at }), /trukket tilbage/);
	assert.equal(now(place.id, 'SOL3'), 'WITHDRAWN PAPER_VERIFIED');
});

test('R-KUR-31 nobody else verifies: not a supervisor, not another department, not the provider of another course, not the doctor', async () => {
	await send(other.doctor, 'SOL1');
	const claim = claim_of(other.id, 'SOL1');
	for (const [email, name, at, status] of [[other.approver, 'VEJLEDER', '/vejleder', 403], [place.uao, 'UAO', '/vejleder', 404], [dkl, 'DKL', '/kurser', 404], [hkl, 'HKL', '/kurser', 404], [other.doctor, 'UL', '/vejleder', 403]]) {
		const browser = await login(email, name);
		assert.equal((await browser.get(`${at}/kursusbeviser/${claim}`)).status, status, `${name} sees`);
		assert.equal((await browser.post(`${at}/kursusbeviser/${claim}`, { formular: await browser.token(), svar: 'verificer' })).status, status, `${name} verifies`);
	}
	const outside = await login(place.uao, 'UAO');
	assert.equal((await outside.get(`/vejleder/laeger/${other.id}/kursusbevis/${one(`SELECT file FROM course_record WHERE id = ${claim}`)}`)).status, 404);
	assert.equal(now(other.id, 'SOL1'), 'CLAIMED PAPER_VERIFIED');
	const kom = role(other.main, 'KURSUSUDBYDER', { course: course('KBU-KOM') });
	held.push(kom);
	const elsewhere = await login(other.main, 'KURSUSUDBYDER');
	assert.equal((await elsewhere.get(`/kurser/kursusbeviser/${claim}`)).status, 404, 'the provider of another course');
	const mine = role(place.main, 'KURSUSUDBYDER', { course: course('SOL1') });
	held.push(mine);
	const theirs = await login(place.main, 'KURSUSUDBYDER');
	says(await theirs.get(`/kurser/kursusbeviser/${claim}`), /SOL 1/);
	assert.equal((await theirs.get(`/kurser/kursusbeviser/${claim}/fil`)).headers['content-type'], 'image/png');
	says(await theirs.submit(`/kurser/kursusbeviser/${claim}`, { svar: 'verificer' }, { from: `/kurser/kursusbeviser/${claim}` }), /verificeret/);
	assert.equal(now(other.id, 'SOL1'), 'APPROVED PAPER_VERIFIED');
});

// --- another basis ----------------------------------------------------------------------------

test('T-083 R-KUR-07 R-KUR-10 R-KUR-11 on another basis: a note is needed, no conditions, it is marked, final, and counts', async () => {
	const at = `/sekretariat/brugere/${place.id}/kurser`, browser = await login(vus, 'VUS');
	const page = await browser.get(at), before = Number(/(\d+) af \d+ kurser er på plads/.exec(page.text)[1]);
	assert.deepEqual([...new Set(page.form(at).html.match(/name="[^"]+"/g))].sort(), ['name="formular"', 'name="kursus"', 'name="notat"', 'name="slags"'], 'no field for conditions');
	says(await browser.submit(at, { kursus: course('SOL3'), slags: 'andet', notat: '' }, { from: at }), /Skriv et notat/, 422);
	const done = await browser.submit(at, { kursus: course('SOL3'), slags: 'andet', notat: 'Aflyst to gange.' }, { from: at });
	says(done, /Kurset er godkendt\./);
	assert.match(done.text, /SOL 3 Godkendt andet grundlag/);
	assert.match(done.text, new RegExp(`${before + 1} af \\d+ kurser er på plads`));
	const again = await browser.post(at, { formular: await browser.token(), kursus: course('SOL3'), slags: 'andet', notat: 'Igen.' });
	assert.equal(again.status, 303);
	assert.equal(story(place.id, 'SOL3'), 5, 'three times a certificate, once refused or taken back each, and this');
	assert.equal(told(place.id, 'COURSE_BASIS'), 1);
	const elsewhere = await login(south, 'VUS');
	assert.equal((await elsewhere.get(at)).status, 404);
	assert.equal((await elsewhere.post(at, { formular: await elsewhere.token(), kursus: course('SOL1'), slags: 'andet', notat: 'x' })).status, 404);
});

test('R-KUR-14 R-KUR-15 another basis is not for specialty courses nor in evaluation employment; merit is', async () => {
	in_geriatrics(place.id);
	const at = `/sekretariat/brugere/${place.id}/kurser`, browser = await login(vus, 'VUS'), part = course('demo-geriatri-2');
	says(await browser.submit(at, { kursus: part, slags: 'andet', notat: 'x' }, { from: at }), /vurderer hovedkursuslederen/, 422);
	says(await browser.submit(at, { kursus: part, slags: 'merit', notat: 'Taget i udlandet.' }, { from: at }), /Kurset er godkendt/);
	assert.equal(now(place.id, 'demo-geriatri-2'), 'APPROVED MERIT');
	const evaluation = sql(`INSERT INTO training_course (doctor, stage, region, number, since, until) VALUES (${place.id}, 'EVAL', ${east}, 'EVAL-${mark}', ${today()} - INTERVAL 1 MONTH, ${today()} + INTERVAL 1 MONTH); SELECT LAST_INSERT_ID()`)[0][0];
	try {
		says(await browser.submit(at, { kursus: course('SOL1'), slags: 'andet', notat: 'x' }, { from: at }), /evalueringsansættelse/, 422);
		assert.equal(now(place.id, 'SOL1'), undefined);
	} finally {
		sql(`UPDATE training_course SET cancelled = ${today()} WHERE id = ${evaluation}`);
	}
});

test('T-084 R-KUR-06 a region\'s own course that is missing does not count, unless it is said to', async () => {
	const browser = await login(vus, 'VUS'), name = `Regionskursus ${mark}`, doctor = await login(place.doctor, 'UL');
	const needed = async () => Number(/af (\d+) kurser er på plads/.exec((await doctor.get('/logbog/kurser')).text)[1]);
	const before = await needed(), make = (fields) => browser.submit('/sekretariat/kurser', { uddannelse: 'HU', ...fields }, { from: '/sekretariat/kurser' });
	says(await make({ navn: '' }), /Skriv kursets navn/, 422);
	says(await make({ navn: name }), /Kurset er oprettet/);
	says(await make({ navn: name }), /allerede et kursus med det navn/, 422);
	const page = await doctor.get('/logbog/kurser');
	assert.match(page.text, new RegExp(`${name} Mangler .*Kræves ikke til autorisation`));
	assert.equal(await needed(), before);
	says(await make({ navn: `${name} B`, kraeves: '1' }), /Kurset er oprettet/);
	assert.equal(await needed(), before + 1);
	const id = one(`SELECT id FROM course_def WHERE name = ${quote(`${name} B`)}`);
	const elsewhere = await login(south, 'VUS');
	assert.equal((await elsewhere.post('/sekretariat/kurser/slut', { formular: await elsewhere.token(), kursus: id })).status, 422, 'another region ends nothing of ours');
	says(await browser.submit('/sekretariat/kurser/slut', { kursus: id }, { from: '/sekretariat/kurser' }), /Kurset er afsluttet/);
	assert.equal(await needed(), before);
	const national = course('SOL1');
	assert.equal((await browser.post('/sekretariat/kurser/slut', { formular: await browser.token(), kursus: national })).status, 422, 'a secretariat ends no general course');
});

test('a KBU course is attested by the UAO in an exceptional case: with a reason, in the own department, and logged', async () => {
	const at = `/vejleder/laeger/${other.id}/kurser/${course('KBU-AKUT')}`, uao = await login(other.uao, 'UAO');
	sql(`UPDATE training_course SET stage = 'KBU' WHERE doctor = ${other.id}`);
	says(await uao.submit(at, { grund: '' }, { from: at }), /Skriv, hvorfor du attesterer/, 422);
	const elsewhere = await login(place.uao, 'UAO');
	assert.equal((await elsewhere.post(at, { formular: await elsewhere.token(), grund: 'x' })).status, 404);
	const supervisor = await login(other.approver, 'VEJLEDER');
	assert.equal((await supervisor.post(at, { formular: await supervisor.token(), grund: 'x' })).status, 403);
	says(await uao.submit(at, { grund: 'Udbyderen er ophørt.' }, { from: at }), /Kurset er attesteret/);
	assert.equal(now(other.id, 'KBU-AKUT'), 'APPROVED ORDINARY');
	assert.equal(count(`audit WHERE person = ${person(other.uao)} AND action = 'attest course'`), 1);
	assert.equal((await uao.post(at, { formular: await uao.token(), grund: 'igen' })).status, 303);
	assert.equal(story(other.id, 'KBU-AKUT'), 1);
	sql(`UPDATE training_course SET stage = 'HU' WHERE doctor = ${other.id}`);
});

// --- holds ------------------------------------------------------------------------------------

async function new_run(browser, code, fields = {}) {
	const at = `/kurser/mine/${course(code)}`;
	const page = await browser.submit(at, { navn: `H${mark}`, sted: 'Prøveby', fra: danish(-4), til: danish(-1), timer: 30, ...fields }, { from: at });
	says(page, /Holdet er oprettet/);
	return page.at.replace(/\?.*/, '');
}

test('R-KUR-24 a whole class is approved with its exceptions; each is told, each look recorded; nothing of competencies is shown', async () => {
	in_geriatrics(other.id);
	const browser = await login(dkl, 'DKL'), at = await new_run(browser, 'demo-geriatri-1'), viewer = person(dkl);
	says(await browser.submit(`${at}/deltager`, { q: 'ingen@example.dk' }, { from: at }), /Ingen læge i logbogen/, 422);
	says(await browser.submit(`${at}/deltager`, { q: 'a' }, { from: at }), /Skriv hele e-mailen/, 422);
	says(await browser.submit(`${at}/deltager`, { q: place.doctor }, { from: at }), /Deltageren er sat på holdet/);
	says(await browser.submit(`${at}/deltager`, { q: place.doctor.toUpperCase() }, { from: at }), /Deltageren er sat på holdet/);
	assert.equal(count(`course_seat WHERE run = ${at.split('/').pop()} AND doctor = ${place.id}`), 1, 'once, however often');
	assert.ok(count(`audit WHERE person = ${viewer} AND action = 'find by email'`) >= 3, 'each look-up is written down');
	const csv = { fil: { filename: 'hold.csv', bytes: Buffer.from(`navn;e-mail\nA;${other.doctor}\nB;${other.doctor}\nC;findes.ikke@example.dk\nD;010203-1234\n`) } };
	const read = await browser.submit(`${at}/fil`, {}, { from: at, files: csv });
	says(read, /Står to gange i filen.*Ingen læge i logbogen.*CPR-numre må ikke stå i filen/);
	assert.ok(!read.html.includes('010203'), 'what looks like a CPR number is not shown again');
	assert.equal(count(`course_seat WHERE run = ${at.split('/').pop()}`), 1, 'reading puts nobody in');
	says(await browser.submit(`${at}/deltagere`, {}, { from: read }), /Deltagerne er sat på holdet/);
	const page = await browser.get(at), before = looks(place.id, viewer);
	says(page, /2 deltagere/);
	assert.doesNotMatch(page.text, /[Kk]ompetence/);
	assert.equal((await browser.get(at)).status, 200);
	assert.ok(looks(place.id, viewer) > before || count(`look WHERE doctor = ${place.id} AND viewer = ${viewer}`) > 0);
	const fields = { [`s${place.id}`]: 'godkend', [`f${place.id}`]: '4', [`s${other.id}`]: 'ikke' };
	const wrong = await browser.submit(`${at}/godkend`, fields, { from: at });
	says(wrong, /over 10 procent.*Skriv, hvorfor kurset ikke er gennemført/, 422);
	assert.ok(wrong.html.includes('value="4"'), 'what was typed is kept');
	assert.equal(now(place.id, 'demo-geriatri-1'), undefined, 'all or nothing');
	says(await browser.submit(`${at}/godkend`, { ...fields, [`f${place.id}`]: '3', [`g${other.id}`]: 'Mødte ikke op.' }, { from: at }), /Det er gemt/);
	assert.equal(now(place.id, 'demo-geriatri-1'), 'APPROVED ORDINARY');
	assert.equal(now(other.id, 'demo-geriatri-1'), 'NOT_PASSED ORDINARY');
	assert.equal(one(`SELECT absent FROM course_record WHERE doctor = ${place.id} AND course = ${course('demo-geriatri-1')}`), '3');
	assert.equal(told(place.id, 'COURSE_APPROVED') + told(other.id, 'COURSE_NOT_PASSED'), 2);
	await browser.post(`${at}/godkend`, { formular: await browser.token(), d: place.id, [`s${place.id}`]: 'ikke', [`g${place.id}`]: 'nej' });
	assert.equal(story(place.id, 'demo-geriatri-1'), 1, 'what is approved stays, whatever form comes late');
	says(await browser.submit(`${at}/ud`, { laege: other.id }, { from: at }), /allerede svaret/, 422);
	const list = await browser.get(`/udskrift${at.replace('/kurser', '')}/deltagere.xlsx`);
	assert.equal(list.status, 200);
	assert.equal(list.bytes.subarray(0, 2).toString(), 'PK');
	for (const [email, name] of [[provider, 'KURSUSUDBYDER'], [vus, 'VUS']])
		assert.ok([403, 404].includes((await (await login(email, name)).get(at)).status), name);
});

test('R-KUR-03 a class is not approved before its last day; SOL 2 not with absence at all', async () => {
	held.push(role(place.main, 'KURSUSUDBYDER', { course: course('SOL2') }));
	const sol2 = await login(place.main, undefined, { anew: true });
	const id = held.at(-1);
	await sol2.submit('/adgang/profil', { held: id }, { from: '/adgang/profil' });
	const later = await new_run(sol2, 'SOL2', { fra: danish(2), til: danish(4), timer: 18, navn: `S${mark}` });
	await sol2.submit(`${later}/deltager`, { q: other.doctor }, { from: later });
	const page = await sol2.get(later);
	says(page, /kan godkendes fra kursets sidste dag/);
	assert.equal(page.form(`${later}/godkend`), undefined);
	assert.equal((await sol2.post(`${later}/godkend`, { formular: await sol2.token(), d: other.id, [`s${other.id}`]: 'godkend' })).status, 409);
	const at = await new_run(sol2, 'SOL2', { timer: 18, navn: `T${mark}` });
	await sol2.submit(`${at}/deltager`, { q: other.doctor }, { from: at });
	says(await sol2.submit(`${at}/godkend`, { [`f${other.id}`]: '1', [`g${other.id}`]: 'Indhentet.' }, { from: at }), /fuld deltagelse/, 422);
	assert.equal(now(other.id, 'SOL2'), undefined);
});

test('T-081 SOL 2 warns who has not done SOL 1, and who has more than two years left', async () => {
	const b = await login(place.main, undefined);
	await b.submit('/adgang/profil', { held: held.at(-1) }, { from: '/adgang/profil' });
	const run = one(`SELECT id FROM course_run WHERE name = 'T${mark}'`), at = `/kurser/hold/${run}`;
	sql(`UPDATE training_course SET until = ${today()} + INTERVAL 30 MONTH WHERE doctor = ${other.id}`);
	assert.match((await b.get(at)).text, /for længe til, at hoveduddannelsen slutter/);
	assert.doesNotMatch((await b.get(at)).text, /skal ligge før/, 'SOL 1 is verified');
	sql(`UPDATE training_course SET until = ${today()} + INTERVAL 12 MONTH WHERE doctor = ${other.id}`);
	assert.doesNotMatch((await b.get(at)).text, /for længe til/);
	await b.submit(`${at}/deltager`, { q: `colleague.${place.doctor.split('.').slice(1).join('.')}` }, { from: at });
	assert.match((await b.get(at)).text, /der skal ligge før, er ikke godkendt/);
});

test('look-ups are counted: a thousand in a day and a night are enough', async () => {
	const at = `/kurser/hold/${one(`SELECT id FROM course_run WHERE name = 'H${mark}'`)}`, id = person(place.both);
	held.push(role(place.both, 'DKL', { specialty: geriatrics, course: course('demo-geriatri-1') }));
	const browser = await login(place.both, 'DKL');
	const had = count(`audit WHERE person = ${id} AND action LIKE 'find by%'`);
	sql(`INSERT INTO audit (at, person, role, action, object, object_id) SELECT UTC_TIMESTAMP() - INTERVAL 23 HOUR, ${id}, '', 'find by email', 'person', 0 FROM seq_1_to_${1000 - had}`);
	says(await browser.submit(`${at}/deltager`, { q: place.doctor }, { from: at }), /søgt efter for mange/, 429);
});

// --- the overall approval ---------------------------------------------------------------------

test('T-082 R-KUR-23 R-KUR-25 the overall approval: by the head course leader alone, when nothing is missing; never by a part-course leader', async () => {
	const at = `/kurser/samlet-godkendelse/${place.id}`, head = await login(hkl, 'HKL'), part = await login(dkl, 'DKL');
	const series = 'samlet-geriatri';
	says(await head.get('/kurser/samlet-godkendelse'), /Samlet godkendelse/);
	const page = await head.get(at);
	const missing = sql(`SELECT d.id FROM course_def d WHERE d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND d.required AND ${today()} >= d.since AND ${today()} < d.until
		AND (d.specialty = ${geriatrics} OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = ${geriatrics}))
		AND NOT EXISTS (SELECT 1 FROM course_record_now n WHERE n.doctor = ${place.id} AND n.course = d.id AND n.status = 'APPROVED')`).flat();
	assert.ok(missing.length > 0);
	says(page, new RegExp(`${missing.length} delkurs(us|er) mangler`));
	assert.equal(page.form(at), undefined);
	assert.doesNotMatch(page.text, /Kompetence/);
	says(await head.post(at, { formular: await head.token() }), /Der mangler delkurser/, 409);
	says(await head.submit(`${at}/delkursus`, { grundlag: '' }, { from: at }), /på hvilket grundlag/, 422);
	for (const id of missing)
		says(await head.submit(`${at}/delkursus`, { delkursus: id, grundlag: 'Selvstudium, vurderet ved samtale.' }, { from: at }), /godkendt på andet grundlag/);
	for (const [browser, name] of [[part, 'DKL'], [await login(vus, 'VUS'), 'VUS'], [await login(place.doctor, 'UL'), 'UL']]) {
		assert.equal((await browser.get(at)).status, 403, name);
		assert.equal((await browser.post(at, { formular: await browser.token() })).status, 403, name);
	}
	assert.equal(now(place.id, series), undefined);
	const insert = (as, by) => `INSERT INTO course_record (doctor, course, step, status, kind, given_by, by_name, as_role, place, at) VALUES (${other.id}, ${course(series)}, 1, 'APPROVED', 'ORDINARY', ${by}, 'x', '${as}', '', UTC_TIMESTAMP())`;
	assert.throws(() => sql(insert('DKL', person(dkl))), /not whole, or not for this role/);
	assert.throws(() => sql(insert('HKL', person(hkl))), /not whole/, 'parts are missing');
	says(await head.submit(at, {}, { from: at }), /Den samlede godkendelse er givet/);
	assert.equal((await head.post(at, { formular: await head.token() })).status, 303, 'a double click');
	assert.equal(story(place.id, series), 1);
	assert.equal(told(place.id, 'COURSE_SERIES'), 1);
	assert.ok(looks(place.id, person(hkl)) > 0);
});

test('R-KUR-26 head in one specialty and leader of a part in another: the role in use decides', async () => {
	const elsewhere = one(`SELECT MIN(id) FROM specialty WHERE id <> ${geriatrics}`), at = `/kurser/samlet-godkendelse/${place.id}`;
	const held = one(`INSERT INTO user_role (person, role, specialty, since) VALUES (${person(dkl)}, 'HKL', ${elsewhere}, ${today()}); SELECT LAST_INSERT_ID()`);
	try {
		const head = await login(dkl, 'HKL');
		assert.equal((await head.get('/kurser/samlet-godkendelse')).status, 200, 'of the other specialty');
		assert.equal((await head.get(at)).status, 404, 'not of this one, in which a part alone is led');
		assert.equal((await (await login(dkl, 'DKL')).get(at)).status, 403, 'nor as leader of the part');
		assert.throws(() => sql(`INSERT INTO course_record (doctor, course, step, status, kind, given_by, by_name, as_role, place, at)
			VALUES (${other.id}, ${course('samlet-geriatri')}, 1, 'APPROVED', 'ORDINARY', ${person(dkl)}, 'x', 'HKL', '', UTC_TIMESTAMP())`), /not whole/);
	} finally {
		sql(`UPDATE user_role SET until = ${today()}, ended_by = person, ended_at = UTC_TIMESTAMP() WHERE id = ${held}`);
	}
});

test('R-KUR-25 a course that the specialty gets after the overall approval asks nothing of who has it', async () => {
	const head = await login(hkl, 'HKL'), doctor = await login(place.doctor, 'UL'), name = `Nyt delkursus ${mark}`;
	const needed = async () => /(\d+ af \d+) kurser er på plads/.exec((await doctor.get('/logbog/kurser')).text)[1], before = await needed();
	says(await head.submit('/kurser/delkurser', { navn: name, timer: '6' }, { from: '/kurser/delkurser' }), /Delkurset er oprettet/);
	assert.equal(await needed(), before);
	assert.match((await doctor.get('/logbog/kurser')).text, new RegExp(`${name} Mangler – Dækket af den samlede godkendelse`));
	says(await head.get(`/kurser/samlet-godkendelse/${place.id}`), /Samlet godkendelse er givet/);
	says(await head.submit('/kurser/delkurser/slut', { delkursus: one(`SELECT id FROM course_def WHERE name = ${quote(name)}`) }, { from: '/kurser/delkurser' }), /afsluttet/);
});

/* The secretariat resets it, by its page, which shows the overall approval that rests on it. */
async function reset(doctor, code) {
	const struck = one(`SELECT record FROM course_record_now WHERE doctor = ${doctor} AND course = ${course(code)}`), at = `/sekretariat/brugere/${doctor}/nulstil/kursus/${struck}`;
	const office = await login(vus, 'VUS');
	says(await office.get(at), /Det, der hviler på det[^]*Samlet godkendelse/);
	says(await office.submit(at, { anmoder: 'Kursuslederen', anmodet: '01.03.2026', journal: 'S-1', grund: 'Registreret på den forkerte læge.', set: 1 }, { files: {} }),
		/Godkendelsen er nulstillet/);
}

test('R-KUR-08 R-KUR-25 a part that was reset: struck through with who and why, and the series says that its basis has changed', async () => {
	await reset(place.id, 'demo-geriatri-1');
	const doctor = await login(place.doctor, 'UL'), list = await doctor.get('/logbog/kurser');
	says(list, /Grundlaget for den samlede godkendelse er ændret/);
	assert.match(list.html, /<s>Godkendt [^<]* af Finn Lauritsen[^<]*<\/s>/);
	says(await doctor.get(`/logbog/kurser/${course('demo-geriatri-1')}`), /Nulstillet af Hanne.*Registreret på den forkerte læge/);
	const head = await login(hkl, 'HKL');
	says(await head.get(`/kurser/samlet-godkendelse/${place.id}`), /Grundlag ændret/);
	says(await (await login(vus, 'VUS')).get(`/sekretariat/brugere/${place.id}/kurser`), /Videreuddannelsessekretariatet skal tage stilling/);
	assert.throws(() => sql(`INSERT INTO course_record (doctor, course, step, status, kind, given_by, by_name, as_role, place, at)
		SELECT doctor, course, step + 1, 'RESET', kind, ${person(vus)}, 'x', 'VUS', '', UTC_TIMESTAMP() FROM course_record_now WHERE doctor = ${place.id} AND course = ${course('demo-geriatri-1')}`), /may not follow/, 'what is reset is not reset again');
	says(await send(place.doctor, 'demo-geriatri-1'), /Kursusbeviset er sendt/);
	const uao = await login(place.uao, 'UAO'), claim = `/vejleder/kursusbeviser/${claim_of(place.id, 'demo-geriatri-1')}`;
	await uao.submit(claim, { svar: 'verificer' }, { from: claim });
	says(await head.get(`/kurser/samlet-godkendelse/${place.id}`), /Samlet godkendelse er givet/);
});

test('R-KUR-21 a course that specialties share: made and ended by the project leader, seen and held in each of them', async () => {
	const at = '/sekretariat/kurser/tvaerfaglige', leads = await login(somebody('PROJEKTLEDER'), 'PROJEKTLEDER'), name = `Fælles kursus ${mark}`;
	const other_specialty = one(`SELECT MIN(id) FROM specialty WHERE id <> ${geriatrics} AND ${today()} < until`);
	const make = (fields) => leads.submit(at, { navn: name, timer: '6', speciale: [geriatrics, other_specialty], ...fields }, { from: at });
	says(await make({ speciale: [geriatrics] }), /mindst to specialer/, 422);
	const typed = await make({ timer: '' });
	says(typed, /hvor mange timer/, 422);
	assert.ok(typed.html.includes(`value="${other_specialty}" id="s${other_specialty}" checked`), 'what was chosen stays');
	says(await make({ timer: '211' }), /210 timer/, 422);
	says(await make({}), /Kurset er oprettet/);
	says(await make({}), /allerede et fælles kursus med det navn/, 422);
	const id = one(`SELECT id FROM course_def WHERE name = ${quote(name)}`);
	assert.equal(count(`course_specialty WHERE course = ${id}`), 2);
	const head = await login(hkl, 'HKL');
	says(await head.get('/kurser/mine'), new RegExp(name));
	says(await (await login(place.doctor, 'UL')).get('/logbog/kurser'), new RegExp(name));
	assert.throws(() => execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-office', stack.DATABASE, '-e',
		`INSERT INTO course_specialty (code, course, specialty) VALUES ('x', ${course('demo-geriatri-1')}, ${other_specialty})`], { stdio: ['ignore', 'pipe', 'pipe'] }), /not for this account/);
	says(await leads.submit(`${at}/slut`, { kursus: id }, { from: at }), /Kurset er afsluttet/);
	says(await leads.submit(`${at}/slut`, { kursus: id }, { from: at }), /ikke er afsluttet/, 422);
	assert.doesNotMatch((await (await login(place.doctor, 'UL')).get('/logbog/kurser')).text, new RegExp(name));
});

test('R-KUR-20 the specialty\'s courses: added and ended by the head course leader, two hundred and ten hours at most', async () => {
	const at = '/kurser/delkurser', head = await login(hkl, 'HKL');
	const make = (fields) => head.submit(at, { navn: `Delkursus ${mark}`, timer: '12', valgfrit: '1', ...fields }, { from: at });
	says(await make({ timer: '211' }), /210 timer/, 422);
	says(await make({ navn: '720391-1001' }), /Skriv ikke CPR-numre/, 422);
	says(await make({}), /Delkurset er oprettet/);
	says(await make({}), /allerede et delkursus med det navn/, 422);
	const id = one(`SELECT id FROM course_def WHERE name = 'Delkursus ${mark}'`);
	assert.equal(one(`SELECT specialty FROM course_def WHERE id = ${id}`), geriatrics);
	says(await head.submit(`${at}/slut`, { delkursus: id }, { from: at }), /Delkurset er afsluttet/);
	assert.equal((await head.post(`${at}/slut`, { formular: await head.token(), delkursus: course('demo-kardiologi-1') })).status, 422, 'another specialty\'s');
	assert.equal((await (await login(dkl, 'DKL')).get(at)).status, 403);
});

// --- prints, and who may see ------------------------------------------------------------------

test('prints hold the four ways apart, for the doctor, the UAO and the secretariat; and for nobody else', async () => {
	const doctor = await login(place.doctor, 'UL'), json = (await doctor.get('/udskrift/kurser.json')).json;
	const rows = json.tables.kurser;
	const by = Object.fromEntries(rows.map((r) => [r.kursus, r.status]));
	assert.equal(by['SOL 2'], 'Verificeret kursusbevis');
	assert.equal(by['SOL 3'], 'Godkendt andet grundlag');
	assert.equal((await doctor.get('/udskrift/kurser.pdf')).bytes.subarray(0, 4).toString(), '%PDF');
	assert.equal((await doctor.get('/udskrift/kurser.xlsx')).bytes.subarray(0, 2).toString(), 'PK');
	for (const [email, name, status] of [[place.uao, 'UAO', 200], [vus, 'VUS', 200], [other.uao, 'UAO', 404], [south, 'VUS', 404], [place.approver, 'VEJLEDER', 403], [hkl, 'HKL', 403]])
		assert.equal((await (await login(email, name)).get(`/udskrift/${place.id}/kurser.pdf`)).status, status, `${name} ${email}`);
});

test('R-ROL-04 nobody approves themselves, in whatever role; each account adds what is its own', async () => {
	const me = role(place.doctor, 'KURSUSUDBYDER', { course: course('SOL1') });
	held.push(me);
	const browser = await login(place.doctor, undefined, { anew: true });
	await browser.submit('/adgang/profil', { held: me }, { from: '/adgang/profil' });
	const at = await new_run(browser, 'SOL1', { navn: `E${mark}` });
	says(await browser.submit(`${at}/deltager`, { q: place.doctor }, { from: at }), /Ingen læge i logbogen/, 422);
	assert.throws(() => sql(`INSERT INTO course_record (doctor, course, step, status, kind, given_by, by_name, as_role, place, at)
		VALUES (${place.id}, ${course('SOL1')}, 1, 'APPROVED', 'ORDINARY', ${place.id}, 'x', 'KURSUSUDBYDER', '', UTC_TIMESTAMP())`), /course_record_own|nobody approves their own/);
	const as = (user, statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, `--user=${user}`, stack.DATABASE, '-e', statement], { encoding: 'utf8' }).stderr;
	const step = (kind, name) => `INSERT INTO course_record (doctor, course, step, status, kind, words, given_by, by_name, as_role, place, at)
		VALUES (${place.id}, ${course('SOL1')}, 1, 'APPROVED', '${kind}', 'x', ${person(vus)}, 'x', '${name}', '', UTC_TIMESTAMP())`;
	assert.match(as('logbook-course', step('MERIT', 'VUS')), /not for this account/);
	assert.match(as('logbook-journal', step('ORDINARY', 'UL')), /not for this account/);
	assert.match(as('logbook-approve', step('ORDINARY', 'UAO')), /not for this account/);
	assert.match(as('logbook-office', step('ORDINARY', 'VUS')), /not for this account/);
	assert.match(as('logbook-course', `INSERT INTO course_seat (run, course, doctor, put_by, at) SELECT id, course, ${other.id}, ${person(vus)}, UTC_TIMESTAMP() FROM course_run ORDER BY id LIMIT 1`), /not for this account/);
	assert.match(as('logbook-course', "INSERT INTO course_def (code, name, kind, stage, since) VALUES ('x', 'x', 'GENERAL', 'KBU', '2026-01-01')"), /not for this account/);
	assert.match(as('logbook-office', "UPDATE course_def SET until = '9999-12-31' WHERE until < '2000-01-01'") + as('logbook-course', `UPDATE course_def SET name = 'x' WHERE id = ${course('SOL1')}`), /denied/);
	assert.match(as('logbook-course', 'SELECT 1 FROM approval LIMIT 1'), /denied/, 'R-ROL-10');
	assert.match(as('logbook-course', 'SELECT 1 FROM competency LIMIT 1'), /denied/, 'R-ROL-10');
});

test('all of it stands in the chain', () => {
	const said = spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' });
	assert.equal(said.status, 0, said.stdout + said.stderr);
	assert.equal(count('course_record c WHERE NOT EXISTS (SELECT 1 FROM chain_link l WHERE l.kind = \'COURSE\' AND l.row_id = c.id)'), 0);
});
