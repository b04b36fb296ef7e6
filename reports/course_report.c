/* SPDX-License-Identifier: MPL-2.0 */
#include "course_report.h"

#define COLUMN(what, name, type, member) \
	{ \
		name, type, false, offsetof(struct what, member), 0 \
	}
static const struct column columns[] = {
	COLUMN(course_printed, "kursus", DB_TEXT, name),
	COLUMN(course_printed, "status", DB_TEXT, state),
	COLUMN(course_printed, "dato", DB_DAY, on),
	COLUMN(course_printed, "godkendt_af", DB_TEXT, by),
	COLUMN(course_printed, "brugertype", DB_TEXT, role),
	COLUMN(course_printed, "sted", DB_TEXT, place),
	COLUMN(course_printed, "senest", DB_DAY, due),
};
static const struct shown shown[] = {
	{ &columns[0], "Kursus", 24 },
	{ &columns[1], "Status", 14 },
	{ &columns[2], "Dato", 11 },
	{ &columns[3], "Godkendt af", 14 },
	{ &columns[4], "Rolle", 12 },
	{ &columns[5], "Sted", 14 },
	{ &columns[6], "Senest", 11 },
};

static void
fill_notes(struct arena *a, const struct course_facts *f, struct table *t)
{
	struct row_note *notes = arena_array(a, f->n, sizeof *notes);

	for (size_t i = 0; i < f->n; i++)
		if (f->rows[i].note != NULL)
			notes[t->nnotes++] =
			    (struct row_note){ i, f->rows[i].note_label, f->rows[i].note };
	t->notes = notes;
}

static void
fill_facts(struct arena *a, const struct course_facts *f, struct report *r)
{
	struct fact *facts = arena_array(a, 8, sizeof *facts), *next = facts;

	*next++ = (struct fact){ "Læge", f->name, "laege" };
	*next++ = (struct fact){ "CPR-nummer", f->cpr, "cpr" };
	if (f->auth_id != NULL)
		*next++ = (struct fact){ "Autorisations-id", f->auth_id, "autorisations_id" };
	*next++ = (struct fact){ "Uddannelsesforløb", f->training, "uddannelsesforloeb" };
	*next++ = (struct fact){ "På plads", arena_format(a, "%u af %u", f->done, f->required),
		"paa_plads" };
	if (f->broken)
		*next++ = (struct fact){ "Samlet godkendelse",
			"Grundlaget er ændret: et delkursus mangler", "samlet_godkendelse" };
	*next++ = (struct fact){ "Udskrevet", moment_text(a, f->printed), "udskrevet" };
	r->facts = facts;
	r->nfacts = (size_t)(next - facts);
}

const struct report *
course_report(struct arena *a, const struct course_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);
	struct table *t = arena_take(a, sizeof *t);

	*t = (struct table){
		.caption = "Kurser",
		.key = "kurser",
		.shown = shown,
		.columns = sizeof shown / sizeof shown[0],
		.rows = f->rows,
		.n = f->n,
		.size = sizeof *f->rows,
		.group = "slags",
		.group_heading = "Slags",
		.group_offset = offsetof(struct course_printed, group),
		.empty = "Der er ingen kurser for dette uddannelsesforløb.",
	};
	fill_notes(a, f, t);
	*r = (struct report){
		.title = "Kurser",
		.subtitle = "Generelle, specialespecifikke og regionens kurser",
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.tables = t,
		.ntables = 1,
		.note = "Godkendt: af den, der holdt kurset. Andet grundlag og merit: af "
		        "videreuddannelsessekretariatet eller hovedkursuslederen.",
	};
	fill_facts(a, f, r);
	return r;
}

/* --- who takes part ------------------------------------------------------------------------- */

static const struct column class_columns[] = {
	COLUMN(class_line, "navn", DB_TEXT, name),
	COLUMN(class_line, "autorisations_id", DB_TEXT, auth_id),
	COLUMN(class_line, "status", DB_TEXT, state),
	COLUMN(class_line, "dato", DB_DAY, on),
	COLUMN(class_line, "af", DB_TEXT, by),
	COLUMN(class_line, "fravaer_timer", DB_TEXT, absent),
	COLUMN(class_line, "begrundelse", DB_TEXT, words),
};
static const struct shown class_shown[] = {
	{ &class_columns[0], "Navn", 24 },
	{ &class_columns[1], "Autorisations-id", 12 },
	{ &class_columns[2], "Status", 16 },
	{ &class_columns[3], "Dato", 11 },
	{ &class_columns[4], "Af", 15 },
	{ &class_columns[5], "Fravær, timer", 8 },
	{ &class_columns[6], "Begrundelse", 14 },
};

const struct report *
class_report(struct arena *a, const struct class_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);
	struct table *t = arena_take(a, sizeof *t);
	struct fact *facts = arena_array(a, 6, sizeof *facts);

	*t = (struct table){ .caption = "Deltagere",
		.key = "deltagere",
		.shown = class_shown,
		.columns = sizeof class_shown / sizeof class_shown[0],
		.rows = f->rows,
		.n = f->n,
		.size = sizeof *f->rows,
		.empty = "Der er ingen deltagere." };
	facts[0] = (struct fact){ "Kursus", f->course, "kursus" };
	facts[1] = (struct fact){ "Hold", f->run, "hold" };
	facts[2] = (struct fact){ "Dage",
		arena_format(a, "%s – %s", day_text(a, f->since), day_text(a, f->last)), "dage" };
	facts[3] = (struct fact){ "Sted", f->place, "sted" };
	facts[4] = (struct fact){ "Timer", arena_format(a, "%u", f->hours), "timer" };
	facts[5] = (struct fact){ "Udskrevet", moment_text(a, f->printed), "udskrevet" };
	*r = (struct report){ .title = "Deltagere",
		.subtitle = arena_format(a, "%s, hold %s", f->course, f->run),
		.printed = f->printed,
		.facts = facts,
		.nfacts = 6,
		.tables = t,
		.ntables = 1 };
	return r;
}
