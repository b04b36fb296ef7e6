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
	[NOTICE_GOALS_OPEN] = { "GOALS_OPEN",
	    "Der mangler kompetencer, og ansættelsen slutter inden for en måned, for %p: %s." },
	[NOTICE_IMPORTED] = { "IMPORTED", "En import er kørt: %s." },
	[NOTICE_ACCESS_HELD] = { "ACCESS_HELD",
	    "%p mangler e-mail eller mobilnummer. Adgangen er holdt tilbage, til det er skrevet ind." },
	[NOTICE_ACCESS_ASKED] = { "ACCESS_ASKED",
	    "%p er ny vejleder og venter på, at du bekræfter adgangen: %s." },
	[NOTICE_MAIL_FAILED] = { "MAIL_FAILED", "En mail til %p kunne ikke leveres." },
	[NOTICE_CURRICULUM_MOVED] = { "CURRICULUM_MOVED",
	    "Du er flyttet til en anden målbeskrivelse: %s." },
	[NOTICE_SAME_PERSON] = { "SAME_PERSON",
	    "%p har haft et erstatningsnummer og er kommet igen med et CPR-nummer. Læg de to sammen under Brugere." },
	[NOTICE_MOBILE_CHANGED] = { "MOBILE_CHANGED",
	    "Dit mobilnummer er ændret. Har du ikke selv gjort det, så ring til hjælpen med det samme." },
	[NOTICE_ABSENCE_LONG] = { "ABSENCE_LONG", "%p er fraværende i mere end to uger: %s." },
	[NOTICE_ABSENCE_KEPT] = { "ABSENCE_KEPT",
	    "Dit fravær er registreret eller rettet af afdelingen: %s." },
	[NOTICE_RESEARCH_REQUESTED] = { "RESEARCH_REQUESTED",
	    "%p har anmodet om godkendelse af en del af forskningstræningen." },
	[NOTICE_RESEARCH_APPROVED] = { "RESEARCH_APPROVED",
	    "En del af din forskningstræning er godkendt." },
	[NOTICE_RESEARCH_RETURNED] = { "RESEARCH_RETURNED",
	    "En del af din forskningstræning er kommet tilbage med en begrundelse." },
	[NOTICE_RESEARCH_DISPENSED] = { "RESEARCH_DISPENSED",
	    "Sekretariatet har godkendt forskningstræning på andet grundlag." },
	[NOTICE_RESEARCH_ASSIGNED] = { "RESEARCH_ASSIGNED", "Du er forskningsvejleder for %p." },
	[NOTICE_RESEARCH_SUPERVISOR] = { "RESEARCH_SUPERVISOR", "%p er din forskningsvejleder." },
	[NOTICE_RESET] = { "RESET",
	    "Sekretariatet har nulstillet noget, der var godkendt i din logbog." },
	[NOTICE_RESET_OF] = { "RESET_OF",
	    "Sekretariatet har nulstillet noget, der var godkendt i logbogen for %p." },
	[NOTICE_RESET_ASKED] = { "RESET_ASKED",
	    "En nulstilling i logbogen for %p venter på en anden i sekretariatet." },
	[NOTICE_FILE_AWAITS] = { "FILE_AWAITS", "%p har lagt en fil op, der skal verificeres." },
	[NOTICE_FILE_VERIFIED] = { "FILE_VERIFIED", "En fil i din logbog er verificeret." },
	[NOTICE_FILE_REFUSED] = { "FILE_REFUSED",
	    "En fil i din logbog er afvist med en begrundelse." },
	[NOTICE_PARTLY] = { "PARTLY", "En kompetence er delvis godkendt. Se, hvad der mangler." },
	[NOTICE_CARD_SENT] = { "CARD_SENT", "%p har sendt et kompetencekort til vurdering." },
	[NOTICE_CARD_ANSWERED] = { "CARD_ANSWERED", "Et kompetencekort er besvaret." },
	[NOTICE_ATTEST_ASKED] = { "ATTEST_ASKED", "%p har anmodet om attestation: %s." },
	[NOTICE_ATTEST_GIVEN] = { "ATTEST_GIVEN", "En ansættelse er attesteret: %s." },
	[NOTICE_ATTEST_RETURNED] = { "ATTEST_RETURNED",
	    "En anmodning om attestation er kommet tilbage med en begrundelse: %s." },
	[NOTICE_ATTEST_EXCEPTION] = { "ATTEST_EXCEPTION",
	    "Sekretariatet har givet en undtagelse for fravær, så tiden kan attesteres, for %p: %s." },
	[NOTICE_ATTEST_DUE] = { "ATTEST_DUE", "Attestation mangler for %p: %s." },
	[NOTICE_ATTEST_PREMATURE] = { "ATTEST_PREMATURE",
	    "Slutdatoen er flyttet, efter at tiden blev attesteret, for %p: %s. Attestationen er for tidlig." },
	[NOTICE_ATTEST_GROUND] = { "ATTEST_GROUND",
	    "En kompetence er nulstillet, så grundlaget for attestationen for læringsmål er ændret for %p: %s." },
	[NOTICE_ATTEST_ABSENCE] = { "ATTEST_ABSENCE",
	    "Fravær er ændret, efter at tiden blev attesteret, så grundlaget for attestationen for tid er ændret for %p: %s." },
	[NOTICE_PAPER_ASKED] = { "PAPER_ASKED",
	    "%p har lagt en attestation på papir ind, som skal verificeres." },
	[NOTICE_PAPER_VERIFIED] = { "PAPER_VERIFIED", "Din attestation på papir er verificeret." },
	[NOTICE_PAPER_RETURNED] = { "PAPER_RETURNED",
	    "Din attestation på papir kunne ikke verificeres. Begrundelsen står under Attestationer." },
	[NOTICE_EVALUATE] = { "EVALUATE", "Evaluér dit uddannelsessted: %s." },
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
	[NOTICE_PACKAGE_SENT] = { "PACKAGE_SENT",
	    "Din dokumentation er sendt til Styrelsen for Patientsikkerhed: %s." },
	[NOTICE_PACKAGE_STOPPED] = { "PACKAGE_STOPPED",
	    "Din dokumentation kunne ikke sendes: %s. Se, hvad der mangler." },
	[NOTICE_PACKAGE_STOPPED_OF] = { "PACKAGE_STOPPED_OF",
	    "Dokumentationen for %p kunne ikke sendes: %s." },
	[NOTICE_PACKAGE_LATE] = { "PACKAGE_LATE",
	    "Dokumentationen for %p har ventet i mere end et døgn på at blive sendt: %s." },
	[NOTICE_PACKAGES_LATE] = { "PACKAGES_LATE",
	    "Antal pakker, der har ventet i mere end et døgn på at blive sendt til Styrelsen for Patientsikkerhed: %s." },
	[NOTICE_SENT_RESET] = { "SENT_RESET",
	    "Noget, der er sendt til Styrelsen for Patientsikkerhed, er nulstillet: %s. Brug Eftersend, når det er godkendt igen." },
	[NOTICE_SENT_RESET_OF] = { "SENT_RESET_OF",
	    "Noget, der er sendt til Styrelsen for Patientsikkerhed, er nulstillet i logbogen for %p: %s." },
	[NOTICE_READY_REMINDED] = { "READY_REMINDED",
	    "%p mangler noget til dokumentationen til Styrelsen for Patientsikkerhed: %s." },
	[NOTICE_MERGED] = { "MERGED", "To registreringer af dig er blevet til én." },
	[NOTICE_COURSE_CLAIMED] = { "COURSE_CLAIMED",
	    "%p har sendt et kursusbevis, der skal verificeres." },
	[NOTICE_COURSE_APPROVED] = { "COURSE_APPROVED", "Et kursus er godkendt." },
	[NOTICE_COURSE_NOT_PASSED] = { "COURSE_NOT_PASSED",
	    "Et kursus er registreret som ikke gennemført. Se begrundelsen under Kurser." },
	[NOTICE_COURSE_VERIFIED] = { "COURSE_VERIFIED", "Et kursusbevis er verificeret." },
	[NOTICE_COURSE_REFUSED] = { "COURSE_REFUSED",
	    "Et kursusbevis kunne ikke verificeres. Se begrundelsen under Kurser." },
	[NOTICE_COURSE_BASIS] = { "COURSE_BASIS",
	    "Et kursus er godkendt på andet grundlag eller som merit." },
	[NOTICE_COURSE_SERIES] = { "COURSE_SERIES",
	    "Du har fået samlet godkendelse af de specialespecifikke kurser." },
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
