/* SPDX-License-Identifier: MPL-2.0
 *
 * Getting in and out: password, one-time code, session, role in use.  The only program that
 * may read passwords and make sessions.
 */
#ifndef LOGIN_H
#define LOGIN_H

#include "gate.h"
#include "login_rule.h"
#include "queries/login.h"
#include "queries/mitid.h"
#include "secret.h"

/* --- sessions (enter.c) ------------------------------------------------------------------ */

/* Begins a session under a token that nobody has seen, gives it to the browser and ends the one
 * that the browser had: whoever planted or read that token gains nothing.  "CODE" or "FULL".
 * Its id, and the token's hash in *token. */
uint32_t session_start(
    struct request *, uint32_t person, uint32_t held, const char *stage, struct hash *token);

/* The same when it is known how surely it is this person: "SUBSTANTIAL" or "HIGH" by MitID. */
#define BY_PASSWORD "LOCAL"
uint32_t session_start_as(struct request *, uint32_t person, uint32_t held, const char *stage,
    const char *assurance, struct hash *token);

/* The login is done (code.c): a session in the role used last, and on to where the person was on
 * the way to.  Of half the person and the role count. */
void log_in(struct request *, const struct half_way *half, const char *assurance, const char *til);

/* --- where to afterwards (enter.c) ------------------------------------------------------- */

/* Where the one who logs in was on the way to: a path of ours in letters, digits and / _ - .
 * that is no page of the login itself; "" for anything else. */
const char *til_of(const char *typed);
/* An address of the login that carries it on, with a notice ("" without). */
struct url til_on(struct arena *, const char *path, const char *til, const char *notice);

/* --- the brake (brake.c) ----------------------------------------------------------------- */

/* What guesses are counted under: neither can be read back from it. */
struct mark {
	struct hash account, address;
};
struct mark mark_of(const struct request *, const char *email);

/* Has there been too much guessing?  Then the answer says until when to wait, nothing else is
 * looked at, and nobody can tell by it whether the account exists.  person is for the log
 * alone, 0 for unknown. */
bool brake_holds(struct request *, const struct mark *, uint32_t person);
/* Counts a wrong guess; the answer must then be one that is stored (422). */
void brake_count(struct request *, const struct mark *, uint32_t person, const char *what);
/* The same for whoever asks for a new password, counted apart: ASKS_ACCOUNT mails to one address,
 * known or not. */
struct mark asking_mark_of(const struct request *, const char *email);
bool brake_holds_asking(struct request *, const struct mark *);

/* --- one-time codes (code.c) ------------------------------------------------------------- */

/* Makes the next code of that session and sends it on its way. False when it cannot be sent:
 * then the answer says so, and nothing is stored. */
bool code_begin(struct request *, uint32_t session, const struct hash *token, size_t before,
    uint32_t person, const char *mobile);

/* What waits for its code: a session, its person and its codes, the one that counts last. */
struct code_wait {
	struct half_way half;
	struct hash token;
	const struct codes_of *codes;
	size_t n;
};
/* By the hash of its token, not older than since.  False when there is none. */
bool
code_wait_find(struct request *, const struct hash *token, struct moment since, struct code_wait *);
/* The same for an action: of several at once, one goes on and the others wait for it. */
bool
code_wait_hold(struct request *, const struct hash *token, struct moment since, struct code_wait *);
enum code_state code_wait_state(const struct request *, const struct code_wait *);
/* Spends a try: was that the code?  It then is used up.  If not, it is counted, and said at the
 * field "code". */
bool code_wait_try(struct request *, const struct code_wait *, const struct mark *,
    const struct form *, const char *typed);
/* What a try-out shows of it; NULL elsewhere, and when it can not be used. */
const char *code_wait_shown(struct request *, const struct code_wait *);

/* --- passwords (profile.c) --------------------------------------------------------------- */

/* What is wrong with it, for people; NULL for PASSWORD_FINE. */
const char *password_sentence(enum password_fault);
struct field password_field(const struct form *, const char *name, const char *label,
    const char *hint, const char *autocomplete);

/* --- handlers ---------------------------------------------------------------------------- */

open_page enter_show, code_show, help_show, accessibility_show;
open_action enter, code_enter, code_again, leave;
open_action mitid_start;
open_page mitid_answer;
open_page forgot_show, activate_show;
open_action forgot, activate, activate_code;
page front, resume_show, profile_show, inbox;
action role_choose, password_choose, mobile_choose, inbox_see, notice_open;
/* The session goes on in that role, and it is written down; ROLE_NONE, and answered, when it is not held today. */
enum role role_take(struct request *, const struct subject *, uint32_t held);

/* --- views ------------------------------------------------------------------------------- */

struct enter_view {
	struct head head;
	struct field email, password;
	struct url to, mitid, forgot;
	const char *til;
	bool has_mitid;  /* login by MitID is on */
	bool wrong;      /* e-mail or password, and it is not said which */
	const char *why; /* why one is here again; NULL otherwise */
};
void enter_page(struct html *, const struct enter_view *);

struct code_view {
	struct head head;
	struct field code;
	struct url to, again, over;
	const char *til;
	const char *ending;   /* last two digits of the mobile */
	const char *shown;    /* the code itself, in a try-out; NULL otherwise */
	const char *over_why; /* why no code can be typed; NULL when one can */
	bool may_again;
};
void code_page(struct html *, const struct code_view *);

struct forgot_view {
	struct head head;
	struct field email;
	struct url to;
	bool sent;        /* it has been asked for */
	uint32_t minutes; /* that a link lives */
};
void forgot_page(struct html *, const struct forgot_view *);

struct activate_view {
	struct head head;
	struct fault_list faults;
	const char *name, *email;
	struct url to, code_to, forgot;
	bool forgotten;       /* a code is asked for too */
	bool code_made;       /* one has been sent, and can still be typed */
	bool code_again;      /* another may be sent */
	const char *ending;   /* last two digits of the mobile */
	const char *shown;    /* the code itself, in a try-out; NULL otherwise */
	const char *over_why; /* why the code can not be typed any more; NULL when it can */
	struct field code, fresh, repeated;
};
void activate_page(struct html *, const struct activate_view *);

/* A link that does not work (any more). */
struct dead_link_view {
	struct head head;
	struct url forgot;
};
void dead_link_page(struct html *, const struct dead_link_view *);

struct resume_view {
	struct head head;
	struct url to;
};
void resume_page(struct html *, const struct resume_view *);

struct held_role {
	const char *title, *place;
	struct day since, last; /* no day: no end is set */
	uint32_t id;
	bool in_use, live, later;
	bool named; /* holds for the doctors alone that were named */
	bool never; /* called off before its first day was over */
};
struct list_held {
	const char *stage, *number, *title, *version;
	const char *why;        /* what decided it, and when; NULL when it is not known */
	struct day since, left; /* left: moved to another version that day; no day: it binds */
};
struct profile_view {
	struct head head;
	const char *email, *mobile;
	const struct held_role *roles, *in_use; /* in_use NULL for none */
	size_t nroles;
	const struct list_held *lists; /* of a doctor's courses */
	size_t nlists;
	struct url change, password_to, mobile_to;
	struct fault_list faults;
	bool has_password;
	struct field present, fresh, repeated;
	struct field new_mobile, confirm;
};
void profile_page(struct html *, const struct profile_view *);

struct notice_row {
	const char *sentence, *place; /* place: NULL where the sentence says it */
	struct moment made;
	bool seen;
	struct url link; /* .text NULL where it leads nowhere */
	struct url open;
	uint32_t
	    held; /* role that it is opened in by changing to it; 0 where the one in use will do */
	const char *as; /* that role, and where */
};
struct inbox_view {
	struct head head;
	const struct notice_row *rows;
	size_t n;
	uint32_t newest;
	struct url at, newer, older;
	bool has_newer, has_older;
};
void inbox_page(struct html *, const struct inbox_view *);

void help_page(struct html *, const struct head *);

struct accessibility_view {
	struct head head;
	struct day reviewed;
};
void accessibility_page(struct html *, const struct accessibility_view *);

/* --- /adgang/specialer ---------------------------------------------------------------------- */
extern open_page specialties_show;
struct offered_list {
	const char *title, *stage, *specialty, *version, *basis;
	struct day cutoff;
};
struct offered_specialty {
	const char *name;
	struct day from, until; /* from: none where it is not yet; until: none where not known */
	bool later;             /* that day is still to come */
	const struct offered_list *lists; /* of this specialty alone */
	size_t nlists;
	bool common; /* there are others that it shares */
};
struct offered_view {
	struct head head;
	const struct offered_specialty *rows, *ended;
	size_t n, nended;
	const struct offered_list *first, *common; /* lists of no specialty: KBU; of several */
	size_t nfirst, ncommon;
};
void offered_page(struct html *, const struct offered_view *);

#endif
