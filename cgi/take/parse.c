/* SPDX-License-Identifier: MPL-2.0 */
#include "parse.h"

#include <limits.h>
#include <string.h>

#include "log.h"

enum { DEPTH = 8 };

static void
let_go(void *o)
{
	json_object_put(o);
}

struct json_object *
parse(struct taking *t, const struct packed *p)
{
	struct json_tokener *reader = json_tokener_new_ex(DEPTH);
	struct json_object *o = NULL;
	enum json_tokener_error said = json_tokener_error_size;

	if (reader == NULL)
		fatal("out of memory");
	json_tokener_set_flags(reader, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
	if (p->content.n < INT_MAX) {
		o = json_tokener_parse_ex(reader, (const char *)p->content.at, (int)p->content.n);
		said = json_tokener_get_error(reader);
	}
	json_tokener_free(reader);
	arena_defer(t->arena, let_go, o);
	if (said == json_tokener_success)
		return o;
	blame(t, "%s er ikke gyldig JSON.", p->name);
	return NULL;
}

const char *
parse_text(struct json_object *o)
{
	const char *s;

	if (!json_object_is_type(o, json_type_string))
		return NULL;
	s = json_object_get_string(o);
	return strlen(s) == (size_t)json_object_get_string_len(o) ? s : NULL;
}

bool
parse_number(struct json_object *o, uint32_t *n)
{
	int64_t v;

	if (!json_object_is_type(o, json_type_int))
		return false;
	v = json_object_get_int64(o);
	if (v < 0 || v > UINT32_MAX)
		return false;
	*n = (uint32_t)v;
	return true;
}
