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
	place: (h, not) => `SELECT MIN(u.id) FROM org_unit u WHERE u.kind = 'PLADSHOLDER'
		AND ${not} u.region <=> (SELECT o.region FROM user_role o WHERE o.id = ${h})`,
	specialty: (h, not) => `SELECT ${not ? 'MAX' : 'MIN'}(id) FROM specialty`,
	id: (h, not) => `SELECT MIN(x.id) FROM approval x WHERE x.status = 'REQUESTED' AND ${not} EXISTS (SELECT 1 FROM reach r
		WHERE r.held = ${h} AND r.doctor = x.doctor AND r.element = x.element AND r.may_approve
		AND ${today()} >= r.since AND ${today()} < r.until)`,
	held: (h, not) => `SELECT MIN(x.id) FROM user_role x WHERE x.role IN ('VEJLEDER', 'HOVEDVEJLEDER') AND x.until > ${today()}
		AND ${not} (x.org_unit <=> (SELECT org_unit FROM user_role WHERE id = ${h}))`,
	/* Of evaluations: an employment that has ended, and a place with published means, which everybody reaches. */
	employment: (h, not) => `SELECT MIN(x.id) FROM element x JOIN org_unit u ON u.id = x.org_unit AND u.kind <> 'PLADSHOLDER'
		WHERE x.until <= ${today()} AND x.cancelled IS NULL AND NOT EXISTS (SELECT 1 FROM evaluation_given g WHERE g.element = x.id)
		AND ${not} (x.doctor <=> (SELECT person FROM user_role WHERE id = ${h}))`,
	unit: (h, not) => not ? 'SELECT 99999999' : 'SELECT MIN(org_unit) FROM evaluation_place',
	notice: (h, not) => `SELECT MIN(x.id) FROM notice x WHERE x.kind = 'IMPORTED' AND ${not} (x.person <=> (SELECT person FROM user_role WHERE id = ${h}))
		${h ? '' : "AND x.person = (SELECT MAX(person) FROM user_role WHERE role = 'PKL')"}`,
};

/* What the program import has: of a region, or of the country.  The project leader reaches every run,
 * so for what is outside there is a number that nobody has. */
const of_region = (h, own) => `EXISTS (SELECT 1 FROM user_role u WHERE u.id = ${h} AND (${own}))`;
const or_nobodys = (select) => `SELECT COALESCE((${select}), 99999999)`;
const has_course = (h) => `EXISTS (SELECT 1 FROM training_course c JOIN user_role u ON u.id = ${h} AND u.region = c.region
	WHERE c.doctor = x.id AND ${today()} < c.office_until)`;
Object.assign(ids, {
	record: (h, not) => or_nobodys(`SELECT MIN(x.id) FROM feed_record x WHERE ${not} ${of_region(h, "u.role = 'PROJEKTLEDER' OR x.region IS NULL OR u.region = x.region")}`),
	run: (h, not) => or_nobodys(`SELECT MAX(x.id) FROM import_run x WHERE x.way = 'HTTPS' AND ${not} ${of_region(h, "u.role = 'PROJEKTLEDER' OR u.region <=> x.region")}`),
	feed: (h, not) => `SELECT MIN(x.id) FROM feed x WHERE ${not} ${of_region(h, 'u.region <=> x.region')}`,
	replacement: (h, not) => `SELECT MIN(x.id) FROM person x WHERE x.cpr_kind = 'REPLACEMENT' AND x.gone IS NULL
		AND EXISTS (SELECT 1 FROM training_course c WHERE c.doctor = x.id) AND ${not} ${has_course(h)}`,
	real: () => "SELECT MAX(x.id) FROM person x WHERE x.cpr_kind = 'REAL' AND x.gone IS NULL AND x.name = 'Rigtig Prøve'",
});

/* One of each for every region and for the country, and somebody with a real number. */
function bring_in() {
	const mark = Date.now();
	for (const [region] of [...sql('SELECT id FROM training_region'), ['NULL']]) {
		sql(`INSERT INTO feed (source, form, region, way, address, active) VALUES ('EVALUER', 'PERSONER', ${region}, 'HTTPS', 'https://${mark}.example.dk/${region}', 0)`);
		sql(`INSERT INTO import_run (form, way, region, state, at, day) VALUES ('PERSONER', 'HTTPS', ${region}, 'UDFOERT', UTC_TIMESTAMP(), ${today()})`);
		sql(`INSERT INTO feed_record (source, source_id, region, cpr_find, name, body, body_hash, due, state, first_seen, last_seen)
			VALUES ('EVALUER', 'ret-${region}-${mark}', ${region}, UNHEX(SHA2('${region}${mark}', 256)), 'Rettighed Prøve', 'x', UNHEX(SHA2('x', 256)),
			${today()}, 'VENTER', UTC_TIMESTAMP(), UTC_TIMESTAMP())`);
	}
	sql(`INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed) VALUES ('Rigtig Prøve', 'rigtig.${mark}@example.dk',
		'+4520304043', '1990-01-01', 'REAL', UNHEX(SHA2('rigtig${mark}', 256)), 'x')`);
}

/* Attestations: an element that ended, of oneself, of the own department, of the region; what stands of
 * a doctor within reach; an original that waits for where its doctor is now. */
const present = (h) => `EXISTS (SELECT 1 FROM element e JOIN user_role u ON u.org_unit = e.org_unit AND u.id = ${h}
	WHERE e.doctor = x.doctor AND e.cancelled IS NULL AND ${today()} >= e.since AND ${today()} < e.until)`;
Object.assign(ids, {
	element: (h, not) => `SELECT MIN(x.id) FROM element x JOIN training_course c ON c.id = x.course WHERE x.cancelled IS NULL AND c.cancelled IS NULL
		AND x.until <= ${today()} AND (${not ? 'TRUE' : 'NOT EXISTS (SELECT 1 FROM attestation_now n WHERE n.element = x.id)'})
		AND ${not} EXISTS (SELECT 1 FROM user_role u WHERE u.id = ${h} AND CASE u.role WHEN 'UL' THEN u.person = x.doctor WHEN 'VUS' THEN ${within(h)} ELSE u.org_unit = x.org_unit END)`,
	attestation: (h, not, v) => or_nobodys(`SELECT MIN(x.attestation) FROM attestation_now x WHERE x.status = 'APPROVED' AND ${v.doctor ? `x.doctor = ${v.doctor}` : `${not} ${within(h)}`}`),
	paper: (h, not, v) => or_nobodys(`SELECT MIN(x.paper) FROM attestation x WHERE x.paper IS NOT NULL AND ${v.doctor ? `x.doctor = ${v.doctor}` : `${not} ${within(h)}`}`),
	original: (h, not) => `SELECT MIN(x.attestation) FROM attestation_now x WHERE x.status = 'REQUESTED' AND x.basis = 'PAPER_VERIFIED' AND ${not} ${present(h)}`,
});

/* For UL, UAO and tutor, through the pages: of a doctor who is there now one element that ended without,
 * one that is attested, one whose original on paper waits.  The elements are cancelled afterwards. */
const given = [];
async function give_attestations() {
	for (const column of ['UL', 'UAO', 'TUTOR']) {
		const h = browsers.get(column).held, here = column === 'UL' ? `x.doctor = (SELECT person FROM user_role WHERE id = ${h})` : present(h);
		const [[doctor, email, unit, head, role]] = sql(`SELECT x.doctor, d.email, x.org_unit, p.email, u.role FROM element x JOIN person d ON d.id = x.doctor
			JOIN user_role u ON u.org_unit = x.org_unit AND u.role IN ('UAO', 'TUTOR') AND u.person <> x.doctor AND ${today()} >= u.since AND ${today()} < u.until
			JOIN person p ON p.id = u.person WHERE ${here} AND ${column === 'UL' ? 'TRUE' : `u.id = ${h}`} AND x.cancelled IS NULL
			AND ${today()} >= x.since AND ${today()} < x.until ORDER BY x.doctor LIMIT 1`);
		const [open, signed, paper] = [30, 60, 90].map((back) => one(`INSERT INTO element (course, doctor, seq, org_unit, since, until)
			SELECT MIN(c.id), ${doctor}, 900, ${unit}, ${today()} - INTERVAL ${back + 12} MONTH, ${today()} - INTERVAL ${back} MONTH FROM training_course c WHERE c.doctor = ${doctor};
			SELECT LAST_INSERT_ID()`));
		given.push(open, signed, paper);
		const at = `/vejleder/attestationer/${signed}/tid`, form = `/logbog/attestationer/${paper}/papir`;
		const signs = await login(head, role), brings = await login(email, 'UL');
		assert.match((await signs.submit(at, { svar: 'attester' }, { from: at })).text, /Attestationen er givet/);
		assert.match((await brings.submit(form, { underskriver: 'Ole Gammel', titel: 'Overlæge', fravaer: '0',
			dato: one(`SELECT DATE_FORMAT(until - INTERVAL 2 DAY, '%d.%m.%Y') FROM element WHERE id = ${paper}`) },
		{ from: form, files: { attestation: file('letter.png') } })).text, /Papirattestationen er sendt/);
	}
}

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
		const of = ['attestation', 'paper'].find((n) => name === 'doctor' && pattern.includes(`{${n}}`));
		values[name] = one(of
			? or_nobodys(`SELECT MIN(x.doctor) FROM attestation x WHERE ${of === 'paper' ? 'x.paper IS NOT NULL' : "x.status = 'APPROVED'"} AND ${not} ${within(h)}`)
			: name === 'doctor' && letter
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

/* Everybody has been told something. */
const give_notices = () => sql(`INSERT INTO notice (person, kind, place, made) SELECT DISTINCT h.person, 'IMPORTED', 'til prøve', '2020-01-01 12:00:00' FROM user_role h
	WHERE NOT EXISTS (SELECT 1 FROM notice n WHERE n.person = h.person AND n.kind = 'IMPORTED')`);

/* Every practice has a supervisor too, while this goes on. */
const give_supervisors = () => sql(`INSERT INTO user_role (person, role, org_unit, since, made_at)
	SELECT (SELECT MAX(person) FROM user_role WHERE role = 'PKL'), 'VEJLEDER', t.org_unit, '2000-01-01', '2000-01-01' FROM user_role t WHERE t.role = 'TUTOR'
	AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.org_unit = t.org_unit AND o.role = 'VEJLEDER' AND o.until > ${today()})`);

before(async () => {
	give_notices();
	give_supervisors();
	for (const column of table.columns)
		browsers.set(column, await browser_of(column));
	if (stack.PROGRAMS.includes('office'))
		await give_letters();
	if (stack.PROGRAMS.includes('approve') && stack.PROGRAMS.includes('journal'))
		await give_attestations();
	if (stack.PROGRAMS.includes('import'))
		bring_in();
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

/* Nothing of it waits for the clock when others let it go round. */
after(() => {
	sql("UPDATE user_role SET until = since WHERE made_at = '2000-01-01'");
	sql(`UPDATE element SET cancelled = ${today()} WHERE id IN (${[0, ...given].join(',')})`);
	sql("DELETE FROM notice WHERE kind = 'IMPORTED' AND place = 'til prøve'");
	sql("UPDATE import_run SET state = 'FORTRUDT' WHERE state IN ('BESTILT', 'TILBAGE_BESTILT')");
	sql("UPDATE feed_record SET state = 'AFVIST' WHERE name = 'Rettighed Prøve'");
	if (process.env.WRITE)
		console.error(['method', 'path', 'needs', ...table.columns, 'outside'].join('\t') + '\n' + written.join('\n'));
});
