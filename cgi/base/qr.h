/* SPDX-License-Identifier: MPL-2.0
 *
 * A QR code as runs of dark modules, to be drawn as SVG by a page and as ink by a print.
 */
#ifndef QR_H
#define QR_H

#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/* A run of dark modules in one row. */
struct qr_run {
	uint32_t x, y, n;
};
struct qr {
	uint32_t size; /* of the square, with the quiet zone of four modules around it; 0: none */
	const struct qr_run *runs;
	size_t n;
};

/* The code of that text, in the arena; size 0 when it cannot be made. */
struct qr qr_of(struct arena *, const char *text);

#endif
