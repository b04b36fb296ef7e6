/* SPDX-License-Identifier: MPL-2.0 */
#include "site.h"

#include <stdio.h>

#include "queries/site.h"

enum { LONGEST = 4 * 500 + 1 }; /* bytes of 500 characters */

static char known[SETTINGS][LONGEST];
static struct moment read_at;

void
site_refresh(struct db *db, struct moment now)
{
	struct settings_all *rows = NULL;
	size_t n = 0;

	if (read_at.s != 0 && now.s >= read_at.s && now.s < read_at.s + SITE_KEPT)
		return;
	if (settings_all(db, &rows, &n) != DB_ONE)
		return;
	read_at = now;
	for (enum setting s = 0; s < SETTINGS; s++)
		known[s][0] = '\0';
	for (size_t i = 0; i < n; i++) {
		enum setting s = setting_of_word(rows[i].name);

		if (s != SETTINGS)
			snprintf(known[s], sizeof known[s], "%s", rows[i].value);
	}
}

const char *
site_setting(enum setting s)
{
	return known[s][0] != '\0' ? known[s] : setting_default(s);
}
