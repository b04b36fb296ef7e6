/* SPDX-License-Identifier: MPL-2.0 */
#include "beside_research.h"

#include <string.h>

#include "say.h"

static bool
is_now(const struct range_research_now *n, const struct range_researches *s)
{
	return n->research == s->id && n->step == s->step && strcmp(n->status, s->status) == 0 &&
	    strcmp(n->kind, s->kind) == 0 && n->at.s == s->at.s && n->has_asked == s->has_asked &&
	    (!n->has_asked || n->asked == s->asked) && strcmp(n->by_name, s->by_name) == 0 &&
	    strcmp(n->as_role, s->as_role) == 0 && strcmp(n->place, s->place) == 0;
}

static bool
is_last_of_story(const struct logbook *l, size_t i)
{
	return i + 1 == l->nresearches || l->researches[i + 1].part != l->researches[i].part;
}

/* Both are sorted by part, and there is one latest row for each story. */
bool
research_now_holds(const struct logbook *l)
{
	size_t k = 0;

	for (size_t i = 0; i < l->nresearches; i++) {
		const struct range_researches *s = &l->researches[i];

		if (!is_last_of_story(l, i))
			continue;
		if (k == l->nresearch_now || l->research_now[k].part != s->part ||
		    !is_now(&l->research_now[k], s)) {
			say(l->doctor, "research_now of part %u is not its last row, research %u",
			    s->part, s->id);
			return false;
		}
		k++;
	}
	if (k == l->nresearch_now)
		return true;
	say(l->doctor, "research_now of part %u has no story (inserted)", l->research_now[k].part);
	return false;
}

/* What is wrong with the file of that step; NULL when nothing. */
static const char *
file_fault(const struct range_researches *s, const struct letter_bytes *f)
{
	struct hash is;

	if (f->bytes.at == NULL)
		return "its bytes were removed";
	if (f->doctor != s->doctor)
		return "it was given to another doctor";
	is = hash_sha256(f->bytes.at, f->bytes.n);
	if (s->file_sha256.n != sizeof is.bytes ||
	    memcmp(s->file_sha256.at, is.bytes, sizeof is.bytes) != 0)
		return "its bytes were altered";
	return NULL;
}

static bool
file_holds(struct db *db, const struct range_researches *s)
{
	struct letter_bytes row = { 0 };
	const char *fault = "it was removed";

	if (letter_bytes(db, s->file, &row) == DB_ONE)
		fault = file_fault(s, &row);
	else if (db_failed(db) != DB_ONE)
		return true; /* nothing can be said; whoever asked asks db_failed() */
	if (fault != NULL)
		say(s->doctor, "research %u, its file %u: %s", s->id, s->file, fault);
	return fault == NULL;
}

bool
research_files_hold(struct db *db, struct arena *room, const struct logbook *l)
{
	struct arena *was = db_arena(db);
	bool ok = true;

	db_use(db, room);
	for (size_t i = 0; i < l->nresearches && ok; i++) {
		if (!l->researches[i].has_file)
			continue;
		ok = file_holds(db, &l->researches[i]);
		arena_reset(room);
	}
	db_use(db, was);
	return ok;
}
