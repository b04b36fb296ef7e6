/* SPDX-License-Identifier: MPL-2.0 */
#include "next_rule.h"

enum { COUNTED_DAYS = 60, MONTH = 30 };

bool
next_is_late(enum next_kind kind, struct day on, struct day today)
{
	return kind == NEXT_BY && day_compare(on, today) < 0;
}

int
next_compare(enum next_kind a, struct day a_on, enum next_kind b, struct day b_on, struct day today)
{
	bool a_late = next_is_late(a, a_on, today), b_late = next_is_late(b, b_on, today);

	if (a_late != b_late)
		return a_late ? -1 : 1;
	if ((a == NEXT_SOME) != (b == NEXT_SOME))
		return a == NEXT_SOME ? 1 : -1;
	return a == NEXT_SOME ? 0 : day_compare(a_on, b_on);
}

const char *
next_when(struct arena *a, enum next_kind kind, struct day on, struct day today)
{
	int32_t left;

	if (kind == NEXT_SOME)
		return "Når du er klar";
	if (next_is_late(kind, on, today))
		return arena_format(a, "Skulle være gjort %s", day_text(a, on));
	left = day_number(on) - day_number(today);
	if (kind == NEXT_FROM)
		return left <= 0 ? "Kan gøres nu" : arena_format(a, "Fra %s", day_text(a, on));
	if (left == 0)
		return "Senest i dag";
	return left > COUNTED_DAYS ? arena_format(a, "Senest %s", day_text(a, on))
	                           : arena_format(a, "Senest %s, om %d %s", day_text(a, on),
	                                 (int)left, left == 1 ? "dag" : "dage");
}

const char *
next_waited(struct arena *a, struct day since, struct day today)
{
	int32_t days = day_number(today) - day_number(since);

	if (days <= 0)
		return "kommet i dag";
	return days == 1 ? "ventet siden i går" : arena_format(a, "ventet %d dage", (int)days);
}

struct next_time
next_time(struct day since, struct day until, struct day today)
{
	struct next_time t = { 0, 0 };

	if (day_compare(since, until) >= 0)
		return t;
	t.all = (uint32_t)days360(since, until);
	if (day_compare(today, since) <= 0)
		return t;
	t.gone = day_compare(today, until) >= 0 ? t.all : (uint32_t)days360(since, today);
	return t;
}

const char *
next_time_words(struct arena *a, struct next_time t)
{
	if (t.all < 3 * MONTH)
		return arena_format(a, "%u af %u dage er gået", t.gone, t.all);
	return arena_format(a, "%u af %u måneder er gået", t.gone / MONTH, t.all / MONTH);
}

bool
next_absence_is_near(int32_t counted, int32_t limit)
{
	return counted > 0 && 4 * counted >= 3 * limit;
}
