/* SPDX-License-Identifier: MPL-2.0 */
#include "card_file.h"

#include <string.h>
#include <strings.h>

#include "number.h"

enum column { ART, CARD, TITLE, METHOD, SCALE, GOALS, COUNTS_FOR, NUMBER, PER_YEAR, COLUMNS };

static const char *const headings[COLUMNS] = { "art", "kort", "titel", "metode", "skala", "maal",
	"gaelder", "antal", "om_aaret" };

struct reader {
	struct arena *arena;
	struct sheet sheet;
	struct sheet_faults *faults;
	struct card_file *file;
	size_t column[COLUMNS];
	const struct sheet_row *row;
};

static struct sheet_place
place(const struct reader *r, enum column c)
{
	return sheet_place(&r->sheet, r->row, r->column[c]);
}

/* The cell's text, at most so many characters; "" with a fault when it must be filled. */
static const char *
cell(struct reader *r, enum column c, size_t most, bool needed)
{
	const char *s = r->row->cells[r->column[c]].text;

	if (s == NULL)
		return "";
	if (needed && s[0] == '\0')
		sheet_blame(r->faults, place(r, c), "Feltet skal udfyldes.");
	if (utf8_count(s) > most)
		sheet_blame(r->faults, place(r, c), "Der er plads til %zu tegn.", most);
	return s;
}

/* "3|4" as words. */
static const char **
words(struct reader *r, const char *list, size_t *n)
{
	const char **out = arena_array(r->arena, strlen(list) + 1, sizeof *out);
	size_t length;

	for (*n = 0; *list != '\0'; list += length + (list[length] == '|')) {
		length = strcspn(list, "|");
		out[(*n)++] = text_tidy_line(r->arena, arena_copy(r->arena, list, length));
	}
	return out;
}

static uint32_t
number(struct reader *r, enum column c)
{
	const char *s = cell(r, c, 10, false);
	uint32_t n = 0;

	if (s[0] != '\0' && (!number_u32(s, &n) || n < 1 || n > 999))
		sheet_blame(r->faults, place(r, c),
		    "Skriv et tal fra 1 til 999, eller lad feltet være tomt.");
	return n;
}

static bool
choice(struct reader *r, enum column c, const char *no, const char *yes)
{
	const char *s = cell(r, c, 20, false);

	if (s[0] != '\0' && strcasecmp(s, no) != 0 && strcasecmp(s, yes) != 0)
		sheet_blame(r->faults, place(r, c), "Skriv %s eller %s.", no, yes);
	return strcasecmp(s, yes) == 0;
}

static struct card_plan *
card_of(struct reader *r, const char *code)
{
	for (size_t i = 0; i < r->file->ncards; i++)
		if (strcasecmp(r->file->cards[i].code, code) == 0)
			return &r->file->cards[i];
	return NULL;
}

static void
read_card(struct reader *r)
{
	const char *code = cell(r, CARD, CARD_CODE, true);
	struct card_plan *c;

	if (card_of(r, code) != NULL)
		sheet_blame(r->faults, place(r, CARD), "Kortet %s står to gange.", code);
	if (r->file->ncards == CARD_FILE_CARDS) {
		sheet_blame(
		    r->faults, place(r, CARD), "Der er flere end %d kort.", CARD_FILE_CARDS);
		return;
	}
	c = &r->file->cards[r->file->ncards++];
	*c = (struct card_plan){ .code = code,
		.title = cell(r, TITLE, CARD_TITLE, true),
		.method = cell(r, METHOD, CARD_METHOD, true),
		.guidance = "",
		.scale = choice(r, SCALE, "GODKENDT", "FEM") ? CARD_FEM : CARD_GODKENDT,
		.whole = choice(r, COUNTS_FOR, "ET", "ALLE"),
		.parts = arena_array(r->arena, CARD_PARTS, sizeof *c->parts),
		.at = place(r, CARD) };
	c->goals = words(r, cell(r, GOALS, 2000, true), &c->ngoals);
}

/* The card that the row goes on with. */
static struct card_plan *
card_before(struct reader *r)
{
	struct card_plan *c = card_of(r, cell(r, CARD, CARD_CODE, true));

	if (c == NULL)
		sheet_blame(r->faults, place(r, CARD), "Kortet skal stå i en række før denne.");
	return c;
}

static void
read_part(struct reader *r)
{
	const char *title = cell(r, TITLE, 500, true);
	struct card_plan *c = card_before(r);

	if (c == NULL)
		return;
	if (c->nparts == CARD_PARTS)
		sheet_blame(
		    r->faults, place(r, CARD), "Kortet har flere end %d delmål.", CARD_PARTS);
	else
		c->parts[c->nparts++] = text_tidy_line(r->arena, title);
}

static void
read_guidance(struct reader *r)
{
	const char *text = cell(r, TITLE, CARD_GUIDANCE, true);
	struct card_plan *c = card_before(r);

	if (c != NULL)
		c->guidance = text;
}

static void
read_counter(struct reader *r)
{
	struct card_counter *c = &r->file->counters[r->file->ncounters++];

	*c = (struct card_counter){ .method = cell(r, METHOD, CARD_METHOD, true),
		.target = number(r, NUMBER),
		.per_year = number(r, PER_YEAR),
		.at = place(r, METHOD) };
	c->goals = words(r, cell(r, GOALS, 2000, true), &c->ngoals);
}

static void
read_row(struct reader *r)
{
	const char *art = cell(r, ART, 20, true);

	if (strcasecmp(art, "KORT") == 0)
		read_card(r);
	else if (strcasecmp(art, "DELMAAL") == 0)
		read_part(r);
	else if (strcasecmp(art, "VEJLEDNING") == 0)
		read_guidance(r);
	else if (strcasecmp(art, "TAELLER") == 0)
		read_counter(r);
	else if (art[0] != '\0')
		sheet_blame(
		    r->faults, place(r, ART), "Skriv KORT, DELMAAL, VEJLEDNING eller TAELLER.");
}

static bool
find_columns(struct reader *r)
{
	const struct sheet_place top = { r->sheet.header_line, r->sheet.header_row, 0, NULL };
	bool all = true;

	for (enum column c = 0; c < COLUMNS; c++) {
		r->column[c] = sheet_column(&r->sheet, headings[c]);
		if (r->column[c] == r->sheet.ncolumns) {
			sheet_blame(r->faults, top, "Kolonnen \"%s\" mangler.", headings[c]);
			all = false;
		}
	}
	return all;
}

static void
read_notes(struct reader *r)
{
	for (size_t i = 0; i < r->sheet.nnotes; i++) {
		const struct sheet_note *note = &r->sheet.notes[i];

		if (strcmp(note->key, "curriculum") == 0)
			r->file->curriculum = note->value;
		else
			sheet_blame(r->faults, note->at, "Nøglen \"%s\" kendes ikke.", note->key);
	}
	if (r->file->curriculum[0] == '\0')
		sheet_blame(r->faults, (struct sheet_place){ 1, 1, 0, NULL },
		    "Linjen \"# curriculum: …\" mangler øverst i filen.");
}

bool
card_file_read(
    struct arena *a, struct bytes bytes, struct card_file *file, struct sheet_faults *faults)
{
	struct reader r = { .arena = a, .faults = faults, .file = file };

	*file = (struct card_file){ .curriculum = "" };
	sheet_read(a, bytes, &r.sheet, faults);
	if (r.sheet.ncolumns == 0 || !find_columns(&r)) {
		sheet_sort_faults(faults);
		return false;
	}
	read_notes(&r);
	file->cards = arena_array(a, r.sheet.nrows, sizeof *file->cards);
	file->counters = arena_array(a, r.sheet.nrows, sizeof *file->counters);
	for (size_t i = 0; i < r.sheet.nrows; i++) {
		r.row = &r.sheet.rows[i];
		read_row(&r);
	}
	for (size_t i = 0; i < file->ncards; i++)
		if (file->cards[i].nparts == 0)
			sheet_blame(faults, file->cards[i].at, "Kortet har ingen delmål.");
	sheet_sort_faults(faults);
	return faults->n == 0;
}

/* --- against the list ----------------------------------------------------------------------- */

/* What has been found so far. */
struct needs {
	struct arena *arena;
	const struct card_list_goal *goals;
	size_t ngoals;
	struct card_need *at;
	size_t n;
	struct sheet_faults *faults;
};

static const struct card_list_goal *
goal_of(const struct needs *s, const char *goal)
{
	for (size_t i = 0; i < s->ngoals; i++)
		if (strcasecmp(s->goals[i].number, goal) == 0)
			return &s->goals[i];
	return NULL;
}

/* Is it one of the lines? */
static bool
has_line(const char *lines, const char *line)
{
	const size_t n = strlen(line);
	size_t length;

	for (; *lines != '\0'; lines += length + (lines[length] == '\n')) {
		length = strcspn(lines, "\n");
		if (length == n && strncasecmp(lines, line, n) == 0)
			return true;
	}
	return false;
}

static struct card_need *
need_of(struct needs *s, const char *goal, const char *method)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcasecmp(s->at[i].number, goal) == 0 &&
		    strcasecmp(s->at[i].method, method) == 0)
			return &s->at[i];
	s->at[s->n] = (struct card_need){ .number = goal, .method = method };
	return &s->at[s->n++];
}

/* Every "method=count" of the list. */
static void
take_minimums(struct needs *s, const struct card_list_goal *g)
{
	const char *p = g->minimum;
	size_t length;

	for (; *p != '\0'; p += length + (p[length] == '|')) {
		const char *piece, *sign;
		uint32_t count = 0;

		length = strcspn(p, "|");
		piece = arena_copy(s->arena, p, length);
		sign = strrchr(piece, '=');
		if (sign != NULL && number_u32(sign + 1, &count) && count > 0)
			need_of(s, g->number, arena_copy(s->arena, piece, (size_t)(sign - piece)))
			    ->target = count;
	}
}

static void
take_card(struct needs *s, const struct card_plan *c)
{
	for (size_t i = 0; i < c->ngoals; i++) {
		const struct card_list_goal *g = goal_of(s, c->goals[i]);
		struct card_need *need;

		if (g == NULL) {
			sheet_blame(s->faults, c->at, "Målet %s er ikke i listen.", c->goals[i]);
			continue;
		}
		if (!has_line(g->methods, c->method)) {
			sheet_blame(s->faults, c->at, "Målet %s har ikke metoden %s.", g->number,
			    c->method);
			continue;
		}
		need = need_of(s, g->number, c->method);
		need->by_card = true;
		if (need->target == 0)
			need->target = 1;
	}
}

static void
take_counter(struct needs *s, const struct card_counter *c)
{
	for (size_t i = 0; i < c->ngoals; i++) {
		const struct card_list_goal *g = goal_of(s, c->goals[i]);
		struct card_need *need;

		if (g == NULL) {
			sheet_blame(s->faults, c->at, "Målet %s er ikke i listen.", c->goals[i]);
			continue;
		}
		need = need_of(s, g->number, c->method);
		if (c->target > 0)
			need->target = c->target;
		if (need->target == 0)
			sheet_blame(s->faults, c->at,
			    "Skriv et antal: listen har intet minimum for %s.", c->method);
		need->per_year = c->per_year;
	}
}

bool
card_file_needs(struct arena *a, const struct card_file *file, const struct card_list_goal *goals,
    size_t ngoals, const struct card_need **needs, size_t *n, struct sheet_faults *faults)
{
	struct needs s = { .arena = a, .goals = goals, .ngoals = ngoals, .faults = faults };
	size_t most = ngoals * 12;

	for (size_t i = 0; i < file->ncards; i++)
		most += file->cards[i].ngoals;
	for (size_t i = 0; i < file->ncounters; i++)
		most += file->counters[i].ngoals;
	s.at = arena_array(a, most, sizeof *s.at);
	for (size_t i = 0; i < ngoals; i++)
		take_minimums(&s, &goals[i]);
	for (size_t i = 0; i < file->ncards; i++)
		take_card(&s, &file->cards[i]);
	for (size_t i = 0; i < file->ncounters; i++)
		take_counter(&s, &file->counters[i]);
	*needs = s.at;
	*n = s.n;
	return faults->n == 0;
}
