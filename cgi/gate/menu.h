/* SPDX-License-Identifier: MPL-2.0
 *
 * The menu of each role, in the words of the guide; only what the role in use can do.
 */
#ifndef MENU_H
#define MENU_H

#include "page.h"
#include "role.h"

/* The items of the role, the one that the path stands under marked. */
const struct menu_item *menu_of(struct arena *, enum role, const char *path, size_t *n);

#endif
