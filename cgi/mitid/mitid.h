/* SPDX-License-Identifier: MPL-2.0
 *
 * What the parts of logbook-mitid share: one task, read from standard input, and what of it
 * goes out to the provider.
 */
#ifndef MITID_H
#define MITID_H

#include <json-c/json.h>

#include "arena.h"
#include "oidc_rule.h"
#include "text.h"

/* Little memory, little time, no file written, no core left behind.  Before anything is read. */
void limit_self(void);

/* --- JSON (mitid.c) ----------------------------------------------------------------------- */

/* Reads all of the text; NULL when it is no object.  It goes with the arena. */
json_object *object_of(struct arena *, const char *, size_t n);
/* A text of the object; "" when there is none, or it holds a NUL. */
const char *member(json_object *, const char *name);

/* --- the task ----------------------------------------------------------------------------- */

struct task {
	struct arena *arena;
	struct oidc_wanted wanted;
	const char *back, *secret_file, *ca;
	const char *code, *verifier;
	json_object *provider; /* as it was described before; NULL: to be asked */
	bool known_before;     /* the description came with the task */
	const char *detail;    /* for the log: what is at fault; never of a token or a code */
};

/* --- the network (fetch.c) ------------------------------------------------------------------ */

/* Form fields that are sent, with a name and a password when name is not NULL. */
struct post {
	const char *fields, *name, *password;
};

/* GET, or POST when post is not NULL; over TLS only, no redirect is followed.  The status of the
 * answer, whose text is then in *out; 0 when there was none, and the task's detail says why. */
long fetch(struct task *, const char *address, const struct post *, struct text *out);
/* Percent-encoded, for a form. */
const char *encoded(struct arena *, const char *);

/* --- the provider (provider.c) --------------------------------------------------------------- */

/* Sees to it that the task has a description of the provider: its addresses and keys. */
enum oidc_fault provider_know(struct task *);
/* Asks for its keys anew. */
enum oidc_fault provider_keys(struct task *);

/* --- the token (token.c, verify.c) ----------------------------------------------------------- */

/* Takes the code to the provider, and believes what it gets for it, or not. */
enum oidc_fault token_redeem(struct task *, struct oidc_found *);

/* Is the token signed by one of these keys, as it may be?  Then its claims are in *claims. */
enum oidc_fault
token_verify(struct arena *, const char *token, json_object *keys, struct bytes *claims);

#endif
