/* SPDX-License-Identifier: MPL-2.0
 *
 * Any urlencoded body, read as every kind of field under the names a to d: no crash, readers
 * keep their limits, and what they cannot use is a fault.
 */
#include <stdlib.h>
#include <string.h>

#include "form_make.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
check(bool holds)
{
	if (!holds)
		abort();
}

static void
check_text(const char *s)
{
	check(utf8_is_valid(s, strlen(s)) && !utf8_has_control(s, strlen(s)));
}

static void
read_ids(const struct form *f, const char *name)
{
	size_t n;
	const uint32_t *ids = form_ids(f, name, &n);

	for (size_t i = 1; i < n; i++)
		check(ids[i - 1] < ids[i]);
}

static void
read_field(const struct form *f, const char *name)
{
	const char *line = form_line(f, name, 10), *word;
	struct day d = form_day(f, name);

	check(utf8_count(line) <= 10 && strpbrk(line, "\t\r\n") == NULL);
	check(utf8_count(form_text(f, name, 20)) <= 20);
	check(strlen(form_password(f, name)) <= 1000);
	check(day_is_none(d) || day_is_real(d));
	check(form_needed(f, name, 5, "!")[0] != '\0' || form_fault(f, name) != NULL);
	form_u32(f, name, 7);
	word = form_choice(f, name, "ja", "nej", NULL);
	check(word != NULL ? form_has(f, name, word) && form_ticked(f, name) : form_wrong(f));
	check(form_file(f, name) == NULL);
	read_ids(f, name);
	check_text(form_value(f, name));
	if (form_fault(f, name) != NULL)
		check_text(form_fault(f, name));
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static struct arena *arena;
	const struct form *f;
	size_t faults;

	if (arena == NULL)
		arena = arena_make();
	f = form_make(arena, "application/x-www-form-urlencoded", (struct bytes){ at, n });
	if (f != NULL) {
		for (char name[] = "a"; name[0] <= 'd'; name[0]++)
			read_field(f, arena_string(arena, name));
		form_faults(f, &faults);
		check(faults <= 4 && form_wrong(f) == (faults > 0));
		for (size_t i = 0; i < form_pairs(f)->n; i++) {
			check_text(form_pairs(f)->at[i].name);
			check_text(form_pairs(f)->at[i].value);
		}
	}
	arena_reset(arena);
	return 0;
}
