/* SPDX-License-Identifier: MPL-2.0 */
#include "course_rule.h"

#include <string.h>

enum { HALF_DAY = 3 }; /* hours: three days are 18 (R-KUR-24) */

static enum course_state
approved_by(const char *kind)
{
	if (strcmp(kind, "OTHER_BASIS") == 0)
		return COURSE_OTHER_BASIS;
	if (strcmp(kind, "MERIT") == 0)
		return COURSE_MERIT;
	return strcmp(kind, "PAPER_VERIFIED") == 0 ? COURSE_VERIFIED : COURSE_APPROVED;
}

enum course_state
course_state_of(const char *status, const char *kind)
{
	static const struct {
		const char *word;
		enum course_state state;
	} states[] = {
		{ "CLAIMED", COURSE_CLAIMED },
		{ "REFUSED", COURSE_REFUSED },
		{ "NOT_PASSED", COURSE_NOT_PASSED },
		{ "RESET", COURSE_RESET },
	};

	if (status == NULL)
		return COURSE_MISSING;
	if (strcmp(status, "APPROVED") == 0)
		return approved_by(kind);
	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
		if (strcmp(states[i].word, status) == 0)
			return states[i].state;
	return COURSE_MISSING;
}

const char *
course_state_title(enum course_state s)
{
	static const char *const titles[COURSE_STATES] = {
		[COURSE_MISSING] = "Mangler",
		[COURSE_CLAIMED] = "Kursusbevis venter",
		[COURSE_REFUSED] = "Kursusbevis afvist",
		[COURSE_NOT_PASSED] = "Ikke gennemført",
		[COURSE_RESET] = "Nulstillet",
		[COURSE_APPROVED] = "Godkendt",
		[COURSE_OTHER_BASIS] = "Godkendt andet grundlag",
		[COURSE_MERIT] = "Merit",
		[COURSE_VERIFIED] = "Verificeret kursusbevis",
	};

	return titles[s];
}

bool
course_is_done(enum course_state s)
{
	return s == COURSE_APPROVED || s == COURSE_OTHER_BASIS || s == COURSE_MERIT ||
	    s == COURSE_VERIFIED;
}

bool
course_may_be_claimed(enum course_state s)
{
	return !course_is_done(s) && s != COURSE_CLAIMED;
}

uint32_t
course_absence_most(uint32_t hours, bool whole)
{
	return whole ? 0 : hours / 10;
}

uint32_t
course_half_days(uint32_t absent)
{
	return (absent + HALF_DAY - 1) / HALF_DAY;
}

const char *
course_absence_fault(uint32_t hours, bool whole, uint32_t absent, bool made_up)
{
	if (absent > hours)
		return "Fraværet er længere end kurset.";
	if (absent <= course_absence_most(hours, whole))
		return NULL;
	if (whole)
		return "Kurset kræver fuld deltagelse og kan ikke godkendes med fravær.";
	return made_up ? NULL
	               : "Fraværet er over 10 procent. Skriv, hvordan det er indhentet (kun ved "
	                 "sygdom eller orlov), eller vælg ikke gennemført.";
}

bool
series_has_room(uint32_t hours_so_far, uint32_t more)
{
	return more <= SERIES_HOURS_MOST && hours_so_far <= SERIES_HOURS_MOST - more;
}

size_t
course_warnings(uint32_t last_part, struct day hu_until, const char *needs, bool done,
    struct day on, const char *sentences[COURSE_WARNINGS])
{
	size_t n = 0;

	if (needs != NULL && !done)
		sentences[n++] = "Det kursus, der skal ligge før, er ikke godkendt.";
	if (last_part > 0 && !day_is_none(hu_until) &&
	    day_compare(on, day_add_months(hu_until, -(int32_t)last_part)) < 0)
		sentences[n++] = "Der er for længe til, at hoveduddannelsen slutter.";
	return n;
}

struct day
course_due(uint32_t within, const char *specialty, struct day since, struct day until)
{
	if (within == 0)
		return until;
	if (specialty != NULL && strcmp(specialty, "almen-medicin") == 0)
		within /= 2;
	return day_add_months(since, (int32_t)within);
}

struct day
course_basis_from(const char *stage, struct day until)
{
	return day_add_months(until, strcmp(stage, "HU") == 0 ? -6 : -1);
}

enum series_state
series_state_of(bool approved, uint32_t parts, uint32_t done, uint32_t lost)
{
	if (approved)
		return lost > 0 ? SERIES_BROKEN : SERIES_APPROVED;
	if (parts == 0)
		return SERIES_NO_PARTS;
	return parts > done ? SERIES_PARTS_MISSING : SERIES_WHOLE;
}
