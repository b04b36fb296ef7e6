/* SPDX-License-Identifier: MPL-2.0 */
#include "people_find.h"

#include <string.h>

#include "db.h"
#include "like.h"

/* What leads a search: the numbers that people_found knows. */
enum lead { LEAD_WORD = 1, LEAD_ROLE, LEAD_UNIT, LEAD_SPECIALTY, LEAD_STAGE, LEAD_ALL };

enum { REGIONS = 3 }; /* about: that many shares has the country */

static const char *const sorts[] = {
	[SORT_NAME] = "navn", [SORT_ROLE] = "rolle", [SORT_BEGINS] = "fra"
};

const char *
people_sort_word(enum people_sort sort)
{
	return sorts[sort];
}

static const char *
stage_word(const char *typed)
{
	static const char *const stages[] = { "KBU", "INTRO", "HU", "EVAL" };

	for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++)
		if (strcmp(stages[i], typed) == 0)
			return stages[i];
	return "";
}

/* What is no such value is nothing. */
static struct people_filter
made(struct arena *a, const char *typed, const char *role, uint32_t region, uint32_t specialty,
    const char *unit, const char *stage, const char *sort, bool all)
{
	struct people_filter f = { typed, words_typed(a, "", typed), role_of_word(role), region,
		specialty, utf8_clip(a, text_tidy_line(a, unit), ENDING_MOST), stage_word(stage),
		SORT_NAME, all };

	for (enum people_sort s = SORT_NAME; s <= SORT_BEGINS; s++)
		if (strcmp(sorts[s], sort) == 0)
			f.sort = s;
	return f;
}

struct people_filter
people_filter_of(const struct request *req)
{
	return made(req->arena, query_text(req, "q"), query_text(req, "rolle"),
	    query_u32(req, "region", 0), query_u32(req, "speciale", 0), query_text(req, "sted"),
	    query_text(req, "fase"), query_text(req, "orden"), query_text(req, "alle")[0] != '\0');
}

struct people_filter
people_filter_of_form(struct arena *a, const struct form *form)
{
	return made(a, form_line(form, "q", TYPED_MOST), form_value(form, "rolle"),
	    form_u32(form, "region", 0), form_u32(form, "speciale", 0),
	    form_line(form, "sted", ENDING_MOST), form_value(form, "fase"),
	    form_value(form, "orden"), form_ticked(form, "alle"));
}

struct people_filter
people_filter_words(struct arena *a, const char *typed)
{
	return made(a, typed, "", 0, 0, "", "", "", false);
}

bool
people_filter_narrows(const struct people_filter *f)
{
	return f->role != ROLE_NONE || f->region != 0 || f->specialty != 0 || f->unit[0] != '\0' ||
	    f->stage[0] != '\0';
}

bool
people_filter_asks(const struct people_filter *f)
{
	return f->words.n > 0 || f->all || people_filter_narrows(f);
}

static struct url
with_number(struct arena *a, struct url at, const char *name, uint32_t n)
{
	return n == 0 ? at : url_with(a, at, name, arena_format(a, "%u", n));
}

static struct url
with_text(struct arena *a, struct url at, const char *name, const char *text)
{
	return text[0] == '\0' ? at : url_with(a, at, name, text);
}

/* Six digits or more may be a CPR number, or some of one: they are never part of an address. */
static const char *
without_number(const char *typed)
{
	size_t digits = 0;

	for (const char *p = typed; *p != '\0'; p++)
		digits += *p >= '0' && *p <= '9';
	return digits >= 6 ? "" : typed;
}

struct url
people_filter_url(struct arena *a, struct url at, const struct people_filter *f)
{
	at = with_text(a, at, "q", f->words.n > 0 ? without_number(f->typed) : "");
	at = with_text(a, at, "rolle", role_word(f->role));
	at = with_number(a, at, "region", f->region);
	at = with_number(a, at, "speciale", f->specialty);
	at = with_text(a, at, "sted", without_number(f->unit));
	at = with_text(a, at, "fase", f->stage);
	return f->all ? url_with(a, at, "alle", "1") : at;
}

/* --- what leads ------------------------------------------------------------------------------ */

/* What is known before: which of the things asked for is the rarest, how many it leaves, and how
 * many are likely to be left by all of them together. */
struct guess {
	enum lead lead;
	uint32_t least, about;
	double part; /* of all people that fit */
};

static void
ask_for(struct guess *g, uint32_t n, enum lead candidate)
{
	if (n < g->least) {
		g->least = n;
		g->lead = candidate;
	}
	if (n < g->about)
		g->part *= (double)n / g->about;
}

/* The rarest of the words comes first among them. */
static void
ask_for_words(struct guess *g, struct words *w, const struct people_rare *rare)
{
	const uint32_t of[WORDS] = { rare->a, rare->b, rare->c, rare->d };
	const char *first = w->like[0];
	size_t least = 0;

	for (size_t i = 0; i < w->n; i++) {
		ask_for(g, of[i], LEAD_WORD);
		if (of[i] < of[least])
			least = i;
	}
	w->like[0] = w->like[least];
	w->like[least] = first;
}

static struct guess
guess_of(
    struct words *w, const struct people_filter *f, const struct people_rare *rare, uint32_t most)
{
	struct guess g = { .least = most, .about = rare->about + 1, .part = 1 };

	/* who counted on to one more than can be sorted knows no more than that they are many */
	if (rare->everybody != PEOPLE_SORTED + 1)
		ask_for(&g, rare->everybody, LEAD_ALL);
	g.part = 1;
	ask_for_words(&g, w, rare);
	if (f->role != ROLE_NONE)
		ask_for(&g, rare->role, LEAD_ROLE);
	if (f->unit[0] != '\0')
		ask_for(&g, rare->unit, LEAD_UNIT);
	if (f->specialty != 0)
		ask_for(&g, rare->specialty, LEAD_SPECIALTY);
	if (f->stage[0] != '\0')
		ask_for(&g, rare->stage, LEAD_STAGE);
	if (f->region != 0)
		g.part /= REGIONS;
	return g;
}

/* What leads, or 0 where walking is likely to look at fewer until that many rows are found. */
static uint32_t
lead_of(const struct guess *g, uint32_t rows)
{
	if (g->least <= PEOPLE_SORTED)
		return g->lead;
	return g->least <= PEOPLE_LED && g->part * g->least < rows ? g->lead : 0;
}

/* --- the search ------------------------------------------------------------------------------ */

static enum db_outcome
walk(struct request *req, const struct subject *who, const struct people_filter *f,
    const char *units, uint32_t skip, uint32_t rows, struct people_page *page)
{
	const char *const *w = f->words.like;
	enum db_outcome o = people_walked(req->db, who, w[0], w[1], w[2], w[3], role_word(f->role),
	    f->region, units, f->specialty, f->stage, f->words.n > 0, skip, rows + 1, &page->rows,
	    &page->n);

	page->more = page->n > rows;
	page->n -= page->more;
	page->counted = !page->more;
	page->found = skip + (uint32_t)page->n;
	page->in_order = f->sort == SORT_NAME;
	return o;
}

/* So many are counted of each thing that is asked for: one more than can lead.  Of a place alone fewer can, as
 * lead_of says it: where all of them times their part of all people come to the rows of the page. */
static uint32_t
counted(const struct people_filter *f, uint32_t about, uint32_t rows)
{
	const bool alone = f->unit[0] != '\0' && f->words.n == 0 && f->role == ROLE_NONE &&
	    f->specialty == 0 && f->stage[0] == '\0';
	uint32_t most = PEOPLE_SORTED;

	while (alone && most < PEOPLE_LED &&
	    (double)most * most / about < rows * (f->region == 0 ? 1.0 : REGIONS))
		most += PEOPLE_SORTED / 4;
	return (alone && about > 0 ? most : PEOPLE_LED) + 1;
}

/* The places of the name asked for, and how many of each thing are counted; units "" when no place was. */
static enum db_outcome
units_of(struct request *req, const struct subject *who, const struct people_filter *f,
    uint32_t rows, const char **units, uint32_t *most)
{
	struct people_places places = { .units = "" };
	enum db_outcome o = DB_ONE;

	if (f->unit[0] != '\0')
		o = people_places(req->db, who, like_of(req->arena, "%", f->unit), &places);
	*units = places.units;
	*most = counted(f, places.about, rows);
	return o;
}

enum db_outcome
people_find(struct request *req, const struct subject *who, const struct people_filter *f,
    uint32_t skip, uint32_t rows, struct people_page *page)
{
	struct people_rare rare = { 0 };
	struct words w = f->words;
	const char *units = "", *role = role_word(f->role);
	struct guess guess;
	uint32_t lead, most;
	enum db_outcome o = units_of(req, who, f, skip + rows, &units, &most);

	*page = (struct people_page){ .counted = true, .in_order = true };
	if (o == DB_ONE)
		o = people_rare(req->db, who, w.like[0], w.like[1], w.like[2], w.like[3], role,
		    units, f->specialty, f->stage, most,
		    (skip + rows > PEOPLE_SORTED ? PEOPLE_LED : PEOPLE_SORTED) + 1, &rare);
	if (o != DB_ONE)
		return o;
	guess = guess_of(&w, f, &rare, most);
	if ((lead = lead_of(&guess, skip + rows)) == 0)
		return walk(req, who, f, units, skip, rows, page);
	o = people_found(req->db, who, lead, w.like[0], w.like[1], w.like[2], w.like[3], role,
	    f->region, units, f->specialty, f->stage, w.n > 0, people_sort_word(f->sort), skip,
	    rows, &page->rows, &page->n);
	page->found = page->n == 0 ? 0 : page->rows[0].found;
	page->more = skip + page->n < page->found;
	return o;
}

size_t
roles_of_row(struct arena *a, const char *joined, const struct role_held **out)
{
	char *line = joined == NULL ? NULL : arena_string(a, joined), *place, *next;
	struct role_held *roles;
	size_t n = line != NULL, k = 0;

	for (const char *p = line; p != NULL && (p = strchr(p, '\n')) != NULL; p++)
		n++;
	*out = roles = arena_array(a, n, sizeof *roles);
	for (; line != NULL; line = next) {
		if ((next = strchr(line, '\n')) != NULL)
			*next++ = '\0';
		if ((place = strchr(line, '\t')) != NULL)
			*place++ = '\0';
		roles[k++] = (struct role_held){ role_title(role_of_word(line)),
			place == NULL ? "" : place };
	}
	return k;
}
