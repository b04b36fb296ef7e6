/* SPDX-License-Identifier: MPL-2.0
 *
 * Status, security headers, body: the only way to answer.  Every answer carries the headers;
 * there is no call that leaves them out.  A reply is built in memory and sent by the gate when
 * the transaction stands, so a handler can be run again.
 *
 *   Content-Security-Policy: default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';
 *                            form-action 'self'; frame-ancestors 'none'; base-uri 'none'
 *   X-Content-Type-Options: nosniff    Referrer-Policy: same-origin    X-Frame-Options: DENY
 *   Cross-Origin-Opener-Policy, Cross-Origin-Resource-Policy: same-origin
 *   Permissions-Policy: what we do not use, switched off    Cache-Control: no-store
 *   Strict-Transport-Security over TLS
 *
 * The one way out of our site is the login by MitID, to the sites that the configuration names:
 * web/elsewhere makes that address, and a page whose form leads there says so (form-action).
 */
#ifndef REPLY_H
#define REPLY_H

#include <stdbool.h>

#include "cookie.h"
#include "elsewhere.h"
#include "html.h"
#include "request.h"
#include "url.h"

struct reply;

/* An empty reply in the request's arena; the gate makes one per run of the handler. */
struct reply *reply_make(struct request *);

/* Begins a page; what is written to the answer is its body.  A later call starts over. */
struct html *reply_html(struct request *, unsigned status);
/* 303 to an address of ours. */
void reply_see(struct request *, struct url);
/* 303 to the provider of MitID. */
void reply_see_elsewhere(struct request *, struct elsewhere);
/* A form of this page may lead there: browsers hold what it leads to against form-action. */
void reply_leads_elsewhere(struct request *);
/* A file: shown (inline) or saved (attachment) under that name (ASCII and æøå; RFC 6266). */
enum reply_how { REPLY_SHOW, REPLY_SAVE };
void reply_file(struct request *, const char *type, enum reply_how, const char *name, struct bytes);
/* application/json, UTF-8, as given. */
void reply_json(struct request *, unsigned status, struct bytes);
/* Sets or takes away a cookie with the answer. */
void reply_cookie(struct request *, enum cookie, const char *value, uint32_t max_age);
/* Retry-After, in seconds. */
void reply_retry_after(struct request *, uint32_t seconds);
/* The page asks for itself again after so many seconds (a Refresh header): for work that goes on,
 * in browsers without scripts. */
void reply_refresh(struct request *, uint32_t seconds);
/* The page shows a file of ours in a frame: PDFs that are shown may stand in pages of this site, and
 * in no other's; nothing else ever stands in a frame. */
void reply_frames(struct request *);
/* Allow, for 405. */
void reply_allow(struct request *, const char *methods);

unsigned reply_status(const struct request *);

/* The whole answer as CGI wants it: "Status: …\r\n" headers, blank line, body (no body for HEAD). */
struct bytes reply_bytes(struct request *);

#endif
