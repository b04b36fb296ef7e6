/* SPDX-License-Identifier: MPL-2.0 */
#include "beside_course.h"

#include <string.h>

#include "say.h"

static bool
same(struct bytes a, struct bytes b)
{
	return a.n == b.n && memcmp(a.at, b.at, a.n) == 0;
}

/* What is wrong with the certificate; NULL when nothing. */
static const char *
certificate_fault(const struct range_courses *c, const struct letter_bytes *f)
{
	struct hash h;

	if (f->bytes.at == NULL)
		return "its bytes were removed";
	if (!same(c->file_sha256, f->content))
		return "other bytes were put in its place";
	h = hash_sha256(f->bytes.at, f->bytes.n);
	if (!same(c->file_sha256, hash_bytes(&h)))
		return "its bytes were altered";
	if (f->doctor != c->doctor)
		return "it was given to another doctor";
	return f->size != f->bytes.n ? "its size was altered" : NULL;
}

static bool
certificate_holds(struct db *db, const struct range_courses *c)
{
	struct letter_bytes file = { 0 };
	const char *fault = "it was removed";

	if (letter_bytes(db, c->file, &file) == DB_ONE)
		fault = certificate_fault(c, &file);
	else if (db_failed(db) != DB_ONE)
		return true; /* nothing can be said; whoever asked asks db_failed() */
	if (fault != NULL)
		say(c->doctor, "course_record %u, its certificate (file %u): %s", c->id, c->file,
		    fault);
	return fault == NULL;
}

/* Each certificate once: the steps that answer a claim name the same file again. */
bool
certificates_hold(struct db *db, struct arena *room, const struct logbook *l, uint64_t *n)
{
	struct arena *was = db_arena(db);
	bool ok = true;

	db_use(db, room);
	for (size_t i = 0; i < l->ncourses && ok; i++) {
		const struct range_courses *c = &l->courses[i];

		if (!c->has_file || strcmp(c->status, "CLAIMED") != 0)
			continue;
		ok = certificate_holds(db, c);
		arena_reset(room);
		++*n;
	}
	db_use(db, was);
	return ok;
}

static bool
is_now(const struct range_courses_now *n, const struct range_courses *c)
{
	return n->record == c->id && n->step == c->step && strcmp(n->status, c->status) == 0 &&
	    strcmp(n->kind, c->kind) == 0;
}

bool
courses_now_hold(const struct logbook *l)
{
	size_t k = 0;

	for (size_t i = 0; i < l->ncourses; i++) {
		const struct range_courses *c = &l->courses[i];

		if (i + 1 < l->ncourses && c[1].course == c->course)
			continue;
		if (k < l->ncourses_now && l->courses_now[k].course < c->course)
			break;
		if (k == l->ncourses_now || l->courses_now[k].course > c->course ||
		    !is_now(&l->courses_now[k], c)) {
			say(l->doctor,
			    "course_record_now of course %u is not its last row, course_record %u",
			    c->course, c->id);
			return false;
		}
		k++;
	}
	if (k == l->ncourses_now)
		return true;
	say(l->doctor, "course_record_now of course %u has no story (inserted)",
	    l->courses_now[k].course);
	return false;
}
