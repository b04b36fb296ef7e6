/* SPDX-License-Identifier: MPL-2.0
 *
 * Absence is registered, or taken out, by the doctor or by the UAO or tutor of the department: the
 * two document it together (R-TID-06).
 */
#include "audit.h"
#include "chain.h"
#include "queries/absence.h"
#include "tell.h"
#include "training_view.h"

/* One sending of the form. */
struct keeping {
	struct request *req;
	const struct subject *who;
	const struct form *form;
	const struct time_places *places;
	const struct training *training;
	const struct training_element *element;
	uint32_t type;
	bool counts;
	struct day since, until;
};

static bool
find(struct keeping *k, uint32_t doctor, uint32_t element)
{
	k->training = training_of(k->req->db, k->who, doctor);
	k->element = absence_element(k->who, k->training, element);
	if (k->element == NULL)
		answer_not_found(k->req, k->who);
	return k->element != NULL;
}

static void
see(const struct keeping *k, const char *word)
{
	struct url at = time_absence_url(k->req->arena, k->places, k->element->row->id);

	reply_see(k->req, url_with(k->req->arena, at, "besked", word));
}

static void
read_form(struct keeping *k)
{
	const struct time_elements *e = k->element->row;
	const struct absence_fault *fault;
	const struct absence_choice *types;
	bool known = false;
	size_t n;

	k->type = form_u32(k->form, "type", 0);
	types = absence_choices(k->req, k->who, e->course, k->form, &n);
	for (size_t i = 0; i < n; i++) {
		if (types[i].id != k->type)
			continue;
		known = true;
		k->counts = types[i].counts;
	}
	if (!known)
		form_refuse(k->form, "type", "Vælg, hvilken slags fravær det er.");
	k->since = form_day(k->form, "fra");
	k->until = form_day(k->form, "til");
	if (form_fault(k->form, "fra") != NULL || form_fault(k->form, "til") != NULL)
		return;
	fault = absence_fault(k->req->arena, k->since, k->until, e->since, e->until);
	if (fault != NULL)
		form_refuse(k->form, fault->field, fault->sentence);
}

/* R-TID-07: with what is registered already, also across elements. */
static bool
is_long(const struct keeping *k)
{
	const struct training *t = k->training;
	struct absence_spell *s = arena_array(k->req->arena, t->nabsences, sizeof *s);
	size_t n = 0;

	for (size_t i = 0; i < t->nabsences; i++)
		if (t->absences[i].cancelled.s == 0)
			s[n++] = (struct absence_spell){ t->absences[i].id, t->absences[i].type,
				t->absences[i].counts, t->absences[i].since, t->absences[i].until };
	return k->counts && absence_is_long(absence_in_a_row(s, n, k->since, k->until));
}

static bool
store(struct keeping *k)
{
	struct db *db = k->req->db;
	uint32_t doctor = k->training->doctor, element = k->element->row->id;

	chain_take(db, doctor); /* nobody signs the element's time meanwhile */
	switch (absence_add(db, k->who, doctor, element, k->type, k->since, k->until)) {
	case DB_ONE:
		break;
	case DB_TAKEN:
		see(k, "registreret");
		return false;
	case DB_NONE:
	case DB_AGAIN:
	case DB_DOWN:
		answer_error(k->req, k->who, 409, "Fraværet kunne ikke registreres",
		    "Delforløbet er netop ændret. Intet er gemt. Gå tilbage, genindlæs siden, og prøv igen.");
		return false;
	}
	audit(db, k->who, "register absence", "absence", db_inserted(db), "");
	if (is_long(k))
		absence_tell_office(db, k->who, doctor, element, TOLD_SINCE(subject_now(k->who)));
	absence_tell_ground(db, k->who, doctor, element);
	see(k, "registreret");
	return true;
}

bool
absence_keep(struct request *req, const struct subject *who, uint32_t doctor, uint32_t element,
    const struct time_places *places, const struct form *form)
{
	struct keeping k = { .req = req, .who = who, .form = form, .places = places };

	if (!find(&k, doctor, element))
		return false;
	read_form(&k);
	if (!form_wrong(form))
		return store(&k);
	absence_show(req, who, doctor, element, places, true, form, 422);
	return false;
}

/* What is there to be taken out by who asks: by the doctor, the doctor's own. */
static const struct time_absences *
absence_of(const struct subject *who, const struct training *t, uint32_t absence)
{
	for (size_t i = 0; t != NULL && i < t->nabsences; i++) {
		const struct time_absences *x = &t->absences[i];

		if (x->id == absence &&
		    (subject_role(who) != ROLE_UL || x->given_by == subject_id(who)))
			return x;
	}
	return NULL;
}

bool
absence_drop(struct request *req, const struct subject *who, uint32_t doctor, uint32_t absence,
    const struct time_places *places)
{
	struct keeping k = { .req = req,
		.who = who,
		.places = places,
		.training = training_of(req->db, who, doctor) };
	const struct time_absences *x = absence_of(who, k.training, absence);

	if (x != NULL)
		k.element = absence_element(who, k.training, x->element);
	if (k.element == NULL) {
		answer_not_found(req, who);
		return false;
	}
	see(&k, "udgaaet");
	chain_take(req->db, doctor);
	if (absence_take_out(req->db, who, doctor, absence) != DB_ONE)
		return false;
	audit(req->db, who, "take out absence", "absence", absence, "");
	absence_tell_ground(req->db, who, doctor, x->element);
	return true;
}
