/* SPDX-License-Identifier: MPL-2.0
 *
 * The courses of training of a person, with all that belongs to them: elements, lists and why they
 * bind, agreements, and how the elements have moved, told in words.
 */
#include <string.h>

#include "office.h"

static const char *
kind_title(const char *kind)
{
	static const struct {
		const char *word, *title;
	} kinds[] = {
		{ "REPLACEMENT", "erstatningsansættelse" },
		{ "PART_TIME", "deltid" },
		{ "COURSE_ONLY", "kun kursus" },
	};

	for (size_t i = 0; kind != NULL && i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].word, kind) == 0)
			return kinds[i].title;
	return NULL;
}

/* Why a list binds (R-MAL-02): "besat 01.08.2017". */
static const char *
why_of(struct arena *a, const char *basis, struct day on)
{
	static const struct {
		const char *word, *title;
	} bases[] = {
		{ "BESAT", "gælder, fordi stillingen blev besat" },
		{ "OPSLAAET", "gælder, fordi stillingen blev opslået" },
		{ "PAABEGYNDT", "gælder, fordi uddannelsen blev påbegyndt" },
		{ "ANSAT", "gælder, fordi lægen blev ansat" },
		{ "FLYTTET", "lægen er flyttet hertil" },
	};

	for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++)
		if (strcmp(bases[i].word, basis) == 0)
			return day_is_none(on)
			    ? bases[i].title
			    : arena_format(a, "%s %s", bases[i].title, day_text(a, on));
	return NULL;
}

/* --- changes in words -------------------------------------------------------------------- */

static void
say(struct text *t, const char *what, const char *before, const char *after)
{
	if (strcmp(before, after) != 0)
		text_format(t, "%s%s: %s → %s", t->len > 0 ? "; " : "", what, before, after);
}

static const char *
or_dash(const char *s)
{
	return s == NULL || s[0] == '\0' ? "–" : s;
}

static const char *
span(struct arena *a, const char *place, struct day since, struct day until, uint32_t fraction)
{
	return arena_format(a, "%s, %s – %s, %u %%", or_dash(place), day_text(a, since),
	    day_text(a, last_day(until)), fraction);
}

static const char *
moved(struct arena *a, const struct person_changes *x)
{
	struct text t = { .arena = a };

	say(&t, "sted", or_dash(x->before_place), or_dash(x->after_place));
	say(&t, "fra", or_dash(day_text(a, x->before_since)), or_dash(day_text(a, x->after_since)));
	say(&t, "til og med", or_dash(day_text(a, last_day(x->before_until))),
	    or_dash(day_text(a, last_day(x->after_until))));
	say(&t, "beskæftigelse", arena_format(a, "%u %%", x->before_fraction),
	    arena_format(a, "%u %%", x->after_fraction));
	return arena_format(
	    a, "%s ændret: %s", x->place, t.len > 0 ? t.at : "ingen forskel i tid og sted");
}

static const char *
change_words(struct arena *a, const struct person_changes *x)
{
	const char *words;

	if (strcmp(x->what, "NEW") == 0)
		words = arena_format(a, "Ny: %s",
		    span(a, x->after_place, x->after_since, x->after_until, x->after_fraction));
	else if (strcmp(x->what, "CANCELLED") == 0)
		words = arena_format(a, "%s bortfaldet", x->place);
	else if (strcmp(x->what, "REVIVED") == 0)
		words = arena_format(a, "%s genoptaget", x->place);
	else
		words = moved(a, x);
	return x->agreement == NULL ? words
	                            : arena_format(a, "%s (tillægsaftale %s)", words, x->agreement);
}

/* --- what belongs to a course --------------------------------------------------------------- */

struct all {
	struct person_lists *lists;
	struct person_agreements *agreements;
	struct person_changes *changes;
	size_t nlists, nagreements, nchanges;
};

static void
fill_lists(struct arena *a, const struct all *all, struct course_row *c)
{
	struct list_row *rows = arena_array(a, all->nlists, sizeof *rows);

	for (size_t i = 0; i < all->nlists; i++) {
		const struct person_lists *l = &all->lists[i];

		if (l->course == c->id)
			rows[c->nlists++] = (struct list_row){ l->title, l->version,
				why_of(a, l->basis, l->basis_date), l->left_on,
				!day_is_none(l->left_on), l->reason, l->moved_by, l->moved_at };
	}
	c->lists = rows;
}

static void
fill_agreements(struct arena *a, const struct all *all, struct course_row *c)
{
	struct agreement_row *rows = arena_array(a, all->nagreements, sizeof *rows);

	for (size_t i = 0; i < all->nagreements; i++) {
		const struct person_agreements *x = &all->agreements[i];

		if (x->course == c->id)
			rows[c->nagreements++] =
			    (struct agreement_row){ strcmp(x->kind, "TILLAEGSAFTALE") == 0
				        ? "Tillægsaftale"
				        : "Uddannelsesaftale",
				    x->number, x->effect, x->published };
	}
	c->agreements = rows;
}

static void
fill_changes(struct arena *a, const struct all *all, struct course_row *c)
{
	struct change_row *rows = arena_array(a, all->nchanges, sizeof *rows);

	for (size_t i = 0; i < all->nchanges; i++)
		if (all->changes[i].course == c->id)
			rows[c->nchanges++] = (struct change_row){ all->changes[i].at,
				change_words(a, &all->changes[i]) };
	c->changes = rows;
}

/* --- courses and elements ------------------------------------------------------------------- */

static struct course_row
course_of(struct arena *a, const struct person_training *r, const struct all *all)
{
	const char *stage = stage_title(r->stage);
	struct course_row c = {
		.id = r->course,
		.title =
		    r->specialty == NULL ? stage : arena_format(a, "%s, %s", stage, r->specialty),
		.region = r->region,
		.number = r->number,
		.source = source_title(r->source),
		.round = r->round[0] == '\0' ? NULL : r->round,
		.since = r->since,
		.until = last_day(r->until),
		.cancelled = r->cancelled,
		.is_cancelled = !day_is_none(r->cancelled),
	};

	fill_lists(a, all, &c);
	fill_agreements(a, all, &c);
	fill_changes(a, all, &c);
	return c;
}

static struct element_row
element_of(const struct person_training *r)
{
	return (struct element_row){
		.place = r->place,
		.section = r->section,
		.kind = kind_title(r->kind),
		.position_no =
		    r->position_no == NULL || r->position_no[0] == '\0' ? NULL : r->position_no,
		.since = r->element_since,
		.until = last_day(r->element_until),
		.cancelled = r->element_cancelled,
		.fraction = r->fraction,
		.now = r->has_now && r->now,
		.is_cancelled = !day_is_none(r->element_cancelled),
	};
}

/* Rows of the same course after one another are its elements. */
const struct course_row *
course_rows(struct request *req, const struct subject *who, uint32_t person, size_t *n)
{
	struct person_training *rows;
	struct course_row *courses;
	struct element_row *elements;
	struct all all = { 0 };
	size_t all_rows = 0;

	*n = 0;
	if (person_training(req->db, who, person, &rows, &all_rows) != DB_ONE || all_rows == 0 ||
	    person_lists(req->db, who, person, &all.lists, &all.nlists) != DB_ONE ||
	    person_agreements(req->db, who, person, &all.agreements, &all.nagreements) != DB_ONE ||
	    person_changes(req->db, who, person, &all.changes, &all.nchanges) != DB_ONE)
		return NULL;
	courses = arena_array(req->arena, all_rows, sizeof *courses);
	elements = arena_array(req->arena, all_rows, sizeof *elements);
	for (size_t i = 0; i < all_rows; i++) {
		if (i == 0 || rows[i].course != rows[i - 1].course) {
			courses[*n] = course_of(req->arena, &rows[i], &all);
			courses[(*n)++].elements = &elements[i];
		}
		if (rows[i].place == NULL)
			continue;
		courses[*n - 1].n++;
		elements[i] = element_of(&rows[i]);
	}
	return courses;
}
