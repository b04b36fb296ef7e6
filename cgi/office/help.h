/* SPDX-License-Identifier: MPL-2.0
 *
 * Help with logging in (R-LOG-01 to R-LOG-04), and mails that did not arrive.
 */
#ifndef HELP_H
#define HELP_H

#include "gate.h"
#include "queries/help.h"

extern page login_help, mails, unconfirmed;
extern action login_help_give, mail_settle;

/* Finds the user of that number; false when the answer has been given: there is none, or another
 * secretariat helps, which is said. */
bool help_find(struct request *, const struct subject *who, uint32_t person, struct help_person *);

/* --- /sekretariat/brugere/{doctor}/login ------------------------------------------------ */

/* What can be done for a user. */
enum help {
	HELP_RESET, /* they have a password: it is locked, and a link sent */
	HELP_AGAIN, /* they never chose one: the link is sent again */
	HELP_SAVE   /* their access is to come by itself, on a later day */
};
struct login_help_view {
	struct head head;
	struct url person, to;
	const char *name;
	struct fault_list faults;
	struct field email, mobile;
	bool ticked;
	const char *tick_fault; /* NULL for none */
	enum help help;
	const char *unconfirmed; /* the department that made them up, whose access waits; or NULL */
	struct day due;          /* HELP_SAVE: when the mail goes out */
};
void login_help_page(struct html *, const struct login_help_view *);

/* --- /sekretariat/bekraeft -------------------------------------------------------------- */

struct unconfirmed_row {
	struct url at; /* of the help with logging in, which confirms */
	const char *name, *email, *place, *by;
	struct moment made;
};
struct unconfirmed_view {
	struct head head;
	const struct unconfirmed_row *rows;
	size_t n;
	bool more; /* than are shown */
};
void unconfirmed_page(struct html *, const struct unconfirmed_view *);

/* --- /sekretariat/mails ------------------------------------------------------------------- */

struct mail_row {
	uint32_t id;
	const char *field; /* "mail" or "sms" */
	const char *name, *address, *what, *why;
	struct moment made;
	struct url help;
	bool moved; /* the person has another address by now */
	bool may_again;
};
struct mails_view {
	struct head head;
	struct url to;
	const struct mail_row *rows;
	size_t n;
	bool more; /* than are shown */
};
void mails_page(struct html *, const struct mails_view *);

#endif
