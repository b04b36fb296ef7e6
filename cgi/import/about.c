/* SPDX-License-Identifier: MPL-2.0
 *
 * The page about files, from schema/seed/import/README.md: headings, paragraphs, lists, tables and
 * blocks of code.  Marks within a line are left out.
 */
#include "about.h"

#include <string.h>

#include "seed.h"

enum { BLOCKS_MOST = 400, ROWS_MOST = 80, CELLS_MOST = 8 };

/* Where the reading has come to. */
struct reading {
	struct arena *arena;
	char *at; /* the line that is next; NULL at the end */
	struct about_block *blocks;
	size_t n;
};

/* The line that is next, which stays so until it is taken. */
static char *
peek(struct reading *r)
{
	return r->at;
}

/* The line, cut off; those after it are next. */
static char *
take(struct reading *r)
{
	char *line = r->at, *end = line == NULL ? NULL : strchr(line, '\n');

	r->at = end == NULL ? NULL : end + 1;
	if (end != NULL)
		*end = '\0';
	return line;
}

/* Without the marks of emphasis and code, and of a link its words alone. */
static const char *
bare(struct arena *a, const char *s)
{
	struct text t = { .arena = a };

	text_puts(&t, "");
	while (*s != '\0') {
		if (s[0] == ']' && s[1] == '(')
			s += strcspn(s, ")");
		else if (strchr("`[*", *s) == NULL)
			text_add(&t, s, 1);
		s += *s != '\0';
	}
	return text_tidy_line(a, t.at);
}

static bool
is_item(const char *line)
{
	return strncmp(line, "- ", 2) == 0 || strncmp(line, "* ", 2) == 0;
}

/* Neither empty nor the beginning of something else. */
static bool
goes_on(const char *line)
{
	return line != NULL && strchr("\n#|", line[0]) == NULL && line[0] != '\0' &&
	    !is_item(line) && strncmp(line, "```", 3) != 0;
}

/* A line with those that go on from it. */
static const char *
joined(struct reading *r, const char *first)
{
	struct text t = { .arena = r->arena };

	text_puts(&t, first);
	while (goes_on(peek(r))) {
		text_puts(&t, " ");
		text_puts(&t, take(r));
	}
	return bare(r->arena, t.at);
}

static struct about_block
read_code(struct reading *r)
{
	struct text t = { .arena = r->arena };

	text_puts(&t, "");
	take(r);
	while (peek(r) != NULL && strncmp(peek(r), "```", 3) != 0) {
		text_puts(&t, take(r));
		text_puts(&t, "\n");
	}
	take(r);
	return (struct about_block){ .code = t.at };
}

static struct about_block
read_list(struct reading *r)
{
	struct about_row *rows = arena_array(r->arena, ROWS_MOST, sizeof *rows);
	struct about_block b = { .list = true, .rows = rows };

	while (peek(r) != NULL && is_item(peek(r)) && b.n < ROWS_MOST) {
		struct about_cell *cell = arena_take(r->arena, sizeof *cell);

		cell->text = joined(r, take(r) + 2);
		rows[b.n++] = (struct about_row){ cell, 1 };
	}
	return b;
}

/* On a narrow screen a row is a small card, and each cell says what it is. */
static void
name_cells(const struct about_row *heads, struct about_cell *cells, size_t n)
{
	for (size_t i = 1; i < n; i++)
		cells[i].title = i < heads->n ? heads->cells[i].text : "";
}

static struct about_row
row_of(struct arena *a, char *line, const struct about_row *heads)
{
	struct about_cell *cells = arena_array(a, CELLS_MOST, sizeof *cells);
	struct about_row row = { cells, 0 };

	for (char *p = line + 1, *end; *p != '\0' && row.n < CELLS_MOST; p = end) {
		end = p + strcspn(p, "|");
		if (*end == '\0')
			break;
		*end++ = '\0';
		cells[row.n++].text = bare(a, p);
	}
	if (heads != NULL)
		name_cells(heads, cells, row.n);
	return row;
}

/* The line of hyphens below the headings is left out. */
static struct about_block
read_table(struct reading *r)
{
	struct about_row *rows = arena_array(r->arena, ROWS_MOST, sizeof *rows);
	struct about_block b = { .table = true, .rows = rows };

	while (peek(r) != NULL && peek(r)[0] == '|' && b.n < ROWS_MOST) {
		char *line = take(r);

		if (line[strspn(line, "|-: ")] == '\0')
			continue;
		rows[b.n] = row_of(r->arena, line, b.n > 0 ? &rows[0] : NULL);
		b.n++;
	}
	return b;
}

static struct about_block
read_heading(struct reading *r)
{
	const char *line = take(r);
	size_t order = strspn(line, "#");

	return (struct about_block){ .heading = bare(r->arena, line + order), .top = order <= 2 };
}

static struct about_block
read_block(struct reading *r)
{
	const char *line = peek(r);

	if (line[0] == '#')
		return read_heading(r);
	if (line[0] == '|')
		return read_table(r);
	if (strncmp(line, "```", 3) == 0)
		return read_code(r);
	if (is_item(line))
		return read_list(r);
	return (struct about_block){ .paragraph = joined(r, take(r)) };
}

/* The title of the file is the page's own, and is left out. */
static void
read_all(struct reading *r)
{
	r->blocks = arena_array(r->arena, BLOCKS_MOST, sizeof *r->blocks);
	while (peek(r) != NULL && r->n < BLOCKS_MOST) {
		if (peek(r)[0] == '\n' || peek(r)[0] == '\0' || strncmp(peek(r), "# ", 2) == 0)
			take(r);
		else
			r->blocks[r->n++] = read_block(r);
	}
}

void
file_form(struct request *req, const struct subject *who)
{
	struct reading r = { .arena = req->arena };
	struct about_view v;
	struct bytes text;

	if (!seed_file("README.md", &text)) {
		answer_not_found(req, who);
		return;
	}
	r.at = arena_copy(req->arena, (const char *)text.at, text.n);
	read_all(&r);
	v = (struct about_view){ .frame = frame_of(req, who, "Hvad en fil skal indeholde"),
		.back = url_local(req->arena, "/import/filer"),
		.blocks = r.blocks,
		.n = r.n };
	about_page(reply_html(req, 200), &v);
}
