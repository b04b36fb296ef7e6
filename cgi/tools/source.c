/* SPDX-License-Identifier: MPL-2.0 */
#include "source.h"

/* A byte inside a C string, such that any compiler in any locale reads it as itself. */
static void
c_byte(FILE *out, char c)
{
	if (c == '\n')
		fputs("\\n", out);
	else if (c == '"' || c == '\\' || c == '?') /* ? for fear of trigraphs */
		fprintf(out, "\\%c", c);
	else if (c >= ' ' && c <= '~')
		fputc(c, out);
	else
		fprintf(out, "\\%03o", (unsigned)(unsigned char)c);
}

void
source_flush(struct source *s)
{
	if (s->n == 0)
		return;
	fprintf(s->out, "\thtml_raw(o, \"");
	for (size_t i = 0; i < s->n; i++) {
		c_byte(s->out, s->literal[i]);
		if (s->literal[i] == '\n' && i + 1 < s->n)
			fprintf(s->out, "\"\n\t    \"");
	}
	fprintf(s->out, "\", %zu);\n", s->n);
	s->n = 0;
}

void
source_literal(struct source *s, char c)
{
	if (s->n == sizeof s->literal)
		source_flush(s);
	s->literal[s->n++] = c;
}

void
source_line(struct source *s, int line)
{
	fprintf(s->out, "#line %d \"", line);
	for (const char *p = s->file; *p != '\0'; p++)
		c_byte(s->out, *p);
	fprintf(s->out, "\"\n");
}
