// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test import_clock.test.mjs: from a page of the program import through the clock into
// the logbook, and back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clock, count, login, one, secret, sql, today } from './lib.mjs';

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
	assert.ok(done.links.includes(`/sekretariat/brugere/${id}`));
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

test('a file that is not of its form is refused whole, with why, on the page', async () => {
	const page = await vus.submit('/import/filer', { form: 'PERSONER' }, { from: '/import/filer',
		files: { fil: { filename: 'x.csv', bytes: Buffer.from(`a;b;c\n1;2;${mark}\n`) } } });
	clock();
	says(await vus.get(page.at), /Importen er afvist .+ Intet er ændret/);
});
