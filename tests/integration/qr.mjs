// SPDX-License-Identifier: MPL-2.0
//
// Reads a QR code drawn as runs of one module's height: versions 1 to 6, level M, one text of bytes, not
// damaged.  For the tests alone, and written after ISO/IEC 18004 and nothing of ours.

/* The dark modules of the drawing, without the quiet zone: dark(x, y). */
function modules(svg) {
	const size = Number(/viewBox="0 0 (\d+)/.exec(svg)[1]) - 8, dark = new Set();
	for (const [, x, y, n] of svg.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="1"/g))
		for (let i = 0; i < Number(n); i++)
			dark.add(`${Number(x) + i - 4},${Number(y) - 4}`);
	return { size, dark: (x, y) => dark.has(`${x},${y}`) ? 1 : 0 };
}

const masks = [(x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => ((x / 3 | 0) + (y / 2 | 0)) % 2,
	(x, y) => x * y % 2 + x * y % 3, (x, y) => (x * y % 2 + x * y % 3) % 2, (x, y) => ((x + y) % 2 + x * y % 3) % 2];
/* Blocks and bytes of data in each, for level M. */
const blocks = [null, [1, 16], [1, 28], [1, 44], [2, 32], [2, 43], [4, 27]];

function is_pattern(x, y, size) {
	const c = size - 7, near = size > 21 && Math.abs(x - c) <= 2 && Math.abs(y - c) <= 2;
	return x === 6 || y === 6 || (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8) || near;
}

export function read_qr(svg) {
	const { size, dark } = modules(svg), [n, each] = blocks[(size - 17) / 4];
	let format = 0;
	for (let i = 0; i < 15; i++)
		format |= (i < 6 ? dark(8, i) : i < 8 ? dark(8, i + 1) : i === 8 ? dark(7, 8) : dark(14 - i, 8)) << i;
	const data = (format ^ 0x5412) >> 10, mask = masks[data & 7], bits = [];
	if (data >> 3 !== 0)
		throw new Error('not level M');
	for (let right = size - 1; right >= 1; right -= 2) {
		if (right === 6)
			right = 5;
		for (let i = 0; i < size; i++)
			for (const x of [right, right - 1]) {
				const y = ((right + 1) & 2) === 0 ? size - 1 - i : i;
				if (!is_pattern(x, y, size))
					bits.push(dark(x, y) ^ (mask(x, y) === 0 ? 1 : 0));
			}
	}
	const byte = (i) => bits.slice(8 * i, 8 * i + 8).reduce((a, b) => a << 1 | b, 0);
	const all = Array.from({ length: n * each }, (_, k) => byte((k % each) * n + Math.floor(k / each)));
	const stream = all.flatMap((b) => [7, 6, 5, 4, 3, 2, 1, 0].map((k) => b >> k & 1));
	const take = (from, many) => stream.slice(from, from + many).reduce((a, b) => a << 1 | b, 0);
	if (take(0, 4) !== 4)
		throw new Error('not bytes');
	return Buffer.from(Array.from({ length: take(4, 8) }, (_, i) => take(12 + 8 * i, 8))).toString();
}
