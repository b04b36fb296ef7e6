/* SPDX-License-Identifier: MPL-2.0
 *
 * What is known of every user: name, e-mail, mobile, authorisation id.  Whoever types one by
 * hand must give name, CPR number, e-mail and mobile; an import may lack e-mail or mobile
 * (R-BRU-06), but what it brings must hold.
 */
#ifndef PERSON_RULE_H
#define PERSON_RULE_H

#include <stdbool.h>

#include "arena.h"

enum { NAME_MOST = 200, EMAIL_MOST = 254, AUTH_ID_MOST = 10, MOBILE_MOST = 20 };

/* Something before one @, a domain with a dot behind, no white space, at most EMAIL_MOST
 * characters: RFC 5321 lets through more than any mail server of a hospital does. */
bool email_is_possible(const char *);

/* "12 34 56 78", "+45 12345678", "0045…" as E.164 without spaces: "+4512345678"; eight digits
 * alone are Danish.  NULL when it is no such number (8 to 15 digits, R: E.164). */
const char *mobile_of(struct arena *, const char *);

/* "+4512345678" as "12 34 56 78"; foreign ones as they are. */
const char *mobile_shown(struct arena *, const char *);

/* Letters A-Z and digits, at most AUTH_ID_MOST, in capitals; NULL for anything else. */
const char *auth_id_of(struct arena *, const char *);

#endif
