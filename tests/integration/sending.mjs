// SPDX-License-Identifier: MPL-2.0
//
// What the tests of Afsend share: the two doctors of the try-out for whom everything is in place, an order
// that is given by them, and the authority, which opens what is closed for it.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { count, environment, login, one, person, sender, sql, stack } from './lib.mjs';

export const kbu = 'amalie.krogh@logbog.example', specialist = 'jakob.nyholm@logbog.example';
export const at = '/logbog/dokumentation', sha256 = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');
const slug = { PRACTICE: 'selvstaendigt-virke', SPECIALIST: 'speciallaege' };

const undo = [];
after(() => undo.forEach((back) => back()));
/* What other tests have reset with that doctor counts as approved here, and is put back at the end. */
function as_if_not_reset(doctor) {
	for (const [table, id] of [['approval_now', 'competency'], ['attestation_now', 'attestation'], ['course_record_now', 'course'], ['research_now', 'part']]) {
		const rows = sql(`SELECT ${id} FROM ${table} WHERE doctor = ${doctor} AND status = 'RESET'`).map(([n]) => n).join();
		if (!rows)
			continue;
		const be = (status) => sql(`UPDATE ${table} SET status = '${status}' WHERE doctor = ${doctor} AND ${id} IN (${rows})`);
		be('APPROVED');
		undo.push(() => be('RESET'));
	}
}

/* What that doctor has sent, or on its way, is taken back by the page, so that nothing stands. */
export async function take_back(email) {
	const b = await login(email, 'UL');
	for (const [id] of sql(`SELECT submission FROM submission_now WHERE part = 'MAIN' AND live = 1 AND doctor = ${person(email)}`)) {
		const page = `${at}/afsendelse/${id}`;
		await b.submit(`${page}/afslut`, { hvad: 'traek', grund: 'Prøve' }, { from: page });
		assert.equal(state(id), 'WITHDRAWN');
	}
	return b;
}

/* Everything is in place for that doctor. */
export async function make_ready(email) {
	const b = await take_back(email);
	as_if_not_reset(person(email));
	if (email === kbu && !count(`attestation_now n JOIN org_unit u ON u.id = n.org_unit WHERE n.doctor = ${person(kbu)} AND n.kind = 'TIME' AND n.status = 'APPROVED' AND u.code = 'DEMO-AAEN'`)) {
		const last = one(`SELECT id FROM element WHERE doctor = ${person(kbu)} AND cancelled IS NULL ORDER BY since DESC LIMIT 1`);
		const tutor = await login('peter.aakjaer@logbog.example', 'TUTOR'), to = `/vejleder/attestationer/${last}/tid`;
		await tutor.submit(to, { svar: 'attester' }, { from: to });
	}
	sql(`UPDATE file_now SET status = 'VERIFIED' WHERE doctor = ${person(email)} AND status = 'UPLOADED' AND kind <> 'OTHER'`);
	if ((await b.get('/logbog/beskaeftigelse')).form('/logbog/beskaeftigelse/underskriv'))
		await b.submit('/logbog/beskaeftigelse/underskriv', {}, { from: '/logbog/beskaeftigelse' });
	assert.match((await b.get(at)).text, /Alt er på plads/, b.page.brief);
	return b;
}

/* The form is sent; the number of the order. */
export async function order(b, kind, from = `${at}/afsend/${slug[kind]}`, fields = {}) {
	const page = await b.submit(from, { samtykke: '1', ...fields }, { from });
	assert.match(page.text, /Afsendelsen er bestilt/, page.brief);
	return Number(/afsendelse\/(\d+)/.exec(page.at)[1]);
}
export const reference = (id) => one(`SELECT reference FROM submission WHERE id = ${id}`);
export const state = (id) => one(`SELECT status FROM submission_now WHERE submission = ${id}`);
/* Whoever had it is gone, and the time of waiting is over. */
export const let_time_pass = (id) => sql(`UPDATE submission_work SET next_try = UTC_TIMESTAMP() - INTERVAL 1 MINUTE, until = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE submission = ${id} AND next_try IS NOT NULL`);
export const outbox = path.join(stack.DIR, 'til-styrelsen');

/* A folder with what the authority reads: the ZIP, opened and unpacked. */
export function opened(closed) {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'logbog-styrelsen-'));
	process.on('exit', () => fs.rmSync(dir, { recursive: true, force: true }));
	execFileSync('openssl', ['cms', '-decrypt', '-inform', 'DER', '-binary', '-in', closed, '-inkey', path.join(stack.DIR, 'styrelsen/key.pem'), '-out', path.join(dir, 'pakke.zip')]);
	execFileSync('unzip', ['-q', 'pakke.zip', '-d', 'pakke'], { cwd: dir });
	return { dir: path.join(dir, 'pakke'), zip: fs.readFileSync(path.join(dir, 'pakke.zip')) };
}
/* The program that sends goes round once, while servers of this process answer it. */
export const go = (more = {}) => new Promise((done) => spawn(path.join(stack.B, 'bin/logbook-send'), [], { env: environment(more), stdio: 'ignore' }).on('exit', done));
export { sender };
