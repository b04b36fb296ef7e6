/* SPDX-License-Identifier: MPL-2.0
 *
 * evaluations.csv: what doctors said of places, or have begun to say; then the last half-year is closed,
 * which releases answers and publishes means; evaluation_comments.csv: what the management said to them.
 */
#include <string.h>

#include "demo.h"
#include "evaluation.h"
#include "number.h"
#include "queries/attest_demo.h"
#include "queries/evaluation_demo.h"
#include "secret.h"

/* One row, and the form that it is given on. */
struct given {
	const struct table *t;
	const struct sheet_row *row;
	const struct demo_evaluation_form *form;
	size_t n;
	struct evaluation_answer *answers;
};

/* "5 4 6 - …" for the statements in turn, "-" for ikke relevant; texts with | between them. */
static void
read_answers(struct given *g)
{
	const char **values, **words;
	size_t nvalues = cell_words(g->t, g->row, "values", ' ', &values),
	       nwords = cell_words(g->t, g->row, "words", '|', &words);
	size_t value = 0, word = 0;

	g->answers = arena_array(g->t->demo->arena, g->n, sizeof *g->answers);
	for (size_t i = 0; i < g->n; i++) {
		struct evaluation_answer *x = &g->answers[i];

		x->statement = g->form[i].statement;
		if (strcmp(g->form[i].kind, "PROSE") == 0) {
			x->words = word < nwords ? words[word++] : "";
			continue;
		}
		x->answered = value < nvalues &&
		    (strcmp(values[value], "-") == 0 || number_u32(values[value], &x->value));
		value++;
	}
}

static void
put_sent(const struct given *g, const struct demo_element *e, struct day day, struct moment at)
{
	struct db *db = g->t->demo->db;
	unsigned char drawn[16];
	const struct bytes id = { drawn, sizeof drawn };

	secret_random(drawn, sizeof drawn);
	must(g->t, g->row, demo_evaluation_put(db, id, g->form[0].form, e->id, half_of(day)));
	for (size_t i = 0; i < g->n; i++) {
		const struct evaluation_answer *x = &g->answers[i];

		if (x->words == NULL ? x->answered : x->words[0] != '\0')
			must(g->t, g->row,
			    demo_evaluation_answer(db, id, x->statement,
			        x->words == NULL && x->value > 0 ? &x->value : NULL, x->words));
	}
	must(g->t, g->row, demo_evaluation_seal(db, id, e->id, at));
}

static void
put_one(const struct table *t, const struct sheet_row *r, size_t i)
{
	const struct demo *d = t->demo;
	struct given g = { .t = t, .row = r };
	struct day day = cell_day(t, r, "day");
	struct moment at = demo_moment(day, i);
	struct demo_element e = { 0 };
	struct demo_evaluation_form *form;

	if (demo_element(d->db, cell(t, r, "course"), cell_number(t, r, "element"), &e) != DB_ONE)
		table_fatal(t, r, "no element", cell(t, r, "course"));
	if (demo_evaluation_form(d->db, day, &form, &g.n) != DB_ONE || g.n == 0)
		table_fatal(t, r, "no form", "evaluation_form");
	g.form = form;
	read_answers(&g);
	if (strcmp(cell(t, r, "deed"), "SENT") == 0)
		put_sent(&g, &e, day, at);
	else
		must(t, r,
		    demo_evaluation_draft(d->db, e.id, g.form[0].form,
		        evaluation_json(d->arena, g.answers, g.n), at));
}

void
put_evaluations(struct demo *d)
{
	struct table t;

	table_open(&t, d, "evaluations.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++)
		put_one(&t, &t.sheet.rows[i], i);
	if (demo_evaluation_close(d->db, half_over(d->today),
	        demo_moment(half_begins(half_of(d->today)), 0)) != DB_ONE)
		table_fatal(&t, &t.sheet.rows[0], "not closed", "half-year");
	table_open(&t, d, "evaluation_comments.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		struct day day = cell_day(&t, r, "day");

		must(&t, r,
		    demo_evaluation_comment(d->db, cell(&t, r, "unit"), cell(&t, r, "by"),
		        cell(&t, r, "as"), cell(&t, r, "words"), day, demo_moment(day, i)));
	}
}
