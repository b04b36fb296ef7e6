/* SPDX-License-Identifier: MPL-2.0 */
#include "xlsx.h"

#include <inttypes.h>

#include "xlsx_text.h"

enum { DAY_WIDTH = 12, MOMENT_WIDTH = 18 };

/* Beyond these Excel counts otherwise than the calendar, or rounds. */
#define FIRST_DAY ((struct day){ 1900, 3, 1 })
#define LARGEST_NUMBER 9007199254740992

static void
note_fault(struct book *b, lxw_error e)
{
	if (e != LXW_NO_ERROR)
		b->failed = true;
}

static void
widen(struct page *p, size_t column, size_t width)
{
	if (width > p->width[column])
		p->width[column] = width;
}

/* Text stays text whatever it begins with: it is never read as a formula.  What is longer
 * than a cell may be goes on below. */
void
write_text(struct page *p, size_t column, const char *text, lxw_format *format)
{
	struct arena *a = p->book->scratch;
	size_t n = xlsx_fits(text);

	p->rest[column] = NULL;
	if (*text == '\0')
		return;
	widen(p, column, xlsx_longest_line(text) + 3);
	if (text[n] != '\0') {
		p->rest[column] = text + n;
		p->more = true;
		text = arena_copy(a, text, n);
	}
	note_fault(p->book,
	    worksheet_write_string(
	        p->to, p->row, (lxw_col_t)column, xlsx_literal(a, text), format));
}

void
write_shown(struct page *p, size_t column, const char *text)
{
	write_text(p, column, shown_text(p->book->scratch, text), p->book->text);
}

static void
write_number(struct page *p, size_t column, int64_t n)
{
	struct book *b = p->book;

	if (n > LARGEST_NUMBER || n < -LARGEST_NUMBER) {
		write_shown(p, column, arena_format(b->scratch, "%" PRId64, n));
		return;
	}
	widen(p, column, 12);
	note_fault(
	    b, worksheet_write_number(p->to, p->row, (lxw_col_t)column, (double)n, b->number));
}

static void
write_day(struct page *p, size_t column, struct day d)
{
	lxw_datetime when = { .year = d.year, .month = d.month, .day = d.dom };

	if (day_compare(d, FIRST_DAY) < 0) {
		write_shown(p, column, day_text(p->book->scratch, d));
		return;
	}
	widen(p, column, DAY_WIDTH);
	note_fault(p->book,
	    worksheet_write_datetime(p->to, p->row, (lxw_col_t)column, &when, p->book->day));
}

void
write_moment(struct page *p, size_t column, struct moment m)
{
	struct day d = moment_day(m);
	int32_t s = moment_second(m);
	lxw_datetime when = { .year = d.year,
		.month = d.month,
		.day = d.dom,
		.hour = s / 3600,
		.min = s / 60 % 60,
		.sec = s % 60 };

	widen(p, column, MOMENT_WIDTH);
	note_fault(p->book,
	    worksheet_write_datetime(p->to, p->row, (lxw_col_t)column, &when, p->book->moment));
}

void
write_cell(struct page *p, size_t column, const struct table *t, size_t row, const struct column *c)
{
	const void *at = cell_at(t, row, c);

	if (cell_is_null(t, row, c))
		return;
	switch (c->type) {
	case DB_I32:
		write_number(p, column, *(const int32_t *)at);
		break;
	case DB_U32:
		write_number(p, column, *(const uint32_t *)at);
		break;
	case DB_I64:
		write_number(p, column, *(const int64_t *)at);
		break;
	case DB_DAY:
		write_day(p, column, *(const struct day *)at);
		break;
	case DB_MOMENT:
		write_moment(p, column, *(const struct moment *)at);
		break;
	case DB_BOOL:
	case DB_TEXT:
	case DB_BLOB:
		write_shown(p, column, cell_text(p->book->scratch, t, row, c));
		break;
	}
}

void
end_row(struct page *p)
{
	p->row++;
	while (p->more) {
		p->more = false;
		for (size_t i = 0; i < p->columns; i++)
			if (p->rest[i] != NULL)
				write_text(p, i, p->rest[i], p->book->text);
		p->row++;
	}
	arena_reset(p->book->scratch);
}
