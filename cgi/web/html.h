/* SPDX-License-Identifier: MPL-2.0
 *
 * The only functions that write a page.  Generated code (tools/pagec) calls them through
 * the three macros below, which pick the writer from the C type: a struct without a writer,
 * a string where an address belongs, a pointer that is no string do not compile.
 */
#ifndef HTML_H
#define HTML_H

#include <stddef.h>
#include <stdint.h>

#include "day.h"
#include "text.h"
#include "url.h"

/* A page being written: text that grows in the arena of the request. */
struct html {
	struct text out;
};

/* Markup that our own code made and escaped; made in html.c only. */
struct markup {
	const char *bytes;
	size_t n;
};

/* A page that grows in that arena. */
struct html *html_make(struct arena *);

/* Text typed by people, with its line breaks kept as <br>, everything else escaped.
 * Belongs to the arena.  NULL is no text. */
struct markup markup_of_lines(struct arena *, const char *text);

/* Literals of templates; nothing else may call it. */
void html_raw(struct html *, const char *, size_t);

/* Escaped: & < > " ' and the invisible characters that turn the direction of text
 * (U+202A-202E, U+2066-2069), which become U+FFFD.  NULL writes nothing. */
void html_str(struct html *, const char *);
void html_i64(struct html *, int64_t);
void html_u64(struct html *, uint64_t);
void html_bool(struct html *, _Bool);          /* "ja" or "nej" */
void html_day_text(struct html *, struct day); /* 01.03.2027 */
void html_day_iso(struct html *, struct day);  /* 2027-03-01 */
void html_moment_text(struct html *, struct moment);
void html_moment_iso(struct html *, struct moment);
void html_markup(struct html *, struct markup);
void html_url(struct html *, struct url);

#define HTML_WRITERS \
	char * : html_str, \
	         const char * : html_str, \
	                        _Bool : html_bool, \
	                                signed char : html_i64, \
	                                              short : html_i64, \
	                                                      int : html_i64, \
	                                                            long : html_i64, \
	                                                                   long long \
	    : html_i64, \
	      unsigned char : html_u64, \
	                      unsigned short : html_u64, \
	                                       unsigned : html_u64, \
	                                                  unsigned long : html_u64, \
	                                                                  unsigned long long \
	    : html_u64

/* A value in running text: days and moments as people write them. */
#define HTML_TEXT(o, v) \
	_Generic((v), HTML_WRITERS, struct day \
	         : html_day_text, struct moment \
	         : html_moment_text, struct markup \
	         : html_markup)((o), (v))
/* A value between the quotes of a plain attribute: days and moments in ISO form. */
#define HTML_ATTR(o, v) \
	_Generic((v), HTML_WRITERS, struct day \
	         : html_day_iso, struct moment \
	         : html_moment_iso)((o), (v))
/* href, src, action, formaction, …: an address that url.c built, or nothing. */
#define HTML_URL(o, v) _Generic((v), struct url : html_url)((o), (v))

#endif
