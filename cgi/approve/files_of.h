/* SPDX-License-Identifier: MPL-2.0
 *
 * Files of the department's doctors, verified by the present UAO or tutor (R-FIL-02).
 */
#ifndef FILES_OF_H
#define FILES_OF_H

#include "approve.h"
#include "file_rule.h"
#include "files.h"
#include "scan.h"

extern page files_waiting, doctor_files, file_page, file_content_shown;
extern action file_decide;

struct file_waiting_row {
	struct url at;
	const char *doctor, *sort, *title;
	struct moment on;
};
struct files_waiting_view {
	struct head head;
	const char *here;
	const struct file_waiting_row *rows;
	size_t n;
};
void files_waiting_page(struct html *, const struct files_waiting_view *);

struct doctor_files_view {
	struct head head;
	struct url back;
	const char *name;
	const struct file_shown *rows;
	size_t n;
};
void doctor_files_page(struct html *, const struct doctor_files_view *);

struct file_view {
	struct head head;
	struct url queue, all, at;
	struct scan scan;
	const char *doctor, *sort, *title, *sha256, *state, *mark;
	uint32_t kb;
	struct moment uploaded;
	const char *answered; /* "Verificeret af …"; NULL while it waits */
	struct markup words;
	bool has_words, may;
	struct field reason;
	struct fault_list faults;
};
void file_page_page(struct html *, const struct file_view *);

#endif
