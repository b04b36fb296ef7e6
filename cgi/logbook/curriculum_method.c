/* SPDX-License-Identifier: MPL-2.0 */
#include <string.h>
#include <strings.h>

#include "curriculum_part.h"
#include "number.h"

/* The next piece of a list parted by bars, tidied; NULL behind the last. */
static const char *
next_piece(struct arena *a, const char **list)
{
	const char *from = *list;
	size_t n;

	if (from == NULL)
		return NULL;
	n = strcspn(from, "|");
	*list = from[n] == '|' ? from + n + 1 : NULL;
	return text_tidy_line(a, arena_copy(a, from, n));
}

static struct curriculum_method *
find_method(const struct curriculum_goal *goal, const char *name)
{
	for (size_t i = 0; i < goal->nmethods; i++)
		if (strcasecmp(goal->methods[i].name, name) == 0)
			return &goal->methods[i];
	return NULL;
}

/* Answers what is wrong with one more method, or NULL. */
static const char *
refuse_method(const struct curriculum_goal *goal, const char *name)
{
	if (name[0] == '\0')
		return "Der står en | for meget mellem metoderne.";
	if (strchr(name, '=') != NULL)
		return "Antal skrives i kolonnen minimum, ikke ved metoden.";
	if (utf8_count(name) > CURRICULUM_METHOD)
		return "En metode er på over 100 tegn. Metoder adskilles med |.";
	if (find_method(goal, name) != NULL)
		return "Den samme metode står to gange.";
	return goal->nmethods == CURRICULUM_METHODS ? "Der er flere end 12 metoder." : NULL;
}

void
curriculum_read_methods(struct curriculum_reader *r, struct curriculum_goal *goal, const char *list,
    struct sheet_place at)
{
	const char *name, *why;

	goal->methods = arena_array(r->arena, CURRICULUM_METHODS, sizeof *goal->methods);
	if (list[0] == '\0')
		return;
	while ((name = next_piece(r->arena, &list)) != NULL) {
		if ((why = refuse_method(goal, name)) != NULL)
			sheet_blame(r->faults, at, "%s", why);
		else
			goal->methods[goal->nmethods++].name = name;
	}
}

/* One "method=count". */
static void
read_minimum(struct curriculum_reader *r, struct curriculum_goal *goal, const char *piece,
    struct sheet_place at)
{
	const char *sign = strrchr(piece, '='), *name;
	struct curriculum_method *method;
	uint32_t count = 0;

	if (sign == NULL || !number_u32(text_tidy(r->arena, sign + 1), &count) || count < 1 ||
	    count > 999) {
		sheet_blame(r->faults, at, "\"%s\" skal have formen metode=antal, fx mini-CEX=3.",
		    utf8_clip(r->arena, piece, 60));
		return;
	}
	name = text_tidy(r->arena, arena_copy(r->arena, piece, (size_t)(sign - piece)));
	if ((method = find_method(goal, name)) == NULL)
		sheet_blame(r->faults, at, "\"%s\" er ikke en af målets metoder.",
		    utf8_clip(r->arena, name, 60));
	else if (method->minimum > 0)
		sheet_blame(r->faults, at, "\"%s\" står to gange.", method->name);
	else
		method->minimum = count;
}

void
curriculum_read_minimums(struct curriculum_reader *r, struct curriculum_goal *goal,
    const char *list, struct sheet_place at)
{
	const char *piece;

	if (list[0] == '\0')
		return;
	while ((piece = next_piece(r->arena, &list)) != NULL)
		read_minimum(r, goal, piece, at);
}
