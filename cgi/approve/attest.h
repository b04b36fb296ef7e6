/* SPDX-License-Identifier: MPL-2.0
 *
 * UAO and tutor: what is to be attested, the preview of what is signed, originals on paper.
 */
#ifndef APPROVE_ATTEST_H
#define APPROVE_ATTEST_H

#include "approve.h"
#include "attestations.h"
#include "queries/attest_here.h"
#include "scan.h"

extern page attest_queue, attest_preview, attest_doctor, papers, paper, paper_scan;
extern action attest_answer, paper_answer;

/* How the absence of an element stands, and what makes up for it: what is shown and signed. */
struct attest_time {
	struct absence_standing standing;
	const char *kinds;     /* "Sygdom: 12 dage", a line each; NULL for none that counts */
	const char *prolonged; /* agreements and replacement posts, in words; NULL for none */
	uint32_t exception; /* the secretariat's, 0 for none; the days it covers, and whose it is */
	int32_t excepted;
	const char *excepted_by;
};

/* False when the database failed.  Asks of an element of the own department alone. */
bool attest_time_of(
    struct request *, const struct subject *, const struct attest_elements *, struct attest_time *);

/* /vejleder/attestationer */
struct attest_task {
	struct url at;
	const char *name, *what, *state, *mark;
	struct day since, until;
	const char *when; /* "anmodet 01.03.2027", "skulle være attesteret 31.01.2027" */
};
struct attest_group {
	const char *heading, *hint;
	const struct attest_task *tasks;
	size_t n;
};
enum { ATTEST_GROUPS = 4 };
struct attest_queue_view {
	struct head head;
	const char *here;
	struct attest_group groups[ATTEST_GROUPS];
	size_t n; /* of all tasks */
	bool more;
	int64_t papers;
	struct url verify;
};
void attest_queue_page(struct html *, const struct attest_queue_view *);

/* /vejleder/attestationer/{element}/tid, …/maal */
struct attest_preview_view {
	struct head head;
	struct url queue, at;
	const struct attest_element *element;
	const struct attest_line *line;
	bool of_time;
	const struct attest_time *time;
	struct markup kinds;
	bool has_kinds;
	const char *statement;
	const char *signer, *role, *here;
	struct day today;
	const struct attest_goal *goals; /* that are due in the element */
	size_t ngoals;
	bool may_sign, may_return;
	const char *seen;  /* what the preview showed, in short: signed is that and nothing else */
	const char *moved; /* what was shown is no longer so: NULL */
	struct field reason;
	struct fault_list faults;
};
void attest_preview_page(struct html *, const struct attest_preview_view *);

/* /vejleder/laeger/{doctor}/attestationer */
struct attest_doctor_view {
	struct head head;
	struct url back;
	const char *back_label;
	const struct attest_element *elements;
	size_t n;
	bool may_print;
	struct url pdf, xlsx, json;
};
void attest_doctor_page(struct html *, const struct attest_doctor_view *);

/* /vejleder/verificering */
struct paper_row {
	struct url at;
	const char *name, *place;
	struct day since, until;
	struct moment asked;
};
struct papers_view {
	struct head head;
	const char *here;
	const struct paper_row *rows;
	size_t n;
	bool more;
};
void papers_page(struct html *, const struct papers_view *);

/* /vejleder/verificering/{id} */
struct paper_view {
	struct head head;
	struct url back, at;
	struct scan scan;
	const char *name, *place, *code, *stage, *course_number, *position_no, *signer, *title,
	    *prolonged;
	struct day since, until, signed_on;
	uint32_t fraction, days, most;
	const char *answered; /* "Verificeret af …"; NULL while it waits */
	const char *bar;      /* signed too early for the element as it is now; NULL */
	struct field reason;
	struct fault_list faults;
};
void paper_page(struct html *, const struct paper_view *);

#endif
