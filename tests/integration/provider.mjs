// SPDX-License-Identifier: MPL-2.0
//
// A real provider of OpenID Connect (npm oidc-provider) that stands in for a MitID broker: over TLS
// on 127.0.0.1, with a certificate of its own making.  It asks nobody for a password: whoever comes
// is the person of `who`.  Its answers can be changed on their way out, so that it can be seen what
// becomes of a provider that lies; the provider itself stays as it is.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { control, secret, stack } from './lib.mjs';

export const NSIS = 'https://data.gov.dk/concept/core/nsis/';

const base64url = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/* A token by hand. */
export function sign(header, claims, key) {
	const text = `${base64url(header)}.${base64url(claims)}`, bytes = Buffer.from(text);
	const how = { RS256: { key }, ES256: { key, dsaEncoding: 'ieee-p1363' },
		PS256: { key, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } }[header.alg];
	const signature = header.alg === 'none' ? '' : header.alg === 'HS256'
		? crypto.createHmac('sha256', key).update(bytes).digest('base64url')
		: crypto.sign('sha256', bytes, how).toString('base64url');
	return `${text}.${signature}`;
}

export const opened = (token) => token.split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url')));

/* The key for a set, with its name. */
const jwk = (key, kid) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig' });
export const rsa = (bits = 2048) => crypto.generateKeyPairSync('rsa', { modulusLength: bits }).privateKey;
export const ec = (curve = 'P-256') => crypto.generateKeyPairSync('ec', { namedCurve: curve }).privateKey;

function certificate(folder) {
	const [key, cert] = ['provider.key', 'provider.crt'].map((name) => path.join(folder, name));
	execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
		'-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'pipe' });
	return { key, cert };
}

/* Lets the answer of the provider pass through fn, which is given its JSON. */
function changed(res, fn) {
	const parts = [], end = res.end.bind(res), write_head = res.writeHead.bind(res);
	res.writeHead = (...words) => write_head(...words);
	res.write = (part) => (parts.push(Buffer.from(part)), true);
	res.end = (part) => {
		if (part)
			parts.push(Buffer.from(part));
		const text = Buffer.concat(parts).toString(), json = text ? JSON.parse(text) : undefined;
		const body = JSON.stringify(fn(json, res) ?? json);
		res.setHeader('content-length', Buffer.byteLength(body));
		return end(body);
	};
}

/* What the logbook is there, and the file in which it keeps its secret. */
export const client = { id: 'logbog', secret: crypto.randomBytes(24).toString('base64url'), back: `${stack.URL}/adgang/mitid/svar` };
export const secret_file = path.join(stack.KEYS, 'oidc.secret');
secret(client.secret);

/* Program login with MitID switched on, and these on top; and off again, as it was before. */
export function switch_on(provider, more = {}) {
	const told = { LOGBOOK_OIDC_ISSUER: provider.issuer, LOGBOOK_OIDC_CLIENT_ID: client.id, LOGBOOK_CA: provider.ca, ...more };
	fs.writeFileSync(secret_file, client.secret + '\n', { mode: 0o600 });
	control('restart', 'login', ...Object.entries(told).map((pair) => pair.join('=')));
}
export async function switch_off(provider) {
	await provider?.stop();
	fs.rmSync(secret_file, { force: true });
	control('restart', 'login');
}

/* { issuer, ca, keys, who, deny, later, change, asked, travel, stop, start } */
export async function provider_start() {
	const { Provider } = await import('oidc-provider');
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logbook-mitid.'));
	process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
	const files = certificate(folder), keys = { rsa: rsa(), ec: ec(), later: rsa() };
	const p = { keys, ca: files.cert, who: null, deny: false, change: {}, asked: [] };
	const tls = { key: fs.readFileSync(files.key), cert: fs.readFileSync(files.cert) };
	let server, port = 0, provider;

	async function interact(req, res) {
		const details = await provider.interactionDetails(req, res);
		const result = p.deny ? { error: 'access_denied', error_description: 'the person has thought better of it' }
			: { login: { accountId: p.who.sub } };
		p.asked.push(details.params);
		await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
	}

	function answer(req, res) {
		const at = req.url.split('?')[0], fn = p.change[at];
		if (at.startsWith('/interaction/'))
			return interact(req, res).catch((e) => res.writeHead(500).end(String(e)));
		if (at === '/jwks' || fn)
			changed(res, (json, r) => {
				/* The key for later is not told until it is. */
				if (at === '/jwks' && !p.later)
					json.keys = json.keys.filter((k) => k.kid !== 'later');
				return fn?.(json, r);
			});
		return provider.callback()(req, res);
	}

	p.start = () => new Promise((done) => {
		server = https.createServer(tls, answer);
		server.listen(port, '127.0.0.1', () => (port = server.address().port, done()));
	});
	p.stop = () => new Promise((done) => (server.close(done), server.closeAllConnections()));

	await p.start();
	p.issuer = `https://127.0.0.1:${port}`;
	provider = new Provider(p.issuer, {
		clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.back], grant_types: ['authorization_code'],
			response_types: ['code'], token_endpoint_auth_method: 'client_secret_basic' }],
		jwks: { keys: [jwk(keys.rsa, 'rsa'), jwk(keys.ec, 'ec'), jwk(keys.later, 'later')] },
		scopes: ['openid', 'mitid', 'ssn'], claims: { openid: ['sub'], mitid: ['loa'], ssn: ['dk.cpr'] }, conformIdTokenClaims: false,
		features: { devInteractions: { enabled: false } }, pkce: { required: () => true },
		cookies: { keys: ['only for tests'] }, interactions: { url: (ctx, i) => `/interaction/${i.uid}` },
		findAccount: (ctx, sub) => ({ accountId: sub, claims: () => p.who }),
		loadExistingGrant: async (ctx) => {
			const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
			grant.addOIDCScope('openid mitid ssn');
			await grant.save();
			return grant;
		},
		renderError: (ctx, out) => { ctx.body = JSON.stringify(out); },
	});

	/* A browser at the provider, from there to where it leads back to us: the whole address. */
	p.travel = async (at) => {
		const cookies = new Map();
		for (let i = 0; i < 10; i++) {
			const { status, headers, text } = await ask(at, cookies, tls.cert);
			assert.ok(status >= 302 && status <= 303, `${at}: ${status} ${text}`);
			at = new URL(headers.location, p.issuer).href;
			if (!at.startsWith(p.issuer)) {
				secret(...['code', 'state'].map((name) => new URL(at).searchParams.get(name)));
				return at;
			}
		}
		throw new Error('the provider leads round and round');
	};
	return p;
}

function ask(at, cookies, ca) {
	const cookie = [...cookies].map((c) => c.join('=')).join('; ');
	return new Promise((done, fail) => {
		https.get(at, { ca, agent: false, headers: cookie ? { cookie } : {} }, (answer) => {
			const parts = [];
			for (const set of answer.headers['set-cookie'] ?? []) {
				const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
				cookies.set(name, value);
			}
			answer.on('data', (part) => parts.push(part));
			answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }));
		}).on('error', fail);
	});
}
