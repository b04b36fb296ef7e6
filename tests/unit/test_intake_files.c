/* SPDX-License-Identifier: MPL-2.0
 *
 * What schema/seed/import says of the forms is so: the examples are read, CSV and JSON say the same,
 * schemas and descriptions name the columns that are read, and no others.  Run from the
 * project's folder.
 */
#include <json-c/json.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "intake_part.h"
#include "take_in.h"

#define FOLDER "schema/seed/import/"

static const struct {
	enum intake_form form;
	const char *name;
	const struct intake_table *table;
	size_t things; /* of the example */
} forms[] = {
	{ INTAKE_PERSONER, "personer", &intake_person_table, 4 },
	{ INTAKE_AFTALER, "aftaler", &intake_agreement_table, 3 },
	{ INTAKE_KBU, "kbu", &intake_kbu_table, 3 },
	{ INTAKE_KURSUSLEDERE, "kursusledere", &intake_leader_table, 3 },
	{ INTAKE_STEDER, "steder", &intake_place_table, 7 },
};
enum { FORMS = sizeof forms / sizeof forms[0] };

static struct bytes
file(const char *name, const char *ending)
{
	return whole_text(arena_format(arena, FOLDER "%s%s", name, ending));
}

static void
example(enum intake_form form, struct bytes b)
{
	bool is = take_in_bytes(form, b.at, b.n);

	for (size_t i = 0; i < faults.n; i++)
		print_error("%s\n", sheet_fault_text(arena, &faults.fault[i]));
	for (size_t i = 0; i < in.nrefused; i++)
		print_error("%s: %s\n", in.refused[i].label, in.refused[i].why);
	assert_true(is);
	assert_int_equal(in.nrefused, 0);
}

static size_t
things(void)
{
	return in.npersons + in.nagreements + in.nleaders + in.nplaces;
}

static void
every_example_is_read_without_a_fault(void **state)
{
	(void)state;
	for (size_t i = 0; i < FORMS; i++) {
		example(forms[i].form, file(forms[i].name, ".csv"));
		assert_int_equal(things(), forms[i].things);
		example(forms[i].form, file(forms[i].name, ".json"));
		assert_int_equal(things(), forms[i].things);
	}
}

static void
persons_are_the_same_in_csv_and_json_and_go_through_json(void **state)
{
	static const size_t with_persons[] = { 0, 2 };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		const char *json[8];
		struct intake_person again;

		example(forms[with_persons[i]].form, file(forms[with_persons[i]].name, ".csv"));
		for (size_t j = 0; j < in.npersons; j++) {
			json[j] = intake_person_json(arena, &in.persons[j]);
			assert_true(intake_person_of_json(arena, json[j], &again));
			assert_string_equal(intake_person_json(arena, &again), json[j]);
		}
		example(forms[with_persons[i]].form, file(forms[with_persons[i]].name, ".json"));
		for (size_t j = 0; j < in.npersons; j++)
			assert_string_equal(intake_person_json(arena, &in.persons[j]), json[j]);
	}
}

static void
examples_have_replacement_numbers_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < FORMS; i++) {
		example(forms[i].form, file(forms[i].name, ".csv"));
		for (size_t j = 0; j < in.npersons; j++)
			assert_true(in.persons[j].cpr.replacement);
		for (size_t j = 0; j < in.nleaders; j++)
			assert_true(in.leaders[j].cpr.replacement);
	}
}

static void
the_shak_example_is_read(void **state)
{
	(void)state;
	example(INTAKE_STEDER, file("steder-shak", ".txt"));
	assert_int_equal(in.nplaces, 3);
	assert_string_equal(in.places[0].name, "Prøveby Sygehus");
	assert_string_equal(in.places[2].name, "Sengeafsnit Øst");
}

/* --- schemas ---------------------------------------------------------------------------------- */

static struct json_object *
get(struct json_object *o, const char *key)
{
	struct json_object *v = NULL;

	if (!json_object_object_get_ex(o, key, &v))
		fail_msg("the schema has no \"%s\"", key);
	return v;
}

/* An object of the schema has the columns of that level, and the list below. */
static void
check_level(const struct intake_table *t, struct json_object *schema, unsigned level)
{
	const char *below = level + 1 < INTAKE_LEVELS ? t->lists[level] : NULL;
	struct json_object *properties = get(schema, "properties");
	size_t columns = 0;

	assert_false(json_object_get_boolean(get(schema, "additionalProperties")));
	for (size_t i = 0; i < t->n; i++)
		if (t->columns[i].level == level) {
			assert_non_null(get(properties, t->columns[i].name));
			columns++;
		}
	assert_int_equal(json_object_object_length(properties), columns + (below != NULL ? 1 : 0));
	if (below != NULL)
		check_level(t, get(get(properties, below), "items"), level + 1);
}

static void
schemas_have_the_columns_that_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < FORMS; i++) {
		struct bytes b = file(forms[i].name, ".schema.json");
		struct json_object *schema = json_tokener_parse((const char *)b.at);
		struct json_object *top;

		assert_non_null(schema);
		top = get(schema, "properties");
		assert_string_equal(json_object_get_string(get(get(top, "form"), "const")),
		    intake_form_word(forms[i].form));
		check_level(forms[i].table, get(get(top, "indhold"), "items"), 0);
		json_object_put(schema);
	}
}

/* What the schema says of a value: pattern is left to others. */
static void
check_value(struct json_object *schema, struct json_object *v, const char *key)
{
	struct json_object *rule;

	if (json_object_object_get_ex(schema, "maxLength", &rule) &&
	    (int)utf8_count(json_object_get_string(v)) > json_object_get_int(rule))
		fail_msg("%s is too long for the schema", key);
	if (json_object_object_get_ex(schema, "type", &rule) &&
	    strcmp(json_object_get_string(rule), "string") == 0)
		assert_true(json_object_is_type(v, json_type_string));
	if (json_object_object_get_ex(schema, "enum", &rule)) {
		bool found = false;

		for (size_t i = 0; i < json_object_array_length(rule); i++)
			found |= json_object_equal(json_object_array_get_idx(rule, i), v) != 0;
		if (!found)
			fail_msg("%s is none of the schema's", key);
	}
}

static void
check_object(struct json_object *schema, struct json_object *o)
{
	struct json_object *properties = get(schema, "properties");
	struct json_object *required = get(schema, "required");

	for (size_t i = 0; i < json_object_array_length(required); i++)
		get(o, json_object_get_string(json_object_array_get_idx(required, i)));
	json_object_object_foreach(o, key, v)
	{
		struct json_object *p = get(properties, key);

		if (!json_object_is_type(v, json_type_array)) {
			check_value(p, v, key);
			continue;
		}
		for (size_t i = 0; i < json_object_array_length(v); i++)
			check_object(get(p, "items"), json_object_array_get_idx(v, i));
	}
}

static void
examples_hold_what_the_schemas_say(void **state)
{
	(void)state;
	for (size_t i = 0; i < FORMS; i++) {
		struct bytes s = file(forms[i].name, ".schema.json"),
		             b = file(forms[i].name, ".json");
		struct json_object *schema = json_tokener_parse((const char *)s.at);
		struct json_object *content = json_tokener_parse((const char *)b.at);

		assert_non_null(schema);
		assert_non_null(content);
		check_object(schema, content);
		json_object_put(schema);
		json_object_put(content);
	}
}

/* --- the description ---------------------------------------------------------------------------- */

static void
the_description_names_every_column(void **state)
{
	const char *text = (const char *)file("README", ".md").at;

	(void)state;
	for (size_t i = 0; i < FORMS; i++) {
		const char *part =
		    strstr(text, arena_format(arena, "\n## %s", intake_form_word(forms[i].form)));
		const char *end;

		if (part == NULL) {
			fail_msg("%s is not described", intake_form_word(forms[i].form));
			return;
		}
		end = strstr(part + 1, "\n## ");
		part = arena_copy(arena, part, end == NULL ? strlen(part) : (size_t)(end - part));
		for (size_t j = 0; j < forms[i].table->n; j++) {
			const struct intake_column *c = &forms[i].table->columns[j];

			if (strstr(part, arena_format(arena, "\n| `%s`", c->name)) == NULL)
				fail_msg("%s: `%s` is not described", forms[i].name, c->name);
			if (c->also != NULL &&
			    strstr(part, arena_format(arena, "(`%s`)", c->also)) == NULL)
				fail_msg("%s: (`%s`) is not described", forms[i].name, c->also);
		}
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, take_in_setup, take_in_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_example_is_read_without_a_fault),
		TEST(persons_are_the_same_in_csv_and_json_and_go_through_json),
		TEST(examples_have_replacement_numbers_alone),
		TEST(the_shak_example_is_read),
		TEST(schemas_have_the_columns_that_are_read),
		TEST(examples_hold_what_the_schemas_say),
		TEST(the_description_names_every_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
