// SPDX-License-Identifier: MPL-2.0
//
// A feed at an https address: fetched once a day, only when it has changed, on from where the line
// broke, and from nobody whose certificate does not hold.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { count, sql } from './lib.mjs';
import { begin, body, course, doctor, element, feed, person, places, put_away } from './intake.mjs';

const Y = new Date().getFullYear() + 1;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logbook-https-'));
const ca = path.join(folder, 'cert.pem');
let server, address, asked, answer;

/* Made for this test, for the name localhost alone. */
function certificate() {
	execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost',
		'-addext', 'subjectAltName=DNS:localhost', '-keyout', path.join(folder, 'key.pem'), '-out', ca], { stdio: 'ignore' });
	return { key: fs.readFileSync(path.join(folder, 'key.pem')), cert: fs.readFileSync(ca) };
}

before(async () => {
	sql('DELETE FROM job; DELETE FROM lease');
	places();
	server = https.createServer(certificate(), (request, response) => {
		asked.push(request.headers);
		answer(request, response);
	});
	await new Promise((done) => server.listen(0, 'localhost', done));
	address = `https://localhost:${server.address().port}/personer.json`;
});
after(() => {
	server.close();
	put_away();
	fs.rmSync(folder, { recursive: true, force: true });
});

async function go(day, more = { LOGBOOK_CA: ca }, own = { LOGBOOK_FEEDS_PRIVATE: '1' }) {
	asked = [];
	assert.equal(await begin(day, { ...own, ...more }).over, 0);
	return asked;
}

/* A server that knows conditions and ranges, and breaks the line after so many bytes, once. */
const serve = (bytes, etag, breaks = 0) => (request, response) => {
	const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
	if (request.headers['if-none-match'] === etag)
		return response.writeHead(304, { etag }).end();
	const on = from !== undefined && request.headers['if-range'] === etag;
	const part = on ? bytes.subarray(Number(from)) : bytes;
	response.writeHead(on ? 206 : 200, { etag, 'content-length': part.length, ...(on ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}) });
	if (breaks > 0) {
		response.write(part.subarray(0, breaks), () => setTimeout(() => response.destroy(), 100));
		breaks = 0;
		return;
	}
	response.end(part);
};

const somebody = (name) => doctor(name, [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)], { runde_lukket: `${Y - 1}-12-10` })]);

test('fetched once a day, and only when it has changed', async () => {
	const f = feed('PERSONER', { address }), p = somebody('Hentet');
	answer = serve(Buffer.from(body('PERSONER', [p])), '"v1"');
	assert.equal((await go(`${Y}-01-10`)).length, 1);
	assert.ok(person(p.email));
	assert.equal(f.last().counts, '1 0 0 0 0');
	assert.equal((await go(`${Y}-01-10`)).length, 0, 'not twice on a day');
	const [again] = await go(`${Y}-01-11`);
	assert.equal(again['if-none-match'], '"v1"');
	assert.equal(f.said(), 'Uændret siden sidst.');
	assert.equal(count(`import_run WHERE feed = ${f.id}`), 1);
	answer = serve(Buffer.from(body('PERSONER', [{ ...p, navn: 'Hentet Igen Prøve' }])), '"v2"');
	await go(`${Y}-01-12`);
	assert.equal(person(p.email).name, 'Hentet Igen Prøve');
	f.end();
});

test('on from where the line broke, when it is still the same file; else from the beginning', async () => {
	const f = feed('PERSONER', { address }), people = Array.from({ length: 30 }, (_, i) => somebody(`Brudt${i}`));
	const bytes = Buffer.from(body('PERSONER', people));
	answer = serve(bytes, '"b1"', 5000);
	const [first, second] = await go(`${Y}-02-10`);
	assert.equal(first.range, undefined);
	assert.deepEqual([second.range, second['if-range']], ['bytes=5000-', '"b1"']);
	assert.equal(f.last().counts, '30 0 0 0 0');
	/* The file has become another between the two. */
	const old = serve(bytes, '"b2"', 5000), fresh = serve(Buffer.from(body('PERSONER', people.map((p) => ({ ...p, mobil: '87654321' })))), '"b3"');
	let n = 0;
	answer = (request, response) => (n++ === 0 ? old : fresh)(request, response);
	assert.equal((await go(`${Y}-02-11`)).length, 2);
	assert.equal(f.last().counts, '0 30 0 0 0');
	f.end();
});

test('nothing is fetched from the house itself, unless the site allows it', async () => {
	const f = feed('PERSONER', { address }), p = somebody('Indefra');
	let sockets = 0;
	const count_it = () => sockets++;
	server.on('connection', count_it);
	answer = serve(Buffer.from(body('PERSONER', [p])), '"i1"');
	assert.equal((await go(`${Y}-02-20`, { LOGBOOK_CA: ca }, {})).length, 0);
	server.off('connection', count_it);
	assert.equal(sockets, 0, 'not even knocked');
	assert.match(f.said(), /husets eget net/);
	assert.equal(person(p.email), undefined);
	f.end();
});

test('a certificate that does not hold, a file that is none, and an answer that is no file: nothing is taken, and the feed says why', async () => {
	const f = feed('PERSONER', { address }), p = somebody('Ingen');
	answer = serve(Buffer.from(body('PERSONER', [p])), '"c1"');
	assert.equal((await go(`${Y}-03-10`, {})).length, 0);
	assert.match(f.said(), /certifikat er ikke gyldigt/);
	answer = (request, response) => response.writeHead(500).end('nej');
	await go(`${Y}-03-11`);
	assert.match(f.said(), /svarede 500/);
	assert.equal(f.last().state, 'AFVIST');
	assert.match(f.last().said, /svarede 500/);
	const runs = count(`import_run WHERE feed = ${f.id}`);
	sql(`UPDATE feed SET checked = NULL WHERE id = ${f.id}`);
	await go(`${Y}-03-11`);
	assert.equal(count(`import_run WHERE feed = ${f.id}`), runs, 'told once a day');
	answer = serve(Buffer.from('<html>Velkommen</html>'), '"c2"');
	await go(`${Y}-03-12`);
	assert.equal(f.last().state, 'AFVIST');
	assert.equal(person(p.email), undefined);
	answer = serve(Buffer.alloc(21 * 1024 * 1024, ' '), '"c3"');
	await go(`${Y}-03-13`);
	assert.match(f.said(), /større end 20 MB/);
	f.end();
});
