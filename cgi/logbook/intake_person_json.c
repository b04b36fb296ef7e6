/* SPDX-License-Identifier: MPL-2.0
 *
 * One person as JSON, as in "indhold" of a file: what is empty is left out, and the order is
 * always the same, so that the same person gives the same bytes.
 */
#include <string.h>

#include "intake_part.h"

static void
put_text(struct text *t, const char *s)
{
	text_puts(t, "\"");
	for (const char *p = s; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\')
			text_add(t, "\\", 1);
		if ((unsigned char)*p < 0x20)
			text_format(t, "\\u%04x", (unsigned)(unsigned char)*p);
		else
			text_add(t, p, 1);
	}
	text_puts(t, "\"");
}

/* The first of an object has its brace before it, the others a comma. */
static void
put_key(struct text *t, const char *key)
{
	if (t->at[t->len - 1] != '{')
		text_puts(t, ",");
	text_puts(t, "\"");
	text_puts(t, key);
	text_puts(t, "\":");
}

static void
put(struct text *t, const char *key, const char *value)
{
	if (value == NULL || value[0] == '\0')
		return;
	put_key(t, key);
	put_text(t, value);
}

static void
put_day(struct text *t, const char *key, struct day d)
{
	put(t, key, day_iso(t->arena, d));
}

static void
put_true(struct text *t, const char *key, bool is)
{
	if (!is)
		return;
	put_key(t, key);
	text_puts(t, "true");
}

static void
put_element(struct text *t, const struct intake_element *e)
{
	text_puts(t, "{");
	put(t, "delforloeb_id", e->source_id);
	put(t, "sted", e->place);
	put(t, "stedsnavn", e->place_name);
	put_true(t, "pladsholder", e->placeholder);
	put_day(t, "fra", e->since);
	put_day(t, "til", day_add(e->until, -1));
	put_key(t, "procent");
	text_format(t, "%u", (unsigned)e->fraction);
	put(t, "stillingsnummer", e->position_no);
	put(t, "sted_speciale", e->specialty);
	put(t, "type", e->kind);
	text_puts(t, "}");
}

static void
put_course(struct text *t, const struct intake_course *c)
{
	text_puts(t, "{");
	put(t, "forloeb_id", c->source_id);
	put(t, "kilde", intake_origin_word(c->origin));
	put(t, "uddannelse", c->stage);
	put(t, "speciale", c->specialty);
	put(t, "region", c->region);
	put(t, "forloebsnummer", c->number);
	put(t, "runde", c->round);
	put(t, "lodtraekning", c->draw);
	if (c->chosen.s != 0)
		put(t, "valgt", moment_iso(t->arena, c->chosen));
	put_day(t, "besat", c->filled);
	put_day(t, "opslaaet", c->advertised);
	put_day(t, "ansat", c->employed);
	put_day(t, "runde_lukket", c->closed);
	put_true(t, "annulleret", c->cancelled);
	put_key(t, "delforloeb");
	text_puts(t, "[");
	for (size_t i = 0; i < c->n; i++) {
		text_puts(t, i > 0 ? "," : "");
		put_element(t, &c->elements[i]);
	}
	text_puts(t, "]}");
}

const char *
intake_person_json(struct arena *a, const struct intake_person *p)
{
	struct text t = { .arena = a };

	text_puts(&t, "{");
	put(&t, "person_id", p->source_id);
	put(&t, "navn", p->name);
	put(&t, "cpr", p->cpr.digits);
	put(&t, "email", p->email);
	put(&t, "mobil", p->mobile);
	put(&t, "autorisations_id", p->auth_id);
	put_key(&t, "forloeb");
	text_puts(&t, "[");
	for (size_t i = 0; i < p->n; i++) {
		text_puts(&t, i > 0 ? "," : "");
		put_course(&t, &p->courses[i]);
	}
	text_puts(&t, "]}");
	return t.at;
}

/* --- what is no part of a file: when a course was first told of ------------------------------- */

/* "2026-05-01 BASISLAEGE K-12": a line of its own, which JSON has none of. */
const char *
intake_person_kept(struct arena *a, const struct intake_person *p)
{
	struct text t = { .arena = a };

	text_puts(&t, intake_person_json(a, p));
	for (size_t i = 0; i < p->n; i++)
		if (!day_is_none(p->courses[i].told))
			text_format(&t, "\n%s %s %s", day_iso(a, p->courses[i].told),
			    intake_origin_word(p->courses[i].origin), p->courses[i].source_id);
	return t.at;
}

static void
read_told(struct arena *a, const char *line, struct intake_person *p)
{
	const size_t n = strcspn(line, "\n");
	struct day day;

	if (n < 11 || !day_read(arena_copy(a, line, 10), &day))
		return;
	for (size_t i = 0; i < p->n; i++) {
		const char *name = arena_format(
		    a, "%s %s", intake_origin_word(p->courses[i].origin), p->courses[i].source_id);

		if (strlen(name) == n - 11 && memcmp(line + 11, name, n - 11) == 0)
			p->courses[i].told = day;
	}
}

bool
intake_person_of_json(struct arena *a, const char *json, struct intake_person *p)
{
	struct intake_rows rows = { .arena = a, .table = &intake_person_table };
	struct intake read = { 0 };

	if (!intake_rows_of_json_one(arena_copy(a, json, strcspn(json, "\n")), &rows))
		return false;
	intake_persons(&rows, &read);
	if (read.npersons != 1 || read.nrefused != 0)
		return false;
	*p = read.persons[0];
	for (const char *line = strchr(json, '\n'); line != NULL; line = strchr(line, '\n'))
		read_told(a, ++line, p);
	return true;
}
