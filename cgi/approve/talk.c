/* SPDX-License-Identifier: MPL-2.0
 *
 * One doctor's talks as the department sees them: planning one, who is main supervisor, doubt
 * whether the element can be completed (R-KOM-14).
 */
#include "talk.h"

#include <string.h>

#include "audit.h"
#include "notice.h"
#include "once.h"
#include "queries/talk.h"
#include "talk_rule.h"
#include "tell.h"
#include "training_words.h"

static struct url
talks_at(struct request *req)
{
	return url_of(req->arena, "/vejleder/laeger/%u/samtaler", path_u32(req, "doctor"));
}

/* --- the page ------------------------------------------------------------------------------------ */

/* R-ROL-03: said, and never refused, for the logbook may not know of all their training. */
static const char *
level_short_of(const struct main_candidates *c)
{
	return main_is_above(c->own_stage, c->stage) ? NULL : stage_title(c->own_stage);
}

static void
fill_candidates(struct request *req, const struct subject *who, const struct form *form,
    struct talks_of_view *v)
{
	struct main_candidates *rows = NULL;
	struct candidate *all;
	size_t n = 0;

	if (!v->may_appoint ||
	    main_candidates(req->db, who, v->talks.place->element, &rows, &n) != DB_ONE)
		n = 0;
	all = arena_array(req->arena, n, sizeof *all);
	for (size_t i = 0; i < n; i++)
		all[i] = (struct candidate){ rows[i].person, rows[i].name,
			role_title(role_of_word(rows[i].role)), level_short_of(&rows[i]),
			form_has(form, "hovedvejleder",
			    arena_format(req->arena, "%u", rows[i].person)) };
	v->candidates = all;
	v->ncandidates = n;
	v->candidate_fault = form_fault(form, "hovedvejleder");
}

static void
fill_doubt(const struct form *form, struct talks_of_view *v)
{
	v->may_doubt = !v->talks.place->final_held && !v->talks.place->coming;
	v->doubt = field_of(form, "tvivl", "Hvad er tvivlen?",
	    "Kort og sagligt. Ses af lægen, hovedvejlederen og UAO, og af ingen andre.");
	v->doubt.rows = 4;
	v->measures = field_of(form, "tiltag", "Hvad skal der gøres?", NULL);
	v->measures.rows = 4;
	v->follow_on = field_of(form, "opfoelgning", "Følges op den", "Fx 01.03.2027");
	v->outcome_words = field_of(form, "udfald_ord", "Hvad er der sket?", NULL);
	v->outcome_words.rows = 4;
	v->outcome_fault = form_fault(form, "udfald");
	v->outcome_resolved = form_has(form, "udfald", "RESOLVED");
	v->outcome_refused = form_has(form, "udfald", "NOT_APPROVED");
}

/* The element is the form's, or for a doubt that is followed up its own. */
static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct talks_of_view v = { .back = url_local(a, "/vejleder/samtaler") };

	if (doctor == NULL ||
	    !talks_view_fill(req, who, form, doctor->doctor, talks_at(req), &v.talks) ||
	    v.talks.place == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	v.talks.head = head_of(req, who, arena_format(a, "Samtaler: %s", doctor->name));
	v.talks.head.notice = notice_of(req, "planlagt", "Samtalen er planlagt.", "udpeget",
	    "Hovedvejlederen er udpeget, og begge har fået besked.", "udpeget-trin",
	    "Hovedvejlederen er udpeget, og begge har fået besked. Vær opmærksom på, at vedkommende selv er under uddannelse og ikke er et uddannelsestrin over lægen.",
	    "tvivl", "Tvivlen er skrevet ned, og lægen har fået besked.", "afsluttet",
	    "Udfaldet er skrevet ned.", NULL);
	v.talks.plan = url_of(a, "/vejleder/laeger/%u/uddannelsesplan", doctor->doctor);
	v.appoint = url_of(a, "/vejleder/laeger/%u/hovedvejleder", doctor->doctor);
	v.raise = url_of(a, "/vejleder/laeger/%u/tvivl", doctor->doctor);
	v.may_appoint =
	    permission_has(MAKE_SUPERVISORS, subject_role(who)) && !v.talks.place->coming;
	fill_candidates(req, who, form, &v);
	fill_doubt(form, &v);
	talks_of_page(reply_html(req, status), &v);
}

void
talks_of_one(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
talks_of_one_plan(struct request *req, const struct subject *who, const struct form *form)
{
	if (!talk_plan(req, who, form, path_u32(req, "doctor"), talks_at(req)))
		show(req, who, form, 422);
}

static void
see(struct request *req, uint32_t element, const char *word)
{
	struct arena *a = req->arena;

	reply_see(req,
	    url_with(a, url_with(a, talks_at(req), "delforloeb", arena_format(a, "%u", element)),
	        "besked", word));
}

/* The element that the form names, of this doctor, within reach; 0 (and 404) for any other. */
static uint32_t
element_of(struct request *req, const struct subject *who, const struct form *form)
{
	size_t n = 0;
	const struct training_place *places =
	    training_places_of(req, who, path_u32(req, "doctor"), &n);
	const struct training_place *place = training_place_asked_for(req, form, places, n);

	if (place == NULL)
		answer_not_found(req, who);
	return place == NULL ? 0 : place->element;
}

/* --- the main supervisor --------------------------------------------------------------------------- */

/* Is that person main supervisor of the element now?  Then it was a double click, or the same again. */
static bool
is_main(struct request *req, const struct subject *who, uint32_t element, uint32_t person)
{
	struct plan_elements *rows = NULL;
	size_t n = 0;

	plan_elements(req->db, who, path_u32(req, "doctor"), &rows, &n);
	for (size_t i = 0; i < n; i++)
		if (rows[i].element == element)
			return rows[i].main_live && rows[i].has_main && rows[i].main == person;
	return false;
}

/* The word of what is said once that person is appointed. */
static const char *
appointed_word(struct request *req, const struct subject *who, uint32_t element, uint32_t person)
{
	struct main_candidates *rows = NULL;
	size_t n = 0;

	main_candidates(req->db, who, element, &rows, &n);
	for (size_t i = 0; i < n; i++)
		if (rows[i].person == person && level_short_of(&rows[i]) != NULL)
			return "udpeget-trin";
	return "udpeget";
}

static void
tell_main(struct request *req, const struct subject *who, uint32_t element)
{
	const char *word = notice_word(NOTICE_MAIN_SUPERVISOR);
	struct moment since = TOLD_SINCE(req->now);

	talk_tell_doctor(req->db, who, element, word, "/logbog/samtaler", since);
	talk_tell_department(req->db, who, element, word, talks_at(req).text, false, since);
}

void
main_appoint(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t element = element_of(req, who, form);
	uint32_t person = form_u32(form, "hovedvejleder", 0);

	if (element == 0)
		return;
	if (person == 0)
		form_refuse(form, "hovedvejleder", "Vælg, hvem der skal være hovedvejleder.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (is_main(req, who, element, person)) {
		see(req, element, appointed_word(req, who, element, person));
		return;
	}
	main_end(req->db, who, element);
	if (main_put(req->db, who, element, person) != DB_ONE) {
		answer_error(req, who, 409, "Hovedvejlederen kunne ikke udpeges",
		    "Vedkommende er ikke hovedvejleder eller tutorlæge i afdelingen, eller en anden har udpeget nogen imens. Intet er ændret. Gå tilbage, og genindlæs siden.");
		return;
	}
	audit(req->db, who, "appoint main supervisor", "element", element,
	    arena_format(req->arena, "person %u", person));
	tell_main(req, who, element);
	see(req, element, appointed_word(req, who, element, person));
}

/* --- doubt ------------------------------------------------------------------------------------------- */

static struct day
read_follow_on(struct request *req, const struct form *form)
{
	struct day d = form_day(form, "opfoelgning");

	if (form_fault(form, "opfoelgning") == NULL &&
	    (day_is_none(d) || day_compare(d, req->today) < 0 ||
	        day_compare(d, day_add_months(req->today, 24)) > 0))
		form_refuse(
		    form, "opfoelgning", "Skriv en dag, der kommer, så det bliver fulgt op.");
	return d;
}

static void
tell_doubt(struct request *req, const struct subject *who, uint32_t element)
{
	const char *word = notice_word(NOTICE_DOUBT);
	struct moment since = TOLD_SINCE(req->now);

	talk_tell_doctor(req->db, who, element, word, "/logbog/samtaler", since);
	talk_tell_department(req->db, who, element, word, talks_at(req).text, true, since);
}

void
doubt_raise(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t element = element_of(req, who, form);
	struct bytes once = once_read(req->arena, form);
	const char *words = form_needed(form, "tvivl", DOUBT_WORDS_MOST, "Skriv, hvad tvivlen er.");
	const char *measures =
	    form_needed(form, "tiltag", DOUBT_WORDS_MOST, "Skriv, hvad der skal gøres.");
	struct day follow_on = read_follow_on(req, form);
	struct doubt_of_form sent = { 0 };

	if (element == 0)
		return;
	if (once.at == NULL)
		form_refuse(form, "tvivl", "Formularen er ikke hel. Send den igen.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (doubt_put(req->db, who, element, words, measures, follow_on, once) == DB_ONE) {
		audit(req->db, who, "raise doubt", "element", element, "");
		tell_doubt(req, who, element);
		see(req, element, "tvivl");
	} else if (doubt_of_form(req->db, who, once, &sent) == DB_ONE)
		see(req, element, "tvivl");
	else
		answer_error(req, who, 409, "Tvivlen kan ikke rejses mere",
		    "Tvivl om gennemførelse skal rejses senest før slutevalueringssamtalen, og den er holdt. Intet er gemt.");
}

void
doubt_follow_up(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor"), id = path_u32(req, "doubt");
	const char *outcome = form_choice(form, "udfald", "RESOLVED", "NOT_APPROVED", NULL);
	const char *words =
	    form_needed(form, "udfald_ord", DOUBT_WORDS_MOST, "Skriv, hvad der er sket.");
	struct doubt_one d = { 0 };

	if (doubt_one(req->db, who, doctor, id, &d) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (d.outcome == NULL && doubt_close(req->db, who, doctor, id, outcome, words) == DB_ONE) {
		audit(req->db, who, "follow up doubt", "doubt", id, outcome);
		tell_doubt(req, who, d.element);
		see(req, d.element, "afsluttet");
	} else if (d.outcome != NULL && d.given_by == subject_id(who) &&
	    strcmp(d.outcome, outcome) == 0)
		see(req, d.element, "afsluttet");
	else
		answer_error(req, who, 409, "Der er allerede skrevet et udfald",
		    "En anden har fulgt op imens. Dit svar er ikke gemt. Gå tilbage, og genindlæs siden.");
}
