/* SPDX-License-Identifier: MPL-2.0 */
#include "zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "log.h"
#include "spool.h"

static la_ssize_t
take_bytes(struct archive *z, void *to, const void *bytes, size_t n)
{
	(void)z;
	return spool_add(to, bytes, n) ? (la_ssize_t)n : -1;
}

static bool
is_packed(const char *name)
{
	static const char *const endings[] = { ".pdf", ".jpg", ".jpeg", ".png", ".xlsx" };
	size_t n = strlen(name);

	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		size_t m = strlen(endings[i]);

		if (n > m && strcmp(name + n - m, endings[i]) == 0)
			return true;
	}
	return false;
}

static bool
is_name(const char *name)
{
	return name[0] != '\0' && name[0] != '/' && strstr(name, "..") == NULL &&
	    strchr(name, '\\') == NULL && utf8_is_valid(name, strlen(name));
}

/* Regular, readable by all, nobody's: nothing of this machine goes along. */
static struct archive_entry *
entry_of(const struct zip_file *f, struct moment at)
{
	struct archive_entry *e = archive_entry_new();

	if (e == NULL)
		fatal("out of memory");
	archive_entry_set_pathname_utf8(e, f->name);
	archive_entry_set_filetype(e, AE_IFREG);
	archive_entry_set_perm(e, 0644);
	archive_entry_set_size(e, (la_int64_t)f->content.n);
	archive_entry_set_mtime(e, at.s, 0);
	return e;
}

static bool
put_file(struct archive *z, const struct zip_file *f, struct moment at)
{
	struct archive_entry *e;
	bool ok;

	if (!is_name(f->name))
		return false;
	if (is_packed(f->name))
		archive_write_zip_set_compression_store(z);
	else
		archive_write_zip_set_compression_deflate(z);
	e = entry_of(f, at);
	ok = archive_write_header(z, e) == ARCHIVE_OK &&
	    archive_write_data(z, f->content.at, f->content.n) == (la_ssize_t)f->content.n;
	archive_entry_free(e);
	return ok;
}

struct zip {
	struct archive *archive;
	struct spool *spool;
	struct moment at;
};

static void
drop(void *zip)
{
	struct zip *z = zip;

	if (z->archive != NULL)
		archive_write_free(z->archive);
	z->archive = NULL;
}

static bool
open_archive(struct zip *z)
{
	return archive_write_set_format_zip(z->archive) == ARCHIVE_OK &&
	    archive_write_set_options(z->archive, "hdrcharset=UTF-8") == ARCHIVE_OK &&
	    archive_write_set_bytes_in_last_block(z->archive, 1) == ARCHIVE_OK &&
	    archive_write_open(z->archive, z->spool, NULL, take_bytes, NULL) == ARCHIVE_OK;
}

static void
complain(const struct zip *z)
{
	const char *why = archive_error_string(z->archive);

	log_warn("the archive cannot be made: %s", why == NULL ? "a name that is none" : why);
}

struct zip *
zip_begin(struct arena *a, struct moment at)
{
	struct zip *z = arena_take(a, sizeof *z);

	*z = (struct zip){ archive_write_new(), spool_make(a), at };
	if (z->archive == NULL)
		fatal("out of memory");
	arena_defer(a, drop, z);
	if (z->spool != NULL && open_archive(z))
		return z;
	complain(z);
	return NULL;
}

bool
zip_add(struct zip *z, const struct zip_file *f)
{
	if (put_file(z->archive, f, z->at))
		return true;
	complain(z);
	return false;
}

bool
zip_end(struct zip *z, struct bytes *out)
{
	bool fine = archive_write_close(z->archive) == ARCHIVE_OK;

	if (!fine)
		complain(z);
	drop(z);
	return fine && spool_read(z->spool, out);
}

bool
zip_of(struct arena *a, const struct zip_file *files, size_t n, struct moment at, struct bytes *out)
{
	struct zip *z = zip_begin(a, at);

	for (size_t i = 0; z != NULL && i < n; i++)
		if (!zip_add(z, &files[i]))
			return false;
	return z != NULL && zip_end(z, out);
}
