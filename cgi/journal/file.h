/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor's own files (R-FIL-01, R-FIL-02): put in, followed, taken back while nobody has verified them.
 */
#ifndef FILE_H
#define FILE_H

#include "file_rule.h"
#include "files.h"
#include "journal.h"

extern page own_files, own_file;
extern action file_put, file_take_back;

struct sort_choice {
	const char *word, *title;
	bool chosen;
};
struct own_files_view {
	struct head head;
	struct url at, forms;
	const char *once;
	const struct file_shown *rows;
	size_t n;
	uint32_t used_mb, quota_mb;
	struct sort_choice sorts[FILE_SORTS];
	const char *sort_fault;
	struct field title, file;
	uint32_t kept;
	const char *kept_name;
	struct fault_list faults;
};
void own_files_page(struct html *, const struct own_files_view *);

#endif
