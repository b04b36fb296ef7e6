// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node import.mjs OUT: a feed tells of all Denmark, night after night: all new, nothing
// changed, one in a hundred changed.  Each night is one round of logbook-clock, from the reading
// of the file to the report, with everything else that a round does.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { column, median, one, sql, stack } from './stack.mjs';

const out = process.argv[2], doctors = Number(process.env.BENCH_DOCTORS ?? 25000), TURNS = 3;
const env = Object.fromEntries(fs.readFileSync(path.join(stack.DIR, 'run/login.env'), 'utf8').trim().split('\n').map(line => line.split(/=(.*)/s)));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logbook-bench-'));
const lines = [];

function row(what, target, measured, met) {
	lines.push(`| ${what} | ${target} | ${measured} |  | ${met === undefined ? '' : met ? 'yes' : '**no**'} |`);
	console.log(lines.at(-1));
}

// --- what the feed tells --------------------------------------------------------------------------

const units = column("SELECT code FROM org_unit WHERE kind = 'AFDELING' ORDER BY id");
const regions = ['OEST', 'SYD', 'NORD'], two = n => String(n).padStart(2, '0');
const given = ['Anne-Mette', 'Søren', 'Åse', 'Bjørn', 'Maja', 'Ida', 'Jens', 'Karen', 'Mikkel', 'Freja'];
const family = ['Østergaard', 'Ørnskov', 'Kærgård', 'Fjeldgaard', 'Lindholm', 'Sandager', 'Dalsgaard', 'Højlund', 'Brandt'];

/* The CPR numbers are invented, each once, of people born from 1970 to 1999. */
const cpr = i => `${two(1 + i % 28)}${two(1 + Math.trunc(i / 28) % 12)}${70 + Math.trunc(i / 336) % 30}-${1000 + Math.trunc(i / 10080)}`;

function person(i, moved) {
	const change = moved ? { procent: '80' } : { procent: '100' };
	return { person_id: `P${i}`, navn: `${given[i % 10]} ${family[i % 9]} ${i}`, cpr: cpr(i), email: `l${i}@bench.example`, mobil: `2${String(i).padStart(7, '0')}`,
		forloeb: [{ forloeb_id: `C${i}`, kilde: 'VIDEREUDDANNELSE', uddannelse: 'HU', speciale: `speciale-${1 + i % 39}`, region: regions[i % 3], forloebsnummer: `N-${i}`, runde_lukket: '2026-08-01',
			delforloeb: [{ delforloeb_id: '1', sted: units[i % units.length], fra: '2027-02-01', til: '2028-01-31', ...change },
				{ delforloeb_id: '2', sted: units[(i * 7 + 1) % units.length], fra: '2028-02-01', til: '2030-01-31' }] }] };
}

/* One in a hundred is told otherwise than the night before, others each night. */
const file = night => JSON.stringify({ form: 'PERSONER', indhold: Array.from({ length: doctors }, (_, i) => person(i, i % 100 < night)) });

function drop(text) {
	const at = path.join(folder, 'personer.json');
	fs.writeFileSync(at, text);
	fs.utimesSync(at, new Date(Date.now() - 10000), new Date(Date.now() - 10000));
}

let day = new Date('2026-11-01T12:00:00Z');
/* Seconds, and what the night brought. */
function night(text) {
	drop(text);
	day = new Date(day.getTime() + 24 * 3600 * 1000);
	const began = process.hrtime.bigint();
	const said = execFileSync(path.join(stack.B, 'bin/logbook-clock'), [],
		{ env: { ...env, LOGBOOK_FEEDS: path.dirname(folder), LOGBOOK_TODAY: day.toISOString().slice(0, 10) }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
	const seconds = Number(process.hrtime.bigint() - began) / 1e9;
	if (said !== '' || fs.existsSync(path.join(folder, 'personer.json')))
		throw new Error(`the file was not taken: ${one('SELECT said FROM feed')} ${said}`);
	const [counts] = sql('SELECT state, fresh, changed, same, refused FROM import_run ORDER BY id DESC LIMIT 1');
	return { seconds, counts: counts.join(' ') };
}

function expect(got, counts) {
	if (got.counts !== counts)
		throw new Error(`the night brought ${got.counts}, not ${counts}`);
	return got.seconds;
}

// --- plans ------------------------------------------------------------------------------------------

/* Read whole on purpose, once a run; and tables that hold a handful of rows. */
const whole = ['places_known', 'specialties_known', 'regions_known', 'lists_known', 'records_known', 'feeds_active'];

function plans() {
	const values = { today: "'2026-12-01'", now: "'2026-12-01 12:00:00'", since: "'2026-12-01 12:00:00'", day: "'2026-12-01'", after: "'2026-12-07'", upto: "'2026-12-08'", due: "'2026-12-01'", until: "'2030-01-01'",
		published: "'2026-12-01'", shown_from: "'2026-12-01'", doctor: one('SELECT MAX(id) FROM person'), person: one('SELECT MAX(id) FROM person'), course: one('SELECT MAX(id) FROM training_course'), run: one('SELECT MAX(id) FROM import_run'),
		id: 100, region: 1, specialty: 1, org_unit: 60, parent: 1, source: "'VIDEREUDDANNELSE'", source_id: "'C17'", find: `0x${one('SELECT HEX(cpr_find) FROM person LIMIT 1')}`, email: "'l17@bench.example'", auth_id: 'NULL', kind: "'TILLAEGSAFTALE'",
		sha256: "REPEAT('x', 32)", was: "'{}'", became: "'{}'", ending: "'x'", name: "'x'" };
	const found = [], all = [];
	for (const name of ['intake', 'clock', 'person', 'tell', 'access']) {
		const text = fs.readFileSync(path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), `../../schema/queries/${name}.sql`), 'utf8');
		for (const piece of text.split(/;[ \t]*\n/)) {
			const title = [...piece.matchAll(/^-- (\w+): /gm)].map(m => m[1]).filter(w => !['in', 'out', 'rows', 'open', 'chain'].includes(w))[0];
			const statement = piece.split('\n').filter(line => !line.startsWith('--')).join('\n').trim();
			if (statement === '' || /^INSERT/.test(statement))
				continue;
			let plan;
			try {
				plan = sql(`EXPLAIN ${statement.replace(/'(?:[^'\\]|\\.)*'|:(\w+)/g, (w, argument) => argument === undefined ? w : values[argument] ?? "'x'")}`);
			} catch (e) {
				plan = [[`not explained: ${/ERROR.*/.exec(e.stderr)?.[0]}`]];
			}
			all.push(`--- ${name}.sql: ${title}\n${plan.map(c => c.join('\t')).join('\n')}\n`);
			const heavy = plan.filter(c => c.length > 9 && (c[3] === 'ALL' || c[3] === 'index') && Number(c[8]) > 1000);
			if (!whole.includes(title) && heavy.length > 0)
				found.push(`${title} (${heavy.map(c => `${c[2]}: ${c[3]}, ${c[8]} rows`).join(', ')})`);
			if (plan[0].length === 1)
				found.push(`${title} ${plan[0][0]}`);
		}
	}
	fs.writeFileSync(path.join(out, 'explain-import.txt'), all.join('\n'));
	return found;
}

// --- the nights ---------------------------------------------------------------------------------------

try {
	sql(`INSERT INTO feed (source, form, way, address) VALUES ('EVALUER', 'PERSONER', 'MAPPE', '${folder}')`);
	const first = file(0);
	const all = expect(night(first), `UDFOERT ${doctors} 0 0 0`);
	row(`import, the first night: ${doctors} persons with courses, elements, lists`, '', `${all.toFixed(1)} s, a file of ${(first.length / 1e6).toFixed(0)} MB`);
	sql('ANALYZE TABLE person, person_word, training_course, element, course_curriculum, feed_record, user_role, import_step');
	const nothing = [], some = [];
	for (let i = 1; i <= TURNS; i++) {
		const text = file(i), n = Math.ceil(doctors / 100);
		some.push(expect(night(text), `UDFOERT 0 ${n} ${doctors - n} 0`));
		nothing.push(expect(night(text), `UDFOERT 0 0 ${doctors} 0`));
	}
	row(`nightly import, ${doctors} persons, 1 % changed`, '< 10 s', `${median(some).toFixed(2)} s (${some.map(s => s.toFixed(2)).join(', ')})`, median(some) < 10);
	row('the same, nothing changed', '< 3 s', `${median(nothing).toFixed(2)} s (${nothing.map(s => s.toFixed(2)).join(', ')})`, median(nothing) < 3);
	const slow = plans();
	row('statements of the night that read a table whole', 'none', slow.length === 0 ? 'none' : slow.join('; '), slow.length === 0);
	fs.writeFileSync(path.join(out, 'import.md'), lines.join('\n') + '\n');
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}
