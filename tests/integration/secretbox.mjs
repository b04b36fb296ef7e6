// SPDX-License-Identifier: MPL-2.0
//
// crypto_secretbox (XSalsa20-Poly1305), written from its specification: what the pages seal an
// uploaded file with, so that a test can lay one in the database without going through them.
import crypto from 'node:crypto';

const rotl = (x, n) => (x << n) | (x >>> (32 - n));
const words = (b) => Array.from({ length: b.length / 4 }, (_, i) => b.readUInt32LE(4 * i));
const sigma = words(Buffer.from('expand 32-byte k'));

function rounds(x) {
	const q = (a, b, c, d) => {
		x[b] ^= rotl((x[a] + x[d]) | 0, 7); x[c] ^= rotl((x[b] + x[a]) | 0, 9);
		x[d] ^= rotl((x[c] + x[b]) | 0, 13); x[a] ^= rotl((x[d] + x[c]) | 0, 18);
	};
	for (let i = 0; i < 10; i++) {
		q(0, 4, 8, 12); q(5, 9, 13, 1); q(10, 14, 2, 6); q(15, 3, 7, 11);
		q(0, 1, 2, 3); q(5, 6, 7, 4); q(10, 11, 8, 9); q(15, 12, 13, 14);
	}
	return x;
}

const state = (k, n) => [sigma[0], k[0], k[1], k[2], k[3], sigma[1], n[0], n[1], n[2], n[3], sigma[2], k[4], k[5], k[6], k[7], sigma[3]];

function bytes(list) {
	const out = Buffer.alloc(4 * list.length);
	list.forEach((w, i) => out.writeUInt32LE(w >>> 0, 4 * i));
	return out;
}

function hsalsa20(key, nonce) {
	const x = rounds(state(words(key), words(nonce)));
	return bytes([0, 5, 10, 15, 6, 7, 8, 9].map((i) => x[i]));
}

function salsa20(key, nonce, n) {
	const k = words(key), [a, b] = words(nonce), out = [];
	for (let i = 0; i * 64 < n; i++) {
		const s = state(k, [a, b, i, 0]), x = rounds([...s]);
		out.push(bytes(x.map((w, j) => (w + s[j]) | 0)));
	}
	return Buffer.concat(out).subarray(0, n);
}

function poly1305(key, message) {
	const little = (b) => BigInt('0x' + (Buffer.from(b).reverse().toString('hex') || '0'));
	const r = little(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn, p = (1n << 130n) - 5n;
	let h = 0n;
	for (let i = 0; i < message.length; i += 16) {
		const part = message.subarray(i, i + 16);
		h = (h + little(part) + (1n << BigInt(8 * part.length))) * r % p;
	}
	const tag = (h + little(key.subarray(16, 32))) & ((1n << 128n) - 1n);
	return Buffer.from(tag.toString(16).padStart(32, '0'), 'hex').reverse();
}

/* As base/secret.c seals: a random nonce before the box. */
export function seal(key, plain) {
	const nonce = crypto.randomBytes(24), sub = hsalsa20(key, nonce.subarray(0, 16));
	const stream = salsa20(sub, nonce.subarray(16), 32 + plain.length), sealed = Buffer.alloc(plain.length);
	for (let i = 0; i < plain.length; i++)
		sealed[i] = plain[i] ^ stream[32 + i];
	return Buffer.concat([nonce, poly1305(stream.subarray(0, 32), sealed), sealed]);
}
