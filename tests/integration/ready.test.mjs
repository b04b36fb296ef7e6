// SPDX-License-Identifier: MPL-2.0
//
// What is missing before documentation may be sent (R-STPS-07 … R-STPS-16), on the try-out's two doctors
// who lack one thing: each thing taken away from one who has everything is named, and nothing else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { count, login, one, person, somebody, sql, stack, today } from './lib.mjs';

const kbu = 'amalie.krogh@logbog.example', specialist = 'jakob.nyholm@logbog.example', at = '/logbog/dokumentation';
const A = person(kbu), J = person(specialist);
const course = (doctor, stage) => one(`SELECT id FROM training_course WHERE doctor = ${doctor} AND stage = '${stage}'`);
const elements = (doctor, stage) => sql(`SELECT id FROM element WHERE course = ${course(doctor, stage)} ORDER BY since`).map(([id]) => Number(id));
const [first, last] = elements(A, 'KBU'), [main, present] = elements(J, 'HU'), [intro] = elements(J, 'INTRO');

/* The titles of what is missing, and of what is in place. */
const titles = (html) => [...html.matchAll(/<th scope="row">(?:<a [^>]*>)?([^<]*)/g)].map(([, t]) => t);
const missing = (page) => titles(page.html.split('<h3>Det mangler</h3>')[1]?.split('</table>')[0] ?? '');
const show = async (email) => (await login(email, 'UL')).get(at);
const title = { DATE: 'Tidspunktet er nået', GOALS: 'Alle kompetencer er godkendt', EARLIER_GOALS: 'Introduktionsuddannelsens kompetencer er godkendt',
	TIMES: 'Attestation for tid på hvert delforløb', EARLIER_TIMES: 'Attestation for tid på introduktionsuddannelsen', PREMATURE: 'Ingen attestation er givet før den måtte gives',
	NAMED: 'Almen praksis er nævnt ved navn', COURSES: 'De generelle kurser er godkendt', SERIES: 'De specialespecifikke kurser er samlet godkendt',
	RESEARCH: 'Forskningstræningen er attesteret', AGREEMENT: 'Uddannelsesaftalen er vedlagt', SUPPLEMENTS: 'Alle tillægsaftaler er vedlagt',
	EMPLOYMENT: 'Oversigten over lægelig beskæftigelse er underskrevet', GAPS: 'Der er ingen uforklarede perioder i oversigten', UNVERIFIED: 'Ingen filer venter på at blive verificeret' };
const are_missing = async (email, ...rules) => assert.deepEqual(missing(await show(email)), rules.map((r) => title[r]));
/* The statement takes it away, the other gives it back. */
async function without(email, take, back, ...rules) {
	sql(take);
	try {
		await are_missing(email, ...rules);
		assert.doesNotMatch((await show(email)).text, /Alt er på plads/);
	} finally {
		sql(back);
	}
	await are_missing(email);
}
const sign = async (email) => {
	const b = await login(email, 'UL'), page = await b.submit('/logbog/beskaeftigelse/underskriv', {}, { from: '/logbog/beskaeftigelse' });
	assert.match(page.text, /Oversigten er underskrevet/, page.brief);
};
const danish = (day) => one(`SELECT DATE_FORMAT(${day}, '%d.%m.%Y')`);

/* What other tests have left with the two: files that wait. */
const waiting = `file_now WHERE doctor IN (${A}, ${J}) AND status = 'UPLOADED'`;
const left = sql(`SELECT file FROM ${waiting}`).map(([f]) => f).join(',') || 'NULL';
before(() => sql(`UPDATE file_now SET status = 'VERIFIED' WHERE file IN (${left})`));
after(() => sql(`UPDATE file_now SET status = 'UPLOADED' WHERE file IN (${left})`));

test('R_STPS_16 the list says what is missing, who can bring it about, from when, and leads there', async () => {
	await are_missing(kbu, 'TIMES');
	const page = await show(kbu);
	assert.match(page.text, /Tilladelse til selvstændigt virke/);
	assert.match(page.text, /1 af 12 krav mangler/);
	assert.match(page.text, /1 af 2.*UAO eller tutorlæge/);
	assert.match(page.text, new RegExp(`tidligst ${danish(`(SELECT until - INTERVAL 1 MONTH FROM element WHERE id = ${last})`)}`));
	assert.match(page.text, /Mangler: Lægerne ved Åen, Fjordby/);
	for (const link of page.links.filter((l) => l.startsWith('/logbog/')))
		assert.equal((await (await login(kbu, 'UL')).get(link)).status, 200, link);
	assert.match((await (await login(kbu, 'UL')).get('/logbog/oversigt')).text, /Dokumentation til Styrelsen for Patientsikkerhed : 1 krav mangler/);
	await are_missing(specialist, 'EMPLOYMENT');
	/* Years before: what can be is told. */
	const early = await show('emil.sand@logbog.example');
	assert.match(early.text, new RegExp(`Kan tidligst sendes ${danish(`(SELECT until - INTERVAL 1 MONTH FROM training_course WHERE doctor = ${person('emil.sand@logbog.example')})`)}`));
	assert.match((await show('rasmus.toft@logbog.example')).text, /intet uddannelsesforløb endnu, som der sendes dokumentation for/);
});

test('R_STPS_10 more than a year before it may be sent Oversigt says from when, and Dokumentation all of it', async () => {
	const may = (t) => `(${t}.until - INTERVAL 6 MONTH)`;
	const [email, from] = sql(`SELECT p.email, DATE_FORMAT(${may('t')}, '%d.%m.%Y')
		FROM training_course t JOIN person p ON p.id = t.doctor JOIN credential c ON c.person = p.id
		WHERE t.stage = 'HU' AND t.cancelled IS NULL AND ${today()} >= t.since AND ${today()} < ${may('t')} - INTERVAL 12 MONTH
		  AND NOT EXISTS (SELECT 1 FROM training_course l WHERE l.doctor = t.doctor AND l.id <> t.id AND l.stage IN ('KBU', 'HU') AND l.cancelled IS NULL AND l.until > t.since)
		LIMIT 1`)[0];
	const b = await login(email, 'UL'), front = await b.get('/logbog/oversigt');
	assert.match(front.text, new RegExp(`Dokumentation til Styrelsen for Patientsikkerhed : Kan tidligst sendes ${from}`));
	assert.doesNotMatch(front.text, /krav mangler/);
	assert.match((await b.get(at)).text, /\d+ af \d+ krav mangler/);
});

test('the doctor reminds those whose turn it is, once a week, and who reads it finds it in the inbox', async () => {
	const b = await login(kbu, 'UL'), tutor = person('peter.aakjaer@logbog.example');
	const told = (whom) => count(`notice WHERE person = ${whom} AND kind = 'READY_REMINDED' AND about = ${A}`);
	const form = (await b.get(at)).form(`${at}/mind`), was = told(tutor);
	assert.deepEqual(form.fields.filter(([n]) => n !== 'formular'), [['slags', 'PRACTICE'], ['krav', 'TIMES']]);
	let page = await b.submit(`${at}/mind`, {}, { from: at });
	assert.match(page.text, /De er mindet om det i deres indbakke/, page.brief);
	assert.match(page.text, /Mindet om det [0-9.]+ kl/);
	assert.equal(page.form(`${at}/mind`), undefined);
	assert.equal(told(tutor), was + 1);
	page = await b.post(`${at}/mind`, Object.fromEntries(form.fields));
	assert.match(page.location, /allerede/);
	assert.equal(told(tutor), was + 1, 'once a week');
	assert.match((await (await login('peter.aakjaer@logbog.example', 'TUTOR')).get('/adgang/beskeder')).text,
		/Amalie Krogh mangler noget til dokumentationen til Styrelsen for Patientsikkerhed: Attestation for tid på hvert delforløb/);
	/* What is in place, or the doctor's own, is nobody's to be reminded of. */
	for (const krav of ['COURSES', 'EMPLOYMENT', 'DATE', 'NONE'])
		assert.equal((await b.post(`${at}/mind`, { formular: await b.token(), slags: 'PRACTICE', krav })).status, 409, krav);
	const later = (days) => () => sql(`INSERT INTO reminder (doctor, rule, given_by, day, at) VALUES (${A}, 'TIMES', ${A}, ${today()} + INTERVAL ${days} DAY, UTC_TIMESTAMP() + INTERVAL ${days} DAY)`);
	assert.throws(later(6), /reminded this week/);
	const as = (statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-journal', stack.DATABASE, '-e', statement], { encoding: 'utf8' }).stderr;
	assert.match(as(`INSERT INTO reminder (doctor, rule, given_by, day, at) VALUES (${person('emil.sand@logbog.example')}, 'TIMES', ${A}, ${today()}, UTC_TIMESTAMP())`), /not for this account to add/);
	assert.match(as(`DELETE FROM reminder WHERE doctor = ${A}`), /denied/);
});

test('each thing has somebody who is reminded of it', async () => {
	const b = await login(specialist, 'UL'), vus = somebody('VUS', `h.region = (SELECT region FROM training_course WHERE id = ${course(J, 'HU')}) AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.role = 'UL')`);
	const told = (email) => count(`notice WHERE person = ${person(email)} AND kind = 'READY_REMINDED' AND about = ${J}`);
	const now = (table, where, status) => [`UPDATE ${table} SET status = '${status}' WHERE doctor = ${J} AND ${where}`, `UPDATE ${table} SET status = 'APPROVED' WHERE doctor = ${J} AND ${where}`];
	const series = `course = (SELECT id FROM course_def WHERE code = 'samlet-geriatri')`, sol = `course = (SELECT id FROM course_def WHERE code = 'SOL1')`;
	const goal = (stage) => `competency = (SELECT MIN(c.id) FROM competency c JOIN course_curriculum k ON k.curriculum = c.curriculum WHERE k.course = ${course(J, stage)})`;
	for (const [rule, whom, [take, back]] of [
		['GOALS', 'bodil.aagaard@logbog.example', [`UPDATE approval_now n JOIN approval a ON a.id = n.approval SET n.status = 'REQUESTED' WHERE n.doctor = ${J} AND a.element = ${present}`,
			`UPDATE approval_now n JOIN approval a ON a.id = n.approval SET n.status = 'APPROVED' WHERE n.doctor = ${J} AND a.element = ${present}`]],
		['EARLIER_GOALS', vus, now('approval_now', goal('INTRO'), 'RETURNED')],
		['TIMES', 'karen.holm@logbog.example', now('attestation_now', `element = ${main} AND kind = 'TIME'`, 'RESET')],
		['EARLIER_TIMES', 'karen.holm@logbog.example', now('attestation_now', `element = ${intro} AND kind = 'TIME'`, 'RESET')],
		['COURSES', 'susanne.dam@logbog.example', now('course_record_now', sol, 'CLAIMED')],
		['SERIES', 'gitte.rom@logbog.example', now('course_record_now', series, 'RESET')],
		['RESEARCH', 'poul.krarup@logbog.example', now('research_now', `part = (SELECT MIN(p.id) FROM research_part p JOIN research_now x ON x.part = p.id AND x.doctor = ${J} WHERE p.kind = 'OVERALL')`, 'RESET')],
		['UNVERIFIED', 'bodil.aagaard@logbog.example', [`UPDATE file_now SET status = 'UPLOADED' WHERE doctor = ${J} AND kind = 'AGREEMENT'`, `UPDATE file_now SET status = 'VERIFIED' WHERE doctor = ${J} AND kind = 'AGREEMENT'`]],
	]) {
		const was = told(whom);
		sql(take);
		try {
			const page = await b.post(`${at}/mind`, { formular: await b.token(), slags: 'SPECIALIST', krav: rule });
			assert.match(page.location ?? page.brief, /besked=mindet/, rule);
		} finally {
			sql(back);
		}
		assert.equal(told(whom), was + 1, rule);
	}
	const link = one(`SELECT link FROM notice WHERE person = ${person(vus)} AND kind = 'READY_REMINDED' AND about = ${J}`);
	assert.equal((await (await login(vus, 'VUS')).get(link)).status, 200, link);
});

test('T_160 R_STPS_08 R_STPS_09 KBU: everything in place, and each thing taken away is named alone', async () => {
	const tutor = await login('peter.aakjaer@logbog.example', 'TUTOR'), to = `/vejleder/attestationer/${last}/tid`;
	assert.match((await tutor.submit(to, { svar: 'attester' }, { from: to })).text, /Attestationen er givet/);
	await are_missing(kbu);
	assert.match((await show(kbu)).text, /Alt er på plads\. Dokumentationen kan sendes/);
	assert.match((await (await login(kbu, 'UL')).get('/logbog/oversigt')).text, /Alt er på plads/);
	const now = (table, where, status = 'RESET') => [`UPDATE ${table} SET status = '${status}' WHERE doctor = ${A} AND ${where}`, `UPDATE ${table} SET status = 'APPROVED' WHERE doctor = ${A} AND ${where}`];
	/* Any of the three courses; before the last month. */
	const three = sql(`SELECT id FROM course_def WHERE code IN ('KBU-KOM', 'KBU-PAED', 'KBU-AKUT')`);
	assert.equal(three.length, 3);
	for (const [id] of three)
		await without(kbu, ...now('course_record_now', `course = ${id}`), 'COURSES');
	const until = one(`SELECT until FROM training_course WHERE id = ${course(A, 'KBU')}`);
	await without(kbu, `UPDATE training_course SET until = ${today()} + INTERVAL 1 MONTH + INTERVAL 3 DAY WHERE id = ${course(A, 'KBU')}`, `UPDATE training_course SET until = '${until}' WHERE id = ${course(A, 'KBU')}`, 'DATE');
	/* The rest of it. */
	await without(kbu, ...now('approval_now', `competency = (SELECT MAX(competency) FROM approval WHERE doctor = ${A})`, 'RETURNED'), 'GOALS');
	await without(kbu, ...now('attestation_now', `element = ${first} AND kind = 'TIME'`), 'TIMES');
	await without(kbu, ...now('attestation_now', `element = ${last} AND kind = 'TIME'`), 'TIMES');
	await without(kbu, `UPDATE org_unit SET kind = 'PLADSHOLDER' WHERE code = 'DEMO-AAEN'`, `UPDATE org_unit SET kind = 'PRAKSIS' WHERE code = 'DEMO-AAEN'`, 'NAMED');
	await without(kbu, `UPDATE file_now SET status = 'REFUSED' WHERE doctor = ${A} AND kind = 'AGREEMENT'`, `UPDATE file_now SET status = 'VERIFIED' WHERE doctor = ${A} AND kind = 'AGREEMENT'`, 'AGREEMENT');
	await without(kbu, `UPDATE file_now SET status = 'UPLOADED' WHERE doctor = ${A} AND kind = 'AGREEMENT'`, `UPDATE file_now SET status = 'VERIFIED' WHERE doctor = ${A} AND kind = 'AGREEMENT'`, 'UNVERIFIED');
	await without(kbu, `INSERT INTO agreement (course, kind, number, published, at) VALUES (${course(A, 'KBU')}, 'TILLAEGSAFTALE', 'prøve', ${today()}, UTC_TIMESTAMP())`,
		`UPDATE agreement SET cancelled = ${today()} WHERE course = ${course(A, 'KBU')} AND number = 'prøve'`, 'SUPPLEMENTS');
	/* An agreement of long before is none of this training. */
	await without(kbu, `UPDATE training_course SET since = since + INTERVAL 30 MONTH, until = until + INTERVAL 30 MONTH WHERE id = ${course(A, 'KBU')}`,
		`UPDATE training_course SET since = since - INTERVAL 30 MONTH, until = '${until}' WHERE id = ${course(A, 'KBU')}`, 'DATE', 'AGREEMENT');
});

test('R_STPS_16 an overview that is not as it was signed, and a gap in it, are named', async () => {
	const row = (since, until) => `INSERT INTO employment (doctor, since, until, kind, hospital, at) VALUES (${A}, ${since}, ${until}, 'LOCUM', 'Prøvesygehuset', UTC_TIMESTAMP())`;
	const out = `UPDATE employment SET cancelled = UTC_TIMESTAMP() WHERE doctor = ${A} AND hospital = 'Prøvesygehuset' AND cancelled IS NULL`, since = `(SELECT since FROM element WHERE id = ${first})`;
	await without(kbu, row(`${since} - INTERVAL 2 MONTH`, since), out, 'EMPLOYMENT');
	await without(kbu, row(`${since} - INTERVAL 6 MONTH`, `${since} - INTERVAL 3 MONTH`), out, 'EMPLOYMENT', 'GAPS');
	/* An end that moved after the attestation: it came too early, and the overview is another too. */
	const until = one(`SELECT until FROM element WHERE id = ${first}`);
	await without(kbu, `UPDATE element SET until = until + INTERVAL 4 MONTH WHERE id = ${first}`, `UPDATE element SET until = '${until}' WHERE id = ${first}`, 'PREMATURE', 'EMPLOYMENT');
	assert.match((await show(kbu)).text, /Alt er på plads/);
});

test('T_161 R_STPS_10 R_STPS_12 specialist: six months and a day before the end is too early, six months is not, without the last time', async () => {
	const was = one(`SELECT until FROM training_course WHERE id = ${course(J, 'HU')}`);
	const end = (until) => sql(`UPDATE training_course SET until = ${until} WHERE id = ${course(J, 'HU')}; UPDATE element SET until = ${until} WHERE id = ${present}`);
	assert.equal(count(`attestation_now WHERE element = ${present} AND kind = 'TIME' AND status = 'APPROVED'`), 0);
	end(`${today()} + INTERVAL 6 MONTH + INTERVAL 1 DAY`);
	await sign(specialist);
	await are_missing(specialist, 'DATE');
	assert.match((await show(specialist)).text, /Kan tidligst sendes/);
	end(`${today()} + INTERVAL 6 MONTH`);
	await sign(specialist);
	await are_missing(specialist);
	end(`'${was}'`);
	await sign(specialist);
	await are_missing(specialist);
});

test('R_STPS_11 R_STPS_13 specialist: each thing taken away is named alone', async () => {
	const now = (table, where, status = 'RESET') => [`UPDATE ${table} SET status = '${status}' WHERE doctor = ${J} AND ${where}`, `UPDATE ${table} SET status = 'APPROVED' WHERE doctor = ${J} AND ${where}`];
	const goal = (stage) => `competency = (SELECT MIN(c.id) FROM competency c JOIN course_curriculum k ON k.curriculum = c.curriculum WHERE k.course = ${course(J, stage)})`;
	const part = (kind) => `part = (SELECT MIN(p.id) FROM research_part p JOIN research_now x ON x.part = p.id AND x.doctor = ${J} WHERE p.kind = '${kind}')`;
	const of = (code) => `course = (SELECT id FROM course_def WHERE code = '${code}')`;
	await without(specialist, ...now('approval_now', goal('HU'), 'RETURNED'), 'GOALS');
	await without(specialist, ...now('approval_now', goal('INTRO'), 'RETURNED'), 'EARLIER_GOALS');
	await without(specialist, ...now('attestation_now', `element = ${main} AND kind = 'TIME'`), 'TIMES');
	await without(specialist, ...now('attestation_now', `element = ${intro} AND kind = 'TIME'`), 'EARLIER_TIMES');
	for (const code of ['INTRO-VEJL', 'SOL1', 'SOL2', 'SOL3'])
		await without(specialist, ...now('course_record_now', of(code)), 'COURSES');
	await without(specialist, ...now('course_record_now', of('samlet-geriatri')), 'SERIES');
	for (const kind of ['OVERALL', 'PROJECT', 'MODULE'])
		await without(specialist, ...now('research_now', part(kind)), 'RESEARCH');
	await without(specialist, `UPDATE file_now SET status = 'WITHDRAWN' WHERE doctor = ${J} AND kind = 'AGREEMENT'`, `UPDATE file_now SET status = 'VERIFIED' WHERE doctor = ${J} AND kind = 'AGREEMENT'`, 'AGREEMENT');
	await without(specialist, `UPDATE file_now SET status = 'REFUSED' WHERE doctor = ${J} AND kind = 'SUPPLEMENT'`, `UPDATE file_now SET status = 'VERIFIED' WHERE doctor = ${J} AND kind = 'SUPPLEMENT'`, 'SUPPLEMENTS');
});

test('the secretariat reads the same of the doctors of its region, is recorded, and changes nothing', async () => {
	const vus = await login(somebody('VUS', `h.region = (SELECT region FROM training_course WHERE id = ${course(J, 'HU')}) AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.person = p.id AND o.role = 'UL')`), 'VUS');
	const to = `/sekretariat/brugere/${J}/dokumentation`, seen = () => count(`look WHERE doctor = ${J} AND page = '/sekretariat/brugere/{doctor}/dokumentation'`), before_ = seen();
	sql(`UPDATE file_now SET status = 'REFUSED' WHERE doctor = ${J} AND kind = 'AGREEMENT'`);
	const page = await vus.get(to);
	sql(`UPDATE file_now SET status = 'VERIFIED' WHERE doctor = ${J} AND kind = 'AGREEMENT'`);
	assert.deepEqual(missing(page), [title.AGREEMENT]);
	assert.match(page.text, /Lægen/);
	assert.equal(seen(), before_ + 1);
	assert.equal(page.forms.filter((f) => f.action?.includes('dokumentation')).length, 0);
	for (const link of page.links.filter((l) => l.startsWith(`/sekretariat/brugere/${J}/`)))
		assert.equal((await vus.get(link)).status, 200, link);
	const elsewhere = await login(somebody('VUS', `h.region <> (SELECT region FROM training_course WHERE id = ${course(J, 'HU')})`), 'VUS');
	assert.equal((await elsewhere.get(to)).status, 404);
});

test('R_STPS_11 R_STPS_12 a training that goes on in a row of another region is judged as one, and what was cancelled is none of it', async () => {
	const old = course(J, 'HU'), [since, until] = sql(`SELECT e.since, c.until FROM element e JOIN training_course c ON c.id = ${old} WHERE e.id = ${present}`)[0];
	const nord = one(`SELECT id FROM training_region WHERE code = 'NORD'`), list = one(`SELECT id FROM curriculum WHERE code = 'demo-hoveduddannelse'`);
	const row = (number, from, to, more = '') => one(`INSERT INTO training_course (doctor, stage, specialty, region, number, since, until) SELECT doctor, stage, specialty, ${nord}, '${number}', ${from}, ${to} FROM training_course WHERE id = ${old}; SELECT LAST_INSERT_ID()${more}`);
	const later = row('prøve-2', `'${since}'`, `'${until}'`);
	sql(`UPDATE training_course SET until = '${since}' WHERE id = ${old}; UPDATE element SET cancelled = ${today()} WHERE id = ${present}; UPDATE agreement SET course = ${later} WHERE course = ${old} AND kind = 'TILLAEGSAFTALE'`);
	const here = one(`INSERT INTO element (course, doctor, seq, org_unit, since, until, fraction, specialty, position_no) SELECT ${later}, doctor, 1, org_unit, since, until, fraction, specialty, position_no FROM element WHERE id = ${present}; SELECT LAST_INSERT_ID()`);
	const cancelled = row('prøve-3', `'${since}' - INTERVAL 60 MONTH`, `'${since}'`);
	sql(`UPDATE training_course SET cancelled = ${today()} WHERE id = ${cancelled}`);
	const stray = one(`INSERT INTO element (course, doctor, seq, org_unit, since, until) SELECT ${cancelled}, doctor, 9, org_unit, '${since}' - INTERVAL 60 MONTH, '${since}' - INTERVAL 58 MONTH FROM element WHERE id = ${present}; SELECT LAST_INSERT_ID()`);
	const now = (table, where) => [`UPDATE ${table} SET status = 'RESET' WHERE doctor = ${J} AND ${where}`, `UPDATE ${table} SET status = 'APPROVED' WHERE doctor = ${J} AND ${where}`];
	try {
		await are_missing(specialist);
		const b = await login(specialist, 'UL'), page = await b.get(at);
		assert.match(page.text, new RegExp(`${danish(`(SELECT since FROM training_course WHERE id = ${old})`)} – ${danish(`('${until}' - INTERVAL 1 DAY)`)}`));
		await without(specialist, ...now('attestation_now', `element = ${main} AND kind = 'TIME'`), 'TIMES');
		await without(specialist, ...now('approval_now', `competency = (SELECT MIN(id) FROM competency WHERE curriculum = ${list})`), 'GOALS');
		/* The same list on both rows is one list. */
		sql(`INSERT INTO course_curriculum (course, curriculum, doctor) VALUES (${later}, ${list}, ${J})`);
		assert.equal(/([0-9]+) af \1/.exec((await show(specialist)).text.split('Alle kompetencer')[0].slice(-12))?.[1], one(`SELECT COUNT(*) FROM competency WHERE curriculum = ${list}`));
		/* What was begun in the first region is finished there. */
		await without(specialist, ...now('research_now', `part = (SELECT MAX(p.id) FROM research_part p JOIN research_now x ON x.part = p.id AND x.doctor = ${J} WHERE p.kind = 'OVERALL')`), 'RESEARCH');
		const research = (await b.get('/logbog/forskningstraening')).text;
		assert.match(research, /region Øst/);
		assert.match(research, new RegExp(`${danish(`(SELECT since FROM training_course WHERE id = ${old})`)} – ${danish(`('${until}' - INTERVAL 1 DAY)`)}`));
		assert.doesNotMatch(research, /Mangler/);
		/* Of the whole training: its end, and what a leave in the first row would move. */
		assert.match((await b.get('/logbog/oversigt')).text, new RegExp(`Forløbet slutter ${danish(`('${until}' - INTERVAL 1 DAY)`)}`));
		const reckoned = await b.submit('/logbog/beregner', { fra: danish(`(SELECT until - INTERVAL 40 DAY FROM element WHERE id = ${main})`), dage: '100', type: one(`SELECT id FROM absence_type WHERE code = 'BARSEL'`) }, { from: '/logbog/beregner' });
		assert.match(reckoned.text, new RegExp(`\\(nu ${danish(`('${until}' - INTERVAL 1 DAY)`)}\\)`), reckoned.brief);
		assert.match(reckoned.text, new RegExp(one(`SELECT u.place FROM element e JOIN org_unit u ON u.id = e.org_unit WHERE e.id = ${present}`)));
		/* Two places in the specialty are two, though in two rows; what replaces is found in the row that follows. */
		assert.doesNotMatch((await b.get('/logbog/uddannelsesforloeb')).text, /mindst to ansættelsessteder/);
		const replaces = one(`INSERT INTO element (course, doctor, seq, org_unit, since, until, kind) SELECT course, doctor, 8, org_unit, until - INTERVAL 1 MONTH, until, 'REPLACEMENT' FROM element WHERE id = ${here}; SELECT LAST_INSERT_ID()`);
		assert.equal(count(`element_replacement WHERE element = ${main} AND id = ${replaces}`), 1);
		sql(`UPDATE element SET cancelled = ${today()} WHERE id = ${replaces}`);
		/* All goals are due in the last element of the training, not of the row. */
		assert.equal(count(`goal_due WHERE element = ${here}`), count(`competency WHERE curriculum = ${list}`));
		assert.ok(count(`goal_due WHERE element = ${main}`) < count(`competency WHERE curriculum = ${list}`));
	} finally {
		sql(`UPDATE element SET cancelled = ${today()} WHERE id IN (${stray}, ${here}); UPDATE element SET cancelled = NULL WHERE id = ${present}; UPDATE agreement SET course = ${old} WHERE course = ${later}; UPDATE training_course SET until = '${until}' WHERE id = ${old}`);
		sql(`DELETE FROM course_curriculum WHERE course = ${later}; UPDATE training_course SET cancelled = ${today()} WHERE id = ${later}`);
	}
	await are_missing(specialist);
});
