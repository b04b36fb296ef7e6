/* SPDX-License-Identifier: MPL-2.0 */
#include "merit_rule.h"

#include <string.h>

const struct merit_type merit_types[] = {
	{ "INTRO_INTRO", "Introduktionsuddannelse til introduktionsuddannelse" },
	{ "INTRO_HU", "Introduktionsuddannelse til del af hoveduddannelse i et andet speciale" },
	{ "HU_OTHER",
	    "Hoveduddannelse til hoved- eller introduktionsuddannelse i et andet speciale" },
	{ "ABROAD", "Uddannelse i udlandet" },
	{ "RESEARCH", "Forskning" },
	{ "EMERGENCY", "Særregler for akutmedicin (til 31.12.2024)" },
};
const size_t merit_types_n = sizeof merit_types / sizeof merit_types[0];

const char *
merit_type_title(const char *word)
{
	for (size_t i = 0; i < merit_types_n; i++)
		if (strcmp(merit_types[i].word, word) == 0)
			return merit_types[i].title;
	return NULL;
}

const struct merit_item merit_items[] = {
	{ "REASON", "Begrundelse for ansøgningen", false },
	{ "CONTACT", "Kontaktoplysninger", false },
	{ "AUTH_ID", "Autorisations-id", false },
	{ "TIME", "Godkendt attestation for tid med stillingsnummer", false },
	{ "GOALS", "Godkendte kompetencer", false },
	{ "LEVEL", "Det niveau, der søges merit for", false },
	{ "CARDS", "Kompetencekort", true },
};
const size_t merit_items_n = sizeof merit_items / sizeof merit_items[0];

/* The last day of the special rules of emergency medicine (R-MER-11). */
static const struct day emergency_last = { 2024, 12, 31 };
enum { GENERAL_PRACTICE_LEAST = 6 }; /* months (R-MER-13) */

bool
merit_warns(enum merit_warning w, const struct merit_case_facts *f)
{
	switch (w) {
	case MERIT_OF_KBU:
		return f->kbu_goals;
	case MERIT_OF_LOCUM:
		return !f->classified;
	case MERIT_SHORT_POST:
		return f->general_practice && f->post_months < GENERAL_PRACTICE_LEAST;
	case MERIT_NOT_RELEASED:
		return f->months > 0 && !f->released;
	case MERIT_BEFORE_PERMIT:
		return f->kbu_open;
	case MERIT_BEFORE_COURSE:
		return f->for_main_training && !f->has_main_training;
	case MERIT_RULE_ENDED:
		return f->emergency && day_compare(f->decided_on, emergency_last) > 0;
	case MERIT_INCOMPLETE:
		return !f->complete;
	case MERIT_WARNINGS:
		break;
	}
	return false;
}

static const struct {
	const char *word, *sentence;
} warnings[MERIT_WARNINGS] = {
	[MERIT_OF_KBU] = { "KBU", "Der gives ikke merit for kompetencer i KBU." },
	[MERIT_OF_LOCUM] = { "LOCUM",
	    "Der gives kun merit for klassificerede stillinger, ikke for vikariater." },
	[MERIT_SHORT_POST] = { "SHORT",
	    "I almen medicin giver ansættelser på under 6 måneder ikke merit." },
	[MERIT_NOT_RELEASED] = { "RELEASE",
	    "Afkortning kræver, at alle berørte afdelinger skriftligt har fritstillet lægen. "
	    "Derefter laves en tillægsaftale. Merit fritstiller ikke i sig selv." },
	[MERIT_BEFORE_PERMIT] = { "PERMIT",
	    "Merit gælder først, når lægen har tilladelse til selvstændigt virke. Lægen er i "
	    "KBU." },
	[MERIT_BEFORE_COURSE] = { "COURSE",
	    "Merit i hoveduddannelsen gælder først, når lægen er tilbudt et forløb. Der er intet "
	    "i logbogen." },
	[MERIT_RULE_ENDED] = { "EMERGENCY",
	    "Særreglerne for akutmedicin gjaldt til og med 31.12.2024." },
	[MERIT_INCOMPLETE] = { "APPLICATION", "Ansøgningen mangler noget af det, den skal holde." },
};

const char *
merit_warning_word(enum merit_warning w)
{
	return warnings[w].word;
}

const char *
merit_warning_sentence(enum merit_warning w)
{
	return warnings[w].sentence;
}

const char merit_appeal[] = "Du kan klage over afgørelsen til Sundhedsstyrelsen.";
