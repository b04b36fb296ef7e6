// SPDX-License-Identifier: MPL-2.0
//
// What the tests across programs share: the stack that is up in the folder $STACK, a browser
// without a screen, the owner's hand in the database, and who there is in the try-out data.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Page, plain } from './page.mjs';

export { Page, plain };

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const files = path.join(root, 'tests/files');

// --- the stack ------------------------------------------------------------------------------

/* URL, PORT, DIR, SOCKET, DATABASE, KEYS, LOG, FRONT, PROGRAMS, B: see tests/stack/up. */
export const stack = Object.fromEntries(fs.readFileSync(path.join(process.env.STACK, 'stack.env'), 'utf8')
	.trim().split('\n').map((line) => line.split(/=(.*)/s)));
export const apache = stack.FRONT === 'apache';

/* tests/stack/control: database stop|start|kill, restart NAME, workers NAME, kill-worker NAME. */
export function control(...words) {
	return execFileSync(path.join(root, 'tests/stack/control'), [stack.DIR, ...words],
		{ encoding: 'utf8', env: { ...process.env, B: stack.B } }).trim();
}

/* The clock goes round once, as that day when { LOGBOOK_TODAY } says so; a stack of tests has none that
 * goes by itself.  Answers what it said. */
export function clock(environment = {}) {
	const env = Object.fromEntries(fs.readFileSync(path.join(stack.DIR, 'run/login.env'), 'utf8').trim().split('\n').map((line) => line.split(/=(.*)/s)));
	return execFileSync(path.join(stack.B, 'bin/logbook-clock'), [], { encoding: 'utf8', env: { ...env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/* What the try-out's environment is, with others on top. */
export function environment(more = {}) {
	return { ...Object.fromEntries(fs.readFileSync(path.join(stack.DIR, 'run/login.env'), 'utf8').trim().split('\n').map((line) => line.split(/=(.*)/s))), ...more };
}

/* The program that sends goes round once; likewise. */
export function sender(more = {}) {
	return execFileSync(path.join(stack.B, 'bin/logbook-send'), [], { encoding: 'utf8', env: environment(more), stdio: ['ignore', 'pipe', 'pipe'] });
}

/* Everything that must not come into a log; tests/logs looks for it when the stack has stopped. */
const noted = new Set();
export function secret(...words) {
	for (const word of words)
		if (word && word.length >= 10 && !noted.has(word)) {
			noted.add(word);
			fs.appendFileSync(path.join(stack.DIR, 'secrets'), word + '\n');
		}
}

// --- the database, as its owner -------------------------------------------------------------

const client = ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', '--skip-column-names',
	'--default-character-set=utf8mb4', stack.DATABASE];
const unescape = { n: '\n', t: '\t', 0: '\0', '\\': '\\' };
const cell = (c) => c === 'NULL' ? null : c.replace(/\\(.)/gs, (all, letter) => unescape[letter] ?? letter);

/* Rows of texts; NULL is null. */
export function sql(statement) {
	const out = execFileSync('mariadb', [...client, '-e', statement], { encoding: 'utf8', maxBuffer: 1 << 26 });
	return out.split('\n').slice(0, -1).map((line) => line.split('\t').map(cell));
}
/* The first cell of the first row, or undefined. */
export const one = (statement) => sql(statement)[0]?.[0];
/* A number, for counting. */
export const count = (statement) => Number(one(`SELECT COUNT(*) FROM ${statement}`));
/* A text for a statement. */
export const quote = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/* The owner's hand, past the rules of that table; they stand again afterwards, whatever happens. */
export async function without_rules(table, then) {
	const rules = sql(`SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() AND EVENT_OBJECT_TABLE = '${table}'`)
		.map(([rule]) => [rule, sql(`SHOW CREATE TRIGGER ${rule}`)[0][2]]);
	rules.forEach(([rule]) => sql(`DROP TRIGGER ${rule}`));
	try {
		await then();
	} finally {
		rules.forEach(([, made]) => execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, stack.DATABASE], { input: `DELIMITER //\n${made}//\n` }));
	}
}

/* A connection of its own that stays, for holding locks: await say(…) until it has been done. */
export function connection() {
	const child = spawn('mariadb', [...client, '--unbuffered', '--force'], { stdio: ['pipe', 'pipe', 'pipe'] });
	let said = '', n = 0;
	child.stdout.setEncoding('utf8').on('data', (more) => { said += more; });
	let errors = '';
	child.stderr.setEncoding('utf8').on('data', (more) => { errors += more; });
	return {
		/* What it answered, with the errors. */
		async say(statement) {
			const mark = `done ${++n}`, from = said.length, wrong = errors.length;
			child.stdin.write(`${statement};\nSELECT '${mark}';\n`);
			await until(() => said.includes(mark, from), `${statement} is done`, 20);
			return said.slice(from, said.indexOf(mark, from)) + errors.slice(wrong);
		},
		async end() {
			const over = new Promise((done) => child.on('exit', done));
			child.stdin.end('ROLLBACK;\n');
			setTimeout(() => child.kill('SIGKILL'), 2000).unref();
			await over;
		},
	};
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/* Waits until the question is answered with yes. */
export async function until(question, what, seconds = 10) {
	const end = Date.now() + seconds * 1000;
	while (!await question()) {
		assert.ok(Date.now() < end, `${what}: not within ${seconds} s`);
		await sleep(20);
	}
}

// --- the browser ----------------------------------------------------------------------------

function multipart(fields, attached) {
	const mark = `----logbog${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
	const parts = fields.map(([name, value]) =>
		Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value.replace(/\r?\n/g, '\r\n')}\r\n`));
	for (const [name, { filename, type = 'application/octet-stream', bytes }] of Object.entries(attached))
		parts.push(Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\n` +
			`Content-Type: ${type}\r\n\r\n`), bytes, Buffer.from('\r\n'));
	parts.push(Buffer.from(`--${mark}--\r\n`));
	return { body: Buffer.concat(parts), 'content-type': `multipart/form-data; boundary=${mark}` };
}

const pairs = (fields) => Array.isArray(fields) ? fields
	: Object.entries(fields).flatMap(([name, value]) => [value].flat().map((v) => [name, String(v)]));

/* The fields of a form with others on top: a name given replaces all of that name. */
function over(fields, mine) {
	const given = pairs(mine), names = new Set(given.map(([name]) => name));
	return [...fields.filter(([name]) => !names.has(name)), ...given.filter(([, value]) => value !== 'undefined')];
}

/* A file of tests/files for a form. */
export const file = (name, as = name) => ({ filename: as, bytes: fs.readFileSync(path.join(files, name)) });

/* A browser without a screen: its cookies, the page it shows, and the role it is logged in as. */
export class Browser {
	cookies = new Map();
	page = null;
	port = stack.PORT; /* of another stack, where a test has raised one */

	/* One request, redirects not followed.  The address goes out as it is; pieces is a body whose
	 * length is not told. */
	request(method, at, { headers = {}, body, pieces, timeout = 60000 } = {}) {
		const cookie = [...this.cookies].map((c) => c.join('=')).join('; ');
		return new Promise((done, fail) => {
			const r = http.request({ host: '127.0.0.1', port: this.port, method, path: at, agent: false, timeout,
				headers: { host: `127.0.0.1:${this.port}`, accept: 'text/html,*/*;q=0.8', ...(cookie ? { cookie } : {}),
					...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }), ...headers } }, (answer) => {
				const parts = [];
				answer.on('data', (part) => parts.push(part));
				answer.on('error', fail);
				answer.on('end', () => done(this.#take(new Page(answer.statusCode, answer.headers, Buffer.concat(parts), at))));
			});
			r.on('timeout', () => r.destroy(new Error(`${method} ${at}: no answer in ${timeout} ms`)));
			r.on('error', fail);
			if (pieces !== undefined)
				r.write(pieces);
			r.end(body);
		});
	}

	#take(page) {
		for (const set of [page.headers['set-cookie'] ?? []].flat()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
			secret(value);
			if (/;\s*Max-Age=0/i.test(set))
				this.cookies.delete(name);
			else
				this.cookies.set(name, value);
		}
		return page;
	}

	/* GET, and on to where it leads. */
	async get(at, options) {
		let page = await this.request('GET', at, options);
		for (let i = 0; i < 10 && page.status >= 301 && page.status <= 303; i++)
			page = await this.request('GET', page.location, options);
		return this.page = page;
	}

	/* POST of these fields and nothing else, as a form of our own page would be sent; redirects
	 * are not followed. */
	post(at, fields = {}, { files: attached, headers = {}, ...rest } = {}) {
		const sent = attached ? multipart(pairs(fields), attached)
			: { body: new URLSearchParams(pairs(fields)).toString(), 'content-type': 'application/x-www-form-urlencoded' };
		return this.request('POST', at, { body: sent.body, headers: { 'content-type': sent['content-type'],
			origin: `http://127.0.0.1:${this.port}`, 'sec-fetch-site': 'same-origin', ...headers }, ...rest });
	}

	/* Sends the form of the page shown (or of options.from, an address or a page) whose action
	 * that is, filled in with these fields; goes where it leads unless options.stay. */
	async submit(action, fields = {}, { from, stay, ...options } = {}) {
		const page = typeof from === 'string' ? await this.get(from) : from ?? this.page;
		const form = page.form(action);
		assert.ok(form, `${page.brief} has no form for ${action}`);
		const answer = await this.post(form.action, over(form.fields, fields), options);
		if (stay || answer.status !== 303)
			return this.page = answer;
		return this.get(answer.location);
	}

	/* The token of some page of ours: for forms that no page shows. */
	async token(from = '/adgang/profil') {
		const page = await this.get(from);
		const token = page.forms.flatMap((f) => f.fields).find(([name]) => name === 'formular')?.[1];
		assert.ok(token, `${page.brief} has no form`);
		return token;
	}

	copy() {
		const other = new Browser();
		other.port = this.port;
		other.cookies = new Map(this.cookies);
		other.page = this.page;
		return other;
	}
}

// --- who there is ---------------------------------------------------------------------------

/* What logbook-demo wrote: password, people of {role, name, email, cpr, note}. */
export const demo = JSON.parse(fs.readFileSync(path.join(stack.DIR, 'demo.json'), 'utf8'));
secret(demo.password, ...demo.people.flatMap((p) => [p.cpr, p.cpr.replace('-', '')]));

/* Fills in password and code, on the page that asks for them. */
export async function log_in(browser, email, password = demo.password) {
	if (!browser.page?.form('/adgang/log-ind'))
		await browser.get('/adgang/log-ind');
	const page = await browser.submit('/adgang/log-ind', { email, password });
	assert.equal(page.heading, 'Skriv engangskoden', `${email}: ${page.brief}`);
	return browser.submit('/adgang/kode', { code: page.id('demo-code') });
}

const known = new Map();

/* A browser in which that person is logged in, in that role (of those held today) or the one
 * used last.  The login is done once and its session shared; each call has cookies of its own.
 * { anew: true } logs in once more. */
export async function login(email, role, { anew = false } = {}) {
	const key = `${email} ${role ?? ''}`;
	let session = anew ? undefined : known.get(key);

	if (!session) {
		session = new Browser();
		await log_in(session, email);
		if (role)
			await take_role(session, email, role);
		known.set(key, session);
	}
	return session.copy();
}

/* Goes on in another role, on the page Profil.  Other tests find the person as they were: what
 * they come back as is put back. */
export async function take_role(browser, email, role) {
	const page = await browser.get('/adgang/profil');
	const held = one(`SELECT h.id FROM user_role h JOIN person p ON p.id = h.person WHERE p.email = ${quote(email)}
		AND h.role = ${quote(role)} AND ${today()} >= h.since AND ${today()} < h.until ORDER BY h.id`);
	assert.ok(held, `${email} has no role ${role} today`);
	if (page.forms.some((f) => f.fields.some(([name, value]) => name === 'held' && value === held))) {
		const last = one(`SELECT role FROM credential WHERE person = ${person(email)}`);
		await browser.submit('/adgang/profil', { held });
		sql(`UPDATE credential SET role = ${last} WHERE person = ${person(email)}`);
	}
	return browser;
}

/* The day that the programs take for today, as SQL. */
export function today() {
	const env = fs.readFileSync(path.join(stack.DIR, 'run/login.env'), 'utf8');
	const moved = /^LOGBOOK_TODAY=(.+)$/m.exec(env);
	return moved ? `DATE'${moved[1]}'` : `DATE'${new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Copenhagen' }).format(new Date())}'`;
}

/* The id of the person with that e-mail address. */
export const person = (email) => Number(one(`SELECT id FROM person WHERE email = ${quote(email)}`));

/* The e-mail address of somebody who holds that role today, and is within SQL's condition on
 * p (person) and h (user_role).  The same one each time. */
export function somebody(role, where = '1') {
	const email = one(`SELECT p.email FROM user_role h JOIN person p ON p.id = h.person JOIN credential c ON c.person = p.id
		WHERE h.role = ${quote(role)} AND ${today()} >= h.since AND ${today()} < h.until AND (${where})
		ORDER BY (SELECT COUNT(*) FROM user_role o WHERE o.person = p.id), h.id LIMIT 1`);
	assert.ok(email, `nobody is ${role} where ${where}`);
	return email;
}

/* Somebody's logbook to work in: a doctor who is employed today where others approve, and
 * goals of theirs of which nothing has been heard and that anybody may approve; of several the
 * one with most goals left.
 * { doctor, id, element, unit, goals: [{ id, number, title }], approver, role } */
export function logbook(where = '1', role = 'VEJLEDER') {
	const [found] = sql(`SELECT p.email, p.id, e.id, e.org_unit, v.email FROM person p
		JOIN user_role h ON h.person = p.id AND h.role = 'UL' AND ${today()} >= h.since AND ${today()} < h.until
		JOIN element e ON e.doctor = p.id AND ${today()} >= e.since AND ${today()} < e.until
		JOIN user_role a ON a.org_unit = e.org_unit AND a.role = ${quote(role)} AND a.person <> p.id
			AND ${today()} >= a.since AND ${today()} < a.until
		JOIN person v ON v.id = a.person
		JOIN credential k ON k.person = v.id
		WHERE (${where}) ORDER BY (SELECT COUNT(*) FROM course_curriculum k JOIN competency c ON c.curriculum = k.curriculum AND c.approver_rule = 'ALLE'
				LEFT JOIN approval_now n ON n.doctor = k.doctor AND n.competency = c.id
				WHERE k.doctor = p.id AND n.doctor IS NULL) < 16,
			(SELECT COUNT(*) FROM user_role o WHERE o.person IN (p.id, v.id)) > 2,
			(SELECT COUNT(*) FROM course_curriculum k JOIN competency c ON c.curriculum = k.curriculum AND c.approver_rule = 'ALLE'
				LEFT JOIN approval_now n ON n.doctor = k.doctor AND n.competency = c.id
				WHERE k.doctor = p.id AND n.doctor IS NULL) DESC, p.id LIMIT 1`);
	assert.ok(found, `no doctor where ${where} has a ${role}`);
	const [doctor, id, element, unit, approver] = found;
	const goals = sql(`SELECT c.id, c.number, c.title FROM course_curriculum k JOIN competency c ON c.curriculum = k.curriculum
		WHERE k.doctor = ${id} AND c.approver_rule = 'ALLE' AND NOT EXISTS (SELECT 1 FROM card_need q WHERE q.competency = c.id)
		AND NOT EXISTS (SELECT 1 FROM approval_now n WHERE n.doctor = ${id} AND n.competency = c.id)
		ORDER BY k.curriculum, c.position`).map(([goal, number, title]) => ({ id: Number(goal), number, title }));
	assert.ok(goals.length > 0, `${doctor} has nothing left to ask for`);
	return { doctor, id: Number(id), element: Number(element), unit: Number(unit), goals, approver, role };
}

/* The logbook that the long tests work in: one list, a secretariat, and a department with another
 * doctor and a UAO who is UAO there alone. */
export const work_book = () => logbook(`(SELECT COUNT(*) FROM course_curriculum k WHERE k.doctor = p.id) = 1
	AND EXISTS (SELECT 1 FROM user_role u WHERE u.org_unit = e.org_unit AND u.role = 'UAO' AND u.person <> p.id
		AND ${today()} >= u.since AND ${today()} < u.until
		AND (SELECT COUNT(*) FROM user_role o WHERE o.person = u.person AND o.role = 'UAO') = 1)
	AND EXISTS (SELECT 1 FROM element o JOIN credential oc ON oc.person = o.doctor
		WHERE o.org_unit = e.org_unit AND o.doctor <> p.id AND ${today()} >= o.since AND ${today()} < o.until)
	AND EXISTS (SELECT 1 FROM training_course t JOIN user_role o ON o.region = t.region AND o.role = 'VUS' WHERE t.doctor = p.id)`);

/* Asks, through the page; the id of the request. */
export async function ask(browser, book, goal, fields = {}) {
	const at = `/logbog/kompetencer/${goal.id}`;
	const page = await browser.submit(`${at}/anmod`, { element: book.element, ...fields }, { from: at });
	assert.match(page.text, /Du har anmodet om godkendelse/, page.brief);
	return Number(one(`SELECT approval FROM approval_now WHERE doctor = ${book.id} AND competency = ${goal.id}`));
}

/* How many rows the story of that goal has. */
export const steps = (book, goal) => count(`approval WHERE doctor = ${book.id} AND competency = ${goal.id}`);
export const status = (book, goal) => one(`SELECT status FROM approval_now WHERE doctor = ${book.id} AND competency = ${goal.id}`);
