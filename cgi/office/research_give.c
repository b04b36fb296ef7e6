/* SPDX-License-Identifier: MPL-2.0
 *
 * Dispensation from research training, in whole or in part, and approval on another basis: all that
 * was chosen in one action, or nothing (R-FOS-10, R-FOS-11).
 */
#include <string.h>

#include "audit.h"
#include "chain.h"
#include "queries/research_office.h"
#include "research_office.h"
#include "tell.h"

struct giving {
	struct request *req;
	const struct subject *who;
	const struct form *form;
	const struct research_view *research;
	const char *kind, *ground, *case_no, *words; /* words and case_no NULL for none */
	bool whole, filed, has_file;
	struct attached file;
	const uint32_t *parts;
	size_t n;
};

static const struct research_view *
read_again(struct giving *g)
{
	static const struct research_places nowhere = { { NULL }, { "#" } };

	return g->research = research_view_of(g->req, g->who, path_u32(g->req, "doctor"), &nowhere);
}

/* --- reading the form ------------------------------------------------------------------- */

/* Is the part among those chosen? */
static bool
is_chosen(const struct giving *g, uint32_t part)
{
	if (g->whole)
		return true;
	for (size_t i = 0; i < g->n; i++)
		if (g->parts[i] == part)
			return true;
	return false;
}

/* The overall attestation comes after every part, those chosen with it counted (T-101). */
static bool
overall_would_hold(const struct giving *g)
{
	for (size_t i = 0; i < g->research->n; i++) {
		const struct research_line *l = &g->research->lines[i];

		if (l->kind != RESEARCH_OVERALL && !research_is_done(l->state) &&
		    !is_chosen(g, l->id))
			return false;
	}
	return true;
}

static void
check_parts(struct giving *g)
{
	for (size_t i = 0; i < g->n; i++) {
		const struct research_line *l = research_line_of(g->research, g->parts[i]);

		if (l == NULL)
			form_refuse(g->form, "del", "Vælg kun dele fra listen.");
		else if (l->kind == RESEARCH_OVERALL && !overall_would_hold(g))
			form_refuse(g->form, "del",
			    "Den samlede attestation kan gives, når alle andre dele er godkendt "
			    "eller dispenseret.");
	}
	if (!g->whole && g->n == 0)
		form_refuse(g->form, "del", "Vælg mindst én del.");
}

static void
read_how(struct giving *g)
{
	const char *how = form_choice(g->form, "hvordan", "hel", "delvis", "andet", NULL);

	g->ground = form_choice(g->form, "grundlag", "PHD", "DR", "OTHER", NULL);
	if (how == NULL)
		return;
	g->whole = strcmp(how, "hel") == 0;
	g->kind = g->whole               ? "DISPENSATION_FULL"
	    : strcmp(how, "delvis") == 0 ? "DISPENSATION_PARTIAL"
	                                 : "OTHER_BASIS";
	if (!g->whole)
		g->parts = form_ids(g->form, "del", &g->n);
	check_parts(g);
}

/* The evidence is the file sent now, or one that the doctor has put there. */
static void
read_evidence(struct giving *g)
{
	uint32_t picked = form_u32(g->form, "bevis", 0);
	enum research_evidence evidence;

	g->filed = form_ticked(g->form, "journaliseret");
	g->case_no = form_line(g->form, "sagsnr", RESEARCH_CASE_MOST);
	g->file = attached_of_form(
	    g->req, g->who, g->form, "fil", FILE_DIPLOMA, g->research->doctor, &g->has_file);
	if (!g->has_file && picked != 0) {
		g->file = (struct attached){ .id = picked };
		g->has_file = true;
	}
	evidence = research_evidence(g->filed, g->case_no, g->has_file);
	if (evidence == RESEARCH_EVIDENCE_NO_CASE)
		form_refuse(g->form, "sagsnr", research_evidence_fault(evidence));
	else if (evidence == RESEARCH_EVIDENCE_NO_FILE && form_fault(g->form, "fil") == NULL)
		form_refuse(g->form, "fil", research_evidence_fault(evidence));
	if (g->case_no[0] == '\0')
		g->case_no = NULL;
}

static void
read_form(struct giving *g)
{
	const char *words = form_text(g->form, "begrundelse", RESEARCH_WORDS_MOST);

	read_how(g);
	read_evidence(g);
	g->words = words[0] == '\0' ? NULL : words;
	if (g->words == NULL && g->kind != NULL && g->ground != NULL &&
	    (!g->whole || strcmp(g->ground, "OTHER") == 0))
		form_refuse(g->form, "begrundelse", "Skriv begrundelsen.");
}

/* --- storing ---------------------------------------------------------------------------- */

/* Parts in their order, so that the overall attestation comes last.  How many were given; false
 * when one could not be, and then nothing is stored. */
static bool
store(const struct giving *g, size_t *given)
{
	const struct research_view *r = g->research;
	const uint32_t *file = g->has_file ? &g->file.id : NULL;

	*given = 0;
	for (size_t i = 0; i < r->n; i++) {
		const struct research_line *l = &r->lines[i];

		if (!is_chosen(g, l->id) || research_is_done(l->state))
			continue;
		if (research_dispense(g->req->db, g->who, r->doctor, l->id, g->kind, g->ground,
		        g->filed, g->case_no, file, g->words) != DB_ONE)
			return false;
		++*given;
	}
	return true;
}

/* Are all that were chosen done already, by the same person: a double click? */
static bool
is_given(const struct giving *g)
{
	for (size_t i = 0; i < g->research->n; i++) {
		const struct research_line *l = &g->research->lines[i];

		if (is_chosen(g, l->id) && !research_is_done(l->state))
			return false;
	}
	return true;
}

static void
give(struct giving *g)
{
	struct request *req = g->req;
	uint32_t doctor = g->research->doctor;
	size_t given = 0;

	if ((g->has_file && !attached_store(req, g->who, FILE_DIPLOMA, doctor, &g->file)) ||
	    !store(g, &given) || given == 0) {
		answer_error(req, g->who, 409, "Det kunne ikke gemmes",
		    "Intet er gemt. En anden har måske netop godkendt en del. Gå tilbage, "
		    "genindlæs siden, og prøv igen.");
		return;
	}
	audit(req->db, g->who, "dispense research", "person", doctor,
	    arena_format(
	        req->arena, "%s, parts %zu%s", g->kind, given, g->has_file ? ", file" : ""));
	tell_notice(req->db, doctor, NOTICE_RESEARCH_DISPENSED, 0, "", "/logbog/forskningstraening",
	    subject_now(g->who));
}

static void
see(const struct giving *g)
{
	struct url at = url_of(g->req->arena, "/sekretariat/brugere/%u/forskningstraening",
	    path_u32(g->req, "doctor"));

	reply_see(g->req, url_with(g->req->arena, at, "besked", "givet"));
}

static void
ask_again(struct giving *g)
{
	if (g->has_file && g->file.is_new &&
	    !attached_store(g->req, g->who, FILE_DIPLOMA, g->research->doctor, &g->file))
		answer_not_found(g->req, g->who);
	else
		research_office_again(g->req, g->who, g->form,
		    g->file.name == NULL ? (struct attached){ 0 } : g->file);
}

/* One at a time for each doctor: of two clicks the second waits, and finds it done. */
void
research_office_give(struct request *req, const struct subject *who, const struct form *form)
{
	struct giving g = { .req = req, .who = who, .form = form };

	if (doctor_within_reach(req, who, path_u32(req, "doctor")) == NULL ||
	    read_again(&g) == NULL) {
		answer_not_found(req, who);
		return;
	}
	read_form(&g);
	if (form_wrong(form)) {
		ask_again(&g);
		return;
	}
	chain_take(req->db, g.research->doctor);
	if (read_again(&g) == NULL) {
		answer_not_found(req, who);
		return;
	}
	if (!is_given(&g))
		give(&g);
	if (reply_status(req) < 400)
		see(&g);
}
