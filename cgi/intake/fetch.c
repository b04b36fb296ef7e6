/* SPDX-License-Identifier: MPL-2.0 */
#include "fetch.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "outside.h"

enum { CONNECT_SECONDS = 10, SLOW_SECONDS = 30, ALL_SECONDS = 900, BREAKS = 5, REDIRECTS = 3 };

/* One answer. */
struct answer {
	struct arena *arena;
	struct fetch *fetch;
	long status;
	bool begun, too_large, inside;
	const char *etag, *modified, *range;
};

/* "Name: value" of that name; NULL for another. */
static const char *
header_value(struct arena *a, const char *line, size_t n, const char *name)
{
	const size_t length = strlen(name);

	if (n <= length || line[length] != ':' || strncasecmp(line, name, length) != 0)
		return NULL;
	return text_tidy_line(a, arena_copy(a, line + length + 1, n - length - 1));
}

static size_t
on_header(char *line, size_t size, size_t n, void *p)
{
	struct answer *r = p;
	const char *value;

	n *= size;
	if (n > 5 && strncmp(line, "HTTP/", 5) == 0)
		r->etag = r->modified = r->range = "";
	else if ((value = header_value(r->arena, line, n, "ETag")) != NULL)
		r->etag = value;
	else if ((value = header_value(r->arena, line, n, "Last-Modified")) != NULL)
		r->modified = value;
	else if ((value = header_value(r->arena, line, n, "Content-Range")) != NULL)
		r->range = value;
	return n;
}

/* Does what comes go on where we were?  Else it is the whole file once more. */
static bool
goes_on(const struct answer *r)
{
	return r->status == 206 && strncmp(r->range, "bytes ", 6) == 0 &&
	    strtoull(r->range + 6, NULL, 10) == r->fetch->body.len;
}

static size_t
on_body(char *bytes, size_t size, size_t n, void *p)
{
	struct answer *r = p;
	struct text *body = &r->fetch->body;

	if (!r->begun && !goes_on(r))
		body->len = 0;
	r->begun = true;
	n *= size;
	if (body->len + n > r->fetch->most) {
		r->too_large = true;
		return 0;
	}
	text_add(body, bytes, n);
	return n;
}

/* The status is known before the body. */
static size_t
on_part(char *bytes, size_t size, size_t n, void *p)
{
	struct answer *r = ((void **)p)[0];
	CURL *curl = ((void **)p)[1];

	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &r->status);
	if (r->status != 200 && r->status != 206)
		return size * n;
	return on_body(bytes, size, n, r);
}

static int
on_progress(void *p, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	const struct fetch *f = p;

	(void)a;
	(void)b;
	(void)c;
	(void)d;
	if (f->tick != NULL)
		f->tick(f->ticks);
	return 0;
}

/* What a resumed fetch is held against: a weak ETag cannot be. */
static const char *
validator(const struct fetch *f)
{
	return *f->new_etag != '\0' && strncmp(f->new_etag, "W/", 2) != 0 ? f->new_etag
	                                                                  : f->new_modified;
}

static struct curl_slist *
headers_for(struct arena *a, const struct fetch *f, CURL *curl)
{
	struct curl_slist *list = NULL;

	if (f->body.len > 0) {
		list = curl_slist_append(list, arena_format(a, "If-Range: %s", validator(f)));
		curl_easy_setopt(curl, CURLOPT_RANGE, arena_format(a, "%zu-", f->body.len));
		return list;
	}
	if (*f->etag != '\0')
		list = curl_slist_append(list, arena_format(a, "If-None-Match: %s", f->etag));
	if (*f->modified != '\0')
		list =
		    curl_slist_append(list, arena_format(a, "If-Modified-Since: %s", f->modified));
	return list;
}

/* Asked with the very address that will be spoken to, so that no name can change its mind between. */
static curl_socket_t
on_socket(void *p, curlsocktype purpose, struct curl_sockaddr *to)
{
	struct answer *r = p;

	(void)purpose;
	if (!r->fetch->private && !address_is_outside(&to->addr)) {
		r->inside = true;
		return CURL_SOCKET_BAD;
	}
	return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

static void
set_up(CURL *curl, struct fetch *f, struct answer *r, void **both)
{
	curl_easy_setopt(curl, CURLOPT_URL, f->address);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
	curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "https");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
	curl_easy_setopt(curl, CURLOPT_MAXREDIRS, (long)REDIRECTS);
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
	curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	if (f->authorities != NULL)
		curl_easy_setopt(curl, CURLOPT_CAINFO, f->authorities);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 100L);
	curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, (long)SLOW_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)ALL_SECONDS);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_USERAGENT, "logbook-clock");
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, on_socket);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, r);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, r);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_part);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, both);
	curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
	curl_easy_setopt(curl, CURLOPT_XFERINFODATA, f);
	curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
}

static CURLcode
ask(struct arena *a, struct fetch *f, struct answer *r)
{
	CURL *curl = curl_easy_init();
	void *both[] = { r, curl };
	struct curl_slist *headers;
	CURLcode code;

	if (curl == NULL)
		return CURLE_FAILED_INIT;
	set_up(curl, f, r, both);
	headers = headers_for(a, f, curl);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	code = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &r->status);
	curl_slist_free_all(headers);
	curl_easy_cleanup(curl);
	return code;
}

/* Did the line break in the midst of the file? */
static bool
is_break(CURLcode code)
{
	return code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR ||
	    code == CURLE_OPERATION_TIMEDOUT || code == CURLE_HTTP2_STREAM || code == CURLE_HTTP2 ||
	    code == CURLE_GOT_NOTHING;
}

static enum fetched
failed(struct arena *a, struct fetch *f, const struct answer *r, CURLcode code)
{
	if (r->too_large)
		f->why = arena_format(
		    a, "Filen er større end %zu MB. Del den op.", f->most / (1024 * 1024));
	else if (r->inside && code == CURLE_COULDNT_CONNECT)
		f->why =
		    "Adressen hører til husets eget net, og derfra hentes intet. Ret adressen, eller bed driften om at tillade det.";
	else if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE)
		f->why =
		    "Adressens certifikat er ikke gyldigt, og intet er hentet. Kildens drift skal forny det.";
	else if (code != CURLE_OK)
		f->why =
		    arena_format(a, "Adressen svarede ikke (%s). Der prøves igen om et kvarter.",
		        curl_easy_strerror(code));
	else
		f->why = arena_format(
		    a, "Adressen svarede %ld. Der prøves igen om et kvarter.", r->status);
	return FETCHED_NOT;
}

enum fetched
fetch_file(struct arena *a, struct fetch *f)
{
	struct answer r;
	CURLcode code;

	f->body = (struct text){ .arena = a };
	f->new_etag = f->new_modified = f->why = "";
	for (int i = 0;; i++) {
		r = (struct answer){
			.arena = a, .fetch = f, .etag = "", .modified = "", .range = ""
		};
		code = ask(a, f, &r);
		if (r.status == 200) {
			f->new_etag = r.etag;
			f->new_modified = r.modified;
		}
		if (!is_break(code) || i == BREAKS || r.too_large)
			break;
		/* Nothing to hold the rest against: from the beginning. */
		if (*validator(f) == '\0')
			f->body.len = 0;
	}
	if (code == CURLE_OK && r.status == 304)
		return FETCHED_SAME;
	if (code == CURLE_OK && (r.status == 200 || (r.status == 206 && r.begun)))
		return FETCHED_NEW;
	return failed(a, f, &r, code);
}
