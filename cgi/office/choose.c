/* SPDX-License-Identifier: MPL-2.0
 *
 * Choices out of a list: roles, stages, regions, specialties, courses.
 */
#include <string.h>

#include "office.h"
#include "queries/course_office.h"

struct day
last_day(struct day until)
{
	return until.year == 9999 ? (struct day){ 0 } : day_add(until, -1);
}

/* n options behind the empty one. */
static struct select
make_select(struct arena *a, const char *name, const char *label, const char *none, size_t n,
    struct option **out)
{
	struct option *options = arena_array(a, n + 1, sizeof *options);

	options[0] = (struct option){ "", none, false };
	*out = options + 1;
	return (struct select){ .name = name, .label = label, .options = options, .n = n + 1 };
}

static struct select
word_select(struct arena *a, const char *name, const char *label, const char *none,
    const struct training_word *words, size_t n, const char *chosen)
{
	struct option *o;
	struct select s = make_select(a, name, label, none, n, &o);

	for (size_t i = 0; i < n; i++)
		o[i] = (struct option){ words[i].word, words[i].title,
			strcmp(words[i].word, chosen) == 0 };
	return s;
}

struct select
stage_select(struct arena *a, const char *none, const char *chosen)
{
	return word_select(a, "fase", "Uddannelsestrin", none, training_stages, STAGES, chosen);
}

struct select
source_select(struct arena *a, const char *none, const char *chosen)
{
	return word_select(a, "kilde", "Kilde", none, training_sources, SOURCES, chosen);
}

struct select
role_select(struct arena *a, const char *none, enum role chosen)
{
	struct option *o;
	struct select s = make_select(a, "rolle", "Rolle", none, ROLES - 1, &o);

	for (enum role r = ROLE_NONE + 1; r < ROLES; r++)
		o[r - 1] = (struct option){ role_word(r), role_title(r), r == chosen };
	return s;
}

static struct select
row_select(struct arena *a, const char *name, const char *label, const char *none,
    const struct region_choices *rows, size_t n, uint32_t chosen)
{
	struct option *o;
	struct select s = make_select(a, name, label, none, n, &o);

	for (size_t i = 0; i < n; i++)
		o[i] = (struct option){ arena_format(a, "%u", rows[i].id), rows[i].name,
			rows[i].id == chosen };
	return s;
}

struct select
region_select(struct request *req, const char *none, uint32_t chosen)
{
	struct region_choices *rows = NULL;
	size_t n = 0;

	region_choices(req->db, req->today, &rows, &n);
	return row_select(req->arena, "region", "Videreuddannelsesregion", none, rows, n, chosen);
}

struct select
specialty_select(struct request *req, const char *none, uint32_t chosen)
{
	struct region_choices *rows = NULL;
	size_t n = 0;

	specialty_choices(req->db, req->today, &rows, &n);
	return row_select(req->arena, "speciale", "Speciale", none, rows, n, chosen);
}

struct select
course_select(struct request *req, const char *none, uint32_t chosen)
{
	struct course_choices *rows = NULL;
	struct option *o;
	struct select s;
	size_t n = 0;

	course_choices(req->db, &rows, &n);
	s = make_select(req->arena, "kursus", "Kursus", none, n, &o);
	for (size_t i = 0; i < n; i++)
		o[i] = (struct option){ arena_format(req->arena, "%u", rows[i].id),
			arena_format(req->arena, "%s: %s", rows[i].specialty_name, rows[i].name),
			rows[i].id == chosen };
	return s;
}

struct select
provided_select(struct request *req, const struct subject *who, const char *none, uint32_t chosen)
{
	struct provided_choices *rows = NULL;
	struct option *o;
	struct select s;
	size_t n = 0;

	provided_choices(req->db, who, &rows, &n);
	s = make_select(req->arena, "kursus", "Kursus", none, n, &o);
	for (size_t i = 0; i < n; i++)
		o[i] = (struct option){ arena_format(req->arena, "%u", rows[i].id), rows[i].name,
			rows[i].id == chosen };
	return s;
}
