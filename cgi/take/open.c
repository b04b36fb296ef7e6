/* SPDX-License-Identifier: MPL-2.0
 *
 * The ZIP comes from outside: only names that a journal has are looked at, so none is ever a path; what it
 * unfolds to is counted while it does.
 */
#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "number.h"
#include "taking.h"

enum {
	FILES_MOST = 10000,
	ONE_MOST = 256 * 1024 * 1024,
	ALL_MOST = 640 * 1024 *
	    1024, /* 150 MB of files (WHOLE_MOST_MB), their print, and what is in rows */
};

/* "filer/17.pdf" */
static bool
is_file(struct arena *a, const char *name)
{
	const char *dot = strchr(name, '.');
	uint32_t n;

	return strncmp(name, "filer/", 6) == 0 && dot != NULL && dot - name < 20 &&
	    number_u32(arena_copy(a, name + 6, (size_t)(dot - name - 6)), &n) && n > 0 &&
	    (strcmp(dot, ".pdf") == 0 || strcmp(dot, ".png") == 0 || strcmp(dot, ".jpg") == 0);
}

static bool
is_data(struct arena *a, const char *name)
{
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		if (strcmp(name, arena_format(a, "data/%s.json", journal_kinds[k].name)) == 0)
			return true;
	return false;
}

static bool
is_of_a_journal(struct arena *a, const char *name)
{
	return strcmp(name, "manifest.json") == 0 || strcmp(name, "logbog.pdf") == 0 ||
	    is_data(a, name) || is_file(a, name);
}

/* What may be said of a name of theirs: short, and nothing that a terminal would obey. */
static const char *
shown(struct arena *a, const char *name)
{
	if (name == NULL || !utf8_is_valid(name, strlen(name)) ||
	    utf8_has_control(name, strlen(name)))
		return "…";
	return utf8_clip(a, name, 80);
}

static unsigned char *
grown(unsigned char *at, size_t room)
{
	unsigned char *more = realloc(at, room);

	if (more == NULL)
		fatal("out of memory");
	return more;
}

/* The bytes of the entry at hand, at most so many. */
static bool
unfold(struct taking *t, struct archive *z, const char *name, size_t most, struct bytes *out)
{
	size_t room = 65536, n = 0;
	unsigned char *at = grown(NULL, room);
	la_ssize_t got = 0;

	while ((got = archive_read_data(z, at + n, room - n)) > 0) {
		n += (size_t)got;
		if (n > most)
			break;
		if (n == room)
			at = grown(at, room *= 2);
	}
	arena_defer(t->arena, free, at);
	*out = (struct bytes){ at, n };
	if (n > most)
		return blame(t, "Filen %s er for stor. En logbog må højst fylde %d MB.", name,
		    ALL_MOST / 1024 / 1024);
	return got == 0 || blame(t, "ZIP-filen er beskadiget: %s kan ikke læses til ende.", name);
}

static bool
take_entry(struct taking *t, struct archive *z, struct archive_entry *e, size_t *room)
{
	const char *name = archive_entry_pathname(e);
	struct packed *p = &t->packed[t->npacked];

	if (name == NULL || archive_entry_filetype(e) != AE_IFREG ||
	    archive_entry_symlink(e) != NULL || archive_entry_hardlink(e) != NULL ||
	    !is_of_a_journal(t->arena, name))
		return blame(
		    t, "%s hører ikke til en logbog, der er hentet samlet.", shown(t->arena, name));
	if (archive_entry_is_encrypted(e))
		return blame(t, "%s er krypteret.", name);
	if (take_packed(t, name) != NULL)
		return blame(t, "%s er der to gange.", name);
	p->name = arena_string(t->arena, name);
	if (!unfold(t, z, p->name, *room < ONE_MOST ? *room : ONE_MOST, &p->content))
		return false;
	*room -= p->content.n;
	t->npacked++;
	return true;
}

static bool
take_entries(struct taking *t, struct archive *z)
{
	struct archive_entry *e;
	size_t room = ALL_MOST;
	int said;

	t->packed = arena_array(t->arena, FILES_MOST, sizeof *t->packed);
	while ((said = archive_read_next_header(z, &e)) == ARCHIVE_OK) {
		if (t->npacked == FILES_MOST)
			return blame(t, "Der er for mange filer i ZIP-filen.");
		if (!take_entry(t, z, e, &room))
			return false;
	}
	if (said != ARCHIVE_EOF)
		return blame(t, "Filen er ikke en hel ZIP-fil.");
	return t->npacked > 0 || blame(t, "ZIP-filen er tom.");
}

bool
take_open(struct taking *t, struct bytes zip)
{
	struct archive *z = archive_read_new();
	bool fine;

	if (z == NULL)
		fatal("out of memory");
	archive_read_support_format_zip_seekable(z);
	fine = archive_read_open_memory(z, zip.at, zip.n) == ARCHIVE_OK
	    ? take_entries(t, z)
	    : blame(t, "Filen er ikke en ZIP-fil.");
	archive_read_free(z);
	return fine;
}

const struct packed *
take_packed(const struct taking *t, const char *name)
{
	for (size_t i = 0; i < t->npacked; i++)
		if (strcmp(t->packed[i].name, name) == 0)
			return &t->packed[i];
	return NULL;
}
