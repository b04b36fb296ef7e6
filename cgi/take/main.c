/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-take: the journal of one doctor, as another installation gave it out, comes into this one (R-ARK-04).
 * It is what `logbook-import journal` calls, under an account of its own that can do nothing else.
 */
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "log.h"
#include "options.h"
#include "prepare.h"
#include "queries/take.h"
#include "taking.h"
#include "whole_file.h"

extern const db_queries *const take_files[];

/* What the process ends with; told in --help. */
enum result { DONE, REFUSED, MISUSED, NO_DATABASE };

enum { ZIP_MOST = 512 * 1024 * 1024 };

struct options {
	const char *socket, *database, *account, *file, *sha256;
	bool dry, prepare;
};

static const char help[] =
    "logbook-import journal FIL [--dry-run] [--sha256 HEX] [--socket SOKKEL] [--database NAVN]\n"
    "                           [--account KONTO]\n"
    "\n"
    "Tager en læges hele logbog ind: ZIP-filen, som lægen har hentet i et andet system (Filer,\n"
    "Hent alt mit). Det hele eller intet. Hvad filen skal indeholde, står i\n"
    "schema/seed/package/README.md. Alt, der er galt, skrives på stderr, en sætning pr. linje.\n"
    "\n"
    "Lægen må ikke have en logbog her i forvejen. Steder, målbeskrivelser, kompetencer, kort,\n"
    "kurser, specialer og fraværstyper skal være her med de samme koder. Ingen får adgang, rolle\n"
    "eller besked: lægen kommer ind, som læger ellers gør. De, der har godkendt i det andet system,\n"
    "genkendes på autorisations-ID og navn; andre står kun som navne i logbogen.\n"
    "\n"
    "ZIP-filen er ikke underskrevet. Få den fra det andet systems driftsfolk, eller få dens SHA-256\n"
    "fra dem ad en anden vej, og giv den med --sha256.\n"
    "\n"
    "  --dry-run   prøv det hele, og gem intet\n"
    "  --sha256    afvis en ZIP-fil, der har en anden SHA-256\n"
    "  --socket    MariaDB's sokkel (LOGBOOK_SOCKET, ellers /run/mysqld/mysqld.sock)\n"
    "  --database  databasens navn (LOGBOOK_DATABASE, ellers logbook)\n"
    "  --account   databasekonto (logbook-take)\n"
    "  --prepare   afprøv kontoens rettigheder og slut\n"
    "\n"
    "Slutter med\n"
    "  0  taget ind, eller uændret: den samme fil er taget ind før\n"
    "  1  afvist; intet er gemt\n"
    "  2  forkert brug, eller filen kan ikke læses; intet er gemt\n"
    "  3  databasen svarer ikke; intet er gemt, prøv igen\n";

static enum result
misused(const char *why)
{
	fprintf(stderr, "logbook-import journal: %s. Se logbook-import journal --help.\n", why);
	return MISUSED;
}

static enum result
tell_faults(const struct taking *t)
{
	for (size_t i = 0; i < t->nfaults; i++)
		fprintf(stderr, "%s\n", t->fault[i]);
	if (t->more)
		fputs("Der er flere fejl. Ret disse, og prøv igen.\n", stderr);
	fputs("Intet er gemt.\n", stderr);
	return REFUSED;
}

/* What stopped it: a fault that was found, a rule of the database, or the database itself. */
static enum result
tell_stop(struct taking *t, enum db_outcome o)
{
	if (t->nfaults == 0 && (o == DB_NONE || o == DB_TAKEN || db_refused_since_savepoint(t->db)))
		blame_row(t, t->stuck, t->stuck_row,
		    o == DB_TAKEN ? "databasen har den allerede fra en anden logbog."
		                  : "databasens regler tager ikke imod den (se loggen).");
	db_rollback(t->db);
	if (t->nfaults > 0)
		return tell_faults(t);
	fputs("logbook-import journal: Databasen svarer ikke. Intet er gemt. Prøv igen.\n", stderr);
	return NO_DATABASE;
}

/* Who sits at the shell, also behind sudo. */
static const char *
shell_user(struct arena *a)
{
	const char *sudo = getenv("SUDO_USER");
	const struct passwd *me = getpwuid(getuid());

	if (sudo != NULL && sudo[0] != '\0' && utf8_is_valid(sudo, strlen(sudo)))
		return utf8_clip(a, sudo, 100);
	return me == NULL ? arena_format(a, "%u", getuid()) : arena_string(a, me->pw_name);
}

/* --- in the database --------------------------------------------------------------------------- */

/* The journal is begun: from here on, and until it is ended, the account may add to this logbook. */
static bool
begin(struct taking *t)
{
	const enum db_outcome o = take_begin(t->db, t->doctor, hash_bytes(&t->sha256), t->made,
	    (uint32_t)t->kinds[JOURNAL_KAEDE].n, shell_user(t->arena), t->now);

	if (o == DB_ONE)
		return true;
	if (o == DB_TAKEN || db_refused_since_savepoint(t->db))
		blame(t, "Lægen har allerede en logbog her, og den ændres ikke.");
	return false;
}

static enum result
end(struct taking *t, const struct options *o)
{
	const char *name = text_in(t, JOURNAL_LAEGE, 0, "name");

	if (take_end(t->db, t->doctor, t->now) != DB_ONE)
		return tell_stop(t, DB_DOWN);
	if (o->dry)
		db_rollback(t->db);
	else if (db_commit(t->db) != DB_ONE)
		return tell_stop(t, DB_DOWN);
	else
		log_audit("journal of person %u taken in, %u links, by %s", t->doctor, t->links,
		    shell_user(t->arena));
	printf("%s: %s, %zu kompetencetrin, %zu filer, %u led i kæden\n", name,
	    o->dry ? "kan tages ind, intet er gemt" : "taget ind", t->kinds[JOURNAL_KOMPETENCER].n,
	    t->kinds[JOURNAL_FILER].n, t->links);
	return DONE;
}

static enum result
put(struct taking *t, const struct options *o)
{
	enum db_outcome outcome;

	if (db_begin(t->db, DB_WRITE) != DB_ONE || !take_is_known(t) ||
	    db_savepoint(t->db) != DB_ONE || !take_who(t) || !begin(t) || !take_persons(t))
		return tell_stop(t, DB_DOWN);
	outcome = take_put(t);
	return outcome == DB_ONE ? end(t, o) : tell_stop(t, outcome);
}

/* Has the same ZIP been taken in before? */
static bool
is_here(struct taking *t, enum result *result)
{
	struct take_before before;
	enum db_outcome o = DB_DOWN;

	if (db_begin(t->db, DB_READ) == DB_ONE)
		o = take_before(t->db, hash_bytes(&t->sha256), &before);
	db_rollback(t->db);
	if (o == DB_NONE)
		return false;
	if (o != DB_ONE) {
		*result = tell_stop(t, DB_DOWN);
		return true;
	}
	printf("%s: uændret, taget ind %s\n", before.name, moment_text(t->arena, before.at));
	*result = DONE;
	return true;
}

/* --- from the file ------------------------------------------------------------------------------- */

static enum result
take(struct taking *t, const struct options *o)
{
	struct bytes zip;
	enum result result;

	if (!whole_file(t->arena, o->file, ZIP_MOST, &zip)) {
		fprintf(stderr, "%s: Filen kan ikke læses: %s\n", o->file, strerror(errno));
		return MISUSED;
	}
	t->sha256 = hash_sha256(zip.at, zip.n);
	if (o->sha256 != NULL && strcmp(o->sha256, hash_hex(t->arena, t->sha256.bytes)) != 0)
		blame(t, "ZIP-filen har en anden SHA-256: %s", hash_hex(t->arena, t->sha256.bytes));
	if (zip.n > ZIP_MOST)
		blame(t, "ZIP-filen er for stor.");
	if (t->nfaults > 0)
		return tell_faults(t);
	if (is_here(t, &result))
		return result;
	if (!take_open(t, zip) || !take_manifest(t) || !take_read(t) || !take_is_whole(t) ||
	    !take_files_fit(t))
		return tell_faults(t);
	return put(t, o);
}

static enum result
run(const struct options *o, const struct config *config)
{
	struct taking *t =
	    &(struct taking){ .arena = arena_make(), .proof = config->proof, .scan = config->scan };
	enum result result;

	t->now = config_now(config);
	t->today = moment_day(t->now);
	t->db = db_make(o->socket, o->database, o->account);
	db_use(t->db, t->arena);
	if (o->prepare)
		result = prepare_files(t->db, o->account, take_files) ? DONE : REFUSED;
	else
		result = take(t, o);
	db_drop(t->db);
	arena_drop(t->arena);
	if (fflush(stdout) != 0 && result == DONE)
		result = MISUSED;
	return result;
}

int
main(int argc, char **argv)
{
	const struct config *config = config_read();
	struct options o = { config->socket, config->database, "logbook-take", NULL, NULL, false,
		false };
	bool asks_help = false;
	const struct option_known known[] = { { "socket", &o.socket, NULL },
		{ "database", &o.database, NULL }, { "account", &o.account, NULL },
		{ "sha256", &o.sha256, NULL }, { "dry-run", NULL, &o.dry },
		{ "prepare", NULL, &o.prepare }, { "help", NULL, &asks_help } };
	const int first = options_read(argc, argv, known, sizeof known / sizeof known[0]);

	log_open("logbook-take");
	secret_open(config->keys);
	if (first == 0)
		return (int)misused("En valgmulighed er ukendt eller mangler sin værdi");
	if (asks_help)
		return fputs(help, stdout) == EOF ? MISUSED : DONE;
	if (argc - first != (o.prepare ? 0 : 1))
		return (int)misused("Skriv navnet på én ZIP-fil");
	o.file = argv[first];
	return (int)run(&o, config);
}
