/* SPDX-License-Identifier: MPL-2.0
 *
 * Rows of SHAKCOMPLETE.TXT and SHAKDELTA.TXT: fixed columns in ISO 8859-15, one line for each
 * time that a place had one name.
 *
 *     0  3  "sgh" hospital, "afd" department or section
 *     3 20  code
 *    23  8  first day, YYYYMMDD
 *    31  8  day of the change
 *    39  8  last day; 25000101 where it is open
 *    47 120 name
 *   187  1  1 new, 2 taken out, 3 changed
 *
 * A place is one row: from its first day to its last, with the name that it has now.  What was
 * closed fifteen years ago is passed over: no course of training reaches that far back.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "intake_part.h"

enum {
	KIND_AT = 0,
	CODE_AT = 3,
	SINCE_AT = 23,
	UNTIL_AT = 39,
	NAME_AT = 47,
	NAME_LENGTH = 120,
	ACTION_AT = 187,
	LEAST = NAME_AT + 1,
	YEARS_BACK = 15,
};

struct record {
	const char *code, *name, *kind;
	struct day since, until; /* until: the last day */
	uint32_t line;
};

struct records {
	struct record *at;
	size_t n, room;
};

/* --- one line ------------------------------------------------------------------------------ */

static bool
is_record(const char *s, size_t n)
{
	if (n < LEAST || (memcmp(s, "sgh", 3) != 0 && memcmp(s, "afd", 3) != 0))
		return false;
	for (size_t i = SINCE_AT; i < NAME_AT; i++)
		if (!isdigit((unsigned char)s[i]))
			return false;
	return true;
}

bool
intake_is_shak(struct bytes b)
{
	return is_record((const char *)b.at, b.n);
}

/* The eight characters in which ISO 8859-15 is not ISO 8859-1. */
static unsigned
code_point(unsigned char c)
{
	switch (c) {
	case 0xa4:
		return 0x20ac;
	case 0xa6:
		return 0x160;
	case 0xa8:
		return 0x161;
	case 0xb4:
		return 0x17d;
	case 0xb8:
		return 0x17e;
	case 0xbc:
		return 0x152;
	case 0xbd:
		return 0x153;
	case 0xbe:
		return 0x178;
	}
	return c;
}

/* The n bytes as UTF-8, control characters as spaces. */
static const char *
text_of(struct arena *a, const char *s, size_t n)
{
	struct text t = { .arena = a };

	text_puts(&t, "");
	for (size_t i = 0; i < n; i++) {
		unsigned c = code_point((unsigned char)s[i]);
		char u[4] = { 0 };

		if (c < 0x20 || (c >= 0x7f && c < 0xa0))
			u[0] = ' ';
		else if (c < 0x80)
			u[0] = (char)c;
		else if (c < 0x800) {
			u[0] = (char)(0xc0 | c >> 6);
			u[1] = (char)(0x80 | (c & 0x3f));
		} else {
			u[0] = (char)(0xe0 | c >> 12);
			u[1] = (char)(0x80 | (c >> 6 & 0x3f));
			u[2] = (char)(0x80 | (c & 0x3f));
		}
		text_puts(&t, u);
	}
	return text_tidy_line(a, t.at);
}

/* Where the file was made UTF-8 on its way, positions are counted in characters. */
static const char *
name_in_utf8(struct arena *a, const char *s, size_t n)
{
	char *name = arena_copy(a, s, n);

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)name[i];

		if (c == 0xc2 && (unsigned char)name[i + 1] < 0xa0)
			name[i] = name[i + 1] = ' ';
		else if (c < 0x20 || c == 0x7f)
			name[i] = ' ';
	}
	return text_tidy_line(a, utf8_clip(a, name, NAME_LENGTH));
}

static const char *
name_of(struct arena *a, const char *s, size_t n, bool utf8)
{
	size_t length = n - NAME_AT;

	if (utf8)
		return name_in_utf8(a, s + NAME_AT, length);
	return text_of(a, s + NAME_AT, length > NAME_LENGTH ? NAME_LENGTH : length);
}

/* No day for digits that are none. */
static struct day
day_of_digits(const char *s)
{
	int n = 0;
	struct day d;

	for (size_t i = 0; i < 8; i++)
		n = n * 10 + (s[i] - '0');
	d = (struct day){ (int16_t)(n / 10000), (int8_t)(n / 100 % 100), (int8_t)(n % 100) };
	return day_is_real(d) ? d : (struct day){ 0 };
}

static void
add_record(struct arena *a, struct records *r, struct record record)
{
	struct record *grown;

	if (r->n == r->room) {
		r->room = r->room * 2 + 256;
		grown = arena_array(a, r->room, sizeof *grown);
		if (r->n > 0)
			memcpy(grown, r->at, r->n * sizeof *grown);
		r->at = grown;
	}
	r->at[r->n++] = record;
}

static void
read_line(struct arena *a, const char *s, size_t n, bool utf8, uint32_t line, struct records *r)
{
	struct record record = { .line = line };

	if (!utf8 && n > ACTION_AT && s[ACTION_AT] == '2')
		return;
	record.code = text_of(a, s + CODE_AT, SINCE_AT - CODE_AT);
	record.name = name_of(a, s, n, utf8);
	record.kind = s[KIND_AT] == 's' ? "SYGEHUS"
	    : strlen(record.code) == 7  ? "AFSNIT"
	                                : "AFDELING";
	record.since = day_of_digits(s + SINCE_AT);
	record.until = day_of_digits(s + UNTIL_AT);
	add_record(a, r, record);
}

/* --- the file --------------------------------------------------------------------------------- */

static bool
read_lines(struct arena *a, struct bytes b, struct records *r, struct sheet_faults *faults)
{
	const char *at = (const char *)b.at, *end = at + b.n;
	bool utf8 = utf8_is_valid(at, b.n);

	for (uint32_t line = 1; at < end; line++) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t n = (size_t)((newline == NULL ? end : newline) - at);

		while (n > 0 && (at[n - 1] == '\r' || at[n - 1] == '\x1a'))
			n--;
		if (is_record(at, n))
			read_line(a, at, n, utf8, line, r);
		else if (n > 0)
			sheet_blame(faults, (struct sheet_place){ line, line, 0, NULL },
			    "Linjen er ikke skrevet som i SHAKCOMPLETE.TXT: sgh eller afd, koden, tre "
			    "datoer og navnet.");
		at = newline == NULL ? end : newline + 1;
	}
	return faults->n == 0;
}

static int
compare_records(const void *a, const void *b)
{
	const struct record *x = a, *y = b;
	int c = strcmp(x->code, y->code);

	if (c == 0)
		c = day_compare(x->since, y->since);
	return c != 0 ? c : (x->line > y->line) - (x->line < y->line);
}

/* The old counties, which the two first figures of a code are after, by training region. */
static const char *
region_of(const char *code)
{
	static const char *const east[] = { "13", "14", "15", "20", "25", "30", "35", "38", "40" };
	static const char *const south[] = { "42", "50", "55", "60" };
	static const char *const north[] = { "65", "66", "70", "76", "80" };

	for (size_t i = 0; i < sizeof east / sizeof east[0]; i++)
		if (strncmp(code, east[i], 2) == 0)
			return "OEST";
	for (size_t i = 0; i < sizeof south / sizeof south[0]; i++)
		if (strncmp(code, south[i], 2) == 0)
			return "SYD";
	for (size_t i = 0; i < sizeof north / sizeof north[0]; i++)
		if (strncmp(code, north[i], 2) == 0)
			return "NORD";
	return "";
}

static void
put(struct intake_rows *rows, struct intake_row *row, const char *column, const char *value)
{
	row->value[intake_column_of(rows->table, column)] = value;
}

/* The n records of one code, in order of time. */
static void
add_place(struct intake_rows *rows, const struct record *r, size_t n)
{
	const struct record *named = &r[n - 1];
	struct day last = r[n - 1].until, oldest = rows->today;
	struct intake_row *row;

	for (size_t i = n; i > 0; i--)
		if (day_compare(r[i - 1].since, rows->today) <= 0) {
			named = &r[i - 1];
			break;
		}
	oldest.year = (int16_t)(oldest.year - YEARS_BACK);
	if (day_compare(last, oldest) < 0 && !day_is_none(last))
		return;
	row = intake_row_add(rows, named->line);
	put(rows, row, "kode", r->code);
	put(rows, row, "type", named->kind);
	put(rows, row, "navn", named->name);
	put(rows, row, "region", region_of(r->code));
	put(rows, row, "fra", day_iso(rows->arena, r->since));
	put(rows, row, "til", last.year < 2200 ? day_iso(rows->arena, last) : "");
}

bool
intake_rows_of_shak(struct bytes b, struct intake_rows *rows, struct sheet_faults *faults)
{
	struct records r = { 0 };
	size_t run;

	if (!read_lines(rows->arena, b, &r, faults))
		return false;
	if (r.n > 0)
		qsort(r.at, r.n, sizeof *r.at, compare_records);
	for (size_t i = 0; i < r.n; i += run) {
		for (run = 1; i + run < r.n && strcmp(r.at[i].code, r.at[i + run].code) == 0; run++)
			;
		add_place(rows, &r.at[i], run);
	}
	return true;
}
