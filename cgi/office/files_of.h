/* SPDX-License-Identifier: MPL-2.0
 *
 * /sekretariat/brugere/{doctor}/filer, …/{file}
 */
#ifndef FILES_OF_H
#define FILES_OF_H

#include "file_rule.h"
#include "files.h"
#include "office.h"

extern page region_files, region_file;

struct office_files_view {
	struct head head;
	struct url back;
	const char *name;
	const struct file_shown *rows;
	size_t n;
};
void office_files_page(struct html *, const struct office_files_view *);

#endif
