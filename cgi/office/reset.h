/* SPDX-License-Identifier: MPL-2.0
 *
 * Nulstilling: what was approved is undone on a written request (domain 11).  What can be undone is a
 * table of kinds (reset_kind.c); the pages know none of them.
 */
#ifndef RESET_H
#define RESET_H

#include "attached.h"
#include "office.h"
#include "queries/reset.h"

extern page resets_of, reset_form, resets, reset_waiting, reset_request_file;
extern action reset_give, reset_confirm_asked, reset_take_back, reset_rule_keep;

/* Something that can be reset. */
struct reset_thing {
	uint32_t id;
	const char *title, *about; /* "1.2 Modtage …", the list it is of; about is NULL for none */
	const char *goes_with;     /* lines: what is undone with it; NULL for nothing */
	const char *by, *role, *place; /* who approved it */
	uint32_t by_person, unit;      /* unit is 0 for none */
	struct moment at;
};

struct reset_kind {
	const char *word;  /* the database's */
	const char *slug;  /* in addresses */
	const char *title; /* "Kompetencer" */
	const char *one;   /* "Kompetence" */
	/* What of this doctor can be reset; false when the database failed. */
	bool (*list)(struct request *, const struct subject *, uint32_t doctor,
	    struct reset_thing **, size_t *n);
	/* Adds the step RESET to each story concerned, after the row of reset; false when somebody
	 * was faster, or the database failed. */
	bool (*strike)(struct request *, const struct subject *, uint32_t doctor, uint32_t row,
	    uint32_t reset);
	/* What rests on it, a line each: it is not changed, and says that its ground has; NULL for
	 * nothing. */
	const char *(*rests)(
	    struct request *, const struct subject *, uint32_t doctor, uint32_t row);
	/* Where the doctor sees it. */
	struct url (*seen_at)(struct arena *, uint32_t row);
};

extern const struct reset_kind reset_kinds[];
extern const size_t reset_kinds_n;

/* NULL for a word or a slug that is none. */
const struct reset_kind *reset_kind_of_word(const char *);
const struct reset_kind *reset_kind_of_slug(const char *);

/* The thing of that kind and row; NULL when it cannot be reset (any more). */
const struct reset_thing *reset_thing_of(struct request *, const struct subject *, uint32_t doctor,
    const struct reset_kind *, uint32_t row);
/* After the row of reset has been added: the steps, the audit, and everybody told (R-NUL-05).
 * False as of strike. */
bool reset_carry_out(struct request *, const struct subject *, uint32_t doctor,
    const struct reset_kind *, const struct reset_thing *);

/* --- /sekretariat/brugere/{doctor}/nulstil ----------------------------------------------- */
struct reset_row {
	struct url at;
	const char *title, *about, *by, *role, *place;
	struct moment on;
};
struct reset_group {
	const char *title;
	const struct reset_row *rows;
	size_t n;
};
struct reset_done_row {
	struct moment at;
	struct url person, file;
	const char *name, *kind, *requester, *case_no, *file_name, *by, *second;
	struct day requested_on;
	struct markup reason;
};
struct resets_of_view {
	struct head head;
	struct url person;
	const char *name;
	bool two;
	const struct reset_group *groups;
	size_t ngroups;
	const struct reset_done_row *done;
	size_t n;
};
void resets_of_page(struct html *, const struct resets_of_view *);

/* --- /sekretariat/brugere/{doctor}/nulstil/{kind}/{row} ----------------------------------- */
struct reset_form_view {
	struct head head;
	struct url at, back;
	const char *name, *once, *one;
	bool two;
	const struct reset_thing *thing;
	struct markup goes_with, rests;
	bool has_rests, is_sent; /* is_sent: it is in a package to the authority (R-NUL-07) */
	struct markup sent;      /* which */
	struct fault_list faults;
	struct field requester, requested_on, case_no, file, reason;
	uint32_t kept;
	const char *kept_name, *seen_fault;
	bool seen;
};
void reset_form_page(struct html *, const struct reset_form_view *);

/* --- /sekretariat/nulstillinger, …/{asked} ------------------------------------------------ */
struct reset_waiting_row {
	struct url at;
	const char *name, *title, *by;
	struct moment on;
	struct day last; /* that it can be confirmed on */
	bool over;
};
struct resets_view {
	struct head head;
	const char *region;
	const struct reset_waiting_row *waiting;
	size_t nwaiting;
	const struct reset_done_row *done;
	size_t n;
	bool has_newer, has_older;
	struct url newer, older, rule;
	bool two, changes; /* changes: set to something else from `since` on */
	struct day since;
	const char *rule_by; /* NULL where it was never set */
	struct moment rule_at;
};
void resets_page(struct html *, const struct resets_view *);

struct reset_waiting_view {
	struct head head;
	struct url back, person, confirm, take_back, file;
	const char *name, *title, *requester, *case_no, *file_name, *by;
	struct day requested_on, last;
	struct moment at;
	struct markup reason;
	bool may_confirm, may_take_back, own, over;
	const char *closed; /* how it ended; NULL while it waits */
};
void reset_waiting_page(struct html *, const struct reset_waiting_view *);

#endif
