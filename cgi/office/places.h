/* SPDX-License-Identifier: MPL-2.0
 *
 * Places: hospitals, their departments and sections, practices.  What is a SHAK unit comes by
 * import; practices may be made by hand in the own region, also one that has no name yet, which
 * is named later (R-DM-04).  Nothing is deleted: a place that is none any more has a last day.
 */
#ifndef PLACES_H
#define PLACES_H

#include "office.h"
#include "queries/reference.h"

extern page places, place, place_new, place_name;
extern action places_search, place_make, place_finish, place_name_give;

/* --- /sekretariat/steder ------------------------------------------------------------------ */
struct place_row {
	struct url at;
	const char *name, *kind, *code, *region, *leaders; /* leaders: "" for nobody */
	const char *size; /* "24 afdelinger", "3 læger i dag"; below a hospital "3" */
	struct day until; /* the last day; none where it is open */
	bool below;       /* a section of the department above it */
};
struct region_row {
	const char *training_region, *name;
	struct day since, until; /* none where it is there already, or goes on */
};
struct places_view {
	struct head head;
	struct url at, make;
	struct field search;
	bool asked, may_make;
	const char *own; /* the region that is shown when nothing is asked for; NULL: all */
	const struct place_row *rows;
	size_t n;
	uint32_t found, page, pages;
	struct url before, after;
	const struct region_row *regions; /* when nothing is asked for */
	size_t nregions;
};
void places_page(struct html *, const struct places_view *);

/* --- /sekretariat/steder/{place} ---------------------------------------------------------- */
struct leader_row {
	struct url at;
	const char *name, *role;
	struct day since;
};
struct place_view {
	struct head head;
	const struct place_one *place;
	const char *kind;
	struct url places, above, name_it, finish;
	struct day since, until; /* none where it was always there, or is open */
	const struct leader_row *leaders;
	size_t nleaders;
	struct place_numbers numbers;
	const struct place_row *parts;
	size_t nparts;
	bool has_department, placeholder, may_finish;
	struct fault_list faults;
	struct field last_day;
};
void place_page(struct html *, const struct place_view *);

/* --- /sekretariat/steder/ny --------------------------------------------------------------- */
struct kind_choice {
	const char *word, *title;
	bool chosen;
};
struct place_new_view {
	struct head head;
	struct url places, at;
	uint32_t
	    back_to; /* the place without a name whose doctors wait for this practice; 0: none */
	struct fault_list faults;
	struct kind_choice kinds[3];
	const char *kind_fault;
	struct field name, town, code;
};
void place_new_page(struct html *, const struct place_new_view *);

/* --- /sekretariat/steder/{place}/navngiv -------------------------------------------------- */
struct element_choice {
	uint32_t id;
	const char *name;
	struct day since, until; /* until: the last day */
	bool ticked;
};
struct practice_choice {
	uint32_t id;
	const char *name;
	bool chosen;
};
struct place_name_view {
	struct head head;
	struct url place, at, make;
	const char *place_name;
	struct fault_list faults;
	const char *element_fault, *practice_fault;
	const struct element_choice *elements;
	size_t nelements;
	const struct practice_choice *practices;
	size_t npractices;
};
void place_name_page(struct html *, const struct place_name_view *);

/* What people call a kind of place: "Afdeling" of "AFDELING". */
const char *place_kind_title(const char *kind);
/* The last day of a span that ends before `until`; no day where it is open. */
struct day place_last_day(struct day until);

#endif
