// SPDX-License-Identifier: MPL-2.0
//
// The programs go on on a chain whose head was tampered with, and do not mend it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { head_seal } from './chain.mjs';
import { ask, logbook, login, one, sql, stack, status } from './lib.mjs';

function verify() {
	const said = spawnSync(path.join(stack.B, 'bin/logbook-audit'), ['verify', '--socket', stack.SOCKET,
		'--database', stack.DATABASE, '--keys', stack.KEYS], { encoding: 'utf8' });
	return { status: said.status, lines: said.stdout.trimEnd().split('\n').slice(0, -1) };
}
/* The seal that the doctor's head ought to have. */
function sealed(doctor) {
	const [n, hash] = sql(`SELECT n, HEX(hash) FROM chain_head WHERE doctor = ${doctor}`)[0];
	const seal = head_seal(fs.readFileSync(path.join(stack.KEYS, 'chain')), doctor, Number(n), Buffer.from(hash, 'hex'));
	return `X'${seal.toString('hex')}'`;
}

test('a request is added to a chain whose head was changed, and the head stays broken', async () => {
	const book = logbook('EXISTS (SELECT 1 FROM chain_head k WHERE k.doctor = p.id)');
	const browser = await login(book.doctor, 'UL');
	const links = () => Number(one(`SELECT n FROM chain_head WHERE doctor = ${book.id}`));
	const before = links();

	assert.deepEqual(verify(), { status: 0, lines: [] });
	sql(`UPDATE chain_head SET seal = REPEAT('x', 32) WHERE doctor = ${book.id}`);
	try {
		await ask(browser, book, book.goals[0]);
		assert.equal(status(book, book.goals[0]), 'REQUESTED');
		assert.equal(links(), before + 1);
		assert.deepEqual(verify(), { status: 1,
			lines: [`doctor ${book.id}: the head was changed (the chain ends at ${before + 1})`] });
	} finally {
		sql(`UPDATE chain_head SET seal = ${sealed(book.id)} WHERE doctor = ${book.id}`);
	}
	await ask(browser, book, book.goals[1]);
	assert.deepEqual(verify(), { status: 0, lines: [] });
});
