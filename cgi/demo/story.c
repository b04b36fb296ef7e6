/* SPDX-License-Identifier: MPL-2.0
 *
 * A row of stories.csv: the doctor asks for each of its goals, some days apart, and each is
 * answered some days later, or not at all.  What has several words is taken in turn, one for
 * each goal.  Everything, merits too, is added in the order of time, as the chain would have
 * seen it.
 */
#include <stdlib.h>
#include <string.h>

#include "demo.h"
#include "number.h"
#include "queries/demo.h"

enum deed { ASKED, WITHDRAWN, RETURNED, PARTLY, APPROVED, MERIT };

struct event {
	enum deed deed;
	const struct table *table;
	const struct sheet_row *row;
	const char *list, *number;
	struct day day;
	struct moment at;
	uint32_t rating; /* 0: none */
	const char *words;
	const char *by, *role;
	size_t n; /* the order of equal moments */
};

struct events {
	const struct demo *demo;
	struct event *at;
	size_t n, most;
};

/* What is taken in turn from a cell. */
struct turns {
	const char **word;
	size_t n;
};

static struct turns
turns_of(const struct table *t, const struct sheet_row *row, const char *column, char parting)
{
	struct turns turns;

	turns.n = cell_words(t, row, column, parting, &turns.word);
	return turns;
}

static const char *
turn(const struct turns *t, size_t i)
{
	return t->word[i % t->n];
}

static void
add_event(struct events *all, struct event event)
{
	struct arena *a = all->demo->arena;

	if (day_compare(event.day, all->demo->today) >= 0)
		table_fatal(event.table, event.row, "not in the past", event.number);
	if (all->n == all->most) {
		struct event *more = arena_array(a, all->most * 2 + 64, sizeof *more);

		if (all->n > 0)
			memcpy(more, all->at, all->n * sizeof *more);
		all->at = more;
		all->most = all->most * 2 + 64;
	}
	event.n = all->n;
	/* An answer on the day of the question comes after it. */
	event.at = demo_moment(event.day, event.n);
	if (event.deed != ASKED)
		event.at.s += 2 * 60 * 60;
	all->at[all->n++] = event;
}

static enum deed
deed_of(const struct table *t, const struct sheet_row *row, const char *word)
{
	static const char *const words[] = { [WITHDRAWN] = "WITHDRAWN",
		[RETURNED] = "RETURNED",
		[PARTLY] = "PARTLY",
		[APPROVED] = "APPROVED" };

	if (word[0] == '\0')
		return ASKED;
	for (enum deed d = WITHDRAWN; d <= APPROVED; d++)
		if (strcmp(words[d], word) == 0)
			return d;
	table_fatal(t, row, "no answer", word);
}

static uint32_t
rating_of(const struct table *t, const struct sheet_row *row, const char *word)
{
	uint32_t n = 0;

	if (word[0] != '\0' && !number_u32(word, &n))
		table_fatal(t, row, "no rating", word);
	return n;
}

static void
read_row(struct events *all, const struct table *t, const struct sheet_row *row)
{
	const struct turns rating = turns_of(t, row, "rating", ' '),
	                   words = turns_of(t, row, "words", '|'), by = turns_of(t, row, "by", ' '),
	                   as = turns_of(t, row, "as", ' '),
	                   reason = turns_of(t, row, "reason", '|');
	const enum deed answer = deed_of(t, row, cell(t, row, "answer"));
	const struct curriculum_file *list = demo_list(t, row);
	const struct day from = cell_day(t, row, "asked");
	size_t *goals, n = demo_goals(t, row, list, &goals);

	for (size_t i = 0; i < n; i++) {
		struct event e = { .table = t, .row = row, .list = list->code };

		e.words = turn(&words, i);
		e.number = list->goals[goals[i]].number;
		e.rating = rating_of(t, row, turn(&rating, i));
		e.day = day_add(from, (int32_t)((uint32_t)i * cell_number(t, row, "each")));
		add_event(all, e);
		if (answer == ASKED)
			continue;
		e.deed = answer;
		e.day = day_add(e.day, (int32_t)cell_number(t, row, "wait"));
		e.words = turn(&reason, i);
		e.by = turn(&by, i);
		e.role = turn(&as, i);
		add_event(all, e);
	}
}

static int
in_time(const void *x, const void *y)
{
	const struct event *a = x, *b = y;

	if (a->at.s != b->at.s)
		return a->at.s < b->at.s ? -1 : 1;
	return a->n < b->n ? -1 : a->n > b->n;
}

static enum db_outcome
put_event(const struct event *e)
{
	const char *doctor = cell(e->table, e->row, "email"),
	           *words = e->words == NULL || e->words[0] == '\0' ? NULL : e->words;
	struct db *db = e->table->demo->db;

	switch (e->deed) {
	case ASKED:
		return story_ask(db, doctor, e->list, e->number, e->rating == 0 ? NULL : &e->rating,
		    words, e->day, e->at);
	case WITHDRAWN:
		return story_withdraw(db, doctor, e->list, e->number, e->day, e->at);
	case RETURNED:
		return story_answer(db, doctor, e->list, e->number, e->by, e->role, "RETURNED",
		    words, e->day, e->at);
	case PARTLY:
		return story_answer(
		    db, doctor, e->list, e->number, e->by, e->role, "PARTLY", words, e->day, e->at);
	case APPROVED:
		return story_answer(db, doctor, e->list, e->number, e->by, e->role, "APPROVED",
		    words, e->day, e->at);
	case MERIT:
		return put_merit(e->table, e->row, e->day, e->at);
	}
	return DB_NONE;
}

void
put_stories(struct demo *d)
{
	struct events all = { .demo = d };
	struct table stories, merits;

	table_open(&stories, d, "stories.csv");
	for (size_t i = 0; i < stories.sheet.nrows; i++)
		read_row(&all, &stories, &stories.sheet.rows[i]);
	table_open(&merits, d, "merits.csv");
	for (size_t i = 0; i < merits.sheet.nrows; i++) {
		const struct sheet_row *r = &merits.sheet.rows[i];

		add_event(&all,
		    (struct event){ .deed = MERIT,
		        .table = &merits,
		        .row = r,
		        .number = "merit",
		        .day = cell_day(&merits, r, "day") });
	}
	if (all.n > 0)
		qsort(all.at, all.n, sizeof *all.at, in_time);
	for (size_t i = 0; i < all.n; i++)
		must(all.at[i].table, all.at[i].row, put_event(&all.at[i]));
}
