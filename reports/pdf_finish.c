/* SPDX-License-Identifier: MPL-2.0
 *
 * What cairo 1.16 leaves out of a PDF: the tree of meaning as we have it, that the file is
 * marked, its language, and that its title stands in the window.
 */
#include "pdf.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

struct finisher {
	qpdf_data q;
	struct arena *arena;
	const struct flow *flow;
	qpdf_oh *pages;		/* in order */
	qpdf_oh *owners;	/* for each page an array: mark by mark the element that owns it */
};

struct node *
node_add(struct arena *a, struct node *parent, const char *type)
{
	struct node *n = arena_take(a, sizeof *n);

	n->type = type;
	n->parent = parent;
	if (parent == NULL)
		return n;
	if (parent->last == NULL)
		parent->first = n;
	else
		parent->last->next = n;
	parent->last = n;
	return n;
}

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

/* /Layout for a picture's place, /Table for what a cell is to the others. */
static void
put_attributes(struct finisher *f, qpdf_oh element, const struct node *n)
{
	qpdf_oh a;

	if (n->alt != NULL) {
		put(f, element, "/Alt", qpdf_oh_new_unicode_string(f->q, n->alt));
		put(f, element, "/A",
		    qpdf_oh_parse(f->q,
			arena_format(f->arena, "<</O/Layout/Placement/Block/BBox[%.1f %.1f %.1f %.1f]>>",
			    n->box[0], n->box[1], n->box[2], n->box[3])));
	}
	if (n->scope == NULL && n->span <= 1)
		return;
	a = qpdf_oh_new_dictionary(f->q);
	put_name(f, a, "/O", "Table");
	if (n->scope != NULL)
		put_name(f, a, "/Scope", n->scope);
	if (n->span > 1)
		put(f, a, "/ColSpan", qpdf_oh_new_integer(f->q, n->span));
	put(f, element, "/A", a);
}

/* A mark on the element's own page is a number; on a later page it says which. */
static qpdf_oh
mark_object(struct finisher *f, const struct node *n, const struct mark *m)
{
	qpdf_oh reference, id = qpdf_oh_new_integer(f->q, m->id);

	if (m->page == n->marks->page)
		return id;
	reference = qpdf_oh_new_dictionary(f->q);
	put_name(f, reference, "/Type", "MCR");
	put(f, reference, "/Pg", f->pages[m->page]);
	put(f, reference, "/MCID", id);
	return reference;
}

/* Marks were counted as pieces were laid, but an element of the tree may be met later than
 * its neighbours on the page (cells that go on): so owners are set by number. */
static void
own(struct finisher *f, const struct node *n, qpdf_oh element, qpdf_oh kids)
{
	if (n->marks != NULL)
		put(f, element, "/Pg", f->pages[n->marks->page]);
	for (const struct mark *m = n->marks; m != NULL; m = m->next) {
		qpdf_oh_append_item(f->q, kids, mark_object(f, n, m));
		qpdf_oh_set_array_item(f->q, f->owners[m->page], m->id, element);
	}
}

static qpdf_oh
build(struct finisher *f, const struct node *n, qpdf_oh parent)
{
	qpdf_oh kids = qpdf_oh_new_array(f->q), dict = qpdf_oh_new_dictionary(f->q), element;

	put_name(f, dict, "/Type", "StructElem");
	put_name(f, dict, "/S", n->type);
	put(f, dict, "/P", parent);
	put_attributes(f, dict, n);
	element = qpdf_make_indirect_object(f->q, dict);
	own(f, n, element, kids);
	for (const struct node *kid = n->first; kid != NULL; kid = kid->next)
		qpdf_oh_append_item(f->q, kids, build(f, kid, element));
	if (qpdf_oh_get_array_n_items(f->q, kids) == 1)
		kids = qpdf_oh_get_array_item(f->q, kids, 0);
	put(f, element, "/K", kids);
	return element;
}

static void
open_pages(struct finisher *f)
{
	size_t n = (size_t)f->flow->pages;

	f->pages = arena_array(f->arena, n, sizeof *f->pages);
	f->owners = arena_array(f->arena, n, sizeof *f->owners);
	for (size_t i = 0; i < n; i++) {
		f->pages[i] = qpdf_get_page_n(f->q, i);
		f->owners[i] = qpdf_oh_new_array(f->q);
		for (int m = 0; m < f->flow->sheets[i].marks; m++)
			qpdf_oh_append_item(f->q, f->owners[i], qpdf_oh_new_null(f->q));
	}
}

/* From a mark on a page to the element it belongs to. */
static qpdf_oh
parent_tree(struct finisher *f)
{
	qpdf_oh numbers = qpdf_oh_new_array(f->q), tree = qpdf_oh_new_dictionary(f->q);

	for (int i = 0; i < f->flow->pages; i++) {
		qpdf_oh number = qpdf_oh_new_integer(f->q, i);

		qpdf_oh_append_item(f->q, numbers, number);
		qpdf_oh_append_item(f->q, numbers, qpdf_make_indirect_object(f->q, f->owners[i]));
		put(f, f->pages[i], "/StructParents", number);
		put_name(f, f->pages[i], "/Tabs", "S");
	}
	put(f, tree, "/Nums", numbers);
	return qpdf_make_indirect_object(f->q, tree);
}

static qpdf_oh
tree(struct finisher *f)
{
	qpdf_oh root = qpdf_make_indirect_object(f->q, qpdf_oh_new_dictionary(f->q));

	put_name(f, root, "/Type", "StructTreeRoot");
	put(f, root, "/K", build(f, f->flow->document, root));
	put(f, root, "/ParentTree", parent_tree(f));
	put(f, root, "/ParentTreeNextKey", qpdf_oh_new_integer(f->q, f->flow->pages));
	return root;
}

static void
mark_pages(struct finisher *f)
{
	for (int i = 0; i < f->flow->pages; i++) {
		qpdf_oh stream = qpdf_oh_get_key(f->q, f->pages[i], "/Contents");
		QPDF_BOOL filtered = QPDF_FALSE;
		struct bytes content;
		unsigned char *buffer = NULL;

		if (qpdf_oh_get_stream_data(f->q, stream, qpdf_dl_generalized, &filtered, &buffer,
			&content.n) != 0 || buffer == NULL)
			continue;
		content.at = buffer;
		content = mark_decoration(f->arena, content);
		qpdf_oh_replace_stream_data(f->q, stream, content.at, content.n,
		    qpdf_oh_new_null(f->q), qpdf_oh_new_null(f->q));
		free(buffer);
	}
}

static void
fill_catalogue(struct finisher *f)
{
	qpdf_oh root = qpdf_get_root(f->q);

	put(f, root, "/StructTreeRoot", tree(f));
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
	*out = (struct bytes){
		(const unsigned char *)arena_copy(f->arena, (const char *)qpdf_get_buffer(f->q), n),
		n
	};
	return true;
}

bool
finish(struct arena *a, const struct flow *flow, struct bytes painted, struct bytes *out)
{
	struct finisher f = { .q = qpdf_init(), .arena = a, .flow = flow };
	bool fine;

	qpdf_silence_errors(f.q);
	qpdf_set_suppress_warnings(f.q, QPDF_TRUE);
	qpdf_read_memory(f.q, "print", (const char *)painted.at, painted.n, NULL);
	fine = !qpdf_has_error(f.q) && qpdf_get_num_pages(f.q) == flow->pages;
	if (fine) {
		open_pages(&f);
		mark_pages(&f);
		fill_catalogue(&f);
		fine = write_out(&f, out);
	}
	qpdf_cleanup(&f.q);
	return fine;
}
