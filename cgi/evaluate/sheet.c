/* SPDX-License-Identifier: MPL-2.0
 *
 * All published means of a place as a workbook: what the page shows, of every half-year.
 */
#include "evaluate.h"
#include "log.h"
#include "report.h"

struct sheet_row {
	const char *span, *section, *wording, *mean, *level;
	uint32_t n;
};

#define TEXT(member) \
	{ \
#member, DB_TEXT, true, offsetof(struct sheet_row, member), 0 \
	}
static const struct column columns[] = {
	TEXT(span),
	TEXT(section),
	TEXT(wording),
	TEXT(mean),
	TEXT(level),
	{ "n", DB_U32, false, offsetof(struct sheet_row, n), 0 },
};
static const struct shown shown[] = {
	{ &columns[0], "Periode", 20 },
	{ &columns[1], "Afsnit", 20 },
	{ &columns[2], "Udsagn", 36 },
	{ &columns[3], "Gennemsnit (1–6)", 8 },
	{ &columns[4], "Niveau", 8 },
	{ &columns[5], "Svar", 8 },
};

static const struct report *
report_of(struct request *req, const char *place, const struct evaluation_sheet *found, size_t n)
{
	struct arena *a = req->arena;
	struct report *r = arena_take(a, sizeof *r);
	struct table *t = arena_take(a, sizeof *t);
	struct sheet_row *rows = arena_array(a, n, sizeof *rows);

	for (size_t i = 0; i < n; i++) {
		const struct mean m = mean_of(a, true, found[i].total, found[i].n);

		rows[i] = (struct sheet_row){ half_span(a, found[i].since_half, found[i].half),
			found[i].section, found[i].wording, m.text, m.word, found[i].n };
	}
	*t = (struct table){ .caption = "Gennemsnit",
		.key = "gennemsnit",
		.shown = shown,
		.columns = sizeof shown / sizeof shown[0],
		.rows = rows,
		.n = n,
		.size = sizeof *rows,
		.empty = "Ingen" };
	*r = (struct report){ .title = "Evalueringer",
		.subtitle = place,
		.printed = req->now,
		.tables = t,
		.ntables = 1 };
	return r;
}

void
place_sheet(struct request *req)
{
	const uint32_t unit = path_u32(req, "unit");
	struct evaluation_batches *batches = NULL;
	struct evaluation_sheet *rows = NULL;
	struct bytes out = { 0 };
	size_t n = 0, nrows = 0;

	if (evaluation_batches(req->db, unit, &batches, &n) != DB_ONE || n == 0 ||
	    evaluation_sheet(req->db, unit, &rows, &nrows) != DB_ONE) {
		answer_not_found(req, NULL);
		return;
	}
	if (xlsx_of(req->arena, report_of(req, batches[0].place, rows, nrows), &out) !=
	    REPORT_FINE) {
		log_warn("no room to make a sheet, reference %s", req->reference);
		answer_error(req, NULL, 503, "Regnearket kan ikke laves lige nu",
		    "Der er ikke plads på serveren. Prøv igen om lidt.");
		return;
	}
	reply_file(req, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	    REPLY_SAVE,
	    arena_format(req->arena, "Evalueringer %s.xlsx", day_iso(req->arena, req->today)), out);
}
