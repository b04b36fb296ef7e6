/* SPDX-License-Identifier: MPL-2.0
 *
 * --prepare of a tool: its statements, proved under its account.
 */
#ifndef PREPARE_H
#define PREPARE_H

#include "db.h"

/* Says on standard output what the server says against each statement of the files (NULL at
 * the end), and how many there are.  True when there was nothing against any. */
bool prepare_files(struct db *, const char *account, const db_queries *const *files);

#endif
