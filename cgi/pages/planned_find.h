/* SPDX-License-Identifier: MPL-2.0
 *
 * Planlagte læger: courses of training that are registered and have not begun (R-UI-02), as the
 * page and the workbook both ask for them.
 */
#ifndef PLANNED_FIND_H
#define PLANNED_FIND_H

#include "people_find.h"

struct planned_filter {
	const char *typed;
	struct words words;
	uint32_t region, specialty;
	const char *stage, *source, *sort;
};

/* From the query of the address; a secretariat that asks for nothing sees its own region. */
struct planned_filter planned_filter_of(struct request *, const struct subject *);
struct planned_filter planned_filter_of_form(struct arena *, const struct form *);
struct url planned_filter_url(struct arena *, struct url, const struct planned_filter *);
enum db_outcome
planned_find(struct request *, const struct subject *, const struct planned_filter *, uint32_t skip,
    uint32_t rows, struct planned_doctors **, size_t *n);
/* How it is with the mail with access: "Sendes 01.03.2027". */
const char *planned_access(struct arena *, const struct planned_doctors *);

#endif
