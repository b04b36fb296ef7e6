/* SPDX-License-Identifier: MPL-2.0
 *
 * Course leaders and providers: who takes part, who has passed; the overall approval of a
 * specialty's courses.  They see no more of a doctor than they need (R-ROL-10): name, authorisation
 * id, stage, dates of the element, and the courses that are theirs.
 */
#ifndef COURSE_H
#define COURSE_H

#include "claim.h"
#include "courses.h"
#include "gate.h"
#include "queries/course.h"

extern page runs, led, hold, claims, claim, claim_scan, series, series_one, parts;
extern action run_make, hold_add, hold_read, hold_fill, hold_take_out, hold_decide, claim_answer,
    series_give, part_judge_one, part_make, part_finish;

/* A form of this page makes one thing, however often it is sent: 32 hex digits, and back. */
const char *once_made(struct arena *);
bool once_of_form(const struct form *, unsigned char once[16]);

/* /kurser/mine */
struct led_course {
	const char *name, *specialty, *kind;
	struct url at;
	int64_t runs, waiting;
};
struct runs_view {
	struct head head;
	const struct led_course *rows;
	size_t n;
	bool provides; /* who looks verifies certificates */
	int64_t waiting;
	struct url claims;
};
void runs_page(struct html *, const struct runs_view *);

/* /kurser/mine/{course} */
struct run_row {
	const char *name, *place;
	struct day since, last;
	uint32_t hours;
	int64_t seats, passed;
	struct url at;
};
struct led_view {
	struct head head;
	struct url list, at;
	bool live; /* it is still held */
	const char *once;
	const struct run_row *rows;
	size_t n;
	struct field name, place, since, last, hours;
	struct fault_list faults;
};
void led_page(struct html *, const struct led_view *);

/* /kurser/hold/{run} */
struct seat_row {
	uint32_t doctor;
	const char *name, *auth_id, *stage;
	struct day since, last; /* of the element */
	enum course_state state;
	const char *title, *mark;
	bool done, here;            /* here: what was said was said in this hold */
	bool said;                  /* something was */
	uint32_t absent, half_days; /* absent: hours */
	const char *words, *by;
	struct day on;
	const char *warnings[COURSE_WARNINGS];
	size_t nwarnings;
	bool wait, not_passed; /* chosen; else to be approved */
	const char *absent_typed, *words_typed;
	const char *fault; /* NULL for none */
};
struct refused_row {
	uint32_t line;
	const char *what, *why;
};
struct found_row {
	const char *typed, *name;
};
struct hold_view {
	struct head head;
	struct url course, add, read, fill, take_out, decide, xlsx;
	const char *course_name, *place;
	struct day since, last;
	uint32_t hours, absence_most;
	bool whole;
	bool over; /* its last day has come: it may be decided */
	const struct seat_row *seats;
	size_t n, open; /* open: not yet approved */
	struct field who, file;
	const char
	    *list; /* what a file was read to hold, for the form that puts them in; NULL for none */
	const struct found_row *found;
	size_t nfound;
	const struct refused_row *refused;
	size_t nrefused;
	struct fault_list faults;
};
void hold_page(struct html *, const struct hold_view *);
/* The page of the hold that the address names, with what v holds beyond it; 404 where it is none of
 * who looks. */
void hold_show(struct request *, const struct subject *, const struct form *, struct hold_view *v,
    unsigned status);

/* /kurser/samlet-godkendelse */
struct series_row {
	const char *name;
	struct url at;
	struct day since, last;
	int64_t parts, done;
	const char *title, *mark;
};
struct series_view {
	struct head head;
	const struct series_row *rows;
	size_t n;
	bool all, has_newer, has_older;
	struct url some, every, newer, older;
};
void series_page(struct html *, const struct series_view *);

/* /kurser/samlet-godkendelse/{doctor} */
struct part_row {
	uint32_t course;
	const char *name;
	bool required, done;
	const char *title, *mark, *by, *words;
	struct day on;
	bool has_absent;
	uint32_t absent;
};
struct series_one_view {
	struct head head;
	struct url list, give, judge;
	const char *specialty, *auth_id;
	struct day since, last;
	enum series_state state;
	const char *by;
	struct day on;
	const struct part_row *parts;
	size_t n, missing; /* required ones that are missing */
	const char *part_fault;
	uint32_t chosen;
	struct field basis;
	struct fault_list faults;
};
void series_one_page(struct html *, const struct series_one_view *);

/* /kurser/delkurser */
struct kept_row {
	uint32_t course;
	const char *name, *leaders, *kind;
	bool has_hours, has_days, required, live, own;
	uint32_t hours, days;
	struct day last; /* none where it is open */
};
struct parts_view {
	struct head head;
	struct url make, finish;
	const struct kept_row *rows;
	size_t n;
	uint32_t hours;
	struct field name, length, days;
	bool optional;
	struct fault_list faults;
};
void parts_page(struct html *, const struct parts_view *);

/* /kurser/kursusbeviser */
void claims_page(struct html *, const struct claims_view *);

#endif
