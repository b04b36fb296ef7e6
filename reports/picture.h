/* SPDX-License-Identifier: MPL-2.0
 *
 * A JPEG or PNG on paper: upright, no finer than print can show, on white.
 */
#ifndef PICTURE_H
#define PICTURE_H

#include <cairo.h>
#include <stdbool.h>

#include "arena.h"
#include "text.h"

struct picture;

/* Decodes it, by the decoder of its type alone ("image/jpeg", "image/png"); NULL when it
 * cannot be read to the end.  Lives as long as the arena, and so must the bytes. */
struct picture *picture_open(struct arena *, const char *type, struct bytes);

/* In points, upright. */
void picture_size(const struct picture *, double *width, double *height);

/* Draws it at 0, 0 in its own size. */
bool picture_draw(const struct picture *, cairo_t *);

#endif
