/* SPDX-License-Identifier: MPL-2.0
 *
 * A user made by hand: CPR number, name, e-mail and mobile number, all of them (T-006).  Somebody
 * who is there already is led to, not made again.  The mail with access goes out with the first
 * role, for without one there is nothing to log in to.
 */
#include "audit.h"
#include "cpr.h"
#include "office.h"
#include "person_make.h"
#include "person_rule.h"
#include "secret.h"

enum { CPR_MOST = 20 };

/* What was typed; NULL for none. */
struct typed {
	struct cpr cpr;
	const char *name, *email, *mobile, *auth_id;
};

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct person_new_view v = { .head = head_of(req, who, "Opret bruger"),
		.people = url_local(a, "/sekretariat/brugere"),
		.at = url_local(a, "/sekretariat/brugere/ny"),
		.faults = faults_of(a, form),
		.cpr = field_of(form, "cpr", "CPR-nummer",
		    "Ti cifre. Et erstatningspersonnummer kan også bruges."),
		.name = field_of(form, "navn", "Navn", NULL),
		.email = field_of(
		    form, "email", "E-mail", "Skal udfyldes: mailen med adgang sendes hertil."),
		.mobile = field_of(form, "mobil", "Mobilnummer",
		    "Skal udfyldes: engangskoden ved login sendes hertil."),
		.auth_id = field_of(form, "autorisation", "Autorisations-id (valgfrit)", NULL) };

	v.cpr.needed = v.name.needed = v.email.needed = v.mobile.needed = true;
	v.name.most = NAME_MOST;
	v.email.type = "email";
	v.email.inputmode = "email";
	v.mobile.type = "tel";
	v.mobile.inputmode = "tel";
	person_new_page(reply_html(req, status), &v);
}

void
person_new(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

static void
read_cpr(const struct form *form, struct cpr *cpr)
{
	const char *typed =
	    form_needed(form, "cpr", CPR_MOST, "Skriv CPR-nummeret. Alle brugere skal have et.");

	if (typed[0] != '\0' && !cpr_read(typed, cpr))
		form_refuse(form, "cpr",
		    "CPR-nummeret skal have ti cifre og begynde med en dato, der findes. Ret det.");
}

static void
read_contact(struct arena *a, const struct form *form, struct typed *t)
{
	const char *mobile = form_needed(form, "mobil", 40,
	    "Skriv mobilnummeret. Alle brugere skal have et, for engangskoden ved login sendes til det.");
	const char *auth_id = form_line(form, "autorisation", 40);

	t->email = form_needed(form, "email", EMAIL_MOST,
	    "Skriv e-mailadressen. Alle brugere skal have en, for mailen med adgang sendes til den.");
	if (t->email[0] != '\0' && !email_is_possible(t->email))
		form_refuse(form, "email", "Det er ikke en e-mailadresse. Ret den.");
	t->mobile = mobile_of(a, mobile);
	if (mobile[0] != '\0' && t->mobile == NULL)
		form_refuse(form, "mobil",
		    "Det er ikke et mobilnummer. Skriv otte cifre, eller begynd med + og landets nummer.");
	t->auth_id = auth_id[0] == '\0' ? NULL : auth_id_of(a, auth_id);
	if (auth_id[0] != '\0' && t->auth_id == NULL)
		form_refuse(form, "autorisation",
		    "Autorisations-id'et har kun bogstaver og cifre, højst ti. Ret det, eller lad feltet stå tomt.");
}

/* Whoever has this number already; 0 for nobody whom a page shows. */
static uint32_t
known(struct request *req, const struct subject *who, const struct cpr *cpr)
{
	struct hash find = hash_keyed(KEY_CPR_FIND, cpr->digits, 10);
	struct person_by_cpr by = { 0 };

	person_by_cpr(req->db, who, hash_bytes(&find), &by);
	if (by.person != 0)
		audit(req->db, who, "search by cpr", "person", by.person, "");
	return by.person;
}

static void
see(struct request *req, uint32_t id, const char *below, const char *word)
{
	reply_see(req,
	    url_with(req->arena,
	        url_local(
	            req->arena, arena_format(req->arena, "/sekretariat/brugere/%u%s", id, below)),
	        "besked", word));
}

/* Where one thing is somebody else's: who has it is found under Brugere. */
static void
store(
    struct request *req, const struct subject *who, const struct form *form, const struct typed *t)
{
	const struct person_new p = { .name = t->name,
		.email = t->email,
		.mobile = t->mobile,
		.auth_id = t->auth_id,
		.cpr = &t->cpr,
		.shown_from = req->today };
	uint32_t id = 0;

	switch (person_make(req->db, &p, req->now, &id)) {
	case PERSON_MADE:
		audit(req->db, who, "make person", "person", id,
		    t->cpr.replacement ? "replacement number" : "");
		see(req, id, "/roller",
		    t->cpr.replacement || t->cpr.passes_mod11 ? "oprettet" : "oprettet-kontrol");
		return;
	case PERSON_IS_THERE:
		form_refuse(form, "cpr",
		    "CPR-nummeret kom med en import, der er taget tilbage. Hent brugeren igen under Importer bruger.");
		break;
	case PERSON_EMAIL_TAKEN:
		form_refuse(form, "email",
		    "En anden bruger har den e-mailadresse. Søg efter den under Brugere, og spørg, hvad der er rigtigt.");
		break;
	case PERSON_AUTH_ID_TAKEN:
		form_refuse(form, "autorisation",
		    "En anden bruger har det autorisations-id. Søg efter det under Brugere, og ret det forkerte.");
		break;
	case PERSON_NOT_STORED:
		return;
	}
	show(req, who, form, 409);
}

void
person_new_make(struct request *req, const struct subject *who, const struct form *form)
{
	struct typed t = { 0 };
	uint32_t id;

	read_cpr(form, &t.cpr);
	if (!form_wrong(form) && (id = known(req, who, &t.cpr)) != 0) {
		see(req, id, "", "kendt");
		return;
	}
	t.name = form_needed(form, "navn", NAME_MOST, "Skriv navnet.");
	read_contact(req->arena, form, &t);
	if (form_wrong(form))
		show(req, who, form, 422);
	else
		store(req, who, form, &t);
}
