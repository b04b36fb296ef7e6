/* SPDX-License-Identifier: MPL-2.0
 *
 * queryc: turn named SQL statements into C functions.
 *
 *	queryc -h approval.sql > approval.h
 *	queryc -c approval.sql > approval.c
 *	queryc -f approval.sql > approval_form.c	(NAME_form: the columns of its rows alone)
 *
 * A statement is SQL right under a header of comments:
 *
 *	-- NAME: what it is for
 *	-- in: who, state text, before day?
 *	-- out: id u32, trainee text, asked day, note text?
 *	-- out: like NAME		(instead: the rows of a statement before it)
 *	-- rows: one | many | none
 *	-- open: why this one need not ask who is asking
 *	-- chain: the chained table that it adds a row to
 *	SELECT ... WHERE supervisor = :who AND state = :state;
 *
 * :name may stand more than once; each becomes a ? bound from the argument of that name, so
 * an argument can be neither forgotten nor bound twice by slip.  `who` is the subject, and
 * gives :who, :as, :today and :now.  A statement without it is refused unless its header
 * says why ("open:"), and so is one that asks the server for the date or for luck.  One that asks
 * the view reach of its argument doctor has a second form for that doctor (query_reach.c).
 */
#include "query.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#ifndef QUERYC_LIBRARY
/* The whole file; NULL, with errno, when it cannot be read or holds a NUL. */
static char *
file_read(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = NULL;
	size_t cap = 0;
	ssize_t n;

	if (in == NULL)
		return NULL;
	n = getdelim(&text, &cap, '\0', in);
	if (n < 0 && !ferror(in) && (text = realloc(text, 1)) != NULL)
		text[0] = '\0';
	if (ferror(in) || (n > 0 && text[n - 1] == '\0')) {
		if (!ferror(in))
			errno = EILSEQ;
		free(text);
		text = NULL;
	}
	fclose(in);
	return text;
}

int
main(int argc, char **argv)
{
	char *text;
	char what;
	int failed;

	if (argc != 3 || argv[1][0] != '-' || argv[1][1] == '\0' || argv[1][2] != '\0' ||
	    strchr("hcf", argv[1][1]) == NULL) {
		fputs("usage: queryc -h | -c | -f FILE.sql\n", stderr);
		return 2;
	}
	what = argv[1][1];
	if ((text = file_read(argv[2])) == NULL) {
		fprintf(stderr, "queryc: %s: %s\n", argv[2], strerror(errno));
		return 1;
	}
	failed = queryc_compile(argv[2], text, what == 'h' ? stdout : NULL,
	    what == 'c' ? stdout : NULL, what == 'f' ? stdout : NULL);
	free(text);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fprintf(stderr, "queryc: %s\n", strerror(errno));
		return 1;
	}
	return failed;
}
#endif
