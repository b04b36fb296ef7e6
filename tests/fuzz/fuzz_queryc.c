/* SPDX-License-Identifier: MPL-2.0
 *
 * Any bytes as a file of statements: no crash, and what is taken has neither a comment that
 * ends early nor a string that does.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "query.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Where the C string or remark that opens at s has ended; NULL when it never does. */
static const char *
past(const char *s)
{
	if (*s == '/')
		return (s = strstr(s + 2, "*/")) == NULL ? NULL : s + 2;
	for (s++; *s != '"'; s++) {
		if (*s == '\\')
			s++;
		if (*s == '\0' || *s == '\n')
			return NULL;
	}
	return s + 1;
}

/* Outside strings and remarks only our own words stand: neither a $ nor a byte beyond ASCII,
 * as the SQL and the remarks have them. */
static void
check_c(const char *s)
{
	while (s != NULL && *s != '\0') {
		if (*s == '"' || (s[0] == '/' && s[1] == '*')) {
			s = past(s);
			continue;
		}
		if ((*s != '\n' && *s != '\t' && *s < ' ') || strchr("$@`\\'", *s) != NULL)
			abort();
		s++;
	}
	if (s == NULL)
		abort();
}

/* Compiles into memory; answers what queryc_compile does. */
static int
compile(const char *text, bool header)
{
	char *c = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&c, &n);
	int failed;

	if (out == NULL)
		abort();
	failed = queryc_compile("fuzz.sql", text, header ? out : NULL, header ? NULL : out, NULL);
	if (fclose(out) != 0)
		abort();
	if (failed && n != 0)
		abort();
	if (!failed)
		check_c(c);
	free(c);
	return failed;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1);

	if (text == NULL)
		abort();
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	if (compile(text, true) != compile(text, false))
		abort();
	free(text);
	return 0;
}
