/* SPDX-License-Identifier: MPL-2.0
 *
 * The research training of a doctor of the region: dispensation in whole or in part, approval on
 * another basis, and who supervises (R-FOS-10, R-FOS-11, R-ROL-08).
 */
#ifndef RESEARCH_OFFICE_H
#define RESEARCH_OFFICE_H

#include "attached.h"
#include "office.h"
#include "research_assign.h"

extern page research_office, research_office_part, research_office_file;
extern action research_office_give, research_office_assign, research_office_end;

struct research_tick {
	uint32_t id;
	const char *title;
	bool chosen;
};
struct research_pick {
	const char *value, *label, *hint; /* hint NULL for none */
	bool chosen;
};
struct diploma_pick {
	uint32_t file;
	const char *name;
	struct moment at;
	struct url to;
	bool chosen;
};
/* /sekretariat/brugere/{doctor}/forskningstraening */
struct research_office_view {
	struct head head;
	struct url back, to, pdf, xlsx, json;
	const char *name;
	const struct research_view *research; /* NULL: not in main training */
	struct research_assign_view assign;
	const struct research_tick *open; /* parts that are not done */
	size_t nopen;
	struct research_pick hows[3], grounds[3];
	const char *how_fault, *parts_fault, *ground_fault;
	struct field words, case_no, file;
	bool filed;
	const struct diploma_pick *diplomas;
	size_t ndiplomas;
	uint32_t kept; /* file that is stored already, 0 for none */
	const char *kept_name;
	struct fault_list faults;
};
/* The page again with what was typed, and the file that was sent if there is one. */
void research_office_again(
    struct request *, const struct subject *, const struct form *, struct attached kept);
void research_office_page(struct html *, const struct research_office_view *);

/* /sekretariat/brugere/{doctor}/forskningstraening/del/{part} */
struct research_office_part_view {
	struct head head;
	struct url back;
	const char *name;
	struct research_story_view story;
};
void research_office_part_page(struct html *, const struct research_office_part_view *);

#endif
