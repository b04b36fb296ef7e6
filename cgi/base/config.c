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

/* A try-out answers more than the real thing: nobody gets one by a word we guess at. */
static bool
read_demo(void)
{
	const char *value = told("LOGBOOK_DEMO", "0");

	if (strcmp(value, "0") != 0 && strcmp(value, "1") != 0)
		fatal("LOGBOOK_DEMO is neither 0 nor 1: %s", value);
	return value[0] == '1';
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
	c.feeds = told("LOGBOOK_FEEDS", "/var/lib/logbook/feeds");
	if (!number_u32(told("LOGBOOK_WORKERS", "4"), &c.workers) || c.workers < 1 ||
	    c.workers > 64)
		fatal("LOGBOOK_WORKERS is no number from 1 to 64");
	c.demo = read_demo();
	c.today = read_today(c.demo);
	return &c;
}

struct moment
config_now(const struct config *c)
{
	struct moment now = moment_of_clock();

	return day_is_none(c->today) ? now : moment_at(c->today, moment_second(now));
}
