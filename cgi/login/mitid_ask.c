/* SPDX-License-Identifier: MPL-2.0 */
#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

#include "child.h"
#include "log.h"
#include "mitid.h"

enum { SAID_MOST = 128 * 1024 };

/* The provider's description as logbook-mitid gave it last, to be passed back to it. */
static struct {
	char text[SAID_MOST];
	struct moment at;
} kept;

/* When the provider was last found not to answer. */
static struct moment unreached;

/* --- JSON ----------------------------------------------------------------------------------- */

static void
put(void *object)
{
	json_object_put(object);
}

static json_object *
object_of(struct arena *a, const char *text)
{
	json_object *o = json_tokener_parse(text);

	if (o != NULL)
		arena_defer(a, put, o);
	return json_object_is_type(o, json_type_object) ? o : NULL;
}

/* A text of the object, "" when there is none; it lives as long as the arena. */
static const char *
member(json_object *o, const char *name)
{
	json_object *value;

	if (!json_object_object_get_ex(o, name, &value) ||
	    !json_object_is_type(value, json_type_string))
		return "";
	return json_object_get_string(value);
}

static void
tell(json_object *o, const char *name, const char *value)
{
	json_object_object_add(o, name, json_object_new_string(value));
}

/* --- what is kept --------------------------------------------------------------------------- */

static void
keep(struct request *req, json_object *answer)
{
	json_object *provider;
	const char *text;

	if (!json_object_object_get_ex(answer, "provider", &provider))
		return;
	text = json_object_to_json_string_ext(provider, JSON_C_TO_STRING_PLAIN);
	if (strlen(text) >= sizeof kept.text)
		return;
	strcpy(kept.text, text);
	/* What was passed to it comes back: it is no newer for that. */
	if (kept.at.s == 0)
		kept.at = req->now;
}

/* What is known of the provider; NULL when that is nothing, or too old. */
static json_object *
known(struct request *req)
{
	int64_t age = req->now.s - kept.at.s;

	if (age < 0 || age > MITID_PROVIDER_KEPT)
		kept.at = (struct moment){ 0 };
	return kept.at.s == 0 ? NULL : object_of(req->arena, kept.text);
}

/* --- the talk ------------------------------------------------------------------------------- */

static json_object *
task_of(struct request *req, const char *what)
{
	const struct oidc *o = &req->config->oidc;
	json_object *task = json_object_new_object(), *provider = known(req);

	arena_defer(req->arena, put, task);
	tell(task, "task", what);
	tell(task, "issuer", o->issuer);
	tell(task, "client", o->client);
	tell(task, "back", o->back);
	tell(task, "secret_file", o->secret_file);
	tell(task, "ca", o->ca);
	tell(task, "cpr", o->cpr);
	tell(task, "loa", o->loa);
	tell(task, "least", assurance_word(o->high ? ASSURANCE_HIGH : ASSURANCE_SUBSTANTIAL));
	if (provider != NULL)
		json_object_object_add(task, "provider", json_object_get(provider));
	return task;
}

/* NULL when it could not be started, took too long or died: that has been logged. */
static json_object *
run(struct request *req, json_object *task)
{
	static char said[SAID_MOST + 1];
	const char *told = json_object_to_json_string_ext(task, JSON_C_TO_STRING_PLAIN);
	struct child c = { .program = req->config->oidc.program,
		.name = "logbook-mitid",
		.told = { (const unsigned char *)told, strlen(told) },
		.seconds = MITID_SECONDS,
		.said = said,
		.most = SAID_MOST };
	enum child_end end = child_run(&c);
	json_object *answer = end == CHILD_WELL ? object_of(req->arena, said) : NULL;

	memset(said, 0, c.n);
	switch (end) {
	case CHILD_WELL:
		if (answer == NULL)
			log_warn("mitid: %s says what cannot be read", c.program);
		break;
	case CHILD_BADLY:
		log_warn("mitid: %s died", c.program);
		break;
	case CHILD_TOO_LONG:
		log_warn("mitid: %s took longer than %d s", c.program, MITID_SECONDS);
		break;
	case CHILD_NOT:
		log_warn("mitid: %s cannot be started", c.program);
		break;
	}
	return answer;
}

/* Who waits for a provider that does not answer holds up the logins by password: after a wait in
 * vain nobody waits again for a while. */
static bool
rests(const struct request *req)
{
	int64_t age = req->now.s - unreached.s;

	return age >= 0 && age < MITID_REST;
}

static enum oidc_fault
ask(struct request *req, json_object *task, json_object **answer)
{
	enum oidc_fault fault = OIDC_UNREACHED;

	if (rests(req))
		return fault;
	*answer = run(req, task);
	if (*answer != NULL) {
		fault = oidc_of_word(member(*answer, "fault"));
		if (fault != OIDC_FINE && member(*answer, "detail")[0] != '\0')
			log_warn("mitid: %s: %s", oidc_word(fault), member(*answer, "detail"));
		keep(req, *answer);
	}
	if (fault == OIDC_UNREACHED)
		unreached = req->now;
	return fault;
}

/* --- the two questions ---------------------------------------------------------------------- */

enum oidc_fault
mitid_where(struct request *req, const char **at)
{
	json_object *answer = NULL, *provider = known(req);
	enum oidc_fault fault;

	if (provider != NULL) {
		*at = member(provider, "authorization_endpoint");
		return OIDC_FINE;
	}
	fault = ask(req, task_of(req, "where"), &answer);
	if (fault == OIDC_FINE)
		*at = member(answer, "authorization");
	return fault;
}

/* The number is made a hash at once. */
static enum oidc_fault
understand(json_object *answer, struct mitid_whom *whom)
{
	const char *cpr = member(answer, "cpr");

	whom->level = assurance_of_word(member(answer, "level"));
	if (whom->level == ASSURANCE_LOW)
		return OIDC_LEVEL;
	if (strlen(cpr) != 10 || strspn(cpr, "0123456789") != 10)
		return OIDC_NO_CPR;
	whom->find = hash_keyed(KEY_CPR_FIND, cpr, 10);
	return OIDC_FINE;
}

static enum oidc_fault
ask_who(struct request *req, const struct mitid_back *b, struct mitid_whom *whom)
{
	json_object *task = task_of(req, "who"), *answer = NULL;
	enum oidc_fault fault;

	tell(task, "code", b->code);
	tell(task, "verifier", b->verifier);
	tell(task, "nonce", b->nonce);
	json_object_object_add(task, "asked", json_object_new_int64(b->asked));
	fault = ask(req, task, &answer);
	return fault == OIDC_FINE ? understand(answer, whom) : fault;
}

enum oidc_fault
mitid_who(struct request *req, const struct mitid_back *b, struct mitid_whom *whom)
{
	static struct {
		char reference[16], nonce[64];
		enum oidc_fault fault;
		struct mitid_whom whom;
	} last;

	if (strcmp(last.reference, req->reference) != 0 || strcmp(last.nonce, b->nonce) != 0) {
		memset(&last, 0, sizeof last);
		last.fault = ask_who(req, b, &last.whom);
		snprintf(last.reference, sizeof last.reference, "%s", req->reference);
		snprintf(last.nonce, sizeof last.nonce, "%s", b->nonce);
	}
	*whom = last.whom;
	return last.fault;
}
