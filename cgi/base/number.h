/* SPDX-License-Identifier: MPL-2.0
 *
 * Strict decimal reading: the whole string or nothing.  No sign but a minus for i64, no
 * space, no leading zero before other digits, no overflow.
 */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* Sets *n and answers true, or leaves it and answers false.  NULL reads as no number. */
bool number_u32(const char *, uint32_t *n);
bool number_i64(const char *, int64_t *n);

#endif
