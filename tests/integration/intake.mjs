// SPDX-License-Identifier: MPL-2.0
//
// What the tests of imports share: departments and people of their own, feeds and runs, and the
// putting away of all of it.  Nobody of them comes near the people of the try-out.
import { execFileSync, spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { count, one, quote, secret, sql, stack } from './lib.mjs';
import { seal } from './secretbox.mjs';

const mark = crypto.randomBytes(3).toString('hex').toUpperCase();
export const mail = (name) => `${name}.${mark.toLowerCase()}@intake.example`;
export const code = (name) => `T${mark}-${name}`;

/* A CPR number that nobody has: born on a day that exists, any four digits. */
const used = new Set();
export function cpr({ replacement = false, day = 1 + crypto.randomInt(28), month = 1 + crypto.randomInt(12) } = {}) {
	for (;;) {
		const two = (n) => String(n).padStart(2, '0');
		const number = `${two(day + (replacement ? 60 : 0))}${two(month)}${two(70 + crypto.randomInt(29))}-${two(crypto.randomInt(10, 40))}${two(crypto.randomInt(100))}`;
		if (!used.has(number)) {
			used.add(number);
			secret(number, number.replace('-', ''));
			return number;
		}
	}
}

// --- places of our own ---------------------------------------------------------------------------

/* A hospital with departments A and B, a section of A, and a practice, in a region. */
export function places(region = 'NORD') {
	const put = (name, kind, title, above) => sql(`INSERT INTO org_unit (code, kind, name, place, parent, region)
		SELECT ${quote(code(name))}, '${kind}', ${quote(title)}, ${quote(title)}, ${above ? `(SELECT id FROM (SELECT * FROM org_unit) o WHERE code = ${quote(code(above))})` : 'NULL'}, id
		FROM training_region WHERE code = '${region}'`);
	put('H', 'SYGEHUS', `Prøvesygehus ${mark}`);
	put('A', 'AFDELING', `Afdeling A ${mark}`, 'H');
	put('B', 'AFDELING', `Afdeling B ${mark}`, 'H');
	put('A1', 'AFSNIT', `Afsnit A1 ${mark}`, 'A');
	put('P', 'PRAKSIS', `Praksis P ${mark}`);
}
export const unit = (name) => Number(one(`SELECT id FROM org_unit WHERE code = ${quote(code(name))}`));
export const region = (name) => Number(one(`SELECT id FROM training_region WHERE code = '${name}'`));

/* Somebody with a role, made by the owner's hand, without a login. */
export function official(name, role, scope) {
	sql(`INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed) VALUES
		(${quote(name)}, ${quote(mail(name.toLowerCase()))}, '+4512345678', '1970-01-01', 'REAL', RANDOM_BYTES(32), RANDOM_BYTES(50));
		INSERT INTO user_role (person, role, org_unit, region, since, given_by) VALUES
		(LAST_INSERT_ID(), '${role}', ${scope.unit ?? 'NULL'}, ${scope.region ?? 'NULL'}, '2020-01-01', LAST_INSERT_ID())`);
	return Number(one(`SELECT id FROM person WHERE email = ${quote(mail(name.toLowerCase()))}`));
}

// --- what a file says -----------------------------------------------------------------------------

let n = 0;
export const element = (place, fra, til, more = {}) => ({ delforloeb_id: `D${++n}`, sted: place.includes(' ') ? place : code(place), fra, til, procent: '100', ...more });
export const course = (stage, delforloeb, more = {}) => ({ forloeb_id: code(`C${++n}`), kilde: stage === 'KBU' ? 'BASISLAEGE' : stage === 'INTRO' ? 'REGION' : 'VIDEREUDDANNELSE',
	uddannelse: stage, speciale: stage === 'KBU' ? '' : 'geriatri', region: 'NORD', forloebsnummer: `N-${n}`, delforloeb, ...more });
export const doctor = (name, forloeb, more = {}) => ({ person_id: code(`P${++n}`), navn: `${name} Prøve`, cpr: cpr(), email: mail(`${name.toLowerCase()}${n}`), mobil: '12345678', forloeb, ...more });

/* The row of the person with that address. */
export function person(email) {
	const [row] = sql(`SELECT id, name, COALESCE(mobile, ''), shown_from, COALESCE(access_due, ''), COALESCE(gone, '') FROM person WHERE email = ${quote(email)}`);
	return row && { id: Number(row[0]), name: row[1], mobile: row[2], shown: row[3], access: row[4], gone: row[5] };
}
/* Is that person among Brugere on that day? */
export const shown = (email, day) => count(`person WHERE email = ${quote(email)} AND gone IS NULL AND shown_from <= '${day}'`) === 1;
/* Elements that are to be, as "code since–last". */
export const elements = (email) => sql(`SELECT CONCAT(SUBSTRING_INDEX(u.code, '-', -1), ' ', e.since, ' ', e.until - INTERVAL 1 DAY) FROM element e JOIN org_unit u ON u.id = e.org_unit
	JOIN person p ON p.id = e.doctor WHERE p.email = ${quote(email)} AND e.cancelled IS NULL ORDER BY e.since`).map(([text]) => text);
export const notices = (id, kind) => count(`notice WHERE person = ${id} AND kind = '${kind}'`);

/* A file of that form. */
export const body = (form, things) => typeof things === 'string' ? things : JSON.stringify({ form, indhold: things });

// --- feeds ------------------------------------------------------------------------------------------

export const folders = [];
export function feed(form, { source = 'EVALUER', region: of, address } = {}) {
	const folder = address ?? fs.mkdtempSync(path.join(os.tmpdir(), 'logbook-feed-'));
	if (!address)
		folders.push(folder);
	sql(`INSERT INTO feed (source, form, region, way, address) VALUES ('${source}', '${form}', ${of ? region(of) : 'NULL'}, '${address ? 'HTTPS' : 'MAPPE'}', ${quote(folder)})`);
	const id = Number(one('SELECT MAX(id) FROM feed'));
	return {
		id, folder,
		/* A file that was written a while ago. */
		drop(name, things, { age = 10 } = {}) {
			const at = path.join(folder, name);
			fs.writeFileSync(at, body(form, things));
			const then = Date.now() / 1000 - age;
			fs.utimesSync(at, then, then);
		},
		files: (inside = '') => fs.existsSync(path.join(folder, inside)) ? fs.readdirSync(path.join(folder, inside)).sort() : [],
		said: () => one(`SELECT said FROM feed WHERE id = ${id}`),
		/* state fresh changed same refused waiting, of the last run. */
		last: () => run(`feed = ${id}`),
		end: () => sql(`UPDATE feed SET active = 0 WHERE id = ${id}`),
	};
}

export function run(where) {
	const [row] = sql(`SELECT id, state, fresh, changed, same, refused, waiting, said, total, done FROM import_run WHERE ${where} ORDER BY id DESC LIMIT 1`);
	return row && { id: Number(row[0]), state: row[1], counts: row.slice(2, 7).join(' '), said: row[7], total: Number(row[8]), done: Number(row[9]) };
}
export const lines = (id, what) => sql(`SELECT label, detail FROM import_line WHERE run = ${id}${what ? ` AND what = '${what}'` : ''} ORDER BY n`);

// --- runs by hand -------------------------------------------------------------------------------------

/* A file that somebody sent: sealed as the pages do it, its run MODTAGET. */
export function send(form, things, { region: of, by } = {}) {
	const plain = Buffer.from(body(form, things));
	const sha = crypto.createHash('sha256').update(plain).digest('hex');
	const sealed = seal(fs.readFileSync(path.join(stack.KEYS, 'cpr.seal')), plain).toString('hex');
	/* Too long for a command's arguments. */
	execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, stack.DATABASE], { input: `INSERT IGNORE INTO import_file VALUES (UNHEX('${sha}'), UNHEX('${sealed}'))` });
	sql(`INSERT INTO import_run (form, way, region, file_name, content, state, made_by, as_role, at, day)
		VALUES ('${form}', 'FIL', ${of ? region(of) : 'NULL'}, 'prøve.json', UNHEX('${sha}'), 'MODTAGET', ${by ?? 'NULL'}, 'VUS', UTC_TIMESTAMP(), CURDATE())`);
	return Number(one('SELECT MAX(id) FROM import_run'));
}
export const ask = (id, state) => sql(`UPDATE import_run SET state = '${state}' WHERE id = ${id}`);
/* Sent, looked at, ordered, carried out. */
export function bring(form, things, { day, ...options } = {}) {
	const id = send(form, things, options);
	go(day);
	ask(id, 'BESTILT');
	go(day);
	return run(`id = ${id}`);
}

/* A clock of its own, that this process does not wait for: { child, over: its status, or the signal
 * that ended it }. */
export function begin(day, more = {}, words = []) {
	const env = Object.fromEntries(fs.readFileSync(path.join(stack.DIR, 'run/login.env'), 'utf8').trim().split('\n').map((line) => line.split(/=(.*)/s)));
	const child = spawn(path.join(stack.B, 'bin/logbook-clock'), words, { env: { ...env, LOGBOOK_FEEDS: os.tmpdir(), LOGBOOK_TODAY: day, ...more }, stdio: ['ignore', 'ignore', 'inherit'] });
	return { child, over: new Promise((done) => child.on('exit', (status, signal) => done(status ?? signal))) };
}

/* The clock goes round once, on that day. */
export function go(day) {
	const env = Object.fromEntries(fs.readFileSync(path.join(stack.DIR, 'run/login.env'), 'utf8').trim().split('\n').map((line) => line.split(/=(.*)/s)));
	/* What it says is a failure of ours: shown. */
	execFileSync(path.join(stack.B, 'bin/logbook-clock'), [], { env: { ...env, LOGBOOK_FEEDS: os.tmpdir(), LOGBOOK_TODAY: day }, stdio: ['ignore', 'ignore', 'inherit'] });
}

// --- putting away ---------------------------------------------------------------------------------------

/* Nobody of ours is employed or holds a role any more, and the clock has done nothing of the future. */
export function put_away() {
	const ours = `(SELECT id FROM (SELECT id FROM person WHERE email LIKE '%.${mark.toLowerCase()}@intake.example' OR name LIKE '% Prøve') x)`;
	sql(`UPDATE feed SET active = 0 WHERE active;
		UPDATE user_role SET until = GREATEST(since + INTERVAL 1 DAY, LEAST(until, CURDATE())) WHERE person IN ${ours};
		UPDATE element SET cancelled = CURDATE() WHERE doctor IN ${ours} AND cancelled IS NULL;
		UPDATE training_course SET cancelled = CURDATE() WHERE doctor IN ${ours} AND cancelled IS NULL;
		DELETE FROM notice WHERE person IN ${ours} OR about IN ${ours} OR made > UTC_TIMESTAMP() + INTERVAL 1 DAY;
		UPDATE mail SET state = 'DROPPED' WHERE state IN ('WAITING', 'SENDING') AND (person IN ${ours} OR made > UTC_TIMESTAMP() + INTERVAL 1 DAY);
		UPDATE feed_record SET due = '9999-12-31', state = 'VENTER' WHERE source_id LIKE 'T${mark}-%';
		UPDATE person SET access_due = NULL, gone = 'WITHDRAWN' WHERE id IN ${ours};
		DELETE FROM job; DELETE FROM lease; DELETE FROM trouble`);
	for (const folder of folders)
		fs.rmSync(folder, { recursive: true, force: true });
}
