// SPDX-License-Identifier: MPL-2.0
//
// People and posts come in from elsewhere, on their day, once, and as they are told (R-BRU-02 …
// R-BRU-08, R-FOR-02, R-DM-04, R-MAL-01 … 04, R-UI-02).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { count, one, quote, sleep, sql, stack, until } from './lib.mjs';
import { ask, begin, bring, code, course, cpr, doctor, element, elements, feed, go, lines, mail, notices, official, person, places, put_away, region, run, send, shown, unit } from './intake.mjs';

const Y = new Date().getFullYear() + 1;
let vus, uao_a, uao_b;

before(() => {
	sql('DELETE FROM job; DELETE FROM lease; DELETE FROM trouble');
	places();
	vus = official('Vusse', 'VUS', { region: region('NORD') });
	uao_a = official('Uaoa', 'UAO', { unit: unit('A') });
	uao_b = official('Uaob', 'UAO', { unit: unit('B') });
});
after(put_away);

const kbu = (name, from, more) => doctor(name, [course('KBU', [element('A', from, add(from, 6)), element('P', add(from, 6, 0), add(from, 12))], { besat: `${Y - 1}-10-10` })], more);
/* The first of the month m months on, or (last) the day before. */
function add(day, m, less = 1) {
	const d = new Date(`${day}T12:00:00Z`);
	d.setUTCMonth(d.getUTCMonth() + m);
	d.setUTCDate(d.getUTCDate() - less);
	return d.toISOString().slice(0, 10);
}

test('T_020 the autumn batch is visible on 1 May, not on 30 April; T_021 the access mail goes on the start day', () => {
	const f = feed('PERSONER', { source: 'BASISLAEGE' }), p = kbu('Efterår', `${Y}-08-01`);
	f.drop('runde.json', [p]);
	go(`${Y}-04-30`);
	assert.deepEqual(f.files('done'), ['runde.json']);
	assert.equal(f.last().counts, '0 0 0 0 1');
	assert.equal(person(p.email), undefined);
	go(`${Y}-05-01`);
	assert.ok(shown(p.email, `${Y}-05-01`));
	assert.equal(person(p.email).access, `${Y}-08-01`);
	assert.equal(count(`mail WHERE person = ${person(p.email).id}`), 0);
	assert.equal(notices(vus, 'IMPORTED') > 0, true);
	go(`${Y}-07-31`);
	assert.equal(count(`mail WHERE person = ${person(p.email).id} AND kind = 'ACCESS'`), 0);
	go(`${Y}-08-01`);
	go(`${Y}-08-01`);
	assert.equal(count(`mail WHERE person = ${person(p.email).id} AND kind = 'ACCESS'`), 1);
	assert.equal(person(p.email).access, '');
	assert.equal(count(`user_role WHERE person = ${person(p.email).id} AND role = 'UL' AND since = '${Y}-08-01' AND until = '9999-12-31'`), 1);
	f.end();
});

test('T_020 the spring batch comes on 1 November of the year before; R_BRU_07 a clock that was down brings it once', () => {
	const f = feed('PERSONER', { source: 'BASISLAEGE' }), p = kbu('Forår', `${Y + 1}-02-01`);
	f.drop('runde.json', [p]);
	go(`${Y}-10-31`);
	assert.equal(person(p.email), undefined);
	go(`${Y}-11-05`);
	assert.ok(shown(p.email, `${Y}-11-05`));
	const runs = count('import_run');
	go(`${Y}-11-06`);
	assert.equal(count('import_run'), runs);
	f.end();
});

test('T_022 an introductory doctor comes on the 1st, is planned until the day, and is not doubled', () => {
	const f = feed('PERSONER', { source: 'REGION', region: 'NORD' });
	const p = doctor('Intro', [course('INTRO', [element('A', `${Y}-03-15`, `${Y + 1}-03-14`)])]);
	f.drop('intro.json', [p]);
	go(`${Y}-02-20`);
	assert.equal(person(p.email), undefined);
	go(`${Y}-03-01`);
	assert.equal(person(p.email).shown, `${Y}-03-15`);
	assert.ok(!shown(p.email, `${Y}-03-14`) && shown(p.email, `${Y}-03-15`));
	f.drop('intro.json', [p]);
	go(`${Y}-04-01`);
	assert.equal(f.last().counts, '0 0 1 0 0');
	assert.equal(count(`training_course WHERE doctor = ${person(p.email).id}`), 1);
	assert.deepEqual(f.files('done'), ['intro.json', 'intro.json.1']);
	f.end();
});

test('T_022 an introductory doctor whom the look of the 1st sees first comes in that same day', () => {
	const f = feed('PERSONER', { source: 'REGION', region: 'NORD' });
	const p = doctor('Førstedag', [course('INTRO', [element('A', `${Y}-03-15`, `${Y + 1}-03-14`)])]);
	f.drop('intro.json', [p]);
	go(`${Y}-03-01`);
	assert.equal(person(p.email).shown, `${Y}-03-15`);
	f.end();
});

test('T_023 whoever was typed in after the start comes at once by hand; T_025 the same file again changes nothing', () => {
	const p = doctor('Sen', [course('INTRO', [element('A1', `${Y}-03-01`, `${Y + 1}-02-28`)])]), day = `${Y}-03-10`;
	const id = send('PERSONER', [p], { region: 'NORD', by: vus });
	go(day);
	assert.equal(run(`id = ${id}`).state, 'LAEST');
	assert.equal(run(`id = ${id}`).counts, '1 0 0 0 0');
	assert.equal(person(p.email), undefined, 'a look stores nothing');
	ask(id, 'BESTILT');
	go(day);
	assert.equal(run(`id = ${id}`).state, 'UDFOERT');
	assert.equal(lines(id).length, 1, 'shown once');
	assert.ok(shown(p.email, day));
	assert.equal(count(`mail WHERE person = ${person(p.email).id} AND kind = 'ACCESS'`), 1);
	/* The rights go by the department; the section is kept. */
	assert.equal(count(`element WHERE doctor = ${person(p.email).id} AND org_unit = ${unit('A')} AND section = ${unit('A1')}`), 1);
	const steps = count('import_step');
	assert.equal(bring('PERSONER', [p], { region: 'NORD', day }).counts, '0 0 1 0 0');
	assert.equal(count('import_step'), steps);
});

test('T_024 a supplementary agreement moves an element: seen after the night, departments, doctor and secretariat told', () => {
	const first = element('A', `${Y}-01-01`, `${Y}-06-30`), second = element('B', `${Y}-07-01`, `${Y}-12-31`);
	const p = doctor('Flyttet', [course('HU', [first, second])]), day = `${Y}-02-01`;
	bring('PERSONER', [p], { day });
	const f = feed('AFTALER', { source: 'VIDEREUDDANNELSE' });
	const agreement = { kilde: 'VIDEREUDDANNELSE', forloeb_id: p.forloeb[0].forloeb_id, aftaletype: 'TILLAEGSAFTALE', aftalenummer: code('T1'), offentliggjort: `${Y}-02-02`, virkning: 'Orlov',
		delforloeb: [{ ...first, til: `${Y}-08-31` }, { ...second, fra: `${Y}-09-01`, til: `${Y + 1}-02-28` }] };
	f.drop('aftale.json', [agreement]);
	go(`${Y}-02-03`);
	assert.deepEqual(f.last().counts, '0 1 0 0 0');
	assert.deepEqual(elements(p.email), [`A ${Y}-01-01 ${Y}-08-31`, `B ${Y}-09-01 ${Y + 1}-02-28`]);
	const { id } = person(p.email);
	for (const who of [uao_a, uao_b, vus, id])
		assert.ok(count(`notice WHERE person = ${who} AND kind = 'ELEMENT_CHANGED' AND about = ${id}`) >= 1, `${who} was told`);
	assert.equal(count(`element_change WHERE doctor = ${id} AND what = 'CHANGED' AND agreement IS NOT NULL`), 2);
	assert.match(lines(f.last().id)[0][1], /sidste dag: 30\.06\.\d+ → 31\.08\./);
	/* The same agreement again is no news, and an older one changes nothing. */
	f.drop('aftale.json', [agreement]);
	f.drop('aeldre.json', [{ ...agreement, aftalenummer: code('T0'), offentliggjort: `${Y}-01-02`, delforloeb: [first, second] }]);
	go(`${Y}-02-04`);
	assert.deepEqual(elements(p.email), [`A ${Y}-01-01 ${Y}-08-31`, `B ${Y}-09-01 ${Y + 1}-02-28`]);
	/* What is not told of any more and has not begun is cancelled, and comes again. */
	f.drop('kort.json', [{ ...agreement, aftalenummer: code('T2'), offentliggjort: `${Y}-02-05`, delforloeb: [agreement.delforloeb[0]] }]);
	go(`${Y}-02-06`);
	assert.deepEqual(elements(p.email), [`A ${Y}-01-01 ${Y}-08-31`]);
	assert.equal(one(`SELECT until - INTERVAL 1 DAY FROM training_course WHERE doctor = ${id}`), `${Y}-08-31`);
	f.drop('lang.json', [{ ...agreement, aftalenummer: code('T3'), offentliggjort: `${Y}-02-07` }]);
	go(`${Y}-02-08`);
	assert.equal(count(`element_change WHERE doctor = ${id} AND what = 'REVIVED'`), 1);
	assert.equal(elements(p.email).length, 2);
	f.end();
});

test('an agreement that puts a first day off puts off access and visibility too', () => {
	const first = element('A', `${Y}-03-01`, `${Y}-12-31`), p = doctor('Udsat', [course('HU', [first])]);
	bring('PERSONER', [p], { day: `${Y}-01-10` });
	const agreement = { kilde: 'VIDEREUDDANNELSE', forloeb_id: p.forloeb[0].forloeb_id, aftaletype: 'TILLAEGSAFTALE', aftalenummer: code('U1'), offentliggjort: `${Y}-01-12`, virkning: '', delforloeb: [{ ...first, fra: `${Y}-05-01` }] };
	assert.equal(bring('AFTALER', [agreement], { region: 'SYD', day: `${Y}-01-13` }).counts, '0 0 0 1 0', 'not by another region');
	assert.equal(bring('AFTALER', [agreement], { region: 'NORD', day: `${Y}-01-13` }).counts, '0 1 0 0 0');
	assert.deepEqual([person(p.email).shown, person(p.email).access], [`${Y}-05-01`, `${Y}-05-01`]);
	assert.equal(one(`SELECT since FROM user_role WHERE person = ${person(p.email).id} AND role = 'UL'`), `${Y}-05-01`);
});

test('R_FOR_02 a feed that tells otherwise changes those who are in at once; what is over stays', () => {
	const f = feed('PERSONER', { source: 'EVALUER' }), a = element('A', `${Y}-01-01`, `${Y}-03-31`), b = element('B', `${Y}-04-01`, `${Y}-12-31`);
	const p = doctor('Natlig', [course('HU', [a, b], { runde_lukket: `${Y - 1}-11-10` })]);
	f.drop('1.json', [p]);
	go(`${Y}-01-02`);
	assert.equal(elements(p.email).length, 2);
	f.drop('2.json', [{ ...p, forloeb: [{ ...p.forloeb[0], delforloeb: [{ ...a, til: `${Y}-03-01` }, { ...b, sted: code('P') }] }] }]);
	go(`${Y}-05-01`);
	assert.deepEqual(elements(p.email), [`A ${Y}-01-01 ${Y}-03-31`, `P ${Y}-04-01 ${Y}-12-31`]);
	/* A further course waits for its own day. */
	const more = course('HU', [element('B', `${Y + 1}-01-01`, `${Y + 1}-12-31`)]);
	f.drop('3.json', [{ ...p, forloeb: [p.forloeb[0], more] }]);
	go(`${Y}-05-10`);
	assert.equal(count(`training_course WHERE doctor = ${person(p.email).id}`), 1);
	go(`${Y}-06-01`);
	assert.equal(count(`training_course WHERE doctor = ${person(p.email).id}`), 2);
	f.end();
});

test('what was put right by hand stays until the source tells something new', () => {
	const f = feed('PERSONER', { source: 'EVALUER' }), p = doctor('Hånd', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)])]);
	f.drop('1.json', [p]);
	go(`${Y - 1}-12-20`);
	go(`${Y}-01-01`);
	const { id } = person(p.email);
	sql(`UPDATE person SET mobile = '+4587654321' WHERE id = ${id}`);
	f.drop('2.json', [{ ...p, navn: 'Hånd Nyt Prøve' }]);
	go(`${Y}-01-05`);
	assert.deepEqual([person(p.email).name, person(p.email).mobile], ['Hånd Nyt Prøve', '+4587654321']);
	assert.match(lines(f.last().id)[0][1], /Mobil: \+4587654321 er beholdt; kilden har \+4512345678/);
	f.drop('3.json', [{ ...p, navn: 'Hånd Nyt Prøve', mobil: '11223344' }]);
	go(`${Y}-01-06`);
	assert.equal(person(p.email).mobile, '+4511223344');
	f.end();
});

test('T_026 a CPR number that fails mod 11 is accepted, a replacement one is marked, an impossible one refused', () => {
	const odd = doctor('Skæv', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)])], { cpr: `010185-${1000 + Number(one('SELECT COUNT(*) FROM person')) % 900}` });
	const other = doctor('Erstat', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)])], { cpr: cpr({ replacement: true }) });
	const none = doctor('Umulig', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)])], { cpr: '310299-1234' });
	const r = bring('PERSONER', [odd, other, none], { day: `${Y}-01-10` });
	assert.equal(r.counts, '2 0 0 1 0');
	assert.equal(count(`person WHERE email = ${quote(other.email)} AND cpr_kind = 'REPLACEMENT'`), 1);
	assert.ok(person(odd.email));
	assert.doesNotMatch(JSON.stringify(lines(r.id)), /310299|\d{6}-?\d{4}/);
});

test('T_027 R_DM_04 a practice not yet named is a place of its own, until it is named', () => {
	const place = { sted: '', stedsnavn: `Almen praksis i ${code('Kommune')}`, pladsholder: 'ja' };
	const p = doctor('Plads', [course('KBU', [element('A', `${Y}-02-01`, `${Y}-07-31`), element('P', `${Y}-08-01`, `${Y + 1}-01-31`, place)])]);
	assert.equal(bring('PERSONER', [p], { day: `${Y}-01-15` }).counts, '1 0 0 0 0');
	assert.equal(one(`SELECT u.kind FROM element e JOIN org_unit u ON u.id = e.org_unit WHERE e.doctor = ${person(p.email).id} ORDER BY e.since DESC LIMIT 1`), 'PLADSHOLDER');
	const named = { ...p, forloeb: [{ ...p.forloeb[0], delforloeb: [p.forloeb[0].delforloeb[0], { ...p.forloeb[0].delforloeb[1], sted: code('P'), stedsnavn: '', pladsholder: '' }] }] };
	assert.equal(bring('PERSONER', [named], { day: `${Y}-01-16` }).counts, '0 1 0 0 0');
	assert.equal(elements(p.email)[1], `P ${Y}-08-01 ${Y + 1}-01-31`);
});

test('T_006 R_BRU_06 without mobile the person is made, the access held, and the secretariat told', () => {
	const p = doctor('Uden', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)])], { mobil: '' });
	bring('PERSONER', [p], { day: `${Y}-01-10` });
	const { id } = person(p.email);
	assert.equal(count(`notice WHERE person = ${vus} AND kind = 'ACCESS_HELD' AND about = ${id}`), 1);
	go(`${Y}-01-11`);
	assert.equal(count(`mail WHERE person = ${id}`), 0);
	sql(`UPDATE person SET mobile = '+4512312312' WHERE id = ${id}`);
	go(`${Y}-01-11`);
	assert.equal(count(`mail WHERE person = ${id} AND kind = 'ACCESS'`), 1);
});

test('R_BRU_04 never by name: an address of another and a number of another are refused with the reason', () => {
	const el = () => [element('A', `${Y}-01-01`, `${Y}-12-31`)], p = doctor('Første', [course('HU', el())]), day = `${Y}-01-10`;
	bring('PERSONER', [p], { day });
	const thief = doctor('Anden', [course('HU', el())], { email: p.email });
	const other = doctor('Tredje', [{ ...p.forloeb[0] }]);
	const alike = doctor('Første', [course('HU', el())]);
	const r = bring('PERSONER', [thief, other, alike], { day });
	assert.equal(r.counts, '1 0 0 2 0');
	const why = Object.fromEntries(lines(r.id, 'AFVIST'));
	assert.match(why['Anden Prøve'], /E-mailadressen bruges af Første/);
	assert.match(why['Tredje Prøve'], /har et andet CPR-nummer/);
	assert.equal(count(`person WHERE name = 'Første Prøve' AND email IN (${quote(p.email)}, ${quote(alike.email)})`), 2);
});

test('R_BRU_05 a replacement number that comes as a real one is told to the secretariat; once merged, the courses follow', () => {
	const day = `${Y}-01-10`, c = course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)]);
	const p = doctor('Erstatning', [c], { cpr: cpr({ replacement: true }) });
	bring('PERSONER', [p], { day });
	const old = person(p.email).id;
	const r = bring('PERSONER', [{ ...p, cpr: cpr() }], { day });
	assert.equal(r.counts, '1 0 0 0 0');
	assert.match(lines(r.id)[0][1], /skal lægge de to sammen/);
	assert.equal(count(`notice WHERE person = ${vus} AND kind = 'SAME_PERSON' AND about = ${old}`), 1);
	assert.equal(count(`training_course WHERE doctor = ${old}`), 1);
});

test('a secretariat brings in its own region alone', () => {
	const own = doctor('Egen', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)])]);
	const far = doctor('Fremmed', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)], { region: 'SYD' })]);
	const r = bring('PERSONER', [own, far], { region: 'NORD', day: `${Y}-01-10` });
	assert.equal(r.counts, '1 0 0 1 0');
	assert.match(lines(r.id, 'AFVIST')[0][1], /Videreuddannelsesregion Syd/);
	/* Nor one that is another's in the logbook, whatever the file calls it. */
	bring('PERSONER', [far], { day: `${Y}-01-10` });
	const taken = { ...far, forloeb: [{ ...far.forloeb[0], region: 'NORD' }] };
	assert.equal(bring('PERSONER', [taken], { region: 'NORD', day: `${Y}-01-11` }).counts, '0 0 0 1 0');
});

test('a file that is not of its form is refused whole, with the reason', () => {
	const id = send('PERSONER', 'navn;alder\nA;3\n');
	go(`${Y}-01-10`);
	assert.equal(run(`id = ${id}`).state, 'AFVIST');
	assert.ok(run(`id = ${id}`).said.length > 10);
});

test('T_066 R_MAL_01 a new version binds whoever is new by its cut-off, and nobody who is in', () => {
	/* A specialty of its own, for a published list stays for ever. */
	const own = code('Spec');
	sql(`INSERT INTO specialty (code, name) VALUES (${quote(own)}, ${quote(own)})`);
	const v = (n, date) => sql(`INSERT INTO curriculum (code, title, stage, specialty, version, cutoff_basis, cutoff_date, source, demo, goals, file_sha256)
		VALUES (${quote(code(`L${n}`))}, 'Prøveliste', 'INTRO', ${quote(own)}, '${n}', 'PAABEGYNDT', '${date}', 'prøve', 1, 1, RANDOM_BYTES(32))`);
	const of = (p) => sql(`SELECT l.code FROM course_curriculum k JOIN curriculum l ON l.id = k.curriculum WHERE k.doctor = ${person(p.email).id} AND k.left_on IS NULL`).map(([c]) => c);
	const evaluated = (name, from) => doctor(name, [course('INTRO', [element('A', from, add(from, 6))], { speciale: own })]);
	v(1, `${Y}-01-01`);
	const a = evaluated('Gammel', `${Y}-02-01`);
	bring('PERSONER', [a], { day: `${Y}-02-02` });
	assert.deepEqual(of(a), [code('L1')]);
	v(2, `${Y}-03-01`);
	const b = evaluated('Ny', `${Y}-03-01`), c = evaluated('Før', `${Y}-02-15`);
	bring('PERSONER', [a, b, c], { day: `${Y}-03-02` });
	assert.deepEqual([of(a), of(b), of(c)], [[code('L1')], [code('L2')], [code('L1')]]);
	assert.equal(one(`SELECT CONCAT(k.basis, ' ', k.basis_date) FROM course_curriculum k WHERE k.doctor = ${person(b.email).id}`), `PAABEGYNDT ${Y}-03-01`);
});

test('R_FOR_06 who is employed for evaluation uses the list of KBU', () => {
	const p = doctor('Evalueret', [course('EVAL', [element('A', `${Y}-02-01`, `${Y + 1}-01-31`)], { kilde: 'REGION', speciale: '' })]);
	const r = bring('PERSONER', [p], { day: `${Y}-02-02` });
	assert.equal(r.counts, '1 0 0 0 0', lines(r.id).join());
	assert.deepEqual(sql(`SELECT DISTINCT l.stage FROM course_curriculum k JOIN curriculum l ON l.id = k.curriculum WHERE k.doctor = ${person(p.email).id}`), [['KBU']]);
});

test('a run is taken back as long as nothing was built on it', () => {
	const day = `${Y}-01-10`, was = doctor('Var', [course('HU', [element('A', `${Y}-01-01`, `${Y}-06-30`)])]), fresh = doctor('Frisk', [course('HU', [element('B', `${Y}-02-01`, `${Y}-12-31`)])]);
	bring('PERSONER', [was], { day });
	const moved = { ...was, mobil: '99887766', forloeb: [{ ...was.forloeb[0], delforloeb: [{ ...was.forloeb[0].delforloeb[0], til: `${Y}-09-30` }] }] };
	const r = bring('PERSONER', [moved, fresh], { day });
	assert.equal(r.counts, '1 1 0 0 0');
	const { id } = person(fresh.email);
	/* A look into the logbook stands in the way. */
	sql(`INSERT INTO look (doctor, viewer, held, role, at, page) SELECT ${id}, person, id, role, UTC_TIMESTAMP(), '/' FROM user_role WHERE person = ${vus}`);
	ask(r.id, 'TILBAGE_BESTILT');
	go(`${Y}-01-11`);
	assert.equal(run(`id = ${r.id}`).state, 'UDFOERT');
	assert.match(run(`id = ${r.id}`).said, /Frisk Prøve har en logbog, som andre har set i/);
	assert.ok(person(fresh.email));
});

test('a run that is taken back leaves no trace but its rows, and can come again', () => {
	const day = `${Y}-01-10`, was = doctor('Førhen', [course('HU', [element('A', `${Y}-01-01`, `${Y}-06-30`)])]), fresh = doctor('Friske', [course('HU', [element('B', `${Y}-02-01`, `${Y}-12-31`)])]);
	bring('PERSONER', [was], { day });
	const moved = { ...was, mobil: '99887766', forloeb: [{ ...was.forloeb[0], delforloeb: [{ ...was.forloeb[0].delforloeb[0], til: `${Y}-09-30` }] }] };
	const r = bring('PERSONER', [moved, fresh], { day }), { id } = person(fresh.email);
	ask(r.id, 'TILBAGE_BESTILT');
	go(`${Y}-01-11`);
	assert.equal(run(`id = ${r.id}`).state, 'TAGET_TILBAGE', run(`id = ${r.id}`).said);
	assert.deepEqual(elements(was.email), [`A ${Y}-01-01 ${Y}-06-30`]);
	assert.equal(person(was.email).mobile, '+4512345678');
	assert.equal(one(`SELECT gone FROM person WHERE id = ${id}`), 'WITHDRAWN');
	assert.equal(count(`element WHERE doctor = ${id} AND cancelled IS NULL`), 0);
	const again = bring('PERSONER', [moved, fresh], { day: `${Y}-01-12` });
	assert.equal(again.counts, '0 2 0 0 0');
	assert.equal(person(fresh.email).id, id);
	assert.equal(elements(fresh.email).length, 1);
	/* A hand that changed something since stands in the way too. */
	sql(`UPDATE person SET name = 'Omdøbt Prøve' WHERE id = ${id}; UPDATE person SET mobile = '+4500112233' WHERE email = ${quote(was.email)}`);
	ask(again.id, 'TILBAGE_BESTILT');
	go(`${Y}-01-13`);
	assert.match(run(`id = ${again.id}`).said, /Førhen Prøve er ændret siden/);
});

test('a run that brought somebody back is not taken back once they have a password', () => {
	const day = `${Y}-01-10`, fresh = doctor('Igen', [course('HU', [element('B', `${Y}-02-01`, `${Y}-12-31`)])]);
	const first = bring('PERSONER', [fresh], { day }), { id } = person(fresh.email);
	ask(first.id, 'TILBAGE_BESTILT');
	go(`${Y}-01-11`);
	const again = bring('PERSONER', [fresh], { day: `${Y}-01-12` });
	sql(`INSERT INTO credential (person, password) VALUES (${id}, 'x')`);
	ask(again.id, 'TILBAGE_BESTILT');
	go(`${Y}-01-13`);
	assert.equal(run(`id = ${again.id}`).state, 'UDFOERT');
	assert.match(run(`id = ${again.id}`).said, /Igen Prøve har været logget ind/);
	assert.equal(one(`SELECT gone FROM person WHERE id = ${id}`), null);
});

test('what was looked at may have changed when it is carried out: it is done anew, and told', () => {
	const day = `${Y}-01-10`, p = doctor('Anderledes', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)])]);
	const id = send('PERSONER', [p]);
	go(day);
	bring('PERSONER', [p], { day });
	ask(id, 'BESTILT');
	go(day);
	assert.equal(run(`id = ${id}`).counts, '0 0 1 0 0');
	assert.equal(count(`person WHERE email = ${quote(p.email)}`), 1);
});

const many = (n) => Array.from({ length: n }, (_, i) => doctor(`Mange${i}`, [course('HU', [element('A', `${Y}-01-01`, `${Y}-06-30`), element('B', `${Y}-07-01`, `${Y}-12-31`)])]));
test('a clock that is killed in the midst of a run has done nothing, and the next one does all; progress is seen', async () => {
	const people = many(400), day = `${Y}-01-10`, id = send('PERSONER', people);
	go(day);
	assert.equal(run(`id = ${id}`).counts, '400 0 0 0 0');
	ask(id, 'BESTILT');
	const { child, over } = begin(day);
	await until(() => run(`id = ${id}`).state === 'I_GANG' && run(`id = ${id}`).done > 0 && run(`id = ${id}`).done < 400, 'it is under way', 60);
	child.kill('SIGKILL');
	await over;
	assert.equal(count(`person WHERE email = ${quote(people[0].email)}`), 0);
	assert.equal(run(`id = ${id}`).state, 'I_GANG');
	/* The one that died holds the lease for a minute yet. */
	go(day);
	assert.equal(run(`id = ${id}`).state, 'I_GANG');
	sql(`UPDATE lease SET until = '2000-01-01'`);
	await sleep(500);
	go(day);
	assert.equal(run(`id = ${id}`).state, 'UDFOERT');
	assert.equal(count(`person WHERE email IN (${people.map((p) => quote(p.email)).join()})`), 400);
	assert.equal(run(`id = ${id}`).done, 400);
});

test('two clocks at once do everything once', async () => {
	const f = feed('PERSONER', { source: 'EVALUER' }), people = many(40), day = `${Y}-01-20`;
	for (const p of people)
		p.forloeb[0].runde_lukket = `${Y - 1}-12-10`;
	f.drop('a.json', people);
	sql('DELETE FROM job');
	const id = send('PERSONER', [doctor('Ene', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)])])]);
	ask(id, 'BESTILT');
	assert.deepEqual(await Promise.all([begin(day).over, begin(day).over]), [0, 0]);
	go(day);
	assert.equal(count(`import_run WHERE feed = ${f.id}`), 1);
	assert.equal(f.last().counts, '40 0 0 0 0');
	assert.equal(run(`id = ${id}`).counts, '1 0 0 0 0');
	assert.equal(count(`mail WHERE kind = 'ACCESS' AND person = ${person(people[0].email).id}`), 1);
	assert.equal(count(`job WHERE name = 'paamindelser' AND day = '${day}'`), 1);
	f.end();
});

test('a folder: in order of names, what is half written is left, what is wrong is laid aside', () => {
	const f = feed('PERSONER', { source: 'EVALUER' }), p = doctor('Mappe', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`)], { runde_lukket: `${Y - 1}-12-10` })]);
	f.drop('b.json', [{ ...p, navn: 'Mappe Sidst Prøve' }]);
	f.drop('a.json', [p]);
	f.drop('c.json.part', '[{');
	f.drop('d.json', '[{', { age: -1 });
	f.drop('e.csv', 'hvad;er;det\n1;2;3\n');
	fs.symlinkSync('/etc/passwd', path.join(f.folder, 'g.json'));
	go(`${Y}-01-10`);
	assert.deepEqual(f.files(), ['c.json.part', 'd.json', 'done', 'failed', 'g.json']);
	assert.deepEqual(f.files('done'), ['a.json', 'b.json']);
	assert.deepEqual(f.files('failed'), ['e.csv']);
	assert.equal(person(p.email).name, 'Mappe Sidst Prøve');
	assert.equal(f.last().state, 'AFVIST');
	f.end();
});

test('R_BRU_04 who was refused is tried again the next day, and told once', () => {
	sql('DELETE FROM job');
	const f = feed('PERSONER', { source: 'EVALUER' }), p = doctor('Ukendt', [course('HU', [element('A', `${Y}-01-01`, `${Y}-12-31`, { sted: code('NYHT') })], { runde_lukket: `${Y - 1}-12-10` })]);
	f.drop('a.json', [p]);
	go(`${Y}-01-10`);
	assert.equal(f.last().counts, '0 0 0 1 0');
	const runs = count('import_run');
	go(`${Y}-01-11`);
	assert.equal(count('import_run'), runs, 'the same reason is no news');
	const s = feed('STEDER', { source: 'SOR' });
	s.drop('steder.json', [{ kode: code('NYHT'), type: 'AFDELING', navn: 'Ny afdeling', overordnet: code('NYH'), region: 'NORD' }, { kode: code('NYH'), type: 'SYGEHUS', navn: 'Nyt sygehus', overordnet: '', region: 'NORD' }]);
	go(`${Y}-01-11`);
	assert.equal(s.last().counts, '2 0 0 0 0');
	assert.equal(one(`SELECT place FROM org_unit WHERE code = ${quote(code('NYHT'))}`), 'Ny afdeling, Nyt sygehus');
	go(`${Y}-01-12`);
	assert.ok(person(p.email));
	f.end();
	s.end();
});

/* A doctor whom the database does not take, though the file is right. */
async function unwanted_for(number, work) {
	sql(`ALTER TABLE training_course ADD CONSTRAINT unwanted CHECK (number <> '${number}')`);
	try {
		await work();
	} finally {
		sql('ALTER TABLE training_course DROP CONSTRAINT unwanted');
	}
}
const intro = (name, number) => doctor(name, [course('INTRO', [element('A', `${Y}-06-01`, `${Y + 1}-05-31`)], { forloebsnummer: number })]);

test('of those whose day has come one that cannot be opened or stored is refused and told, the others come in, and it is over', async () => {
	sql('DELETE FROM job');
	const f = feed('PERSONER', { source: 'REGION', region: 'NORD' });
	const good = intro('God', 'G-1'), bad = intro('Uvelkommen', 'UVELKOMMEN'), sealed = intro('Forseglet', 'F-1'), more = intro('Flere', 'G-2');
	f.drop('a.json', [good, bad, sealed, more]);
	go(`${Y}-04-20`);
	assert.equal(f.last().counts, '0 0 0 0 4');
	sql(`UPDATE feed_record SET body = RANDOM_BYTES(80) WHERE source_id = ${quote(sealed.person_id)}`);
	const state = (p) => one(`SELECT state FROM feed_record WHERE source_id = ${quote(p.person_id)}`);
	const told = notices(vus, 'IMPORTED');
	await unwanted_for('UVELKOMMEN', async () => {
		go(`${Y}-05-01`);
		assert.ok(person(good.email) && person(more.email));
		assert.equal(person(bad.email), undefined);
		assert.deepEqual([bad, sealed].map(state), ['AFVIST', 'AFVIST']);
		assert.ok(notices(vus, 'IMPORTED') > told);
		assert.equal(count(`import_line WHERE what = 'AFVIST' AND label = ${quote(bad.navn)} AND detail LIKE 'Personen kunne ikke gemmes%'`), 1);
		assert.equal(count(`import_line WHERE what = 'AFVIST' AND label = ${quote(sealed.navn)} AND detail LIKE '%kan ikke åbnes%'`), 1);
		const runs = count('import_run');
		go(`${Y}-05-01`);
		go(`${Y}-05-02`);
		assert.equal(count('import_run'), runs, 'nothing new is to be told');
	});
	go(`${Y}-05-03`);
	assert.ok(person(bad.email), 'what stood in the way is gone');
	f.end();
});

test('R_BRU_04 of a feed\'s file one whom the database refuses is told, kept and tried again, and the others come in; T_025 once', async () => {
	sql('DELETE FROM job');
	const f = feed('PERSONER', { source: 'REGION', region: 'NORD' }), more = { runde_lukket: `${Y - 1}-12-10`, kilde: 'VIDEREUDDANNELSE', uddannelse: 'HU' };
	const people = ['Først', 'Uønsket', 'Sidst'].map((name) => intro(name, name === 'Uønsket' ? 'UVELKOMMEN FIL' : ''));
	for (const p of people)
		Object.assign(p.forloeb[0], more);
	/* With a place that only the refused one has: it is none either. */
	people[1].forloeb[0].delforloeb.push(element('', `${Y + 1}-06-01`, `${Y + 1}-12-31`, { sted: '', stedsnavn: `Almen praksis i ${code('BY')} Kommune`, pladsholder: 'ja' }));
	f.drop('a.json', people);
	await unwanted_for('UVELKOMMEN FIL', async () => {
		const told = notices(vus, 'IMPORTED');
		go(`${Y}-05-10`);
		assert.deepEqual(f.files('done'), ['a.json']);
		assert.equal(f.last().counts, '2 0 0 1 0');
		assert.deepEqual(lines(f.last().id, 'AFVIST').map(([label, why]) => `${label}: ${why}`), [`${people[1].navn}: Personen kunne ikke gemmes i logbogen. Der prøves igen i morgen; ring til driften, hvis det sker igen.`]);
		assert.ok(notices(vus, 'IMPORTED') > told);
		assert.ok(person(people[0].email) && person(people[2].email));
		assert.equal(person(people[1].email), undefined);
		assert.equal(count(`org_unit WHERE name LIKE ${quote(`%${code('BY')}%`)}`), 0, 'nothing is left of the refused one');
		assert.equal(count(`import_step WHERE run = ${f.last().id} AND object = 'person'`), 2);
		f.drop('a.json', people);
		go(`${Y}-05-10`);
		assert.equal(f.last().counts, '0 0 3 0 0', 'the same again');
		const [run] = sql('SELECT MAX(id) FROM import_run');
		go(`${Y}-05-11`);
		assert.deepEqual(sql('SELECT MAX(id) FROM import_run')[0], run, 'refused as yesterday is no news');
	});
	go(`${Y}-05-12`);
	assert.ok(person(people[1].email), 'what stood in the way is gone');
	f.end();
});

test('R_BRU_04 of a file by hand the preview shows whom the database refuses; carried out it is whole, or nothing', async () => {
	const day = `${Y}-05-10`, good = intro('Hel', 'H-1'), bad = intro('Halv', 'UVELKOMMEN HAND');
	const id = send('PERSONER', [good, bad], { by: vus });
	await unwanted_for('UVELKOMMEN HAND', async () => {
		go(day);
		assert.equal(run(`id = ${id}`).state, 'LAEST');
		assert.equal(run(`id = ${id}`).counts, '1 0 0 1 0');
		assert.match(lines(id, 'AFVIST')[0][1], /Tag rækken ud af filen/);
		ask(id, 'BESTILT');
		go(day);
	});
	assert.equal(run(`id = ${id}`).state, 'AFVIST');
	assert.match(run(`id = ${id}`).said, /^Halv Prøve \(linje \d+\) kunne ikke gemmes i logbogen, og derfor er intet af filen udført/);
	assert.equal(person(good.email), undefined);
});

test('a run that always fails waits longer each time, whichever clock tries, is given up, told to its sender, and ordered anew', () => {
	const day = `${Y}-05-10`, p = intro('Igen', 'I-1'), sender = official('Afsender', 'VUS', { region: region('NORD') }), id = send('PERSONER', [p], { by: sender });
	const state = () => sql(`SELECT state, tries, next_try > UTC_TIMESTAMP() FROM import_run WHERE id = ${id}`)[0];
	go(day);
	ask(id, 'BESTILT');
	sql(`ALTER TABLE import_run ADD CONSTRAINT unwanted CHECK (NOT (made_by = ${sender} AND state = 'UDFOERT'))`);
	try {
		go(day);
		assert.deepEqual(state(), ['I_GANG', '1', '1']);
		go(day);
		assert.deepEqual(state(), ['I_GANG', '1', '1'], 'not before its time');
		const told = notices(sender, 'IMPORTED');
		for (let tries = 2; tries < 6; tries++) {
			sql(`UPDATE import_run SET next_try = '2000-01-01' WHERE id = ${id}`);
			go(day);
			assert.deepEqual(state().slice(0, 2), ['I_GANG', String(tries)]);
		}
		assert.ok(Number(one(`SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), next_try) FROM import_run WHERE id = ${id}`)) > 60, 'longer each time');
		sql(`UPDATE import_run SET next_try = '2000-01-01' WHERE id = ${id}`);
		go(day);
		assert.deepEqual(state().slice(0, 2), ['LAEST', '0']);
		assert.match(run(`id = ${id}`).said, /kunne ikke gennemføres, og intet er ændret/);
		assert.equal(notices(sender, 'IMPORTED'), told + 1);
		assert.equal(person(p.email), undefined);
	} finally {
		sql('ALTER TABLE import_run DROP CONSTRAINT unwanted');
	}
	ask(id, 'BESTILT');
	go(day);
	assert.equal(run(`id = ${id}`).counts, '1 0 0 0 0');
	assert.equal(one(`SELECT person FROM import_line WHERE run = ${id} AND what = 'NY'`), String(person(p.email).id), 'who was shown as new is somebody now');
});

test('a file that cannot be stored is told of at its feed; laid aside after some tries, it is a run, and the secretariat is told', async () => {
	const f = feed('PERSONER', { source: 'REGION', region: 'NORD' });
	f.drop('uvelkommen.json', [intro('Fil', 'F-2')]);
	sql(`ALTER TABLE import_run ADD CONSTRAINT unwanted CHECK (NOT (file_name = 'uvelkommen.json' AND state = 'I_GANG'))`);
	try {
		go(`${Y}-05-10`);
		assert.match(f.said(), /^uvelkommen.json kunne ikke gemmes\. Der prøves igen/);
		go(`${Y}-05-10`);
		assert.equal(one(`SELECT tries FROM trouble WHERE name = 'feed-${f.id}'`), '1', 'a clock begun anew leaves it alone for a while');
		const told = notices(vus, 'IMPORTED'), clock = begin(`${Y}-05-10`, {}, ['--stay']);
		try {
			await until(() => f.files('failed').length === 1, 'laid aside', 40);
		} finally {
			clock.child.kill('SIGTERM');
			await clock.over;
		}
		assert.equal(f.last().state, 'AFVIST');
		assert.match(f.last().said, /Ring til driften/);
		assert.ok(notices(vus, 'IMPORTED') > told);
		assert.equal(count(`trouble WHERE name = 'feed-${f.id}'`), 0);
	} finally {
		sql('ALTER TABLE import_run DROP CONSTRAINT unwanted');
	}
	f.end();
});

test('the clock reads no folder but those below the one for feeds, whatever a row says', () => {
	const f = feed('PERSONER', { source: 'REGION', region: 'NORD' });
	f.drop('a.json', [intro('Udenfor', 'U-1')]);
	sql(`UPDATE feed SET address = CONCAT(address, '/../../etc') WHERE id = ${f.id}`);
	go(`${Y}-05-10`);
	assert.match(f.said(), /ligger ikke under mappen for kilder/);
	sql(`UPDATE feed SET address = ${quote(f.folder)}, checked = NULL WHERE id = ${f.id}`);
	go(`${Y}-05-10`);
	assert.deepEqual(f.files('done'), ['a.json']);
	f.end();
});

test('R_BRU_02 a course that a feed tells of later waits for its own day, and those before it for theirs', () => {
	const f = feed('PERSONER', { source: 'REGION', region: 'NORD' }), p = intro('Toforløb', 'T-1');
	f.drop('a.json', [p]);
	go(`${Y}-04-20`);
	const more = { ...p, forloeb: [...p.forloeb, course('INTRO', [element('B', `${Y + 1}-06-01`, `${Y + 2}-05-31`)])] };
	f.drop('b.json', [more]);
	go(`${Y}-04-30`);
	assert.equal(one(`SELECT DATE(first_seen + INTERVAL 2 HOUR) FROM feed_record WHERE source_id = ${quote(p.person_id)}`), `${Y}-04-20`);
	go(`${Y}-05-01`);
	assert.ok(person(p.email));
	f.end();
});

test('leaders of courses come with the list, and their role ends when they are gone from it', () => {
	const f = feed('KURSUSLEDERE', { source: 'SST' }), head = { navn: 'Hoved Prøve', cpr: cpr(), email: mail('hoved'), mobil: '12345678', rolle: 'Hovedkursusleder', speciale: 'arbejdsmedicin', kursus: '', fra: `${Y}-01-01`, til: '' };
	const part = { ...head, navn: 'Del Prøve', cpr: cpr(), email: mail('del'), rolle: 'Delkursusleder', kursus: 'Toksikologi' };
	f.drop('1.json', [head, part]);
	go(`${Y}-01-10`);
	assert.equal(f.last().counts, '2 0 0 0 0');
	assert.equal(count(`user_role h JOIN course_def c ON c.id = h.course WHERE h.person = ${person(part.email).id} AND h.role = 'DKL' AND c.name = 'Toksikologi'`), 1);
	f.drop('2.json', [part]);
	go(`${Y}-02-01`);
	assert.equal(f.last().counts, '0 1 1 0 0');
	assert.match(lines(f.last().id)[0][1], /Står ikke på listen mere/);
	assert.equal(one(`SELECT until FROM user_role WHERE person = ${person(head.email).id} AND role = 'HKL'`), `${Y}-02-01`);
	f.end();
});

test('reminders: seven days before an element begins, and around its end; a missed day is caught up once', () => {
	const p = doctor('Husk', [course('HU', [element('A', `${Y}-03-01`, `${Y}-08-31`)])]);
	bring('PERSONER', [p], { day: `${Y}-01-10` });
	const { id } = person(p.email), told = (kind) => count(`notice WHERE about = ${id} AND kind = '${kind}' AND person IN (${id}, ${uao_a})`);
	sql('DELETE FROM job');
	go(`${Y}-02-21`);
	assert.equal(told('ELEMENT_BEGINS'), 0);
	go(`${Y}-02-23`);
	assert.equal(told('ELEMENT_BEGINS'), 2);
	go(`${Y}-02-24`);
	assert.equal(told('ELEMENT_BEGINS'), 2);
	for (const [day, n] of [[`${Y}-07-31`, 0], [`${Y}-08-01`, 2], [`${Y}-08-17`, 4], [`${Y}-08-31`, 6], [`${Y}-09-07`, 8]]) {
		sql(`UPDATE notice SET seen = made WHERE about = ${id}`);
		go(day);
		assert.equal(told('ELEMENT_ENDS'), n, day);
	}
});

test('of reminders one that the database refuses keeps no other back, and a job that fails waits longer each time', () => {
	const [one_, other] = ['Enkel', 'Anden'].map((name) => doctor(name, [course('HU', [element('A', `${Y}-03-01`, `${Y}-08-31`)])]));
	for (const p of [one_, other])
		bring('PERSONER', [p], { day: `${Y}-01-10` });
	const told = (p) => count(`notice WHERE about = ${person(p.email).id} AND kind = 'ELEMENT_BEGINS'`);
	sql(`DELETE FROM job; DELETE FROM trouble; ALTER TABLE notice ADD CONSTRAINT unwanted CHECK (NOT (kind = 'ELEMENT_BEGINS' AND about = ${person(one_.email).id}))`);
	try {
		go(`${Y}-02-22`);
	} finally {
		sql('ALTER TABLE notice DROP CONSTRAINT unwanted');
	}
	assert.deepEqual([told(one_), told(other) > 0], [0, true]);
	assert.equal(count(`job WHERE name = 'paamindelser' AND day = '${Y}-02-22'`), 1);
	sql(`ALTER TABLE job ADD CONSTRAINT unwanted CHECK (NOT (name = 'paamindelser' AND day = '${Y}-02-23'))`);
	try {
		go(`${Y}-02-23`);
		/* Before its time it is not tried again, however long a round takes here. */
		sql('UPDATE trouble SET next_try = next_try + INTERVAL 1 HOUR');
		go(`${Y}-02-23`);
		assert.equal(one(`SELECT tries FROM trouble WHERE name = 'paamindelser'`), '1');
		assert.equal(count(`job WHERE name = 'paamindelser-slut' AND day = '${Y}-02-23'`), 1, 'the other reminders went');
		sql("UPDATE trouble SET next_try = '2000-01-01'");
		go(`${Y}-02-23`);
		assert.equal(one(`SELECT tries FROM trouble WHERE name = 'paamindelser'`), '2');
	} finally {
		sql('ALTER TABLE job DROP CONSTRAINT unwanted');
	}
	sql("UPDATE trouble SET next_try = '2000-01-01'");
	go(`${Y}-02-23`);
	assert.equal(count('trouble'), 0);
	assert.equal(count(`job WHERE name = 'paamindelser' AND day = '${Y}-02-23'`), 1);
});

test('a role that ends by its date alone is told of on that day, once; one that goes on, and one that somebody ended, is not', () => {
	const who = official('Ophør', 'UAO', { unit: unit('A') }), goes_on = official('Videre', 'UAO', { unit: unit('A') }), ended = official('Afsluttet', 'UAO', { unit: unit('A') });
	sql(`UPDATE user_role SET until = '${Y}-03-10' WHERE person IN (${who}, ${goes_on}, ${ended});
		UPDATE user_role SET ended_by = ${vus}, ended_at = '${Y}-01-01' WHERE person = ${ended};
		INSERT INTO user_role (person, role, org_unit, since, given_by) VALUES (${goes_on}, 'UAO', ${unit('A')}, '${Y}-03-10', ${vus});
		DELETE FROM job`);
	go(`${Y}-03-09`);
	assert.equal(notices(who, 'ROLE_ENDED'), 0);
	go(`${Y}-03-10`);
	go(`${Y}-03-11`);
	assert.deepEqual([who, goes_on, ended].map((id) => notices(id, 'ROLE_ENDED')), [1, 0, 0]);
	assert.match(one(`SELECT place FROM notice WHERE person = ${who} AND kind = 'ROLE_ENDED'`), /^(UAO|Uddannelsesansvarlig).*, Afdeling A/);
});

test('the account of the clock gives no role that an import does not give, and changes none that somebody gave', () => {
	const refused = (statement) => assert.throws(() => execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--user=logbook-clock', stack.DATABASE, '-e', statement], { stdio: 'pipe' }), /not for the clock|denied/);
	refused(`INSERT INTO user_role (person, role, region, since, made_at) VALUES (${vus}, 'VUS', 1, '2020-01-01', '2020-01-01')`);
	refused(`INSERT INTO user_role (person, role, since, made_at) VALUES (${vus}, 'PROJEKTLEDER', '2020-01-01', '2020-01-01')`);
	refused(`UPDATE user_role SET until = '2099-01-01' WHERE person = ${uao_a}`);
	refused(`UPDATE person SET gone = 'WITHDRAWN' WHERE id = ${vus}`);
	refused(`SELECT password FROM credential`);
	refused(`SELECT words FROM approval`);
	refused(`DELETE FROM element`);
});

test('of a person with a course of another region the own one is taken, and the other told', () => {
	const p = doctor('Begge', [course('HU', [element('A', `${Y}-01-01`, `${Y}-06-30`)]), course('HU', [element('B', `${Y}-07-01`, `${Y}-12-31`)], { region: 'SYD' })]);
	assert.equal(bring('PERSONER', [p], { region: 'NORD', day: `${Y}-01-10` }).counts, '1 0 0 1 0');
	assert.equal(bring('PERSONER', [p], { region: 'NORD', day: `${Y}-01-10` }).counts, '0 0 1 1 0');
	assert.equal(elements(p.email).length, 1);
});

test('a course that is cancelled before it begins is not to be, and its access mail with it; it can come again', () => {
	const day = `${Y}-01-10`, p = doctor('Aflyst', [course('HU', [element('A', `${Y}-03-01`, `${Y}-12-31`)])]);
	bring('PERSONER', [p], { day });
	assert.equal(person(p.email).access, `${Y}-03-01`);
	const off = { ...p, forloeb: [{ ...p.forloeb[0], annulleret: 'ja' }] };
	assert.equal(bring('PERSONER', [off], { day }).counts, '0 1 0 0 0');
	assert.deepEqual([elements(p.email), person(p.email).access], [[], '']);
	assert.equal(bring('PERSONER', [off], { day }).counts, '0 0 1 0 0');
	assert.equal(bring('PERSONER', [p], { day }).counts, '0 1 0 0 0');
	assert.equal(elements(p.email).length, 1);
});
