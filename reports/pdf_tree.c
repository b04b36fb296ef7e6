/* SPDX-License-Identifier: MPL-2.0
 *
 * The tree of meaning, appended to a PDF as one update (ISO 32000-1, 7.5.6): its elements
 * in a compressed object stream, and a cross-reference stream that says where they are.
 */
#include "pdf.h"

#include <stdio.h>
#include <string.h>
#include <zlib.h>

struct tree {
	struct arena *arena;
	const struct flow *flow;
	const struct base *base;
	int next;            /* the number of the next new object */
	int **owners;        /* page by page, mark by mark: the element that it belongs to */
	struct text objects; /* the bodies of the objects, one after another */
	struct text index;   /* "number offset " of each */
	int n;
	int *links; /* the elements that they are followed from, by their number */
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
number(struct tree *t, struct node *n)
{
	n->id = t->next++;
	for (const struct mark *m = n->marks; m != NULL; m = m->next)
		t->owners[m->page][m->id] = n->id;
	if (n->link != NULL)
		t->links[n->link->number] = n->id;
	for (struct node *kid = n->first; kid != NULL; kid = kid->next)
		number(t, kid);
}

static void
begin_object(struct tree *t, int id)
{
	text_format(&t->index, "%d %zu ", id, t->objects.len);
	t->n++;
}

/* Text in a PDF: UTF-16 after its mark, in hexadecimal. */
static void
add_string(struct tree *t, const char *utf8)
{
	glong units = 0;
	gunichar2 *utf16 = g_utf8_to_utf16(utf8, -1, NULL, &units, NULL);

	text_puts(&t->objects, "<FEFF");
	for (glong i = 0; i < units; i++)
		text_format(&t->objects, "%04X", utf16[i]);
	text_puts(&t->objects, ">");
	g_free(utf16);
}

/* /Layout for a picture's place, /Table for what a cell is to the others. */
static void
add_attributes(struct tree *t, const struct node *n)
{
	struct text *to = &t->objects;

	if (n->alt != NULL) {
		text_puts(to, "/Alt");
		add_string(t, n->alt);
		text_format(to, "/A<</O/Layout/Placement/Block/BBox[%d %d %d %d]>>", (int)n->box[0],
		    (int)n->box[1], (int)n->box[2] + 1, (int)n->box[3] + 1);
	}
	if (n->scope == NULL && n->span <= 1)
		return;
	text_puts(to, "/A<</O/Table");
	if (n->scope != NULL)
		text_format(to, "/Scope/%s", n->scope);
	if (n->span > 1)
		text_format(to, "/ColSpan %d", n->span);
	text_puts(to, ">>");
}

/* A mark on the element's own page is a number; on a later page it says which. */
static void
add_kids(struct tree *t, const struct node *n)
{
	text_puts(&t->objects, "/K[");
	for (const struct mark *m = n->marks; m != NULL; m = m->next)
		if (m->page == n->marks->page)
			text_format(&t->objects, "%d ", m->id);
		else
			text_format(&t->objects, "<</Type/MCR/MCID %d/Pg %d 0 R>>", m->id,
			    t->base->pages[m->page]);
	for (const struct node *kid = n->first; kid != NULL; kid = kid->next)
		text_format(&t->objects, "%d 0 R ", kid->id);
	if (n->link != NULL)
		text_format(&t->objects, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>",
		    t->base->links[n->link->number], t->base->pages[n->link->page]);
	text_puts(&t->objects, "]");
}

static void
add_element(struct tree *t, const struct node *n, int parent)
{
	begin_object(t, n->id);
	text_format(&t->objects, "<</S/%s/P %d 0 R", n->type, parent);
	if (n->marks != NULL)
		text_format(&t->objects, "/Pg %d 0 R", t->base->pages[n->marks->page]);
	add_attributes(t, n);
	add_kids(t, n);
	text_puts(&t->objects, ">>\n");
	for (const struct node *kid = n->first; kid != NULL; kid = kid->next)
		add_element(t, kid, n->id);
}

/* From the marks of each page to their elements, and from the links to theirs. */
static void
add_parent_tree(struct tree *t, int id)
{
	const struct flow *f = t->flow;
	int first = t->next;

	begin_object(t, id);
	text_puts(&t->objects, "<</Nums[");
	for (int i = 0; i < f->pages; i++)
		text_format(&t->objects, "%d %d 0 R ", i, first + i);
	for (int i = 0; i < f->nlinks; i++)
		text_format(&t->objects, "%d %d 0 R ", f->pages + i, t->links[i]);
	text_puts(&t->objects, "]>>\n");
	for (int i = 0; i < f->pages; i++) {
		begin_object(t, t->next++);
		text_puts(&t->objects, "[");
		for (int m = 0; m < f->sheets[i].marks; m++)
			text_format(&t->objects, "%d 0 R ", t->owners[i][m]);
		text_puts(&t->objects, "]\n");
	}
}

static void
write_tree(struct tree *t)
{
	const struct flow *f = t->flow;
	int parents;

	t->owners = arena_array(t->arena, (size_t)f->pages, sizeof(int *));
	for (int i = 0; i < f->pages; i++)
		t->owners[i] = arena_array(t->arena, (size_t)f->sheets[i].marks, sizeof(int));
	t->links = arena_array(t->arena, (size_t)f->nlinks, sizeof *t->links);
	number(t, f->root);
	parents = t->next++;
	begin_object(t, t->base->tree);
	text_format(&t->objects,
	    "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>\n",
	    f->root->id, parents, f->pages + f->nlinks);
	add_element(t, f->root, t->base->tree);
	add_parent_tree(t, parents);
}

/* A stream object, compressed; dictionary is what stands in it besides /Length and /Filter. */
static bool
add_stream(struct text *out, int id, const char *dictionary, const void *bytes, size_t n)
{
	uLongf room = compressBound(n);
	unsigned char *packed = arena_take(out->arena, room);

	if (compress(packed, &room, bytes, n) != Z_OK)
		return false;
	text_format(out, "%d 0 obj\n<<%s/Filter/FlateDecode/Length %zu>>\nstream\n", id, dictionary,
	    (size_t)room);
	text_add(out, (const char *)packed, room);
	text_puts(out, "\nendstream\nendobj\n");
	return true;
}

/* One line of the cross-reference: kind, place, index; of 1, 4 and 4 bytes. */
static void
add_entry(struct text *xref, unsigned char kind, size_t place, size_t index)
{
	unsigned char entry[9] = { kind };

	for (int i = 0; i < 4; i++) {
		entry[1 + i] = (unsigned char)(place >> (24 - 8 * i));
		entry[5 + i] = (unsigned char)(index >> (24 - 8 * i));
	}
	text_add(xref, (const char *)entry, sizeof entry);
}

/* The object stream holds the root first, then the new objects in the order of their
 * numbers; behind them come the stream itself and the cross-reference. */
static bool
add_xref(struct tree *t, struct text *out, int stream, size_t stream_at, size_t previous)
{
	const struct base *b = t->base;
	struct text xref = { .arena = t->arena };
	size_t at = b->file.n + out->len;
	char *dictionary = arena_format(t->arena,
	    "/Type/XRef/W[1 4 4]/Index[%d 1 %d %d]/Size %d/Prev %zu/Root %d 0 R/Info %d 0 R/ID%s",
	    b->tree, b->size, stream + 2 - b->size, stream + 2, previous, b->root, b->info, b->id);

	add_entry(&xref, 2, (size_t)stream, 0);
	for (int i = 1; i < t->n; i++)
		add_entry(&xref, 2, (size_t)stream, (size_t)i);
	add_entry(&xref, 1, stream_at, 0);
	add_entry(&xref, 1, at, 0);
	if (!add_stream(out, stream + 1, dictionary, xref.at, xref.len))
		return false;
	text_format(out, "startxref\n%zu\n%%%%EOF\n", at);
	return true;
}

/* Where the cross-reference is that the file has so far; it says so at its end. */
static bool
find_xref(struct bytes file, size_t *at)
{
	static const char word[] = "startxref\n";
	const unsigned char *end = file.at + file.n, *p = end - 64;

	if (file.n < 64)
		return false;
	p = memmem(p, (size_t)(end - p), word, sizeof word - 1);
	return p != NULL && sscanf((const char *)p + sizeof word - 1, "%zu", at) == 1;
}

bool
append_tree(struct arena *a, const struct flow *f, const struct base *b, struct spool *out)
{
	struct tree t = { .arena = a,
		.flow = f,
		.base = b,
		.next = b->size,
		.objects = { .arena = a },
		.index = { .arena = a } };
	struct text added = { .arena = a };
	size_t previous, first;
	char *dictionary;
	int stream;

	if (!find_xref(b->file, &previous))
		return false;
	write_tree(&t);
	stream = t.next;
	first = t.index.len;
	dictionary = arena_format(a, "/Type/ObjStm/N %d/First %zu", t.n, first);
	text_add(&t.index, t.objects.at, t.objects.len);
	if (!add_stream(&added, stream, dictionary, t.index.at, t.index.len) ||
	    !add_xref(&t, &added, stream, b->file.n, previous))
		return false;
	return spool_add(out, added.at, added.len);
}
