// SPDX-License-Identifier: MPL-2.0
//
// The overview of medical employment (domain 13.4): prefilled, completed, gaps explained, signed whole.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { columns, link_hash } from './chain.mjs';
import { department } from './department.mjs';
import { count, login, one, person, quote, somebody, sql, stack, today } from './lib.mjs';

const here = department('beskaeftigelse'), at = '/logbog/beskaeftigelse';
after(() => here.close());

const doctor = () => login(here.doctor, 'UL');
const own = () => count(`employment WHERE doctor = ${here.id} AND cancelled IS NULL`);
const signed = () => count(`employment_signed WHERE doctor = ${here.id}`);
const danish = (day) => one(`SELECT DATE_FORMAT(${day}, '%d.%m.%Y')`);
/* The first cell of each row, and the words of the whole. */
const rows = (page) => [...(page.html.split('<tbody>')[1] ?? '').split('</tbody>')[0].matchAll(/<tr>(.*?)<\/tr>/gs)]
	.map(([, cells]) => cells.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim());
const began = `(SELECT since FROM element WHERE id = ${here.element})`;
const locum = { stilling: 'LOCUM', sted: 'Vikarsygehuset', afdeling: 'Kirurgi', speciale: 'Kirurgi', beskaeftigelse: '80', stillingsnummer: 'V-1', bemaerkninger: 'Barselsvikariat' };
/* From eight months before the element to three before it. */
const days = () => ({ fra: danish(`${began} - INTERVAL 8 MONTH`), til: danish(`${began} - INTERVAL 3 MONTH - INTERVAL 1 DAY`) });
const send = async (b, fields, to = `${at}/ny`) => b.submit(to, fields, { from: await b.get(to) });

test('elements stand in it by themselves, and are marked; nothing is copied', async () => {
	const page = await (await doctor()).get(at), [row, ...more] = rows(page);
	assert.equal(more.length, 0);
	assert.match(row, /Hoveduddannelse.*Fra uddannelsesforløbet Ret bemærkning/);
	assert.ok(row.startsWith(danish(began)), row);
	assert.match(page.text, /Ikke underskrevet/);
	assert.equal(own(), 0);
});

test('a row is added with a clear answer at each field, nothing typed is lost, and a double click adds one', async () => {
	const b = await doctor();
	let page = await send(b, { ...locum, fra: '31.2.2020', til: 'i går', sted: '', beskaeftigelse: '120' });
	assert.equal(page.status, 422);
	assert.equal(page.faults.length, 4, page.brief);
	const kept = Object.fromEntries(page.form(`${at}/ny`).fields);
	assert.deepEqual([kept.fra, kept.til, kept.afdeling, kept.bemaerkninger], ['31.2.2020', 'i går', 'Kirurgi', 'Barselsvikariat']);
	for (const [wrong, words] of [[{ stilling: '' }, /hvilken slags stilling/], [{ fra: danish(`${today()} + INTERVAL 1 DAY`), til: '' }, /ikke kommet endnu/], [{ til: danish(`${began} - INTERVAL 9 MONTH`) }, /før den første/],
		[{ beskaeftigelse: '101' }, /fra 1 til 100/], [{ stilling: 'LEAVE', bemaerkninger: '' }, /Skriv, hvad du lavede/], [{ bemaerkninger: 'Patient 010203-1234' }, /CPR-nummer/]]) {
		page = await send(b, { ...locum, ...days(), ...wrong });
		assert.equal(page.status, 422);
		assert.match(page.faults.join(), words);
	}
	assert.equal(own(), 0);
	const form = (await b.get(`${at}/ny`)).form(`${at}/ny`), fields = { ...Object.fromEntries(form.fields), ...locum, ...days() };
	assert.deepEqual([(await b.post(form.action, fields)).status, (await b.post(form.action, fields)).status], [303, 303]);
	assert.equal(own(), 1);
	page = await b.get(at);
	assert.match(rows(page)[0], /5 md\. Vikariat 80 % Vikarsygehuset Kirurgi Kirurgi Stillingsnr\. V-1 Barselsvikariat Skrevet af dig Ret/);
	/* The gap stands in its place: between the row and the element. */
	assert.match(rows(page)[1], /3 md\. Ikke forklaret – – Forklar/);
	assert.match(page.text, /En periode er ikke forklaret/);
});

test('a row is corrected by a row more, and taken out; what stood there stays', async () => {
	const b = await doctor(), first = one(`SELECT MAX(id) FROM employment WHERE doctor = ${here.id}`);
	let page = await b.submit(`${at}/${first}`, { sted: 'Et andet sygehus' }, { from: `${at}/${first}` });
	assert.match(page.text, /Rækken er gemt/, page.brief);
	const [[second, hospital, corrects, department_]] = sql(`SELECT id, hospital, corrects, department FROM employment WHERE doctor = ${here.id} AND cancelled IS NULL`);
	assert.deepEqual([hospital, corrects, department_], ['Et andet sygehus', first, 'Kirurgi']);
	assert.equal(one(`SELECT hospital FROM employment WHERE id = ${first}`), 'Vikarsygehuset');
	assert.equal((await b.get(`${at}/${first}`)).status, 404);
	/* Nobody else's, and never changed by the program's account, were it taken over. */
	const other = one(`SELECT id FROM employment WHERE doctor = ${person('jakob.nyholm@logbog.example')} LIMIT 1`);
	assert.equal((await b.get(`${at}/${other}`)).status, 404);
	assert.equal((await b.post(`${at}/${other}/udgaar`, { formular: await b.token() })).status, 404);
	const as = (statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-journal', stack.DATABASE, '-e', statement], { encoding: 'utf8' }).stderr;
	assert.match(as(`UPDATE employment SET hospital = 'x' WHERE id = ${second}`), /denied/);
	assert.match(as(`UPDATE employment SET cancelled = NULL WHERE id = ${first}`), /taken out once, never changed/);
	assert.match(as(`DELETE FROM employment WHERE id = ${first}`), /denied/);
	assert.match(as(`INSERT INTO employment (doctor, since, kind, hospital, at) VALUES (${person('emil.sand@logbog.example')}, '2020-01-01', 'LOCUM', 'x', UTC_TIMESTAMP() - INTERVAL 3 YEAR)`), /not for this account to add/);
	assert.match(as(`INSERT INTO employment_signed (doctor, list, sha256, once, given_by, by_name, as_role, at)
		VALUES (${here.id}, 'x', REPEAT('x', 32), REPEAT('y', 16), ${here.id}, 'x', 'UL', UTC_TIMESTAMP() - INTERVAL 3 YEAR)`), /not for this account to add/);
	page = await b.submit(`${at}/${second}/udgaar`, {}, { from: `${at}/${second}` });
	assert.match(page.text, /Rækken er taget ud/);
	assert.equal(own(), 0);
	assert.match((await send(b, { ...locum, ...days() })).text, /Rækken er gemt/);
});

test('R_STPS_14 it is signed whole, with each gap explained, frozen and chained, once', async () => {
	const b = await doctor(), sign = `${at}/underskriv`;
	let page = await b.submit(sign, {}, { from: at });
	assert.equal(page.status, 422);
	assert.match(page.faults.join(), /Skriv, hvad du lavede i perioden/);
	assert.equal(signed(), 0);
	/* What was shown is what is signed: not when it changed in between. */
	const stale = (await b.get(at)).form(sign);
	sql(`UPDATE element SET fraction = 90 WHERE id = ${here.element}`);
	const refused = await b.post(sign, { ...Object.fromEntries(stale.fields), forklaring1: 'Ledig' });
	assert.deepEqual([refused.status, refused.heading, signed()], [409, 'Oversigten er ændret, siden du så den', 0]);
	sql(`UPDATE element SET fraction = 100 WHERE id = ${here.element}`);
	const form = (await b.get(at)).form(sign), fields = { ...Object.fromEntries(form.fields), forklaring1: 'Rejste i Asien' };
	assert.deepEqual([(await b.post(sign, fields)).status, (await b.post(sign, fields)).status], [303, 303]);
	assert.equal(signed(), 1);
	page = await b.get(at);
	assert.match(page.text, new RegExp(`Underskrevet [0-9.]+ kl\\. [0-9.]+ af doctor i beskaeftigelse`));
	assert.equal(page.form(sign), undefined);
	assert.match(rows(page)[1], /Andet – Rejste i Asien/);
	const [[id, list, sha]] = sql(`SELECT id, list, HEX(sha256) FROM employment_signed WHERE doctor = ${here.id}`);
	assert.equal(crypto.createHash('sha256').update(list).digest('hex').toUpperCase(), sha);
	assert.deepEqual(JSON.parse(list).raekker.map((r) => [r.stilling, r.sted, r.procent, r.kilde]), [['LOCUM', 'Vikarsygehuset', 80, 'LAEGEN'], ['OTHER', '', null, 'LAEGEN'],
		['HU', here.place, 100, 'DELFORLOEB']]);

	/* Its link, reckoned by other code. */
	const shape = columns('EMPLOYMENT'), key = fs.readFileSync(path.join(stack.KEYS, 'chain'));
	const cells = sql(`SELECT ${shape.map((c) => c.type === 'bytes' ? `HEX(${c.name})` : c.type === 'moment' ? `TIMESTAMPDIFF(SECOND, '1970-01-01', ${c.name})` : c.name).join(', ')} FROM employment_signed WHERE id = ${id}`)[0];
	const row = Object.fromEntries(shape.map((c, i) => [c.name, c.type === 'bytes' ? Buffer.from(cells[i], 'hex') : cells[i]]));
	const [[n, hash]] = sql(`SELECT n, HEX(hash) FROM chain_link WHERE kind = 'EMPLOYMENT' AND row_id = ${id} AND doctor = ${here.id}`);
	const before = one(`SELECT HEX(hash) FROM chain_link WHERE doctor = ${here.id} AND n = ${n} - 1`);
	assert.equal(link_hash(key, here.id, Number(n), 'EMPLOYMENT', before ? Buffer.from(before, 'hex') : Buffer.alloc(32), row).toString('hex').toUpperCase(), hash);
	/* The verifier holds it too, and finds it altered. */
	const verify = () => spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET, '--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' }).stdout
		.split('\n').filter((line) => line.startsWith(`doctor ${here.id}:`));
	assert.deepEqual(verify(), []);
	assert.throws(() => sql(`UPDATE employment_signed SET list = '{}' WHERE id = ${id}`), /only ever added/);
	assert.throws(() => sql(`DELETE FROM employment_signed WHERE id = ${id}`), /only ever added/);
	const trigger = one(`SELECT CONCAT('CREATE TRIGGER employment_signed_stays BEFORE UPDATE ON employment_signed FOR EACH ROW ', action_statement)
		FROM information_schema.triggers WHERE trigger_schema = '${stack.DATABASE}' AND trigger_name = 'employment_signed_stays'`);
	sql(`DROP TRIGGER employment_signed_stays; UPDATE employment_signed SET list = CONCAT(list, ' ') WHERE id = ${id}`);
	assert.match(verify().join(), /\(employment_signed \d+\): the row was altered/);
	sql(`UPDATE employment_signed SET list = TRIM(list) WHERE id = ${id}; ${trigger}`);
	assert.deepEqual(verify(), []);
});

test('signed before something changed, it is not as it is now', async () => {
	const b = await doctor();
	for (const [change, back] of [[`UPDATE element SET position_no = 'NY' WHERE id = ${here.element}`, `UPDATE element SET position_no = '' WHERE id = ${here.element}`]]) {
		sql(change);
		const page = await b.get(at);
		assert.match(page.text, /Ikke som den er nu.*men ændret siden/);
		assert.ok(page.form(`${at}/underskriv`));
		sql(back);
		assert.match((await b.get(at)).text, /Underskrevet/);
		assert.doesNotMatch((await b.get(at)).text, /ændret siden/);
	}
});

test('it is printed in the three forms, with who signed it and when; others than the secretariat do not see it', async () => {
	const b = await doctor();
	const pdf = execFileSync('pdftotext', ['-raw', '-', '-'], { input: (await b.get('/udskrift/beskaeftigelse.pdf')).bytes, encoding: 'utf8' }).replace(/\s+/g, ' ');
	assert.match(pdf, /Skema til oversigt over lægelig beskæftigelse/);
	assert.match(pdf, /Rejste i Asien/);
	assert.match(pdf, /Underskrevet [0-9.]+ kl\. [0-9.]+ af doctor i beskaeftigelse/);
	assert.equal((await b.get('/udskrift/beskaeftigelse.xlsx')).status, 200);
	const json = (await b.get('/udskrift/beskaeftigelse.json')).json;
	assert.match(JSON.stringify(json), /Vikarsygehuset.*Rejste i Asien/s);

	const vus = await login(somebody('VUS', `h.region = (SELECT region FROM training_course WHERE doctor = ${here.id} LIMIT 1)
		AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.role = 'UL')`), 'VUS');
	const seen = () => count(`look WHERE doctor = ${here.id} AND page LIKE '%beskaeftigelse%'`), before = seen();
	const page = await vus.get(`/sekretariat/brugere/${here.id}/beskaeftigelse`);
	assert.match(page.text, /Vikarsygehuset.*Skrevet af lægen/);
	assert.deepEqual([page.status, page.forms.filter((f) => f.action?.includes('beskaeftigelse')).length, page.links.includes(`${at}/ny`)], [200, 0, false]);
	assert.equal((await vus.get(`/udskrift/${here.id}/beskaeftigelse.json`)).status, 200);
	assert.equal(seen(), before + 2);
	const elsewhere = await login(somebody('VUS', `h.region <> (SELECT region FROM training_course WHERE doctor = ${here.id} LIMIT 1)`), 'VUS');
	assert.equal((await elsewhere.get(`/sekretariat/brugere/${here.id}/beskaeftigelse`)).status, 404);
	const uao = await login(here.uao, 'UAO');
	assert.equal((await uao.get(`/udskrift/${here.id}/beskaeftigelse.pdf`)).status, 403);
	assert.match((await b.get('/logbog/indsigt')).text, /Lægelig beskæftigelse/);
});

test('leave in an element, and what the logbook knows of a gap, stand in it by themselves, are said otherwise by the doctor, and are frozen with the signature', async () => {
	const b = await doctor(), sign = `${at}/underskriv`, remark = `${at}/delforloeb/${here.element}`;
	const absent = (element, code, since, until) => sql(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
		SELECT ${here.id}, ${element}, id, ${since}, ${until}, ${here.id}, 'til prøve', 'UL', UTC_TIMESTAMP() FROM absence_type WHERE code = '${code}'`);
	const from = (n) => `${began} + INTERVAL ${n} DAY`;
	/* Two that touch are one; what is short, and what does not count, is not told. */
	absent(here.element, 'BARSEL', from(10), from(40));
	absent(here.element, 'BARSEL', from(40), from(70));
	absent(here.element, 'SYGDOM', from(80), from(94));
	absent(here.element, 'FERIE', from(100), from(125));
	const kind = one(`SELECT title FROM absence_type WHERE code = 'BARSEL'`), leave = `${kind} ${danish(from(10))} – ${danish(from(69))}`;
	let page = await b.get(at);
	assert.match(page.text, /Ikke som den er nu/);
	assert.match(rows(page).at(-1), new RegExp(`${leave} Fra uddannelsesforløbet Ret bemærkning`));
	assert.doesNotMatch(rows(page).at(-1), /Sygdom|Ferie/);
	await b.submit(sign, {}, { from: at });
	const list = () => JSON.parse(one(`SELECT list FROM employment_signed WHERE doctor = ${here.id} ORDER BY id DESC LIMIT 1`)).raekker.at(-1);
	assert.deepEqual([list().bemaerkninger, list().kilde], [leave, 'DELFORLOEB']);

	/* Said otherwise: clear answers, once, and what the logbook says stays to be seen. */
	page = await b.submit(remark, { bemaerkninger: 'Ring til 010203-1234' }, { from: remark });
	assert.deepEqual([page.status, page.faults.length], [422, 1]);
	assert.equal((await b.get(remark)).form(remark).fields.find(([n]) => n === 'bemaerkninger')[1].trim(), leave, 'prefilled');
	const form = (await b.get(remark)).form(remark), fields = { ...Object.fromEntries(form.fields), bemaerkninger: 'Barselsorlov i to måneder' };
	assert.deepEqual([(await b.post(remark, fields)).status, (await b.post(remark, fields)).status], [303, 303]);
	assert.equal(count(`employment_remark WHERE doctor = ${here.id}`), 1);
	page = await b.get(at);
	assert.match(rows(page).at(-1), new RegExp(`Barselsorlov i to måneder Logbogen: ${leave} Fra uddannelsesforløbet, bemærkningen er din`));
	assert.match(page.text, /Ikke som den er nu/);
	await b.submit(sign, {}, { from: at });
	assert.deepEqual([list().bemaerkninger, list().kilde], ['Barselsorlov i to måneder', 'DELFORLOEB_LAEGENS_BEMAERKNING']);
	const json = (await b.get('/udskrift/beskaeftigelse.json')).json;
	assert.match(JSON.stringify(json), /Bemærkning oplyst af lægen.*Barselsorlov i to måneder/s);
	assert.match(execFileSync('pdftotext', ['-raw', '-', '-'], { input: (await b.get('/udskrift/beskaeftigelse.pdf')).bytes, encoding: 'utf8' }), /Barselsorlov i to måneder/);

	/* Nobody else's; and never changed by the program's account, were it taken over. */
	const other = one(`SELECT MIN(id) FROM element WHERE doctor = ${here.colleague}`);
	assert.equal((await b.get(`${at}/delforloeb/${other}`)).status, 404);
	assert.equal((await b.post(`${at}/delforloeb/${other}`, { ...fields })).status, 404);
	const as = (statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-journal', stack.DATABASE, '-e', statement], { encoding: 'utf8' }).stderr;
	const put = (element, when) => `INSERT INTO employment_remark (doctor, element, remarks, once, at) VALUES (${here.id}, ${element}, 'x', RANDOM_BYTES(16), ${when})`;
	assert.match(as(put(other, 'UTC_TIMESTAMP()')), /not for this account to add/);
	assert.match(as(put(here.element, 'UTC_TIMESTAMP() - INTERVAL 3 YEAR')), /not for this account to add/);
	assert.match(as(`UPDATE employment_remark SET remarks = 'x' WHERE doctor = ${here.id}`), /denied/);
	assert.match(as(`DELETE FROM employment_remark WHERE doctor = ${here.id}`), /denied/);
	assert.throws(() => sql(`UPDATE employment_remark SET remarks = 'x' WHERE doctor = ${here.id}`), /taken out once, never changed/);

	/* Left to the logbook again. */
	page = await b.submit(remark, { logbogens: '1' }, { from: remark });
	assert.match(page.text, /Bemærkningen er igen logbogens/, page.brief);
	assert.match(rows(await b.get(at)).at(-1), new RegExp(`${leave} Fra uddannelsesforløbet Ret`));
	await b.submit(sign, {}, { from: at });
	assert.match((await b.get(at)).text, /Underskrevet/);

	/* A gap between two elements: a leave that goes on, and the agreement that moved the next. */
	const element = (seq, since, until) => one(`INSERT INTO element (course, doctor, seq, org_unit, since, until) SELECT course, doctor, ${seq}, org_unit, ${since}, ${until} FROM element WHERE id = ${here.element}; SELECT LAST_INSERT_ID()`);
	const before = (n) => `DATE(${began} - INTERVAL ${n} MONTH)`;
	const first = element(8, before(24), before(20)), second = element(9, before(14), before(12));
	absent(first, 'BARSEL', `${before(20)} - INTERVAL 10 DAY`, before(20));
	sql(`INSERT INTO agreement (course, kind, number, published, effect, at) SELECT course, 'TILLAEGSAFTALE', 'T-77', ${today()}, 'Barsel flytter forløbet', UTC_TIMESTAMP() FROM element WHERE id = ${here.element};
		INSERT INTO element_change (element, doctor, agreement, what, before_since, after_since, at) VALUES (${second}, ${here.id}, LAST_INSERT_ID(), 'CHANGED', ${before(18)}, ${before(14)}, UTC_TIMESTAMP())`);
	page = await b.get(at);
	const known = `${kind} siden ${danish(`${before(20)} - INTERVAL 10 DAY`)}. Flyttet ved aftale T-77: Barsel flytter forløbet`;
	assert.match(rows(page)[1], new RegExp(`Ikke forklaret – Logbogen: ${known}`));
	const asked = page.form(sign).fields;
	assert.equal(asked.find(([n]) => n === 'forklaring1')[1], known, 'prefilled');
	assert.equal(asked.find(([n]) => n === 'forklaring2')[1], '', 'nothing is known of the next');
	page = await b.submit(sign, { forklaring2: 'Ferie' }, { from: at });
	assert.match(page.text, /Oversigten er underskrevet/, page.brief);
	assert.equal(count(`employment WHERE doctor = ${here.id} AND remarks = ${quote(known)} AND kind = 'OTHER'`), 1);
});
