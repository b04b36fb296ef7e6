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

/* Where it stands is given from below; what it is for stands in the tree (/StructParent). */
static qpdf_oh
annotation_of(struct finisher *f, const struct link *l)
{
	char *words = arena_format(f->arena,
	    "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%d %d %d %d]/StructParent %d>>",
	    (int)l->x, (int)(PAPER_HEIGHT - l->y - l->height), (int)(l->x + l->width) + 1,
	    (int)(PAPER_HEIGHT - l->y) + 1, f->flow->pages + l->number);
	qpdf_oh annotation = qpdf_oh_parse(f->q, words), to = qpdf_oh_new_array(f->q);

	qpdf_oh_append_item(f->q, to, qpdf_get_page_n(f->q, (size_t)l->to_page));
	qpdf_oh_append_item(f->q, to, qpdf_oh_new_name(f->q, "/XYZ"));
	qpdf_oh_append_item(f->q, to, qpdf_oh_new_integer(f->q, (int)MARGIN));
	qpdf_oh_append_item(f->q, to, qpdf_oh_new_integer(f->q, (int)(PAPER_HEIGHT - l->to_y) + 1));
	qpdf_oh_append_item(f->q, to, qpdf_oh_new_null(f->q));
	put(f, annotation, "/Dest", to);
	put(f, annotation, "/Contents", qpdf_oh_new_unicode_string(f->q, l->words));
	return qpdf_make_indirect_object(f->q, annotation);
}

static void
add_links(struct finisher *f)
{
	for (const struct link *l = f->flow->links; l != NULL; l = l->next) {
		qpdf_oh page = qpdf_get_page_n(f->q, (size_t)l->page);

		if (!qpdf_oh_has_key(f->q, page, "/Annots"))
			put(f, page, "/Annots", qpdf_oh_new_array(f->q));
		qpdf_oh_append_item(
		    f->q, qpdf_oh_get_key(f->q, page, "/Annots"), annotation_of(f, l));
	}
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
write_out(struct finisher *f, struct spool *out)
{
	qpdf_init_write(f->q, spool_path(out));
	qpdf_set_object_stream_mode(f->q, qpdf_o_generate);
	qpdf_set_minimum_pdf_version(f->q, "1.7");
	qpdf_set_deterministic_ID(f->q, QPDF_TRUE);
	qpdf_write(f->q);
	return !qpdf_has_error(f->q);
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
rewrite(struct arena *a, const struct flow *flow, struct bytes painted, struct spool *out)
{
	struct finisher f = { open_pdf(painted), a, flow };
	bool fine = !qpdf_has_error(f.q) && qpdf_get_num_pages(f.q) == flow->pages;

	for (int i = 0; fine && i < flow->pages; i++)
		fine = finish_page(&f, i);
	if (fine) {
		add_links(&f);
		fill_catalogue(&f);
		fine = write_out(&f, out);
	}
	qpdf_cleanup(&f.q);
	return fine;
}

static void
look_up_links(qpdf_data q, const struct flow *flow, struct base *base)
{
	int page = -1, nth = 0;

	for (const struct link *l = flow->links; l != NULL; l = l->next) {
		qpdf_oh annotations =
		    qpdf_oh_get_key(q, qpdf_get_page_n(q, (size_t)l->page), "/Annots");

		nth = l->page == page ? nth + 1 : 0;
		page = l->page;
		base->links[l->number] =
		    qpdf_oh_get_object_id(q, qpdf_oh_get_array_item(q, annotations, nth));
	}
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
	base->links = arena_array(a, (size_t)flow->nlinks, sizeof *base->links);
	look_up_links(q, flow, base);
	qpdf_cleanup(&q);
	return base->size > 0 && base->root > 0 && base->info > 0 && base->tree > 0;
}

bool
finish(struct arena *a, const struct flow *flow, struct spool *painted, struct bytes *out)
{
	struct spool *finished = spool_make(a);
	struct bytes bytes;
	struct base base;

	return finished != NULL && spool_read(painted, &bytes) &&
	    rewrite(a, flow, bytes, finished) && spool_read(finished, &bytes) &&
	    look_up(a, flow, bytes, &base) && append_tree(a, flow, &base, finished) &&
	    spool_read(finished, out);
}
