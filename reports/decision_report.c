/* SPDX-License-Identifier: MPL-2.0 */
#include "decision_report.h"

struct goal_line {
	const char *number, *title, *list;
};

#define COLUMN(name, member) \
	{ \
		name, DB_TEXT, false, offsetof(struct goal_line, member), 0 \
	}
static const struct column columns[] = {
	COLUMN("nummer", number),
	COLUMN("titel", title),
	COLUMN("maalbeskrivelse", list),
};
static const struct shown shown[] = {
	{ &columns[0], "Nr.", 10 },
	{ &columns[1], "Kompetence", 55 },
	{ &columns[2], "Målbeskrivelse", 35 },
};

/* The competencies that are given; no table where there are none. */
static void
fill_goals(struct arena *a, const struct decision_facts *f, struct report *r)
{
	struct table *t = arena_take(a, sizeof *t);
	struct goal_line *lines = arena_array(a, f->ngoals, sizeof *lines);

	if (f->ngoals == 0)
		return;
	for (size_t i = 0; i < f->ngoals; i++)
		lines[i] =
		    (struct goal_line){ f->goals[i].number, f->goals[i].title, f->goals[i].list };
	*t = (struct table){ .caption = "Kompetencer, der er givet merit for",
		.key = "kompetencer",
		.shown = shown,
		.columns = sizeof shown / sizeof shown[0],
		.rows = lines,
		.n = f->ngoals,
		.size = sizeof *lines };
	r->tables = t;
	r->ntables = 1;
}

/* "Der er givet merit for 12 kompetencer (se ovenfor)." and what else is given, a line each. */
static const char *
given(struct arena *a, const struct decision_facts *f)
{
	const struct decision_one *d = f->decision;
	struct text t = { .arena = a };

	text_puts(&t, "Du får merit.");
	if (f->ngoals > 0)
		text_format(&t, "\nKompetencer: %zu, se tabellen ovenfor.", f->ngoals);
	if (d->has_months)
		text_format(&t,
		    "\nTid: %u måneder. Merit fritstiller dig ikke i sig selv. Afkortning kræver "
		    "en tillægsaftale.",
		    d->months);
	if (d->courses != NULL)
		text_format(&t, "\nKurser:\n%s", d->courses);
	return t.at;
}

static void
fill_passages(struct arena *a, const struct decision_facts *f, struct report *r)
{
	const struct decision_one *d = f->decision;
	struct passage *p = arena_array(a, 3, sizeof *p);

	p[0] =
	    (struct passage){ "Hvad du får merit for", merit_type_title(d->ground), given(a, f) };
	p[1] =
	    (struct passage){ "Begrundelse", arena_format(a, "Sagsnr. %s", d->case_no), d->reason };
	p[2] = (struct passage){ "Klagevejledning", "Hvis du er uenig", d->appeal };
	r->passages_heading = "Afgørelse";
	r->passages = p;
	r->npassages = 3;
}

static void
fill_facts(struct arena *a, const struct decision_facts *f, struct report *r)
{
	const struct decision_one *d = f->decision;
	struct fact *facts = arena_array(a, 6, sizeof *facts), *next = facts;

	*next++ = (struct fact){ "Til", f->name, "laege" };
	*next++ = (struct fact){ "CPR-nummer", f->cpr, "cpr" };
	if (f->auth_id != NULL)
		*next++ = (struct fact){ "Autorisations-id", f->auth_id, "autorisations_id" };
	*next++ = (struct fact){ "Sagsnummer", d->case_no, "sagsnummer" };
	*next++ = (struct fact){ "Dato", day_text(a, d->decided_on), "dato" };
	*next++ = (struct fact){ "Afgjort af", d->decider, "afgjort_af" };
	r->facts = facts;
	r->nfacts = (size_t)(next - facts);
}

const struct report *
decision_report(struct arena *a, const struct decision_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);

	*r = (struct report){ .title = "Afgørelse om merit",
		.subtitle =
		    arena_format(a, "Videreuddannelsessekretariatet, %s", f->decision->place),
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.note = arena_format(a,
		    "Meddelt af %s, %s, den %s.\nStyrelsen for Patientsikkerhed underrettes om "
		    "afgørelser om merit.",
		    f->decision->by_name, f->decision->place,
		    day_text(a, moment_day(f->decision->at))) };
	fill_facts(a, f, r);
	fill_goals(a, f, r);
	fill_passages(a, f, r);
	return r;
}
