/* SPDX-License-Identifier: MPL-2.0
 *
 * What the project leader keeps for the whole country: settings of the site, since when a
 * specialty has the logbook, course leaders; and the lists that are published.
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#include "office.h"
#include "queries/reference.h"

extern page settings, specialties, specialty, leaders, lists;
extern action settings_keep, specialty_keep, course_make;

/* --- /sekretariat/indstillinger ----------------------------------------------------------- */
struct setting_row {
	struct field field;
	const char *by; /* who changed it; NULL for nobody */
	struct moment at;
};
struct settings_view {
	struct head head;
	struct url at;
	struct fault_list faults;
	const struct setting_row *rows;
	size_t n;
};
void settings_page(struct html *, const struct settings_view *);

/* --- /sekretariat/specialer, …/{specialty} ------------------------------------------------ */
struct specialty_row {
	struct url at;
	const char *name;
	struct day electronic_from; /* none: not yet */
	bool later;                 /* that day is still to come */
	uint32_t lists;
};
struct specialties_view {
	struct head head;
	struct url shown; /* the page that everybody sees */
	const struct specialty_row *rows, *ended;
	size_t n, nended, without;
};
void specialties_page(struct html *, const struct specialties_view *);

struct specialty_view {
	struct head head;
	struct url list, at;
	struct fault_list faults;
	struct field from;
};
void specialty_page(struct html *, const struct specialty_view *);

/* --- /sekretariat/kursusledere ------------------------------------------------------------ */
struct course_leader {
	struct url person;
	const char *name, *role, *course; /* course: NULL for none */
	const char *from;                 /* where the role comes from */
	struct day since, until;          /* until: the last day, none where it is open */
	bool now;
};
struct led_course {
	const char *name, *code, *kind, *leaders; /* leaders: "" for nobody */
};
struct led_specialty {
	const char *name; /* "" for what is of no specialty */
	const struct course_leader *leaders;
	size_t nleaders;
	const struct led_course *courses;
	size_t ncourses;
};
struct specialty_choice {
	uint32_t id;
	const char *name;
	bool chosen;
};
struct leaders_view {
	struct head head;
	struct url at, people;
	struct fault_list faults;
	const struct led_specialty *rows; /* with somebody or something in them */
	size_t n;
	const char *const *headless; /* specialties without a head course leader today */
	size_t nheadless;
	struct field name;
	const char *specialty_fault;
	const struct specialty_choice *specialties;
	size_t nspecialties;
};
void leaders_page(struct html *, const struct leaders_view *);

/* --- /sekretariat/maalbeskrivelser -------------------------------------------------------- */
struct published_row {
	const char *title, *stage, *specialty, *version, *basis;
	struct day cutoff;
	uint32_t goals, doctors, ever;
	bool demo;
};
struct lists_view {
	struct head head;
	const struct published_row *rows;
	size_t n;
};
void lists_page(struct html *, const struct lists_view *);

#endif
