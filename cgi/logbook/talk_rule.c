/* SPDX-License-Identifier: MPL-2.0 */
#include "talk_rule.h"

#include <string.h>

bool
stage_is_kbu(const char *stage)
{
	return strcmp(stage, "KBU") == 0;
}

/* 0 for what is no level. */
static size_t
level_of(const char *stage)
{
	static const char *const levels[] = { "KBU", "INTRO", "HU" };

	for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
		if (strcmp(levels[i], stage) == 0)
			return i + 1;
	return 0;
}

bool
main_is_above(const char *own_stage, const char *stage)
{
	size_t own = own_stage == NULL ? 0 : level_of(own_stage), level = level_of(stage);

	return own == 0 || level == 0 || own > level;
}

struct day
plan_due(bool kbu, struct day since)
{
	return kbu ? day_add(since, 14) : day_add_months(since, 1);
}

int32_t
plan_reminder(bool kbu, size_t which)
{
	static const int32_t days[2][PLAN_REMINDERS] = { { 21, 30 }, { 7, 14 } };

	return days[kbu][which];
}

uint32_t
talks_needed(struct day since, struct day until)
{
	uint32_t n = 3;

	if (day_compare(until, day_add_months(since, 3)) < 0)
		return 2;
	for (int32_t months = 6; day_compare(day_add_months(since, months), until) < 0; months += 6)
		n++;
	return n;
}

struct day
talk_due(bool kbu, struct day since, struct day until, uint32_t n)
{
	uint32_t needed = talks_needed(since, until);
	struct day last = day_add(until, -1), due = plan_due(kbu, since);
	int32_t days = day_number(last) - day_number(since);

	if (n + 1 >= needed)
		return last;
	if (n > 0)
		return day_add(since, days * (int32_t)n / (int32_t)(needed - 1));
	return day_compare(due, last) > 0 ? last : due;
}

const char *
talk_next_kind(uint32_t held, uint32_t needed)
{
	if (held == 0)
		return "INTRO";
	return held + 1 >= needed ? "FINAL" : "ADJUST";
}

struct day
talk_in_sight(struct day due)
{
	return day_add(due, -14);
}

bool
plan_is_stale(struct day sent, struct day last_talk)
{
	return !day_is_none(sent) && !day_is_none(last_talk) && day_compare(sent, last_talk) < 0;
}

enum plan_state
plan_state_of(const char *word)
{
	static const char *const words[PLAN_STATES] = { "", "SENT", "RETURNED", "APPROVED" };

	for (enum plan_state s = PLAN_SENT; word != NULL && s < PLAN_STATES; s++)
		if (strcmp(words[s], word) == 0)
			return s;
	return PLAN_NONE;
}

const char *
plan_title(enum plan_state s)
{
	static const char *const titles[PLAN_STATES] = { "Ingen plan", "Sendt", "Returneret",
		"Godkendt" };

	return titles[s];
}

const char *
plan_mark(enum plan_state s)
{
	static const char *const marks[PLAN_STATES] = { "none", "asked", "back", "ok" };

	return marks[s];
}

const char *
talk_title(const char *kind)
{
	if (strcmp(kind, "INTRO") == 0)
		return "Introduktionssamtale";
	if (strcmp(kind, "ADJUST") == 0)
		return "Justeringssamtale";
	return strcmp(kind, "FINAL") == 0 ? "Slutevalueringssamtale" : NULL;
}

const char *
doubt_outcome_title(const char *outcome)
{
	if (strcmp(outcome, "RESOLVED") == 0)
		return "Tvivlen er afklaret";
	return strcmp(outcome, "NOT_APPROVED") == 0 ? "Manglende godkendelse" : NULL;
}
