/* SPDX-License-Identifier: MPL-2.0
 *
 * What the parts of the PDF renderer share.  A report is first laid out: pieces of set text,
 * lines and boxes, each on its page, and beside them the tree that says what they are
 * (headings, tables, cells).  Only then is it painted, when the number of pages is known.
 *
 * Lengths are points (1/72 inch), y grows downwards, pages count from 0.
 */
#ifndef PDF_H
#define PDF_H

#include <pango/pangocairo.h>

#include "cell.h"
#include "letter.h"
#include "qr.h"
#include "report.h"
#include "spool.h"

/* A4 and what is kept free of it. */
#define PAPER_WIDTH 595.276
#define PAPER_HEIGHT 841.890
#define MARGIN 48.0
#define HEAD_TOP 30.0
#define FOOT_HEIGHT 46.0
#define BODY_WIDTH (PAPER_WIDTH - 2 * MARGIN)
#define BODY_BOTTOM (PAPER_HEIGHT - FOOT_HEIGHT - 8.0)

/* --- setting text: pdf_set.c ------------------------------------------------------------ */

enum style {
	STYLE_TITLE,
	STYLE_SUBTITLE,
	STYLE_HEADING,
	STYLE_GROUP,
	STYLE_TEXT,
	STYLE_STRONG,
	STYLE_CELL,
	STYLE_CELL_STRONG,
	STYLE_SMALL,
	STYLE_SMALL_STRONG,
	STYLES
};

/* The texts that one report uses; they are let go when its arena is. */
struct setter {
	struct arena *arena;
	GPtrArray *used;
};

struct setter *setter_make(struct arena *);

/* Text broken into lines of that width.  Borrowed until the arena's reset.  Whatever order
 * of writing the text asks for, it begins at the left and cannot turn what stands around. */
PangoLayout *set_text(struct setter *, enum style, double width, const char *);

/* The same in so many lines at most, the last ending in dots if the text had more: for what
 * stands on each page and must leave room for the rest. */
PangoLayout *set_lines(struct setter *, enum style, double width, int lines, const char *);

/* The same as set_text, but kept shaped for reports to come: for cells, which say the same words from
 * row to row and from doctor to doctor (a curriculum's).  The store is bounded. */
PangoLayout *set_cell(struct setter *, enum style, double width, const char *);

/* What the longest line of it takes, and all lines together. */
double set_width(PangoLayout *);
double set_height(PangoLayout *);

/* --- the tree of meaning: pdf_tree.c ---------------------------------------------------- */

/* A stretch of a page's content that belongs to a node: a line of text, or a letter's page. */
struct mark {
	struct mark *next;
	int page, id; /* marked-content identifier, counted on each page from 0 */
};

/* A structure element of the PDF. */
struct node {
	const char *type;  /* "H1", "TR", … of ISO 32000-1, 14.8.4 */
	const char *scope; /* of a TH: "Row" or "Column"; else NULL */
	const char *alt;   /* words for a picture; else NULL */
	int span;          /* columns that a cell takes */
	double box[4];     /* of a picture: left, bottom, right, top in PDF's own axes */
	struct node *parent, *first, *last, *next;
	struct mark *marks, *last_mark;
	const struct link *link; /* that is followed from it; NULL for none */
	int id;                  /* its object's number in the file */
};

struct node *node_add(struct arena *, struct node *parent, const char *type);

/* --- what is laid out: pdf_flow.c ------------------------------------------------------- */

enum ink { INK_TEXT, INK_SOFT, INK_STRONG, INK_RULE, INK_FILL, INK_BAR };

enum piece_kind { PIECE_LINES, PIECE_BOX, PIECE_LETTER, PIECE_CODE };

/* Something on a page.  Without a node it is decoration: readers that speak skip it. */
struct piece {
	struct piece *next;
	enum piece_kind kind;
	enum ink ink;
	double x, y, width, height; /* of a box, a letter or a code; of lines x and y alone */
	PangoLayout *set;
	int from, to; /* lines of set: from, and up to but not to */
	struct node *node;
	struct letter *letter;
	int letter_page;
	const struct qr *code;
};

struct sheet {
	struct piece *first, *last;
	int marks;
	double top;         /* where its body begins */
	PangoLayout *title; /* of its running head */
};

/* A place that is followed to another within the file. */
struct link {
	struct link *next;
	int page, to_page;
	double x, y, width, height, to_y;
	const char *words; /* where it leads, for who does not see it */
	int number;        /* counted through the file, from 0 */
};

enum { BOOKMARK_LEVELS = 4 };

/* A bookmark: at which height of which page, under which other. */
struct bookmark {
	const char *title;
	int page, level;
	double y;
};

struct flow {
	struct arena *arena;
	struct setter *setter;
	const struct report *whole;  /* whose title, doctor and moment stand on each page */
	const struct report *report; /* what is being laid out: the whole, or a part of it */
	struct sheet *sheets;
	int pages, room;                 /* sheets in use; sheets that there is room for */
	double top, y;                   /* where the body begins; where the next piece goes */
	PangoLayout *name, *cpr, *title; /* of the running head */
	struct node *root, *document;    /* of the file; what comes next belongs below document */
	struct link *links, *last_link;
	int nlinks;
	int depth; /* under which level bookmarks stand: 0 */
	struct bookmark *bookmarks;
	size_t nbookmarks, bookmark_room;
	/* Called at the head of each new page while a table runs; may be NULL. */
	void (*on_page)(struct flow *, void *);
	void *on_page_of;
};

struct flow *flow_make(struct arena *, struct setter *, const struct report *);

/* A new page, with a head that bears this title: a part of the whole, so deep under others. */
void flow_part(struct flow *, const struct report *, const char *title, int depth);
/* A title, facts, tables, passages, lines to sign, a note: all of the report but its appendices. */
void flow_report(struct flow *, const struct report *);
void flow_title(struct flow *, const char *title, const char *subtitle);
void flow_facts(struct flow *, const struct fact *, size_t n);

/* Begins a page; a running table repeats its heading row on it. */
void flow_page(struct flow *);
/* Begins a page unless so much is left on this one. */
void flow_need(struct flow *, double height);
double flow_left(const struct flow *);

/* Adds lines of a set text to the present page at x, y, under the node (or as decoration). */
void flow_lines(
    struct flow *, PangoLayout *, int from, int to, double x, double y, enum ink, struct node *);
void flow_box(struct flow *, double x, double y, double width, double height, enum ink);
/* A square of that side; it must lie in the arena. */
void flow_code(struct flow *, const struct qr *, double x, double y, double side, struct node *);
/* A place on this page that will lead elsewhere; where is said before the file is finished. */
struct link *flow_link(struct flow *, double x, double y, double width, double height,
    struct node *, const char *words);
void flow_letter(struct flow *, struct letter *, int page, double x, double y, double width,
    double height, struct node *);

/* Lines of set, beginning with from, that fit into height; *takes is what they take. */
int lines_that_fit(PangoLayout *, int from, double height, double *takes);

/* A text at x that goes on from page to page as far as it needs, under one node. */
void flow_text(struct flow *, PangoLayout *, double x, enum ink, struct node *);

/* level counts from 1, below the level of the flow. */
void flow_bookmark(struct flow *, int level, const char *title);

/* A table with all its rows and notes: pdf_table.c. */
void flow_table(struct flow *, const struct table *);

/* A label in bold and a text, behind a bar: a note under a row, a passage.  Set once, for
 * shaping costs; then measured and placed.  pdf_note.c */
struct note {
	PangoLayout *label, *text; /* label: NULL for none */
	double indent;
};

struct note note_set(struct flow *, double indent, const char *label, const char *text);
/* What flow_note needs at least of a page to begin on it. */
double note_least(const struct note *);
void flow_note(struct flow *, struct node *parent, const struct note *);

/* All pages of a letter, each below a line that says whose it is. */
void flow_appendix(struct flow *, const struct appendix *, struct letter *);

/* --- onto paper: pdf_paint.c, pdf_finish.c ------------------------------------------------- */

/* The laid-out report as PDF 1.5 of cairo; false when cairo or poppler failed, with the
 * letter at fault in *bad, NULL when none is. */
bool paint(struct flow *, struct spool *out, const struct letter **bad);

/* The same with its tree, its links, its language and the rest that cairo leaves out; false when a
 * library failed. */
bool finish(struct arena *, const struct flow *, struct spool *painted, struct bytes *out);

/* Both; what was painted is let go. */
enum report_fault onto_paper(struct flow *, struct bytes *out, const struct letter **bad);

/* A PDF that the tree is appended to: its objects' numbers. */
struct base {
	struct bytes file;
	int size, root, info, tree; /* tree: an empty one, in whose place ours comes */
	const char *id;
	int *pages;
	int *links; /* by their number */
};

/* Adds it to the spool that holds the base. */
bool append_tree(struct arena *, const struct flow *, const struct base *, struct spool *);

/* Page content in which what belongs to no node is marked as decoration. */
struct bytes mark_decoration(struct arena *, struct bytes content);

#endif
