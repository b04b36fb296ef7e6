/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-archive: the logbooks of doctors whose training has ended, for the public archives (R-ARK-02, R-ARK-03).
 * It runs as the Unix user logbook-archive, which is also its MariaDB account, and reads the key cpr.seal.
 */
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "delivery.h"
#include "log.h"
#include "options.h"
#include "prepare.h"
#include "secret.h"

struct options {
	const char *socket, *database, *keys, *region;
	struct day before; /* none: today */
	bool all, prepare, help;
};

extern const db_queries *const archive_files[];

/* No other: it is the account to which the views hold back what is private (note_of_live.sql). */
static const char account[] = "logbook-archive";

static const char help[] =
    "logbook-archive MAPPE --region NAVN|--alle [--slut-foer DATO]\n"
    "\n"
    "Laver en aflevering til arkivet: logbogen for hver læge, hvis sidste uddannelsesforløb er\n"
    "slut, i en mappe, som ikke må findes i forvejen. Hver logbog er en ZIP-fil med et\n"
    "løbenummer, den samme, som lægen selv kan hente (»Hent alt mit«), men uden private\n"
    "notater. indeks.json siger, hvad der er, med SHA-256 af hver fil; formatet står i\n"
    "schema/seed/package. Filerne indeholder CPR-numre: opbevar dem derefter.\n"
    "\n"
    "Det hele afleveres eller intet: kan én logbog ikke læses helt, nævnes den, og der er ingen\n"
    "mappe. Afleveringen skrives op, også i hver læges Indsigt. Intet slettes af den, og det, der\n"
    "er afleveret før, kommer med igen. En mappe, hvis indeks.json ikke står i archive_delivery,\n"
    "eller som ender med .ufaerdig-XXXXXX, blev afbrudt (strømsvigt): slet den.\n"
    "\n"
    "  --region     videreuddannelsesregionen for det forløb, der sluttede sidst (navn eller kode)\n"
    "  --alle       hele landet\n"
    "  --slut-foer  kun læger, hvis sidste dag var før den dag: 2027-03-01 (ellers i dag)\n"
    "  --socket     MariaDB's sokkel (LOGBOOK_SOCKET, ellers /run/mysqld/mysqld.sock)\n"
    "  --database   databasens navn (LOGBOOK_DATABASE, ellers logbook)\n"
    "  --keys       mappen med nøgler; kun cpr.seal læses (LOGBOOK_KEYS, ellers /etc/logbook/keys)\n"
    "  --prepare    prøv kontoens rettigheder, og slut\n"
    "\n"
    "Slutter med\n"
    "  0  afleveret, eller der var ingen logbøger at aflevere\n"
    "  1  en logbog kan ikke afleveres hel; den er nævnt\n"
    "  2  forkert brug\n"
    "  3  databasen svarer ikke eller sagde nej\n"
    "  4  mappen findes, der kan ikke skrives, eller der er ikke plads\n"
    "  5  afbrudt (INT, TERM)\n"
    "Efter alt andet end 0 er der ikke afleveret noget, og der ligger ingen mappe; gik databasen tabt,\n"
    "netop som afleveringen blev skrevet op, siger 3, hvordan det ses, om den gælder.\n";

static enum result
misused(const char *why)
{
	fprintf(stderr, "logbook-archive: %s. Se logbook-archive --help.\n", why);
	return MISUSED;
}

/* Who logged in, whoever they have become since; the user of the process where the kernel does not know. */
static const char *
operator_name(struct arena *a)
{
	FILE *in = fopen("/proc/self/loginuid", "re");
	unsigned int id = (unsigned int)-1;
	const struct passwd *found;

	if (in != NULL) {
		if (fscanf(in, "%u", &id) != 1)
			id = (unsigned int)-1;
		fclose(in);
	}
	if (id == (unsigned int)-1)
		id = getuid();
	found = getpwuid(id);
	return found == NULL ? arena_format(a, "bruger %u", id) : arena_string(a, found->pw_name);
}

static void
listen_to_signals(void)
{
	const struct sigaction stop = { .sa_handler = deliver_break_off, .sa_flags = SA_RESTART };

	sigaction(SIGINT, &stop, NULL);
	sigaction(SIGTERM, &stop, NULL);
	signal(SIGXFSZ, SIG_IGN); /* a limit of file sizes is an error like a full disk */
}

static enum result
run(const struct options *o, const char *folder, const struct config *config)
{
	struct arena *a = arena_make();
	struct db *db = db_make(o->socket, o->database, account);
	const struct moment now = config_now(config);
	struct delivery d = { folder, o->region, o->before, moment_day(now), now,
		operator_name(a) };
	enum result r;

	db_use(db, a);
	if (day_is_none(d.before))
		d.before = d.today;
	if (o->prepare)
		r = prepare_files(db, account, archive_files) ? DONE : NO_DATABASE;
	else if (day_compare(d.before, d.today) > 0)
		r = misused("--slut-foer er en dag, der ikke er kommet endnu");
	else
		r = deliver(db, &d);
	db_drop(db);
	arena_drop(a);
	return r;
}

static enum result
start(int argc, char **argv)
{
	const struct config *config = config_read();
	struct options o = {
		.socket = config->socket, .database = config->database, .keys = config->keys
	};
	const char *before = NULL;
	const struct option_known known[] = { { "socket", &o.socket, NULL },
		{ "database", &o.database, NULL }, { "keys", &o.keys, NULL },
		{ "region", &o.region, NULL }, { "slut-foer", &before, NULL },
		{ "alle", NULL, &o.all }, { "prepare", NULL, &o.prepare },
		{ "help", NULL, &o.help } };
	const int first = options_read(argc, argv, known, sizeof known / sizeof known[0]);

	log_open("logbook-archive");
	if (first == 0 || (before != NULL && !day_read(before, &o.before)))
		return misused("En valgmulighed er ukendt eller mangler en værdi, der kan bruges");
	if (o.help)
		return fputs(help, stdout) == EOF ? MISUSED : DONE;
	if (!o.prepare && (argc - first != 1 || argv[first][0] == '\0'))
		return misused("Skriv navnet på én mappe");
	if (!o.prepare && o.all == (o.region != NULL))
		return misused("Skriv enten --region NAVN eller --alle");
	secret_open(o.keys);
	listen_to_signals();
	return run(&o, argv[first], config);
}

int
main(int argc, char **argv)
{
	return (int)start(argc, argv);
}
