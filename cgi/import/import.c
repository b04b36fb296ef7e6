/* SPDX-License-Identifier: MPL-2.0 */
#include "import.h"

#include <string.h>

#include "command.h"

extern const db_queries *const import_files[];

static const struct route routes[] = {
	PAGE("/import/", IMPORT_PEOPLE, import_front),
	PAGE("/import/bruger", IMPORT_PEOPLE, find_one),
	ACTION("/import/bruger", IMPORT_PEOPLE, find_one_search),
	PAGE("/import/bruger/{record}", IMPORT_PEOPLE, one_told),
	ACTION("/import/bruger/{record}", IMPORT_PEOPLE, one_bring),
	PAGE("/import/vejledning", KEEP_REGION, guidance),
	ACTION("/import/vejledning", KEEP_REGION, guidance_write),
	PAGE("/import/filer", IMPORT_PEOPLE, files),
	UPLOAD("/import/filer", IMPORT_PEOPLE, file_send),
	ACTION("/import/filer/igen", IMPORT_PEOPLE, file_again),
	PAGE("/import/filer/indhold", IMPORT_PEOPLE, file_form),
	PAGE("/import/filer/eksempel", IMPORT_PEOPLE, file_example),
	PAGE("/import/koersler", IMPORT_PEOPLE, runs),
	PAGE("/import/koersler/{run}", IMPORT_PEOPLE, run),
	ACTION("/import/koersler/{run}/udfoer", IMPORT_PEOPLE, run_carry_out),
	ACTION("/import/koersler/{run}/lad-vaere", IMPORT_PEOPLE, run_leave),
	PAGE("/import/koersler/{run}/tilbage", IMPORT_PEOPLE, run_back_ask),
	ACTION("/import/koersler/{run}/tilbage", IMPORT_PEOPLE, run_take_back),
	PAGE("/import/kilder", IMPORT_PEOPLE, feeds),
	PAGE("/import/kilder/ny", IMPORT_PEOPLE, feed_new),
	ACTION("/import/kilder/ny", IMPORT_PEOPLE, feed_add),
	PAGE("/import/kilder/{feed}", IMPORT_PEOPLE, feed),
	ACTION("/import/kilder/{feed}", IMPORT_PEOPLE, feed_change),
	PAGE("/import/sammenlaeg", KEEP_REGION, merge_first),
	ACTION("/import/sammenlaeg", KEEP_REGION, merge_first_search),
	PAGE("/import/sammenlaeg/{replacement}", KEEP_REGION, merge_second),
	ACTION("/import/sammenlaeg/{replacement}", KEEP_REGION, merge_second_search),
	PAGE("/import/sammenlaeg/{replacement}/{real}", KEEP_REGION, merge_both),
	ACTION("/import/sammenlaeg/{replacement}/{real}", KEEP_REGION, merge_do),
};

void
import_front(struct request *req, const struct subject *who)
{
	(void)who;
	reply_see(req, url_local(req->arena, "/import/bruger"));
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
