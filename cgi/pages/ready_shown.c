/* SPDX-License-Identifier: MPL-2.0 */
#include "ready_shown.h"

#include <string.h>

#include "attestation_rule.h"
#include "queries/ready.h"

/* Where a thing is done: the page below the doctor's. */
static const char *const steps[READY_RULES] = {
	[READY_GOALS] = "kompetencer",
	[READY_EARLIER_GOALS] = "kompetencer",
	[READY_TIMES] = "attestationer",
	[READY_EARLIER_TIMES] = "attestationer",
	[READY_PREMATURE] = "attestationer",
	[READY_PRACTICE_NAMED] = "uddannelsesforloeb",
	[READY_COURSES] = "kurser",
	[READY_SERIES] = "kurser",
	[READY_RESEARCH] = "forskningstraening",
	[READY_AGREEMENT] = "filer",
	[READY_SUPPLEMENTS] = "filer",
	[READY_EMPLOYMENT] = "beskaeftigelse",
	[READY_GAPS] = "beskaeftigelse",
	[READY_UNVERIFIED] = "filer",
};

static const char *
who_of(enum role role, bool own)
{
	static const char *const who[ROLES] = {
		[ROLE_VEJLEDER] = "Vejleder, UAO eller tutorlæge",
		[ROLE_UAO] = "UAO eller tutorlæge",
		[ROLE_VUS] = "Sekretariatet",
		[ROLE_HKL] = "Hovedkursusleder",
		[ROLE_KURSUSUDBYDER] = "Kursusudbyder, UAO eller tutorlæge",
		[ROLE_FORSKVEJLEDER] = "Forskningsvejleder",
	};

	return role == ROLE_UL ? (own ? "Du" : "Lægen") : who[role];
}

/* --- what exactly is missing ------------------------------------------------------------ */

static bool
is_named(const struct ready_facts *f, const struct ready_element *e, enum ready_rule rule)
{
	switch ((int)rule) {
	case READY_TIMES:
	case READY_EARLIER_TIMES:
		return e->before == (rule == READY_EARLIER_TIMES) && !e->timed &&
		    !readiness_may_come_later(f, e);
	case READY_PREMATURE:
		return e->timed && e->premature;
	case READY_PRACTICE_NAMED:
		return e->placeholder;
	default:
		return false;
	}
}

static void
name(struct text *t, const char *what)
{
	text_format(t, "%s%s", t->len == 0 ? "Mangler: " : "; ", what);
}

static const char *
detail_of(struct arena *a, const struct ready *r, enum ready_rule rule)
{
	struct text t = { .arena = a };

	for (size_t i = 0; i < r->facts.nelements; i++) {
		const struct ready_element *e = &r->facts.elements[i];

		if (is_named(&r->facts, e, rule))
			name(&t,
			    arena_format(a, "%s, %s – %s", e->place, day_text(a, e->since),
			        day_text(a, day_add(e->until, -1))));
	}
	for (size_t i = 0; rule == READY_COURSES && i < r->facts.ncourses; i++)
		if (!r->facts.courses[i].there)
			name(&t, r->facts.courses[i].title);
	if (rule == READY_GOALS && r->waiting > 0)
		text_format(&t, "%lld %s venter på svar.", (long long)r->waiting,
		    r->waiting == 1 ? "anmodning" : "anmodninger");
	return t.len == 0 ? NULL : t.at;
}

/* --- rows ------------------------------------------------------------------------------- */

struct reading {
	struct request *req;
	const struct ready_places *places;
	struct reminders_of *reminders;
	size_t nreminders;
};

static struct moment
reminded_at(const struct reading *s, enum ready_rule rule)
{
	const int64_t since = s->req->now.s - (int64_t)REMINDED_DAYS * 24 * 60 * 60;

	for (size_t i = 0; i < s->nreminders; i++)
		if (readiness_of_word(s->reminders[i].rule) == rule && s->reminders[i].at.s > since)
			return s->reminders[i].at;
	return (struct moment){ 0 };
}

static struct ready_row
row_of(const struct reading *s, const struct ready *r, enum ready_rule rule)
{
	struct arena *a = s->req->arena;
	const struct ready_line *l = &r->lines[rule];
	struct ready_row row = { .title = readiness_title(rule), .word = readiness_word(rule) };

	row.none = l->all == 0;
	if (row.none && (rule == READY_EARLIER_GOALS || rule == READY_EARLIER_TIMES))
		row.note =
		    "Introduktionsuddannelsen står ikke i logbogen. Læg dens papirer ind under Filer.";
	if (l->all > 1 && rule != READY_PREMATURE && rule != READY_PRACTICE_NAMED)
		row.count = arena_format(a, "%zu af %zu", l->done, l->all);
	if (steps[rule] != NULL) {
		row.at = url_local(a, arena_format(a, "%s/%s", s->places->pages.text, steps[rule]));
		row.has_at = true;
	}
	if (l->state != READY_MISSING)
		return row;
	row.advice = readiness_advice(rule);
	row.detail = detail_of(a, r, rule);
	row.who = who_of(l->who, s->places->own);
	row.earliest = l->earliest;
	row.reminded = reminded_at(s, rule);
	row.may_remind =
	    s->places->remind.text != NULL && row.reminded.s == 0 && ready_may_remind(r, rule);
	return row;
}

static struct ready_section
section_of(const struct reading *s, const struct ready *r)
{
	struct ready_row *missing = arena_array(s->req->arena, READY_RULES, sizeof *missing),
	                 *met = arena_array(s->req->arena, READY_RULES, sizeof *met);
	struct ready_section v = { .ready = r,
		.title = sending_title(r->kind),
		.word = sending_word(r->kind),
		.missing = missing,
		.met = met,
		.later = day_compare(r->from, r->facts.today) > 0,
		.last = day_add(r->facts.until, -1),
		.sent = ready_sent(r) };

	/* What was sent is no lack: the section says so by itself. */
	for (enum ready_rule rule = 0; rule < READY_RULES; rule++)
		if (rule == READY_NOT_SENT && r->facts.sent)
			continue;
		else if (r->lines[rule].state == READY_MISSING)
			missing[v.nmissing++] = row_of(s, r, rule);
		else if (r->lines[rule].state == READY_MET)
			met[v.nmet++] = row_of(s, r, rule);
	return v;
}

const struct ready_section *
ready_sections(struct request *req, const struct subject *who, uint32_t doctor,
    const struct ready_places *places, const struct ready *const *all, size_t n)
{
	struct ready_section *sections = arena_array(req->arena, n, sizeof *sections);
	struct reading s = { .req = req, .places = places };

	if (n > 0 && reminders_of(req->db, who, doctor, &s.reminders, &s.nreminders) != DB_ONE)
		return NULL;
	for (size_t i = 0; i < n; i++)
		sections[i] = section_of(&s, all[i]);
	return sections;
}

const char *
ready_sent(const struct ready *r)
{
	return r->facts.under_way ? "Dokumentationen er bestilt afsendt og er på vej."
	                          : "Dokumentationen er afsendt.";
}

const char *
ready_brief(struct arena *a, const struct ready *r)
{
	const char *what;

	if (r->distant)
		return arena_format(a, "Kan tidligst sendes %s.", day_text(a, r->from));
	if (r->facts.sent)
		return ready_sent(r);
	if (r->complete)
		return "Alt er på plads. Dokumentationen kan sendes.";
	what = arena_format(a, "%zu krav mangler.", r->missing);
	return day_compare(r->from, r->facts.today) <= 0
	    ? what
	    : arena_format(a, "%s Kan tidligst sendes %s.", what, day_text(a, r->from));
}
