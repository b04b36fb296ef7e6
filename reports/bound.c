/* SPDX-License-Identifier: MPL-2.0
 *
 * The contents stand before what they name, so their lines are set first, with room for the numbers, and
 * the numbers are filled in when all the rest has its page.
 */
#include "bound.h"

#include "pdf.h"

#define CODE_SIDE 96.0
#define NUMBER_WIDTH 40.0
#define INDENT 16.0

/* A line of the contents. */
struct entry {
	const char *title;
	PangoLayout *number;
	struct link *link;
};

struct binding {
	struct arena *arena;
	const struct bound *bound;
	struct flow *flow;
	struct letter ***letters; /* part by part */
	struct entry *entries;    /* each part, then its appendices */
};

/* --- the cover ---------------------------------------------------------------------------- */

static void
cover_code(struct flow *f, const char *address)
{
	struct qr *code = arena_take(f->arena, sizeof *code);
	const char *words = arena_format(f->arena,
	    "Om dette dokument er ægte og uændret, kan enhver se på denne adresse, uden at logge "
	    "ind:\n%s",
	    address);
	double x = MARGIN + CODE_SIDE + 16, y, width = BODY_WIDTH - CODE_SIDE - 16;
	struct node *figure;

	*code = qr_of(f->arena, address);
	f->y += 24;
	flow_need(f, CODE_SIDE);
	y = f->y;
	if (code->size > 0) {
		figure = node_add(f->arena, f->document, "Figure");
		figure->alt = arena_format(f->arena, "QR-kode med adressen %s", address);
		figure->box[0] = MARGIN;
		figure->box[1] = PAPER_HEIGHT - y - CODE_SIDE;
		figure->box[2] = MARGIN + CODE_SIDE;
		figure->box[3] = PAPER_HEIGHT - y;
		flow_code(f, code, MARGIN, y, CODE_SIDE, figure);
	}
	f->y += 10;
	flow_text(f, set_text(f->setter, STYLE_TEXT, width, words), x, INK_TEXT,
	    node_add(f->arena, f->document, "P"));
	f->y = MAX(f->y, y + CODE_SIDE);
}

static void
lay_cover(struct flow *f, const struct bound *b)
{
	f->y += 60;
	flow_title(f, b->cover->title, b->cover->subtitle);
	f->y += 8;
	flow_facts(f, b->cover->facts, b->cover->nfacts);
	if (b->address != NULL)
		cover_code(f, b->address);
	if (b->cover->note == NULL)
		return;
	f->y += 18;
	flow_text(f, set_text(f->setter, STYLE_TEXT, BODY_WIDTH, b->cover->note), MARGIN, INK_TEXT,
	    node_add(f->arena, f->document, "P"));
}

/* --- the contents -------------------------------------------------------------------------- */

static void
lay_entry(struct flow *f, struct entry *e, enum style style, double indent, struct node *list)
{
	double width = BODY_WIDTH - NUMBER_WIDTH - indent, height;
	PangoLayout *title = set_text(f->setter, style, width, e->title);
	struct node *link = node_add(f->arena, node_add(f->arena, list, "TOCI"), "Link");

	height = set_height(title);
	e->number = set_text(f->setter, style, NUMBER_WIDTH, "0");
	pango_layout_set_alignment(e->number, PANGO_ALIGN_RIGHT);
	flow_need(f, height + 3);
	e->link = flow_link(f, MARGIN + indent, f->y, BODY_WIDTH - indent, height, link,
	    shown_text(f->arena, e->title));
	flow_lines(
	    f, title, 0, pango_layout_get_line_count(title), MARGIN + indent, f->y, INK_TEXT, link);
	flow_lines(f, e->number, 0, 1, PAPER_WIDTH - MARGIN - NUMBER_WIDTH, f->y, INK_TEXT, link);
	f->y += height + 3;
}

static void
lay_contents(struct binding *b)
{
	struct flow *f = b->flow;
	struct entry *e = b->entries;
	struct node *list;

	flow_page(f);
	flow_bookmark(f, 1, "Indhold");
	flow_text(f, set_text(f->setter, STYLE_HEADING, BODY_WIDTH, "Indhold"), MARGIN, INK_STRONG,
	    node_add(f->arena, f->document, "H2"));
	f->y += 8;
	list = node_add(f->arena, f->document, "TOC");
	for (size_t i = 0; i < b->bound->n; i++) {
		const struct part *p = &b->bound->parts[i];

		f->y += p->below ? 0 : 5;
		e->title = p->title;
		lay_entry(
		    f, e++, p->below ? STYLE_TEXT : STYLE_STRONG, p->below ? INDENT : 0, list);
		for (size_t k = 0; k < p->report->nappendices; k++) {
			e->title = p->report->appendices[k].title;
			lay_entry(f, e++, STYLE_TEXT, p->below ? 2 * INDENT : INDENT, list);
		}
	}
}

/* What it names begins at the head of that page. */
static void
begins_on(struct flow *f, struct entry *e, int page)
{
	e->link->to_page = page;
	e->link->to_y = f->sheets[page].top - 8;
	pango_layout_set_text(e->number, arena_format(f->arena, "%d", page + 1), -1);
}

/* --- the parts ---------------------------------------------------------------------------- */

static void
lay_parts(struct binding *b)
{
	struct flow *f = b->flow;
	struct entry *e = b->entries;

	for (size_t i = 0; i < b->bound->n; i++) {
		const struct part *p = &b->bound->parts[i];

		flow_part(f, p->report, p->title, p->below ? 1 : 0);
		begins_on(f, e++, f->pages - 1);
		flow_report(f, p->report);
		for (size_t k = 0; k < p->report->nappendices; k++) {
			int page = f->pages;

			flow_appendix(f, &p->report->appendices[k], b->letters[i][k]);
			begins_on(f, e++, page);
		}
	}
}

static bool
open_all(struct binding *b, const struct appendix **bad)
{
	int numbers = 0;

	b->letters = arena_array(b->arena, b->bound->n, sizeof *b->letters);
	for (size_t i = 0; i < b->bound->n; i++) {
		const struct report *r = b->bound->parts[i].report;

		b->letters[i] = arena_array(b->arena, r->nappendices, sizeof(struct letter *));
		for (size_t k = 0; k < r->nappendices; k++) {
			*bad = &r->appendices[k];
			b->letters[i][k] = letter_open(b->arena, *bad, &numbers);
			if (b->letters[i][k] == NULL)
				return false;
		}
	}
	*bad = NULL;
	return true;
}

static const struct appendix *
appendix_of(const struct binding *b, const struct letter *bad)
{
	for (size_t i = 0; i < b->bound->n; i++)
		for (size_t k = 0; k < b->bound->parts[i].report->nappendices; k++)
			if (b->letters[i][k] == bad)
				return &b->bound->parts[i].report->appendices[k];
	return NULL;
}

enum report_fault
bound_of(struct arena *a, const struct bound *bound, struct bytes *out, const struct appendix **bad)
{
	struct binding b = { .arena = a, .bound = bound };
	const struct letter *bad_letter;
	enum report_fault fault;
	size_t lines = bound->n;

	if (!open_all(&b, bad))
		return REPORT_APPENDIX;
	for (size_t i = 0; i < bound->n; i++)
		lines += bound->parts[i].report->nappendices;
	b.entries = arena_array(a, lines, sizeof *b.entries);
	b.flow = flow_make(a, setter_make(a), bound->cover);
	lay_cover(b.flow, bound);
	lay_contents(&b);
	lay_parts(&b);
	fault = onto_paper(b.flow, out, &bad_letter);
	if (fault == REPORT_APPENDIX)
		*bad = appendix_of(&b, bad_letter);
	return fault;
}
