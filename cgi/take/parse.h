/* SPDX-License-Identifier: MPL-2.0
 *
 * JSON of the ZIP, read strictly.
 */
#ifndef PARSE_H
#define PARSE_H

#include "taking.h"

/* The value that the file holds, and nothing more; NULL after a blame.  Let go with the arena. */
struct json_object *parse(struct taking *, const struct packed *);
/* A text without a NUL in it; NULL for anything else. */
const char *parse_text(struct json_object *);
/* A whole number from 0 to the largest of 32 bits. */
bool parse_number(struct json_object *, uint32_t *);

#endif
