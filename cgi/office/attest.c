/* SPDX-License-Identifier: MPL-2.0
 *
 * The attestations of a doctor of the region; and letting absence above the limit be signed, with a
 * reason (R-ATT-10), which the department may not do.
 */
#include "attest.h"
#include "audit.h"
#include "chain.h"
#include "tell.h"

/* An exception is for what cannot be signed for its absence alone. */
static bool
may_except(const struct training *t, const struct attest_element *e)
{
	const struct training_element *x = training_element(t, e->row->element, NULL);
	const struct attest_line *l = &e->lines[ATTEST_TIME];

	return x != NULL && x->standing.missing > 0 && !l->stands &&
	    l->state != ATTESTATION_PAPER && l->bar != NULL && !e->row->gone;
}

static const struct attest_element *
with_forms(struct request *req, const struct training *t, const struct attest_list *list, bool *any)
{
	struct attest_element *rows = arena_array(req->arena, list->n, sizeof *rows);

	for (size_t i = 0; i < list->n; i++) {
		rows[i] = list->elements[i];
		rows[i].lines[ATTEST_TIME].may_except = may_except(t, &rows[i]);
		rows[i].lines[ATTEST_TIME].except = url_of(
		    req->arena, "/sekretariat/attestationer/%u/undtagelse", rows[i].row->element);
		*any |= rows[i].lines[ATTEST_TIME].stands || rows[i].lines[ATTEST_GOALS].stands;
	}
	return rows;
}

void
doctor_attestations(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	uint32_t doctor = path_u32(req, "doctor");
	const struct training *t = training_of(req->db, who, doctor);
	struct attest_places places = {
		url_of(a, "/sekretariat/brugere/%u/attestationer/fil", doctor), PRINTS_OF_OTHERS
	};
	struct office_attest_view v = { .person = url_of(a, "/sekretariat/brugere/%u", doctor) };
	struct attest_list list;

	if (t == NULL || !attestations_of(req, who, doctor, 0, t, &places, &list)) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	v.n = list.n;
	v.name = list.n > 0 ? list.elements[0].row->doctor_name : "Lægen";
	v.elements = with_forms(req, t, &list, &v.may_print);
	v.head = head_of(req, who, arena_format(a, "Attestationer: %s", v.name));
	v.head.notice = notice_of(req, "undtagelse",
	    "Undtagelsen er givet. Afdelingen har fået besked om, at tiden kan attesteres.", NULL);
	v.pdf = url_of(a, "/udskrift/%u/attestationer.pdf", doctor);
	v.xlsx = url_of(a, "/udskrift/%u/attestationer.xlsx", doctor);
	v.json = url_of(a, "/udskrift/%u/attestationer.json", doctor);
	office_attest_page(reply_html(req, 200), &v);
}

void
doctor_attest_scan(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct attest_paper_content row = { 0 };

	if (attest_paper_content(req->db, who, doctor, path_u32(req, "paper"), &row) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	reply_file(req, row.type, REPLY_SHOW, row.name, row.bytes);
}

/* --- an exception ----------------------------------------------------------------------- */

struct exception_case {
	struct request *req;
	const struct subject *who;
	const struct form *form;
	uint32_t doctor;
	const struct attest_element *element;
	struct absence_standing standing;
	bool may;
};

static bool
read_case(struct exception_case *c)
{
	struct attest_places none = { .prints = PRINTS_NONE };
	uint32_t id = path_u32(c->req, "element");
	struct attest_office_here here = { 0 };
	const struct training_element *x;
	const struct training *t;
	struct attest_list list;

	if (attest_office_here(c->req->db, c->who, id, &here) != DB_ONE)
		return false;
	t = training_of(c->req->db, c->who, here.doctor);
	x = training_element(t, id, NULL);
	if (x == NULL || !attestations_of(c->req, c->who, here.doctor, id, t, &none, &list) ||
	    list.n == 0)
		return false;
	c->doctor = here.doctor;
	c->element = list.elements;
	c->standing = x->standing;
	c->may = may_except(t, c->element);
	return true;
}

/* As it is once nobody else writes in the doctor's logbook: no absence is added meanwhile. */
static bool
read_in_turn(struct exception_case *c)
{
	if (!read_case(c))
		return false;
	chain_take(c->req->db, c->doctor);
	return read_case(c);
}

static struct url
back_of(const struct exception_case *c)
{
	return url_of(c->req->arena, "/sekretariat/brugere/%u/attestationer", c->doctor);
}

static void
show(const struct exception_case *c, unsigned status)
{
	struct arena *a = c->req->arena;
	struct attest_exception_view v = {
		.head = head_of(c->req, c->who,
		    arena_format(a, "Undtagelse for fravær: %s", c->element->row->doctor_name)),
		.back = back_of(c),
		.at =
		    url_of(a, "/sekretariat/attestationer/%u/undtagelse", c->element->row->element),
		.name = c->element->row->doctor_name,
		.place = c->element->place,
		.stage = c->element->stage,
		.since = c->element->since,
		.until = c->element->until,
		.counted = c->standing.counted,
		.limit = c->standing.limit,
		.missing = c->standing.missing,
		.reason = field_of(c->form, "grund", "Begrundelse",
		    "Ses af lægen og afdelingen. Skriv ikke, hvad lægen fejler."),
		.faults = faults_of(a, c->form),
	};

	looked_into(c->req, c->doctor);
	attest_exception_page(reply_html(c->req, status), &v);
}

static void
refuse(const struct exception_case *c)
{
	const struct attest_line *l = &c->element->lines[ATTEST_TIME];

	looked_into(c->req, c->doctor);
	answer_error(c->req, c->who, 409, "Der er ikke brug for en undtagelse",
	    arena_format(c->req->arena,
	        "Attestation for tid: %s. Fraværet er %d dage, og grænsen er %d. Gå tilbage til lægens attestationer.",
	        l->title, (int)c->standing.counted, (int)c->standing.limit));
}

void
attest_exception(struct request *req, const struct subject *who)
{
	struct exception_case c = { .req = req, .who = who };

	if (!read_case(&c))
		answer_not_found(req, who);
	else if (!c.may)
		refuse(&c);
	else
		show(&c, 200);
}

static void
tell_heads(const struct exception_case *c)
{
	struct request *req = c->req;
	struct attest_office_heads *heads;
	size_t n;

	tell_notice(req->db, c->doctor, NOTICE_ATTEST_EXCEPTION, c->doctor, c->element->place,
	    "/logbog/attestationer", req->now);
	if (attest_office_heads(req->db, c->who, c->element->row->element, &heads, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		tell_notice(req->db, heads[i].person, NOTICE_ATTEST_EXCEPTION, c->doctor,
		    heads[i].place, "/vejleder/attestationer", req->now);
}

static void
see(const struct exception_case *c)
{
	reply_see(c->req, url_with(c->req->arena, back_of(c), "besked", "undtagelse"));
}

/* It is given already: a double click, or somebody else was faster and their reason is the one that stands. */
static void
is_given(const struct exception_case *c)
{
	struct attest_excepted by = { 0 };

	if (attest_excepted(c->req->db, c->who, c->element->row->element, &by) != DB_ONE) {
		refuse(c);
		return;
	}
	if (by.by_person == subject_id(c->who)) {
		see(c);
		return;
	}
	looked_into(c->req, c->doctor);
	answer_error(c->req, c->who, 409, "Undtagelsen er allerede givet",
	    arena_format(c->req->arena,
	        "%s gav den %s. Din begrundelse er ikke gemt. Gå tilbage til lægens attestationer.",
	        by.by_name, moment_text(c->req->arena, by.at)));
}

void
attest_exception_give(struct request *req, const struct subject *who, const struct form *form)
{
	struct exception_case c = { .req = req, .who = who, .form = form };
	const char *reason;

	if (!read_in_turn(&c)) {
		answer_not_found(req, who);
		return;
	}
	reason = form_needed(form, "grund", ATTESTATION_WORDS_MOST, "Skriv en begrundelse.");
	if (c.element->lines[ATTEST_TIME].state == ATTESTATION_EXCEPTION && !c.may)
		is_given(&c);
	else if (!c.may)
		refuse(&c);
	else if (form_wrong(form))
		show(&c, 422);
	else if (attest_except(req->db, who, c.element->row->element, (uint32_t)c.standing.counted,
	             (uint32_t)c.standing.limit, reason) == DB_ONE) {
		audit(req->db, who, "except absence", "element", c.element->row->element, "");
		tell_heads(&c);
		see(&c);
	} else if (read_case(&c) && c.element->lines[ATTEST_TIME].state == ATTESTATION_EXCEPTION)
		is_given(&c);
	else
		refuse(&c);
}
