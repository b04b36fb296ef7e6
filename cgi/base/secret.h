/* SPDX-License-Identifier: MPL-2.0
 *
 * Everything that is random, hashed, sealed or compared in constant time; libsodium does
 * the work.  Keys are files of 32 random bytes outside the database:
 *
 *   cpr.find   finds a person by CPR number: the keyed hash in person.cpr_find
 *   cpr.seal   seals and opens CPR numbers (secretbox: XSalsa20-Poly1305)
 *   chain      the chains over what was added to logbooks
 *   mail       seals the texts of mails and messages until they are sent
 *   guess      hides accounts and addresses in the table of wrong guesses; one-time codes
 *
 * A program reads only the keys it needs; in production each key file is readable by the
 * Unix users that need it and no others.
 */
#ifndef SECRET_H
#define SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "text.h"

enum { KEY_BYTES = 32, HASH_BYTES = 32, TOKEN_BYTES = 32 };

enum secret_key { KEY_CPR_FIND, KEY_CPR_SEAL, KEY_CHAIN, KEY_GUESS, KEY_MAIL, KEYS };

struct hash {
	unsigned char bytes[HASH_BYTES];
};

/* A secret that a browser keeps: 32 random bytes, as 43 characters of base64url. */
struct token {
	char text[44];
};

/* Starts libsodium and says where the key files lie; keys are read at first use, and one
 * that cannot be read ends the process with its name. */
void secret_open(const char *folder);
/* Makes every key file that is missing in the folder (mode 0600, never overwritten). */
void secret_make_keys(const char *folder);

void secret_random(void *, size_t n);
struct token token_make(void);
/* Is it 43 characters of base64url? */
bool token_is_well_formed(const char *);
/* What the database keeps of a token: BLAKE2b-256.  A token is random, so no key is needed. */
struct hash token_hash(const char *token);
/* A value that only who knows the token can make, for one purpose ("csrf"). */
struct hash token_derive(const char *token, const char *purpose);

/* BLAKE2b-256 with a key; SHA-256 of bytes (files). */
struct hash hash_keyed(enum secret_key, const void *, size_t n);
struct hash hash_sha256(const void *, size_t n);
struct bytes hash_bytes(const struct hash *); /* borrowed */
/* 64 hex digits. */
const char *hash_hex(struct arena *, const unsigned char bytes[HASH_BYTES]);
/* Takes as long for equal as for unequal. */
bool secret_equal(const void *, const void *, size_t n);

/* A hash that is built piece by piece: each piece goes in with its length before it, so that
 * "ab" + "c" and "a" + "bc" differ. */
struct hashing {
	_Alignas(64) unsigned char state[384]; /* libsodium's, looked into by secret.c alone */
};
void hashing_begin(struct hashing *, enum secret_key);
void hashing_add(struct hashing *, const void *, size_t n);
struct hash hashing_end(struct hashing *);

/* SHA-256 of what comes piece by piece, as if it were one. */
void sha256_begin(struct hashing *);
void sha256_add(struct hashing *, const void *, size_t n);
struct hash sha256_end(struct hashing *);

/* argon2id (libsodium), tuned: 2 passes over 19 MiB, about 25 ms on one core of 2023, the
 * OWASP minimum for argon2id; the figures stand in the string itself, so that they can be
 * raised later.  The answer lives in the arena. */
const char *password_hash(struct arena *, const char *password);
bool password_is(const char *stored, const char *password);
/* Spends as long as password_is on a password that is none: for accounts that do not exist. */
void password_waste(const char *password);

/* secretbox with the seal key, random nonce before the box. */
struct bytes secret_seal(struct arena *, enum secret_key, struct bytes);
/* .at is NULL when it was tampered with or sealed under another key. */
struct bytes secret_open_sealed(struct arena *, enum secret_key, struct bytes);
/* The same under a key that only who has the token can make. */
struct bytes token_seal(struct arena *, const char *token, struct bytes);
struct bytes token_open_sealed(struct arena *, const char *token, struct bytes);

#endif
