// SPDX-License-Identifier: MPL-2.0
//
// The chain a second time: keyed BLAKE2b-256 (RFC 7693) and the hashes of links and heads, as
// cgi/data/chain.c and hashing_add say them, and nothing of their code.
const M = (1n << 64n) - 1n;
const IV = [0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n,
	0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n];
const SIGMA = ['0123456789abcdef', 'ea489fd61c02b753', 'b8c052fdae367194', '7931dcbe265a40f8', '905724afe1bc683d',
	'2c6a0b834d75fe19', 'c51fed4a0763928b', 'db7ec13950f4862a', '6fe9b308c2d714a5', 'a2847615fb9e3cd0']
	.map((s) => [...s].map((c) => parseInt(c, 16)));
const LANES = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15],
	[0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]];
const turn = (x, n) => (x >> n | x << (64n - n)) & M;

function mix(v, [a, b, c, d], x, y) {
	v[a] = v[a] + v[b] + x & M;
	v[d] = turn(v[d] ^ v[a], 32n);
	v[c] = v[c] + v[d] & M;
	v[b] = turn(v[b] ^ v[c], 24n);
	v[a] = v[a] + v[b] + y & M;
	v[d] = turn(v[d] ^ v[a], 16n);
	v[c] = v[c] + v[d] & M;
	v[b] = turn(v[b] ^ v[c], 63n);
}
function compress(h, block, counted, last) {
	const v = [...h, ...IV];
	v[12] ^= BigInt(counted);
	if (last)
		v[14] ^= M;
	for (let round = 0; round < 12; round++)
		LANES.forEach((lane, i) => mix(v, lane, block.readBigUInt64LE(8 * SIGMA[round % 10][2 * i]),
			block.readBigUInt64LE(8 * SIGMA[round % 10][2 * i + 1])));
	h.forEach((_, i) => { h[i] ^= v[i] ^ v[i + 8]; });
}
export function blake2b(input, bytes, key = Buffer.alloc(0)) {
	const all = key.length > 0 ? Buffer.concat([key, Buffer.alloc(128 - key.length), input]) : input;
	const h = [...IV];
	h[0] ^= 0x01010000n ^ BigInt(key.length << 8) ^ BigInt(bytes);
	for (let at = 0; at === 0 || at < all.length; at += 128) {
		const block = Buffer.alloc(128);
		all.copy(block, 0, at, at + 128);
		compress(h, block, Math.min(at + 128, all.length), at + 128 >= all.length);
	}
	const out = Buffer.alloc(64);
	h.forEach((word, i) => out.writeBigUInt64LE(word, 8 * i));
	return out.subarray(0, bytes);
}

// --- pieces ---------------------------------------------------------------------------------

const piece = (bytes) => {
	const length = Buffer.alloc(8);
	length.writeBigUInt64LE(BigInt(bytes.length));
	return Buffer.concat([length, bytes]);
};
const number = (n) => {
	const bytes = Buffer.alloc(8);
	bytes.writeBigInt64LE(BigInt(n));
	return piece(bytes);
};
const word = (s) => piece(Buffer.from(s));

/* The columns in their order; ? may be NULL. */
const shapes = {
	APPROVAL: 'id number, doctor number, competency number, step number, status bytes, kind bytes, element number?, ' +
		'org_unit number?, merit number?, rating number?, words bytes?, given_by number, by_name bytes, ' +
		'as_role bytes, place bytes, at moment',
	MERIT: 'id number, doctor number, note bytes?, letter number?, letter_sha256 bytes?, region number, once bytes, ' +
		'given_by number, by_name bytes, as_role bytes, place bytes, at moment',
	ATTESTATION: 'id number, doctor number, element number, kind bytes, step number, status bytes, basis bytes, ' +
		'org_unit number, words bytes?, paper number?, paper_sha256 bytes?, paper_signer bytes?, paper_title ' +
		'bytes?, paper_signed day, doctor_name bytes?, auth_id bytes?, stage bytes?, specialty bytes?, ' +
		'course_number bytes?, position_no bytes?, unit_place bytes?, unit_code bytes?, since day, until day, ' +
		'fraction number?, absence_days number?, absence_limit number?, absence_kinds bytes?, prolonged ' +
		'bytes?, exception number?, goals bytes?, statement bytes?, given_by number, by_name bytes, as_role ' +
		'bytes, place bytes, at moment',
	COURSE: 'id number, doctor number, course number, step number, status bytes, kind bytes, run number?, absent number?, ' +
		'held_on day?, file number?, file_sha256 bytes?, region number?, org_unit number?, words bytes?, ' +
		'given_by number, by_name bytes, as_role bytes, place bytes, at moment',
	EMPLOYMENT: 'id number, doctor number, list bytes, sha256 bytes, once bytes, given_by number, by_name bytes, ' +
		'as_role bytes, place bytes, at moment',
};
/* The kinds that are known here. */
export const kinds = Object.keys(shapes);
export const columns = (kind) => shapes[kind].split(', ').map((c) => {
	const [name, type] = c.split(' ');
	return { name, type: type.replace('?', ''), nullable: type.endsWith('?') };
});

/* value is a Buffer (bytes), a number or digits (seconds for a moment, days since 1970 for a day), or null. */
function column({ name, type, nullable }, value) {
	if (type === 'bytes')
		return [word(name), number(value === null ? 1 : 0), piece(value ?? Buffer.alloc(0))];
	if (type === 'day')
		return [word(name), number(value ?? -(2n ** 63n))];
	if (type === 'moment')
		return [word(name), number(value)];
	if (nullable && value === null)
		return [word(name), number(1)];
	return [word(name), ...nullable ? [number(0)] : [], number(value)];
}

/* A row is { id, doctor, … } in those values. */
export function link_hash(key, doctor, n, kind, previous, row) {
	return blake2b(Buffer.concat([word('link'), number(doctor), number(n), word(kind), piece(previous),
		...columns(kind).flatMap((c) => column(c, row[c.name]))]), 32, key);
}
export const head_seal = (key, doctor, n, end) =>
	blake2b(Buffer.concat([word('head'), number(doctor), number(n), piece(end)]), 32, key);
