/* SPDX-License-Identifier: MPL-2.0 */
#include "overview_report.h"

#define COLUMN(type, member) \
	{ \
#member, type, true, offsetof(struct overview_listed, member), 0 \
	}

static const struct column columns[] = {
	COLUMN(DB_TEXT, name),
	COLUMN(DB_TEXT, place),
	COLUMN(DB_TEXT, stage),
	COLUMN(DB_TEXT, specialty),
	COLUMN(DB_DAY, since),
	COLUMN(DB_DAY, last),
	COLUMN(DB_I64, goals),
	COLUMN(DB_I64, approved),
	COLUMN(DB_I64, waiting),
	COLUMN(DB_TEXT, words),
};
static const struct shown shown[] = {
	{ &columns[0], "Navn", 16 },
	{ &columns[1], "Sted", 22 },
	{ &columns[2], "Uddannelse", 12 },
	{ &columns[3], "Speciale", 14 },
	{ &columns[4], "Fra", 8 },
	{ &columns[5], "Til og med", 8 },
	{ &columns[6], "Kompetencer", 8 },
	{ &columns[7], "Godkendt", 8 },
	{ &columns[8], "Venter", 8 },
	{ &columns[9], "Se til", 30 },
};

const struct report *
overview_report(struct arena *a, const struct overview_listed *rows, size_t n, const char *counted,
    struct moment printed)
{
	struct table *t = arena_take(a, sizeof *t);
	struct report *r = arena_take(a, sizeof *r);

	*t = (struct table){ .shown = shown,
		.columns = sizeof shown / sizeof shown[0],
		.rows = rows,
		.n = n,
		.size = sizeof *rows,
		.caption = counted,
		.key = "overblik",
		.empty = "Ingen" };
	*r = (struct report){ .title = "Overblik", .printed = printed, .tables = t, .ntables = 1 };
	return r;
}
