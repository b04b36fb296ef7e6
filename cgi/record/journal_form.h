/* SPDX-License-Identifier: MPL-2.0
 *
 * What a whole journal consists of in open formats (R-ARK-04; schema/seed/package/README.md): a kind of thing,
 * a file, a statement of whole.sql whose columns are its members.  One description for who writes it (package)
 * and who takes it in (take).  Numbers of the database do not leave it: what refers to a row or a person does
 * so by its number within the file, 1, 2, 3 in the order of the rows.
 */
#ifndef JOURNAL_FORM_H
#define JOURNAL_FORM_H

#include <stdint.h>

#include "column.h"

enum journal_kind_no {
	JOURNAL_LAEGE,
	JOURNAL_FORLOEB,
	JOURNAL_MAALBESKRIVELSER,
	JOURNAL_DELFORLOEB,
	JOURNAL_AFTALER,
	JOURNAL_FLYTNINGER,
	JOURNAL_LISTESKIFT,
	JOURNAL_OVERDRAGELSER,
	JOURNAL_FRAVAER,
	JOURNAL_FILER,
	JOURNAL_FILHISTORIE,
	JOURNAL_KOMPETENCER,
	JOURNAL_MERIT,
	JOURNAL_AFGOERELSER,
	JOURNAL_KORT,
	JOURNAL_KOMPETENCEKORT,
	JOURNAL_REGISTRERINGER,
	JOURNAL_KORTMERIT,
	JOURNAL_ATTESTATIONER,
	JOURNAL_KURSER,
	JOURNAL_FORSKNING,
	JOURNAL_FORSKNINGSKURSER,
	JOURNAL_FORSKNINGSVEJLEDERE,
	JOURNAL_NOTATER,
	JOURNAL_UDDANNELSESPLANER,
	JOURNAL_SAMTALER,
	JOURNAL_REFERATER,
	JOURNAL_NULSTILLINGER,
	JOURNAL_ANSAETTELSER,
	JOURNAL_ANSAETTELSESBEMAERKNINGER,
	JOURNAL_ANSAETTELSESOVERSIGTER,
	JOURNAL_BESTILLINGER,
	JOURNAL_INDSENDELSER,
	JOURNAL_INDSENDTE_FILER,
	JOURNAL_KAEDE,
	JOURNAL_OPSLAG,
	JOURNAL_PERSONER,
	JOURNAL_KINDS
};

enum journal_ref_how {
	REF_ROW,  /* a number: a row of that kind */
	REF_LIST, /* a text: numbers of rows of that kind, parted by that sign */
	REF_PARTS, /* the same; a letter before a number says another kind: of what a package holds (sending.h) */
	REF_PERSON,  /* a number: a row of personer; the doctor is 1 */
	REF_CHAINED, /* a number: a row of the kind whose chain word stands in the member kind */
};

struct journal_ref {
	const char *member; /* NULL: the last */
	enum journal_ref_how how;
	enum journal_kind_no to;
	char parting;
};

struct journal_kind {
	const char *name, *title; /* data/NAME.json; in Danish */
	const struct column *columns;
	size_t size;         /* of a row */
	const char *chained; /* the chain's word for it (chain_word); "" for what is not linked */
	const struct journal_ref *refs;
};

extern const struct journal_kind journal_kinds[JOURNAL_KINDS];

size_t journal_columns(const struct journal_kind *);
/* The column of that name, or NULL. */
const struct column *journal_column(const struct journal_kind *, const char *name);
/* Has it rows that others refer to? */
bool journal_is_numbered(const struct journal_kind *);
/* An item of a list, n bytes at it: the kind that it refers to and, in *number, the row; the letter before
 * the number in *letter, '\0' for none.  JOURNAL_KINDS when it is no such thing. */
enum journal_kind_no journal_item(
    const struct journal_ref *, const char *item, size_t n, char *letter, uint32_t *number);
/* The kind of that chain word; JOURNAL_KINDS for none. */
enum journal_kind_no journal_of_word(const char *word);

#endif
