/* SPDX-License-Identifier: MPL-2.0
 *
 * Courses of training with their elements: those that the logbook has, and those that a feed
 * has told of, shown alike so that they can be compared.
 */
#include <string.h>

#include "import.h"

/* Rows of the same course after one another are its elements. */
struct posts
posts_of_logbook(struct request *req, const struct subject *who, uint32_t person)
{
	struct posts p = { 0 };
	struct logbook_posts *rows = NULL;
	struct post_course *courses;
	struct post_element *elements;
	size_t n = 0;

	if (logbook_posts(req->db, who, person, &rows, &n) != DB_ONE)
		return p;
	courses = arena_array(req->arena, n, sizeof *courses);
	elements = arena_array(req->arena, n, sizeof *elements);
	for (size_t i = 0; i < n; i++) {
		const struct logbook_posts *r = &rows[i];

		if (i == 0 || r->course != rows[i - 1].course)
			courses[p.n++] = (struct post_course){
				.title = course_title(req->arena, r->stage, r->specialty),
				.region = r->region,
				.number = r->number,
				.since = r->since,
				.until = last_day(r->until),
				.elements = &elements[i],
			};
		if (r->place == NULL)
			continue;
		courses[p.n - 1].n++;
		elements[i] = (struct post_element){ r->place, r->element_since,
			last_day(r->element_until), r->fraction };
	}
	p.courses = courses;
	return p;
}

/* What codes are called; the codes themselves where nobody knows them. */
static struct names_of_codes
names(struct request *req, const char *place, const char *specialty, const char *region)
{
	struct names_of_codes row = { 0 };

	names_of_codes(req->db, place, specialty, region, &row);
	if (row.place == NULL)
		row.place = place;
	if (row.specialty == NULL)
		row.specialty = specialty;
	if (row.region == NULL)
		row.region = region;
	return row;
}

static const struct post_element *
elements_of(struct request *req, const struct intake_course *c)
{
	struct post_element *rows = arena_array(req->arena, c->n, sizeof *rows);

	for (size_t i = 0; i < c->n; i++) {
		const struct intake_element *e = &c->elements[i];

		rows[i] = (struct post_element){
			e->place_name[0] != '\0' ? e->place_name
			                         : names(req, e->place, "", "").place,
			e->since,
			last_day(e->until),
			e->fraction,
		};
	}
	return rows;
}

struct posts
posts_of_told(struct request *req, const struct intake_person *told, const struct realm *scope)
{
	struct post_course *courses = arena_array(req->arena, told->n, sizeof *courses);

	for (size_t i = 0; i < told->n; i++) {
		const struct intake_course *c = &told->courses[i];
		const struct names_of_codes called = names(req, "", c->specialty, c->region);

		courses[i] = (struct post_course){
			.title = course_title(req->arena, c->stage, called.specialty),
			.region = called.region,
			.number = c->number,
			.since = c->n > 0 ? c->elements[0].since : (struct day){ 0 },
			.until =
			    c->n > 0 ? last_day(c->elements[c->n - 1].until) : (struct day){ 0 },
			.cancelled = c->cancelled,
			.elsewhere = !scope->national && strcmp(c->region, scope->code) != 0,
			.elements = elements_of(req, c),
			.n = c->n,
		};
	}
	return (struct posts){ courses, told->n };
}
