/* SPDX-License-Identifier: MPL-2.0
 *
 * Who is told what: the doctor with a receipt by mail (R-STPS-19), the secretariat of what stopped, both and
 * the project leaders' inbox of what waits too long.  No CPR number and no name of a competency is in it.
 */
#include "tell.h"

#include <string.h>

#include "log.h"
#include "sender.h"
#include "sending.h"
#include "site.h"

enum { A_DAY = 24 * 60 * 60 };

static const char *
own_page(struct sender *s, uint32_t submission)
{
	return arena_format(s->arena, "/logbog/dokumentation/afsendelse/%u", submission);
}

static const char *
office_page(struct sender *s, uint32_t submission)
{
	return arena_format(s->arena, "/sekretariat/afsendelser/%u", submission);
}

/* --- the receipt ----------------------------------------------------------------------------- */

/* What remains for the doctor: form and fee are the authority's own (R-STPS-04). */
static void
add_steps(struct text *t, const struct send_order *o)
{
	enum sending_kind kind = sending_of_word(o->kind);

	if (strcmp(o->part, "EXTRA") == 0) {
		text_puts(t, "Du skal ikke gøre mere for det, der er eftersendt.\n");
		return;
	}
	text_format(t,
	    "Det er ikke en ansøgning. Du mangler selv:\n"
	    "1. Udfyld ansøgningsskemaet (%s) på stps.dk.\n"
	    "2. Betal gebyret på %s kr. til Styrelsen for Patientsikkerhed.\n"
	    "Sagen begynder først, når ansøgning, gebyr og dokumentation alle er der.\n",
	    sending_title(kind),
	    site_setting(kind == SENDING_PRACTICE ? SETTING_FEE_PRACTICE : SETTING_FEE_SPECIALIST));
}

static void
add_files(struct sender *s, struct text *t, const struct send_order *o)
{
	struct send_files_of *files = NULL;
	size_t n = 0;

	send_files_of(s->db, o->submission, &files, &n);
	for (size_t i = 0; i < n; i++)
		text_format(t, "%s\n  %u byte, SHA-256 %s\n", files[i].name, files[i].size,
		    hash_hex(s->arena, files[i].sha256.at));
}

static const char *
receipt(struct sender *s, const struct send_order *o)
{
	struct text t = { .arena = s->arena };

	text_format(&t,
	    "Din dokumentation er sendt til Styrelsen for Patientsikkerhed.\n\n"
	    "Nummer: %s\nSendt: %s (dansk tid)\n\n",
	    o->reference, moment_text(s->arena, s->now));
	add_steps(&t, o);
	text_puts(&t, "\nDet blev sendt:\n");
	add_files(s, &t, o);
	if (s->config->url != NULL)
		text_format(&t, "\nKvitteringen og pakken: %s%s\nEr den ægte? %s/verificer/\n",
		    s->config->url, own_page(s, o->submission), s->config->url);
	return t.at;
}

void
tell_sent(struct sender *s, const struct send_order *o)
{
	tell_notice(s->db, o->doctor, NOTICE_PACKAGE_SENT, 0, o->reference,
	    own_page(s, o->submission), s->now);
	if (o->email != NULL)
		tell_mail(s->db, o->doctor, o->email, MAIL_RECEIPT,
		    arena_format(s->arena, "Logbog: kvittering %s", o->reference), receipt(s, o),
		    s->now);
}

/* --- what stopped, what waits ------------------------------------------------------------------ */

static void
tell_offices(
    struct sender *s, enum notice kind, uint32_t doctor, const char *reference, uint32_t submission)
{
	struct send_offices *offices = NULL;
	size_t n = 0;

	send_offices(s->db, doctor, s->today, &offices, &n);
	for (size_t i = 0; i < n; i++)
		tell_notice(s->db, offices[i].person, kind, doctor, reference,
		    office_page(s, submission), s->now);
}

void
tell_stopped(struct sender *s, const struct send_order *o)
{
	tell_notice(s->db, o->doctor, NOTICE_PACKAGE_STOPPED, 0, o->reference,
	    own_page(s, o->submission), s->now);
	tell_offices(s, NOTICE_PACKAGE_STOPPED_OF, o->doctor, o->reference, o->submission);
}

static void
tell_leaders(struct sender *s, size_t late)
{
	const char *count = arena_format(s->arena, "%zu", late);
	struct send_leaders *leaders = NULL;
	size_t n = 0;

	send_leaders(s->db, s->today, &leaders, &n);
	for (size_t i = 0; i < n; i++)
		tell_notice(s->db, leaders[i].person, NOTICE_PACKAGES_LATE, 0, count, "", s->now);
}

void
tell_of_late(struct sender *s)
{
	const struct moment yesterday = { s->now.s - A_DAY };
	struct send_late *late = NULL;
	size_t n = 0;

	if (db_begin(s->db, DB_WRITE) != DB_ONE)
		return;
	send_late(s->db, yesterday, yesterday, &late, &n);
	for (size_t i = 0; i < n; i++) {
		tell_offices(
		    s, NOTICE_PACKAGE_LATE, late[i].doctor, late[i].reference, late[i].submission);
		send_alarmed(s->db, late[i].submission, s->now);
	}
	if (n > 0) {
		tell_leaders(s, n);
		log_warn("%zu orders have waited for longer than a day", n);
	}
	if (db_failed(s->db) != DB_ONE || db_commit(s->db) != DB_ONE)
		db_rollback(s->db);
}
