/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor's own logbook.
 */
#ifndef JOURNAL_H
#define JOURNAL_H

#include "competencies.h"
#include "front.h"
#include "gate.h"
#include "notes.h"
#include "qr.h"
#include "queries/journal.h"

extern page front, competencies, competency, notes, letter, insight;
extern page training, own_absence, own_reckon;
extern action own_absence_keep, own_absence_drop, own_reckon_ask;
extern page cards, card, card_new, card_write;
extern action ask, ask_change, withdraw, entry_put, entry_out, card_make, card_save, card_undo;

/* The page of one competency, with a form that was sent and what is wrong with it. */
void
competency_show(struct request *, const struct subject *, const struct form *, unsigned status);

/* Where the pages of this program lie. */
struct places journal_places(struct arena *);

/* /logbog/oversigt: where I stand */
struct waiting_goal {
	const char *number, *title;
	struct signer by;
	struct day on;
	struct url at;
	const char *waited; /* "ventet 23 dage" */
};
struct doubt_line {
	struct moment at;
	const char *by, *role, *place;
	struct markup words;
};
struct front_view {
	struct head head;
	const char *place;       /* NULL between elements */
	struct day since, until; /* first and last day of the present course */
	bool begun, over;
	const char *region;
	const struct competency_list *const *lists; /* the present course's first */
	size_t n;
	size_t all; /* competencies in all of them */
	const struct waiting_goal *returned, *asked;
	size_t nreturned, nasked;
	struct url competencies;
	const struct doubt_line *doubts; /* newest first (R-KOM-14) */
	size_t ndoubts;
	const struct front_more *more; /* NULL without a list */
};
void front_page(struct html *, const struct front_view *);

/* /logbog/kompetencer */
struct competencies_view {
	struct head head;
	const struct competency_list *list;
};
void competencies_page(struct html *, const struct competencies_view *);

/* /logbog/kompetencer/{competency} */
struct element_choice {
	uint32_t id;
	const char *place;
	bool is_now, chosen;
	struct day until; /* last day */
};
struct rating_choice {
	uint32_t value;
	bool chosen;
};
struct count_choice {
	uint32_t value;
	const char *label;
	bool chosen;
};
struct entry_button {
	const struct entry_row *entry;
	struct url at;
};
struct competency_page_view {
	struct head head;
	const struct competency_view *goal;
	struct url list, ask, withdraw, change, count, note;
	bool may_ask, may_withdraw, nobody_to_ask;
	uint32_t latest;                    /* the step that a change is a change of */
	const char *remains_by;             /* who approved a part last, NULL when nobody did */
	const struct count_choice *counted; /* what may be written down */
	size_t ncounted;
	const char *counted_fault, *once;
	struct field number, date, remark;
	const struct entry_button *out; /* what may be taken out again */
	size_t nout;
	struct qr qr;            /* where the supervisor answers; size 0: none */
	bool left;               /* the list was left for another version */
	const char *returned_by; /* who sent it back last, NULL when nobody did */
	struct markup reason;
	const struct element_choice *elements;
	size_t nelements;
	const char *element_fault;
	struct rating_choice ratings[RATING_MOST];
	const char *rating_fault;
	struct field words;
	struct fault_list faults;
};
void competency_page(struct html *, const struct competency_page_view *);

/* /logbog/notater */
struct note_row {
	struct moment at;
	const char *by, *role, *place;
	struct markup text;
	bool has_text;
	const char *letter_name;
	uint32_t letter_pages;
	struct url letter;
	struct markup goals;
	bool has_goals;
	const char *decided;  /* "Sagsnr. 26/1, afgjort …"; NULL without a decision */
	const char *scope;    /* what it gives besides competencies; NULL for nothing */
	struct url decision;  /* its letter */
	const char *reset_by; /* NULL unless it was reset */
	struct moment reset_at;
	struct markup reset_reason;
};
struct notes_view {
	struct head head;
	struct url write;
	const struct note_shown *own;
	size_t nown;
	const struct note_row *rows;
	size_t n;
};
void notes_page(struct html *, const struct notes_view *);

/* /logbog/indsigt */
struct look_row {
	struct moment at;
	const char *name, *role, *place, *page;
};
struct insight_view {
	struct head head;
	const struct look_row *rows;
	size_t n;
	bool has_newer, has_older;
	struct url newer, older;
	const struct delivered_to_archive *delivered; /* on the first page */
	size_t ndelivered;
};
void insight_page(struct html *, const struct insight_view *);

#endif
