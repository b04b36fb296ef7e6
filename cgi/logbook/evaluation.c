/* SPDX-License-Identifier: MPL-2.0 */
#include "evaluation.h"

#include <json-c/json.h>

#include "number.h"

const char *
evaluation_degree(uint32_t value)
{
	static const char *const degrees[] = { "ikke relevant", "i meget ringe grad",
		"i ringe grad", "i mindre grad", "i nogen grad", "i høj grad", "i meget høj grad" };

	return value < sizeof degrees / sizeof degrees[0] ? degrees[value] : "";
}

struct day
evaluation_opens(struct day until)
{
	return day_add(until, -1 - EVALUATION_BEFORE);
}

bool
evaluation_may_be_given(struct day today, struct day until)
{
	return day_compare(today, evaluation_opens(until)) >= 0;
}

/* --- half-years ------------------------------------------------------------------------------ */

uint32_t
half_of(struct day d)
{
	return 2 * (uint32_t)d.year + (d.month > 6);
}

struct day
half_begins(uint32_t half)
{
	return (struct day){ (int16_t)(half / 2), half % 2 == 0 ? 1 : 7, 1 };
}

uint32_t
half_over(struct day today)
{
	return half_of(today) - 1;
}

const char *
half_text(struct arena *a, uint32_t half)
{
	return arena_format(a, "%u. halvår %u", half % 2 + 1, half / 2);
}

const char *
half_span(struct arena *a, uint32_t since, uint32_t half)
{
	return since == half ? half_text(a, half)
	                     : arena_format(a, "%s – %s", half_text(a, since), half_text(a, half));
}

/* --- means ------------------------------------------------------------------------------------ */

uint32_t
evaluation_tenths(int64_t total, int64_t n)
{
	return (uint32_t)((20 * total + n) / (2 * n));
}

const char *
evaluation_mean_text(struct arena *a, uint32_t tenths)
{
	return arena_format(a, "%u,%u", tenths / 10, tenths % 10);
}

enum evaluation_level
evaluation_level(uint32_t tenths)
{
	return tenths < 30 ? EVALUATION_LOW : tenths < 45 ? EVALUATION_MIDDLE : EVALUATION_HIGH;
}

const char *
evaluation_level_word(enum evaluation_level l)
{
	static const char *const words[] = { "lav", "middel", "høj" };

	return words[l];
}

const char *
evaluation_level_mark(enum evaluation_level l)
{
	static const char *const marks[] = { "level-low", "level-middle", "level-high" };

	return marks[l];
}

uint32_t
evaluation_least(const char *typed)
{
	uint32_t n;

	return number_u32(typed, &n) && n >= EVALUATION_LEAST && n <= 100 ? n : 0;
}

const char *
evaluation_missing(struct arena *a, uint32_t doctors, uint32_t least)
{
	uint32_t n = doctors < least ? least - doctors : 0;

	return arena_format(a, "Besvarelser fra %u %s mangler, før de næste svar kan læses.", n,
	    n == 1 ? "læge" : "læger");
}

/* --- a draft ---------------------------------------------------------------------------------- */

static void
put_json(void *p)
{
	json_object_put(p);
}

static void
add_answer(struct json_object *list, const struct evaluation_answer *x)
{
	struct json_object *o = json_object_new_object();

	json_object_object_add(o, "s", json_object_new_int64(x->statement));
	if (x->words == NULL)
		json_object_object_add(o, "v", json_object_new_int64(x->value));
	else
		json_object_object_add(o, "w", json_object_new_string(x->words));
	json_object_array_add(list, o);
}

const char *
evaluation_json(struct arena *a, const struct evaluation_answer *answers, size_t n)
{
	struct json_object *list = json_object_new_array();

	arena_defer(a, put_json, list);
	for (size_t i = 0; i < n; i++)
		if (answers[i].words == NULL ? answers[i].answered : answers[i].words[0] != '\0')
			add_answer(list, &answers[i]);
	return arena_string(a, json_object_to_json_string_ext(list, JSON_C_TO_STRING_PLAIN));
}
