/* SPDX-License-Identifier: MPL-2.0
 *
 * The one gate that every request passes: route, subject, permission, proof of the form,
 * transaction, handler, commit, record of looks, answer.  What it gives a handler it has
 * proved; what a handler answers it sends only when the transaction stands.
 */
#ifndef GATE_H
#define GATE_H

#include "db.h"
#include "page.h"
#include "reply.h"
#include "route.h"

/* A program: its name (which is its account's: logbook-NAME), its routes, its statements. */
struct program {
	const char *name;
	struct routes routes;
	const db_queries *const *queries; /* NULL at the end; made by the Makefile */
};

/* Runs the program: options --routes and --prepare, else FastCGI on descriptor 0. */
int serve(const struct program *, int argc, char **argv);

/* What serve gives the gate for each request. */
struct gate {
	const struct program *program;
	const struct config *config;
	struct db *db;
};
/* Answers a request whose head has been read; more and from read its body.  The answer's
 * bytes lie in the request's arena. */
struct bytes gate_answer(
    const struct gate *, struct request *, enum request_fault, request_more *more, void *from);

/* --- for handlers ------------------------------------------------------------------- */

/* The head of a page for this person; who is NULL on open pages. */
struct head head_of(struct request *, const struct subject *who, const char *title);

/* An error page: what happened, and what to do now.  who may be NULL. */
void answer_error(struct request *, const struct subject *who, unsigned status, const char *what,
    const char *next);
/* The one answer for what does not exist and what is not within reach (404). */
void answer_not_found(struct request *, const struct subject *who);

/* The first page of a role. */
struct url home_of(struct arena *, enum role);

/* The sentence that ?besked=word asks for, of the pairs word, sentence … (NULL at the end);
 * NULL for none.  Texts of addresses are never shown. */
const char *notice_of(const struct request *, ...) __attribute__((sentinel));

#endif
