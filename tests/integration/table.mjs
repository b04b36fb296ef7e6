// SPDX-License-Identifier: MPL-2.0
//
// Tables of cases: lines of fields parted by tabs; "#" begins a remark.
import fs from 'node:fs';

export const lines = (name) => fs.readFileSync(name, 'utf8').split('\n')
	.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));

/* tests/permissions.tsv: its first line names the columns. */
export function permissions(name) {
	const [columns, ...rest] = lines(name);
	return { columns: columns.slice(3, -1), rows: rest.map((cells) => {
		if (cells.length !== columns.length)
			throw new Error(`${name}: ${cells.slice(0, 2).join(' ')} has ${cells.length} fields, not ${columns.length}`);
		const [method, path, needs] = cells;
		return { method, path, needs, expected: cells.slice(3, -1).map(Number), outside: cells.at(-1) };
	}) };
}
