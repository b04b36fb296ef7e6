/* SPDX-License-Identifier: MPL-2.0
 *
 * An appended file that can be drawn page by page: a PDF, or a picture as its only page.
 */
#ifndef LETTER_H
#define LETTER_H

#include <cairo.h>
#include <stdbool.h>

#include "report.h"

struct letter;

/* Opens it; NULL when it cannot be read to the end.  Lives as long as the arena.  *numbers is 0 for the
 * first of those that are drawn into one file, and handed on to the next. */
struct letter *letter_open(struct arena *, const struct appendix *, int *numbers);

int letter_pages(const struct letter *);

/* The size of a page in points, as it is looked at; a picture counts 96 dots to the inch. */
void letter_size(const struct letter *, int page, double *width, double *height);

/* Its pages are drawn in their order, each once: a page with its upper left corner at 0, 0 and the given scale. */
bool letter_draw(struct letter *, int page, cairo_t *, double scale);
/* Of one that was not drawn: there was no room for it, and nothing is wrong with the file. */
bool letter_lacks_room(const struct letter *);

#endif
