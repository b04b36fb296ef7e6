/* SPDX-License-Identifier: MPL-2.0 */
#include "whole_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { PIECE = 64 * 1024 };

bool
whole_file(struct arena *a, const char *path, size_t most, struct bytes *out)
{
	struct text whole = { .arena = a };
	char piece[PIECE];
	FILE *in = fopen(path, "rbe");
	size_t n;
	int error;

	if (in == NULL)
		return false;
	while (whole.len <= most && (n = fread(piece, 1, sizeof piece, in)) > 0)
		text_add(&whole, piece, n < most + 1 - whole.len ? n : most + 1 - whole.len);
	error = ferror(in) ? errno : 0;
	fclose(in);
	errno = error;
	*out = (struct bytes){ (const unsigned char *)whole.at, whole.len };
	return error == 0;
}
