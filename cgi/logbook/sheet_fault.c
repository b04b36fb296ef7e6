/* SPDX-License-Identifier: MPL-2.0 */
#include "sheet.h"

#include <stdarg.h>
#include <stdlib.h>

void
sheet_blame(struct sheet_faults *f, struct sheet_place at, const char *format, ...)
{
	va_list ap;

	if (f->n == SHEET_FAULTS) {
		f->more = true;
		return;
	}
	va_start(ap, format);
	f->fault[f->n++] = (struct sheet_fault){ at, arena_vformat(f->arena, format, ap) };
	va_end(ap);
}

static int
compare_faults(const void *a, const void *b)
{
	const struct sheet_place *x = &((const struct sheet_fault *)a)->at;
	const struct sheet_place *y = &((const struct sheet_fault *)b)->at;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->column > y->column) - (x->column < y->column);
}

void
sheet_sort_faults(struct sheet_faults *f)
{
	qsort(f->fault, f->n, sizeof f->fault[0], compare_faults);
}

const char *
sheet_fault_text(struct arena *a, const struct sheet_fault *f)
{
	struct text t = { .arena = a };

	text_format(&t, "Linje %u", (unsigned)f->at.line);
	if (f->at.row != f->at.line)
		text_format(&t, " (række %u i regnearket)", (unsigned)f->at.row);
	if (f->at.column > 0)
		text_format(&t, ", kolonne %u", (unsigned)f->at.column);
	if (f->at.field != NULL && f->at.field[0] != '\0')
		text_format(&t, " (%s)", f->at.field);
	text_format(&t, ": %s", f->what);
	return t.at;
}
