/* SPDX-License-Identifier: MPL-2.0 */
#include "look.h"

#include <stddef.h>
#include <string.h>

/* The first whose part is in the route counts: the narrower before the wider. */
static const struct {
	const char *part, *title;
} titles[] = {
	{ "kompetencer.pdf", "Udskrift af Kompetencer (PDF)" },
	{ "kompetencer.xlsx", "Kompetencer som Excel (XLSX)" },
	{ "kompetencer.json", "Kompetencer som JSON" },
	{ "uddannelsesforloeb.pdf", "Udskrift af Uddannelsesforløb (PDF)" },
	{ "uddannelsesforloeb.xlsx", "Uddannelsesforløb som Excel (XLSX)" },
	{ "uddannelsesforloeb.json", "Uddannelsesforløb som JSON" },
	{ "beskaeftigelse.", "Udskrift af Lægelig beskæftigelse" },
	{ "/beskaeftigelse", "Lægelig beskæftigelse" },
	{ "/dokumentation", "Dokumentation" },
	{ "/fravaer", "Fravær" },
	{ "/beregner", "Beregner" },
	{ "/uddannelsesforloeb", "Uddannelsesforløb" },
	{ "kurser.pdf", "Udskrift af Kurser (PDF)" },
	{ "kurser.xlsx", "Kurser som Excel (XLSX)" },
	{ "kurser.json", "Kurser som JSON" },
	{ "/kurser/samlet-godkendelse", "Kurser: samlet godkendelse" },
	{ "/hold/", "Kurser: deltagere på et hold" },
	{ "forskningstraening/{doctor}/fil", "Fil til forskningstræningen" },
	{ "forskningstraening.", "Udskrift af Forskningstræning" },
	{ "forskningstraening/fil", "Fil til forskningstræningen" },
	{ "forskningstraening", "Forskningstræning" },
	{ "forskningskurser", "Et forskningskursus" },
	{ "attestation/", "Udskrift af en attestation" },
	{ "attestationer.", "Udskrift af Attestationer" },
	{ "attestationer/fil", "Attestation på papir" },
	{ "attestationer", "Attestationer" },
	{ "/verificering/", "Attestation på papir" },
	{ "/afgoerelse/", "Brev om afgørelse" },
	{ "/anmodning/", "Anmodning om nulstilling" },
	{ "/afsendelser/{", "En afsendelse til styrelsen" },
	{ "nulstil", "Nulstilling" },
	{ "/kort/{", "Et kompetencekort" },
	{ "/kort", "Kompetencekort" },
	{ "/notater", "Notater" },
	{ "/filer", "Filer" },
	{ "/roller", "Roller" },
	{ "/login", "Login" },
	{ "maalbeskrivelse", "Målbeskrivelse" },
	{ "kursusbevis", "Kursusbevis" },
	{ "kurser/{", "Et kursus" },
	{ "/kurser", "Kurser" },
	{ "uddannelsesplan.", "Udskrift af Uddannelsesplan" },
	{ "uddannelsesplan", "Uddannelsesplan" },
	{ "planbilag", "Fil til plan eller samtale" },
	{ "/samtaler/{", "En samtale" },
	{ "samtaler", "Samtaler" },
	{ "meritbrev", "Meritbrev" },
	{ "godkend-merit", "Godkend merit" },
	{ "/merit", "Merit" },
	{ "/cpr", "CPR-nummer" },
	{ "/anmodninger/", "En anmodning" },
	{ "kompetencer/{", "En kompetence" },
	{ "kompetencer", "Kompetencer" },
};

const char *
look_title(const char *route)
{
	for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
		if (strstr(route, titles[i].part) != NULL)
			return titles[i].title;
	return "Logbogen";
}
