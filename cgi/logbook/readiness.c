/* SPDX-License-Identifier: MPL-2.0 */
#include "readiness.h"

#include <string.h>

#include "attestation_rule.h"

/* How far one rule is met. */
struct met {
	size_t done, all;
	struct day earliest;
};

typedef struct met check(const struct ready_facts *);

enum { MONTHS_AHEAD = 6 };

static const struct {
	const char *word, *title;
} kinds[SENDING_KINDS] = {
	[SENDING_PRACTICE] = { "PRACTICE", "Tilladelse til selvstændigt virke" },
	[SENDING_SPECIALIST] = { "SPECIALIST", "Speciallægeanerkendelse" },
};

const char *
sending_word(enum sending_kind kind)
{
	return kinds[kind].word;
}

enum sending_kind
sending_of_word(const char *word)
{
	enum sending_kind k = 0;

	while (k < SENDING_KINDS && strcmp(kinds[k].word, word) != 0)
		k++;
	return k;
}

const char *
sending_title(enum sending_kind kind)
{
	return kinds[kind].title;
}

struct day
readiness_earliest(enum sending_kind kind, struct day until)
{
	return kind == SENDING_PRACTICE ? attestation_earliest(until)
	                                : day_add_months(until, -MONTHS_AHEAD);
}

static struct met
yes_or_no(bool there)
{
	return (struct met){ there, 1, { 0 } };
}

static struct met
date(const struct ready_facts *f)
{
	const struct day from = readiness_earliest(f->kind, f->until);

	return (struct met){ day_compare(f->today, from) >= 0, 1, from };
}

static struct met
goals(const struct ready_facts *f)
{
	/* A training whose list is not known has not met it. */
	return f->goals == 0 ? yes_or_no(false) : (struct met){ f->goals_met, f->goals, { 0 } };
}

static struct met
earlier_goals(const struct ready_facts *f)
{
	return (struct met){ f->earlier_met, f->earlier, { 0 } };
}

bool
readiness_may_come_later(const struct ready_facts *f, const struct ready_element *e)
{
	return f->kind == SENDING_SPECIALIST && !e->before &&
	    day_compare(e->until, f->until) == 0 && day_compare(f->today, e->until) < 0;
}

static struct met
times_of(const struct ready_facts *f, bool before)
{
	struct met m = { 0 };

	for (size_t i = 0; i < f->nelements; i++) {
		const struct ready_element *e = &f->elements[i];
		const struct day from = attestation_earliest(e->until);

		if (e->before != before || (!e->timed && readiness_may_come_later(f, e)))
			continue;
		m.all++;
		m.done += e->timed;
		if (!e->timed && (day_is_none(m.earliest) || day_compare(from, m.earliest) > 0))
			m.earliest = from;
	}
	return m;
}

static struct met
times(const struct ready_facts *f)
{
	struct met m = times_of(f, false);

	return m.all == 0 && f->nelements == 0 ? yes_or_no(false) : m;
}

static struct met
earlier_times(const struct ready_facts *f)
{
	return times_of(f, true);
}

static struct met
premature(const struct ready_facts *f)
{
	struct met m = { 0 };

	for (size_t i = 0; i < f->nelements; i++) {
		if (!f->elements[i].timed)
			continue;
		m.all++;
		m.done += !f->elements[i].premature;
	}
	return m;
}

static struct met
practice_named(const struct ready_facts *f)
{
	struct met m = { 0 };

	for (size_t i = 0; i < f->nelements; i++) {
		m.all++;
		m.done += !f->elements[i].placeholder;
	}
	return m;
}

static struct met
courses(const struct ready_facts *f)
{
	struct met m = { 0, f->ncourses, { 0 } };

	for (size_t i = 0; i < f->ncourses; i++)
		m.done += f->courses[i].there;
	return m;
}

static struct met
series(const struct ready_facts *f)
{
	return yes_or_no(f->series);
}

static struct met
research(const struct ready_facts *f)
{
	return yes_or_no(f->research);
}

static struct met
agreement(const struct ready_facts *f)
{
	return yes_or_no(f->agreement);
}

static struct met
supplements(const struct ready_facts *f)
{
	return (struct met){ f->supplements_there, f->supplements, { 0 } };
}

static struct met
employment(const struct ready_facts *f)
{
	return yes_or_no(f->employment);
}

static struct met
gaps(const struct ready_facts *f)
{
	return yes_or_no(f->gaps == 0);
}

static struct met
unverified(const struct ready_facts *f)
{
	return yes_or_no(f->unverified == 0);
}

static struct met
not_sent(const struct ready_facts *f)
{
	return yes_or_no(!f->sent);
}

enum { PRACTICE = 1 << SENDING_PRACTICE, SPECIALIST = 1 << SENDING_SPECIALIST, BOTH = 3 };

static const struct {
	unsigned kinds;
	check *met;
	enum role who;
	const char *word, *title, *advice;
} rules[READY_RULES] = {
	[READY_DATE] = { BOTH, date, ROLE_NONE, "DATE", "Tidspunktet er nået",
	    "Dokumentationen kan sendes i den sidste måned af KBU, og ved speciallægeanerkendelse "
	    "fra seks måneder før uddannelsen slutter." },
	[READY_GOALS] = { BOTH, goals, ROLE_VEJLEDER, "GOALS", "Alle kompetencer er godkendt",
	    "Anmod om godkendelse under Kompetencer." },
	[READY_EARLIER_GOALS] = { SPECIALIST, earlier_goals, ROLE_VUS, "EARLIER_GOALS",
	    "Introduktionsuddannelsens kompetencer er godkendt",
	    "Er de godkendt på papir, så giv dem til sekretariatet." },
	[READY_TIMES] = { BOTH, times, ROLE_UAO, "TIMES", "Attestation for tid på hvert delforløb",
	    "Bed afdelingens UAO eller praksissens tutorlæge under Attestationer." },
	[READY_EARLIER_TIMES] = { SPECIALIST, earlier_times, ROLE_UAO, "EARLIER_TIMES",
	    "Attestation for tid på introduktionsuddannelsen",
	    "Har du den på papir, så læg originalen ind under Attestationer." },
	[READY_PREMATURE] = { BOTH, premature, ROLE_VUS, "PREMATURE",
	    "Ingen attestation er givet før den måtte gives",
	    "Slutdatoen er flyttet efter attestationen. Bed sekretariatet om at nulstille den." },
	[READY_PRACTICE_NAMED] = { BOTH, practice_named, ROLE_VUS, "PRACTICE_NAMED",
	    "Almen praksis er nævnt ved navn",
	    "Bed sekretariatet om at vælge den praksis, du er i." },
	[READY_COURSES] = { BOTH, courses, ROLE_KURSUSUDBYDER, "COURSES",
	    "De generelle kurser er godkendt",
	    "Se under Kurser, hvem der kan godkende, eller læg kursusbeviset ind." },
	[READY_SERIES] = { SPECIALIST, series, ROLE_HKL, "SERIES",
	    "De specialespecifikke kurser er samlet godkendt",
	    "Hovedkursuslederen giver den samlede godkendelse, når alle delkurser er der." },
	[READY_RESEARCH] = { SPECIALIST, research, ROLE_FORSKVEJLEDER, "RESEARCH",
	    "Forskningstræningen er attesteret",
	    "Se under Forskningstræning, hvad der mangler, eller søg dispensation i sekretariatet." },
	[READY_AGREEMENT] = { BOTH, agreement, ROLE_UL, "AGREEMENT",
	    "Uddannelsesaftalen er vedlagt", "Læg aftalen ind under Filer." },
	[READY_SUPPLEMENTS] = { BOTH, supplements, ROLE_UL, "SUPPLEMENTS",
	    "Alle tillægsaftaler er vedlagt", "Læg tillægsaftalerne ind under Filer." },
	[READY_EMPLOYMENT] = { BOTH, employment, ROLE_UL, "EMPLOYMENT",
	    "Oversigten over lægelig beskæftigelse er underskrevet",
	    "Gå den igennem under Lægelig beskæftigelse, og skriv under." },
	[READY_GAPS] = { BOTH, gaps, ROLE_UL, "GAPS",
	    "Der er ingen uforklarede perioder i oversigten",
	    "Skriv under Lægelig beskæftigelse, hvad du lavede i perioden." },
	[READY_UNVERIFIED] = { BOTH, unverified, ROLE_UAO, "UNVERIFIED",
	    "Ingen filer venter på at blive verificeret",
	    "Din nuværende UAO eller tutorlæge verificerer dem." },
	[READY_NOT_SENT] = { BOTH, not_sent, ROLE_NONE, "NOT_SENT",
	    "Dokumentationen er ikke sendt før",
	    "Mangler der noget i det, du har sendt, så brug Eftersend dokumentation." },
};

static struct ready_line
line_of(const struct ready_facts *f, enum ready_rule rule)
{
	struct ready_line line = { .rule = rule, .who = rules[rule].who };
	struct met m;

	if ((rules[rule].kinds & 1u << f->kind) == 0)
		return line;
	m = rules[rule].met(f);
	line.state = m.done < m.all ? READY_MISSING : READY_MET;
	line.done = m.done;
	line.all = m.all;
	line.earliest = m.earliest;
	return line;
}

void
readiness(const struct ready_facts *f, struct ready_line lines[READY_RULES])
{
	for (enum ready_rule r = 0; r < READY_RULES; r++)
		lines[r] = line_of(f, r);
}

bool
readiness_is_complete(const struct ready_line lines[READY_RULES])
{
	for (enum ready_rule r = 0; r < READY_RULES; r++)
		if (lines[r].state == READY_MISSING)
			return false;
	return true;
}

struct day
readiness_from(const struct ready_facts *f, const struct ready_line lines[READY_RULES])
{
	struct day from = f->today;

	for (enum ready_rule r = 0; r < READY_RULES; r++)
		if (lines[r].state == READY_MISSING && !day_is_none(lines[r].earliest) &&
		    day_compare(lines[r].earliest, from) > 0)
			from = lines[r].earliest;
	return from;
}

const char *
readiness_word(enum ready_rule rule)
{
	return rules[rule].word;
}

enum ready_rule
readiness_of_word(const char *word)
{
	enum ready_rule r = 0;

	while (r < READY_RULES && strcmp(rules[r].word, word) != 0)
		r++;
	return r;
}

const char *
readiness_title(enum ready_rule rule)
{
	return rules[rule].title;
}

const char *
readiness_advice(enum ready_rule rule)
{
	return rules[rule].advice;
}
