/* SPDX-License-Identifier: MPL-2.0
 *
 * A row of talks.csv: who is main supervisor, plans and their answers, talks and their minutes,
 * doubt; in the order of the rows.
 */
#include <string.h>

#include "demo.h"
#include "queries/demo_talk.h"
#include "secret.h"

/* What every row says. */
struct happening {
	const struct table *t;
	const struct sheet_row *row;
	struct db *db;
	const char *email, *by, *as, *kind;
	const char *words[5]; /* "" where there are fewer */
	struct day day;
	struct moment at;
	unsigned char once[16];
};

static enum db_outcome
put_plan(const struct happening *h)
{
	const char **goals;
	size_t n = cell_words(h->t, h->row, "goals", ' ', &goals);

	return demo_plan(h->db, h->email, h->words[0], h->words[1], h->words[2], h->words[3],
	    h->words[4], cell(h->t, h->row, "list"), goals[0], goals[n - 1], h->day, h->at);
}

static enum db_outcome
put_happening(const struct happening *h)
{
	const char *what = cell(h->t, h->row, "what");
	struct bytes once = { h->once, sizeof h->once };

	if (strcmp(what, "MAIN") == 0)
		return demo_main(
		    h->db, h->email, h->by, h->as, cell(h->t, h->row, "person"), h->day, h->at);
	if (strcmp(what, "PLAN") == 0)
		return put_plan(h);
	if (strcmp(what, "PLAN_OK") == 0)
		return demo_plan_answer(
		    h->db, h->email, h->by, h->as, "APPROVED", NULL, h->day, h->at);
	if (strcmp(what, "PLAN_BACK") == 0)
		return demo_plan_answer(
		    h->db, h->email, h->by, h->as, "RETURNED", h->words[0], h->day, h->at);
	if (strcmp(what, "TALK") == 0)
		return demo_talk(h->db, h->email, h->by, h->as, h->kind,
		    cell_day(h->t, h->row, "on"), once, h->day, h->at);
	if (strcmp(what, "PREPARE") == 0)
		return demo_prepare(
		    h->db, h->email, h->by, h->as, h->kind, h->words[0], h->day, h->at);
	if (strcmp(what, "MINUTES") == 0)
		return demo_minutes(
		    h->db, h->email, h->by, h->as, h->kind, h->words[0], h->day, h->at);
	if (strcmp(what, "AGREE") == 0)
		return demo_agree(h->db, h->email, h->by, h->as, h->kind, h->day, h->at);
	if (strcmp(what, "DOUBT") == 0)
		return demo_doubt(h->db, h->email, h->by, h->as, h->words[0], h->words[1],
		    cell_day(h->t, h->row, "on"), once, h->day, h->at);
	table_fatal(h->t, h->row, "nothing that happens", what);
}

void
put_talks(struct demo *d)
{
	struct table t;

	table_open(&t, d, "talks.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		struct happening h = { &t, r, d->db, cell(&t, r, "email"), cell(&t, r, "by"),
			cell(&t, r, "as"), cell(&t, r, "kind"), { "", "", "", "", "" },
			cell_day(&t, r, "day"), { 0 }, { 0 } };
		const char **words;
		size_t n = cell_words(&t, r, "words", '|', &words);

		for (size_t w = 0; w < n && w < 5; w++)
			h.words[w] = words[w];
		if (day_compare(h.day, d->today) >= 0)
			table_fatal(&t, r, "not in the past", cell(&t, r, "day"));
		h.at = demo_moment(h.day, i);
		secret_random(h.once, sizeof h.once);
		must(&t, r, put_happening(&h));
	}
}
