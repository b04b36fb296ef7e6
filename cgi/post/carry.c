/* SPDX-License-Identifier: MPL-2.0 */
#include "carry.h"

#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "log.h"
#include "text.h"

/* Seconds: to connect; for a mail; for a message, which somebody waits for. */
enum { CONNECT_MOST = 10, MAIL_MOST = 120, MESSAGE_MOST = 15 };
enum { SECRET_MOST = 500 };

struct carrier {
	struct arena *arena;
	const struct config *config;
	CURL *curl;
};

static void
drop_list(void *list)
{
	curl_slist_free_all(list);
}

static void
drop_json(void *json)
{
	json_object_put(json);
}

struct carrier *
carrier_make(struct arena *a, const struct config *config)
{
	static bool begun;
	struct carrier *c = arena_take(a, sizeof *c);

	if (!begun && curl_global_init(CURL_GLOBAL_DEFAULT) != 0)
		fatal("libcurl does not start");
	begun = true;
	if ((c->curl = curl_easy_init()) == NULL)
		fatal("no memory for libcurl");
	arena_defer(a, curl_easy_cleanup, c->curl);
	c->arena = a;
	c->config = config;
	return c;
}

static void
note(struct carried *out, const char *said)
{
	snprintf(out->said, sizeof out->said, "%s", said);
	out->said[strcspn(out->said, "\r\n")] = '\0';
	log_blot(out->said);
}

/* The one line of a file beside the keys; false, and a word in the log, when it is not there. */
static bool
read_secret(const struct config *config, const char *name, char secret[SECRET_MOST])
{
	char path[512];
	ssize_t n = -1;
	int fd;

	snprintf(path, sizeof path, "%s/%s", config->keys, name);
	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) != -1) {
		n = read(fd, secret, SECRET_MOST - 1);
		close(fd);
	}
	if (n <= 0) {
		log_warn("%s cannot be read: nothing can be sent", path);
		return false;
	}
	secret[n] = '\0';
	secret[strcspn(secret, "\r\n")] = '\0';
	return true;
}

static void
ask_for_tls(struct carrier *c, const char *protocols)
{
	curl_easy_setopt(c->curl, CURLOPT_PROTOCOLS_STR, protocols);
	curl_easy_setopt(c->curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(c->curl, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(c->curl, CURLOPT_SSL_VERIFYHOST, 2L);
	if (c->config->ca != NULL) {
		curl_easy_setopt(c->curl, CURLOPT_CAINFO, c->config->ca);
		curl_easy_setopt(c->curl, CURLOPT_CAPATH, NULL);
	}
	curl_easy_setopt(c->curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c->curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_MOST);
	curl_easy_setopt(c->curl, CURLOPT_NOPROXY, "*");
}

/* --- mails over SMTP ----------------------------------------------------------------------- */

/* One mail on its way: how far it got. */
struct dialogue {
	const char *mail;
	size_t at, n;
	bool begun; /* MAIL FROM has been said: what the server answers is about this mail */
	bool ended; /* the whole text, and so its end, was handed over */
	bool over;  /* QUIT has been said: what is answered to that counts for nothing */
	int code;
	struct carried *out;
};

static size_t
hand_over(char *to, size_t size, size_t n, void *from)
{
	struct dialogue *d = from;
	size_t rest = d->n - d->at, piece = size * n < rest ? size * n : rest;

	memcpy(to, d->mail + d->at, piece);
	d->at += piece;
	d->ended = piece == 0;
	return piece;
}

/* A line of the server's: three digits and some words. */
static size_t
hear(char *line, size_t size, size_t n, void *to)
{
	struct dialogue *d = to;
	char copy[SAID_MOST];
	size_t length = size * n < sizeof copy - 1 ? size * n : sizeof copy - 1;

	memcpy(copy, line, length);
	copy[length] = '\0';
	if (!d->over && strspn(copy, "0123456789") == 3) {
		d->code = atoi(copy);
		note(d->out, copy);
	}
	return size * n;
}

/* What we say, and libcurl says for us: only how far the dialogue is.  Nothing of it is kept, for
 * passwords are among it. */
static int
overhear(CURL *curl, curl_infotype type, char *line, size_t n, void *to)
{
	struct dialogue *d = to;

	(void)curl;
	if (type == CURLINFO_HEADER_OUT && n >= 5) {
		d->begun = d->begun || memcmp(line, "MAIL ", 5) == 0;
		d->over = d->over || memcmp(line, "QUIT\r", 5) == 0;
	}
	return 0;
}

static bool
log_in(struct carrier *c)
{
	char password[SECRET_MOST];

	if (c->config->mail_user == NULL)
		return true;
	if (!read_secret(c->config, "mail.password", password))
		return false;
	curl_easy_setopt(c->curl, CURLOPT_USERNAME, c->config->mail_user);
	curl_easy_setopt(c->curl, CURLOPT_PASSWORD, password);
	explicit_bzero(password, sizeof password);
	return true;
}

static void
set_up_mail(struct carrier *c, const char *to, struct dialogue *d)
{
	struct arena *a = c->arena;
	struct curl_slist *all;

	all = curl_slist_append(NULL, arena_format(a, "<%s>", to));
	arena_defer(a, drop_list, all);
	curl_easy_setopt(c->curl, CURLOPT_URL, c->config->mail);
	curl_easy_setopt(c->curl, CURLOPT_USE_SSL,
	    (long)(c->config->mail_in_the_open ? CURLUSESSL_TRY : CURLUSESSL_ALL));
	curl_easy_setopt(c->curl, CURLOPT_MAIL_FROM, arena_format(a, "<%s>", c->config->mail_from));
	curl_easy_setopt(c->curl, CURLOPT_MAIL_RCPT, all);
	curl_easy_setopt(c->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(c->curl, CURLOPT_READFUNCTION, hand_over);
	curl_easy_setopt(c->curl, CURLOPT_READDATA, d);
	curl_easy_setopt(c->curl, CURLOPT_HEADERFUNCTION, hear);
	curl_easy_setopt(c->curl, CURLOPT_HEADERDATA, d);
	curl_easy_setopt(c->curl, CURLOPT_DEBUGFUNCTION, overhear);
	curl_easy_setopt(c->curl, CURLOPT_DEBUGDATA, d);
	curl_easy_setopt(c->curl, CURLOPT_VERBOSE, 1L);
	curl_easy_setopt(c->curl, CURLOPT_TIMEOUT, (long)MAIL_MOST);
}

static struct carried
over_smtp(struct carrier *c, const char *to, const char *mail)
{
	struct carried out = { .verdict = VERDICT_WAIT };
	struct dialogue d = { .mail = mail, .n = strlen(mail), .out = &out };
	CURLcode rc;

	curl_easy_reset(c->curl);
	ask_for_tls(c, "smtp,smtps");
	if (!log_in(c)) {
		note(&out, "mail.password cannot be read");
		return out;
	}
	set_up_mail(c, to, &d);
	rc = curl_easy_perform(c->curl);
	/* The connection lives on, and is not to call back into this one's dialogue. */
	curl_easy_reset(c->curl);
	out.verdict = rc == CURLE_OK ? VERDICT_SENT : verdict_of_smtp(d.ended, d.begun, d.code);
	if (rc != CURLE_OK && d.code < 400)
		note(&out, curl_easy_strerror(rc));
	return out;
}

/* --- mails into a folder ------------------------------------------------------------------- */

static const char folder_scheme[] = "folder://";

bool
carry_to_folder(const struct config *config)
{
	return strncmp(config->mail, folder_scheme, sizeof folder_scheme - 1) == 0;
}

static bool
write_file(const char *path, const char *mail)
{
	size_t n = strlen(mail);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool good;

	if (fd == -1)
		return false;
	good = write(fd, mail, n) == (ssize_t)n && fsync(fd) == 0;
	return close(fd) == 0 && good;
}

/* Half-written it has another name. */
static struct carried
into_folder(const char *folder, struct arena *a, uint32_t id, const char *mail)
{
	const char *path = arena_format(a, "%s/%06u.eml", folder, id),
	           *half = arena_format(a, "%s/.%06u.part", folder, id);
	struct carried out = { .verdict = VERDICT_SENT };

	if (mkdir(folder, 0700) == -1 && errno != EEXIST)
		out.verdict = VERDICT_WAIT;
	else if (!write_file(half, mail) || rename(half, path) != 0)
		out.verdict = VERDICT_WAIT;
	if (out.verdict != VERDICT_SENT)
		note(&out, strerror(errno));
	return out;
}

struct carried
carry_mail(struct carrier *c, uint32_t id, const char *to, const char *mail)
{
	if (carry_to_folder(c->config))
		return into_folder(c->config->mail + sizeof folder_scheme - 1, c->arena, id, mail);
	return over_smtp(c, to, mail);
}

/* --- messages ------------------------------------------------------------------------------ */

static size_t
let_pass(char *bytes, size_t size, size_t n, void *nowhere)
{
	(void)bytes;
	(void)nowhere;
	return size * n;
}

static const char *
message_json(const struct config *config, struct arena *a, const char *to, const char *text)
{
	json_object *o = json_object_new_object();

	arena_defer(a, drop_json, o);
	json_object_object_add(o, config->sms_to, json_object_new_string(to));
	json_object_object_add(o, config->sms_text, json_object_new_string(text));
	return json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN);
}

static void
set_up_message(struct carrier *c, const char *token, const char *json)
{
	struct arena *a = c->arena;
	struct curl_slist *headers;

	headers = curl_slist_append(NULL, "Content-Type: application/json");
	headers = curl_slist_append(headers, "Expect:");
	headers = curl_slist_append(headers, arena_format(a, "Authorization: Bearer %s", token));
	arena_defer(a, drop_list, headers);
	curl_easy_setopt(c->curl, CURLOPT_URL, c->config->sms);
	curl_easy_setopt(c->curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(c->curl, CURLOPT_POSTFIELDS, json);
	curl_easy_setopt(c->curl, CURLOPT_WRITEFUNCTION, let_pass);
	curl_easy_setopt(c->curl, CURLOPT_TIMEOUT, (long)MESSAGE_MOST);
}

struct carried
carry_message(struct carrier *c, const char *to, const char *text)
{
	struct arena *a = c->arena;
	struct carried out = { .verdict = VERDICT_WAIT };
	char token[SECRET_MOST];
	curl_off_t handed = 0;
	long status = 0;
	CURLcode rc;

	curl_easy_reset(c->curl);
	ask_for_tls(c, "https");
	if (!read_secret(c->config, "sms.token", token)) {
		note(&out, "sms.token cannot be read");
		return out;
	}
	set_up_message(c, token, message_json(c->config, a, to, text));
	rc = curl_easy_perform(c->curl);
	curl_easy_getinfo(c->curl, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_getinfo(c->curl, CURLINFO_PRETRANSFER_TIME_T, &handed);
	out.verdict = verdict_of_http(handed > 0, status);
	note(&out, status > 0 ? arena_format(a, "HTTP %ld", status) : curl_easy_strerror(rc));
	explicit_bzero(token, sizeof token);
	return out;
}
