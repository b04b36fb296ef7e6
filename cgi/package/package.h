/* SPDX-License-Identifier: MPL-2.0
 *
 * The documentation of a doctor as one frozen thing: one PDF of everything with every attachment in place,
 * and around it a ZIP with the PDF, index.json (what stands in it, for machines), every original file,
 * manifest.json (SHA-256 of each) and manifest.sig, which anybody proves with openssl alone
 * (R-STPS-14, R-STPS-15, R-MER-03, domain 13.2 and 13.3).  The same logbook at the same moment gives the
 * same bytes.  It is whole, or it is not made and what stopped it is named: nothing is left out silently.
 * What is asked for, and when it may be sent, is not said here but in readiness.h.
 */
#ifndef PACKAGE_H
#define PACKAGE_H

#include "paper.h"
#include "readiness.h"
#include "sign.h"

struct package_ask {
	enum sending_kind kind;
	const char *reference;   /* without anything of the doctor: "K7WQ-2M4T" */
	const char *supplements; /* of a supplement: the reference of the package; NULL: none */
	const char *address;     /* where anybody proves it, on the cover; NULL: none */
	uint32_t key;            /* that signs; 0: no ZIP is made, for a preview of the PDF */
	/* The overview of medical employment, signed off, as the first part; NULL: it is not in it. */
	const struct report *(*employment)(const struct paper *);
};

/* One file of the package, as the manifest and the receipt have it. */
struct package_file {
	const char *name;  /* in the ZIP: "filer/02-tillaegsaftale.pdf" */
	const char *title; /* "Tillægsaftale, barsel" */
	const char *type;
	const char *sha256; /* 64 hex digits */
	struct bytes content;
};

enum package_end {
	PACKAGE_MADE,
	PACKAGE_NOT_THERE, /* no such doctor within reach */
	PACKAGE_NO_CPR,
	PACKAGE_GONE,    /* bad: a file has no content */
	PACKAGE_CHANGED, /* bad: its content is not what was given */
	PACKAGE_UNDRAWN, /* bad: it cannot be drawn */
	PACKAGE_ROOM,    /* no room, or a library failed */
	PACKAGE_DATABASE /* db_failed tells */
};

struct package {
	enum package_end end;
	const char *bad; /* the title of what stopped it */
	struct bytes pdf, manifest, zip;
	const char *manifest_sha256; /* 64 hex digits: what a package is known by */
	struct signature signature;
	const struct package_file
	    *files; /* index.json and the PDF first; not the manifest itself */
	size_t nfiles;
};

/* Of that doctor, as who may see it; in the arena of the database. */
struct package
package_make(struct db *, const struct subject *, uint32_t doctor, const struct package_ask *);

/* Why it was not made, in Danish, as a sentence that names bad; NULL when it was. */
const char *package_why(struct arena *, const struct package *);

#endif
