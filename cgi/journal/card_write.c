/* SPDX-License-Identifier: MPL-2.0
 *
 * Writing on a card of one's own: a new one, or one that is a draft, taken back or returned.  It is
 * kept, or sent to who observed it; whoever observed it decides in which employment it counts.
 */
#include "card_pages.h"
#include "chain.h"
#include "tell.h"

#include <stdio.h>
#include <string.h>

/* What is being written. */
struct writing {
	struct request *req;
	const struct subject *who;
	const struct form *form; /* NULL: shown the first time */
	struct card_template_one t;
	const struct card_view *card; /* NULL: a new one */
	struct elements_to_ask *elements;
	size_t nelements;
	/* read from the form */
	uint32_t element, assessor, competency;
	struct day on;
	const char *topic, *words, *marks, *name, *title;
	bool send;
};

static bool
writing_begin(struct writing *w, uint32_t template)
{
	return card_template_one(w->req->db, template, &w->t) == DB_ONE &&
	    elements_to_ask(w->req->db, w->who, &w->elements, &w->nelements) == DB_ONE;
}

/* Is the card of one of the doctor's lists, and not of one that was left? */
static bool
is_mine(const struct writing *w)
{
	const struct reached *doctor = doctor_within_reach(w->req, w->who, subject_id(w->who));

	for (size_t i = 0; doctor != NULL && i < doctor->n; i++)
		if (doctor->rows[i].curriculum == w->t.curriculum && !doctor->rows[i].left)
			return true;
	return false;
}

const struct card_start *
card_starts_of(struct request *req, uint32_t list, struct url begin, size_t *n)
{
	struct card_templates *rows;
	struct card_start *out;

	if (card_templates(req->db, list, &rows, n) != DB_ONE)
		*n = 0;
	out = arena_array(req->arena, *n, sizeof *out);
	for (size_t i = 0; i < *n; i++)
		out[i] = (struct card_start){ url_below(req->arena, begin, rows[i].id),
			rows[i].code, rows[i].title };
	return out;
}

/* --- the page --------------------------------------------------------------------------- */

static bool
is_chosen(const struct writing *w, uint32_t element, uint32_t person, const char *value)
{
	if (w->form != NULL)
		return form_has(w->form, "set_af", value);
	if (w->card == NULL || w->card->element != element)
		return false;
	return person != 0 ? w->card->assessor == person : w->card->assessor_name != NULL;
}

static struct observer_group
group_of(const struct writing *w, const struct elements_to_ask *e)
{
	struct arena *a = w->req->arena;
	struct observer_group g = { .place = e->place,
		.other_value = arena_format(a, "%u-0", e->id),
		.other_id = arena_format(a, "anden%u", e->id) };
	struct card_assessors *people;
	struct card_choice *out;

	g.other_chosen = is_chosen(w, e->id, 0, g.other_value);
	if (card_assessors(w->req->db, w->who, e->id, &people, &g.n) != DB_ONE)
		g.n = 0;
	out = arena_array(a, g.n, sizeof *out);
	for (size_t i = 0; i < g.n; i++) {
		const char *value = arena_format(a, "%u-%u", e->id, people[i].id);

		out[i] = (struct card_choice){ arena_format(a, "set%s", value), value,
			arena_format(
			    a, "%s, %s", people[i].name, role_title(role_of_word(people[i].role))),
			is_chosen(w, e->id, people[i].id, value) };
	}
	g.people = out;
	return g;
}

/* What the card holds, where nothing has been typed yet. */
static struct field
field_with(
    const struct writing *w, const char *name, const char *label, const char *hint, const char *was)
{
	struct field f = field_of(w->form, name, label, hint);

	if (w->form == NULL && was != NULL)
		f.value = was;
	return f;
}

static void
fill_fields(const struct writing *w, struct card_form_view *v)
{
	struct arena *a = w->req->arena;
	const struct card_view *c = w->card;

	v->topic = field_with(w, "sag", "Sag eller emne",
	    "Hvad handlede det om? Skriv intet, der kan føre til patienten: hverken navn, alder, CPR-nummer eller dato for indlæggelse.",
	    c == NULL ? NULL : c->topic);
	v->topic.most = CARD_TOPIC;
	v->date = field_with(w, "dato", "Dato for observationen", "Fx 24.11.2026",
	    day_text(a, c == NULL ? w->req->today : c->on));
	v->date.inputmode = "text";
	v->words = field_with(w, "ord", "Dine egne ord (valgfri)",
	    "Hvad gik godt, og hvad vil du gøre anderledes? Skriv dem, før du vurderer dig selv.",
	    c == NULL ? NULL : c->words);
	v->observer_name = field_with(w, "navn", "Navn",
	    "Kun når det var en anden, der ikke har adgang til logbogen.",
	    c == NULL ? NULL : c->assessor_name);
	v->observer_title =
	    field_with(w, "titel", "Stilling", NULL, c == NULL ? NULL : c->assessor_title);
}

static void
show(const struct writing *w, unsigned status)
{
	struct request *req = w->req;
	struct card_form_view v = {
		.head =
		    head_of(req, w->who, arena_format(req->arena, "%s %s", w->t.code, w->t.title)),
		.title = w->t.title,
		.guidance = markup_of_lines(req->arena, w->t.guidance),
		.has_guidance = w->t.guidance[0] != '\0',
		.faults = faults_of(req->arena, w->form),
		.observer_fault = form_fault(w->form, "set_af"),
		.nobservers = w->nelements,
	};
	struct observer_group *groups = arena_array(req->arena, w->nelements, sizeof *groups);

	for (size_t i = 0; i < w->nelements; i++)
		groups[i] = group_of(w, &w->elements[i]);
	v.observers = groups;
	v.back = url_local(req->arena, "/logbog/kort");
	if (w->card == NULL) {
		v.once = card_once(req, w->form);
		v.at = url_of(req->arena, "/logbog/kort/ny/%u", w->t.id);
		v.goals =
		    card_goal_choices_of(req, &w->t, w->form, query_u32(req, "kompetence", 0));
	} else {
		v.at = url_of(req->arena, "/logbog/kort/%u/skriv", w->card->sheet);
		v.back = url_of(req->arena, "/logbog/kort/%u", w->card->sheet);
	}
	v.marks = card_marks_of(req, &w->t, w->form, w->card == NULL ? NULL : w->card->marks, NULL);
	fill_fields(w, &v);
	card_form_page(reply_html(req, status), &v);
}

void
card_new(struct request *req, const struct subject *who)
{
	struct writing w = { .req = req, .who = who };

	if (!writing_begin(&w, path_u32(req, "template")) || !is_mine(&w))
		answer_not_found(req, who);
	else
		show(&w, 200);
}

/* The card that is there; false after an answer. */
static bool
writing_on(struct writing *w)
{
	uint32_t sheet = path_u32(w->req, "sheet");

	w->card = card_view_of(w->req, w->who, subject_id(w->who), sheet);
	if (w->card == NULL || !writing_begin(w, w->card->template)) {
		answer_not_found(w->req, w->who);
		return false;
	}
	if (card_may_be_written(w->card->state))
		return true;
	card_taken(w->req, w->who, sheet, CARD_SENT, "sendt");
	return false;
}

void
card_write(struct request *req, const struct subject *who)
{
	struct writing w = { .req = req, .who = who };

	if (writing_on(&w))
		show(&w, 200);
}

/* --- reading the form ------------------------------------------------------------------- */

/* "12-34": employment 12, person 34; 0 for somebody without an account. */
static void
read_observer(struct writing *w)
{
	const char *value = form_value(w->form, "set_af");
	unsigned element = 0, person = 0;
	char behind;

	if (value[0] != '\0' && sscanf(value, "%9u-%9u%c", &element, &person, &behind) != 2)
		element = 0;
	for (size_t i = 0; i < w->nelements; i++)
		if (w->elements[i].id == element)
			w->element = element;
	w->assessor = w->element == 0 ? 0 : person;
	w->name = form_line(w->form, "navn", 200);
	w->title = form_line(w->form, "titel", 100);
	if (w->assessor != 0)
		w->name = w->title = "";
	if (w->send && w->element == 0)
		form_refuse(w->form, "set_af", "Vælg, hvem der så det.");
	else if (w->send && w->assessor == 0 && w->name[0] == '\0')
		form_refuse(w->form, "navn", "Skriv navnet på den, der så det.");
	if (w->element == 0 && w->nelements > 0)
		w->element = w->elements[0].id;
}

static struct day
course_since(const struct writing *w)
{
	const struct reached *doctor = doctor_within_reach(w->req, w->who, subject_id(w->who));

	for (size_t i = 0; doctor != NULL && i < doctor->n; i++)
		if (doctor->rows[i].curriculum == w->t.curriculum)
			return doctor->rows[i].course_since;
	return (struct day){ 0 };
}

static void
read_form(struct writing *w)
{
	const char *answer = form_choice(w->form, "svar", "send", "gem", NULL);

	w->send = answer != NULL && strcmp(answer, "send") == 0;
	w->topic = form_needed(w->form, "sag", CARD_TOPIC, "Skriv, hvad det handlede om.");
	w->on = card_day_read(w->req, w->form, course_since(w));
	w->words = form_text(w->form, "ord", CARD_WORDS);
	w->marks = card_marks_read(w->req, &w->t, w->form);
	if (w->card == NULL)
		w->competency = card_goal_read(w->req, &w->t, w->form);
	read_observer(w);
	if (w->nelements == 0)
		form_refuse(w->form, "set_af",
		    "Du har ingen ansættelse i logbogen, der kan vurdere kortet.");
}

static const char *
or_none(const char *s)
{
	return s[0] == '\0' ? NULL : s;
}

static bool
put(const struct writing *w, uint32_t sheet)
{
	const char *name = or_none(w->name), *title = or_none(w->title);

	if (card_put(w->req->db, w->who, sheet, w->send ? "SENT" : "STARTED", w->element, w->on,
	        w->topic, w->marks, or_none(w->words), w->assessor == 0 ? NULL : &w->assessor, name,
	        name == NULL ? NULL : title) != DB_ONE)
		return false;
	if (w->send)
		card_tell(w->req->db, w->who, sheet, TOLD_SINCE(w->req->now));
	card_see(w->req, sheet, w->send ? "sendt" : "gemt");
	return true;
}

static void
refuse(const struct writing *w)
{
	answer_error(w->req, w->who, 409, "Kortet kunne ikke gemmes",
	    "Den, der skal vurdere det, eller delforløbet kan ikke bruges lige nu. Gå tilbage, og prøv igen.");
}

/* A form that has made its card already leads to that one. */
static bool
is_made(const struct writing *w, struct bytes once)
{
	struct card_of_once row = { 0 };

	if (card_of_once(w->req->db, w->who, once, &row) != DB_ONE)
		return false;
	card_see(w->req, row.sheet, w->send ? "sendt" : "gemt");
	return true;
}

void
card_make(struct request *req, const struct subject *who, const struct form *form)
{
	struct writing w = { .req = req, .who = who, .form = form };
	struct bytes once;

	if (!writing_begin(&w, path_u32(req, "template")) || !is_mine(&w)) {
		answer_not_found(req, who);
		return;
	}
	read_form(&w);
	if (!card_once_read(req, form, &once))
		form_refuse(form, "sag", "Formularen er ikke hel. Genindlæs siden, og prøv igen.");
	if (form_wrong(form)) {
		show(&w, 422);
		return;
	}
	chain_take(req->db, subject_id(who)); /* of two clicks the second waits */
	if (is_made(&w, once))
		return;
	if (card_sheet_make(req->db, who, w.t.id, w.competency == 0 ? NULL : &w.competency, once) !=
	        DB_ONE ||
	    !put(&w, db_inserted(req->db)))
		refuse(&w);
}

void
card_save(struct request *req, const struct subject *who, const struct form *form)
{
	struct writing w = { .req = req, .who = who, .form = form };

	if (!writing_on(&w))
		return;
	read_form(&w);
	if (form_wrong(form))
		show(&w, 422);
	else if (!put(&w, w.card->sheet))
		refuse(&w);
}
