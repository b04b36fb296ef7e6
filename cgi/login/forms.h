/* SPDX-License-Identifier: MPL-2.0
 *
 * /adgang/formularer: the shared library of forms (R-FIL-03), for everybody who is logged in.
 */
#ifndef FORMS_H
#define FORMS_H

#include "login.h"

extern page forms, form_fetch;

struct form_row {
	struct url at;
	const char *title, *whom, *region,
	    *name; /* whom: "HU, Kirurgi"; region: NULL for all of Denmark */
	uint32_t pages, kb;
	struct moment on;
};
struct forms_view {
	struct head head;
	const struct form_row *rows;
	size_t n;
};
void forms_page(struct html *, const struct forms_view *);

#endif
