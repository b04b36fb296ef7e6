/* SPDX-License-Identifier: MPL-2.0 */
#include "prepare.h"

#include <stdio.h>

bool
prepare_files(struct db *db, const char *account, const db_queries *const *files)
{
	int n = 0, wrong = 0;

	/* In a transaction that may write, or the server would refuse to prepare what writes. */
	if (db_begin(db, DB_WRITE) != DB_ONE)
		return false;
	for (; *files != NULL; files++) {
		for (const struct db_query *const *q = **files; *q != NULL; q++, n++) {
			const char *says = db_check(db, *q);

			if (says == NULL)
				continue;
			printf("%s: %s: %s\n", account, (*q)->name, says);
			wrong++;
		}
	}
	db_rollback(db);
	printf("%s: %d statements, %d wrong\n", account, n, wrong);
	return wrong == 0;
}
