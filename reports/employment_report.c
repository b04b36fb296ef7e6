/* SPDX-License-Identifier: MPL-2.0 */
#include "employment_report.h"

/* A row as it is printed. */
struct line {
	struct day since, last;
	const char *months, *title, *place, *department, *specialty, *position_no, *remarks,
	    *source;
	bool has_fraction;
	int32_t fraction;
};

#define COLUMN(name, type, member) \
	{ \
		name, type, true, offsetof(struct line, member), 0 \
	}
static const struct column columns[] = {
	COLUMN("fra", DB_DAY, since),
	COLUMN("til_og_med", DB_DAY, last),
	COLUMN("maaneder", DB_TEXT, months),
	COLUMN("stilling", DB_TEXT, title),
	COLUMN("sted", DB_TEXT, place),
	COLUMN("afdeling", DB_TEXT, department),
	COLUMN("speciale", DB_TEXT, specialty),
	{ "beskaeftigelse_pct", DB_I32, true, offsetof(struct line, fraction),
	    offsetof(struct line, has_fraction) },
	COLUMN("stillingsnummer", DB_TEXT, position_no),
};
static const struct shown shown[] = {
	{ &columns[0], "Fra", 11 },
	{ &columns[1], "Til og med", 11 },
	{ &columns[2], "Mdr.", 6 },
	{ &columns[3], "Stilling", 18 },
	{ &columns[4], "Sted", 13 },
	{ &columns[5], "Afdeling", 14 },
	{ &columns[6], "Speciale", 10 },
	{ &columns[7], "%", 6 },
	{ &columns[8], "Stillingsnr.", 11 },
};

static const char *
or_none(const char *text)
{
	return text[0] == '\0' ? NULL : text;
}

static struct line
line_of(struct arena *a, const struct employment_line *l)
{
	return (struct line){ .since = l->since,
		.last = day_add(l->until, -1),
		.months = or_none(employment_months(a, l->since, l->until)),
		.title = employment_title(l->kind),
		.place = or_none(l->hospital),
		.department = or_none(l->department),
		.specialty = or_none(l->specialty),
		.position_no = or_none(l->position_no),
		.has_fraction = l->fraction > 0,
		.fraction = (int32_t)l->fraction };
}

static struct line
line_of_gap(struct arena *a, const struct employment_gap *g)
{
	return (struct line){ .since = g->since,
		.last = day_add(g->until, -1),
		.months = employment_months(a, g->since, g->until),
		.title = "Ikke forklaret" };
}

/* The remarks stand in full under their row: whose they are, is said before them. */
static void
add_note(const struct employment_line *l, struct table *t, struct row_note *notes)
{
	if (l->own == 0 && !l->reworded && l->remarks[0] == '\0')
		return;
	notes[t->nnotes++] = (struct row_note){ t->n - 1,
		l->own != 0       ? "Oplyst af lægen"
		    : l->reworded ? "Bemærkning oplyst af lægen"
		                  : "Fra uddannelsesforløbet",
		l->remarks[0] == '\0' ? "Ingen bemærkninger." : l->remarks };
}

/* Each gap before the row that it lies before. */
static const struct table *
table_of(struct arena *a, const struct employment_facts *f)
{
	struct table *t = arena_take(a, sizeof *t);
	struct line *lines = arena_array(a, f->n + f->ngaps, sizeof *lines);
	struct row_note *notes = arena_array(a, f->n, sizeof *notes);
	size_t gap = 0;

	*t = (struct table){ .caption = "Lægelig beskæftigelse",
		.key = "beskaeftigelse",
		.shown = shown,
		.columns = sizeof shown / sizeof shown[0],
		.rows = lines,
		.size = sizeof *lines,
		.empty = "Der er ingen ansættelser." };
	for (size_t i = 0; i <= f->n; i++) {
		for (; gap < f->ngaps && f->gaps[gap].before == i; gap++)
			lines[t->n++] = line_of_gap(a, &f->gaps[gap]);
		if (i == f->n)
			break;
		lines[t->n++] = line_of(a, &f->lines[i]);
		add_note(&f->lines[i], t, notes);
	}
	t->notes = notes;
	return t;
}

static const char *
signed_words(struct arena *a, const struct employment_facts *f)
{
	if (!f->is_signed)
		return "Ikke underskrevet";
	return arena_format(a, f->is_current ? "%s af %s" : "%s af %s, men ændret siden",
	    moment_text(a, f->signed_at), f->signed_by);
}

enum { FACTS = 5 };

static void
fill_facts(struct arena *a, const struct employment_facts *f, struct report *r)
{
	struct fact *facts = arena_array(a, FACTS, sizeof *facts), *next = facts;

	*next++ = (struct fact){ "Læge", f->name, "laege" };
	*next++ = (struct fact){ "CPR-nummer", f->cpr, "cpr" };
	if (f->auth_id != NULL)
		*next++ = (struct fact){ "Autorisations-id", f->auth_id, "autorisations_id" };
	*next++ = (struct fact){ "Underskrevet", signed_words(a, f), "underskrevet" };
	*next++ = (struct fact){ "Udskrevet", moment_text(a, f->printed), "udskrevet" };
	r->facts = facts;
	r->nfacts = (size_t)(next - facts);
}

const struct report *
employment_report(struct arena *a, const struct employment_facts *f)
{
	const char *is_signed = f->is_current
	    ? "Underskriften er givet elektronisk i logbogen, hvor oversigten er gemt, som den blev underskrevet."
	    : "Oversigten er ikke underskrevet, som den står her.";
	struct report *r = arena_take(a, sizeof *r);

	*r = (struct report){
		.title = "Lægelig beskæftigelse",
		.subtitle = "Skema til oversigt over lægelig beskæftigelse",
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.tables = table_of(a, f),
		.ntables = 1,
		.note = arena_format(a,
		    "%s Rækker, som lægen har oplyst, er mærket; de andre er uddannelsesforløbet i logbogen.",
		    is_signed),
	};
	fill_facts(a, f, r);
	return r;
}
