/* SPDX-License-Identifier: MPL-2.0
 *
 * What was found, in words: one line each on standard output.
 */
#ifndef AUDIT_SAY_H
#define AUDIT_SAY_H

#include "walk.h"

/* "doctor 17: link 5 (approval 231): the row was altered".  Asks the database where a row that
 * is not this doctor's has gone. */
void say_found(struct db *, uint32_t doctor, const struct found *);

/* "doctor 17: " and the rest, for what the other checks find. */
void say(uint32_t doctor, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
