/* SPDX-License-Identifier: MPL-2.0
 *
 * Signatures by which anybody can prove, without us, that what was sent is ours and unchanged:
 * Ed25519 (RFC 8032), by libsodium.  Keys are numbered files among the others: sign.N, 32 secret
 * bytes that only the program that sends can read, and sign.N.pub, the public key as PEM (RFC 8410),
 * as openssl reads it.  The highest number signs; the older ones go on proving.
 */
#ifndef SIGN_H
#define SIGN_H

#include <stdint.h>

#include "arena.h"
#include "text.h"

enum { SIGNATURE_BYTES = 64, SIGN_KEYS_MOST = 999 };

struct signature {
	unsigned char bytes[SIGNATURE_BYTES];
};

/* Where the key files lie (borrowed), and libsodium started. */
void sign_open(const char *folder);
/* Makes the pair after the highest there (the first is 1); 0600 and 0644, nothing is overwritten.
 * Answers its number; ends the process when a file cannot be written. */
uint32_t sign_make_key(const char *folder);
/* The number of the key that signs now; 0 when there is none. */
uint32_t sign_key_now(void);

/* Signs with that key, or ends the process with the name of the file that cannot be read. */
struct signature sign_bytes(uint32_t key, struct bytes);

enum sign_answer {
	SIGN_FITS,
	SIGN_DIFFERS, /* changed, or signed by another */
	SIGN_NO_KEY   /* no public key of that number here */
};
enum sign_answer sign_proves(uint32_t key, struct bytes, const struct signature *);

/* The public key as PEM, for everybody; NULL when there is none of that number.  In the arena. */
const char *sign_public_pem(struct arena *, uint32_t key);

#endif
