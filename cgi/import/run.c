/* SPDX-License-Identifier: MPL-2.0
 *
 * One run: what it found, row by row, and the three things that somebody may say about it:
 * carry it out, leave it, take it back.  Each is a change of state that only one can make, so
 * a double click or a second tab changes nothing more and is led to the page as it is now.
 * While the clock is at it, the page asks for itself again.
 */
#include <string.h>

#include "audit.h"
#include "import.h"

enum {
	REFRESH = 3,   /* seconds */
	LATE = 10 * 60 /* seconds, after which a waiting run is no longer the ordinary thing */
};

static struct url
run_at(struct request *req, uint32_t id)
{
	return url_of(req->arena, "/import/koersler/%u", id);
}

/* --- rows ------------------------------------------------------------------------------- */

static const struct {
	const char *shown, *word, *title, *mark;
} kinds[] = {
	{ "nye", "NY", "Ny", "ok" },
	{ "aendrede", "AENDRET", "Ændret", "back" },
	{ "afviste", "AFVIST", "Afvist", "undone" },
	{ "venter", "VENTER", "Venter", "asked" },
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static struct url
page_url(struct request *req, uint32_t id, const char *shown, uint32_t n)
{
	struct url at = run_at(req, id);

	if (shown[0] != '\0')
		at = url_with(req->arena, at, "vis", shown);
	return n > 1 ? url_with(req->arena, at, "side", arena_format(req->arena, "%u", n)) : at;
}

/* The word of the database for what is shown; "" for all. */
static const char *
kind_shown(const char *shown)
{
	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].shown, shown) == 0)
			return kinds[i].word;
	return "";
}

static void
fill_filters(struct request *req, const struct run_one *r, const char *shown, struct run_view *v)
{
	static const char *const labels[KINDS] = { "Nye", "Ændrede", "Afviste", "Venter" };
	const uint32_t counts[KINDS] = { r->fresh, r->changed, r->refused, r->waiting };
	struct pill *pills = arena_array(req->arena, KINDS + 1, sizeof *pills);

	pills[v->nfilters++] = (struct pill){
		.at = page_url(req, r->id, "", 1),
		.label = "Alle rækker",
		.here = kind_shown(shown)[0] == '\0',
	};
	for (size_t i = 0; i < KINDS; i++)
		pills[v->nfilters++] = (struct pill){ page_url(req, r->id, kinds[i].shown, 1),
			labels[i], strcmp(kinds[i].shown, shown) == 0, true, counts[i] };
	v->filters = pills;
}

static struct line_row
line_of(struct request *req, const struct lines_of_run *l)
{
	struct line_row row = { .line = l->line,
		.what = l->what,
		.mark = "",
		.label = l->label,
		.detail = markup_of_lines(req->arena, l->detail) };

	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].word, l->what) == 0) {
			row.what = kinds[i].title;
			row.mark = kinds[i].mark;
		}
	if (l->has_person)
		row.person = url_of(req->arena, "/sekretariat/brugere/%u", l->person);
	return row;
}

static void
fill_lines(
    struct request *req, const struct subject *who, const struct run_one *r, struct run_view *v)
{
	const char *shown = query_text(req, "vis");
	uint32_t at = query_u32(req, "side", 1);
	struct lines_of_run *found;
	struct line_row *rows;

	if (kind_shown(shown)[0] == '\0')
		shown = "";
	if (at == 0 || at > 100000)
		at = 1;
	if (lines_of_run(req->db, who, r->id, kind_shown(shown), (at - 1) * LINE_ROWS,
	        LINE_ROWS + 1, &found, &v->n) != DB_ONE)
		return;
	v->has_older = v->n > LINE_ROWS;
	v->n -= v->has_older;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = line_of(req, &found[i]);
	v->rows = rows;
	fill_filters(req, r, shown, v);
	v->has_newer = at > 1;
	v->newer = page_url(req, r->id, shown, at - 1);
	v->older = page_url(req, r->id, shown, at + 1);
}

/* --- the page --------------------------------------------------------------------------- */

static void
fill_links(struct request *req, const struct run_one *r, struct run_view *v)
{
	struct url at = run_at(req, r->id);

	v->runs = url_local(req->arena, "/import/koersler");
	v->carry_out = url_of(req->arena, "/import/koersler/%u/udfoer", r->id);
	v->leave = url_of(req->arena, "/import/koersler/%u/lad-vaere", r->id);
	v->back = url_of(req->arena, "/import/koersler/%u/tilbage", r->id);
	v->refresh_off = url_with(req->arena, at, "opdater", "nej");
	v->refresh_on = at;
	if (r->has_record) {
		v->has_told = true;
		v->told = url_of(req->arena, "/import/bruger/%u", r->record);
		if (r->has_person)
			v->person = url_of(req->arena, "/sekretariat/brugere/%u", r->person);
	}
}

static void
fill_facts(struct request *req, const struct run_one *r, struct run_view *v)
{
	v->state = run_state_of(r->state);
	v->title = run_state_title(v->state);
	v->mark = run_state_mark(v->state);
	v->said = markup_of_lines(req->arena, r->said);
	v->what = run_what(req->arena, r->way, r->file_name, r->record_name, r->feed);
	v->form = form_word_title(r->form);
	v->region = r->region == NULL ? "Hele landet" : r->region;
	v->by = r->by_name == NULL ? "Af sig selv" : r->by_name;
	v->ordered_by = r->ordered_by;
	v->ordered = r->ordered;
	v->undone_by = r->undone_by;
	v->when = r->at;
	v->ended = r->ended;
	v->undone_at = r->undone_at;
	v->day = r->day;
	v->total = r->total;
	v->done = r->done;
	v->fresh = r->fresh;
	v->changed = r->changed;
	v->same = r->same;
	v->refused = r->refused;
	v->waiting = r->waiting;
	v->empty = r->fresh == 0 && r->changed == 0 && r->waiting == 0;
}

/* Since when the clock has had it. */
static struct moment
waits_since(const struct run_one *r, enum run_state state)
{
	if (state == RUN_BACK_ORDERED && r->undone_at.s != 0)
		return r->undone_at;
	return state != RUN_SENT && r->ordered.s != 0 ? r->ordered : r->at;
}

/* What it is about now: waiting, late, could not be taken back.  A page that asks for itself
 * keeps its session alive: so it does not go on without end. */
static void
fill_now(struct request *req, const struct run_one *r, struct run_view *v)
{
	v->waits = run_state_waits(v->state);
	v->late = v->waits && req->now.s - waits_since(r, v->state).s > LATE;
	v->refreshes = v->waits && !v->late && strcmp(query_text(req, "opdater"), "nej") != 0;
	v->may_back = v->state == RUN_DONE && (r->fresh > 0 || r->changed > 0);
	v->stayed = v->state == RUN_DONE && r->said[0] != '\0';
	if (v->refreshes)
		reply_refresh(req, REFRESH);
}

void
run(struct request *req, const struct subject *who)
{
	struct run_one r = { 0 };
	struct run_view v = { 0 };

	if (run_one(req->db, who, path_u32(req, "run"), &r) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	v.frame = frame_of(req, who, arena_format(req->arena, "Import %u", r.id));
	v.frame.head.notice = notice_of(
	    req, "for-sent", "Nogen var hurtigere. Her er importen, som den er nu.", NULL);
	fill_facts(req, &r, &v);
	fill_links(req, &r, &v);
	fill_lines(req, who, &r, &v);
	fill_now(req, &r, &v);
	run_page(reply_html(req, 200), &v);
}

/* --- what is said about it -------------------------------------------------------------- */

/* To the page of the run, whoever was first; 404 for somebody else's. */
static void
see_run(struct request *req, const struct subject *who, enum db_outcome changed,
    enum run_state meant, const char *what)
{
	struct run_one r = { 0 };
	struct url at;

	if (run_one(req->db, who, path_u32(req, "run"), &r) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	at = run_at(req, r.id);
	if (changed == DB_ONE)
		audit(req->db, who, what, "import_run", r.id, "");
	else if (run_state_of(r.state) != meant)
		at = url_with(req->arena, at, "besked", "for-sent");
	reply_see(req, at);
}

void
run_carry_out(struct request *req, const struct subject *who, const struct form *form)
{
	(void)form;
	see_run(req, who, run_order(req->db, who, path_u32(req, "run")), RUN_ORDERED,
	    "carry out import");
}

void
run_leave(struct request *req, const struct subject *who, const struct form *form)
{
	(void)form;
	see_run(req, who, run_let_go(req->db, who, path_u32(req, "run")), RUN_LEFT, "leave import");
}

void
run_take_back(struct request *req, const struct subject *who, const struct form *form)
{
	(void)form;
	see_run(req, who, run_back(req->db, who, path_u32(req, "run")), RUN_BACK_ORDERED,
	    "take import back");
}

/* What it means, before it is done. */
void
run_back_ask(struct request *req, const struct subject *who)
{
	struct run_one r = { 0 };
	struct back_view v = { 0 };

	if (run_one(req->db, who, path_u32(req, "run"), &r) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (run_state_of(r.state) != RUN_DONE) {
		reply_see(req, run_at(req, r.id));
		return;
	}
	v.frame = frame_of(req, who, arena_format(req->arena, "Tag import %u tilbage", r.id));
	v.run = run_at(req, r.id);
	v.at = url_of(req->arena, "/import/koersler/%u/tilbage", r.id);
	v.what = run_what(req->arena, r.way, r.file_name, r.record_name, r.feed);
	v.fresh = r.fresh;
	v.changed = r.changed;
	back_page(reply_html(req, 200), &v);
}
