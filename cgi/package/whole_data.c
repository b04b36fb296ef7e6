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
READ(whole_agreements)
READ(whole_moves)
READ(whole_curriculum_moves)
READ(whole_handovers)
READ(whole_absences)
READ(whole_files)
READ(whole_file_steps)
READ(whole_approvals)
READ(whole_merits)
READ(whole_decisions)
READ(whole_sheets)
READ(whole_cards)
READ(whole_entries)
READ(whole_card_merits)
READ(whole_attestations)
READ(whole_records)
READ(whole_research)
READ(whole_research_courses)
READ(whole_research_supervisors)
READ(whole_notes)
READ(whole_plans)
READ(whole_talks)
READ(whole_minutes)
READ(whole_resets)
READ(whole_employments)
READ(whole_remarks)
READ(whole_signed)
READ(whole_submissions)
READ(whole_submission_steps)
READ(whole_submission_files)
READ(whole_chain)
READ(whole_looks)

enum db_outcome (*const whole_read[JOURNAL_KINDS])(
    struct db *, const struct subject *, void **rows, size_t *n) = {
	[JOURNAL_LAEGE] = read_whole_person,
	[JOURNAL_FORLOEB] = read_whole_courses,
	[JOURNAL_MAALBESKRIVELSER] = read_whole_lists,
	[JOURNAL_DELFORLOEB] = read_whole_elements,
	[JOURNAL_AFTALER] = read_whole_agreements,
	[JOURNAL_FLYTNINGER] = read_whole_moves,
	[JOURNAL_LISTESKIFT] = read_whole_curriculum_moves,
	[JOURNAL_OVERDRAGELSER] = read_whole_handovers,
	[JOURNAL_FRAVAER] = read_whole_absences,
	[JOURNAL_FILER] = read_whole_files,
	[JOURNAL_FILHISTORIE] = read_whole_file_steps,
	[JOURNAL_KOMPETENCER] = read_whole_approvals,
	[JOURNAL_MERIT] = read_whole_merits,
	[JOURNAL_AFGOERELSER] = read_whole_decisions,
	[JOURNAL_KORT] = read_whole_sheets,
	[JOURNAL_KOMPETENCEKORT] = read_whole_cards,
	[JOURNAL_REGISTRERINGER] = read_whole_entries,
	[JOURNAL_KORTMERIT] = read_whole_card_merits,
	[JOURNAL_ATTESTATIONER] = read_whole_attestations,
	[JOURNAL_KURSER] = read_whole_records,
	[JOURNAL_FORSKNING] = read_whole_research,
	[JOURNAL_FORSKNINGSKURSER] = read_whole_research_courses,
	[JOURNAL_FORSKNINGSVEJLEDERE] = read_whole_research_supervisors,
	[JOURNAL_NOTATER] = read_whole_notes,
	[JOURNAL_UDDANNELSESPLANER] = read_whole_plans,
	[JOURNAL_SAMTALER] = read_whole_talks,
	[JOURNAL_REFERATER] = read_whole_minutes,
	[JOURNAL_NULSTILLINGER] = read_whole_resets,
	[JOURNAL_ANSAETTELSER] = read_whole_employments,
	[JOURNAL_ANSAETTELSESBEMAERKNINGER] = read_whole_remarks,
	[JOURNAL_ANSAETTELSESOVERSIGTER] = read_whole_signed,
	[JOURNAL_BESTILLINGER] = read_whole_submissions,
	[JOURNAL_INDSENDELSER] = read_whole_submission_steps,
	[JOURNAL_INDSENDTE_FILER] = read_whole_submission_files,
	[JOURNAL_KAEDE] = read_whole_chain,
	[JOURNAL_OPSLAG] = read_whole_looks,
};
