/* SPDX-License-Identifier: MPL-2.0 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "demo.h"
#include "log.h"
#include "role.h"

static void
put_string(FILE *o, const char *s)
{
	fputc('"', o);
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			fprintf(o, "\\%c", *s);
		else if ((unsigned char)*s < ' ')
			fprintf(o, "\\u%04x", (unsigned)*s);
		else
			fputc(*s, o);
	}
	fputc('"', o);
}

static void
put_member(FILE *o, const char *before, const char *name, const char *value)
{
	fprintf(o, "%s\"%s\": ", before, name);
	put_string(o, value);
}

static void
put_person(FILE *o, const struct table *t, const struct sheet_row *r)
{
	put_member(o, "    {", "role", cell(t, r, "login"));
	put_member(o, ", ", "name", cell(t, r, "name"));
	put_member(o, ", ", "email", cell(t, r, "email"));
	put_member(o, ", ", "cpr", cell(t, r, "cpr"));
	put_member(o, ", ", "note", cell(t, r, "note"));
	fputc('}', o);
}

/* Whole or not at all: written beside its place and moved there. */
static void
write_json(const struct table *t, const char *url, const char *path)
{
	const char *beside = arena_format(t->demo->arena, "%s.new", path);
	FILE *o = fopen(beside, "we");
	bool wrong;

	if (o == NULL)
		fatal("%s: %s", beside, strerror(errno));
	put_member(o, "{\n  ", "url", url);
	put_member(o, ",\n  ", "password", demo_password);
	fputs(",\n  \"people\": [\n", o);
	for (size_t i = 0; i < t->sheet.nrows; i++) {
		put_person(o, t, &t->sheet.rows[i]);
		fputs(i + 1 < t->sheet.nrows ? ",\n" : "\n", o);
	}
	fputs("  ]\n}\n", o);
	wrong = ferror(o) != 0;
	if (fclose(o) != 0 || wrong || rename(beside, path) != 0)
		fatal("%s: %s", path, strerror(errno));
}

/* As wide as the widest of them. */
static void
put_column(const char *s, size_t wide)
{
	const size_t n = utf8_count(s);

	printf("%s%*s", s, n < wide ? (int)(wide - n) + 2 : 2, "");
}

static void
put_line(const struct table *t, const struct sheet_row *r)
{
	put_column(cell(t, r, "email"), 37);
	put_column(role_title(role_of_word(cell(t, r, "login"))), 28);
	printf("%s\n", cell(t, r, "note"));
}

void
tell(const struct demo *d, const char *url, const char *out, bool fresh)
{
	struct table t;

	table_open(&t, d, "people.csv");
	write_json(&t, url, out);
	printf("%s\n\nLog ind på %s/ med en af disse og adgangskoden %s\n\n",
	    fresh ? "Prøvedata er lagt i databasen." : "Prøvedata er der allerede.", url,
	    demo_password);
	for (size_t i = 0; i < t.sheet.nrows; i++)
		if (strcmp(cell(&t, &t.sheet.rows[i], "shown"), "ja") == 0)
			put_line(&t, &t.sheet.rows[i]);
	printf("\nAlle %zu står i %s. Personer, steder og CPR-numre er opdigtede.\n", t.sheet.nrows,
	    out);
}
