/* SPDX-License-Identifier: MPL-2.0
 *
 * Strict where RFC 7578 lets senders be loose: nothing before the first boundary, CRLF only,
 * every part a form-data with a name.  Browsers and curl send nothing else.
 */
#include "multipart.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum {
	PARTS_MOST = 200,
	NAME_MOST = 100,
	FILENAME_MOST = 200,
	BOUNDARY_MOST = 70,
	HEADER_MOST = 2000,
	HEADERS_MOST = 10
};

/* Bytes that are being read, from the front. */
struct reader {
	struct arena *arena;
	const char *at, *end;
	const char *delimiter; /* CRLF, two hyphens, the boundary */
	size_t delimiter_n;
};

/* What the header of a part says. */
struct part {
	const char *name, *filename; /* filename NULL when it is no file */
	const char *content;
	size_t n;
};

/* --- the boundary --------------------------------------------------------------------- */

static bool
is_boundary(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isalnum((unsigned char)s[i]) &&
		    (s[i] == '\0' || strchr("'()+_,-./:=? ", s[i]) == NULL))
			return false;
	return n >= 1 && n <= BOUNDARY_MOST && s[n - 1] != ' ';
}

/* The boundary of a content type, with the CRLF and hyphens that stand before it; NULL without. */
static const char *
delimiter_of(struct arena *a, const char *type)
{
	static const char multipart[] = "multipart/form-data";
	const char *p = type + sizeof multipart - 1, *boundary = NULL;
	size_t n = 0;

	if (strncasecmp(type, multipart, sizeof multipart - 1) != 0)
		return NULL;
	while (*(p += strspn(p, " \t")) == ';') {
		bool quoted, ours;

		p += 1 + strspn(p + 1, " \t");
		ours = strncasecmp(p, "boundary=", 9) == 0;
		if (ours && boundary != NULL)
			return NULL;
		p += strcspn(p, "=;");
		if (*p != '=')
			continue;
		quoted = *++p == '"';
		p += quoted;
		if (ours) {
			boundary = p;
			n = strcspn(p, quoted ? "\"" : "; \t");
		}
		p += strcspn(p, quoted ? "\"" : "; \t");
		if (quoted && *p++ != '"')
			return NULL;
	}
	if (*p != '\0' || boundary == NULL || !is_boundary(boundary, n))
		return NULL;
	return arena_format(a, "\r\n--%.*s", (int)n, boundary);
}

/* --- the header of a part ------------------------------------------------------------- */

static bool
skip(struct reader *r, const char *s)
{
	size_t n = strlen(s);

	if ((size_t)(r->end - r->at) < n || memcmp(r->at, s, n) != 0)
		return false;
	r->at += n;
	return true;
}

/* The next line, without its CRLF; NULL when there is none or it is too long. */
static const char *
read_line(struct reader *r)
{
	size_t left = (size_t)(r->end - r->at);
	const char *line = r->at;
	const char *end = memmem(line, left < HEADER_MOST ? left : HEADER_MOST, "\r\n", 2);

	if (end == NULL || memchr(line, '\0', (size_t)(end - line)) != NULL)
		return NULL;
	r->at = end + 2;
	return arena_copy(r->arena, line, (size_t)(end - line));
}

/* A value between quotes; *s stands behind the first and is moved behind the last.  Browsers
 * write a quote as %22, other programs write it as \" . */
static const char *
read_quoted(struct arena *a, const char **s)
{
	char *out = arena_take(a, strlen(*s) + 1), *to = out;
	const char *p = *s;

	for (; *p != '"' && *p != '\0'; p++) {
		if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
			p++;
		if (strncmp(p, "%22", 3) == 0) {
			*to++ = '"';
			p += 2;
		} else
			*to++ = *p;
	}
	*s = p + 1;
	return *p == '"' && utf8_is_valid(out, (size_t)(to - out)) ? out : NULL;
}

/* The last part of a path, without control characters, not too long. */
static const char *
clean_filename(struct arena *a, const char *s)
{
	char *out, *to;

	if (s[0] == '\0')
		return "";
	for (const char *p; (p = strpbrk(s, "/\\")) != NULL;)
		s = p + 1;
	to = out = arena_take(a, strlen(s) + 1);
	for (; *s != '\0'; s++) {
		/* two bytes each: the control characters U+0080 to U+009F */
		if ((unsigned char)s[0] == 0xc2 && (unsigned char)s[1] < 0xa0)
			s++;
		else if ((unsigned char)*s >= 0x20 && *s != 0x7f)
			*to++ = *s;
	}
	out = utf8_clip(a, text_tidy(a, out), FILENAME_MOST);
	return out[0] == '\0' ? "unavngivet" : out;
}

/* One parameter of a disposition: name and filename are wanted, quoted and once; others are
 * passed over.  *s stands at its first letter and is moved behind it. */
static bool
read_parameter(struct arena *a, const char **s, struct part *part)
{
	size_t n = strcspn(*s, "=;");
	bool name = n == 4 && strncasecmp(*s, "name", n) == 0;
	bool filename = n == 8 && strncasecmp(*s, "filename", n) == 0;
	const char *value;

	if ((*s)[n] != '=')
		return false;
	*s += n + 1;
	if (**s != '"') {
		*s += strcspn(*s, "; \t");
		return !name && !filename;
	}
	++*s;
	if ((value = read_quoted(a, s)) == NULL || (name && part->name != NULL) ||
	    (filename && part->filename != NULL))
		return false;
	if (name)
		part->name = value;
	if (filename)
		part->filename = clean_filename(a, value);
	return true;
}

static bool
is_name(const char *s)
{
	size_t n = s == NULL ? 0 : strlen(s);

	return n >= 1 && n <= NAME_MOST && !utf8_has_control(s, n) && strpbrk(s, "\t\r\n") == NULL;
}

/* form-data; name="…"; filename="…" */
static bool
read_disposition(struct arena *a, const char *s, struct part *part)
{
	if (strncasecmp(s, "form-data", 9) != 0)
		return false;
	for (s += 9; *(s += strspn(s, " \t")) == ';';) {
		s += 1 + strspn(s + 1, " \t");
		if (!read_parameter(a, &s, part))
			return false;
	}
	return *s == '\0' && is_name(part->name);
}

static bool
read_header(struct reader *r, struct part *part)
{
	static const char disposition[] = "Content-Disposition:";

	for (int i = 0; i <= HEADERS_MOST; i++) {
		const char *line = read_line(r);

		if (line == NULL)
			return false;
		if (line[0] == '\0')
			return part->name != NULL;
		if (strncasecmp(line, disposition, sizeof disposition - 1) != 0)
			continue;
		line += sizeof disposition - 1;
		if (!read_disposition(r->arena, line + strspn(line, " \t"), part))
			return false;
	}
	return false;
}

/* --- the parts ------------------------------------------------------------------------ */

/* Up to the next delimiter. */
static bool
read_content(struct reader *r, struct part *part)
{
	const char *end = memmem(r->at, (size_t)(r->end - r->at), r->delimiter, r->delimiter_n);

	if (end == NULL)
		return false;
	part->content = r->at;
	part->n = (size_t)(end - r->at);
	r->at = end + r->delimiter_n;
	return true;
}

static bool
add_part(struct arena *a, const struct part *part, struct pairs *fields, struct uploads *files)
{
	if (part->filename != NULL) {
		files->at[files->n++] = (struct upload){ part->name, part->filename,
			{ (const unsigned char *)part->content, part->n } };
		return true;
	}
	if (!utf8_is_valid(part->content, part->n) || utf8_has_control(part->content, part->n))
		return false;
	fields->at[fields->n++] =
	    (struct pair){ part->name, arena_copy(a, part->content, part->n) };
	return true;
}

bool
multipart_read(struct arena *a, const char *content_type, struct bytes body, struct pairs *fields,
    struct uploads *files)
{
	struct reader r = { .arena = a, .delimiter = delimiter_of(a, content_type) };

	*fields = (struct pairs){ .at = arena_array(a, PARTS_MOST, sizeof *fields->at) };
	*files = (struct uploads){ .at = arena_array(a, PARTS_MOST, sizeof *files->at) };
	if (r.delimiter == NULL || body.n == 0)
		return false;
	r.delimiter_n = strlen(r.delimiter);
	r.at = (const char *)body.at;
	r.end = r.at + body.n;
	if (!skip(&r, r.delimiter + 2))
		return false;
	for (int parts = 0; !skip(&r, "--"); parts++) {
		struct part part = { 0 };

		if (parts == PARTS_MOST || !skip(&r, "\r\n") || !read_header(&r, &part) ||
		    !read_content(&r, &part) || !add_part(a, &part, fields, files))
			return false;
	}
	return r.at == r.end || (skip(&r, "\r\n") && r.at == r.end);
}
