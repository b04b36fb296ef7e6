/* SPDX-License-Identifier: MPL-2.0
 *
 * The cards of a doctor, and one that a supervisor begins: observed, filled and approved at once.
 */
#include "card_pages.h"
#include "chain.h"

uint32_t
element_here(struct request *req, const struct subject *who, uint32_t doctor, struct day *since)
{
	struct card_element_here *rows;
	size_t n;

	if (card_element_here(req->db, who, doctor, &rows, &n) != DB_ONE || n == 0)
		return 0;
	if (since != NULL)
		*since = rows[0].course_since;
	return rows[0].element;
}

static void
fill_starts(struct request *req, const struct reached *doctor, struct doctor_cards_view *v)
{
	const struct curriculum_list *list = list_asked_for(req, doctor);
	struct places places = approve_places(req->arena, doctor->doctor);
	struct card_templates *rows;
	struct card_start *out;

	if (list == NULL || list_was_left(doctor, list->id) ||
	    card_templates(req->db, list->id, &rows, &v->nstarts) != DB_ONE) {
		v->nstarts = 0;
		return;
	}
	out = arena_array(req->arena, v->nstarts, sizeof *out);
	for (size_t i = 0; i < v->nstarts; i++)
		out[i] = (struct card_start){ url_below(req->arena, places.begin, rows[i].id),
			rows[i].code, rows[i].title };
	v->starts = out;
}

void
doctor_cards(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_cards_view v = { 0 };
	struct places places;

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	places = approve_places(req->arena, doctor->doctor);
	v.head = head_of(req, who, arena_format(req->arena, "Kompetencekort: %s", doctor->name));
	v.back = places.list;
	v.back_label = arena_format(req->arena, "Kompetencer: %s", doctor->name);
	v.rows = card_rows_of(req, who, doctor->doctor, places.cards, &v.n);
	if (element_here(req, who, doctor->doctor, NULL) != 0)
		fill_starts(req, doctor, &v);
	doctor_cards_page(reply_html(req, 200), &v);
}

/* What is being given. */
struct giving {
	struct request *req;
	const struct subject *who;
	const struct form *form;
	const struct reached *doctor;
	struct card_template_one t;
	uint32_t element;
	struct day since; /* of the course */
};

/* False after an answer: no such doctor or card here, or not one of the doctor's lists. */
static bool
giving_begin(struct giving *g)
{
	bool theirs = false;

	g->doctor = doctor_within_reach(g->req, g->who, path_u32(g->req, "doctor"));
	if (g->doctor != NULL &&
	    card_template_one(g->req->db, path_u32(g->req, "template"), &g->t) == DB_ONE)
		for (size_t i = 0; i < g->doctor->n; i++)
			theirs = theirs ||
			    (g->doctor->rows[i].curriculum == g->t.curriculum &&
			        !g->doctor->rows[i].left);
	if (!theirs ||
	    (g->element = element_here(g->req, g->who, g->doctor->doctor, &g->since)) == 0) {
		answer_not_found(g->req, g->who);
		return false;
	}
	return true;
}

static void
show(const struct giving *g, unsigned status)
{
	struct request *req = g->req;
	struct arena *a = req->arena;
	struct card_give_view v = {
		.head = head_of(req, g->who, arena_format(a, "%s %s", g->t.code, g->t.title)),
		.at = url_of(a, "/vejleder/laeger/%u/kort/ny/%u", g->doctor->doctor, g->t.id),
		.back = url_of(a, "/vejleder/laeger/%u/kort", g->doctor->doctor),
		.doctor = g->doctor->name,
		.once = card_once(req, g->form),
		.guidance = markup_of_lines(a, g->t.guidance),
		.has_guidance = g->t.guidance[0] != '\0',
		.goals = card_goal_choices_of(req, &g->t, g->form, query_u32(req, "kompetence", 0)),
		.marks = card_marks_of(req, &g->t, g->form, NULL, NULL),
		.topic = field_of(
		    g->form, "sag", "Sag eller emne", "Skriv intet, der kan føre til patienten."),
		.date = field_of(g->form, "dato", "Dato for observationen", "Fx 24.11.2026"),
		.words = field_of(g->form, "ord", "Din vurdering i ord (valgfri)", NULL),
		.faults = faults_of(a, g->form),
	};

	v.topic.most = CARD_TOPIC;
	if (g->form == NULL)
		v.date.value = day_text(a, req->today);
	looked_into(req, g->doctor->doctor);
	card_give_page(reply_html(req, status), &v);
}

void
card_give_new(struct request *req, const struct subject *who)
{
	struct giving g = { .req = req, .who = who };

	if (giving_begin(&g))
		show(&g, 200);
}

/* A form that has given its card already leads to that one. */
static bool
is_given(const struct giving *g, struct bytes once)
{
	struct card_of_once_given row = { 0 };
	struct url at;

	if (card_of_once_given(g->req->db, g->who, once, &row) != DB_ONE)
		return false;
	at = url_of(g->req->arena, "/vejleder/kort/%u", row.sheet);
	reply_see(g->req, url_with(g->req->arena, at, "besked", "givet"));
	return true;
}

static void
store(const struct giving *g, uint32_t competency, struct day on, const char *topic,
    const char *marks, struct bytes once)
{
	const char *words = form_text(g->form, "ord", CARD_WORDS);
	struct db *db = g->req->db;
	uint32_t sheet = 0;

	if (card_sheet_begin(db, g->who, g->doctor->doctor, g->t.id,
	        competency == 0 ? NULL : &competency, once) == DB_ONE)
		sheet = db_inserted(db);
	if (sheet == 0 ||
	    card_give(db, g->who, sheet, g->element, on, topic, marks,
	        words[0] == '\0' ? NULL : words) != DB_ONE) {
		answer_error(g->req, g->who, 409, "Kortet kunne ikke gives",
		    "Intet er gemt. Gå tilbage, genindlæs siden, og prøv igen.");
		return;
	}
	card_answered_tell(db, g->who, sheet);
	is_given(g, once);
}

void
card_give_make(struct request *req, const struct subject *who, const struct form *form)
{
	struct giving g = { .req = req, .who = who, .form = form };
	const char *topic, *marks;
	uint32_t competency;
	struct bytes once;
	struct day on;

	if (!giving_begin(&g))
		return;
	competency = card_goal_read(req, &g.t, form);
	topic = form_needed(form, "sag", CARD_TOPIC, "Skriv, hvad det handlede om.");
	on = card_day_read(req, form, g.since);
	marks = card_marks_read(req, &g.t, form);
	if (!card_marks_suffice(card_scale_of(g.t.scale), marks, g.t.parts))
		form_refuse(form, "m1", "Kortet kan først godkendes, når alle delmål er godkendt.");
	if (!card_once_read(req, form, &once))
		form_refuse(form, "sag", "Formularen er ikke hel. Genindlæs siden, og prøv igen.");
	if (form_wrong(form)) {
		show(&g, 422);
		return;
	}
	chain_take(req->db, g.doctor->doctor); /* of two clicks the second waits */
	if (!is_given(&g, once))
		store(&g, competency, on, topic, marks, once);
}
