/* SPDX-License-Identifier: MPL-2.0 */
#include "overview_find.h"

#include <string.h>

#include "like.h"
#include "text.h"

enum { PLACE_MOST = 100 };

static const char *
one_of(const char *typed, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i], typed) == 0)
			return words[i];
	return words[0];
}

/* What is no such value is nothing. */
static struct overview_filter
made(struct arena *a, const char *stage, uint32_t specialty, const char *place,
    const char *pressing, const char *by)
{
	static const char *const stages[] = { "", "KBU", "INTRO", "HU", "EVAL" };
	static const char *const ways[] = { "afdeling", "speciale", "trin" };
	struct overview_filter f = { .stage = one_of(stage, stages, 5),
		.specialty = specialty,
		.place = utf8_clip(a, text_tidy_line(a, place), PLACE_MOST),
		.pressing = strcmp(pressing, "ja") == 0,
		.by = one_of(by, ways, 3) };

	f.pattern = f.place[0] == '\0' ? "" : like_of(a, "%", f.place);
	return f;
}

struct overview_filter
overview_filter_of(struct request *req)
{
	return made(req->arena, query_text(req, "fase"), query_u32(req, "speciale", 0),
	    query_text(req, "sted"), query_text(req, "kun"), query_text(req, "efter"));
}

struct overview_filter
overview_filter_of_form(struct arena *a, const struct form *form)
{
	return made(a, form_value(form, "fase"), form_u32(form, "speciale", 0),
	    form_value(form, "sted"), form_value(form, "kun"), form_value(form, "efter"));
}

struct url
overview_filter_url(struct arena *a, struct url at, const struct overview_filter *f)
{
	at = url_with(a, at, "efter", f->by);
	if (f->stage[0] != '\0')
		at = url_with(a, at, "fase", f->stage);
	if (f->specialty != 0)
		at = url_with(a, at, "speciale", arena_format(a, "%u", f->specialty));
	if (f->place[0] != '\0' && !url_holds_cpr(f->place))
		at = url_with(a, at, "sted", f->place);
	return f->pressing ? url_with(a, at, "kun", "ja") : at;
}

const char *const *
overview_words(struct arena *a, const char *words, size_t *n)
{
	const char **lines = arena_array(a, strlen(words) + 1, sizeof *lines);

	*n = 0;
	for (const char *p = words; *p != '\0'; p += p[0] == '\n') {
		size_t length = strcspn(p, "\n");

		lines[(*n)++] = arena_copy(a, p, length);
		p += length;
	}
	return lines;
}
