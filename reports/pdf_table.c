/* SPDX-License-Identifier: MPL-2.0
 *
 * Tables on paper.  The heading row stands at the top of each page that the table goes on
 * to; a row is kept whole unless it is higher than a page, and then goes on cell by cell.
 */
#include "pdf.h"

#define PAD_X 5.0
#define PAD_Y 3.5
#define GROUP_SPACE 7.0
#define NOTE_INDENT 16.0

struct grid {
	const struct table *table;
	double *x, *width; /* of each column's text */
	PangoLayout **heading;
	double heading_height;
	struct node *node;
	PangoLayout **cell; /* of the row that is being set */
	struct node **cell_node;
	int *line;          /* how far each cell of it has got */
	struct note *notes; /* of all rows */
};

static void
measure_columns(struct grid *g)
{
	const struct table *t = g->table;
	double x = MARGIN;
	unsigned all = 0;

	for (size_t i = 0; i < t->columns; i++)
		all += t->shown[i].width;
	for (size_t i = 0; i < t->columns; i++) {
		double width = BODY_WIDTH * t->shown[i].width / (all == 0 ? 1 : all);

		g->x[i] = x + PAD_X;
		g->width[i] = MAX(width - 2 * PAD_X, 8);
		x += width;
	}
}

/* All notes of the table, set. */
static struct note *
set_notes(struct flow *f, const struct table *t)
{
	struct note *notes = arena_array(f->arena, t->nnotes, sizeof *notes);

	for (size_t i = 0; i < t->nnotes; i++)
		notes[i] = note_set(f, NOTE_INDENT, t->notes[i].label, t->notes[i].text);
	return notes;
}

static struct grid *
grid_make(struct flow *f, const struct table *t)
{
	struct grid *g = arena_take(f->arena, sizeof *g);

	g->table = t;
	g->x = arena_array(f->arena, t->columns, sizeof *g->x);
	g->width = arena_array(f->arena, t->columns, sizeof *g->width);
	g->heading = arena_array(f->arena, t->columns, sizeof(PangoLayout *));
	g->cell = arena_array(f->arena, t->columns, sizeof(PangoLayout *));
	g->cell_node = arena_array(f->arena, t->columns, sizeof(struct node *));
	g->line = arena_array(f->arena, t->columns, sizeof *g->line);
	g->notes = set_notes(f, t);
	measure_columns(g);
	for (size_t i = 0; i < t->columns; i++) {
		g->heading[i] =
		    set_cell(f->setter, STYLE_CELL_STRONG, g->width[i], t->shown[i].heading);
		g->heading_height = MAX(g->heading_height, set_height(g->heading[i]));
	}
	g->heading_height += 2 * PAD_Y + 1;
	return g;
}

/* The heading row; with a node it is the table's, without a repetition of it. */
static void
head(struct flow *f, const struct grid *g, struct node *row)
{
	double foot = f->y + g->heading_height;

	flow_box(f, MARGIN, f->y, BODY_WIDTH, g->heading_height, INK_FILL);
	for (size_t i = 0; i < g->table->columns; i++) {
		struct node *n = NULL;

		if (row != NULL) {
			n = node_add(f->arena, row, "TH");
			n->scope = "Column";
		}
		flow_lines(f, g->heading[i], 0, pango_layout_get_line_count(g->heading[i]), g->x[i],
		    foot - PAD_Y - set_height(g->heading[i]), INK_STRONG, n);
	}
	flow_box(f, MARGIN, foot - 0.8, BODY_WIDTH, 0.8, INK_BAR);
	f->y = foot;
}

static void
repeat_head(struct flow *f, void *grid)
{
	head(f, grid, NULL);
	f->y += 2; /* what goes on below is no first row */
}

static double
set_row(struct flow *f, struct grid *g, size_t row)
{
	const struct table *t = g->table;
	double height = 0;

	for (size_t i = 0; i < t->columns; i++) {
		g->cell[i] = set_cell(f->setter, STYLE_CELL, g->width[i],
		    cell_text(f->arena, t, row, t->shown[i].column));
		g->line[i] = 0;
		height = MAX(height, set_height(g->cell[i]));
	}
	return height + 2 * PAD_Y;
}

/* As much of each cell as fits; answers whether something is left for the next page. */
static bool
row_on_page(struct flow *f, struct grid *g)
{
	double height = 0, takes;
	bool rest = false;

	for (size_t i = 0; i < g->table->columns; i++) {
		int n = lines_that_fit(g->cell[i], g->line[i], flow_left(f) - 2 * PAD_Y, &takes);

		flow_lines(f, g->cell[i], g->line[i], g->line[i] + n, g->x[i], f->y + PAD_Y,
		    INK_TEXT, g->cell_node[i]);
		g->line[i] += n;
		height = MAX(height, takes);
		rest = rest || g->line[i] < pango_layout_get_line_count(g->cell[i]);
	}
	f->y += height + 2 * PAD_Y;
	return rest;
}

static void
place_row(struct flow *f, struct grid *g)
{
	struct node *row = node_add(f->arena, g->node, "TR");

	for (size_t i = 0; i < g->table->columns; i++)
		g->cell_node[i] = node_add(f->arena, row, "TD");
	while (row_on_page(f, g))
		flow_page(f);
}

static struct node *
wide_cell(struct flow *f, struct grid *g, const char *type)
{
	struct node *n = node_add(f->arena, node_add(f->arena, g->node, "TR"), type);

	n->span = (int)g->table->columns;
	return n;
}

static void
place_group(struct flow *f, struct grid *g, PangoLayout *set, const char *name)
{
	struct node *n = wide_cell(f, g, "TH");

	n->scope = "Row";
	f->y += GROUP_SPACE;
	flow_bookmark(f, 2, name);
	flow_text(f, set, MARGIN + PAD_X, INK_STRONG, n);
	f->y += 3;
}

/* Room for a row, for the group's heading above it and the beginning of a note below it. */
static double
least(const struct grid *g, size_t row, size_t note, double row_height, PangoLayout *group)
{
	const struct table *t = g->table;
	double height = row_height;

	if (group != NULL)
		height += set_height(group) + GROUP_SPACE + 3;
	if (note < t->nnotes && t->notes[note].row == row)
		height += note_least(&g->notes[note]);
	return height;
}

static void
place_rows(struct flow *f, struct grid *g)
{
	const struct table *t = g->table;
	size_t note = 0;

	for (size_t i = 0; i < t->n; i++) {
		PangoLayout *group = NULL;
		double height = set_row(f, g, i), whole = BODY_BOTTOM - f->top - g->heading_height;

		while (note < t->nnotes && t->notes[note].row < i)
			note++;
		if (cell_group_begins(t, i))
			group = set_cell(
			    f->setter, STYLE_GROUP, BODY_WIDTH - 2 * PAD_X, cell_group(t, i));
		height = least(g, i, note, height, group);
		flow_need(f, height > whole ? 90 : height);
		if (group != NULL)
			place_group(f, g, group, cell_group(t, i));
		flow_box(f, MARGIN, f->y, BODY_WIDTH, 0.4, INK_RULE);
		place_row(f, g);
		for (; note < t->nnotes && t->notes[note].row == i; note++)
			flow_note(f, wide_cell(f, g, "TD"), &g->notes[note]);
	}
	flow_box(f, MARGIN, f->y, BODY_WIDTH, 0.8, INK_BAR);
}

static void
place_caption(struct flow *f, const char *caption, double with)
{
	PangoLayout *set = set_text(f->setter, STYLE_HEADING, BODY_WIDTH, caption);

	f->y += 16;
	flow_need(f, set_height(set) + 6 + with);
	flow_bookmark(f, 1, caption);
	flow_text(f, set, MARGIN, INK_STRONG, node_add(f->arena, f->document, "H2"));
	f->y += 6;
}

void
flow_table(struct flow *f, const struct table *t)
{
	struct grid *g = grid_make(f, t);

	place_caption(f, t->caption, g->heading_height + 60);
	if (t->n == 0) {
		flow_text(f, set_text(f->setter, STYLE_TEXT, BODY_WIDTH, t->empty), MARGIN,
		    INK_TEXT, node_add(f->arena, f->document, "P"));
		return;
	}
	g->node = node_add(f->arena, f->document, "Table");
	head(f, g, node_add(f->arena, g->node, "TR"));
	f->on_page = repeat_head;
	f->on_page_of = g;
	place_rows(f, g);
	f->on_page = NULL;
}
