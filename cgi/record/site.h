/* SPDX-License-Identifier: MPL-2.0
 *
 * The site's settings, kept in the process for a minute: every page names who helps.
 */
#ifndef SITE_H
#define SITE_H

#include "db.h"
#include "setting.h"

enum { SITE_KEPT = 60 }; /* seconds */

/* Reads the settings anew when they are older than SITE_KEPT, in the transaction that is open.
 * When the database does not answer, those known last stay. */
void site_refresh(struct db *, struct moment now);

/* The setting as it was read last, or its default; valid for the request. */
const char *site_setting(enum setting);

#endif
