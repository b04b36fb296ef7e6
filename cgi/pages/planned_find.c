/* SPDX-License-Identifier: MPL-2.0 */
#include "planned_find.h"

#include <string.h>

#include "db.h"

static const char *
one_of(const char *typed, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i], typed) == 0)
			return words[i];
	return words[0];
}

/* What is no such value is nothing. */
static struct planned_filter
made(struct arena *a, const char *typed, uint32_t region, uint32_t specialty, const char *stage,
    const char *source, const char *sort)
{
	static const char *const stages[] = { "", "KBU", "INTRO", "HU", "EVAL" };
	static const char *const sources[] = { "", "HAND", "BASISLAEGE", "REGION",
		"VIDEREUDDANNELSE" };
	static const char *const sorts[] = { "fra", "navn", "sted" };

	return (struct planned_filter){ typed, words_typed(a, "", typed), region, specialty,
		one_of(stage, stages, 5), one_of(source, sources, 5), one_of(sort, sorts, 3) };
}

struct planned_filter
planned_filter_of(struct request *req, const struct subject *who)
{
	struct own_region own = { 0 };

	if (req->query.n == 0)
		own_region(req->db, who, &own);
	return made(req->arena, query_text(req, "q"), query_u32(req, "region", own.region),
	    query_u32(req, "speciale", 0), query_text(req, "fase"), query_text(req, "kilde"),
	    query_text(req, "orden"));
}

struct planned_filter
planned_filter_of_form(struct arena *a, const struct form *form)
{
	return made(a, form_line(form, "q", TYPED_MOST), form_u32(form, "region", 0),
	    form_u32(form, "speciale", 0), form_value(form, "fase"), form_value(form, "kilde"),
	    form_value(form, "orden"));
}

struct url
planned_filter_url(struct arena *a, struct url at, const struct planned_filter *f)
{
	if (f->words.n > 0 && !url_holds_cpr(f->typed))
		at = url_with(a, at, "q", f->typed);
	at = url_with(a, at, "region", arena_format(a, "%u", f->region));
	if (f->specialty != 0)
		at = url_with(a, at, "speciale", arena_format(a, "%u", f->specialty));
	if (f->stage[0] != '\0')
		at = url_with(a, at, "fase", f->stage);
	return f->source[0] == '\0' ? at : url_with(a, at, "kilde", f->source);
}

enum db_outcome
planned_find(struct request *req, const struct subject *who, const struct planned_filter *f,
    uint32_t skip, uint32_t rows, struct planned_doctors **found, size_t *n)
{
	if (f->words.like[0][0] == '\0')
		return planned_doctors(req->db, who, f->region, f->stage, f->specialty, f->source,
		    f->sort, skip, rows, found, n);
	return planned_named(req->db, who, f->region, f->stage, f->specialty, f->source,
	    f->words.like[0], f->words.like[1], f->words.like[2], f->sort, skip, rows, found, n);
}

const char *
planned_access(struct arena *a, const struct planned_doctors *p)
{
	if (strcmp(p->access, "HELD") == 0)
		return "Holdt tilbage: e-mail eller mobil mangler";
	if (strcmp(p->access, "HAS") == 0)
		return "Har adgang";
	return day_is_none(p->access_due)
	    ? "Ikke planlagt"
	    : arena_format(a, "Sendes %s", day_text(a, p->access_due));
}
