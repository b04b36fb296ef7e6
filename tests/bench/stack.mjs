// SPDX-License-Identifier: MPL-2.0
//
// The stack that is measured: its database, people who log in, and the two loads.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const stack = Object.fromEntries(fs.readFileSync(path.join(process.env.STACK, 'stack.env'), 'utf8')
	.trim().split('\n').map(line => line.split(/=(.*)/s)));

/* Rows of what the database's owner asks, each an array of texts. */
export function sql(statement) {
	const out = execFileSync('mariadb', ['--no-defaults', `--socket=${stack.SOCKET}`, '--batch', '--skip-column-names',
		'--default-character-set=utf8mb4', stack.DATABASE, '-e', statement], { encoding: 'utf8', maxBuffer: 1 << 26 });
	return out.split('\n').filter(line => line !== '').map(line => line.split('\t'));
}
export const column = statement => sql(statement).map(row => row[0]);
export const one = statement => sql(statement)[0]?.[0];

export const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

// --- people -------------------------------------------------------------------------------------

/* Somebody who is logged in. */
export class Somebody {
	cookies = new Map();

	/* On a connection of its own: while a load runs, nobody would see that one was closed. */
	async ask(address, options = {}) {
		const answer = await fetch(stack.URL + address, { redirect: 'manual', ...options,
			headers: { cookie: this.cookie, connection: 'close', ...options.headers } });
		for (const set of answer.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
			this.cookies.set(name, value);
		}
		this.status = answer.status;
		this.location = answer.headers.get('location');
		this.page = await answer.text();
		// the proof that forms hold; it stays good while the session does
		this.token = /name="formular" value="([^"]*)"/.exec(this.page)?.[1] ?? this.token;
		return this;
	}

	post(address, fields) {
		return this.ask(address, { method: 'POST', body: new URLSearchParams({ formular: this.token, ...fields }) });
	}

	get cookie() {
		return [...this.cookies].map(c => c.join('=')).join('; ');
	}
}

/* A person with a password, logged in through the pages as anybody would. */
export async function log_in(id) {
	const [email, word] = sql(`INSERT INTO credential (person, password, role)
		SELECT ${id}, hash, ${id} FROM bench_password ON DUPLICATE KEY UPDATE password = hash, role = ${id};
		SELECT email, word FROM person, bench_password WHERE id = ${id}`)[0];
	const who = Object.assign(new Somebody(), { id });
	await who.ask('/adgang/log-ind');
	await who.post('/adgang/log-ind', { email, password: word });
	await who.ask('/adgang/kode');
	await who.post('/adgang/kode', { code: /id="demo-code">(\d{6})</.exec(who.page)?.[1] ?? '' });
	if (who.status !== 303)
		throw new Error(`person ${id} could not log in: ${who.status}`);
	return who;
}

// --- loads --------------------------------------------------------------------------------------

/* One line of the load's input; fields make it a POST. */
export const request = (who, address, fields) => fields === undefined ? `GET ${address} ${who.cookie.replaceAll('; ', ';')}`
	: `POST ${address} ${who.cookie.replaceAll('; ', ';')} ${new URLSearchParams(fields)}`;

/* Requests at a constant rate; milliseconds from the moment each was meant to be sent. */
export function load(requests, rate, seconds) {
	const out = execFileSync(path.join(stack.B, 'bench/load'), [stack.PORT, `${rate}`, `${seconds}`],
		{ input: requests.join('\n') + '\n', encoding: 'utf8' });
	const said = Object.fromEntries(out.trim().split(' ').map(p => p.split(/[=:]/)));
	// whoever asks only for pages is led nowhere: 303 would be the way to the login
	const bad = Number(said.bad) + (requests.every(r => r.startsWith('GET ')) ? Number(said['303'] ?? 0) : 0);
	return { n: Number(said.n), bad, mid: Number(said.mid), p99: Number(said.p99), max: Number(said.max),
		bytes: Number(said.bytes), text: out.trim() };
}

/* Pages a second that wrk gets with four connections. */
export function wrk(requests, seconds, zipped = false) {
	const script = path.join(process.env.STACK, 'tmp/wrk.lua');
	if (load(requests, 200, 0).bad > 0)
		throw new Error('these requests have no pages');
	const lines = requests.map(r => r.split(' ')).map(([, address, cookie]) =>
		`\twrk.format("GET", "${address}", { Cookie = "${cookie}"${zipped ? ', ["Accept-Encoding"] = "gzip"' : ''} }),`);
	fs.writeFileSync(script, `local threads, at = 0, 0
function setup(thread) thread:set("at", threads * 7) threads = threads + 1 end
function init()
	all = {
${lines.join('\n')}
	}
end
function request() at = at + 1 return all[at % #all + 1] end
`);
	const out = execFileSync('wrk', ['-t2', '-c4', `-d${seconds}s`, '-s', script, stack.URL], { encoding: 'utf8' });
	if (/Non-2xx|Socket errors/.test(out))
		throw new Error(`wrk met errors:\n${out}`);
	return Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]);
}

// --- what the servers counted -------------------------------------------------------------------

/* Statements and round trips that one request makes, the middle of twenty. */
export async function statements(who, address) {
	const count = () => Object.fromEntries(sql("SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_stmt_execute', 'Questions')"));
	const runs = 20;
	await who.ask(address);
	const before = count();
	for (let i = 0; i < runs; i++)
		await who.ask(address);
	const after = count();
	return { executed: Math.round((after.Com_stmt_execute - before.Com_stmt_execute) / runs),
		trips: Math.round((after.Questions - before.Questions - 1) / runs) };
}

/* Megabytes resident, of each worker of a program. */
export const resident = program => of_workers(program, 'VmRSS');
/* The same, the most that it ever was. */
export const highest = program => of_workers(program, 'VmHWM');

function of_workers(program, what) {
	const run = path.join(process.env.STACK, 'run');
	const main = fs.readFileSync(path.join(run, `${program}.main`), 'utf8').trim();
	return fs.readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(/\s+/).map(id =>
		Number(new RegExp(`${what}:\\s+(\\d+)`).exec(fs.readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024);
}
