// SPDX-License-Identifier: MPL-2.0
//
// STACK=DIR node bench.mjs OUT: the measurements of product.md ("Speed") against the stack that
// is up in DIR; a table in Markdown on standard output and in OUT/result.md.  With a further
// argument, small: only what is to be held against the same with ten times the data.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { explain, known } from './explain.mjs';
import * as p from './pages.mjs';
import { highest, load, median, one, request, resident, sql, stack, statements, wrk } from './stack.mjs';

const out = process.argv[2], small = path.join(out, 'small.json'), quick = process.env.BENCH_QUICK === '1';
const TURNS = quick ? 1 : 5, SECONDS = quick ? 2 : 6, LONG = quick ? 3 : 20;
const rows = [];

// --- the table ----------------------------------------------------------------------------------

const ms = x => `${x.toFixed(x < 10 ? 1 : 0)} ms`;
function row(what, target, measured, ratio, met) {
	const text = `| ${what} | ${target} | ${measured} | ${ratio ?? ''} | ${met === undefined ? '' : met ? 'yes' : '**no**'} |`;
	rows.push({ text, met });
	console.log(text);
}
const head = '| what | target | measured | ratio | met? |\n|---|---|---|---|---|';

const times = r => `p99 ${ms(r.p99)}, median ${ms(r.mid)}, longest ${ms(r.max)}${r.bad > 0 ? `, **${r.bad} of ${r.n} failed** (${r.text})` : ''}`;

/* A page at a constant rate, against a limit of its p99; no limit, no target. */
function paced(what, requests, rate, limit, seconds = SECONDS) {
	const target = limit === undefined ? `at ${rate}/s` : `p99 < ${limit} ms at ${rate}/s`;
	if (requests.length === 0) {
		row(what, target, 'nothing to ask for', '', false);
		return;
	}
	load(requests, rate, 1);
	const r = load(requests, rate, seconds);
	row(what, target, times(r), '', limit === undefined ? undefined : r.p99 < limit && r.bad === 0);
}

// --- what is measured ---------------------------------------------------------------------------

const all = await p.everybody();
const programs = stack.PROGRAMS.split(',');

/* Several ways in turn, so that what else the machine does meets them alike; the medians. */
function in_turn(ways) {
	const got = ways.map(() => []);
	for (let i = 0; i < TURNS; i++)
		ways.forEach((way, k) => got[k].push(way()));
	return got.map(median);
}

async function own_list() {
	const ours = p.own_list(all), floor = p.floor(all), kept = p.floor(all, 'kept/');
	load(ours, 100, 2);
	const [a, b, c, az, bz] = in_turn([() => wrk(ours, SECONDS), () => wrk(floor, SECONDS), () => wrk(kept, SECONDS),
		() => wrk(ours, SECONDS, true), () => wrk(floor, SECONDS, true)]);
	row('Kompetencer, own, 100 competencies: pages a second, 4 connections', 'at least the floor', `${a.toFixed(0)}/s, floor ${b.toFixed(0)}/s`, (a / b).toFixed(2), a >= b);
	row('the same, compressed', '', `${az.toFixed(0)}/s, floor ${bz.toFixed(0)}/s`, (az / bz).toFixed(2));
	row('the same beside a floor that keeps the list in the process', '', `${a.toFixed(0)}/s, floor ${c.toFixed(0)}/s`, (a / c).toFixed(2));
	row('the same beside Moodle 4.5\'s learning plan (at most 9.7/s)', '100 times', `${a.toFixed(0)}/s`, (a / 9.7).toFixed(0), a >= 970);
	paced('the same', ours, 200, 5, LONG);
	paced('(the floor)', floor, 200, undefined, LONG);
	const s = await statements(all.doctors[0], '/logbog/kompetencer');
	row('its statements', 'at most 4', `${s.executed}, in ${s.trips} round trips`, '', s.executed <= 4);
	const size = zip => Number(execFileSync('curl', ['-s', '-H', `Cookie: ${all.doctors[0].cookie}`, ...(zip ? ['-H', 'Accept-Encoding: gzip'] : []),
		'-o', '/dev/null', '-w', '%{size_download}', `${stack.URL}/logbog/kompetencer`], { encoding: 'utf8' }));
	row('its size', 'under 40 kB, compressed under 8 kB', `${(size(false) / 1e3).toFixed(1)} kB, compressed ${(size(true) / 1e3).toFixed(1)} kB`, '', size(false) < 40e3 && size(true) < 8e3);
}

function looked_at() {
	const looks = p.looks(all);
	const [a] = in_turn([() => wrk(looks, SECONDS)]);
	row('the same seen by a supervisor, recorded durably: pages a second', '', `${a.toFixed(0)}/s`);
	paced('the same', looks, 100, 20, SECONDS);
}

async function actions() {
	const rate = 20, requests = await p.approvals(all, rate * (quick ? 5 : LONG) + rate);
	load(requests.slice(0, rate), rate, 0);
	const r = load(requests.slice(rate), rate, 0), flush = one('SELECT @@innodb_flush_log_at_trx_commit');
	row('approve one competency, durable', `p99 < 15 ms at ${rate}/s`, times(r),
		'', r.p99 < 15 && r.bad === 0 && flush === '1');
	for (const [what, asked] of await p.searches(all))
		paced(`${what}, among ${one('SELECT COUNT(*) FROM person')}`, asked, 100, 20);
}

function papers() {
	const asked = ending => all.doctors.map(who => `GET /udskrift/kompetencer.${ending} ${who.cookie.replaceAll('; ', ';')}`);
	load(asked('pdf'), 5, 2);
	const pdf = load(asked('pdf'), 5, quick ? 3 : 10), xlsx = load(asked('xlsx'), 5, quick ? 3 : 6);
	row('PDF of 100 competencies with merit notes, through the running system', 'under 100 ms', `median ${ms(pdf.mid)}, p99 ${ms(pdf.p99)}, ${(pdf.bytes / 1e3).toFixed(0)} kB${pdf.bad > 0 ? `, **${pdf.bad} failed**` : ''}`, '', pdf.mid < 100 && pdf.bad === 0);
	const said = execFileSync(path.join(stack.B, 'bench/floor_pdf'), [quick ? '5' : '20'], { encoding: 'utf8' });
	const ratio = Number(/ratio ([\d.]+)/.exec(said)[1]);
	row('PDF of 100 competencies with 25 merit notes, beside bare pango', 'within 1.5', said.trim().replace(/^.*?: /, ''), ratio.toFixed(2), ratio <= 1.5);
	row('XLSX of 100 competencies, through the running system', '', `median ${ms(xlsx.mid)}, p99 ${ms(xlsx.p99)}${xlsx.bad > 0 ? `, **${xlsx.bad} failed**` : ''}`);
	const package_said = execFileSync(path.join(stack.B, 'bench/package_size'), { encoding: 'utf8' }).trim();
	const [, took, memory] = package_said.match(/: ([\d.]+) s of a processor.*memory (\d+) MB/).map(Number);
	row('package of a finished specialist, 40 attachments of 1 MB: PDF and ZIP', 'under 5 s and 200 MB', package_said.replace(/^.*?: /, ''), '', took < 5 && memory < 200);
	const s = Object.fromEntries(execFileSync(path.join(stack.B, 'bench/sheet'), { encoding: 'utf8' }).trim().split(' ').map(x => x.split('=')));
	row('XLSX of 25,000 doctors', 'within 1.5 of bare libxlsxwriter, under 64 MB', `${s.ms} ms and ${s.mb} MB, bare ${s.bare_ms} ms and ${s.bare_mb} MB`, (s.ms / s.bare_ms).toFixed(2), s.ms / s.bare_ms <= 1.5 && s.mb < 64);
}

/* The list of Brugere with all doctors in it, and the memory that the worker took at its highest;
 * last of all, since it grows the worker. */
async function everybodys_sheet() {
	const who = all.office[0];
	await who.ask('/sekretariat/brugere?rolle=UL');
	const r = load([request(who, '/udskrift/brugere.xlsx', { formular: who.token, rolle: 'UL', orden: 'navn' })], 1, 0), mb = Math.max(...highest('export'));
	row(`XLSX of ${one("SELECT COUNT(*) FROM user_role WHERE role = 'UL'")} doctors, the list of Brugere through the running system`, 'under 64 MB', `${ms(r.mid)}, ${(r.bytes / 1e6).toFixed(1)} MB sent, worker at most ${mb.toFixed(0)} MB, now ${Math.max(...resident('export')).toFixed(0)} MB${r.bad > 0 ? ', **failed**' : ''}`, '', mb < 64 && r.bad === 0);
}

/* Resident now, and after some thousand pages more. */
function memory() {
	const warm = Object.fromEntries(programs.map(name => [name, Math.max(...resident(name))]));
	const many = p.pages(all).flatMap(([, requests]) => requests), n = quick ? 2000 : 10000;
	load(many, 400, n / 400);
	wrk(p.own_list(all), quick ? 2 : 15);
	for (const name of programs) {
		const now = Math.max(...resident(name)), limit = name === 'export' ? 60 : 20;
		row(`memory of the largest worker of ${name}`, `under ${limit} MB, flat`, `${now.toFixed(1)} MB, ${warm[name].toFixed(1)} MB before the last ${n} pages`, (now / warm[name]).toFixed(2), now < limit && now < warm[name] * 1.1);
	}
}

/* The share of the processors that others used for two seconds, while we did nothing. */
function others() {
	const count = () => os.cpus().map(c => c.times).reduce((n, t) => [n[0] + t.idle, n[1] + t.user + t.sys + t.nice + t.irq], [0, 0]);
	const before = count();
	execFileSync('sleep', ['2']);
	const after = count(), busy = after[1] - before[1];
	return Math.round(100 * busy / (busy + after[0] - before[0]));
}

function machine() {
	const cpu = os.cpus();
	return `${cpu.length} cores, ${cpu[0].model.trim()}, ${(os.totalmem() / 2 ** 30).toFixed(0)} GB; MariaDB ${one('SELECT VERSION()')}, buffer pool ${one('SELECT @@innodb_buffer_pool_size DIV 1048576')} MB; ` +
		`others used ${others()} % of the processors just before. ${one("SELECT COUNT(*) FROM user_role WHERE role = 'UL'")} doctors, ${one('SELECT COUNT(*) FROM person')} people, ${one('SELECT COUNT(*) FROM approval')} rows of approvals; the chain of the bulk rows is not made.`;
}

/* The middle of the medians of one person's pages, in milliseconds. */
function one_persons() {
	const some = p.pages(all).filter(([what]) => /own|a doctor's|Oversigt|One user|One request/.test(what));
	return Object.fromEntries([['Kompetencer, own', p.own_list(all)], ['Kompetencer, a doctor\'s (recorded)', p.looks(all)], ...some].map(([what, requests]) => {
		load(requests, 100, 1);
		return [what, median([1, 2, 3].map(() => load(requests, 100, quick ? 1 : 2).mid))];
	}));
}

function growth() {
	if (!fs.existsSync(small))
		return;
	const before = JSON.parse(fs.readFileSync(small, 'utf8')), now = one_persons();
	const ratios = Object.keys(now).map(what => [now[what] / before[what], what]).sort((a, b) => b[0] - a[0]);
	row('growth: ten times the data, the page of one person that suffers most', 'within 1.5', `${ratios[0][1]}: ${ms(before[ratios[0][1]])} → ${ms(now[ratios[0][1]])}; the middle of all ${median(ratios.map(r => r[0])).toFixed(2)}`,
		ratios[0][0].toFixed(2), ratios[0][0] <= 1.5);
}

if (process.argv[3] === 'small') {
	fs.writeFileSync(small, JSON.stringify(one_persons()));
	process.exit(0);
}
const intro = machine();
console.log(`${intro}\n\n${head}`);
await own_list();
looked_at();
for (const [what, requests] of p.pages(all))
	paced(what, requests, 100, 20, quick ? 2 : 4);
await actions();
papers();
memory();
growth();
await everybodys_sheet();
const slow = explain(all, path.join(out, 'explain.txt'));
row('statements that read a table whole or sort more than 1,000 rows', 'none', slow.length === 0 ? `none but what explain.mjs lets: ${Object.keys(known).join(', ')}` : slow.join('; '), '', slow.length === 0);
const end = `\nOthers used ${others()} % of the processors just after.`;
console.log(end);
fs.writeFileSync(path.join(out, 'result.md'), `${intro}\n\n${head}\n${rows.map(r => r.text).join('\n')}\n${end}\n`);
