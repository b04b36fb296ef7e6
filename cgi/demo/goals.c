/* SPDX-License-Identifier: MPL-2.0 */
#include <string.h>

#include "demo.h"

struct moment
demo_moment(struct day day, size_t n)
{
	const size_t minutes = n * 37 % (8 * 60), seconds = n * 23 % 60;

	return moment_at(day, (int32_t)((7 * 60 + minutes) * 60 + seconds));
}

const struct curriculum_file *
demo_list(const struct table *t, const struct sheet_row *row)
{
	const char *code = cell(t, row, "list");

	for (size_t i = 0; i < t->demo->nlists; i++)
		if (strcmp(t->demo->lists[i]->code, code) == 0)
			return t->demo->lists[i];
	table_fatal(t, row, "no list", code);
}

static size_t
goal_of(const struct table *t, const struct sheet_row *row, const struct curriculum_file *list,
    const char *number)
{
	for (size_t i = 0; i < list->ngoals; i++)
		if (strcmp(list->goals[i].number, number) == 0)
			return i;
	table_fatal(t, row, "no goal", number);
}

size_t
demo_goals(const struct table *t, const struct sheet_row *row, const struct curriculum_file *list,
    size_t **out)
{
	size_t *goals = arena_array(t->demo->arena, list->ngoals, sizeof *goals), n = 0;
	const char **words;
	size_t nwords = cell_words(t, row, "goals", ' ', &words);

	for (size_t i = 0; i < nwords; i++) {
		char *from = arena_string(t->demo->arena, words[i]), *to = strstr(from, "..");
		size_t a, b;

		if (strcmp(from, "*") == 0) {
			a = 0;
			b = list->ngoals - 1;
		} else {
			if (to != NULL)
				*to = '\0';
			a = goal_of(t, row, list, from);
			b = to == NULL ? a : goal_of(t, row, list, to + 2);
		}
		if (b < a || n + (b - a) + 1 > list->ngoals)
			table_fatal(t, row, "more goals than the list has", words[i]);
		while (a <= b)
			goals[n++] = a++;
	}
	*out = goals;
	return n;
}
