/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-import curriculum FILE: publishes a curriculum, all of it or nothing.  logbook-import journal FILE is
 * logbook-take's: an account of its own takes a doctor's whole journal in.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "config.h"
#include "curriculum.h"
#include "log.h"
#include "options.h"
#include "secret.h"
#include "store.h"
#include "store_card.h"
#include "whole_file.h"

/* What the process ends with; told in --help. */
enum result { DONE, REFUSED, MISUSED, NO_DATABASE };

struct options {
	const char *socket, *database, *account, *file;
	bool cards; /* of a list that is published, not a list */
};

static const char help[] =
    "logbook-import curriculum|kort FIL [--socket SOKKEL] [--database NAVN] [--account KONTO]\n"
    "logbook-import journal FIL [--dry-run] [--sha256 HEX] …\n"
    "\n"
    "Udgiver en målbeskrivelse fra en CSV-fil: det hele eller intet. Hvad filen skal indeholde,\n"
    "står i schema/seed/curricula/README.md. Alle fejl i filen skrives på stderr, en pr. linje:\n"
    "\n"
    "    FIL:LINJE:KOLONNE: hvad der er galt      (FIL:LINJE: når det gælder hele rækken)\n"
    "\n"
    "En udgivet målbeskrivelse ændres ikke. Er den samme fil indlæst før, sker der intet.\n"
    "Er filen rettet, skal den have en ny code.\n"
    "\n"
    "kort udgiver kompetencekortene til en målbeskrivelse, der er udgivet, på samme måde. Fra da\n"
    "af kan et mål først godkendes, når kortene og antallene er der.\n"
    "\n"
    "journal tager en læges hele logbog ind fra et andet system: logbook-import journal --help.\n"
    "\n"
    "  --socket    MariaDB's sokkel (LOGBOOK_SOCKET, ellers /run/mysqld/mysqld.sock)\n"
    "  --database  databasens navn (LOGBOOK_DATABASE, ellers logbook)\n"
    "  --account   databasekonto (logbook-import)\n"
    "\n"
    "Slutter med\n"
    "  0  udgivet, eller uændret siden sidst\n"
    "  1  afvist: fejl i filen, eller koden er brugt til en anden fil; intet er gemt\n"
    "  2  forkert brug, eller filen kan ikke læses; intet er gemt\n"
    "  3  databasen svarer ikke eller sagde nej; prøv igen\n";

static enum result
misused(const char *why)
{
	fprintf(stderr, "logbook-import: %s. Se logbook-import --help.\n", why);
	return MISUSED;
}

/* Every fault, as an editor can jump to it. */
static enum result
tell_faults(const char *path, const struct sheet_faults *faults)
{
	for (size_t i = 0; i < faults->n; i++) {
		const struct sheet_fault *f = &faults->fault[i];

		fprintf(stderr, "%s:%u:", path, f->at.line);
		if (f->at.column != 0)
			fprintf(stderr, "%u:", f->at.column);
		if (f->at.field != NULL)
			fprintf(stderr, " %s:", f->at.field);
		fprintf(stderr, " %s\n", f->what);
	}
	if (faults->more)
		fprintf(stderr, "%s: Der er flere fejl. Ret disse, og prøv igen.\n", path);
	fputs("Intet er gemt.\n", stderr);
	return REFUSED;
}

/* One transaction; what was stored is told after it was committed. */
static enum result
publish(struct db *db, struct bytes bytes, const struct curriculum_file *file)
{
	enum stored stored = STORED_NOT;

	if (db_begin(db, DB_WRITE) == DB_ONE)
		stored = curriculum_store(db, bytes, file);
	if (stored != STORED_NEW)
		db_rollback(db);
	else if (db_commit(db) != DB_ONE)
		stored = STORED_NOT;
	switch (stored) {
	case STORED_NEW:
		printf("%s: %zu kompetencer\n", file->code, file->ngoals);
		return DONE;
	case STORED_BEFORE:
		printf("%s: uændret, %zu kompetencer\n", file->code, file->ngoals);
		return DONE;
	case STORED_DIFFERENT:
		fprintf(stderr,
		    "%s: Der er allerede udgivet en målbeskrivelse med denne code, og den kan "
		    "ikke ændres.\nGiv den rettede liste en ny code og version. "
		    "Intet er gemt.\n",
		    file->code);
		return REFUSED;
	case STORED_NOT:
		break;
	}
	fputs("logbook-import: Databasen tog ikke imod listen. Prøv igen.\n", stderr);
	return NO_DATABASE;
}

static enum result
import_curriculum(struct db *db, struct arena *a, const char *path)
{
	struct sheet_faults *faults = arena_take(a, sizeof *faults);
	struct curriculum_file file = { 0 };
	struct bytes bytes;

	faults->arena = a;
	if (!whole_file(a, path, SHEET_BYTES, &bytes)) {
		fprintf(stderr, "%s: Filen kan ikke læses: %s\n", path, strerror(errno));
		return MISUSED;
	}
	if (!curriculum_read(a, bytes, &file, faults))
		return tell_faults(path, faults);
	return publish(db, bytes, &file);
}

/* One transaction, as publish(). */
static enum result
publish_cards(struct db *db, struct bytes bytes, const struct card_file *file, const char *path,
    struct sheet_faults *faults)
{
	enum stored stored = STORED_NOT;

	if (db_begin(db, DB_WRITE) == DB_ONE)
		stored = card_store(db, bytes, file, faults);
	if (stored != STORED_NEW)
		db_rollback(db);
	else if (db_commit(db) != DB_ONE)
		stored = STORED_NOT;
	switch (stored) {
	case STORED_NEW:
		printf("%s: %zu kort\n", file->curriculum, file->ncards);
		return DONE;
	case STORED_BEFORE:
		printf("%s: uændret, %zu kort\n", file->curriculum, file->ncards);
		return DONE;
	case STORED_DIFFERENT:
		fprintf(stderr,
		    "%s: Målbeskrivelsen har allerede kort, og de kan ikke ændres. Intet er "
		    "gemt.\n",
		    file->curriculum);
		return REFUSED;
	case STORED_NOT:
		break;
	}
	if (faults->n > 0)
		return tell_faults(path, faults);
	fputs("logbook-import: Databasen tog ikke imod kortene. Prøv igen.\n", stderr);
	return NO_DATABASE;
}

static enum result
import_cards(struct db *db, struct arena *a, const char *path)
{
	struct sheet_faults *faults = arena_take(a, sizeof *faults);
	struct card_file file = { 0 };
	struct bytes bytes;

	faults->arena = a;
	if (!whole_file(a, path, SHEET_BYTES, &bytes)) {
		fprintf(stderr, "%s: Filen kan ikke læses: %s\n", path, strerror(errno));
		return MISUSED;
	}
	if (!card_file_read(a, bytes, &file, faults))
		return tell_faults(path, faults);
	return publish_cards(db, bytes, &file, path, faults);
}

static enum result
run(const struct options *o)
{
	struct arena *a = arena_make();
	struct db *db = db_make(o->socket, o->database, o->account);
	enum result result;

	db_use(db, a);
	result = o->cards ? import_cards(db, a, o->file) : import_curriculum(db, a, o->file);
	db_drop(db);
	arena_drop(a);
	if (fflush(stdout) != 0 && result == DONE)
		result = MISUSED;
	return result;
}

static enum result
start(int argc, char **argv)
{
	const struct config *config = config_read();
	struct options o = { config->socket, config->database, "logbook-import", NULL, false };
	bool asks_help = false;
	const struct option_known known[] = { { "socket", &o.socket, NULL },
		{ "database", &o.database, NULL }, { "account", &o.account, NULL },
		{ "help", NULL, &asks_help } };
	const int first = options_read(argc, argv, known, sizeof known / sizeof known[0]);

	log_open("logbook-import");
	secret_open(config->keys);
	if (first == 0)
		return misused("En valgmulighed er ukendt eller mangler sin værdi");
	if (asks_help)
		return fputs(help, stdout) == EOF ? MISUSED : DONE;
	o.cards = argc - first == 2 && strcmp(argv[first], "kort") == 0;
	if (argc - first != 2 || (!o.cards && strcmp(argv[first], "curriculum") != 0))
		return misused("Skriv curriculum eller kort, og navnet på én fil");
	o.file = argv[first + 1];
	return run(&o);
}

/* Becomes logbook-take, which lies beside this program. */
static enum result
take_journal(char **argv)
{
	char path[PATH_MAX];
	const ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	char *name;

	if (n > 0) {
		path[n] = '\0';
		name = strrchr(path, '/') + 1;
		snprintf(name, sizeof path - (size_t)(name - path), "logbook-take");
		execv(path, argv);
	}
	fprintf(stderr, "logbook-import: logbook-take: %s\n", strerror(errno));
	return MISUSED;
}

int
command(int argc, char **argv)
{
	if (strcmp(argv[1], "journal") == 0)
		return (int)take_journal(argv + 1);
	return (int)start(argc, argv);
}
