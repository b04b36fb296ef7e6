/* SPDX-License-Identifier: MPL-2.0 */
#include "trouble_rule.h"

#include "next_rule.h"

enum {
	WEIGHT_UNATTESTED = 400,
	WEIGHT_DOUBT_DUE = 300, /* its day has come */
	WEIGHT_ASKED = 200,
	WEIGHT_DOUBT = 160,
	WEIGHT_ABSENCE = 150,
	WEIGHT_WAITS = 100,
	WEIGHT_BEHIND = 60,
	WEIGHT_ATTEST = 50,
	WEIGHT_NO_MAIN = 40,
	WEIGHT_NEAR = 30,
	DAYS_MOST = 180, /* more than that does not press more */
	QUARTER = 25
};

struct gathered {
	struct arena *arena;
	const struct plight_facts *facts;
	struct day today;
	struct plight_row *rows;
	size_t n;
};

static void
add(struct gathered *g, enum plight what, uint32_t weight, const char *sentence)
{
	size_t k = g->n++;

	for (; k > 0 && g->rows[k - 1].weight < weight; k--)
		g->rows[k] = g->rows[k - 1];
	g->rows[k] = (struct plight_row){ what, weight, sentence };
}

/* Days gone since then: 0 to DAYS_MOST. */
static uint32_t
days_since(struct gathered *g, struct day then)
{
	int32_t days = day_number(g->today) - day_number(then);

	return days < 0 ? 0 : days > DAYS_MOST ? DAYS_MOST : (uint32_t)days;
}

static const char *
waited(struct gathered *g, const char *what, struct day since)
{
	int32_t days = day_number(g->today) - day_number(since);

	if (days <= 0)
		return arena_format(g->arena, "%s siden i dag", what);
	return arena_format(g->arena, "%s i %d %s", what, (int)days, days == 1 ? "dag" : "dage");
}

static bool
stands(enum attestation_state s)
{
	return s == ATTESTATION_SIGNED || s == ATTESTATION_VERIFIED;
}

static void
add_attestation(struct gathered *g)
{
	const struct plight_facts *f = g->facts;
	struct day earliest = attestation_earliest(f->until);
	bool over = day_compare(g->today, f->until) >= 0, time = stands(f->time),
	     goals = stands(f->attest_goals);

	if (f->time == ATTESTATION_REQUESTED || f->attest_goals == ATTESTATION_REQUESTED)
		add(g, PLIGHT_ASKED, WEIGHT_ASKED + days_since(g, f->asked),
		    waited(g, "Attestation har ventet på svar", f->asked));
	if (over && !(time && goals))
		add(g, PLIGHT_UNATTESTED, WEIGHT_UNATTESTED + days_since(g, f->until),
		    arena_format(g->arena, "Sluttede %s uden attestation for %s",
		        day_text(g->arena, day_add(f->until, -1)),
		        time        ? "læringsmål"
		            : goals ? "tid"
		                    : "tid og læringsmål"));
	else if (!over && !time && day_compare(day_add_months(g->today, 1), earliest) >= 0)
		add(g, PLIGHT_ATTEST, WEIGHT_ATTEST,
		    day_compare(g->today, earliest) >= 0
		        ? "Attestation for tid kan gives nu"
		        : arena_format(g->arena, "Attestation for tid kan gives fra %s",
		              day_text(g->arena, earliest)));
}

static uint32_t
percent(int64_t part, int64_t whole)
{
	return whole <= 0 ? 0 : (uint32_t)(100 * part / whole);
}

bool
plight_is_behind(uint32_t time_percent, uint32_t goals_percent)
{
	return time_percent >= QUARTER && goals_percent + QUARTER <= time_percent;
}

static void
add_behind(struct gathered *g)
{
	const struct plight_facts *f = g->facts;
	struct day now = day_compare(g->today, f->course_until) < 0 ? g->today : f->course_until;
	uint32_t time, goals = percent(f->approved, f->goals);

	if (f->goals == 0 || day_compare(now, f->course_since) <= 0)
		return;
	time = percent(days360(f->course_since, now), days360(f->course_since, f->course_until));
	if (plight_is_behind(time, goals))
		add(g, PLIGHT_BEHIND, WEIGHT_BEHIND + time - goals,
		    arena_format(g->arena,
		        "Bagud: %u %% af tiden er gået, %u %% af kompetencerne er godkendt", time,
		        goals));
}

static void
add_doubt(struct gathered *g)
{
	struct day on = g->facts->doubt;

	if (day_is_none(on))
		return;
	add(g, PLIGHT_DOUBT,
	    day_compare(on, g->today) <= 0 ? WEIGHT_DOUBT_DUE + days_since(g, on) : WEIGHT_DOUBT,
	    arena_format(g->arena, "Tvivl om gennemførelse %s %s",
	        day_compare(on, g->today) < 0 ? "skulle være fulgt op" : "følges op",
	        day_text(g->arena, on)));
}

/* What was attested, or excepted by the secretariat, is not told any more. */
static void
add_absence(struct gathered *g)
{
	const struct plight_facts *f = g->facts;
	const struct absence_standing *s = &f->absence;

	if (!f->sees_absence || stands(f->time) || f->time == ATTESTATION_EXCEPTION)
		return;
	if (s->missing > 0)
		add(g, PLIGHT_ABSENCE, WEIGHT_ABSENCE,
		    arena_format(g->arena,
		        "Fravær over 10 %%: %d dage skal indhentes, og ingen aftale dækker dem",
		        (int)s->missing));
	else if (!s->over && day_compare(g->today, f->until) < 0 &&
	    next_absence_is_near(s->counted, s->limit))
		add(g, PLIGHT_ABSENCE, WEIGHT_NEAR,
		    arena_format(g->arena, "Fravær nær grænsen: %d af højst %d dage",
		        (int)s->counted, (int)s->limit));
}

const struct plight_row *
plights_of(struct arena *a, const struct plight_facts *f, struct day today, size_t *n)
{
	struct gathered g = { a, f, today, arena_array(a, PLIGHTS, sizeof *g.rows), 0 };

	if (f->attests)
		add_attestation(&g);
	if (f->waiting > 0)
		add(&g, PLIGHT_WAITS, WEIGHT_WAITS + days_since(&g, f->oldest),
		    waited(&g,
		        f->waiting == 1
		            ? "1 anmodning har ventet på svar"
		            : arena_format(a, "%lld anmodninger venter på svar, den ældste",
		                  (long long)f->waiting),
		        f->oldest));
	add_doubt(&g);
	add_absence(&g);
	if (day_compare(today, f->until) < 0) {
		add_behind(&g);
		if (f->tells_main && !f->has_main)
			add(&g, PLIGHT_NO_MAIN, WEIGHT_NO_MAIN, "Ingen hovedvejleder");
	}
	*n = g.n;
	return g.rows;
}
