/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-demo: fills an empty database with invented people and their logbooks.
 */
#include "demo.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "log.h"
#include "options.h"
#include "prepare.h"
#include "queries/demo.h"
#include "secret.h"

extern const db_queries *const demo_files[];

struct options {
	const char *socket, *database, *account, *keys, *seed, *url, *out;
	bool prepare;
};

static const char help[] =
    "logbook-demo --seed schema/seed --out FIL [--url ADRESSE] [--socket SOKKEL]\n"
    "             [--database NAVN] [--account KONTO] [--keys MAPPE] [--today DAG]\n"
    "\n"
    "Lægger prøvedata i en tom database: opdigtede læger, vejledere og sekretariater med\n"
    "logbøger på alle stadier, regnet fra i dag. Det hele i én transaktion. Er prøvedata der\n"
    "allerede, ændres intet, men FIL (hvem der kan logge ind) skrives igen. En database med\n"
    "andre personer i røres ikke.\n"
    "\n"
    "  --account   databasens ejer (Unix-brugerens navn)\n"
    "  --keys      nøglefilernes mappe (LOGBOOK_KEYS)\n"
    "  --today     den dag, der regnes fra, fx 2027-03-01 (LOGBOOK_TODAY, ellers uret)\n"
    "  --prepare   afprøv sætningerne mod databasen og slut\n"
    "\n"
    "Slutter med 0, når prøvedata er der; 1, når noget gik galt, og intet er gemt;\n"
    "2 ved forkert brug.\n";

/* Is the database ours to fill?  False when it has been filled before. */
static bool
is_to_be_filled(struct demo *d)
{
	struct tryout_made made;
	struct people_here people = { 0 };

	switch (tryout_made(d->db, &made)) {
	case DB_ONE:
		return false;
	case DB_NONE:
		break;
	case DB_TAKEN:
	case DB_AGAIN:
	case DB_DOWN:
		fatal("the database does not answer");
	}
	if (people_here(d->db, &people) != DB_ONE)
		fatal("the database does not answer");
	if (people.n > 0)
		fatal("the database has %lld people and is no try-out: it stays as it is",
		    (long long)people.n);
	return true;
}

/* One transaction: all of it, or nothing. */
static bool
fill(struct demo *d)
{
	if (db_begin(d->db, DB_WRITE) != DB_ONE)
		fatal("the database cannot be reached");
	if (!is_to_be_filled(d)) {
		db_rollback(d->db);
		return false;
	}
	put_places(d);
	put_people(d);
	put_unconfirmed(d);
	put_lists(d);
	put_training(d);
	put_time(d);
	put_cards(d);
	put_stories(d);
	put_shelf(d);
	put_attestations(d);
	put_courses(d);
	put_evaluations(d);
	put_looks(d);
	put_research(d);
	put_talks(d);
	put_employment(d);
	put_packages(d);
	if (tryout_mark(d->db, d->now) != DB_ONE || db_commit(d->db) != DB_ONE)
		fatal("the data could not be stored");
	return true;
}

static const char *
unix_user(struct arena *a)
{
	const struct passwd *me = getpwuid(geteuid());

	return me == NULL ? "root" : arena_string(a, me->pw_name);
}

static int
run(struct demo *d, struct options *o)
{
	bool good = true;

	d->seed = o->seed;
	secret_open(o->keys);
	d->db = db_make(o->socket, o->database, o->account);
	db_use(d->db, d->arena);
	if (o->prepare)
		good = prepare_files(d->db, o->account, demo_files);
	else
		tell(d, o->url, o->out, fill(d));
	db_drop(d->db);
	return good && fflush(stdout) == 0 ? 0 : 1;
}

static bool
read_options(int argc, char **argv, struct options *o, struct demo *d)
{
	const char *today = NULL;
	const struct option_known known[] = { { "socket", &o->socket, NULL },
		{ "database", &o->database, NULL }, { "account", &o->account, NULL },
		{ "keys", &o->keys, NULL }, { "seed", &o->seed, NULL }, { "url", &o->url, NULL },
		{ "out", &o->out, NULL }, { "today", &today, NULL },
		{ "prepare", NULL, &o->prepare } };

	return options_read(argc, argv, known, sizeof known / sizeof known[0]) == argc &&
	    (today == NULL || day_read(today, &d->today)) &&
	    (o->prepare || (o->seed != NULL && o->out != NULL));
}

int
main(int argc, char **argv)
{
	struct demo d = { .arena = arena_make() };
	const struct config *config;
	struct options o;
	int status;

	log_open("logbook-demo");
	setenv("LOGBOOK_DEMO", "1", 1);
	config = config_read();
	o = (struct options){ config->socket, config->database, unix_user(d.arena), config->keys,
		NULL, "", NULL, false };
	d.today = config->today;
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return fputs(help, stdout) == EOF;
	if (!read_options(argc, argv, &o, &d)) {
		fputs("Se logbook-demo --help.\n", stderr);
		return 2;
	}
	d.now = moment_of_clock();
	if (day_is_none(d.today))
		d.today = moment_day(d.now);
	d.now = moment_at(d.today, moment_second(d.now));
	status = run(&d, &o);
	arena_drop(d.arena);
	return status;
}
