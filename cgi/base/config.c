/* SPDX-License-Identifier: MPL-2.0 */
#include "config.h"

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
	if (!number_u32(told("LOGBOOK_WORKERS", "4"), &c.workers) || c.workers < 1 ||
	    c.workers > 64)
		fatal("LOGBOOK_WORKERS is no number from 1 to 64");
	c.demo = read_yes("LOGBOOK_DEMO", "0");
	c.url = read_url(c.demo);
	c.ca = told("LOGBOOK_CA", NULL);
	read_mail(&c);
	read_sms(&c);
	c.today = read_today(c.demo);
	return &c;
}

struct moment
config_now(const struct config *c)
{
	struct moment now = moment_of_clock();

	return day_is_none(c->today) ? now : moment_at(c->today, moment_second(now));
}
