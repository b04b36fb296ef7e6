/* SPDX-License-Identifier: MPL-2.0 */
#include "claim.h"

#include <string.h>

#include "course_rule.h"
#include "gate.h"
#include "role_rule.h"

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

struct field
claim_reason(const struct form *form)
{
	return field_of(form, "grund", "Hvorfor kan det ikke verificeres?",
	    "Kun nødvendigt, når du afviser. Lægen kan se det.");
}

const char *
claim_answered(
    struct arena *a, const char *status, const char *by, const char *as_role, struct moment at)
{
	return arena_format(a, "%s: %s, %s, %s.",
	    course_state_title(course_state_of(status, "PAPER_VERIFIED")), by,
	    role_title(role_of_word(as_role)), moment_text(a, at));
}

void
claim_see(struct request *req, const char *queue, const char *status)
{
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, queue), "besked",
	        strcmp(status, "APPROVED") == 0 ? "verificeret" : "afvist"));
}

const char *
claims_notice(const struct request *req)
{
	return notice_of(req, "verificeret", "Kursusbeviset er verificeret.", "afvist",
	    "Kursusbeviset er sendt tilbage til lægen.", NULL);
}

void
claim_taken(struct request *req, const struct subject *who, const char *answered)
{
	answer_error(req, who, 409, "Kursusbeviset er allerede besvaret",
	    arena_format(req->arena, "%s Dit svar er ikke gemt.", answered));
}
