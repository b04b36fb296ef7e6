// SPDX-License-Identifier: MPL-2.0
//
// tests/permissions.tsv: every route, asked for by everybody.  A POST is sent with the token of
// a page of ours and nothing filled in, so what is allowed is seen by its being answered at all.
//
// WRITE=1 prints the table as the programs answer now, for a new route; it is to be read, not
// believed.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Browser, file, login, one, person, root, somebody, sql, stack, today } from './lib.mjs';
import { permissions } from './table.mjs';

const table = permissions(path.join(root, 'tests/permissions.tsv'));
const browsers = new Map(), written = [];

// --- who asks -------------------------------------------------------------------------------

/* The role held, as reach knows it. */
const held = (email, role) => Number(one(`SELECT MIN(id) FROM user_role WHERE person = ${person(email)} AND role = '${role}'
	AND ${today()} >= since AND ${today()} < until`));

/* Somebody who reaches a doctor in that role, if the role reaches any. */
const viewer = (role) => {
	const reaches = `EXISTS (SELECT 1 FROM reach r WHERE r.held = h.id AND ${today()} >= r.since AND ${today()} < r.until)`;
	return one(`SELECT 1 FROM user_role h WHERE h.role = '${role}' AND ${today()} >= h.since AND ${today()} < h.until AND ${reaches} LIMIT 1`)
		? somebody(role, reaches) : somebody(role);
};

async function browser_of(column) {
	const b = new Browser();
	if (column === 'nobody') {
		await b.get('/adgang/log-ind');
		return { browser: b, token: await b.token('/adgang/log-ind') };
	}
	const email = column === 'none' ? somebody('UL') : viewer(column);
	const browser = await login(email, column === 'none' ? undefined : column, { anew: true });
	if (column === 'none')
		sql(`UPDATE session SET held = NULL WHERE person = ${person(email)} ORDER BY id DESC LIMIT 1`);
	return { browser, email, token: await browser.token(), held: column === 'none' ? 0 : held(email, column) };
}

// --- what they ask for ----------------------------------------------------------------------

/* For each {name}, one within the reach of the role held, and one outside it. */
const within = (h) => `EXISTS (SELECT 1 FROM reach r WHERE r.held = ${h} AND r.doctor = x.doctor
	AND ${today()} >= r.since AND ${today()} < r.until)`;
const ids = {
	doctor: (h, not) => `SELECT MIN(doctor) FROM (SELECT DISTINCT doctor FROM course_curriculum) x WHERE ${not} ${within(h)}`,
	competency: (h, not, v) => `SELECT MIN(c.id) FROM competency c WHERE ${not} EXISTS (SELECT 1 FROM course_curriculum k
		WHERE k.curriculum = c.curriculum AND k.doctor = ${v.doctor ?? `(SELECT person FROM user_role WHERE id = ${h})`})`,
	token: () => `SELECT '${'x'.repeat(43)}'`,
	letter: (h, not) => `SELECT MIN(x.letter) FROM merit x WHERE ${not} ${within(h)}`,
	merit: (h, not) => `SELECT MIN(x.id) FROM merit x WHERE ${not} ${within(h)}`,
	id: (h, not) => `SELECT MIN(x.id) FROM approval x WHERE x.status = 'REQUESTED' AND ${not} EXISTS (SELECT 1 FROM reach r
		WHERE r.held = ${h} AND r.doctor = x.doctor AND r.element = x.element AND r.may_approve
		AND ${today()} >= r.since AND ${today()} < r.until)`,
};

const found = new Map();

/* The address with something real for each {name}; null where there is nothing of the kind. */
function address(pattern, h, outside) {
	const key = `${pattern} ${h} ${outside}`;
	if (!found.has(key))
		found.set(key, pattern.includes('{') ? fill(pattern, h, outside) : pattern);
	return found.get(key);
}

function fill(pattern, h, outside) {
	const values = {};
	const letter = pattern.includes('{letter}');
	for (const [, name] of pattern.matchAll(/\{(\w+)\}/g)) {
		const not = outside && !(name === 'competency' && values.doctor) ? 'NOT' : '';
		values[name] = one(name === 'doctor' && letter
			? `SELECT MIN(doctor) FROM merit x WHERE x.letter IS NOT NULL AND ${not} ${within(h)}`
			: name === 'letter' && values.doctor ? `SELECT MIN(letter) FROM merit WHERE doctor = ${values.doctor}`
				: ids[name](h, not, values));
		if (values[name] == null)
			return null;
	}
	return pattern.replace(/\{(\w+)\}/g, (all, name) => values[name]);
}

async function ask({ browser, token }, method, at) {
	if (method === 'GET')
		return browser.request('GET', at);
	return browser.post(at, { formular: token });
}

// --- the table ------------------------------------------------------------------------------

/* Merit letters for whoever has none in reach: given as the secretariat gives them. */
async function give_letters() {
	const email = viewer('VUS'), office = held(email, 'VUS');
	const doctors = sql(`SELECT DISTINCT x.doctor FROM course_curriculum x
		WHERE ${within(office)} AND x.doctor NOT IN (SELECT doctor FROM merit WHERE letter IS NOT NULL)`);
	const browser = await login(email, 'VUS');
	for (const [doctor] of doctors.slice(0, 12)) {
		const page = await browser.submit(`/sekretariat/godkend-merit/${doctor}`, {}, {
			from: `/sekretariat/godkend-merit/${doctor}`, files: { meritbrev: file('letter.png') } });
		assert.equal(page.status, 200, page.brief);
	}
}

before(async () => {
	for (const column of table.columns)
		browsers.set(column, await browser_of(column));
	if (stack.PROGRAMS.includes('office'))
		await give_letters();
});

/* Leaving comes last: it ends the session. */
const rows = [...table.rows].sort((a, b) => a.path.endsWith('/log-ud') - b.path.endsWith('/log-ud'));
for (const row of rows)
	test(`${row.method} ${row.path}: ${row.needs}`, async () => {
		const got = [], anything = address(row.path, 0, true);
		for (const [i, column] of table.columns.entries()) {
			const who = browsers.get(column), refused = [401, 403].includes(row.expected[i]);
			const at = refused ? anything : address(row.path, who.held ?? 0, false) ?? anything;
			assert.ok(at, `there is nothing to ask for at ${row.path}`);
			got.push((await ask(who, row.method, at)).status);
		}
		const outside = new Set();
		for (const [i, column] of table.columns.entries()) {
			const who = browsers.get(column);
			if (!who.held || !row.path.includes('{') || [401, 403, 303].includes(row.expected[i]))
				continue;
			const at = address(row.path, who.held, true);
			assert.ok(at, `${column} reaches everything at ${row.path}`);
			outside.add((await ask(who, row.method, at)).status);
		}
		written.push([row.method, row.path, row.needs, ...got, [...outside].join(',') || '-'].join('\t'));
		if (process.env.WRITE)
			return;
		assert.deepEqual(Object.fromEntries(table.columns.map((c, i) => [c, got[i]])),
			Object.fromEntries(table.columns.map((c, i) => [c, row.expected[i]])));
		assert.equal([...outside].join(',') || '-', row.outside, 'outside reach');
	});

after(() => {
	if (process.env.WRITE)
		console.error(['method', 'path', 'needs', ...table.columns, 'outside'].join('\t') + '\n' + written.join('\n'));
});
