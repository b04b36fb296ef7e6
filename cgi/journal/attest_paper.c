/* SPDX-License-Identifier: MPL-2.0
 *
 * The original attestation on paper of an element that has ended: its scan, and what it says, for the
 * doctor's present UAO or tutor to verify (R-ATT-04, R-ATT-08).
 */
#include "attest.h"

#include "queries/link.h"
#include "secret.h"
#include "tell.h"

struct paper_case {
	struct request *req;
	const struct subject *who;
	const struct form *form; /* NULL the first time */
	const struct attest_element *element;
	int32_t limit;
	struct attached file;
	bool has_file;
};

/* False where the element is none of the doctor's, or has not ended. */
static bool
read_case(struct paper_case *c)
{
	struct attest_places none = { .prints = PRINTS_NONE };
	const struct training *t = training_of(c->req->db, c->who, subject_id(c->who));
	const struct training_element *e;
	struct attest_list list;
	uint32_t id = path_u32(c->req, "element");

	if (id == 0 || !attestations_of(c->req, c->who, subject_id(c->who), id, t, &none, &list) ||
	    list.n == 0 || list.elements[0].row->gone ||
	    day_compare(c->req->today, list.elements[0].row->until) < 0)
		return false;
	c->element = list.elements;
	e = training_element(t, id, NULL);
	c->limit = e == NULL
	    ? absence_limit(days360(c->element->row->since, c->element->row->until))
	    : e->standing.limit;
	return true;
}

static void
fill_fields(const struct paper_case *c, struct attest_paper_view *v)
{
	const struct form *f = c->form;

	v->paper =
	    field_of(f, "attestation", "Scannet original", "PDF, PNG eller JPEG, højst 20 MB");
	v->signer = field_of(f, "underskriver", "Hvem har skrevet under?", NULL);
	v->signer.most = SIGNER_MOST;
	v->title =
	    field_of(f, "titel", "Underskriverens titel", "Fx uddannelsesansvarlig overlæge");
	v->title.most = SIGNER_TITLE_MOST;
	v->signed_on = field_of(f, "dato", "Dato for underskrift",
	    arena_format(c->req->arena,
	        "Tidligst %s, i ansættelsens sidste måned. Skriv fx 31.01.2027",
	        day_text(c->req->arena, attestation_earliest(c->element->row->until))));
	v->days = field_of(f, "fravaer", "Fravær i alt, i dage",
	    arena_format(
	        c->req->arena, "Som der står på attestationen. Grænsen er %d dage", (int)c->limit));
	v->days.inputmode = "numeric";
	v->days.most = 4;
	v->prolonged = field_of(f, "forlaenget", "Forlængelse eller erstatning",
	    "Kun nødvendigt, når fraværet er over grænsen: hvordan det er indhentet");
	v->prolonged.most = PROLONGED_MOST;
	v->faults = faults_of(c->req->arena, f);
	if (!c->has_file || c->file.id == 0)
		return;
	v->paper.label = "En anden fil i stedet";
	v->kept = c->file.id;
	v->kept_name = c->file.name;
	v->kept_pages = c->file.pages;
}

static void
show(const struct paper_case *c, unsigned status)
{
	struct arena *a = c->req->arena;
	const struct attest_elements *e = c->element->row;
	struct attest_paper_view v = {
		.head = head_of(c->req, c->who, "Attestation for tid på papir"),
		.back = url_local(a, "/logbog/attestationer"),
		.at = url_of(a, "/logbog/attestationer/%u/papir", e->element),
		.place = e->place,
		.stage = c->element->stage,
		.position_no = e->position_no,
		.since = c->element->since,
		.until = c->element->until,
		.limit = c->limit,
	};

	fill_fields(c, &v);
	attest_paper_page(reply_html(c->req, status), &v);
}

/* It is signed, or waits already. */
static void
refuse(const struct paper_case *c)
{
	answer_error(c->req, c->who, 409, "Attestationen kan ikke lægges ind nu",
	    arena_format(c->req->arena, "Attestation for tid: %s. Gå tilbage til Attestationer.",
	        c->element->lines[ATTEST_TIME].title));
}

void
attest_paper(struct request *req, const struct subject *who)
{
	struct paper_case c = { .req = req, .who = who };

	if (!read_case(&c))
		answer_not_found(req, who);
	else if (!attestation_may_be_asked(c.element->lines[ATTEST_TIME].state))
		refuse(&c);
	else
		show(&c, 200);
}

/* What the paper says. */
struct said {
	const char *signer, *title, *prolonged;
	struct day on;
	uint32_t days;
};

static void
read_day(const struct paper_case *c, struct said *s)
{
	struct day earliest = attestation_earliest(c->element->row->until);

	s->on = form_day(c->form, "dato");
	if (day_is_none(s->on))
		form_refuse(c->form, "dato", "Skriv datoen for underskriften.");
	else if (day_compare(s->on, earliest) < 0)
		form_refuse(c->form, "dato",
		    arena_format(c->req->arena,
		        "Attestationen må tidligst være underskrevet %s, i ansættelsens sidste måned.",
		        day_text(c->req->arena, earliest)));
	else if (day_compare(s->on, c->req->today) > 0)
		form_refuse(c->form, "dato", "Datoen ligger i fremtiden.");
}

static void
read_absence(const struct paper_case *c, struct said *s)
{
	const char *prolonged = form_line(c->form, "forlaenget", PROLONGED_MOST);

	s->days = form_u32(c->form, "fravaer", UINT32_MAX);
	s->prolonged = prolonged[0] == '\0' ? NULL : prolonged;
	if (s->days == UINT32_MAX || s->days > 3650)
		form_refuse(c->form, "fravaer", "Skriv antal dage, 0 hvis der ikke var fravær.");
	else if ((int32_t)s->days > c->limit && s->prolonged == NULL)
		form_refuse(c->form, "forlaenget",
		    "Fraværet er over grænsen. Skriv, hvordan det er indhentet, som der står på attestationen.");
}

static void
read_form(struct paper_case *c, struct said *s)
{
	c->file = attached_of_form(c->req, c->who, c->form, "attestation", FILE_PAPER_ATTESTATION,
	    subject_id(c->who), &c->has_file);
	if (!c->has_file && form_fault(c->form, "attestation") == NULL)
		form_refuse(c->form, "attestation", "Vælg filen med den scannede original.");
	s->signer =
	    form_needed(c->form, "underskriver", SIGNER_MOST, "Skriv, hvem der har skrevet under.");
	s->title = form_needed(c->form, "titel", SIGNER_TITLE_MOST, "Skriv underskriverens titel.");
	read_day(c, s);
	read_absence(c, s);
}

/* One at a time for each doctor: of two clicks the second waits here, and then finds the first. */
static void
take_turn(const struct paper_case *c)
{
	static const struct hash zero;

	chain_lock(c->req->db, subject_id(c->who), hash_bytes(&zero));
}

static void
see(struct request *req)
{
	reply_see(req,
	    url_with(
	        req->arena, url_local(req->arena, "/logbog/attestationer"), "besked", "papir"));
}

static void
store(struct paper_case *c, const struct said *s)
{
	struct request *req = c->req;
	uint32_t element = c->element->row->element;

	if (attached_store(req, c->who, FILE_PAPER_ATTESTATION, subject_id(c->who), &c->file) &&
	    attest_paper_ask(req->db, c->who, element, c->file.id, s->signer, s->title, s->on,
	        s->days, (uint32_t)c->limit, NULL, s->prolonged) == DB_ONE) {
		attest_ask_tell(req->db, c->who, element, true, TOLD_SINCE(req->now));
		see(req);
		return;
	}
	answer_error(req, c->who, 409, "Attestationen kunne ikke lægges ind",
	    "Ansættelsen er netop ændret eller attesteret. Intet er gemt. Gå tilbage til Attestationer.");
}

void
attest_paper_send(struct request *req, const struct subject *who, const struct form *form)
{
	struct paper_case c = { .req = req, .who = who, .form = form };
	struct said said = { 0 };

	take_turn(&c);
	if (!read_case(&c))
		answer_not_found(req, who);
	else if (c.element->lines[ATTEST_TIME].state == ATTESTATION_PAPER)
		see(req); /* a double click */
	/* What bars it when the element is over is absence above the limit (R-ATT-10), on paper too. */
	else if (!attestation_may_be_asked(c.element->lines[ATTEST_TIME].state) ||
	    c.element->lines[ATTEST_TIME].bar != NULL)
		refuse(&c);
	else {
		read_form(&c, &said);
		if (!form_wrong(form))
			store(&c, &said);
		else if (!c.has_file ||
		    attached_store(req, who, FILE_PAPER_ATTESTATION, subject_id(who), &c.file))
			show(&c, 422);
	}
}
