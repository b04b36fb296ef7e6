// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node --test office.test.mjs: the training secretariat finds people and gives merit.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { count, demo, file, log_in, login, one, person, quote, sql, stack } from './lib.mjs';

const east = 'hanne.vestergaard@logbog.example', south = 'ole.bisgaard@logbog.example', north = 'aagot.aebeloe@logbog.example';
const doctor = person('jonas.friis@logbog.example'), two_lists = person('ali.rahman@logbog.example');
const form = (id = doctor) => `/sekretariat/godkend-merit/${id}`;
const cpr_of = (email) => demo.people.find((p) => p.email === email).cpr;
const last = (table) => Number(one(`SELECT COALESCE(MAX(id), 0) FROM ${table}`));

/* The competencies that the form offers, by id; those of one state, or all. */
const offered = (page) => [...page.html.matchAll(/name="kompetence" value="(\d+)"[^>]*>(.*?)<\/label>/gs)]
	.map(([, id, label]) => ({ id, label: label.replace(/<[^>]*>/g, '').trim(), asked: /Anmodet/.test(label) }));
const free = (page, n) => offered(page).filter((g) => !g.asked).slice(0, n).map((g) => g.id);
const ticked = (page) => [...page.html.matchAll(/name="kompetence" value="(\d+)"[^>]* checked/g)].map((m) => m[1]);
const state = (competency, id = doctor) => sql(`SELECT status, kind, step FROM approval
	WHERE doctor = ${id} AND competency = ${competency} ORDER BY step DESC LIMIT 1`)[0];

let vus;
before(async () => { vus = await login(east); });

/* Does the page say that?  Without printing the whole of it when it does not. */
const says = (page, what, why = '') => assert.ok(what.test(page.text), `${page.brief} does not say ${what} ${why}`);

/* Opens the form and sends it. */
async function give(fields, options = {}) {
	await vus.get(form());
	return vus.submit(form(), fields, { files: {}, stay: true, ...options });
}

async function search(words, more = {}, b = vus, at = '/sekretariat/brugere') {
	return b.submit(at, { q: words, ...more }, { from: at });
}

// --- finding people -------------------------------------------------------------------------

test('R_UI_02_any_user_of_the_country_is_found_by_part_of_the_name_or_by_e_mail', async () => {
	for (const [words, name] of [['Jonas Friis', 'Jonas Friis'], ['jonas', 'Jonas Friis'], ['riis', 'Jonas Friis'], ['friis jo', 'Jonas Friis'],
		['freja.mikkelsen@logbog', 'Freja Mikkelsen'], ['ÅGOT', 'Ågot Æbelø'], ['æbelø', 'Ågot Æbelø'], ['lone  bech', 'Lone Bech'],
		['sigurðar', 'Þórunn Sigurðardóttir'], ['mette øster', 'Anne-Mette Østergaard Bjerregård']]) {
		const page = await search(words);
		assert.equal(page.status, 200);
		says(page, /1 bruger fundet|[2-9] brugere fundet/, words);
		assert.ok(page.text.includes(name), `${words}: ${page.brief}`);
	}
	const page = await search('jonas friis');
	says(page, /Uddannelseslæge: .*Vejleder: /);
	assert.ok(page.links.includes(`/sekretariat/brugere/${doctor}`));
	assert.ok(!page.text.includes(cpr_of('jonas.friis@logbog.example')));
});

test('every word that was typed must fit, and signs of patterns stand for themselves', async () => {
	for (const words of ['jonas mikkelsen', '%%', '__', 'jon%s', '\\\\', 'jonas friis findes ikke her', "o'; DROP TABLE person; --"]) {
		const page = await search(words);
		assert.equal(page.status, 200, words);
		says(page, /Ingen fundet/, words);
		says(page, /Prøv en kortere del af navnet/);
	}
	const page = await search('a');
	assert.equal(page.status, 422);
	assert.deepEqual(page.faults, ['Skriv mindst to bogstaver af navnet.']);
	assert.doesNotMatch((await search('')).text, /fundet/);
});

test('what is found stands in the order of names, 25 on a page, and goes on with a button', async () => {
	const mark = `s${Date.now()}`;
	const letters = [...'ZÅØÆYXWVUTSRQPONMLKJIHGFEDCBA'];
	for (const letter of letters) {
		sql(`INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed) VALUES ('${letter} ${mark}',
			'${letter.codePointAt()}.${mark}@example.dk', '+4520304042', '1990-01-01', 'REPLACEMENT', UNHEX(SHA2('${letter}${mark}', 256)), 'x');
			INSERT INTO person_word VALUES ('${mark}', LAST_INSERT_ID())`);
	}
	const names = (page) => [...page.html.matchAll(/<th scope="row"><a href="[^"]*">(.) /g)].map((m) => m[1]).join('');
	const first = await search(mark);
	assert.equal(names(first), 'ABCDEFGHIJKLMNOPQRSTUVWXY');
	says(first, /29 brugere fundet.*Side 1 af 2/);
	const paging = first.forms.find((f) => f.html.includes('name="side"'));
	assert.deepEqual([paging.method, paging.action], ['post', '/sekretariat/brugere']);
	assert.equal(names(await search(mark, { side: 2 })), 'ZÆØÅ');
});

test('T_181_a_CPR_number_finds_its_person_and_stands_in_no_address_log_or_audit', async () => {
	const whole = cpr_of('freja.mikkelsen@logbog.example'), from = last('audit');
	for (const typed of [whole, whole.replace('-', ''), whole.replace('-', ' '), ` ${whole} `]) {
		const page = await search(typed);
		assert.equal(page.status, 200);
		says(page, /1 bruger fundet.*Freja Mikkelsen/);
		assert.equal(page.at, '/sekretariat/brugere');
		assert.ok(![...page.links, ...page.forms.map((f) => f.action)].some((a) => a.includes(whole.slice(0, 6))));
	}
	says(await search('610190-9999'), /Ingen fundet/);
	assert.deepEqual(sql(`SELECT action, object_id, detail FROM audit WHERE id > ${from} ORDER BY id`).map((r) => r.join()),
		[...Array(4).fill(`search by cpr,${person('freja.mikkelsen@logbog.example')},`), 'search by cpr,0,']);
	const logs = fs.readdirSync(stack.LOG).filter((f) => f.endsWith('.log')).map((f) => fs.readFileSync(path.join(stack.LOG, f), 'utf8')).join('');
	assert.ok(!logs.includes(whole) && !logs.includes(whole.replace('-', '')));
	assert.equal((await vus.get('/sekretariat/brugere')).form('/sekretariat/brugere').method, 'post');
});

test('T_181_part_of_a_CPR_number_finds_nobody_and_says_why', async () => {
	const whole = cpr_of('freja.mikkelsen@logbog.example'), from = last('audit');
	const whole_number = 'Skriv hele CPR-nummeret: ti cifre, eller hele mobilnummeret: otte cifre.';
	for (const [typed, fault] of [[whole.slice(0, 6), whole_number], [whole.slice(0, 9), whole_number],
		[whole.replace('-', '').slice(0, 9), whole_number], ['320190-1234', 'CPR-nummeret begynder med en dato, der ikke findes. Ret det, og søg igen.']]) {
		const page = await search(typed);
		assert.equal(page.status, 422);
		assert.deepEqual(page.faults, [fault]);
	}
	assert.equal(last('audit'), from);
});

test('Godkend merit finds doctors of the own region only', async () => {
	const at = '/sekretariat/godkend-merit';
	assert.ok((await search('jonas friis', {}, vus, at)).links.includes(form()));
	for (const words of ['freja mikkelsen', 'lars juhl', cpr_of('freja.mikkelsen@logbog.example')])
		says(await search(words, {}, vus, at), /Ingen læge i din region passer/, words);
	says(await search(cpr_of('jonas.friis@logbog.example'), {}, vus, at), /1 læge fundet/);
});

// --- a person -------------------------------------------------------------------------------

test('the page of a person shows roles, training and lists, and nothing of the logbook', async () => {
	const page = await vus.get(`/sekretariat/brugere/${doctor}`);
	assert.equal(page.heading, 'Jonas Friis');
	says(page, /jonas\.friis@logbog\.example .*00 00 00 07/);
	says(page, /Roller.*Vejleder Medicinsk Afdeling M.*Uddannelseslæge Egen logbog/);
	says(page, /Hoveduddannelse.*Videreuddannelsesregion Øst.*version/);
	for (const at of [`/sekretariat/brugere/${doctor}/kompetencer`, form(), `/udskrift/${doctor}/kompetencer.pdf`,
		`/udskrift/${doctor}/kompetencer.xlsx`, `/udskrift/${doctor}/kompetencer.json`])
		assert.ok(page.links.includes(at), at);
	assert.doesNotMatch(page.text, /godkendt/i);
});

test('the whole CPR number is shown on demand, which is audited and told to the doctor as a look', async () => {
	const whole = cpr_of('jonas.friis@logbog.example'), looks = count(`look WHERE doctor = ${doctor} AND page LIKE '%/cpr'`), from = last('audit');
	assert.ok(!(await vus.get(`/sekretariat/brugere/${doctor}`)).text.includes(whole));
	const page = await vus.submit(`/sekretariat/brugere/${doctor}/cpr`);
	assert.equal(page.status, 200);
	assert.ok(page.text.includes(whole));
	assert.equal(count(`look WHERE doctor = ${doctor} AND page LIKE '%/cpr'`), looks + 1);
	assert.deepEqual(sql(`SELECT action, object, object_id, detail FROM audit WHERE id > ${from}`), [['show cpr', 'person', String(doctor), '']]);
	const other = person('lars.juhl@logbog.example'), before = count(`look WHERE doctor = ${other}`);
	assert.ok((await vus.submit(`/sekretariat/brugere/${other}/cpr`, {}, { from: `/sekretariat/brugere/${other}` })).text
		.includes(cpr_of('lars.juhl@logbog.example')));
	assert.equal(count(`look WHERE doctor = ${other}`), before, 'a supervisor has no logbook to be looked into');
});

test('a name of 200 letters with markup and turned direction stays a name', async () => {
	const name = `Æøå "<script>alert('x')</script>' \u202e${'Langt'.repeat(40)}`.slice(0, 200), mark = `langt-${Date.now()}`;
	sql(`INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed) VALUES (${quote(name)}, '${mark}@example.dk',
		'+4520304042', '1990-01-01', 'REPLACEMENT', UNHEX(SHA2('${mark}', 256)), 'x');
		INSERT INTO person_word VALUES ('${mark}@example.dk', LAST_INSERT_ID())`);
	const id = person(`${mark}@example.dk`);
	for (const page of [await search(mark), await vus.get(`/sekretariat/brugere/${id}`)]) {
		assert.equal(page.status, 200);
		assert.ok(!page.html.includes('<script') && !page.html.includes('\u202e'));
		assert.ok(page.text.includes('Æøå "<script>alert(\'x\')</script>\' \ufffdLangt'), page.brief);
	}
	assert.equal((await vus.submit(`/sekretariat/brugere/${id}/cpr`)).status, 500);
	assert.equal((await vus.get(`/sekretariat/brugere/${id}/kompetencer`)).status, 404);
});

test('T_008_the_secretariat_of_another_region_finds_and_opens_the_person_and_nothing_of_the_logbook', async () => {
	const nobody = 4000000, before_it = [count('merit'), count('file'), last('look')];
	for (const email of [south, north]) {
		const b = await login(email);
		says(await search('jonas friis', {}, b), /1 bruger fundet/);
		const page = await b.get(`/sekretariat/brugere/${doctor}`);
		assert.equal(page.status, 200);
		says(page, /hører under Videreuddannelsesregion Øst/);
		assert.ok(!page.links.some((a) => a.includes('kompetencer') || a.includes(`/godkend-merit/${doctor}`)));
		const competency = one(`SELECT competency FROM approval WHERE doctor = ${doctor}`);
		for (const below of ['kompetencer', `kompetencer/${competency}`, 'meritbrev/1']) {
			const [theirs, none] = [await b.get(`/sekretariat/brugere/${doctor}/${below}`), await b.get(`/sekretariat/brugere/${nobody}/${below}`)];
			assert.equal(theirs.status, 404);
			assert.equal(theirs.text.replace(/[A-Z]{8}/g, ''), none.text.replace(/[A-Z]{8}/g, ''));
		}
		assert.equal((await b.get(form())).status, 404);
		const formular = await b.token('/sekretariat/brugere');
		for (const id of [doctor, nobody]) {
			const answer = await b.post(form(id), { formular, once: '0123456789abcdef0123456789abcdef', notat: 'Merit' }, { files: { meritbrev: file('letter.pdf') } });
			assert.equal(answer.status, 404);
		}
	}
	assert.deepEqual([count('merit'), count('file'), last('look')], before_it);
});

// --- giving merit ---------------------------------------------------------------------------

test('T_120_R_MER_02_neither_note_nor_letter_is_refused_at_the_field_and_the_ticks_stay', async () => {
	const before_it = count('merit'), chosen = free(await vus.get(form()), 2);
	const page = await vus.submit(form(), { kompetence: chosen, notat: ' \n ' }, { files: {}, stay: true });
	assert.equal(page.status, 422);
	assert.deepEqual(page.faults, ['Skriv et notat, eller vedhæft et meritbrev.']);
	assert.ok(page.links.includes('#notat'));
	assert.deepEqual(ticked(page), chosen);
	assert.equal(count('merit'), before_it);
});

test('T_120_R_MER_02_a_note_alone_a_letter_alone_and_both_are_accepted', async () => {
	for (const [note, letter] of [['Kun et notat', false], ['', true], ['Både\nog', true]]) {
		const page = await give({ notat: note }, letter ? { files: { meritbrev: file('letter.pdf', 'brev.pdf') } } : {});
		assert.equal(page.status, 303, page.brief);
		const [row] = sql(`SELECT note, letter IS NOT NULL, by_name, as_role, place, region FROM merit WHERE id = ${last('merit')}`);
		assert.deepEqual(row, [note === '' ? null : note, letter ? '1' : '0', 'Hanne Vestergaard', 'VUS',
			'Videreuddannelsesregion Øst', one("SELECT id FROM training_region WHERE code = 'OEST'")]);
	}
});

test('R_MER_06_merit_without_a_competency_is_a_merit', async () => {
	const approvals = count('approval');
	const page = await give({ notat: 'Tid: tre måneder' }, { stay: false });
	says(page, /Meritten er givet.*Tid: tre måneder.*ikke knyttet til en bestemt kompetence/);
	assert.equal(count('approval'), approvals);
});

test('R_MER_01_merit_approves_what_it_covers_also_what_was_asked_for', async () => {
	const own = await login('jonas.friis@logbog.example', 'UL'), [id, ...plain] = free(await vus.get(form()), 3);
	await own.submit(`/logbog/kompetencer/${id}/anmod`, { words: 'Jeg har gjort det' }, { from: `/logbog/kompetencer/${id}` });
	const asked = offered(await vus.get(form())).find((g) => g.id === id);
	assert.ok(asked.asked);
	const links = count(`chain_link WHERE doctor = ${doctor}`), before_it = Number(state(asked.id)[2]);
	const given = await vus.submit(form(), { kompetence: [...plain, asked.id], notat: 'Fra introduktion' }, { files: { meritbrev: file('letter.jpg') } });
	assert.equal(given.status, 200, given.brief);
	for (const goal of plain)
		assert.deepEqual(state(goal), ['APPROVED', 'MERIT', '1']);
	assert.deepEqual(state(asked.id), ['APPROVED', 'MERIT', String(before_it + 1)]);
	assert.equal(count(`chain_link WHERE doctor = ${doctor}`), links + 4);
	assert.equal(count(`approval_now WHERE doctor = ${doctor} AND competency = ${asked.id} AND status = 'REQUESTED'`), 0);
	assert.equal(one(`SELECT detail FROM audit WHERE action = 'give merit' ORDER BY id DESC LIMIT 1`), 'competencies 3, letter');
	const again = await vus.get(form());
	assert.ok(!offered(again).some((g) => [...plain, asked.id].includes(g.id)));
	for (const goal of plain)
		assert.match(again.html, new RegExp(`id="k${goal}" checked disabled`));
});

test('T_121_a_linked_note_stands_under_its_competency_an_unlinked_one_does_not_both_under_Notater', async () => {
	const [id] = free(await vus.get(form()), 1), mark = `mærke ${Date.now()}`;
	await vus.submit(form(), { kompetence: id, notat: `Knyttet <b>${mark}</b>` }, { files: {} });
	await give({ notat: `Løst ${mark}` });
	const story = await vus.get(`/sekretariat/brugere/${doctor}/kompetencer/${id}`);
	assert.ok(story.text.includes(`Knyttet <b>${mark}</b>`));
	assert.ok(!story.text.includes(`Løst ${mark}`));
	const own = await login('jonas.friis@logbog.example', 'UL');
	assert.ok((await own.get(`/logbog/kompetencer/${id}`)).text.includes(`Knyttet <b>${mark}</b>`));
	const notes = (await own.get('/logbog/notater')).text;
	assert.ok(notes.includes(`Knyttet <b>${mark}</b>`) && notes.includes(`Løst ${mark}`));
});

test('R_MER_04_afterwards_it_stands_under_Merit_of_that_region', async () => {
	const given = await give({ notat: 'Står under Merit' }, { stay: false, files: { meritbrev: file('letter.pdf', 'Brev æøå.pdf') } });
	const id = last('merit'), list = await vus.get('/sekretariat/merit');
	says(given, /Står under Merit.*/);
	assert.equal(list.links.filter((a) => /^\/sekretariat\/merit\/\d+$/.test(a))[0], `/sekretariat/merit/${id}`);
	assert.ok(!list.text.includes('Står under Merit'), 'the note is part of the logbook');
	const letter = given.links.find((a) => a.includes('/meritbrev/'));
	const sent = await vus.get(letter);
	assert.deepEqual([sent.status, sent.headers['content-type']], [200, 'application/pdf']);
	assert.match(sent.headers['content-disposition'], /^inline; .*Brev%20%C3%A6%C3%B8%C3%A5\.pdf/);
	assert.ok(sent.bytes.equals(file('letter.pdf').bytes));
	const other = await login(north);
	assert.ok(!(await other.get('/sekretariat/merit')).links.includes(`/sekretariat/merit/${id}`));
	assert.equal((await other.get(`/sekretariat/merit/${id}`)).status, 404);
	assert.equal((await other.get(letter)).status, 404);
	assert.equal((await vus.get(letter.replace(`/${doctor}/`, `/${person('mette.hansen@logbog.example')}/`))).status, 404);
});

test('R_GDP_05_each_look_into_the_logbook_is_recorded_also_a_form_that_comes_back', async () => {
	const competency = one(`SELECT competency FROM approval WHERE doctor = ${doctor}`), id = one(`SELECT MAX(id) FROM merit WHERE doctor = ${doctor}`);
	const from = last('look');
	await vus.get(`/sekretariat/brugere/${doctor}`);
	await vus.get(`/sekretariat/brugere/${doctor}/kompetencer`);
	await vus.get(`/sekretariat/brugere/${doctor}/kompetencer/${competency}`);
	await vus.get(`/sekretariat/merit/${id}`);
	await give({ notat: '' });
	assert.deepEqual(sql(`SELECT page, role FROM look WHERE id > ${from} AND doctor = ${doctor} AND viewer = ${person(east)} ORDER BY id`).map((r) => r.join()),
		['/sekretariat/brugere/{doctor}/kompetencer', '/sekretariat/brugere/{doctor}/kompetencer/{competency}', '/sekretariat/merit/{merit}',
			'/sekretariat/godkend-merit/{doctor}', '/sekretariat/godkend-merit/{doctor}'].map((at) => `${at},VUS`));
});

// --- unhappy ways ---------------------------------------------------------------------------

test('a letter that cannot be read is refused with the reason, and the rest stays', async () => {
	const before_it = [count('merit'), count('file')];
	const letters = [['html-named.pdf', /hverken en PDF/], ['encrypted.pdf', /krypteret/], ['half.pdf', /kan ikke læses til ende/]];
	const huge = path.join(stack.B, 'tests/huge.png');
	for (const [name, reason] of letters) {
		const [id] = free(await vus.get(form()), 1);
		const page = await vus.submit(form(), { kompetence: id, notat: 'Med brev' }, { files: { meritbrev: file(name) }, stay: true });
		assert.equal(page.status, 422, name);
		assert.equal(page.faults.length, 1, name);
		assert.match(page.faults[0], reason);
		assert.ok(page.links.includes('#meritbrev'));
		assert.deepEqual(ticked(page), [id]);
		assert.match(page.html, />\nMed brev<\/textarea>/);
	}
	if (fs.existsSync(huge)) {
		const page = await give({ notat: '' }, { files: { meritbrev: { filename: 'stor.png', bytes: fs.readFileSync(huge) } } });
		assert.equal(page.status, 422);
		assert.match(page.faults[0], /stor|punkter|billede/i);
	}
	const empty = await give({ notat: '' }, { files: { meritbrev: { filename: 'tom.pdf', bytes: Buffer.alloc(0) } } });
	assert.equal(empty.status, 422);
	assert.deepEqual([count('merit'), count('file')], before_it);
});

test('a letter over 20 MB is refused at the field', async () => {
	const bytes = Buffer.concat([file('letter.pdf').bytes, Buffer.alloc(20 * 1024 * 1024 + 1 - file('letter.pdf').bytes.length, '\n')]);
	const page = await give({ notat: 'Stort' }, { files: { meritbrev: { filename: 'stor.pdf', bytes } } });
	assert.equal(page.status, 422, page.brief);
	assert.match(page.faults[0], /20 MB/);
});

test('a note that is too long is told by how much and stays whole', async () => {
	const note = 'æ'.repeat(10001), page = await give({ notat: note });
	assert.equal(page.status, 422);
	assert.deepEqual(page.faults, ['Teksten er for lang: 10.001 tegn, højst 10.000. Forkort den.']);
	assert.ok(page.html.includes(note));
	assert.equal((await give({ notat: 'æ'.repeat(10000) })).status, 303);
});

test('a letter that was read need not be chosen again when something else was wrong', async () => {
	const before_it = count('merit'), [id] = free(await vus.get(form()), 1);
	let page = await vus.submit(form(), { kompetence: id, notat: 'x'.repeat(10001) }, { files: { meritbrev: file('letter.pdf', '<b>brev.pdf') }, stay: true });
	assert.equal(page.status, 422);
	says(page, /Vedhæftet: <b>brev\.pdf \(2 sider\)/);
	const kept = page.form(form()).fields.find(([name]) => name === 'vedhaeftet')[1];
	page = await vus.submit(form(), { notat: 'x'.repeat(10002) }, { files: {}, stay: true });
	says(page, /Vedhæftet: /);
	const without = vus.copy();
	page = await without.submit(form(), { notat: '', fjern: '1' }, { files: {}, stay: true });
	assert.deepEqual(page.faults, ['Skriv et notat, eller vedhæft et meritbrev.']);
	page = await vus.submit(form(), { notat: '' }, { files: {} });
	says(page, /Meritten er givet.*<b>brev\.pdf \(2 sider\)/);
	assert.equal(one(`SELECT letter FROM merit WHERE id = ${last('merit')}`), kept);
	assert.deepEqual(state(id), ['APPROVED', 'MERIT', '1']);
	assert.equal(count('merit'), before_it + 1);
	assert.equal(count(`chain_link l JOIN merit m ON m.id = l.row_id WHERE l.kind = 'MERIT' AND m.id = ${last('merit')}`), 1);
});

test('a kept letter is taken from who sent it, for that doctor, once', async () => {
	const kept = async (b, at) => {
		await b.get(at);
		const page = await b.submit(at, { notat: 'x'.repeat(10001) }, { files: { meritbrev: file('letter.png') }, stay: true });
		return page.form(at).fields.find(([name]) => name === 'vedhaeftet')[1];
	};
	const used = one(`SELECT letter FROM merit WHERE doctor = ${doctor} AND letter IS NOT NULL ORDER BY id DESC`);
	const of_other_doctor = await kept(vus, form(person('mette.hansen@logbog.example')));
	const of_other_person = await kept(await login(north), form(two_lists));
	for (const id of [used, of_other_doctor, of_other_person, 4000000000, 'x']) {
		const page = await give({ notat: 'Med et andet brev', vedhaeftet: id });
		assert.equal(page.status, 422, String(id));
		assert.ok(!page.form(form()).fields.some(([name]) => name === 'vedhaeftet'), String(id));
	}
});

test('a double click gives one merit, and both clicks see it', async () => {
	const page = await vus.get(form()), [id] = free(page, 1), fields = page.form(form()).fields.filter(([n]) => n !== 'notat' && n !== 'kompetence');
	const body = [...fields, ['notat', 'Dobbeltklik'], ['kompetence', id]], before_it = [count('merit'), count('file')];
	const answers = await Promise.all([1, 2, 3].map(() => vus.copy().post(form(), body, { files: { meritbrev: file('letter.pdf') } })));
	answers.push(await vus.post(form(), body, { files: {} }));
	for (const a of answers)
		assert.deepEqual([a.status, a.location], [303, `/sekretariat/merit/${last('merit')}?besked=givet`]);
	assert.deepEqual([count('merit'), count('file')], before_it.map((n) => n + 1));
});

test('of two tabs the second is told which competency was approved meanwhile, and keeps the rest', async () => {
	const first = await vus.get(form()), tab = vus.copy(), [a, b, c] = free(await tab.get(form()), 3);
	const name = offered(first).find((g) => g.id === b).label;
	assert.equal((await vus.submit(form(), { kompetence: [b], notat: 'Den første' }, { from: first, files: {}, stay: true })).status, 303);
	const before_it = count('merit');
	const page = await tab.submit(form(), { kompetence: [a, b, c], notat: 'Den anden' }, { files: { meritbrev: file('letter.pdf') }, stay: true });
	assert.equal(page.status, 422);
	assert.equal(page.faults.length, 1);
	assert.ok(page.faults[0].startsWith(`${name} er allerede godkendt`), page.faults[0]);
	assert.deepEqual(ticked(page), [a, c]);
	assert.match(page.html, />\nDen anden<\/textarea>/);
	says(page, /Vedhæftet: letter\.pdf/);
	assert.equal(count('merit'), before_it);
	assert.equal(state(a), undefined);
	assert.equal((await tab.submit(form(), {}, { files: {}, stay: true })).status, 303);
	assert.deepEqual(state(a), ['APPROVED', 'MERIT', '1']);
});

test('of two forms sent in the same moment for the same competency one is stored, wholly', async () => {
	const pages = [await vus.get(form()), await vus.copy().get(form())], chosen = free(pages[0], 3), before_it = count('merit');
	const answers = await Promise.all(pages.map((p, i) => vus.copy().post(form(), [...p.form(form()).fields.filter(([n]) => n !== 'notat'),
		['notat', `Kapløb ${i}`], ...(i ? [...chosen].reverse() : chosen).map((id) => ['kompetence', id])], { files: {} })));
	const statuses = answers.map((a) => a.status).sort();
	assert.equal(statuses[0], 303);
	assert.ok([409, 422].includes(statuses[1]), statuses.join());
	assert.match(answers.find((a) => a.status !== 303).faults[0], /(allerede|netop blevet) godkendt/);
	assert.equal(count('merit'), before_it + 1);
	assert.equal(count(`approval WHERE merit = ${last('merit')}`), 3);
});

test('competencies of another list, and what is no number, are refused', async () => {
	const foreign = one(`SELECT c.id FROM competency c WHERE c.curriculum NOT IN (SELECT curriculum FROM course_curriculum WHERE doctor = ${doctor})`);
	const before_it = count('merit');
	for (const id of [foreign, 4000000000, 'x', '0'])
		assert.equal((await give({ kompetence: id, notat: 'Fremmed' })).status, 422, String(id));
	assert.equal((await give({ liste: one(`SELECT curriculum FROM competency WHERE id = ${foreign}`), kompetence: foreign, notat: 'Fremmed' })).status, 404);
	assert.equal((await give({ once: 'xyz', notat: 'Uden engangstal' })).status, 400);
	assert.equal(count('merit'), before_it);
});

test('a doctor with two lists has a form for each, and merit is given in the one chosen', async () => {
	const b = await login(north), page = await b.get(form(two_lists));
	const [, other] = page.links.filter((a) => a.startsWith(`${form(two_lists)}?liste=`));
	const second = await b.get(other), [id] = free(second, 1);
	assert.ok(!offered(page).some((g) => g.id === id));
	const given = await b.submit(form(two_lists), { kompetence: id, notat: 'På den anden liste' }, { files: {} });
	says(given, /Meritten er givet/);
	assert.deepEqual(state(id, two_lists), ['APPROVED', 'MERIT', '1']);
});

test('a form with a letter is not lost when the session runs out', async () => {
	const b = await login(east, undefined, { anew: true }), page = await b.get(form()), [id] = free(page, 1);
	const session = one(`SELECT MAX(id) FROM session WHERE person = ${person(east)}`);
	sql(`UPDATE session SET seen = seen - INTERVAL 1 DAY WHERE id = ${session}`);
	const answer = await b.submit(form(), { kompetence: id, notat: 'Efter pausen' }, { files: { meritbrev: file('letter.pdf', 'pause.pdf') }, stay: true });
	assert.deepEqual([answer.status, answer.location], [303, '/adgang/log-ind?besked=gemt']);
	b.page = null;
	await log_in(b, east);
	assert.equal(b.page.heading, 'Velkommen tilbage', b.page.brief);
	const given = await b.submit(form());
	says(given, /Meritten er givet.*pause\.pdf \(2 sider\).*Efter pausen/);
	assert.deepEqual(state(id), ['APPROVED', 'MERIT', '1']);
});

test('a person who is also a doctor gives no merit to themselves', async () => {
	const pia = await login('pia.kofoed@logbog.example', 'VUS'), own = person('pia.kofoed@logbog.example');
	assert.equal((await pia.get(form(own))).status, 404);
	assert.equal((await pia.get(`/sekretariat/brugere/${own}/kompetencer`)).status, 404);
	const formular = await pia.token('/sekretariat/brugere');
	assert.equal((await pia.post(form(own), { formular, once: '0'.repeat(32), notat: 'Til mig' }, { files: {} })).status, 404);
});
