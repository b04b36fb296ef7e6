/* SPDX-License-Identifier: MPL-2.0 */
#include "role_rule.h"

#include <stddef.h>

/* Each role: who makes it, and what it is tied to. */
static const struct {
	enum role_answer by;
	struct role_tie tie;
} rules[ROLES] = {
	[ROLE_NONE] = { ROLE_BY_OPERATORS, { 0 } },
	[ROLE_UL] = { ROLE_BY_TRAINING, { 0 } },
	[ROLE_VEJLEDER] = { ROLE_BY_TRAINER, { .department = true, .practice = true } },
	[ROLE_HOVEDVEJLEDER] = { ROLE_BY_TRAINER, { .department = true, .practice = true } },
	[ROLE_UAO] = { ROLE_BY_OFFICE, { .department = true } },
	[ROLE_TUTOR] = { ROLE_BY_OFFICE, { .practice = true } },
	[ROLE_VUS] = { ROLE_BY_LEADER, { .region = true } },
	[ROLE_HKL] = { ROLE_BY_LEADER, { .specialty = true } },
	[ROLE_DKL] = { ROLE_BY_LEADER, { .specialty = true, .course = true } },
	[ROLE_KURSUSUDBYDER] = { ROLE_BY_OFFICE, { .region = true, .course = true } },
	[ROLE_FORSKVEJLEDER] = { ROLE_BY_OFFICE, { .region = true } },
	[ROLE_PROJEKTLEDER] = { ROLE_BY_OPERATORS, { 0 } },
	[ROLE_PKL] = { ROLE_BY_OFFICE, { .region = true, .specialty = true } },
};

/* Which answer leads to this giver: what they make. */
static enum role_answer
makes(enum role giver)
{
	if (giver == ROLE_UAO || giver == ROLE_TUTOR)
		return ROLE_BY_TRAINER;
	if (giver == ROLE_VUS)
		return ROLE_BY_OFFICE;
	return giver == ROLE_PROJEKTLEDER ? ROLE_BY_LEADER : ROLE_MAY;
}

enum role_answer
role_may_give(enum role giver, enum role given, bool to_oneself)
{
	if (rules[given].by != makes(giver))
		return rules[given].by;
	return to_oneself ? ROLE_NOT_ONESELF : ROLE_MAY;
}

const char *
role_refusal(enum role_answer answer)
{
	switch (answer) {
	case ROLE_MAY:
		break;
	case ROLE_BY_TRAINER:
		return "Vejledere oprettes af UAO eller tutorlæge, ikke af sekretariatet. "
		       "Bed afdelingens UAO eller praksissens tutorlæge om det.";
	case ROLE_BY_OFFICE:
		return "Den rolle gives af videreuddannelsessekretariatet i den region, som "
		       "stedet hører til. Bed sekretariatet om det.";
	case ROLE_BY_LEADER:
		return "Hovedkursusledere, delkursusledere og brugere i et sekretariat oprettes af "
		       "projektlederen, ikke af sekretariatet. Bed projektlederen om det.";
	case ROLE_BY_TRAINING:
		return "Uddannelseslæger får rollen med deres uddannelsesforløb. Hent lægen under "
		       "Importer bruger.";
	case ROLE_BY_OPERATORS:
		return "Projektledere oprettes af dem, der driver logbogen. Kontakt hjælpen.";
	case ROLE_NOT_ONESELF:
		return "Ingen giver eller slutter sin egen rolle. Bed en kollega om det.";
	}
	return NULL;
}

struct role_tie
role_tie(enum role role)
{
	return rules[role].tie;
}

enum role_days
role_days(struct day first, struct day last, struct day today)
{
	if (day_is_none(first))
		return ROLE_DAYS_NO_FIRST;
	if (day_compare(first, day_add(today, -ROLE_BACK)) < 0)
		return ROLE_DAYS_OLD;
	if (day_compare(first, day_add(today, ROLE_AHEAD)) > 0)
		return ROLE_DAYS_LATE;
	if (!day_is_none(last) && day_compare(last, first) < 0)
		return ROLE_DAYS_TURNED;
	return ROLE_DAYS_FINE;
}

const char *
role_days_fault(enum role_days days)
{
	switch (days) {
	case ROLE_DAYS_FINE:
		break;
	case ROLE_DAYS_NO_FIRST:
		return "Skriv den første dag, som 01.03.2027.";
	case ROLE_DAYS_OLD:
		return "Den første dag kan højst ligge et år tilbage.";
	case ROLE_DAYS_LATE:
		return "Den første dag kan højst ligge to år frem.";
	case ROLE_DAYS_TURNED:
		return "Den sidste dag kan ikke ligge før den første.";
	}
	return NULL;
}

struct day
role_ends(struct day last, struct day today)
{
	if (day_is_none(last))
		return today;
	return day_compare(last, today) < 0 ? (struct day){ 0 } : day_add(last, 1);
}
