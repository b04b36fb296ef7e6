/* SPDX-License-Identifier: MPL-2.0
 *
 * Everything that is still missing before documentation may be sent to Styrelsen for
 * Patientsikkerhed, who can bring it about, and from which day (R-STPS-07 … R-STPS-16, R-KUR-04).
 * The rules are a table, one row a rule; the facts are gathered by the caller.
 */
#ifndef READINESS_H
#define READINESS_H

#include <stdbool.h>
#include <stddef.h>

#include "day.h"
#include "role.h"

enum sending_kind {
	SENDING_PRACTICE,   /* tilladelse til selvstændigt virke, after KBU */
	SENDING_SPECIALIST, /* speciallægeanerkendelse, after main training */
	SENDING_KINDS
};

/* The database's word: "PRACTICE"; SENDING_KINDS for a word that is none. */
const char *sending_word(enum sending_kind);
enum sending_kind sending_of_word(const char *);
/* What is applied for: "Tilladelse til selvstændigt virke". */
const char *sending_title(enum sending_kind);

/* One employment of the training that is documented. */
struct ready_element {
	const char *place;
	struct day since, until; /* the day after the last */
	bool timed;              /* time is attested, or its paper original verified */
	bool premature;          /* the end moved after that (R-FOR-03): it does not count */
	bool placeholder;        /* a practice that has no name yet (R-DM-04) */
	bool before;             /* of an earlier stage: the introduction of a specialist */
};

/* One thing that is there or not: a course, an agreement. */
struct ready_thing {
	const char *title;
	bool there;
};

struct ready_facts {
	enum sending_kind kind;
	struct day today;
	struct day until;            /* of the whole training: the day after the last */
	size_t goals, goals_met;     /* competencies of all lists that bind */
	size_t earlier, earlier_met; /* those of the introduction (specialist) */
	const struct ready_element *elements;
	size_t nelements;
	const struct ready_thing *courses; /* the general ones that the licence waits for */
	size_t ncourses;
	bool series;    /* the specialty's courses have their overall approval */
	bool research;  /* research training is attested, or dispensed with */
	bool agreement; /* the training agreement is attached */
	size_t supplements, supplements_there; /* supplementary agreements known, and attached */
	bool employment;   /* the overview of employment is signed off, and as it is now */
	size_t gaps;       /* periods in it that nothing explains */
	size_t unverified; /* files of it that wait to be verified */
	bool sent;      /* a main package of this kind is under way or was received (R-STPS-18) */
	bool under_way; /* and has not been received */
};

enum ready_rule {
	READY_DATE, /* not before the last month, or six months before the end */
	READY_GOALS,
	READY_EARLIER_GOALS,
	READY_TIMES,
	READY_EARLIER_TIMES,
	READY_PREMATURE,
	READY_PRACTICE_NAMED,
	READY_COURSES,
	READY_SERIES,
	READY_RESEARCH,
	READY_AGREEMENT,
	READY_SUPPLEMENTS,
	READY_EMPLOYMENT,
	READY_GAPS,
	READY_UNVERIFIED,
	READY_NOT_SENT,
	READY_RULES
};

enum ready_state {
	READY_NOT_ASKED, /* the rule is none of this kind */
	READY_MET,
	READY_MISSING
};

/* What one rule says of these facts. */
struct ready_line {
	enum ready_rule rule;
	enum ready_state state;
	size_t done, all;    /* "12 af 16"; all is 0 where there is nothing to count */
	enum role who;       /* who can bring it about; ROLE_UL: the doctor */
	struct day earliest; /* the first day on which it can be; no day: any */
};

/* Who can bring something about is reminded of it once in so many days. */
enum { REMINDED_DAYS = 7 };

/* One line for each rule, in the order of the enum. */
void readiness(const struct ready_facts *, struct ready_line lines[READY_RULES]);
/* May it be sent today: is nothing missing? */
bool readiness_is_complete(const struct ready_line lines[READY_RULES]);
/* The first day on which it may be sent, if all the rest comes in time (R-STPS-07, R-STPS-10). */
struct day readiness_earliest(enum sending_kind, struct day until);

/* The last of a specialist's times may come later, until its employment is over (R-STPS-12). */
bool readiness_may_come_later(const struct ready_facts *, const struct ready_element *);
/* The first day on which it may be sent, if all that is missing comes as soon as it can; not before
 * today. */
struct day readiness_from(const struct ready_facts *, const struct ready_line lines[READY_RULES]);

/* The database's word of a rule: "TIMES"; READY_RULES for a word that is none. */
const char *readiness_word(enum ready_rule);
enum ready_rule readiness_of_word(const char *);

/* What is asked for, in Danish: "Alle kompetencer er godkendt". */
const char *readiness_title(enum ready_rule);
/* What to do, and where, when it is missing. */
const char *readiness_advice(enum ready_rule);

#endif
