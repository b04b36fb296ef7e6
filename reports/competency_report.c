/* SPDX-License-Identifier: MPL-2.0 */
#include "competency_report.h"

#include <string.h>

#include "approval.h"
#include "note_rule.h"
#include "role.h"
#include "secret.h"

/* A competency as it is printed. */
struct line {
	const char *number, *title, *heading, *state;
	struct day on;
	const char *by, *role, *place;
};

#define COLUMN(name, type, member) \
	{ \
		name, type, false, offsetof(struct line, member), 0 \
	}
static const struct column columns[] = {
	COLUMN("nummer", DB_TEXT, number),
	COLUMN("titel", DB_TEXT, title),
	COLUMN("status", DB_TEXT, state),
	COLUMN("dato", DB_DAY, on),
	COLUMN("godkendt_af", DB_TEXT, by),
	COLUMN("brugertype", DB_TEXT, role),
	COLUMN("sted", DB_TEXT, place),
};
static const struct shown shown[] = {
	{ &columns[0], "Nr.", 6 },
	{ &columns[1], "Kompetence", 24 },
	{ &columns[2], "Status", 10 },
	{ &columns[3], "Dato", 11 },
	{ &columns[4], "Godkendt af", 13 },
	{ &columns[5], "Rolle", 14 },
	{ &columns[6], "Sted", 22 },
};

/* How far the goal has come; its latest row, if there is one, in *row when asked for. */
static enum approval_state
state_of(
    const struct competency_facts *f, const struct goal *g, const struct competencies_now **row)
{
	const struct competencies_now *now = latest_of(f->now, f->nnow, g->id);

	if (row != NULL)
		*row = now;
	return now == NULL ? APPROVAL_NONE : approval_state_of(now->status, now->kind);
}

static struct line
line_of(const struct competency_facts *f, const struct goal *g)
{
	const struct competencies_now *now;
	enum approval_state state = state_of(f, g, &now);
	struct line l = { .number = g->number,
		.title = g->title,
		.heading = g->heading,
		.state = "Ikke godkendt",
		.by = "",
		.role = "",
		.place = "" };

	if (state == APPROVAL_REQUESTED)
		l.state = "Anmodet";
	if (state == APPROVAL_RESET)
		l.state = "Nulstillet";
	if (now == NULL || (!approval_is_locked(state) && state != APPROVAL_PARTLY))
		return l;
	l.state = approval_title(state);
	l.on = moment_day(now->at);
	l.by = now->by_name;
	l.role = role_short(role_of_word(now->as_role));
	l.place = now->place;
	return l;
}

static const char *
part_of(const struct competency_facts *f)
{
	return f->part == NULL ? "" : f->part;
}

/* "Bilag 2" of the merit's letter; NULL when it has none. */
static const char *
appendix_of(struct arena *a, const struct competency_facts *f, uint32_t merit)
{
	for (size_t i = 0; i < f->nletters; i++)
		if (f->letters[i].merit == merit)
			return arena_format(a, "bilag %s%zu", part_of(f), i + 1);
	return NULL;
}

/* "Meritnotat af 01.03.2027, Birgit Skov, Videreuddannelsessekretariat, Videreuddannelsesregion
 * Nord. Meritbrev: bilag 1" */
static const char *
label_of(struct arena *a, const struct competency_facts *f, const struct merits_of_doctor *m)
{
	const char *appendix = appendix_of(a, f, m->id);
	const char *label = arena_format(a, "%s af %s, %s, %s, %s",
	    m->note == NULL ? "Merit" : "Meritnotat", day_text(a, moment_day(m->at)), m->by_name,
	    role_title(role_of_word(m->as_role)), m->place);

	if (m->reset_by != NULL)
		label = arena_format(a, "NULSTILLET %s af %s. %s",
		    day_text(a, moment_day(m->reset_at)), m->reset_by, label);
	return appendix == NULL ? label : arena_format(a, "%s. Meritbrev: %s", label, appendix);
}

/* What was decided besides: "Merit for tid: 6 måneder", courses, the case; "" for nothing. */
static const char *
decided_of(struct arena *a, const struct competency_facts *f, uint32_t merit)
{
	struct text t = { .arena = a };

	for (size_t i = 0; i < f->ndecisions; i++) {
		const struct decisions_of_doctor *d = &f->decisions[i];

		if (d->merit != merit)
			continue;
		if (d->has_months)
			text_format(&t, "\nMerit for tid: %u måneder", d->months);
		if (d->courses != NULL)
			text_format(&t, "\nMerit for kurser:\n%s", d->courses);
		text_format(&t, "\nAfgørelse af %s, %s, sagsnr. %s", day_text(a, d->decided_on),
		    d->decider, d->case_no);
	}
	return t.len == 0 ? "" : t.at;
}

static const char *
text_of(struct arena *a, const struct competency_facts *f, const struct merits_of_doctor *m)
{
	const char *note = m->note != NULL ? m->note : "Se meritbrevet.";
	const char *decided = decided_of(a, f, m->id);

	return decided[0] == '\0' ? note : arena_format(a, "%s%s", note, decided);
}

static bool
is_linked(const struct competency_facts *f, uint32_t merit, uint32_t competency)
{
	for (size_t i = 0; i < f->nlinks; i++)
		if (f->links[i].merit == merit && f->links[i].competency == competency)
			return true;
	return false;
}

static bool
is_linked_to_list(const struct competency_facts *f, uint32_t merit)
{
	for (size_t i = 0; i < f->list->n; i++)
		if (is_linked(f, merit, f->list->goals[i].id))
			return true;
	return false;
}

static void
fill_notes(struct arena *a, const struct competency_facts *f, struct table *t)
{
	struct row_note *notes = arena_array(a, f->nlinks, sizeof *notes);

	for (size_t row = 0; row < f->list->n && f->nlinks > 0; row++) {
		for (size_t i = 0; i < f->nmerits; i++) {
			const struct merits_of_doctor *m = &f->merits[i];

			if (is_linked(f, m->id, f->list->goals[row].id))
				notes[t->nnotes++] =
				    (struct row_note){ row, label_of(a, f, m), text_of(a, f, m) };
		}
	}
	t->notes = notes;
}

static const struct table *
table_of(struct arena *a, const struct competency_facts *f)
{
	struct table *t = arena_take(a, sizeof *t);
	struct line *lines = arena_array(a, f->list->n, sizeof *lines);

	for (size_t i = 0; i < f->list->n; i++)
		lines[i] = line_of(f, &f->list->goals[i]);
	*t = (struct table){
		.caption = "Kompetencer",
		.key = "kompetencer",
		.shown = shown,
		.columns = sizeof shown / sizeof shown[0],
		.rows = lines,
		.n = f->list->n,
		.size = sizeof *lines,
		.group = "rolle",
		.group_heading = "Lægerolle",
		.group_offset = offsetof(struct line, heading),
		.empty = "Listen har ingen kompetencer.",
	};
	fill_notes(a, f, t);
	return t;
}

/* Notes that the doctor marked for everybody and for the authority (R-NOT-02), and no others. */
static void
fill_sent_notes(
    struct arena *a, const struct competency_facts *f, struct report *r, struct passage *passages)
{
	for (size_t i = 0; i < f->nnotes; i++) {
		const struct notes_shared *n = &f->notes[i];

		if (!note_is_sent(note_readers_of(n->readers)))
			continue;
		passages[r->npassages++] = (struct passage){
			n->title == NULL ? "Notat"
			                 : arena_format(a, "Notat om %s %s", n->number, n->title),
			arena_format(a, "%s, %s, %s", day_text(a, moment_day(n->written)),
			    n->by_name, role_title(role_of_word(n->as_role))),
			n->text,
		};
	}
}

/* Merits that stand under no competency of this list: unlinked, or linked to another list. */
static void
fill_passages(struct arena *a, const struct competency_facts *f, struct report *r)
{
	struct passage *passages = arena_array(a, f->nmerits + f->nnotes, sizeof *passages);

	for (size_t i = 0; i < f->nmerits; i++) {
		const struct merits_of_doctor *m = &f->merits[i];

		if (is_linked_to_list(f, m->id))
			continue;
		passages[r->npassages++] = (struct passage){
			m->competencies == NULL ? "Merit uden kompetence"
			                        : "Merit i en anden målbeskrivelse",
			label_of(a, f, m),
			m->competencies == NULL ? text_of(a, f, m)
			                        : arena_format(a, "%s\n\nGælder:\n%s",
			                              text_of(a, f, m), m->competencies),
		};
	}
	fill_sent_notes(a, f, r, passages);
	r->passages_heading = f->nnotes > 0 ? "Øvrige notater" : "Øvrige meritnotater";
	r->passages = passages;
}

static void
fill_appendices(struct arena *a, const struct competency_facts *f, struct report *r)
{
	struct appendix *list = arena_array(a, f->nletters, sizeof *list);

	if (f->letters_elsewhere)
		return;
	for (size_t i = 0; i < f->nletters; i++) {
		const struct letters_of_doctor *l = &f->letters[i];

		list[i] = (struct appendix){
			.title = arena_format(a, "Bilag %s%zu: Meritbrev af %s", part_of(f), i + 1,
			    day_text(a, moment_day(l->at))),
			.type = l->type,
			.sha256 = l->sha256.n == HASH_BYTES ? hash_hex(a, l->sha256.at) : "",
			.content = l->bytes,
		};
	}
	r->appendices = list;
	r->nappendices = f->nletters;
}

static const struct doctor_reached *
course_of(const struct competency_facts *f)
{
	for (size_t i = 0; i < f->ncourses; i++)
		if (f->courses[i].curriculum == f->list->id)
			return &f->courses[i];
	return &f->courses[0];
}

static size_t
approved_of(const struct competency_facts *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->list->n; i++)
		n += approval_is_locked(state_of(f, &f->list->goals[i], NULL));
	return n;
}

static void
fill_facts(struct arena *a, const struct competency_facts *f, struct report *r)
{
	const struct doctor_reached *c = course_of(f);
	struct fact *facts = arena_array(a, 9, sizeof *facts), *next = facts;

	*next++ = (struct fact){ "Læge", f->name, "laege" };
	*next++ = (struct fact){ "CPR-nummer", f->cpr, "cpr" };
	if (f->auth_id != NULL)
		*next++ = (struct fact){ "Autorisations-id", f->auth_id, "autorisations_id" };
	*next++ = (struct fact){ "Målbeskrivelse", f->list->title, "maalbeskrivelse" };
	*next++ = (struct fact){ "Version", f->list->version, "version" };
	*next++ = (struct fact){ "Uddannelsesforløb",
		arena_format(a, "%s – %s, %s", day_text(a, c->course_since),
		    day_text(a, day_add(c->course_until, -1)), c->region),
		"uddannelsesforloeb" };
	*next++ = (struct fact){ "Godkendt",
		arena_format(a, "%zu af %zu", approved_of(f), f->list->n), "godkendt" };
	if (f->has_cards)
		*next++ = (struct fact){ "Godkendte kompetencekort",
			arena_format(a, "%zu", f->ncards), "godkendte_kompetencekort" };
	*next++ = (struct fact){ "Udskrevet", moment_text(a, f->printed), "udskrevet" };
	r->facts = facts;
	r->nfacts = (size_t)(next - facts);
}

const struct report *
competency_report(struct arena *a, const struct competency_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);

	*r = (struct report){
		.title = "Kompetencer",
		.subtitle = arena_format(a, "%s, version %s", f->list->title, f->list->version),
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.tables = table_of(a, f),
		.ntables = 1,
		.note = f->list->demo
		    ? "UAO: uddannelsesansvarlig overlæge. VUS: videreuddannelsessekretariatet.\n"
		      "Listen er en prøveliste med opdigtede kompetencer."
		    : "UAO: uddannelsesansvarlig overlæge. VUS: videreuddannelsessekretariatet.",
	};
	fill_facts(a, f, r);
	fill_passages(a, f, r);
	fill_appendices(a, f, r);
	return r;
}
