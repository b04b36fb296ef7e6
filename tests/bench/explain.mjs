// SPDX-License-Identifier: MPL-2.0
//
// What the server does for each statement of schema/queries, with arguments of this database
// in their places: ANALYZE for what reads, with the rows that were really read; EXPLAIN for
// what writes.
import fs from 'node:fs';
import path from 'node:path';
import { one, sql } from './stack.mjs';
import { today } from './pages.mjs';

const MANY = 1000, folder = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../../schema/queries');
/* Statements of tools that no page waits for. */
const tools = ['demo', 'import', 'verify', 'intake', 'clock', 'archive', 'submission_send']; // intake and clock: import.mjs
const is_tool = name => tools.includes(name) || /^demo_|_demo$|_import$/.test(name);
/* What a statement may go through beyond MANY rows, and why it is let: more than that is told. */
export const known = {
	people_rare: [8001, 'counts no further than to know what leads'],
	people_found: [8000, 'PEOPLE_LED: what leads is looked at whole, one by one'],
	people_walked: [8000, 'goes on by name until the page is full'],
	people_places: [5000, 'every place of the country, by a part of its name'],
	doctors_found: [8000, 'what the longest word leaves in the whole country, of the index alone'],
	planned_doctors: [8000, 'all that are planned are counted and put in order; their rows lie side by side'],
	planned_named: [8000, 'all that are planned are looked at whose name it is'],
	lists_used: [100000, 'counts every doctor on every list, on a page of reference data that is seldom asked for'],
	// the clock's, once a night: about every element of today
	...Object.fromEntries(['attest_reminders', 'claim_tell', 'evaluation_reminders', 'goals_open', 'overview_facts', 'overview_absences', 'talks_due']
		.map(name => [name, [300000, 'the clock by night']])),
};

/* name and text of every statement of a file. */
function statements(file) {
	return fs.readFileSync(path.join(folder, file), 'utf8').split(/;[ \t]*\n/).map(piece => {
		const comments = piece.split('\n').filter(line => line.startsWith('--'));
		return { name: /^-- (\w+):/.exec(comments[0] ?? '')?.[1], declared: comments.join('\n'),
			text: piece.split('\n').filter(line => !line.startsWith('--')).join('\n').trim() };
	}).filter(s => s.name !== undefined);
}

/* Whose logbook is read, by whom: a doctor, the UAO whose department has them, a secretariat. */
function viewers(all) {
	const uao = all.approvers[0].id, office = all.office[0].id;
	const here = one(`SELECT e.doctor FROM user_role h JOIN element e ON e.org_unit = h.org_unit WHERE h.id = ${uao}
		AND e.since < '${today}' AND e.until > '${today}' LIMIT 1`);
	const there = one(`SELECT c.doctor FROM user_role h JOIN training_course c ON c.region = h.region
		JOIN merit m ON m.doctor = c.doctor WHERE h.id = ${office} LIMIT 1`);
	return { 'a doctor': [all.doctors[0].id, all.doctors[0].id], 'an approver': [uao, here], 'a secretariat': [office, there],
		'a secretariat, own region': [office, there, { own: 1 }] };
}

/* What a search after people asks for where nothing else is said. */
const asked_for = { by: 1, role: "''", region: "'0'", units: "''", specialty: "'0'", stage: "''", source: "''", planned: 1, sort: "'navn'" };

function values(who, doctor) {
	const of = statement => one(statement) ?? 0;
	const goal = of("SELECT c.id FROM competency c JOIN curriculum l ON l.id = c.curriculum WHERE l.code = 'demo-hoveduddannelse' AND c.position = 3");
	const asked = of(`SELECT n.approval FROM approval_now n JOIN user_role h ON h.org_unit = n.org_unit WHERE h.id = ${who} AND n.status = 'REQUESTED' LIMIT 1`) ||
		of(`SELECT MAX(approval) FROM approval_now WHERE doctor = ${doctor}`);
	const merit = of(`SELECT MAX(id) FROM merit WHERE doctor = ${doctor}`), noon = `'${today} 12:00:00'`, bytes = "REPEAT('x', 32)";
	return { who, as: who, today: `'${today}'`, now: noon, doctor, person: doctor, curriculum: of("SELECT id FROM curriculum WHERE code = 'demo-hoveduddannelse'"),
		competency: goal, element: of(`SELECT MAX(id) FROM element WHERE doctor = ${doctor}`), merit, id: asked, held: who,
		session: of(`SELECT MAX(id) FROM session WHERE person = ${who}`), a: "'dalsgaard%'", b: "'an%'", c: "''", d: "''", own: 0,
		most: 501, people: 1001, skip: 0, page: 50, since: noon, before: "'2020-01-01'", letter: 'NULL', hash: bytes,
		find: of(`SELECT CONCAT('0x', HEX(cpr_find)) FROM person WHERE id = ${doctor}`), token: of(`SELECT CONCAT('0x', HEX(token)) FROM session WHERE person = ${who} AND stage = 'FULL' ORDER BY id DESC LIMIT 1`),
		email: of(`SELECT CONCAT("'", email, "'") FROM person WHERE id = ${doctor}`), number: "'x'", status: "'APPROVED'", rating: 'NULL', words: 'NULL',
		many: 0, until: "'2027-01-01'", last: "'2027-01-01'" };
}

/* An argument that nobody gave a value has one of its type, as the header says it. */
const of_type = { u32: 0, i64: 0, bool: 0, day: `'${today}'`, moment: `'${today} 12:00:00'` };
const typed = s => Object.fromEntries([.../^-- in:(.*)$/m.exec(s.declared)?.[1].matchAll(/(\w+) (\w+)/g) ?? []].map(([, name, type]) => [name, of_type[type]]));
const filled = (s, v) => s.text.replace(/'(?:[^'\\]|\\.)*'|:(\w+)/g, (all, name) => name === undefined ? all : v[name] ?? typed(s)[name] ?? "'x'");

/* Lines of the plan that go through more than most rows: really, or, where it was only
 * explained, read whole or sorted by the server's estimate. */
function heavy(plan, analyzed, most = MANY) {
	return plan.filter(c => c.length > 9)
		.map(c => ({ table: c[2], type: c[3], rows: Number(c[analyzed ? 9 : 8]) || 0, extra: c.at(-1) }))
		.filter(l => l.rows > most && (analyzed || l.type === 'ALL' || l.type === 'index' || /filesort|temporary/.test(l.extra)))
		.map(l => `${l.table} (${l.type}, ${l.rows} rows${/filesort/.test(l.extra) ? ', sorted' : ''})`);
}

/* Writes every plan to the file; answers the statements that do too much. */
export function explain(all, to) {
	const slow = [], out = [];
	for (const [kind, [who, doctor, more]] of Object.entries(viewers(all))) {
		const v = { ...asked_for, ...values(who, doctor), ...more };
		for (const file of fs.readdirSync(folder).filter(f => f.endsWith('.sql') && !is_tool(f.replace('.sql', '')))) {
			for (const s of statements(file)) {
				const reads = /^SELECT/.test(s.text) && !/FOR UPDATE/.test(s.text);
				let plan;
				try {
					plan = sql(`${reads ? 'ANALYZE' : 'EXPLAIN'} ${filled(s, v)}`);
				} catch (e) {
					plan = [[`not explained: ${/ERROR.*/.exec(e.stderr)?.[0]}`]];
				}
				out.push(`--- ${file}: ${s.name}, for ${kind}\n${plan.map(c => c.join('\t')).join('\n')}\n`);
				if (plan[0]?.length === 1)
					slow.push(`${s.name} for ${kind}: ${plan[0][0]}`);
				const why = heavy(plan, reads, known[s.name]?.[0]);
				if (why.length > 0)
					slow.push(`${s.name} for ${kind}: ${why.join(', ')}`);
			}
		}
	}
	fs.writeFileSync(to, out.join('\n'));
	return slow;
}
