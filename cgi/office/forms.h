/* SPDX-License-Identifier: MPL-2.0
 *
 * Keeping the library of forms (R-FIL-03): each secretariat its own, the project leader those of all of
 * Denmark.  A new version comes to the old ones, a form is ended; nothing goes away.
 */
#ifndef FORMS_H
#define FORMS_H

#include "office.h"

extern page forms_kept_show, form_show, form_version_show;
extern action form_put_in, form_renew, form_finish;

struct form_kept_row {
	struct url at;
	const char *title, *whom, *name, *by;
	uint32_t version;
	struct moment on, ended; /* ended: no moment while it is offered */
};
struct forms_kept_view {
	struct head head;
	struct url at, library;
	const char *once;
	const struct form_kept_row *rows;
	size_t n;
	struct field title, file;
	struct select stage, specialty;
	struct fault_list faults;
};
void forms_kept_page(struct html *, const struct forms_kept_view *);

struct form_version_row {
	struct url at;
	uint32_t version, pages;
	const char *name, *by;
	struct moment on;
};
struct form_show_view {
	struct head head;
	struct url back, at, finish;
	const char *whom;
	bool ended;
	uint32_t version; /* that was read */
	const struct form_version_row *rows;
	size_t n;
	struct field file;
	struct fault_list faults;
};
void form_show_page(struct html *, const struct form_show_view *);

#endif
