/* SPDX-License-Identifier: MPL-2.0
 *
 * How a form is made: seen by gate alone (and by web/form.c, which keeps the promise).
 */
#ifndef FORM_MAKE_H
#define FORM_MAKE_H

#include "form.h"

/* Decodes a body of that content type (urlencoded or multipart); NULL when it is malformed. */
const struct form *form_make(struct arena *, const char *content_type, struct bytes body);

/* Every field as sent, for a page that offers to send them again. */
const struct pairs *form_pairs(const struct form *);

/* Every file of it, likewise. */
const struct uploads *form_files(const struct form *);

/* Is it a field that asks for a number, by its name (form.h)? */
bool form_asks_number(const char *name);

#endif
