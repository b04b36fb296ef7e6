/* SPDX-License-Identifier: MPL-2.0
 *
 * Mails and messages that could not be delivered, or of which nobody knows whether they were: the
 * secretariat sends them again, or says that it is seen to.
 */
#include <string.h>

#include "access.h"
#include "audit.h"
#include "help.h"
#include "person_rule.h"

enum { SHOWN = 200 };

/* --- the page ------------------------------------------------------------------------------ */

static const char *
what_of(const char *kind)
{
	static const struct {
		const char *kind, *title;
	} all[] = {
		{ "ACCESS", "Adgangsoplysninger" },
		{ "FORGOT", "Link til ny adgangskode" },
		{ "NOTICES", "Besked om nyt i logbogen" },
		{ "CHANGED", "Besked om ændret e-mail" },
		{ "RECEIPT", "Kvittering for afsendelse" },
		{ "SMS", "Engangskode på mobilen" },
	};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (strcmp(all[i].kind, kind) == 0)
			return all[i].title;
	return kind;
}

static bool
may_again(const char *kind)
{
	return strcmp(kind, "ACCESS") == 0 || strcmp(kind, "NOTICES") == 0;
}

static struct mail_row
row_of(struct arena *a, const struct mails_undelivered *m)
{
	const char *state = strcmp(m->state, "FAILED") == 0
	    ? "Kunne ikke leveres."
	    : "Det vides ikke, om den er nået frem.";

	return (struct mail_row){
		.id = m->id,
		.field = m->sms ? "sms" : "mail",
		.name = m->name,
		.address = m->sms ? mobile_shown(a, m->address) : m->address,
		.what = what_of(m->kind),
		.why = m->said[0] == '\0' ? state : arena_format(a, "%s %s", state, m->said),
		.made = m->made,
		.help = url_of(a, "/sekretariat/brugere/%u/login", m->person),
		.moved = strcmp(m->address, m->now_address) != 0,
		.may_again = may_again(m->kind),
	};
}

static void
show(struct request *req, const struct subject *who, unsigned status)
{
	struct mails_view v = { .head = head_of(req, who, "Mails, der ikke er nået frem"),
		.to = url_local(req->arena, "/sekretariat/mails") };
	struct mails_undelivered *found = NULL;
	struct mail_row *rows;

	mails_undelivered(req->db, who, SHOWN + 1, &found, &v.n);
	v.more = v.n > SHOWN;
	v.n -= v.more;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = row_of(req->arena, &found[i]);
	v.rows = rows;
	v.head.notice = notice_of(
	    req, "igen", "Mailen er på vej igen.", "ordnet", "Den er taget af listen.", NULL);
	mails_page(reply_html(req, status), &v);
}

void
mails(struct request *req, const struct subject *who)
{
	show(req, who, 200);
}

/* --- settled ------------------------------------------------------------------------------- */

static void
answer_settled(struct request *req, const struct subject *who)
{
	answer_error(req, who, 409, "Den er ikke på listen mere",
	    "En anden har taget sig af den, eller der er sendt en ny. Åbn Mails igen fra menuen.");
}

/* A link is made anew: the one in the old mail may have been read by somebody else. */
static bool
send_again(struct request *req, const struct subject *who, const struct mail_hold *m)
{
	if (strcmp(m->kind, "ACCESS") == 0) {
		audit(req->db, who, "send access", "person", m->person, "mail again");
		return access_send(req->db, req->config, m->person, ACCESS_FIRST, req->now) ==
		    ACCESS_SENT;
	}
	return strcmp(m->kind, "NOTICES") == 0 && mail_again(req->db, who, m->id) == DB_ONE;
}

static void
settle_mail(struct request *req, const struct subject *who, uint32_t id, bool again)
{
	struct help_person p = { 0 };
	struct mail_hold m = { 0 };
	bool good;

	if (mail_hold(req->db, who, id, &m) != DB_ONE) {
		answer_settled(req, who);
		return;
	}
	if (!help_find(req, who, m.person, &p))
		return;
	good = again ? send_again(req, who, &m) : mail_settled(req->db, who, id) == DB_ONE;
	if (!good) {
		answer_error(req, who, 409, "Mailen kan ikke sendes igen",
		    "Brugeren mangler e-mail eller mobil, eller har selv valgt en adgangskode. Brug "
		    "Login-hjælp på brugerens side.");
		return;
	}
	audit(req->db, who, again ? "send mail again" : "settle mail", "mail", id, m.kind);
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/sekretariat/mails"), "besked",
	        again ? "igen" : "ordnet"));
}

static void
settle_message(struct request *req, const struct subject *who, uint32_t id)
{
	struct help_person p = { 0 };
	struct message_hold m = { 0 };

	if (message_hold(req->db, who, id, &m) != DB_ONE) {
		answer_settled(req, who);
		return;
	}
	if (!help_find(req, who, m.person, &p))
		return;
	message_settled(req->db, who, id);
	audit(req->db, who, "settle message", "text_message", id, "");
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/sekretariat/mails"), "besked", "ordnet"));
}

void
mail_settle(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "igen", "ordnet", NULL);
	uint32_t mail = form_u32(form, "mail", 0), sms = form_u32(form, "sms", 0);

	if (form_wrong(form) || (mail == 0 && sms == 0))
		show(req, who, 422);
	else if (mail != 0)
		settle_mail(req, who, mail, strcmp(answer, "igen") == 0);
	else
		settle_message(req, who, sms);
}
