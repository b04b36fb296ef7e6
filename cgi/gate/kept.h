/* SPDX-License-Identifier: MPL-2.0
 *
 * A form that was sent after the session had run out is kept, sealed under a token that only
 * that browser has, and given back once, within the hour, to the same person.  No handler
 * knows of it.
 */
#ifndef KEPT_H
#define KEPT_H

#include "form.h"
#include "request.h"
#include "subject.h"

/* The hidden field with which a page asks for the kept form instead of its own fields. */
#define KEPT_FIELD "husket"

/* Keeps the body for that person and gives the browser its token. False when it could not be
 * stored. */
bool kept_store(struct request *, uint32_t person);

/* The kept form of this path and person, in the transaction that is open; NULL when there is
 * none (any more). It is let go of in the same transaction. */
const struct form *kept_fetch(struct request *, const struct subject *);

#endif
