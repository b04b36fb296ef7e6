/* SPDX-License-Identifier: MPL-2.0 */
#include "notice.h"

#include <string.h>

#include "text.h"

/* %p is the person, %s the place. */
static const struct {
	const char *word, *sentence;
} notices[NOTICES] = {
	[NOTICE_REQUESTED] = { "REQUESTED", "%p har anmodet om godkendelse af en kompetence." },
	[NOTICE_RETURNED] = { "RETURNED", "En anmodning er kommet tilbage med en begrundelse." },
	[NOTICE_APPROVED] = { "APPROVED", "En kompetence er godkendt." },
	[NOTICE_MERIT] = { "MERIT", "Du har fået merit." },
	[NOTICE_ROLE_GIVEN] = { "ROLE_GIVEN", "Du har fået en rolle: %s." },
	[NOTICE_ROLE_ENDED] = { "ROLE_ENDED", "En rolle er sluttet: %s." },
	[NOTICE_ELEMENT_CHANGED] = { "ELEMENT_CHANGED",
	    "Uddannelsesforløbet er ændret for %p: %s." },
	[NOTICE_ELEMENT_BEGINS] = { "ELEMENT_BEGINS", "%p begynder om 7 dage: %s." },
	[NOTICE_ELEMENT_ENDS] = { "ELEMENT_ENDS", "Ansættelsen slutter for %p: %s." },
	[NOTICE_IMPORTED] = { "IMPORTED", "En import er kørt: %s." },
	[NOTICE_ACCESS_HELD] = { "ACCESS_HELD",
	    "%p mangler e-mail eller mobilnummer. Adgangen er holdt tilbage, til det er skrevet ind." },
	[NOTICE_MAIL_FAILED] = { "MAIL_FAILED", "En mail til %p kunne ikke leveres." },
	[NOTICE_CURRICULUM_MOVED] = { "CURRICULUM_MOVED",
	    "Du er flyttet til en anden målbeskrivelse: %s." },
	[NOTICE_SAME_PERSON] = { "SAME_PERSON",
	    "%p har haft et erstatningsnummer og er kommet igen med et CPR-nummer. Læg de to sammen under Brugere." },
	[NOTICE_MOBILE_CHANGED] = { "MOBILE_CHANGED",
	    "Dit mobilnummer er ændret. Har du ikke selv gjort det, så ring til hjælpen med det samme." },
	[NOTICE_MAIN_SUPERVISOR] = { "MAIN_SUPERVISOR", "Hovedvejleder er udpeget for %p: %s." },
	[NOTICE_PLAN_SENT] = { "PLAN_SENT", "%p har sendt en uddannelsesplan: %s." },
	[NOTICE_PLAN_RETURNED] = { "PLAN_RETURNED",
	    "Din uddannelsesplan er kommet tilbage med en begrundelse: %s." },
	[NOTICE_PLAN_APPROVED] = { "PLAN_APPROVED", "Din uddannelsesplan er godkendt: %s." },
	[NOTICE_PLAN_DUE] = { "PLAN_DUE", "Uddannelsesplanen mangler for %p: %s." },
	[NOTICE_TALK_PLANNED] = { "TALK_PLANNED",
	    "En samtale er planlagt eller ændret for %p: %s." },
	[NOTICE_TALK_PREPARED] = { "TALK_PREPARED",
	    "En samtale er forberedt af den anden part for %p: %s." },
	[NOTICE_TALK_MINUTES] = { "TALK_MINUTES",
	    "Et referat venter på, at du er enig, for %p: %s." },
	[NOTICE_TALK_AGREED] = { "TALK_AGREED", "Et referat er aftalt for %p: %s." },
	[NOTICE_TALK_DUE] = { "TALK_DUE", "Introduktionssamtalen mangler for %p: %s." },
	[NOTICE_DOUBT] = { "DOUBT",
	    "Der er noget nyt om gennemførelsen af en ansættelse for %p: %s." },
	[NOTICE_DOUBT_DUE] = { "DOUBT_DUE",
	    "Det er aftalt at følge op på gennemførelsen af en ansættelse i dag for %p: %s." },
	[NOTICE_MERGED] = { "MERGED", "To registreringer af dig er blevet til én." },
};

const char *
notice_word(enum notice n)
{
	return notices[n].word;
}

enum notice
notice_of_word(const char *word)
{
	for (enum notice n = 0; n < NOTICES; n++)
		if (strcmp(notices[n].word, word) == 0)
			return n;
	return NOTICES;
}

const char *
notice_sentence(struct arena *a, enum notice n, const char *about, const char *place)
{
	struct text t = { .arena = a };

	for (const char *p = notices[n].sentence; *p != '\0'; p++) {
		if (p[0] != '%') {
			text_add(&t, p, 1);
			continue;
		}
		if (*++p == 's')
			text_puts(&t, place);
		else if (about != NULL)
			text_puts(&t, about);
		else
			text_puts(&t, t.len == 0 ? "En bruger" : "en bruger");
	}
	return t.at;
}
