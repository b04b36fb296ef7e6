/* SPDX-License-Identifier: MPL-2.0
 *
 * Is an address of the open net?  Whoever sets a feed must not have the clock knock on the doors of the
 * house: itself, the networks behind the firewall, the machine's keeper (169.254.169.254).
 */
#ifndef OUTSIDE_H
#define OUTSIDE_H

#include <stdbool.h>

struct sockaddr;

/* False for what is neither IPv4 nor IPv6, too. */
bool address_is_outside(const struct sockaddr *);

#endif
