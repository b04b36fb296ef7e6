/* SPDX-License-Identifier: MPL-2.0
 *
 * The talks of an element: what was held, what is planned, doubt about it, planning one.
 */
#include "talks.h"

#include <string.h>

#include "audit.h"
#include "notice.h"
#include "once.h"
#include "queries/talk.h"
#include "tell.h"

static const char *const kinds[] = { "INTRO", "ADJUST", "FINAL" };

static struct url
talk_url(struct arena *a, const struct subject *who, uint32_t talk)
{
	return subject_role(who) == ROLE_UL ? url_of(a, "/logbog/samtaler/%u", talk)
	                                    : url_of(a, "/vejleder/samtaler/%u", talk);
}

static struct talk_row
row_of(struct request *req, const struct subject *who, const struct talks_of_doctor *t)
{
	struct talk_row r = { .title = talk_title(t->kind),
		.on = t->planned_on,
		.state = "Planlagt",
		.mark = "asked",
		.at = talk_url(req->arena, who, t->talk) };
	bool mine =
	    t->side != NULL && (strcmp(t->side, "DOCTOR") == 0) == (subject_role(who) == ROLE_UL);

	if (strcmp(t->status, "AGREED") == 0) {
		r.state = "Referat aftalt";
		r.mark = "ok";
		r.on = t->held_on;
	} else if (strcmp(t->status, "DRAFT") == 0) {
		r.state = mine ? "Referat venter på den anden part" : "Referat venter på dig";
		r.mark = mine ? "asked" : "back";
		r.on = t->held_on;
	} else if (day_compare(t->planned_on, req->today) < 0) {
		r.state = "Mangler referat";
		r.mark = "back";
	}
	return r;
}

static void
fill_talks(struct request *req, const struct subject *who, uint32_t doctor, struct talks_view *v)
{
	struct talks_of_doctor *found = NULL;
	struct talk_row *rows;
	size_t n = 0;

	if (talks_of_doctor(req->db, who, doctor, &found, &n) != DB_ONE)
		n = 0;
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++)
		if (found[i].element == v->place->element)
			rows[v->ntalks++] = row_of(req, who, &found[i]);
	v->talks = rows;
}

static void
fill_doubts(struct request *req, const struct subject *who, uint32_t doctor, struct talks_view *v)
{
	struct doubts_of_doctor *found = NULL;
	struct arena *a = req->arena;
	struct doubt_row *rows;
	size_t n = 0;

	if (doubts_of_doctor(req->db, who, doctor, &found, &n) != DB_ONE)
		n = 0;
	rows = arena_array(a, n, sizeof *rows);
	for (size_t i = 0; i < n; i++) {
		const struct doubts_of_doctor *d = &found[i];

		if (d->element != v->place->element)
			continue;
		rows[v->ndoubts++] = (struct doubt_row){
			.id = d->id,
			.place = d->place,
			.by = d->by_name,
			.role = role_title(role_of_word(d->as_role)),
			.at = d->at,
			.words = markup_of_lines(a, d->words),
			.measures = markup_of_lines(a, d->measures),
			.follow_on = d->follow_on,
			.outcome = d->outcome == NULL ? NULL : doubt_outcome_title(d->outcome),
			.outcome_by = d->outcome_by,
			.outcome_at = d->outcome_at,
			.outcome_words = markup_of_lines(a, d->outcome_words),
			.close = url_of(a, "/vejleder/laeger/%u/tvivl/%u", doctor, d->id),
		};
	}
	v->doubts = rows;
}

static void
fill_places(
    struct request *req, const struct training_place *places, size_t n, struct talks_view *v)
{
	struct place_link *links = arena_array(req->arena, n, sizeof *links);

	for (size_t i = 0; i < n; i++)
		links[i] =
		    (struct place_link){ url_with(req->arena, v->at, "delforloeb",
			                     arena_format(req->arena, "%u", places[i].element)),
			    places[i].place, places[i].since, &places[i] == v->place };
	v->places = links;
	v->nplaces = n;
}

static void
fill_form(struct request *req, const struct form *form, struct talks_view *v)
{
	const char *next = talk_next_kind(v->place->held, v->place->needed);
	bool typed = form_value(form, "art")[0] != '\0' || form_fault(form, "art") != NULL;

	for (size_t i = 0; i < 3; i++)
		v->kinds[i] = (struct kind_choice){ kinds[i], talk_title(kinds[i]),
			typed ? form_has(form, "art", kinds[i]) : strcmp(kinds[i], next) == 0 };
	v->kind_fault = form_fault(form, "art");
	v->day = field_of(form, "dato", "Dato for samtalen", "Fx 01.03.2027");
	v->once = once_of(req->arena, form);
	v->faults = faults_of(req->arena, form);
}

bool
talks_view_fill(struct request *req, const struct subject *who, const struct form *form,
    uint32_t doctor, struct url at, struct talks_view *v)
{
	size_t n = 0;
	const struct training_place *places = training_places_of(req, who, doctor, &n);

	v->at = at;
	v->place = training_place_asked_for(req, form, places, n);
	if (v->place == NULL)
		return n == 0 && form == NULL && query_u32(req, "delforloeb", 0) == 0;
	fill_places(req, places, n, v);
	fill_talks(req, who, doctor, v);
	fill_doubts(req, who, doctor, v);
	fill_form(req, form, v);
	return true;
}

/* --- planning one --------------------------------------------------------------------------------- */

static struct day
read_day(struct request *req, const struct form *form)
{
	struct day d = form_day(form, "dato");

	if (form_fault(form, "dato") != NULL)
		return d;
	if (day_is_none(d))
		form_refuse(form, "dato", "Skriv, hvilken dag samtalen er, fx 01.03.2027.");
	else if (day_compare(d, day_add_months(req->today, 24)) > 0 ||
	    day_compare(d, day_add_months(req->today, -12)) < 0)
		form_refuse(form, "dato", "Dagen ligger for langt væk. Se, om året er rigtigt.");
	return d;
}

static void
tell_talk(struct request *req, const struct subject *who, uint32_t element, enum notice kind,
    uint32_t talk)
{
	struct moment since = TOLD_SINCE(req->now);

	if (subject_role(who) == ROLE_UL)
		talk_tell_department(req->db, who, element, notice_word(kind),
		    url_of(req->arena, "/vejleder/samtaler/%u", talk).text, false, since);
	else
		talk_tell_doctor(req->db, who, element, notice_word(kind),
		    url_of(req->arena, "/logbog/samtaler/%u", talk).text, since);
}

bool
talk_plan(struct request *req, const struct subject *who, const struct form *form, uint32_t doctor,
    struct url at)
{
	const char *kind = form_choice(form, "art", "INTRO", "ADJUST", "FINAL", NULL);
	struct bytes once = once_read(req->arena, form);
	struct day day = read_day(req, form);
	size_t n = 0;
	const struct training_place *places = training_places_of(req, who, doctor, &n),
	                            *place = training_place_asked_for(req, form, places, n);
	struct talk_of_form sent = { 0 };
	uint32_t id;

	if (place == NULL) {
		answer_not_found(req, who);
		return true;
	}
	if (form_wrong(form))
		return false;
	if (once.at == NULL) {
		answer_error(req, who, 400, "Formularen er ikke hel",
		    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
		return true;
	}
	if (talk_put(req->db, who, place->element, kind, day, once) == DB_ONE) {
		id = db_inserted(req->db);
		audit(req->db, who, "plan talk", "talk", id, kind);
		tell_talk(req, who, place->element, NOTICE_TALK_PLANNED, id);
	} else if (talk_of_form(req->db, who, once, &sent) != DB_ONE) {
		answer_not_found(req, who);
		return true;
	}
	reply_see(req,
	    url_with(req->arena,
	        url_with(
	            req->arena, at, "delforloeb", arena_format(req->arena, "%u", place->element)),
	        "besked", "planlagt"));
	return true;
}
