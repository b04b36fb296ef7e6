/* SPDX-License-Identifier: MPL-2.0
 *
 * A report for machines.  Days and moments are ISO, numbers numbers, NULL null; text is as
 * it was typed, with nothing replaced.
 */
#include "cell.h"
#include "report_json.h"

#include <json-c/json.h>
#include <string.h>

static void
put_text(struct json_object *o, const char *key, const char *text)
{
	json_object_object_add(o, key, text == NULL ? NULL : json_object_new_string(text));
}

static struct json_object *
value(struct arena *a, const struct table *t, size_t row, const struct column *c)
{
	const void *at = cell_at(t, row, c);

	if (cell_is_null(t, row, c))
		return NULL;
	switch (c->type) {
	case DB_I32:
		return json_object_new_int(*(const int32_t *)at);
	case DB_U32:
		return json_object_new_int64(*(const uint32_t *)at);
	case DB_I64:
		return json_object_new_int64(*(const int64_t *)at);
	case DB_BOOL:
		return json_object_new_boolean(*(const bool *)at);
	case DB_TEXT:
	case DB_BLOB:
		return json_object_new_string(cell_text(a, t, row, c));
	case DB_DAY:
		return json_object_new_string(day_iso(a, *(const struct day *)at));
	case DB_MOMENT:
		return json_object_new_string(moment_iso(a, *(const struct moment *)at));
	}
	return NULL;
}

/* The notes of a row, or NULL; *note moves on to those of the next row. */
static struct json_object *
notes_of(const struct table *t, size_t row, size_t *note)
{
	struct json_object *notes = NULL;

	for (; *note < t->nnotes && t->notes[*note].row <= row; ++*note) {
		struct json_object *o = json_object_new_object();

		if (notes == NULL)
			notes = json_object_new_array();
		put_text(o, "label", t->notes[*note].label);
		put_text(o, "text", t->notes[*note].text);
		json_object_array_add(notes, o);
	}
	return notes;
}

static struct json_object *
rows_of(struct arena *a, const struct table *t)
{
	struct json_object *rows = json_object_new_array();
	size_t note = 0;

	for (size_t i = 0; i < t->n; i++) {
		struct json_object *row = json_object_new_object(), *notes;

		if (t->group != NULL)
			put_text(row, t->group, cell_group(t, i));
		for (size_t c = 0; c < t->columns; c++)
			json_object_object_add(
			    row, t->shown[c].column->name, value(a, t, i, t->shown[c].column));
		notes = notes_of(t, i, &note);
		if (notes != NULL)
			json_object_object_add(row, "notes", notes);
		json_object_array_add(rows, row);
	}
	return rows;
}

static struct json_object *
passages_of(const struct report *r)
{
	struct json_object *all = json_object_new_array();

	for (size_t i = 0; i < r->npassages; i++) {
		struct json_object *o = json_object_new_object();

		put_text(o, "heading", r->passages[i].heading);
		put_text(o, "label", r->passages[i].label);
		put_text(o, "text", r->passages[i].text);
		json_object_array_add(all, o);
	}
	return all;
}

static struct json_object *
appendices_of(const struct report *r)
{
	struct json_object *all = json_object_new_array();

	for (size_t i = 0; i < r->nappendices; i++) {
		const struct appendix *a = &r->appendices[i];
		struct json_object *o = json_object_new_object();

		put_text(o, "title", a->title);
		put_text(o, "type", a->type);
		put_text(o, "sha256", a->sha256);
		json_object_object_add(o, "size", json_object_new_int64((int64_t)a->content.n));
		json_object_array_add(all, o);
	}
	return all;
}

static struct json_object *
doctor_of(const struct report *r)
{
	struct json_object *o = json_object_new_object();

	put_text(o, "name", r->subject);
	put_text(o, "cpr", r->subject_cpr);
	return o;
}

struct json_object *
json_document(struct arena *a, const struct report *r)
{
	struct json_object *o = json_object_new_object(), *facts = json_object_new_object();
	struct json_object *tables = json_object_new_object();

	for (size_t i = 0; i < r->nfacts; i++)
		put_text(facts, r->facts[i].key, r->facts[i].value);
	for (size_t i = 0; i < r->ntables; i++)
		json_object_object_add(tables, r->tables[i].key, rows_of(a, &r->tables[i]));
	put_text(o, "title", r->title);
	put_text(o, "subtitle", r->subtitle);
	json_object_object_add(o, "doctor", doctor_of(r));
	put_text(o, "printed", moment_iso(a, r->printed));
	json_object_object_add(o, "facts", facts);
	json_object_object_add(o, "tables", tables);
	json_object_object_add(o, "passages", passages_of(r));
	json_object_object_add(o, "appendices", appendices_of(r));
	put_text(o, "note", r->note);
	return o;
}

static const char *
hex_of(struct arena *a, struct bytes b)
{
	struct text t = { .arena = a };

	for (size_t i = 0; i < b.n; i++)
		text_format(&t, "%02x", b.at[i]);
	return t.len == 0 ? "" : t.at;
}

struct json_object *
json_rows(struct arena *a, const struct column *columns, size_t ncolumns, const void *rows,
    size_t n, size_t size)
{
	const struct table t = { .rows = rows, .n = n, .size = size };
	struct json_object *all = json_object_new_array();

	for (size_t i = 0; i < n; i++) {
		struct json_object *row = json_object_new_object();

		for (size_t c = 0; c < ncolumns; c++) {
			const struct column *k = &columns[c];
			const void *at = cell_at(&t, i, k);

			json_object_object_add(row, k->name,
			    k->type == DB_BLOB && !cell_is_null(&t, i, k)
			        ? json_object_new_string(hex_of(a, *(const struct bytes *)at))
			        : value(a, &t, i, k));
		}
		json_object_array_add(all, row);
	}
	return all;
}

struct bytes
json_written(struct arena *a, struct json_object *o)
{
	const char *text = json_object_to_json_string_ext(
	    o, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE);
	char *copy = arena_format(a, "%s\n", text == NULL ? "" : text);

	json_object_put(o);
	return (struct bytes){ (const unsigned char *)copy, strlen(copy) };
}

enum report_fault
json_of(struct arena *a, const struct report *r, struct bytes *out)
{
	struct json_object *o = json_document(a, r);
	size_t n;
	const char *text = json_object_to_json_string_length(
	    o, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &n);

	if (text != NULL)
		*out = (struct bytes){ (const unsigned char *)arena_copy(a, text, n), n };
	json_object_put(o);
	return text == NULL ? REPORT_ROOM : REPORT_FINE;
}
