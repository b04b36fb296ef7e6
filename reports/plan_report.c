/* SPDX-License-Identifier: MPL-2.0 */
#include "plan_report.h"

#include "role.h"
#include "secret.h"
#include "talk_rule.h"

/* A version as it is printed. */
struct line {
	const char *place, *version, *state;
	struct day sent;
	const char *by, *role;
	struct day answered;
};

#define COLUMN(name, type, member) \
	{ \
		name, type, false, offsetof(struct line, member), 0 \
	}
static const struct column columns[] = {
	COLUMN("sted", DB_TEXT, place),
	COLUMN("version", DB_TEXT, version),
	COLUMN("sendt", DB_DAY, sent),
	COLUMN("status", DB_TEXT, state),
	COLUMN("besvaret", DB_DAY, answered),
	COLUMN("besvaret_af", DB_TEXT, by),
	COLUMN("brugertype", DB_TEXT, role),
};
static const struct shown shown[] = {
	{ &columns[0], "Sted", 26 },
	{ &columns[1], "Version", 8 },
	{ &columns[2], "Sendt", 12 },
	{ &columns[3], "Status", 12 },
	{ &columns[4], "Besvaret", 12 },
	{ &columns[5], "Af", 14 },
	{ &columns[6], "Rolle", 16 },
};

static bool
is_sent(const struct plan_steps *s)
{
	return !s->has_answers;
}

/* How many versions of that element were sent up to that step. */
static uint32_t
version_of(const struct plan_facts *f, const struct plan_steps *s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < f->n; i++)
		n += f->steps[i].element == s->element && is_sent(&f->steps[i]) &&
		    f->steps[i].step <= s->step;
	return n;
}

static struct line
line_of(struct arena *a, const struct plan_facts *f, const struct plan_steps *s)
{
	struct line l = { .place = s->place,
		.version = arena_format(a, "%u", version_of(f, s)),
		.sent = moment_day(s->at),
		.state = plan_title(PLAN_SENT),
		.by = "",
		.role = "" };

	for (size_t i = 0; i < f->n; i++) {
		const struct plan_steps *answer = &f->steps[i];

		if (is_sent(answer) || answer->answers != s->id)
			continue;
		if (plan_state_of(answer->status) == PLAN_RETURNED) {
			l.state = "Ikke godkendt";
			continue;
		}
		l.state = plan_title(plan_state_of(answer->status));
		l.answered = moment_day(answer->at);
		l.by = answer->by_name;
		l.role = role_short(role_of_word(answer->as_role));
	}
	return l;
}

static const struct table *
table_of(struct arena *a, const struct plan_facts *f)
{
	struct table *t = arena_take(a, sizeof *t);
	struct line *lines = arena_array(a, f->n, sizeof *lines);

	*t = (struct table){ .caption = "Versioner",
		.key = "versioner",
		.shown = shown,
		.columns = sizeof shown / sizeof shown[0],
		.rows = lines,
		.size = sizeof *lines,
		.empty = "Der er ikke sendt nogen uddannelsesplan." };
	for (size_t i = 0; i < f->n; i++)
		if (is_sent(&f->steps[i]))
			lines[t->n++] = line_of(a, f, &f->steps[i]);
	return t;
}

static const char *
appendix_of(struct arena *a, const struct plan_facts *f, uint32_t plan)
{
	for (size_t i = 0; i < f->nfiles; i++)
		if (f->files[i].plan == plan)
			return arena_format(a, "Se bilag %zu.", i + 1);
	return NULL;
}

/* The sections of one version, those that hold something. */
static void
add_sections(struct arena *a, const struct plan_facts *f, size_t i, struct passage *p, size_t *n)
{
	const struct plan_steps *s = &f->steps[i];
	const struct {
		const char *label, *text;
	} all[] = {
		{ "Mål for ansættelsen", s->goals },
		{ "Kompetencer", f->goals[i] },
		{ "Hvordan de nås", s->means },
		{ "Aftaler", s->agreements },
		{ "Kurser", s->courses },
		{ "Næste skridt", s->next_steps },
		{ "Planen som fil", appendix_of(a, f, s->id) },
	};

	for (size_t k = 0; k < sizeof all / sizeof *all; k++)
		if (all[k].text != NULL && all[k].text[0] != '\0')
			p[(*n)++] = (struct passage){ all[k].label,
				arena_format(a, "%s, version %u", s->place, version_of(f, s)),
				all[k].text };
}

static void
fill_passages(struct arena *a, const struct plan_facts *f, struct report *r)
{
	struct passage *passages = arena_array(a, f->n * 7, sizeof *passages);
	uint32_t before = 0;

	for (size_t i = 0; i < f->n; i++) {
		if (!is_sent(&f->steps[i]) || f->steps[i].element == before)
			continue;
		before = f->steps[i].element;
		add_sections(a, f, i, passages, &r->npassages);
	}
	r->passages_heading = "Den seneste plan for hver ansættelse";
	r->passages = passages;
}

static void
fill_appendices(struct arena *a, const struct plan_facts *f, struct report *r)
{
	struct appendix *list = arena_array(a, f->nfiles, sizeof *list);

	for (size_t i = 0; i < f->nfiles; i++)
		list[i] = (struct appendix){
			.title = arena_format(a, "Bilag %zu: Uddannelsesplan af %s", i + 1,
			    day_text(a, moment_day(f->files[i].at))),
			.type = f->files[i].type,
			.sha256 = f->files[i].sha256.n == HASH_BYTES
			    ? hash_hex(a, f->files[i].sha256.at)
			    : "",
			.content = f->files[i].bytes,
		};
	r->appendices = list;
	r->nappendices = f->nfiles;
}

const struct report *
plan_report(struct arena *a, const struct plan_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);
	struct fact *facts = arena_array(a, 3, sizeof *facts);

	facts[0] = (struct fact){ "Læge", f->name, "laege" };
	facts[1] = (struct fact){ "CPR-nummer", f->cpr, "cpr" };
	facts[2] = (struct fact){ "Udskrevet", moment_text(a, f->printed), "udskrevet" };
	*r = (struct report){
		.title = "Uddannelsesplan",
		.subtitle = "Individuel uddannelsesplan",
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.facts = facts,
		.nfacts = 3,
		.tables = table_of(a, f),
		.ntables = 1,
		.note = "UAO: uddannelsesansvarlig overlæge.",
	};
	fill_passages(a, f, r);
	fill_appendices(a, f, r);
	return r;
}
