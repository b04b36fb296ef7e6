/* SPDX-License-Identifier: MPL-2.0
 *
 * "Beregner": what a leave or part time would move, before anything is agreed.  Nothing is stored.
 */
#include <string.h>

#include "attestation_rule.h"
#include "number.h"
#include "prolong.h"
#include "training_view.h"
#include "training_words.h"

enum { DAYS_MOST = 3 * 366 };

/* One question. */
struct asking {
	struct request *req;
	const struct subject *who;
	const struct form *form;
	const struct training *training;
	const struct training_course *course;         /* where the first day lies */
	const struct training_element *const *moving; /* the elements of the training */
	struct prolong_asked q;
	bool part_time;
};

static struct day
last_of(struct day until)
{
	return day_is_none(until) ? until : day_add(until, -1);
}

static bool
holds(const struct training_element *e, struct day d)
{
	return day_is_none(e->row->cancelled) && day_compare(e->row->since, d) <= 0 &&
	    day_compare(d, e->row->until) < 0;
}

/* The course and the element in which that day lies, and whose absence may be seen; the elements
 * that would move with it.  NULL when there is none. */
static const struct training_element *
find_element(struct asking *k, struct day d)
{
	const struct training_element *found = NULL;
	const struct training *t = k->training;

	for (size_t c = 0; c < t->n; c++)
		for (size_t i = 0; i < t->courses[c].n; i++)
			if (t->courses[c].elements[i].sees &&
			    holds(&t->courses[c].elements[i], d)) {
				found = &t->courses[c].elements[i];
				k->course = &t->courses[c];
			}
	return found;
}

static void
fill_course(struct asking *k, const struct training_element *at)
{
	struct prolong_span *spans;
	size_t n;

	k->moving = training_elements(k->req->arena, k->training, k->course, &n);
	spans = arena_array(k->req->arena, n, sizeof *spans);
	for (size_t i = 0; i < n; i++) {
		if (k->moving[i] == at)
			k->q.at = i;
		spans[i] =
		    (struct prolong_span){ k->moving[i]->row->since, k->moving[i]->row->until };
	}
	k->q.n = n;
	k->q.elements = spans;
	k->q.course_until = training_until(k->training, k->course);
}

/* --- reading the form ------------------------------------------------------------------------ */

static void
read_type(struct asking *k)
{
	struct time_types *types = NULL;
	uint32_t type = form_u32(k->form, "type", 0);
	size_t n = 0;

	time_types(k->req->db, k->who, k->course->row->id, &types, &n);
	for (size_t i = 0; i < n; i++) {
		if (types[i].id != type)
			continue;
		k->q.title = types[i].title;
		k->q.counts = types[i].counts;
		k->q.birth = strcmp(types[i].code, "BARSEL") == 0;
	}
	if (k->q.title == NULL)
		form_refuse(k->form, "type", "Vælg, hvilken slags fravær det er.");
}

/* Days or the first day back: one of the two. */
static void
read_length(struct asking *k)
{
	uint32_t days = form_u32(k->form, "dage", 0);
	struct day back = form_day(k->form, "til");

	if (form_fault(k->form, "dage") != NULL || form_fault(k->form, "til") != NULL)
		return;
	if (days == 0 && day_is_none(back))
		form_refuse(k->form, "til", "Skriv den første dag tilbage, eller antal dage.");
	else if (days != 0 && !day_is_none(back))
		form_refuse(k->form, "dage",
		    "Skriv enten den første dag tilbage eller antal dage, ikke begge dele.");
	else if (days > DAYS_MOST)
		form_refuse(k->form, "dage", "Der kan højst beregnes for tre år.");
	else if (!day_is_none(back) && day_compare(back, k->q.since) <= 0)
		form_refuse(
		    k->form, "til", "Den første dag tilbage skal ligge efter den første dag.");
	else if (!day_is_none(back) && day_compare(back, day_add(k->q.since, DAYS_MOST)) > 0)
		form_refuse(k->form, "til", "Der kan højst beregnes for tre år.");
	k->q.until = days != 0 ? day_add(k->q.since, (int32_t)days) : back;
}

/* What counts in the element already, days of the leave that is asked about left out: it may be
 * registered. */
static int32_t
counted_before(const struct asking *k, const struct training_element *e)
{
	const struct training *t = k->training;
	struct absence_spell *s = arena_array(k->req->arena, t->nabsences + 1, sizeof *s);
	struct day until = e->row->until;
	int32_t counted;
	size_t n = 0;

	for (size_t i = 0; i < t->nabsences; i++)
		if (t->absences[i].element == e->row->id && t->absences[i].cancelled.s == 0)
			s[n++] = (struct absence_spell){ t->absences[i].id, t->absences[i].type,
				t->absences[i].counts, t->absences[i].since, t->absences[i].until };
	s[n++] = (struct absence_spell){ 0, 0, true, k->q.since, k->q.until };
	if (day_compare(until, k->q.until) < 0)
		until = k->q.until;
	counted = absence_sum(k->req->arena, s, n, e->row->since, until).counted -
	    absence_days(k->q.since, k->q.until);
	return counted < 0 ? 0 : counted;
}

static void
read_leave(struct asking *k, const struct training_element *e)
{
	read_type(k);
	read_length(k);
	k->q.kind = PROLONG_LEAVE;
	k->q.length = e->standing.length;
	k->q.before = form_wrong(k->form) ? 0 : counted_before(k, e);
	k->q.made_up = e->standing.made_up;
}

static void
read_part_time(struct asking *k, const struct training_element *e)
{
	uint32_t fraction = form_u32(k->form, "grad", 0);

	k->q.kind = PROLONG_PART_TIME;
	k->q.fraction_before = (int)e->row->fraction;
	if (form_fault(k->form, "grad") != NULL)
		return;
	if (fraction < 1 || fraction > 100)
		form_refuse(k->form, "grad", "Skriv beskæftigelsen i procent, for eksempel 80.");
	else if (fraction >= e->row->fraction)
		form_refuse(k->form, "grad",
		    arena_format(k->req->arena,
		        "Delforløbet er på %u %%. Skriv en lavere beskæftigelse.",
		        e->row->fraction));
	k->q.fraction = (int)fraction;
}

static void
read_form(struct asking *k)
{
	const char *field = k->part_time ? "deltid_fra" : "fra";
	const struct training_element *e;

	k->q.since = form_day(k->form, field);
	if (form_fault(k->form, field) != NULL)
		return;
	if (day_is_none(k->q.since)) {
		form_refuse(k->form, field, "Skriv den første dag, for eksempel 1.3.2027.");
		return;
	}
	if ((e = find_element(k, k->q.since)) == NULL) {
		form_refuse(
		    k->form, field, "Dagen ligger ikke i noget delforløb, som du kan beregne for.");
		return;
	}
	fill_course(k, e);
	if (k->part_time)
		read_part_time(k, e);
	else
		read_leave(k, e);
}

/* --- the answer ------------------------------------------------------------------------------ */

/* R-FOR-04 */
static const char *
agreed_with(const char *stage)
{
	return strcmp(stage, "INTRO") == 0
	    ? "De fleste ændringer i introduktionsuddannelsen aftales med ansættelsesstedet; "
	      "videreuddannelsessekretariatet skal have besked om deltid, og i almen praksis om "
	      "enhver ændring."
	    : "Ændringer aftales med ansættelsesstedet og videreuddannelsessekretariatet.";
}

static void
fill_answer(struct asking *k, struct reckon_view *v)
{
	struct prolong_answer p = prolong(k->req->arena, &k->q);
	struct reckon_row *rows = arena_array(k->req->arena, k->q.n, sizeof *rows);
	const struct time_courses *c = k->course->row;

	for (size_t i = 0; i < k->q.n; i++) {
		const struct prolong_span *was = &k->q.elements[i], *is = &p.elements[i];

		rows[i] = (struct reckon_row){
			.place = k->moving[i]->row->place,
			.since = was->since,
			.until = last_of(was->until),
			.new_since = is->since,
			.new_until = last_of(is->until),
			.attest = attestation_earliest(was->until),
			.new_attest = attestation_earliest(is->until),
			.moved = day_compare(was->since, is->since) != 0 ||
			    day_compare(was->until, is->until) != 0,
		};
	}
	v->answered = true;
	v->moves = p.moves;
	v->steps = p.steps;
	v->nsteps = p.nsteps;
	v->rows = rows;
	v->n = k->q.n;
	v->course = stage_title(c->stage);
	v->agree = agreed_with(c->stage);
	v->course_until = last_of(k->q.course_until);
	v->new_course_until = last_of(p.course_until);
	v->sending = prolong_sending(c->stage, k->q.course_until);
	v->new_sending = prolong_sending(c->stage, p.course_until);
}

static void
fill_fields(struct request *req, const struct form *form, struct reckon_view *v)
{
	v->since = field_of(form, "fra", "Første dag", "For eksempel 1.3.2027.");
	v->until = field_of(form, "til", "Første dag tilbage", "Eller skriv antal dage herunder.");
	v->days = field_of(form, "dage", "Antal dage (i stedet for den første dag tilbage)", NULL);
	v->part_since =
	    field_of(form, "deltid_fra", "Første dag på deltid", "For eksempel 1.3.2027.");
	v->fraction = field_of(form, "grad", "Beskæftigelse i procent", "For eksempel 80.");
	v->days.inputmode = v->fraction.inputmode = "numeric";
	v->type_fault = form_fault(form, "type");
	v->faults = faults_of(req->arena, form);
}

void
reckon_show(struct request *req, const struct subject *who, uint32_t doctor,
    const struct time_places *places, const struct form *form)
{
	bool own = doctor == subject_id(who) && subject_role(who) == ROLE_UL;
	struct asking k = {
		.req = req, .who = who, .form = form, .training = training_of(req->db, who, doctor)
	};
	struct reckon_view v = { .places = *places, .at = places->reckon };

	if (k.training == NULL && !own) {
		answer_not_found(req, who);
		return;
	}
	if (!own) {
		looked_into(req, doctor);
		v.name = k.training->name;
	}
	v.head =
	    head_of(req, who, own ? "Beregner" : arena_format(req->arena, "Beregner: %s", v.name));
	if (form != NULL && k.training != NULL) {
		k.part_time = form_has(form, "hvad", "deltid");
		read_form(&k);
		if (k.course != NULL && !form_wrong(form))
			fill_answer(&k, &v);
	}
	if (k.training != NULL)
		v.types =
		    absence_choices(req, who, k.training->courses[0].row->id, form, &v.ntypes);
	fill_fields(req, form, &v);
	reckon_page(reply_html(req, form != NULL && form_wrong(form) ? 422 : 200), &v);
}
