/* SPDX-License-Identifier: MPL-2.0
 *
 * A report on paper: the PDF that an authority gets.
 */
#include "pdf.h"

#define FACT_LABEL 150.0

void
flow_title(struct flow *f, const char *title, const char *subtitle)
{
	double width = BODY_WIDTH;

	flow_text(f, set_text(f->setter, STYLE_TITLE, width, title), MARGIN, INK_STRONG,
	    node_add(f->arena, f->document, "H1"));
	f->y += 2;
	if (subtitle != NULL)
		flow_text(f, set_text(f->setter, STYLE_SUBTITLE, width, subtitle), MARGIN, INK_SOFT,
		    node_add(f->arena, f->document, "P"));
	f->y += 12;
}

static void
flow_fact(struct flow *f, const struct fact *fact, struct node *table)
{
	PangoLayout *label = set_text(f->setter, STYLE_STRONG, FACT_LABEL - 10, fact->label);
	double width = BODY_WIDTH - FACT_LABEL, height = set_height(label), start;
	PangoLayout *value = set_text(f->setter, STYLE_TEXT, width, fact->value);
	struct node *row = node_add(f->arena, table, "TR"), *th = node_add(f->arena, row, "TH");
	int page;

	th->scope = "Row";
	flow_need(f, MAX(height, MIN(set_height(value), 100)));
	start = f->y;
	page = f->pages;
	flow_lines(f, label, 0, pango_layout_get_line_count(label), MARGIN, f->y, INK_STRONG, th);
	flow_text(f, value, MARGIN + FACT_LABEL, INK_TEXT, node_add(f->arena, row, "TD"));
	if (f->pages == page)
		f->y = MAX(f->y, start + height);
	f->y += 2;
}

void
flow_facts(struct flow *f, const struct fact *facts, size_t n)
{
	struct node *table;

	if (n == 0)
		return;
	table = node_add(f->arena, f->document, "Table");
	for (size_t i = 0; i < n; i++)
		flow_fact(f, &facts[i], table);
}

static void
flow_heading(struct flow *f, enum style style, const char *type, const char *text, double with)
{
	PangoLayout *set = set_text(f->setter, style, BODY_WIDTH, text);

	f->y += style == STYLE_HEADING ? 16 : 8;
	flow_need(f, set_height(set) + 4 + with);
	flow_bookmark(f, style == STYLE_HEADING ? 1 : 2, text);
	flow_text(f, set, MARGIN, INK_STRONG, node_add(f->arena, f->document, type));
	f->y += 4;
}

static void
flow_passages(struct flow *f)
{
	const struct report *r = f->report;

	if (r->npassages == 0)
		return;
	if (r->passages_heading != NULL)
		flow_heading(f, STYLE_HEADING, "H2", r->passages_heading, 60);
	for (size_t i = 0; i < r->npassages; i++) {
		const struct passage *p = &r->passages[i];
		struct note note = note_set(f, 0, p->label, p->text);

		if (p->heading != NULL)
			flow_heading(f, STYLE_GROUP, "H3", p->heading, note_least(&note));
		flow_note(f, f->document, &note);
	}
}

static void
flow_note_at_end(struct flow *f)
{
	if (f->report->note == NULL)
		return;
	f->y += 14;
	flow_text(f, set_text(f->setter, STYLE_TEXT, BODY_WIDTH, f->report->note), MARGIN, INK_TEXT,
	    node_add(f->arena, f->document, "P"));
}

/* Lines to be written on, side by side, each above its label. */
static void
flow_signs(struct flow *f)
{
	const struct report *r = f->report;
	const double gap = 24.0, room = 56.0,
	             width = r->nsigns == 0
	    ? 0
	    : (BODY_WIDTH - gap * (double)(r->nsigns - 1)) / (double)r->nsigns;

	if (r->nsigns == 0)
		return;
	flow_need(f, room + 30);
	f->y += room;
	for (size_t i = 0; i < r->nsigns; i++) {
		PangoLayout *label = set_text(f->setter, STYLE_SMALL, width, r->signs[i]);
		double x = MARGIN + (width + gap) * (double)i;

		flow_box(f, x, f->y, width, 0.7, INK_RULE);
		flow_lines(f, label, 0, pango_layout_get_line_count(label), x, f->y + 4, INK_SOFT,
		    node_add(f->arena, f->document, "P"));
	}
	f->y += 20;
}

/* All appendices opened; false, and which in *bad, when one cannot be. */
static bool
open_letters(struct arena *a, const struct report *r, struct letter **letters, size_t *bad)
{
	int numbers = 0;

	for (size_t i = 0; i < r->nappendices; i++) {
		letters[i] = letter_open(a, &r->appendices[i], &numbers);
		if (letters[i] == NULL) {
			*bad = i;
			return false;
		}
	}
	return true;
}

static size_t
index_of(const struct letter *bad, struct letter *const *letters, size_t n)
{
	size_t i = 0;

	while (i < n && letters[i] != bad)
		i++;
	return i;
}

void
flow_report(struct flow *f, const struct report *r)
{
	f->report = r;
	flow_title(f, r->title, r->subtitle);
	flow_facts(f, r->facts, r->nfacts);
	for (size_t i = 0; i < r->ntables; i++)
		flow_table(f, &r->tables[i]);
	flow_passages(f);
	flow_signs(f);
	flow_note_at_end(f);
}

enum report_fault
onto_paper(struct flow *f, struct bytes *out, const struct letter **bad)
{
	struct spool *painted = spool_make(f->arena);
	enum report_fault fault = REPORT_ROOM;

	*bad = NULL;
	if (painted == NULL)
		return REPORT_ROOM;
	if (paint(f, painted, bad) && finish(f->arena, f, painted, out))
		fault = REPORT_FINE;
	else if (*bad != NULL && !letter_lacks_room(*bad))
		fault = REPORT_APPENDIX;
	spool_drop(painted);
	return fault;
}

enum report_fault
pdf_of(struct arena *a, const struct report *r, struct bytes *out, size_t *bad)
{
	struct letter **letters = arena_array(a, r->nappendices, sizeof(struct letter *));
	const struct letter *bad_letter;
	enum report_fault fault;
	struct flow *f;

	if (!open_letters(a, r, letters, bad))
		return REPORT_APPENDIX;
	f = flow_make(a, setter_make(a), r);
	flow_report(f, r);
	for (size_t i = 0; i < r->nappendices; i++)
		flow_appendix(f, &r->appendices[i], letters[i]);
	fault = onto_paper(f, out, &bad_letter);
	if (fault == REPORT_APPENDIX)
		*bad = index_of(bad_letter, letters, r->nappendices);
	return fault;
}
