/* SPDX-License-Identifier: MPL-2.0 */
#include "evaluate.h"

extern const db_queries *const evaluate_files[];

/* What has a name of its own stands before {employment}. */
static const struct route routes[] = {
	PAGE("/evaluering/", EVALUATE_PLACE, own),
	OPEN_PAGE("/evaluering/steder", places),
	OPEN_PAGE("/evaluering/steder/{unit}", place),
	OPEN_PAGE("/evaluering/steder/{unit}/gennemsnit.xlsx", place_sheet),
	PAGE("/evaluering/afdelingen", SEE_EVALUATIONS, here),
	ACTION("/evaluering/afdelingen/kommentar", SEE_EVALUATIONS, comment),
	PAGE("/evaluering/{employment}", EVALUATE_PLACE, answer),
	ACTION("/evaluering/{employment}", EVALUATE_PLACE, answer_send),
};

int
main(int argc, char **argv)
{
	static const struct program program = { "evaluate",
		{ routes, sizeof routes / sizeof routes[0] }, evaluate_files };

	return serve(&program, argc, argv);
}
