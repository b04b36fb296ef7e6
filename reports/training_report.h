/* SPDX-License-Identifier: MPL-2.0
 *
 * The report "Uddannelsesforløb": elements, agreements, and absence of each element by kind.
 * Absence that who asks may not see is not in it.
 */
#ifndef TRAINING_REPORT_H
#define TRAINING_REPORT_H

#include "report.h"

/* An element; its course is the group it stands under. */
struct element_printed {
	const char *course, *place, *specialty; /* specialty NULL where it is not known */
	const char *state;                      /* and its kind, where it is no ordinary one */
	struct day since, until;                /* until: the last day */
	int32_t fraction;
	const char *position_no; /* NULL where there is none */
	bool has_absence;        /* the two after it are known */
	int32_t absence, limit;  /* days that count, of at most */
};
struct agreement_printed {
	const char *course, *kind, *number, *effect;
	struct day published;
};
/* Days of one kind in one element, which is the group it stands under. */
struct absence_printed {
	const char *element, *title, *counts; /* "ja" or "nej" */
	int32_t days;
};

struct training_facts {
	const char *name, *cpr, *auth_id; /* auth_id may be NULL */
	struct moment printed;
	const struct element_printed *elements;
	size_t nelements;
	const struct agreement_printed *agreements;
	size_t nagreements;
	const struct absence_printed *absences;
	size_t nabsences;
	bool hides; /* some absence is not in it, for who asks may not see it */
};

const struct report *training_report(struct arena *, const struct training_facts *);

#endif
