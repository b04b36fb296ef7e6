/* SPDX-License-Identifier: MPL-2.0
 *
 * Puts what was laid out onto paper.  cairo is asked for nothing but flat marks around each
 * piece that means something; the tree over the marks is made in pdf_finish.c, because cairo
 * 1.16 knows no scope, no alternative words and no piece that goes on over two pages.
 */
#include "pdf.h"

#include <cairo-pdf.h>

static void
dip(cairo_t *c, enum ink ink)
{
	static const double rgb[][3] = {
		[INK_TEXT] = { 0.10, 0.10, 0.10 },
		[INK_SOFT] = { 0.33, 0.33, 0.33 },
		[INK_STRONG] = { 0.04, 0.18, 0.30 },
		[INK_RULE] = { 0.76, 0.79, 0.82 },
		[INK_FILL] = { 0.925, 0.945, 0.965 },
		[INK_BAR] = { 0.33, 0.45, 0.56 },
	};

	cairo_set_source_rgb(c, rgb[ink][0], rgb[ink][1], rgb[ink][2]);
}

/* All marks are called P; what they are is said in the tree. */
static void
mark_begin(cairo_t *c, const struct piece *p)
{
	if (p->node != NULL)
		cairo_tag_begin(c, "P", NULL);
}

static void
mark_end(cairo_t *c, const struct piece *p)
{
	if (p->node != NULL)
		cairo_tag_end(c, "P");
}

/* Each line has a mark of its own: cairo puts the space that a line ends with between marks
 * inside, and poppler (Evince, Okular) reads no further than these. */
static void
paint_lines(cairo_t *c, const struct piece *p)
{
	PangoLayoutIter *at = pango_layout_get_iter(p->set);
	PangoRectangle extents;
	int line = 0, top, begin = 0;

	dip(c, p->ink);
	do {
		if (line < p->from)
			continue;
		pango_layout_iter_get_line_yrange(at, &top, NULL);
		if (line == p->from)
			begin = top;
		pango_layout_iter_get_line_extents(at, NULL, &extents);
		mark_begin(c, p);
		cairo_move_to(c, p->x + (double)extents.x / PANGO_SCALE,
		    p->y + (double)(pango_layout_iter_get_baseline(at) - begin) / PANGO_SCALE);
		pango_cairo_show_layout_line(c, pango_layout_iter_get_line_readonly(at));
		mark_end(c, p);
	} while (++line < p->to && pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
}

static void
paint_box(cairo_t *c, const struct piece *p)
{
	dip(c, p->ink);
	cairo_rectangle(c, p->x, p->y, p->width, p->height);
	cairo_fill(c);
}

static bool
paint_letter(cairo_t *c, const struct piece *p)
{
	double width, height;
	bool drawn;

	letter_size(p->letter, p->letter_page, &width, &height);
	cairo_save(c);
	cairo_translate(c, p->x, p->y);
	cairo_rectangle(c, 0, 0, p->width, p->height);
	cairo_clip(c);
	drawn = letter_draw(p->letter, p->letter_page, c, p->width / width);
	cairo_restore(c);
	return drawn && cairo_status(c) == CAIRO_STATUS_SUCCESS;
}

/* On white, so that a telephone reads it from any paper; runs overlap by a hair, so that none shows
 * between them. */
static void
paint_code(cairo_t *c, const struct piece *p)
{
	const struct qr *q = p->code;
	double module = p->width / q->size;

	cairo_set_source_rgb(c, 0, 0, 0);
	for (size_t i = 0; i < q->n; i++)
		cairo_rectangle(c, p->x + q->runs[i].x * module, p->y + q->runs[i].y * module,
		    q->runs[i].n * module, module * 1.02);
	cairo_fill(c);
}

/* A hair around a letter shows where its paper ends; outside the mark, for it is ours. */
static void
paint_edge(cairo_t *c, const struct piece *p)
{
	dip(c, INK_RULE);
	cairo_set_line_width(c, 0.5);
	cairo_rectangle(c, p->x - 0.25, p->y - 0.25, p->width + 0.5, p->height + 0.5);
	cairo_stroke(c);
}

static bool
paint_piece(cairo_t *c, const struct piece *p)
{
	bool fine;

	switch (p->kind) {
	case PIECE_LINES:
		paint_lines(c, p);
		return true;
	case PIECE_BOX:
		paint_box(c, p);
		return true;
	case PIECE_CODE:
		mark_begin(c, p);
		paint_code(c, p);
		mark_end(c, p);
		return true;
	case PIECE_LETTER:
		mark_begin(c, p);
		fine = paint_letter(c, p);
		mark_end(c, p);
		if (fine)
			paint_edge(c, p);
		return fine;
	}
	return true;
}

static void
paint_text(cairo_t *c, PangoLayout *set, double x, double y, enum ink ink)
{
	struct piece p = { .set = set, .x = x, .y = y, .ink = ink };

	p.to = pango_layout_get_line_count(set);
	paint_lines(c, &p);
}

static void
paint_rule(cairo_t *c, double y)
{
	struct piece p = { .x = MARGIN, .y = y, .width = BODY_WIDTH, .height = 0.6 };

	p.ink = INK_BAR;
	paint_box(c, &p);
}

static void
paint_head_and_foot(cairo_t *c, const struct flow *f, PangoLayout *printed, int page)
{
	double y = PAPER_HEIGHT - FOOT_HEIGHT;
	char *number = arena_format(f->arena, "Side %d af %d", page + 1, f->pages);
	PangoLayout *side = set_text(f->setter, STYLE_SMALL, 200, number);

	paint_text(c, f->name, MARGIN, HEAD_TOP, INK_STRONG);
	paint_text(c, f->cpr, MARGIN, HEAD_TOP + set_height(f->name), INK_TEXT);
	paint_text(c, f->sheets[page].title, PAPER_WIDTH - MARGIN - 150, HEAD_TOP, INK_SOFT);
	paint_rule(c, f->sheets[page].top - 16);
	paint_rule(c, y);
	paint_text(c, printed, MARGIN, y + 6, INK_SOFT);
	paint_text(c, side, PAPER_WIDTH - MARGIN - set_width(side), y + 6, INK_SOFT);
}

static void
set_metadata(cairo_surface_t *s, const struct flow *f)
{
	const struct report *r = f->whole;
	struct arena *a = f->arena;
	char *title = arena_format(a, "%s – %s", r->title, r->subject);

	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, shown_text(a, title));
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR, "Logbog");
	cairo_pdf_surface_set_metadata(
	    s, CAIRO_PDF_METADATA_CREATE_DATE, moment_iso(a, r->printed));
	if (r->reference != NULL)
		cairo_pdf_surface_set_metadata(
		    s, CAIRO_PDF_METADATA_KEYWORDS, arena_format(a, "Reference %s", r->reference));
}

static void
set_bookmarks(cairo_surface_t *s, const struct flow *f)
{
	int above[BOOKMARK_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

	for (size_t i = 0; i < f->nbookmarks; i++) {
		const struct bookmark *b = &f->bookmarks[i];
		char *where = arena_format(
		    f->arena, "page=%d pos=[%d %d]", b->page + 1, (int)MARGIN, (int)b->y);
		int id = cairo_pdf_surface_add_outline(s, above[b->level - 1], b->title, where,
		    b->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

		for (int level = b->level; level <= BOOKMARK_LEVELS; level++)
			above[level] = id;
	}
}

static const struct letter *
paint_pages(cairo_t *c, const struct flow *f)
{
	char *when = arena_format(
	    f->arena, "Udskrevet %s fra Logbog", moment_text(f->arena, f->whole->printed));
	PangoLayout *printed = set_text(f->setter, STYLE_SMALL, 300, when);

	for (int i = 0; i < f->pages; i++) {
		paint_head_and_foot(c, f, printed, i);
		for (const struct piece *p = f->sheets[i].first; p != NULL; p = p->next)
			if (!paint_piece(c, p))
				return p->letter;
		cairo_show_page(c);
	}
	return NULL;
}

static cairo_status_t
collect(void *spool, const unsigned char *bytes, unsigned n)
{
	return spool_add(spool, bytes, n) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

bool
paint(struct flow *f, struct spool *out, const struct letter **bad)
{
	cairo_surface_t *s;
	cairo_t *c;
	bool fine;

	s = cairo_pdf_surface_create_for_stream(collect, out, PAPER_WIDTH, PAPER_HEIGHT);
	set_metadata(s, f);
	c = cairo_create(s);
	*bad = paint_pages(c, f);
	set_bookmarks(s, f);
	fine = cairo_status(c) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(c);
	cairo_surface_finish(s);
	fine = fine && *bad == NULL && cairo_surface_status(s) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(s);
	return fine;
}
