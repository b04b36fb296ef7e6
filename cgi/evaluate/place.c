/* SPDX-License-Identifier: MPL-2.0
 *
 * The published means of one place: statement by statement, of a half-year, of all doctors or of those
 * of one stage and specialty where there are enough of them; with what the management says.
 */
#include <stdlib.h>
#include <string.h>

#include "evaluate.h"
#include "number.h"
#include "role.h"
#include "training_words.h"

/* Of whom the means are: "HU-12" is a stage and a specialty. */
struct part {
	const char *stage;
	uint32_t specialty;
	bool whole;
};

static const char *
part_word(struct arena *a, const struct evaluation_parts *p)
{
	return arena_format(a, "%s-%u", p->stage, p->specialty);
}

static const char *
part_name(struct arena *a, const struct evaluation_parts *p)
{
	return p->name == NULL ? stage_title(p->stage)
	                       : arena_format(a, "%s, %s", stage_title(p->stage), p->name);
}

/* What can be chosen there, and what is. */
static struct part
fill_parts(struct request *req, uint32_t unit, uint32_t half, struct place_view *v)
{
	const char *asked = query_text(req, "laeger");
	struct part chosen = { "", 0, true };
	struct evaluation_parts *rows = NULL;
	struct option *at;
	size_t n = 0;

	evaluation_parts(req->db, unit, half, &rows, &n);
	at = arena_array(req->arena, n, sizeof *at);
	for (size_t i = 0; i < n; i++) {
		at[i] = (struct option){ part_word(req->arena, &rows[i]),
			part_name(req->arena, &rows[i]), false };
		if (strcmp(at[i].value, asked) == 0) {
			at[i].chosen = true;
			chosen = (struct part){ rows[i].stage, rows[i].specialty, false };
		}
	}
	v->parts = (struct options){ "laeger", "Læger", "Alle", at, n };
	return chosen;
}

static const struct evaluation_batches *
fill_batches(
    struct request *req, const struct evaluation_batches *rows, size_t n, struct place_view *v)
{
	const uint32_t asked = query_u32(req, "halvaar", 0);
	const struct evaluation_batches *chosen = &rows[0];
	struct option *at = arena_array(req->arena, n, sizeof *at);

	for (size_t i = 0; i < n; i++)
		if (rows[i].half == asked)
			chosen = &rows[i];
	for (size_t i = 0; i < n; i++)
		at[i] = (struct option){ arena_format(req->arena, "%u", rows[i].half),
			half_span(req->arena, rows[i].since_half, rows[i].half),
			&rows[i] == chosen };
	v->halves = (struct options){ "halvaar", "Periode", NULL, at, n };
	v->half = chosen->half;
	v->span = half_span(req->arena, chosen->since_half, chosen->half);
	v->answers = chosen->answers;
	v->least = chosen->least;
	return chosen;
}

static void
fill_means(struct request *req, uint32_t unit, const struct part *part, struct place_view *v)
{
	struct evaluation_means *found = NULL;
	struct statement_row *rows;

	evaluation_means(
	    req->db, unit, v->half, part->stage, part->specialty, part->whole, &found, &v->n);
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = (struct statement_row){
			i == 0 || strcmp(found[i].section, found[i - 1].section) != 0
			    ? found[i].section
			    : NULL,
			found[i].wording,
			mean_of(req->arena, found[i].has_total && found[i].has_n, found[i].total,
			    found[i].n),
		};
	v->rows = rows;
}

static void
fill_comment(struct request *req, uint32_t unit, struct place_view *v)
{
	struct evaluation_comment_shown c = { 0 };

	if (evaluation_comment_shown(req->db, unit, v->half, &c) != DB_ONE || c.words == NULL)
		return;
	v->words = c.words;
	v->by = c.by_name;
	v->role = role_title(role_of_word(c.as_role));
	v->said = c.at;
}

void
place(struct request *req)
{
	struct arena *a = req->arena;
	const uint32_t unit = path_u32(req, "unit");
	struct evaluation_batches *rows = NULL;
	struct place_view v = { .back = url_local(a, "/evaluering/steder") };
	struct part part;
	size_t n = 0;

	if (evaluation_batches(req->db, unit, &rows, &n) != DB_ONE || n == 0) {
		answer_not_found(req, NULL);
		return;
	}
	v.head = head_of(req, NULL, rows[0].place);
	v.at = url_of(a, "/evaluering/steder/%u", unit);
	v.sheet = url_of(a, "/evaluering/steder/%u/gennemsnit.xlsx", unit);
	fill_batches(req, rows, n, &v);
	part = fill_parts(req, unit, v.half, &v);
	fill_means(req, unit, &part, &v);
	fill_comment(req, unit, &v);
	place_page(reply_html(req, 200), &v);
}
