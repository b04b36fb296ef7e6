/* SPDX-License-Identifier: MPL-2.0
 *
 * A request, read from FastCGI parameters: method, path, query, cookies, body.  What is not
 * UTF-8, holds control characters or is too long is refused here, before anything else sees
 * it.  The body comes through a function; fcgiapp.h is included by gate/serve.c alone.
 */
#ifndef REQUEST_H
#define REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "config.h"
#include "day.h"
#include "text.h"

struct db;
struct reply;

enum method { METHOD_GET = 1, METHOD_POST, METHOD_HEAD, METHOD_OTHER };

/* One name and value of a path, query or form; both valid UTF-8, decoded. */
struct pair {
	const char *name, *value;
};

struct pairs {
	struct pair *at;
	size_t n;
};

/* What was wrong with the bytes; each has one status. */
enum request_fault {
	REQUEST_FINE,
	REQUEST_BAD,       /* 400: not UTF-8, control characters, malformed encoding */
	REQUEST_TOO_LONG,  /* 414: path or query over its limit */
	REQUEST_TOO_LARGE, /* 413: body over its limit */
	REQUEST_BROKEN     /* the client went away in the middle: nothing to answer */
};

/* Doctors whose logbooks one page may show. */
enum { LOOKS_MOST = 64 };

struct request {
	struct arena *arena;
	const struct config *config;
	enum method method;
	const char *path;       /* decoded, begins with "/", at most 500 bytes */
	struct pairs query;     /* at most 50 */
	struct pairs vars;      /* the {names} of the route, set by the gate */
	const char *route;      /* the route's pattern, for the log and the record of looks */
	const char *browser;    /* the secret that the browser keeps: its session cookie, or one
					 * that the gate has made and the answer will set */
	const char *cookie;     /* the whole Cookie header, "" without */
	const char *address;    /* of the client, as the front server says */
	const char *host;       /* Host header */
	const char *origin;     /* Origin header, "" without */
	const char *fetch_site; /* Sec-Fetch-Site header, "" without */
	bool https;
	bool wants_json; /* path ends with .json, or Accept prefers it */
	const char *content_type;
	int64_t content_length; /* as announced; 0 when not */
	struct bytes body;      /* read by request_read_body; empty before */
	struct moment now;
	struct day today;
	struct db *db; /* never looked into by web */
	struct reply *reply;
	uint32_t looked_at[LOOKS_MOST]; /* doctors whose logbooks it shows: looked_into() */
	size_t nlooked;
	int64_t unread;        /* notices that the one who asks has not seen; set by the gate */
	const char *reference; /* eight letters that the error page and the log both show */
};

/* The limits of bodies. */
enum { BODY_FORM = 256 * 1024, BODY_FILE = 21 * 1024 * 1024, BODY_PACKAGE = 65 * 1024 * 1024 };

/* Fills a request from the parameters of a FastCGI request ("NAME=value" strings, NULL at
 * the end).  Everything lives in the arena. */
enum request_fault
request_read(struct request *, struct arena *, const struct config *, char *const *params);

/* Reads the body through `more` (which fills at most n bytes and answers how many, 0 at the
 * end, <0 when broken), up to limit bytes. */
typedef int request_more(void *from, char *to, int n);
enum request_fault
request_read_body(struct request *, size_t limit, request_more *more, void *from);

/* Decodes application/x-www-form-urlencoded or a query.  False for malformed bytes. */
bool pairs_decode(struct arena *, const char *, size_t n, size_t most, struct pairs *out);

/* The first value of that name, NULL without. */
const char *pairs_value(const struct pairs *, const char *name);

/* A {name} of the route as number; 0 when it is none (no id is 0). */
uint32_t path_u32(const struct request *, const char *name);
/* The same as text. */
const char *path_text(const struct request *, const char *name);
/* A value of the query, "" without; a number of the query, or otherwise. */
const char *query_text(const struct request *, const char *name);
uint32_t query_u32(const struct request *, const char *name, uint32_t otherwise);

/* Says whose logbook the page shows: the gate records it (R-GDP-05), once for each doctor. More
 * than LOOKS_MOST on one page ends the process: the page is to be made shorter. */
void looked_into(struct request *, uint32_t doctor);

#endif
