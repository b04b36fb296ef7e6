/* SPDX-License-Identifier: MPL-2.0 */
#include "research_report.h"

#include "role.h"

/* A part as it is printed. */
struct part_line {
	const char *title, *state;
	struct day on;
	const char *by, *role, *place;
};
struct course_line {
	const char *name, *days, *certificate;
	struct day held_on;
};

#define COLUMN(of, name, type, member) \
	{ \
		name, type, false, offsetof(struct of, member), 0 \
	}
static const struct column part_columns[] = {
	COLUMN(part_line, "del", DB_TEXT, title),
	COLUMN(part_line, "status", DB_TEXT, state),
	COLUMN(part_line, "dato", DB_DAY, on),
	COLUMN(part_line, "godkendt_af", DB_TEXT, by),
	COLUMN(part_line, "brugertype", DB_TEXT, role),
	COLUMN(part_line, "sted", DB_TEXT, place),
};
static const struct shown part_shown[] = {
	{ &part_columns[0], "Del", 17 },
	{ &part_columns[1], "Status", 13 },
	{ &part_columns[2], "Dato", 11 },
	{ &part_columns[3], "Godkendt af", 12 },
	{ &part_columns[4], "Rolle", 26 },
	{ &part_columns[5], "Sted", 21 },
};
static const struct column course_columns[] = {
	COLUMN(course_line, "kursus", DB_TEXT, name),
	COLUMN(course_line, "dato", DB_DAY, held_on),
	COLUMN(course_line, "laengde", DB_TEXT, days),
	COLUMN(course_line, "kursusbevis", DB_TEXT, certificate),
};
static const struct shown course_shown[] = {
	{ &course_columns[0], "Kursus", 45 },
	{ &course_columns[1], "Dato", 13 },
	{ &course_columns[2], "Længde", 12 },
	{ &course_columns[3], "Kursusbevis", 30 },
};

static enum research_state
state_of(const struct research_parts *p)
{
	return research_state_of(p->status, p->basis);
}

/* "Ph.d.-grad, sagsnr. 26/1"; NULL where there is none. */
static const char *
basis_of(struct arena *a, const struct research_parts *p)
{
	const char *title = research_ground_title(p->ground);

	if (title == NULL)
		return NULL;
	return p->case_no == NULL ? title : arena_format(a, "%s, sagsnr. %s", title, p->case_no);
}

static struct part_line
line_of(const struct research_parts *p)
{
	enum research_state state = state_of(p);
	struct part_line l = {
		.title = p->title, .state = "Ikke godkendt", .by = "", .role = "", .place = ""
	};

	if (state == RESEARCH_REQUESTED || state == RESEARCH_RESET)
		l.state = research_state_title(state);
	if (!research_is_done(state))
		return l;
	l.state = research_state_title(state);
	l.on = moment_day(p->at);
	l.by = p->by_name;
	l.role = role_short(role_of_word(p->as_role));
	l.place = p->place;
	return l;
}

/* On which ground the secretariat approved, under its part. */
static void
fill_grounds(struct arena *a, const struct research_facts *f, struct table *t)
{
	struct row_note *notes = arena_array(a, f->nparts, sizeof *notes);

	for (size_t i = 0; i < f->nparts; i++) {
		const struct research_parts *p = &f->parts[i];
		const char *basis = basis_of(a, p);

		if (basis != NULL && research_is_done(state_of(p)))
			notes[t->nnotes++] =
			    (struct row_note){ i, arena_format(a, "Grundlag: %s", basis),
				    p->words == NULL ? "Se sagen." : p->words };
	}
	t->notes = notes;
}

static struct table
parts_table(struct arena *a, const struct research_facts *f)
{
	struct part_line *lines = arena_array(a, f->nparts, sizeof *lines);
	struct table t;

	for (size_t i = 0; i < f->nparts; i++)
		lines[i] = line_of(&f->parts[i]);
	t = (struct table){ .caption = "Dele",
		.key = "dele",
		.shown = part_shown,
		.columns = sizeof part_shown / sizeof part_shown[0],
		.rows = lines,
		.n = f->nparts,
		.size = sizeof *lines,
		.empty = "Der er ingen dele." };
	fill_grounds(a, f, &t);
	return t;
}

static const char *
half_text(struct arena *a, uint32_t half_days)
{
	return arena_format(a, half_days % 2 == 0 ? "%u" : "%u,5", half_days / 2);
}

static struct table
courses_table(struct arena *a, const struct research_facts *f)
{
	struct course_line *lines = arena_array(a, f->ncourses, sizeof *lines);

	for (size_t i = 0; i < f->ncourses; i++)
		lines[i] = (struct course_line){ f->courses[i].name,
			arena_format(a, "%s %s", half_text(a, f->courses[i].half_days),
			    f->courses[i].half_days == 2 ? "dag" : "dage"),
			f->courses[i].certificate_name, f->courses[i].held_on };
	return (struct table){ .caption = "Kurser",
		.key = "kurser",
		.shown = course_shown,
		.columns = sizeof course_shown / sizeof course_shown[0],
		.rows = lines,
		.n = f->ncourses,
		.size = sizeof *lines,
		.empty = "Der er ikke lagt kurser ind." };
}

/* --- attestation ------------------------------------------------------------------------ */

static const struct research_progress *
progress_of(struct arena *a, const struct research_facts *f)
{
	struct research_progress *p = arena_array(a, f->nparts, sizeof *p);

	for (size_t i = 0; i < f->nparts; i++)
		p[i] = (struct research_progress){ research_kind_of(f->parts[i].kind),
			state_of(&f->parts[i]), f->parts[i].days };
	return p;
}

/* What the overall attestation says: that it is given, by whom; that it is not; or that it fell
 * with a part that was reset. */
static struct passage
attestation_of(struct arena *a, const struct research_facts *f)
{
	const struct research_progress *p = progress_of(a, f);
	const struct research_parts *o = NULL;
	struct passage said = { .heading = "Samlet attestation for forskningstræning",
		.label = "Ikke givet",
		.text = "Forskningstræningen er ikke attesteret." };

	for (size_t i = 0; i < f->nparts; i++)
		if (p[i].kind == RESEARCH_OVERALL && research_is_done(p[i].state))
			o = &f->parts[i];
	if (o == NULL)
		return said;
	said.label = arena_format(a, "%s den %s af %s, %s, %s", research_state_title(state_of(o)),
	    day_text(a, moment_day(o->at)), o->by_name, role_title(role_of_word(o->as_role)),
	    o->place);
	if (!research_overall_holds(p, f->nparts))
		said.text = "Attestationen gælder ikke: en del er nulstillet, efter at den blev "
		            "givet.";
	else if (state_of(o) == RESEARCH_APPROVED)
		said.text = arena_format(a,
		    "Det attesteres, at forskningstræningen (%d dage, %d timer) er gennemført, og "
		    "at alle dele er godkendt.",
		    RESEARCH_DAYS, RESEARCH_HOURS);
	else
		said.text = "Sekretariatet har godkendt forskningstræningen på andet grundlag.";
	return said;
}

/* --- facts ------------------------------------------------------------------------------ */

static const char *
project_of(const struct research_facts *f)
{
	for (size_t i = f->nparts; i > 0; i--) {
		enum research_kind kind = research_kind_of(f->parts[i - 1].kind);

		if ((kind == RESEARCH_PROJECT || kind == RESEARCH_DESCRIPTION) &&
		    f->parts[i - 1].project != NULL)
			return f->parts[i - 1].project;
	}
	return NULL;
}

static const char *
presented_of(struct arena *a, const struct research_facts *f)
{
	for (size_t i = 0; i < f->nparts; i++)
		if (research_kind_of(f->parts[i].kind) == RESEARCH_PRESENTATION &&
		    !day_is_none(f->parts[i].held_on))
			return arena_format(a, "%s, %s", day_text(a, f->parts[i].held_on),
			    f->parts[i].venue == NULL ? "" : f->parts[i].venue);
	return NULL;
}

static const char *
supervisors_of(struct arena *a, const struct research_facts *f)
{
	const char *names = NULL;

	for (size_t i = 0; i < f->nsupervisors; i++)
		names = names == NULL ? f->supervisors[i].name
		                      : arena_format(a, "%s, %s", names, f->supervisors[i].name);
	return names == NULL ? "Ingen" : names;
}

static const char *
counted_of(struct arena *a, const struct research_facts *f)
{
	const struct research_progress *p = progress_of(a, f);
	uint32_t listed = 0;

	for (size_t i = 0; i < f->ncourses; i++)
		listed += f->courses[i].half_days;
	return arena_format(a, "%s af %u dage",
	    half_text(a, research_half_days(p, f->nparts, listed)),
	    research_theory_days(p, f->nparts));
}

static void
fill_facts(struct arena *a, const struct research_facts *f, struct report *r)
{
	const struct research_training *t = f->training;
	struct fact *facts = arena_array(a, 9, sizeof *facts), *next = facts;
	const char *project = project_of(f), *presented = presented_of(a, f);

	*next++ = (struct fact){ "Læge", f->name, "laege" };
	*next++ = (struct fact){ "CPR-nummer", f->cpr, "cpr" };
	if (f->auth_id != NULL)
		*next++ = (struct fact){ "Autorisations-id", f->auth_id, "autorisations_id" };
	*next++ = (struct fact){ "Hoveduddannelse",
		arena_format(a, "%s%s – %s, %s",
		    t->specialty == NULL ? "" : arena_format(a, "%s, ", t->specialty),
		    day_text(a, t->since), day_text(a, day_add(t->until, -1)), t->region_name),
		"hoveduddannelse" };
	*next++ = (struct fact){ "Forskningsvejleder", supervisors_of(a, f), "forskningsvejleder" };
	if (project != NULL)
		*next++ = (struct fact){ "Projekt", project, "projekt" };
	if (presented != NULL)
		*next++ = (struct fact){ "Præsenteret", presented, "praesenteret" };
	*next++ = (struct fact){ "Teori", counted_of(a, f), "teori" };
	*next++ = (struct fact){ "Udskrevet", moment_text(a, f->printed), "udskrevet" };
	r->facts = facts;
	r->nfacts = (size_t)(next - facts);
}

const struct report *
research_report(struct arena *a, const struct research_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);
	struct table *tables = arena_array(a, 2, sizeof *tables);
	struct passage *attestation = arena_take(a, sizeof *attestation);

	tables[0] = parts_table(a, f);
	tables[1] = courses_table(a, f);
	*attestation = attestation_of(a, f);
	*r = (struct report){ .title = "Forskningstræning",
		.subtitle = f->training->title,
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.tables = tables,
		.ntables = 2,
		.passages_heading = "Attestation",
		.passages = attestation,
		.npassages = 1,
		.note =
		    "UAO: uddannelsesansvarlig overlæge. VUS: videreuddannelsessekretariatet." };
	fill_facts(a, f, r);
	return r;
}
