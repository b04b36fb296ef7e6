/* SPDX-License-Identifier: MPL-2.0
 *
 * A doctor is set on another version of their list, with a reason (R-MAL-03).  The old one is left,
 * not taken away: what was approved in it stays and stays readable (R-MAL-01).
 */
#include <stdio.h>
#include <string.h>

#include "audit.h"
#include "office.h"
#include "permission.h"
#include "tell.h"

enum { MOVE_REASON_MOST = 1000 };

/* The doctor, and what they could be moved from and to. */
struct moving {
	struct request *req;
	const struct subject *who;
	const struct form *form;
	struct person_one p;
	struct lists_in_force *rows;
	size_t n;
};

/* "course-from-to", the value of a choice. */
static const char *
value_of(struct arena *a, const struct lists_in_force *r)
{
	return arena_format(a, "%u-%u-%u", r->course, r->curriculum, r->other);
}

static void
fill_lists(const struct moving *m, struct curriculum_view *v)
{
	struct arena *a = m->req->arena;
	struct list_in_force *lists = arena_array(a, m->n, sizeof *lists);
	struct list_choice *others = arena_array(a, m->n, sizeof *others);

	for (size_t i = 0; i < m->n; i++) {
		const struct lists_in_force *r = &m->rows[i];

		if (i == 0 || r->course != r[-1].course || r->curriculum != r[-1].curriculum)
			lists[v->n++] = (struct list_in_force){ .stage = stage_title(r->stage),
				.number = r->number,
				.title = r->title,
				.version = r->version,
				.others = &others[i] };
		if (!r->has_other)
			continue;
		others[i] = (struct list_choice){ value_of(a, r), r->other_title, r->other_version,
			form_has(m->form, "til", value_of(a, r)) };
		lists[v->n - 1].n++;
		v->may = true;
	}
	v->lists = lists;
}

static void
show(const struct moving *m, unsigned status)
{
	struct arena *a = m->req->arena;
	struct curriculum_view v = {
		.head = head_of(m->req, m->who, arena_format(a, "Målbeskrivelse: %s", m->p.name)),
		.name = m->p.name,
		.person = url_of(a, "/sekretariat/brugere/%u", m->p.person),
		.at = url_of(a, "/sekretariat/brugere/%u/maalbeskrivelse", m->p.person),
		.merit = url_of(a, "/sekretariat/godkend-merit/%u", m->p.person),
		.faults = faults_of(a, m->form),
		.to_fault = form_fault(m->form, "til"),
		.reason = field_of(m->form, "grund", "Begrundelse",
		    "Skal udfyldes. Lægen og sekretariatet kan se den senere."),
	};

	v.reason.needed = true;
	fill_lists(m, &v);
	curriculum_page(reply_html(m->req, status), &v);
}

/* False, and answered, for a doctor who is not the region's (T-008). */
static bool
begin(struct moving *m)
{
	uint32_t doctor = path_u32(m->req, "doctor");

	if (person_one(m->req->db, m->who, doctor, &m->p) == DB_ONE && m->p.own &&
	    lists_in_force(m->req->db, m->who, doctor, &m->rows, &m->n) == DB_ONE)
		return true;
	answer_not_found(m->req, m->who);
	return false;
}

void
curriculum(struct request *req, const struct subject *who)
{
	struct moving m = { .req = req, .who = who };

	if (begin(&m))
		show(&m, 200);
}

/* The choice that was sent, if it is one that the page offers. */
static const struct lists_in_force *
chosen(const struct moving *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->rows[i].has_other &&
		    form_has(m->form, "til", value_of(m->req->arena, &m->rows[i])))
			return &m->rows[i];
	return NULL;
}

/* The list moved to, anew or again. */
static bool
take(const struct moving *m, const struct lists_in_force *r)
{
	struct db *db = m->req->db;

	return list_return(db, m->who, m->p.person, r->course, r->other) == DB_ONE ||
	    list_take(db, m->who, m->p.person, r->course, r->other, r->curriculum) == DB_ONE;
}

static void
move(const struct moving *m, const struct lists_in_force *r, const char *reason)
{
	struct db *db = m->req->db;
	struct arena *a = m->req->arena;
	struct url at = url_of(a, "/sekretariat/brugere/%u", m->p.person);

	if (list_leave(db, m->who, m->p.person, r->course, r->curriculum) != DB_ONE ||
	    !take(m, r) ||
	    move_add(db, m->who, m->p.person, r->course, r->curriculum, r->other, reason) !=
	        DB_ONE) {
		answer_error(m->req, m->who, 409, "Lægen kunne ikke flyttes",
		    "En anden kan have gjort det i mellemtiden. Intet er gemt. Gå tilbage, og genindlæs siden.");
		return;
	}
	tell_notice(db, m->p.person, NOTICE_CURRICULUM_MOVED, 0,
	    arena_format(a, "%s, version %s", r->other_title, r->other_version),
	    "/logbog/kompetencer", m->req->now);
	audit(db, m->who, "move curriculum", "training_course", r->course,
	    arena_format(a, "from %u to %u", r->curriculum, r->other));
	reply_see(m->req, url_with(a, at, "besked", "flyttet"));
}

void
curriculum_move(struct request *req, const struct subject *who, const struct form *form)
{
	struct moving m = { .req = req, .who = who, .form = form };
	const struct lists_in_force *r;
	const char *reason;

	if (!begin(&m))
		return;
	if ((r = chosen(&m)) == NULL)
		form_refuse(form, "til", "Vælg den målbeskrivelse, som lægen skal flyttes til.");
	reason = form_needed(form, "grund", MOVE_REASON_MOST, "Skriv, hvorfor lægen flyttes.");
	if (r == NULL || form_wrong(form))
		show(&m, 422);
	else
		move(&m, r, reason);
}
