/* SPDX-License-Identifier: MPL-2.0 */
#include "claim.h"

#include <string.h>

#include "course_rule.h"

const char *
claim_answer_of(const struct form *form, const char **reason)
{
	const char *answer = form_choice(form, "svar", "verificer", "afvis", NULL);
	bool refused = answer != NULL && strcmp(answer, "afvis") == 0;
	const char *words = form_text(form, "grund", COURSE_WORDS_MOST);

	if (refused && words[0] == '\0')
		form_refuse(form, "grund",
		    "Skriv, hvorfor beviset ikke kan verificeres, så lægen ved, hvad der skal til.");
	*reason = words[0] == '\0' ? NULL : words;
	return form_wrong(form) ? NULL : refused ? "REFUSED" : "APPROVED";
}
