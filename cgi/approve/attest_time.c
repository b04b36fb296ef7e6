/* SPDX-License-Identifier: MPL-2.0
 *
 * The absence of an element and what makes up for it, by the rules of logbook/absence.h: read for the
 * element alone, since the department reaches no more of the logbook when it has long ended.
 */
#include "attest.h"

static const char *
title_of(const struct attest_absences_here *rows, size_t n, uint32_t type)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i].type == type)
			return rows[i].title;
	return "";
}

static const char *
kinds_of(struct arena *a, const struct absence_sum *sum, const struct attest_absences_here *rows,
    size_t n)
{
	struct text t = { .arena = a };

	for (size_t i = 0; i < sum->n; i++) {
		const struct absence_part *p = &sum->parts[i];

		if (p->counts && p->days > 0)
			text_format(&t, "%s%s: %d %s", t.len > 0 ? "\n" : "",
			    title_of(rows, n, p->type), (int)p->days,
			    p->days == 1 ? "dag" : "dage");
	}
	return t.len == 0 ? NULL : t.at;
}

static int32_t
longer(struct arena *a, const struct attest_moves_here *rows, size_t n, struct text *words)
{
	int32_t by = 0;

	for (size_t i = 0; i < n; i++) {
		const struct attest_moves_here *m = &rows[i];

		by += absence_prolonged(days360(m->before_since, m->before_until),
		    (int)m->before_fraction, days360(m->after_since, m->after_until),
		    (int)m->after_fraction);
		text_format(words, "%stillægsaftale %s af %s (slutdato flyttet fra %s til %s)",
		    words->len > 0 ? ", " : "", m->agreement, day_text(a, m->published),
		    day_text(a, day_add(m->before_until, -1)),
		    day_text(a, day_add(m->after_until, -1)));
	}
	return by;
}

static int32_t
replaced(struct arena *a, const struct attest_replacements_here *rows, size_t n, struct text *words)
{
	int32_t days = 0;

	for (size_t i = 0; i < n; i++) {
		days += days360(rows[i].since, rows[i].until);
		text_format(words, "%serstatningsansættelse %s – %s", words->len > 0 ? ", " : "",
		    day_text(a, rows[i].since), day_text(a, day_add(rows[i].until, -1)));
	}
	return days;
}

static void
fill_exception(
    struct request *req, const struct subject *who, uint32_t element, struct attest_time *t)
{
	struct attest_exception_here x = { 0 };

	if (attest_exception_here(req->db, who, element, &x) != DB_ONE)
		return;
	t->exception = x.id;
	t->excepted = (int32_t)x.days;
	t->excepted_by = arena_format(req->arena, "videreuddannelsessekretariatet (%s) %s",
	    x.by_name, day_text(req->arena, moment_day(x.at)));
}

bool
attest_time_of(struct request *req, const struct subject *who, const struct attest_elements *e,
    struct attest_time *t)
{
	struct arena *a = req->arena;
	struct attest_absences_here *absences;
	struct attest_moves_here *moves;
	struct attest_replacements_here *posts;
	size_t nabsences, nmoves, nposts;
	struct absence_spell *spells;
	struct absence_sum sum;
	struct text words = { .arena = a };
	int32_t by, days;

	*t = (struct attest_time){ 0 };
	if (attest_absences_here(req->db, who, e->element, &absences, &nabsences) != DB_ONE ||
	    attest_moves_here(req->db, who, e->element, &moves, &nmoves) != DB_ONE ||
	    attest_replacements_here(req->db, who, e->element, &posts, &nposts) != DB_ONE)
		return false;
	spells = arena_array(a, nabsences, sizeof *spells);
	for (size_t i = 0; i < nabsences; i++)
		spells[i] = (struct absence_spell){ absences[i].id, absences[i].type,
			absences[i].counts, absences[i].since, absences[i].until };
	sum = absence_sum(a, spells, nabsences, e->since, e->until);
	by = longer(a, moves, nmoves, &words);
	days = replaced(a, posts, nposts, &words);
	t->standing = absence_stand(sum.counted, days360(e->since, e->until), by, days, e->until);
	t->kinds = kinds_of(a, &sum, absences, nabsences);
	if (t->standing.over && words.len > 0)
		t->prolonged = utf8_clip(a, words.at, 1000);
	if (t->standing.missing > 0)
		fill_exception(req, who, e->element, t);
	return true;
}
