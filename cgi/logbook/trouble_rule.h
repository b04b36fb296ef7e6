/* SPDX-License-Identifier: MPL-2.0
 *
 * What a department should see to with one of its doctors, in words, and how pressing it is: what UAO
 * and tutor find first among all doctors.
 */
#ifndef TROUBLE_RULE_H
#define TROUBLE_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "absence.h"
#include "attestation_rule.h"

/* In the order in which they stand where two are equally pressing. */
enum plight {
	PLIGHT_UNATTESTED, /* the element has ended, and an attestation is missing */
	PLIGHT_ASKED,      /* an attestation was asked for */
	PLIGHT_WAITS,      /* requests for approval wait here */
	PLIGHT_BEHIND,     /* much of the time is gone, and few competencies are approved */
	PLIGHT_ATTEST,     /* the time can be attested, now or soon */
	PLIGHT_NO_MAIN,    /* nobody is their main supervisor here */
	PLIGHT_DOUBT,      /* doubt whether the element can be completed (R-KOM-14) */
	PLIGHT_ABSENCE, /* near the limit, or above it and not made up for (R-TID-02, R-TID-03) */
	PLIGHTS
};

/* As much as is known of one doctor in one element; until is the day after the last. */
struct plight_facts {
	struct day since, until;
	struct day course_since, course_until;
	int64_t goals, approved; /* of the course's lists */
	int64_t waiting;         /* requests that wait here, */
	struct day oldest;       /* the oldest from that day */
	bool attests;            /* does who asks attest?  Otherwise nothing is told of it */
	enum attestation_state time, attest_goals;
	struct day asked;  /* the day on which the older of the two that wait was asked for */
	bool tells_main;   /* does who asks make supervisors? */
	bool has_main;     /* is there a main supervisor, or in a practice a tutor? */
	bool sees_absence; /* may who asks see it, and how it stands */
	struct absence_standing absence;
	struct day
	    doubt; /* the day on which the doubt that is open is followed up; no day when there is
	                   * none, or none that who asks may see */
};

struct plight_row {
	enum plight what;
	uint32_t weight; /* the more pressing the more */
	const char *sentence;
};

/* All of it, the most pressing first; *n of them, in the arena. */
const struct plight_row *
plights_of(struct arena *, const struct plight_facts *, struct day today, size_t *n);

/* Behind: a quarter of the time is gone, and the share of competencies is a quarter of the whole
 * behind it. */
bool plight_is_behind(uint32_t time_percent, uint32_t goals_percent);

#endif
