// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test import_pages.test.mjs: the pages of the program import.  The clock's part is
// driven by hand here, as it would write it; import_clock.test.mjs lets the clock itself go round.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { head_seal, link_hash } from './chain.mjs';
import { count, demo, log_in, login, one, person, quote, secret, sql, stack, today } from './lib.mjs';

const east = 'hanne.vestergaard@logbog.example', south = 'ole.bisgaard@logbog.example', leader = 'dorthe.ravn@logbog.example';
const cpr_of = (email) => demo.people.find((p) => p.email === email).cpr;
const region = (code) => Number(one(`SELECT id FROM training_region WHERE code = ${quote(code)}`));
const mark = `${Date.now()}`;
const last = (table) => Number(one(`SELECT COALESCE(MAX(id), 0) FROM ${table}`));
const says = (page, what) => assert.ok(what.test(page.text), `${page.brief} does not say ${what}: ${page.text.slice(0, 900)}`);
const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');

let vus, ole, national;
before(async () => {
	vus = await login(east, 'VUS');
	ole = await login(south, 'VUS');
	national = await login(leader, 'PROJEKTLEDER');
});

/* Nothing waits for the clock when others let it go round. */
after(() => {
	sql(`UPDATE import_run SET state = 'FORTRUDT' WHERE state IN ('MODTAGET', 'BESTILT', 'I_GANG', 'TILBAGE_BESTILT')`);
	sql(`UPDATE feed SET active = 0 WHERE address LIKE '%${mark}%'`);
	sql(`UPDATE feed_record SET state = 'AFVIST', body = 'x', cpr_find = UNHEX(SHA2(CONCAT('aside', id), 256)) WHERE source_id LIKE '%${mark}%'`);
	sql(`UPDATE training_region SET guidance = ''`);
});

// --- files ----------------------------------------------------------------------------------

const csv = (more = mark) => Buffer.from(`person_id;navn\n1;Prøve ${more}\n`);
async function send(browser, bytes, fields = {}, filename = 'læger.csv') {
	await browser.get('/import/filer');
	return browser.submit('/import/filer', { form: 'PERSONER', ...fields }, { files: { fil: { filename, bytes } }, stay: true });
}
/* A run in that state, as if the clock had come so far. */
async function run_in(state, more, browser = vus) {
	const answer = await send(browser, csv(`${mark} ${more}`));
	assert.equal(answer.status, 303, answer.brief);
	const id = last('import_run');
	sql(`UPDATE import_run SET state = ${quote(state)}, total = 4, done = 4, fresh = 1, changed = 1, same = 1, refused = 1 WHERE id = ${id}`);
	sql(`INSERT INTO import_line (run, n, line, what, label, detail) VALUES (${id}, 1, 2, 'NY', 'Anna Ny', 'Hoveduddannelse, Geriatri'),
		(${id}, 2, 3, 'AENDRET', 'Bo Ændret', 'E-mail: a@example.dk → b@example.dk\nMobil: 12 → 34'),
		(${id}, 3, 5, 'AFVIST', 'Cæcilie Afvist', 'Afdelingen 9999 <b>findes</b> ikke.')`);
	return id;
}
const state = (id) => one(`SELECT state FROM import_run WHERE id = ${id}`);

test('R_BRU_04_a_file_is_sealed_and_put_down_to_be_read_and_nothing_else', async () => {
	const persons = count('person'), bytes = csv('sealed ' + mark);
	const answer = await send(vus, bytes, {}, 'C:\\filer\\læger.csv');
	assert.equal(answer.status, 303, answer.brief);
	const id = last('import_run');
	assert.equal(answer.location, `/import/koersler/${id}`);
	assert.deepEqual(sql(`SELECT form, way, region, file_name, state, made_by, as_role, HEX(content) FROM import_run WHERE id = ${id}`)[0],
		['PERSONER', 'FIL', String(region('OEST')), 'læger.csv', 'MODTAGET', String(person(east)), 'VUS', sha(bytes).toUpperCase()]);
	const sealed = one(`SELECT HEX(sealed) FROM import_file WHERE sha256 = UNHEX('${sha(bytes)}')`);
	assert.ok(sealed.length > 2 * bytes.length);
	assert.ok(!sealed.includes(bytes.toString('hex').toUpperCase()));
	assert.equal(count('person'), persons);
	const page = await vus.get(answer.location);
	says(page, /Modtaget, bliver læst om lidt/);
	says(page, /Hanne/);
});

test('the same file again is told of with a link and can still be read again', async () => {
	const bytes = csv('again ' + mark), first = await send(vus, bytes);
	const before = count('import_run'), again = await send(vus, bytes, {}, 'anden.csv');
	assert.equal(again.status, 409);
	says(again, /Den samme fil er sendt før/);
	assert.ok(again.links.includes(first.location));
	assert.equal(count('import_run'), before);
	sql(`UPDATE import_run SET state = 'UDFOERT' WHERE id = ${first.location.split('/').at(-1)}`);
	const page = await vus.submit('/import/filer/igen', {}, { from: again, stay: true });
	assert.equal(page.status, 303);
	assert.notEqual(page.location, first.location);
	assert.equal(state(last('import_run')), 'MODTAGET');
	const twice = await vus.submit('/import/filer/igen', {}, { from: again, stay: true });
	assert.equal(twice.location, page.location, 'the second click leads to the run of the first');
	assert.equal(count('import_run'), before + 1);
});

test('the same bytes sent by another region are nobody else s news, and cannot be read by their hash', async () => {
	const bytes = csv('shared ' + mark);
	assert.equal((await send(vus, bytes)).status, 303);
	const token = await ole.token('/import/filer');
	const stolen = await ole.post('/import/filer/igen', { formular: token, form: 'PERSONER', indhold: sha(bytes), navn: 'x' });
	assert.equal(stolen.status, 409);
	const answer = await send(ole, bytes);
	assert.equal(answer.status, 303, answer.brief);
	assert.equal(one(`SELECT region FROM import_run WHERE id = ${last('import_run')}`), String(region('SYD')));
	assert.equal(count(`import_file WHERE sha256 = UNHEX('${sha(bytes)}')`), 1);
});

test('what is no file of ours is refused beside the field with what to do', async () => {
	const before = count('import_run');
	for (const [bytes, why] of [[Buffer.alloc(0), /Filen er tom/], [Buffer.from('PK\x03\x04\0\0'), /ikke CSV eller JSON.*gem den som CSV/],
		[Buffer.from('%PDF-1.7 x'), /ikke CSV eller JSON/], [Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), /mere end 20 MB/]]) {
		const page = await send(vus, bytes);
		assert.equal(page.status, 422, page.brief);
		assert.match(page.faults.join(), why);
	}
	const none = await vus.submit('/import/filer', { form: 'PERSONER' }, { from: '/import/filer', files: {}, stay: true });
	assert.deepEqual(none.faults, ['Vælg en fil.']);
	const no_form = await vus.submit('/import/filer', {}, { from: '/import/filer', files: { fil: { filename: 'a.csv', bytes: csv() } }, stay: true });
	assert.deepEqual(no_form.faults, ['Vælg, hvad der er i filen.']);
	const named = await send(vus, csv(), {}, 'læge 010190-1234.csv');
	assert.match(named.faults.join(), /Omdøb filen/, 'a CPR number is no part of the name of a file');
	const large = await send(vus, Buffer.alloc(22 * 1024 * 1024, 'a'));
	assert.equal(large.status, 413);
	says(large, /højst fylde 20 MB/);
	assert.equal(count('import_run'), before);
});

test('a file of 20 MB is taken', async () => {
	const answer = await send(vus, Buffer.alloc(20 * 1024 * 1024, `${mark} `));
	assert.equal(answer.status, 303, answer.brief);
	sql(`UPDATE import_run SET state = 'FORTRUDT' WHERE id = ${last('import_run')}`);
});

test('leaders and places are the project leader s; a secretariat is told so', async () => {
	const page = await vus.get('/import/filer');
	says(page, /Kursusledere og steder importeres af projektlederen/);
	assert.doesNotMatch(page.html, /value="STEDER"/);
	const refused = await send(vus, csv('leaders'), { form: 'STEDER' });
	assert.equal(refused.status, 422);
	assert.match(refused.faults.join(), /projektlederen/);
	const taken = await send(national, csv('places ' + mark), { form: 'STEDER' });
	assert.equal(taken.status, 303, taken.brief);
	assert.deepEqual(sql(`SELECT form, region, as_role FROM import_run ORDER BY id DESC LIMIT 1`)[0], ['STEDER', null, 'PROJEKTLEDER']);
});

test('a file sent when the session had run out is kept and goes on after the login', async () => {
	const b = await login(east, 'VUS', { anew: true });
	await b.get('/import/filer');
	const kept = csv('kept ' + mark);
	sql(`UPDATE session SET seen = seen - INTERVAL 3 HOUR WHERE person = ${person(east)} ORDER BY id DESC LIMIT 1`);
	const away = await b.submit('/import/filer', { form: 'PERSONER' }, { files: { fil: { filename: 'a.csv', bytes: kept } }, stay: true });
	assert.match(away.location, /\/adgang\/log-ind.*besked=gemt/);
	await b.get(away.location);
	const back = await log_in(b, east);
	assert.match(back.heading + back.text, /gemt|Fortsæt|skrev/i);
	const form = back.forms.find((f) => f.action === '/import/filer');
	assert.ok(form, back.brief);
	const answer = await b.submit('/import/filer', {}, { from: back, stay: true });
	assert.equal(answer.status, 303, answer.brief);
	assert.equal(count(`import_file WHERE sha256 = UNHEX('${sha(kept)}')`), 1);
});

test('what a file must hold and an example of each can be had', async () => {
	const page = await vus.get('/import/filer');
	const examples = page.links.filter((l) => l.startsWith('/import/filer/eksempel'));
	assert.ok(examples.length >= 3);
	for (const at of examples) {
		const file = await vus.get(at);
		assert.equal(file.status, 200, file.brief);
		assert.match(file.headers['content-disposition'], /attachment/);
	}
	assert.equal((await vus.get('/import/filer/eksempel?form=../../etc/passwd&slags=csv')).status, 404);
	const about = await vus.get('/import/filer/indhold');
	assert.equal(about.status, 200);
	assert.match(about.text, /cpr/i);
});

// --- runs -----------------------------------------------------------------------------------

test('while the clock is at it the page shows how far and asks for itself again without scripts', async () => {
	const id = await run_in('I_GANG', 'progress');
	sql(`UPDATE import_run SET done = 2 WHERE id = ${id}`);
	const page = await vus.get(`/import/koersler/${id}`);
	assert.equal(page.headers.refresh, '3');
	says(page, /I gang 2 af 4/);
	const still = await vus.get(`/import/koersler/${id}?opdater=nej`);
	assert.equal(still.headers.refresh, undefined);
	sql(`UPDATE import_run SET state = 'UDFOERT' WHERE id = ${id}`);
	assert.equal((await vus.get(`/import/koersler/${id}`)).headers.refresh, undefined);
});

test('a run that has waited long says so, and whom to call', async () => {
	const id = await run_in('BESTILT', 'late');
	assert.doesNotMatch((await vus.get(`/import/koersler/${id}`)).text, /længere end ellers/);
	sql(`UPDATE import_run SET at = at - INTERVAL 11 MINUTE WHERE id = ${id}`);
	assert.equal((await vus.get(`/import/koersler/${id}`)).headers.refresh, undefined, 'a page left open does not keep its session alive for ever');
	sql(`UPDATE import_run SET ordered = UTC_TIMESTAMP() WHERE id = ${id}`);
	assert.equal((await vus.get(`/import/koersler/${id}`)).headers.refresh, '3', 'it counts from when it was ordered');
	sql(`UPDATE import_run SET ordered = NULL WHERE id = ${id}`);
	says(await vus.get(`/import/koersler/${id}`), /længere end ellers.*ring til hjælpen/);
	sql(`UPDATE import_run SET state = 'FORTRUDT' WHERE id = ${id}`);
});

test('R_BRU_04_rows_are_shown_new_changed_with_old_and_new_refused_with_reason', async () => {
	const id = await run_in('LAEST', 'rows'), at = `/import/koersler/${id}`;
	const page = await vus.get(at);
	says(page, /Anna Ny.*Bo Ændret.*E-mail: a@example.dk → b@example.dk Mobil: 12 → 34.*Cæcilie Afvist.*<b>findes<\/b> ikke/);
	says(page, /4 i alt: 1 nye, 1 ændrede, 1 uændrede, 1 afviste/);
	const refused = await vus.get(`${at}?vis=afviste`);
	says(refused, /Cæcilie Afvist/);
	assert.doesNotMatch(refused.text, /Anna Ny/);
	says(await vus.get(`${at}?vis=nonsens`), /Anna Ny.*Cæcilie/);
});

test('long runs are shown fifty rows at a time', async () => {
	const id = await run_in('LAEST', 'long');
	sql(`INSERT INTO import_line (run, n, line, what, label, detail) SELECT ${id}, 10 + seq, seq, 'VENTER', CONCAT('Venter ', seq), '' FROM seq_1_to_120`);
	const shown = (page) => [...page.text.matchAll(/Venter (\d+)/g)].length;
	const first = await vus.get(`/import/koersler/${id}?vis=venter`);
	const second = await vus.get(first.links.find((l) => /side=2/.test(l)));
	const third = await vus.get(second.links.find((l) => /side=3/.test(l)));
	assert.deepEqual([first, second, third].map((p) => shown(p) >= 50 ? 50 : 20), [50, 50, 20]);
	assert.ok(!third.links.some((l) => /side=4/.test(l)));
});

test('carried out once: a double click and a second tab change nothing more', async () => {
	const id = await run_in('LAEST', 'order'), at = `/import/koersler/${id}`;
	const page = await vus.get(at), tab = await vus.copy().get(at);
	const done = await vus.submit(`${at}/udfoer`, {}, { from: page, stay: true });
	assert.equal(done.location, at);
	assert.equal(state(id), 'BESTILT');
	assert.equal(one(`SELECT ordered_by FROM import_run WHERE id = ${id}`), String(person(east)));
	const twice = await vus.submit(`${at}/udfoer`, {}, { from: page, stay: true });
	assert.equal(twice.location, at, 'the same again is as good as done');
	const other = await vus.submit(`${at}/lad-vaere`, {}, { from: tab });
	says(other, /Nogen var hurtigere/);
	assert.equal(state(id), 'BESTILT');
	assert.equal(count(`audit WHERE object = 'import_run' AND object_id = ${id} AND action = 'carry out import'`), 1);
});

test('two who press at the same time: one counts', async () => {
	const id = await run_in('LAEST', 'race'), at = `/import/koersler/${id}`;
	const page = await vus.get(at);
	const answers = await Promise.all([1, 2, 3, 4].map((n) => vus.copy().submit(`${at}/${n % 2 ? 'udfoer' : 'lad-vaere'}`, {}, { from: page, stay: true })));
	assert.ok(answers.every((a) => a.status === 303));
	assert.equal(count(`audit WHERE object = 'import_run' AND object_id = ${id} AND action IN ('carry out import', 'leave import')`), 1);
});

test('left alone it is let go of and can not be carried out', async () => {
	const id = await run_in('LAEST', 'leave'), at = `/import/koersler/${id}`;
	const page = await vus.get(at);
	await vus.submit(`${at}/lad-vaere`, {}, { from: page });
	assert.equal(state(id), 'FORTRUDT');
	await vus.submit(`${at}/udfoer`, {}, { from: page });
	assert.equal(state(id), 'FORTRUDT');
});

test('a run that was refused whole says why and what to do', async () => {
	const id = await run_in('AFVIST', 'refused');
	sql(`UPDATE import_run SET said = 'Kolonnen cpr mangler.' WHERE id = ${id}`);
	const page = await vus.get(`/import/koersler/${id}`);
	says(page, /Importen er afvist Kolonnen cpr mangler\. Intet er ændret\. Ret filen/);
	assert.equal(page.form(`/import/koersler/${id}/udfoer`), undefined);
});

test('taken back after a page that says what it does; what stands in the way is told', async () => {
	const id = await run_in('UDFOERT', 'back'), at = `/import/koersler/${id}`;
	const page = await vus.get(at);
	assert.ok(page.links.includes(`${at}/tilbage`));
	const sure = await vus.get(`${at}/tilbage`);
	says(sure, /1 nye og 1 ændrede rækker bliver taget tilbage/);
	await vus.submit(`${at}/tilbage`, {}, { from: sure });
	assert.deepEqual(sql(`SELECT state, undone_by FROM import_run WHERE id = ${id}`)[0], ['TILBAGE_BESTILT', String(person(east))]);
	await vus.submit(`${at}/tilbage`, {}, { from: sure });
	assert.equal(count(`audit WHERE object_id = ${id} AND action = 'take import back'`), 1);
	sql(`UPDATE import_run SET state = 'UDFOERT', said = 'Anna Ny er logget ind siden.' WHERE id = ${id}`);
	says(await vus.get(at), /kunne ikke tages tilbage: Anna Ny er logget ind siden/);
	assert.equal((await vus.get(`/import/koersler/${await run_in('LAEST', 'early')}/tilbage`)).heading.startsWith('Import '), true);
});

test('a secretariat sees the runs of its own region, the project leader all', async () => {
	const id = await run_in('LAEST', 'scope'), at = `/import/koersler/${id}`;
	assert.equal((await ole.get(at)).status, 404);
	assert.equal((await ole.get(`${at}/tilbage`)).status, 404);
	const token = await ole.token('/import/filer');
	for (const what of ['udfoer', 'lad-vaere', 'tilbage'])
		assert.equal((await ole.post(`${at}/${what}`, { formular: token })).status, 404, what);
	assert.equal(state(id), 'LAEST');
	assert.ok(!(await ole.get('/import/koersler')).links.includes(at));
	assert.ok((await vus.get('/import/koersler?form=PERSONER')).links.includes(at));
	assert.ok(!(await vus.get('/import/koersler?form=KBU')).links.includes(at));
	const all = await national.get('/import/koersler');
	assert.ok(all.links.includes(at));
	says(all, /Videreuddannelsesregion Øst|Øst/);
	assert.equal((await national.get(at)).status, 200);
});

test('T_005_the_role_in_use_decides_what_is_offered_and_is_what_the_audit_says', async () => {
	assert.ok((await vus.get('/import/bruger')).menu.includes('/import/bruger'));
	assert.ok(vus.page.links.includes('/import/sammenlaeg'));
	assert.ok(!(await national.get('/import/bruger')).links.includes('/import/sammenlaeg'));
	const id = await run_in('LAEST', 'role');
	await national.submit(`/import/koersler/${id}/lad-vaere`, {}, { from: `/import/koersler/${id}` });
	assert.deepEqual(sql(`SELECT action, role FROM audit WHERE object = 'import_run' AND object_id = ${id} ORDER BY id`),
		[['send file', 'VUS'], ['leave import', 'PROJEKTLEDER']]);
});

test('the account of the program may put down no run in the name of somebody who is not logged in, and no state of the clock', async () => {
	const { execFileSync } = await import('node:child_process');
	const as_import = (statement) => {
		try {
			execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-import', stack.DATABASE, '-e', statement], { stdio: 'pipe' });
			return 'done';
		} catch (error) {
			return error.stderr.toString();
		}
	};
	const id = await run_in('LAEST', 'account');
	const asleep = one(`SELECT h.person FROM user_role h WHERE h.role = 'VUS' AND NOT EXISTS (SELECT 1 FROM session s WHERE s.person = h.person AND s.ended IS NULL) LIMIT 1`)
		?? person('aagot.aebeloe@logbog.example');
	sql(`UPDATE session SET ended = UTC_TIMESTAMP() - INTERVAL 1 DAY, made = made - INTERVAL 3 DAY WHERE person = ${asleep} AND ended IS NULL`);
	const content = `(SELECT MIN(content) FROM (SELECT content FROM import_run WHERE content IS NOT NULL) x)`;
	for (const [why, statement] of [
		['nobody logged in', `INSERT INTO import_run (form, way, region, file_name, content, state, made_by, as_role, at, day)
			SELECT 'PERSONER', 'FIL', h.region, 'x', ${content}, 'MODTAGET', h.person, 'VUS', UTC_TIMESTAMP(), UTC_DATE() FROM user_role h WHERE h.person = ${asleep} AND h.role = 'VUS'`],
		['another region', `INSERT INTO import_run (form, way, region, file_name, content, state, made_by, as_role, at, day)
			VALUES ('PERSONER', 'FIL', ${region('NORD')}, 'x', ${content}, 'MODTAGET', ${person(east)}, 'VUS', UTC_TIMESTAMP(), UTC_DATE())`],
		['ordered at once', `INSERT INTO import_run (form, way, region, file_name, content, state, made_by, as_role, at, day)
			VALUES ('PERSONER', 'FIL', ${region('OEST')}, 'x', ${content}, 'BESTILT', ${person(east)}, 'VUS', UTC_TIMESTAMP(), UTC_DATE())`],
		['done', `UPDATE import_run SET state = 'UDFOERT' WHERE id = ${id}`],
		['going on', `UPDATE import_run SET state = 'I_GANG' WHERE id = ${id}`],
		['taken back', `UPDATE import_run SET state = 'TAGET_TILBAGE' WHERE id = ${id}`],
		['its counts', `UPDATE import_run SET total = 1 WHERE id = ${id}`],
		['what it found', `INSERT INTO import_line (run, n, line, what, label, detail) VALUES (${id}, 99, 1, 'NY', 'x', '')`],
		['a person', `UPDATE person SET email = 'x@example.dk' WHERE id = ${person(south)}`],
		['a CPR number', `UPDATE person SET cpr_find = UNHEX(SHA2('x', 256)) WHERE id = ${person(south)}`],
		['a role', `UPDATE user_role SET person = ${person(east)} WHERE role = 'PROJEKTLEDER'`],
		['a course', `UPDATE training_course SET doctor = ${person(east)} LIMIT 1`],
		['an element', `UPDATE element SET doctor = ${person(east)} LIMIT 1`],
		['a session', `UPDATE session SET ended = UTC_TIMESTAMP() WHERE person = ${person(south)}`],
		['a merge', `INSERT INTO person_merge (kept, gone, reason, before_them, given_by, by_name, as_role, at)
			VALUES (${person(south)}, ${person(east)}, 'x', '', ${person(east)}, 'x', 'VUS', UTC_TIMESTAMP())`],
		['a file read', `SELECT sealed FROM import_file LIMIT 1`],
		['a password', `SELECT password FROM credential LIMIT 1`],
	])
		assert.match(as_import(statement), /not for this account|denied/, why);
	assert.equal(state(id), 'LAEST');
});

// --- one person -----------------------------------------------------------------------------

/* Somebody whom a feed has told of.  What is sealed is sealed by the page: a file with these bytes. */
let told_so_far = 0;
async function told({ name, cpr = '710190-1234', email = 'told@example.dk', course = 'OEST', find, region: of = 'NULL' }) {
	const id = `told-${++told_so_far}-${mark}`;
	secret(cpr, cpr.replace('-', ''));
	const json = JSON.stringify({ person_id: id, navn: name, cpr: cpr.replace('-', ''), ...(email ? { email } : {}), mobil: '+4520304050', forloeb: [{
		forloeb_id: `f-${id}`, kilde: 'REGION', uddannelse: 'INTRO', speciale: 'geriatri', region: course, forloebsnummer: 'I-7', delforloeb: [{
			delforloeb_id: 'd1', sted: 'DEMO-FJO-M', fra: '2027-03-01', til: '2028-02-28', procent: 100, type: 'ORDINARY' }] }] });
	const bytes = Buffer.from(json);
	const sent = await send(vus, bytes);
	assert.equal(sent.status, 303, sent.brief);
	sql(`UPDATE import_run SET state = 'FORTRUDT' WHERE id = ${last('import_run')}`);
	sql(`INSERT INTO feed_record (source, source_id, region, cpr_find, name, body, body_hash, due, state, first_seen, last_seen)
		SELECT 'EVALUER', '${id}', ${of}, ${find ?? `UNHEX(SHA2('${id}', 256))`}, ${quote(name)}, sealed, sha256, '2027-04-01', 'VENTER', UTC_TIMESTAMP(), UTC_TIMESTAMP()
		  FROM import_file WHERE sha256 = UNHEX('${sha(bytes)}')`);
	return last('feed_record');
}
const look_up = (q, b = vus) => b.submit('/import/bruger', { q }, { from: '/import/bruger' });

test('R_BRU_01_the_region_writes_its_own_guidance_and_it_stands_on_top', async () => {
	const text = `Ring til Jette <b>først</b>.\nKun læger i Øst, ${mark}.`;
	says(await vus.get('/import/bruger'), /Regionen har ikke skrevet en vejledning/);
	const page = await vus.submit('/import/vejledning', { vejledning: text }, { from: '/import/vejledning' });
	says(page, /Regionens vejledning er gemt/);
	says(page, /Ring til Jette <b>først<\/b>\. Kun læger i Øst/);
	assert.ok(page.html.indexOf('Ring til Jette') < page.html.indexOf('role="search"'));
	assert.doesNotMatch((await ole.get('/import/bruger')).text, /Ring til Jette/);
	const long = await vus.submit('/import/vejledning', { vejledning: 'x'.repeat(4001) }, { from: '/import/vejledning' });
	assert.equal(long.status, 422);
	const number = await vus.submit('/import/vejledning', { vejledning: 'Som 010190-1234' }, { from: '/import/vejledning' });
	assert.match(number.faults.join(), /CPR-nummer/);
	assert.match((await vus.get('/import/vejledning')).html, /Ring til Jette/);
});

test('T_023_R_BRU_02_one_person_is_looked_up_by_name_previewed_and_asked_for_at_once', async () => {
	const name = `Introlæge Æbleskov ${'x'.repeat(3)}`, record = await told({ name });
	const found = await look_up('ntrolæge æble');
	assert.match(found.at, /^\/import\/bruger\?q=/, 'a name has an address, so that the way back leads to it');
	says(found, /Introlæge Æbleskov xxx 710190-•••• evaluer\.dk Venter på sin dag: kommer ind 01\.04\.2027/);
	assert.doesNotMatch(found.text, /710190-1234|7101901234/);
	const page = await vus.get(`/import/bruger/${record}`);
	says(page, /Introduktionsuddannelse, Intern medicin: geriatri/);
	says(page, /Medicinsk Afdeling M.*01\.03\.2027.*28\.02\.2028.*100 %/);
	says(page, /told@example\.dk/);
	const run = await vus.submit(`/import/bruger/${record}`, {}, { from: page });
	const id = last('import_run');
	assert.equal(run.at, `/import/koersler/${id}`);
	assert.deepEqual(sql(`SELECT form, way, region, record, state, made_by FROM import_run WHERE id = ${id}`)[0],
		['PERSONER', 'BRUGER', String(region('OEST')), String(record), 'BESTILT', String(person(east))]);
	says(run, /Én læge: Introlæge Æbleskov/);
	const twice = await vus.submit(`/import/bruger/${record}`, {}, { from: page });
	assert.equal(twice.at, `/import/koersler/${id}`, 'a double click leads to the same run');
	assert.equal(count(`import_run WHERE record = ${record}`), 1);
	says(await vus.get(`/import/bruger/${record}`), /Importen er allerede bestilt/);
});

test('a cpr number is looked up exactly, has no address, and whoever is in the logbook is linked to', async () => {
	const email = 'freja.mikkelsen@logbog.example', cpr = cpr_of(email), id = person(email);
	const record = await told({ name: `Freja Anderledes`, cpr, find: `(SELECT cpr_find FROM person WHERE id = ${id})` });
	const page = await look_up(cpr);
	assert.equal(page.at, '/import/bruger');
	says(page, /Lægen er i logbogen: Freja Mikkelsen/);
	assert.ok(page.links.includes(`/sekretariat/brugere/${id}`) && page.links.includes(`/import/bruger/${record}`));
	const preview = await vus.get(`/import/bruger/${record}`);
	says(preview, /Lægen er i logbogen: Freja Mikkelsen/);
	says(preview, /Hvad kilden fortæller.*Hvad logbogen har.*Hoveduddannelse/);
	assert.ok(count(`audit WHERE action = 'search import by cpr' AND person = ${person(east)}`) > 0);
});

test('nobody found says how to make a user by hand', async () => {
	for (const q of ['Findes Slet Ikke', '710190-9999']) {
		const page = await look_up(q);
		says(page, /Ingen fundet i det, som kilderne har fortalt/);
		assert.ok(page.links.includes('/sekretariat/brugere/ny'));
	}
	for (const [q, why] of [['7101901', /ti cifre/], ['990190-1234', /dato, der ikke findes/], ['x', /mindst to bogstaver/]]) {
		const page = await look_up(q);
		assert.equal(page.status, 422);
		assert.match(page.faults.join(), why, q);
	}
	assert.equal((await look_up('%')).status, 422);
	says(await look_up('%%%'), /Ingen fundet/);
});

test('R_BRU_06_what_is_missing_is_said_before_the_import', async () => {
	const record = await told({ name: 'Uden Mail', email: null });
	says(await vus.get(`/import/bruger/${record}`), /E-mail Mangler.*mailen med adgang bliver holdt tilbage/);
});

test('a person of another region is not shown, and one with posts elsewhere is not asked for here', async () => {
	const theirs = await told({ name: 'Region Syd Alene', region: region('SYD') });
	assert.equal((await vus.get(`/import/bruger/${theirs}`)).status, 404);
	assert.equal((await ole.get(`/import/bruger/${theirs}`)).status, 200);
	assert.doesNotMatch((await look_up('Syd Alene')).text, /Region Syd Alene/);
	const elsewhere = await told({ name: 'Forløb I Syd', course: 'SYD' });
	const page = await vus.get(`/import/bruger/${elsewhere}`);
	says(page, /Alle forløb hører under Videreuddannelsesregion Syd/);
	assert.equal(page.form(`/import/bruger/${elsewhere}`), undefined);
});

test('what is sealed under another key is said, not shown', async () => {
	const record = await told({ name: 'Lukket Inde' });
	sql(`UPDATE feed_record SET body = 'nonsense' WHERE id = ${record}`);
	const page = await vus.get(`/import/bruger/${record}`);
	assert.equal(page.status, 200);
	says(page, /kan ikke åbnes/);
	says(await look_up('Lukket Inde'), /Lukket Inde/);
});

// --- feeds ----------------------------------------------------------------------------------

const feed_fields = (more = {}) => ({ kilde: 'EVALUER', form: 'PERSONER', vej: 'HTTPS', adresse: `https://data.${mark}.example.dk/a.csv`, aktiv: '1', ...more });
const add_feed = (b, more) => b.submit('/import/kilder/ny', feed_fields(more), { from: '/import/kilder/ny' });

test('a secretariat keeps the feeds of its region, the project leader those of the country', async () => {
	says(await add_feed(vus), /Kilden er tilføjet/);
	const own = last('feed');
	assert.deepEqual(sql(`SELECT region, changed_by, active FROM feed WHERE id = ${own}`)[0], [String(region('OEST')), String(person(east)), '1']);
	says(await add_feed(national, { adresse: `https://landet.${mark}.example.dk/` }), /Kilden er tilføjet/);
	const land = last('feed');
	assert.equal(one(`SELECT region FROM feed WHERE id = ${land}`), null);
	const list = await vus.get('/import/kilder');
	assert.ok(list.links.includes(`/import/kilder/${own}`) && !list.links.includes(`/import/kilder/${land}`));
	assert.doesNotMatch(list.text, /landet\./, 'the address of a national feed is nobody else s');
	assert.ok(!(await ole.get('/import/kilder')).links.includes(`/import/kilder/${own}`));
	assert.doesNotMatch((await ole.get('/import/kilder')).text, new RegExp(`data.${mark}`));
	assert.equal((await ole.get(`/import/kilder/${own}`)).status, 404);
	assert.equal((await vus.get(`/import/kilder/${land}`)).status, 404);
	assert.equal((await national.get(`/import/kilder/${own}`)).status, 404);
	const token = await ole.token('/import/kilder/ny');
	assert.equal((await ole.post(`/import/kilder/${own}`, { formular: token, ...feed_fields({ adresse: 'https://tyv.example.dk/' }) })).status, 404);
});

test('a feed is switched off, and forgets what it knew of another address', async () => {
	await add_feed(vus, { adresse: `https://gammel.${mark}.example.dk/` });
	const id = last('feed'), at = `/import/kilder/${id}`;
	sql(`UPDATE feed SET etag = 'abc', modified = 'x', checked = UTC_TIMESTAMP(), said = 'Hentet.' WHERE id = ${id}`);
	says(await vus.get('/import/kilder'), /Hentet\./);
	const form = await vus.get(at);
	says(await vus.submit(at, { aktiv: undefined }, { from: form }), /Kilden er rettet/);
	assert.deepEqual(sql(`SELECT active, etag FROM feed WHERE id = ${id}`)[0], ['0', 'abc']);
	await vus.submit(at, { adresse: `https://ny.${mark}.example.dk/` }, { from: at });
	assert.deepEqual(sql(`SELECT etag, modified, checked, said FROM feed WHERE id = ${id}`)[0], ['', '', null, '']);
});

test('nobody makes the clock read what it should not', async () => {
	const before = count('feed');
	for (const adresse of ['/etc', '/etc/passwd', '/var/lib/logbook/feeds', '/var/lib/logbook/feeds/oest/../syd/a', '/var/lib/logbook/feeds/syd/a', '/var/lib/logbook/feeds/landet/a', 'a/b']) {
		const page = await add_feed(vus, { vej: 'MAPPE', adresse });
		assert.equal(page.status, 422, adresse);
		assert.match(page.faults.join(), /skal ligge under \/var\/lib\/logbook\/feeds\/oest\//);
		assert.ok(page.html.includes(`value="${adresse}"`), 'what was typed is still there');
	}
	for (const adresse of ['http://a.example.dk/', 'https://u:p@a.example.dk/', 'https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'file:///etc/passwd', ''])
		assert.equal((await add_feed(vus, { adresse })).status, 422, adresse);
	assert.match((await add_feed(vus, { adresse: `https://a.example.dk/${cpr_of('freja.mikkelsen@logbog.example')}` })).faults.join(), /CPR-nummer/);
	assert.match((await add_feed(vus, { form: 'KURSUSLEDERE' })).faults.join(), /projektlederens kilder/);
	assert.match((await add_feed(vus, { kilde: undefined })).faults.join(), /Vælg/);
	assert.equal(count('feed'), before);
	says(await add_feed(vus, { vej: 'MAPPE', adresse: `/var/lib/logbook/feeds/oest/m${mark}` }), /Kilden er tilføjet/);
	assert.match((await add_feed(vus, { vej: 'MAPPE', adresse: `/var/lib/logbook/feeds/oest/m${mark}` })).faults.join(), /allerede en kilde/);
});

// --- two that are one -----------------------------------------------------------------------

/* Somebody with a number of that kind, and what is told; goes away with the mark in the name. */
let made_so_far = 0;
function make({ kind, name, born = '1991-02-03', email, course = 'OEST', role = 'UL' }) {
	const n = ++made_so_far, find = sha(`merge-${n}-${mark}`);
	sql(`INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed) VALUES (${quote(name)},
		${email === null ? 'NULL' : quote(email ?? `m${n}.${mark}@example.dk`)}, '+4520304044', '${born}', '${kind}', UNHEX('${find}'), UNHEX('${sha(`sealed-${n}`)}'))`);
	const id = last('person');
	for (const word of name.split(' '))
		sql(`INSERT INTO person_word VALUES (${quote(word)}, ${id})`);
	sql(`INSERT INTO user_role (person, role, since) VALUES (${id}, '${role}', '2020-01-01')`);
	if (course) {
		sql(`INSERT INTO training_course (doctor, stage, region, number, since, until) VALUES (${id}, 'INTRO', ${region(course)}, 'M-${n}', '2026-01-01', '2027-01-01')`);
		const c = last('training_course');
		sql(`INSERT INTO element (course, doctor, seq, org_unit, since, until) SELECT ${c}, ${id}, 1, id, '2026-01-01', '2027-01-01' FROM org_unit WHERE code = 'DEMO-FJO-M'`);
		sql(`INSERT INTO course_curriculum (course, curriculum, doctor) SELECT ${c}, MIN(id), ${id} FROM curriculum WHERE code = 'demo-intro-medicin'`);
	}
	return { id, find: find.toUpperCase(), name };
}
const identity = (id) => sql(`SELECT cpr_kind, born, HEX(cpr_find), HEX(cpr_sealed), gone, merged_into FROM person WHERE id = ${id}`)[0];
/* Something in the logbook of that person, put there by the owner of the database. */
const write_in = (id) => {
	const [element, unit] = sql(`SELECT id, org_unit FROM element WHERE doctor = ${id}`)[0];
	sql(`INSERT INTO approval (doctor, competency, step, status, kind, element, org_unit, given_by, by_name, as_role, place, at)
		SELECT ${id}, MIN(c.id), 1, 'REQUESTED', 'ORDINARY', ${element}, ${unit}, ${id}, 'x', 'UL', 'x', UTC_TIMESTAMP()
		  FROM competency c JOIN course_curriculum k ON k.curriculum = c.curriculum WHERE k.doctor = ${id}`);
	const [[row, competency, at]] = sql(`SELECT id, competency, UNIX_TIMESTAMP(at) FROM approval WHERE doctor = ${id}`);
	const key = fs.readFileSync(path.join(stack.KEYS, 'chain'));
	const hash = link_hash(key, id, 1, 'APPROVAL', Buffer.alloc(32), { id: row, doctor: id, competency, step: 1, status: Buffer.from('REQUESTED'),
		kind: Buffer.from('ORDINARY'), element, org_unit: unit, merit: null, rating: null, words: null, given_by: id, by_name: Buffer.from('x'),
		as_role: Buffer.from('UL'), place: Buffer.from('x'), at });
	sql(`INSERT INTO chain_head (doctor, n, hash, seal) VALUES (${id}, 1, X'${hash.toString('hex')}', X'${head_seal(key, id, 1, hash).toString('hex')}')`);
	sql(`INSERT INTO chain_link (doctor, n, kind, row_id, hash) VALUES (${id}, 1, 'APPROVAL', ${row}, X'${hash.toString('hex')}')`);
};
const merge = (a, b, fields = {}, browser = vus) => browser.submit(`/import/sammenlaeg/${a}/${b}`,
	{ begrundelse: 'Set pas og sundhedskort.', ...fields }, { from: `/import/sammenlaeg/${a}/${b}` });

test('R_BRU_05_the_two_are_found_by_name_step_by_step', async () => {
	const name = `Sammen${made_so_far} Lagt${mark.slice(-4)}abc`.replace(/\d/g, (d) => 'abcdefghij'[d]);
	const a = make({ kind: 'REPLACEMENT', name }), b = make({ kind: 'REAL', name });
	const step = (at, q) => vus.submit(at, { q }, { from: at });
	const first = await step('/import/sammenlaeg', name);
	assert.ok(first.links.includes(`/import/sammenlaeg/${a.id}`) && !first.links.includes(`/import/sammenlaeg/${b.id}`));
	const second = await step(`/import/sammenlaeg/${a.id}`, name);
	assert.ok(second.links.includes(`/import/sammenlaeg/${a.id}/${b.id}`), second.brief);
	const both = await vus.get(`/import/sammenlaeg/${a.id}/${b.id}`);
	says(both, /Erstatningspersonnummer.*03\.02\.1991.*Introduktionsuddannelse.*Rigtigt CPR-nummer.*Trin 3 af 3/);
	assert.equal((await vus.get(`/import/sammenlaeg/${b.id}/${a.id}`)).status, 404);
	assert.equal((await vus.get(`/import/sammenlaeg/${b.id}`)).status, 404);
	assert.match((await step('/import/sammenlaeg', '010190-1234')).faults.join(), /rigtigt CPR-nummer/);
	const mine = cpr_of('jonas.friis@logbog.example');
	says(await step('/import/sammenlaeg', mine), /Jonas Friis/);
	assert.match((await step(`/import/sammenlaeg/${a.id}`, mine)).faults.join(), /erstatningspersonnummer/);
});

test('R_BRU_05_the_one_that_was_written_in_goes_on_with_the_real_number_and_history_stays', async () => {
	const a = make({ kind: 'REPLACEMENT', name: 'Maria Gomez', born: '1991-02-03', email: null });
	const b = make({ kind: 'REAL', name: 'María Gómez Lund', born: '1991-02-04' });
	write_in(a.id);
	const before_a = identity(a.id), before_b = identity(b.id), mail = one(`SELECT email FROM person WHERE id = ${b.id}`);
	sql(`INSERT INTO session (token, person, stage, made, seen) VALUES (UNHEX(SHA2('s${mark}', 256)), ${b.id}, 'FULL', UTC_TIMESTAMP(), UTC_TIMESTAMP())`);
	const warned = await merge(a.id, b.id);
	assert.equal(warned.status, 422);
	assert.match(warned.faults.join(), /Sæt kryds/);
	says(warned, /Navn og fødselsdato er ikke ens/);
	assert.match((await merge(a.id, b.id, { begrundelse: ' ', kontrolleret: '1' })).faults.join(), /Skriv en begrundelse/);
	assert.match((await merge(a.id, b.id, { begrundelse: 'Har nu 010190-1234', kontrolleret: '1' })).faults.join(), /Skriv ikke CPR-numre/);
	assert.equal(count(`person_merge WHERE gone = ${b.id}`), 0);
	const done = await merge(a.id, b.id, { kontrolleret: '1' });
	says(done, /De to registreringer er blevet til én: Maria Gomez/);
	assert.deepEqual(identity(a.id), ['REAL', '1991-02-04', before_b[2], before_b[3], null, null]);
	assert.deepEqual(identity(b.id), ['REPLACEMENT', '1991-02-03', before_a[2], before_a[3], 'MERGED', String(a.id)]);
	assert.equal(one(`SELECT email FROM person WHERE id = ${a.id}`), mail, 'what the one lacked it has from the other');
	for (const table of ['training_course', 'element', 'course_curriculum'])
		assert.deepEqual([count(`${table} WHERE doctor = ${a.id}`), count(`${table} WHERE doctor = ${b.id}`)], [2, 0], table);
	assert.equal(count(`user_role WHERE person = ${a.id} AND role = 'UL'`), 1, 'the same role is not held twice');
	assert.equal(count(`session WHERE person = ${b.id} AND ended IS NULL`), 0);
	assert.equal(count(`person_word WHERE person = ${b.id}`), 0);
	assert.ok(count(`person_word WHERE person = ${a.id} AND ending = 'Gómez'`) > 0);
	assert.equal(count(`notice WHERE person = ${a.id} AND kind = 'MERGED'`), 1);
	assert.equal(count(`audit WHERE action = 'merge persons' AND object_id = ${a.id}`), 1);
	const [reason, was] = sql(`SELECT reason, before_them FROM person_merge WHERE gone = ${b.id}`)[0];
	assert.equal(reason, 'Set pas og sundhedskort.');
	assert.deepEqual([JSON.parse(was).kept.cpr_kind, JSON.parse(was).gone.name], ['REPLACEMENT', 'María Gómez Lund']);
	const again = await vus.get(`/import/sammenlaeg/${a.id}/${b.id}`);
	says(again, /Sammenlagt.*Hanne/);
	const token = await vus.token('/import/sammenlaeg');
	await vus.post(`/import/sammenlaeg/${a.id}/${b.id}`, { formular: token, begrundelse: 'igen', kontrolleret: '1' });
	assert.equal(count(`person_merge WHERE gone = ${b.id}`), 1, 'sent again it is done once');
});

test('R_BRU_05_where_nobody_has_written_the_one_with_the_real_number_goes_on', async () => {
	const a = make({ kind: 'REPLACEMENT', name: 'Ens Navn' }), b = make({ kind: 'REAL', name: 'Ens Navn', course: null });
	sql(`INSERT INTO user_role (person, role, org_unit, since) SELECT ${a.id}, 'VEJLEDER', id, '2025-01-01' FROM org_unit WHERE code = 'DEMO-FJO-M'`);
	sql(`INSERT INTO credential (person, password) VALUES (${a.id}, 'x')`);
	const before_a = identity(a.id), before_b = identity(b.id);
	says(await merge(a.id, b.id), /blevet til én: Ens Navn/);
	assert.deepEqual(identity(b.id), [...before_b.slice(0, 4), null, null]);
	assert.deepEqual(identity(a.id), [...before_a.slice(0, 4), 'MERGED', String(b.id)]);
	assert.equal(count(`training_course WHERE doctor = ${b.id}`), 1);
	assert.equal(count(`user_role WHERE person = ${b.id} AND role = 'VEJLEDER'`), 1);
	assert.equal(one(`SELECT access_due = ${today()} FROM person WHERE id = ${b.id}`), '1', 'who had chosen a password before gets a mail with access');
});

test('R_BRU_05_two_logbooks_that_were_written_in_are_not_merged_and_the_page_says_whom_to_ask', async () => {
	const a = make({ kind: 'REPLACEMENT', name: 'To Logbøger' }), b = make({ kind: 'REAL', name: 'To Logbøger' });
	write_in(a.id);
	write_in(b.id);
	const page = await vus.get(`/import/sammenlaeg/${a.id}/${b.id}`);
	says(page, /Begge logbøger er der skrevet i.*Kontakt projektlederen/);
	assert.equal(page.form(`/import/sammenlaeg/${a.id}/${b.id}`), undefined);
	const token = await vus.token('/import/sammenlaeg');
	assert.equal((await vus.post(`/import/sammenlaeg/${a.id}/${b.id}`, { formular: token, begrundelse: 'x' })).status, 409);
	assert.equal(identity(a.id)[4], null);
});

test('R_BRU_05_absence_is_something_written_in_a_logbook_which_then_goes_on', async () => {
	const a = make({ kind: 'REPLACEMENT', name: 'Fravær Ét' }), b = make({ kind: 'REAL', name: 'Fravær Ét', course: null });
	sql(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
		SELECT e.doctor, e.id, (SELECT MIN(id) FROM absence_type), e.since, e.since + INTERVAL 3 DAY, e.doctor, 'x', 'UL', UTC_TIMESTAMP() FROM element e WHERE e.doctor = ${a.id}`);
	says(await merge(a.id, b.id), /blevet til én/);
	assert.equal(identity(b.id)[4], 'MERGED');
	assert.equal(count(`absence x JOIN element e ON e.id = x.element WHERE x.doctor = ${a.id} AND e.doctor = ${a.id}`), 1);
});

test('R_BRU_05_only_within_the_region_never_oneself_and_no_rights_are_won_by_it', async () => {
	const a = make({ kind: 'REPLACEMENT', name: 'Grænse Ét' }), b = make({ kind: 'REAL', name: 'Grænse Ét', course: 'SYD' });
	const c = make({ kind: 'REAL', name: 'Grænse Ét', course: null });
	assert.equal((await vus.get(`/import/sammenlaeg/${a.id}/${b.id}`)).status, 404);
	assert.equal((await ole.get(`/import/sammenlaeg/${a.id}/${c.id}`)).status, 404);
	sql(`INSERT INTO user_role (person, role, since) VALUES (${c.id}, 'PROJEKTLEDER', '2020-01-01')`);
	says(await vus.get(`/import/sammenlaeg/${a.id}/${c.id}`), /hører under din region.*Bed projektlederen/);
	const token = await vus.token('/import/sammenlaeg');
	assert.equal((await vus.post(`/import/sammenlaeg/${a.id}/${c.id}`, { formular: token, begrundelse: 'x' })).status, 409);
	sql(`UPDATE user_role SET until = '2020-02-01' WHERE person = ${c.id} AND role = 'PROJEKTLEDER'`);
	says(await merge(a.id, c.id), /blevet til én/);
});

test('R_BRU_05_two_secretaries_at_the_same_moment_merge_once', async () => {
	const a = make({ kind: 'REPLACEMENT', name: 'Samtidig' }), b = make({ kind: 'REAL', name: 'Samtidig' });
	const page = await vus.get(`/import/sammenlaeg/${a.id}/${b.id}`);
	const answers = await Promise.all([1, 2, 3].map(() => vus.copy().submit(`/import/sammenlaeg/${a.id}/${b.id}`, { begrundelse: 'Samme' }, { from: page, stay: true })));
	assert.ok(answers.every((r) => [200, 303, 409].includes(r.status)), answers.map((r) => r.status).join());
	assert.equal(count(`person_merge WHERE gone = ${a.id}`), 1);
	assert.equal(identity(b.id)[4], null);
});
