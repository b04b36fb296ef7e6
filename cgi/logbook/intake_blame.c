/* SPDX-License-Identifier: MPL-2.0
 *
 * What is told of what is wrong, with where it stands, and never with a CPR number.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "intake_part.h"
#include "person_rule.h"

/* "Linje 3, kolonne 5 (region): "; the line only where it is another than the subject's. */
static void
put_place(struct intake_subject *s, const struct intake_row *row, size_t column)
{
	const struct intake_rows *rows = s->rows;
	bool elsewhere = row->line != s->line && row->line > 0;
	bool named = column < rows->table->n;

	if (elsewhere)
		text_format(&s->why, "Linje %u%s", (unsigned)row->line, named ? ", " : ": ");
	if (!named)
		return;
	if (rows->column[column] > 0)
		text_format(&s->why, "%s %u (%s): ", elsewhere ? "kolonne" : "Kolonne",
		    (unsigned)rows->column[column], rows->table->columns[column].name);
	else
		text_format(&s->why, "%s: ", rows->table->columns[column].name);
}

void
intake_blame(
    struct intake_subject *s, const struct intake_row *row, size_t column, const char *format, ...)
{
	const struct intake_rows *rows = s->rows;
	va_list ap;

	if (s->n++ >= INTAKE_REASONS)
		return;
	s->why.arena = rows->arena;
	if (s->why.len > 0)
		text_puts(&s->why, "\n");
	put_place(s, row, column);
	va_start(ap, format);
	text_puts(&s->why, arena_vformat(rows->arena, format, ap));
	va_end(ap);
}

static int
compare_subjects(const void *a, const void *b)
{
	const struct intake_subject *x = a, *y = b;

	return (x->line > y->line) - (x->line < y->line);
}

void
intake_refuse_all(struct intake *out, struct intake_subject *s, size_t n)
{
	if (n == 0)
		return;
	qsort(s, n, sizeof *s, compare_subjects);
	out->refused = arena_array(s->rows->arena, n, sizeof *out->refused);
	for (size_t i = 0; i < n; i++) {
		const char *label = s[i].label;

		if (label[0] == '\0')
			label = arena_format(s->rows->arena, "Linje %u", (unsigned)s[i].line);
		out->refused[i] = (struct intake_refused){ label, s[i].why.at, s[i].line };
	}
	out->nrefused = n;
}

bool
intake_holds_cpr(const char *s)
{
	struct cpr cpr;
	char ten[12];
	size_t n = 0;

	for (const char *p = s; *p != '\0'; p += n > 0 ? n : 1) {
		size_t rest;

		n = strspn(p, "0123456789");
		rest = n == 6 && (p[6] == '-' || p[6] == ' ') ? strspn(p + 7, "0123456789") : 0;
		if (n != 10 && rest != 4)
			continue;
		memcpy(ten, p, n == 10 ? 10 : 11);
		ten[n == 10 ? 10 : 11] = '\0';
		if (cpr_read(ten, &cpr))
			return true;
	}
	return false;
}

const char *
intake_quoted(struct arena *a, const char *s)
{
	return intake_holds_cpr(s) ? "…" : utf8_clip(a, text_tidy_line(a, s), 60);
}

const char *
intake_label(struct arena *a, const char *name, const char *id)
{
	if (name[0] != '\0' && !intake_holds_cpr(name))
		return utf8_clip(a, text_tidy_line(a, name), NAME_MOST);
	return intake_holds_cpr(id) ? "" : utf8_clip(a, text_tidy_line(a, id), INTAKE_SOURCE_ID);
}
