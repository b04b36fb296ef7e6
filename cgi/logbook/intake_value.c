/* SPDX-License-Identifier: MPL-2.0
 *
 * One value of a row.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "intake_part.h"

/* --- texts and codes ------------------------------------------------------------------------ */

/* As one line.  Values are tidied at both ends already, and most are one line. */
static const char *
one_line(struct arena *a, const char *value)
{
	if (strpbrk(value, "\n\t") == NULL && strstr(value, "  ") == NULL)
		return value;
	return text_tidy_line(a, value);
}

const char *
intake_text(struct intake_subject *s, const struct intake_row *row, size_t column, size_t most)
{
	const char *text = one_line(s->rows->arena, row->value[column]);

	if (utf8_count(text) <= most)
		return text;
	intake_blame(s, row, column, "Teksten er længere end %zu tegn. Forkort den.", most);
	return "";
}

const char *
intake_needed(struct intake_subject *s, const struct intake_row *row, size_t column, size_t most,
    const char *missing)
{
	const char *text = intake_text(s, row, column, most);

	if (row->value[column][0] == '\0')
		intake_blame(s, row, column, "%s", missing);
	return text;
}

const char *
intake_id(struct intake_subject *s, const struct intake_row *row, size_t column, size_t most)
{
	return intake_needed(s, row, column, most, "Feltet skal udfyldes.");
}

const char *
intake_code(
    struct intake_subject *s, const struct intake_row *row, size_t column, size_t most, bool must)
{
	const char *text = intake_text(s, row, column, most);

	if (must && row->value[column][0] == '\0')
		intake_blame(s, row, column, "Feltet skal udfyldes.");
	else if (strchr(text, ' ') != NULL) {
		intake_blame(s, row, column, "En kode må ikke indeholde mellemrum.");
		return "";
	}
	return text;
}

size_t
intake_word(struct intake_subject *s, const struct intake_row *row, size_t column,
    const char *const *words, bool may_be_empty)
{
	struct text list = { .arena = s->rows->arena };
	const char *value = row->value[column];

	if (value[0] == '\0' && may_be_empty)
		return 0;
	for (size_t i = 0; words[i] != NULL; i++) {
		if (strcasecmp(words[i], value) == 0)
			return i;
		text_format(&list, "%s%s",
		    i == 0                     ? ""
		        : words[i + 1] == NULL ? " eller "
		                               : ", ",
		    words[i]);
	}
	if (value[0] == '\0')
		intake_blame(s, row, column, "Feltet skal udfyldes: %s.", list.at);
	else
		intake_blame(s, row, column, "\"%s\" kendes ikke. Skriv %s.",
		    intake_quoted(s->rows->arena, value), list.at);
	return 0;
}

bool
intake_yes(struct intake_subject *s, const struct intake_row *row, size_t column)
{
	static const char *const words[] = { "nej", "ja", NULL };

	return intake_word(s, row, column, words, true) == 1;
}

enum intake_origin
intake_origin_read(struct intake_subject *s, const struct intake_row *row, size_t column)
{
	static const char *const words[] = { [INTAKE_BASISLAEGE] = "BASISLAEGE",
		[INTAKE_REGION] = "REGION",
		[INTAKE_VIDEREUDDANNELSE] = "VIDEREUDDANNELSE",
		NULL };

	return (enum intake_origin)intake_word(s, row, column, words, false);
}

/* Which training region the political regions belong to (domain 18.2), by how their names, whole
 * or short, begin. */
static const struct {
	const char *beginning, *code;
} regions[] = {
	{ "hovedst", "OEST" },
	{ "sj", "OEST" },
	{ "øst", "OEST" },
	{ "Øst", "OEST" },
	{ "syd", "SYD" },
	{ "midt", "NORD" },
	{ "nord", "NORD" },
};

static bool
is_code(const char *s)
{
	return strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen(s);
}

const char *
intake_region(struct intake_subject *s, const struct intake_row *row, size_t column, bool must)
{
	const char *text = intake_text(s, row, column, INTAKE_PLACE_NAME_MOST), *name = text;

	if (text[0] == '\0') {
		if (must && row->value[column][0] == '\0')
			intake_blame(s, row, column, "Regionen mangler.");
		return "";
	}
	if (is_code(text) && strlen(text) <= INTAKE_REGION_MOST)
		return text;
	if (strncasecmp(name, "Region ", 7) == 0)
		name += 7;
	for (size_t i = 0; i < sizeof regions / sizeof regions[0]; i++)
		if (strncasecmp(name, regions[i].beginning, strlen(regions[i].beginning)) == 0)
			return regions[i].code;
	intake_blame(s, row, column, "Regionen \"%s\" kendes ikke. Skriv OEST, SYD eller NORD.",
	    intake_quoted(s->rows->arena, text));
	return "";
}

/* --- days and moments --------------------------------------------------------------------- */

/* Days outside these are slips of the finger. */
static bool
is_sensible(struct day d)
{
	return d.year >= 1900 && d.year < 2200;
}

struct day
intake_day(struct intake_subject *s, const struct intake_row *row, size_t column, bool must)
{
	const char *value = row->value[column];
	struct day d = { 0 };

	if (value[0] == '\0') {
		if (must)
			intake_blame(s, row, column, "Datoen mangler.");
		return d;
	}
	if (!day_read_danish(value, &d) || !is_sensible(d)) {
		intake_blame(s, row, column,
		    "\"%s\" er ikke en dato. Skriv den som 2027-03-01 eller 1.3.2027.",
		    intake_quoted(s->rows->arena, value));
		return (struct day){ 0 };
	}
	return d;
}

struct day
intake_day_after(struct intake_subject *s, const struct intake_row *row, size_t column, bool must)
{
	return day_add(intake_day(s, row, column, must), 1);
}

/* Two digits at s, below most; false if they are not. */
static bool
two(const char *s, int32_t most, int32_t *n)
{
	if (!isdigit((unsigned char)s[0]) || !isdigit((unsigned char)s[1]))
		return false;
	*n = (s[0] - '0') * 10 + (s[1] - '0');
	return *n < most;
}

/* "Z", "+02:00" as seconds east of Greenwich. */
static bool
zone(const char *s, int32_t *east)
{
	int32_t h, m;

	*east = 0;
	if (strcmp(s, "Z") == 0)
		return true;
	if (strlen(s) != 6 || (s[0] != '+' && s[0] != '-') || s[3] != ':' || !two(s + 1, 15, &h) ||
	    !two(s + 4, 60, &m))
		return false;
	*east = (s[0] == '-' ? -1 : 1) * (h * 3600 + m * 60);
	return true;
}

/* "2014-10-10T13:20+02:00", with or without seconds. */
static bool
read_moment(struct arena *a, const char *s, struct moment *m)
{
	struct day d;
	int32_t hour, minute, second = 0, east;
	size_t n = 16;

	if (strlen(s) < 17 || !day_read(arena_copy(a, s, 10), &d) || !is_sensible(d) ||
	    s[10] != 'T' || !two(s + 11, 24, &hour) || s[13] != ':' || !two(s + 14, 60, &minute))
		return false;
	if (s[16] == ':') {
		if (!two(s + 17, 60, &second))
			return false;
		n = 19;
	}
	if (!zone(s + n, &east))
		return false;
	m->s = (int64_t)day_number(d) * 86400 + hour * 3600 + minute * 60 + second - east;
	return true;
}

struct moment
intake_moment(struct intake_subject *s, const struct intake_row *row, size_t column)
{
	const char *value = row->value[column];
	struct moment m = { 0 };

	if (value[0] != '\0' && !read_moment(s->rows->arena, value, &m))
		intake_blame(s, row, column,
		    "\"%s\" er ikke et tidspunkt. Skriv det som 2026-04-10T13:20:00+02:00.",
		    intake_quoted(s->rows->arena, value));
	return m;
}
