/* SPDX-License-Identifier: MPL-2.0
 *
 * From the parameters of FastCGI to a request that the rest can trust.  The body comes through
 * a function, request_more; so nothing here knows libfcgi, and a test can be the client.
 */
#include "request.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "accept.h"
#include "log.h"
#include "number.h"
#include "pairs.h"
#include "secret.h"

/* In bytes, but QUERY_PAIRS. */
enum {
	PATH_MOST = 500,
	QUERY_MOST = 4000,
	QUERY_PAIRS = 50,
	COOKIE_MOST = 4096,
	HEADER_MOST = 1000,
	BODY_FIRST = 16 * 1024
};

static const char *
param(char *const *params, const char *name)
{
	size_t n = strlen(name);

	for (; params != NULL && *params != NULL; params++)
		if (strncmp(*params, name, n) == 0 && (*params)[n] == '=')
			return *params + n + 1;
	return "";
}

/* --- the address ---------------------------------------------------------------------- */

/* The length of what looks like a CPR number at s, 0 for none. */
static size_t
cpr_like(const char *s)
{
	size_t i = strspn(s, "0123456789");

	if (i == 10)
		return i;
	if (i != 6)
		return 0;
	i += strspn(s + i, " -");
	return i <= 9 && strspn(s + i, "0123456789") == 4 ? i + 4 : 0;
}

/* A long word of letters and digits, as programs draw them: ten digits in the midst of it are
 * nobody's number.  (The codes with which MitID answers are such words, often hexadecimal.) */
static bool
is_drawn(const char *s)
{
	static const char word[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	size_t n = strlen(s);

	return n >= 32 && strspn(s, word) == n;
}

/* Stands one in the text, with no further digit at either end?  In a drawn word, no letter. */
static bool
holds_cpr(const char *s)
{
	bool drawn = is_drawn(s);

	for (const char *p = s; *p != '\0'; p++) {
		unsigned char before = p == s ? ' ' : (unsigned char)p[-1];
		size_t n = isdigit(before) || (drawn && isalpha(before)) ? 0 : cpr_like(p);

		if (n > 0 && !(drawn && isalpha((unsigned char)p[n])))
			return true;
	}
	return false;
}

/* In a path only a whole segment counts: the hexadecimal name of a file may hold ten digits. */
static bool
path_holds_cpr(const char *path)
{
	for (const char *p = path; (p = strchr(p, '/')) != NULL; p++) {
		size_t n = cpr_like(p + 1);

		if (n > 0 && (p[n + 1] == '/' || p[n + 1] == '\0'))
			return true;
	}
	return false;
}

/* Begins with "/", and no segment but the last is empty or is "." or "..". */
static bool
path_is_plain(const char *path)
{
	if (path[0] != '/')
		return false;
	for (const char *p = path; p != NULL; p = strchr(p + 1, '/')) {
		size_t n = strcspn(p + 1, "/");

		if (n == 0 && p[1] == '/')
			return false;
		if ((n == 1 && p[1] == '.') || (n == 2 && p[1] == '.' && p[2] == '.'))
			return false;
	}
	return strpbrk(path, "\t\r\n") == NULL;
}

/* Is a "/" written as an escape?  Then the decoded path would have other segments. */
static bool
hides_slash(const char *s, size_t n)
{
	for (size_t i = 0; i + 2 < n; i++)
		if (s[i] == '%' && s[i + 1] == '2' && (s[i + 2] == 'F' || s[i + 2] == 'f'))
			return true;
	return false;
}

static enum request_fault
read_path(struct request *r, const char *raw, size_t n)
{
	const char *path;

	if (n > 3 * PATH_MOST)
		return REQUEST_TOO_LONG;
	if (hides_slash(raw, n) || (path = percent_decode(r->arena, raw, n, false)) == NULL)
		return REQUEST_BAD;
	if (strlen(path) > PATH_MOST)
		return REQUEST_TOO_LONG;
	if (!path_is_plain(path) || path_holds_cpr(path))
		return REQUEST_BAD;
	r->path = path;
	return REQUEST_FINE;
}

static enum request_fault
read_query(struct request *r, const char *raw)
{
	struct pairs query;
	size_t n = strlen(raw);

	if (n > QUERY_MOST)
		return REQUEST_TOO_LONG;
	if (!pairs_decode(r->arena, raw, n, QUERY_PAIRS, &query))
		return REQUEST_BAD;
	for (size_t i = 0; i < query.n; i++)
		if (holds_cpr(query.at[i].name) || holds_cpr(query.at[i].value))
			return REQUEST_BAD;
	r->query = query;
	return REQUEST_FINE;
}

static enum request_fault
read_address(struct request *r, const char *uri)
{
	size_t n = strcspn(uri, "?");
	enum request_fault fault = read_path(r, uri, n);

	return fault != REQUEST_FINE || uri[n] == '\0' ? fault : read_query(r, uri + n + 1);
}

/* --- headers -------------------------------------------------------------------------- */

/* The header, or "" when it is too long or holds what no text of ours may hold. */
static const char *
soft_header(char *const *params, const char *name, size_t most)
{
	const char *value = param(params, name);
	size_t n = strlen(value);

	return n <= most && text_is_clean(value, n) ? value : "";
}

static bool
read_header(struct request *r, char *const *params, const char *name, const char **out)
{
	const char *value = param(params, name);
	size_t n = strlen(value);

	if (n > HEADER_MOST || !text_is_clean(value, n))
		return false;
	*out = arena_copy(r->arena, value, n);
	return true;
}

static bool
read_headers(struct request *r, char *const *params)
{
	r->cookie = arena_string(r->arena, soft_header(params, "HTTP_COOKIE", COOKIE_MOST));
	r->https = strcasecmp(param(params, "HTTPS"), "on") == 0;
	return read_header(r, params, "REMOTE_ADDR", &r->address) &&
	    read_header(r, params, "HTTP_HOST", &r->host) &&
	    read_header(r, params, "HTTP_ORIGIN", &r->origin) &&
	    read_header(r, params, "HTTP_SEC_FETCH_SITE", &r->fetch_site) &&
	    read_header(r, params, "CONTENT_TYPE", &r->content_type);
}

/* No length told is 0; then the body ends where the client's bytes end. */
static bool
read_length(struct request *r, char *const *params)
{
	const char *value = param(params, "CONTENT_LENGTH");

	return value[0] == '\0' ||
	    (number_i64(value, &r->content_length) && r->content_length >= 0);
}

static enum method
method_of(const char *word)
{
	if (strcmp(word, "GET") == 0)
		return METHOD_GET;
	if (strcmp(word, "POST") == 0)
		return METHOD_POST;
	return strcmp(word, "HEAD") == 0 ? METHOD_HEAD : METHOD_OTHER;
}

static bool
ends_in_json(const char *path)
{
	size_t n = strlen(path);

	return n > 5 && strcmp(path + n - 5, ".json") == 0;
}

/* Sixteen letters that nobody mistakes for another, read aloud over a telephone or not. */
static const char *
make_reference(struct arena *a)
{
	static const char letters[] = "ABCDEFHKMNPRTWXY";
	unsigned char random[8];
	char *out = arena_take(a, sizeof random + 1);

	secret_random(random, sizeof random);
	for (size_t i = 0; i < sizeof random; i++)
		out[i] = letters[random[i] % (sizeof letters - 1)];
	return out;
}

/* A request that was refused has all its texts too: an error page is made from it. */
enum request_fault
request_read(struct request *r, struct arena *a, const struct config *c, char *const *params)
{
	enum request_fault fault;

	*r = (struct request){ .arena = a,
		.config = c,
		.path = "/",
		.route = "",
		.cookie = "",
		.address = "",
		.host = "",
		.origin = "",
		.fetch_site = "",
		.content_type = "" };
	r->reference = make_reference(a);
	r->now = config_now(c);
	r->today = moment_day(r->now);
	r->method = method_of(param(params, "REQUEST_METHOD"));
	if (!read_headers(r, params) || !read_length(r, params))
		return REQUEST_BAD;
	fault = read_address(r, param(params, "REQUEST_URI"));
	r->wants_json = ends_in_json(r->path) ||
	    accept_prefers_json(soft_header(params, "HTTP_ACCEPT", HEADER_MOST));
	return fault;
}

/* --- the body ------------------------------------------------------------------------- */

/* The room doubles, so that announcing 21 MB costs us nothing until they come.  One byte more
 * than may be stored is asked for: whoever sends it sends too much. */
enum request_fault
request_read_body(struct request *r, size_t limit, request_more *more, void *from)
{
	size_t told = (size_t)r->content_length, most = told > 0 ? told : limit + 1;
	size_t cap = most < BODY_FIRST ? most : BODY_FIRST, n = 0;
	char *body;
	int got = 1;

	if (told > limit)
		return REQUEST_TOO_LARGE;
	body = arena_take(r->arena, cap + 1);
	while (n < most && (got = more(from, body + n, (int)(cap - n))) > 0) {
		n += (size_t)got;
		if (n == cap && cap < most) {
			cap = cap < most / 2 ? cap * 2 : most;
			body = memcpy(arena_take(r->arena, cap + 1), body, n);
		}
	}
	if (got < 0 || n < told)
		return REQUEST_BROKEN;
	if (n > limit)
		return REQUEST_TOO_LARGE;
	r->body = (struct bytes){ (unsigned char *)body, n };
	return REQUEST_FINE;
}

/* --- what handlers ask ---------------------------------------------------------------- */

static const char *
text_of(const struct pairs *p, const char *name)
{
	const char *value = pairs_value(p, name);

	return value == NULL ? "" : value;
}

uint32_t
path_u32(const struct request *r, const char *name)
{
	uint32_t n = 0;

	number_u32(text_of(&r->vars, name), &n);
	return n;
}

const char *
path_text(const struct request *r, const char *name)
{
	return text_of(&r->vars, name);
}

const char *
query_text(const struct request *r, const char *name)
{
	return text_of(&r->query, name);
}

uint32_t
query_u32(const struct request *r, const char *name, uint32_t otherwise)
{
	uint32_t n = otherwise;

	number_u32(text_of(&r->query, name), &n);
	return n;
}

void
looked_into(struct request *req, uint32_t doctor)
{
	for (size_t i = 0; i < req->nlooked; i++)
		if (req->looked_at[i] == doctor)
			return;
	if (req->nlooked == LOOKS_MOST)
		fatal("%s shows more logbooks than can be recorded", req->route);
	req->looked_at[req->nlooked++] = doctor;
}
