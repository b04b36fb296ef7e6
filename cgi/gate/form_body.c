/* SPDX-License-Identifier: MPL-2.0
 */
#include "form_body.h"

#include <string.h>
#include <strings.h>

#include "cpr.h"
#include "form_make.h"
#include "multipart.h"
#include "secret.h"

static bool
must_blot(const struct pair *p)
{
	return !form_asks_number(p->name) && cpr_stands_in(p->value);
}

static const char *
fit(struct arena *a, const struct pair *p)
{
	return must_blot(p) ? cpr_blotted(a, p->value) : p->value;
}

/* --- application/x-www-form-urlencoded --------------------------------------------------------- */

static void
encode(struct text *t, const char *s)
{
	for (; *s != '\0'; s++)
		text_format(t, "%%%02X", (unsigned)(unsigned char)*s);
}

static void
write_pairs(struct text *t, const struct pairs *fields)
{
	for (size_t i = 0; i < fields->n; i++) {
		if (i > 0)
			text_puts(t, "&");
		encode(t, fields->at[i].name);
		text_puts(t, "=");
		encode(t, fit(t->arena, &fields->at[i]));
	}
}

/* --- multipart/form-data ----------------------------------------------------------------------- */

/* Names stand between quotes; none of our forms has one in its names, or breaks a line. */
static bool
can_be_quoted(const char *s)
{
	return s[strcspn(s, "\"\\\r\n")] == '\0';
}

static void
write_file(struct text *t, const char *boundary, const struct upload *u)
{
	if (!can_be_quoted(u->name))
		return;
	text_format(t,
	    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
	    "Content-Type: application/octet-stream\r\n\r\n",
	    boundary, u->name, can_be_quoted(u->filename) ? u->filename : "fil");
	text_add(t, (const char *)u->content.at, u->content.n);
	text_puts(t, "\r\n");
}

static void
write_parts(
    struct text *t, const char *boundary, const struct pairs *fields, const struct uploads *files)
{
	for (size_t i = 0; i < fields->n; i++)
		if (can_be_quoted(fields->at[i].name))
			text_format(t,
			    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n",
			    boundary, fields->at[i].name, fit(t->arena, &fields->at[i]));
	for (size_t i = 0; i < files->n; i++)
		write_file(t, boundary, &files->at[i]);
	text_format(t, "--%s--\r\n", boundary);
}

struct form_body
form_body_blotted(struct arena *a, const char *content_type, struct bytes body)
{
	const struct form *f = form_make(a, content_type, body);
	const struct pairs *fields = f == NULL ? NULL : form_pairs(f);
	struct text t = { .arena = a };
	struct token boundary;
	size_t i = 0;

	while (fields != NULL && i < fields->n && !must_blot(&fields->at[i]))
		i++;
	if (fields == NULL || i == fields->n)
		return (struct form_body){ content_type, body };
	boundary = token_make();
	if (strncasecmp(content_type, "multipart/", 10) != 0) {
		write_pairs(&t, fields);
		content_type = "application/x-www-form-urlencoded";
	} else {
		write_parts(&t, boundary.text, fields, form_files(f));
		content_type = arena_format(a, "multipart/form-data; boundary=%s", boundary.text);
	}
	return (struct form_body){ content_type, { (const unsigned char *)t.at, t.len } };
}
