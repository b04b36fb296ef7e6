/* SPDX-License-Identifier: MPL-2.0 */
#include "attestation_rule.h"

#include <string.h>

struct day
attestation_earliest(struct day until)
{
	return day_add_months(until, -1);
}

struct day
attestation_signed_on(struct day on_paper, struct moment at)
{
	return day_is_none(on_paper) ? moment_day(at) : on_paper;
}

bool
attestation_is_premature(struct day approved, struct day until)
{
	return day_compare(approved, attestation_earliest(until)) < 0;
}

/* --- states ----------------------------------------------------------------------------- */

enum attestation_state
attestation_state_of(const char *status, const char *basis)
{
	static const char *const words[ATTESTATION_STATES] = {
		[ATTESTATION_REQUESTED] = "REQUESTED",
		[ATTESTATION_WITHDRAWN] = "WITHDRAWN",
		[ATTESTATION_RETURNED] = "RETURNED",
		[ATTESTATION_EXCEPTION] = "EXCEPTION",
		[ATTESTATION_SIGNED] = "APPROVED",
		[ATTESTATION_RESET] = "RESET",
	};
	bool paper = basis != NULL && strcmp(basis, "PAPER_VERIFIED") == 0;

	for (enum attestation_state s = 0; status != NULL && s < ATTESTATION_STATES; s++) {
		if (words[s] == NULL || strcmp(words[s], status) != 0)
			continue;
		if (paper && s == ATTESTATION_REQUESTED)
			return ATTESTATION_PAPER;
		return paper && s == ATTESTATION_SIGNED ? ATTESTATION_VERIFIED : s;
	}
	return ATTESTATION_NONE;
}

const char *
attestation_title(enum attestation_state s)
{
	static const char *const titles[ATTESTATION_STATES] = {
		[ATTESTATION_NONE] = "Ikke attesteret",
		[ATTESTATION_REQUESTED] = "Anmodet",
		[ATTESTATION_PAPER] = "Venter på verifikation",
		[ATTESTATION_WITHDRAWN] = "Trukket tilbage",
		[ATTESTATION_RETURNED] = "Returneret",
		[ATTESTATION_EXCEPTION] = "Undtagelse givet",
		[ATTESTATION_SIGNED] = "Attesteret",
		[ATTESTATION_VERIFIED] = "Attesteret på papir, verificeret",
		[ATTESTATION_RESET] = "Nulstillet",
	};

	return titles[s];
}

bool
attestation_stands(enum attestation_state s)
{
	return s == ATTESTATION_SIGNED || s == ATTESTATION_VERIFIED;
}

bool
attestation_may_be_withdrawn(enum attestation_state s)
{
	return s == ATTESTATION_REQUESTED || s == ATTESTATION_PAPER;
}

bool
attestation_may_be_asked(enum attestation_state s)
{
	return !attestation_stands(s) && !attestation_may_be_withdrawn(s);
}

/* --- what stands in the way ------------------------------------------------------------- */

enum attestation_bar
attestation_time_bar(
    struct day today, struct day until, int32_t counted, int32_t missing, int32_t excepted)
{
	if (day_compare(today, attestation_earliest(until)) < 0)
		return BAR_TOO_EARLY;
	return missing > 0 && counted > excepted ? BAR_ABSENCE : BAR_NONE;
}

enum attestation_bar
attestation_goals_bar(int64_t due, int64_t reached)
{
	if (due == 0)
		return BAR_NO_GOALS;
	return reached < due ? BAR_GOALS : BAR_NONE;
}

/* --- what is signed --------------------------------------------------------------------- */

static const char *
days(struct arena *a, int32_t n)
{
	return arena_format(a, n == 1 ? "%d dag" : "%d dage", (int)n);
}

const char *
attestation_time_statement(
    struct arena *a, int32_t counted, int32_t limit, const char *prolonged, const char *excepted)
{
	const char *carried = "Uddannelseselementet er gennemført i den angivne periode.";

	if (counted <= limit)
		return arena_format(a, "%s Fraværet er %s og inden for grænsen på %s (10 %%).",
		    carried, days(a, counted), days(a, limit));
	return arena_format(a, "%s Fraværet er %s og over grænsen på %s (10 %%).%s%s%s%s%s",
	    carried, days(a, counted), days(a, limit),
	    prolonged == NULL ? "" : " Det er indhentet: ", prolonged == NULL ? "" : prolonged,
	    prolonged == NULL ? "" : ".", excepted == NULL ? "" : " Undtagelse givet af ",
	    excepted == NULL ? "" : arena_format(a, "%s.", excepted));
}

const char *
attestation_paper_statement(
    struct arena *a, int32_t counted, int32_t limit, const char *prolonged, int32_t registered)
{
	const char *time = attestation_time_statement(a, counted, limit, prolonged, NULL);

	if (registered == counted)
		return time;
	return arena_format(a,
	    "%s I logbogen var der registreret %s. Forskellen er set og godtaget ved verificeringen.",
	    time, days(a, registered));
}

const char *
attestation_goals_statement(struct arena *a, int64_t n)
{
	if (n == 1)
		return "Den ene kompetence, der hører til uddannelseselementet, er godkendt.";
	return arena_format(a,
	    "Alle %lld kompetencer, der hører til uddannelseselementet, er godkendt.",
	    (long long)n);
}
