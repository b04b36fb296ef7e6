/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-mitid: one question to the provider of MitID.  It alone talks to the network and reads
 * what comes from there; it has no database, no environment, and ends with its answer.
 *
 *	{"task": "where", …}  where does a login begin?   {"fault": "FINE", "authorization": "https://…"}
 *	{"task": "who", …}    whose code is this?         {"fault": "FINE", "cpr": "…", "level": "HIGH"}
 *
 * Both answers bring the provider's description, which the next task may bring along; another
 * fault than FINE brings a detail for the log, if there is one.
 */
#include "mitid.h"

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LARGEST = 256 * 1024, DEPTH = 16 };

/* --- JSON ----------------------------------------------------------------------------------- */

static void
put(void *object)
{
	json_object_put(object);
}

json_object *
object_of(struct arena *a, const char *text, size_t n)
{
	json_tokener *reader = json_tokener_new_ex(DEPTH);
	json_object *o = NULL;

	if (reader == NULL || n == 0 || n > LARGEST)
		return NULL;
	json_tokener_set_flags(reader, JSON_TOKENER_VALIDATE_UTF8);
	o = json_tokener_parse_ex(reader, text, (int)n);
	if (o != NULL)
		arena_defer(a, put, o);
	if (json_tokener_get_error(reader) != json_tokener_success ||
	    !json_object_is_type(o, json_type_object))
		o = NULL;
	json_tokener_free(reader);
	return o;
}

const char *
member(json_object *o, const char *name)
{
	json_object *value;
	const char *s;

	if (!json_object_object_get_ex(o, name, &value) ||
	    !json_object_is_type(value, json_type_string))
		return "";
	s = json_object_get_string(value);
	return strlen(s) == (size_t)json_object_get_string_len(value) ? s : "";
}

/* --- the task ------------------------------------------------------------------------------- */

static struct bytes
read_all(void)
{
	static unsigned char all[LARGEST];
	size_t n = 0;

	while (n < sizeof all) {
		ssize_t got = read(STDIN_FILENO, all + n, sizeof all - n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		n += (size_t)got;
	}
	return (struct bytes){ all, n };
}

static struct task
task_of(struct arena *a, json_object *o)
{
	struct task t = { .arena = a,
		.wanted = { .issuer = member(o, "issuer"),
		    .client = member(o, "client"),
		    .nonce = member(o, "nonce"),
		    .cpr = member(o, "cpr"),
		    .loa = member(o, "loa"),
		    .least = assurance_of_word(member(o, "least")),
		    .now = (int64_t)time(NULL) },
		.back = member(o, "back"),
		.secret_file = member(o, "secret_file"),
		.ca = member(o, "ca"),
		.code = member(o, "code"),
		.verifier = member(o, "verifier"),
		.detail = "" };
	json_object *asked;

	if (json_object_object_get_ex(o, "asked", &asked))
		t.wanted.asked = json_object_get_int64(asked);
	if (json_object_object_get_ex(o, "provider", &t.provider) &&
	    json_object_is_type(t.provider, json_type_object))
		t.known_before = true;
	else
		t.provider = NULL;
	return t;
}

/* --- the answer ----------------------------------------------------------------------------- */

static void
say(json_object *answer, const char *name, const char *value)
{
	if (value[0] != '\0')
		json_object_object_add(answer, name, json_object_new_string(value));
}

static enum oidc_fault
do_task(struct task *t, const char *what, json_object *answer)
{
	struct oidc_found found = { ASSURANCE_LOW, "" };
	enum oidc_fault fault = provider_know(t);

	if (fault != OIDC_FINE)
		return fault;
	if (strcmp(what, "who") == 0) {
		fault = token_redeem(t, &found);
		if (fault == OIDC_FINE) {
			say(answer, "cpr", found.cpr);
			say(answer, "level", assurance_word(found.level));
		}
	} else {
		say(answer, "authorization", member(t->provider, "authorization_endpoint"));
	}
	json_object_object_add(answer, "provider", json_object_get(t->provider));
	return fault;
}

static bool
write_all(const char *s)
{
	size_t n = strlen(s);

	while (n > 0) {
		ssize_t sent = write(STDOUT_FILENO, s, n);

		if (sent < 0 && errno != EINTR)
			return false;
		if (sent > 0) {
			s += sent;
			n -= (size_t)sent;
		}
	}
	return true;
}

int
main(void)
{
	json_object *answer = json_object_new_object(), *o;
	struct arena *a = arena_make();
	struct bytes b;
	struct task t;

	limit_self();
	b = read_all();
	o = object_of(a, (const char *)b.at, b.n);
	if (o == NULL)
		_exit(1);
	t = task_of(a, o);
	say(answer, "fault", oidc_word(do_task(&t, member(o, "task"), answer)));
	say(answer, "detail", t.detail);
	/* _exit: what came from outside is not tidied up in the libraries' memory. */
	_exit(write_all(json_object_to_json_string_ext(answer, JSON_C_TO_STRING_PLAIN)) ? 0 : 1);
}
