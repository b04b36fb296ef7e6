/* SPDX-License-Identifier: MPL-2.0 */
#include "delivery.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "folder.h"
#include "index.h"

static volatile sig_atomic_t broken_off;

void
deliver_break_off(int signal)
{
	(void)signal;
	broken_off = 1;
}

/* What is put down of a logbook once its bytes are on the disk. */
struct put {
	size_t size;
	struct hash sha256;
};

struct work {
	const struct delivery *asked;
	struct db *db;
	struct arena *lasting, *once; /* of all of it; of one logbook */
	uint32_t region;              /* 0: all of Denmark */
	const char *region_name;      /* NULL likewise */
	const struct archive_doctors *doctors;
	struct put *put;
	size_t n;
	struct text index;
	struct folder folder;
	bool uncertain; /* nobody knows whether the rows stand */
};

/* --- what is said ---------------------------------------------------------------------------- */

static enum result say(enum result, const char *format, ...) __attribute__((format(printf, 2, 3)));
static enum result
say(enum result r, const char *format, ...)
{
	va_list list;

	fputs("logbook-archive: ", stderr);
	va_start(list, format);
	vfprintf(stderr, format, list);
	va_end(list);
	fputs("\n", stderr);
	return r;
}

static enum result
say_database(void)
{
	return say(NO_DATABASE, "Databasen svarer ikke eller sagde nej. Intet er afleveret.");
}

static enum result
say_folder(const struct work *w)
{
	switch (errno) {
	case EEXIST:
	case ENOTEMPTY:
		return say(NO_FOLDER, "%s findes allerede. Intet er afleveret.", w->folder.path);
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
		return say(NO_FOLDER,
		    "Der er ikke plads til afleveringen i %s. Intet er afleveret.",
		    w->folder.parent);
	default:
		return say(NO_FOLDER, "Der kan ikke skrives i %s: %s. Intet er afleveret.",
		    w->folder.parent, strerror(errno));
	}
}

/* --- whose logbooks -------------------------------------------------------------------------- */

static enum result
no_region(struct work *w)
{
	struct archive_regions *all;
	size_t n;

	if (archive_regions(w->db, &all, &n) != DB_ONE)
		return say_database();
	say(MISUSED,
	    "Der er ingen videreuddannelsesregion, der hedder »%s«. De hedder:", w->asked->region);
	for (size_t i = 0; i < n; i++)
		fprintf(stderr, "    %s\n", all[i].name);
	return MISUSED;
}

static enum result
find_region(struct work *w)
{
	struct archive_region found = { 0 };

	if (w->asked->region == NULL)
		return DONE;
	switch (archive_region(w->db, w->asked->region, &found)) {
	case DB_ONE:
		w->region = found.id;
		w->region_name = found.name;
		return DONE;
	case DB_NONE:
		return no_region(w);
	case DB_TAKEN:
	case DB_AGAIN:
	case DB_DOWN:
		break;
	}
	return say_database();
}

static enum result
find_doctors(struct work *w)
{
	struct archive_doctors *rows = NULL;
	enum result r;

	db_use(w->db, w->lasting);
	if (db_begin(w->db, DB_READ) != DB_ONE)
		return say_database();
	r = find_region(w);
	if (r == DONE &&
	    archive_doctors(w->db, w->asked->today, w->region, w->asked->before, &rows, &w->n) !=
	        DB_ONE)
		r = say_database();
	db_commit(w->db);
	w->doctors = rows;
	w->put = arena_array(w->lasting, w->n, sizeof *w->put);
	return r;
}

/* --- what goes into the folder ------------------------------------------------------------------ */

static enum result
put_one(struct work *w, size_t i)
{
	const struct archive_doctors *d = &w->doctors[i];
	const char *name = arena_format(w->once, "%06zu.zip", i + 1);
	struct book b;

	if (!book_make(w->db, d, w->asked->now, &b))
		return b.why == NULL
		    ? say_database()
		    : say(STOPPED, "Logbogen for %s (person %u): %s. Intet er afleveret.", d->name,
		          d->doctor, b.why);
	w->put[i] = (struct put){ b.zip.n, hash_sha256(b.zip.at, b.zip.n) };
	if (!folder_put(&w->folder, name, b.zip))
		return say_folder(w);
	index_add(&w->index, (uint32_t)i + 1, name, &w->put[i].sha256, &b);
	return DONE;
}

static enum result
put_all(struct work *w)
{
	enum result r = DONE;

	index_begin(&w->index,
	    &(struct index_head){ w->asked->now, w->region_name, w->asked->before, w->n });
	for (size_t i = 0; i < w->n && r == DONE; i++) {
		db_use(w->db, w->once);
		r = broken_off ? say(BROKEN_OFF, "Afbrudt. Intet er afleveret.") : put_one(w, i);
		arena_reset(w->once);
	}
	db_use(w->db, w->lasting);
	if (r != DONE)
		return r;
	index_end(&w->index);
	return folder_put(&w->folder, "indeks.json",
	           (struct bytes){ (const unsigned char *)w->index.at, w->index.len })
	    ? DONE
	    : say_folder(w);
}

/* --- and what is written down of it -------------------------------------------------------------- */

static bool
write_down(struct work *w, const struct hash *index)
{
	const struct delivery *a = w->asked;
	uint32_t id;

	if (db_begin(w->db, DB_WRITE) != DB_ONE ||
	    archive_put(w->db, a->now, a->operator, w->region, a->before, (uint32_t)w->n,
	        hash_bytes(index)) != DB_ONE)
		return false;
	id = db_inserted(w->db);
	for (size_t i = 0; i < w->n; i++)
		if (archive_logbook_put(w->db, id, (uint32_t)i + 1, w->doctors[i].doctor,
		        (int64_t)w->put[i].size, hash_bytes(&w->put[i].sha256)) != DB_ONE)
			return false;
	return db_failed(w->db) == DB_ONE;
}

/* The server was lost during the commit: has it been done?  Where nobody can tell, the folder stays. */
static enum result
ask_again(struct work *w, const struct hash *index)
{
	struct archive_of_index found = { 0 };
	enum db_outcome o = db_begin(w->db, DB_READ);

	if (o == DB_ONE)
		o = archive_of_index(w->db, hash_bytes(index), &found);
	db_rollback(w->db);
	if (o == DB_ONE)
		return DONE;
	if (o == DB_NONE)
		return say_database();
	w->uncertain = true;
	return say(NO_DATABASE,
	    "Databasen gik tabt, mens afleveringen blev skrevet op. %s gælder kun, hvis archive_delivery har SHA-256 %s; slet den ellers.",
	    w->folder.path, hash_hex(w->lasting, index->bytes));
}

/* The folder gets its name before the rows count: a row never tells of a delivery that is not there. */
static enum result
finish(struct work *w)
{
	const struct hash index = hash_sha256(w->index.at, w->index.len);
	enum result r = DONE;

	if (!write_down(w, &index))
		r = say_database();
	else if (!folder_finish(&w->folder))
		r = say_folder(w);
	if (r != DONE)
		db_rollback(w->db);
	else if (db_commit(w->db) != DB_ONE)
		r = ask_again(w, &index);
	if (r == DONE)
		printf("%s: %zu logbøger; SHA-256 af indeks.json: %s\n", w->folder.path, w->n,
		    hash_hex(w->lasting, index.bytes));
	return r;
}

static enum result
fill(struct work *w)
{
	enum result r;

	if (!folder_begin(w->lasting, w->asked->folder, &w->folder))
		return say_folder(w);
	r = put_all(w);
	if (r == DONE)
		r = finish(w);
	if (r != DONE && !w->uncertain)
		folder_undo(&w->folder);
	folder_close(&w->folder);
	return r;
}

enum result
deliver(struct db *db, const struct delivery *asked)
{
	struct work w = { .asked = asked, .db = db, .lasting = arena_make(), .once = arena_make() };
	enum result r;

	w.index.arena = w.lasting;
	r = find_doctors(&w);
	if (r == DONE && w.n == 0)
		puts("Der er ingen logbøger at aflevere, og der er ikke lavet nogen mappe.");
	else if (r == DONE)
		r = fill(&w);
	db_use(db, NULL);
	arena_drop(w.once);
	arena_drop(w.lasting);
	return r;
}
