/* SPDX-License-Identifier: MPL-2.0
 *
 * The overview of medical employment that goes to Styrelsen for Patientsikkerhed (domain 13.4): its
 * rows in the order of time, the periods that nothing explains, and the list as it is signed.  Elements
 * of the training are in it by themselves; the doctor adds the rest.
 */
#ifndef EMPLOYMENT_H
#define EMPLOYMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"

enum employment_kind {
	EMPLOYMENT_KBU,
	EMPLOYMENT_INTRO,
	EMPLOYMENT_HU,
	EMPLOYMENT_UNCLASSIFIED, /* uklassificeret stilling */
	EMPLOYMENT_LOCUM,        /* vikariat */
	EMPLOYMENT_RESEARCH,
	EMPLOYMENT_LEAVE,
	EMPLOYMENT_OTHER,
	EMPLOYMENT_KINDS
};

/* The database's word: "LOCUM"; EMPLOYMENT_KINDS for a word that is none. */
const char *employment_word(enum employment_kind);
enum employment_kind employment_of_word(const char *);
/* "Vikariat" */
const char *employment_title(enum employment_kind);
/* The kind of an element of that stage of training; what is none of the three is other. */
enum employment_kind employment_of_stage(const char *stage);
/* Is it told by its remarks rather than by a place? */
bool employment_is_told(enum employment_kind);

struct employment_line {
	uint32_t own;     /* employment.id of a row that the doctor added; 0 for an element */
	uint32_t element; /* 0 for a row of the doctor's */
	struct day since; /* first day */
	struct day until; /* the day after the last; no day while it goes on */
	enum employment_kind kind;
	const char *hospital, *department, *specialty, *position_no, *remarks; /* "" for none */
	uint32_t fraction; /* per cent; 0 where it is not told */
	/* Of an element: what the logbook says in the remarks ("" for nothing), and whether the doctor says it
	 * otherwise. */
	const char *logged;
	bool reworded;
};

/* A period of more than a month that no row covers. */
struct employment_gap {
	size_t before; /* index of the row that it lies before; n for after the last */
	struct day since, until;
	const char *logged; /* what the logbook knows of it; NULL for nothing */
};

/* Absence in an element, of a kind that counts towards the ten per cent. */
struct employment_absence {
	const char *title; /* "Barsel" */
	struct day since, until;
};

/* Into the order of time. */
void employment_sort(struct employment_line *, size_t n);
/* The gaps between sorted rows, and after them until today, with nothing logged; gaps has room for n.  How many. */
size_t employment_gaps(
    const struct employment_line *, size_t n, struct day today, struct employment_gap *gaps);
/* What the remarks of an element say of absence in it: each kind with its days, where it lasted longer than two
 * weeks in a row; what is shorter stands in the attestation of its time alone.  "" for none.  Spells in the order
 * of their first days. */
const char *employment_leave(struct arena *, const struct employment_absence *, size_t n,
    struct day since, struct day until);
/* "6", "7,5": months of 30 days (R-TID-01), to half a month; "" while it goes on. */
const char *employment_months(struct arena *, struct day since, struct day until);

/* What is wrong with a row that the doctor wrote, each with the field of the form that it stands at.  How
 * many; 0 when nothing is. */
struct employment_fault {
	const char *field, *sentence;
};
enum { EMPLOYMENT_FAULTS = 4 };
size_t employment_faults(const struct employment_line *, struct day today,
    struct employment_fault faults[EMPLOYMENT_FAULTS]);

/* The list as it is signed and hashed: JSON, sorted rows, the same bytes for the same list. */
const char *employment_json(struct arena *, const struct employment_line *, size_t n);

/* Limits in characters; rows that one doctor can add. */
enum {
	EMPLOYMENT_NAME_MOST = 200,
	EMPLOYMENT_SPECIALTY_MOST = 100,
	EMPLOYMENT_NUMBER_MOST = 40,
	EMPLOYMENT_REMARKS_MOST = 1000,
	EMPLOYMENT_ROWS_MOST = 200
};

#endif
