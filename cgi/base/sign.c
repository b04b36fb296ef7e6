/* SPDX-License-Identifier: MPL-2.0 */
#include "sign.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "log.h"

enum {
	SEED = crypto_sign_SEEDBYTES,
	PUBLIC = crypto_sign_PUBLICKEYBYTES,
	PATH = 512,
	PEM_MOST = 200
};

/* What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
static const unsigned char spki[] = { 0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03,
	0x21, 0x00 };
static const char pem_head[] = "-----BEGIN PUBLIC KEY-----\n";
static const char pem_foot[] = "\n-----END PUBLIC KEY-----\n";

static const char *key_folder;

void
sign_open(const char *folder)
{
	if (sodium_init() < 0)
		fatal("libsodium does not start");
	key_folder = folder;
}

static void
path_of(char path[PATH], const char *folder, uint32_t key, const char *ending)
{
	int n = snprintf(path, PATH, "%s/sign.%u%s", folder, key, ending);

	if (n < 0 || n >= PATH)
		fatal("the folder of the keys has too long a name");
}

static bool
is_there(const char *folder, uint32_t key)
{
	char path[PATH];

	path_of(path, folder, key, ".pub");
	return access(path, F_OK) == 0;
}

static uint32_t
highest(const char *folder)
{
	uint32_t key = 0;

	while (key < SIGN_KEYS_MOST && is_there(folder, key + 1))
		key++;
	return key;
}

uint32_t
sign_key_now(void)
{
	return highest(key_folder);
}

/* --- making ------------------------------------------------------------------------------- */

static void
write_new(const char *path, mode_t mode, const void *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);

	if (fd == -1)
		fatal("key file %s: %s", path, strerror(errno));
	if (write(fd, bytes, n) != (ssize_t)n || fsync(fd) != 0) {
		unlink(path);
		fatal("key file %s cannot be written: %s", path, strerror(errno));
	}
	close(fd);
}

static int
pem_write(char pem[PEM_MOST], const unsigned char public[PUBLIC])
{
	unsigned char der[sizeof spki + PUBLIC];
	char text[sodium_base64_ENCODED_LEN(sizeof der, sodium_base64_VARIANT_ORIGINAL)];

	memcpy(der, spki, sizeof spki);
	memcpy(der + sizeof spki, public, PUBLIC);
	sodium_bin2base64(text, sizeof text, der, sizeof der, sodium_base64_VARIANT_ORIGINAL);
	return snprintf(pem, PEM_MOST, "%s%s%s", pem_head, text, pem_foot);
}

uint32_t
sign_make_key(const char *folder)
{
	const uint32_t key = highest(folder) + 1;
	unsigned char seed[SEED], public[PUBLIC], secret[crypto_sign_SECRETKEYBYTES];
	char path[PATH], pem[PEM_MOST];
	int n;

	sign_open(folder);
	if (key > SIGN_KEYS_MOST)
		fatal("%s: no more than %d keys that sign", folder, SIGN_KEYS_MOST);
	randombytes_buf(seed, sizeof seed);
	crypto_sign_seed_keypair(public, secret, seed);
	n = pem_write(pem, public);
	path_of(path, folder, key, "");
	write_new(path, 0600, seed, sizeof seed);
	/* The public one last: a key is there when it can also be proved by. */
	path_of(path, folder, key, ".pub");
	write_new(path, 0644, pem, (size_t)n);
	sodium_memzero(seed, sizeof seed);
	sodium_memzero(secret, sizeof secret);
	return key;
}

/* --- reading ------------------------------------------------------------------------------ */

/* The bytes of a file, at most `most`; -1 when it cannot be read. */
static ssize_t
read_whole(const char *path, void *bytes, size_t most)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd == -1)
		return -1;
	n = read(fd, bytes, most);
	close(fd);
	return n;
}

/* The file as text; false when there is none of that number. */
static bool
pem_read(uint32_t key, char pem[PEM_MOST])
{
	char path[PATH];
	ssize_t n;

	if (key == 0 || key > SIGN_KEYS_MOST)
		return false;
	path_of(path, key_folder, key, ".pub");
	n = read_whole(path, pem, PEM_MOST - 1);
	if (n <= 0)
		return false;
	pem[n] = '\0';
	return true;
}

static bool
public_of(uint32_t key, unsigned char public[PUBLIC])
{
	unsigned char der[sizeof spki + PUBLIC];
	char pem[PEM_MOST];
	size_t n = 0;

	if (!pem_read(key, pem) || strncmp(pem, pem_head, sizeof pem_head - 1) != 0)
		return false;
	if (sodium_base642bin(der, sizeof der, pem + sizeof pem_head - 1, 60, NULL, &n, NULL,
	        sodium_base64_VARIANT_ORIGINAL) != 0 ||
	    n != sizeof der || memcmp(der, spki, sizeof spki) != 0)
		return false;
	memcpy(public, der + sizeof spki, PUBLIC);
	return true;
}

struct signature
sign_bytes(uint32_t key, struct bytes b)
{
	unsigned char seed[SEED + 1], public[PUBLIC], secret[crypto_sign_SECRETKEYBYTES];
	struct signature s;
	char path[PATH];

	path_of(path, key_folder, key, "");
	if (read_whole(path, seed, sizeof seed) != SEED)
		fatal("key file %s cannot be read, or does not hold %d bytes", path, SEED);
	crypto_sign_seed_keypair(public, secret, seed);
	crypto_sign_detached(s.bytes, NULL, b.at, b.n, secret);
	sodium_memzero(seed, sizeof seed);
	sodium_memzero(secret, sizeof secret);
	return s;
}

enum sign_answer
sign_proves(uint32_t key, struct bytes b, const struct signature *s)
{
	unsigned char public[PUBLIC];

	if (!public_of(key, public))
		return SIGN_NO_KEY;
	return crypto_sign_verify_detached(s->bytes, b.at, b.n, public) == 0 ? SIGN_FITS
	                                                                     : SIGN_DIFFERS;
}

const char *
sign_public_pem(struct arena *a, uint32_t key)
{
	char pem[PEM_MOST];

	return pem_read(key, pem) ? arena_format(a, "%s", pem) : NULL;
}
