/* SPDX-License-Identifier: MPL-2.0
 *
 * The form by which a doctor evaluates the place of one employment: kept as a draft as often as one
 * likes, sent once, and never changed after that.
 */
#include <string.h>

#include "evaluate.h"
#include "number.h"
#include "secret.h"
#include "site.h"

/* What is answered, while it is. */
struct asking {
	struct request *req;
	const struct subject *who;
	const struct form *form; /* NULL the first time */
	uint32_t element;
	struct evaluation_of_element row;
	struct evaluation_statements *statements;
	size_t n;
	struct evaluation_answer *answers; /* of each statement */
};

static bool
is_prose(const struct evaluation_statements *s)
{
	return strcmp(s->kind, "PROSE") == 0;
}

static const char *
name_of(const struct asking *a, size_t i)
{
	return arena_format(a->req->arena, "p%u", a->statements[i].id);
}

/* --- reading ---------------------------------------------------------------------------------- */

/* What was kept the last time. */
static void
read_draft(struct asking *a)
{
	struct evaluation_drafted *rows = NULL;
	size_t n = 0;

	evaluation_drafted(a->req->db, a->who, a->element, &rows, &n);
	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < n; j++) {
			if (rows[j].statement != a->statements[i].id)
				continue;
			a->answers[i].answered =
			    rows[j].has_value && rows[j].value <= EVALUATION_MOST;
			a->answers[i].value = rows[j].value;
			if (rows[j].words != NULL && is_prose(&a->statements[i]))
				a->answers[i].words = rows[j].words;
		}
}

static void
read_statement(struct asking *a, size_t i)
{
	struct evaluation_answer *x = &a->answers[i];
	const char *typed = form_value(a->form, name_of(a, i));

	if (typed[0] == '\0')
		return;
	x->answered = number_u32(typed, &x->value) && x->value <= EVALUATION_MOST;
	if (!x->answered)
		form_refuse(a->form, name_of(a, i), "Vælg et af svarene.");
}

static void
read_prose(struct asking *a, size_t i)
{
	a->answers[i].words = form_text(a->form, name_of(a, i), EVALUATION_PROSE);
}

static void
read_form(struct asking *a)
{
	for (size_t i = 0; i < a->n; i++) {
		if (is_prose(&a->statements[i]))
			read_prose(a, i);
		else
			read_statement(a, i);
	}
}

/* To be sent, every statement has its answer. */
static void
demand_all(struct asking *a)
{
	for (size_t i = 0; i < a->n; i++)
		if (!is_prose(&a->statements[i]) && !a->answers[i].answered)
			form_refuse(a->form, name_of(a, i),
			    arena_format(a->req->arena, "Vælg et svar, eller “ikke relevant”: %s",
			        a->statements[i].wording));
}

/* The version that was filled in, where a newer one has begun meanwhile. */
static uint32_t
version_of(const struct asking *a)
{
	uint32_t filled = a->form == NULL ? 0 : form_u32(a->form, "skabelon", 0);

	return a->row.begun.s == 0 && filled != 0 ? filled : a->row.form;
}

/* The employment and the form; false when it is none of one's own. */
static bool
asking_read(struct asking *a)
{
	a->element = path_u32(a->req, "employment");
	if (a->element == 0 ||
	    evaluation_of_element(a->req->db, a->who, a->element, &a->row) != DB_ONE)
		return false;
	a->row.form = version_of(a);
	if (evaluation_statements(a->req->db, a->row.form, &a->statements, &a->n) != DB_ONE ||
	    a->n == 0)
		return false;
	a->answers = arena_array(a->req->arena, a->n, sizeof *a->answers);
	for (size_t i = 0; i < a->n; i++)
		a->answers[i] = (struct evaluation_answer){ .statement = a->statements[i].id,
			.words = is_prose(&a->statements[i]) ? "" : NULL };
	return true;
}

/* --- the page --------------------------------------------------------------------------------- */

static const struct degree *
degrees_of(const struct asking *a, size_t i, size_t *n)
{
	struct degree *d = arena_array(a->req->arena, EVALUATION_MOST + 1, sizeof *d);

	*n = EVALUATION_MOST + 1;
	for (uint32_t k = 0; k <= EVALUATION_MOST; k++) {
		uint32_t value = k == EVALUATION_MOST ? 0 : k + 1;

		d[k] = (struct degree){ value, evaluation_degree(value),
			a->answers[i].answered && a->answers[i].value == value };
	}
	return d;
}

static struct question
question_of(const struct asking *a, size_t i)
{
	const struct evaluation_statements *s = &a->statements[i];
	struct question q = { .name = name_of(a, i), .prose = is_prose(s), .wording = s->wording };

	q.fault = form_fault(a->form, q.name);
	if (i == 0 || strcmp(s->section, s[-1].section) != 0)
		q.section = s->section;
	if (q.prose) {
		q.words = field_of(a->form, q.name, s->wording,
		    "Skriv intet om navngivne personer, heller ikke patienter. Højst 2.000 tegn.");
		if (a->form == NULL)
			q.words.value = a->answers[i].words;
	} else
		q.degrees = degrees_of(a, i, &q.ndegrees);
	return q;
}

static void
show(const struct asking *a, unsigned status)
{
	struct request *req = a->req;
	struct answer_view v = {
		.head = head_of(req, a->who, "Evaluér dit uddannelsessted"),
		.at = url_of(req->arena, "/evaluering/%u", a->element),
		.back = url_local(req->arena, "/evaluering/"),
		.place = a->row.place,
		.since = a->row.since,
		.last = day_add(a->row.until, -1),
		.begun = a->row.begun,
		.n = a->n,
		.form = a->row.form,
		.least = evaluation_least(site_setting(SETTING_EVALUATION_READ_LEAST)),
		.faults = faults_of(req->arena, a->form),
	};
	struct question *questions = arena_array(req->arena, a->n, sizeof *questions);

	for (size_t i = 0; i < a->n; i++)
		questions[i] = question_of(a, i);
	v.questions = questions;
	answer_page(reply_html(req, status), &v);
}

static void
show_sent(const struct asking *a)
{
	struct request *req = a->req;
	struct sent_view v = {
		.head = head_of(req, a->who, "Din evaluering"),
		.back = url_local(req->arena, "/evaluering/"),
		.place = a->row.place,
		.since = a->row.since,
		.last = day_add(a->row.until, -1),
		.sent = a->row.sent,
	};
	struct evaluation_sent *rows = NULL;
	struct said *said;

	if (evaluation_sent(req->db, a->who, a->element, &rows, &v.n) != DB_ONE)
		return;
	said = arena_array(req->arena, v.n, sizeof *said);
	for (size_t i = 0; i < v.n; i++)
		said[i] = (struct said){ i == 0 || strcmp(rows[i].section, rows[i - 1].section) != 0
			    ? rows[i].section
			    : NULL,
			strcmp(rows[i].kind, "PROSE") == 0, rows[i].wording,
			said_text(req->arena, rows[i].has_value, rows[i].value, rows[i].words) };
	v.said = said;
	sent_page(reply_html(req, 200), &v);
}

/* False after an answer: it cannot be answered now, and why. */
static bool
is_possible(const struct asking *a)
{
	struct request *req = a->req;

	if (strcmp(a->row.kind, "PLADSHOLDER") == 0)
		answer_error(req, a->who, 409, "Stedet er ikke kendt endnu",
		    "Sekretariatet har endnu ikke skrevet, hvilken praksis det er. Kontakt dit videreuddannelsessekretariat.");
	else if (!evaluation_may_be_given(req->today, a->row.until))
		answer_error(req, a->who, 409, "Det er for tidligt at evaluere",
		    arena_format(req->arena,
		        "Du kan evaluere stedet fra %s, 30 dage før din sidste dag.",
		        day_text(req->arena, evaluation_opens(a->row.until))));
	else
		return true;
	return false;
}

void
answer(struct request *req, const struct subject *who)
{
	struct asking a = { .req = req, .who = who };

	if (!asking_read(&a))
		answer_not_found(req, who);
	else if (a.row.sent.s != 0)
		show_sent(&a);
	else if (is_possible(&a)) {
		read_draft(&a);
		show(&a, 200);
	}
}

/* --- keeping and sending ---------------------------------------------------------------------- */

static void
see(struct request *req, const char *word)
{
	reply_see(req, url_with(req->arena, url_local(req->arena, "/evaluering/"), "besked", word));
}

/* False when it has been sent meanwhile.  The row of the draft is what two clicks wait for: the second
 * goes on when the first has been stored. */
static bool
keep(const struct asking *a)
{
	return evaluation_keep(a->req->db, a->who, a->element, a->row.form,
	           evaluation_json(a->req->arena, a->answers, a->n)) == DB_ONE;
}

/* An id by lot: of the rows it tells neither order nor time. */
static bool
give(const struct asking *a)
{
	struct db *db = a->req->db;
	unsigned char *drawn = arena_take(a->req->arena, 16);
	struct bytes id = { drawn, 16 };

	secret_random(drawn, 16);
	return evaluation_give(db, a->who, id, a->element, half_of(a->req->today)) == DB_ONE &&
	    evaluation_give_answers(db, a->who, id, a->element) == DB_ONE &&
	    evaluation_seal(db, a->who, id, a->element) == DB_ONE;
}

/* What was typed is kept also when something in it is wrong, save what may not be kept at all. */
static void
ask_again(struct asking *a)
{
	size_t n;
	const struct fault *faults = form_faults(a->form, &n);

	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < n; k++)
			if (a->answers[i].words != NULL &&
			    strcmp(faults[k].name, name_of(a, i)) == 0)
				a->answers[i].words = "";
	keep(a);
	show(a, 422);
}

void
answer_send(struct request *req, const struct subject *who, const struct form *form)
{
	struct asking a = { .req = req, .who = who, .form = form };
	bool draft = strcmp(form_value(form, "goer"), "kladde") == 0;

	if (!asking_read(&a)) {
		answer_not_found(req, who);
		return;
	}
	if (a.row.sent.s != 0) {
		see(req, "sendt");
		return;
	}
	if (!is_possible(&a))
		return;
	read_form(&a);
	if (!draft)
		demand_all(&a);
	if (form_wrong(form)) {
		ask_again(&a);
		return;
	}
	if (keep(&a) && !draft)
		give(&a);
	if (!draft)
		evaluation_forget(req->db, who, a.element);
	see(req, draft ? "kladde" : "sendt");
}
