/* SPDX-License-Identifier: MPL-2.0 */
#include "role.h"

#include <stddef.h>
#include <string.h>

static const struct {
	const char *word, *title;
} roles[ROLES] = {
	[ROLE_NONE] = { "", "Ingen rolle" },
	[ROLE_UL] = { "UL", "Uddannelseslæge" },
	[ROLE_VEJLEDER] = { "VEJLEDER", "Vejleder" },
	[ROLE_HOVEDVEJLEDER] = { "HOVEDVEJLEDER", "Hovedvejleder" },
	[ROLE_UAO] = { "UAO", "Uddannelsesansvarlig overlæge" },
	[ROLE_TUTOR] = { "TUTOR", "Tutorlæge" },
	[ROLE_VUS] = { "VUS", "Videreuddannelsessekretariat" },
	[ROLE_HKL] = { "HKL", "Hovedkursusleder" },
	[ROLE_DKL] = { "DKL", "Delkursusleder" },
	[ROLE_KURSUSUDBYDER] = { "KURSUSUDBYDER", "Kursusudbyder" },
	[ROLE_FORSKVEJLEDER] = { "FORSKVEJLEDER", "Forskningstræningsvejleder" },
	[ROLE_PROJEKTLEDER] = { "PROJEKTLEDER", "Projektleder" },
	[ROLE_PKL] = { "PKL", "Postgraduat klinisk lektor" },
};

const char *
role_word(enum role r)
{
	return roles[r].word;
}

const char *
role_title(enum role r)
{
	return roles[r].title;
}

enum role
role_of_word(const char *word)
{
	for (enum role r = ROLE_NONE; word != NULL && r < ROLES; r++)
		if (strcmp(roles[r].word, word) == 0)
			return r;
	return ROLE_NONE;
}

const char *
role_short(enum role r)
{
	if (r == ROLE_UAO)
		return "UAO";
	if (r == ROLE_VUS)
		return "VUS";
	return r == ROLE_PKL ? "PKL" : role_title(r);
}
