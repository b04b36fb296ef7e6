/* SPDX-License-Identifier: MPL-2.0
 *
 * Rows of a JSON file: { "form": "PERSONER", "indhold": [ … ] }.  The things of the list are
 * read one by one, so that each is known by its line and a whole country takes no more room
 * than its largest person.
 */
#include <json-c/json.h>
#include <string.h>

#include "intake_part.h"

enum { DEPTH = 10 };

struct cursor {
	const char *at, *end;
	uint32_t line;
	struct intake_rows *rows;
	struct sheet_faults *faults;
	struct json_tokener *tokener;
};

static bool
fault(const struct cursor *c, const char *what)
{
	sheet_blame(c->faults, (struct sheet_place){ c->line, c->line, 0, NULL }, "%s", what);
	return false;
}

/* --- one thing and all that is in it ----------------------------------------------------------- */

/* The text of a value that is no list and no object; NULL when it is none or no text. */
static const char *
scalar(struct arena *a, struct json_object *v)
{
	const char *text;
	size_t n;

	switch (json_object_get_type(v)) {
	case json_type_null:
		return "";
	case json_type_boolean:
		return json_object_get_boolean(v) ? "ja" : "nej";
	case json_type_int:
	case json_type_string:
		text = json_object_get_string(v);
		n = strlen(text);
		if (json_object_is_type(v, json_type_string) &&
		    n != (size_t)json_object_get_string_len(v))
			return NULL;
		if (!utf8_is_valid(text, n) || utf8_has_control(text, n))
			return NULL;
		return text_tidy(a, text);
	case json_type_double:
	case json_type_object:
	case json_type_array:
		return NULL;
	}
	return NULL;
}

/* Puts one key's value where it belongs. */
static bool
take_key(const struct cursor *c, unsigned level, const char *key, struct json_object *v,
    const char **value)
{
	const struct intake_table *t = c->rows->table;
	struct arena *a = c->rows->arena;
	size_t i = intake_column_of(t, key);

	if (i == t->n || t->columns[i].level != level)
		return fault(c,
		    arena_format(a, "Nøglen \"%s\" kendes ikke her.",
		        utf8_is_valid(key, strlen(key)) && !utf8_has_control(key, strlen(key))
		            ? intake_quoted(a, key)
		            : "…"));
	value[i] = scalar(a, v);
	if (value[i] == NULL)
		return fault(c,
		    arena_format(a,
		        "Værdien af \"%s\" er ikke en tekst, et helt tal, true, false eller "
		        "null, eller teksten indeholder et usynligt styretegn.",
		        t->columns[i].name));
	return true;
}

static bool take_object(const struct cursor *, unsigned level, struct json_object *, const char **);

/* Each thing of the list below, with all that is around it; none is one row without. */
static bool
take_list(const struct cursor *c, unsigned level, struct json_object *list, const char **around)
{
	size_t n = list == NULL ? 0 : json_object_array_length(list);
	size_t size = c->rows->table->n * sizeof *around;
	const char **value = arena_take(c->rows->arena, size);

	if (n == 0) {
		if (c->rows->n == INTAKE_ROWS)
			return fault(c, "Filen har for mange delforløb. Del den i flere.");
		memcpy(intake_row_add(c->rows, c->line)->value, around, size);
		return true;
	}
	for (size_t i = 0; i < n; i++) {
		memcpy(value, around, size);
		if (!take_object(c, level, json_object_array_get_idx(list, i), value))
			return false;
	}
	return true;
}

/* value holds what is around it, and is filled with what the object says. */
static bool
take_object(const struct cursor *c, unsigned level, struct json_object *o, const char **value)
{
	const char *below = level + 1 < INTAKE_LEVELS ? c->rows->table->lists[level] : NULL;
	struct json_object *list = NULL;

	if (!json_object_is_type(o, json_type_object))
		return fault(c, "Her skal stå et objekt: { … }.");
	json_object_object_foreach(o, key, v)
	{
		if (below == NULL || strcmp(key, below) != 0) {
			if (!take_key(c, level, key, v, value))
				return false;
		} else if (json_object_is_type(v, json_type_array))
			list = v;
		else
			return fault(c,
			    arena_format(
			        c->rows->arena, "\"%s\" skal være en liste: [ … ].", below));
	}
	return take_list(c, level + 1, list, value);
}

static bool
take_thing(const struct cursor *c, struct json_object *o)
{
	const char **value = arena_array(c->rows->arena, c->rows->table->n, sizeof *value);

	for (size_t i = 0; i < c->rows->table->n; i++)
		value[i] = "";
	return take_object(c, 0, o, value);
}

/* --- the file --------------------------------------------------------------------------------- */

static void
pass_space(struct cursor *c)
{
	for (; c->at < c->end && *c->at != '\0' && strchr(" \t\r\n", *c->at) != NULL; c->at++)
		c->line += *c->at == '\n';
}

/* Past that character, where it is next. */
static bool
pass(struct cursor *c, char which)
{
	pass_space(c);
	if (c->at == c->end || *c->at != which)
		return false;
	c->at++;
	return true;
}

/* The value that begins here; NULL with a fault when it is none.  Whoever gets it puts it. */
static struct json_object *
next_value(struct cursor *c)
{
	struct json_object *v;
	size_t n;

	pass_space(c);
	json_tokener_reset(c->tokener);
	v = json_tokener_parse_ex(c->tokener, c->at, (int)(c->end - c->at));
	if (json_tokener_get_error(c->tokener) != json_tokener_success || v == NULL) {
		n = json_tokener_get_parse_end(c->tokener);
		for (size_t i = 0; i < n && c->at + i < c->end; i++)
			c->line += c->at[i] == '\n';
		fault(c,
		    json_tokener_get_error(c->tokener) == json_tokener_error_parse_utf8_string
		        ? "Teksten er ikke UTF-8."
		        : "Filen er ikke JSON: her er den skrevet forkert eller slutter for tidligt.");
		json_object_put(v);
		return NULL;
	}
	return v;
}

/* Past the value that next_value gave. */
static void
pass_value(struct cursor *c)
{
	for (size_t n = json_tokener_get_parse_end(c->tokener); n > 0; n--, c->at++)
		c->line += *c->at == '\n';
}

static bool
key_is(struct cursor *c, const char *key)
{
	struct json_object *v;
	bool is;

	pass_space(c);
	if (c->at == c->end || *c->at != '"' || (v = next_value(c)) == NULL)
		return false;
	is =
	    json_object_is_type(v, json_type_string) && strcmp(json_object_get_string(v), key) == 0;
	json_object_put(v);
	pass_value(c);
	return is;
}

/* { "form": "…", "indhold": [ */
static bool
read_beginning(struct cursor *c)
{
	const char *form = c->rows->table->form;

	if (!pass(c, '{') || !key_is(c, "form") || !pass(c, ':'))
		return fault(c, "Filen skal begynde med { \"form\": … }.");
	if (!key_is(c, form))
		return fault(c,
		    arena_format(c->rows->arena,
		        "Filens form er en anden end den, der er valgt: %s.", form));
	if (!pass(c, ',') || !key_is(c, "indhold") || !pass(c, ':') || !pass(c, '['))
		return fault(c, "Efter formen skal stå \"indhold\": [ … ].");
	return true;
}

static bool
read_things(struct cursor *c)
{
	struct json_object *o;
	bool fine;

	if (pass(c, ']'))
		return true;
	do {
		if ((o = next_value(c)) == NULL)
			return false;
		fine = take_thing(c, o);
		json_object_put(o);
		if (!fine)
			return false;
		pass_value(c);
	} while (pass(c, ','));
	return pass(c, ']') || fault(c, "Listen bliver aldrig lukket, eller et komma mangler.");
}

static struct json_tokener *
tokener_make(void)
{
	struct json_tokener *t = json_tokener_new_ex(DEPTH);

	if (t != NULL)
		json_tokener_set_flags(t, JSON_TOKENER_STRICT | JSON_TOKENER_ALLOW_TRAILING_CHARS);
	return t;
}

/* Line by line, so that the first that is not text is told. */
static bool
is_text(const struct cursor *whole)
{
	struct cursor c = *whole;

	for (; c.at < c.end; c.line++) {
		const char *newline = memchr(c.at, '\n', (size_t)(c.end - c.at));
		const char *to = newline == NULL ? c.end : newline;

		if (!utf8_is_valid(c.at, (size_t)(to - c.at)))
			return fault(&c, "Teksten er ikke UTF-8.");
		c.at = newline == NULL ? c.end : newline + 1;
	}
	return true;
}

bool
intake_rows_of_json(struct bytes b, struct intake_rows *rows, struct sheet_faults *faults)
{
	struct cursor c = { .at = (const char *)b.at, .line = 1, .rows = rows, .faults = faults };

	c.end = c.at + b.n;
	if (b.n >= 3 && memcmp(c.at, "\xef\xbb\xbf", 3) == 0)
		c.at += 3;
	if (!is_text(&c))
		return false;
	if ((c.tokener = tokener_make()) == NULL)
		return fault(&c, "Der er ikke plads i hukommelsen til at læse filen.");
	if (read_beginning(&c) && read_things(&c) &&
	    (!pass(&c, '}') || (pass_space(&c), c.at < c.end)))
		fault(&c, "Filen skal slutte med ] }.");
	json_tokener_free(c.tokener);
	return faults->n == 0;
}

bool
intake_rows_of_json_one(const char *json, struct intake_rows *rows)
{
	struct sheet_faults faults;
	struct cursor c = { .at = json, .rows = rows, .faults = &faults };
	struct json_object *o;

	faults.arena = rows->arena;
	faults.n = 0;
	faults.more = false;
	c.end = json + strlen(json);
	if (strlen(json) > INTAKE_BYTES || (c.tokener = tokener_make()) == NULL)
		return false;
	if ((o = next_value(&c)) != NULL) {
		take_thing(&c, o);
		json_object_put(o);
		pass_value(&c);
		pass_space(&c);
	}
	json_tokener_free(c.tokener);
	return faults.n == 0 && c.at == c.end;
}
