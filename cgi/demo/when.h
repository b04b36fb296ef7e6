/* SPDX-License-Identifier: MPL-2.0
 *
 * Days of the try-out's data: told relative to today, so that it makes sense whenever it is
 * tried.
 *
 *	M       the first day of this month      M-33+12   12 days after that of 33 months ago
 *	M+1     the first day of the next        D-5       5 days ago
 */
#ifndef WHEN_H
#define WHEN_H

#include <stdbool.h>

#include "day.h"

/* False, and *out untouched, for any other text. */
bool when_read(const char *, struct day today, struct day *out);

#endif
