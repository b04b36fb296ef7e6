/* SPDX-License-Identifier: MPL-2.0 */
#include "secret.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"

static const char *const key_names[KEYS] = {
	[KEY_CPR_FIND] = "cpr.find",
	[KEY_CPR_SEAL] = "cpr.seal",
	[KEY_CHAIN] = "chain",
	[KEY_GUESS] = "guess",
	[KEY_MAIL] = "mail",
};

static const char *key_folder;
static struct {
	bool read;
	unsigned char bytes[KEY_BYTES];
} keys[KEYS];

void
secret_open(const char *folder)
{
	if (sodium_init() < 0)
		fatal("libsodium does not start");
	key_folder = folder;
}

static void
key_path(char path[512], const char *folder, enum secret_key k)
{
	int n = snprintf(path, 512, "%s/%s", folder, key_names[k]);

	if (n < 0 || n >= 512)
		fatal("the folder of the keys has too long a name");
}

static const unsigned char *
key_of(enum secret_key k)
{
	unsigned char bytes[KEY_BYTES + 1]; /* one more, to see that there is no more */
	char path[512];
	ssize_t n;
	int fd;

	if (keys[k].read)
		return keys[k].bytes;
	key_path(path, key_folder, k);
	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		fatal("key file %s: %s", path, strerror(errno));
	n = read(fd, bytes, sizeof bytes);
	close(fd);
	if (n != KEY_BYTES)
		fatal("key file %s does not hold %d bytes", path, KEY_BYTES);
	memcpy(keys[k].bytes, bytes, KEY_BYTES);
	sodium_memzero(bytes, sizeof bytes);
	keys[k].read = true;
	return keys[k].bytes;
}

static void
make_key(const char *folder, enum secret_key k)
{
	unsigned char bytes[KEY_BYTES];
	char path[512];
	int fd;

	key_path(path, folder, k);
	if ((fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) == -1) {
		if (errno == EEXIST)
			return;
		fatal("key file %s: %s", path, strerror(errno));
	}
	randombytes_buf(bytes, sizeof bytes);
	if (write(fd, bytes, sizeof bytes) != (ssize_t)sizeof bytes || fsync(fd) != 0) {
		unlink(path);
		fatal("key file %s cannot be written: %s", path, strerror(errno));
	}
	close(fd);
	sodium_memzero(bytes, sizeof bytes);
}

void
secret_make_keys(const char *folder)
{
	if (sodium_init() < 0)
		fatal("libsodium does not start");
	if (mkdir(folder, 0700) == -1 && errno != EEXIST)
		fatal("folder of the keys %s: %s", folder, strerror(errno));
	for (enum secret_key k = 0; k < KEYS; k++)
		make_key(folder, k);
}

void
secret_random(void *p, size_t n)
{
	randombytes_buf(p, n);
}

struct token
token_make(void)
{
	unsigned char bytes[TOKEN_BYTES];
	struct token t;

	randombytes_buf(bytes, sizeof bytes);
	sodium_bin2base64(
	    t.text, sizeof t.text, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	sodium_memzero(bytes, sizeof bytes);
	return t;
}

bool
token_is_well_formed(const char *s)
{
	return s != NULL && strlen(s) == sizeof((struct token *)0)->text - 1 &&
	    strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
	    strlen(s);
}

struct hash
token_hash(const char *token)
{
	struct hash h;

	crypto_generichash(
	    h.bytes, sizeof h.bytes, (const unsigned char *)token, strlen(token), NULL, 0);
	return h;
}

struct hash
token_derive(const char *token, const char *purpose)
{
	struct hash h;

	if (!token_is_well_formed(token))
		fatal("a value of \"%s\" was asked of what is no token", purpose);
	/* Keyed by the token itself: its stored hash is not enough to make the value. */
	crypto_generichash(h.bytes, sizeof h.bytes, (const unsigned char *)purpose, strlen(purpose),
	    (const unsigned char *)token, strlen(token));
	return h;
}

struct hash
hash_keyed(enum secret_key k, const void *p, size_t n)
{
	struct hash h;

	crypto_generichash(h.bytes, sizeof h.bytes, p, n, key_of(k), KEY_BYTES);
	return h;
}

struct hash
hash_sha256(const void *p, size_t n)
{
	struct hash h;

	crypto_hash_sha256(h.bytes, p, n);
	return h;
}

static crypto_hash_sha256_state *
sha256_state(struct hashing *h)
{
	_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof h->state, "it fits");
	return (crypto_hash_sha256_state *)(void *)h->state;
}

void
sha256_begin(struct hashing *h)
{
	crypto_hash_sha256_init(sha256_state(h));
}

void
sha256_add(struct hashing *h, const void *p, size_t n)
{
	crypto_hash_sha256_update(sha256_state(h), p, n);
}

struct hash
sha256_end(struct hashing *h)
{
	struct hash hash;

	crypto_hash_sha256_final(sha256_state(h), hash.bytes);
	return hash;
}

struct bytes
hash_bytes(const struct hash *h)
{
	return (struct bytes){ h->bytes, sizeof h->bytes };
}

const char *
hash_hex(struct arena *a, const unsigned char bytes[HASH_BYTES])
{
	char *hex = arena_take(a, HASH_BYTES * 2 + 1);

	return sodium_bin2hex(hex, HASH_BYTES * 2 + 1, bytes, HASH_BYTES);
}

bool
secret_equal(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

_Static_assert(sizeof(crypto_generichash_state) <= sizeof(((struct hashing *)0)->state),
    "libsodium's state has grown");

static crypto_generichash_state *
state_of(struct hashing *h)
{
	return (crypto_generichash_state *)(void *)h->state;
}

void
hashing_begin(struct hashing *h, enum secret_key k)
{
	crypto_generichash_init(state_of(h), key_of(k), KEY_BYTES, HASH_BYTES);
}

void
hashing_add(struct hashing *h, const void *p, size_t n)
{
	unsigned char length[8];

	for (size_t i = 0; i < sizeof length; i++)
		length[i] = (unsigned char)((uint64_t)n >> (8 * i));
	crypto_generichash_update(state_of(h), length, sizeof length);
	if (n > 0)
		crypto_generichash_update(state_of(h), p, n);
}

struct hash
hashing_end(struct hashing *h)
{
	struct hash out;

	crypto_generichash_final(state_of(h), out.bytes, sizeof out.bytes);
	return out;
}

enum { PASSES = 2, MEMORY = 19 * 1024 * 1024 };

const char *
password_hash(struct arena *a, const char *password)
{
	char *out = arena_take(a, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str_alg(
	        out, password, strlen(password), PASSES, MEMORY, crypto_pwhash_ALG_ARGON2ID13) != 0)
		fatal("no memory for hashing a password");
	return out;
}

bool
password_is(const char *stored, const char *password)
{
	return crypto_pwhash_str_verify(stored, password, strlen(password)) == 0;
}

void
password_waste(const char *password)
{
	char out[crypto_pwhash_STRBYTES];

	if (crypto_pwhash_str_alg(
	        out, password, strlen(password), PASSES, MEMORY, crypto_pwhash_ALG_ARGON2ID13) != 0)
		fatal("no memory for hashing a password");
}

static struct bytes
box(struct arena *a, const unsigned char *key, struct bytes in)
{
	unsigned char *out =
	    arena_take(a, crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + in.n);

	randombytes_buf(out, crypto_secretbox_NONCEBYTES);
	crypto_secretbox_easy(out + crypto_secretbox_NONCEBYTES, in.at, in.n, out, key);
	return (
	    struct bytes){ out, crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + in.n };
}

static struct bytes
unbox(struct arena *a, const unsigned char *key, struct bytes in)
{
	size_t over = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
	unsigned char *out;

	if (in.at == NULL || in.n < over)
		return (struct bytes){ 0 };
	out = arena_take(a, in.n - over + 1);
	if (crypto_secretbox_open_easy(out, in.at + crypto_secretbox_NONCEBYTES,
	        in.n - crypto_secretbox_NONCEBYTES, in.at, key) != 0)
		return (struct bytes){ 0 };
	return (struct bytes){ out, in.n - over };
}

struct bytes
secret_seal(struct arena *a, enum secret_key k, struct bytes in)
{
	return box(a, key_of(k), in);
}

struct bytes
secret_open_sealed(struct arena *a, enum secret_key k, struct bytes in)
{
	return unbox(a, key_of(k), in);
}

struct bytes
token_seal(struct arena *a, const char *token, struct bytes in)
{
	struct hash key = token_derive(token, "seal");

	return box(a, key.bytes, in);
}

struct bytes
token_open_sealed(struct arena *a, const char *token, struct bytes in)
{
	struct hash key = token_derive(token, "seal");

	return unbox(a, key.bytes, in);
}
