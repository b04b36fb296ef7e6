/* SPDX-License-Identifier: MPL-2.0 */
#include "training_report.h"

#define COLUMN(of, name, type, member) \
	{ \
		name, type, true, offsetof(struct of, member), 0 \
	}
#define DAYS(of, name, member, has) \
	{ \
		name, DB_I32, true, offsetof(struct of, member), offsetof(struct of, has) \
	}

static const struct column element_columns[] = {
	COLUMN(element_printed, "sted", DB_TEXT, place),
	COLUMN(element_printed, "speciale", DB_TEXT, specialty),
	COLUMN(element_printed, "fra", DB_DAY, since),
	COLUMN(element_printed, "til_og_med", DB_DAY, until),
	COLUMN(element_printed, "beskaeftigelse_pct", DB_I32, fraction),
	COLUMN(element_printed, "stillingsnummer", DB_TEXT, position_no),
	COLUMN(element_printed, "status", DB_TEXT, state),
	DAYS(element_printed, "fravaer_dage", absence, has_absence),
	DAYS(element_printed, "graense_dage", limit, has_absence),
};
static const struct shown element_shown[] = {
	{ &element_columns[0], "Sted", 19 },
	{ &element_columns[1], "Speciale", 12 },
	{ &element_columns[2], "Fra", 12 },
	{ &element_columns[3], "Til og med", 12 },
	{ &element_columns[4], "%", 5 },
	{ &element_columns[5], "Stillingsnr.", 11 },
	{ &element_columns[6], "Status", 13 },
	{ &element_columns[7], "Fravær", 8 },
	{ &element_columns[8], "Højst", 8 },
};

static const struct column agreement_columns[] = {
	COLUMN(agreement_printed, "aftale", DB_TEXT, kind),
	COLUMN(agreement_printed, "nummer", DB_TEXT, number),
	COLUMN(agreement_printed, "offentliggjort", DB_DAY, published),
	COLUMN(agreement_printed, "indhold", DB_TEXT, effect),
};
static const struct shown agreement_shown[] = {
	{ &agreement_columns[0], "Aftale", 20 },
	{ &agreement_columns[1], "Nummer", 20 },
	{ &agreement_columns[2], "Offentliggjort", 14 },
	{ &agreement_columns[3], "Indhold", 46 },
};

static const struct column absence_columns[] = {
	COLUMN(absence_printed, "slags", DB_TEXT, title),
	COLUMN(absence_printed, "dage", DB_I32, days),
	COLUMN(absence_printed, "taeller", DB_TEXT, counts),
};
static const struct shown absence_shown[] = {
	{ &absence_columns[0], "Slags", 66 },
	{ &absence_columns[1], "Dage", 12 },
	{ &absence_columns[2], "Tæller i de 10 %", 22 },
};

enum { TABLES = 3, FACTS = 4 };

#define SHOWN(list) .shown = (list), .columns = sizeof(list) / sizeof *(list)

static const struct table *
tables_of(struct arena *a, const struct training_facts *f)
{
	struct table *t = arena_array(a, TABLES, sizeof *t);

	t[0] = (struct table){ .caption = "Delforløb",
		.key = "delforloeb",
		SHOWN(element_shown),
		.rows = f->elements,
		.n = f->nelements,
		.size = sizeof *f->elements,
		.group = "forloeb",
		.group_heading = "Forløb",
		.group_offset = offsetof(struct element_printed, course),
		.empty = "Der er ingen delforløb." };
	t[1] = (struct table){ .caption = "Aftaler",
		.key = "aftaler",
		SHOWN(agreement_shown),
		.rows = f->agreements,
		.n = f->nagreements,
		.size = sizeof *f->agreements,
		.group = "forloeb",
		.group_heading = "Forløb",
		.group_offset = offsetof(struct agreement_printed, course),
		.empty = "Ingen aftaler er registreret." };
	t[2] = (struct table){ .caption = "Fravær",
		.key = "fravaer",
		SHOWN(absence_shown),
		.rows = f->absences,
		.n = f->nabsences,
		.size = sizeof *f->absences,
		.group = "delforloeb",
		.group_heading = "Delforløb",
		.group_offset = offsetof(struct absence_printed, element),
		.empty = "Intet fravær er registreret." };
	return t;
}

static void
fill_facts(struct arena *a, const struct training_facts *f, struct report *r)
{
	struct fact *facts = arena_array(a, FACTS, sizeof *facts), *next = facts;

	*next++ = (struct fact){ "Læge", f->name, "laege" };
	*next++ = (struct fact){ "CPR-nummer", f->cpr, "cpr" };
	if (f->auth_id != NULL)
		*next++ = (struct fact){ "Autorisations-id", f->auth_id, "autorisations_id" };
	*next++ = (struct fact){ "Udskrevet", moment_text(a, f->printed), "udskrevet" };
	r->facts = facts;
	r->nfacts = (size_t)(next - facts);
}

const struct report *
training_report(struct arena *a, const struct training_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);

	*r = (struct report){
		.title = "Uddannelsesforløb",
		.subtitle = "Delforløb, aftaler og fravær",
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.tables = tables_of(a, f),
		.ntables = TABLES,
		.note = f->hides
		    ? "Fravær er dage, 30 pr. måned; højst er 10 % af delforløbet. Fravær ved andre "
		      "afdelinger er ikke med."
		    : "Fravær er dage, 30 pr. måned; højst er 10 % af delforløbet.",
	};
	fill_facts(a, f, r);
	return r;
}
