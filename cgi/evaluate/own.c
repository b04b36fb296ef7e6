/* SPDX-License-Identifier: MPL-2.0
 *
 * "Evaluering": one's own employments, and which of the places are evaluated; what one has said.
 */
#include <string.h>

#include "evaluate.h"

static struct own_row
row_of(struct request *req, const struct evaluation_elements *e)
{
	bool opened = evaluation_may_be_given(req->today, e->until),
	     unnamed = strcmp(e->kind, "PLADSHOLDER") == 0;

	return (struct own_row){
		.at = url_of(req->arena, "/evaluering/%u", e->element),
		.place = e->place,
		.since = e->since,
		.last = day_add(e->until, -1),
		.opens = opened ? (struct day){ 0 } : evaluation_opens(e->until),
		.sent = e->sent,
		.may = opened && !unnamed && e->sent.s == 0,
		.begun = e->begun,
		.unnamed = unnamed,
	};
}

void
own(struct request *req, const struct subject *who)
{
	struct own_view v = { .head = head_of(req, who, "Evaluering af uddannelsessteder"),
		.means = url_local(req->arena, "/evaluering/steder") };
	struct evaluation_elements *found = NULL;
	struct own_row *rows;

	if (evaluation_elements(req->db, who, &found, &v.n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = row_of(req, &found[i]);
	v.rows = rows;
	v.head.notice = notice_of(req, "sendt", "Din evaluering er sendt. Tak.", "kladde",
	    "Kladden er gemt. Den er ikke sendt endnu.", NULL);
	own_page(reply_html(req, 200), &v);
}

const char *
said_text(struct arena *a, bool has_value, uint32_t value, const char *words)
{
	if (words != NULL)
		return words;
	return has_value ? arena_format(a, "%u – %s", value, evaluation_degree(value))
	                 : evaluation_degree(0);
}
