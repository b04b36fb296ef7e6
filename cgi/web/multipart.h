/* SPDX-License-Identifier: MPL-2.0
 *
 * multipart/form-data (RFC 7578) of a body that is wholly in memory: at most 200 parts, names
 * at most 100 bytes.  Names of files come from the client and are only ever shown: the last
 * part of the path, without control characters, at most 200 characters.
 */
#ifndef MULTIPART_H
#define MULTIPART_H

#include <stdbool.h>

#include "request.h"

struct upload {
	const char *name;     /* of the field */
	const char *filename; /* as the client calls it; "" when no file was chosen */
	struct bytes content; /* borrowed from the body */
};

struct uploads {
	struct upload *at;
	size_t n;
};

/* Parts with a filename become uploads, the others pairs (which must be valid UTF-8).  False
 * for anything malformed, too many parts, a missing or absurd boundary. */
bool multipart_read(struct arena *, const char *content_type, struct bytes body,
    struct pairs *fields, struct uploads *files);

#endif
