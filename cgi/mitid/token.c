/* SPDX-License-Identifier: MPL-2.0
 *
 * The code becomes a token (RFC 6749, 4.1.3; RFC 7636), and the token is read.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "mitid.h"

/* The client's secret, out of its file; NULL when it cannot be read. */
static const char *
read_secret(struct task *t)
{
	char text[1000];
	int fd = open(t->secret_file, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof text);

	if (fd >= 0)
		close(fd);
	while (n > 0 && (text[n - 1] == '\n' || text[n - 1] == '\r'))
		n--;
	if (n <= 0 || (size_t)n == sizeof text) {
		t->detail = "the file oidc.secret cannot be read";
		return NULL;
	}
	return arena_copy(t->arena, text, (size_t)n);
}

static struct post
post_of(struct task *t, const char *secret)
{
	struct arena *a = t->arena;
	const char *fields = arena_format(a,
	    "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s",
	    encoded(a, t->code), encoded(a, t->back), encoded(a, t->verifier));

	if (strcmp(member(t->provider, "secret"), "form") == 0)
		return (
		    struct post){ .fields = arena_format(a, "%s&client_id=%s&client_secret=%s",
			              fields, encoded(a, t->wanted.client), encoded(a, secret)) };
	/* As RFC 6749, 2.3.1 wants it: encoded first. */
	return (struct post){ fields, encoded(a, t->wanted.client), encoded(a, secret) };
}

/* What the provider says against it; only the words that the standards have are repeated. */
static enum oidc_fault
refused(struct task *t, long status, json_object *answer)
{
	static const char *const words[] = { "invalid_request", "invalid_client",
		"unauthorized_client", "unsupported_grant_type", "invalid_scope" };
	const char *error = answer == NULL ? "" : member(answer, "error");

	if (strcmp(error, "invalid_grant") == 0)
		return OIDC_SPENT;
	if (status != 0)
		t->detail = arena_format(t->arena, "token endpoint: status %ld", status);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(error, words[i]) == 0)
			t->detail = words[i];
	return OIDC_UNREACHED;
}

static enum oidc_fault
ask(struct task *t, const char **token)
{
	const char *secret = read_secret(t);
	json_object *answer;
	struct post post;
	struct text text;
	long status;

	if (secret == NULL)
		return OIDC_UNREACHED;
	post = post_of(t, secret);
	status = fetch(t, member(t->provider, "token_endpoint"), &post, &text);
	answer = status == 0 ? NULL : object_of(t->arena, text.at, text.len);
	if (status != 200)
		return refused(t, status, answer);
	*token = answer == NULL ? "" : member(answer, "id_token");
	return (*token)[0] == '\0' ? OIDC_SHAPE : OIDC_FINE;
}

static enum oidc_fault
verify(struct task *t, const char *token, struct bytes *claims)
{
	json_object *keys = NULL;

	json_object_object_get_ex(t->provider, "keys", &keys);
	return token_verify(t->arena, token, keys, claims);
}

enum oidc_fault
token_redeem(struct task *t, struct oidc_found *found)
{
	const char *token = "";
	enum oidc_fault fault = ask(t, &token);
	struct bytes claims = { 0 };

	if (fault != OIDC_FINE)
		return fault;
	fault = verify(t, token, &claims);
	/* A key that is not among those known from before may be a new one. */
	if (fault == OIDC_KEY && t->known_before) {
		fault = provider_keys(t);
		if (fault == OIDC_FINE)
			fault = verify(t, token, &claims);
	}
	return fault != OIDC_FINE
	    ? fault
	    : oidc_claims((const char *)claims.at, claims.n, &t->wanted, found);
}
