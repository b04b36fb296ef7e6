/* SPDX-License-Identifier: MPL-2.0
 *
 * The first line is the content type, the rest the body: no crash, nothing but text comes out
 * as text, and every file lies within the body.
 */
#include <stdlib.h>
#include <string.h>

#include "multipart.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
check_text(const char *s, size_t most)
{
	size_t n = strlen(s);

	if (n > most || !utf8_is_valid(s, n) || utf8_has_control(s, n))
		abort();
}

static void
check_uploads(const struct uploads *files, struct bytes body)
{
	for (size_t i = 0; i < files->n; i++) {
		const struct upload *f = &files->at[i];

		check_text(f->name, 100);
		check_text(f->filename, 4 * 200);
		if (strpbrk(f->filename, "/\\\r\n\t") != NULL)
			abort();
		if (f->content.at < body.at || f->content.n > body.n ||
		    f->content.at + f->content.n > body.at + body.n)
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static struct arena *arena;
	const uint8_t *end = n == 0 ? NULL : memchr(at, '\n', n);
	size_t line = end == NULL ? 0 : (size_t)(end - at);
	struct bytes body = { at + line, n - line };
	struct uploads files;
	struct pairs fields;

	if (arena == NULL)
		arena = arena_make();
	if (end != NULL)
		body = (struct bytes){ end + 1, n - line - 1 };
	if (multipart_read(
	        arena, arena_copy(arena, (const char *)at, line), body, &fields, &files)) {
		if (fields.n + files.n > 200)
			abort();
		for (size_t i = 0; i < fields.n; i++) {
			check_text(fields.at[i].name, 100);
			check_text(fields.at[i].value, body.n);
		}
		check_uploads(&files, body);
	}
	arena_reset(arena);
	return 0;
}
