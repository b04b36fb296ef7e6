/* SPDX-License-Identifier: MPL-2.0 */
#include "take_in.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

struct arena *arena;
struct intake in;
struct sheet_faults faults;

int
take_in_setup(void **state)
{
	(void)state;
	setenv("TZ", "Europe/Copenhagen", 1);
	tzset();
	arena = arena_make();
	return 0;
}

int
take_in_teardown(void **state)
{
	(void)state;
	arena_drop(arena);
	return 0;
}

struct bytes
whole_text(const char *path)
{
	FILE *f = fopen(path, "rb");
	char *at = arena_take(arena, 1024 * 1024);
	size_t n;

	if (f == NULL)
		fail_msg("%s cannot be opened", path);
	n = fread(at, 1, 1024 * 1024, f);
	fclose(f);
	return (struct bytes){ (unsigned char *)at, n };
}

bool
take_in_bytes(enum intake_form form, const void *s, size_t n)
{
	memset(&faults, 0, sizeof faults);
	faults.arena = arena;
	return intake_read(
	    arena, form, (struct bytes){ s, n }, (struct day){ 2026, 4, 15 }, &in, &faults);
}

bool
take_in(enum intake_form form, const char *s)
{
	return take_in_bytes(form, s, strlen(s));
}

static void
print_all(void)
{
	for (size_t i = 0; i < faults.n; i++)
		print_error("%s\n", sheet_fault_text(arena, &faults.fault[i]));
	for (size_t i = 0; i < in.nrefused; i++)
		print_error("%u %s: %s\n", (unsigned)in.refused[i].line, in.refused[i].label,
		    in.refused[i].why);
}

/* --- what is told is described ---------------------------------------------------------------- */

/* The beginning of a reason, up to its first stop, with what differs from case to case (numbers,
 * what is quoted) as three dots; and so the description as a whole. */
static const char *
in_general(const char *s, const char *stops)
{
	struct text t = { .arena = arena };

	text_puts(&t, "");
	while (*s != '\0' && strchr(stops, *s) == NULL) {
		size_t digits = strspn(s, "0123456789"), space = strspn(s, " \n");

		if (*s == '"' && strchr(s + 1, '"') != NULL) {
			text_puts(&t, "\"…\"");
			s = strchr(s + 1, '"') + 1;
		} else if (digits > 0 || space > 0) {
			text_puts(&t, digits > 0 ? "…" : " ");
			s += digits + space;
		} else
			text_add(&t, s++, 1);
	}
	return t.at;
}

static void
assert_described(const char *why)
{
	const char *all = (const char *)whole_text("schema/seed/import/README.md").at;
	const char *column = strstr(why, "): ");

	if (column != NULL)
		why = column + 3;
	else if (strncmp(why, "Linje ", 6) == 0)
		why = strchr(why, ':') + 2;
	if (strstr(in_general(all, ""), in_general(why, ".:,")) == NULL)
		fail_msg("the description does not tell of: %s", in_general(why, ".:,"));
}

void
taken(enum intake_form form, const char *s)
{
	bool is = take_in(form, s);

	print_all();
	assert_true(is);
	assert_int_equal(in.nrefused, 0);
}

/* "XXXXXX-1234" or ten digits in a row. */
static bool
holds_digits(const char *s)
{
	for (; *s != '\0'; s++) {
		size_t n = strspn(s, "0123456789-");

		if (n >= 10 && strspn(s, "0123456789") >= 6)
			return true;
		s += n > 0 ? n - 1 : 0;
	}
	return false;
}

void
refused_one(enum intake_form form, const char *s, uint32_t line, const char *words)
{
	if (!take_in(form, s)) {
		print_all();
		fail_msg("refused whole, but only a part should be: %s", words);
	}
	if (in.nrefused != 1)
		print_all();
	assert_int_equal(in.nrefused, 1);
	if (strstr(in.refused[0].why, words) == NULL)
		fail_msg("\"%s\" has not \"%s\"", in.refused[0].why, words);
	assert_int_equal(in.refused[0].line, line);
	assert_true(in.refused[0].label[0] != '\0');
	assert_false(holds_digits(in.refused[0].label) || holds_digits(in.refused[0].why));
	assert_described(in.refused[0].why);
}

void
refused_whole(enum intake_form form, const char *s, uint32_t line, const char *words)
{
	bool found = false;

	assert_false(take_in(form, s));
	assert_true(faults.n > 0);
	for (size_t i = 0; i < faults.n && !found; i++)
		found =
		    faults.fault[i].at.line == line && strstr(faults.fault[i].what, words) != NULL;
	if (!found)
		print_all();
	assert_true(found);
	assert_described(faults.fault[0].what);
	assert_int_equal(in.npersons + in.nagreements + in.nleaders + in.nplaces + in.nrefused, 0);
}
