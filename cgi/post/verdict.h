/* SPDX-License-Identifier: MPL-2.0
 *
 * What became of something sent, and when it may be tried again.  Pure.
 *
 * The rule that everything else hangs on: what the other side may have taken is not sent once
 * more by itself.  A mail is taken when its server answers the end of its text with 2xx; once that
 * end was handed over, silence is UNSURE.
 */
#ifndef VERDICT_H
#define VERDICT_H

#include <stdbool.h>
#include <stdint.h>

#include "day.h"

enum verdict {
	VERDICT_SENT,   /* taken */
	VERDICT_LATER,  /* refused for now: tried again, a number of times */
	VERDICT_WAIT,   /* not reached, or not let in: waits with all the others */
	VERDICT_FAILED, /* refused for good */
	VERDICT_UNSURE  /* nobody knows */
};

/* Of a mail: was the end of its text handed over, was what failed an answer to this mail (and not the
 * way to the server), and what the server said last (0: nothing). */
enum verdict verdict_of_smtp(bool ended, bool about_mail, int said);

/* Of a message: was the request handed over, and the status of the answer (0: none). */
enum verdict verdict_of_http(bool handed, long status);

enum { MAIL_TRIES = 12, MAIL_WAITS = 4 * 24 * 60 * 60 /* seconds, for a server that is away */ };

/* Seconds until it is tried again after so many tries: a minute, then longer, at most six hours. */
int64_t verdict_pause(uint32_t tries);

#endif
