/* SPDX-License-Identifier: MPL-2.0
 *
 * Where in the HTML a template stands: followed byte by byte, strictly enough that what a
 * browser will make of the place is certain.  What is doubtful is refused, so that a value
 * can never stand where escaping does not hold.
 */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>
#include <stddef.h>

enum where {
	WHERE_TEXT,
	WHERE_TAG,    /* in the name of a tag */
	WHERE_GAP,    /* in a tag, after white space */
	WHERE_EDGE,   /* in a tag, where white space or the end of the tag must follow */
	WHERE_NAME,   /* in the name of an attribute */
	WHERE_EQUALS, /* behind its = */
	WHERE_QUOTED, /* in its value */
	WHERE_COMMENT,
	WHERE_DOCTYPE,
};

/* How a value is written. */
enum writer {
	WRITER_TEXT,
	WRITER_ATTR,
	WRITER_URL,
};

enum {
	NAME_LENGTH = 63,
	ELEMENTS = 64,
	BLOCKS = 32,
};

/* An element that is open, or what put NAME_begin() opened. */
struct element {
	char name[NAME_LENGTH + 1];
	int line;
};

/* if or each: what it found, and what its branches left. */
struct block {
	enum where where;
	unsigned tags, quotes;
	size_t depth;
	int line;
	bool each, has_else;
	bool filled, any_filled; /* place.filled at its start; after any of its branches */
	bool fresh, all_fresh;   /* place.fresh likewise; after all of them */
	bool started_fresh;      /* each, and every round begins a line */
	bool all_gap;            /* in a tag: white space behind each branch */
};

struct place {
	enum where where;
	int line; /* kept by whoever reads */
	char tag[NAME_LENGTH + 1], attr[NAME_LENGTH + 1];
	char quote;
	int tag_line;
	bool closing, self_closed;
	unsigned tags, quotes; /* begun so far: tells one from another */
	bool filled;           /* something stands in this attribute's value already */
	bool fresh;            /* at the start of a line: white space means nothing here */
	char opens[256];
	struct element open[ELEMENTS];
	size_t depth;
	struct block block[BLOCKS];
	size_t blocks;
};

/* Given by the user of this file: says FILE:LINE and why, and gives the template up. */
_Noreturn void refuse(int line, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* One literal byte on; p points into the template, which ends with NUL.  Answers whether
 * the byte belongs into the page: indentation and comments do not. */
bool place_follow(struct place *, const char *p);

/* A value stands here: how is it written? */
enum writer place_value(struct place *);

/* Is that element open?  Is it title, textarea or iframe, where a browser sees text only? */
bool place_is_open(const struct place *, const char *name);
bool place_is_text_only(const struct place *);

/* Does the value of this attribute have to be an address? */
bool place_is_address(const struct place *);

/* At the end of the name of an attribute: may it stand in a page at all? */
void place_check_attribute(const struct place *);

/* A page begins; the elements (words with spaces between, outermost first) that it closes
 * for another page, or leaves open for another to close. */
void place_page(struct place *, const char *closes, const char *opens);
/* It ends here, with nothing else open. */
void place_page_end(struct place *);

void place_open(struct place *, const char *name, int line);
void place_close(struct place *, const char *name);

/* Another page is put here; NAME_begin opens what NAME_end must close. */
void place_put(struct place *, const char *name);

/* if, each; line_ends: does the line end behind the mark? */
void place_block(struct place *, bool each, bool line_ends);
/* elif, else: the branch must have left the HTML as it found it. */
void place_branch(struct place *, bool is_else);
/* end.  Answers whether a newline must part the rounds of an each. */
bool place_end(struct place *);

#endif
