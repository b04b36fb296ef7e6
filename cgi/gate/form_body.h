/* SPDX-License-Identifier: MPL-2.0
 *
 * A form's body as it is kept for later.
 */
#ifndef FORM_BODY_H
#define FORM_BODY_H

#include "text.h"

struct form_body {
	const char *type;
	struct bytes bytes;
};

/* Without what no reader takes: CPR numbers in text are blotted out (cpr.h), so that their field is refused
 * when it is sent again, and nothing else of it is lost.  As sent when there are none, else written anew with
 * a type of its own. */
struct form_body form_body_blotted(struct arena *, const char *content_type, struct bytes body);

#endif
