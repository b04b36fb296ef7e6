/* SPDX-License-Identifier: MPL-2.0
 *
 * Importer bruger: one person, looked up in what the feeds have told, under the region's own
 * guidance (R-BRU-01, R-BRU-02); seen beside what the logbook has, and brought in at once
 * (T-023).  What was typed may be a CPR number: so the search is a POST, and only a name is
 * sent on to an address of its own (T-181).
 */
#include <string.h>

#include "audit.h"
#include "import.h"
#include "person_rule.h"
#include "secret.h"
#include "words.h"

static struct find_view
view_of(struct request *req, const struct subject *who, const struct realm *scope,
    const struct form *form)
{
	struct find_view v = { .frame = frame_of(req, who, "Importer bruger"),
		.scope = scope,
		.guidance = markup_of_lines(req->arena, scope->guidance),
		.has_guidance = scope->guidance[0] != '\0',
		.guidance_at = url_local(req->arena, "/import/vejledning"),
		.by_hand = url_local(req->arena, "/sekretariat/brugere/ny"),
		.page = 1 };

	v.search = (struct search){ .at = url_local(req->arena, "/import/bruger"),
		.field = field_of(form, "q", "Søg efter en læge, som kilderne har fortalt om",
		    "En del af navnet, eller hele CPR-nummeret") };
	return v;
}

static void
show(struct request *req, struct find_view *v, unsigned status)
{
	v->search.head = &v->frame.head;
	find_page(reply_html(req, status), v);
}

/* --- rows ------------------------------------------------------------------------------- */

static const char *
state_title(const char *state)
{
	if (strcmp(state, "TAGET") == 0)
		return "Er i logbogen";
	return strcmp(state, "AFVIST") == 0 ? "Afvist" : "Venter på sin dag";
}

/* What was sealed when it came; false under another key. */
static bool
opened(struct arena *a, struct bytes body, struct intake_person *p)
{
	struct bytes json = secret_open_sealed(a, KEY_CPR_SEAL, body);

	return json.at != NULL &&
	    intake_person_of_json(a, arena_copy(a, (const char *)json.at, json.n), p);
}

static struct told_row
row_of(struct arena *a, uint32_t id, const char *name, struct bytes body, const char *source,
    const char *state, struct day due)
{
	struct intake_person p = { 0 };

	return (struct told_row){ .at = url_of(a, "/import/bruger/%u", id),
		.name = name,
		.cpr = opened(a, body, &p) ? cpr_masked(a, p.cpr.born, p.cpr.replacement) : "–",
		.source = feed_source_title(source),
		.state = state_title(state),
		.due = due,
		.waits = strcmp(state, "VENTER") == 0 };
}

static void
find_by_name(
    struct request *req, const struct subject *who, const struct words *p, struct find_view *v)
{
	struct records_found *found;
	struct told_row *rows;

	if (records_found(req->db, who, p->like[0], p->like[1], p->like[2], p->like[3],
	        (v->page - 1) * PAGE_ROWS, PAGE_ROWS, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = row_of(req->arena, found[i].id, found[i].name, found[i].body,
		    found[i].source, found[i].state, found[i].due);
	v->rows = rows;
	v->found = v->n == 0 ? 0 : found[0].found;
	v->pages = (v->found + PAGE_ROWS - 1) / PAGE_ROWS;
}

/* Who has that number in the logbook, so that nobody is made twice. */
static uint32_t
find_here(struct request *req, const struct subject *who, struct bytes find, struct url *at,
    const char **name)
{
	struct logbook_person here = { 0 };

	if (logbook_person(req->db, who, find, &here) != DB_ONE)
		return 0;
	*at = url_of(req->arena, "/sekretariat/brugere/%u", here.id);
	*name = here.name;
	return here.id;
}

static void
find_by_cpr(
    struct request *req, const struct subject *who, const struct cpr *cpr, struct find_view *v)
{
	struct hash find = hash_keyed(KEY_CPR_FIND, cpr->digits, 10);
	struct records_by_cpr *found;
	struct told_row *rows;
	uint32_t here;

	v->by_cpr = true;
	here = find_here(req, who, hash_bytes(&find), &v->here, &v->here_name);
	audit(req->db, who, "search import by cpr", "person", here, "");
	if (records_by_cpr(req->db, who, hash_bytes(&find), &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = row_of(req->arena, found[i].id, found[i].name, found[i].body,
		    found[i].source, found[i].state, found[i].due);
	v->rows = rows;
	v->found = (uint32_t)v->n;
	v->pages = 1;
}

/* --- the search ------------------------------------------------------------------------- */

void
find_one(struct request *req, const struct subject *who)
{
	const char *typed = query_text(req, "q");
	struct words p = words_typed(req->arena, "%", typed);
	struct realm scope;
	struct find_view v;

	if (!scope_of(req, who, &scope))
		return;
	v = view_of(req, who, &scope, NULL);
	v.frame.head.notice = notice_of(req, "vejledning", "Regionens vejledning er gemt.", NULL);
	if (p.n > 0) {
		v.search.field.value = typed;
		v.page = query_u32(req, "side", 1);
		v.page = v.page == 0 || v.page > 100000 ? 1 : v.page;
		v.asked = true;
		find_by_name(req, who, &p, &v);
	}
	show(req, &v, 200);
}

static struct url
found_at(struct request *req, const struct form *form)
{
	struct url at = url_with(req->arena, url_local(req->arena, "/import/bruger"), "q",
	    form_line(form, "q", TYPED_MOST));
	uint32_t side = form_u32(form, "side", 1);

	return side > 1 ? url_with(req->arena, at, "side", arena_format(req->arena, "%u", side))
	                : at;
}

void
find_one_search(struct request *req, const struct subject *who, const struct form *form)
{
	struct realm scope;
	struct find_view v;
	struct cpr cpr;

	if (!scope_of(req, who, &scope))
		return;
	switch (typed_of(form, "q", &cpr)) {
	case TYPED_NAME:
		reply_see(req, found_at(req, form));
		return;
	case TYPED_CPR:
		v = view_of(req, who, &scope, form);
		v.asked = true;
		find_by_cpr(req, who, &cpr, &v);
		break;
	case TYPED_NOTHING:
	case TYPED_WRONG:
		v = view_of(req, who, &scope, form);
		break;
	}
	show(req, &v, form_wrong(form) ? 422 : 200);
}

/* --- one person ------------------------------------------------------------------------- */

static void
fill_told(
    struct request *req, const struct realm *scope, const struct record_one *r, struct told_view *v)
{
	struct intake_person p = { 0 };

	v->readable = opened(req->arena, r->body, &p);
	if (!v->readable)
		return;
	v->cpr = cpr_masked(req->arena, p.cpr.born, p.cpr.replacement);
	v->replacement = p.cpr.replacement;
	v->email = p.email;
	v->mobile = p.mobile == NULL ? NULL : mobile_shown(req->arena, p.mobile);
	v->auth_id = p.auth_id;
	v->held = p.email == NULL || p.mobile == NULL;
	v->told = posts_of_told(req, &p, scope);
	for (size_t i = 0; i < v->told.n; i++)
		v->brings = v->brings || !v->told.courses[i].elsewhere;
}

static void
fill_here(
    struct request *req, const struct subject *who, const struct record_one *r, struct told_view *v)
{
	struct run_of_person last = { 0 };
	uint32_t here = find_here(req, who, r->cpr_find, &v->here, &v->here_name);

	if (here != 0)
		v->has = posts_of_logbook(req, who, here);
	if (run_of_person(req->db, who, r->id, &last) != DB_ONE)
		return;
	v->running = run_state_waits(run_state_of(last.state));
	v->run = url_of(req->arena, "/import/koersler/%u", last.id);
}

void
one_told(struct request *req, const struct subject *who)
{
	struct record_one r = { 0 };
	struct realm scope;
	struct told_view v;

	if (!scope_of(req, who, &scope))
		return;
	if (record_one(req->db, who, path_u32(req, "record"), &r) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	v = (struct told_view){ .frame = frame_of(req, who, r.name),
		.back = url_local(req->arena, "/import/bruger"),
		.bring = url_of(req->arena, "/import/bruger/%u", r.id),
		.name = r.name,
		.source = feed_source_title(r.source),
		.region = r.region,
		.state = state_title(r.state),
		.said = r.said,
		.due = r.due,
		.waits = strcmp(r.state, "VENTER") == 0,
		.first_seen = r.first_seen,
		.last_seen = r.last_seen,
		.scope_name = scope.name };
	fill_told(req, &scope, &r, &v);
	fill_here(req, who, &r, &v);
	told_page(reply_html(req, 200), &v);
}

/* "Importer nu": the clock does it.  A second click leads to the run of the first. */
void
one_bring(struct request *req, const struct subject *who, const struct form *form)
{
	struct run_of_person last = { 0 };
	struct record_one r = { 0 };

	(void)form;
	if (record_one(req->db, who, path_u32(req, "record"), &r) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (run_of_person_put(req->db, who, r.id) == DB_ONE) {
		uint32_t id = db_inserted(req->db);

		audit(req->db, who, "import person", "import_run", id, "");
		reply_see(req, url_of(req->arena, "/import/koersler/%u", id));
		return;
	}
	if (run_of_person(req->db, who, r.id, &last) == DB_ONE)
		reply_see(req, url_of(req->arena, "/import/koersler/%u", last.id));
	else
		answer_error(req, who, 409, "Lægen er ved at blive importeret",
		    "En anden har netop bedt om det. Vent et øjeblik, og se efter under Brugere.");
}
