/* SPDX-License-Identifier: MPL-2.0
 *
 * One part of one's own research training: handed in for approval, and taken back.
 */
#include "own_research.h"

#include "queries/research_own.h"
#include "tell.h"

/* What the doctor typed, or what stands there from before. */
struct typed {
	const char *title, *venue, *words;
	struct day held_on;
	uint32_t asked; /* course provider */
	struct attached file;
	bool has_file;
};

/* --- the page --------------------------------------------------------------------------- */

/* Written products are files of no kind of their own. */
static enum file_kind
file_kind_of(enum research_kind k)
{
	return k == RESEARCH_MODULE ? FILE_CERTIFICATE : FILE_OTHER;
}

static void
fill_providers(struct request *req, const struct subject *who, const struct form *form,
    struct own_part_view *v)
{
	struct research_providers *rows;
	struct provider_choice *choices;

	if (research_providers(req->db, who, &rows, &v->nproviders) != DB_ONE)
		return;
	choices = arena_array(req->arena, v->nproviders, sizeof *choices);
	for (size_t i = 0; i < v->nproviders; i++)
		choices[i] = (struct provider_choice){ rows[i].held, rows[i].name, rows[i].course,
			form_has(form, "udbyder", arena_format(req->arena, "%u", rows[i].held)) };
	v->providers = choices;
	v->provider_fault = form_fault(form, "udbyder");
}

static const char *
file_label(enum research_kind k)
{
	switch (k) {
	case RESEARCH_MODULE:
		return "Kursusbevis";
	case RESEARCH_PROJECT:
		return "Skriftligt produkt";
	case RESEARCH_DESCRIPTION:
		return "Projektbeskrivelsen som fil";
	case RESEARCH_THEORY:
	case RESEARCH_PRESENTATION:
	case RESEARCH_OVERALL:
	case RESEARCH_KINDS:
		break;
	}
	return "Fil";
}

/* "Titel" or "Titel (valgfri)". */
static struct field
field_for(struct request *req, const struct form *form, const char *name, const char *label,
    enum research_need need, const char *hint)
{
	if (need == RESEARCH_MAY)
		label = arena_format(req->arena, "%s (valgfri)", label);
	return field_of(form, name, label, hint);
}

static void
fill_fields(struct request *req, const struct form *form, const struct attached *kept,
    struct own_part_view *v)
{
	bool module = v->line->kind == RESEARCH_MODULE;
	const struct research_needs *n = &v->needs;

	v->title = field_for(
	    req, form, "titel", module ? "Kursets navn" : "Projektets titel", n->title, NULL);
	v->title.most = RESEARCH_TITLE_MOST;
	v->held_on = field_for(req, form, "dato", module ? "Første kursusdag" : "Præsenteret den",
	    n->held_on, "Fx 1.3.2027");
	v->venue =
	    field_for(req, form, "sted", "Præsenteret hvor", n->venue, "Fx afdeling eller møde");
	v->venue.most = RESEARCH_TITLE_MOST;
	v->words = field_for(req, form, "ord",
	    v->line->kind == RESEARCH_DESCRIPTION ? "Projektbeskrivelse" : "Dine ord", n->words,
	    "Skriv ingen oplysninger om patienter.");
	v->file = field_for(
	    req, form, "fil", file_label(v->line->kind), n->file, attached_hint(req->arena));
	if (kept != NULL && kept->id != 0)
		v->kept = (struct kept_file){ kept->id, kept->name, kept->pages };
	v->faults = faults_of(req->arena, form);
}

/* Why the part cannot be asked for now; NULL when it can. */
static const char *
hindrance_of(struct request *req, const struct own_part_view *v)
{
	const struct research_view *r = v->research;

	if (v->asks_provider)
		return v->nproviders > 0 ? NULL
		                         : "Der er ingen kursusudbyder i logbogen at spørge. "
		                           "Kontakt sekretariatet.";
	if (!r->has_supervisor)
		return "Du har ingen forskningsvejleder endnu, så ingen kan svare.";
	if (v->line->kind == RESEARCH_THEORY &&
	    !research_theory_is_enough(v->line->days, r->listed))
		return arena_format(req->arena,
		    "Du har lagt %s ind. Der skal være mindst %u, før du kan anmode.",
		    research_days_text(req->arena, r->listed), v->line->days);
	if (v->line->kind == RESEARCH_OVERALL && !research_overall_is_possible(r->progress, r->n))
		return "Den samlede attestation kan gives, når alle dele er godkendt eller "
		       "dispenseret.";
	return NULL;
}

/* False when the part is none of the doctor's. */
static bool
fill(struct request *req, const struct subject *who, const struct form *form,
    struct own_part_view *v)
{
	struct research_places places = own_research_places(req->arena);
	uint32_t part = path_u32(req, "part");

	v->research = research_view_of(req, who, subject_id(who), &places);
	if (v->research == NULL || (v->line = research_line_of(v->research, part)) == NULL)
		return false;
	v->head = head_of(req, who, v->line->title);
	v->head.notice = notice_of(req, "anmodet", "Du har anmodet om godkendelse.", "trukket",
	    "Anmodningen er trukket tilbage.", NULL);
	v->back = url_local(req->arena, "/logbog/forskningstraening");
	v->add_course = url_local(req->arena, "/logbog/forskningstraening/kursus");
	v->ask = url_of(req->arena, "/logbog/forskningstraening/del/%u/anmod", part);
	v->withdraw = url_of(req->arena, "/logbog/forskningstraening/del/%u/fortryd", part);
	v->needs = research_needs(v->line->kind);
	v->asks_provider = research_approver(v->line->kind) == ROLE_KURSUSUDBYDER;
	v->may_ask = research_may_be_asked(v->line->state);
	v->may_withdraw = research_may_be_withdrawn(v->line->state);
	if (v->asks_provider && v->may_ask)
		fill_providers(req, who, form, v);
	v->hindrance = hindrance_of(req, v);
	return true;
}

static void
show(struct request *req, const struct subject *who, const struct form *form,
    const struct attached *kept, unsigned status)
{
	struct research_places places = own_research_places(req->arena);
	struct own_part_view v = { 0 };

	if (!fill(req, who, form, &v)) {
		answer_not_found(req, who);
		return;
	}
	v.story = research_story_of(req, who, subject_id(who), v.line, &places);
	fill_fields(req, form, kept, &v);
	own_part_page(reply_html(req, status), &v);
}

void
own_research_part(struct request *req, const struct subject *who)
{
	show(req, who, NULL, NULL, 200);
}

/* --- asking ----------------------------------------------------------------------------- */

static const char *
text_read(const struct form *form, const char *name, size_t most, enum research_need need,
    const char *missing)
{
	const char *text = need == RESEARCH_NOT ? "" : form_text(form, name, most);

	if (need == RESEARCH_MUST && text[0] == '\0')
		form_refuse(form, name, missing);
	return text[0] == '\0' ? NULL : text;
}

static struct day
day_typed(struct request *req, const struct form *form, enum research_need need)
{
	struct day d = need == RESEARCH_NOT ? (struct day){ 0 } : form_day(form, "dato");

	if (need == RESEARCH_MUST && day_is_none(d))
		form_refuse(form, "dato", "Skriv datoen.");
	else if (!day_is_none(d) && day_compare(d, req->today) > 0)
		form_refuse(form, "dato", "Datoen må ikke ligge ude i fremtiden.");
	return d;
}

static struct typed
read_form(struct request *req, const struct subject *who, const struct form *form,
    const struct own_part_view *v)
{
	const struct research_needs *n = &v->needs;
	struct typed t = {
		.title = text_read(form, "titel", RESEARCH_TITLE_MOST, n->title, "Skriv titlen."),
		.held_on = day_typed(req, form, n->held_on),
		.venue =
		    text_read(form, "sted", RESEARCH_TITLE_MOST, n->venue, "Skriv, hvor det var."),
		.words =
		    text_read(form, "ord", RESEARCH_WORDS_MOST, n->words, "Beskriv projektet."),
		.asked = v->asks_provider ? form_u32(form, "udbyder", 0) : 0,
	};

	if (v->asks_provider && t.asked == 0)
		form_refuse(form, "udbyder", "Vælg den kursusudbyder, der skal godkende.");
	if (n->file == RESEARCH_NOT)
		return t;
	t.file = attached_of_form(
	    req, who, form, "fil", file_kind_of(v->line->kind), subject_id(who), &t.has_file);
	if (n->file == RESEARCH_MUST && !t.has_file && form_fault(form, "fil") == NULL)
		form_refuse(form, "fil", "Vedhæft filen.");
	return t;
}

static void
see(struct request *req, const char *word)
{
	struct url at =
	    url_of(req->arena, "/logbog/forskningstraening/del/%u", path_u32(req, "part"));

	reply_see(req, url_with(req->arena, at, "besked", word));
}

/* Nothing was added: a double click has done it already, or it cannot be done now. */
static void
explain(
    struct request *req, const struct subject *who, enum research_state wanted, const char *word)
{
	struct own_part_view v = { 0 };

	if (!fill(req, who, NULL, &v))
		answer_not_found(req, who);
	else if (v.line->state == wanted)
		see(req, word);
	else if (research_is_done(v.line->state) || v.line->state == RESEARCH_RETURNED)
		answer_error(req, who, 409, "Delen er allerede besvaret",
		    "Gå tilbage til Forskningstræning for at se svaret.");
	else
		answer_error(req, who, 409, "Det kunne ikke gøres",
		    v.hindrance != NULL ? v.hindrance : "Gå tilbage til delen, og prøv igen.");
}

void
own_research_ask(struct request *req, const struct subject *who, const struct form *form)
{
	struct own_part_view v = { 0 };
	struct typed t;
	enum file_kind kind;

	if (!fill(req, who, form, &v)) {
		answer_not_found(req, who);
		return;
	}
	t = read_form(req, who, form, &v);
	kind = file_kind_of(v.line->kind);
	if (!v.may_ask || v.hindrance != NULL) {
		explain(req, who, RESEARCH_REQUESTED, "anmodet");
		return;
	}
	if (t.has_file && !attached_store(req, who, kind, subject_id(who), &t.file))
		answer_not_found(req, who);
	else if (form_wrong(form))
		show(req, who, form, &t.file, 422);
	else if (research_ask(req->db, who, v.line->id, t.asked == 0 ? NULL : &t.asked, t.title,
	             t.held_on, t.venue, t.words, t.has_file ? &t.file.id : NULL) == DB_ONE) {
		research_ask_tell(req->db, who, v.line->id, TOLD_SINCE(req->now));
		see(req, "anmodet");
	} else
		explain(req, who, RESEARCH_REQUESTED, "anmodet");
}

void
own_research_withdraw(struct request *req, const struct subject *who, const struct form *form)
{
	(void)form;
	if (research_withdraw(req->db, who, path_u32(req, "part")) == DB_ONE)
		see(req, "trukket");
	else
		explain(req, who, RESEARCH_WITHDRAWN, "trukket");
}
