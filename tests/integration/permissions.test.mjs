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
	if (role === 'UL' && one('SELECT 1 FROM card_sheet LIMIT 1'))
		return somebody(role, 'EXISTS (SELECT 1 FROM card_sheet s WHERE s.doctor = h.person)');
	if (role === 'KURSUSUDBYDER')
		return somebody(role, `EXISTS (SELECT 1 FROM course_def d WHERE d.id = h.course AND d.kind = 'GENERAL')`);
	const reaches = `EXISTS (SELECT 1 FROM reach r WHERE r.held = h.id AND ${today()} >= r.since AND ${today()} < r.until)`;
	return one(`SELECT 1 FROM user_role h WHERE h.role = '${role}' AND ${today()} >= h.since AND ${today()} < h.until AND ${reaches} LIMIT 1`)
		? somebody(role, reaches) : somebody(role);
};

/* Of a course of research training another provider is asked than the one of general courses. */
const module_provider = () => somebody('KURSUSUDBYDER', `EXISTS (SELECT 1 FROM research x WHERE x.asked = h.id AND x.file IS NOT NULL)`);
/* A package has been sent by somebody else than who has cards. */
const package_sender = () => somebody('UL', `EXISTS (SELECT 1 FROM submission_now n WHERE n.doctor = h.person AND n.kind = 'SPECIALIST' AND n.part = 'MAIN' AND n.sent IS NOT NULL)`);
const who_of = (column, pattern) => browsers.get(column === 'KURSUSUDBYDER' && pattern.includes('{request}') ? 'module'
	: column === 'UL' && /\{submission\}|eftersend/.test(pattern) ? 'sender' : column);

async function browser_of(column, email = column === 'none' ? somebody('UL') : column === 'nobody' ? null : viewer(column)) {
	const b = new Browser();
	if (column === 'nobody') {
		await b.get('/adgang/log-ind');
		return { browser: b, token: await b.token('/adgang/log-ind') };
	}
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
	sheet: (h, not, v) => v.doctor ? or_nobodys(`SELECT MIN(x.sheet) FROM card_now x WHERE x.status NOT IN ('STARTED', 'WITHDRAWN') AND x.doctor = ${v.doctor}`)
		: `SELECT MIN(x.sheet) FROM card_now x WHERE x.status NOT IN ('STARTED', 'WITHDRAWN') AND ${not} ${within(h)}`,
	template: (h, not, v) => or_nobodys(`SELECT MIN(t.id) FROM card_template t WHERE ${not} EXISTS (SELECT 1 FROM course_curriculum k
		WHERE k.curriculum = t.curriculum AND k.doctor = ${v.doctor ?? `(SELECT person FROM user_role WHERE id = ${h})`})`),
	entry: (h, not) => or_nobodys(`SELECT MIN(x.id) FROM card_entry x WHERE ${not} ${within(h)}`),
	/* Of evaluations: an employment that has ended, and a place with published means, which everybody reaches. */
	employment: (h, not) => `SELECT MIN(x.id) FROM element x JOIN org_unit u ON u.id = x.org_unit AND u.kind <> 'PLADSHOLDER'
		WHERE x.until <= ${today()} AND x.cancelled IS NULL AND NOT EXISTS (SELECT 1 FROM evaluation_given g WHERE g.element = x.id)
		AND ${not} (x.doctor <=> (SELECT person FROM user_role WHERE id = ${h}))`,
	unit: (h, not) => not ? 'SELECT 99999999' : 'SELECT MIN(org_unit) FROM evaluation_place',
	notice: (h, not) => `SELECT MIN(x.id) FROM notice x WHERE x.kind = 'IMPORTED' AND ${not} (x.person <=> (SELECT person FROM user_role WHERE id = ${h}))
		${h ? '' : "AND x.person = (SELECT MAX(person) FROM user_role WHERE role = 'PKL')"}`,
};

/* Notes, files, resets, forms. */
const vus_region = (h) => `(SELECT u.region FROM user_role u WHERE u.id = ${h})`;
Object.assign(ids, {
	kind: (h, not, v, pattern) => `SELECT '${/dokumentation/.test(pattern) ? 'speciallaege' : 'kompetence'}'`,
	row: (h, not, v) => `SELECT MIN(x.approval) FROM approval_now x WHERE x.status = 'APPROVED' AND x.merit IS NULL AND x.doctor = ${v.doctor}`,
	asked: (h, not) => `SELECT MIN(x.id) FROM reset_asked x WHERE ${not} x.region <=> ${vus_region(h)}`,
	note: (h, not, v) => `SELECT MIN(x.id) FROM note x WHERE ${v.doctor ? `x.kind = 'VUS' AND x.doctor = ${v.doctor}`
		: `x.kind = 'OWN' AND ${not} ${within(h)}`}`,
	file: (h, not, v, pattern) => of_talks.test(pattern) && !pattern.includes('forskning') ? talk_file(h, not, v) : pattern.includes('forskning') ? research_file(h, not, v) : `SELECT MIN(x.file) FROM file_now x WHERE x.kind = 'CARD' AND x.status = 'UPLOADED' AND ${v.doctor ? `x.doctor = ${v.doctor}`
		: `${not} ${within(h)}`}`,
	form: (h, not, v) => or_nobodys(v.anybody ? `SELECT MIN(x.id) FROM form x WHERE x.ended_by IS NULL AND ${not ? 'FALSE' : 'TRUE'}` : `SELECT MIN(x.id) FROM form x WHERE x.ended_by IS NULL AND ${not} x.region <=> ${vus_region(h)}`),
	version: () => 'SELECT 1',
});

/* What the program import has: of a region, or of the country.  The project leader reaches every run,
 * so for what is outside there is a number that nobody has. */
const of_region = (h, own) => `EXISTS (SELECT 1 FROM user_role u WHERE u.id = ${h} AND (${own}))`;
const or_nobodys = (select) => `SELECT COALESCE((${select}), 99999999)`;
/* Courses: what the role in use leads or provides, and whom it sees there. */
const leads = (h, course) => `EXISTS (SELECT 1 FROM user_role o JOIN course_def d ON d.id = ${course} WHERE o.id = ${h}
	AND ((o.role IN ('DKL', 'KURSUSUDBYDER') AND o.course = d.id) OR (o.role = 'HKL' AND d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY')
	AND (d.specialty = o.specialty OR EXISTS (SELECT 1 FROM course_specialty s WHERE s.course = d.id AND s.specialty = o.specialty)))))`;
const is_course_role = (h) => one(`SELECT role IN ('HKL', 'DKL', 'KURSUSUDBYDER') FROM user_role WHERE id = ${h || 0}`) === '1';
Object.assign(ids, {
	hold: (h, not) => or_nobodys(`SELECT MIN(x.id) FROM course_run x WHERE ${not} ${leads(h, 'x.course')}`),
	course: (h, not, v) => not ? 'SELECT 99999999' : is_course_role(h) ? `SELECT MIN(x.id) FROM course_def x WHERE ${leads(h, 'x.id')}`
		: `SELECT MIN(d.id) FROM course_def d JOIN training_course c ON c.stage = d.stage
			WHERE d.kind = 'GENERAL' AND d.required AND d.region IS NULL AND d.position < 30 AND c.doctor = ${v.doctor ?? `(SELECT person FROM user_role WHERE id = ${h})`}`,
	certificate_file: (h, not, v) => not ? 'SELECT 99999999' : `SELECT MIN(x.file) FROM course_record x WHERE x.doctor = ${v.doctor ?? `(SELECT person FROM user_role WHERE id = ${h})`}`,
	claim: (h, not) => or_nobodys(is_course_role(h)
		? `SELECT MIN(x.id) FROM course_record x WHERE x.status = 'CLAIMED' AND ${not} (${leads(h, 'x.course')} AND (SELECT role FROM user_role WHERE id = ${h}) = 'KURSUSUDBYDER')`
		: `SELECT MIN(x.id) FROM course_record x WHERE x.status = 'CLAIMED' AND ${not} EXISTS (SELECT 1 FROM element e JOIN user_role o ON o.id = ${h || 0} AND o.org_unit = e.org_unit
			WHERE e.doctor = x.doctor AND ${today()} >= e.since AND ${today()} < e.until)`),
});
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

/* Research training: parts of the doctor's region, files of theirs, what a provider is asked for. */
const reaches_research = (h) => `EXISTS (SELECT 1 FROM reach_research r WHERE r.held = ${h} AND r.doctor = x.doctor
	AND ${today()} >= r.since AND ${today()} < r.until)`;
const in_research = (h, v) => v.doctor ?? `COALESCE((SELECT person FROM user_role WHERE id = ${h}), 0)`;
const listed = (h, v) => `EXISTS (SELECT 1 FROM training_course c JOIN research_list l ON l.training_region = c.region
	WHERE c.doctor = ${in_research(h, v)} AND c.stage = 'HU' AND c.since <= ${today()} AND l.id = x.research_list)`;
const main_training = (h, not, pattern) => `SELECT MIN(doctor) FROM training_course x WHERE stage = 'HU' AND cancelled IS NULL AND since <= ${today()}
		${pattern.includes('{file}') ? `AND EXISTS (SELECT 1 FROM research_course k WHERE k.doctor = x.doctor)` : ''}
		AND ${not} ${pattern.startsWith('/kurser/') ? reaches_research(h) : within(h)}`;
const research_file = (h, not, v) => v.doctor ? `SELECT MIN(certificate) FROM research_course WHERE doctor = ${v.doctor}`
	: `SELECT MIN(x.certificate) FROM research_course x WHERE ${not} x.doctor = ${in_research(h, v)}`;
Object.assign(ids, {
	researcher: (h, not, v, pattern) => `SELECT COALESCE((${main_training(h, not, pattern)}), (${ids.doctor(h, not)}))`,
	part: (h, not, v) => `SELECT x.id FROM research_part x WHERE ${v.doctor ? '' : not} ${listed(h, v)} ORDER BY x.kind = 'PRESENTATION' DESC LIMIT 1`,
	decided: (h, not) => `SELECT MIN(x.doctor) FROM decision x WHERE ${not} ${within(h)}`,
	decision: (h, not, v) => v.doctor ? `SELECT MIN(merit) FROM decision WHERE doctor = ${v.doctor}` : `SELECT MIN(x.merit) FROM decision x WHERE ${not} ${within(h)}`,
	request: (h, not) => or_nobodys(`SELECT MAX(x.id) FROM research x WHERE x.status = 'REQUESTED' AND x.asked IS NOT NULL AND x.file IS NOT NULL
		AND ${not} x.asked = ${h}`),
});

/* Plans and talks: an element that the role may see them of; a main supervisor those appointed alone. */
const talks_of = (h, element) => `EXISTS (SELECT 1 FROM talk_reach r WHERE r.held = ${h} AND r.doctor = x.doctor
	${element ? `AND r.element = ${element}` : ''} AND ${today()} >= r.since AND ${today()} < r.until)`;
const of_talks = /samtaler|uddannelsesplan|planbilag|tvivl|hovedvejleder/;
const talk_file = (h, not, v) => `SELECT MIN(x.file) FROM talk_minutes x WHERE x.file IS NOT NULL AND ${v.doctor ? `x.doctor = ${v.doctor}` : `${not} ${talks_of(h, 'x.element')}`}`;
const element_of_talks = (h, not) => `SELECT MIN(x.id) FROM element x WHERE x.cancelled IS NULL AND ${not} ${talks_of(h, 'x.id')}`;
Object.assign(ids, {
	talk: (h, not) => `SELECT MIN(x.id) FROM talk x WHERE ${not} ${talks_of(h, 'x.element')}`,
	talker: (h, not, v, pattern) => `SELECT MIN(x.doctor) FROM ${pattern.includes('{doubt}') ? 'doubt'
		: pattern.includes('{file}') ? "talk_minutes" : 'course_curriculum'} x WHERE ${pattern.includes('{file}') ? 'x.file IS NOT NULL AND' : ''}
		${not} ${talks_of(h, /doubt|file/.test(pattern) ? 'x.element' : '')}`,
	doubt: (h, not, v) => `SELECT MIN(x.id) FROM doubt x WHERE x.doctor = ${v.doctor}`,
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

/* Packages that were sent: of oneself, of the region. */
Object.assign(ids, {
	submission: (h, not) => or_nobodys(`SELECT MIN(x.submission) FROM submission_now x WHERE x.sent IS NOT NULL AND x.status = 'SENT' AND ${not} ${within(h)}`),
	reference: (h, not) => not ? "SELECT 'LB-0000-0000-0'" : "SELECT MIN(s.reference) FROM submission s JOIN submission_now n ON n.submission = s.id WHERE n.sent IS NOT NULL",
	key: (h, not) => not ? 'SELECT 999' : 'SELECT 1',
});

/* A row of one's own overview of employment; the try-out has one of somebody else. */
Object.assign(ids, { line: (h, not) => or_nobodys(`SELECT MIN(x.id) FROM employment x WHERE x.cancelled IS NULL AND ${not} ${within(h)}`) });
const give_employment = () => sql(`INSERT INTO employment (doctor, since, until, kind, hospital, at)
	SELECT id, '2015-01-01', '2015-02-01', 'LOCUM', 'til prøve', UTC_TIMESTAMP() FROM person WHERE id = ${person(viewer('UL'))}`);

// Absence: of an element of the doctor whose address it is, that the role reaches.
const element_now = (h, not) => `SELECT MIN(x.id) FROM element x WHERE x.cancelled IS NULL AND ${today()} >= x.since AND ${today()} < x.until AND ${not} ${within(h)}`;
Object.assign(ids, {
	absence: (h, not, v) => `SELECT MIN(x.id) FROM absence x WHERE x.by_name = 'til prøve' AND ${v.element ? `x.element = ${v.element}` : `x.doctor = ${v.doctor} AND ${not} EXISTS (SELECT 1 FROM reach r
		WHERE r.held = ${h} AND r.doctor = x.doctor AND (r.element = x.element OR r.element IS NULL) AND ${today()} >= r.since AND ${today()} < r.until)`}`,
});

/* Attestations: an element that ended, of oneself, of the own department, of the region; what stands of
 * a doctor within reach; an original that waits for where its doctor is now. */
const present = (h) => `EXISTS (SELECT 1 FROM element e JOIN user_role u ON u.org_unit = e.org_unit AND u.id = ${h}
	WHERE e.doctor = x.doctor AND e.cancelled IS NULL AND ${today()} >= e.since AND ${today()} < e.until)`;
Object.assign(ids, {
	element: (h, not, v, pattern) => of_talks.test(pattern) ? element_of_talks(h, not) : pattern.includes('fravaer') ? element_now(h, not) : `SELECT MIN(x.id) FROM element x JOIN training_course c ON c.id = x.course WHERE x.cancelled IS NULL AND c.cancelled IS NULL
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

/* A doctor who has one. */
const wanted = [['{row}', "approval_now x WHERE x.status = 'APPROVED' AND x.merit IS NULL"], ['{note}', "note x WHERE x.kind = 'VUS'"],
	['{sheet}', "card_now x WHERE x.status NOT IN ('STARTED', 'WITHDRAWN')"],
	['anmodning/{file}', "file x WHERE x.kind = 'REQUEST'"], ['filer/{file}', "file_now x WHERE x.kind = 'CARD' AND x.status = 'UPLOADED'"]];

function fill(pattern, h, outside) {
	const values = { anybody: pattern.startsWith('/adgang/') };
	const letter = pattern.includes('{letter}'), template = pattern.includes('{template}'), asked_in_writing = pattern.includes('anmodning/{file}');
	for (const [, name] of pattern.matchAll(/\{(\w+)\}/g)) {
		const not = outside && !(['competency', 'template'].includes(name) && values.doctor) ? 'NOT' : '';
		const beside = name === 'doctor' && wanted.find(([word]) => pattern.includes(word));
		const of = ['attestation', 'paper'].find((n) => name === 'doctor' && pattern.includes(`{${n}}`));
		values[name] = one(name === 'doctor' && of_talks.test(pattern) && !pattern.includes('forskning') ? ids.talker(h, not, values, pattern)
			: name === 'doctor' && pattern.includes('forskning') ? ids.researcher(h, not, values, pattern)
			: pattern.includes('overdragelser') ? ids.leaver(h, not)
			: pattern.includes('afgoerelse') ? ids[name === 'doctor' ? 'decided' : 'decision'](h, not, values)
			: name === 'doctor' && pattern.startsWith('/kurser/samlet-godkendelse')
			? `SELECT MIN(c.doctor) FROM training_course c WHERE c.stage = 'HU' AND c.specialty IS NOT NULL AND c.cancelled IS NULL
				AND ${not} (c.specialty <=> (SELECT specialty FROM user_role WHERE id = ${h}))`
			: name === 'doctor' && pattern.includes('kursusbevis/{file}')
			? `SELECT MIN(doctor) FROM course_record x WHERE x.file IS NOT NULL AND ${not} ${within(h)}`
			: beside ? `SELECT COALESCE((SELECT MIN(x.doctor) FROM ${beside[1]} AND ${not} ${within(h)}), ${not && beside[0] === '{sheet}' ? `(${ids.doctor(h, not)})` : 'NULL'})` : of
			? or_nobodys(`SELECT MIN(x.doctor) FROM attestation x WHERE ${of === 'paper' ? 'x.paper IS NOT NULL' : "x.status = 'APPROVED'"} AND ${not} ${within(h)}`)
			: name === 'doctor' && letter
			? `SELECT MIN(doctor) FROM merit x WHERE x.letter IS NOT NULL AND ${not} ${within(h)}`
			: name === 'doctor' && template ? `SELECT MIN(doctor) FROM course_curriculum x JOIN card_set s ON s.curriculum = x.curriculum WHERE ${not} ${within(h)}`
			: name === 'letter' && values.doctor ? `SELECT MIN(letter) FROM merit WHERE doctor = ${values.doctor}`
				: name === 'file' && asked_in_writing ? `SELECT MIN(id) FROM file WHERE kind = 'REQUEST' AND doctor = ${values.doctor}`
					: ids[name === 'file' && pattern.includes('kursusbevis/') ? 'certificate_file' : name](h, not, values, pattern));
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

/* Merit letters, with decisions, for whoever has none in reach: given as the secretariat gives them. */
async function give_letters() {
	const email = viewer('VUS'), office = held(email, 'VUS');
	const doctors = sql(`SELECT DISTINCT x.doctor FROM course_curriculum x
		WHERE ${within(office)} AND x.doctor NOT IN (SELECT doctor FROM merit WHERE letter IS NOT NULL)`);
	const browser = await login(email, 'VUS');
	const decided = { grundlag: 'ABROAD', begrundelse: 'til prøve', sagsnr: '1', kurser: 'til prøve',
		advarsel: ['KBU', 'LOCUM', 'SHORT', 'RELEASE', 'PERMIT', 'COURSE', 'APPLICATION'] };
	for (const [doctor] of doctors.slice(0, 20)) {
		const page = await browser.submit(`/sekretariat/godkend-merit/${doctor}`, decided, {
			from: `/sekretariat/godkend-merit/${doctor}`, files: { meritbrev: file('letter.png') } });
		assert.equal(page.status, 200, page.brief);
	}
}

/* A certificate for every doctor in main training who has none. */
function give_certificates() {
	const lacks = `h.role = 'UL' AND NOT EXISTS (SELECT 1 FROM research_course k WHERE k.doctor = h.person)`, over = "'2020-01-02'";
	sql(`INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at) SELECT DISTINCT h.person, 'CERTIFICATE', f.type, 1, f.size, 'bevis til prøve', f.content,
		h.person, '2020-01-01' FROM user_role h JOIN file f ON f.id = (SELECT MIN(id) FROM file) WHERE ${lacks}`);
	sql(`INSERT INTO research_course (doctor, name, held_on, half_days, certificate, at, cancelled) SELECT doctor, 'bevis til prøve', '2020-01-01', 1, id, '2020-01-01', ${over}
		FROM file WHERE name = 'bevis til prøve' AND kind = 'CERTIFICATE'`);
}

/* Every doctor has a file and a note, every region a note, a reset that waits, and a form; the written
 * requests are files alone, which no chain holds. */
async function give_shelf() {
	const put = '/logbog/filer';
	for (const [email] of sql(`SELECT DISTINCT p.email FROM person p JOIN course_curriculum k ON k.doctor = p.id JOIN credential c ON c.person = p.id
		JOIN user_role h ON h.person = p.id AND h.role = 'UL' AND ${today()} >= h.since AND ${today()} < h.until`)) {
		const browser = await login(email, 'UL');
		assert.equal((await browser.submit(put, { slags: 'CARD', titel: 'Til prøve' }, { from: put, files: { fil: file('letter.png') } })).status, 200, email);
	}
	sql(`INSERT IGNORE INTO note (doctor, kind, given_by, once, at) SELECT DISTINCT doctor, 'OWN', doctor, UNHEX(MD5(CONCAT('own', doctor))), UTC_TIMESTAMP() FROM course_curriculum;
		INSERT IGNORE INTO note (doctor, kind, region, given_by, once, at) SELECT DISTINCT c.doctor, 'VUS', c.region, h.person, UNHEX(MD5(CONCAT('vus', c.doctor, c.region))), UTC_TIMESTAMP()
			FROM training_course c JOIN user_role h ON h.role = 'VUS' AND h.region = c.region AND h.person <> c.doctor GROUP BY c.doctor, c.region;
		INSERT INTO note_version (note, version, text, readers, given_by, by_name, as_role, at) SELECT n.id, 1, 'til prøve', IF(n.kind = 'VUS', 'VUS', 'ALL'), n.given_by, 'x', IF(n.kind = 'VUS', 'VUS', 'UL'), n.at
			FROM note n WHERE NOT EXISTS (SELECT 1 FROM note_version v WHERE v.note = n.id);
		INSERT IGNORE INTO form (title, region, once) SELECT 'Til prøve', id, UNHEX(MD5(CONCAT('form', id))) FROM training_region;
		INSERT IGNORE INTO form (title, region, once) VALUES ('Til prøve', NULL, UNHEX(MD5('form')));
		INSERT INTO form_version (form, version, type, pages, size, name, content, given_by, by_name, at) SELECT f.id, 1, v.type, v.pages, v.size, v.name, v.content, v.given_by, v.by_name, v.at
			FROM form f JOIN form_version v ON v.form = 1 AND v.version = 1 WHERE f.title = 'Til prøve' AND NOT EXISTS (SELECT 1 FROM form_version o WHERE o.form = f.id);
		INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at) SELECT c.doctor, 'REQUEST', f.type, f.pages, f.size, 'til prøve.png', f.content, h.person, UTC_TIMESTAMP()
			FROM training_course c JOIN user_role h ON h.role = 'VUS' AND h.region = c.region AND h.person <> c.doctor
			JOIN (SELECT * FROM file WHERE kind = 'CARD' LIMIT 1) f GROUP BY c.doctor;
		INSERT IGNORE INTO reset_asked (doctor, region, kind, row_id, title, requester, requested_on, case_no, reason, once, given_by, by_name, as_role, place, at, expires)
			SELECT n.doctor, c.region, 'APPROVAL', MIN(n.approval), 'til prøve', 'x', '2020-01-01', 'x', 'x', UNHEX(MD5(CONCAT('asked', n.doctor))), h.person, 'x', 'VUS', 'x', UTC_TIMESTAMP(), '2020-01-02'
			FROM approval_now n JOIN training_course c ON c.doctor = n.doctor JOIN user_role h ON h.role = 'VUS' AND h.region = c.region AND h.person <> n.doctor GROUP BY n.doctor`);
}

/* A certificate for the doctor who asks. */
async function give_certificate() {
	const email = viewer('UL'), browser = await login(email, 'UL'), id = one("SELECT id FROM course_def WHERE code = 'SOL3'"), at = `/logbog/kurser/${id}`;
	if (one(`SELECT 1 FROM course_record WHERE doctor = ${person(email)} AND file IS NOT NULL LIMIT 1`))
		return;
	const page = await browser.submit(`${at}/kursusbevis`, { dato: '01.02.2020' }, { from: at, files: { bevis: file('letter.png') } });
	assert.equal(page.status, 200, page.brief);
}

/* A specialty that no head course leader of the try-out has, with a doctor in it. */
const give_specialty = () => sql(`UPDATE training_course SET specialty = (SELECT id FROM specialty WHERE code = 'kardiologi') WHERE number = 'OEST-GER-05'`);

/* Everybody has been told something. */
const give_notices = () => sql(`INSERT INTO notice (person, kind, place, made) SELECT DISTINCT h.person, 'IMPORTED', 'til prøve', '2020-01-01 12:00:00' FROM user_role h
	WHERE NOT EXISTS (SELECT 1 FROM notice n WHERE n.person = h.person AND n.kind = 'IMPORTED')`);

/* Every practice has a supervisor too, while this goes on. */
const give_supervisors = () => sql(`INSERT INTO user_role (person, role, org_unit, since, made_at)
	SELECT (SELECT MAX(person) FROM user_role WHERE role = 'PKL'), 'VEJLEDER', t.org_unit, '2000-01-01', '2000-01-01' FROM user_role t WHERE t.role = 'TUTOR'
	AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.org_unit = t.org_unit AND o.role = 'VEJLEDER' AND o.until > ${today()})`);

/* Everybody has been away for a day, as they registered it; it is taken out again afterwards. */
const give_absence = () => sql(`INSERT IGNORE INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
	SELECT e.doctor, e.id, (SELECT MIN(id) FROM absence_type), e.since, e.since + INTERVAL 1 DAY, e.doctor, 'til prøve', 'UL', UTC_TIMESTAMP()
	FROM element e WHERE e.cancelled IS NULL AND ${today()} >= e.since AND ${today()} < e.until + INTERVAL 3 MONTH`);
const take_absence = () => sql("UPDATE absence SET cancelled = UTC_TIMESTAMP(), cancelled_by = doctor WHERE by_name = 'til prøve' AND cancelled IS NULL");

/* A doctor of the secretariat's region goes on in another, while this goes on. */
const give_leavers = () => sql(`INSERT INTO training_course (doctor, stage, region, number, since, until)
	SELECT MAX(c.doctor), 'EVAL', (SELECT MAX(t.id) FROM training_region t WHERE t.id <> c.region), 'til prøve', ${today()} + INTERVAL 9 YEAR, ${today()} + INTERVAL 10 YEAR
	FROM training_course c JOIN user_role h ON h.id = ${held(viewer('VUS'), 'VUS')} AND h.region = c.region AND h.person <> c.doctor
	WHERE c.cancelled IS NULL AND c.office_until > ${today()} AND (SELECT COUNT(*) FROM training_course o WHERE o.doctor = c.doctor) = 1 GROUP BY c.region`);
const take_leavers = () => sql(`UPDATE training_course SET cancelled = ${today()} WHERE number = 'til prøve'`);
ids.leaver = (h, not) => not ? ids.doctor(h, not) : "SELECT MIN(x.doctor) FROM training_course x WHERE x.number = 'til prøve' AND x.cancelled IS NULL";

before(async () => {
	give_leavers();
	give_notices();
	give_certificates();
	give_supervisors();
	give_absence();
	give_employment();
	give_talks();
	for (const column of table.columns)
		browsers.set(column, await browser_of(column));
	browsers.set('module', await browser_of('KURSUSUDBYDER', module_provider()));
	browsers.set('sender', await browser_of('UL', package_sender()));
	if (stack.PROGRAMS.includes('office'))
		await give_letters();
	if (stack.PROGRAMS.includes('office') && stack.PROGRAMS.includes('journal'))
		await give_shelf();
	if (stack.PROGRAMS.includes('approve') && stack.PROGRAMS.includes('journal'))
		await give_attestations();
	if (stack.PROGRAMS.includes('journal'))
		await give_certificate();
	give_specialty();
	if (stack.PROGRAMS.includes('import'))
		bring_in();
});

/* Leaving comes last: it ends the session. */
const rows = [...table.rows].sort((a, b) => a.path.endsWith('/log-ud') - b.path.endsWith('/log-ud'));
for (const row of rows)
	test(`${row.method} ${row.path}: ${row.needs}`, async () => {
		const got = [], anything = address(row.path, 0, true);
		for (const [i, column] of table.columns.entries()) {
			const who = who_of(column, row.path), refused = [401, 403].includes(row.expected[i]);
			const at = refused ? anything : address(row.path, who.held ?? 0, false) ?? anything;
			assert.ok(at, `there is nothing to ask for at ${row.path}`);
			got.push((await ask(who, row.method, at)).status);
		}
		const outside = new Set();
		for (const [i, column] of table.columns.entries()) {
			const who = who_of(column, row.path);
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
	take_absence();
	take_leavers();
	sql("UPDATE employment SET cancelled = UTC_TIMESTAMP() WHERE hospital = 'til prøve' AND cancelled IS NULL");
	sql(`UPDATE main_supervisor SET until = ${today()}, ended_by = given_by, ended_at = UTC_TIMESTAMP() WHERE by_name = 'til prøve'`);
	sql(`INSERT INTO doubt_outcome (doubt, doctor, element, outcome, words, given_by, by_name, as_role, at)
		SELECT d.id, d.doctor, d.element, 'RESOLVED', 'til prøve', d.given_by, 'til prøve', d.as_role, UTC_TIMESTAMP() FROM doubt d
		LEFT JOIN doubt_outcome o ON o.doubt = d.id WHERE d.by_name = 'til prøve' AND o.id IS NULL`);
	sql("UPDATE user_role SET until = since WHERE made_at = '2000-01-01'");
	sql(`UPDATE element SET cancelled = ${today()} WHERE id IN (${[0, ...given].join(',')})`);
	sql("UPDATE training_course SET specialty = (SELECT id FROM specialty WHERE code = 'geriatri') WHERE number = 'OEST-GER-05'");
	sql("DELETE FROM notice WHERE kind = 'IMPORTED' AND place = 'til prøve'");
	sql("UPDATE reset_asked SET state = 'WITHDRAWN', closed_by = given_by, closed_name = 'x', closed_at = at WHERE title = 'til prøve' AND state = 'OPEN'");
	sql("UPDATE import_run SET state = 'FORTRUDT' WHERE state IN ('BESTILT', 'TILBAGE_BESTILT')");
	sql("UPDATE feed_record SET state = 'AFVIST' WHERE name = 'Rettighed Prøve'");
	if (process.env.WRITE)
		console.error(['method', 'path', 'needs', ...table.columns, 'outside'].join('\t') + '\n' + written.join('\n'));
});
