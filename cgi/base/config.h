/* SPDX-License-Identifier: MPL-2.0
 *
 * What a program is told by its environment, read once at its start.
 *
 *   LOGBOOK_SOCKET    socket of MariaDB           (/run/mysqld/mysqld.sock)
 *   LOGBOOK_DATABASE  name of the database        (logbook)
 *   LOGBOOK_KEYS      folder of the key files     (/etc/logbook/keys)
 *   LOGBOOK_PROOF     program that proves files   (/usr/lib/logbook/logbook-proof)
 *   LOGBOOK_FEEDS     folder that feeds by files lie below   (/var/lib/logbook/feeds)
 *   LOGBOOK_WORKERS   processes per program       (4)
 *   LOGBOOK_DEMO      1: a try-out: codes are shown on the page, plain HTTP is allowed
 *   LOGBOOK_TODAY     2027-03-01: the try-out's clock stands on that day (demo only)
 */
#ifndef CONFIG_H
#define CONFIG_H

#include <stdbool.h>
#include <stdint.h>

#include "day.h"

struct config {
	const char *socket, *database, *keys, *proof;
	const char *feeds;
	uint32_t workers;
	bool demo;
	struct day today; /* no day unless the try-out's clock was moved */
};

/* Reads and checks the environment; a value that makes no sense, or LOGBOOK_TODAY without
 * LOGBOOK_DEMO, ends the process with a line that says which.  Sets TZ to Europe/Copenhagen. */
const struct config *config_read(void);

/* The moment of a request: the clock's, or the same time of day on the try-out's day. */
struct moment config_now(const struct config *);

#endif
