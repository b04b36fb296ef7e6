// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test import_clock.test.mjs: from a page of the program import through the clock into
// the logbook, and back.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { clock, count, login, one, secret, sql, stack, today } from './lib.mjs';

const east = 'hanne.vestergaard@logbog.example';
const mark = `${Date.now()}`, letters = [...mark.slice(-6)].map((d) => 'abcdefghij'[d]).join('');
const day = (months) => one(`SELECT DATE_FORMAT(${today()} + INTERVAL ${months} MONTH, '%Y-%m-01')`);
const says = (page, what) => assert.ok(what.test(page.text), `${page.brief} does not say ${what}: ${page.text.slice(300, 1500)}`);
/* A replacement number that nobody has: day + 60. */
const cpr = `${61 + Math.floor(Math.random() * 28)}0${1 + Math.floor(Math.random() * 9)}9${Math.floor(Math.random() * 10)}-${1000 + Math.floor(Math.random() * 2999)}`;
secret(cpr, cpr.replace('-', ''));

let vus;
before(async () => {
	vus = await login(east, 'VUS');
});
after(() => {
	sql(`UPDATE import_run SET state = 'FORTRUDT' WHERE state IN ('MODTAGET', 'LAEST', 'BESTILT', 'I_GANG', 'TILBAGE_BESTILT')`);
});

const file = (people) => Buffer.from(JSON.stringify({ form: 'PERSONER', indhold: people }));
const doctor = (more = {}) => ({ person_id: `ende-${mark}`, navn: `Endetil Ende ${letters}`, cpr, email: `ende.${mark}@example.dk`, mobil: '20304050', forloeb: [{
	forloeb_id: `f-${mark}`, kilde: 'REGION', uddannelse: 'INTRO', speciale: 'geriatri', region: 'OEST', forloebsnummer: `E-${letters}`, besat: day(-2), delforloeb: [{
		delforloeb_id: 'd1', sted: 'DEMO-FJO-M', fra: day(-1), til: one(`SELECT LAST_DAY(${today()} + INTERVAL 10 MONTH)`), procent: 100 }] }], ...more });
async function send(people) {
	const page = await vus.submit('/import/filer', { form: 'PERSONER' }, { from: '/import/filer',
		files: { fil: { filename: 'ende.json', bytes: file(people) } } });
	assert.match(page.at, /^\/import\/koersler\/\d+$/, page.brief + page.text.slice(300, 900));
	return page.at;
}

test('T_025_R_BRU_04_a_file_is_sent_read_looked_at_carried_out_sent_again_and_taken_back', async () => {
	const at = await send([doctor()]);
	clock();
	const read = await vus.get(at);
	says(read, /Læst, venter på dig/);
	says(read, new RegExp(`1 i alt: 1 nye.*Endetil Ende ${letters}`));
	assert.equal(count(`person WHERE name = 'Endetil Ende ${letters}'`), 0, 'nothing is changed by reading');
	await vus.submit(`${at}/udfoer`, {}, { from: read });
	clock();
	const done = await vus.get(at);
	says(done, /Udført/);
	const id = one(`SELECT id FROM person WHERE name = 'Endetil Ende ${letters}' AND gone IS NULL`);
	assert.ok(id);
	assert.equal(count(`element e JOIN training_course c ON c.id = e.course WHERE c.doctor = ${id}`), 1);

	const again = await vus.submit('/import/filer', { form: 'PERSONER' }, { from: '/import/filer',
		files: { fil: { filename: 'ende.json', bytes: file([doctor()]) } }, stay: true });
	assert.equal(again.status, 409);
	const second = await vus.submit('/import/filer/igen', {}, { from: again });
	clock();
	says(await vus.get(second.at), /0 nye, 0 ændrede, 1 uændrede/);
	says(await vus.get(second.at), /Der er intet at udføre/);
	sql(`UPDATE import_run SET state = 'FORTRUDT' WHERE state = 'LAEST'`);

	const sure = await vus.get(`${at}/tilbage`);
	await vus.submit(`${at}/tilbage`, {}, { from: sure });
	clock();
	says(await vus.get(at), /Taget tilbage/);
	assert.equal(one(`SELECT gone FROM person WHERE id = ${id}`), 'WITHDRAWN');
	assert.equal(count(`training_course WHERE doctor = ${id} AND cancelled IS NULL`), 0);
});

test('T_023_one_person_is_looked_up_by_cpr_number_imported_by_one_click_and_is_there', async () => {
	const other = cpr.replace(/^../, (d) => String(Number(d) + 2)), name = `Sent Indtastet ${letters}`;
	secret(other, other.replace('-', ''));
	const [person_of, course, element] = [doctor(), doctor().forloeb[0], doctor().forloeb[0].delforloeb[0]];
	const at = await send([{ ...person_of, person_id: `sent-${mark}`, navn: name, cpr: other, email: `sent.${mark}@example.dk`,
		forloeb: [{ ...course, forloeb_id: `sent-${mark}`, delforloeb: [element] }] }]);
	sql(`UPDATE import_run SET state = 'FORTRUDT' WHERE id = ${at.split('/').at(-1)}`);
	/* The feed tells of the same; its file lies in a folder, and its day is the 1st of next month
	   (the look is made on the 2nd: on a 1st it would come in at once). */
	const folder = fs.mkdtempSync(path.join(stack.DIR, 'tmp/feed-'));
	sql(`INSERT INTO feed (source, form, region, way, address) VALUES ('EVALUER', 'PERSONER', NULL, 'MAPPE', '${folder}')`);
	fs.writeFileSync(path.join(folder, 'a.json'), file([{ ...person_of, person_id: `sent-${mark}`, navn: name, cpr: other, email: `sent.${mark}@example.dk`,
		forloeb: [{ ...course, forloeb_id: `sent-${mark}`, delforloeb: [element] }] }]));
	fs.utimesSync(path.join(folder, 'a.json'), new Date(Date.now() - 60000), new Date(Date.now() - 60000));
	clock({ LOGBOOK_FEEDS: path.join(stack.DIR, 'tmp'), LOGBOOK_TODAY: one(`SELECT DATE_FORMAT(${today()}, '%Y-%m-02')`) });
	sql(`UPDATE feed SET active = 0 WHERE address = '${folder}'`);
	assert.equal(count(`person WHERE name = '${name}'`), 0, 'its day has not come');
	const found = await vus.submit('/import/bruger', { q: other }, { from: '/import/bruger' });
	says(found, new RegExp(`1 læge fundet.*${name}.*Venter på sin dag`));
	assert.equal(found.at, '/import/bruger');
	const preview = await vus.get(found.links.find((l) => /^\/import\/bruger\/\d+$/.test(l)));
	says(preview, /Introduktionsuddannelse.*Medicinsk Afdeling M/);
	const run = await vus.submit(preview.at, {}, { from: preview });
	says(run, /Bestilt/);
	clock();
	const done = await vus.get(run.at), id = one(`SELECT id FROM person WHERE name = '${name}'`);
	says(done, /Udført.*Lægen er i logbogen/);
	assert.ok(id && done.links.includes(`/sekretariat/brugere/${id}`));
	const again = await vus.submit('/import/bruger', { q: other }, { from: '/import/bruger' });
	says(again, new RegExp(`Lægen er i logbogen: ${name}`));
});

test('a file that is not of its form is refused whole, with why, on the page', async () => {
	const page = await vus.submit('/import/filer', { form: 'PERSONER' }, { from: '/import/filer',
		files: { fil: { filename: 'x.csv', bytes: Buffer.from(`a;b;c\n1;2;${mark}\n`) } } });
	clock();
	says(await vus.get(page.at), /Importen er afvist .+ Intet er ændret/);
});
