// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test roles.test.mjs: who gives and ends which role, and what follows from it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, test } from 'node:test';
import { count, login, one, person, sql, stack, today } from './lib.mjs';

const east = 'hanne.vestergaard@logbog.example', south = 'ole.bisgaard@logbog.example', leader = 'dorthe.ravn@logbog.example';
const says = (page, what, why = '') => assert.ok(what.test(page.text), `${page.brief} does not say ${what} ${why}: ${page.text.slice(0, 1500)}`);
const last = (table) => Number(one(`SELECT COALESCE(MAX(id), 0) FROM ${table}`));
const roles_at = (id) => `/sekretariat/brugere/${id}/roller`;
const show_day = (iso) => iso.split('-').reverse().join('.');
const day = (n = 0) => one(`SELECT ${today()} + INTERVAL ${n} DAY`);
const unit = (code) => Number(one(`SELECT id FROM org_unit WHERE code = '${code}'`));

let vus, other, pl, made = 0;
before(async () => { vus = await login(east); other = await login(south); pl = await login(leader); });

/* Somebody of one's own for a test, without a role; with a password where they log in. */
function somebody_new(name = 'Rolle Prøve', with_password = false) {
	const email = `rolle.${Date.now()}.${++made}@example.dk`;
	sql(`INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed) VALUES ('${name}', '${email}', '+4520304050', '1980-01-01',
		'REPLACEMENT', UNHEX(SHA2('${email}', 256)), 'x')`);
	const id = person(email);
	if (with_password)
		sql(`INSERT INTO credential (person, password) SELECT ${id}, password FROM credential WHERE person = ${person(east)}`);
	return { id, email };
}

/* Gives it by the page: finds the place first where the role has one. */
async function give(b, id, role, fields = {}, part) {
	const from = await b.get(`${roles_at(id)}?rolle=${role}${part ? `&sted=${encodeURIComponent(part)}` : ''}`);
	return send(b, from, { fra: show_day(day()), ...fields });
}
/* Sends the form that gives; the one that finds a place goes to the same address. */
async function send(b, page, fields) {
	const form = page.forms.find((f) => f.method === 'post' && f.action.endsWith('/roller'));
	assert.ok(form, `${page.brief} has no form that gives`);
	const answer = await b.post(form.action, { ...Object.fromEntries(form.fields), ...fields });
	return answer.status === 303 ? b.get(answer.location) : answer;
}
const held = (id, role) => sql(`SELECT id, org_unit, region, specialty, course, since, until, given_by, given_as, ended_by FROM user_role
	WHERE person = ${id} AND role = '${role}' ORDER BY id DESC LIMIT 1`)[0];

test('R_ROL_01_the_secretariat_gives_a_UAO_a_department_of_its_region_with_notice_audit_and_the_way_in', async () => {
	const { id, email } = somebody_new(), from = last('audit'), notices = last('notice'), mails = last('mail');
	const found = await vus.get(`${roles_at(id)}?rolle=UAO&sted=geriatrisk`);
	const places = [...found.html.matchAll(/name="enhed" value="(\d+)"/g)].map((m) => Number(m[1]));
	assert.deepEqual(places, [unit('DEMO-FJO-G')], 'departments of the own region alone, no practice, no section');
	const page = await send(vus, found, { enhed: places[0], fra: show_day(day()), til: show_day(day(30)) });
	says(page, /Rollen er givet, og mailen med adgang er på vej/);
	const row = held(id, 'UAO');
	assert.deepEqual(row.slice(1), [String(places[0]), null, null, null, day(), day(31), String(person(east)), 'VUS', null]);
	assert.deepEqual(sql(`SELECT action, object, object_id, detail FROM audit WHERE id > ${from} AND action = 'give role'`), [['give role', 'user_role', row[0], 'UAO']]);
	assert.deepEqual(sql(`SELECT person, kind, place FROM notice WHERE id > ${notices}`),
		[[String(id), 'ROLE_GIVEN', 'Uddannelsesansvarlig overlæge, Geriatrisk Afdeling G, Fjordby Sygehus']]);
	assert.deepEqual(sql(`SELECT kind, address FROM mail WHERE id > ${mails}`), [['ACCESS', email]]);
	says(await vus.get(`/sekretariat/brugere/${id}`), /Uddannelsesansvarlig overlæge Geriatrisk Afdeling G.*Hanne Vestergaard, VUS/);
	/* a second role sends no mail; the first begins later and waits for its day */
	says(await give(vus, id, 'FORSKVEJLEDER'), /Rollen er givet, og brugeren får besked/);
	assert.equal(count(`mail WHERE id > ${mails}`), 1);
	const later = somebody_new();
	says(await give(vus, later.id, 'KURSUSUDBYDER', { fra: show_day(day(10)), kursus: one("SELECT id FROM course_def WHERE code = 'SOL1'") }), /Mailen med adgang sendes den første dag/);
	assert.equal(one(`SELECT access_due FROM person WHERE id = ${later.id}`), day(10));
	assert.equal(count(`mail WHERE id > ${mails}`), 1);
});

test('R_ROL_01_the_same_role_is_not_held_twice_in_the_same_days_and_several_are', async () => {
	const { id } = somebody_new();
	const fields = { enhed: unit('DEMO-FJO-M'), fra: show_day(day(1)), til: show_day(day(20)) };
	assert.equal((await give(vus, id, 'UAO', fields, 'Medicinsk')).status, 200);
	for (const [since, until] of [[0, 1], [20, 40], [5, 6], [0, 100]]) {
		const page = await give(vus, id, 'UAO', { ...fields, fra: show_day(day(since)), til: show_day(day(until)) }, 'Medicinsk');
		assert.equal(page.status, 409, `${since} ${until}`);
		assert.match(page.faults.join(), /har allerede den rolle her i nogle af de dage/);
	}
	assert.equal((await give(vus, id, 'UAO', { ...fields, fra: show_day(day(21)), til: '' }, 'Medicinsk')).status, 200);
	assert.equal((await give(vus, id, 'UAO', { ...fields, enhed: unit('DEMO-FJO-G') }, 'Geriatrisk')).status, 200, 'another department');
	assert.equal(count(`user_role WHERE person = ${id}`), 3);
});

test('the form says what is wrong, and stores nothing', async () => {
	const { id } = somebody_new();
	for (const [role, fields, fault, part] of [
		['UAO', { enhed: '' }, /Find stedet i din region/, 'Medicinsk'],
		['UAO', { enhed: unit('DEMO-AAEN') }, /Find stedet i din region/, 'Medicinsk'],
		['UAO', { enhed: unit('DEMO-FJO-M'), fra: '' }, /Skriv den første dag/, 'Medicinsk'],
		['UAO', { enhed: unit('DEMO-FJO-M'), fra: '1.1.2001' }, /højst ligge et år tilbage/, 'Medicinsk'],
		['UAO', { enhed: unit('DEMO-FJO-M'), til: show_day(day(-1)) }, /kan ikke ligge før den første/, 'Medicinsk'],
		['PKL', {}, /Vælg specialet/]]) {
		const page = await give(vus, id, role, fields, part);
		assert.equal(page.status, 422, page.brief);
		assert.match(page.faults.join(), fault);
	}
	assert.equal(count(`user_role WHERE person = ${id}`), 0);
	says(await vus.get(`${roles_at(id)}?rolle=UAO&sted=findes%20ikke`), /Intet sted i din region passer/);
	says(await vus.get(`${roles_at(id)}?rolle=TUTOR&sted=%25`), /Intet sted i din region passer/);
});

test('T_001_the_secretariat_can_make_a_supervisor_in_no_way', async () => {
	const { id } = somebody_new();
	const page = await vus.get(roles_at(id));
	says(page, /Vejledere oprettes af UAO eller tutorlæge, ikke af sekretariatet/);
	assert.ok(!page.links.some((l) => /rolle=(VEJLEDER|HOVEDVEJLEDER)/.test(l)));
	for (const b of [vus, pl])
		for (const role of ['VEJLEDER', 'HOVEDVEJLEDER']) {
			assert.equal((await b.get(`${roles_at(id)}?rolle=${role}`)).status, 403);
			const forged = await b.post(roles_at(id), { formular: await b.token(), rolle: role, enhed: unit('DEMO-FJO-M'), fra: show_day(day()) });
			assert.equal(forged.status, 403);
			says(forged, /Vejledere oprettes af UAO eller tutorlæge, ikke af sekretariatet/);
		}
	const supervisor = held(person('lars.juhl@logbog.example'), 'VEJLEDER')[0];
	const ended = await vus.post(`${roles_at(person('lars.juhl@logbog.example'))}/slut`, { formular: await vus.token(), id: supervisor });
	assert.equal(ended.status, 403);
	says(ended, /Vejledere oprettes af UAO eller tutorlæge/);
	assert.equal(count(`user_role WHERE person = ${id}`), 0);
	assert.equal(one(`SELECT until FROM user_role WHERE id = ${supervisor}`), '9999-12-31');
});

/* What the program's own account may do, were the program taken over. */
function as_office(statement) {
	try {
		execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-office', '--batch', '--skip-column-names', stack.DATABASE, '-e', statement], { encoding: 'utf8', stdio: 'pipe' });
		return '';
	} catch (e) {
		return e.stderr;
	}
}

test('T_001_the_office_account_cannot_add_a_supervisor_nor_anything_that_is_not_the_givers_to_give', async () => {
	const { id } = somebody_new(), v = person(east), l = person(leader), m = unit('DEMO-FJO-M'), b = unit('DEMO-BAK-B');
	await vus.get(roles_at(id));
	const insert = (role, fields) => {
		const all = { person: id, role: `'${role}'`, since: today(), until: "'9999-12-31'", given_by: v, given_as: "'VUS'", made_at: 'UTC_TIMESTAMP()', ...fields };
		return `INSERT INTO user_role (${Object.keys(all)}) VALUES (${Object.values(all)})`;
	};
	for (const [role, fields, why] of [
		['VEJLEDER', { org_unit: m }, 'a supervisor by the secretariat'],
		['VEJLEDER', { org_unit: m, given_as: "'UAO'", given_by: person('karen.holm@logbog.example') }, 'a supervisor by a UAO, from this account'],
		['HKL', { specialty: 1 }, 'a course leader by the secretariat'],
		['UAO', { org_unit: b }, 'a department of another region'],
		['UAO', { org_unit: m, given_by: id }, 'by somebody who is not the secretariat'],
		['UAO', { org_unit: m, given_by: l, given_as: "'PROJEKTLEDER'" }, 'a UAO by the project leader'],
		['UAO', { org_unit: m, person: v }, 'to oneself'],
		['UL', {}, 'a doctor'],
		['PROJEKTLEDER', { given_by: l, given_as: "'PROJEKTLEDER'" }, 'a project leader']])
		assert.match(as_office(insert(role, fields)), /not for this account to give/, why);
	assert.match(as_office(`UPDATE user_role SET until = ${today()}, ended_by = ${v} WHERE role = 'VEJLEDER' AND person = ${person('lars.juhl@logbog.example')}`), /not for this account to end/);
	assert.match(as_office(`UPDATE user_role SET until = ${today()}, ended_by = ${id}, ended_at = UTC_TIMESTAMP() WHERE role = 'UAO' AND person = ${person('karen.holm@logbog.example')}`),
		/not for this account to end/, 'in the name of somebody who is not the secretariat');
	assert.match(as_office(`UPDATE user_role SET until = '9999-12-31' WHERE person = ${person('else.munk@logbog.example')}`), /is ended, never changed|not for this account/);
	assert.match(as_office('DELETE FROM user_role LIMIT 1'), /denied/);
	assert.equal(as_office(insert('UAO', { org_unit: m })), '', 'and what is theirs to give it adds');
});

test('T_003_the_project_leader_makes_course_leaders_and_secretariats_and_the_secretariat_does_not', async () => {
	const { id } = somebody_new(), geriatrics = one("SELECT id FROM specialty WHERE code = 'geriatri'");
	const course = one("SELECT id FROM course_def WHERE code = 'demo-geriatri-1'"), north = one("SELECT id FROM training_region WHERE code = 'NORD'");
	for (const role of ['HKL', 'DKL', 'VUS']) {
		const forged = await vus.post(roles_at(id), { formular: await vus.token(), rolle: role, speciale: geriatrics, kursus: course, region: north, fra: show_day(day()) });
		assert.equal(forged.status, 403);
		says(forged, /oprettes af projektlederen, ikke af sekretariatet/);
	}
	assert.equal(count(`user_role WHERE person = ${id}`), 0);
	assert.equal((await give(pl, id, 'HKL', { speciale: '' })).status, 422);
	says(await give(pl, id, 'HKL', { speciale: geriatrics }), /Rollen er givet/);
	says(await give(pl, id, 'DKL', { kursus: course }), /Rollen er givet/);
	says(await give(pl, id, 'VUS', { region: north }), /Rollen er givet/);
	assert.deepEqual(held(id, 'HKL').slice(1, 5), [null, null, geriatrics, null]);
	assert.deepEqual(held(id, 'DKL').slice(1, 5), [null, null, geriatrics, course]);
	assert.deepEqual(held(id, 'VUS').slice(1, 5), [null, north, null, null]);
	const refused = await pl.post(roles_at(id), { formular: await pl.token(), rolle: 'UAO', enhed: unit('DEMO-FJO-M'), fra: show_day(day()) });
	assert.equal(refused.status, 403);
	says(refused, /gives af videreuddannelsessekretariatet i den region/);
});

test('the secretariat gives and ends roles in its own region alone', async () => {
	const { id } = somebody_new();
	says(await give(vus, id, 'TUTOR', { enhed: unit('DEMO-AAEN') }, 'Åen'), /Rollen er givet/);
	assert.ok(!(await other.get(roles_at(id))).html.includes('Slut rollen<'), 'no dead control');
	const ended = await other.post(`${roles_at(id)}/slut`, { formular: await other.token(), id: held(id, 'TUTOR')[0] });
	assert.equal(ended.status, 409);
	says(ended, /hører til en anden region, og så kan dens sekretariat slutte den/);
	const forged = await other.post(roles_at(id), { formular: await other.token(), rolle: 'UAO', enhed: unit('DEMO-FJO-M'), fra: show_day(day()) });
	assert.equal(forged.status, 422);
	says(await give(vus, id, 'PKL', { speciale: 1 }), /Rollen er givet/);
	assert.equal(held(id, 'PKL')[2], one("SELECT id FROM training_region WHERE code = 'OEST'"));
	assert.equal(held(id, 'TUTOR')[6], '9999-12-31');
});

test('nobody gives or ends a role of their own', async () => {
	const me = person(east);
	says(await vus.get(roles_at(me)), /Ingen giver eller slutter sin egen rolle/);
	const forged = await vus.post(roles_at(me), { formular: await vus.token(), rolle: 'UAO', enhed: unit('DEMO-FJO-M'), fra: show_day(day()) });
	assert.equal(forged.status, 403);
	says(forged, /Bed en kollega om det/);
	assert.equal(held(me, 'UAO'), undefined);
	sql(`INSERT INTO user_role (person, role, org_unit, since) VALUES (${me}, 'UAO', ${unit('DEMO-FJO-M')}, ${today()})`);
	const row = held(me, 'UAO')[0];
	assert.equal((await vus.post(`${roles_at(me)}/slut`, { formular: await vus.token(), id: row })).status, 403);
	assert.equal(held(me, 'UAO')[6], '9999-12-31');
	sql(`UPDATE user_role SET until = ${today()} WHERE id = ${row}`);
});

test('T_007_a_UAO_who_is_ended_loses_the_rights_at_once_and_the_role_stays_in_the_history', async () => {
	const { id, email } = somebody_new('Slut Prøve', true), notices = last('notice');
	await give(vus, id, 'UAO', { enhed: unit('DEMO-FJO-M'), fra: show_day(day(-20)) }, 'Medicinsk');
	const uao = await login(email, 'UAO');
	assert.equal((await uao.get('/vejleder/laeger')).status, 200);
	const row = held(id, 'UAO')[0];
	let page = await vus.submit(`${roles_at(id)}/slut`, { sidste: show_day(day(-3)) }, { from: roles_at(id) });
	assert.equal(page.status, 422);
	says(page, /Den sidste dag kan tidligst være i dag/);
	assert.match(page.html, /aria-invalid="true" aria-describedby="(sidste\d+-fault)"/, 'the reason is heard at the field');
	page = await vus.submit(`${roles_at(id)}/slut`, { sidste: '' }, { from: roles_at(id) });
	says(page, /Rollen er sluttet, og brugeren får besked/);
	assert.equal((await uao.get('/vejleder/laeger')).status, 403);
	assert.deepEqual(held(id, 'UAO').slice(5), [day(-20), day(), String(person(east)), 'VUS', String(person(east))]);
	assert.deepEqual(sql(`SELECT kind FROM notice WHERE id > ${notices} AND person = ${id} ORDER BY id`).flat(), ['ROLE_GIVEN', 'ROLE_ENDED']);
	says(await vus.get(`/sekretariat/brugere/${id}`), /Tidligere roller \(1\).*sluttet af Hanne Vestergaard/);
	assert.equal((await vus.post(`${roles_at(id)}/slut`, { formular: await vus.token(), id: row })).status, 409, 'twice');
});

test('a role given by mistake today is ended today, and one to come never begins', async () => {
	const { id } = somebody_new();
	await give(vus, id, 'UAO', { enhed: unit('DEMO-FJO-M') }, 'Medicinsk');
	says(await vus.submit(`${roles_at(id)}/slut`, {}, { from: roles_at(id) }), /Rollen er sluttet/);
	assert.deepEqual(held(id, 'UAO').slice(5, 7), [day(), day()]);
	await give(vus, id, 'UAO', { enhed: unit('DEMO-FJO-M'), fra: show_day(day(9)) }, 'Medicinsk');
	says(await vus.submit(`${roles_at(id)}/slut`, {}, { from: roles_at(id) }), /Rollen er sluttet/);
	assert.deepEqual(held(id, 'UAO').slice(5, 7), [day(9), day(9)]);
	assert.equal(count(`user_role WHERE person = ${id} AND ${today()} >= since AND ${today()} < until`), 0);
	const again = await give(vus, id, 'UAO', { enhed: unit('DEMO-FJO-M'), til: show_day(day(5)) }, 'Medicinsk');
	assert.equal(again.status, 200, 'the days are free again');
	says(await vus.submit(`${roles_at(id)}/slut`, { sidste: show_day(day(2)) }, { from: roles_at(id) }), /Rollen er sluttet/);
	assert.equal(held(id, 'UAO')[6], day(3));
	assert.equal((await vus.submit(`${roles_at(id)}/slut`, { sidste: show_day(day(4)) }, { from: roles_at(id) })).status, 409, 'not prolonged');
});
