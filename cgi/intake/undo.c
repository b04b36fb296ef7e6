/* SPDX-License-Identifier: MPL-2.0
 *
 * A run is taken back, as long as nothing was built on it: what it added is marked as not to be,
 * what it changed is as before.  No row is deleted.
 */
#include <string.h>

#include "attested.h"
#include "engine.h"
#include "person_make.h"
#include "queries/intake.h"

enum { SAID = 1000 };

/* NULL, or what stands in the way, a line each. */
static const char *
in_the_way(struct work *w)
{
	struct text t = { .arena = w->keep };
	struct undo_in_the_way *built = NULL;
	struct undo_changed_since *changed = NULL;
	size_t nbuilt = 0, nchanged = 0;

	undo_in_the_way(w->db, w->run, &built, &nbuilt);
	undo_changed_since(w->db, w->run, &changed, &nchanged);
	if (nbuilt + nchanged == 0)
		return NULL;
	text_puts(&t,
	    "Kørslen kan ikke tages tilbage, for der er bygget videre på den. Ret i stedet de enkelte brugere.");
	for (size_t i = 0; i < nbuilt; i++)
		text_format(&t, "\n%s %s", built[i].label, built[i].why);
	for (size_t i = 0; i < nchanged; i++)
		text_format(&t, "\n%s er ændret siden", changed[i].label);
	return utf8_clip(w->keep, t.at, SAID);
}

static void
undo_person(struct work *w, const struct run_steps *s)
{
	struct person_by_number p;
	uint32_t other;

	if (s->added) {
		person_withdraw(w->db, s->row_id);
		person_links_over(w->db, s->row_id, w->now);
		return;
	}
	/* Through person_change once more, for what the person is found by. */
	if (person_restore(w->db, s->row_id, s->before_it, w->today) == DB_ONE &&
	    person_by_id(w->db, s->row_id, &p) == DB_ONE)
		person_change(w->db, p.id, p.name, p.email, p.mobile, p.auth_id, &other);
}

static void
undo_element(struct work *w, const struct run_steps *s)
{
	element_change_back(w->db, s->row_id, w->run, s->added ? "CANCELLED" : "CHANGED",
	    s->added ? "{}" : s->before_it, w->now);
	if (s->added)
		element_cancel_set(w->db, s->row_id, w->today);
	else
		element_restore(w->db, s->row_id, s->before_it);
	attested_element_moved(w->db, s->row_id, w->now, w->today);
}

static void
undo_course(struct work *w, const struct run_steps *s)
{
	if (s->added)
		course_cancel(w->db, s->row_id, w->today);
	else
		course_restore(w->db, s->row_id, s->before_it);
}

static void
undo_role(struct work *w, const struct run_steps *s)
{
	if (s->added)
		role_until_set(w->db, s->row_id, w->today, w->now);
	else
		role_restore(w->db, s->row_id, s->before_it);
}

static void
undo_place(struct work *w, const struct run_steps *s)
{
	if (s->added) {
		place_close(w->db, s->row_id, w->today);
		return;
	}
	place_restore(w->db, s->row_id, s->before_it);
	places_below_set(w->db, s->row_id);
	places_far_below_set(w->db, s->row_id);
}

/* A course that somebody could lead harms nobody; it has no mark. */
static void
undo_step(struct work *w, const struct run_steps *s)
{
	if (strcmp(s->object, "person") == 0)
		undo_person(w, s);
	else if (strcmp(s->object, "training_course") == 0)
		undo_course(w, s);
	else if (strcmp(s->object, "element") == 0)
		undo_element(w, s);
	else if (strcmp(s->object, "course_curriculum") == 0)
		pin_left(w->db, s->row_id, s->after_it, w->today);
	else if (strcmp(s->object, "agreement") == 0)
		agreement_cancel(w->db, s->row_id, w->today);
	else if (strcmp(s->object, "user_role") == 0)
		undo_role(w, s);
	else if (strcmp(s->object, "org_unit") == 0)
		undo_place(w, s);
}

bool
run_undo(struct engine *e, struct work *w, const char **why)
{
	struct run_steps *steps = NULL;
	size_t n = 0;

	if ((*why = in_the_way(w)) != NULL)
		return false;
	run_steps(w->db, w->run, &steps, &n);
	for (size_t i = 0; i < n && work_row(w); i++)
		undo_step(w, &steps[i]);
	db_use(w->db, w->keep);
	records_let_go(w->db, w->run);
	run_taken_back(w->db, w->run, w->now);
	run_state_set(w->db, w->run, "TILBAGE_BESTILT", "TAGET_TILBAGE", "", e->today, e->now);
	return db_failed(w->db) == DB_ONE;
}
