/* SPDX-License-Identifier: MPL-2.0
 *
 * pagec: turn an HTML template into C functions.
 *
 *	pagec list.html > list.c
 *
 * A template is HTML with these marks, each on one line:
 *
 *	{{ use "file.h" }}			becomes #include
 *	{{ page NAME(TYPE v, …) }}		starts a function; its prototype stands in file.h
 *	{{ page NAME_begin(…) opens div p }}	leaves these elements open (outermost first) …
 *	{{ page NAME_end(…) closes div p }}	… for this one to close
 *	{{ part NAME(TYPE v, …) }}		a page for this template alone
 *	{{ EXPR }}				a value, written as the place demands
 *	{{ if EXPR }} {{ elif EXPR }} {{ else }} {{ end }}
 *	{{ each TYPE x in ARRAY, COUNT }} {{ end }}	x points at each in turn
 *	{{ put NAME(ARG, …) }}			another page
 *
 * Where a value stands is read from the HTML around it (place.c).  In text and in a quoted
 * attribute it is escaped.  In an attribute that holds an address it must be a struct url.
 * Anywhere else it is refused.  Comments, indentation and empty lines stay out of the page.
 */
#include "template.h"

#include <err.h>
#include <stdlib.h>

static char *
slurp(const char *file)
{
	FILE *f = fopen(file, "r");
	char *s = NULL;
	size_t cap = 0;
	ssize_t n;

	if (f == NULL)
		err(1, "%s", file);
	if ((n = getdelim(&s, &cap, '\0', f)) == -1)
		errx(1, "%s:1: a template without a page", file);
	if (s[n - 1] == '\0')
		errx(1, "%s:1: a NUL byte", file);
	fclose(f);
	return s;
}

/* Writes nothing unless all of it is right. */
int
main(int argc, char **argv)
{
	char *text, *c = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&c, &n);
	int refused;

	if (argc != 2)
		errx(2, "usage: pagec FILE.html");
	if (out == NULL)
		err(1, "memory");
	text = slurp(argv[1]);
	refused = template_compile(argv[1], text, out);
	fclose(out);
	if (refused)
		fprintf(stderr, "%s\n", template_message());
	else if (fwrite(c, 1, n, stdout) != n || fflush(stdout) != 0)
		err(1, "standard output");
	free(c);
	free(text);
	return refused;
}
