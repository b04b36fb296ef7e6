/* SPDX-License-Identifier: MPL-2.0
 *
 * The database keeps the hash of the link's token; the token itself stands in the mail alone,
 * which is sealed until it is sent.  The mail holds the person's name and nothing else of theirs.
 */
#include "access.h"

#include <ctype.h>
#include <string.h>

#include "log.h"
#include "queries/access.h"
#include "secret.h"
#include "setting.h"
#include "site.h"
#include "tell.h"

/* What looks like a CPR number may be in no address, and is blotted out of every log: a token in
 * which six digits follow one another is not used (one in two thousand). */
static bool
holds_number(const char *token)
{
	size_t n = 0;

	for (const char *p = token; *p != '\0' && n < 6; p++)
		n = isdigit((unsigned char)*p) ? n + 1 : 0;
	return n == 6;
}

static struct token
token_for_link(void)
{
	struct token t = token_make();

	while (holds_number(t.text))
		t = token_make();
	return t;
}

static const char *
first_text(struct arena *a, const char *name, const char *link)
{
	return arena_format(a,
	    "Kære %s\n\n"
	    "Du har fået adgang til Logbog, uddannelseslægernes elektroniske logbog.\n\n"
	    "Vælg din adgangskode her:\n\n%s\n\n"
	    "Linket virker én gang og i %d dage. Får du en ny mail som denne, virker kun linket i den "
	    "nyeste.\n\n"
	    "Derefter logger du ind med din e-mail, din adgangskode og en engangskode, som du får på "
	    "mobilen.\n\n"
	    "Virker linket ikke mere, eller kan du ikke logge ind, så ring til %s på %s, %s.\n\n"
	    "Du kan ikke svare på denne mail.\n",
	    name, link, ACCESS_LIVES / (24 * 60 * 60), site_setting(SETTING_HELP_NAME),
	    site_setting(SETTING_HELP_PHONE), site_setting(SETTING_HELP_HOURS));
}

static const char *
forgot_text(struct arena *a, const char *name, const char *link)
{
	return arena_format(a,
	    "Kære %s\n\n"
	    "Nogen, sandsynligvis dig selv, har bedt om at vælge en ny adgangskode til Logbog.\n\n"
	    "Vælg den her:\n\n%s\n\n"
	    "Linket virker én gang og i %d minutter. Du skal også bruge en engangskode, som du får på "
	    "mobilen.\n\n"
	    "Har du ikke bedt om det, så gør ingenting: din adgangskode er den samme som før. Får du "
	    "flere mails, som du ikke har bedt om, så ring til %s på %s, %s.\n\n"
	    "Du kan ikke svare på denne mail.\n",
	    name, link, FORGOT_LIVES / 60, site_setting(SETTING_HELP_NAME),
	    site_setting(SETTING_HELP_PHONE), site_setting(SETTING_HELP_HOURS));
}

static void
make_mail(struct db *db, const struct config *config, const struct access_person *p,
    uint32_t person, enum access_purpose purpose, const char *token, struct moment now)
{
	struct arena *a = db_arena(db);
	const char *link = arena_format(a, "%s/adgang/aktiver/%s", config->url, token);

	switch (purpose) {
	case ACCESS_FIRST:
		tell_mail(db, person, p->email, MAIL_ACCESS, site_setting(SETTING_ACCESS_SUBJECT),
		    first_text(a, p->name, link), now);
		return;
	case ACCESS_FORGOT:
		break;
	}
	tell_mail(db, person, p->email, MAIL_FORGOT, "Logbog.net - Ny adgangskode",
	    forgot_text(a, p->name, link), now);
}

enum access_sent
access_send(struct db *db, const struct config *config, uint32_t person,
    enum access_purpose purpose, struct moment now)
{
	const bool first = purpose == ACCESS_FIRST;
	struct access_person p = { 0 };
	struct token t = token_for_link();
	struct hash h = token_hash(t.text);

	/* First of all, since it locks the person: of two at once one link is left. */
	access_due_over(db, person);
	if (access_person(db, person, &p) != DB_ONE)
		return db_failed(db) == DB_ONE ? ACCESS_HELD : ACCESS_NOT;
	if (config->url == NULL) {
		log_warn("no mail with access can be made: LOGBOOK_URL is not set");
		return ACCESS_HELD;
	}
	site_refresh(db, now);
	access_links_over(db, person, now);
	access_mails_over(db, person);
	access_link_put(db, hash_bytes(&h), person, first ? "ACCESS" : "FORGOT",
	    (struct moment){ now.s + (first ? ACCESS_LIVES : FORGOT_LIVES) }, now);
	make_mail(db, config, &p, person, purpose, t.text, now);
	return db_failed(db) == DB_ONE ? ACCESS_SENT : ACCESS_NOT;
}
