/* SPDX-License-Identifier: MPL-2.0
 *
 * Help for whoever cannot log in: e-mail and mobile are checked with the user, corrected, the
 * login reset, and the mail with access sent, as one action in one transaction (R-LOG-01 to
 * R-LOG-04, T-180).  Without the tick that they were checked nothing is done.
 */
#include <string.h>

#include "access.h"
#include "audit.h"
#include "help.h"
#include "log.h"
#include "login_rule.h"
#include "person_make.h"
#include "person_rule.h"
#include "site.h"
#include "tell.h"

bool
help_find(struct request *req, const struct subject *who, uint32_t person, struct help_person *p)
{
	if (help_person(req->db, who, person, p) != DB_ONE) {
		answer_not_found(req, who);
		return false;
	}
	if (p->helped)
		return true;
	if (p->above) {
		answer_error(req, who, 403, "Det gør projektlederen",
		    arena_format(req->arena,
		        "%s er projektleder eller hører til sekretariatet i en anden region. Hjælp med "
		        "login gives af projektlederen. Henvis brugeren dertil.",
		        p->name));
		return false;
	}
	answer_error(req, who, 403, "Det gør brugerens eget sekretariat",
	    arena_format(req->arena,
	        "%s hører til %s. Hjælp med login gives af videreuddannelsessekretariatet dér, "
	        "eller af projektlederen. Henvis brugeren dertil.",
	        p->name, p->regions == NULL ? "en anden region" : p->regions));
	return false;
}

static enum help
help_for(const struct help_person *p, const struct subject *who)
{
	if (p->login)
		return HELP_RESET;
	return day_compare(p->access_due, subject_today(who)) > 0 ? HELP_SAVE : HELP_AGAIN;
}

/* --- the page ------------------------------------------------------------------------------ */

static struct field
contact_field(struct arena *a, const struct form *form, const char *name, const char *label,
    const char *hint, const char *known)
{
	struct field f = field_of(form, name, label, hint);

	if (form == NULL)
		f.value = arena_string(a, known);
	f.autocomplete = "off";
	f.needed = true;
	return f;
}

static void
show(struct request *req, const struct subject *who, const struct help_person *p,
    const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct login_help_view v = {
		.head =
		    head_of(req, who, p->unconfirmed != NULL ? "Bekræft adgang" : "Login-hjælp"),
		.person = url_of(a, "/sekretariat/brugere/%u", p->person),
		.to = url_of(a, "/sekretariat/brugere/%u/login", p->person),
		.name = p->name,
		.faults = faults_of(a, form),
		.email = contact_field(a, form, "email", "E-mail",
		    "Brugeren logger ind med den, og mails sendes til den", p->email),
		.mobile = contact_field(a, form, "mobile", "Mobil",
		    "Engangskoder sendes til det nummer", mobile_shown(a, p->mobile)),
		.ticked = form_has(form, "kontrolleret", "1"),
		.tick_fault = form_fault(form, "kontrolleret"),
		.help = help_for(p, who),
		.unconfirmed = p->unconfirmed,
		.due = p->access_due,
	};

	v.email.type = v.email.inputmode = "email";
	v.email.most = EMAIL_MOST;
	v.mobile.type = v.mobile.inputmode = "tel";
	v.mobile.most = 30;
	v.head.notice = notice_of(req, "nulstillet",
	    "Login er nulstillet. Brugeren er logget ud overalt, og mailen med adgangsoplysninger er "
	    "på vej.",
	    "bekraeftet",
	    "Adgangen er bekræftet. Mailen med adgangsoplysninger sendes på den første dag.",
	    "sendt", "Mailen med adgangsoplysninger er på vej.", "gemt", "E-mail og mobil er gemt.",
	    NULL);
	login_help_page(reply_html(req, status), &v);
}

void
login_help(struct request *req, const struct subject *who)
{
	struct help_person p = { 0 };

	if (help_find(req, who, path_u32(req, "doctor"), &p))
		show(req, who, &p, NULL, 200);
}

/* --- what is sent -------------------------------------------------------------------------- */

struct contact {
	const char *email, *mobile;
};

/* What is known already stands as it is: an invented number of a try-out, say. */
static struct contact
read_contact(struct request *req, const struct help_person *p, const struct form *form)
{
	const char *email = form_needed(form, "email", EMAIL_MOST,
	               "Skriv brugerens e-mail. Uden den kan brugeren ikke logge ind."),
	           *typed = form_needed(form, "mobile", 30,
	               "Skriv brugerens mobilnummer. Uden det kan brugeren ikke få engangskoder."),
	           *mobile = strcmp(typed, mobile_shown(req->arena, p->mobile)) == 0
	    ? p->mobile
	    : mobile_of(req->arena, typed);

	if (email[0] != '\0' && !email_is_possible(email))
		form_refuse(form, "email", "Skriv en e-mail som navn@hospital.dk.");
	if (typed[0] != '\0' && mobile == NULL)
		form_refuse(form, "mobile",
		    "Skriv otte cifre, eller et udenlandsk nummer med + og landekode.");
	if (!form_ticked(form, "kontrolleret"))
		form_refuse(form, "kontrolleret",
		    "Kontrollér e-mail og mobil med brugeren, og sæt kryds. Uden det sker der ikke "
		    "noget.");
	return (struct contact){ email, mobile == NULL ? "" : mobile };
}

static void
refuse_email(const struct form *form)
{
	form_refuse(form, "email",
	    "En anden bruger har den e-mail. Find dem under Brugere, og ret det hos den, der "
	    "ikke skal have den.");
}

/* Is the address nobody else's?  What stands in the way is said at its field. */
static bool
is_free(struct request *req, const struct help_person *p, const struct contact *c,
    const struct form *form)
{
	uint32_t other = 0;

	if (strcmp(c->email, p->email) == 0)
		return true;
	if (person_contact_free(req->db, p->person, c->email, p->auth_id, &other) == PERSON_MADE)
		return true;
	refuse_email(form);
	return false;
}

/* Whoever had the address until now hears of it there, and whoever has it now: had nobody asked, one
 * of the two would know (nothing of the person stands in it). */
static void
tell_changed(struct request *req, const struct help_person *p, const struct contact *c)
{
	const char *text = arena_format(req->arena,
	    "E-mailadressen for en bruger i Logbog blev ændret %s.\n\n"
	    "Denne mail er sendt til både den gamle og den nye adresse. Har du bedt om det, skal du "
	    "ikke gøre noget. Har du ikke, så ring med det samme til %s på %s, %s.\n\n"
	    "Du kan ikke svare på denne mail.\n",
	    moment_text(req->arena, req->now), site_setting(SETTING_HELP_NAME),
	    site_setting(SETTING_HELP_PHONE), site_setting(SETTING_HELP_HOURS));
	const char *const to[] = { p->email, c->email };

	for (size_t i = 0; i < 2; i++)
		if (to[i][0] != '\0')
			tell_mail(req->db, p->person, to[i], MAIL_CHANGED,
			    "Logbog.net - E-mailen er ændret", text, req->now);
}

/* They are as given from now on; false when somebody took the address in this very moment. */
static bool
correct(struct request *req, const struct help_person *p, const struct contact *c)
{
	uint32_t other = 0;

	if (strcmp(c->email, p->email) == 0 && strcmp(c->mobile, p->mobile) == 0)
		return true;
	if (person_change(req->db, p->person, p->name, c->email, c->mobile, p->auth_id, &other) !=
	    PERSON_MADE)
		return false;
	if (strcmp(c->email, p->email) != 0)
		tell_changed(req, p, c);
	return true;
}

/* What was corrected, in words that hold nothing of it. */
static const char *
corrected(struct arena *a, const struct help_person *p, const struct contact *c)
{
	return arena_format(a, "%s%s", strcmp(c->email, p->email) == 0 ? "" : "email ",
	    strcmp(c->mobile, p->mobile) == 0 ? "" : "mobile ");
}

/* The word of the audit, and of the notice on the page. */
static const char *const done[][2] = {
	[HELP_RESET] = { "reset login", "nulstillet" },
	[HELP_AGAIN] = { "send access", "sendt" },
	[HELP_SAVE] = { "correct contact", "gemt" },
};

static void
carry_out(struct request *req, const struct subject *who, const struct help_person *p,
    const struct contact *c)
{
	const enum help help = help_for(p, who);
	const bool confirms = p->unconfirmed != NULL;
	const char *act = confirms ? "confirm access" : done[help][0];

	/* First: rules/account.sql lets nothing of the rest pass without it. */
	audit(req->db, who, act, "person", p->person,
	    text_tidy_line(req->arena, corrected(req->arena, p, c)));
	if (!correct(req, p, c)) {
		answer_error(req, who, 409, "E-mailen er netop blevet en andens",
		    "Intet er sendt. Gå tilbage, og prøv igen.");
		return;
	}
	if (confirms)
		person_confirm(req->db, who, p->person);
	if (help == HELP_RESET) {
		login_lock(req->db, who, p->person, PASSWORD_LOCKED);
		logins_end(req->db, who, p->person);
	}
	if (help != HELP_SAVE &&
	    access_send(req->db, req->config, p->person, ACCESS_FIRST, req->now) != ACCESS_SENT) {
		answer_error(req, who, 503, "Mailen kan ikke laves",
		    "Derfor er intet ændret. Prøv igen om lidt. Sker det igen, så giv driften besked "
		    "om, at logbogens adresse mangler.");
		return;
	}
	log_audit("person %u: %s of person %u", subject_id(who), act, p->person);
	reply_see(req,
	    url_with(req->arena, url_of(req->arena, "/sekretariat/brugere/%u/login", p->person),
	        "besked", confirms && help == HELP_SAVE ? "bekraeftet" : done[help][1]));
}

void
login_help_give(struct request *req, const struct subject *who, const struct form *form)
{
	struct help_person p = { 0 };
	struct contact c;

	if (!help_find(req, who, path_u32(req, "doctor"), &p))
		return;
	c = read_contact(req, &p, form);
	if (!form_wrong(form) && is_free(req, &p, &c, form))
		carry_out(req, who, &p, &c);
	else
		show(req, who, &p, form, 422);
}
