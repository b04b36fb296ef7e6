/* SPDX-License-Identifier: MPL-2.0
 *
 * The region's resets: those that wait for a second person, those that were made, and whether the region
 * asks for two.
 */
#include <string.h>

#include "audit.h"
#include "chain.h"
#include "reset.h"

static struct url
page_url(struct request *req, uint32_t n)
{
	return url_with(req->arena, url_local(req->arena, "/sekretariat/nulstillinger"), "side",
	    arena_format(req->arena, "%u", n));
}

static void
fill_waiting(struct request *req, const struct subject *who, struct resets_view *v)
{
	struct resets_asked *found;
	struct reset_waiting_row *rows;

	if (resets_asked(req->db, who, &found, &v->nwaiting) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->nwaiting, sizeof *rows);
	for (size_t i = 0; i < v->nwaiting; i++)
		rows[i] = (struct reset_waiting_row){
			url_of(req->arena, "/sekretariat/nulstillinger/%u", found[i].id),
			found[i].name,
			found[i].title,
			found[i].by_name,
			found[i].at,
			day_add(found[i].expires, -1),
			found[i].over,
		};
	v->waiting = rows;
}

static struct reset_done_row
done_row(struct arena *a, const struct resets_of_region *r)
{
	const struct reset_kind *kind = reset_kind_of_word(r->kind);

	return (struct reset_done_row){
		.at = r->at,
		.person = url_of(a, "/sekretariat/brugere/%u/nulstil", r->doctor),
		.name = r->name,
		.kind = kind == NULL ? "" : kind->one,
		.requester = r->requester,
		.requested_on = r->requested_on,
		.case_no = r->case_no,
		.by = r->by_name,
		.second = r->second_name,
	};
}

/* One more row than is shown is asked for: it tells whether there are older ones. */
static void
fill_done(struct request *req, const struct subject *who, uint32_t at, struct resets_view *v)
{
	struct resets_of_region *found;
	struct reset_done_row *rows;

	if (resets_of_region(req->db, who, (at - 1) * PAGE_ROWS, PAGE_ROWS + 1, &found, &v->n) !=
	    DB_ONE)
		return;
	v->has_older = v->n > PAGE_ROWS;
	v->n -= v->has_older;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = done_row(req->arena, &found[i]);
	v->done = rows;
	v->has_newer = at > 1;
	v->newer = page_url(req, at - 1);
	v->older = page_url(req, at + 1);
}

void
resets(struct request *req, const struct subject *who)
{
	struct resets_view v = { .head = head_of(req, who, "Nulstillinger") };
	struct reset_rule_now rule = { 0 };
	uint32_t at = query_u32(req, "side", 1);

	if (reset_rule_now(req->db, who, &rule) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	v.head.notice = notice_of(req, "bekraeftet",
	    "Nulstillingen er bekræftet. Lægen, den der godkendte, og UAO får besked.", "fortrudt",
	    "Nulstillingen er trukket tilbage. Intet er ændret i logbogen.", "gemt",
	    "Reglen er gemt.", NULL);
	v.region = rule.region_name;
	v.two = rule.two;
	v.changes = rule.by_name != NULL && rule.later != rule.two;
	v.since = rule.since;
	v.rule_by = rule.by_name;
	v.rule_at = rule.at;
	v.rule = url_local(req->arena, "/sekretariat/nulstillinger/regel");
	fill_waiting(req, who, &v);
	fill_done(req, who, at == 0 || at > 100000 ? 1 : at, &v);
	resets_page(reply_html(req, 200), &v);
}

void
reset_rule_keep(struct request *req, const struct subject *who, const struct form *form)
{
	const char *word = form_choice(form, "to", "ja", "nej", NULL);
	struct reset_rule_now rule = { 0 };
	bool two;

	if (word == NULL || reset_rule_now(req->db, who, &rule) != DB_ONE) {
		answer_error(req, who, 422, "Vælg, om der skal to personer til",
		    "Gå tilbage, og vælg igen. Intet er gemt.");
		return;
	}
	two = strcmp(word, "ja") == 0;
	if (two != (rule.by_name != NULL && rule.later)) {
		if (reset_rule_add(req->db, who, two) != DB_ONE) {
			answer_not_found(req, who);
			return;
		}
		audit(req->db, who, two ? "ask for two" : "ask for one", "reset_rule",
		    db_inserted(req->db), "");
	}
	reply_see(req,
	    url_with(
	        req->arena, url_local(req->arena, "/sekretariat/nulstillinger"), "besked", "gemt"));
}

/* --- one that waits ----------------------------------------------------------------------- */

static const char *
closed_words(struct arena *a, const struct reset_asked_one *r)
{
	if (strcmp(r->state, "OPEN") == 0)
		return NULL;
	return arena_format(a, "%s af %s, %s.",
	    strcmp(r->state, "DONE") == 0 ? "Bekræftet" : "Trukket tilbage", r->closed_name,
	    moment_text(a, r->closed_at));
}

void
reset_waiting(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	struct reset_asked_one r = { 0 };
	struct reset_waiting_view v;
	const uint32_t id = path_u32(req, "asked");

	if (reset_asked_one(req->db, who, id, &r) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, r.doctor);
	v = (struct reset_waiting_view){
		.head = head_of(req, who, arena_format(a, "Nulstilling: %s", r.name)),
		.back = url_local(a, "/sekretariat/nulstillinger"),
		.person = url_of(a, "/sekretariat/brugere/%u", r.doctor),
		.confirm = url_of(a, "/sekretariat/nulstillinger/%u/bekraeft", id),
		.take_back = url_of(a, "/sekretariat/nulstillinger/%u/fortryd", id),
		.file = url_of(a, "/sekretariat/brugere/%u/anmodning/%u", r.doctor, r.request_file),
		.name = r.name,
		.title = r.title,
		.requester = r.requester,
		.requested_on = r.requested_on,
		.case_no = r.case_no,
		.file_name = r.file_name,
		.by = r.by_name,
		.at = r.at,
		.last = day_add(r.expires, -1),
		.reason = markup_of_lines(a, r.reason),
		.closed = closed_words(a, &r),
		.own = r.own,
		.over = r.over,
	};
	v.may_take_back = v.closed == NULL;
	v.may_confirm = v.closed == NULL && !r.own && !r.over && r.has_doctor;
	reset_waiting_page(reply_html(req, 200), &v);
}

static void
say_closed(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(
	        req->arena, url_local(req->arena, "/sekretariat/nulstillinger"), "besked", word));
}

static void
was_taken(struct request *req, const struct subject *who)
{
	answer_error(req, who, 409, "Nulstillingen kan ikke bekræftes",
	    "En anden har allerede taget stilling, fristen er udløbet, eller du har selv bedt om den. Intet er gemt. Gå tilbage til nulstillingerne.");
}

/* One at a time for each doctor, and the row as it is then. */
static bool
take_turn(struct request *req, const struct subject *who, struct reset_asked_one *r)
{
	const uint32_t id = path_u32(req, "asked");

	if (reset_asked_one(req->db, who, id, r) != DB_ONE)
		return false;
	chain_take(req->db, r->doctor);
	return reset_asked_one(req->db, who, id, r) == DB_ONE;
}

static bool
confirm(struct request *req, const struct subject *who, const struct reset_asked_one *r)
{
	const struct reset_kind *kind = reset_kind_of_word(r->kind);
	const struct reset_thing *thing = reset_thing_of(req, who, r->doctor, kind, r->row);

	return thing != NULL && reset_confirm(req->db, who, r->id) == DB_ONE &&
	    reset_carry_out(req, who, r->doctor, kind, thing) &&
	    reset_asked_close(req->db, who, r->id, "DONE") == DB_ONE;
}

void
reset_confirm_asked(struct request *req, const struct subject *who, const struct form *form)
{
	struct reset_asked_one r = { 0 };

	(void)form;
	if (!take_turn(req, who, &r))
		answer_not_found(req, who);
	else if (strcmp(r.state, "DONE") == 0 && !r.own)
		say_closed(req, "bekraeftet");
	else if (confirm(req, who, &r))
		say_closed(req, "bekraeftet");
	else
		was_taken(req, who);
}

void
reset_take_back(struct request *req, const struct subject *who, const struct form *form)
{
	struct reset_asked_one r = { 0 };

	(void)form;
	if (!take_turn(req, who, &r)) {
		answer_not_found(req, who);
		return;
	}
	if (strcmp(r.state, "WITHDRAWN") == 0) {
		say_closed(req, "fortrudt");
		return;
	}
	if (reset_asked_close(req->db, who, r.id, "WITHDRAWN") != DB_ONE) {
		was_taken(req, who);
		return;
	}
	audit(req->db, who, "take reset back", "reset_asked", r.id, "");
	say_closed(req, "fortrudt");
}
