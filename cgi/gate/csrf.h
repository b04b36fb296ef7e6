/* SPDX-License-Identifier: MPL-2.0
 *
 * Is a POST the browser's own will?  Two proofs: it comes from a page of ours (Origin and
 * Sec-Fetch-Site, where the browser sends them), and it holds a token that only a page made
 * for this browser's secret can hold.  The token is masked afresh on each page, so that
 * compression over it tells nothing (BREACH).
 */
#ifndef CSRF_H
#define CSRF_H

#include <stdbool.h>

#include "form.h"
#include "request.h"

/* The name of the hidden field. */
#define CSRF_FIELD "formular"

/* For req->browser; lives in the arena. */
const char *csrf_token(struct request *);
/* Where the request came from; true when the browser does not say. */
bool csrf_origin_is_ours(const struct request *);
/* Does the form hold this browser's token? */
bool csrf_token_fits(const struct request *, const struct form *);

#endif
