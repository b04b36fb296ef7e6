/* SPDX-License-Identifier: MPL-2.0
 *
 * What cairo 1.16 leaves out of a PDF: that the file is marked, its language, that its title
 * stands in the window, and what is decoration.  The tree is appended by pdf_tree.c: a
 * thousand elements take libqpdf's objects 25 ms, and 2 ms as text.
 */
#include "pdf.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

struct finisher {
	qpdf_data q;
	struct arena *arena;
	const struct flow *flow;
};

static void
put(struct finisher *f, qpdf_oh dict, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(f->q, dict, key, value);
}

static void
put_name(struct finisher *f, qpdf_oh dict, const char *key, const char *name)
{
	put(f, dict, key, qpdf_oh_new_name(f->q, arena_format(f->arena, "/%s", name)));
}

/* What belongs to no mark becomes decoration; marks are looked up by the page's number. */
static bool
finish_page(struct finisher *f, int i)
{
	qpdf_oh page = qpdf_get_page_n(f->q, (size_t)i);
	qpdf_oh stream = qpdf_oh_get_key(f->q, page, "/Contents");
	unsigned char *buffer = NULL;
	struct bytes content;

	qpdf_oh_get_stream_data(f->q, stream, qpdf_dl_generalized, NULL, &buffer, &content.n);
	if (buffer == NULL)
		return false;
	content.at = buffer;
	content = mark_decoration(f->arena, content);
	qpdf_oh_replace_stream_data(
	    f->q, stream, content.at, content.n, qpdf_oh_new_null(f->q), qpdf_oh_new_null(f->q));
	free(buffer);
	put(f, page, "/StructParents", qpdf_oh_new_integer(f->q, i));
	put_name(f, page, "/Tabs", "S");
	return true;
}

/* cairo's own tree is let go; ours comes in the place of an empty one. */
static void
fill_catalogue(struct finisher *f)
{
	qpdf_oh root = qpdf_get_root(f->q);
	qpdf_oh tree = qpdf_oh_parse(f->q, "<</Type/StructTreeRoot>>");

	put(f, root, "/StructTreeRoot", qpdf_make_indirect_object(f->q, tree));
	put(f, root, "/MarkInfo", qpdf_oh_parse(f->q, "<</Marked true>>"));
	put(f, root, "/ViewerPreferences", qpdf_oh_parse(f->q, "<</DisplayDocTitle true>>"));
	put(f, root, "/Lang", qpdf_oh_new_string(f->q, "da-DK"));
	if (f->flow->nbookmarks > 0)
		put_name(f, root, "/PageMode", "UseOutlines");
}

static bool
write_out(struct finisher *f, struct bytes *out)
{
	size_t n;

	qpdf_init_write_memory(f->q);
	qpdf_set_object_stream_mode(f->q, qpdf_o_generate);
	qpdf_set_minimum_pdf_version(f->q, "1.7");
	qpdf_set_deterministic_ID(f->q, QPDF_TRUE);
	qpdf_write(f->q);
	if (qpdf_has_error(f->q))
		return false;
	n = qpdf_get_buffer_length(f->q);
	*out = (struct bytes){ (const unsigned char *)arena_copy(
		                   f->arena, (const char *)qpdf_get_buffer(f->q), n),
		n };
	return true;
}

static qpdf_data
open_pdf(struct bytes b)
{
	qpdf_data q = qpdf_init();

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	qpdf_read_memory(q, "print", (const char *)b.at, b.n, NULL);
	return q;
}

static bool
rewrite(struct arena *a, const struct flow *flow, struct bytes painted, struct bytes *out)
{
	struct finisher f = { open_pdf(painted), a, flow };
	bool fine = !qpdf_has_error(f.q) && qpdf_get_num_pages(f.q) == flow->pages;

	for (int i = 0; fine && i < flow->pages; i++)
		fine = finish_page(&f, i);
	if (fine) {
		fill_catalogue(&f);
		fine = write_out(&f, out);
	}
	qpdf_cleanup(&f.q);
	return fine;
}

/* What libqpdf wrote is opened once more, for it has numbered everything anew. */
static bool
look_up(struct arena *a, const struct flow *flow, struct bytes b, struct base *base)
{
	qpdf_data q = open_pdf(b);
	qpdf_oh trailer = qpdf_get_trailer(q), root = qpdf_get_root(q);

	base->file = b;
	base->size = qpdf_oh_get_int_value_as_int(q, qpdf_oh_get_key(q, trailer, "/Size"));
	base->root = qpdf_oh_get_object_id(q, root);
	base->info = qpdf_oh_get_object_id(q, qpdf_oh_get_key(q, trailer, "/Info"));
	base->tree = qpdf_oh_get_object_id(q, qpdf_oh_get_key(q, root, "/StructTreeRoot"));
	base->id = arena_string(a, qpdf_oh_unparse(q, qpdf_oh_get_key(q, trailer, "/ID")));
	base->pages = arena_array(a, (size_t)flow->pages, sizeof *base->pages);
	for (int i = 0; i < flow->pages; i++)
		base->pages[i] = qpdf_oh_get_object_id(q, qpdf_get_page_n(q, (size_t)i));
	qpdf_cleanup(&q);
	return base->size > 0 && base->root > 0 && base->info > 0 && base->tree > 0;
}

bool
finish(struct arena *a, const struct flow *flow, struct bytes painted, struct bytes *out)
{
	struct base base;

	return rewrite(a, flow, painted, out) && look_up(a, flow, *out, &base) &&
	    append_tree(a, flow, &base, out);
}
