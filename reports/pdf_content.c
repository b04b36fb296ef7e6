/* SPDX-License-Identifier: MPL-2.0
 *
 * A page's content as cairo wrote it, read token by token: what stands outside our marks
 * (running head, rules, repeated heading rows) is put between /Artifact BMC and EMC, so that
 * it is decoration and not content that somebody forgot to tag.
 */
#include "pdf.h"

#include <string.h>

struct reader {
	const unsigned char *at, *end;
};

static bool
is_space(unsigned char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool
is_delimiter(unsigned char c)
{
	return strchr("()<>[]{}/%", c) != NULL;
}

static void
skip_string(struct reader *r)
{
	int depth = 0;

	do {
		if (*r->at == '\\' && r->at + 1 < r->end)
			r->at++;
		else if (*r->at == '(')
			depth++;
		else if (*r->at == ')')
			depth--;
		r->at++;
	} while (r->at < r->end && depth > 0);
}

/* The next operator or other bare word; strings are jumped over.  Empty at the end. */
static struct bytes
next_word(struct reader *r)
{
	struct bytes word = { r->end, 0 };

	while (r->at < r->end) {
		if (*r->at == '(') {
			skip_string(r);
		} else if (is_space(*r->at) || is_delimiter(*r->at)) {
			/* a name's words are never mistaken: no name here is BDC */
			r->at++;
		} else {
			word.at = r->at;
			while (r->at < r->end && !is_space(*r->at) && !is_delimiter(*r->at))
				r->at++;
			word.n = (size_t)(r->at - word.at);
			return word;
		}
	}
	return word;
}

static bool
is(struct bytes word, const char *operator)
{
	return word.n == strlen(operator) && memcmp(word.at, operator, word.n) == 0;
}

/* Where "/P << /MCID 3 >> BDC" begins, BDC being at the given place: the operands stand
 * before the operator. */
static const unsigned char *
operands_begin(const unsigned char *begin, const unsigned char *bdc)
{
	const unsigned char *p = bdc;

	while (p > begin && !(p[0] == '/' && p[1] == 'P' && p[2] == ' '))
		p--;
	return p;
}

static void
add_decoration(struct text *t, const unsigned char *from, const unsigned char *to)
{
	while (from < to && is_space(*from))
		from++;
	if (from >= to)
		return;
	text_puts(t, "/Artifact BMC\n");
	text_add(t, (const char *)from, (size_t)(to - from));
	text_puts(t, "\nEMC\n");
}

struct bytes
mark_decoration(struct arena *a, struct bytes content)
{
	struct reader r = { content.at, content.at + content.n };
	struct text t = { .arena = a };
	const unsigned char *done = content.at;
	int depth = 0;

	for (struct bytes word = next_word(&r); word.n > 0; word = next_word(&r)) {
		if (is(word, "BDC") || is(word, "BMC")) {
			const unsigned char *mark = operands_begin(done, word.at);

			if (depth++ == 0 && is(word, "BDC") && mark > done) {
				add_decoration(&t, done, mark);
				done = mark;
			}
		} else if (is(word, "EMC") && --depth == 0) {
			text_add(&t, (const char *)done, (size_t)(r.at - done));
			text_puts(&t, "\n");
			done = r.at;
		}
	}
	add_decoration(&t, done, r.end);
	return (struct bytes){ (const unsigned char *)t.at, t.len };
}
