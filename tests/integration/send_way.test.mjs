// SPDX-License-Identifier: MPL-2.0
//
// The way to the authority against real servers: https with a line that breaks, sftp by OpenSSH, a receiver
// that is gone for a day, a program that is killed while it makes or carries, and what is told meanwhile.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { count, environment, login, one, person, sleep, somebody, sql, stack, today, until } from './lib.mjs';
import { certificate } from './mail.mjs';
import { at, go, kbu, let_time_pass, make_ready, opened, order, outbox, reference, sender, sha256, state } from './sending.mjs';

const A = person(kbu), own = certificate(), dir = fs.mkdtempSync(path.join(os.tmpdir(), 'logbog-way-'));
const ends = [];
after(() => {
	for (const end of ends)
		end();
	fs.rmSync(dir, { recursive: true, force: true });
});
const envelope = (id) => Buffer.from(sql(`SELECT HEX(bytes) FROM submission_piece WHERE submission = ${id} AND what = 'ENVELOPE' ORDER BY n`).map(([h]) => h).join(''), 'hex');
const begin = (more) => spawn(path.join(stack.B, 'bin/logbook-send'), [], { env: environment(more), stdio: 'ignore' });
let id;
/* The doctor takes it back, and orders anew. */
async function anew() {
	if (id && state(id) !== 'WITHDRAWN') {
		const b = await login(kbu, 'UL'), page = `${at}/afsendelse/${id}`;
		await b.submit(`${page}/afslut`, { hvad: 'traek', grund: 'Prøve' }, { from: page });
		assert.equal(state(id), 'WITHDRAWN');
	}
	id = await order(id ? await login(kbu, 'UL') : await make_ready(kbu), 'PRACTICE');
	return reference(id);
}

/* A server that takes PUT with Content-Range, and breaks the line after so many bytes. */
async function receiver() {
	const r = { files: new Map(), asked: [], breaks: 0, stalls: false, tokens: new Set() };
	const server = https.createServer({ key: own.key, cert: own.cert }, (request, response) => {
		const name = decodeURIComponent(request.url.slice(1)), had = r.files.get(name) ?? Buffer.alloc(0);
		r.asked.push(`${request.method} ${request.headers['content-range'] ?? ''}`.trim());
		r.tokens.add(request.headers.authorization);
		if (request.method === 'HEAD')
			return r.files.has(name) ? response.writeHead(200, { 'content-length': had.length }).end() : response.writeHead(404).end();
		const from = Number(/^bytes (\d+)-/.exec(request.headers['content-range'] ?? '')?.[1] ?? 0);
		let all = had.subarray(0, from);
		request.on('data', (part) => {
			all = Buffer.concat([all, part]);
			if (r.breaks && all.length >= r.breaks) {
				r.files.set(name, all.subarray(0, r.breaks));
				request.destroy();
			} else if (!r.stalls || all.length > 1000)
				r.files.set(name, all);
			if (r.stalls)
				request.pause();
		});
		request.on('error', () => {});
		request.on('end', () => response.writeHead(201).end());
	});
	await new Promise((done) => server.listen(0, 'localhost', done));
	ends.push(() => { server.closeAllConnections?.(); server.close(); });
	r.way = { LOGBOOK_SEND: `https://localhost:${server.address().port}/`, LOGBOOK_CA: own.ca };
	return r;
}

test('https: resumed after a line that broke, the same bytes once, with our token', async () => {
	const r = await receiver(), ref = await anew();
	fs.writeFileSync(path.join(stack.KEYS, 'send.token'), 'et-hemmeligt-ord-til-styrelsen\n');
	ends.push(() => fs.rmSync(path.join(stack.KEYS, 'send.token'), { force: true }));
	r.breaks = 30000;
	await go(r.way);
	assert.equal(state(id), 'BUILT');
	const hindered = await (await login(kbu, 'UL')).get(`${at}/afsendelse/${id}`);
	assert.match(hindered.text, /Modtageren kan ikke nås\. Der prøves igen/, 'and nothing of what a machine said');
	/* One that has waited for longer than a day says who was told, and asks for itself no more. */
	const was = one(`SELECT ordered FROM submission_now WHERE submission = ${id}`);
	assert.doesNotMatch(hindered.text, /over et døgn/);
	sql(`UPDATE submission_now SET ordered = ordered - INTERVAL 25 HOUR WHERE submission = ${id}`);
	assert.match((await (await login(kbu, 'UL')).get(`${at}/afsendelse/${id}`)).text, /Den har ventet over et døgn\. Sekretariatet og projektledelsen har fået besked/);
	sql(`UPDATE submission_now SET ordered = '${was}' WHERE submission = ${id}`);
	let_time_pass(id);
	r.breaks = 0;
	await go(r.way);
	assert.equal(state(id), 'SENT');
	assert.ok(r.asked.some((a) => a.startsWith('PUT bytes 30000-')), r.asked.join());
	assert.equal(sha256(r.files.get(`${ref}.zip.p7m`)), sha256(envelope(id)));
	assert.deepEqual([...r.tokens], ['Bearer et-hemmeligt-ord-til-styrelsen']);
	assert.equal(one(`SELECT LOWER(HEX(sha256)) FROM submission_step WHERE submission = ${id} AND status = 'SENT'`), sha256(envelope(id)));
});

test('killed while it carries: it goes on, once; and killed after the receiver had it: found there', async () => {
	const r = await receiver(), ref = await anew();
	r.stalls = true;
	const child = begin(r.way);
	await until(() => r.asked.some((a) => a.startsWith('PUT')), 'it is being carried', 30);
	/* Meanwhile nobody else takes it, and the doctor cannot stop it. */
	await go(r.way);
	assert.equal(r.asked.filter((a) => a.startsWith('PUT')).length, 1);
	const b = await login(kbu, 'UL');
	assert.equal((await b.submit(`${at}/afsendelse/${id}/afslut`, { hvad: 'traek', grund: 'Prøve' }, { from: `${at}/afsendelse/${id}` })).status, 409);
	child.kill('SIGKILL');
	await new Promise((done) => child.on('exit', done));
	assert.equal(state(id), 'BUILT');
	r.stalls = false;
	let_time_pass(id);
	await go(r.way);
	assert.equal(state(id), 'SENT');
	assert.equal(sha256(r.files.get(`${ref}.zip.p7m`)), sha256(envelope(id)));

	const again = await anew();
	sender({ LOGBOOK_SEND: 'https://localhost:9/', LOGBOOK_CA: own.ca });
	assert.equal(state(id), 'BUILT');
	/* Closed once: the receiver has it, and we were killed before we noted that. */
	r.files.set(`${again}.zip.p7m`, envelope(id));
	r.asked.length = 0;
	let_time_pass(id);
	await go(r.way);
	assert.equal(state(id), 'SENT');
	assert.deepEqual(r.asked, ['HEAD']);
});

test('killed while it makes: nothing half is left, and the next makes it', async () => {
	const ref = await anew();
	let killed = 0;
	for (let ms = 30; ms < 4000 && state(id) === 'ORDERED'; ms *= 2) {
		const child = begin({});
		await sleep(ms);
		if (child.exitCode === null) {
			child.kill('SIGKILL');
			await new Promise((done) => child.on('exit', done));
		}
		killed++;
		if (state(id) === 'ORDERED')
			assert.equal(count(`submission_piece WHERE submission = ${id}`), 0);
		let_time_pass(id);
	}
	assert.ok(killed > 1);
	sender();
	assert.equal(state(id), 'SENT');
	assert.equal(count(`submission_step WHERE submission = ${id}`), 3);
	opened(path.join(outbox, `${ref}.zip.p7m`));
	assert.equal(fs.readdirSync(outbox).filter((f) => f.startsWith('.')).length, 0);
});

test('a receiver that is gone for a day loses nothing; the secretariat and the project leader are told once', async () => {
	const ref = await anew(), gone = { LOGBOOK_SEND: 'https://localhost:9/', LOGBOOK_CA: own.ca }, leader = person(somebody('PROJEKTLEDER'));
	const late = () => count(`notice WHERE kind = 'PACKAGE_LATE' AND about = ${A} AND place = '${ref}'`);
	const waits = [];
	for (let i = 0; i < 4; i++) {
		sender(gone);
		waits.push(Number(one(`SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), next_try) FROM submission_work WHERE submission = ${id}`)));
		let_time_pass(id);
	}
	assert.ok(waits[1] > waits[0] && waits[2] > waits[1] && waits[3] > waits[2], waits.join());
	assert.equal(late(), 0);
	const tomorrow = one(`SELECT ${today()} + INTERVAL 2 DAY`);
	sender({ ...gone, LOGBOOK_TODAY: tomorrow });
	const told = late();
	assert.ok(told > 0);
	assert.equal(count(`notice WHERE kind = 'PACKAGES_LATE' AND person = ${leader}`) > 0, true);
	sender({ ...gone, LOGBOOK_TODAY: tomorrow });
	assert.equal(late(), told, 'once a day');
	/* Without a certificate nothing is sent in the open. */
	let_time_pass(id);
	sql(`UPDATE submission_work SET alarmed = NULL WHERE submission = ${id}`);
	sender();
	assert.equal(state(id), 'SENT');
	opened(path.join(outbox, `${ref}.zip.p7m`));
});

test('the authority’s certificate is missing, or the way is not set up: it waits, says why, and nothing is sent in the open', async () => {
	const ref = await anew();
	sender({ LOGBOOK_SEND_CERTIFICATE: path.join(dir, 'none.pem') });
	assert.equal(state(id), 'BUILT');
	assert.match(one(`SELECT said FROM submission_work WHERE submission = ${id}`), /certifikat/);
	let_time_pass(id);
	sender({ LOGBOOK_SEND: '' });
	assert.match(one(`SELECT said FROM submission_work WHERE submission = ${id}`), /ikke sat op/);
	assert.ok(!fs.readdirSync(outbox).some((f) => f.startsWith(ref)));
	let_time_pass(id);
	sender();
	assert.equal(state(id), 'SENT');
});

test('sftp: a real OpenSSH, resumed from a part that lies there, and no host that is not known', async () => {
	const port = await new Promise((done) => { const s = net.createServer().listen(0, '127.0.0.1', () => { const p = s.address().port; s.close(() => done(p)); }); });
	const keygen = (file) => execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
	const incoming = path.join(dir, 'ind'), user = os.userInfo().username;
	fs.mkdirSync(incoming);
	keygen(path.join(dir, 'host'));
	for (const f of ['send.key', 'send.key.pub'])
		fs.rmSync(path.join(stack.KEYS, f), { force: true });
	execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-m', 'PEM', '-N', '', '-f', path.join(stack.KEYS, 'send.key')]);
	ends.push(() => ['send.key', 'send.key.pub'].forEach((f) => fs.rmSync(path.join(stack.KEYS, f), { force: true })));
	fs.copyFileSync(path.join(stack.KEYS, 'send.key.pub'), path.join(dir, 'authorized'));
	fs.mkdirSync('/run/sshd', { recursive: true });
	fs.writeFileSync(path.join(dir, 'sshd_config'), `Port ${port}\nListenAddress 127.0.0.1\nHostKey ${dir}/host\nAuthorizedKeysFile ${dir}/authorized\nStrictModes no\nPasswordAuthentication no\nUsePAM no\nPermitRootLogin prohibit-password\nPidFile none\nSubsystem sftp internal-sftp\n`);
	const sshd = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', path.join(dir, 'sshd_config')], { stdio: ['ignore', 'ignore', fs.openSync(path.join(dir, 'sshd.log'), 'w')] });
	ends.push(() => sshd.kill());
	await until(() => new Promise((done) => { const c = net.connect(port, '127.0.0.1', () => { c.end(); done(true); }).on('error', () => done(false)); }), 'sshd answers', 10);
	const known = path.join(dir, 'known_hosts'), [type, key] = fs.readFileSync(path.join(dir, 'host.pub'), 'utf8').split(' ');
	const way = { LOGBOOK_SEND: `sftp://${user}@127.0.0.1:${port}${incoming}/`, LOGBOOK_SEND_HOSTS: known }, ref = await anew();
	fs.writeFileSync(known, '');
	await go(way);
	assert.equal(state(id), 'BUILT');
	assert.equal(fs.readdirSync(incoming).length, 0, 'a host that is not known is told nothing');
	fs.writeFileSync(known, `[127.0.0.1]:${port} ${type} ${key}\n`);
	fs.writeFileSync(path.join(incoming, `${ref}.zip.p7m.part`), envelope(id).subarray(0, 20000));
	let_time_pass(id);
	await go(way);
	assert.equal(state(id), 'SENT', `${one(`SELECT said FROM submission_work WHERE submission = ${id}`)} ${fs.readFileSync(path.join(dir, 'sshd.log'), 'utf8')}`);
	assert.deepEqual(fs.readdirSync(incoming), [`${ref}.zip.p7m`]);
	assert.equal(sha256(fs.readFileSync(path.join(incoming, `${ref}.zip.p7m`))), sha256(envelope(id)));
});

/* As if the disk were full after so many kilobytes: no file grows beyond. */
const cramped = (kilobytes, more = {}) => spawnSync('bash', ['-c', `ulimit -f ${kilobytes} && exec "$0"`, path.join(stack.B, 'bin/logbook-send')], { env: environment(more), encoding: 'utf8' });
const said = () => one(`SELECT said FROM submission_work WHERE submission = ${id}`);

test('the disk is full while it is carried into the folder: nothing half lies there, it waits and says why, and goes when there is room', async () => {
	const ref = await anew();
	sender({ LOGBOOK_SEND: '' });
	assert.equal(state(id), 'BUILT');
	for (let i = 0; i < 2; i++) {
		let_time_pass(id);
		const { status, stderr: out } = cramped(16);
		assert.equal(status, 0);
		assert.equal(state(id), 'BUILT');
		assert.equal(said(), 'Modtageren kan ikke nås.');
		assert.match(out, /cannot write there/, 'what the machine said is in the log');
		assert.deepEqual(fs.readdirSync(outbox).filter((f) => f.includes(ref)), [], 'neither whole nor half, nor beside it');
	}
	const page = await (await login(kbu, 'UL')).get(`${at}/afsendelse/${id}`);
	assert.match(page.text, /Låst, sendes nu/);
	assert.match(page.text, /Der prøves igen/);
	let_time_pass(id);
	sender();
	assert.equal(state(id), 'SENT');
	assert.equal(sha256(fs.readFileSync(path.join(outbox, `${ref}.zip.p7m`))), sha256(envelope(id)));
});

test('the disk is full while it is made: nothing of it is kept, it waits and says why, and is made when there is room', async () => {
	const ref = await anew();
	for (let i = 0; i < 2; i++) {
		assert.equal(cramped(8).status, 0);
		assert.equal(state(id), 'ORDERED');
		assert.match(said(), /Der er ikke plads på serveren/);
		assert.equal(Number(one(`SELECT tries FROM submission_work WHERE submission = ${id}`)), i + 1);
		assert.equal(count(`submission_piece WHERE submission = ${id}`) + count(`submission_file WHERE submission = ${id}`), 0);
		let_time_pass(id);
	}
	assert.match((await (await login(kbu, 'UL')).get(`${at}/afsendelse/${id}`)).text, /Der er ikke plads på serveren.*Der prøves igen/);
	sender();
	assert.equal(state(id), 'SENT');
	opened(path.join(outbox, `${ref}.zip.p7m`));
});
