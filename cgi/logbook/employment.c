/* SPDX-License-Identifier: MPL-2.0 */
#include "employment.h"

#include <string.h>

#include <json-c/json.h>

#include "absence.h"
#include "text.h"

static const struct {
	const char *word, *title;
} kinds[EMPLOYMENT_KINDS] = {
	[EMPLOYMENT_KBU] = { "KBU", "KBU" },
	[EMPLOYMENT_INTRO] = { "INTRO", "Introduktionsstilling" },
	[EMPLOYMENT_HU] = { "HU", "Hoveduddannelse" },
	[EMPLOYMENT_UNCLASSIFIED] = { "UNCLASSIFIED", "Uklassificeret stilling" },
	[EMPLOYMENT_LOCUM] = { "LOCUM", "Vikariat" },
	[EMPLOYMENT_RESEARCH] = { "RESEARCH", "Forskning" },
	[EMPLOYMENT_LEAVE] = { "LEAVE", "Orlov" },
	[EMPLOYMENT_OTHER] = { "OTHER", "Andet" },
};

const char *
employment_word(enum employment_kind k)
{
	return kinds[k].word;
}

enum employment_kind
employment_of_word(const char *word)
{
	enum employment_kind k = 0;

	while (k < EMPLOYMENT_KINDS && strcmp(kinds[k].word, word) != 0)
		k++;
	return k;
}

const char *
employment_title(enum employment_kind k)
{
	return kinds[k].title;
}

enum employment_kind
employment_of_stage(const char *stage)
{
	enum employment_kind k = employment_of_word(stage);

	return k <= EMPLOYMENT_HU ? k : EMPLOYMENT_OTHER;
}

bool
employment_is_told(enum employment_kind k)
{
	return k == EMPLOYMENT_LEAVE || k == EMPLOYMENT_OTHER;
}

/* --- order and gaps --------------------------------------------------------------------- */

/* <0, 0, >0; no day is later than any. */
static int
compare_end(struct day a, struct day b)
{
	if (day_is_none(a) || day_is_none(b))
		return day_is_none(a) - day_is_none(b);
	return day_compare(a, b);
}

/* Elements before the doctor's own rows of the same days, these in the order in which they were added. */
static int
compare(const struct employment_line *a, const struct employment_line *b)
{
	int c = day_compare(a->since, b->since);

	if (c == 0)
		c = compare_end(a->until, b->until);
	if (c == 0)
		c = (a->own > b->own) - (a->own < b->own);
	return c;
}

void
employment_sort(struct employment_line *lines, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct employment_line l = lines[i];
		size_t k = i;

		for (; k > 0 && compare(&l, &lines[k - 1]) < 0; k--)
			lines[k] = lines[k - 1];
		lines[k] = l;
	}
}

static bool
is_gap(struct day since, struct day until)
{
	return day_compare(day_add_months(since, 1), until) < 0;
}

size_t
employment_gaps(
    const struct employment_line *lines, size_t n, struct day today, struct employment_gap *gaps)
{
	struct day covered;
	size_t found = 0;

	if (n == 0)
		return 0;
	covered = lines[0].until;
	for (size_t i = 1; i < n && !day_is_none(covered); i++) {
		if (is_gap(covered, lines[i].since))
			gaps[found++] = (struct employment_gap){ i, covered, lines[i].since, NULL };
		if (compare_end(lines[i].until, covered) > 0)
			covered = lines[i].until;
	}
	if (!day_is_none(covered) && is_gap(covered, today))
		gaps[found++] = (struct employment_gap){ n, covered, today, NULL };
	return found;
}

/* --- absence in an element -------------------------------------------------------------- */

/* Spells of one kind that touch or overlap are one. */
static void
add_spell(struct employment_absence *spells, size_t *n, struct employment_absence s)
{
	for (size_t i = 0; i < *n; i++)
		if (strcmp(spells[i].title, s.title) == 0 &&
		    day_compare(s.since, spells[i].until) <= 0) {
			if (day_compare(s.until, spells[i].until) > 0)
				spells[i].until = s.until;
			return;
		}
	spells[(*n)++] = s;
}

const char *
employment_leave(struct arena *a, const struct employment_absence *all, size_t n, struct day since,
    struct day until)
{
	struct employment_absence *spells = arena_array(a, n, sizeof *spells);
	struct text t = { .arena = a };
	size_t merged = 0;

	for (size_t i = 0; i < n; i++) {
		struct employment_absence s = all[i];

		if (day_compare(s.since, since) < 0)
			s.since = since;
		if (day_compare(s.until, until) > 0)
			s.until = until;
		if (day_compare(s.since, s.until) < 0)
			add_spell(spells, &merged, s);
	}
	for (size_t i = 0; i < merged; i++)
		if (absence_is_long(day_number(spells[i].until) - day_number(spells[i].since)))
			text_format(&t, "%s%s %s – %s", t.len == 0 ? "" : "; ", spells[i].title,
			    day_text(a, spells[i].since),
			    day_text(a, day_add(spells[i].until, -1)));
	return t.len == 0 ? "" : t.at;
}

const char *
employment_months(struct arena *a, struct day since, struct day until)
{
	int32_t halves;

	if (day_is_none(until))
		return "";
	halves = (2 * days360(since, until) + 15) / 30;
	return arena_format(a, halves % 2 == 0 ? "%d" : "%d,5", (int)(halves / 2));
}

/* --- a row that the doctor wrote -------------------------------------------------------- */

/* Of the days; NULL when they are fine. */
static const struct employment_fault *
day_fault(const struct employment_line *l, struct day today)
{
	static const struct employment_fault none = { "fra", "Skriv den første dag." },
	                                     later = { "fra",
		                                     "Den første dag er ikke kommet endnu." },
	                                     order = { "til",
		                                     "Den sidste dag ligger før den første." };

	if (day_is_none(l->since))
		return &none;
	if (day_compare(l->since, today) > 0)
		return &later;
	return !day_is_none(l->until) && day_compare(l->since, l->until) >= 0 ? &order : NULL;
}

size_t
employment_faults(const struct employment_line *l, struct day today,
    struct employment_fault faults[EMPLOYMENT_FAULTS])
{
	const struct employment_fault *days = day_fault(l, today);
	size_t n = 0;

	if (days != NULL)
		faults[n++] = *days;
	if (!employment_is_told(l->kind) && l->hospital[0] == '\0')
		faults[n++] = (struct employment_fault){ "sted",
			"Skriv sygehuset, praksissen eller arbejdsgiveren." };
	if (employment_is_told(l->kind) && l->remarks[0] == '\0')
		faults[n++] = (struct employment_fault){ "bemaerkninger",
			"Skriv, hvad du lavede i perioden." };
	if (l->fraction > 100)
		faults[n++] = (struct employment_fault){ "beskaeftigelse",
			"Skriv procent af fuld tid: fra 1 til 100." };
	return n;
}

/* --- what is signed --------------------------------------------------------------------- */

static void
put(struct json_object *row, const char *key, const char *text)
{
	json_object_object_add(row, key, json_object_new_string(text));
}

static struct json_object *
json_row(struct arena *a, const struct employment_line *l)
{
	struct json_object *row = json_object_new_object();

	put(row, "fra", day_iso(a, l->since));
	put(row, "til", day_is_none(l->until) ? "" : day_iso(a, day_add(l->until, -1)));
	put(row, "stilling", kinds[l->kind].word);
	put(row, "sted", l->hospital);
	put(row, "afdeling", l->department);
	put(row, "speciale", l->specialty);
	json_object_object_add(
	    row, "procent", l->fraction == 0 ? NULL : json_object_new_int64((int64_t)l->fraction));
	put(row, "stillingsnummer", l->position_no);
	put(row, "bemaerkninger", l->remarks);
	put(row, "kilde",
	    l->own != 0       ? "LAEGEN"
	        : l->reworded ? "DELFORLOEB_LAEGENS_BEMAERKNING"
	                      : "DELFORLOEB");
	return row;
}

const char *
employment_json(struct arena *a, const struct employment_line *lines, size_t n)
{
	struct json_object *list = json_object_new_object(), *rows = json_object_new_array();
	const char *json;

	json_object_object_add(list, "udgave", json_object_new_int(1));
	for (size_t i = 0; i < n; i++)
		json_object_array_add(rows, json_row(a, &lines[i]));
	json_object_object_add(list, "raekker", rows);
	json = arena_string(a,
	    json_object_to_json_string_ext(
	        list, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(list);
	return json;
}
