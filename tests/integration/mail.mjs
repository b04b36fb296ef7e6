// SPDX-License-Identifier: MPL-2.0
//
// What takes mails and messages in the tests: a real SMTP server with STARTTLS and AUTH, a gateway
// behind TLS, a certificate that the test makes; and the clock, which sends them.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import smtp_server from 'smtp-server';
import { secret, stack } from './lib.mjs';

// --- a certificate of our own ---------------------------------------------------------------

/* For 127.0.0.1 and localhost, which is its own authority: { ca: file, key, cert }. */
export function certificate() {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'logbog-post-'));
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost',
		'-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost', '-keyout', path.join(dir, 'key'), '-out', path.join(dir, 'cert')],
	{ stdio: 'ignore' });
	process.on('exit', () => fs.rmSync(dir, { recursive: true, force: true }));
	return { ca: path.join(dir, 'cert'), key: fs.readFileSync(path.join(dir, 'key')), cert: fs.readFileSync(path.join(dir, 'cert')) };
}

// --- a mail, read ---------------------------------------------------------------------------

const unquoted = (text) => Buffer.from(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g,
	(all, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
const unworded = (text) => text.replace(/\r\n /g, '').replace(/=\?UTF-8\?Q\?(.*?)\?=/g,
	(all, q) => unquoted(q.replace(/_/g, ' ')));

/* { headers, subject, text } of the bytes of a mail. */
export function read_mail(bytes) {
	const all = bytes.toString('latin1'), at = all.indexOf('\r\n\r\n'), headers = {};
	for (const line of all.slice(0, at).replace(/\r\n[ \t]/g, '').split('\r\n')) {
		const [, name, value] = /^([^:]+): (.*)$/.exec(line);
		headers[name.toLowerCase()] = value;
	}
	const quoted = headers['content-transfer-encoding'] === 'quoted-printable', body = all.slice(at + 4);
	return { headers, raw: all, subject: unworded(/\r\nSubject: (.*(?:\r\n .*)*)/.exec(`\r\n${all.slice(0, at)}`)[1]),
		text: (quoted ? unquoted(body) : Buffer.from(body, 'latin1').toString('utf8')).replace(/\r\n/g, '\n') };
}

/* The link that a mail holds, as a path; it must not come into any log. */
export function link_of(mail) {
	const found = /(\/adgang\/aktiver\/([\w-]{43}))\n/.exec(mail.text);
	assert.ok(found, `no link in: ${mail.text}`);
	secret(found[2]);
	return found[1];
}

// --- the servers ----------------------------------------------------------------------------

export const user = { name: 'logbog', password: 'et ord til postserveren' };
export const token = 'et ord til gatewayen';

/* A server that takes mails after STARTTLS and AUTH: { url, mails, tries, stop() }.  `answers` may say
 * what becomes of each: recipient(address) and mail(bytes) answer an error {responseCode, message}, and
 * mail may answer a function, which is called with the connection's socket instead of any answer. */
export async function smtp(cert, answers = {}, { port = 0, offers = true } = {}) {
	const at = { mails: [], tries: 0, sockets: new Set(), signed_in: 0, encrypted: true };
	const server = new smtp_server.SMTPServer({
		key: cert.key, cert: cert.cert, secure: false, authOptional: !offers, logger: false, closeTimeout: 100,
		disabledCommands: offers ? [] : ['STARTTLS', 'AUTH'],
		onAuth({ username, password }, session, done) {
			if (username !== user.name || password !== user.password)
				return done(Object.assign(new Error('no'), { responseCode: 535 }));
			at.signed_in++;
			done(null, { user: username });
		},
		onMailFrom(address, session, done) {
			at.tries++;
			at.encrypted &&= session.secure;
			done();
		},
		onRcptTo({ address }, session, done) {
			const wrong = answers.recipient?.(address);
			done(wrong ? Object.assign(new Error(wrong.message), wrong) : undefined);
		},
		onData(stream, session, done) {
			const parts = [];
			stream.on('data', (part) => parts.push(part));
			stream.on('end', () => {
				const bytes = Buffer.concat(parts), wrong = answers.mail?.(bytes);
				if (typeof wrong === 'function')
					return wrong(() => at.sockets.forEach((s) => s.destroy()));
				if (wrong)
					return done(Object.assign(new Error(wrong.message), wrong));
				at.mails.push({ ...read_mail(bytes), from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((r) => r.address) });
				done();
			});
		},
	});
	server.on('error', () => {});
	server.server.on('connection', (socket) => { at.sockets.add(socket); socket.on('error', () => {}); });
	await new Promise((done) => server.listen(port, '127.0.0.1', done));
	at.port = server.server.address().port;
	at.url = `smtp://127.0.0.1:${at.port}`;
	at.stop = () => new Promise((done) => { at.sockets.forEach((s) => s.destroy()); server.close(done); });
	return at;
}

/* A gateway for messages behind TLS: { url, messages, stop() }; status(message) may answer another than
 * 200, and null for none at all. */
export async function gateway(cert, status = () => 200) {
	const at = { messages: [] };
	const server = https.createServer({ key: cert.key, cert: cert.cert }, (req, res) => {
		const parts = [];
		req.on('data', (part) => parts.push(part));
		req.on('end', () => {
			const message = { ...JSON.parse(Buffer.concat(parts)), authorization: req.headers.authorization, type: req.headers['content-type'] };
			const code = status(message);
			at.messages.push(message);
			if (code === null)
				return req.socket.destroy();
			res.writeHead(code).end('{}');
		});
	});
	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	at.url = `https://127.0.0.1:${server.address().port}/sms`;
	at.stop = () => new Promise((done) => { server.closeAllConnections?.(); server.close(done); });
	return at;
}

/* What stands beside the keys. */
export function put_secrets() {
	fs.writeFileSync(path.join(stack.KEYS, 'mail.password'), `${user.password}\n`, { mode: 0o600 });
	fs.writeFileSync(path.join(stack.KEYS, 'sms.token'), `${token}\n`, { mode: 0o600 });
	secret(user.password, token);
}

// --- the clock ------------------------------------------------------------------------------

export function environment(more = {}) {
	const env = Object.fromEntries(fs.readFileSync(path.join(stack.DIR, 'run/login.env'), 'utf8').trim().split('\n').map((line) => line.split(/=(.*)/s)));
	return { ...env, ...more };
}

/* Goes round once while this process goes on, for the servers are in it.  { child, done }: done is what it
 * said and its status. */
export function clock_begun(more = {}, ...words) {
	const child = spawn(path.join(stack.B, 'bin/logbook-clock'), words, { env: environment(more), stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	child.stdout.on('data', (part) => { said += part; });
	child.stderr.on('data', (part) => { said += part; });
	const done = new Promise((over) => child.on('close', (status, signal) => {
		fs.appendFileSync(path.join(stack.LOG, 'clock.log'), said);
		over({ status, signal, said });
	}));
	return { child, done, said: () => said };
}
export async function clock(more = {}) {
	const { status, said } = await clock_begun(more).done;
	assert.equal(status, 0, said);
	return said;
}
