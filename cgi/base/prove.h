/* SPDX-License-Identifier: MPL-2.0
 *
 * Is an uploaded file a letter that can be shown and printed to its end?  It is read by a
 * program of its own, logbook-proof, with little memory and time and without the database:
 * what a hostile file does to a reader, it does there.
 */
#ifndef PROVE_H
#define PROVE_H

#include "text.h"

enum {
	PROVE_LARGEST = 20 * 1024 * 1024, /* bytes */
	PROVE_PAGES = 200,
	PROVE_SIDE = 12000,            /* dots of a picture's longer side */
	PROVE_DOTS = 64 * 1000 * 1000, /* dots of a picture in all */
	PROVE_SECONDS = 30 /* what the caller waits; the program takes 20 of processor time */
};

enum proof {
	PROOF_FINE,
	PROOF_TYPE, /* neither PDF, JPEG nor PNG by its bytes */
	PROOF_ENCRYPTED,
	PROOF_DAMAGED, /* cannot be read to its end; also: the program died of it */
	PROOF_EMPTY,   /* no bytes, or no page */
	PROOF_TOO_LARGE_PICTURE,
	PROOF_TOO_MANY_PAGES,
	PROOF_TOO_LARGE,
	PROOF_TIMEOUT,
	PROOF_SCRIPT,  /* a PDF that does something by itself: what it shows may change */
	PROOF_MALWARE, /* the site's scanner found something */
	PROOF_UNABLE   /* the program could not be started: not the file's fault */
};

struct proved {
	const char *type; /* "application/pdf", "image/jpeg", "image/png"; a constant */
	unsigned pages;   /* 1 for a picture */
};

/* Starts the program (a path), hands it the file and waits for its answer, at most
 * PROVE_SECONDS; out is set when the answer is PROOF_FINE, and only then. */
enum proof prove_file(const char *program, const struct bytes *file, struct proved *out);

/* The site's scanner for malware (LOGBOOK_SCAN), given the file on its standard input, in PROVE_SECONDS:
 * fine when it ends with status 0 and has said "OK" and nothing else, PROOF_MALWARE when it has said
 * "FOUND", PROOF_UNABLE for all else: what was not scanned is not taken.  Fine too where no scanner is
 * named (NULL). */
enum proof prove_clean(const char *program, const struct bytes *file);

/* What the field says, in Danish, and what to do about it; "" for PROOF_FINE. */
const char *proof_sentence(enum proof);

/* "ENCRYPTED", …: the words between the program and its caller; "OK" for PROOF_FINE. */
const char *proof_word(enum proof);

/* The three types by their names, as constants; NULL for any other. */
const char *proof_type(const char *name);

#endif
