/* SPDX-License-Identifier: MPL-2.0
 *
 * A forgotten password: a mail with a link to the address, when it is known.  Nothing here tells
 * whether it is: the answer is the same, comes after the same time, and the brake counts both.
 */
#include <string.h>
#include <time.h>

#include "access.h"
#include "log.h"
#include "login.h"

static void
show(struct request *req, const struct form *form, unsigned status, bool sent)
{
	struct forgot_view v = {
		.head = head_of(req, NULL, sent ? "Se efter i din mail" : "Glemt adgangskode"),
		.email = field_of(form, "email", "E-mail", "Den, du logger ind med"),
		.to = url_local(req->arena, "/adgang/glemt"),
		.sent = sent,
		.minutes = FORGOT_LIVES / 60,
	};

	v.email.type = v.email.inputmode = "email";
	v.email.autocomplete = "username";
	v.email.needed = true;
	forgot_page(reply_html(req, status), &v);
}

void
forgot_show(struct request *req)
{
	show(req, NULL, 200, strcmp(query_text(req, "besked"), "sendt") == 0);
}

/* --- what is sent -------------------------------------------------------------------------- */

/* Milliseconds: what is done for a known address takes a few; then some more, drawn anew each
 * time, which hide the rest. */
enum { ANSWER_AFTER = 150, ANSWER_SPREAD = 64 };

static int64_t
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
wait_until(int64_t then)
{
	unsigned char drawn;
	int64_t ms;

	secret_random(&drawn, sizeof drawn);
	ms = then + drawn % ANSWER_SPREAD - milliseconds();
	if (ms > 0)
		nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000 }, NULL);
}

/* A link, for whoever has had a password before; a first one comes with the access alone. */
static void
send_link(struct request *req, const char *email)
{
	struct account_find row = { 0 };

	if (account_find(req->db, email, &row) != DB_ONE ||
	    strcmp(email_folded(req->arena, row.email), email_folded(req->arena, email)) != 0)
		return;
	if (access_send(req->db, req->config, row.person, ACCESS_FORGOT, req->now) == ACCESS_SENT)
		log_audit("person %u is sent a link for a new password", row.person);
}

void
forgot(struct request *req, const struct form *form)
{
	const char *email = form_needed(form, "email", 254, "Skriv din e-mail.");
	int64_t began = milliseconds();
	struct mark mark;

	if (form_wrong(form)) {
		show(req, form, 422, false);
		return;
	}
	mark = asking_mark_of(req, email);
	if (brake_holds_asking(req, &mark))
		return;
	guess_add(req->db, hash_bytes(&mark.account), hash_bytes(&mark.address), req->now);
	send_link(req, email);
	wait_until(began + ANSWER_AFTER);
	reply_see(req, til_on(req->arena, "/adgang/glemt", "", "sendt"));
}
