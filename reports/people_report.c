/* SPDX-License-Identifier: MPL-2.0 */
#include "people_report.h"

#define TEXT(of, member) \
	{ \
#member, DB_TEXT, true, offsetof(struct of, member), 0 \
	}
#define DAY(of, member) \
	{ \
#member, DB_DAY, true, offsetof(struct of, member), 0 \
	}

static const struct column person_columns[] = {
	TEXT(person_listed, name),
	TEXT(person_listed, email),
	TEXT(person_listed, mobile),
	TEXT(person_listed, auth_id),
	TEXT(person_listed, roles),
	DAY(person_listed, begins),
	TEXT(person_listed, planned),
};
static const struct shown person_shown[] = {
	{ &person_columns[0], "Navn", 18 },
	{ &person_columns[1], "E-mail", 18 },
	{ &person_columns[2], "Mobil", 10 },
	{ &person_columns[3], "Autorisations-id", 8 },
	{ &person_columns[4], "Roller", 28 },
	{ &person_columns[5], "Første dag", 9 },
	{ &person_columns[6], "Planlagt", 9 },
};

static const struct column planned_columns[] = {
	TEXT(planned_listed, name),
	DAY(planned_listed, begins),
	TEXT(planned_listed, place),
	TEXT(planned_listed, stage),
	TEXT(planned_listed, specialty),
	TEXT(planned_listed, region),
	TEXT(planned_listed, number),
	TEXT(planned_listed, source),
	TEXT(planned_listed, access),
};
static const struct shown planned_shown[] = {
	{ &planned_columns[0], "Navn", 16 },
	{ &planned_columns[1], "Begynder", 8 },
	{ &planned_columns[2], "Sted", 18 },
	{ &planned_columns[3], "Uddannelse", 12 },
	{ &planned_columns[4], "Speciale", 12 },
	{ &planned_columns[5], "Region", 10 },
	{ &planned_columns[6], "Forløb", 8 },
	{ &planned_columns[7], "Kilde", 8 },
	{ &planned_columns[8], "Adgang", 8 },
};

/* One table and what it is called. */
static const struct report *
list_report(struct arena *a, const char *title, const char *key, const struct table *like,
    struct moment printed)
{
	struct table *t = arena_take(a, sizeof *t);
	struct report *r = arena_take(a, sizeof *r);

	*t = *like;
	t->caption = title;
	t->key = key;
	t->empty = "Ingen";
	*r = (struct report){ .title = title, .printed = printed, .tables = t, .ntables = 1 };
	return r;
}

const struct report *
people_report(struct arena *a, const struct person_listed *rows, size_t n, struct moment printed)
{
	const struct table t = { .shown = person_shown,
		.columns = sizeof person_shown / sizeof person_shown[0],
		.rows = rows,
		.n = n,
		.size = sizeof *rows };

	return list_report(a, "Brugere", "brugere", &t, printed);
}

const struct report *
planned_report(struct arena *a, const struct planned_listed *rows, size_t n, struct moment printed)
{
	const struct table t = { .shown = planned_shown,
		.columns = sizeof planned_shown / sizeof planned_shown[0],
		.rows = rows,
		.n = n,
		.size = sizeof *rows };

	return list_report(a, "Planlagte læger", "planlagte_laeger", &t, printed);
}
