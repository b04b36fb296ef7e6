/* SPDX-License-Identifier: MPL-2.0 */
#include "verify.h"

extern const db_queries *const verify_files[];

/* What has a name of its own stands before {reference}. */
static const struct route routes[] = {
	OPEN_PAGE("/verificer/", ask),
	OPEN_UPLOAD("/verificer/", check),
	OPEN_PAGE("/verificer/vejledning", guide),
	OPEN_PAGE("/verificer/noegle/{key}.pem", public_key),
	OPEN_PAGE("/verificer/{reference}", by_reference),
};

int
main(int argc, char **argv)
{
	static const struct program program = { "verify",
		{ routes, sizeof routes / sizeof routes[0] }, verify_files };

	return serve(&program, argc, argv);
}
