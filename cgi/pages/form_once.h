/* SPDX-License-Identifier: MPL-2.0
 *
 * A number that a form carries and that is stored with what it writes: sent twice, it writes once.
 */
#ifndef FORM_ONCE_H
#define FORM_ONCE_H

#include "form.h"

struct form_once {
	unsigned char bytes[16];
};

/* 32 hex digits for the hidden field "once" of a form that is shown: those that were sent (form is
 * not NULL), or new ones. */
const char *form_once_of(struct arena *, const struct form *);
/* Reads the field; false when the form is not whole. */
bool form_once_read(const struct form *, struct form_once *);
/* For a statement's argument; lives as long as the struct. */
struct bytes form_once_bytes(const struct form_once *);

#endif
