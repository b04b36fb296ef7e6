// SPDX-License-Identifier: MPL-2.0
//
// What must hold at the edges: at midnight in Denmark, and when two do something in the same moment.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import zlib from 'node:zlib';
import { department, held_by } from './department.mjs';
import { connection, control, count, file, login, one, person, quote, sleep, somebody, sql, stack, today } from './lib.mjs';

const here = department('vagt');
after(here.close);

/* What the server says against the statement under that account, '' for nothing.  Nothing stays. */
const against = (program, statement) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', `--user=logbook-${program}`,
	stack.DATABASE], { input: `BEGIN; ${statement}; ROLLBACK;`, encoding: 'utf8' }).stderr;

// --- the days of a role ---------------------------------------------------------------------------

/* The evening before today, in UTC: half past eleven is today in Denmark, summer and winter, and half past nine is not. */
const late = `CONCAT(${today()} - INTERVAL 1 DAY, ' 23:30:00')`, early = `CONCAT(${today()} - INTERVAL 1 DAY, ' 21:30:00')`;
/* Whoever it is was logged in that evening. */
const was_in = (id) => sql(`INSERT INTO session (token, person, stage, made, seen) VALUES
	(UNHEX(SHA2(UUID(), 256)), ${id}, 'FULL', ${early}, ${late})`);

test('a role that ends today is over at midnight in Denmark, and one that begins today begins no sooner: plans and talks', () => {
	const uao = person(here.uao), main = person(here.main), held = held_by(here.main, 'HOVEDVEJLEDER');
	const may = (who, role, at) => one(`SELECT may_talk(${who}, '${role}', ${here.element}, ${here.id}, ${at})`);
	was_in(uao);
	sql(`INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
		VALUES (${here.id}, ${here.element}, ${main}, 'HOVEDVEJLEDER', ${today()} - INTERVAL 9 DAY, ${uao}, 'UAO', 'UAO', UTC_TIMESTAMP() - INTERVAL 9 DAY)`);
	const end = (at) => against('approve', `UPDATE main_supervisor SET until = ${today()}, ended_by = ${uao}, ended_at = ${at} WHERE element = ${here.element} AND live = 1`);
	const role = held_by(here.uao, 'UAO');
	try {
		sql(`UPDATE user_role SET until = ${today()} WHERE id = ${role}`);
		assert.deepEqual([may(uao, 'UAO', early), may(uao, 'UAO', late)], ['1', '0'], 'ends today');
		assert.equal(end(early), '');
		assert.match(end(late), /not for this account to end/);
		sql(`UPDATE user_role SET since = ${today()}, until = '9999-12-31' WHERE id = ${role}`);
		assert.deepEqual([may(uao, 'UAO', early), may(uao, 'UAO', late)], ['0', '1'], 'begins today');
		sql(`UPDATE user_role SET since = ${today()} + INTERVAL 1 DAY, until = ${today()} + INTERVAL 1 DAY WHERE id = ${role}`);
		assert.equal(may(uao, 'UAO', `CONCAT(${today()}, ' 23:30:00')`), '0', 'has no day at all');
	} finally {
		sql(`UPDATE user_role SET since = ${today()} - INTERVAL 1 YEAR, until = '9999-12-31' WHERE id = ${role}`);
	}
	sql(`UPDATE user_role SET named = 1 WHERE id = ${held};
		INSERT INTO delegation (held, doctor, since, until, given_by, given_as, made_at)
		VALUES (${held}, ${here.id}, ${today()} - INTERVAL 9 DAY, ${today()}, ${uao}, 'UAO', UTC_TIMESTAMP())`);
	assert.deepEqual([may(main, 'HOVEDVEJLEDER', early), may(main, 'HOVEDVEJLEDER', late)], ['1', '0'], 'the delegation ends today');
	sql(`UPDATE user_role SET named = 0 WHERE id = ${held}`);
});

test('no main supervisor is appointed whose role there is over at midnight in Denmark', () => {
	const uao = person(here.uao), held = held_by(here.main, 'HOVEDVEJLEDER');
	const put = (at) => against('approve', `INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
		SELECT doctor, id, ${person(here.main)}, 'HOVEDVEJLEDER', ${today()}, ${uao}, 'x', 'UAO', ${at} FROM element WHERE doctor = ${here.colleague}`);
	try {
		sql(`UPDATE user_role SET until = ${today()} WHERE id = ${held}`);
		assert.equal(put(early), '');
		assert.match(put(late), /not for this account to add/);
	} finally {
		sql(`UPDATE user_role SET until = '9999-12-31' WHERE id = ${held}`);
	}
});

test('no note of a secretariat after midnight in Denmark of the day on which the role was over', () => {
	const vus = person(here.both), region = one("SELECT MIN(id) FROM training_region WHERE code = 'OEST'");
	was_in(vus);
	sql(`INSERT INTO user_role (person, role, region, since, until) VALUES (${vus}, 'VUS', ${region}, ${today()} - INTERVAL 1 YEAR, ${today()})`);
	const note = (at) => `INSERT INTO note (doctor, kind, region, given_by, once, at) VALUES (${here.id}, 'VUS', ${region}, ${vus}, LEFT(UNHEX(SHA2(UUID(), 256)), 16), ${at})`;
	const version = (n, of, at) => `INSERT INTO note_version (note, version, text, readers, given_by, by_name, as_role, at)
		VALUES (${of}, ${n}, 'x', 'VUS', ${vus}, 'x', 'VUS', ${at})`;
	const [[id]] = sql(`${note(early)}; SET @n = LAST_INSERT_ID(); ${version(1, '@n', early)}; SELECT @n`);
	assert.equal(against('office', note(early)), '');
	assert.match(against('office', note(late)), /note: not for this account to add/);
	assert.equal(against('office', version(2, id, early)), '');
	assert.match(against('office', version(2, id, late)), /note_version: not for this account to add/);
});

// --- in the same moment ---------------------------------------------------------------------------

/* A list whose goals ask for numbers that the doctor writes down, and for cards; a tutor who approves. */
const ring = department('samtidig');
after(ring.close);
sql(`INSERT INTO course_curriculum (course, curriculum, doctor) SELECT c.id, l.id, c.doctor FROM training_course c
	JOIN curriculum l ON l.code = 'demo-almen-medicin' WHERE c.doctor = ${ring.id};
	INSERT INTO user_role (person, role, org_unit, since) VALUES (${person(ring.main)}, 'TUTOR', ${ring.unit}, ${today()} - INTERVAL 1 YEAR)`);
const goal = (number) => Number(one(`SELECT c.id FROM competency c JOIN curriculum l ON l.id = c.curriculum WHERE l.code = 'demo-almen-medicin' AND c.number = '${number}'`));
const counted = goal('9'), own = `/logbog/kompetencer/${counted}`, theirs = `/vejleder/laeger/${ring.id}/kompetencer/${counted}`;
const danish = (days = 0) => one(`SELECT DATE_FORMAT(${today()} + INTERVAL ${days} DAY, '%d.%m.%Y')`);
const tutor = () => login(ring.main, 'TUTOR'), doctor = () => login(ring.doctor, 'UL');
const office = () => login(somebody('VUS', `h.region = (SELECT region FROM training_course WHERE doctor = ${ring.id})`), 'VUS');
const state = (of) => one(`SELECT status FROM approval_now WHERE doctor = ${ring.id} AND competency = ${of}`);
const have = () => Number(one(`SELECT have FROM card_count WHERE doctor = ${ring.id} AND competency = ${counted}`));

/* Both are sent while somebody else holds the doctor's chain, the first a little sooner; then both go on. */
async function together(of, first, second) {
	const holds = connection();
	await holds.say(`BEGIN; SELECT n FROM chain_head WHERE doctor = ${of} FOR UPDATE`);
	const one_of_them = first();
	await sleep(100);
	const other = second();
	await sleep(150);
	await holds.end();
	return Promise.all([one_of_them, other]);
}

async function undo() {
	const at = `/sekretariat/brugere/${ring.id}/nulstil/kompetence/${one(`SELECT approval FROM approval_now WHERE doctor = ${ring.id} AND competency = ${counted}`)}`;
	const page = await (await office()).submit(at, { anmoder: 'Lone Bech', anmodet: danish(-1), journal: '26/1', grund: 'til prøve', set: 1 }, { from: at, files: {} });
	assert.match(page.text, /nulstillet/, page.brief);
}

/* Each way of approving; asked: where the doctor has asked. */
const ways = {
	one: { asked: true, send: (browser, formular, id) => browser.post(`/vejleder/anmodninger/${id}`, { formular, svar: 'godkend' }) },
	several: { asked: true, send: (browser, formular, id) => browser.post('/vejleder/anmodninger', { formular, a: id }) },
	unasked: { asked: false, send: (browser, formular) => browser.post(theirs, { formular, svar: 'godkend' }) },
};
for (const [way, { asked, send }] of Object.entries(ways))
	test(`R_KOM_01 approved (${way}) and the numbers taken out in the same moment: no goal is approved on less than it asks for`, async () => {
		const d = await doctor(), t = await tutor(), mine = await d.token(), formular = await t.token();
		for (let round = 0; round < 6; round++) {
			await d.submit(`${own}/antal`, { antal: 2, dato: danish(), metode: '1' }, { from: own });
			const entry = one(`SELECT MAX(id) FROM card_entry WHERE doctor = ${ring.id} AND competency = ${counted} AND taken_out IS NULL`);
			if (asked)
				await d.submit(`${own}/anmod`, { element: ring.element }, { from: own });
			const request = one(`SELECT approval FROM approval_now WHERE doctor = ${ring.id} AND competency = ${counted}`);
			const give = () => send(t.copy(), formular, request), out = () => d.copy().post(`/logbog/antal/${entry}/slet`, { formular: mine });
			await (round % 2 ? together(ring.id, out, give) : together(ring.id, give, out));
			assert.ok(state(counted) !== 'APPROVED' || have() >= 2, `round ${round}: approved on ${have()} of 2`);
			assert.ok(state(counted) === 'APPROVED' || have() === 0, `round ${round}: one of them is done`);
			if (state(counted) === 'APPROVED')
				await undo();
			else if (state(counted) === 'REQUESTED')
				await d.submit(`${own}/fortryd`, {}, { from: own });
			await d.post(`/logbog/antal/${entry}/slet`, { formular: mine });
			assert.equal(have(), 0);
		}
	});

test('R_KOM_07 a merit note stands in the place of no card when the approval that it is for is refused', async () => {
	const v = await office(), t = await tutor(), give = `/sekretariat/godkend-merit/${ring.id}`, quals = goal('3'), at = `/vejleder/laeger/${ring.id}/kompetencer/${quals}`;
	await v.submit(give, { notat: '12 måneder i pædiatri' }, { from: give });
	const merit = one(`SELECT MAX(id) FROM merit WHERE doctor = ${ring.id}`), put = () => count(`card_merit WHERE doctor = ${ring.id}`);
	assert.ok(merit);
	/* The card of this goal is a merit's to replace, what is counted of that one is not. */
	let page = await t.post(theirs, { formular: await t.token(), svar: 'godkend', merit });
	assert.equal(page.status, 422, page.brief);
	assert.equal(put(), 0, 'without being asked');
	const d = await doctor();
	await d.submit(`${own}/anmod`, { element: ring.element }, { from: own });
	const request = `/vejleder/anmodninger/${one(`SELECT approval FROM approval_now WHERE doctor = ${ring.id} AND competency = ${counted}`)}`;
	page = await t.post(request, { formular: await t.token(), svar: 'godkend', merit });
	assert.equal(page.status, 422, page.brief);
	assert.equal(put(), 0, 'asked');
	await d.submit(`${own}/fortryd`, {}, { from: own });
	page = await t.submit(at, { svar: 'godkend', merit }, { from: at });
	assert.match(page.text, /Kompetencen er godkendt/, page.brief);
	assert.equal(put(), 1);
});

test('R_KUR_25 a part that is reset while the head course leader approves the whole: it is not approved on what was reset before', async () => {
	const student = department('kursushold'), geriatrics = one("SELECT id FROM specialty WHERE code = 'geriatri'"), at = `/kurser/samlet-godkendelse/${student.id}`;
	after(student.close);
	sql(`UPDATE training_course SET specialty = ${geriatrics} WHERE doctor = ${student.id}`);
	const head = await login(somebody('HKL', `h.specialty = ${geriatrics}`), 'HKL');
	const vus = await login(somebody('VUS', `h.region = (SELECT region FROM training_course WHERE doctor = ${student.id})`), 'VUS');
	const parts = sql(`SELECT d.id FROM course_def d WHERE d.kind IN ('SPECIALTY', 'CROSS_SPECIALTY') AND d.required AND ${today()} >= d.since AND ${today()} < d.until
		AND (d.specialty = ${geriatrics} OR EXISTS (SELECT 1 FROM course_specialty x WHERE x.course = d.id AND x.specialty = ${geriatrics}))`).flat();
	for (const id of parts)
		assert.match((await head.submit(`${at}/delkursus`, { delkursus: id, grundlag: 'Selvstudium.' }, { from: at })).text, /godkendt på andet grundlag/);
	const record = one(`SELECT record FROM course_record_now WHERE doctor = ${student.id} AND course = ${parts[0]}`);
	const reset = `/sekretariat/brugere/${student.id}/nulstil/kursus/${record}`, form = (await vus.get(reset)).form(reset), formular = await head.token();
	const fields = new Map([...form.fields, ['anmoder', 'Lone Bech'], ['anmodet', danish(-1)], ['journal', '26/1'], ['grund', 'til prøve'], ['set', '1']]);
	const [undone, given] = await together(student.id, () => vus.copy().post(reset, [...fields], { files: {} }), () => head.copy().post(at, { formular }));
	assert.equal(undone.status, 303, undone.brief);
	assert.equal(given.status, 409, given.brief);
	assert.equal(count(`course_record r JOIN course_def d ON d.id = r.course AND d.kind = 'SERIES' WHERE r.doctor = ${student.id}`), 0);
});

test('sixty take part in a hold and no more: not by two tabs, and not by who comes in again', async () => {
	const course = one("SELECT id FROM course_def WHERE code = 'demo-geriatri-1'"), dkl = somebody('DKL', `h.course = ${course}`);
	const run = one(`INSERT INTO course_run (course, name, place, since, until, hours, once, given_by, as_role, at)
		VALUES (${course}, 'Fuldt', 'Prøveby', ${today()} + INTERVAL 10 DAY, ${today()} + INTERVAL 12 DAY, 12, LEFT(UNHEX(SHA2(UUID(), 256)), 16), ${person(dkl)}, 'DKL', UTC_TIMESTAMP()); SELECT LAST_INSERT_ID()`);
	const [full, again] = [department('hold60'), department('hold61')], seats = () => count(`course_seat WHERE run = ${run} AND taken_out IS NULL`);
	for (const d of [full, again])
		after(d.close);
	const put = (most) => sql(`INSERT INTO course_seat (run, course, doctor, put_by, at)
		SELECT ${run}, ${course}, p.id, ${person(dkl)}, UTC_TIMESTAMP() FROM person p WHERE p.gone IS NULL AND p.id NOT IN (${full.id}, ${again.id}, ${again.colleague}, ${person(dkl)})
		AND NOT EXISTS (SELECT 1 FROM course_seat s WHERE s.run = ${run} AND s.doctor = p.id) LIMIT ${most}`);
	put(59);
	const leader = await login(dkl, 'DKL'), formular = await leader.token();
	const add = (email) => leader.copy().post(`/kurser/hold/${run}/deltager`, { formular, q: email });
	const holds = connection();
	await holds.say(`BEGIN; SELECT id FROM person WHERE id IN (${full.id}, ${again.id}) FOR UPDATE`);
	const both = [full, again].map((d) => add(d.doctor));
	await sleep(300);
	await holds.end();
	const answers = await Promise.all(both);
	assert.deepEqual(answers.map((a) => a.status).sort(), [303, 422], answers.map((a) => a.brief).join());
	assert.match(answers.find((a) => a.status === 422).text, /kan have 60 deltagere/);
	assert.equal(seats(), 60);
	const [in_it, out] = answers[0].status === 303 ? [full, again] : [again, full];
	assert.equal((await add(in_it.doctor)).status, 303, 'who is on it already is told so');
	assert.equal((await leader.post(`/kurser/hold/${run}/ud`, { formular, laege: in_it.id })).status, 303);
	assert.equal((await add(out.doctor)).status, 303);
	assert.equal((await add(in_it.doctor)).status, 422, 'who was taken out, into what is full now');
	assert.equal(seats(), 60);
	assert.throws(() => put(1), /sixty/);
	assert.throws(() => sql(`UPDATE course_seat SET taken_out = NULL, taken_by = NULL WHERE run = ${run} AND doctor = ${in_it.id}`), /sixty/);
});

// --- the room of a logbook ------------------------------------------------------------------------

/* A picture of noise, which no compression makes smaller: 1.5 MB. */
function noise(side = 720) {
	const rows = Buffer.concat(Array.from({ length: side }, () => Buffer.concat([Buffer.of(0), randomBytes(3 * side)])));
	const chunk = (type, data) => {
		const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(body.length + 8);
		out.writeUInt32BE(data.length), body.copy(out, 4), out.writeUInt32BE(crc(body), body.length + 4);
		return out;
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(side), head.writeUInt32BE(side, 4), head.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', zlib.deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
function crc(bytes) {
	let c = ~0;
	for (const byte of bytes) {
		c ^= byte;
		for (let i = 0; i < 8; i++)
			c = c >>> 1 ^ (c & 1 ? 0xedb88320 : 0);
	}
	return ~c >>> 0;
}

test('R_FIL_02 no file is put into a logbook above its room or the size of one, in any way, and nothing typed is lost', async () => {
	const book = department('rum');
	after(book.close);
	const uao = person(book.uao), mark = `UNHEX(MD5(${quote(`rum${Date.now()}`)}))`;
	const talk = one(`INSERT INTO talk (doctor, element, kind, planned_on, once, given_by, by_name, as_role, at)
		VALUES (${book.id}, ${book.element}, 'INTRO', ${today()}, ${mark}, ${uao}, 'x', 'UAO', UTC_TIMESTAMP()); SELECT LAST_INSERT_ID()`);
	const ended = one(`INSERT INTO element (course, doctor, seq, org_unit, since, until) SELECT course, doctor, 9, org_unit, ${today()} - INTERVAL 3 YEAR, ${today()} - INTERVAL 2 YEAR
		FROM element WHERE id = ${book.element}; SELECT LAST_INSERT_ID()`);
	sql(`INSERT INTO research_supervision (doctor, held, since, given_by, by_name, given_as, place, made_at)
		SELECT ${book.id}, h.id, ${today()} - INTERVAL 1 DAY, ${uao}, 'x', 'UAO', 'x', UTC_TIMESTAMP() FROM user_role h WHERE h.role = 'FORSKVEJLEDER' LIMIT 1`);
	const part = one(`SELECT p.id FROM research_part p JOIN research_list l ON l.id = p.research_list JOIN training_course c ON c.region = l.training_region
		WHERE c.doctor = ${book.id} AND p.kind = 'PROJECT'`);
	const d = await login(book.doctor, 'UL'), u = await login(book.uao, 'UAO');
	const v = await login(somebody('VUS', `h.region = (SELECT region FROM training_course WHERE doctor = ${book.id})`), 'VUS');
	const mine = '/logbog/forskningstraening', course = one("SELECT id FROM course_def WHERE code = 'SOL2'");
	/* Where it is sent, the field of the file, what else is typed and must be shown again; the page of the form where that is another. */
	const ways = [
		[d, '/logbog/filer', 'fil', { slags: 'DIPLOMA', titel: 'Det, jeg skrev' }],
		[d, `/logbog/kurser/${course}/kursusbevis`, 'bevis', { dato: danish(-31) }, `/logbog/kurser/${course}`],
		[d, `${mine}/kursus`, 'kursusbevis', { navn: 'Det, jeg skrev', dato: danish(-31), dage: '2' }],
		[d, `${mine}/bevis`, 'bevis', {}, mine],
		[d, `${mine}/del/${part}/anmod`, 'fil', { titel: 'Det, jeg skrev' }, `${mine}/del/${part}`],
		[d, `/logbog/attestationer/${ended}/papir`, 'attestation', { underskriver: 'Det, jeg skrev', titel: 'Overlæge', dato: danish(-740), fravaer: '0' }],
		[d, `/logbog/uddannelsesplan/${book.element}`, 'fil', { svar: 'gem', maal: 'Det, jeg skrev' }],
		[d, `/logbog/samtaler/${talk}/referat`, 'fil', { holdt: danish(), referat: 'Det, jeg skrev' }, `/logbog/samtaler/${talk}`],
		[u, `/vejleder/samtaler/${talk}/referat`, 'fil', { holdt: danish(), referat: 'Det, jeg skrev' }, `/vejleder/samtaler/${talk}`],
	];
	const of_office = [[v, `/sekretariat/godkend-merit/${book.id}`, 'meritbrev', { notat: 'Det, jeg skrev' }]];
	const stored = () => count(`file WHERE doctor = ${book.id}`);
	async function refused([browser, to, field, fields, from = to], upload, why) {
		const before = stored(), page = await browser.submit(to, fields, { from, files: { [field]: upload }, stay: true });
		assert.equal(page.status, 422, `${to}: ${page.brief}`);
		assert.ok(page.faults.some((fault) => why.test(fault)), `${to}: ${page.faults}`);
		for (const typed of Object.values(fields).filter((x) => x === 'Det, jeg skrev'))
			assert.ok(page.html.includes(typed), `${to}: what was typed`);
		assert.equal(stored(), before, to);
	}
	const set = (name, value) => sql(`INSERT INTO setting (name, value, changed_by, at) VALUES ('${name}', '${value}', ${book.id}, UTC_TIMESTAMP()) ON DUPLICATE KEY UPDATE value = '${value}'`);
	const again = () => ['journal', 'approve', 'office'].map((name) => control('restart', name));
	const fill = () => sql(`INSERT INTO file (doctor, kind, type, pages, size, name, content, given_by, at)
		SELECT ${book.id}, 'OTHER', type, 1, 1024 * 1024, 'fyld', content, ${book.id}, UTC_TIMESTAMP() FROM file LIMIT 1`);
	set('file_most', '1');
	again();
	try {
		const big = { filename: 'stor.png', bytes: noise() };
		for (const way of [...ways, ...of_office])
			await refused(way, big, /fylder mere, end en fil må/);
		set('file_quota', '1');
		again();
		fill();
		for (const way of ways)
			await refused(way, file('letter.png'), /ikke plads til filen/);
		const merit = of_office[0], page = await v.submit(merit[1], merit[3], { from: merit[1], files: { meritbrev: file('letter.png') } });
		assert.equal(page.status, 200, `what the secretariat decides on takes none of the doctor's room: ${page.brief}`);
	} finally {
		sql("DELETE FROM setting WHERE name IN ('file_most', 'file_quota')");
		again();
	}
	assert.match((await d.submit('/logbog/filer', { slags: 'OTHER', titel: 'Nu' }, { from: '/logbog/filer', files: { fil: file('letter.png') } })).text, /Filen er lagt op/);
});

test('R_FOS_05 a part that is reset while the supervisor attests the whole: it is not attested on what was reset before', async () => {
	const book = department('forsker'), id = book.id, mine = '/logbog/forskningstraening/del', supervisor = somebody('FORSKVEJLEDER');
	after(book.close);
	sql(`INSERT INTO research_supervision (doctor, held, since, given_by, by_name, given_as, place, made_at)
		SELECT ${id}, h.id, ${today()} - INTERVAL 1 DAY, ${person(book.uao)}, 'x', 'UAO', 'x', UTC_TIMESTAMP() FROM user_role h WHERE h.person = ${person(supervisor)} AND h.role = 'FORSKVEJLEDER' LIMIT 1`);
	const parts = sql(`SELECT p.id, p.kind FROM research_part p JOIN research_list l ON l.id = p.research_list JOIN training_course c ON c.region = l.training_region WHERE c.doctor = ${id}`);
	const whole = parts.find(([, kind]) => kind === 'OVERALL')[0], others = parts.filter(([part]) => part !== whole).map(([part]) => part);
	const vus = await login(somebody('VUS', `h.region = (SELECT region FROM training_course WHERE doctor = ${id})`), 'VUS'), d = await login(book.doctor, 'UL'), s = await login(supervisor, 'FORSKVEJLEDER');
	const office = `/sekretariat/brugere/${id}/forskningstraening`;
	let page = await vus.submit(office, { hvordan: 'delvis', del: others, grundlag: 'OTHER', begrundelse: 'Poster', sagsnr: '26/77', journaliseret: '1' }, { from: office });
	assert.equal(page.status, 200, page.brief);
	page = await d.submit(`${mine}/${whole}/anmod`, {}, { from: `${mine}/${whole}` });
	assert.match(page.text, /Du har anmodet/, page.brief);
	const asked = one(`SELECT research FROM research_now WHERE doctor = ${id} AND part = ${whole}`);
	const struck = one(`SELECT research FROM research_now WHERE doctor = ${id} AND part = ${others[0]}`), reset = `/sekretariat/brugere/${id}/nulstil/forskning/${struck}`;
	const form = (await vus.get(reset)).form(reset), formular = await s.token();
	const fields = new Map([...form.fields, ['anmoder', 'Lone Bech'], ['anmodet', danish(-1)], ['journal', '26/1'], ['grund', 'til prøve'], ['set', '1']]);
	const [undone, given] = await together(id, () => vus.copy().post(reset, [...fields], { files: {} }),
		() => s.copy().post(`/kurser/forskningstraening/${id}/del/${whole}`, { formular, svar: 'godkend', anmodning: asked }));
	assert.equal(undone.status, 303, undone.brief);
	assert.equal(given.status, 409, given.brief);
	assert.equal(one(`SELECT status FROM research_now WHERE doctor = ${id} AND part = ${whole}`), 'REQUESTED');
});

test('R_ATT_10 two of the secretariat except the same absence: one reason is kept, and whose was not is told who was faster', async () => {
	const book = department('undtaget'), mark = Date.now(), [first, second] = [book.both, book.main].map((email) => ({ email, id: one(`SELECT ${person(email)}`) }));
	after(book.close);
	for (const { id } of [first, second])
		sql(`INSERT INTO user_role (person, role, region, since, until) SELECT ${id}, 'VUS', region, ${today()} - INTERVAL 1 DAY, ${today()} + INTERVAL 1 DAY FROM training_course WHERE doctor = ${book.id}`);
	const element = one(`INSERT INTO element (course, doctor, seq, org_unit, since, until) SELECT course, doctor, 9, org_unit, ${today()} - INTERVAL 6 MONTH, ${today()} + INTERVAL 1 DAY
		FROM element WHERE id = ${book.element}; SELECT LAST_INSERT_ID()`);
	sql(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at) SELECT ${book.id}, e.id, t.id, e.since, e.since + INTERVAL 19 DAY, ${book.id}, 'x', 'UL', UTC_TIMESTAMP()
		FROM element e JOIN absence_type t ON t.code = 'SYGDOM' WHERE e.id = ${element}; INSERT IGNORE INTO chain_head (doctor, n, hash, seal) VALUES (${book.id}, 0, REPEAT(CHAR(0), 32), REPEAT(CHAR(0), 32))`);
	const at = `/sekretariat/attestationer/${element}/undtagelse`;
	const give = async ({ email }, reason) => {
		const vus = await login(email, 'VUS'), form = (await vus.get(at)).form(at);
		return () => vus.post(at, form.fields.filter(([n]) => n !== 'grund').concat([['grund', reason]]));
	};
	const mine = await give(first, `først ${mark}`), theirs = await give(second, `siden ${mark}`);
	const answers = await together(book.id, mine, theirs), kept = sql(`SELECT words, given_by FROM attestation WHERE element = ${element} AND status = 'EXCEPTION'`);
	assert.equal(kept.length, 1);
	const lost = kept[0][1] === first.id ? 1 : 0, [told, other] = [answers[lost], [first, second][1 - lost]];
	assert.equal(answers[1 - lost].status, 303, answers[1 - lost].brief);
	assert.equal(told.status, 409, told.brief);
	assert.ok(told.text.includes(`${one(`SELECT name FROM person WHERE id = ${other.id}`)} gav den`), told.brief);
	assert.match(told.text, /Din begrundelse er ikke gemt/);
	assert.equal((await (lost === 1 ? mine : theirs)()).status, 303, 'a double click of who gave it');
	assert.equal(count(`notice WHERE person = ${person(book.uao)} AND kind = 'ATTEST_EXCEPTION' AND about = ${book.id}`), 1, 'told once');
});

test('R_KUR_14 two head course leaders judge the same part: one basis is kept, and whose was not is told who was faster', async () => {
	const student = department('delkursus'), geriatrics = one("SELECT id FROM specialty WHERE code = 'geriatri'"), at = `/kurser/samlet-godkendelse/${student.id}`;
	after(student.close);
	const first = somebody('HKL', `h.specialty = ${geriatrics}`), second = student.both;
	sql(`UPDATE training_course SET specialty = ${geriatrics} WHERE doctor = ${student.id};
		INSERT INTO user_role (person, role, specialty, since, until) VALUES (${person(second)}, 'HKL', ${geriatrics}, ${today()} - INTERVAL 1 DAY, ${today()} + INTERVAL 1 DAY);
		INSERT IGNORE INTO chain_head (doctor, n, hash, seal) VALUES (${student.id}, 0, REPEAT(CHAR(0), 32), REPEAT(CHAR(0), 32))`);
	const part = one("SELECT id FROM course_def WHERE code = 'demo-geriatri-1'"), judge = async (email) => {
		const head = await login(email, 'HKL'), formular = await head.token();
		return () => head.post(`${at}/delkursus`, { formular, delkursus: part, grundlag: `Selvstudium, siger ${email}` });
	};
	const [mine, theirs] = [await judge(first), await judge(second)];
	const answers = await together(student.id, mine, theirs), kept = sql(`SELECT words, given_by FROM course_record WHERE doctor = ${student.id} AND course = ${part}`);
	assert.equal(kept.length, 1);
	const lost = kept[0][0].endsWith(first) ? 1 : 0, [told, other] = [answers[lost], [first, second][1 - lost]];
	assert.equal(answers[1 - lost].status, 303, answers[1 - lost].brief);
	assert.equal(told.status, 409, told.brief);
	assert.ok(told.text.includes(`${one(`SELECT name FROM person WHERE email = ${quote(other)}`)} godkendte det`), told.brief);
	assert.match(told.text, /Det, du skrev, er ikke gemt/);
	assert.equal((await (lost === 1 ? mine : theirs)()).status, 303, 'a double click of who judged');
});

test('R_FIL_02 of two files sent in the same moment that are too much together one is stored, and of the other that is said', async () => {
	const book = department('to-filer'), at = '/logbog/filer', stored = () => count(`file WHERE doctor = ${book.id}`);
	after(book.close);
	sql(`INSERT INTO setting (name, value, changed_by, at) VALUES ('file_quota', '1', ${book.id}, UTC_TIMESTAMP()) ON DUPLICATE KEY UPDATE value = '1'`);
	control('restart', 'journal');
	try {
		const d = await login(book.doctor, 'UL'), put = async (name) => {
			const fields = (await d.get(at)).form(at).fields.filter(([n]) => n !== 'slags' && n !== 'titel').concat([['slags', 'OTHER'], ['titel', name]]);
			return (upload) => d.copy().post(at, fields, { files: { fil: upload } });
		};
		assert.equal((await (await put('lille'))(file('letter.png'))).status, 303);
		const [one_of_them, other] = [await put('den ene'), await put('den anden')], [a, b] = [noise(470), noise(470)].map((bytes, i) => ({ filename: `${i}.png`, bytes }));
		const answers = await together(book.id, () => one_of_them(a), () => other(b));
		assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 422], answers.map((answer) => answer.brief).join());
		const told = answers.find((answer) => answer.status === 422);
		assert.ok(told.faults.some((fault) => /ikke plads til filen/.test(fault)), told.faults.join());
		assert.match(told.html, /value="den (ene|anden)"/, 'what was typed');
		assert.equal(stored(), 2);
	} finally {
		sql("DELETE FROM setting WHERE name = 'file_quota'");
		control('restart', 'journal');
	}
});
