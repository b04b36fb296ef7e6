/* SPDX-License-Identifier: MPL-2.0
 *
 * Giving merit: one row for the merit, one for each competency that it covers, all or nothing.
 */
#include <stdio.h>
#include <string.h>

#include "audit.h"
#include "chain.h"
#include "merit_decision.h"
#include "tell.h"

struct giving {
	struct merit_case c;
	const uint32_t *goals; /* competencies */
	size_t n;
	const char *note; /* NULL for none */
	unsigned char once[16];
};

static bool
once_read(const char *text, unsigned char once[16])
{
	static const char hex[] = "0123456789abcdef";

	if (strlen(text) != 32 || strspn(text, hex) != 32)
		return false;
	for (size_t i = 0; i < 16; i++)
		once[i] = (unsigned char)((strchr(hex, text[2 * i]) - hex) << 4 |
		    (strchr(hex, text[2 * i + 1]) - hex));
	return true;
}

/* A form that has given its merit already leads to that one: a double click, or sent again. */
static bool
is_given(const struct giving *g)
{
	struct request *req = g->c.req;
	struct bytes once = { g->once, sizeof g->once };
	struct merit_of_form row = { 0 };
	struct url at;

	if (merit_of_form(req->db, g->c.who, g->c.doctor->doctor, once, &row) != DB_ONE)
		return false;
	at = url_of(req->arena, "/sekretariat/merit/%u", row.id);
	reply_see(req, url_with(req->arena, at, "besked", "givet"));
	return true;
}

/* --- reading the form ------------------------------------------------------------------- */

static void
refuse_goal(const struct giving *g, const struct goal *goal, const char *why)
{
	form_refuse(g->c.form, "kompetence",
	    arena_format(g->c.req->arena, "%s %s %s", goal->number, goal->title, why));
}

/* Only what is in this list, and not approved already. */
static void
read_goals(struct giving *g)
{
	g->goals = form_ids(g->c.form, "kompetence", &g->n);
	for (size_t i = 0; i < g->n; i++) {
		const struct goal *goal = catalogue_goal(g->c.list, g->goals[i]);

		if (goal == NULL)
			form_refuse(g->c.form, "kompetence",
			    "En af de valgte kompetencer hører ikke til denne "
			    "målbeskrivelse. Vælg kun fra listen.");
		else if (!merit_may_cover(merit_case_state(&g->c, goal->id)))
			refuse_goal(g, goal,
			    "er allerede godkendt og er taget ud af listen. Send igen, "
			    "hvis resten er rigtigt.");
	}
}

static void
read_form(struct giving *g)
{
	const struct form *form = g->c.form;
	const char *note = form_text(form, "notat", MERIT_NOTE_MOST), *fault;

	read_goals(g);
	g->c.letter = attached_of_form(g->c.req, g->c.who, form, "meritbrev", FILE_MERIT_LETTER,
	    g->c.doctor->doctor, &g->c.has_letter);
	decision_read(&g->c, g->n);
	if (note[0] == '\0' && g->c.decision.made)
		note = g->c.decision.reason;
	g->note = note[0] == '\0' ? NULL : note;
	fault = merit_ground_fault(merit_ground(g->note, g->c.has_letter));
	if (fault != NULL && form_fault(form, "meritbrev") == NULL)
		form_refuse(form, "notat", fault);
}

/* --- what is wrong ---------------------------------------------------------------------- */

/* Shown again with all that was typed; a new letter is stored, so that it need not be chosen
 * again.  The page shows states of the logbook: a look, as its first showing was. */
static void
ask_again(struct giving *g)
{
	struct request *req = g->c.req;
	uint32_t doctor = g->c.doctor->doctor;

	if (g->c.has_letter &&
	    !attached_store(req, g->c.who, FILE_MERIT_LETTER, doctor, &g->c.letter)) {
		answer_not_found(req, g->c.who);
		return;
	}
	looked_into(req, doctor);
	merit_case_show(&g->c, 422);
}

/* Somebody approved it between our reading and our writing.  Nothing is stored, not even a
 * new letter. */
static void
was_taken(struct giving *g, uint32_t competency)
{
	const struct goal *goal = catalogue_goal(g->c.list, competency);

	g->c.taken = competency;
	refuse_goal(g, goal,
	    "er netop blevet godkendt af en anden. Intet er gemt. Send igen, hvis resten "
	    "er rigtigt.");
	if (g->c.letter.is_new) {
		g->c.has_letter = false;
		form_refuse(g->c.form, "meritbrev", "Vælg meritbrevet igen.");
	}
	looked_into(g->c.req, g->c.doctor->doctor);
	merit_case_show(&g->c, 409);
}

/* --- storing ---------------------------------------------------------------------------- */

/* One at a time for each doctor: of two clicks the second waits here, and then finds the
 * merit of the first. */
static void
take_turn(const struct giving *g)
{
	chain_take(g->c.req->db, g->c.doctor->doctor);
}

static void
store(struct giving *g)
{
	struct request *req = g->c.req;
	uint32_t doctor = g->c.doctor->doctor, id;
	struct bytes once = { g->once, sizeof g->once };
	char detail[40];

	if ((g->c.has_letter &&
	        !attached_store(req, g->c.who, FILE_MERIT_LETTER, doctor, &g->c.letter)) ||
	    merit_add(req->db, g->c.who, doctor, g->note, g->c.has_letter ? &g->c.letter.id : NULL,
	        once) != DB_ONE) {
		answer_error(req, g->c.who, 409, "Meritten kunne ikke gives",
		    "Intet er gemt. Gå tilbage, genindlæs siden, og prøv igen.");
		return;
	}
	id = db_inserted(req->db);
	for (size_t i = 0; i < g->n; i++) {
		if (merit_approve(req->db, g->c.who, id, g->goals[i]) != DB_ONE) {
			was_taken(g, g->goals[i]);
			return;
		}
	}
	if (decision_store(&g->c, id, g->n) != DB_ONE) {
		answer_error(req, g->c.who, 409, "Afgørelsen kunne ikke gemmes",
		    "Intet er gemt. Gå tilbage, genindlæs siden, og prøv igen.");
		return;
	}
	snprintf(
	    detail, sizeof detail, "competencies %zu%s", g->n, g->c.has_letter ? ", letter" : "");
	audit(req->db, g->c.who, "give merit", "merit", id, detail);
	tell_notice(req->db, doctor, NOTICE_MERIT, 0, "", "/logbog/notater", subject_now(g->c.who));
	is_given(g);
}

void
merit_give(struct request *req, const struct subject *who, const struct form *form)
{
	struct giving g = { .c = { .req = req, .who = who, .form = form } };

	if (!merit_case_read(&g.c)) {
		answer_not_found(req, who);
		return;
	}
	if (!once_read(g.c.once, g.once)) {
		answer_error(req, who, 400, "Formularen er ikke hel",
		    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
		return;
	}
	if (is_given(&g))
		return;
	read_form(&g);
	if (form_wrong(form)) {
		ask_again(&g);
		return;
	}
	take_turn(&g);
	if (!is_given(&g))
		store(&g);
}
