/* SPDX-License-Identifier: MPL-2.0 */
#include "files_report.h"

static const struct column columns[] = {
	{ "bilag", DB_TEXT, false, offsetof(struct filed, number), 0 },
	{ "dokument", DB_TEXT, false, offsetof(struct filed, title), 0 },
	{ "lagt_op", DB_DAY, false, offsetof(struct filed, given), 0 },
	{ "status", DB_TEXT, false, offsetof(struct filed, state), 0 },
};
static const struct shown shown[] = {
	{ &columns[0], "Bilag", 10 },
	{ &columns[1], "Dokument", 58 },
	{ &columns[2], "Lagt op", 16 },
	{ &columns[3], "Status", 16 },
};

const struct report *
files_report(struct arena *a, const struct files_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);
	struct table *t = arena_take(a, sizeof *t);

	*t = (struct table){
		.caption = "Dokumenter",
		.key = "dokumenter",
		.shown = shown,
		.columns = sizeof shown / sizeof shown[0],
		.rows = f->rows,
		.n = f->n,
		.size = sizeof *f->rows,
		.empty = f->empty,
	};
	*r = (struct report){
		.title = f->title,
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.tables = t,
		.ntables = 1,
	};
	return r;
}
