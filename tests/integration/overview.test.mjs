// SPDX-License-Identifier: MPL-2.0
//
// The ways between the pages, and the pages that say where somebody stands.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { department } from './department.mjs';
import { ask, clock, count, login, one, somebody, sql, today } from './lib.mjs';

/* What was made to look old is as its rows say again. */
after(() => sql('UPDATE approval_now n JOIN approval a ON a.id = n.approval SET n.at = a.at WHERE n.at <> a.at'));

const nav = (page, kind) => [...new RegExp(`<nav class="${kind}".*?</nav>`, 's').exec(page.html)?.[0].matchAll(/<a href="([^"]*)"( aria-current="page")?>([^<]*)</g) ?? []]
	.map(([, at, here, label]) => ({ at, here: here !== undefined, label: label.replace(/ \(\d*$/, '') }));
const here = (links) => links.filter((l) => l.here).map((l) => l.label);

test('the menu is short for every role, and what belongs together is tabs below it', async () => {
	for (const [role, most] of [['UL', 8], ['VEJLEDER', 2], ['UAO', 5], ['VUS', 7], ['PROJEKTLEDER', 6]]) {
		const b = await login(somebody(role), role), home = await b.get((await b.get('/')).location ?? '/');
		const menu = nav(home, 'nav');
		assert.ok(menu.length >= 2 && menu.length <= most, `${role}: ${menu.map((m) => m.label)}`);
		assert.equal(new Set(menu.map((m) => m.label)).size, menu.length);
		for (const { at, label } of menu) {
			const page = await b.get(at), tabs = nav(page, 'tabs');
			assert.equal(page.status, 200, `${role} ${at}`);
			assert.deepEqual(here(nav(page, 'nav')), [label], `${role} ${at}`);
			if (tabs.length > 0)
				assert.ok(tabs.length > 1 && tabs[0].at === at && tabs[0].here && here(tabs).length === 1, `${role} ${at}`);
			for (const tab of tabs) {
				const there = await b.get(tab.at);
				assert.equal(there.status, 200, `${role} ${tab.at}`);
				assert.deepEqual([here(nav(there, 'nav')), here(nav(there, 'tabs'))], [[label], [tab.label]], tab.at);
			}
		}
	}
});

test('the pages of one doctor have one bar of tabs, the same on each, and only what the role may see', async () => {
	const doctor = one(`SELECT e.doctor FROM element e JOIN user_role h ON h.org_unit = e.org_unit AND h.role = 'UAO' AND h.until > ${today()} JOIN person p ON p.id = h.person AND p.email = '${somebody('UAO')}'
		JOIN course_curriculum k ON k.course = e.course AND k.left_on IS NULL WHERE e.cancelled IS NULL AND e.since <= ${today()} AND e.until > ${today()} LIMIT 1`);
	assert.ok(doctor);
	const uao = await login(somebody('UAO'), 'UAO'), list = await uao.get(`/vejleder/laeger/${doctor}/kompetencer`), tabs = nav(list, 'tabs');
	assert.deepEqual(here(tabs), ['Kompetencer']);
	assert.ok(tabs.length >= 8);
	for (const { at, label } of tabs) {
		const page = await uao.get(at);
		assert.equal(page.status, 200, at);
		assert.deepEqual(nav(page, 'tabs').map((t) => t.at), tabs.map((t) => t.at), at);
		assert.deepEqual(here(nav(page, 'tabs')), [label]);
		assert.deepEqual(here(nav(page, 'nav')), ['Mine læger']);
	}
	/* Outside reach nothing is said, not even where it would stand. */
	const stranger = one(`SELECT MAX(id) + 1000 FROM person`), none = await uao.get(`/vejleder/laeger/${stranger}/kompetencer`);
	assert.deepEqual([none.status, nav(none, 'tabs').length], [404, 0]);
});

// --- the doctor's front page ------------------------------------------------------------------

const rows_of = (page, after) => [...(page.html.split(after)[1] ?? '').split('</table>')[0].matchAll(/<tr><th scope="row"><a href="([^"]*)">([^<]*)<\/a><\/th><td[^>]*>(.*?)<\/td><td[^>]*>(.*?)<\/td>/gs)]
	.map(([, at, what, when, who]) => ({ at, what, when: when.replace(/<[^>]*>/g, ''), who }));
const next = (page) => rows_of(page, 'id="det-naeste"');

test('the front page says what is next, until when and who must act, the most pressing first, each with its way', async () => {
	const here = department('front'), doctor = await login(here.doctor, 'UL');
	try {
		/* The element ends in twenty days: its time can be attested, and every goal is expected in it. */
		sql(`UPDATE element SET until = ${today()} + INTERVAL 21 DAY WHERE id = ${here.element}; UPDATE training_course SET until = ${today()} + INTERVAL 21 DAY WHERE doctor = ${here.id}`);
		let page = await doctor.get('/logbog/oversigt'), rows = next(page);
		const last = one(`SELECT DATE_FORMAT(${today()} + INTERVAL 20 DAY, '%d.%m.%Y')`);
		assert.equal(page.status, 200);
		const goals = rows.find((r) => /der forventes i denne ansættelse, mangler/.test(r.what)), time = rows.find((r) => r.what.startsWith('Attestation for tid, '));
		assert.deepEqual([goals?.who, goals?.when], ['Du', `Senest ${last}, om 20 dage`]);
		assert.deepEqual([time.at, time.when, time.who], ['/logbog/attestationer', `Senest ${last}, om 20 dage`, 'Du']);
		assert.match(time.what, /anmod om den$/);
		for (const { at, what } of rows)
			assert.equal((await doctor.get(at)).status, 200, what);
		/* Asked: now somebody else must act. */
		await doctor.submit(`/logbog/attestationer/${here.element}/anmod`, { slags: 'tid' }, { from: '/logbog/attestationer' });
		time_is(next(await doctor.get('/logbog/oversigt')), 'UAO eller tutorlæge', /venter på svar$/);
		/* Ended three days ago and still not attested: late, and above what is not. */
		sql(`UPDATE element SET since = ${today()} - INTERVAL 7 MONTH, until = ${today()} - INTERVAL 3 DAY WHERE id = ${here.element}`);
		rows = next(page = await doctor.get('/logbog/oversigt'));
		const late = rows.map((r) => /^Skulle være gjort/.test(r.when));
		assert.ok(late[0], JSON.stringify(rows[0]));
		assert.deepEqual(late, [...late].sort((a, b) => b - a), 'what is late stands first');
		assert.match(page.html, /class="late">Skulle være gjort/);
	} finally {
		here.close();
	}
});

const time_is = (rows, who, what) => {
	const time = rows.find((r) => r.what.startsWith('Attestation for tid, '));
	assert.equal(time.who, who);
	assert.match(time.what, what);
};

test('the front page shows time, competencies, absence and attestations of each employment', async () => {
	const here = department('front2'), doctor = await login(here.doctor, 'UL');
	try {
		let page = await doctor.get('/logbog/oversigt');
		assert.match(page.text, /12 af 24 måneder er gået/);
		assert.match(page.text, /0 af højst 72 dage/);
		assert.doesNotMatch(page.text, /er brugt/);
		const due = one(`SELECT COUNT(*) FROM goal_due WHERE element = ${here.element}`);
		assert.match(page.text, new RegExp(`0 af ${due}\\b`));
		/* Fifty-four days are three quarters of the limit. */
		sql(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
			SELECT ${here.id}, ${here.element}, t.id, ${today()} - INTERVAL 60 DAY, ${today()} - INTERVAL 6 DAY, ${here.id}, 'x', 'UL', UTC_TIMESTAMP() FROM absence_type t
			WHERE t.code = 'SICK' OR t.position = 1 ORDER BY t.code = 'SICK' DESC LIMIT 1`);
		page = await doctor.get('/logbog/oversigt');
		const row = next(page).find((r) => r.what.startsWith('Fravær, '));
		assert.match(row.what, /5[34] af højst 72 dage er brugt/);
		assert.equal(row.at, `/logbog/uddannelsesforloeb/${here.element}/fravaer`);
	} finally {
		here.close();
	}
});

test('who waits for an answer sees for how long, the longest first', async () => {
	const here = department('front3'), doctor = await login(here.doctor, 'UL');
	try {
		for (const goal of here.goals.slice(0, 2))
			await ask(doctor, here, goal);
		sql(`UPDATE approval_now SET at = at - INTERVAL 23 DAY WHERE doctor = ${here.id} AND competency = ${here.goals[1].id}`);
		const page = await doctor.get('/logbog/oversigt');
		const waited = [...page.text.split('Venter på svar').pop().matchAll(/anmodet \d\d\.\d\d\.\d{4}, (ventet \d+ dage|kommet i dag)/g)].map((m) => m[1]);
		assert.deepEqual(waited, ['ventet 23 dage', 'kommet i dag']);
	} finally {
		here.close();
	}
});

// --- the department's doctors -----------------------------------------------------------------

/* [name, [[what, where]…]] of each doctor who is here, in the order of the page. */
const seen_to = (page) => [...page.html.split('Er her nu')[1].split('</table>')[0].matchAll(/<tr><th scope="row"><a href="[^"]*">([^<]*)<.*?<td data-title="Se til">(.*?)<\/td>/gs)]
	.map(([, name, cell]) => [name.split(' ')[0], [...cell.matchAll(/<a href="([^"]*)">([^<]*)</g)].map(([, at, what]) => [what, at])]);

test('UAO sees all doctors of the department, the most pressing first, with words why and the way to it', async () => {
	const here = department('laeger'), uao = await login(here.uao, 'UAO'), doctor = await login(here.doctor, 'UL'), supervisor = await login(here.approver, 'VEJLEDER');
	try {
		const behind = (id) => ['Bagud: 50 % af tiden er gået, 0 % af kompetencerne er godkendt', `/vejleder/laeger/${id}/kompetencer`];
		const of = async (b) => seen_to(await b.get('/vejleder/laeger'));
		assert.deepEqual(await of(uao), [['colleague', [behind(here.colleague)]], ['doctor', [behind(here.id)]]]);
		/* Asked twenty-three days ago: above the colleague. */
		await ask(doctor, here, here.goals[0]);
		sql(`UPDATE approval_now SET at = at - INTERVAL 23 DAY WHERE doctor = ${here.id} AND competency = ${here.goals[0].id}`);
		const waits = ['1 anmodning har ventet på svar i 23 dage', '/vejleder/anmodninger'];
		assert.deepEqual(await of(uao), [['doctor', [waits, behind(here.id)]], ['colleague', [behind(here.colleague)]]]);
		assert.deepEqual(await of(supervisor), await of(uao));
		/* The colleague's employment ends in three weeks. */
		sql(`UPDATE element SET until = ${today()} + INTERVAL 21 DAY WHERE doctor = ${here.colleague}`);
		const attest = ['Attestation for tid kan gives nu', '/vejleder/attestationer'];
		assert.deepEqual((await of(uao))[1], ['colleague', [behind(here.colleague), attest]]);
		assert.deepEqual((await of(supervisor))[1], ['colleague', [behind(here.colleague)]], 'a supervisor attests nothing');
		/* Without a main supervisor: told to who can make one. */
		sql(`UPDATE user_role SET until = ${today()} WHERE role = 'HOVEDVEJLEDER' AND org_unit = ${here.unit}`);
		assert.deepEqual((await of(uao))[0][1], [waits, behind(here.id), ['Ingen hovedvejleder', '/vejleder/vejledere']]);
		assert.deepEqual((await of(supervisor))[0][1], [waits, behind(here.id)]);
		/* Ended, and not attested: stands among those who were here. */
		sql(`UPDATE element SET until = ${today()} - INTERVAL 9 DAY WHERE doctor = ${here.colleague}`);
		const page = await uao.get('/vejleder/laeger');
		assert.equal(seen_to(page).length, 1);
		assert.match(page.text.split('Har været her')[1], /Sluttede \d\d\.\d\d\.\d{4} uden attestation for tid og læringsmål/);
		assert.match(page.text, /Der er noget at se til hos 2 af 2 læger\./);
	} finally {
		here.close();
	}
});

const absence = (here, days) => sql(`INSERT INTO absence (doctor, element, type, since, until, given_by, by_name, as_role, at)
	SELECT ${here.id}, ${here.element}, t.id, ${today()} - INTERVAL 200 DAY, ${today()} - INTERVAL ${200 - days} DAY, ${here.id}, 'x', 'UL', UTC_TIMESTAMP() FROM absence_type t WHERE t.position = 1`);

test('R_TID_02 R_TID_03 absence near and above the limit is among what the department sees to, without the daily supervisors; no element shows another\'s', async () => {
	const here = department('fravaer'), uao = await login(here.uao, 'UAO'), main = await login(here.main, 'HOVEDVEJLEDER'), supervisor = await login(here.approver, 'VEJLEDER');
	const lines = async (b) => seen_to(await b.get('/vejleder/laeger')).flatMap(([name, all]) => all.filter(([what]) => /^Fravær/.test(what)).map(([what, at]) => [name, what, at]));
	const at = `/vejleder/laeger/${here.id}/fravaer`;
	try {
		absence(here, 60);
		assert.deepEqual((await lines(uao)).map(([name, what, to]) => [name, what.replace(/\d\d af/, 'N af'), to]), [['doctor', 'Fravær nær grænsen: N af højst 72 dage', at]]);
		assert.deepEqual(await lines(main), await lines(uao));
		assert.deepEqual(await lines(supervisor), []);
		assert.equal((await uao.get(at)).status, 200);
		absence(here, 100);
		const [[, what]] = await lines(uao);
		assert.match(what, /^Fravær over 10 %: \d+ dage skal indhentes, og ingen aftale dækker dem$/);
		const days = /(\d+) dage/.exec(what)[1];
		assert.match((await uao.get(at)).text, new RegExp(`\\b${days} dage`), 'as its own page reckons');
		/* The secretariat's overview says the same; a replacement post makes up for it. */
		counted();
		const overview = `/sekretariat/overblik?sted=${encodeURIComponent(here.place)}`, east = await regional('OEST');
		assert.match((await east.get(overview)).text, new RegExp(`Fravær over 10 %: ${days} dage`));
		sql(`INSERT INTO element (course, doctor, seq, org_unit, since, until, kind) SELECT course, doctor, 2, org_unit, until, until + INTERVAL 5 MONTH, 'REPLACEMENT' FROM element WHERE id = ${here.element}`);
		assert.deepEqual(await lines(uao), []);
		counted();
		assert.doesNotMatch((await east.get(overview)).text, /Fravær over/);
	} finally {
		here.close();
	}
});

test('R_KOM_14 doubt is seen to by UAO and the appointed main supervisor, and by nobody else: not the secretariat', async () => {
	const here = department('usikker'), uao = await login(here.uao, 'UAO'), main = await login(here.main, 'HOVEDVEJLEDER'), supervisor = await login(here.approver, 'VEJLEDER');
	const lines = async (b) => seen_to(await b.get('/vejleder/laeger')).flatMap(([name, all]) => all.filter(([what]) => /^Tvivl/.test(what)).map(([what, at]) => [name, what, at]));
	const day = one(`SELECT DATE_FORMAT(${today()} + INTERVAL 9 DAY, '%d.%m.%Y')`), wanted = [['doctor', `Tvivl om gennemførelse følges op ${day}`, `/vejleder/laeger/${here.id}/samtaler`]];
	const uao_id = one(`SELECT id FROM person WHERE email = '${here.uao}'`), main_id = one(`SELECT id FROM person WHERE email = '${here.main}'`);
	try {
		sql(`INSERT INTO doubt (doctor, element, words, measures, follow_on, once, given_by, by_name, as_role, at)
			VALUES (${here.id}, ${here.element}, 'HEMMELIGT', 'x', ${today()} + INTERVAL 9 DAY, RANDOM_BYTES(16), ${uao_id}, 'x', 'UAO', UTC_TIMESTAMP())`);
		assert.deepEqual(await lines(uao), wanted);
		assert.doesNotMatch(uao.page.text, /HEMMELIGT/);
		assert.deepEqual([await lines(main), await lines(supervisor)], [[], []]);
		sql(`INSERT INTO main_supervisor (doctor, element, person, role, since, given_by, by_name, as_role, at)
			VALUES (${here.id}, ${here.element}, ${main_id}, 'HOVEDVEJLEDER', ${today()}, ${uao_id}, 'x', 'UAO', UTC_TIMESTAMP())`);
		assert.deepEqual(await lines(main), wanted);
		counted();
		assert.equal(count(`doctor_overview WHERE words LIKE '%vivl%'`), 0);
		assert.doesNotMatch((await (await regional('OEST')).get(`/sekretariat/overblik?sted=${encodeURIComponent(here.place)}`)).text, /[Tt]vivl/);
		sql(`INSERT INTO doubt_outcome (doubt, doctor, element, outcome, words, given_by, by_name, as_role, at)
			SELECT id, doctor, element, 'RESOLVED', 'x', ${uao_id}, 'x', 'UAO', UTC_TIMESTAMP() FROM doubt WHERE element = ${here.element}`);
		assert.deepEqual([await lines(uao), await lines(main)], [[], []]);
	} finally {
		sql(`UPDATE main_supervisor SET until = ${today()}, ended_by = given_by, ended_at = UTC_TIMESTAMP() WHERE element = ${here.element} AND live = 1`);
		here.close();
	}
});

// --- the queue ---------------------------------------------------------------------------------

const waits_of = (page) => [...(page.html.split(/<h2>\d+ (?:anden sag|andre sager)/)[1]?.split('</table>')[0] ?? '').matchAll(/<tr><th scope="row"><a href="([^"]*)">([^<]*)<.*?<td data-title="Hvad">(.*?)<\/td><td data-title="Siden">([^<]*)</gs)]
	.map(([, at, name, what, since]) => ({ at, name: name.split(' ')[0], what: what.replace(/<[^>]*>/g, ' '), since }));

test('everything that waits for UAO stands in one queue, the oldest first, and the tabs say how many', async () => {
	const others = (page) => waits_of(page).filter((r) => !/samtale /.test(r.what)); /* talks: talk.test.mjs */
	const here = department('koe'), uao = await login(here.uao, 'UAO'), supervisor = await login(here.approver, 'VEJLEDER'), doctor = await login(here.doctor, 'UL');
	try {
		const at = '/vejleder/anmodninger';
		assert.match((await uao.get(at)).text, /Ingen anmodninger venter på dig/);
		assert.deepEqual(others(uao.page), []);
		/* The colleague's employment has ended; the doctor's is in its last month, and asked for today. */
		sql(`UPDATE element SET until = ${today()} - INTERVAL 15 DAY WHERE doctor = ${here.colleague}; UPDATE element SET until = ${today()} + INTERVAL 21 DAY WHERE id = ${here.element}`);
		await doctor.submit(`/logbog/attestationer/${here.element}/anmod`, { slags: 'tid' }, { from: '/logbog/attestationer' });
		await ask(doctor, here, here.goals[0]);
		const page = await uao.get(at), rows = others(page);
		const time = rows.filter((r) => r.what.startsWith('Attestation for tid'));
		assert.deepEqual(time.map((r) => [r.name, r.since.split(', ')[1]]), [['colleague', 'ventet 15 dage'], ['doctor', 'kommet i dag']]);
		assert.match(time[0].what, /ansættelsen sluttede/);
		assert.match(time[1].what, /anmodet/);
		assert.deepEqual(rows.map((r) => r.name), [...rows.map((r) => r.name)].sort(), 'the colleague has waited longer');
		for (const row of rows)
			assert.equal((await uao.get(row.at)).status, 200, row.at);
		const counts = /<nav class="tabs".*?<\/nav>/s.exec(page.html)[0];
		assert.match(counts, /Anmodninger \(1</);
		assert.match(counts, new RegExp(`Attestationer \\(${rows.filter((r) => r.at.startsWith('/vejleder/attestationer/')).length}<`));
		assert.doesNotMatch(counts, /Filer \(/);
		/* Several competencies are still approved at once. */
		assert.ok(page.form(at).fields.length > 0);
		/* A supervisor attests and verifies nothing. */
		assert.deepEqual(others(await supervisor.get(at)), []);
		assert.doesNotMatch(supervisor.page.text, /Attestation/);
	} finally {
		here.close();
	}
});

// --- the secretariat's overview ------------------------------------------------------------------

/* The clock counts once a day: as if it had not today. */
const counted = () => {
	sql("DELETE FROM job WHERE name = 'overblik'");
	clock();
};
const regional = async (code) => login(somebody('VUS', `h.region = (SELECT id FROM training_region WHERE code = '${code}')`), 'VUS');

test('the clock counts every doctor of today once, and the secretariat sees its own region alone, the most pressing first', async () => {
	const here = department('overblik'), doctor = await login(here.doctor, 'UL'), east = await regional('OEST'), south = await regional('SYD');
	try {
		const at = `/sekretariat/overblik?sted=${encodeURIComponent(here.place)}`;
		await ask(doctor, here, here.goals[0]);
		sql(`UPDATE approval_now SET at = at - INTERVAL 23 DAY WHERE doctor = ${here.id} AND competency = ${here.goals[0].id}`);
		counted();
		assert.equal(count(`doctor_overview WHERE org_unit = ${here.unit}`), 2);
		assert.equal(count('doctor_overview'), count(`element e JOIN training_course c ON c.id = e.course AND c.cancelled IS NULL JOIN person p ON p.id = e.doctor AND p.gone IS NULL
			WHERE e.cancelled IS NULL AND e.since <= ${today()} AND e.until + INTERVAL 3 MONTH > ${today()}`));
		const page = await east.get(at);
		assert.match(page.text, /2 læger nu\. Der er noget at se til i 2 af 2 ansættelser, og 1 anmodning venter på svar/);
		assert.match(page.text, /Tallene er fra \d\d\.\d\d\.\d{4}/);
		const people = [...page.html.matchAll(/href="\/sekretariat\/brugere\/(\d+)"/g)].map((m) => Number(m[1]));
		assert.deepEqual(people, [here.id, here.colleague]);
		assert.match(page.text, /1 anmodning har ventet på svar i 23 dage/);
		assert.match(page.text, /Bagud: 50 % af tiden er gået, 0 % af kompetencerne er godkendt/);
		assert.match((await south.get(at)).text, /Ingen læger her/, 'another region');
		assert.equal((await (await login(here.uao, 'UAO')).get(at)).status, 403);
		/* Counted once a day: what happens today is told tomorrow. */
		await ask(doctor, here, here.goals[1]);
		clock();
		assert.equal(one(`SELECT waiting FROM doctor_overview WHERE element = ${here.element}`), '1');
		counted();
		assert.equal(one(`SELECT waiting FROM doctor_overview WHERE element = ${here.element}`), '2');
	} finally {
		here.close();
	}
});

test('the overview is counted by department, specialty and stage, and each count leads to those counted', async () => {
	counted();
	const b = await regional('OEST');
	const all = Number(/(\d+) læger nu/.exec((await b.get('/sekretariat/overblik')).text)[1]);
	for (const by of ['afdeling', 'speciale', 'trin']) {
		const page = await b.get(`/sekretariat/overblik?efter=${by}`);
		const rows = [...page.html.matchAll(/<tr><th scope="row"><a href="([^"]*)">[^<]*<\/a><\/th><td class="num" data-title="Læger nu">(\d+)</g)].map(([, at, n]) => [at.replaceAll('&amp;', '&'), Number(n)]);
		assert.ok(rows.length > 0);
		assert.equal(rows.reduce((sum, [, n]) => sum + n, 0), all, by);
		if (by === 'trin')
			for (const [at, n] of rows)
				assert.equal(Number(/(\d+) læger? nu/.exec((await b.get(at)).text)[1]), n, at);
	}
	assert.equal(count(`doctor_overview o JOIN training_region t ON t.id = o.region WHERE t.code = 'OEST' AND o.here`) , all);
	/* What is no filter is none, and what is special to SQL is not. */
	assert.match((await b.get('/sekretariat/overblik?sted=%25&fase=x&efter=y&side=0&speciale=abc')).text, /Ingen læger her/);
});

test('the overview as a workbook holds the same rows, and that it was taken is kept', async () => {
	const b = await regional('OEST'), before = count(`audit WHERE action = 'take list' AND object = 'overview'`);
	const page = await b.get('/sekretariat/overblik'), form = page.form('/udskrift/overblik.xlsx');
	const answer = await b.post(form.action, form.fields);
	assert.equal(answer.status, 200);
	assert.match(answer.headers['content-type'], /spreadsheetml/);
	assert.equal(answer.bytes.subarray(0, 2).toString(), 'PK');
	assert.equal(count(`audit WHERE action = 'take list' AND object = 'overview'`), before + 1);
	assert.equal((await (await login(somebody('UAO'), 'UAO')).post('/udskrift/overblik.xlsx', { formular: await (await login(somebody('UAO'), 'UAO')).token() })).status, 403);
});
