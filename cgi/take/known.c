/* SPDX-License-Identifier: MPL-2.0
 *
 * What lies outside the journal is named by its public code, and must be known here.  What is not is told all
 * at once, each thing with the row that named it first.
 */
#include <string.h>

#include "queries/take.h"
#include "taking.h"

/* A member that names something, beside one that it belongs to. */
struct naming {
	enum journal_kind_no kind;
	const char *member, *of; /* NULL: of nothing */
	bool (*knows)(struct taking *, const char *of, const char *name);
	const char *what; /* "Stedet med koden" */
};

static bool
knows_place(struct taking *t, const char *of, const char *name)
{
	struct take_knows_place row;

	(void)of;
	return take_knows_place(t->db, name, &row) == DB_ONE;
}

static bool
knows_list(struct taking *t, const char *of, const char *name)
{
	struct take_knows_list row;

	(void)of;
	return take_knows_list(t->db, name, &row) == DB_ONE;
}

/* of: the hash of the file that it was read from there */
static bool
knows_same_list(struct taking *t, const char *name, const char *hash)
{
	struct take_knows_list row;

	/* that there is none of that code is told already */
	return take_knows_list(t->db, name, &row) != DB_ONE || row.sha256.n != HASH_BYTES ||
	    strcmp(hash_hex(t->arena, row.sha256.at), hash) == 0;
}

static bool
knows_goal(struct taking *t, const char *of, const char *name)
{
	struct take_knows_goal row;

	return of != NULL && take_knows_goal(t->db, of, name, &row) == DB_ONE;
}

static bool
knows_card(struct taking *t, const char *of, const char *name)
{
	struct take_knows_card row;

	return take_knows_card(t->db, of, name, &row) == DB_ONE;
}

static bool
knows_course(struct taking *t, const char *of, const char *name)
{
	struct take_knows_course row;

	(void)of;
	return take_knows_course(t->db, name, &row) == DB_ONE;
}

static bool
knows_specialty(struct taking *t, const char *of, const char *name)
{
	struct take_knows_specialty row = { 0 };

	(void)of;
	return take_knows_specialty(t->db, name, &row) == DB_ONE && row.n == 1;
}

static bool
knows_region(struct taking *t, const char *of, const char *name)
{
	struct take_knows_region row = { 0 };

	(void)of;
	return take_knows_region(t->db, name, &row) == DB_ONE && row.n == 1;
}

static bool
knows_absence(struct taking *t, const char *of, const char *name)
{
	struct take_knows_absence row;

	(void)of;
	return take_knows_absence(t->db, name, &row) == DB_ONE;
}

static bool
knows_part(struct taking *t, const char *of, const char *name)
{
	struct take_knows_part row;

	(void)of;
	return take_knows_part(t->db, name, &row) == DB_ONE;
}

/* "LISTE 1.1", a line each. */
static bool
knows_goals(struct taking *t, const char *of, const char *names)
{
	(void)of;
	for (size_t n; *names != '\0'; names += n + (names[n] != '\0')) {
		const char *line, *gap;

		n = strcspn(names, "\n");
		line = arena_copy(t->arena, names, n);
		gap = strrchr(line, ' ');
		if (gap == NULL ||
		    !knows_goal(t, arena_copy(t->arena, line, (size_t)(gap - line)), gap + 1))
			return false;
	}
	return true;
}

static const char place[] = "Stedet med koden", list[] = "Målbeskrivelsen", goal[] = "Kompetencen",
                  region[] = "Videreuddannelsesregionen", specialty[] = "Specialet";

static const struct naming namings[] = {
	{ JOURNAL_FORLOEB, "region", NULL, knows_region, region },
	{ JOURNAL_FORLOEB, "specialty", NULL, knows_specialty, specialty },
	{ JOURNAL_MAALBESKRIVELSER, "curriculum", NULL, knows_list, list },
	{ JOURNAL_MAALBESKRIVELSER, "sha256", "curriculum", knows_same_list,
	    "Filen til målbeskrivelsen" },
	{ JOURNAL_DELFORLOEB, "place_code", NULL, knows_place, place },
	{ JOURNAL_DELFORLOEB, "section_code", NULL, knows_place, place },
	{ JOURNAL_DELFORLOEB, "specialty", NULL, knows_specialty, specialty },
	{ JOURNAL_FLYTNINGER, "before_place_code", NULL, knows_place, place },
	{ JOURNAL_FLYTNINGER, "after_place_code", NULL, knows_place, place },
	{ JOURNAL_LISTESKIFT, "from_list", NULL, knows_list, list },
	{ JOURNAL_LISTESKIFT, "to_list", NULL, knows_list, list },
	{ JOURNAL_FRAVAER, "type", NULL, knows_absence, "Fraværstypen" },
	{ JOURNAL_KOMPETENCER, "number", "curriculum", knows_goal, goal },
	{ JOURNAL_KOMPETENCER, "place_code", NULL, knows_place, place },
	{ JOURNAL_MERIT, "region", NULL, knows_region, region },
	{ JOURNAL_KORT, "card", "curriculum", knows_card, "Kompetencekortet" },
	{ JOURNAL_KORT, "number", "curriculum", knows_goal, goal },
	{ JOURNAL_KOMPETENCEKORT, "place_code", NULL, knows_place, place },
	{ JOURNAL_REGISTRERINGER, "number", "curriculum", knows_goal, goal },
	{ JOURNAL_KORTMERIT, "number", "curriculum", knows_goal, goal },
	{ JOURNAL_ATTESTATIONER, "place_code", NULL, knows_place, place },
	{ JOURNAL_KURSER, "course", NULL, knows_course, "Kurset" },
	{ JOURNAL_KURSER, "region", NULL, knows_region, region },
	{ JOURNAL_KURSER, "place_code", NULL, knows_place, place },
	{ JOURNAL_FORSKNING, "part", NULL, knows_part, "Delen af forskningstræningen" },
	{ JOURNAL_NOTATER, "number", "curriculum", knows_goal, goal },
	{ JOURNAL_NOTATER, "region", NULL, knows_region, region },
	{ JOURNAL_UDDANNELSESPLANER, "competencies", NULL, knows_goals, "En af kompetencerne" },
};

/* Was the same asked of a row before it? */
static bool
is_asked(
    const struct taking *t, const struct naming *n, size_t row, const char *of, const char *name)
{
	for (size_t i = 0; i < row; i++) {
		const char *other = text_in(t, n->kind, i, n->member),
		           *other_of = n->of == NULL ? NULL : text_in(t, n->kind, i, n->of);

		if (other != NULL && strcmp(other, name) == 0 &&
		    (of == NULL || (other_of != NULL && strcmp(other_of, of) == 0)))
			return true;
	}
	return false;
}

static void
check_naming(struct taking *t, const struct naming *n)
{
	for (size_t i = 0; i < t->kinds[n->kind].n; i++) {
		const char *name = text_in(t, n->kind, i, n->member),
		           *of = n->of == NULL ? NULL : text_in(t, n->kind, i, n->of);

		if (name == NULL || is_asked(t, n, i, of, name) || n->knows(t, of, name))
			continue;
		if (db_failed(t->db) != DB_ONE)
			return;
		if (n->knows == knows_same_list)
			blame_row(t, n->kind, i,
			    "Målbeskrivelsen %s er her udgivet fra en anden fil.", of);
		else
			blame_row(t, n->kind, i, "%s %s%s%s findes ikke her.", n->what,
			    of == NULL ? "" : of, of == NULL ? "" : " ", name);
	}
}

bool
take_is_known(struct taking *t)
{
	for (size_t i = 0; i < sizeof namings / sizeof namings[0]; i++)
		check_naming(t, &namings[i]);
	return t->nfaults == 0 && db_failed(t->db) == DB_ONE;
}
