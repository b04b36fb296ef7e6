/* SPDX-License-Identifier: MPL-2.0 */
#include "login.h"

/* The day on which somebody last went through the statement and found that it holds.  It must
 * be less than a year ago (R-WCAG-02): T_183 in the integration tests fails when it is not. */
static const struct day reviewed = { 2026, 11, 23 };

void
help_show(struct request *req)
{
	struct head h = head_of(req, NULL, "Hjælp");

	help_page(reply_html(req, 200), &h);
}

void
accessibility_show(struct request *req)
{
	struct accessibility_view v = { head_of(req, NULL, "Tilgængelighedserklæring"), reviewed };

	accessibility_page(reply_html(req, 200), &v);
}
