/* SPDX-License-Identifier: MPL-2.0
 *
 * How a form is made: seen by gate alone (and by web/form.c, which keeps the promise).
 */
#ifndef FORM_MAKE_H
#define FORM_MAKE_H

#include "form.h"

/* Decodes a body of that content type (urlencoded or multipart); NULL when it is malformed. */
const struct form *form_make(struct arena *, const char *content_type, struct bytes body);

/* Every field as sent, for a page that offers to send them again.  Not files. */
const struct pairs *form_pairs(const struct form *);

#endif
