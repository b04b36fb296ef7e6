/* SPDX-License-Identifier: MPL-2.0
 *
 * The mail with access: a link that works once and for a limited time, by which its person
 * chooses a password (R-LOG-02, R-BRU-03).  Made in the transaction of what caused it.
 */
#ifndef ACCESS_H
#define ACCESS_H

#include "config.h"
#include "db.h"

enum access_purpose {
	ACCESS_FIRST, /* "Logbog.net - Adgangsoplysninger": new here, or the login was reset */
	ACCESS_FORGOT /* asked for by whoever forgot the password */
};

enum {
	ACCESS_LIVES = 14 * 24 * 60 * 60, /* seconds */
	FORGOT_LIVES = 60 * 60
};

enum access_sent {
	ACCESS_SENT, /* the mail waits for the clock */
	ACCESS_HELD, /* e-mail or mobile is not known, or the person is gone: nothing was made */
	ACCESS_NOT   /* db_failed() tells */
};

/* Makes the link and the mail; links made before do not work any more, and access_due is none. */
enum access_sent access_send(
    struct db *, const struct config *, uint32_t person, enum access_purpose, struct moment now);

#endif
