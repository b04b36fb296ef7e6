/* SPDX-License-Identifier: MPL-2.0 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "log.h"
#include "number.h"

static const char *
told(const char *name, const char *otherwise)
{
	const char *value = getenv(name);

	return value == NULL || value[0] == '\0' ? otherwise : value;
}

/* Yes or no: nobody gets one by a word we guess at. */
static bool
read_yes(const char *name, const char *otherwise)
{
	const char *value = told(name, otherwise);

	if (strcmp(value, "0") != 0 && strcmp(value, "1") != 0)
		fatal("%s is neither 0 nor 1: %s", name, value);
	return value[0] == '1';
}

static bool
begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* It stands in mails: nothing that a reader could take for its end, and no slash at it. */
static const char *
read_url(bool demo)
{
	static const char plain[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_-.:";
	const char *url = told("LOGBOOK_URL", NULL);

	if (url == NULL)
		return NULL;
	if (!(begins(url, "https://") || begins(url, "http://127.0.0.1:") ||
	        (demo && begins(url, "http://"))) ||
	    url[strspn(url, plain)] != '\0' || url[strlen(url) - 1] == '/')
		fatal("LOGBOOK_URL is no https:// address without a slash at its end: %s", url);
	return url;
}

static void
read_mail(struct config *c)
{
	const char *to = told("LOGBOOK_MAIL", NULL);

	c->mail = to;
	c->mail_from = told("LOGBOOK_MAIL_FROM", NULL);
	c->mail_user = told("LOGBOOK_MAIL_USER", NULL);
	c->mail_in_the_open = !read_yes("LOGBOOK_MAIL_TLS", "1");
	if (to == NULL)
		return;
	if (!begins(to, "smtp://") && !begins(to, "smtps://") && !begins(to, "folder:///"))
		fatal("LOGBOOK_MAIL is neither smtp://, smtps:// nor folder:///");
	if (c->mail_from == NULL || strchr(c->mail_from, '@') == NULL ||
	    strpbrk(c->mail_from, " \t\r\n<>,;\"") != NULL)
		fatal("LOGBOOK_MAIL_FROM is no address that mails could come from");
}

static void
read_sms(struct config *c)
{
	static char fields[100];
	const char *both = told("LOGBOOK_SMS_FIELDS", "to,text"), *comma = strchr(both, ',');

	c->sms = told("LOGBOOK_SMS", NULL);
	if (c->sms != NULL && !begins(c->sms, "https://"))
		fatal("LOGBOOK_SMS is no https:// address");
	if (comma == NULL || comma == both || comma[1] == '\0' || strlen(both) >= sizeof fields)
		fatal("LOGBOOK_SMS_FIELDS is no pair of names such as to,text");
	strcpy(fields, both);
	fields[comma - both] = '\0';
	c->sms_to = fields;
	c->sms_text = fields + (comma - both) + 1;
}

static struct sending_way
read_send(void)
{
	struct sending_way w = { told("LOGBOOK_SEND", NULL), told("LOGBOOK_SEND_CERTIFICATE", NULL),
		told("LOGBOOK_SEND_HOSTS", NULL) };

	if (w.to != NULL && w.to[strlen(w.to) - 1] != '/')
		fatal("LOGBOOK_SEND does not end in a slash: %s", w.to);
	if (w.to != NULL && begins(w.to, "sftp://") && w.hosts == NULL)
		fatal("LOGBOOK_SEND_HOSTS is missing: sftp believes in no host that is not in it");
	return w;
}

static struct day
read_today(bool demo)
{
	const char *value = told("LOGBOOK_TODAY", NULL);
	struct day today = { 0 };

	if (value == NULL)
		return today;
	if (!demo)
		fatal("LOGBOOK_TODAY moves the clock of a try-out only (LOGBOOK_DEMO=1)");
	if (!day_read(value, &today))
		fatal("LOGBOOK_TODAY is no day such as 2027-03-01: %s", value);
	return today;
}

/* --- MitID ------------------------------------------------------------------------------ */

/* "https://host" or "https://host:port", the beginning of what was given: what stands in a
 * header can hold nothing that ends it.  0 for anything else. */
static size_t
origin_length(const char *s)
{
	static const char host[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-:";
	size_t n = strncmp(s, "https://", 8) == 0 ? 8 : 0, more = n == 0 ? 0 : strspn(s + n, host);

	return more == 0 ? 0 : n + more;
}

/* An https address of plain characters, without query and fragment. */
static bool
is_address(const char *s)
{
	size_t n = origin_length(s);

	return n > 0 && strlen(s) <= 300 && (s[n] == '\0' || s[n] == '/') &&
	    strspn(s + n, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._~-") ==
	    strlen(s + n);
}

static const char *
needed(const char *name)
{
	const char *value = told(name, NULL);

	if (value == NULL)
		fatal("%s is missing: LOGBOOK_OIDC_ISSUER switches MitID on", name);
	return value;
}

/* Where the answer comes back to: over TLS, but in a try-out. */
static const char *
read_back(bool demo)
{
	static char back[400];
	const char *here = needed("LOGBOOK_URL");
	bool local = demo && strncmp(here, "http://127.0.0.1:", 17) == 0 &&
	    here[17 + strspn(here + 17, "0123456789")] == '\0';
	size_t n = origin_length(here);

	if (!local && (n == 0 || here[n] != '\0' || n > 300))
		fatal("LOGBOOK_URL is no address that MitID can answer to, such as "
		      "https://logbog.example.dk: %s",
		    here);
	snprintf(back, sizeof back, "%s/adgang/mitid/svar", here);
	return back;
}

/* The issuer's own and those told. */
static const char *
read_origins(const char *issuer)
{
	static char origins[1500];
	const char *more = told("LOGBOOK_OIDC_ORIGINS", "");
	size_t n = 0;

	for (const char *p = more; *p != '\0'; p += n + (p[n] == ' '))
		if ((n = origin_length(p)) == 0 || (p[n] != ' ' && p[n] != '\0'))
			fatal("LOGBOOK_OIDC_ORIGINS is no list such as https://a.example "
			      "https://b.example: %s",
			    more);
	if (strlen(more) > 1000)
		fatal("LOGBOOK_OIDC_ORIGINS is too long");
	snprintf(origins, sizeof origins, "%.*s%s%s", (int)origin_length(issuer), issuer,
	    more[0] == '\0' ? "" : " ", more);
	return origins;
}

static const char *
read_parameters(void)
{
	const char *value = told("LOGBOOK_OIDC_PARAMETERS", "");

	if (strlen(value) > 1000 ||
	    value[strspn(value,
	        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	        "-._~%=&")] != '\0')
		fatal("LOGBOOK_OIDC_PARAMETERS is no list such as idp_values=mitid&x=y: %s", value);
	return value;
}

static bool
read_high(void)
{
	const char *value = told("LOGBOOK_OIDC_LEVEL", "substantial");

	if (strcmp(value, "substantial") != 0 && strcmp(value, "high") != 0)
		fatal("LOGBOOK_OIDC_LEVEL is neither substantial nor high: %s", value);
	return value[0] == 'h';
}

static struct oidc
read_oidc(const struct config *c)
{
	static char secret[500];
	struct oidc o = { .issuer = told("LOGBOOK_OIDC_ISSUER", NULL) };

	if (o.issuer == NULL)
		return o;
	if (!is_address(o.issuer))
		fatal("LOGBOOK_OIDC_ISSUER is no address that begins with https: %s", o.issuer);
	o.client = needed("LOGBOOK_OIDC_CLIENT_ID");
	snprintf(secret, sizeof secret, "%s/oidc.secret", c->keys);
	o.secret_file = secret;
	o.back = read_back(c->demo);
	o.scope = told("LOGBOOK_OIDC_SCOPE", "openid mitid ssn");
	o.cpr = told("LOGBOOK_OIDC_CPR", "dk.cpr");
	o.loa = told("LOGBOOK_OIDC_LOA", "loa");
	o.parameters = read_parameters();
	o.origins = read_origins(o.issuer);
	o.ca = told("LOGBOOK_CA", "");
	o.program = told("LOGBOOK_MITID", "/usr/lib/logbook/logbook-mitid");
	o.high = read_high();
	return o;
}

/* --- all of it -------------------------------------------------------------------------- */

const struct config *
config_read(void)
{
	static struct config c;

	setenv("TZ", "Europe/Copenhagen", 1);
	tzset();
	c.socket = told("LOGBOOK_SOCKET", "/run/mysqld/mysqld.sock");
	c.database = told("LOGBOOK_DATABASE", "logbook");
	c.keys = told("LOGBOOK_KEYS", "/etc/logbook/keys");
	c.proof = told("LOGBOOK_PROOF", "/usr/lib/logbook/logbook-proof");
	c.scan = told("LOGBOOK_SCAN", NULL);
	c.feeds = told("LOGBOOK_FEEDS", "/var/lib/logbook/feeds");
	c.feeds_private = read_yes("LOGBOOK_FEEDS_PRIVATE", "0");
	if (!number_u32(told("LOGBOOK_WORKERS", "4"), &c.workers) || c.workers < 1 ||
	    c.workers > 64)
		fatal("LOGBOOK_WORKERS is no number from 1 to 64");
	c.demo = read_yes("LOGBOOK_DEMO", "0");
	c.url = read_url(c.demo);
	c.ca = told("LOGBOOK_CA", NULL);
	read_mail(&c);
	read_sms(&c);
	c.today = read_today(c.demo);
	c.oidc = read_oidc(&c);
	c.send = read_send();
	return &c;
}

struct moment
config_now(const struct config *c)
{
	struct moment now = moment_of_clock();

	return day_is_none(c->today) ? now : moment_at(c->today, moment_second(now));
}
