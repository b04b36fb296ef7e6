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

static const char *
row_word(enum chain_kind kind)
{
	switch (kind) {
	case CHAIN_APPROVAL:
		return "approval";
	case CHAIN_MERIT:
		return "merit";
	case CHAIN_RESEARCH:
		return "research";
	case CHAIN_DECISION:
		return "decision";
	case CHAIN_RESET:
		return "reset";
	case CHAIN_FILE_CHECK:
		return "file_check";
	case CHAIN_CARD:
		return "card";
	case CHAIN_ATTESTATION:
		return "attestation";
	case CHAIN_COURSE_RECORD:
		return "course_record";
	case CHAIN_PLAN:
		return "plan";
	case CHAIN_SUBMISSION_STEP:
		return "submission_step";
	case CHAIN_EMPLOYMENT_SIGNED:
		return "employment_signed";
	}
	return "";
}

/* Whose the row says that it is now; 0 when it is nowhere. */
static uint32_t
owner_of(struct db *db, const struct found *f)
{
	struct approval_elsewhere approval = { 0 };
	struct merit_elsewhere merit = { 0 };
	struct research_elsewhere research = { 0 };
	struct decision_elsewhere decision = { 0 };
	struct reset_elsewhere reset = { 0 };
	struct file_check_elsewhere check = { 0 };
	struct card_elsewhere card = { 0 };
	struct attestation_elsewhere attestation = { 0 };
	struct course_elsewhere course = { 0 };
	struct plan_elsewhere plan = { 0 };
	struct submission_elsewhere submission = { 0 };
	struct employment_elsewhere employment = { 0 };

	switch (f->kind) {
	case CHAIN_APPROVAL:
		approval_elsewhere(db, f->id, &approval);
		return approval.doctor;
	case CHAIN_MERIT:
		merit_elsewhere(db, f->id, &merit);
		return merit.doctor;
	case CHAIN_RESEARCH:
		research_elsewhere(db, f->id, &research);
		return research.doctor;
	case CHAIN_DECISION:
		decision_elsewhere(db, f->id, &decision);
		return decision.doctor;
	case CHAIN_RESET:
		reset_elsewhere(db, f->id, &reset);
		return reset.doctor;
	case CHAIN_FILE_CHECK:
		file_check_elsewhere(db, f->id, &check);
		return check.doctor;
	case CHAIN_CARD:
		card_elsewhere(db, f->id, &card);
		return card.doctor;
	case CHAIN_ATTESTATION:
		attestation_elsewhere(db, f->id, &attestation);
		return attestation.doctor;
	case CHAIN_COURSE_RECORD:
		course_elsewhere(db, f->id, &course);
		return course.doctor;
	case CHAIN_PLAN:
		plan_elsewhere(db, f->id, &plan);
		return plan.doctor;
	case CHAIN_SUBMISSION_STEP:
		submission_elsewhere(db, f->id, &submission);
		return submission.doctor;
	case CHAIN_EMPLOYMENT_SIGNED:
		employment_elsewhere(db, f->id, &employment);
		return employment.doctor;
	}
	return 0;
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
