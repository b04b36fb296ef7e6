/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-audit: has anything in the logbooks been altered, removed, inserted or reordered
 * since it was added?  Stands apart from the programs that add: it reads, as an account that
 * can do nothing else, and computes every hash anew.
 *
 * The chain shows what somebody without the chain key does to the database, its owner too:
 * the rows, the links, the letters' bytes, the end of a chain.  It cannot show that
 * a whole chain, or all of the database, was put back as it once was, for that was genuine: the
 * roots, kept somewhere else, show that.  Whoever has the key and the database can make a new
 * chain in place of the old one: only roots that were taken out before show that.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "config.h"
#include "log.h"
#include "options.h"
#include "prepare.h"
#include "verify.h"

/* What the process ends with; told in --help. */
enum result { WELL, FOUND, NOT_RUN };

struct options {
	const char *socket, *database, *keys, *account, *against;
	bool prepare;
};

extern const db_queries *const audit_files[];

static const char help[] =
    "logbook-audit verify [--against FILE]\n"
    "logbook-audit roots\n"
    "logbook-audit taken\n"
    "\n"
    "verify goes through every doctor's chain and names, for each doctor, the first row that\n"
    "was altered, removed, inserted or reordered; the first merit letter or certificate whose\n"
    "bytes are not those that were given; and the first story whose latest row is not the one that pages\n"
    "show.  All of it is read as it was at one moment: programs may go on writing.\n"
    "\n"
    "roots prints where each chain ends (doctor, link, hash), and a last line over them all.\n"
    "Keep what it prints outside the database: on paper, in the mail, on another machine.\n"
    "verify --against FILE proves that each chain still holds the link that FILE knows.\n"
    "\n"
    "taken prints which journals came from another installation (doctor, when, the links that came\n"
    "along, who took it in, when its ZIP was made, and its SHA-256).  Their links were made anew with\n"
    "the key of this one; whether what came was genuine, the chain cannot say.\n"
    "\n"
    "What is found:\n"
    "  by verify            what anybody without the chain key does to approvals, merits,\n"
    "                       courses, letters and chains, the database's owner too\n"
    "  by --against only    a chain, or the whole database, put back as it once was; a chain\n"
    "                       removed with all its rows; a chain made anew by somebody who has\n"
    "                       the key as well, as far as FILE reaches\n"
    "What is not found:\n"
    "  what somebody with both key and database does to rows newer than the newest FILE;\n"
    "  a row that was false when it was added; the name of a letter's file, and tables that\n"
    "  are not chained (persons, roles, courses, elements, audit)\n"
    "\n"
    "  --socket     MariaDB's socket (LOGBOOK_SOCKET, or /run/mysqld/mysqld.sock)\n"
    "  --database   name of the database (LOGBOOK_DATABASE, or logbook)\n"
    "  --keys       folder of the key files; only chain is read (LOGBOOK_KEYS, or\n"
    "               /etc/logbook/keys)\n"
    "  --account    database account (logbook-audit)\n"
    "  --prepare    try the account's rights and end\n"
    "\n"
    "Ends with\n"
    "  0  all is well\n"
    "  1  something was found\n"
    "  2  it could not run, or not to its end; what it printed is then not the whole\n";

static enum result
not_run(const char *why)
{
	fprintf(stderr, "logbook-audit: %s. See logbook-audit --help.\n", why);
	return NOT_RUN;
}

static enum result
run_verify(struct db *db, const struct options *o)
{
	struct roots roots = { 0 };
	struct tally t;
	bool ended;

	if (o->against != NULL && !roots_open(&roots, o->against))
		return NOT_RUN;
	ended = verify(db, o->against == NULL ? NULL : &roots, &t);
	roots_close(&roots);
	if (t.keyless > 0 && t.keyless == t.doctors)
		puts("not one chain holds from its first link: is this the right chain key?");
	if (!ended) {
		printf("NOT verified to the end: %" PRIu64 " doctors, %" PRIu64 " links\n",
		    t.doctors, t.links);
		return NOT_RUN;
	}
	printf("verified: %" PRIu64 " doctors, %" PRIu64 " links, %" PRIu64 " letters; ", t.doctors,
	    t.links, t.letters);
	if (t.faults == 0)
		puts("all is well");
	else
		printf("%" PRIu64 " found\n", t.faults);
	return t.faults == 0 ? WELL : FOUND;
}

static enum result
run_roots(struct db *db)
{
	const uint64_t unsealed = roots_write(db, db_arena(db), stdout);

	if (db_failed(db) != DB_ONE)
		return NOT_RUN;
	if (unsealed == 0)
		return WELL;
	fputs("These are not whole: run logbook-audit verify.\n", stderr);
	return FOUND;
}

static enum result
run_taken(struct db *db)
{
	struct journals_taken *rows;
	struct arena *a = db_arena(db);
	size_t n;

	if (journals_taken(db, &rows, &n) != DB_ONE)
		return NOT_RUN;
	for (size_t i = 0; i < n; i++)
		printf("doctor %u: taken in %s by %s, %u links, made %s, sha256 %s\n",
		    rows[i].doctor, moment_iso(a, rows[i].at), rows[i].by_user, rows[i].links,
		    moment_iso(a, rows[i].made),
		    rows[i].sha256.n == HASH_BYTES ? hash_hex(a, rows[i].sha256.at) : "?");
	return WELL;
}

static enum result
run(const char *what, const struct options *o)
{
	struct arena *a = arena_make();
	struct db *db = db_make(o->socket, o->database, o->account);
	enum result result = NOT_RUN;

	db_use(db, a);
	if (o->prepare)
		result = prepare_files(db, o->account, audit_files) ? WELL : NOT_RUN;
	else if (db_begin(db, DB_SNAPSHOT) != DB_ONE)
		result = not_run("The database does not answer");
	else if (strcmp(what, "verify") == 0)
		result = run_verify(db, o);
	else if (strcmp(what, "taken") == 0)
		result = run_taken(db);
	else
		result = run_roots(db);
	db_drop(db);
	arena_drop(a);
	if (ferror(stdout) || fflush(stdout) != 0)
		result = not_run("What was found could not be written");
	return result;
}

static enum result
start(int argc, char **argv)
{
	const struct config *config = config_read();
	struct options o = { .socket = config->socket,
		.database = config->database,
		.keys = config->keys,
		.account = "logbook-audit" };
	bool asks_help = false;
	const struct option_known known[] = { { "socket", &o.socket, NULL },
		{ "database", &o.database, NULL }, { "keys", &o.keys, NULL },
		{ "account", &o.account, NULL }, { "against", &o.against, NULL },
		{ "prepare", NULL, &o.prepare }, { "help", NULL, &asks_help } };
	const int first = options_read(argc, argv, known, sizeof known / sizeof known[0]);
	const char *what;

	log_open("logbook-audit");
	if (first == 0)
		return not_run("An option is unknown or lacks its value");
	if (asks_help)
		return fputs(help, stdout) == EOF ? NOT_RUN : WELL;
	what = first < argc ? argv[first] : "";
	if (argc - first != !o.prepare ||
	    (!o.prepare && strcmp(what, "verify") != 0 && strcmp(what, "roots") != 0 &&
	        strcmp(what, "taken") != 0))
		return not_run("Say verify, roots or taken");
	if (o.against != NULL && strcmp(what, "verify") != 0)
		return not_run("--against goes with verify");
	secret_open(o.keys);
	return run(what, &o);
}

int
main(int argc, char **argv)
{
	return (int)start(argc, argv);
}
