/* SPDX-License-Identifier: MPL-2.0 */
#include "index.h"

#include <json-c/json.h>
#include <string.h>

#include "schema_number.h"

/* Raised when a member changes its meaning. */
enum { VERSION = 1 };

static void
put(struct text *t, struct json_object *o)
{
	text_puts(t, json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN));
	json_object_put(o);
}

/* By chance, so that no two deliveries have the same index, however alike they are. */
static const char *
reference(struct arena *a)
{
	unsigned char bytes[HASH_BYTES];

	secret_random(bytes, sizeof bytes);
	return hash_hex(a, bytes);
}

void
index_begin(struct text *t, const struct index_head *h)
{
	text_format(t,
	    "{\"format\":\"logbog-arkiv\",\"version\":%d,\"schema\":%d,\"reference\":\"%s\",\"made\":\"%s\",\"region\":",
	    VERSION, SCHEMA_NUMBER, reference(t->arena), moment_iso(t->arena, h->made));
	if (h->region == NULL)
		text_puts(t, "null");
	else
		put(t, json_object_new_string(h->region));
	text_format(t, ",\"ended_before\":\"%s\",\"count\":%zu,\"logbooks\":[",
	    day_iso(t->arena, h->ended_before), h->count);
}

/* "data/laege.json" is "laege". */
static const char *
kind_name(struct arena *a, const char *path)
{
	const char *slash = strchr(path, '/'), *name = slash == NULL ? path : slash + 1;

	return arena_copy(a, name, strcspn(name, "."));
}

static struct json_object *
rows_of(struct arena *a, const struct whole_told *told)
{
	struct json_object *o = json_object_new_object();

	for (size_t i = 0; i < told->nkinds; i++)
		json_object_object_add(
		    o, kind_name(a, told->kinds[i]), json_object_new_int64(told->rows[i]));
	return o;
}

void
index_add(
    struct text *t, uint32_t number, const char *name, const struct hash *h, const struct book *b)
{
	struct json_object *o = json_object_new_object();

	json_object_object_add(o, "number", json_object_new_int64(number));
	json_object_object_add(o, "name", json_object_new_string(name));
	json_object_object_add(o, "size", json_object_new_int64((int64_t)b->zip.n));
	json_object_object_add(o, "sha256", json_object_new_string(hash_hex(t->arena, h->bytes)));
	json_object_object_add(o, "files", json_object_new_int64(b->told.files));
	json_object_object_add(o, "rows", rows_of(t->arena, &b->told));
	text_puts(t, number == 1 ? "\n" : ",\n");
	put(t, o);
}

void
index_end(struct text *t)
{
	text_puts(t, "\n]}\n");
}
