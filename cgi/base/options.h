/* SPDX-License-Identifier: MPL-2.0
 *
 * The options of a command at the shell: --socket PATH, --dry-run.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

/* One that a command knows.  Either takes a value, which lands in *text, or is said or not, which lands in *said;
 * the other of the two is NULL. */
struct option_known {
	const char *name; /* "dry-run" */
	const char **text;
	bool *said;
};

enum { OPTIONS_MOST = 15 };

/* Reads what a command was told; what is not said stays as it was.  The words that are no options are moved to the
 * end of argv, in their order (getopt_long(3)); the index of the first of them is answered, argc when there is none,
 * and 0 when an option is unknown, or has no value, or one that it does not take: nothing is written about it.  At
 * most OPTIONS_MOST are known.  Values are argv's own. */
int options_read(int argc, char **argv, const struct option_known *known, size_t n);

#endif
