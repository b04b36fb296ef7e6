/* SPDX-License-Identifier: MPL-2.0 */
#include "handover_rule.h"

enum { FAR_MONTHS = 120 };

struct day
handover_earliest(struct day from, struct day today)
{
	struct day before = day_add(from, -1);

	return day_compare(before, today) > 0 ? before : today;
}

const char *
handover_fault(struct arena *a, struct day last, struct day from, struct day today)
{
	struct day earliest = handover_earliest(from, today);

	if (day_is_none(last))
		return NULL;
	if (day_compare(last, earliest) < 0)
		return arena_format(a,
		    "Adgangen kan tidligst slutte %s: lægen skal altid have et sekretariat, og "
		    "dage, der er gået, kan ikke tages tilbage.",
		    day_text(a, earliest));
	if (day_compare(last, day_add_months(earliest, FAR_MONTHS)) > 0)
		return "Dagen ligger for langt væk. Se, om året er rigtigt.";
	return NULL;
}
