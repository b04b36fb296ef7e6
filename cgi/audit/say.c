/* SPDX-License-Identifier: MPL-2.0 */
#include "say.h"

#include <stdarg.h>
#include <stdio.h>

void
say(uint32_t doctor, const char *format, ...)
{
	va_list ap;

	printf("doctor %u: ", doctor);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	putchar('\n');
}

/* What the rows of a chain are: the word for one, and whose one says that it is now. */
static const struct {
	const char *word;
	enum db_outcome (*elsewhere)(struct db *, uint32_t id, struct approval_elsewhere *);
} kinds[] = {
	[CHAIN_APPROVAL] = { "approval", approval_elsewhere },
	[CHAIN_MERIT] = { "merit", merit_elsewhere },
	[CHAIN_RESEARCH] = { "research", research_elsewhere },
	[CHAIN_DECISION] = { "decision", decision_elsewhere },
	[CHAIN_RESET] = { "reset", reset_elsewhere },
	[CHAIN_FILE_CHECK] = { "file_check", file_check_elsewhere },
	[CHAIN_CARD] = { "card", card_elsewhere },
	[CHAIN_ATTESTATION] = { "attestation", attestation_elsewhere },
	[CHAIN_COURSE_RECORD] = { "course_record", course_elsewhere },
	[CHAIN_PLAN] = { "plan", plan_elsewhere },
	[CHAIN_SUBMISSION_STEP] = { "submission_step", submission_elsewhere },
	[CHAIN_EMPLOYMENT_SIGNED] = { "employment_signed", employment_elsewhere },
};
_Static_assert(sizeof kinds / sizeof kinds[0] == CHAIN_LAST + 1, "one row for each kind of chain");

static const char *
row_word(enum chain_kind kind)
{
	return kinds[kind].word;
}

/* Whose the row says that it is now; 0 when it is nowhere. */
static uint32_t
owner_of(struct db *db, const struct found *f)
{
	struct approval_elsewhere row = { 0 };

	kinds[f->kind].elsewhere(db, f->id, &row);
	return row.doctor;
}

static void
say_gone(struct db *db, uint32_t doctor, const struct found *f)
{
	const uint32_t owner = owner_of(db, f);

	if (owner == 0)
		say(doctor, "link %u (%s %u): the row was removed", f->n, row_word(f->kind), f->id);
	else
		say(doctor, "link %u (%s %u): the row was altered: it says doctor %u", f->n,
		    row_word(f->kind), f->id, owner);
}

static void
say_unlinked(struct db *db, uint32_t doctor, const struct found *f)
{
	struct link_elsewhere link = { 0 };

	if (link_elsewhere(db, chain_word(f->kind), f->id, &link) == DB_ONE)
		say(doctor, "%s %u stands in the chain of doctor %u (link %u)", row_word(f->kind),
		    f->id, link.doctor, link.n);
	else
		say(doctor, "%s %u is in no chain (inserted)", row_word(f->kind), f->id);
}

/* What was found at a link and its row. */
static void
say_at_link(uint32_t doctor, const struct found *f)
{
	char at[60];

	snprintf(at, sizeof at, "link %u (%s %u)", f->n, row_word(f->kind), f->id);
	if (f->fault == FAULT_LINK_INSERTED)
		say(doctor, "%s was inserted: what belongs there stands at link %u", at, f->other);
	else if (f->fault == FAULT_LINK_MOVED)
		say(doctor, "%s is in another's place: what belongs there stands at link %u", at,
		    f->other);
	else if (f->fault == FAULT_LINK_ALTERED)
		say(doctor, "%s: the link was altered, its row was not", at);
	else if (f->fault == FAULT_ROWS_SWAPPED)
		say(doctor, "%s: the row holds what belongs in another: %s %u has its content", at,
		    row_word(f->kind), f->other);
	else if (f->fault == FAULT_ROW_RENUMBERED)
		say(doctor, "%s: the row was altered: it is now number %u", at, f->other);
	else if (f->fault == FAULT_ROW_ALTERED)
		say(doctor, "%s: the row was altered", at);
	else
		say(doctor, "%s: the row or its link was altered, or one before it removed", at);
}

void
say_found(struct db *db, uint32_t doctor, const struct found *f)
{
	switch (f->fault) {
	case FAULT_NONE:
		return;
	case FAULT_LINK_MISSING:
		say(doctor, "chain_link %u is missing", f->n);
		return;
	case FAULT_LINK_STRAY:
		say(doctor, "chain_link %u is none of the chain (inserted)", f->n);
		return;
	case FAULT_LINKS_SWAPPED:
		say(doctor, "links %u and %u stand in each other's place", f->n, f->other);
		return;
	case FAULT_LINK_INSERTED:
	case FAULT_LINK_MOVED:
	case FAULT_LINK_ALTERED:
	case FAULT_ROWS_SWAPPED:
	case FAULT_ROW_RENUMBERED:
	case FAULT_ROW_ALTERED:
	case FAULT_UNCLEAR:
		say_at_link(doctor, f);
		return;
	case FAULT_ROW_GONE:
		say_gone(db, doctor, f);
		return;
	case FAULT_ROW_UNLINKED:
		say_unlinked(db, doctor, f);
		return;
	case FAULT_END_CUT:
		say(doctor, "the chain ends at %u, its head says %u (the end was cut off)", f->n,
		    f->other);
		return;
	case FAULT_HEAD_GONE:
		say(doctor, "the chain ends at %u, and its head was removed", f->n);
		return;
	case FAULT_HEAD_CHANGED:
		say(doctor, "the head was changed (the chain ends at %u)", f->n);
		return;
	}
}
