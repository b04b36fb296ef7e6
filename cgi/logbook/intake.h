/* SPDX-License-Identifier: MPL-2.0
 *
 * What other systems tell us, as it comes in files: persons with posts, agreements, KBU rounds,
 * course leaders, places (schema/seed/import/README.md).  Each form is read from CSV or JSON into
 * the same structs.  Pure: bytes in, structs or faults by line and column out.  What is wrong in
 * one row refuses that row, not the file; a file that is not of its form is refused whole.
 */
#ifndef INTAKE_H
#define INTAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "cpr.h"
#include "day.h"
#include "sheet.h"
#include "text.h"

enum {
	INTAKE_BYTES = 20 * 1024 * 1024, /* of a file */
	INTAKE_SOURCE_ID = 60,
	INTAKE_ROWS = 300000,
	INTAKE_COURSES = 20,  /* of one person */
	INTAKE_ELEMENTS = 40, /* of one course */
};

/* The system that evaluer.dk had a course of training from; decides when it comes in
 * (intake_rule.h). */
enum intake_origin { INTAKE_BASISLAEGE, INTAKE_REGION, INTAKE_VIDEREUDDANNELSE };
/* "BASISLAEGE", …: the word of the database and of the files. */
const char *intake_origin_word(enum intake_origin);

/* A delforløb.  Texts are tidied, never NULL, "" where the file has none; days may be none only
 * where it is said. */
struct intake_element {
	const char *source_id;   /* its name within the course */
	const char *place;       /* code of org_unit: SHAK, provider number, or a placeholder's */
	const char *place_name;  /* for a placeholder: "Almen praksis i Fjordby Kommune" */
	struct day since, until; /* until: the day after the last */
	uint32_t fraction;       /* per cent, 1 to 100 */
	const char *position_no, *specialty; /* specialty: code, "" without */
	const char *kind;                    /* ORDINARY, REPLACEMENT, PART_TIME, COURSE_ONLY */
	bool placeholder;                    /* a practice not yet named (R-DM-04) */
	uint32_t line;
};

struct intake_course {
	const char *source_id;
	enum intake_origin origin;
	const char *stage;     /* KBU, INTRO, HU, EVAL */
	const char *specialty; /* code; "" for KBU and EVAL */
	const char *region;    /* code of training_region */
	const char *number, *round, *draw;
	struct moment chosen;                    /* none without */
	struct day filled, advertised, employed; /* none where not known */
	struct day closed; /* the day on which its round was closed; none where not known */
	bool cancelled;
	struct day told; /* when a feed first told of it; none: with its person.  In no file */
	struct intake_element *elements; /* in order of time */
	size_t n;
	uint32_t line;
};

struct intake_person {
	const char *source_id;
	const char *name;
	const char *email, *mobile, *auth_id; /* NULL where the file has none (R-BRU-06) */
	struct cpr cpr;
	struct intake_course *courses;
	size_t n;
	uint32_t line;
};

struct intake_agreement {
	const char *course; /* source_id of the course */
	enum intake_origin origin;
	const char *kind; /* UDDANNELSESAFTALE, TILLAEGSAFTALE */
	const char *number, *effect;
	struct day published;
	struct intake_element
	    *elements; /* all that are not over, as they are from now on; an element
	                                    of the course that is not among them and has not begun by
	                                    published is no longer to be */
	size_t n;
	uint32_t line;
};

struct intake_leader {
	const char *name, *email, *mobile, *auth_id;
	struct cpr cpr;
	bool head;               /* hovedkursusleder; else delkursusleder */
	const char *specialty;   /* code */
	const char *course;      /* name of the part course; "" for the head */
	struct day since, until; /* until: the day after the last, none where open */
	uint32_t line;
};

struct intake_place {
	const char *code; /* SHAK: 4, 6, 7 characters; or our own for a practice */
	const char *kind; /* of org_unit */
	const char *name, *parent, *region; /* codes; parent "" for none */
	struct day since, until;            /* 1900-01-01, 9999-12-31 where the file does not say */
	uint32_t line;
};

/* A row that was refused; what it was about, and why, in Danish. */
struct intake_refused {
	const char *label; /* a name, a code; never a CPR number */
	const char *why; /* one reason a line, each with its column, and with its line where that is
	                  * another than this */
	uint32_t line;
};

struct intake {
	struct intake_person *persons;
	struct intake_agreement *agreements; /* in order of publishing */
	struct intake_leader *leaders;
	struct intake_place *places; /* what a place is part of comes before it */
	size_t npersons, nagreements, nleaders, nplaces; /* one of them is not 0 at most */
	struct intake_refused *refused;
	size_t nrefused;
};

enum intake_form {
	INTAKE_PERSONER,
	INTAKE_AFTALER,
	INTAKE_KBU,
	INTAKE_KURSUSLEDERE,
	INTAKE_STEDER
};
/* "PERSONER", …: the word of the database; -1 as enum is never answered: false for no word. */
const char *intake_form_word(enum intake_form);
bool intake_form_of_word(const char *, enum intake_form *);

/* Reads a file of that form, CSV or JSON by its first character, places also as the fixed columns
 * of SHAKCOMPLETE.TXT.  today is for the names that places have now.  False: the file is not of its form,
 * *faults says why, and *out is all zero. */
bool intake_read(struct arena *, enum intake_form, struct bytes, struct day today,
    struct intake *out, struct sheet_faults *faults);

/* One person with posts as JSON, and back: what is kept of a feed until its day.  Writing and
 * reading again gives the same bytes; lines are not in it (they are 0 when read), so that the same
 * person is the same wherever in a file. */
const char *intake_person_json(struct arena *, const struct intake_person *);
/* The same with, on lines behind it, when each course was first told of. */
const char *intake_person_kept(struct arena *, const struct intake_person *);
bool intake_person_of_json(struct arena *, const char *, struct intake_person *);

#endif
