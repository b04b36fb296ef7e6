/* SPDX-License-Identifier: MPL-2.0
 *
 * The menu of each role, in the words of the guide; only what the role in use can do.  What
 * belongs together is one item of it, and tabs on the pages below; the pages about one doctor
 * have a bar of tabs of their own.
 */
#ifndef MENU_H
#define MENU_H

#include "page.h"
#include "role.h"

/* The items of the role, the one that the path stands under marked. */
const struct menu_item *menu_of(struct arena *, enum role, const char *path, size_t *n);

/* The bar of tabs of the page at the path, the tab that it stands under marked; label says to
 * those who cannot see it what it is.  None (n is 0) when the page stands alone. */
const struct menu_item *
tabs_of(struct arena *, enum role, const char *path, const char **label, size_t *n);

#endif
