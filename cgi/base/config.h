/* SPDX-License-Identifier: MPL-2.0
 *
 * What a program is told by its environment, read once at its start.
 *
 *   LOGBOOK_SOCKET    socket of MariaDB           (/run/mysqld/mysqld.sock)
 *   LOGBOOK_DATABASE  name of the database        (logbook)
 *   LOGBOOK_KEYS      folder of the key files     (/etc/logbook/keys)
 *   LOGBOOK_PROOF     program that proves files   (/usr/lib/logbook/logbook-proof)
 *   LOGBOOK_SCAN      program that scans uploaded files for malware: it is given the file on its
 *                     standard input and says "OK" or "FOUND" (none: nothing is scanned); with clamd:
 *                     #!/bin/sh, then  /usr/bin/clamdscan --quiet - && echo OK || { [ $? = 1 ] && echo FOUND; }
 *   LOGBOOK_FEEDS     folder that feeds by files lie below   (/var/lib/logbook/feeds)
 *   LOGBOOK_FEEDS_PRIVATE 1: feeds may be fetched from addresses of the house's own networks (0)
 *   LOGBOOK_WORKERS   processes per program       (4)
 *   LOGBOOK_URL       where people find us, without a slash at the end (none: no mail with access
 *                     can be made)
 *   LOGBOOK_MAIL      smtp://host:587, smtps://host, or folder:///path, where mails are laid down
 *                     as files (none: they wait)
 *   LOGBOOK_MAIL_FROM "logbog@example.dk": whom they come from
 *   LOGBOOK_MAIL_USER name at the mail server; its password is the file mail.password of the keys
 *   LOGBOOK_MAIL_TLS  0: a server that offers no STARTTLS is spoken to in the open (1)
 *   LOGBOOK_SMS       https:// address of a gateway that is posted JSON (none: no code can be
 *                     sent); its bearer token is the file sms.token of the keys
 *   LOGBOOK_SMS_FIELDS "to,text": what the gateway calls the number and the text
 *   LOGBOOK_CA        file of the authorities that servers are held against (those of the system)
 *   LOGBOOK_DEMO      1: a try-out: codes are shown on the page, plain HTTP is allowed
 *   LOGBOOK_TODAY     2027-03-01: the try-out's clock stands on that day (demo only)
 *
 * Packages to Styrelsen for Patientsikkerhed wait until both of these are told:
 *
 *   LOGBOOK_SEND      folder:///path/, sftp://user@host/path/ or https://host/path/, with a slash at the end: where
 *                     they go (cgi/send/deliver.h).  sftp logs in with the file send.key of the keys (ECDSA in PEM:
 *                     ssh-keygen -t ecdsa -m PEM; send.key.pub beside it), https with the bearer token in the file send.token, if it is there
 *   LOGBOOK_SEND_CERTIFICATE  PEM file: the authority's certificate, for which they are closed
 *   LOGBOOK_SEND_HOSTS        known_hosts file: the hosts that sftp believes in
 *
 * Login by MitID is off until a provider of OpenID Connect (a MitID broker) is named:
 *
 *   LOGBOOK_OIDC_ISSUER     https://…, as the provider calls itself; the rest counts with it only
 *   LOGBOOK_OIDC_CLIENT_ID  as what the logbook is known there
 *   LOGBOOK_OIDC_LEVEL      the least level of NSIS: substantial or high       (substantial)
 *   LOGBOOK_OIDC_SCOPE      what is asked for                                  (openid mitid ssn)
 *   LOGBOOK_OIDC_PARAMETERS what the broker wants besides, name=value&name=value, encoded
 *   LOGBOOK_OIDC_CPR        the claim with the CPR number                      (dk.cpr)
 *   LOGBOOK_OIDC_LOA        the claim with the level                           (loa)
 *   LOGBOOK_OIDC_ORIGINS    further sites that a login passes through, with spaces between: a
 *                           browser lets our form lead to these and the issuer alone
 *   LOGBOOK_MITID           program that talks to it     (/usr/lib/logbook/logbook-mitid)
 *
 * MitID answers to /adgang/mitid/svar below LOGBOOK_URL.  The secret that goes with the client lies
 * among the keys, in the file oidc.secret.
 */
#ifndef CONFIG_H
#define CONFIG_H

#include <stdbool.h>
#include <stdint.h>

#include "day.h"

/* The provider that says by MitID who somebody is. */
struct oidc {
	const char *issuer, *client, *secret_file; /* issuer NULL: login by MitID is off */
	const char *back;                          /* where its answer comes: our own address */
	const char *scope, *cpr, *loa;
	const char *parameters; /* "" or "idp_values=mitid" */
	const char *origins;    /* "https://a.example https://b.example" */
	const char *ca;         /* "": the machine's own */
	const char *program;
	bool high; /* the level must be high; otherwise substantial will do */
};

/* The way to Styrelsen for Patientsikkerhed. */
struct sending_way {
	const char *to, *certificate; /* NULL: not told */
	const char *hosts;            /* likewise */
};

struct config {
	const char *socket, *database, *keys, *proof;
	const char *scan; /* NULL: nothing is scanned */
	const char *feeds;
	const char *url, *ca;                     /* NULL: not told */
	const char *mail, *mail_from, *mail_user; /* likewise */
	const char *sms;                          /* likewise */
	const char *sms_to, *sms_text;            /* names of its fields */
	uint32_t workers;
	bool demo, mail_in_the_open, feeds_private;
	struct day today; /* no day unless the try-out's clock was moved */
	struct oidc oidc;
	struct sending_way send;
};

/* Reads and checks the environment; a value that makes no sense, or LOGBOOK_TODAY without
 * LOGBOOK_DEMO, ends the process with a line that says which.  Sets TZ to Europe/Copenhagen. */
const struct config *config_read(void);

/* The moment of a request: the clock's, or the same time of day on the try-out's day. */
struct moment config_now(const struct config *);

#endif
