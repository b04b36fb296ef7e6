/* SPDX-License-Identifier: MPL-2.0 */
#include "sheet_record.h"

#include <string.h>

bool
record_at_line_end(const struct reader *r)
{
	return r->at == r->end || *r->at == '\n' || *r->at == '\r';
}

void
record_pass_line_end(struct reader *r)
{
	if (r->at == r->end)
		return;
	if (*r->at == '\r' && r->at + 1 < r->end && r->at[1] == '\n')
		r->at++;
	r->at++;
	r->line++;
}

const char *
record_text(struct reader *r, const char *s, size_t n, struct sheet_place at)
{
	if (n == 0)
		return "";
	if (!utf8_is_valid(s, n)) {
		sheet_blame(
		    r->faults, at, "Teksten er ikke UTF-8. Gem filen som \"CSV UTF-8\" i Excel.");
		return NULL;
	}
	if (utf8_has_control(s, n)) {
		sheet_blame(r->faults, at, "Teksten indeholder et usynligt styretegn.");
		return NULL;
	}
	if (strchr(" \t\r\n", s[0]) == NULL && strchr(" \t\r\n", s[n - 1]) == NULL &&
	    memchr(s, '\r', n) == NULL)
		return arena_copy(r->arena, s, n);
	return text_tidy(r->arena, arena_copy(r->arena, s, n));
}

static struct sheet_place
cell_place(const struct reader *r, const struct record *rec, uint32_t line)
{
	const struct sheet *s = r->sheet;

	return (struct sheet_place){ line, rec->row, (uint32_t)rec->n + 1,
		rec->n < s->ncolumns ? s->header[rec->n] : NULL };
}

/* At the opening mark.  The text between the marks, doubled ones made single. */
static struct bytes
read_quoted(struct reader *r, struct record *rec)
{
	struct sheet_place at = cell_place(r, rec, r->line);
	char *to, *text;
	const char *p = ++r->at;

	while (p < r->end && (*p != '"' || (p + 1 < r->end && p[1] == '"')))
		p += *p == '"' ? 2 : 1;
	text = to = arena_take(r->arena, (size_t)(p - r->at) + 1);
	while (r->at < p) {
		if (*r->at == '\n' || (*r->at == '\r' && (r->at + 1 == p || r->at[1] != '\n')))
			r->line++;
		else if (*r->at == '"')
			r->at++;
		*to++ = *r->at++;
	}
	if (r->at == r->end) {
		sheet_blame(r->faults, at, "Feltets anførselstegn bliver aldrig lukket.");
		rec->broken = true;
	} else
		r->at++;
	return (struct bytes){ (unsigned char *)text, (size_t)(to - text) };
}

static struct bytes
read_plain(struct reader *r)
{
	const char *from = r->at;

	while (!record_at_line_end(r) && *r->at != r->sheet->separator)
		r->at++;
	return (struct bytes){ (const unsigned char *)from, (size_t)(r->at - from) };
}

static void
read_cell(struct reader *r, struct record *rec)
{
	uint32_t line = r->line;
	struct sheet_place at = cell_place(r, rec, line);
	bool quoted = r->at < r->end && *r->at == '"';
	struct bytes raw = quoted ? read_quoted(r, rec) : read_plain(r);
	struct bytes rest = quoted ? read_plain(r) : raw;
	const char *text = NULL;

	if (quoted ? rest.n > 0 : rest.n > 0 && memchr(rest.at, '"', rest.n) != NULL) {
		sheet_blame(r->faults, at,
		    "Et anførselstegn står midt i feltet. Sæt hele feltet i anførselstegn, "
		    "og skriv dem inde i teksten dobbelt (\"\").");
		rec->broken = true;
	} else if (!rec->broken)
		text = record_text(r, (const char *)raw.at, raw.n, at);
	if (rec->n < SHEET_COLUMNS)
		rec->cells[rec->n] = (struct sheet_cell){ text, line };
	rec->n++;
	if (text == NULL || text[0] != '\0')
		rec->filled = rec->n;
}

void
record_read(struct reader *r, struct record *rec)
{
	memset(rec, 0, sizeof *rec);
	rec->line = r->line;
	rec->row = r->row++;
	for (;;) {
		read_cell(r, rec);
		if (r->at == r->end || *r->at != r->sheet->separator)
			break;
		r->at++;
	}
	record_pass_line_end(r);
}
