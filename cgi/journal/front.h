/* SPDX-License-Identifier: MPL-2.0
 *
 * What the doctor's front page says besides competencies: the time, each employment, and what is
 * next, until when, and who must act.
 */
#ifndef FRONT_H
#define FRONT_H

#include "competencies.h"
#include "gate.h"
#include "next_rule.h"
#include "plans.h"
#include "queries/talk.h"

struct next_row {
	struct url at;
	const char *what, *who, *when;
	enum next_kind kind;
	struct day on;
	bool late;
};

struct front_time {
	const char *title, *words;
	struct next_time time;
};

struct front_element {
	const char *place, *state;
	struct day since, last;
	struct next_time time;
	const char *time_words;
	uint32_t due, reached; /* competencies that belong to it, and are approved */
	const char *absence;   /* "12 af højst 36 dage" */
	bool absence_near;
	struct url absence_at;
	const char *attest_time, *attest_time_mark, *attest_goals, *attest_goals_mark;
};

struct front_more {
	const struct next_row *next;
	size_t nnext;
	uint32_t courses_left; /* missing, and not among them */
	struct url courses;
	const struct front_time *times; /* of the courses of training that run */
	size_t ntimes;
	struct day last;   /* of the whole training; none where it is not known */
	const char *ready; /* how far the documentation is; NULL where none is sent */
	struct url ready_at;
	const struct front_element *elements; /* the latest first */
	size_t nelements;
	struct url attestations, training;
};

/* Rows that are being gathered; there is room for most of them. */
struct gather {
	struct request *req;
	struct next_row *rows;
	size_t n, most;
};
void gather_add(struct gather *, struct url at, const char *what, const char *who, enum next_kind,
    struct day on);

/* Where plan and talks of each element of the doctor who asks stand, for at most FRONT_PLANS rows of each
 * element and one of each talk (domain 16). */
enum { FRONT_PLANS = 2 };
struct front_plans {
	const struct training_place *places;
	const struct talks_of_doctor *talks;
	size_t nplaces, ntalks;
};
struct front_plans front_plans_of(struct request *, const struct subject *);
void add_plans(struct gather *, const struct front_plans *);

/* Of the doctor who asks; lists are those that the front page shows, the present course's first. */
const struct front_more *front_more_of(
    struct request *, const struct subject *, const struct competency_list *const *lists, size_t n);
void front_next_part(struct html *, const struct front_more *);
void front_time_part(struct html *, const struct front_more *);

#endif
