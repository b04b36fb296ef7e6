/* SPDX-License-Identifier: MPL-2.0
 *
 * Any bytes as an import file: no crash, what is read is text, a refusal has a reason.
 */
#include <stdlib.h>
#include <string.h>

#include "curriculum.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
check_text(const char *s)
{
	if (s == NULL || !utf8_is_valid(s, strlen(s)) || utf8_has_control(s, strlen(s)))
		abort();
}

static void
check_faults(struct arena *a, const struct sheet_faults *faults)
{
	for (size_t i = 0; i < faults->n; i++) {
		if (faults->fault[i].at.line == 0)
			abort();
		check_text(sheet_fault_text(a, &faults->fault[i]));
	}
}

static void
check_goals(const struct curriculum_file *file)
{
	if (file->ngoals == 0)
		abort();
	for (size_t i = 0; i < file->ngoals; i++) {
		const struct curriculum_goal *g = &file->goals[i];

		check_text(g->number);
		check_text(g->title);
		check_text(g->clarification);
		if (i > 0 && text_compare_natural(g[-1].number, g->number) == 0)
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static struct arena *arena;
	static struct sheet_faults faults;
	struct curriculum_file file;
	struct sheet sheet;
	struct bytes bytes = { at, n };

	if (arena == NULL)
		arena = arena_make();
	faults = (struct sheet_faults){ .arena = arena };
	if (sheet_read(arena, bytes, &sheet, &faults) != (faults.n == 0))
		abort();
	check_faults(arena, &faults);
	for (size_t i = 0; i < sheet.nrows; i++)
		for (size_t j = 0; j < sheet.ncolumns; j++)
			if (sheet.rows[i].cells[j].text != NULL)
				check_text(sheet.rows[i].cells[j].text);
			else if (faults.n == 0)
				abort();
	faults = (struct sheet_faults){ .arena = arena };
	if (curriculum_read(arena, bytes, &file, &faults))
		check_goals(&file);
	else if (faults.n == 0)
		abort();
	check_faults(arena, &faults);
	arena_reset(arena);
	return 0;
}
