/* SPDX-License-Identifier: MPL-2.0
 *
 * For which doctors a supervisor answers, and until when.  Rows are ended and added, never
 * changed, so that who said what when is kept (R-ROL-07).
 */
#include <string.h>

#include "supervisors.h"

static const struct day open_end = { 9999, 12, 31 };

static const char *
until_name(struct arena *a, uint32_t doctor)
{
	return arena_format(a, "til_%u", doctor);
}

static const char *
last_day_text(struct arena *a, struct day until)
{
	return day_compare(until, open_end) >= 0 ? "" : day_text(a, day_add(until, -1));
}

/* What holds for that doctor now; NULL when nothing does. */
static const struct delegations_of *
live_of(const struct delegations_of *rows, size_t n, uint32_t doctor)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i].live && rows[i].doctor == doctor)
			return &rows[i];
	return NULL;
}

static struct delegation_box
box_of(struct arena *a, const struct form *form, const struct doctors_to_delegate *d,
    const struct delegations_of *live)
{
	const char *name = until_name(a, d->doctor);
	struct delegation_box b = { .doctor = d->doctor,
		.name = d->name,
		.since = d->since,
		.last = day_add(d->until, -1),
		.until =
		    field_of(form, name, arena_format(a, "Til og med, for %s", d->name), NULL) };

	if (form != NULL) {
		b.ticked = form_has(form, "laege", arena_format(a, "%u", d->doctor));
	} else if (live != NULL) {
		b.ticked = true;
		b.until.value = last_day_text(a, live->until);
	}
	return b;
}

struct delegation_form
delegation_shown(struct request *req, const struct subject *who, const struct form *form,
    uint32_t person, uint32_t held)
{
	struct delegation_form f = { .scope_fault = form_fault(form, "omfang"),
		.doctor_fault = form_fault(form, "laege") };
	struct doctors_to_delegate *doctors = NULL;
	struct delegations_of *rows = NULL;
	struct delegation_box *boxes;
	size_t nrows = 0;

	doctors_to_delegate(req->db, who, person, &doctors, &f.n);
	if (held != 0 && form == NULL)
		delegations_of(req->db, who, held, &rows, &nrows);
	boxes = arena_array(req->arena, f.n, sizeof *boxes);
	for (size_t i = 0; i < f.n; i++)
		boxes[i] =
		    box_of(req->arena, form, &doctors[i], live_of(rows, nrows, doctors[i].doctor));
	f.boxes = boxes;
	f.named = form_has(form, "omfang", "navngivne");
	return f;
}

/* --- reading -------------------------------------------------------------------------------- */

static bool
is_there(const struct doctors_to_delegate *doctors, size_t n, uint32_t doctor)
{
	for (size_t i = 0; i < n; i++)
		if (doctors[i].doctor == doctor)
			return true;
	return false;
}

static struct delegated
read_one(struct request *req, const struct form *form, uint32_t doctor)
{
	const char *name = until_name(req->arena, doctor);
	struct day last = form_day(form, name);

	if (day_is_none(last))
		return (struct delegated){ doctor, open_end };
	if (day_compare(last, req->today) < 0)
		form_refuse(form, name,
		    "Den sidste dag kan tidligst være i dag. Skal det slutte nu, så fjern hakket.");
	return (struct delegated){ doctor, day_add(last, 1) };
}

struct delegation
delegation_read(
    struct request *req, const struct subject *who, const struct form *form, uint32_t person)
{
	const char *scope = form_choice(form, "omfang", "alle", "navngivne", NULL);
	struct delegation d = { .named = scope != NULL && strcmp(scope, "navngivne") == 0 };
	struct doctors_to_delegate *doctors = NULL;
	struct delegated *at;
	size_t ndoctors = 0;
	const uint32_t *ids;

	if (!d.named)
		return d;
	ids = form_ids(form, "laege", &d.n);
	doctors_to_delegate(req->db, who, person, &doctors, &ndoctors);
	if (d.n == 0)
		form_refuse(form, "laege",
		    "Sæt hak ved mindst én læge, eller vælg alle afdelingens læger.");
	at = arena_array(req->arena, d.n, sizeof *at);
	for (size_t i = 0; i < d.n; i++) {
		if (!is_there(doctors, ndoctors, ids[i]))
			form_refuse(form, "laege",
			    "En af lægerne er ikke i afdelingen. Vælg kun fra listen.");
		at[i] = read_one(req, form, ids[i]);
	}
	d.at = at;
	return d;
}

/* --- storing -------------------------------------------------------------------------------- */

static const struct delegated *
chosen_of(const struct delegation *d, uint32_t doctor)
{
	for (size_t i = 0; d->named && i < d->n; i++)
		if (d->at[i].doctor == doctor)
			return &d->at[i];
	return NULL;
}

void
delegation_store(
    struct request *req, const struct subject *who, uint32_t held, const struct delegation *d)
{
	struct delegations_of *rows = NULL;
	size_t n = 0;

	delegations_of(req->db, who, held, &rows, &n);
	for (size_t i = 0; i < n; i++) {
		const struct delegated *chosen = chosen_of(d, rows[i].doctor);

		if (!rows[i].live ||
		    (chosen != NULL && day_compare(chosen->until, rows[i].until) == 0))
			continue;
		delegation_end(req->db, who, held, rows[i].doctor);
		rows[i].live = false;
	}
	for (size_t i = 0; d->named && i < d->n; i++)
		if (live_of(rows, n, d->at[i].doctor) == NULL)
			delegation_put(req->db, who, held, d->at[i].doctor, d->at[i].until);
}
