/* SPDX-License-Identifier: MPL-2.0 */
#include "pdf.h"

#include <string.h>

#define HEAD_TITLE_WIDTH 150.0
#define HEAD_LINES 6

/* Makes room for n things where there is room for *room; what was there stays. */
static void *
widen(struct arena *a, void *at, size_t used, size_t *room, size_t size)
{
	void *wider;

	if (used < *room)
		return at;
	*room = *room == 0 ? 16 : *room * 2;
	wider = arena_array(a, *room, size);
	if (used > 0)
		memcpy(wider, at, used * size);
	return wider;
}

static void
sheet_add(struct flow *f)
{
	size_t room = (size_t)f->room;

	f->sheets = widen(f->arena, f->sheets, (size_t)f->pages, &room, sizeof *f->sheets);
	f->room = (int)room;
	f->sheets[f->pages] = (struct sheet){ .top = f->top, .title = f->title };
	f->pages++;
	f->y = f->top;
}

/* The running head is as high as the doctor's name needs: 200 letters take three lines, and
 * only a name beyond all sense is cut.  The number stands on a line of its own. */
static void
set_head(struct flow *f, const char *title)
{
	const struct report *r = f->whole;
	double width = BODY_WIDTH - HEAD_TITLE_WIDTH - 24, height;

	f->name = set_lines(f->setter, STYLE_SMALL_STRONG, width, HEAD_LINES, r->subject);
	f->cpr = set_text(
	    f->setter, STYLE_SMALL, width, arena_format(f->arena, "CPR-nummer %s", r->subject_cpr));
	f->title = set_lines(f->setter, STYLE_SMALL, HEAD_TITLE_WIDTH, HEAD_LINES, title);
	pango_layout_set_alignment(f->title, PANGO_ALIGN_RIGHT);
	height = MAX(set_height(f->name) + set_height(f->cpr), set_height(f->title));
	f->top = HEAD_TOP + height + 22;
}

struct flow *
flow_make(struct arena *a, struct setter *s, const struct report *r)
{
	struct flow *f = arena_take(a, sizeof *f);

	f->arena = a;
	f->setter = s;
	f->whole = f->report = r;
	f->root = f->document = node_add(a, NULL, "Document");
	set_head(f, r->title);
	sheet_add(f);
	return f;
}

void
flow_part(struct flow *f, const struct report *r, const char *title, int depth)
{
	f->report = r;
	f->depth = depth;
	f->document = node_add(f->arena, f->root, "Part");
	set_head(f, title);
	flow_page(f);
	flow_bookmark(f, 1, title);
	f->depth = depth + 1;
}

void
flow_page(struct flow *f)
{
	sheet_add(f);
	if (f->on_page != NULL)
		f->on_page(f, f->on_page_of);
}

double
flow_left(const struct flow *f)
{
	return BODY_BOTTOM - f->y;
}

void
flow_need(struct flow *f, double height)
{
	if (height > flow_left(f) && f->sheets[f->pages - 1].first != NULL)
		flow_page(f);
}

static void
mark(struct flow *f, struct node *n)
{
	struct mark *m;

	if (n == NULL)
		return;
	m = arena_take(f->arena, sizeof *m);
	m->page = f->pages - 1;
	m->id = f->sheets[m->page].marks++;
	if (n->last_mark == NULL)
		n->marks = m;
	else
		n->last_mark->next = m;
	n->last_mark = m;
}

static struct piece *
add(struct flow *f, enum piece_kind kind, enum ink ink, struct node *n)
{
	struct sheet *s = &f->sheets[f->pages - 1];
	struct piece *p = arena_take(f->arena, sizeof *p);

	p->kind = kind;
	p->ink = ink;
	p->node = n;
	if (s->last == NULL)
		s->first = p;
	else
		s->last->next = p;
	s->last = p;
	return p;
}

void
flow_lines(struct flow *f, PangoLayout *set, int from, int to, double x, double y, enum ink ink,
    struct node *n)
{
	struct piece *p;

	if (to <= from || *pango_layout_get_text(set) == '\0')
		return;
	p = add(f, PIECE_LINES, ink, n);
	for (int line = from; line < to; line++)
		mark(f, n);
	p->set = set;
	p->from = from;
	p->to = to;
	p->x = x;
	p->y = y;
}

void
flow_box(struct flow *f, double x, double y, double width, double height, enum ink ink)
{
	struct piece *p = add(f, PIECE_BOX, ink, NULL);

	p->x = x;
	p->y = y;
	p->width = width;
	p->height = height;
}

void
flow_letter(struct flow *f, struct letter *l, int page, double x, double y, double width,
    double height, struct node *n)
{
	struct piece *p = add(f, PIECE_LETTER, INK_TEXT, n);

	mark(f, n);
	p->letter = l;
	p->letter_page = page;
	p->x = x;
	p->y = y;
	p->width = width;
	p->height = height;
}

void
flow_code(struct flow *f, const struct qr *code, double x, double y, double side, struct node *n)
{
	struct piece *p = add(f, PIECE_CODE, INK_TEXT, n);

	mark(f, n);
	p->code = code;
	p->x = x;
	p->y = y;
	p->width = p->height = side;
}

struct link *
flow_link(struct flow *f, double x, double y, double width, double height, struct node *n,
    const char *words)
{
	struct link *l = arena_take(f->arena, sizeof *l);

	*l = (struct link){ .page = f->pages - 1,
		.to_page = f->pages - 1,
		.x = x,
		.y = y,
		.width = width,
		.height = height,
		.words = words,
		.number = f->nlinks++ };
	if (f->last_link == NULL)
		f->links = l;
	else
		f->last_link->next = l;
	f->last_link = l;
	n->link = l;
	return l;
}

int
lines_that_fit(PangoLayout *set, int from, double height, double *takes)
{
	PangoLayoutIter *at = pango_layout_get_iter(set);
	int begin = 0, top, bottom, n = 0, line = 0;

	*takes = 0;
	do {
		if (line++ < from)
			continue;
		pango_layout_iter_get_line_yrange(at, &top, &bottom);
		if (line == from + 1)
			begin = top;
		if ((double)(bottom - begin) / PANGO_SCALE > height + 0.01)
			break;
		*takes = (double)(bottom - begin) / PANGO_SCALE;
		n++;
	} while (pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
	return n;
}

/* How many of the lines go on this page: all that fit, but neither the first alone at its
 * foot nor the last alone on the next. */
static int
lines_for_page(struct flow *f, PangoLayout *set, int from, double *takes)
{
	int all = pango_layout_get_line_count(set) - from;
	int n = lines_that_fit(set, from, flow_left(f), takes);
	bool fresh = f->y <= f->top + 0.01 || f->sheets[f->pages - 1].first == NULL;

	if (n == all)
		return n;
	if (n == all - 1 && n > 2)
		return lines_that_fit(set, from, *takes - 1, takes);
	if (n < 2 && !fresh)
		return 0;
	return n;
}

void
flow_text(struct flow *f, PangoLayout *set, double x, enum ink ink, struct node *n)
{
	int all = pango_layout_get_line_count(set), from = 0;
	double takes;

	while (from < all) {
		int fit = lines_for_page(f, set, from, &takes);

		flow_lines(f, set, from, from + fit, x, f->y, ink, n);
		f->y += takes;
		from += fit;
		if (from < all)
			flow_page(f);
	}
}

void
flow_bookmark(struct flow *f, int level, const char *title)
{
	f->bookmarks =
	    widen(f->arena, f->bookmarks, f->nbookmarks, &f->bookmark_room, sizeof *f->bookmarks);
	f->bookmarks[f->nbookmarks++] = (struct bookmark){
		.title = shown_text(f->arena, title),
		.page = f->pages - 1,
		.level = f->depth + level,
		.y = f->y,
	};
}
