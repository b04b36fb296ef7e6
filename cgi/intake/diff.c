/* SPDX-License-Identifier: MPL-2.0 */
#include "diff.h"

#include <string.h>

void
diff_begin(struct diff *d, struct arena *a)
{
	*d = (struct diff){ .said.arena = a, .before.arena = a, .after.arena = a };
	text_puts(&d->said, "");
	text_puts(&d->before, "");
	text_puts(&d->after, "");
}

void
json_add(struct text *t, const char *s)
{
	if (s == NULL) {
		text_puts(t, "null");
		return;
	}
	text_puts(t, "\"");
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			text_puts(t, "\\");
		if ((unsigned char)*s < ' ')
			text_format(t, "\\u%04x", (unsigned)(unsigned char)*s);
		else
			text_add(t, s, 1);
	}
	text_puts(t, "\"");
}

static void
column_add(struct text *t, const char *column, const char *value)
{
	text_puts(t, t->len == 0 ? "{" : ",");
	json_add(t, column);
	text_puts(t, ":");
	json_add(t, value);
}

static const char *
shown(const char *s)
{
	return s == NULL || *s == '\0' ? "(ingen)" : s;
}

/* stored: as the column holds it; told: as a person reads it. */
static bool
note(struct diff *d, const char *title, const char *column, const char *was, const char *is,
    const char *was_told, const char *is_told)
{
	if (strcmp(was == NULL ? "" : was, is == NULL ? "" : is) == 0)
		return false;
	column_add(&d->before, column, was);
	column_add(&d->after, column, is);
	d->any = true;
	if (title != NULL)
		text_format(&d->said, "%s%s: %s → %s", d->said.len == 0 ? "" : "\n", title,
		    shown(was_told), shown(is_told));
	return true;
}

bool
diff_text(struct diff *d, const char *title, const char *column, const char *was, const char *is)
{
	return note(d, title, column, was, is, was, is);
}

static const char *
number_text(struct arena *a, uint32_t n)
{
	return n == 0 ? NULL : arena_format(a, "%u", n);
}

bool
diff_number(struct diff *d, const char *title, const char *column, uint32_t was, uint32_t is)
{
	struct arena *a = d->said.arena;

	return was != is && diff_text(d, title, column, number_text(a, was), number_text(a, is));
}

static const char *
day_stored(struct arena *a, struct day day)
{
	return day_is_none(day) ? NULL : day_iso(a, day);
}

bool
diff_day(struct diff *d, const char *title, const char *column, struct day was, struct day is)
{
	struct arena *a = d->said.arena;

	return day_compare(was, is) != 0 &&
	    note(d, title, column, day_stored(a, was), day_stored(a, is), day_text(a, was),
	        day_text(a, is));
}

bool
diff_last_day(struct diff *d, const char *title, const char *column, struct day was, struct day is)
{
	struct arena *a = d->said.arena;

	return day_compare(was, is) != 0 &&
	    note(d, title, column, day_stored(a, was), day_stored(a, is),
	        day_text(a, day_add(was, -1)), day_text(a, day_add(is, -1)));
}

/* "2027-03-01 13:05:00", as a DATETIME holds it. */
static const char *
moment_stored(struct arena *a, struct moment m)
{
	char *text;

	if (m.s == 0)
		return NULL;
	text = arena_string(a, moment_iso(a, m));
	text[10] = ' ';
	text[19] = '\0';
	return text;
}

bool
diff_moment(
    struct diff *d, const char *title, const char *column, struct moment was, struct moment is)
{
	struct arena *a = d->said.arena;

	return was.s != is.s &&
	    note(d, title, column, moment_stored(a, was), moment_stored(a, is), moment_text(a, was),
	        moment_text(a, is));
}

bool
diff_named(struct diff *d, const char *title, const char *column, uint32_t was, uint32_t is,
    const char *was_name, const char *is_name)
{
	struct arena *a = d->said.arena;

	return was != is &&
	    note(d, title, column, number_text(a, was), number_text(a, is), was_name, is_name);
}

static const char *
object(const struct text *t)
{
	return t->len == 0 ? "" : arena_format(t->arena, "%s}", t->at);
}

const char *
diff_before(const struct diff *d)
{
	return object(&d->before);
}

const char *
diff_after(const struct diff *d)
{
	return object(&d->after);
}
