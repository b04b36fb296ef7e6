/* SPDX-License-Identifier: MPL-2.0 */
#include <curl/curl.h>
#include <string.h>

#include "mitid.h"

/* Seconds: of one request, and of its way there.  Three requests make a login. */
enum { SECONDS = 6, SECONDS_TO_CONNECT = 3, LARGEST = 256 * 1024 };

/* Takes what comes, up to LARGEST; less than was given ends the request. */
static size_t
take(char *from, size_t size, size_t n, void *to)
{
	struct text *t = to;

	if (size * n > LARGEST - t->len)
		return 0;
	text_add(t, from, size * n);
	return size * n;
}

static void
clean_up(void *curl)
{
	curl_easy_cleanup(curl);
}

/* One handle for all requests: the second finds the connection open. */
static CURL *
handle_of(struct arena *a)
{
	static CURL *curl;

	if (curl == NULL && (curl = curl_easy_init()) != NULL)
		arena_defer(a, clean_up, curl);
	if (curl != NULL)
		curl_easy_reset(curl);
	return curl;
}

static void
describe(CURL *curl, const struct task *t, const char *address, const struct post *post)
{
	curl_easy_setopt(curl, CURLOPT_URL, address);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)SECONDS);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)SECONDS_TO_CONNECT);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_USERAGENT, "Logbog");
	if (t->ca[0] != '\0')
		curl_easy_setopt(curl, CURLOPT_CAINFO, t->ca);
	if (post == NULL)
		return;
	curl_easy_setopt(curl, CURLOPT_POSTFIELDS, post->fields);
	if (post->name == NULL)
		return;
	curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
	curl_easy_setopt(curl, CURLOPT_USERNAME, post->name);
	curl_easy_setopt(curl, CURLOPT_PASSWORD, post->password);
}

long
fetch(struct task *t, const char *address, const struct post *post, struct text *out)
{
	CURL *curl = handle_of(t->arena);
	CURLcode code;
	long status = 0;

	*out = (struct text){ .arena = t->arena };
	text_puts(out, "");
	if (curl == NULL) {
		t->detail = "libcurl";
		return 0;
	}
	describe(curl, t, address, post);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, out);
	code = curl_easy_perform(curl);
	if (code != CURLE_OK) {
		t->detail = curl_easy_strerror(code);
		return 0;
	}
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	return status;
}

const char *
encoded(struct arena *a, const char *s)
{
	static const char kept[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	struct text t = { .arena = a };

	text_puts(&t, "");
	for (; *s != '\0'; s++)
		if (strchr(kept, *s) != NULL)
			text_add(&t, s, 1);
		else
			text_format(&t, "%%%02X", (unsigned)(unsigned char)*s);
	return t.at;
}
