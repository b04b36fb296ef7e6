/* SPDX-License-Identifier: MPL-2.0
 *
 * "Uddannelsesforløb", "Fravær" and "Beregner": a doctor's courses of training and their time, as
 * everybody sees them who reaches the logbook.  Three programs show them, each under its own
 * addresses; what a page holds follows the reach of who asks.
 */
#ifndef TRAINING_VIEW_H
#define TRAINING_VIEW_H

#include "form.h"
#include "gate.h"
#include "training.h"

/* Where the pages about one doctor's training lie. */
struct time_places {
	struct url back; /* to where one came from; text NULL for one's own logbook */
	struct url training, reckon;
	struct url print; /* without its ending; text NULL for who may not print */
	struct url list;  /* of competencies; ?liste= is added */
	struct url
	    absence; /* ?delforloeb= is added; text NULL in one's own logbook, where the element
			     * is part of the address */
};

/* The page of absence of an element. */
struct url time_absence_url(struct arena *, const struct time_places *, uint32_t element);

/* --- Uddannelsesforløb ---------------------------------------------------------------------- */

struct time_element_row {
	const char *place, *section, *kind, *specialty, *position_no; /* NULL where there is none */
	const char *state, *mark;                                     /* words; class */
	struct day since, until;                                      /* until: the last day */
	uint32_t fraction;
	bool sees; /* absence may be seen */
	bool gone; /* cancelled or replaced, on: */
	struct day cancelled;
	const char *standing; /* "12 af højst 36 dage" */
	const char *over;     /* NULL unless the limit is passed */
	struct url absence;
	const char *const *faults; /* what is warned of */
	size_t nfaults;
};
struct time_agreement_row {
	const char *kind, *number, *effect;
	struct day published;
};
struct time_change_row {
	struct moment at;
	const char *words;
};
struct time_list_row {
	struct url at;
	const char *title, *version;
	bool left;
};
struct time_course_view {
	const char *title, *number, *region;
	struct day since, until, cancelled; /* until: the last day */
	bool is_cancelled, over, later;
	bool has_notes; /* something is warned of, or absence is above the limit */
	const struct time_list_row *lists;
	size_t nlists;
	const struct time_element_row *elements;
	size_t n;
	const char *const *faults; /* of the whole course */
	size_t nfaults;
	const struct time_agreement_row *agreements;
	size_t nagreements;
	const struct time_change_row *changes;
	size_t nchanges;
};
struct training_view {
	struct head head;
	const char *name; /* of the doctor; NULL in one's own logbook */
	struct time_places places;
	bool may_print, may_reckon;
	struct url pdf, xlsx, json;
	const struct time_course_view *courses; /* the present one first */
	size_t n;
};
void training_page(struct html *, const struct training_view *);

/* Answers the page for that doctor; 404 when the doctor is not within reach.  Records the look
 * unless it is one's own logbook. */
void training_show(
    struct request *, const struct subject *, uint32_t doctor, const struct time_places *);

/* The courses as the page and the print hold them; *n of them. */
const struct time_course_view *time_courses_of(struct request *, const struct subject *,
    const struct training *, const struct time_places *, size_t *n);
/* "19 dage er mere end grænsen …"; NULL when the limit is not passed. */
const char *time_over_words(struct arena *, const struct absence_standing *);

/* --- Fravær --------------------------------------------------------------------------------- */

struct absence_row {
	struct day since, last;
	int32_t days;
	const char *title, *by, *role;
	bool counts;
	struct moment at, cancelled; /* taken out then, */
	const char *cancelled_by;    /* by */
	bool may;                    /* be taken out by who asks */
	struct url out;              /* where the form that does so goes */
};
struct absence_part_row {
	const char *title;
	int32_t days;
	bool counts;
};
struct absence_choice {
	uint32_t id;
	const char *title;
	bool chosen, counts;
};
struct absence_place {
	struct url at;
	const char *label;
	bool here;
};
struct absence_view {
	struct head head;
	const char *name; /* of the doctor; NULL in one's own logbook */
	struct time_places places;
	const struct absence_place *elements; /* whose absence may be seen */
	size_t nelements;
	bool shown; /* false: there is no element whose absence may be seen */
	uint32_t element;
	const char *place;
	struct day since, until; /* until: the last day */
	uint32_t fraction;
	struct absence_standing standing;
	const char *over;
	struct day make_up_until; /* the last day, where something is missing */
	int32_t uncounted;
	const struct absence_part_row *parts;
	size_t nparts;
	const struct absence_row *rows; /* newest first */
	size_t n;
	bool may;      /* who asks may register */
	struct url at; /* where the form goes */
	const struct absence_choice *types;
	size_t ntypes;
	const char *type_fault;
	struct field since_field, until_field;
	struct fault_list faults;
};
void absence_page(struct html *, const struct absence_view *);

/* Answers the page of an element, 0 for the present one or else the last begun.  may: the program
 * lets who asks register, if the element is theirs.  form is NULL for a page that is opened. */
void absence_show(struct request *, const struct subject *, uint32_t doctor, uint32_t element,
    const struct time_places *, bool may, const struct form *, unsigned status);

/* Registers what the form says (R-TID-04), tells the secretariat of more than two weeks in a row
 * (R-TID-07), and leads to the page.  True when a row was added: the same sent again adds none. */
bool absence_keep(struct request *, const struct subject *, uint32_t doctor, uint32_t element,
    const struct time_places *, const struct form *);
/* Takes one out, which stays to be seen, and leads to the page.  True when it was taken out now. */
bool absence_drop(struct request *, const struct subject *, uint32_t doctor, uint32_t absence,
    const struct time_places *);
/* The element whose absence this person may register (0: the one that the page shows): one of the doctor's that is seen, not
 * cancelled, and asked for as the doctor, UAO or tutor.  NULL for any other. */
const struct training_element *
absence_element(const struct subject *, const struct training *, uint32_t element);

/* The kinds of absence as a form offers them, with the one it has chosen; *n of them. */
const struct absence_choice *absence_choices(
    struct request *, const struct subject *, uint32_t course, const struct form *, size_t *n);

/* --- Beregner ------------------------------------------------------------------------------- */

struct reckon_row {
	const char *place;
	struct day since, until, new_since, new_until; /* last days */
	struct day attest, new_attest;                 /* first day of the attestation of time */
	bool moved;
};
struct reckon_view {
	struct head head;
	const char *name;
	struct time_places places;
	struct url at;
	const struct absence_choice *types;
	size_t ntypes;
	const char *type_fault;
	struct field since, until, days, part_since, fraction;
	struct fault_list faults;
	bool answered, moves;
	const char *const *steps;
	size_t nsteps;
	const char *course;
	const char *agree; /* with whom it is to be agreed (R-FOR-04) */
	const struct reckon_row *rows;
	size_t n;
	struct day course_until, new_course_until, sending, new_sending;
};
void reckon_page(struct html *, const struct reckon_view *);

/* Answers the calculator for that doctor, with an answer when the form asks for one. */
void reckon_show(struct request *, const struct subject *, uint32_t doctor,
    const struct time_places *, const struct form *);

#endif
