/* SPDX-License-Identifier: MPL-2.0 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "curriculum_part.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

enum column {
	COL_NUMBER,
	COL_HEADING,
	COL_TITLE,
	COL_CLARIFICATION,
	COL_STRATEGY,
	COL_METHODS,
	COL_MINIMUM,
	COL_TIMING,
	COL_PLACEMENT,
	COL_APPROVER,
	COLUMNS
};

/* Without `asked` the column may be left out; with `filled` no cell of it is empty. */
static const struct {
	const char *name, *alias;
	size_t most;
	bool asked, filled, many_lines;
	const char *empty;
} columns[COLUMNS] = {
	[COL_NUMBER] = { "nummer", "nr", CURRICULUM_NUMBER, true, true, false,
	    "Nummeret mangler." },
	[COL_HEADING] = { "rolle", "rolle", CURRICULUM_HEADING, true, true, false,
	    "Rollen mangler." },
	[COL_TITLE] = { "titel", "titel", CURRICULUM_TITLE, true, true, false, "Titlen mangler." },
	[COL_CLARIFICATION] = { "konkretisering", "konkretisering", CURRICULUM_CLARIFICATION, true,
	    false, true, NULL },
	[COL_STRATEGY] = { "laeringsstrategi", "læringsstrategi", CURRICULUM_TEXT, true, false,
	    true, NULL },
	[COL_METHODS] = { "metoder", "metoder", CURRICULUM_TEXT, true, false, false, NULL },
	[COL_MINIMUM] = { "minimum", "minimum", CURRICULUM_SHORT, false, false, false, NULL },
	[COL_TIMING] = { "tidspunkt", "tidspunkt", CURRICULUM_SHORT, false, false, false, NULL },
	[COL_PLACEMENT] = { "placering", "placering", CURRICULUM_SHORT, false, false, false, NULL },
	[COL_APPROVER] = { "godkender", "godkender", 10, false, false, false, NULL },
};

static const struct curriculum_word approvers[] = {
	{ "ALLE", CURRICULUM_ALLE },
	{ "UAO", CURRICULUM_UAO },
	{ "TUTOR", CURRICULUM_TUTOR },
};

/* So that a list is grouped under one heading although somebody wrote it in two ways. */
static const char *const roles[] = {
	"Medicinsk ekspert",
	"Kommunikator",
	"Samarbejder",
	"Leder/administrator",
	"Sundhedsfremmer",
	"Akademiker",
	"Professionel",
};

/* One row being read: where each column is, and what is in its cell. */
struct goal_reader {
	struct curriculum_reader *r;
	size_t column[COLUMNS]; /* of the sheet; its ncolumns where there is none */
	const struct sheet_row *row;
	struct curriculum_goal *goal;
};

const char *
curriculum_approver_word(enum curriculum_approver approver)
{
	return approvers[approver].word;
}

/* --- the header row ----------------------------------------------------------------- */

static enum column
find_column(const char *name)
{
	enum column col = 0;

	while (col < COLUMNS && strcmp(columns[col].name, name) != 0 &&
	    strcmp(columns[col].alias, name) != 0)
		col++;
	return col;
}

static void
find_columns(struct goal_reader *g)
{
	const struct sheet *s = g->r->sheet;

	for (enum column col = 0; col < COLUMNS; col++)
		g->column[col] = s->ncolumns;
	for (size_t i = 0; i < s->ncolumns; i++) {
		struct sheet_place at = { s->header_line, s->header_row, (uint32_t)i + 1,
			s->header[i] };
		enum column col = find_column(s->header[i]);

		if (s->header[i][0] == '\0')
			continue;
		if (col == COLUMNS)
			sheet_blame(g->r->faults, at, "Overskriften \"%s\" kendes ikke.",
			    utf8_clip(g->r->arena, s->header[i], 60));
		else if (g->column[col] == s->ncolumns)
			g->column[col] = i;
		else if (strcmp(s->header[i], s->header[g->column[col]]) != 0)
			sheet_blame(g->r->faults, at, "Kolonnen \"%s\" findes to gange.",
			    columns[col].name);
	}
	for (enum column col = 0; col < COLUMNS; col++)
		if (columns[col].asked && g->column[col] == s->ncolumns)
			sheet_blame(g->r->faults,
			    (struct sheet_place){ s->header_line, s->header_row, 0, NULL },
			    "Kolonnen \"%s\" mangler.", columns[col].name);
}

/* --- the cells of a row -------------------------------------------------------------- */

static struct sheet_place
place(const struct goal_reader *g, enum column col)
{
	return sheet_place(g->r->sheet, g->row, g->column[col]);
}

/* What a spreadsheet leaves where it took a text for a formula. */
static bool
is_formula_debris(const char *s)
{
	static const char *const debris[] = { "#NAVN?", "#NAME?", "#VÆRDI!", "#VALUE!",
		"#REFERENCE!", "#REF!", "####" };

	for (size_t i = 0; i < COUNT(debris); i++)
		if (strncmp(s, debris[i], strlen(debris[i])) == 0)
			return true;
	return false;
}

/* The cell's text if all is well with it, else "" and a fault, told here or before. */
static const char *
cell(struct goal_reader *g, enum column col)
{
	struct curriculum_reader *r = g->r;
	const char *text;

	if (g->column[col] == r->sheet->ncolumns)
		return "";
	if ((text = g->row->cells[g->column[col]].text) == NULL)
		return "";
	if (text[0] == '\0' && columns[col].filled)
		sheet_blame(r->faults, place(g, col), "%s", columns[col].empty);
	if (is_formula_debris(text)) {
		sheet_blame(r->faults, place(g, col),
		    "Regnearket har taget teksten for en formel (%s). Begynd ikke teksten med =, "
		    "+, - eller @.",
		    utf8_clip(r->arena, text, 20));
		return "";
	}
	if (!curriculum_fits(r, text, columns[col].most, place(g, col)))
		return "";
	return columns[col].many_lines ? text : text_tidy_line(r->arena, text);
}

/* Up to four letters, numbers with full stops between, at most one letter behind: 1.10, I9,
 * 84, IM2.3b. */
static bool
is_number(const char *s)
{
	size_t letters = 0;

	while (isalpha((unsigned char)*s) && letters < 5) {
		letters++;
		s++;
	}
	if (letters > 4 || !isdigit((unsigned char)*s))
		return false;
	for (;;) {
		s += strspn(s, "0123456789");
		if (s[0] != '.' || !isdigit((unsigned char)s[1]))
			break;
		s++;
	}
	if (isalpha((unsigned char)*s))
		s++;
	return *s == '\0';
}

static void
read_number(struct goal_reader *g)
{
	const char *number = g->goal->number = cell(g, COL_NUMBER);

	if (number[0] != '\0' && !is_number(number))
		sheet_blame(g->r->faults, place(g, COL_NUMBER),
		    "\"%s\" er ikke et nummer som 7, 1.10 eller I9. Ligner det en dato, har "
		    "regnearket lavet nummeret om: giv kolonnen formatet Tekst.",
		    utf8_clip(g->r->arena, number, 20));
}

static void
read_heading(struct goal_reader *g)
{
	g->goal->heading = cell(g, COL_HEADING);
	for (size_t i = 0; i < COUNT(roles); i++)
		if (strcasecmp(roles[i], g->goal->heading) == 0)
			g->goal->heading = roles[i];
}

/* --- the goals ----------------------------------------------------------------------- */

static void
read_goal(struct goal_reader *g)
{
	struct curriculum_goal *goal = g->goal;
	const char *approver;
	int found;

	goal->line = g->row->line;
	goal->row = g->row->row;
	read_number(g);
	read_heading(g);
	goal->title = cell(g, COL_TITLE);
	goal->clarification = cell(g, COL_CLARIFICATION);
	goal->strategy = cell(g, COL_STRATEGY);
	curriculum_read_methods(g->r, goal, cell(g, COL_METHODS), place(g, COL_METHODS));
	curriculum_read_minimums(g->r, goal, cell(g, COL_MINIMUM), place(g, COL_MINIMUM));
	goal->timing = cell(g, COL_TIMING);
	goal->placement = cell(g, COL_PLACEMENT);
	approver = cell(g, COL_APPROVER);
	if (approver[0] != '\0' &&
	    curriculum_find_word(
	        g->r, approvers, COUNT(approvers), approver, place(g, COL_APPROVER), &found))
		goal->approver = (enum curriculum_approver)found;
}

/* I9 and i9 are the same number, as they are to the database. */
static int
compare_numbers(const struct curriculum_goal *a, const struct curriculum_goal *b)
{
	char x[CURRICULUM_NUMBER + 1] = "", y[CURRICULUM_NUMBER + 1] = "";

	for (size_t i = 0; i < CURRICULUM_NUMBER && a->number[i] != '\0'; i++)
		x[i] = (char)toupper((unsigned char)a->number[i]);
	for (size_t i = 0; i < CURRICULUM_NUMBER && b->number[i] != '\0'; i++)
		y[i] = (char)toupper((unsigned char)b->number[i]);
	return text_compare_natural(x, y);
}

static int
compare_goals(const void *a, const void *b)
{
	const struct curriculum_goal *x = a, *y = b;
	int c = compare_numbers(x, y);

	return c != 0 ? c : (x->row > y->row) - (x->row < y->row);
}

/* In sorted order a number that comes twice stands beside itself. */
static void
refuse_twins(struct goal_reader *g, const struct curriculum_goal *goals, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct sheet_place at = { goals[i].line, goals[i].row,
			(uint32_t)g->column[COL_NUMBER] + 1, columns[COL_NUMBER].name };

		if (goals[i].number[0] != '\0' && compare_numbers(&goals[i - 1], &goals[i]) == 0)
			sheet_blame(g->r->faults, at, "Nummeret %s står også i linje %u.",
			    goals[i].number, (unsigned)goals[i - 1].line);
	}
}

void
curriculum_read_goals(struct curriculum_reader *r)
{
	const struct sheet *s = r->sheet;
	struct goal_reader g = { .r = r };
	struct curriculum_goal *goals = arena_array(r->arena, s->nrows, sizeof *goals);

	find_columns(&g);
	if (s->nrows == 0 && r->faults->n == 0)
		sheet_blame(r->faults,
		    (struct sheet_place){ s->header_line, s->header_row, 0, NULL },
		    "Filen har ingen mål under overskrifterne.");
	if (s->nrows > CURRICULUM_GOALS) {
		sheet_blame(r->faults, sheet_place(s, &s->rows[CURRICULUM_GOALS], s->ncolumns),
		    "Filen har flere end %d mål.", (int)CURRICULUM_GOALS);
		return;
	}
	for (size_t i = 0; i < s->nrows; i++) {
		g.row = &s->rows[i];
		g.goal = &goals[i];
		read_goal(&g);
	}
	if (s->nrows > 0)
		qsort(goals, s->nrows, sizeof *goals, compare_goals);
	refuse_twins(&g, goals, s->nrows);
	r->file->goals = goals;
	r->file->ngoals = s->nrows;
}
