// SPDX-License-Identifier: MPL-2.0
//
// What the project leader changes without a shell: who helps, the subject of the access mail, and
// since when a specialty has the logbook.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, control, count, demo, login, one, person, quote, somebody, sql, today } from './lib.mjs';

const at = '/sekretariat/indstillinger', email = somebody('PROJEKTLEDER');
const names = ['help_name', 'help_phone', 'help_hours', 'access_subject'];
const before_us = sql('SELECT name, value FROM setting');
let leader;
const put_back = () => sql(`DELETE FROM setting; ${before_us.map(([n, v]) => `INSERT INTO setting (name, value) VALUES (${quote(n)}, ${quote(v)});`).join('')}`);
const anew = () => ['login', 'office', 'journal'].forEach((name) => control('restart', name));
before(async () => { leader = await login(email, 'PROJEKTLEDER'); });
after(() => {
	put_back();
	anew();
});

const send = (fields) => leader.submit(at, fields, { from: at });
const audited = () => sql(`SELECT action, detail FROM audit WHERE object = 'setting' AND person = ${person(email)} ORDER BY id`);

test('R_LOG_03 who helps is changed, and stands at the foot of every page, of every program', async () => {
	put_back();
	const was = audited().length;
	const page = await send({ help_name: 'Hjælp & Æbler <b>', help_phone: '70 20 30 40', help_hours: 'kl. 7–20', access_subject: '' });
	assert.match(page.text, /Indstillingerne er gemt/, page.brief);
	assert.match(page.text, /Senest ændret \d\d\.\d\d\.\d{4}/);
	assert.deepEqual(audited().slice(was), [['change setting', 'help_name'], ['change setting', 'help_phone'], ['change setting', 'help_hours']]);
	/* A process knows them for a minute; a fresh one reads them. */
	anew();
	const doctor = await login(somebody('UL'), 'UL');
	for (const [b, where] of [[new Browser(), '/adgang/log-ind'], [new Browser(), '/adgang/hjaelp'], [leader, at], [doctor, '/logbog/oversigt']]) {
		const shown = await b.get(where);
		assert.match(shown.text, /Hjælp: Hjælp & Æbler <b>, 70 20 30 40 ?, kl\. 7–20/, shown.brief);
		assert.ok(shown.links.includes('tel:+4570203040'), shown.brief);
		assert.ok(where === at || !shown.text.includes('Dansk Telemedicin'), 'the page of the settings names the default');
	}
});

test('a setting that is not changed is not written again', async () => {
	const was = audited().length;
	await leader.get(at);
	await leader.submit(at, {});
	assert.equal(audited().length, was);
});

test('a setting that is wrong is refused at its field, and nothing is stored', async () => {
	const was = sql('SELECT name, value FROM setting ORDER BY name');
	for (const [name, value, fault] of [['help_phone', 'ring bare', /telefonnummer med 8 cifre/], ['help_phone', '49 25 25', /8 cifre/],
		['help_phone', demo.people[0].cpr, /8 cifre/], ['help_phone', '1234567890', /8 cifre/], ['help_phone', '+1', /8 cifre/], ['help_name', 'x'.repeat(61), /60/],
		['help_name', demo.people[0].cpr, /CPR-nummer/], ['help_hours', 'x'.repeat(81), /80/], ['access_subject', 'y'.repeat(121), /120/]]) {
		const page = await send({ help_name: 'Rettet', [name]: value });
		assert.equal(page.status, 422, `${name}: ${value}`);
		assert.match(page.faults.join(), fault, `${name}: ${value}`);
		assert.ok(page.html.includes(`id="${name}-fault"`) && page.html.includes(value.slice(0, 60)), 'what was typed stays');
	}
	assert.deepEqual(sql('SELECT name, value FROM setting ORDER BY name'), was);
	for (const phone of ['+45 70 20 30 40', '+298 123456789', '70203040'])
		assert.notEqual((await send({ help_phone: phone })).status, 422, phone);
});

test('an emptied field is the default again, and so is the default typed by hand', async () => {
	const was = audited().length;
	await send({ help_name: '', help_phone: '49 25 25 65', help_hours: '', access_subject: '' });
	for (const name of names)
		assert.equal(one(`SELECT value FROM setting WHERE name = ${quote(name)}`) ?? '', '', name);
	assert.ok(audited().slice(was).every(([action]) => action === 'reset setting') && audited().length > was);
	anew();
	assert.match((await new Browser().get('/adgang/log-ind')).text, /Dansk Telemedicin, 49 25 25 65 ?, kl\. 8–17/);
});

test('nobody but the project leader changes them, also not by asking the database in the name of somebody else', async () => {
	for (const role of ['VUS', 'UAO', 'UL', 'HKL']) {
		const b = await login(somebody(role), role);
		assert.equal((await b.post(at, { formular: await b.token(), help_name: 'X' })).status, 403, role);
	}
	assert.equal(count("setting WHERE value = 'X'"), 0);
});

test('since when a specialty has the logbook is written, shown to everybody, and taken back', async () => {
	const [id, name] = sql(`SELECT id, name FROM specialty WHERE electronic_from IS NULL AND code IN ('urologi', 'kirurgi') LIMIT 1`)[0];
	const page = `/sekretariat/specialer/${id}`, set = (fra) => leader.submit(page, { fra }, { from: page });
	try {
		assert.match((await set('1/8-2016')).text, new RegExp(`Datoen er gemt.*${name} siden 01\\.08\\.2016`));
		assert.match((await new Browser().get('/adgang/specialer')).text, new RegExp(`${name} siden 01\\.08\\.2016`));
		assert.equal((await leader.get(page)).form(page).fields.find(([n]) => n === 'fra')[1], '01.08.2016');
		for (const wrong of ['32.1.2020', '1.8.16', '1.1.1950', 'snart'])
			assert.equal((await set(wrong)).status, 422, wrong);
		assert.equal(one(`SELECT electronic_from FROM specialty WHERE id = ${id}`), '2016-08-01');
		await set('');
		assert.equal(one(`SELECT electronic_from FROM specialty WHERE id = ${id}`), null);
		assert.deepEqual(sql(`SELECT detail FROM audit WHERE action = 'set electronic from' AND object_id = ${id} ORDER BY id DESC LIMIT 2`).flat(), ['', '2016-08-01']);
	} finally {
		sql(`UPDATE specialty SET electronic_from = NULL WHERE id = ${id}`);
	}
	assert.equal((await leader.get('/sekretariat/specialer/999999')).status, 404);
});
