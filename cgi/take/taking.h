/* SPDX-License-Identifier: MPL-2.0
 *
 * What the files of logbook-take share.  A journal of another installation comes as a ZIP
 * (schema/seed/package/README.md).  It is opened, held against its manifest, read strictly, held against what
 * this installation knows, and only then put in, in one transaction.  Everything that is wrong is told at once.
 */
#ifndef TAKING_H
#define TAKING_H

#include <json-c/json.h>

#include "cpr.h"
#include "db.h"
#include "journal_form.h"
#include "secret.h"

enum { FAULTS_MOST = 100 };

/* A file of the ZIP. */
struct packed {
	const char *name;
	struct bytes content;
};

/* The rows of a kind as they were read; id of the database once they are in. */
struct read_rows {
	struct json_object **row;
	uint32_t *id;
	size_t n;
	uint32_t last; /* the highest number among them: versions of a note share one */
};

struct taking {
	struct arena *arena;
	struct db *db;
	const char *proof; /* the program that proves a file */
	const char *scan;  /* the site's scanner; NULL: none */
	struct packed *packed;
	size_t npacked;
	struct hash sha256; /* of the ZIP */
	struct moment made; /* as its manifest says */
	struct read_rows kinds[JOURNAL_KINDS];
	struct cpr cpr;
	uint32_t doctor;   /* of the database */
	uint32_t *persons; /* likewise, by their numbers less one */
	uint32_t links;    /* added so far */
	struct moment now;
	struct day today;
	const char *fault[FAULTS_MOST]; /* sentences in Danish */
	size_t nfaults;
	bool more;                  /* there were more */
	enum journal_kind_no stuck; /* the kind of the row that the database refused */
	size_t stuck_row;
};

/* fault.c.  Answers false, so that whoever finds one can end with it. */
bool blame(struct taking *, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* "data/kompetencer.json, række 12: …" */
bool blame_row(struct taking *, enum journal_kind_no, size_t row, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* open.c: the files of the ZIP, those alone that a journal has, each once, none too large. */
bool take_open(struct taking *, struct bytes zip);
/* NULL when it has none of that name. */
const struct packed *take_packed(const struct taking *, const char *name);

/* manifest.c: every file is listed with its size and SHA-256, and none more. */
bool take_manifest(struct taking *);

/* read.c: the rows, every member of every one as the form says. */
bool take_read(struct taking *);
/* member.c: is the member what the column says? */
bool member_fits(struct taking *, enum journal_kind_no, size_t row, const struct column *);

/* "2027-03-01T13:05:00Z" */
bool moment_read(const char *, struct moment *);

/* whole.c: what refers to something refers to what is there; the chain holds every row that is chained. */
bool take_is_whole(struct taking *);
/* files.c: each file is what its row says, and can be read to its end. */
bool take_files_fit(struct taking *);
/* The file of that row; NULL when the ZIP has none. */
const struct packed *take_file(struct taking *, size_t row);
/* known.c: places, lists, competencies, … that are named are known here. */
bool take_is_known(struct taking *);

/* who.c: the doctor; then, once the journal has been begun, who else is named.  False after a blame, or when
 * the database failed. */
bool take_who(struct taking *);
bool take_persons(struct taking *);
/* put.c: a row into the database, its references resolved. */
enum db_outcome put_row(struct taking *, enum journal_kind_no, size_t row);
/* order.c: all rows, in an order in which each finds what it refers to. */
enum db_outcome take_put(struct taking *);

/* What a member says; NULL for null.  The row has been read. */
const char *text_in(const struct taking *, enum journal_kind_no, size_t row, const char *member);
/* 0 for null. */
uint32_t number_in(const struct taking *, enum journal_kind_no, size_t row, const char *member);

#endif
