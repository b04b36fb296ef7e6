/* SPDX-License-Identifier: MPL-2.0
 *
 * What people call the stage of a list, what decides whom it binds, and which specialties it is
 * for.  Words are the database's; one that is not known is shown as it is.
 */
#ifndef LIST_WORDS_H
#define LIST_WORDS_H

#include <stdbool.h>

/* "HU": "Hoveduddannelse", "KBU": "KBU": for tables. */
const char *list_stage_short(const char *stage);
/* "BESAT": "stillinger besat"; before "fra og med" and a day (R-MAL-02). */
const char *list_basis_title(const char *basis);

/* Does a list of that specialty hold for a doctor of this one?  The same; or the list is of all
 * specialties of a group: "Intern medicin" holds for "Intern medicin: geriatri" (R-DM-03). */
bool list_is_for(const char *list, const char *specialty);

#endif
