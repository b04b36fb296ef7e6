/* SPDX-License-Identifier: MPL-2.0
 *
 * Rows of cards.csv and card_entries.csv.
 */
#include "demo.h"
#include "queries/card_demo.h"
#include "secret.h"

static struct bytes
once(const struct demo *d)
{
	unsigned char *bytes = arena_take(d->arena, 16);

	secret_random(bytes, 16);
	return (struct bytes){ bytes, 16 };
}

static void
put_answer(
    const struct table *t, const struct sheet_row *r, uint32_t sheet, struct day sent, size_t n)
{
	const struct day day = day_add(sent, (int32_t)cell_number(t, r, "wait"));

	must(t, r,
	    story_card_answer(t->demo->db, sheet, cell(t, r, "answered_by"), cell(t, r, "as"),
	        cell(t, r, "answer"), cell(t, r, "marks"), cell_or_none(t, r, "reason"), day,
	        demo_moment(day, n)));
}

static void
put_card(const struct table *t, const struct sheet_row *r, size_t n)
{
	const struct day day = cell_day(t, r, "day");
	struct db *db = t->demo->db;
	uint32_t sheet;

	must(t, r,
	    story_card_sheet(db, cell(t, r, "email"), cell(t, r, "list"), cell(t, r, "card"),
	        cell(t, r, "goal"), once(t->demo), demo_moment(day, n)));
	sheet = db_inserted(db);
	must(t, r,
	    story_card_send(db, sheet, "SENT", cell(t, r, "topic"), cell(t, r, "own"),
	        cell_or_none(t, r, "words"), cell_or_none(t, r, "by"),
	        cell_or_none(t, r, "by_name"), cell_or_none(t, r, "by_title"), day,
	        demo_moment(day, n)));
	if (cell(t, r, "answer")[0] != '\0')
		put_answer(t, r, sheet, day, n);
}

void
put_cards(struct demo *d)
{
	struct table cards, entries;

	table_open(&cards, d, "cards.csv");
	for (size_t i = 0; i < cards.sheet.nrows; i++)
		put_card(&cards, &cards.sheet.rows[i], i);
	table_open(&entries, d, "card_entries.csv");
	for (size_t i = 0; i < entries.sheet.nrows; i++) {
		const struct sheet_row *r = &entries.sheet.rows[i];
		const struct day day = cell_day(&entries, r, "day");

		must(&entries, r,
		    story_entry(d->db, cell(&entries, r, "email"), cell(&entries, r, "list"),
		        cell(&entries, r, "goal"), cell(&entries, r, "method"),
		        cell_number(&entries, r, "count"), cell_or_none(&entries, r, "words"),
		        once(d), day, demo_moment(day, i)));
	}
}
