/* SPDX-License-Identifier: MPL-2.0 */
#include "journal_form.h"

#include <string.h>

#include "number.h"
#include "queries/whole.h"

#define FORM(st) extern const struct column whole_##st##_form[];
FORM(person)
FORM(courses)
FORM(lists)
FORM(elements)
FORM(agreements)
FORM(moves)
FORM(curriculum_moves)
FORM(handovers)
FORM(absences)
FORM(files)
FORM(file_steps)
FORM(approvals)
FORM(merits)
FORM(decisions)
FORM(sheets)
FORM(cards)
FORM(entries)
FORM(card_merits)
FORM(attestations)
FORM(records)
FORM(research)
FORM(research_courses)
FORM(research_supervisors)
FORM(notes)
FORM(plans)
FORM(talks)
FORM(minutes)
FORM(resets)
FORM(employments)
FORM(remarks)
FORM(signed)
FORM(submissions)
FORM(submission_steps)
FORM(submission_files)
FORM(chain)
FORM(looks)
FORM(people)

#define ROW(member, to) \
	{ \
		member, REF_ROW, JOURNAL_##to, 0 \
	}
#define PERSON(member) \
	{ \
		member, REF_PERSON, JOURNAL_PERSONER, 0 \
	}
#define END \
	{ \
		NULL, REF_ROW, JOURNAL_KINDS, 0 \
	}
#define KIND(no, name, title, st, word, ...) \
	[JOURNAL_##no] = { name, title, whole_##st##_form, sizeof(struct whole_##st), word, \
		(const struct journal_ref[]){ __VA_ARGS__ } }

const struct journal_kind journal_kinds[JOURNAL_KINDS] = {
	KIND(LAEGE, "laege", "Lægen", person, "", END),
	KIND(FORLOEB, "forloeb", "Uddannelsesforløb", courses, "", END),
	KIND(MAALBESKRIVELSER, "maalbeskrivelser", "Målbeskrivelser, der gælder eller har gældt",
	    lists, "", ROW("course", FORLOEB), END),
	KIND(DELFORLOEB, "delforloeb", "Ansættelser", elements, "", ROW("course", FORLOEB), END),
	KIND(AFTALER, "aftaler", "Uddannelsesaftaler og tillægsaftaler", agreements, "",
	    ROW("course", FORLOEB), END),
	KIND(FLYTNINGER, "flytninger", "Hvordan ansættelser er kommet til og flyttet", moves, "",
	    ROW("element", DELFORLOEB), ROW("agreement", AFTALER), END),
	KIND(LISTESKIFT, "listeskift", "Flytninger til en anden udgave af målbeskrivelsen",
	    curriculum_moves, "", ROW("course", FORLOEB), PERSON("given_by"), END),
	KIND(OVERDRAGELSER, "overdragelser", "Overdragelser til en anden region", handovers, "",
	    ROW("course", FORLOEB), PERSON("given_by"), END),
	KIND(FRAVAER, "fravaer", "Fravær", absences, "", ROW("element", DELFORLOEB),
	    PERSON("given_by"), PERSON("cancelled_by"), END),
	KIND(FILER, "filer", "Filer", files, "", PERSON("given_by"), END),
	KIND(FILHISTORIE, "filhistorie", "Filer, hvert skridt", file_steps, "FILE_CHECK",
	    ROW("file", FILER), PERSON("given_by"), END),
	KIND(KOMPETENCER, "kompetencer", "Kompetencer, hvert skridt", approvals, "APPROVAL",
	    ROW("element", DELFORLOEB), ROW("merit", MERIT), PERSON("given_by"), END),
	KIND(MERIT, "merit", "Merit", merits, "MERIT", ROW("letter", FILER), PERSON("given_by"),
	    END),
	KIND(AFGOERELSER, "afgoerelser", "Afgørelser om merit", decisions, "DECISION",
	    ROW("merit", MERIT), PERSON("given_by"), END),
	KIND(KORT, "kort", "Kompetencekort, der er begyndt", sheets, "", PERSON("given_by"), END),
	KIND(KOMPETENCEKORT, "kompetencekort", "Kompetencekort, hvert skridt", cards, "CARD",
	    ROW("sheet", KORT), ROW("element", DELFORLOEB), PERSON("assessor"), PERSON("given_by"),
	    END),
	KIND(REGISTRERINGER, "registreringer", "Registreret mod minimumsantal", entries, "", END),
	KIND(KORTMERIT, "kortmerit", "Merit i stedet for kompetencekort", card_merits, "",
	    ROW("merit", MERIT), PERSON("given_by"), END),
	KIND(ATTESTATIONER, "attestationer", "Attestationer, hvert skridt", attestations,
	    "ATTESTATION", ROW("element", DELFORLOEB), ROW("paper", FILER),
	    ROW("exception", ATTESTATIONER), { "goals", REF_LIST, JOURNAL_KOMPETENCER, ',' },
	    PERSON("given_by"), END),
	KIND(KURSER, "kurser", "Kurser, hvert skridt", records, "COURSE", ROW("file", FILER),
	    PERSON("given_by"), END),
	KIND(FORSKNING, "forskning", "Forskningstræning, hvert skridt", research, "RESEARCH",
	    PERSON("asked"), ROW("file", FILER), PERSON("given_by"), END),
	KIND(FORSKNINGSKURSER, "forskningskurser", "Kurser i forskningstræningen", research_courses,
	    "", ROW("certificate", FILER), END),
	KIND(FORSKNINGSVEJLEDERE, "forskningsvejledere", "Forskningsvejledere",
	    research_supervisors, "", PERSON("supervisor"), PERSON("given_by"), PERSON("ended_by"),
	    END),
	KIND(NOTATER, "notater", "Notater, hver udgave", notes, "", PERSON("written_by"),
	    PERSON("given_by"), END),
	KIND(UDDANNELSESPLANER, "uddannelsesplaner", "Uddannelsesplaner, hvert skridt", plans,
	    "PLAN", ROW("element", DELFORLOEB), ROW("answers", UDDANNELSESPLANER),
	    ROW("file", FILER), PERSON("given_by"), END),
	KIND(SAMTALER, "samtaler", "Samtaler", talks, "", ROW("element", DELFORLOEB),
	    PERSON("given_by"), PERSON("cancelled_by"), END),
	KIND(REFERATER, "referater", "Referater af samtaler, hvert skridt", minutes, "",
	    ROW("talk", SAMTALER), ROW("element", DELFORLOEB), ROW("answers", REFERATER),
	    ROW("file", FILER), PERSON("given_by"), END),
	KIND(NULSTILLINGER, "nulstillinger", "Nulstillinger", resets, "RESET",
	    { "row_id", REF_CHAINED, JOURNAL_KINDS, 0 }, ROW("request_file", FILER),
	    PERSON("second"), PERSON("given_by"), END),
	KIND(ANSAETTELSER, "ansaettelser", "Ansættelsesoversigten, lægens egne linjer", employments,
	    "", ROW("corrects", ANSAETTELSER), END),
	KIND(ANSAETTELSESBEMAERKNINGER, "ansaettelsesbemaerkninger",
	    "Ansættelsesoversigten, lægens bemærkninger til ansættelser", remarks, "",
	    ROW("element", DELFORLOEB), END),
	KIND(ANSAETTELSESOVERSIGTER, "ansaettelsesoversigter",
	    "Ansættelsesoversigter, som de er underskrevet", signed, "EMPLOYMENT",
	    PERSON("given_by"), END),
	KIND(BESTILLINGER, "bestillinger", "Bestilte indsendelser af dokumentation", submissions,
	    "", ROW("main", BESTILLINGER),
	    { "attestations", REF_PARTS, JOURNAL_ATTESTATIONER, ' ' },
	    { "files", REF_LIST, JOURNAL_FILER, ' ' }, PERSON("given_by"), END),
	KIND(INDSENDELSER, "indsendelser", "Indsendelser, hvert skridt", submission_steps,
	    "SUBMISSION", ROW("submission", BESTILLINGER), PERSON("given_by"), END),
	KIND(INDSENDTE_FILER, "indsendte_filer", "Hvad der lå i det indsendte", submission_files,
	    "", ROW("submission", BESTILLINGER), END),
	KIND(KAEDE, "kaede", "Kæden over det, der er tilføjet", chain, "",
	    { "row_id", REF_CHAINED, JOURNAL_KINDS, 0 }, END),
	KIND(OPSLAG, "opslag", "Hvem har set logbogen", looks, "", PERSON("viewer"), END),
	KIND(PERSONER, "personer", "Personer, der har gjort noget i logbogen", people, "", END),
};

size_t
journal_columns(const struct journal_kind *k)
{
	size_t n = 0;

	while (k->columns[n].name != NULL)
		n++;
	return n;
}

const struct column *
journal_column(const struct journal_kind *k, const char *name)
{
	for (const struct column *c = k->columns; c->name != NULL; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

bool
journal_is_numbered(const struct journal_kind *k)
{
	return strcmp(k->columns[0].name, "id") == 0;
}

static enum journal_kind_no
kind_of_letter(char letter)
{
	switch (letter) {
	case 'K':
		return JOURNAL_KOMPETENCER;
	case 'C':
		return JOURNAL_KURSER;
	case 'R':
		return JOURNAL_FORSKNING;
	case 'T':
		return JOURNAL_ATTESTATIONER;
	case 'M':
		return JOURNAL_MERIT;
	default:
		return JOURNAL_KINDS;
	}
}

enum journal_kind_no
journal_item(
    const struct journal_ref *r, const char *item, size_t n, char *letter, uint32_t *number)
{
	char digits[12];

	*letter = r->how == REF_PARTS && n > 0 && *item >= 'A' && *item <= 'Z' ? *item : '\0';
	item += *letter != '\0';
	n -= *letter != '\0';
	if (n >= sizeof digits)
		return JOURNAL_KINDS;
	memcpy(digits, item, n);
	digits[n] = '\0';
	if (!number_u32(digits, number))
		return JOURNAL_KINDS;
	return *letter == '\0' ? r->to : kind_of_letter(*letter);
}

enum journal_kind_no
journal_of_word(const char *word)
{
	for (enum journal_kind_no i = 0; i < JOURNAL_KINDS; i++)
		if (word[0] != '\0' && strcmp(journal_kinds[i].chained, word) == 0)
			return i;
	return JOURNAL_KINDS;
}
