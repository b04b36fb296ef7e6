/* SPDX-License-Identifier: MPL-2.0
 *
 * What goes to the authority is closed for it alone: CMS (RFC 5652), AES-256-GCM (RFC 5084), for the
 * certificate that the authority gave us.  It opens it with openssl or whatever reads CMS:
 *
 *   openssl cms -decrypt -inform DER -binary -in FILE.p7m -inkey key.pem -out FILE
 */
#ifndef ENVELOPE_H
#define ENVELOPE_H

#include "arena.h"
#include "day.h"
#include "text.h"

enum envelope {
	ENVELOPE_FINE,
	ENVELOPE_NO_CERTIFICATE, /* the file is not there, or no certificate in PEM */
	ENVELOPE_OVER,           /* the certificate has run out, or does not hold yet */
	ENVELOPE_FAILED          /* the library cannot use its key */
};

/* Closes the bytes for the certificate in that PEM file; out lies in the arena and is untouched unless
 * the answer is ENVELOPE_FINE. */
enum envelope envelope_close(
    struct arena *, const char *certificate, struct bytes, struct moment now, struct bytes *out);

/* What is wrong, for the log and those who run the site: one line. */
const char *envelope_text(enum envelope);

#endif
