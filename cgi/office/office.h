/* SPDX-License-Identifier: MPL-2.0
 *
 * The training secretariat: finds any user of the country, sees the logbooks of its region,
 * gives merit.
 */
#ifndef OFFICE_H
#define OFFICE_H

#include "competencies.h"
#include "gate.h"
#include "people_find.h"
#include "queries/office.h"
#include "role_rule.h"
#include "training_words.h"

extern page people, person, doctor_competencies, doctor_competency, doctor_letter, merit_doctors,
    merit_form, merits, merit;
extern action people_search, person_show_cpr, merit_doctors_search, merit_give;
extern page planned, person_new, roles, curriculum;
extern page doctor_training, doctor_absence, doctor_reckon;
extern action doctor_reckon_ask;
extern action person_new_make, role_give_to, role_end_of, curriculum_move;

/* Where the pages of a doctor's logbook lie in this program. */
struct places office_places(struct arena *, uint32_t doctor);

/* Lists are shown in pages of this many rows. */
enum { PAGE_ROWS = 25 };

/* --- choices out of a list: choose.c --------------------------------------------------- */
struct option {
	const char *value, *label;
	bool chosen;
};
struct select {
	const char *name, *label;
	const char *fault; /* NULL for none */
	const struct option *options;
	size_t n;
};
void select_line(struct html *, const struct select *);

/* Each begins with an empty choice of that label. */
struct select role_select(struct arena *, const char *none, enum role chosen);
struct select stage_select(struct arena *, const char *none, const char *chosen);
struct select source_select(struct arena *, const char *none, const char *chosen);
struct select region_select(struct request *, const char *none, uint32_t chosen);
struct select specialty_select(struct request *, const char *none, uint32_t chosen);
struct select course_select(struct request *, const char *none, uint32_t chosen);
/* General courses, for who provides one. */
struct select
provided_select(struct request *, const struct subject *, const char *none, uint32_t chosen);
/* The last day of a span that ends before `until`; no day where it is open. */
struct day last_day(struct day until);

/* --- /sekretariat/brugere, /sekretariat/godkend-merit: the search ---------------------- */
struct person_row {
	struct url at;
	const char *name, *email, *mobile, *cpr; /* cpr masked */
	const char *planned;           /* "planlagt, begynder 01.03.2027"; NULL for none */
	const struct role_held *roles; /* of today */
	size_t nroles;
	struct day begins;
	bool own; /* a doctor within reach */
};
struct people_view {
	struct head head;
	struct url at;    /* where the form goes */
	const char *what; /* label of the field */
	struct field search;
	bool own;      /* only doctors of the own region are looked for; no filters */
	bool narrowed; /* a filter is in use */
	struct select role, region, specialty, stage;
	struct field unit;
	const char *sort; /* the order in use */
	bool all;         /* everybody was asked for */
	bool asked;
	uint32_t found;
	bool more;     /* than are counted */
	bool cut;      /* pages lead no further: ask for less */
	bool unsorted; /* too many to be put in the order asked for */
	const struct person_row *rows;
	size_t n;
	uint32_t page, pages; /* pages is 0 where it is not known */
	bool has_next;
	const struct choice *sorts;
	size_t nsorts;
	bool has_list;
	struct url xlsx, everybody, fresh;
	bool may_make; /* a new user by hand */
};
void people_page(struct html *, const struct people_view *);

/* --- /sekretariat/planlagte-laeger ------------------------------------------------------- */
struct planned_row {
	struct url at;
	const char *name, *place, *stage, *specialty, *source, *region, *access;
	struct day begins;
};
struct planned_view {
	struct head head;
	struct url at;
	struct field search;
	struct select region, stage, specialty, source;
	const struct choice *sorts;
	size_t nsorts;
	const char *sort;
	const struct planned_row *rows;
	size_t n;
	uint32_t found, page, pages;
	struct url back, on, xlsx;
};
void planned_page(struct html *, const struct planned_view *);

/* --- /sekretariat/brugere/ny ----------------------------------------------------------- */
struct person_new_view {
	struct head head;
	struct url people, at;
	struct fault_list faults;
	struct field cpr, name, email, mobile, auth_id;
};
void person_new_page(struct html *, const struct person_new_view *);

/* --- /sekretariat/brugere/{doctor} ------------------------------------------------------ */
struct role_row {
	uint32_t id;
	const char *title, *place, *given_by, *given_as, *ended_by;
	struct day since, until; /* until: the last day, none where it is open */
	struct moment ended_at;
	bool now, later;
	bool may_end;      /* by who looks */
	const char *fault; /* of the form that ends it */
	const char *last;  /* as typed there */
};
struct element_row {
	const char *place, *section, *kind, *position_no; /* section, kind NULL for none */
	struct day since, until, cancelled;
	uint32_t fraction;
	bool now, is_cancelled;
};
struct list_row {
	const char *title, *version, *why;
	struct day left_on;
	bool left;
	const char *reason, *moved_by; /* NULL unless it was moved to */
	struct moment moved_at;
};
struct agreement_row {
	const char *kind, *number, *effect;
	struct day published;
};
struct change_row {
	struct moment at;
	const char *words;
};
struct course_row {
	uint32_t id;
	const char *title, *region, *number, *source, *round;
	struct day since, until, cancelled;
	bool is_cancelled;
	const struct list_row *lists;
	size_t nlists;
	const struct element_row *elements;
	size_t n;
	const struct agreement_row *agreements;
	size_t nagreements;
	const struct change_row *changes;
	size_t nchanges;
};
struct person_view {
	struct head head;
	const char *email, *mobile, *auth_id, *cpr;
	bool cpr_is_whole, replacement;
	const char *planned; /* NULL unless the doctor has not begun */
	const char *access;  /* how it is with the way in */
	const char *made;    /* "ved import", "af sekretariatet" */
	struct moment made_at;
	struct day born;
	struct url people, show_cpr, roles_at, move;
	bool may_give, may_move;
	const struct role_row *roles;
	size_t nroles, nbefore; /* those of today and later; of them all, the rest is over */
	const struct role_row *before;
	const struct course_row *courses;
	size_t ncourses;
	bool reached, elsewhere; /* a doctor within reach; a doctor of another secretariat */
	bool national;           /* who looks has no region: no logbook is within reach */
	struct url competencies, course_list, merit, training, research, pdf, xlsx, json;
	bool may_reset;
	struct url reset, notes, files;
	struct url attestations;
	struct url login;      /* help with logging in, */
	bool helped;           /* by who asks; else by */
	bool helped_above;     /* the project leader alone, or by */
	const char *helped_by; /* these secretariats, NULL where none is known */
	bool unconfirmed;      /* their way in waits for the secretariat */
};
void person_page(struct html *, const struct person_view *);

/* The roles of a person, those over apart; NULL, and *n 0, when the database failed. */
const struct role_row *role_rows(struct request *, const struct subject *, uint32_t person,
    size_t *n, const struct role_row **before, size_t *nbefore);
/* The courses of training with all that belongs to them: person_training.c. */
const struct course_row *
course_rows(struct request *, const struct subject *, uint32_t person, size_t *n);
/* "planlagt, begynder 01.03.2027"; NULL for who is shown already. */
const char *planned_words(struct arena *, bool planned, struct day begins);

/* --- /sekretariat/brugere/{doctor}/roller ------------------------------------------------ */
struct role_choice {
	struct url at;
	const char *title;
	bool here;
};
struct unit_choice {
	const char *id, *place, *code;
	bool chosen;
};
struct roles_view {
	struct head head;
	const char *name;
	struct url person, give, end;
	struct fault_list faults;
	bool oneself;
	const struct role_row *roles, *before;
	size_t nroles, nbefore;
	const struct role_choice *choices; /* what who looks may give */
	size_t nchoices;
	bool by_leader;           /* who looks is the project leader */
	const char *role, *title; /* the one chosen; NULL for none */
	bool wants_unit, wants_specialty, wants_region, wants_course;
	struct field part; /* of the name of a place */
	struct url find, places;
	const struct unit_choice *units;
	size_t nunits;
	bool asked, cut; /* for a place; more fit than are shown */
	const char *unit_fault;
	struct select specialty, region, course;
	bool no_courses;
	struct field since, last;
};
void roles_page(struct html *, const struct roles_view *);

/* --- /sekretariat/brugere/{doctor}/maalbeskrivelse ---------------------------------------- */
struct list_choice {
	const char *value, *title, *version;
	bool chosen;
};
struct list_in_force {
	const char *stage, *number, *title, *version;
	const struct list_choice *others;
	size_t n;
};
struct curriculum_view {
	struct head head;
	const char *name;
	struct url person, at, merit;
	struct fault_list faults;
	const char *to_fault;
	const struct list_in_force *lists;
	size_t n;
	bool may; /* there is something to move to */
	struct field reason;
};
void curriculum_page(struct html *, const struct curriculum_view *);

/* --- /sekretariat/brugere/{doctor}/kompetencer, …/{competency} -------------------------- */
struct doctor_competencies_view {
	struct head head;
	const struct reached *doctor;
	struct url person, merit;
	const struct competency_list *list;
};
void doctor_competencies_page(struct html *, const struct doctor_competencies_view *);

struct doctor_competency_view {
	struct head head;
	struct url list;
	const char *name;
	const struct competency_view *goal;
};
void doctor_competency_page(struct html *, const struct doctor_competency_view *);

/* --- /sekretariat/brugere/{doctor}/kort, and one of them -------------------------------------- */
struct card_row;
struct card_view;
extern page doctor_cards, doctor_card;
struct doctor_cards_view {
	struct head head;
	struct url person;
	const char *name;
	const struct card_row *rows;
	size_t n;
};
void doctor_cards_page(struct html *, const struct doctor_cards_view *);
struct doctor_card_view {
	struct head head;
	struct url list;
	const char *name;
	const struct card_view *card;
};
void doctor_card_page(struct html *, const struct doctor_card_view *);

/* --- /sekretariat/merit, /sekretariat/merit/{merit} ------------------------------------- */
struct merit_row {
	struct url at, person;
	const char *name, *by;
	struct moment on;
	uint32_t competencies;
	bool letter;
};
struct merits_view {
	struct head head;
	const struct merit_row *rows;
	size_t n;
	bool has_newer, has_older;
	struct url newer, older;
};
void merits_page(struct html *, const struct merits_view *);

struct merit_goal_row {
	const char *number, *title;
	struct url at;
};
struct decision_shown;
struct merit_view {
	struct head head;
	struct url merits, person;
	const char *name, *by, *place;
	struct moment at;
	struct markup note;
	bool has_note;
	const char *letter_name; /* NULL for none */
	uint32_t letter_pages;
	struct url letter;
	const struct merit_goal_row *goals;
	size_t n;
	const struct decision_shown *decision; /* NULL for none */
};
void merit_page(struct html *, const struct merit_view *);

#endif
