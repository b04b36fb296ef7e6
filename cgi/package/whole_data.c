/* SPDX-License-Identifier: MPL-2.0 */
#include "whole_data.h"

#include "queries/whole.h"

/* Each statement has rows of its own type; here they are one. */
#define READ(statement) \
	static enum db_outcome read_##statement( \
	    struct db *db, const struct subject *who, void **rows, size_t *n) \
	{ \
		struct statement *found = NULL; \
		enum db_outcome o = statement(db, who, &found, n); \
\
		*rows = found; \
		return o; \
	}
READ(whole_person)
READ(whole_courses)
READ(whole_lists)
READ(whole_elements)
READ(whole_moves)
READ(whole_agreements)
READ(whole_absences)
READ(whole_approvals)
READ(whole_merits)
READ(whole_decisions)
READ(whole_cards)
READ(whole_entries)
READ(whole_attestations)
READ(whole_records)
READ(whole_research)
READ(whole_research_courses)
READ(whole_research_supervisors)
READ(whole_notes)
READ(whole_files)
READ(whole_file_steps)
READ(whole_plans)
READ(whole_talks)
READ(whole_minutes)
READ(whole_resets)
READ(whole_chain)
READ(whole_looks)

#define KIND(name, title, statement) \
	{ \
		"data/" name ".json", title, statement##_columns, \
		    sizeof statement##_columns / sizeof statement##_columns[0], \
		    sizeof(struct statement), read_##statement \
	}
const struct whole_kind whole_kinds[] = {
	KIND("laege", "Lægen", whole_person),
	KIND("forloeb", "Uddannelsesforløb", whole_courses),
	KIND("maalbeskrivelser", "Målbeskrivelser, der gælder eller har gældt", whole_lists),
	KIND("delforloeb", "Ansættelser", whole_elements),
	KIND("flytninger", "Hvordan ansættelser er kommet til og flyttet", whole_moves),
	KIND("aftaler", "Uddannelsesaftaler og tillægsaftaler", whole_agreements),
	KIND("fravaer", "Fravær", whole_absences),
	KIND("kompetencer", "Kompetencer, hvert skridt", whole_approvals),
	KIND("merit", "Merit", whole_merits),
	KIND("afgoerelser", "Afgørelser om merit", whole_decisions),
	KIND("kompetencekort", "Kompetencekort, hvert skridt", whole_cards),
	KIND("registreringer", "Registreret mod minimumsantal", whole_entries),
	KIND("attestationer", "Attestationer, hvert skridt", whole_attestations),
	KIND("kurser", "Kurser, hvert skridt", whole_records),
	KIND("forskning", "Forskningstræning, hvert skridt", whole_research),
	KIND("forskningskurser", "Kurser i forskningstræningen", whole_research_courses),
	KIND("forskningsvejledere", "Forskningsvejledere", whole_research_supervisors),
	KIND("notater", "Notater, hver udgave", whole_notes),
	KIND("filer", "Filer", whole_files),
	KIND("filhistorie", "Filer, hvert skridt", whole_file_steps),
	KIND("uddannelsesplaner", "Uddannelsesplaner, hvert skridt", whole_plans),
	KIND("samtaler", "Samtaler", whole_talks),
	KIND("referater", "Referater af samtaler, hvert skridt", whole_minutes),
	KIND("nulstillinger", "Nulstillinger", whole_resets),
	KIND("kaede", "Kæden over det, der er tilføjet", whole_chain),
	KIND("opslag", "Hvem har set logbogen", whole_looks),
};
const size_t whole_nkinds = sizeof whole_kinds / sizeof whole_kinds[0];
