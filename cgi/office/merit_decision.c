/* SPDX-License-Identifier: MPL-2.0 */
#include "merit_decision.h"

#include <string.h>

#include "courses.h"
#include "queries/course_office.h"
#include "queries/decision.h"
#include "queries/decision_office.h"
#include "text.h"

/* --- the page --------------------------------------------------------------------------- */

static struct select
ground_select(struct arena *a, const struct form *form)
{
	struct option *options = arena_array(a, merit_types_n + 1, sizeof *options);

	options[0] =
	    (struct option){ "", "Ingen afgørelse", form_value(form, "grundlag")[0] == '\0' };
	for (size_t i = 0; i < merit_types_n; i++)
		options[i + 1] = (struct option){ merit_types[i].word, merit_types[i].title,
			form_has(form, "grundlag", merit_types[i].word) };
	return (struct select){ "grundlag", "Hvad gives der merit for?",
		form_fault(form, "grundlag"), options, merit_types_n + 1 };
}

/* The items of an application; those of general practice where the doctor trains in it. */
static void
fill_items(const struct merit_case *c, struct decision_fields_view *v)
{
	struct decision_item *items = arena_array(c->req->arena, merit_items_n, sizeof *items);

	for (size_t i = 0; i < merit_items_n; i++)
		if (!merit_items[i].general_practice || c->decision.facts.general_practice)
			items[v->nitems++] =
			    (struct decision_item){ merit_items[i].word, merit_items[i].title,
				    form_has(c->form, "ansoegning", merit_items[i].word) };
	v->items = items;
}

/* May it be approved as merit?  Not what is done, nor the series, which is the head course leader's. */
static bool
course_may_be_given(const struct course_line *row)
{
	return !course_is_done(row->state) && strcmp(row->kind, "SERIES") != 0 &&
	    row->stage[0] != '\0';
}

static void
fill_choices(const struct merit_case *c, struct decision_fields_view *v)
{
	size_t n = c->courses == NULL ? 0 : c->courses->n;
	struct decision_item *choices = arena_array(c->req->arena, n, sizeof *choices);

	for (size_t i = 0; i < n; i++) {
		const struct course_line *row = &c->courses->rows[i];
		const char *id = arena_format(c->req->arena, "%u", row->course);

		if (course_may_be_given(row))
			choices[v->nchoices++] = (struct decision_item){ id, row->name,
				form_has(c->form, "kursus", id) };
	}
	v->choices = choices;
	v->course_fault = form_fault(c->form, "kursus");
}

static void
fill_warnings(const struct merit_case *c, struct decision_fields_view *v)
{
	struct decision_warning *all = arena_array(c->req->arena, MERIT_WARNINGS, sizeof *all);

	for (enum merit_warning w = 0; c->decision.made && w < MERIT_WARNINGS; w++)
		if (merit_warns(w, &c->decision.facts))
			all[v->nwarnings++] = (struct decision_warning){ merit_warning_word(w),
				merit_warning_sentence(w),
				form_has(c->form, "advarsel", merit_warning_word(w)) };
	v->warnings = all;
	v->warning_fault = form_fault(c->form, "advarsel");
}

/* A field that begins with these words. */
static struct field
begun_with(const struct form *form, const char *name, const char *label, const char *words)
{
	struct field f = field_of(form, name, label, NULL);

	if (form == NULL)
		f.value = words;
	return f;
}

static void
fill_fields(const struct merit_case *c, struct decision_fields_view *v)
{
	const struct form *form = c->form;

	v->ground = ground_select(c->req->arena, form);
	v->reason = field_of(form, "begrundelse", "Begrundelse",
	    "Står i brevet, og som notat, hvis notatet ovenfor er tomt.");
	v->months = field_of(form, "maaneder", "Merit for tid: antal måneder",
	    "Tom, når der ikke gives merit for tid.");
	v->months.inputmode = "numeric";
	v->post_months = field_of(form, "stilling", "Hvor mange måneder varede stillingen?",
	    "Skal skrives i almen medicin.");
	v->post_months.inputmode = "numeric";
	v->courses = field_of(form, "kurser", "Merit for andre kurser",
	    "Dem, der ikke står i logbogen: ét kursus på hver linje. Tom for ingen.");
	v->case_no = field_of(form, "sagsnr", "Sagsnummer", NULL);
	v->case_no.most = MERIT_CASE_MOST;
	v->decided_on =
	    begun_with(form, "dato", "Afgørelsens dato", day_text(c->req->arena, c->req->today));
	v->decider = begun_with(form, "afgjort", "Afgjort af",
	    arena_format(c->req->arena, "Det regionale råd, %s", c->decision.region));
	v->decider.most = MERIT_DECIDER_MOST;
	v->appeal = begun_with(form, "klage", "Klagevejledning", merit_appeal);
	v->classified = form_has(form, "klassificeret", "1");
	v->released = form_has(form, "fritstillet", "1");
}

const struct decision_fields_view *
decision_fields_of(const struct merit_case *c)
{
	struct decision_fields_view *v = arena_take(c->req->arena, sizeof *v);

	*v = (struct decision_fields_view){ .open = c->decision.made };
	fill_fields(c, v);
	fill_items(c, v);
	fill_choices(c, v);
	fill_warnings(c, v);
	return v;
}

/* --- reading ---------------------------------------------------------------------------- */

/* Has anything been typed or ticked that a decision consists of?  What stands there from the
 * beginning (day, decider, appeal) says nothing. */
static bool
is_made(const struct form *form)
{
	static const char *const names[] = { "grundlag", "begrundelse", "maaneder", "kurser",
		"kursus", "sagsnr", "stilling", "klassificeret", "fritstillet", "ansoegning" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (form_value(form, names[i])[0] != '\0')
			return true;
	return false;
}

/* Adds a word behind those that are there. */
static const char *
word_added(struct arena *a, const char *words, const char *word)
{
	return words[0] == '\0' ? word : arena_format(a, "%s %s", words, word);
}

static void
read_items(struct merit_case *c)
{
	struct decision *d = &c->decision;

	d->facts.complete = true;
	for (size_t i = 0; i < merit_items_n; i++) {
		if (form_has(c->form, "ansoegning", merit_items[i].word))
			d->checked = word_added(c->req->arena, d->checked, merit_items[i].word);
		else if (!merit_items[i].general_practice || d->facts.general_practice)
			d->facts.complete = false;
	}
}

static void
read_warnings(struct merit_case *c)
{
	struct decision *d = &c->decision;

	for (enum merit_warning w = 0; w < MERIT_WARNINGS; w++) {
		if (!merit_warns(w, &d->facts))
			continue;
		d->warned = word_added(c->req->arena, d->warned, merit_warning_word(w));
		if (!form_has(c->form, "advarsel", merit_warning_word(w)))
			form_refuse(c->form, "advarsel",
			    "Læs advarslerne under Afgørelse, og sæt kryds ved hver af dem for at "
			    "give meritten alligevel.");
	}
}

static void
read_facts(struct merit_case *c, size_t n)
{
	struct decision *d = &c->decision;
	struct merit_case_facts *f = &d->facts;

	f->kbu_goals = n > 0 && strcmp(c->list->stage, "KBU") == 0;
	f->for_main_training = strcmp(c->list->stage, "HU") == 0 && (n > 0 || d->months > 0);
	f->classified = form_ticked(c->form, "klassificeret");
	f->released = form_ticked(c->form, "fritstillet");
	f->post_months = form_u32(c->form, "stilling", 0);
	f->months = d->months;
	f->emergency = d->ground != NULL && strcmp(d->ground, "EMERGENCY") == 0;
	f->decided_on = d->decided_on;
}

/* The names of those that are ticked, and of those that were typed: what the letter says. */
static const char *
read_courses(struct merit_case *c)
{
	const char *typed = form_text(c->form, "kurser", MERIT_COURSES_MOST);
	struct decision *d = &c->decision;
	struct text t = { .arena = c->req->arena };

	d->course_ids = form_ids(c->form, "kursus", &d->ncourses);
	for (size_t i = 0; i < d->ncourses; i++) {
		const struct course_line *row =
		    c->courses == NULL ? NULL : course_line_of(c->courses, d->course_ids[i]);

		if (row == NULL || !course_may_be_given(row))
			form_refuse(c->form, "kursus",
			    "Et af de valgte kurser er allerede godkendt eller hører ikke til "
			    "lægens uddannelse. Vælg kun fra listen.");
		else
			text_format(&t, "%s%s", t.len > 0 ? "\n" : "", row->name);
	}
	if (typed[0] != '\0')
		text_format(&t, "%s%s", t.len > 0 ? "\n" : "", typed);
	return t.len == 0 ? NULL : t.at;
}

static void
read_scope(struct merit_case *c, size_t n)
{
	struct decision *d = &c->decision;

	d->months = form_u32(c->form, "maaneder", 0);
	if (d->months > MERIT_MONTHS_MOST)
		form_refuse(c->form, "maaneder", "Skriv højst 84 måneder.");
	d->courses = read_courses(c);
	if (n == 0 && d->months == 0 && d->courses == NULL && d->ncourses == 0 &&
	    form_fault(c->form, "maaneder") == NULL)
		form_refuse(c->form, "maaneder",
		    "Vælg kompetencer, eller skriv måneder eller kurser: det er det, afgørelsen "
		    "giver.");
}

void
decision_read(struct merit_case *c, size_t n)
{
	const struct form *form = c->form;
	struct decision *d = &c->decision;

	d->made = is_made(form);
	if (!d->made)
		return;
	d->ground = form_value(form, "grundlag");
	if (merit_type_title(d->ground) == NULL)
		form_refuse(form, "grundlag", "Vælg, hvad der gives merit for.");
	d->reason = form_needed(form, "begrundelse", MERIT_REASON_MOST, "Skriv begrundelsen.");
	d->case_no = form_needed(form, "sagsnr", MERIT_CASE_MOST, "Skriv sagsnummeret.");
	d->decided_on = form_day(form, "dato");
	if (day_is_none(d->decided_on))
		form_refuse(form, "dato", "Skriv afgørelsens dato.");
	else if (day_compare(d->decided_on, c->req->today) > 0)
		form_refuse(form, "dato", "Datoen må ikke ligge ude i fremtiden.");
	d->decider =
	    form_needed(form, "afgjort", MERIT_DECIDER_MOST, "Skriv, hvem der har afgjort det.");
	d->appeal = form_needed(form, "klage", MERIT_APPEAL_MOST, "Skriv, hvor der kan klages.");
	read_scope(c, n);
	read_facts(c, n);
	read_items(c);
	read_warnings(c);
}

enum db_outcome
decision_store(const struct merit_case *c, uint32_t merit, size_t n)
{
	const struct decision *d = &c->decision;

	enum db_outcome added;

	if (!d->made)
		return DB_ONE;
	added = decision_add(c->req->db, c->who, merit, d->ground, d->reason, n > 0,
	    d->months == 0 ? NULL : &d->months, d->courses, d->case_no, d->decided_on, d->decider,
	    d->appeal, d->warned, d->checked);
	for (size_t i = 0; i < d->ncourses && added == DB_ONE; i++)
		added = basis_of_merit(c->req->db, c->who, merit, d->course_ids[i]);
	return added;
}

/* --- afterwards ------------------------------------------------------------------------- */

/* Is the word among those, parted by spaces? */
static bool
holds_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = words; (p = strstr(p, word)) != NULL; p += n)
		if ((p == words || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

static void
fill_warned(struct arena *a, const char *warned, struct decision_shown *v)
{
	const char **said = arena_array(a, MERIT_WARNINGS, sizeof *said);

	for (enum merit_warning w = 0; w < MERIT_WARNINGS; w++)
		if (holds_word(warned, merit_warning_word(w)))
			said[v->nwarnings++] = merit_warning_sentence(w);
	v->warnings = said;
}

const struct decision_shown *
decision_shown_of(struct request *req, const struct subject *who, uint32_t doctor, uint32_t merit)
{
	struct decision_one d = { 0 };
	struct decision_shown *v;

	if (decision_one(req->db, who, doctor, merit, &d) != DB_ONE)
		return NULL;
	v = arena_take(req->arena, sizeof *v);
	*v = (struct decision_shown){ .ground = merit_type_title(d.ground),
		.months = d.has_months ? arena_format(req->arena, "%u måneder", d.months) : NULL,
		.case_no = d.case_no,
		.decider = d.decider,
		.decided_on = d.decided_on,
		.reason = markup_of_lines(req->arena, d.reason),
		.courses = markup_of_lines(req->arena, d.courses),
		.has_courses = d.courses != NULL,
		.appeal = markup_of_lines(req->arena, d.appeal),
		.letter = url_of(req->arena, "/udskrift/%u/afgoerelse/%u", doctor, merit) };
	fill_warned(req->arena, d.warned, v);
	return v;
}
