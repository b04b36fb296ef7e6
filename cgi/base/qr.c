/* SPDX-License-Identifier: MPL-2.0 */
#include "qr.h"

#include <qrencode.h>
#include <stdbool.h>

enum { QUIET = 4 };

static bool
is_dark(const QRcode *code, int x, int y)
{
	return x < code->width && (code->data[y * code->width + x] & 1) != 0;
}

/* Adds the runs of one row; answers how many there are now. */
static size_t
add_row(const QRcode *code, int y, struct qr_run *runs, size_t n)
{
	for (int x = 0; x < code->width; x++) {
		int from = x;

		while (is_dark(code, x, y))
			x++;
		if (x > from)
			runs[n++] = (struct qr_run){ (uint32_t)(from + QUIET),
				(uint32_t)(y + QUIET), (uint32_t)(x - from) };
	}
	return n;
}

struct qr
qr_of(struct arena *a, const char *text)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	struct qr_run *runs;
	struct qr out = { 0 };

	if (code == NULL)
		return out;
	runs = arena_array(a, (size_t)code->width * (size_t)code->width, sizeof *runs);
	for (int y = 0; y < code->width; y++)
		out.n = add_row(code, y, runs, out.n);
	out.size = (uint32_t)(code->width + 2 * QUIET);
	out.runs = runs;
	QRcode_free(code);
	return out;
}
