/* SPDX-License-Identifier: MPL-2.0 */
#include "post.h"

size_t
post_due(struct db *db, const struct config *config, struct moment now)
{
	(void)db;
	(void)config;
	(void)now;
	return 0;
}

void
post_gather(struct db *db, const struct config *config, struct day today, struct moment now)
{
	(void)db;
	(void)config;
	(void)today;
	(void)now;
}
