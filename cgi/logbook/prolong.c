/* SPDX-License-Identifier: MPL-2.0 */
#include "prolong.h"

#include <string.h>

#include "absence.h"
#include "attestation_rule.h"

enum { STEPS_MOST = 12 };

struct reckoning {
	struct arena *arena;
	const struct prolong_asked *asked;
	struct prolong_span *elements;
	const char **steps;
	struct prolong_answer answer;
};

static void
step(struct reckoning *r, const char *sentence)
{
	r->steps[r->answer.nsteps++] = sentence;
}

static const char *
span_text(struct arena *a, struct day since, struct day until)
{
	return arena_format(a, "%s – %s", day_text(a, since), day_text(a, day_add(until, -1)));
}

static const char *
day_or_days(int32_t n)
{
	return n == 1 ? "dag" : "dage";
}

/* --- what follows --------------------------------------------------------------------------- */

/* The elements that begin when the one that grew was to be over move by as much, and keep their
 * lengths. */
static void
move_the_rest(struct reckoning *r, struct day was)
{
	const struct prolong_asked *q = r->asked;
	int32_t by = days360(was, r->elements[q->at].until);
	size_t moved = 0;

	for (size_t i = 0; i < q->n; i++) {
		const struct prolong_span *e = &q->elements[i];

		if (i == q->at || day_compare(e->since, was) < 0)
			continue;
		r->elements[i].since = absence_month_end(absence_days_later(e->since, by));
		r->elements[i].until = absence_month_end(
		    absence_days_later(r->elements[i].since, days360(e->since, e->until)));
		moved++;
	}
	r->answer.course_until = absence_month_end(absence_days_later(q->course_until, by));
	for (size_t i = 0; i < q->n; i++)
		if (day_compare(r->answer.course_until, r->elements[i].until) < 0)
			r->answer.course_until = r->elements[i].until;
	if (moved > 0)
		step(r,
		    arena_format(r->arena,
		        "%s lige så meget og beholder længden; skift sker den 1. i en måned.",
		        moved == 1
		            ? "Det følgende delforløb flyttes"
		            : arena_format(r->arena, "De %zu følgende delforløb flyttes", moved)));
	step(r,
	    arena_format(r->arena, "Uddannelsesforløbet slutter %s i stedet for %s.",
	        day_text(r->arena, day_add(r->answer.course_until, -1)),
	        day_text(r->arena, day_add(q->course_until, -1))));
}

/* --- leave ---------------------------------------------------------------------------------- */

static void
step_days(struct reckoning *r, int32_t days, int32_t limit)
{
	const struct prolong_asked *q = r->asked;
	const struct prolong_span *e = &q->elements[q->at];

	step(r,
	    arena_format(r->arena,
	        "Delforløbet %s tæller %d dage: 30 dage pr. måned. Grænsen er en tiendedel: %d dage.",
	        span_text(r->arena, e->since, e->until), q->length, limit));
	step(r,
	    arena_format(r->arena, "%s %s er %d %s med weekender og fridage.", q->title,
	        span_text(r->arena, q->since, q->until), days, day_or_days(days)));
}

/* Not yet begun: the leave comes first, and the element after it. */
static void
begin_later(struct reckoning *r)
{
	const struct prolong_asked *q = r->asked;
	const struct prolong_span *e = &q->elements[q->at];
	struct prolong_span *to = &r->elements[q->at];

	to->since = q->birth ? q->until : absence_month_end(q->until);
	to->until = absence_month_end(absence_days_later(to->since, days360(e->since, e->until)));
	step(r,
	    arena_format(r->arena,
	        "Delforløbet er ikke begyndt, når orloven begynder. Det begynder bagefter, %s%s, og "
	        "forlænges til månedens udgang: %s.",
	        day_text(r->arena, to->since),
	        q->birth ? " (efter barsel kan det være hvilken som helst dag)" : "",
	        day_text(r->arena, day_add(to->until, -1))));
}

static void
make_up(struct reckoning *r)
{
	const struct prolong_asked *q = r->asked;
	struct day was = q->elements[q->at].until, plain = absence_days_later(was, r->answer.by);

	r->elements[q->at].until = absence_made_up(was, r->answer.by);
	step(r,
	    arena_format(r->arena,
	        "%d %s efter %s er %s. Forlænget til månedens udgang slutter delforløbet %s.",
	        r->answer.by, day_or_days(r->answer.by), day_text(r->arena, day_add(was, -1)),
	        day_text(r->arena, day_add(plain, -1)),
	        day_text(r->arena, day_add(r->elements[q->at].until, -1))));
}

static bool
leave_moves(struct reckoning *r, int32_t limit)
{
	const struct prolong_asked *q = r->asked;

	if (!q->counts) {
		step(r, "Den tæller ikke med i de 10 %. Intet flyttes.");
		return false;
	}
	if (q->before > 0)
		step(r,
		    arena_format(r->arena, "Der er i forvejen %d %s, der tæller. I alt %d dage.",
		        q->before, day_or_days(q->before), r->answer.total));
	if (r->answer.total <= limit) {
		step(r,
		    arena_format(r->arena,
		        "%d er ikke mere end %d. Intet flyttes, og der er %d %s tilbage.",
		        r->answer.total, limit, limit - r->answer.total,
		        day_or_days(limit - r->answer.total)));
		return false;
	}
	step(r,
	    arena_format(r->arena,
	        "%d er mere end %d. Så skal hele fraværet indhentes, også de første %d dage.",
	        r->answer.total, limit, limit));
	return true;
}

static void
leave(struct reckoning *r)
{
	const struct prolong_asked *q = r->asked;
	struct day was = q->elements[q->at].until;
	int32_t days = absence_days(q->since, q->until), limit = absence_limit(q->length);

	r->answer.total = q->before + days;
	step_days(r, days, limit);
	if (!leave_moves(r, limit))
		return;
	r->answer.by = r->answer.total - q->made_up;
	if (q->made_up > 0)
		step(r,
		    arena_format(r->arena,
		        "Aftaler har allerede forlænget med %d %s. Der mangler %d.", q->made_up,
		        day_or_days(q->made_up), r->answer.by < 0 ? 0 : r->answer.by));
	if (r->answer.by <= 0)
		return;
	r->answer.moves = true;
	if (day_compare(q->since, q->elements[q->at].since) <= 0 && q->before == 0)
		begin_later(r);
	else
		make_up(r);
	move_the_rest(r, was);
}

/* --- part time ------------------------------------------------------------------------------ */

static void
part_time(struct reckoning *r)
{
	const struct prolong_asked *q = r->asked;
	struct day was = q->elements[q->at].until;
	int32_t left = days360(q->since, was), full = left * q->fraction_before,
	        takes = (full + q->fraction - 1) / q->fraction;
	struct day plain = absence_days_later(q->since, takes);

	step(r,
	    arena_format(r->arena,
	        "Fra %s er der %d dage tilbage af delforløbet: 30 dage pr. måned.",
	        day_text(r->arena, q->since), left));
	step(r,
	    arena_format(r->arena, "%d dage på %d %% tager %d dage på %d %%: til %s.", left,
	        q->fraction_before, takes, q->fraction, day_text(r->arena, day_add(plain, -1))));
	r->answer.by = takes - left;
	r->elements[q->at].until = absence_month_end(plain);
	if (part_time_is_low(q->fraction))
		step(r, "Det er under halv tid. Deltid skal være mindst 50 % (18½ time om ugen).");
	if (day_compare(r->elements[q->at].until, was) <= 0) {
		r->elements[q->at].until = was;
		step(r, "Intet flyttes.");
		return;
	}
	r->answer.moves = true;
	step(r,
	    arena_format(r->arena, "Forlænget til månedens udgang slutter delforløbet %s.",
	        day_text(r->arena, day_add(r->elements[q->at].until, -1))));
	move_the_rest(r, was);
}

/* --- all of it ------------------------------------------------------------------------------ */

struct prolong_answer
prolong(struct arena *a, const struct prolong_asked *q)
{
	struct reckoning r = { .arena = a, .asked = q };

	r.elements = arena_array(a, q->n, sizeof *r.elements);
	memcpy(r.elements, q->elements, q->n * sizeof *r.elements);
	r.steps = arena_array(a, STEPS_MOST, sizeof *r.steps);
	r.answer.course_until = q->course_until;
	switch (q->kind) {
	case PROLONG_LEAVE:
		leave(&r);
		break;
	case PROLONG_PART_TIME:
		part_time(&r);
		break;
	}
	r.answer.elements = r.elements;
	r.answer.steps = r.steps;
	return r.answer;
}

struct day
prolong_sending(const char *stage, struct day course_until)
{
	if (strcmp(stage, "KBU") == 0)
		return attestation_earliest(course_until);
	return strcmp(stage, "HU") == 0 ? day_add_months(course_until, -6) : (struct day){ 0 };
}
