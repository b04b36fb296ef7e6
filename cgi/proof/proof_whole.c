/* SPDX-License-Identifier: MPL-2.0 */
#include "proof.h"

#include <string.h>

/* Past the dots of a scan: to the next mark that is neither a stuffed byte nor a restart. */
static size_t
skip_scan(struct bytes b, size_t i)
{
	while (i + 1 < b.n) {
		unsigned char next = b.at[i + 1];

		if (b.at[i] == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7))
			return i;
		i++;
	}
	return b.n;
}

bool
jpeg_is_whole(struct bytes b)
{
	bool scanned = false;
	size_t i = 2;

	while (i + 3 < b.n || (i + 1 < b.n && b.at[i + 1] == 0xd9)) {
		unsigned char mark = b.at[i + 1];

		if (b.at[i] != 0xff)
			return false;
		if (mark == 0xff) {
			i++;
			continue;
		}
		if (mark == 0xd9)
			return scanned;
		i += 2 + ((size_t)b.at[i + 2] << 8 | b.at[i + 3]);
		if (mark == 0xda) {
			scanned = true;
			i = skip_scan(b, i);
		}
	}
	return false;
}

bool
png_is_whole(struct bytes b)
{
	size_t i = 8;

	while (i + 12 <= b.n) {
		size_t n = (size_t)b.at[i] << 24 | (size_t)b.at[i + 1] << 16 |
		    (size_t)b.at[i + 2] << 8 | b.at[i + 3];

		if (memcmp(b.at + i + 4, "IEND", 4) == 0)
			return true;
		if (n > b.n - i - 12)
			return false;
		i += 12 + n;
	}
	return false;
}
