// SPDX-License-Identifier: MPL-2.0
//
// Afsend (domain 13): ordered once, frozen, closed, laid down for the authority, who opens and proves it with
// openssl alone; the receipt; what is asked afterwards; Eftersend; what ended it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Browser, clock, count, demo, file, login, one, person, quote, sql, stack, today } from './lib.mjs';
import { at, kbu, let_time_pass, make_ready, opened, order, outbox, reference, sender, sha256, specialist, state } from './sending.mjs';

const J = person(specialist), vus = one(`SELECT p.email FROM office_now o JOIN person p ON p.id = o.viewer JOIN credential c ON c.person = p.id
	WHERE o.doctor = ${J} AND ${today()} >= o.since AND ${today()} < o.until ORDER BY p.id LIMIT 1`);
const cpr = demo.people.find((p) => p.email === specialist).cpr;
const packages = () => count(`submission WHERE doctor = ${J} AND part = 'MAIN'`);
let id, ref, box;

test('T_164 two clicks give one order, and another tab is told; nothing goes without consent', async () => {
	const b = await make_ready(specialist), from = `${at}/afsend/speciallaege`, was = packages();
	const page = await b.get(from), form = page.form(from), other = (await b.copy().get(from)).form(from);
	const without = await b.post(from, Object.fromEntries(form.fields));
	assert.equal(without.status, 422);
	assert.match(without.text, /Sæt kryds, når du har set det igennem/);
	const send = (f) => b.copy().post(from, { ...Object.fromEntries(f.fields), samtykke: '1' });
	const both = await Promise.all([send(form), send(form), send(form)]);
	assert.deepEqual(both.map((p) => p.status), [303, 303, 303]);
	assert.equal(new Set(both.map((p) => p.location)).size, 1);
	assert.equal(packages(), was + 1);
	assert.equal((await send(other)).status, 409, 'R_STPS_18');
	assert.equal(packages(), was + 1);
	id = Number(/afsendelse\/(\d+)/.exec(both[0].location)[1]);
	ref = reference(id);
	assert.match(ref, /^LB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
	const progress = await b.get(`${at}/afsendelse/${id}`);
	assert.match(progress.text, /Bestilt\. Pakken laves/);
	assert.equal(progress.headers.refresh, '3');
});

test('R_STPS_15 what the authority opens is whole, and openssl alone proves it', async () => {
	sender();
	assert.equal(state(id), 'SENT');
	box = opened(path.join(outbox, `${ref}.zip.p7m`));
	const manifest = JSON.parse(fs.readFileSync(path.join(box.dir, 'manifest.json'))), key = manifest.key;
	const pem = await new Browser().request('GET', `/verificer/noegle/${key}.pem`);
	fs.writeFileSync(path.join(box.dir, '../key.pem'), pem.body);
	const proved = execFileSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', '../key.pem', '-rawin', '-in', 'manifest.json', '-sigfile', 'manifest.sig'], { cwd: box.dir, encoding: 'utf8' });
	assert.match(proved, /Signature Verified Successfully/);
	fs.appendFileSync(path.join(box.dir, 'manifest.json'), ' ');
	assert.notEqual(spawnSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', '../key.pem', '-rawin', '-in', 'manifest.json', '-sigfile', 'manifest.sig'], { cwd: box.dir }).status, 0);
	for (const f of manifest.files) {
		const said = execFileSync('openssl', ['dgst', '-sha256', '-r', f.name], { cwd: box.dir, encoding: 'utf8' });
		assert.equal(said.split(' ')[0], f.sha256, f.name);
	}
	/* Nothing else is in it, and each is on the receipt. */
	assert.equal(manifest.files.length + 2, execFileSync('unzip', ['-Z1', '../pakke.zip'], { cwd: box.dir, encoding: 'utf8' }).trim().split('\n').length);
	const page = await (await login(specialist, 'UL')).get(`${at}/afsendelse/${id}`);
	for (const f of manifest.files)
		assert.ok(page.text.includes(f.sha256), f.name);
	assert.equal(sha256(box.zip), one(`SELECT LOWER(HEX(sha256)) FROM submission_step WHERE submission = ${id} AND status = 'BUILT'`));
});

test('R_STPS_19 R_STPS_04 T_163 the receipt has number, time, list and hashes, and what remains; the mail has no CPR number', async () => {
	const b = await login(specialist, 'UL'), page = await b.get(`${at}/afsendelse/${id}`);
	assert.match(page.text, /Sendt til Styrelsen for Patientsikkerhed/);
	assert.ok(page.text.includes(ref));
	assert.match(page.text, /4\.165 kr/);
	assert.match(page.text, /ansøgningsskemaet/);
	assert.match(page.text, /dansk tid/);
	assert.equal(page.headers.refresh, undefined);
	clock();
	const mails = fs.readdirSync(path.join(stack.DIR, 'mail')).map((f) => fs.readFileSync(path.join(stack.DIR, 'mail', f), 'utf8')).filter((m) => m.includes(`kvittering ${ref}`));
	assert.equal(mails.length, 1);
	assert.match(mails[0], /4\.165 kr/);
	assert.match(mails[0], /SHA-256 [0-9a-f]{64}/);
	assert.ok(!mails[0].includes(cpr) && !mails[0].includes(cpr.replace('-', '')));
	/* Fetched again, exactly as it was frozen; by nobody else. */
	const zip = await b.request('GET', `/udskrift/afsendelse/${id}.zip`);
	assert.equal(zip.status, 200);
	assert.equal(sha256(zip.body), sha256(box.zip));
	assert.equal((await (await login(kbu, 'UL')).request('GET', `/udskrift/afsendelse/${id}.zip`)).status, 404);
	assert.equal((await (await login(kbu, 'UL')).get(`${at}/afsendelse/${id}`)).status, 404);
	assert.equal((await b.get(`${at}/afsend/speciallaege`)).status, 409, 'R_STPS_18');
});

test('verificer: ours and unchanged, changed, unknown, by file, hash and reference, without login and without a name', async () => {
	const anybody = new Browser(), from = '/verificer/';
	const ask = (bytes, fields = {}) => anybody.submit(from, fields, { from, ...(bytes ? { files: { fil: { filename: 'x', bytes } } } : {}) });
	let page = await ask(box.zip);
	assert.equal(page.heading, 'Dokumentet er ægte', page.brief);
	assert.ok(page.text.includes(ref) && !page.text.includes('Nyholm'));
	assert.equal((await ask(fs.readFileSync(path.join(outbox, `${ref}.zip.p7m`)))).heading, 'Dokumentet er ægte');
	const pdf = fs.readdirSync(box.dir).find((f) => f.endsWith('.pdf'));
	assert.equal((await ask(fs.readFileSync(path.join(box.dir, pdf)))).heading, 'Dokumentet er ægte');
	const changed = Buffer.from(box.zip);
	changed[changed.length >> 1] ^= 1;
	assert.equal((await ask(changed, { nummer: ref })).heading, 'Dokumentet er ændret');
	assert.equal((await ask(Buffer.from('noget andet'))).heading, 'Dokumentet kendes ikke');
	assert.equal((await ask(null, { nummer: sha256(box.zip) })).heading, 'Dokumentet er ægte');
	assert.equal((await ask(null, { nummer: ref.toLowerCase().replaceAll('-', ' ') })).heading, 'Nummeret er ægte');
	assert.equal((await ask(null, { nummer: 'LB-0000-0000-1' })).status, 422);
	assert.equal((await anybody.get('/verificer/LB-0000-0000-0')).status, 404);
	assert.match((await anybody.get('/verificer/vejledning')).text, /openssl pkeyutl -verify/);
	assert.equal((await anybody.get('/verificer/noegle/999.pem')).status, 404);
});
