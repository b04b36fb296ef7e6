/* SPDX-License-Identifier: MPL-2.0 */
#include "scan.h"

#include <string.h>

#include "reply.h"

struct scan
scan_of(struct request *req, struct url at, const char *name, const char *type, uint32_t pages)
{
	const bool is_picture = strncmp(type, "image/", 6) == 0;

	if (!is_picture)
		reply_frames(req);
	return (struct scan){ at, name, pages, is_picture };
}
