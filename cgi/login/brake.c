/* SPDX-License-Identifier: MPL-2.0
 *
 * Ten wrong guesses at one account, or sixty from one network, within a quarter of an hour:
 * then wait.  Passwords and codes count alike, and accounts that do not exist as others do.
 *
 * The count is exact for an account: guesses_at_account locks the rows that it counts, so of
 * several guesses at once each counts those before it.  (The first of all has no row to lock;
 * there is room enough then.)  For a network it may be over by as many as there are workers.
 */
#include <string.h>

#include "log.h"
#include "login.h"
#include "site.h"

static struct hash
hidden(const char *purpose, const char *text)
{
	struct hashing h;

	hashing_begin(&h, KEY_GUESS);
	hashing_add(&h, purpose, strlen(purpose));
	hashing_add(&h, text, strlen(text));
	return hashing_end(&h);
}

struct mark
mark_of(const struct request *req, const char *email)
{
	return (struct mark){
		hidden("account", email_folded(req->arena, email)),
		hidden("address", address_network(req->arena, req->address)),
	};
}

/* The moment from which one may go on; no moment when that is now. */
static struct moment
held_until(struct request *req, const struct mark *mark, size_t most)
{
	struct moment since = { req->now.s - GUESS_WINDOW }, by_account, by_address;
	struct guesses_at_account *a = NULL;
	struct guesses_from_address *b = NULL;
	size_t na = 0, nb = 0, n;
	struct moment *at;

	guesses_at_account(req->db, hash_bytes(&mark->account), since, req->now, &a, &na);
	guesses_from_address(req->db, hash_bytes(&mark->address), since, req->now, &b, &nb);
	n = na > nb ? na : nb;
	at = arena_array(req->arena, n, sizeof *at);
	for (size_t i = 0; i < na; i++)
		at[i] = a[i].at;
	by_account = guesses_until(at, na, most);
	for (size_t i = 0; i < nb; i++)
		at[i] = b[i].at;
	by_address = guesses_until(at, nb, GUESSES_ADDRESS);
	return by_account.s > by_address.s ? by_account : by_address;
}

static const char *
name_for_log(struct arena *a, uint32_t person)
{
	return person == 0 ? "unknown" : arena_format(a, "person %u", person);
}

static void
answer_wait(struct request *req, struct moment until, const char *why)
{
	struct arena *a = req->arena;

	answer_error(req, NULL, 429, arena_format(a, "Vent til kl. %s", clock_text(a, until)),
	    arena_format(a,
	        "%s Prøv igen efter det tidspunkt. Haster det, så ring til %s på %s, %s.", why,
	        site_setting(SETTING_HELP_NAME), site_setting(SETTING_HELP_PHONE),
	        site_setting(SETTING_HELP_HOURS)));
	reply_retry_after(req, (uint32_t)(until.s - req->now.s + 1));
}

bool
brake_holds(struct request *req, const struct mark *mark, uint32_t person)
{
	struct moment until = held_until(req, mark, GUESSES_ACCOUNT);

	if (until.s == 0)
		return false;
	log_audit("login held back after wrong guesses: %s", name_for_log(req->arena, person));
	answer_wait(req, until, "Der er skrevet forkert adgangskode eller kode for mange gange.");
	return true;
}

void
brake_count(struct request *req, const struct mark *mark, uint32_t person, const char *what)
{
	guess_add(req->db, hash_bytes(&mark->account), hash_bytes(&mark->address), req->now);
	log_audit("login refused, wrong %s: %s", what, name_for_log(req->arena, person));
}

/* --- who forgot the password ---------------------------------------------------------------- */

struct mark
asking_mark_of(const struct request *req, const char *email)
{
	return (struct mark){
		hidden("asking account", email_folded(req->arena, email)),
		hidden("asking address", address_network(req->arena, req->address)),
	};
}

bool
brake_holds_asking(struct request *req, const struct mark *mark)
{
	struct moment until = held_until(req, mark, ASKS_ACCOUNT);

	if (until.s == 0)
		return false;
	log_audit("a new password was asked for too often");
	answer_wait(req, until,
	    "Der er bedt om en ny adgangskode flere gange. Se efter mailen, også i uønsket post.");
	return true;
}
