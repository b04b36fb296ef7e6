// SPDX-License-Identifier: MPL-2.0
//
// /verificer/ answers anybody, and nobody without end: so many questions from one network in a quarter of an hour.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, count, one, sql } from './lib.mjs';

const MOST = 30, from = '/verificer/', clear = () => sql('DELETE FROM verify_ask');
before(clear);
after(clear);
const anybody = new Browser();
const ask = (text = 'noget andet') => anybody.submit(from, {}, { from, files: { fil: { filename: 'x', bytes: Buffer.from(text) } } });

test('thirty questions from one network are answered, the next waits for a quarter of an hour; a number alone is always answered', async () => {
	for (let i = 0; i < MOST; i++)
		assert.equal((await ask(`fil ${i}`)).heading, 'Dokumentet kendes ikke', `question ${i + 1}`);
	let page = await ask();
	assert.equal(page.status, 429);
	assert.match(page.text, /Prøv igen om et kvarter/);
	assert.equal(page.headers['retry-after'], String(15 * 60));
	/* Another browser on the same network is no way round; a hash is a question like a file. */
	assert.equal((await new Browser().submit(from, { nummer: 'ab'.repeat(32) }, { from })).status, 429);
	assert.equal((await anybody.get(from)).status, 200);
	assert.equal((await anybody.get('/verificer/vejledning')).status, 200);
	assert.equal((await anybody.get('/verificer/LB-0000-0000-0')).status, 404);
	/* Fourteen minutes are too few, fifteen are enough; what no longer counts is gone. */
	sql(`UPDATE verify_ask SET at = at - INTERVAL 14 MINUTE`);
	assert.equal((await ask()).status, 429);
	sql(`UPDATE verify_ask SET at = at - INTERVAL 16 MINUTE`);
	assert.equal((await ask()).status, 200);
	assert.equal(count('verify_ask'), 1);
});

test('where a question came from is not kept in the clear', async () => {
	await ask();
	assert.doesNotMatch(one('SELECT GROUP_CONCAT(HEX(network)) FROM verify_ask'), new RegExp(Buffer.from('127.0.0').toString('hex'), 'i'));
	assert.equal(one('SELECT MIN(LENGTH(network)) FROM verify_ask'), '32');
});
