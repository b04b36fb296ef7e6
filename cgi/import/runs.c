/* SPDX-License-Identifier: MPL-2.0
 *
 * Kørsler: what ran when, with what result, by whom (R-BRU-04); newest first.
 */
#include <string.h>

#include "import.h"

static struct url
page_url(struct request *req, const char *form, uint32_t n)
{
	struct url at = url_local(req->arena, "/import/koersler");

	if (form[0] != '\0')
		at = url_with(req->arena, at, "form", form);
	return n > 1 ? url_with(req->arena, at, "side", arena_format(req->arena, "%u", n)) : at;
}

static void
fill_forms(struct request *req, const char *here, struct runs_view *v)
{
	enum { FORMS = INTAKE_STEDER + 1 };
	struct pill *pills = arena_array(req->arena, FORMS + 1, sizeof *pills);

	pills[v->nforms++] =
	    (struct pill){ .at = page_url(req, "", 1), .label = "Alle", .here = here[0] == '\0' };
	for (enum intake_form form = INTAKE_PERSONER; form <= INTAKE_STEDER; form++) {
		const char *word = intake_form_word(form);

		if (form_is_allowed(v->scope, form))
			pills[v->nforms++] = (struct pill){ .at = page_url(req, word, 1),
				.label = form_title(form),
				.here = strcmp(word, here) == 0 };
	}
	v->forms = pills;
}

/* Those that are none are not said. */
static const char *
counts_of(struct arena *a, const struct runs_found *r)
{
	const struct {
		uint32_t n;
		const char *one, *more;
	} counts[] = {
		{ r->fresh, "ny", "nye" },
		{ r->changed, "ændret", "ændrede" },
		{ r->refused, "afvist", "afviste" },
		{ r->waiting, "venter", "venter" },
	};
	struct text t = { .arena = a };

	text_puts(&t, "");
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
		if (counts[i].n > 0)
			text_format(&t, "%s%u %s", t.len > 0 ? ", " : "", counts[i].n,
			    counts[i].n == 1 ? counts[i].one : counts[i].more);
	return t.at;
}

static void
fill_rows(struct request *req, const struct runs_found *found, struct runs_view *v)
{
	struct run_row *rows = arena_array(req->arena, v->n, sizeof *rows);

	for (size_t i = 0; i < v->n; i++) {
		const struct runs_found *r = &found[i];
		enum run_state state = run_state_of(r->state);

		rows[i] = (struct run_row){ .at = url_of(req->arena, "/import/koersler/%u", r->id),
			.what = run_what(req->arena, r->way, r->file_name, r->record, NULL),
			.form = form_word_title(r->form),
			.region = r->region == NULL ? "Hele landet" : r->region,
			.by = r->by_name == NULL ? "Af sig selv" : r->by_name,
			.state = run_state_short(state),
			.mark = run_state_mark(state),
			.counts = counts_of(req->arena, r),
			.when = r->at };
	}
	v->rows = rows;
}

/* One more row than is shown is asked for: it tells whether there are older ones. */
void
runs(struct request *req, const struct subject *who)
{
	const char *form = query_text(req, "form");
	uint32_t at = query_u32(req, "side", 1);
	struct runs_found *found;
	enum intake_form known;
	struct runs_view v = { 0 };
	struct realm scope;

	if (!scope_of(req, who, &scope))
		return;
	if (!intake_form_of_word(form, &known))
		form = "";
	if (at == 0 || at > 100000)
		at = 1;
	v.frame = frame_of(req, who, "Kørsler");
	v.scope = &scope;
	if (runs_found(req->db, who, form, (at - 1) * PAGE_ROWS, PAGE_ROWS + 1, &found, &v.n) !=
	    DB_ONE)
		return;
	v.has_older = v.n > PAGE_ROWS;
	v.n -= v.has_older;
	fill_rows(req, found, &v);
	fill_forms(req, form, &v);
	v.has_newer = at > 1;
	v.newer = page_url(req, form, at - 1);
	v.older = page_url(req, form, at + 1);
	runs_page(reply_html(req, 200), &v);
}
