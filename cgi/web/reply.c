/* SPDX-License-Identifier: MPL-2.0
 *
 * A reply is what will be said, gathered in any order; reply_bytes writes it out.  What a
 * client could have put into a header (the name of a file) is cleaned here.
 */
#include "reply.h"

#include <ctype.h>
#include <string.h>

#include "log.h"

enum { COOKIES = 2, NAME_MOST = 150 };

struct reply {
	struct arena *arena;
	unsigned status;
	struct html *page;            /* the body when it is a page … */
	struct bytes body;            /* … and when it is not */
	const char *type;             /* NULL: no body */
	const char *disposition;      /* NULL without */
	const char *location;         /* NULL without */
	const char *cookies[COOKIES]; /* by enum cookie; NULL without */
	const char *allow;            /* NULL without */
	uint32_t retry_after;         /* 0 without */
	const char *forms_to;         /* sites that a form may lead to besides ours; NULL without */
	uint32_t refresh;             /* 0 without */
	bool frames;                  /* shows a file of ours in a frame */
	bool framed;                  /* is a file that may stand in a frame of ours */
};

struct reply *
reply_make(struct request *r)
{
	struct reply *reply = arena_take(r->arena, sizeof *reply);

	reply->arena = r->arena;
	r->reply = reply;
	return reply;
}

static struct reply *
reply_of(struct request *r)
{
	return r->reply != NULL ? r->reply : reply_make(r);
}

/* Starts over with another body; cookies and the rest stay. */
static struct reply *
begin(struct request *r, unsigned status, const char *type)
{
	struct reply *reply = reply_of(r);

	reply->status = status;
	reply->page = NULL;
	reply->body = (struct bytes){ 0 };
	reply->type = type;
	reply->disposition = NULL;
	reply->location = NULL;
	reply->framed = false;
	return reply;
}

struct html *
reply_html(struct request *r, unsigned status)
{
	struct reply *reply = begin(r, status, "text/html; charset=utf-8");

	return reply->page = html_make(r->arena);
}

void
reply_see(struct request *r, struct url to)
{
	begin(r, 303, NULL)->location = to.text;
}

void
reply_see_elsewhere(struct request *r, struct elsewhere to)
{
	begin(r, 303, NULL)->location = to.text;
}

void
reply_leads_elsewhere(struct request *r)
{
	reply_of(r)->forms_to = r->config->oidc.origins;
}

void
reply_json(struct request *r, unsigned status, struct bytes body)
{
	begin(r, status, "application/json; charset=utf-8")->body = body;
}

/* --- files ---------------------------------------------------------------------------- */

/* Characters nobody sees, or that turn the direction of what follows: U+200B to U+200F,
 * U+2028 to U+202E, U+2060 to U+206F, U+FEFF. */
static bool
is_invisible(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] == 0xef)
		return u[1] == 0xbb && u[2] == 0xbf;
	if (u[0] != 0xe2 || (u[1] != 0x80 && u[1] != 0x81))
		return false;
	return u[1] == 0x81 ? u[2] >= 0xa0 && u[2] <= 0xaf
	                    : (u[2] >= 0x8b && u[2] <= 0x8f) || (u[2] >= 0xa8 && u[2] <= 0xae);
}

/* A name that every file system takes and no shell trips over. */
static const char *
clean_name(struct arena *a, const char *name)
{
	size_t n = strlen(name);
	char *out = arena_take(a, n + 1), *to = out;

	if (!utf8_is_valid(name, n) || utf8_has_control(name, n))
		return "fil";
	for (name += strspn(name, " ."); *name != '\0'; name++) {
		if (is_invisible(name))
			name += 2;
		else
			*to++ = strchr("/\\:*?\"<>|\t\r\n", *name) != NULL ? '-' : *name;
	}
	out = utf8_clip(a, out, NAME_MOST);
	return out[0] == '\0' ? "fil" : out;
}

/* The name in ASCII, for what does not know RFC 5987: ae, oe, aa, and _ for other letters. */
static const char *
ascii_name(struct arena *a, const char *name)
{
	static const struct {
		const char *letter, *ascii;
	} danish[] = { { "æ", "ae" }, { "ø", "oe" }, { "å", "aa" }, { "Æ", "Ae" }, { "Ø", "Oe" },
		{ "Å", "Aa" } };
	struct text out = { .arena = a };

	while (*name != '\0') {
		size_t n = 1;
		const char *put = "_";

		while (((unsigned char)name[n] & 0xc0) == 0x80)
			n++;
		for (size_t i = 0; i < sizeof danish / sizeof danish[0]; i++)
			if (n == 2 && strncmp(name, danish[i].letter, n) == 0)
				put = danish[i].ascii;
		if (n == 1 && *name != '%')
			text_add(&out, name, 1);
		else
			text_puts(&out, put);
		name += n;
	}
	return out.at;
}

/* The characters that RFC 5987 lets stand as they are. */
static bool
is_attr_char(char c)
{
	return isalnum((unsigned char)c) || (c != '\0' && strchr("!#$&+-.^_`|~", c) != NULL);
}

static const char *
disposition_of(struct arena *a, enum reply_how how, const char *given)
{
	const char *name = clean_name(a, given), *ascii = ascii_name(a, name);
	struct text out = { .arena = a };

	text_puts(&out, how == REPLY_SAVE ? "attachment" : "inline");
	text_format(&out, "; filename=\"%s\"", ascii);
	if (strcmp(name, ascii) == 0)
		return out.at;
	text_puts(&out, "; filename*=UTF-8''");
	for (; *name != '\0'; name++)
		if (is_attr_char(*name))
			text_add(&out, name, 1);
		else
			text_format(&out, "%%%02X", (unsigned)(unsigned char)*name);
	return out.at;
}

/* "application/pdf", perhaps with a charset; nothing that ends a header. */
static bool
is_type(const char *s)
{
	static const char fit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	                          "/+-._;= ";

	return s != NULL && strchr(s, '/') != NULL && s[strspn(s, fit)] == '\0';
}

void
reply_file(
    struct request *r, const char *type, enum reply_how how, const char *name, struct bytes content)
{
	struct reply *reply = begin(r, 200, is_type(type) ? type : "application/octet-stream");

	reply->body = content;
	reply->framed = how == REPLY_SHOW && strcmp(type, "application/pdf") == 0;
	reply->disposition = disposition_of(r->arena, how, name == NULL ? "" : name);
}

/* --- what goes beside the body -------------------------------------------------------- */

void
reply_cookie(struct request *r, enum cookie which, const char *value, uint32_t max_age)
{
	struct reply *reply = reply_of(r);

	reply->cookies[which] = cookie_header(r, which, value, max_age);
	if (reply->cookies[which] == NULL)
		log_warn("a cookie was not set: the request came without TLS");
}

void
reply_retry_after(struct request *r, uint32_t seconds)
{
	reply_of(r)->retry_after = seconds;
}

void
reply_refresh(struct request *r, uint32_t seconds)
{
	reply_of(r)->refresh = seconds;
}

void
reply_frames(struct request *r)
{
	reply_of(r)->frames = true;
}

void
reply_allow(struct request *r, const char *methods)
{
	reply_of(r)->allow = methods;
}

unsigned
reply_status(const struct request *r)
{
	return r->reply == NULL ? 0 : r->reply->status;
}

/* --- writing it out ------------------------------------------------------------------- */

static const char *
reason(unsigned status)
{
	static const struct {
		unsigned status;
		const char *reason;
	} reasons[] = {
		{ 200, "OK" },
		{ 201, "Created" },
		{ 303, "See Other" },
		{ 400, "Bad Request" },
		{ 401, "Unauthorized" },
		{ 403, "Forbidden" },
		{ 404, "Not Found" },
		{ 405, "Method Not Allowed" },
		{ 406, "Not Acceptable" },
		{ 409, "Conflict" },
		{ 410, "Gone" },
		{ 413, "Content Too Large" },
		{ 414, "URI Too Long" },
		{ 415, "Unsupported Media Type" },
		{ 422, "Unprocessable Content" },
		{ 429, "Too Many Requests" },
		{ 500, "Internal Server Error" },
		{ 503, "Service Unavailable" },
	};

	for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Answer";
}

/* On every answer, whatever it is. */
static const char policy[] =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; font-src 'self'; "
    "img-src 'self'; form-action 'self'%s%s%s; frame-ancestors %s; base-uri 'none'\r\n"
    "X-Frame-Options: %s\r\n";
static const char security[] =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: accelerometer=(), autoplay=(), camera=(), display-capture=(), "
    "encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), picture-in-picture=(), "
    "publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), web-share=(), "
    "xr-spatial-tracking=()\r\n"
    "Cache-Control: no-store\r\n";

static void
header(struct text *out, const char *name, const char *value)
{
	if (value != NULL)
		text_format(out, "%s: %s\r\n", name, value);
}

static void
write_headers(struct text *out, const struct request *r, size_t length)
{
	const struct reply *reply = r->reply;

	text_format(out, "Status: %u %s\r\n", reply->status, reason(reply->status));
	header(out, "Content-Type", reply->type);
	text_format(out, "Content-Length: %zu\r\n", length);
	header(out, "Content-Disposition", reply->disposition);
	header(out, "Location", reply->location);
	for (size_t i = 0; i < COOKIES; i++)
		header(out, "Set-Cookie", reply->cookies[i]);
	if (reply->retry_after > 0)
		text_format(out, "Retry-After: %u\r\n", reply->retry_after);
	if (reply->refresh > 0)
		text_format(out, "Refresh: %u\r\n", reply->refresh);
	header(out, "Allow", reply->allow);
	text_format(out, policy, reply->forms_to == NULL ? "" : " ",
	    reply->forms_to == NULL ? "" : reply->forms_to,
	    reply->frames ? "; frame-src 'self'" : "", reply->framed ? "'self'" : "'none'",
	    reply->framed ? "SAMEORIGIN" : "DENY");
	text_puts(out, security);
	if (r->https)
		text_puts(out, "Strict-Transport-Security: max-age=63072000\r\n");
	text_puts(out, "\r\n");
}

/* In exactly the room that they take: a body may have a hundred million bytes. */
static struct bytes
joined(struct arena *a, const struct text *head, struct bytes body)
{
	unsigned char *all = arena_take(a, head->len + body.n);

	memcpy(all, head->at, head->len);
	memcpy(all + head->len, body.at, body.n);
	return (struct bytes){ all, head->len + body.n };
}

struct bytes
reply_bytes(struct request *r)
{
	struct reply *reply = reply_of(r);
	struct text out = { .arena = r->arena };
	struct bytes body = reply->body;

	if (reply->status == 0) {
		log_warn("%s: nothing was answered", r->path);
		reply->status = 500;
	}
	if (reply->page != NULL)
		body = (struct bytes){ (unsigned char *)reply->page->out.at, reply->page->out.len };
	write_headers(&out, r, body.n);
	return r->method == METHOD_HEAD || body.n == 0
	    ? (struct bytes){ (unsigned char *)out.at, out.len }
	    : joined(r->arena, &out, body);
}
