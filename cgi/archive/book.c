/* SPDX-License-Identifier: MPL-2.0 */
#include "book.h"

#include "acting.h"
#include "cpr.h"

/* Of files, since there is nobody who could take the rest one by one. */
enum { BOOK_MOST_MB = 1000 };

static const char *
why_not(struct arena *a, enum whole_end end, const char *bad)
{
	switch (end) {
	case WHOLE_BROKEN:
		return arena_format(
		    a, "filen »%s« er ikke, som den blev lagt op", cpr_blotted(a, bad));
	case WHOLE_TOO_LARGE:
		return arena_format(a, "filerne fylder mere end %d MB", BOOK_MOST_MB);
	case WHOLE_ROOM:
		return "der er ikke hukommelse til den";
	case WHOLE_MADE:
	case WHOLE_DATABASE:
		break;
	}
	return NULL;
}

static bool
make(struct db *db, const struct subject *who, struct book *b)
{
	const char *bad = "";
	enum whole_end end;
	struct paper p;

	switch (paper_begin(db, who, subject_id(who), &p)) {
	case PAPER_FINE:
		end = whole_make_as(&p, BOOK_MOST_MB, &b->zip, &b->told, &bad);
		b->why = why_not(db_arena(db), end, bad);
		return end == WHOLE_MADE;
	case PAPER_NOT_THERE:
		b->why = "logbogen er ikke inden for rækkevidde";
		return false;
	case PAPER_NO_CPR:
		b->why = "CPR-nummeret kan ikke åbnes med nøglen cpr.seal";
		return false;
	}
	return false;
}

bool
book_make(struct db *db, const struct archive_doctors *d, struct moment now, struct book *b)
{
	bool fine;

	*b = (struct book){ 0 };
	if (!d->has_held) {
		b->why = "lægen har ikke haft rollen Uddannelseslæge";
		return false;
	}
	if (db_begin(db, DB_SNAPSHOT) != DB_ONE)
		return false;
	fine = make(db, acting_for(db_arena(db), d, now), b) && db_failed(db) == DB_ONE;
	if (db_failed(db) != DB_ONE)
		b->why = NULL;
	db_commit(db);
	return fine;
}
