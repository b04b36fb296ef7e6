/* SPDX-License-Identifier: MPL-2.0 */
#include "outside.h"

#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

/* The registry of special addresses (RFC 6890) and multicast. */
static const struct {
	uint32_t net;
	int bits;
} inside[] = {
	{ 0x00000000, 8 },  /* this network */
	{ 0x0a000000, 8 },  /* private */
	{ 0x64400000, 10 }, /* shared by customers of a carrier */
	{ 0x7f000000, 8 },  /* this machine */
	{ 0xa9fe0000, 16 }, /* this link */
	{ 0xac100000, 12 }, /* private */
	{ 0xc0000000, 24 }, /* protocols */
	{ 0xc0a80000, 16 }, /* private */
	{ 0xc6120000, 15 }, /* measuring */
	{ 0xe0000000, 3 },  /* many at once, and kept back */
};

static bool
four_is_outside(uint32_t address)
{
	for (size_t i = 0; i < sizeof inside / sizeof inside[0]; i++)
		if ((address ^ inside[i].net) >> (32 - inside[i].bits) == 0)
			return false;
	return true;
}

static uint32_t
four_at(const unsigned char *b)
{
	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* Of IPv6 what is given out (2000::/3), and IPv4 in the clothes of it as the IPv4 that it is. */
static bool
six_is_outside(const unsigned char *b)
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff },
	                           translated[12] = { 0x00, 0x64, 0xff, 0x9b };

	if (memcmp(b, mapped, 12) == 0 || memcmp(b, translated, 12) == 0)
		return four_is_outside(four_at(b + 12));
	if (b[0] == 0x20 && b[1] == 0x02)
		return four_is_outside(four_at(b + 2));
	return (b[0] & 0xe0) == 0x20;
}

bool
address_is_outside(const struct sockaddr *address)
{
	struct sockaddr_in four;
	struct sockaddr_in6 six;

	if (address->sa_family == AF_INET) {
		memcpy(&four, address, sizeof four);
		return four_is_outside(ntohl(four.sin_addr.s_addr));
	}
	if (address->sa_family != AF_INET6)
		return false;
	memcpy(&six, address, sizeof six);
	return six_is_outside(six.sin6_addr.s6_addr);
}
