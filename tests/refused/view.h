/* SPDX-License-Identifier: MPL-2.0
 *
 * What the templates of this folder show.
 */
#ifndef VIEW_H
#define VIEW_H

#include "html.h"

struct pair {
	int a, b;
};

struct row {
	unsigned id;
	const char *name;
	struct url href;
	struct day day;
	struct moment at;
	struct markup note;
	bool on;
};

struct view {
	const char *title;
	const struct row *rows;
	size_t n;
	int count;
	struct pair pair;
	bool on;
};

void frame_begin(struct html *, const struct view *);
void frame_end(struct html *);
void show(struct html *, const struct view *);

#endif
