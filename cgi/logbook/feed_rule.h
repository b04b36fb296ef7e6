/* SPDX-License-Identifier: MPL-2.0
 *
 * Where a feed may fetch its files.  Pages write addresses that the clock then reads, with the
 * clock's rights: so a folder lies below the one root that the site has for this, in the part of
 * the secretariat's own region, and an https address is one of the open net, by name.
 */
#ifndef FEED_RULE_H
#define FEED_RULE_H

#include "arena.h"

enum { FEED_ADDRESS_MOST = 500 };

/* The part of the root that a region's secretariat may use, or the project leader ("" as code):
 * "/var/lib/logbook/feeds/oest/", "…/landet/". */
const char *feed_folder_of(struct arena *, const char *root, const char *region);

/* NULL when the folder may be used; else the Danish sentence that says what to write.  Absolute,
 * below the part that is theirs, no ".." and nothing doubled or hidden in it. */
const char *feed_folder_fault(struct arena *, const char *path, const char *part);

/* The same for an https address.  No name and password in it, no number instead of a name, no
 * name that only this machine or this house knows; a port, a path and a query may be there. */
const char *feed_https_fault(const char *address);

#endif
