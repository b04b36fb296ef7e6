/* SPDX-License-Identifier: MPL-2.0
 *
 * What an Accept header (RFC 9110, 12.5.1) prefers, as far as we have a choice to offer.
 */
#ifndef ACCEPT_H
#define ACCEPT_H

#include <stdbool.h>

/* Does it want application/json more than text/html?  Where both are wanted as much, the one
 * that is named wins over the one that is only meant by a wildcard. */
bool accept_prefers_json(const char *accept);

#endif
