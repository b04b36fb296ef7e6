/* SPDX-License-Identifier: MPL-2.0
 *
 * Means of places of training, for everybody and without login (R-EVA-01, R-EVA-05, R-EVA-06).
 * Nothing here is reckoned from answers: it is what was published, in parts with enough of them.
 */
#include <string.h>

#include "evaluate.h"
#include "site.h"
#include "training_words.h"

enum { PLACES_A_PAGE = 50, PAGES_MOST = 400 };

struct mean
mean_of(struct arena *a, bool has, int64_t total, int64_t n)
{
	enum evaluation_level level;
	uint32_t tenths;

	if (!has || n <= 0)
		return (struct mean){ 0 };
	tenths = evaluation_tenths(total, n);
	level = evaluation_level(tenths);
	return (struct mean){ true, evaluation_mean_text(a, tenths), evaluation_level_word(level),
		evaluation_level_mark(level), n };
}

/* --- what is asked for ------------------------------------------------------------------------ */

struct filter {
	uint32_t half, region, hospital, specialty;
	const char *stage;
	bool whole; /* all doctors of a place */
};

static const char *
stage_asked(const struct request *req)
{
	const char *typed = query_text(req, "uddannelse");

	for (size_t i = 0; i < STAGES; i++)
		if (strcmp(training_stages[i].word, typed) == 0)
			return training_stages[i].word;
	return "";
}

static struct filter
filter_of(const struct request *req)
{
	struct filter f = { query_u32(req, "halvaar", 0), query_u32(req, "region", 0),
		query_u32(req, "sygehus", 0), query_u32(req, "speciale", 0), stage_asked(req),
		false };

	f.whole = f.specialty == 0 && f.stage[0] == '\0';
	return f;
}

static struct url
with_number(struct arena *a, struct url at, const char *name, uint32_t n)
{
	return n == 0 ? at : url_with(a, at, name, arena_format(a, "%u", n));
}

static struct url
page_url(struct arena *a, const struct filter *f, uint32_t number)
{
	struct url at = url_local(a, "/evaluering/steder");

	at = with_number(a, at, "halvaar", f->half);
	at = with_number(a, at, "region", f->region);
	at = with_number(a, at, "sygehus", f->hospital);
	at = with_number(a, at, "speciale", f->specialty);
	if (f->stage[0] != '\0')
		at = url_with(a, at, "uddannelse", f->stage);
	return number > 1 ? with_number(a, at, "side", number) : at;
}

/* --- the form of the filters ------------------------------------------------------------------ */

static struct options
options_of(struct arena *a, const struct evaluation_choices *rows, size_t n, const char *kind,
    uint32_t chosen, struct options of)
{
	struct option *at = arena_array(a, n, sizeof *at);

	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].kind, kind) == 0)
			at[of.n++] = (struct option){ arena_format(a, "%u", rows[i].id),
				rows[i].name[0] != '\0' ? rows[i].name : half_text(a, rows[i].id),
				rows[i].id == chosen };
	of.at = at;
	return of;
}

static struct options
stages_of(struct arena *a, const char *chosen)
{
	struct option *at = arena_array(a, STAGES, sizeof *at);

	for (size_t i = 0; i < STAGES; i++)
		at[i] = (struct option){ training_stages[i].word, training_stages[i].title,
			strcmp(training_stages[i].word, chosen) == 0 };
	return (struct options){ "uddannelse", "Stillingstype", "Alle", at, STAGES };
}

static void
fill_filters(struct request *req, const struct filter *f, struct places_view *v)
{
	struct arena *a = req->arena;
	struct evaluation_choices *rows = NULL;
	size_t n = 0;

	evaluation_choices(req->db, req->today, &rows, &n);
	v->half = options_of(a, rows, n, "half", f->half,
	    (struct options){
	        .name = "halvaar", .label = "Periode", .all = "Den seneste for hvert sted" });
	v->region = options_of(a, rows, n, "region", f->region,
	    (struct options){ .name = "region", .label = "Region", .all = "Alle" });
	v->hospital = options_of(a, rows, n, "hospital", f->hospital,
	    (struct options){ .name = "sygehus", .label = "Sygehus", .all = "Alle, og praksis" });
	v->specialty = options_of(a, rows, n, "specialty", f->specialty,
	    (struct options){ .name = "speciale", .label = "Lægens speciale", .all = "Alle" });
	v->stage = stages_of(a, f->stage);
}

static struct place_row
row_of(struct arena *a, const struct evaluation_places *p)
{
	return (struct place_row){
		with_number(a, url_of(a, "/evaluering/steder/%u", p->unit), "halvaar", p->half),
		p->place,
		half_span(a, p->since_half, p->half),
		mean_of(a, p->has_total && p->has_n, p->total, p->n),
	};
}

void
places(struct request *req)
{
	struct arena *a = req->arena;
	const struct filter f = filter_of(req);
	struct places_view v = { .head = head_of(req, NULL, "Evalueringer af uddannelsessteder") };
	struct evaluation_places *found = NULL;
	struct place_row *rows;
	uint32_t number = query_u32(req, "side", 1);

	number = number == 0 || number > PAGES_MOST ? 1 : number;
	if (evaluation_places(req->db, f.half, f.region, f.hospital, f.stage, f.specialty, f.whole,
	        (number - 1) * PLACES_A_PAGE, PLACES_A_PAGE + 1, &found, &v.n) != DB_ONE)
		return;
	v.has_after = v.n > PLACES_A_PAGE;
	v.n -= v.has_after;
	v.has_before = number > 1;
	rows = arena_array(a, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = row_of(a, &found[i]);
	v.rows = rows;
	v.before = page_url(a, &f, number - 1);
	v.after = page_url(a, &f, number + 1);
	v.filtered = !f.whole || f.half + f.region + f.hospital > 0;
	v.least = evaluation_least(site_setting(SETTING_EVALUATION_LEAST));
	fill_filters(req, &f, &v);
	places_page(reply_html(req, 200), &v);
}
