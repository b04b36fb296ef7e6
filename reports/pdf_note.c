/* SPDX-License-Identifier: MPL-2.0
 *
 * A label and a text that belong together, of any length, behind a bar at the left; and
 * the appended letters.
 */
#include "pdf.h"

#define BAR 2.0
#define GAP 8.0   /* from the bar to the text */
#define SPACE 3.0 /* above and below */

enum { TITLE_MOST = 300 };

struct note
note_set(struct flow *f, double indent, const char *label, const char *text)
{
	double width = BODY_WIDTH - indent - GAP - 5;
	struct note n = { .indent = indent };

	if (label != NULL)
		n.label = set_text(f->setter, STYLE_CELL_STRONG, width, label);
	n.text = set_text(f->setter, STYLE_CELL, width, text);
	return n;
}

double
note_least(const struct note *n)
{
	double height = 2 * SPACE, takes;

	if (n->label != NULL)
		height += set_height(n->label);
	lines_that_fit(n->text, 0, 36, &takes);
	return height + takes;
}

/* Text with the bar beside it, on as many pages as it takes. */
static void
barred(struct flow *f, PangoLayout *set, double indent, struct node *n)
{
	int from = 0, all = pango_layout_get_line_count(set);
	double takes;

	while (from < all) {
		int fit = lines_that_fit(set, from, flow_left(f), &takes);

		if (fit > 0) {
			flow_box(f, MARGIN + indent, f->y, BAR, takes, INK_BAR);
			flow_lines(
			    f, set, from, from + fit, MARGIN + indent + GAP, f->y, INK_TEXT, n);
		}
		f->y += takes;
		from += fit;
		if (from < all)
			flow_page(f);
	}
}

void
flow_note(struct flow *f, struct node *parent, const struct note *n)
{
	flow_need(f, note_least(n));
	f->y += SPACE;
	if (n->label != NULL)
		barred(f, n->label, n->indent, node_add(f->arena, parent, "P"));
	barred(f, n->text, n->indent, node_add(f->arena, parent, "P"));
	f->y += SPACE;
}

/* The line above each page: which letter, which of its pages, and how to know it again. */
static void
cover_line(struct flow *f, const struct appendix *a, int page, int pages)
{
	/* However long a title is, the letter must find room below it. */
	const char *short_title = utf8_clip(f->arena, a->title, TITLE_MOST);
	char *title = arena_format(f->arena, "%s, side %d af %d", short_title, page + 1, pages);
	char *sum = arena_format(f->arena, "SHA-256 %s", a->sha256);

	flow_text(f, set_text(f->setter, STYLE_GROUP, BODY_WIDTH, title), MARGIN, INK_STRONG,
	    node_add(f->arena, f->document, page == 0 ? "H2" : "P"));
	flow_text(f, set_text(f->setter, STYLE_SMALL, BODY_WIDTH, sum), MARGIN, INK_SOFT,
	    node_add(f->arena, f->document, "P"));
	f->y += 6;
}

static void
letter_page(struct flow *f, const struct appendix *a, struct letter *l, int page)
{
	struct node *figure;
	double width, height, scale;

	letter_size(l, page, &width, &height);
	scale = MIN(BODY_WIDTH / width, flow_left(f) / height);
	scale = MIN(scale, 1);
	width *= scale;
	height *= scale;
	figure = node_add(f->arena, f->document, "Figure");
	figure->alt = arena_format(f->arena, "%s, side %d af %d, gengivet som den er vedhæftet",
	    shown_text(f->arena, a->title), page + 1, letter_pages(l));
	figure->box[0] = MARGIN + (BODY_WIDTH - width) / 2;
	figure->box[1] = PAPER_HEIGHT - f->y - height;
	figure->box[2] = figure->box[0] + width;
	figure->box[3] = PAPER_HEIGHT - f->y;
	flow_letter(f, l, page, figure->box[0], f->y, width, height, figure);
	f->y += height;
}

void
flow_appendix(struct flow *f, const struct appendix *a, struct letter *l)
{
	for (int page = 0; page < letter_pages(l); page++) {
		flow_page(f);
		if (page == 0)
			flow_bookmark(f, 1, a->title);
		cover_line(f, a, page, letter_pages(l));
		letter_page(f, a, l, page);
	}
}
