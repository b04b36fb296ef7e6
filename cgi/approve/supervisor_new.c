/* SPDX-License-Identifier: MPL-2.0
 *
 * A new supervisor of the department, in two steps: whom, by e-mail address or CPR number; then
 * the role, from when, until when, for which doctors.  Whoever asks sees the name alone, and only
 * of whom they know the whole address or number of: a department does not browse the country.
 * Somebody new is put in with name, CPR number, e-mail and mobile, all of them, and gets no way in
 * before the secretariat has confirmed the address, or an import has: whoever has that mailbox
 * would be whoever has that number.
 */
#include <string.h>

#include "audit.h"
#include "cpr.h"
#include "person_make.h"
#include "person_rule.h"
#include "secret.h"
#include "supervisors.h"
#include "tell.h"

enum { TYPED_MOST = 254, AHEAD_MOST = 366 };

/* Look-ups by one person within a day and a night.  A department has a handful of new supervisors a
 * month; whoever tries numbers to see whose they are is stopped here, and stands in the audit. */
enum { LOOKED_UP_MOST = 120, LOOKED_UP_WITHIN = 24 * 60 * 60 };

static const struct day open_end = { 9999, 12, 31 };

/* One sending of the form. */
struct making {
	struct request *req;
	const struct subject *who;
	const struct form *form;
	enum making_stage stage;
	const char *typed, *name; /* name NULL until somebody was found */
	uint32_t person;          /* 0 likewise */
	struct cpr cpr;
	bool by_cpr;
	enum role role;
	struct day since, until; /* until: the day after the last */
	struct delegation delegation;
};

/* --- the page ------------------------------------------------------------------------------- */

static struct field
needed(
    const struct form *form, const char *name, const char *label, const char *hint, uint32_t most)
{
	struct field f = field_of(form, name, label, hint);

	f.most = most;
	f.needed = true;
	return f;
}

static void
fill_fields(const struct making *m, struct making_view *v)
{
	struct arena *a = m->req->arena;

	v->who = needed(m->form, "q", "E-mail eller CPR-nummer",
	    "Hele e-mailen eller alle ti cifre. Findes brugeren ikke, kan du oprette vedkommende bagefter.",
	    TYPED_MOST);
	v->new_name = needed(m->form, "navn", "Navn", NULL, NAME_MOST);
	v->cpr = needed(m->form, "cpr", "CPR-nummer", "Ti cifre.", 11);
	v->email =
	    needed(m->form, "email", "E-mail", "Den logger vedkommende ind med.", EMAIL_MOST);
	v->email.type = "email";
	v->mobile = needed(m->form, "mobil", "Mobilnummer",
	    "Otte cifre, eller + og landekode. Engangskoder sendes dertil.", 0);
	v->mobile.type = "tel";
	v->since = field_of(m->form, "fra", "Første dag", NULL);
	v->since.needed = true;
	v->until =
	    field_of(m->form, "til", "Sidste dag (valgfri)", "Tom: indtil du afslutter rollen.");
	if (form_value(m->form, "fra")[0] == '\0' && v->since.fault == NULL)
		v->since.value = day_text(a, m->req->today);
	if (form_value(m->form, "ny")[0] != '\0')
		return;
	v->cpr.value = m->by_cpr ? m->typed : "";
	v->email.value = m->by_cpr ? "" : m->typed;
}

static void
show(const struct making *m, unsigned status)
{
	struct request *req = m->req;
	struct making_view v = { .head = head_of(req, m->who, "Ny vejleder"),
		.list = url_local(req->arena, "/vejleder/vejledere"),
		.at = url_local(req->arena, "/vejleder/vejledere/ny"),
		.here = approve_here(req, m->who),
		.stage = m->stage,
		.typed = m->typed,
		.name = m->name,
		.main_supervisor = form_has(m->form, "rolle", "HOVEDVEJLEDER"),
		.role_fault = form_fault(m->form, "rolle"),
		.faults = faults_of(req->arena, m->form) };

	fill_fields(m, &v);
	if (m->stage != ASK_WHO)
		v.delegation = delegation_shown(req, m->who, m->form, m->person, 0);
	making_page(reply_html(req, status), &v);
}

void
supervisor_new(struct request *req, const struct subject *who)
{
	show(&(struct making){ .req = req, .who = who, .typed = "" }, 200);
}

/* --- whom ----------------------------------------------------------------------------------- */

/* Reads what was typed, and asks who that is. */
static void
find(struct making *m)
{
	static const struct hash nobody;
	struct supervisor_find row = { 0 };
	struct hash hash = nobody;

	m->typed = form_line(m->form, "q", TYPED_MOST);
	m->by_cpr = cpr_read(m->typed, &m->cpr);
	if (m->by_cpr)
		hash = hash_keyed(KEY_CPR_FIND, m->cpr.digits, 10);
	else if (cpr_is_meant(m->typed))
		form_refuse(m->form, "q",
		    "CPR-nummeret begynder med en dato, der ikke findes. Ret det, og søg igen.");
	else if (!email_is_possible(m->typed))
		form_refuse(m->form, "q", "Skriv hele e-mailen eller hele CPR-nummeret: ti cifre.");
	if (form_wrong(m->form))
		return;
	supervisor_find(m->req->db, m->who, m->by_cpr ? "" : m->typed, hash_bytes(&hash), &row);
	/* Also one that found nobody, and whatever the form was sent for. */
	audit(m->req->db, m->who, m->by_cpr ? "find by cpr" : "find by email", "person", row.person,
	    "");
	m->person = row.person;
	m->name = row.name;
	if (m->person != 0 && m->person == subject_id(m->who))
		form_refuse(m->form, "q",
		    "Det er dig selv. Du kan allerede svare på anmodninger som den, du er logget ind som; ingen gør sig selv til vejleder.");
}

static void
step_find(struct making *m)
{
	find(m);
	if (form_wrong(m->form)) {
		show(m, 422);
		return;
	}
	m->stage = m->person != 0 ? WHO_IS_KNOWN : WHO_IS_NEW;
	show(m, 200);
}

/* --- the role ------------------------------------------------------------------------------- */

static void
read_role(struct making *m)
{
	const char *role = form_choice(m->form, "rolle", "VEJLEDER", "HOVEDVEJLEDER", NULL);
	struct day today = m->req->today, last;

	m->role = role_of_word(role);
	m->since = form_day(m->form, "fra");
	last = form_day(m->form, "til");
	if (day_is_none(m->since))
		form_refuse(m->form, "fra", "Skriv den første dag, for eksempel i dag.");
	else if (day_compare(m->since, today) < 0)
		form_refuse(m->form, "fra", "Den første dag kan tidligst være i dag.");
	else if (day_compare(m->since, day_add(today, AHEAD_MOST)) > 0)
		form_refuse(m->form, "fra", "Den første dag kan højst ligge et år frem.");
	m->until = day_is_none(last) ? open_end : day_add(last, 1);
	if (!day_is_none(last) && day_compare(last, m->since) < 0)
		form_refuse(m->form, "til", "Den sidste dag kan ikke ligge før den første.");
	m->delegation = delegation_read(m->req, m->who, m->form, m->person);
}

/* --- storing -------------------------------------------------------------------------------- */

/* The role, what is delegated, and the word about it.  0 when it could not be given. */
static uint32_t
store_role(const struct making *m)
{
	struct request *req = m->req;
	const char *place = approve_here(req, m->who);
	uint32_t held;

	if (supervisor_put(req->db, m->who, m->person, role_word(m->role), m->since, m->until,
	        m->delegation.named) != DB_ONE)
		return 0;
	held = db_inserted(req->db);
	delegation_store(req, m->who, held, &m->delegation);
	tell_notice(req->db, m->person, NOTICE_ROLE_GIVEN, 0,
	    arena_format(req->arena, "%s, %s", role_title(m->role), place == NULL ? "" : place),
	    "/adgang/profil", subject_now(m->who));
	audit(req->db, m->who, "make supervisor", "user_role", held,
	    arena_format(req->arena, "%s, %s", role_word(m->role),
	        m->delegation.named
	            ? arena_format(req->arena, "named doctors: %zu", m->delegation.n)
	            : "all doctors"));
	return held;
}

static void
see(const struct making *m, uint32_t held, const char *word)
{
	reply_see(m->req,
	    url_with(m->req->arena, url_of(m->req->arena, "/vejleder/vejledere/%u", held), "besked",
	        word));
}

static void
make_known(struct making *m)
{
	struct supervisor_hold mine = { 0 };
	uint32_t held;

	m->stage = WHO_IS_KNOWN;
	find(m);
	if (m->person == 0 || form_wrong(m->form)) {
		if (m->person == 0)
			form_refuse(m->form, "q",
			    "Brugeren findes ikke længere med den e-mail eller det CPR-nummer. Søg igen.");
		m->stage = ASK_WHO;
		show(m, 422);
		return;
	}
	read_role(m);
	if (!form_wrong(m->form)) {
		supervisor_hold(m->req->db, m->who, &mine);
		if ((held = store_role(m)) != 0) {
			see(m, held, "oprettet");
			return;
		}
		form_refuse(m->form, "rolle",
		    arena_format(m->req->arena,
		        "%s er allerede %s her i nogle af de dage. Gå til Vejledere for at se eller afslutte den rolle.",
		        m->name, role_title(m->role)));
	}
	show(m, 422);
}

/* --- somebody new --------------------------------------------------------------------------- */

static const char *
one_line(const struct form *form, const char *name, size_t most, const char *missing)
{
	const char *line = form_line(form, name, most);

	if (line[0] == '\0')
		form_refuse(form, name, missing);
	return line;
}

/* All four are needed of whoever is typed in by hand. */
static void
read_person(struct making *m, struct person_new *p)
{
	const struct form *form = m->form;
	const char *cpr = one_line(form, "cpr", 20, "Skriv CPR-nummeret: ti cifre."),
	           *mobile = one_line(
	               form, "mobil", 40, "Skriv mobilnummeret: engangskoder sendes dertil.");

	p->name = one_line(form, "navn", NAME_MOST, "Skriv navnet.");
	p->email =
	    one_line(form, "email", EMAIL_MOST, "Skriv e-mailen: den logger vedkommende ind med.");
	p->mobile = mobile_of(m->req->arena, mobile);
	if (cpr[0] != '\0' && !cpr_read(cpr, &m->cpr))
		form_refuse(form, "cpr",
		    "Skriv hele CPR-nummeret: ti cifre, hvoraf de første seks er en dato, der findes.");
	if (p->email[0] != '\0' && !email_is_possible(p->email))
		form_refuse(form, "email", "Skriv en hel e-mailadresse, som navn@sygehus.dk.");
	if (p->mobile == NULL)
		form_refuse(form, "mobil",
		    "Skriv et mobilnummer med otte cifre, eller med + og landekode.");
	p->cpr = &m->cpr;
	p->shown_from = m->req->today;
}

/* The secretariat of the region is asked to confirm who it is. */
static void
ask_secretariat(const struct making *m)
{
	struct request *req = m->req;
	struct secretariat_here *them = NULL;
	const char *place = approve_here(req, m->who);
	size_t n = 0;

	secretariat_here(req->db, m->who, &them, &n);
	for (size_t i = 0; i < n; i++)
		tell_notice(req->db, them[i].person, NOTICE_ACCESS_ASKED, m->person,
		    place == NULL ? "" : place,
		    arena_format(req->arena, "/sekretariat/brugere/%u/login", m->person), req->now);
}

/* The mail with access goes on the first day, but not before it is confirmed. */
static bool
store_person(struct making *m, struct person_new *p)
{
	struct own_unit here = { 0 };

	if (own_unit(m->req->db, m->who, &here) != DB_ONE || !here.has_unit)
		return false;
	p->access_due = m->since;
	p->unconfirmed = here.unit;
	switch (person_make(m->req->db, p, m->req->now, &m->person)) {
	case PERSON_MADE:
		ask_secretariat(m);
		return true;
	case PERSON_IS_THERE:
		audit(m->req->db, m->who, "find by cpr", "person", m->person, "");
		form_refuse(m->form, "cpr",
		    "CPR-nummeret tilhører en, der allerede er i logbogen. Gå til Vejledere, vælg Ny vejleder, og søg på CPR-nummeret.");
		break;
	case PERSON_EMAIL_TAKEN:
		audit(m->req->db, m->who, "find by email", "person", m->person, "");
		form_refuse(m->form, "email",
		    "E-mailen bruges af en anden bruger. Er det den samme person, så gå til Vejledere, vælg Ny vejleder, og søg på e-mailen.");
		break;
	case PERSON_AUTH_ID_TAKEN:
	case PERSON_NOT_STORED:
		break;
	}
	m->person = 0;
	return false;
}

static void
make_new(struct making *m)
{
	struct person_new p = { 0 };
	uint32_t held;

	m->stage = WHO_IS_NEW;
	m->typed = form_line(m->form, "q", TYPED_MOST);
	read_person(m, &p);
	read_role(m);
	if (form_wrong(m->form) || !store_person(m, &p)) {
		show(m, 422);
		return;
	}
	if ((held = store_role(m)) == 0) {
		answer_error(m->req, m->who, 409, "Vejlederen kunne ikke oprettes",
		    "Intet er gemt. Gå til Vejledere, og prøv igen.");
		return;
	}
	see(m, held, "ny");
}

static bool
has_looked_up_enough(struct request *req, const struct subject *who)
{
	struct looked_up row = { 0 };

	if (looked_up(req->db, who, (struct moment){ req->now.s - LOOKED_UP_WITHIN }, &row) !=
	        DB_ONE ||
	    row.n < LOOKED_UP_MOST)
		return false;
	answer_error(req, who, 429, "Du har søgt efter for mange i det sidste døgn",
	    "Prøv igen i morgen. Skal du oprette mange vejledere på én gang, så ring til hjælpen: "
	    "telefonnummeret står nederst på siden.");
	return true;
}

void
supervisor_make(struct request *req, const struct subject *who, const struct form *form)
{
	struct making m = { .req = req, .who = who, .form = form, .typed = "" };

	if (has_looked_up_enough(req, who))
		return;
	if (!form_has(form, "trin", "opret"))
		step_find(&m);
	else if (form_ticked(form, "ny"))
		make_new(&m);
	else
		make_known(&m);
}
