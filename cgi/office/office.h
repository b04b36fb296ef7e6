/* SPDX-License-Identifier: MPL-2.0
 *
 * The training secretariat: finds any user of the country, sees the logbooks of its region,
 * gives merit.
 */
#ifndef OFFICE_H
#define OFFICE_H

#include "competencies.h"
#include "gate.h"
#include "queries/office.h"

extern page people, person, doctor_competencies, doctor_competency, doctor_letter, merit_doctors,
    merit_form, merits, merit;
extern action people_search, person_show_cpr, merit_doctors_search, merit_give;

/* Where the pages of a doctor's logbook lie in this program. */
struct places office_places(struct arena *, uint32_t doctor);

/* Lists are shown in pages of this many rows. */
enum { PAGE_ROWS = 25 };

/* --- /sekretariat/brugere, /sekretariat/godkend-merit: the search ---------------------- */
struct role_held {
	const char *title, *place; /* place is "" where there is none */
};
struct person_row {
	struct url at;
	const char *name, *email, *cpr; /* cpr masked */
	const struct role_held *roles;  /* of today */
	size_t nroles;
	bool own; /* a doctor within reach */
};
struct people_view {
	struct head head;
	struct url at;    /* where the form goes */
	const char *what; /* label of the field */
	struct field search;
	bool asked, own; /* own: only doctors of the own region are looked for */
	uint32_t found;
	bool more; /* than are counted */
	const struct person_row *rows;
	size_t n;
	uint32_t page, pages;
};
void people_page(struct html *, const struct people_view *);

/* --- /sekretariat/brugere/{doctor} ------------------------------------------------------ */
struct role_row {
	const char *title, *place, *given_by;
	struct day since, until; /* until: the last day, none where it is open */
	bool now;
};
struct element_row {
	const char *place;
	struct day since, until;
	uint32_t fraction;
	bool now;
};
struct course_row {
	const char *title, *region, *number;
	struct day since, until;
	struct markup lists;
	bool has_lists;
	const struct element_row *elements;
	size_t n;
};
struct person_view {
	struct head head;
	const char *email, *mobile, *auth_id, *cpr;
	bool cpr_is_whole, replacement;
	struct day born;
	struct url people, show_cpr;
	const struct role_row *roles;
	size_t nroles;
	const struct course_row *courses;
	size_t ncourses;
	bool reached, elsewhere; /* a doctor within reach; a doctor of another secretariat */
	struct url competencies, merit, pdf, xlsx, json;
	struct url login; /* help with logging in */
};
void person_page(struct html *, const struct person_view *);

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
};
void merit_page(struct html *, const struct merit_view *);

#endif
