/* SPDX-License-Identifier: MPL-2.0
 *
 * The report "Kompetencer": every competency of a list with its approval, merit notes in full
 * under theirs, the others in a part of their own, merit letters behind (R-PRN-01 … 03,
 * R-MER-05).  What came back or was taken back is printed as not approved: a refusal stays
 * between the doctor and the department (R-KOM-16); so is what was reset.  What was approved in part is
 * printed so, without the words on what remains.
 */
#ifndef COMPETENCY_REPORT_H
#define COMPETENCY_REPORT_H

#include "catalogue.h"
#include "queries/decision.h"
#include "queries/export.h"
#include "queries/logbook.h"
#include "queries/note_shared.h"
#include "report.h"

/* What it is made from; everything borrowed, rows as the statements give them. */
struct competency_facts {
	const struct curriculum_list *list;
	const struct doctor_reached *courses; /* the doctor's lists; one of them is list */
	size_t ncourses;
	const char *name, *cpr, *auth_id; /* cpr as printed, auth_id may be NULL */
	struct moment printed;
	const struct competencies_now *now; /* sorted by competency */
	size_t nnow;
	const struct merits_of_doctor *merits; /* newest first */
	size_t nmerits;
	const struct merit_links *links;
	size_t nlinks;
	const struct decisions_of_doctor *decisions; /* of the merits that came with one */
	size_t ndecisions;
	const struct letters_of_doctor *letters; /* oldest first */
	size_t nletters;
	const struct notes_shared *notes; /* newest first; those marked for it are printed */
	size_t nnotes;
	const char *part; /* of a file of several: letters are "Bilag 6.1"; "" or NULL alone */
	bool letters_elsewhere; /* another part has the letters behind it */
	bool has_cards;         /* the list has assessment cards */
	size_t ncards;          /* approved ones, of the list */
};

const struct report *competency_report(struct arena *, const struct competency_facts *);

#endif
