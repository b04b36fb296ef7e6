/* SPDX-License-Identifier: MPL-2.0
 *
 * Hostile parameters: the first line is the address, the second the cookies, the third what
 * is accepted, further ones are parameters as they stand; the rest is the body too.  No crash,
 * and a request that is fine keeps what request.h promises.
 */
#include <stdlib.h>
#include <string.h>

#include "cookie.h"
#include "request.h"
#include "secret.h"
#include "url.h"

enum { LINES = 12 };

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static struct arena *arena;

static void
check(bool holds)
{
	if (!holds)
		abort();
}

static void
check_text(const char *s)
{
	check(utf8_is_valid(s, strlen(s)) && !utf8_has_control(s, strlen(s)));
}

static void
check_path(const char *path)
{
	check_text(path);
	check(path[0] == '/' && strlen(path) <= 500 && strpbrk(path, "\t\r\n") == NULL);
	check(strstr(path, "//") == NULL && strstr(path, "/./") == NULL &&
	    strstr(path, "/../") == NULL);
}

static void
check_query(const struct request *r)
{
	check(r->query.n <= 50);
	for (size_t i = 0; i < r->query.n; i++) {
		check_text(r->query.at[i].name);
		check_text(r->query.at[i].value);
		/* ends the process when it is a CPR number */
		url_with(arena, (struct url){ "/" }, "q", r->query.at[i].value);
	}
}

static void
check_cookie(const struct request *r, enum cookie which)
{
	const char *value = cookie_value(r, which);

	check(value == NULL || (token_is_well_formed(value) && strstr(r->cookie, value) != NULL));
}

struct source {
	const uint8_t *at;
	size_t n;
};

static int
pour(void *from, char *to, int n)
{
	struct source *s = from;
	size_t piece = s->n > 0 ? s->at[0] % 32u + 1 : 0;

	check(n > 0);
	piece = piece > s->n ? s->n : piece;
	piece = piece > (size_t)n ? (size_t)n : piece;
	if (piece == 0)
		return 0;
	memcpy(to, s->at, piece);
	s->at += piece;
	s->n -= piece;
	return (int)piece;
}

/* The lines of the input as parameters. */
static void
make_params(char *params[LINES + 1], const char *at, size_t n)
{
	static const char *const names[] = { "REQUEST_URI=", "HTTP_COOKIE=", "HTTP_ACCEPT=" };

	for (size_t i = 0; i < LINES && n > 0; i++) {
		const char *end = memchr(at, '\n', n);
		size_t line = end == NULL ? n : (size_t)(end - at);

		params[i] = arena_format(arena, "%s%.*s", i < 3 ? names[i] : "", (int)line, at);
		line += end != NULL;
		at += line;
		n -= line;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static const struct config config = { .demo = true, .today = { 2027, 3, 1 } };
	char *params[LINES + 1] = { NULL };
	struct source source = { at, n };
	struct request r;

	if (arena == NULL)
		arena = arena_make();
	make_params(params, (const char *)at, n);
	if (request_read(&r, arena, &config, params) == REQUEST_FINE) {
		check_query(&r);
		check_cookie(&r, COOKIE_SESSION);
		check_cookie(&r, COOKIE_KEPT);
		if (request_read_body(&r, 100, pour, &source) == REQUEST_FINE)
			check(r.body.n <= 100 && r.body.n <= n);
	}
	check_path(r.path);
	check_text(r.host);
	check_text(r.origin);
	check_text(r.content_type);
	check(strlen(r.cookie) <= 4096 && strlen(r.reference) == 8);
	arena_reset(arena);
	return 0;
}
