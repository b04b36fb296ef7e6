// SPDX-License-Identifier: MPL-2.0
//
// node routes.mjs B: each route of the programs in B has its line in tests/permissions.tsv, and
// each line there its route, with the permission that it says.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { permissions } from './table.mjs';

const b = process.argv[2], here = path.dirname(fileURLToPath(import.meta.url));
const table = permissions(path.join(here, '../permissions.tsv'));
const has = new Map(table.rows.map((r) => [`${r.method} ${r.path}`, r]));

for (const name of ['login', 'journal', 'approve', 'course', 'office', 'export', 'import', 'evaluate', 'verify']) {
	const lines = execFileSync(path.join(b, 'bin', `logbook-${name}`), ['--routes'], { encoding: 'utf8' }).trim().split('\n');
	for (const line of lines) {
		const [method, at, needs, kind] = line.split('\t'), key = `${method} ${at}`, row = has.get(key);
		has.delete(key);
		if (!row)
			console.log(`FAILED ${name}: ${key} (${kind}, ${needs}) has no line in tests/permissions.tsv`);
		else if (row.needs !== needs)
			console.log(`FAILED ${name}: ${key} needs ${needs}, tests/permissions.tsv says ${row.needs}`);
		else
			console.log(`ok ${name}: ${key}`);
	}
}
for (const key of has.keys())
	console.log(`FAILED ${key} is in tests/permissions.tsv, and no program has it`);
