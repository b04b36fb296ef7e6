// SPDX-License-Identifier: MPL-2.0
//
// What every site has, and the pages on which people read and change it: specialties, places,
// course leaders, lists.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Browser, count, demo, login, one, person, quote, root, somebody, sql, stack, today } from './lib.mjs';

const east = 'hanne.vestergaard@logbog.example', south = 'ole.bisgaard@logbog.example';
const run = Date.now().toString(36), dir = fs.mkdtempSync(path.join(stack.DIR, 'tmp/reference-'));
const says = (page, what) => assert.match(page.text, what, page.brief);
const unit = (code) => Number(one(`SELECT id FROM org_unit WHERE code = ${quote(code)}`));
const last = (table) => Number(one(`SELECT COALESCE(MAX(id), 0) FROM ${table}`));
let vus, leader;
before(async () => {
	vus = await login(east, 'VUS');
	leader = await login(somebody('PROJEKTLEDER'), 'PROJEKTLEDER');
});

// --- schema/apply -----------------------------------------------------------------------------

const database = 'logbook_reference';
const client = (statement, into = database) => {
	const said = spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', '--skip-column-names',
		'--default-character-set=utf8mb4', ...into ? [into] : [], '-e', statement], { encoding: 'utf8' });
	assert.equal(said.status, 0, said.stderr);
	return said.stdout.trim();
};
const apply = (...words) => spawnSync(path.join(root, 'schema/apply'), ['--socket', stack.SOCKET, '--database', database,
	'--accounts-as', os.userInfo().username, ...words], { encoding: 'utf8' });
after(() => {
	client(`DROP DATABASE IF EXISTS ${database}`, '');
	fs.rmSync(dir, { recursive: true });
});

test('every site has three training regions, 39 specialties and those that are none any more', () => {
	client(`DROP DATABASE IF EXISTS ${database}`, '');
	assert.equal(apply().status, 0);
	assert.equal(client("SELECT GROUP_CONCAT(code ORDER BY code) FROM training_region"), 'NORD,OEST,SYD');
	assert.equal(client("SELECT COUNT(*) FROM specialty WHERE until = '9999-12-31'"), '39');
	assert.equal(client("SELECT COUNT(*) FROM specialty WHERE until < '2020-01-01'"), '4');
	assert.equal(client('SELECT COUNT(*) FROM specialty WHERE electronic_from IS NOT NULL'), '0', 'no date is invented');
	assert.equal(client(`SELECT GROUP_CONCAT(r.code ORDER BY r.code) FROM region r JOIN training_region t ON t.id = r.training_region
		WHERE t.code = 'OEST' AND '2027-01-01' >= r.since AND '2027-01-01' < r.until`), 'OESTDANMARK');
});

test('applied again it puts names right, and leaves alone what the site itself has set', () => {
	client("UPDATE specialty SET name = 'Galt', electronic_from = '2015-08-01' WHERE code = 'geriatri'");
	client("UPDATE training_region SET guidance = 'Vores egne ord' WHERE code = 'SYD'");
	client("INSERT INTO specialty (code, name) VALUES ('egen', 'Vores eget')");
	const ids = client('SELECT GROUP_CONCAT(id ORDER BY id) FROM specialty');
	assert.equal(apply().status, 0);
	assert.equal(client("SELECT CONCAT(name, ' ', electronic_from) FROM specialty WHERE code = 'geriatri'"), 'Intern medicin: geriatri 2015-08-01');
	assert.equal(client("SELECT guidance FROM training_region WHERE code = 'SYD'"), 'Vores egne ord');
	assert.equal(client('SELECT GROUP_CONCAT(id ORDER BY id) FROM specialty'), ids);
});

test('a line of the files that is not as the others is refused with its number', () => {
	const files = path.join(dir, 'schema');
	fs.cpSync(path.join(root, 'schema'), files, { recursive: true });
	for (const line of ['kirurgi;Kirurgi', "kirurgi;Kirurgi';", 'kirurgi;Kirurgi;;']) {
		fs.appendFileSync(path.join(files, 'seed/reference/specialty.csv'), `${line}\n`);
		const said = apply('--files', files);
		assert.equal(said.status, 1, line);
		assert.match(said.stderr, /specialty\.csv: line \d+ is not as the others/);
		fs.copyFileSync(path.join(root, 'schema/seed/reference/specialty.csv'), path.join(files, 'seed/reference/specialty.csv'));
	}
});

// --- /adgang/specialer ------------------------------------------------------------------------

test('anybody reads which specialties and lists are in the logbook, and since when', async () => {
	const b = new Browser(), page = await b.get('/adgang/specialer');
	assert.equal(page.status, 200);
	const rows = sql(`SELECT name, DATE_FORMAT(electronic_from, '%d.%m.%Y'), electronic_from > ${today()} FROM specialty WHERE ${today()} < until AND code REGEXP '^[a-z-]+$'`);
	assert.ok(rows.some(([, , later]) => later === '1') && rows.some(([, , later]) => later === '0'));
	for (const [name, from, later] of rows)
		says(page, new RegExp(`${name} ${from ? `${later === '1' ? 'fra' : 'siden'} ${from}` : 'ikke endnu'} `));
	for (const [title, version, cutoff] of sql("SELECT title, version, DATE_FORMAT(cutoff_date, '%d.%m.%Y') FROM curriculum WHERE demo AND code LIKE 'demo-%'"))
		assert.match(page.text.slice(page.text.indexOf(title)), new RegExp(`version ${version}, for [^,]+ fra og med ${cutoff}`), title);
	const [ended, present] = [page.text.indexOf('Tidligere specialer'), page.text.indexOf('Urologi')];
	assert.ok(present > 0 && ended > present && page.text.indexOf('Medicinsk allergologi') > ended);
	assert.ok((await b.get('/adgang/log-ind')).links.includes('/adgang/specialer'));
});

test('R_DM_03 a list that several specialties share stands once, and each of them leads to it', async () => {
	const page = await new Browser().get('/adgang/specialer');
	assert.equal(page.text.split('Fælles del af hoveduddannelsen i de intern medicinske specialer').length, 2);
	assert.equal(page.links.filter((at) => at === '#faelles').length, 9);
});

// --- places -----------------------------------------------------------------------------------

const search = (b, q) => b.submit('/sekretariat/steder', { q }, { from: '/sekretariat/steder' });

test('a place is found by part of its name and by the beginning of its code', async () => {
	for (const [q, name] of [['østerå', 'Østerå Sygehus'], ['DEMO-OST', 'Medicinsk Afdeling, Østerå Sygehus'], ['ved åen', 'Lægerne ved Åen, Fjordby'],
		['sengeafsnit', 'Sengeafsnit M1, Medicinsk Afdeling M, Fjordby Sygehus']]) {
		const page = await search(vus, q);
		says(page, /sted(er)? fundet/);
		assert.ok(page.text.includes(name), `${q}: ${page.brief}`);
	}
	/* Signs of patterns stand for themselves: whose name holds them is found, and nobody else. */
	for (const q of ['%', '_', '\\', '%fjord%', "'; DROP TABLE org_unit; --"]) {
		const n = count(`org_unit WHERE LOCATE(${quote(q)}, place) > 0`);
		says(await search(vus, q), n === 0 ? /Ingen fundet/ : new RegExp(`${n} sted(er)? fundet`));
	}
});

test('a hospital says how many departments it has, a department how many doctors are there today, and the hospital\'s page all of them', async () => {
	const hospital = unit('DEMO-FJO'), department = unit('DEMO-FJO-M');
	const departments = count(`org_unit d WHERE d.parent = ${hospital} AND ${today()} >= d.since AND ${today()} < d.until`);
	const here = (where) => count(`(SELECT DISTINCT e.doctor FROM element e JOIN org_unit d ON d.id = e.org_unit
		WHERE ${where} AND e.cancelled IS NULL AND ${today()} >= e.since AND ${today()} < e.until) x`);
	assert.ok(departments > 0 && here(`d.id = ${department}`) > 0);
	says(await search(vus, 'DEMO-FJO'), new RegExp(`Sygehus DEMO-FJO [^0-9]*${departments} afdeling(er)? `));
	says(await search(vus, 'DEMO-FJO-M'), new RegExp(`Afdeling DEMO-FJO-M [^0-9]*${here(`d.id = ${department}`)} læger? i dag`));
	says(await vus.get(`/sekretariat/steder/${hospital}`), new RegExp(`Læger i dag ${here(`d.parent = ${hospital}`)} `));
});

test('T_181 a CPR number that is typed into the search after places becomes no address', async () => {
	const cpr = demo.people[0].cpr;
	for (const q of [cpr, cpr.replace('-', ''), `fjordby ${cpr}`]) {
		await vus.get('/sekretariat/steder');
		const page = await vus.submit('/sekretariat/steder', { q }, { stay: true });
		assert.equal(page.status, 422, page.brief);
		assert.ok(!page.html.includes(cpr) && !page.html.includes(cpr.replace('-', '')));
	}
});

test('the secretariat first sees the places of its own region, the project leader those of the country', async () => {
	const mine = await vus.get('/sekretariat/steder');
	/* All pages, for tests before have made places too. */
	const told = async (browser) => {
		let text = '';
		for (let side = 1; side < 20 && !text.includes('Østerå Sygehus'); side++)
			text += (await browser.get(`/sekretariat/steder?side=${side}`)).text;
		return text;
	};
	const own = await told(vus), all = await told(leader);
	assert.ok(own.includes('Fjordby Sygehus') && !own.includes('Bakkeby Sygehus'));
	assert.ok(all.includes('Fjordby Sygehus') && all.includes('Bakkeby Sygehus') && all.includes('Østerå Sygehus'));
	for (const [region, above] of sql(`SELECT r.name, t.name FROM region r JOIN training_region t ON t.id = r.training_region WHERE ${today()} < r.until`))
		says(mine, new RegExp(`${region} ${above} `));
	assert.ok(!mine.text.includes('Sengeafsnit M1'), 'a section stands under its department');
});

test('a hospital shows its departments with their sections, who is responsible there today, and how many doctors', async () => {
	const page = await vus.get(`/sekretariat/steder/${unit('DEMO-FJO')}`), department = unit('DEMO-FJO-M');
	const doctors = one(`SELECT COUNT(DISTINCT doctor) FROM element WHERE org_unit = ${department} AND cancelled IS NULL
		AND ${today()} >= since AND ${today()} < until`);
	says(page, new RegExp(`Medicinsk Afdeling M Afdeling DEMO-FJO-M Karen Lindqvist Holm ${doctors} – Sengeafsnit M1 Afsnit`));
	const one_of = await vus.get(`/sekretariat/steder/${department}`);
	says(one_of, new RegExp(`Hører under Fjordby Sygehus .*Læger i dag ${doctors} .*Karen Lindqvist Holm , `));
	says(await vus.get(`/sekretariat/steder/${unit('DEMO-FJO-M1')}`), /Hører under Medicinsk Afdeling M/);
});

test('the doctors of a section are counted there and in its department', async () => {
	const section = unit('DEMO-FJO-M1'), at = `/sekretariat/steder/${section}`;
	const [element] = sql(`SELECT id FROM element WHERE org_unit = ${unit('DEMO-FJO-M')} AND ${today()} >= since AND ${today()} < until LIMIT 1`)[0];
	says(await vus.get(at), /Læger i dag 0/);
	sql(`UPDATE element SET section = ${section} WHERE id = ${element}`);
	try {
		says(await vus.get(at), /Læger i dag 1/);
	} finally {
		sql(`UPDATE element SET section = NULL WHERE id = ${element}`);
	}
});

/* Makes a practice through the page; its id. */
async function make(fields, b = vus) {
	const page = await b.submit('/sekretariat/steder/ny', { slags: 'PRAKSIS', by: 'Fjordby', ...fields }, { from: '/sekretariat/steder/ny' });
	says(page, /Stedet er oprettet/);
	return Number(/steder\/(\d+)/.exec(page.at)[1]);
}

test('a practice is made by hand in the own region alone, with a code that is not taken', async () => {
	const id = await make({ navn: `Åhuset <b>${run}</b>`, kode: `Y-${run}` });
	assert.deepEqual(sql(`SELECT u.code, u.kind, u.place, t.code FROM org_unit u JOIN training_region t ON t.id = u.region WHERE u.id = ${id}`),
		[[`Y-${run}`, 'PRAKSIS', `Åhuset <b>${run}</b>, Fjordby`, 'OEST']]);
	assert.equal(one(`SELECT detail FROM audit WHERE action = 'make place' AND object_id = ${id} AND person = ${person(east)}`), 'PRAKSIS');
	assert.match(one(`SELECT code FROM org_unit WHERE id = ${await make({ navn: `Åuden kode ${run}` })}`), /^EGEN-\w+$/);
	const was = last('org_unit');
	for (const [fields, fault] of [[{ navn: 'X', by: 'Y', kode: `Y-${run}` }, /allerede et sted med den kode/], [{ navn: '', by: 'Y' }, /Skriv navnet/],
		[{ navn: 'X', by: '' }, /Skriv byen/], [{ navn: 'X', by: 'Y', kode: 'a b' }, /bogstaver, tal/], [{ navn: demo.people[0].cpr, by: 'Y' }, /CPR-nummer/],
		[{ navn: 'X', by: 'Y', slags: 'SYGEHUS' }, /Vælg/]]) {
		await vus.get('/sekretariat/steder/ny');
		const page = await vus.submit('/sekretariat/steder/ny', { slags: 'PRAKSIS', ...fields }, { stay: true });
		assert.equal(page.status, 422, JSON.stringify(fields));
		assert.match(page.faults.join(), fault);
	}
	assert.equal(last('org_unit'), was);
});

test('a practice that is made because doctors wait for it leads back to them', async () => {
	const from = unit('DEMO-FJO-AP'), form = await vus.get(`/sekretariat/steder/${from}/navngiv`);
	const link = form.links.find((at) => at.startsWith('/sekretariat/steder/ny'));
	const page = await vus.submit('/sekretariat/steder/ny', { navn: `Åventer ${run}`, by: 'Fjordby' }, { from: link });
	assert.match(page.at, new RegExp(`^/sekretariat/steder/${from}/navngiv`));
	assert.match(page.html, new RegExp(`<option value="${last('org_unit')}">Åventer ${run}, Fjordby</option>`));
});

test('many places are shown a page at a time', async () => {
	const region = one("SELECT id FROM training_region WHERE code = 'OEST'");
	sql(`INSERT INTO org_unit (code, kind, name, place, region) SELECT CONCAT('${run}-', seq), 'PRAKSIS', 'Å', CONCAT('Åpraksis ${run} ', LPAD(seq, 2, '0')), ${region} FROM seq_1_to_30`);
	const first = await search(vus, `åpraksis ${run}`);
	says(first, new RegExp(`30 steder fundet .*${run} 01 .*${run} 25 .*Side 1 af 2`));
	assert.ok(!first.text.includes(`${run} 26`));
	const second = await vus.get(first.links.find((at) => at.endsWith('side=2')));
	says(second, new RegExp(`30 steder fundet .*${run} 26 .*${run} 30 .*Side 2 af 2`));
	assert.equal((await vus.get('/sekretariat/steder?q=x&side=99999')).status, 200);
});

test('a practice that closes gets a last day, not before the doctors who are there have gone', async () => {
	const id = await make({ navn: `Ålukker ${run}` }), at = `/sekretariat/steder/${id}`;
	const end = (date) => vus.submit(`${at}/slut`, { sidste: date }, { from: at });
	assert.match((await end('')).faults.join(), /Skriv den sidste dag/);
	sql(`UPDATE org_unit SET since = '2020-01-01' WHERE id = ${id}`);
	assert.match((await end('1.1.2001')).faults.join(), /før den første/);
	says(await end('31.12.2099'), /Sidste dag 31.12.2099 .*Den sidste dag er gemt|Den sidste dag er gemt.*Sidste dag 31.12.2099/);
	const busy = unit('DEMO-AAEN');
	const page = await vus.submit(`/sekretariat/steder/${busy}/slut`, { sidste: one(`SELECT DATE_FORMAT(${today()}, '%d.%m.%Y')`) }, { from: `/sekretariat/steder/${busy}` });
	assert.match(page.faults.join(), /Der er læger på stedet efter den dag/);
	assert.equal(one(`SELECT until FROM org_unit WHERE id = ${busy}`), '9999-12-31');
	const token = await vus.token();
	for (const other of [unit('DEMO-FJO-M'), unit('DEMO-KIRK')])
		assert.equal((await vus.post(`/sekretariat/steder/${other}/slut`, { formular: token, sidste: '31.12.2099' })).status, 404);
});

test('R_DM_04 doctors at a practice without a name go to the one that is named, with what was before, and are told', async () => {
	const from = unit('DEMO-FJO-AP'), to = unit('DEMO-AAEN'), at = `/sekretariat/steder/${from}/navngiv`;
	const [element, doctor, name] = sql(`SELECT e.id, e.doctor, p.name FROM element e JOIN person p ON p.id = e.doctor WHERE e.org_unit = ${from} AND e.cancelled IS NULL`)[0];
	sql(`UPDATE notice SET seen = made WHERE person = ${doctor}`);
	const changes = last('element_change'), notices = last('notice');
	try {
		const form = await vus.get(at);
		says(form, new RegExp(name));
		for (const [fields, fault] of [[{ praksis: to }, /Vælg, hvem der skal flyttes/], [{ ansaettelse: element }, /Vælg en praksis/],
			[{ ansaettelse: element, praksis: unit('DEMO-KIRK') }, /Vælg en praksis/], [{ ansaettelse: element, praksis: unit('DEMO-FJO-M') }, /Vælg en praksis/]]) {
			const page = await vus.submit(at, fields, { from: at, stay: true });
			assert.equal(page.status, 422);
			assert.match(page.faults.join(), fault, JSON.stringify(fields));
		}
		const fresh = await make({ navn: `Åbegynder for sent ${run}` });
		sql(`UPDATE org_unit SET since = '2090-01-01' WHERE id = ${fresh}`);
		assert.match((await vus.submit(at, { ansaettelse: element, praksis: fresh }, { from: at, stay: true })).faults.join(), /ikke åben i hele ansættelsen/);
		assert.equal(last('element_change'), changes);

		const page = await vus.submit(at, { ansaettelse: element, praksis: to }, { from: at });
		says(page, /Lægerne er flyttet, og de har fået besked/);
		assert.equal(Number(one(`SELECT org_unit FROM element WHERE id = ${element}`)), to);
		assert.deepEqual(sql(`SELECT c.element, c.what, c.before_org_unit, c.after_org_unit, c.before_since = e.since, c.after_until = e.until
			FROM element_change c JOIN element e ON e.id = c.element WHERE c.id > ${changes}`), [[element, 'CHANGED', String(from), String(to), '1', '1']]);
		assert.deepEqual(sql(`SELECT person, kind, place FROM notice WHERE id > ${notices}`), [[doctor, 'ELEMENT_CHANGED', 'Lægerne ved Åen, Fjordby']]);

		/* Sent once more, as by a second click: nothing moves. */
		const again = await vus.post(at, { formular: await vus.token(), ansaettelse: element, praksis: to });
		assert.equal(again.status, 422);
		assert.equal(count(`element_change WHERE id > ${changes}`), 1);
	} finally {
		sql(`UPDATE element SET org_unit = ${from} WHERE id = ${element}`);
	}
	const other = await login(south, 'VUS');
	assert.equal((await other.get(at)).status, 404);
	assert.equal((await other.post(at, { formular: await other.token(), ansaettelse: element, praksis: to })).status, 404);
});

test('the account of the office moves no element but from a practice without a name, and makes no hospital', () => {
	const as = (statement) => Number(/ERROR (\d+)/.exec(spawnSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-office',
		stack.DATABASE, '-e', statement], { encoding: 'utf8' }).stderr)?.[1] ?? 0);
	const element = one(`SELECT id FROM element WHERE org_unit = ${unit('DEMO-FJO-M')} LIMIT 1`), placeless = one(`SELECT id FROM element WHERE org_unit = ${unit('DEMO-FJO-AP')}`);
	assert.equal(as(`UPDATE element SET org_unit = ${unit('DEMO-AAEN')} WHERE id = ${element}`), 1644);
	assert.equal(as(`UPDATE element SET org_unit = ${unit('DEMO-KIRK')} WHERE id = ${placeless}`), 1644);
	assert.equal(as(`UPDATE element SET org_unit = ${unit('DEMO-FJO-M')} WHERE id = ${placeless}`), 1644);
	assert.ok([1142, 1143].includes(as(`UPDATE element SET until = until WHERE id = ${element}`)));
	assert.equal(as(`INSERT INTO org_unit (code, kind, name, place, region) VALUES ('x${run}', 'SYGEHUS', 'x', 'x', 1)`), 1644);
	assert.equal(as(`UPDATE org_unit SET until = '2001-01-01' WHERE id = ${unit('DEMO-FJO')}`), 1644);
	assert.equal(as(`DELETE FROM org_unit WHERE id = ${unit('DEMO-FJO')}`), 1142);
	assert.throws(() => sql(`DELETE FROM org_unit WHERE id = ${unit('DEMO-FJO-AP')}`), /never deleted/);
});

// --- lists and course leaders -----------------------------------------------------------------

test('the published lists stand with version, basis, cut-off, goals and how many doctors are on each', async () => {
	for (const b of [vus, leader]) {
		const page = await b.get('/sekretariat/maalbeskrivelser');
		for (const [title, version, cutoff, goals, now, ever] of sql(`SELECT l.title, l.version, DATE_FORMAT(l.cutoff_date, '%d.%m.%Y'), l.goals,
			(SELECT COUNT(DISTINCT k.doctor) FROM course_curriculum k JOIN training_course c ON c.id = k.course WHERE k.curriculum = l.id
				AND k.left_on IS NULL AND c.cancelled IS NULL AND ${today()} >= c.since AND ${today()} < c.until),
			(SELECT COUNT(DISTINCT k.doctor) FROM course_curriculum k WHERE k.curriculum = l.id) FROM curriculum l WHERE l.code LIKE 'demo-%'`)) {
			const row = page.text.slice(page.text.indexOf(title));
			assert.ok(page.text.includes(title), title);
			assert.match(row, new RegExp(`${version} \\S+ \\S+ fra og med ${cutoff} ${goals} ${now} \\(${ever}\\)`));
		}
	}
});

test('R_KUR_22 course leaders stand by specialty with where the role came from; specialties without a head are pointed out', async () => {
	const hkl = somebody('HKL'), name = one(`SELECT name FROM person WHERE email = ${quote(hkl)}`);
	const page = await leader.get('/sekretariat/kursusledere');
	says(page, new RegExp(`Intern medicin: geriatri .*${name} Hovedkursusleder .* Import`));
	assert.ok(page.links.includes(`/sekretariat/brugere/${person(hkl)}`));
	const without = one(`SELECT COUNT(*) FROM specialty s WHERE ${today()} < s.until AND NOT EXISTS (SELECT 1 FROM user_role h WHERE h.role = 'HKL'
		AND h.specialty = s.id AND ${today()} >= h.since AND ${today()} < h.until)`);
	says(page, new RegExp(`${without} specialer uden hovedkursusleder .*Akutmedicin .*Intern medicin: geriatri`));

	const other = somebody('KURSUSUDBYDER'), at = one("SELECT id FROM specialty WHERE code = 'urologi'");
	sql(`INSERT INTO user_role (person, role, specialty, since, given_by) VALUES (${person(other)}, 'HKL', ${at}, ${today()} - INTERVAL 1 DAY, ${person(east)})`);
	const held = last('user_role');
	try {
		says(await leader.get('/sekretariat/kursusledere'), new RegExp(`${without - 1} specialer uden .*Urologi Kursusledere Navn .* Givet af Hanne Vestergaard`));
	} finally {
		sql(`UPDATE user_role SET until = ${today()} WHERE id = ${held}`);
	}
	says(await leader.get('/sekretariat/kursusledere'), new RegExp(`${without} specialer uden`));
});

test('a part course is added to a specialty once', async () => {
	const at = '/sekretariat/kursusledere', geriatri = one("SELECT id FROM specialty WHERE code = 'geriatri'");
	const send = (fields) => leader.submit(at, fields, { from: at });
	const name = `Ældre på Ærø ${run}`;
	says(await send({ navn: name, speciale: geriatri }), new RegExp(`Delkurset er oprettet.*${name} \\(Specialespecifikt delkursus, geriatri-aeldre-paa-aeroe-${run}\\) : ingen leder endnu`));
	assert.equal(one(`SELECT COUNT(*) FROM audit WHERE action = 'add course' AND object_id = ${last('course_def')}`), '1');
	for (const [fields, fault] of [[{ navn: name, speciale: geriatri }, /allerede et delkursus/], [{ navn: '', speciale: geriatri }, /Skriv delkursets navn/],
		[{ navn: 'X', speciale: '' }, /Vælg specialet/], [{ navn: 'X', speciale: one("SELECT id FROM specialty WHERE code = 'intern-medicin'") }, /ophørt/]]) {
		const page = await send(fields);
		assert.equal(page.status, 422, JSON.stringify(fields));
		assert.match(page.faults.join(), fault);
	}
});
