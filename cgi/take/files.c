/* SPDX-License-Identifier: MPL-2.0
 *
 * The files: each is there under its number, is what its row says, and is proved as an upload is.
 */
#include <string.h>

#include "prove.h"
#include "taking.h"

static const char *
name_of(struct taking *t, size_t i)
{
	const char *type = text_in(t, JOURNAL_FILER, i, "type");

	return arena_format(t->arena, "filer/%zu.%s", i + 1,
	    strcmp(type, "application/pdf") == 0 ? "pdf"
	        : strcmp(type, "image/png") == 0 ? "png"
	                                         : "jpg");
}

const struct packed *
take_file(struct taking *t, size_t row)
{
	return take_packed(t, name_of(t, row));
}

static bool
is_proved(struct taking *t, size_t i, const struct packed *p)
{
	struct proved proved;
	enum proof said = prove_file(t->proof, &p->content, &proved);

	if (said == PROOF_FINE && t->scan != NULL)
		said = prove_clean(t->scan, &p->content);
	if (said != PROOF_FINE)
		return blame(t, "%s: %s", p->name, proof_sentence(said));
	return strcmp(proved.type, text_in(t, JOURNAL_FILER, i, "type")) == 0 ||
	    blame_row(t, JOURNAL_FILER, i, "%s er af en anden slags.", p->name);
}

static bool
fits(struct taking *t, size_t i)
{
	const struct packed *p = take_file(t, i);
	struct hash h;

	if (p == NULL)
		return blame_row(t, JOURNAL_FILER, i, "%s mangler i ZIP-filen.", name_of(t, i));
	h = hash_sha256(p->content.at, p->content.n);
	if (p->content.n != number_in(t, JOURNAL_FILER, i, "size") ||
	    strcmp(hash_hex(t->arena, h.bytes), text_in(t, JOURNAL_FILER, i, "sha256")) != 0)
		return blame_row(t, JOURNAL_FILER, i, "%s er en anden fil.", p->name);
	return is_proved(t, i, p);
}

/* Every file of the ZIP is of a row. */
static void
check_count(struct taking *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->npacked; i++)
		n += strncmp(t->packed[i].name, "filer/", 6) == 0;
	if (n != t->kinds[JOURNAL_FILER].n)
		blame(t, "Der er %zu filer i mappen filer og %zu i data/filer.json.", n,
		    t->kinds[JOURNAL_FILER].n);
}

bool
take_files_fit(struct taking *t)
{
	check_count(t);
	for (size_t i = 0; i < t->kinds[JOURNAL_FILER].n; i++)
		fits(t, i);
	return t->nfaults == 0;
}
