/* SPDX-License-Identifier: MPL-2.0
 *
 * What is open at a place: elements, pages that another page must close, and the blocks of
 * the template, whose every branch must leave the HTML as it found it.
 */
#include "place.h"

#include <string.h>

static const char begin[] = "_begin", end[] = "_end";

bool
place_is_open(const struct place *w, const char *name)
{
	for (size_t i = 0; i < w->depth; i++)
		if (strcmp(w->open[i].name, name) == 0)
			return true;
	return false;
}

bool
place_is_text_only(const struct place *w)
{
	const char *top = w->depth > 0 ? w->open[w->depth - 1].name : "";

	return strcmp(top, "title") == 0 || strcmp(top, "textarea") == 0 ||
	    strcmp(top, "iframe") == 0;
}

void
place_open(struct place *w, const char *name, int line)
{
	struct element *e = &w->open[w->depth];

	if (w->depth == ELEMENTS)
		refuse(line, "elements nest too deep");
	if (strlen(name) > NAME_LENGTH)
		refuse(line, "a name is too long");
	strcpy(e->name, name);
	e->line = line;
	w->depth++;
}

void
place_close(struct place *w, const char *name)
{
	size_t floor = w->blocks > 0 ? w->block[w->blocks - 1].depth : 0;
	const struct element *top;

	if (w->depth == floor)
		refuse(w->line, "%s is closed, but was not opened in this %s", name,
		    w->blocks > 0 ? "branch" : "page");
	top = &w->open[--w->depth];
	if (strcmp(top->name, name) != 0)
		refuse(w->line, "%s is closed while %s of line %d is open", name, top->name,
		    top->line);
}

/* Opens the words of a list, the first one outermost. */
static void
open_all(struct place *w, const char *words)
{
	char copy[sizeof w->opens], *rest = copy, *word;

	strcpy(copy, words);
	while ((word = strsep(&rest, " ")) != NULL)
		if (*word != '\0')
			place_open(w, word, w->line);
}

void
place_page(struct place *w, const char *closes, const char *opens)
{
	int line = w->line;

	memset(w, 0, sizeof *w);
	w->line = line;
	w->fresh = true;
	if (strlen(closes) >= sizeof w->opens || strlen(opens) >= sizeof w->opens)
		refuse(line, "too many elements");
	strcpy(w->opens, opens);
	open_all(w, closes);
}

void
place_page_end(struct place *w)
{
	char *word;

	if (w->where != WHERE_TEXT)
		refuse(w->line, "the page ends inside a tag, a quote or a comment");
	if (w->blocks > 0)
		refuse(w->block[w->blocks - 1].line, "this block is left open");
	while (w->opens[0] != '\0') {
		word = strrchr(w->opens, ' ');
		place_close(w, word == NULL ? w->opens : word + 1);
		*(word == NULL ? w->opens : word) = '\0';
	}
	if (w->depth > 0)
		refuse(w->open[w->depth - 1].line, "%s is left open", w->open[w->depth - 1].name);
}

void
place_put(struct place *w, const char *name)
{
	size_t n = strlen(name);
	char opener[NAME_LENGTH + sizeof begin];

	if (w->where != WHERE_TEXT || place_is_text_only(w))
		refuse(w->line, "a page can only be put where elements may stand");
	w->fresh = false;
	if (n > strlen(begin) && strcmp(name + n - strlen(begin), begin) == 0)
		place_open(w, name, w->line);
	if (n > strlen(end) && n < NAME_LENGTH && strcmp(name + n - strlen(end), end) == 0) {
		memcpy(opener, name, n - strlen(end));
		strcpy(opener + n - strlen(end), begin);
		place_close(w, opener);
	}
}

/* At a mark: within a tag and outside any value, it is all one place. */
static enum where
settle(struct place *w)
{
	if (w->where == WHERE_NAME)
		place_check_attribute(w);
	if (w->where == WHERE_NAME || w->where == WHERE_TAG)
		w->where = WHERE_EDGE;
	return w->where == WHERE_GAP ? WHERE_EDGE : w->where;
}

void
place_block(struct place *w, bool each, bool line_ends)
{
	enum where where = settle(w);
	struct block *b = &w->block[w->blocks];

	if (w->blocks == BLOCKS)
		refuse(w->line, "blocks nest too deep");
	if (where == WHERE_EQUALS)
		refuse(w->line, "a value here needs quotes around it");
	if (where == WHERE_COMMENT || where == WHERE_DOCTYPE)
		refuse(w->line, "no mark may stand in a comment or a doctype");
	if (each && where == WHERE_QUOTED && place_is_address(w))
		refuse(w->line, "an address is not made of many");
	*b = (struct block){ .where = w->where,
		.tags = w->tags,
		.quotes = w->quotes,
		.depth = w->depth,
		.line = w->line,
		.each = each,
		.filled = w->filled,
		.any_filled = w->filled,
		.fresh = w->fresh,
		.all_fresh = true,
		.all_gap = w->where == WHERE_GAP };
	w->blocks++;
	if (!each)
		return;
	/* The second round stands behind the first. */
	b->started_fresh = w->fresh = w->fresh && line_ends && where == WHERE_TEXT;
	if (where == WHERE_EDGE)
		w->where = WHERE_EDGE;
}

/* The branch that ends here. */
static struct block *
leave(struct place *w)
{
	struct block *b;
	enum where where, began;

	if (w->blocks == 0)
		refuse(w->line, "not inside a block");
	b = &w->block[w->blocks - 1];
	began = b->where == WHERE_GAP ? WHERE_EDGE : b->where;
	if (w->depth > b->depth)
		refuse(w->open[w->depth - 1].line, "%s is left open in this branch",
		    w->open[w->depth - 1].name);
	where = settle(w);
	if (where != began || (where == WHERE_QUOTED && w->quotes != b->quotes) ||
	    (where == WHERE_EDGE && w->tags != b->tags))
		refuse(w->line,
		    "this branch opens a tag or a quote that it does not close, "
		    "or closes one that it did not open");
	b->any_filled = b->any_filled || w->filled;
	b->all_gap = b->all_gap && w->where == WHERE_GAP;
	return b;
}

void
place_branch(struct place *w, bool is_else)
{
	struct block *b = leave(w);

	if (b->each)
		refuse(w->line, "each has no else");
	if (b->has_else)
		refuse(w->line, "behind else comes end");
	b->has_else = is_else;
	b->all_fresh = b->all_fresh && w->fresh;
	w->where = b->where;
	w->filled = b->filled;
	w->fresh = b->fresh;
}

bool
place_end(struct place *w)
{
	struct block *b = leave(w);
	bool part = b->started_fresh && !w->fresh;

	b->all_fresh = b->all_fresh && (w->fresh || part);
	if (b->where == WHERE_GAP || b->where == WHERE_EDGE)
		w->where = b->all_gap ? WHERE_GAP : WHERE_EDGE;
	w->filled = b->any_filled;
	w->fresh = b->all_fresh && (b->has_else || b->fresh);
	w->blocks--;
	return part;
}
