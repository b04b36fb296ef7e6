// SPDX-License-Identifier: MPL-2.0
//
// A second installation: a stack of its own with keys of its own, the same places, lists, cards and courses under
// other numbers, and nobody in it.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Browser, log_in, quote, root, sql, stack } from './lib.mjs';

const seed = path.join(root, 'schema/seed');
const env = (more = {}) => ({ PATH: process.env.PATH, LC_ALL: 'C.UTF-8', ...more });

/* Rows of the first, under numbers a thousand higher, where the second has none of that code. */
function copy(into, table, columns, moved = []) {
	const names = ['id', ...columns];
	const rows = sql(`SELECT ${names.map((c) => c === 'id' || moved.includes(c) ? `${c} + 1000` : c).join()} FROM ${table} ORDER BY id`);
	for (const row of rows)
		into.sql(`INSERT IGNORE INTO ${table} (${names.join()}) VALUES (${row.map((v) => v === null ? 'NULL' : quote(v)).join()})`);
}

export function second(name = 'second') {
	const dir = path.join(stack.DIR, name);
	const out = execFileSync(path.join(root, 'tests/stack/up'), [dir], { encoding: 'utf8',
		env: { ...process.env, B: stack.B, PORT: '0', PROGRAMS: 'login journal export', LOGBOOK_WORKERS: '1', STACK: '' } });
	const of = Object.fromEntries(out.trim().split('\n').map((line) => line.split(/=(.*)/s)));
	const client = ['--no-defaults', `--socket=${of.SOCKET}`, '--batch', '--skip-column-names', '--default-character-set=utf8mb4', of.DATABASE];
	const it = {
		...of, dir,
		sql: (statement) => execFileSync('mariadb', client, { encoding: 'utf8', input: statement, maxBuffer: 1 << 26 }).split('\n').slice(0, -1).map((l) => l.split('\t')),
		one: (statement) => it.sql(statement)[0]?.[0],
		count: (rest) => Number(it.one(`SELECT COUNT(*) FROM ${rest}`)),
		/* A program of ours, as it would be run here: { status, stdout, stderr }. */
		run: (program, words, more = {}) => spawnSync(path.join(of.B, 'bin', program), words, { encoding: 'utf8',
			env: { ...Object.fromEntries(fs.readFileSync(path.join(dir, 'run/login.env'), 'utf8').trim().split('\n').map((l) => l.split(/=(.*)/s))), ...more } }),
		take: (file, ...words) => it.run('logbook-import', ['journal', file, ...words]),
		down: () => execFileSync(path.join(root, 'tests/stack/down'), [dir], { env: env({ B: of.B }) }),
		/* Somebody who has come in by MitID or by the secretariat: a role, and the password of the try-out. */
		async login(email) {
			const [hash] = sql(`SELECT c.password FROM credential c LIMIT 1`)[0];
			it.sql(`UPDATE person SET unconfirmed = NULL WHERE email = ${quote(email)};
				INSERT INTO user_role (person, role, since) SELECT id, 'UL', '2020-01-01' FROM person WHERE email = ${quote(email)};
				INSERT INTO credential (person, password) SELECT id, ${quote(hash)} FROM person WHERE email = ${quote(email)};`);
			return it.login_again(email);
		},
		async login_again(email) {
			const b = new Browser();
			b.port = of.PORT;
			await log_in(b, email);
			return b;
		},
	};
	copy(it, 'org_unit', ['code', 'kind', 'name', 'place', 'parent', 'region', 'since', 'until'], ['parent']);
	it.sql('ALTER TABLE curriculum AUTO_INCREMENT = 500; ALTER TABLE competency AUTO_INCREMENT = 9000; ALTER TABLE card_template AUTO_INCREMENT = 700');
	for (const [word, folder] of [['curriculum', 'curricula'], ['kort', 'curricula/kort']])
		for (const file of fs.readdirSync(path.join(seed, folder)).filter((f) => f.endsWith('.csv')).sort()) {
			const { status, stderr } = it.run('logbook-import', [word, path.join(seed, folder, file)]);
			if (status !== 0)
				throw new Error(`${file}: ${stderr}`);
		}
	copy(it, 'course_def', ['code', 'name', 'kind', 'specialty', 'stage', 'region', 'required', 'hours', 'days', 'position']);
	it.sql(sql('SELECT x.code, d.code, x.specialty FROM course_specialty x JOIN course_def d ON d.id = x.course').map(([code, course, specialty]) =>
		`INSERT IGNORE INTO course_specialty (code, course, specialty) SELECT ${quote(code)}, d.id, ${specialty} FROM course_def d WHERE d.code = ${quote(course)};`).join('\n'));
	return it;
}
