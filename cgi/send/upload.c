/* SPDX-License-Identifier: MPL-2.0
 *
 * sftp and https by libcurl.  Both ask first how much is there already, send the rest, and say that it
 * is there only when the other side said so.
 */
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "send_part.h"

struct going {
	CURL *curl;
	const struct way *way;
	struct bytes b;
	size_t at; /* of the byte that goes next */
	bool is_sftp;
	const char *url, *part; /* where it is to lie, and where it lies while it comes */
	char error[CURL_ERROR_SIZE];
};

static size_t
give(char *to, size_t size, size_t n, void *p)
{
	struct going *g = p;
	size_t left = g->b.n - g->at, most = size * n;

	if (most > left)
		most = left;
	memcpy(to, g->b.at + g->at, most);
	g->at += most;
	return most;
}

static int
go_back(void *p, curl_off_t to, int from)
{
	struct going *g = p;

	if (from != SEEK_SET || to < 0 || (size_t)to > g->b.n)
		return CURL_SEEKFUNC_FAIL;
	g->at = (size_t)to;
	return CURL_SEEKFUNC_OK;
}

static size_t
drop(char *from, size_t size, size_t n, void *p)
{
	(void)from;
	(void)p;
	return size * n;
}

/* Nothing of one try is left in the next but the connection. */
static void
set_out(struct going *g, const char *url)
{
	CURL *c = g->curl;

	curl_easy_reset(c);
	g->error[0] = '\0';
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, g->error);
	curl_easy_setopt(c, CURLOPT_URL, url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, g->is_sftp ? "sftp" : "https");
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 20L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)g->way->seconds);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, drop);
	curl_easy_setopt(c, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	if (g->way->ca != NULL)
		curl_easy_setopt(c, CURLOPT_CAINFO, g->way->ca);
	if (g->is_sftp) {
		curl_easy_setopt(c, CURLOPT_SSH_AUTH_TYPES, (long)CURLSSH_AUTH_PUBLICKEY);
		curl_easy_setopt(c, CURLOPT_SSH_PRIVATE_KEYFILE, g->way->key);
		curl_easy_setopt(c, CURLOPT_SSH_KNOWNHOSTS, g->way->hosts);
	} else if (g->way->token != NULL) {
		curl_easy_setopt(c, CURLOPT_HTTPAUTH, (long)CURLAUTH_BEARER);
		curl_easy_setopt(c, CURLOPT_XOAUTH2_BEARER, g->way->token);
	}
}

static const char *
why(const struct going *g, CURLcode code)
{
	return g->error[0] != '\0' ? g->error : curl_easy_strerror(code);
}

/* The length of what lies there; -1 when nothing does; false when nobody answered. */
static bool
length_at(struct going *g, const char *url, curl_off_t *n, struct delivery *d)
{
	CURLcode code;
	long status = 0;

	set_out(g, url);
	curl_easy_setopt(g->curl, CURLOPT_NOBODY, 1L);
	code = curl_easy_perform(g->curl);
	curl_easy_getinfo(g->curl, CURLINFO_RESPONSE_CODE, &status);
	*n = -1;
	if (code == CURLE_REMOTE_FILE_NOT_FOUND || (!g->is_sftp && status == 404))
		return true;
	if (code != CURLE_OK || (!g->is_sftp && status / 100 != 2)) {
		*d = said(DELIVER_LATER, "%s (%ld)", why(g, code), status);
		return false;
	}
	curl_easy_getinfo(g->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, n);
	return true;
}

static bool
send_from(
    struct going *g, const char *url, size_t from, struct curl_slist *more, struct delivery *d)
{
	CURLcode code;
	long status = 0;

	set_out(g, url);
	g->at = from;
	curl_easy_setopt(g->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(g->curl, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(g->curl, CURLOPT_READDATA, g);
	curl_easy_setopt(g->curl, CURLOPT_SEEKFUNCTION, go_back);
	curl_easy_setopt(g->curl, CURLOPT_SEEKDATA, g);
	curl_easy_setopt(g->curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)(g->b.n - from));
	if (g->is_sftp && from > 0)
		curl_easy_setopt(g->curl, CURLOPT_APPEND, 1L);
	curl_easy_setopt(g->curl, g->is_sftp ? CURLOPT_POSTQUOTE : CURLOPT_HTTPHEADER, more);
	code = curl_easy_perform(g->curl);
	curl_easy_getinfo(g->curl, CURLINFO_RESPONSE_CODE, &status);
	if (code == CURLE_OK && (g->is_sftp || status / 100 == 2))
		return true;
	/* What the other side will never take: its 4xx, but not "later" and "who are you". */
	*d = said(!g->is_sftp && code == CURLE_OK && status / 100 == 4 && status != 401 &&
	            status != 403 && status != 408 && status != 425 && status != 429
	        ? DELIVER_REFUSED
	        : DELIVER_LATER,
	    "%s (%ld)", why(g, code), status);
	return false;
}

/* A part that is longer than the whole is none of ours: it begins anew. */
static size_t
goes_on_at(const struct going *g, curl_off_t there)
{
	return there > 0 && (size_t)there < g->b.n ? (size_t)there : 0;
}

static struct delivery
by_sftp(struct arena *a, struct going *g)
{
	struct delivery d = said(DELIVERED, "taken");
	const char *path = strchr(strstr(g->url, "://") + 3, '/'),
	           *part = strchr(strstr(g->part, "://") + 3, '/');
	struct curl_slist *after = NULL;
	curl_off_t whole, there;

	if (!length_at(g, g->url, &whole, &d))
		return d;
	if (whole >= 0)
		return (size_t)whole == g->b.n
		    ? said(DELIVERED, "it lies there already")
		    : said(DELIVER_REFUSED, "another package of that name lies there");
	if (!length_at(g, g->part, &there, &d))
		return d;
	after = curl_slist_append(NULL, arena_format(a, "rename \"%s\" \"%s\"", part, path));
	send_from(g, g->part, goes_on_at(g, there), after, &d);
	curl_slist_free_all(after);
	return d;
}

static struct delivery
by_https(struct arena *a, struct going *g)
{
	struct delivery d = said(DELIVERED, "taken");
	struct curl_slist *headers = NULL;
	curl_off_t there;
	size_t from;

	if (!length_at(g, g->url, &there, &d))
		return d;
	if (there >= 0 && (size_t)there == g->b.n)
		return said(DELIVERED, "it lies there already");
	from = goes_on_at(g, there);
	headers = curl_slist_append(NULL, "Content-Type: application/pkcs7-mime");
	headers = curl_slist_append(headers, "Expect:");
	if (from > 0)
		headers = curl_slist_append(headers,
		    arena_format(a, "Content-Range: bytes %zu-%zu/%zu", from, g->b.n - 1, g->b.n));
	send_from(g, g->url, from, headers, &d);
	curl_slist_free_all(headers);
	return d;
}

struct delivery
upload(struct arena *a, const struct way *way, const char *name, struct bytes b)
{
	struct going g = { .way = way,
		.b = b,
		.is_sftp = strncmp(way->to, "sftp", 4) == 0,
		.url = arena_format(a, "%s%s", way->to, name),
		.part = arena_format(a, "%s%s.part", way->to, name),
		.curl = curl_easy_init() };
	struct delivery d;

	if (g.curl == NULL)
		return said(DELIVER_LATER, "libcurl does not start");
	d = g.is_sftp ? by_sftp(a, &g) : by_https(a, &g);
	curl_easy_cleanup(g.curl);
	return d;
}
