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
import { Browser, count, file, login, one, person, root, somebody, sql, stack, today } from './lib.mjs';
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

/* Plans and talks: an element that the role may see them of; a main supervisor those appointed alone. */
const talks_of = (h, element) => `EXISTS (SELECT 1 FROM talk_reach r WHERE r.held = ${h} AND r.doctor = x.doctor
	${element ? `AND r.element = ${element}` : ''} AND ${today()} >= r.since AND ${today()} < r.until)`;
const of_talks = /samtaler|uddannelsesplan|planbilag|tvivl|hovedvejleder/;
Object.assign(ids, {
	element: (h, not) => `SELECT MIN(x.id) FROM element x WHERE x.cancelled IS NULL AND ${not} ${talks_of(h, 'x.id')}`,
	talk: (h, not) => `SELECT MIN(x.id) FROM talk x WHERE ${not} ${talks_of(h, 'x.element')}`,
	talker: (h, not, v, pattern) => `SELECT MIN(x.doctor) FROM ${pattern.includes('{doubt}') ? 'doubt'
		: pattern.includes('{file}') ? "talk_minutes" : 'course_curriculum'} x WHERE ${pattern.includes('{file}') ? 'x.file IS NOT NULL AND' : ''}
		${not} ${talks_of(h, /doubt|file/.test(pattern) ? 'x.element' : '')}`,
	doubt: (h, not, v) => `SELECT MIN(x.id) FROM doubt x WHERE x.doctor = ${v.doctor}`,
	file: (h, not, v) => `SELECT MIN(x.file) FROM talk_minutes x WHERE x.file IS NOT NULL AND ${v.doctor ? `x.doctor = ${v.doctor}` : `${not} ${talks_of(h, 'x.element')}`}`,
});

/* Each element of today has a main supervisor where the department has one, and a talk with minutes as a
 * file; and a doubt. */
function give_talks() {
	sql(`INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
		SELECT e.doctor, e.id, MIN(h.person), 'HOVEDVEJLEDER', e.since, MIN(h.person), 'til prøve', 'UAO', UTC_TIMESTAMP()
		FROM element e JOIN user_role h ON h.org_unit = e.org_unit AND h.role = 'HOVEDVEJLEDER' AND h.person <> e.doctor
		WHERE ${today()} >= e.since AND ${today()} < e.until AND e.cancelled IS NULL
		AND NOT EXISTS (SELECT 1 FROM main_supervisor m WHERE m.element = e.id AND m.live = 1) GROUP BY e.id`);
	for (const [element, doctor, unit] of sql(`SELECT e.id, e.doctor, e.org_unit FROM element e JOIN person p ON p.id = e.doctor
		WHERE ${today()} >= e.since AND ${today()} < e.until AND e.cancelled IS NULL`)) {
		sql(`BEGIN; SELECT MIN(sha256), MIN(LENGTH(bytes)) INTO @content, @size FROM file_content;
			INSERT INTO talk (doctor, element, kind, planned_on, once, given_by, by_name, as_role, at)
			VALUES (${doctor}, ${element}, 'ADJUST', ${today()}, RANDOM_BYTES(16), ${doctor}, 'til prøve', 'UL', UTC_TIMESTAMP());
			SET @talk = LAST_INSERT_ID();
			INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
			VALUES (${doctor}, 'TALK', 'application/pdf', 1, @size, 'til prøve', @content, ${doctor}, UTC_TIMESTAMP());
			INSERT INTO talk_minutes (talk, doctor, element, step, status, side, held_on, file, file_sha256, given_by, by_name, as_role, place, at)
			VALUES (@talk, ${doctor}, ${element}, 1, 'DRAFT', 'DOCTOR', ${today()}, LAST_INSERT_ID(), @content, ${doctor}, 'til prøve', 'UL', 'til prøve', UTC_TIMESTAMP());
			COMMIT`);
		const head = one(`SELECT MIN(person) FROM user_role WHERE org_unit = ${unit} AND role IN ('UAO', 'TUTOR') AND person <> ${doctor}`);
		if (head && !count(`doubt WHERE element = ${element}`))
			sql(`INSERT INTO doubt (doctor, element, words, measures, follow_on, once, given_by, by_name, as_role, at)
				VALUES (${doctor}, ${element}, 'til prøve', 'til prøve', ${today()}, RANDOM_BYTES(16), ${head}, 'til prøve', 'UAO', UTC_TIMESTAMP())`);
	}
}

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
		values[name] = one(name === 'doctor' && of_talks.test(pattern) ? ids.talker(h, not, values, pattern)
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
	give_talks();
	for (const column of table.columns)
		browsers.set(column, await browser_of(column));
	if (stack.PROGRAMS.includes('office'))
		await give_letters();
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
	sql(`UPDATE main_supervisor SET until = ${today()}, ended_by = given_by, ended_at = UTC_TIMESTAMP() WHERE by_name = 'til prøve'`);
	sql(`INSERT INTO doubt_outcome (doubt, doctor, element, outcome, words, given_by, by_name, as_role, at)
		SELECT d.id, d.doctor, d.element, 'RESOLVED', 'til prøve', d.given_by, 'til prøve', d.as_role, UTC_TIMESTAMP() FROM doubt d
		LEFT JOIN doubt_outcome o ON o.doubt = d.id WHERE d.by_name = 'til prøve' AND o.id IS NULL`);
	sql("UPDATE user_role SET until = since WHERE made_at = '2000-01-01'");
	sql("DELETE FROM notice WHERE kind = 'IMPORTED' AND place = 'til prøve'");
	sql("UPDATE import_run SET state = 'FORTRUDT' WHERE state IN ('BESTILT', 'TILBAGE_BESTILT')");
	sql("UPDATE feed_record SET state = 'AFVIST' WHERE name = 'Rettighed Prøve'");
	if (process.env.WRITE)
		console.error(['method', 'path', 'needs', ...table.columns, 'outside'].join('\t') + '\n' + written.join('\n'));
});
