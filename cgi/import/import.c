/* SPDX-License-Identifier: MPL-2.0 */
#include "import.h"

#include <string.h>

#include "command.h"

extern const db_queries *const import_files[];

static const struct route routes[] = {
	PAGE("/import/", IMPORT_PEOPLE, import_front),
};

void
import_front(struct request *req, const struct subject *who)
{
	answer_not_found(req, who);
}

/* A word first: the command line.  Nothing, or an option of serve's: the pages. */
int
main(int argc, char **argv)
{
	static const struct program program = { "import",
		{ routes, sizeof routes / sizeof routes[0] }, import_files };

	if (argc > 1 && strcmp(argv[1], "--routes") != 0 && strcmp(argv[1], "--prepare") != 0)
		return command(argc, argv);
	return serve(&program, argc, argv);
}
