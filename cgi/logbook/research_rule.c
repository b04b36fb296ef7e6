/* SPDX-License-Identifier: MPL-2.0 */
#include "research_rule.h"

#include <string.h>

enum research_kind
research_kind_of(const char *word)
{
	static const char *const words[RESEARCH_KINDS] = { "MODULE", "THEORY", "DESCRIPTION",
		"PROJECT", "PRESENTATION", "OVERALL" };

	for (enum research_kind k = 0; k < RESEARCH_KINDS; k++)
		if (strcmp(words[k], word) == 0)
			return k;
	return RESEARCH_KINDS;
}

/* --- states ----------------------------------------------------------------------------- */

static enum research_state
approved_as(const char *kind)
{
	if (strcmp(kind, "ORDINARY") == 0)
		return RESEARCH_APPROVED;
	return strcmp(kind, "OTHER_BASIS") == 0 ? RESEARCH_OTHER_BASIS : RESEARCH_DISPENSED;
}

enum research_state
research_state_of(const char *status, const char *kind)
{
	if (status == NULL)
		return RESEARCH_NONE;
	if (strcmp(status, "REQUESTED") == 0)
		return RESEARCH_REQUESTED;
	if (strcmp(status, "WITHDRAWN") == 0)
		return RESEARCH_WITHDRAWN;
	if (strcmp(status, "RETURNED") == 0)
		return RESEARCH_RETURNED;
	return strcmp(status, "RESET") == 0 ? RESEARCH_RESET : approved_as(kind);
}

const char *
research_state_title(enum research_state s)
{
	switch (s) {
	case RESEARCH_NONE:
		return "Ikke anmodet";
	case RESEARCH_REQUESTED:
		return "Anmodet";
	case RESEARCH_WITHDRAWN:
		return "Trukket tilbage";
	case RESEARCH_RETURNED:
		return "Returneret";
	case RESEARCH_APPROVED:
		return "Godkendt";
	case RESEARCH_OTHER_BASIS:
		return "Godkendt andet grundlag";
	case RESEARCH_DISPENSED:
		return "Dispensation";
	case RESEARCH_RESET:
		return "Nulstillet";
	}
	return "";
}

bool
research_is_done(enum research_state s)
{
	return s == RESEARCH_APPROVED || s == RESEARCH_OTHER_BASIS || s == RESEARCH_DISPENSED;
}

bool
research_may_be_asked(enum research_state s)
{
	return s == RESEARCH_NONE || s == RESEARCH_WITHDRAWN || s == RESEARCH_RETURNED ||
	    s == RESEARCH_RESET;
}

bool
research_may_be_withdrawn(enum research_state s)
{
	return s == RESEARCH_REQUESTED;
}

enum role
research_approver(enum research_kind k)
{
	return k == RESEARCH_MODULE ? ROLE_KURSUSUDBYDER : ROLE_FORSKVEJLEDER;
}

struct research_needs
research_needs(enum research_kind k)
{
	static const struct research_needs needs[RESEARCH_KINDS + 1] = {
		[RESEARCH_MODULE] = { RESEARCH_MUST, RESEARCH_MUST, RESEARCH_NOT, RESEARCH_MAY,
		    RESEARCH_MAY },
		[RESEARCH_THEORY] = { .words = RESEARCH_MAY },
		[RESEARCH_DESCRIPTION] = { .title = RESEARCH_MUST,
		    .words = RESEARCH_MUST,
		    .file = RESEARCH_MAY },
		[RESEARCH_PROJECT] = { .title = RESEARCH_MUST,
		    .words = RESEARCH_MAY,
		    .file = RESEARCH_MUST },
		[RESEARCH_PRESENTATION] = { .held_on = RESEARCH_MUST,
		    .venue = RESEARCH_MUST,
		    .words = RESEARCH_MAY,
		    .file = RESEARCH_MAY },
		[RESEARCH_OVERALL] = { .words = RESEARCH_MAY },
	};

	return needs[k];
}

/* --- what is done of it ----------------------------------------------------------------- */

uint32_t
research_half_days(const struct research_progress *p, size_t n, uint32_t listed)
{
	for (size_t i = 0; i < n; i++)
		if (p[i].kind == RESEARCH_MODULE && research_is_done(p[i].state))
			listed += 2 * p[i].days;
	return listed;
}

uint32_t
research_theory_days(const struct research_progress *p, size_t n)
{
	uint32_t days = 0;

	for (size_t i = 0; i < n; i++)
		if (p[i].kind == RESEARCH_MODULE || p[i].kind == RESEARCH_THEORY)
			days += p[i].days;
	return days;
}

bool
research_theory_is_enough(uint32_t days, uint32_t listed_half_days)
{
	return listed_half_days >= 2 * days;
}

bool
research_overall_is_possible(const struct research_progress *p, size_t n)
{
	size_t done = 0, parts = 0;

	for (size_t i = 0; i < n; i++) {
		if (p[i].kind == RESEARCH_OVERALL)
			continue;
		parts++;
		done += research_is_done(p[i].state);
	}
	return parts > 0 && done == parts;
}

bool
research_overall_holds(const struct research_progress *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i].kind == RESEARCH_OVERALL && research_is_done(p[i].state))
			return research_overall_is_possible(p, n);
	return false;
}

/* --- time ------------------------------------------------------------------------------- */

enum { BEGUN_WITHIN = 24, FINISHED_BEFORE = 6, THEORY_WITHIN = 12 }; /* months */

/* Did it happen by then, or is there time left? */
static bool
is_in_time(struct day happened, struct day limit, struct day today)
{
	return day_compare(day_is_none(happened) ? today : happened, limit) <= 0;
}

unsigned
research_warnings(const struct research_times *t, struct day today)
{
	unsigned warnings = 0;

	if (!is_in_time(t->begun, day_add_months(t->training_since, BEGUN_WITHIN), today))
		warnings |= RESEARCH_BEGUN_LATE;
	if (!is_in_time(t->finished, day_add_months(t->training_until, -FINISHED_BEFORE), today))
		warnings |= RESEARCH_FINISHED_LATE;
	if (!day_is_none(t->theory_first) &&
	    day_compare(t->theory_last, day_add_months(t->theory_first, THEORY_WITHIN)) > 0)
		warnings |= RESEARCH_THEORY_LONG;
	return warnings;
}

const char *
research_warning_sentence(enum research_warning w)
{
	switch (w) {
	case RESEARCH_BEGUN_LATE:
		return "Forskningstræningen skal være begyndt inden to år efter hoveduddannelsens "
		       "start.";
	case RESEARCH_FINISHED_LATE:
		return "Forskningstræningen skal være afsluttet senest et halvt år før "
		       "hoveduddannelsen slutter.";
	case RESEARCH_THEORY_LONG:
		return "Kurserne bør som regel ligge inden for 12 måneder.";
	}
	return "";
}

/* --- dispensation ----------------------------------------------------------------------- */

enum research_evidence
research_evidence(bool filed, const char *case_no, bool file)
{
	if (file)
		return RESEARCH_EVIDENCE_FINE;
	if (!filed)
		return RESEARCH_EVIDENCE_NO_FILE;
	return case_no[0] == '\0' ? RESEARCH_EVIDENCE_NO_CASE : RESEARCH_EVIDENCE_FINE;
}

const char *
research_evidence_fault(enum research_evidence e)
{
	switch (e) {
	case RESEARCH_EVIDENCE_FINE:
		break;
	case RESEARCH_EVIDENCE_NO_CASE:
		return "Skriv sagsnummeret, når beviset er journaliseret i sekretariatet.";
	case RESEARCH_EVIDENCE_NO_FILE:
		return "Vedhæft beviset, eller sæt kryds ved, at det er journaliseret i "
		       "sekretariatet.";
	}
	return NULL;
}

const char *
research_ground_title(const char *word)
{
	if (word == NULL)
		return NULL;
	if (strcmp(word, "PHD") == 0)
		return "Ph.d.-grad";
	if (strcmp(word, "DR") == 0)
		return "Doktorgrad";
	return strcmp(word, "OTHER") == 0 ? "Andet grundlag" : NULL;
}

bool
research_half_days_read(const char *text, uint32_t *half_days)
{
	uint32_t whole = 0;
	size_t n = 0;

	for (; text[n] >= '0' && text[n] <= '9' && n < 3; n++)
		whole = 10 * whole + (uint32_t)(text[n] - '0');
	if (n == 0 || n > 2)
		return false;
	if (strcmp(text + n, "") == 0 || strcmp(text + n, ",0") == 0 || strcmp(text + n, ".0") == 0)
		*half_days = 2 * whole;
	else if (strcmp(text + n, ",5") == 0 || strcmp(text + n, ".5") == 0)
		*half_days = 2 * whole + 1;
	else
		return false;
	return *half_days >= 1 && *half_days <= 2 * RESEARCH_COURSE_MOST;
}
