// SPDX-License-Identifier: MPL-2.0
//
// What the front server does by its shipped configuration: files, compression, its own pages,
// and a log that tells nothing it should not.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { apache, Browser, demo, login, sleep, somebody, stack } from './lib.mjs';

const nobody = () => new Browser();
const style = async () => /<link rel="stylesheet" href="([^"]*)"/.exec((await nobody().request('GET', '/adgang/log-ind')).html)[1];

test('the style sheet is named after what it holds, and kept for good', async () => {
	const at = await style(), page = await nobody().request('GET', at);
	assert.match(at, /[.-][0-9a-f]{8,64}\.css$/);
	assert.equal(page.status, 200);
	assert.equal(page.headers['content-type'], 'text/css; charset=utf-8');
	assert.equal(page.headers['cache-control'], 'public, max-age=31536000, immutable');
	assert.equal(page.headers['x-content-type-options'], 'nosniff');
	assert.match(page.headers['content-security-policy'], /^default-src 'none'/);
	for (const [, url] of page.html.matchAll(/url\(["']?(?!data:)([^"')]+)/g))
		assert.equal((await nobody().request('GET', new URL(url, `${stack.URL}${at}`).pathname)).status, 200, url);
});

test('the icon that every page names is there, under its old name too', async () => {
	for (const at of ['/statisk/icon.svg', '/favicon.ico']) {
		const page = await nobody().request('GET', at);
		assert.deepEqual([page.status, page.headers['content-type'].replace(/;.*/, '')], [200, 'image/svg+xml'], at);
	}
});

test('pages and files go out packed to whoever can unpack them', async () => {
	const doctor = await login(somebody('UL'), 'UL');
	for (const at of [await style(), '/logbog/kompetencer']) {
		const packed = await doctor.request('GET', at, { headers: { 'accept-encoding': 'gzip' } });
		assert.equal(packed.headers['content-encoding'], 'gzip', at);
		assert.match(packed.headers.vary, /accept-encoding/i);
		const plain = await doctor.request('GET', at);
		assert.equal(plain.headers['content-encoding'], undefined);
		assert.ok(packed.bytes.length < plain.bytes.length / 3);
		assert.equal(zlib.gunzipSync(packed.bytes).length, plain.bytes.length);
	}
});

test('there is nothing to see among the files but the files', async () => {
	for (const at of ['/statisk/', '/statisk', '/statisk/fejl/', '/statisk/nowhere.css', '/.git/config', '/statisk/.htaccess', '/Makefile', '/nginx/logbook.conf']) {
		const page = await nobody().request('GET', at);
		assert.ok([301, 303, 403, 404].includes(page.status), page.brief);
		assert.doesNotMatch(page.html, /Index of|\[core\]|PROGRAMS =|server \{/);
	}
	for (const method of ['POST', 'PUT', 'DELETE'])
		assert.ok([403, 405].includes((await nobody().request(method, await style(), { body: '' })).status), method);
	assert.equal((await nobody().request('GET', '/robots.txt')).status, 200);
});

test('the first word of a program\'s addresses, without its stroke, leads on or is not there', async () => {
	for (const at of ['/logbog', '/vejleder', '/sekretariat', '/udskrift'])
		assert.ok([301, 404].includes((await nobody().request('GET', at)).status), at);
});

test('headers that a proxy would write are not believed', async () => {
	const page = await nobody().request('GET', '/adgang/log-ind', { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '1.2.3.4',
		'x-forwarded-host': 'evil.example', forwarded: 'proto=https;host=evil.example', https: 'on', 'x-https': 'on', proxy: 'http://evil.example',
		'x-original-url': '/sekretariat/brugere', 'x-rewrite-url': '/sekretariat/brugere', 'x-http-method-override': 'POST' } });
	assert.equal(page.heading, 'Log ind');
	assert.match(page.headers['set-cookie'][0], /^logbog=/);
	assert.doesNotMatch(page.headers['set-cookie'][0], /Secure/);
	assert.ok(!page.html.includes('evil.example'));
});

test('a body in pieces without a length is taken whole, or refused; never cut', async () => {
	const doctor = await login(somebody('UL'), 'UL');
	const body = `formular=${await doctor.token()}&present=x&fresh=kort&repeated=kort`;
	const page = await doctor.request('POST', '/adgang/profil/adgangskode', { headers: { 'transfer-encoding': 'chunked', origin: stack.URL,
		'content-type': 'application/x-www-form-urlencoded' }, body: undefined, pieces: body });
	assert.equal(page.status, apache ? 411 : 422, page.brief);
});

test('R_GDP_04 the log tells what was asked for, not with which words, and no CPR number', async () => {
	const number = demo.people[0].cpr, mark = Math.random().toString(36).replace(/[^a-z]/g, '');
	await nobody().request('GET', `/logbog/${mark}?soeg=hemmeligt-${mark}`, { headers: { referer: `${stack.URL}/?henvist-${mark}` } });
	await nobody().request('GET', `/logbog/${mark}/${number}`);
	await nobody().request('GET', `/logbog/${mark}/${number.replace('-', '')}`);
	await nobody().request('GET', `/${mark}%00/${number}?x=${number}`);
	await nobody().request('GET', `/logbog/${mark}?cpr=${number}`);
	await sleep(300);
	const logs = fs.readdirSync(stack.LOG).filter((f) => f.endsWith('.log')).map((f) => fs.readFileSync(path.join(stack.LOG, f), 'utf8')).join('\n');
	assert.ok(logs.includes(`/logbog/${mark}`), 'it is logged');
	for (const word of [`hemmeligt-${mark}`, `henvist-${mark}`, number, number.replace('-', '')])
		assert.ok(!logs.includes(word), word);
});
