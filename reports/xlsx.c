/* SPDX-License-Identifier: MPL-2.0
 *
 * A report as a workbook: a sheet for each table, and one with what else it says.  Rows go
 * to the disk as they are written, so that a list of all doctors takes no memory to speak of.
 */
#include "xlsx.h"

#include <string.h>
#include <strings.h>

#include "log.h"
#include "xlsx_text.h"

enum { WIDEST = 60, NARROWEST = 8 };

static bool
name_is_taken(const struct book *b, const char *name)
{
	const lxw_worksheet *w;

	STAILQ_FOREACH(w, b->to->worksheets, list_pointers)
	if (strcasecmp(w->name, name) == 0)
		return true;
	return false;
}

static struct page *
page_make(struct book *b, const char *caption, size_t columns)
{
	struct page *p = arena_take(b->arena, sizeof *p);
	const char *name = xlsx_sheet_name(b->arena, shown_text(b->arena, caption), 0);

	for (unsigned n = 2; name_is_taken(b, name); n++)
		name = xlsx_sheet_name(b->arena, caption, n);
	p->book = b;
	p->columns = columns;
	p->width = arena_array(b->arena, columns, sizeof *p->width);
	p->rest = arena_array(b->arena, columns, sizeof *p->rest);
	p->to = workbook_add_worksheet(b->to, name);
	if (p->to == NULL)
		b->failed = true;
	return p->to == NULL ? NULL : p;
}

/* Printed, each page of the sheet says whose it is; an & is a command there unless doubled. */
static void
set_paper(struct page *p)
{
	const struct report *r = p->book->report;
	struct arena *a = p->book->arena;
	struct text head = { .arena = a };
	const char *name =
	    utf8_clip(a, shown_text(a, r->subject == NULL ? r->title : r->subject), 80);

	text_puts(&head, "&L");
	for (; *name != '\0'; name++)
		text_add(&head, *name == '&' ? "&&" : name, *name == '&' ? 2 : 1);
	if (r->subject_cpr != NULL)
		text_format(&head, ", CPR-nummer %s", r->subject_cpr);
	text_puts(&head, "&RSide &P af &N");
	worksheet_set_header(p->to, head.at);
	worksheet_set_paper(p->to, 9);
	worksheet_set_landscape(p->to);
	worksheet_fit_to_pages(p->to, 1, 0);
}

static void
page_end(struct page *p)
{
	for (size_t i = 0; i < p->columns; i++) {
		size_t width = p->width[i] < NARROWEST ? NARROWEST : p->width[i];

		worksheet_set_column(p->to, (lxw_col_t)i, (lxw_col_t)i,
		    (double)(width > WIDEST ? WIDEST : width), NULL);
	}
	/* "1.10" is a competency's number, not one that somebody forgot to type as such. */
	worksheet_ignore_errors(p->to, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
	set_paper(p);
}

/* --- a table's sheet: [group] columns [notes] ----------------------------------------------- */

static bool
has_group_column(const struct table *t)
{
	if (t->group == NULL)
		return false;
	for (size_t i = 0; i < t->columns; i++)
		if (t->shown[i].column->offset == t->group_offset)
			return false;
	return true;
}

static void
write_head(struct page *p, const struct table *t, size_t first)
{
	lxw_format *head = p->book->head;

	if (first > 0)
		write_text(p, 0, t->group_heading == NULL ? "Gruppe" : t->group_heading, head);
	for (size_t i = 0; i < t->columns; i++)
		write_text(p, first + i, t->shown[i].heading, head);
	if (t->nnotes > 0)
		write_text(p, first + t->columns, "Noter", head);
	for (size_t i = 0; i < p->columns; i++)
		p->width[i] += 2; /* the arrow of the filter */
	end_row(p);
	worksheet_freeze_panes(p->to, 1, 0);
	worksheet_repeat_rows(p->to, 0, 0);
}

static void
write_notes(struct page *p, size_t column, const struct table *t, size_t row, size_t *note)
{
	struct text all = { .arena = p->book->scratch };

	for (; *note < t->nnotes && t->notes[*note].row <= row; ++*note) {
		if (all.len > 0)
			text_puts(&all, "\n\n");
		if (t->notes[*note].label != NULL)
			text_format(&all, "%s\n", t->notes[*note].label);
		text_puts(&all, t->notes[*note].text == NULL ? "" : t->notes[*note].text);
	}
	if (all.len > 0)
		write_shown(p, column, all.at);
}

static void
write_table(struct book *b, const struct table *t)
{
	size_t first = has_group_column(t) ? 1 : 0, note = 0;
	size_t columns = first + t->columns + (t->nnotes > 0 ? 1 : 0);
	struct page *p = page_make(b, t->caption, columns);

	if (p == NULL)
		return;
	write_head(p, t, first);
	for (size_t i = 0; i < t->n; i++) {
		if (first > 0)
			write_shown(p, 0, cell_group(t, i));
		for (size_t c = 0; c < t->columns; c++)
			write_cell(p, first + c, t, i, t->shown[c].column);
		if (t->nnotes > 0)
			write_notes(p, columns - 1, t, i, &note);
		end_row(p);
	}
	worksheet_autofilter(p->to, 0, 0, p->row == 1 ? 1 : p->row - 1, (lxw_col_t)(columns - 1));
	if (t->n == 0 && t->empty != NULL)
		write_shown(p, 0, t->empty);
	page_end(p);
}

/* --- the sheet of what else the report says --------------------------------------------- */

static void
write_pair(struct page *p, const char *label, const char *value)
{
	if (label != NULL)
		write_text(p, 0, shown_text(p->book->scratch, label), p->book->strong);
	write_shown(p, 1, value);
	end_row(p);
}

static void
write_appendices(struct page *p, const struct report *r)
{
	for (size_t i = 0; i < r->nappendices; i++)
		write_pair(p, r->appendices[i].title,
		    arena_format(p->book->scratch, "%s, %zu byte, SHA-256 %s",
		        r->appendices[i].type, r->appendices[i].content.n,
		        r->appendices[i].sha256));
}

/* Name, number and time are written from the report itself, the time as a date. */
static bool
is_written(const struct fact *fact)
{
	return strcmp(fact->label, "Læge") == 0 || strcmp(fact->label, "CPR-nummer") == 0 ||
	    strcmp(fact->label, "Udskrevet") == 0;
}

static void
write_facts(struct book *b)
{
	const struct report *r = b->report;
	struct page *p = page_make(b, "Oplysninger", 2);

	if (p == NULL)
		return;
	write_pair(p, r->title, r->subtitle);
	if (r->subject != NULL) {
		write_pair(p, "Læge", r->subject);
		write_pair(p, "CPR-nummer", r->subject_cpr);
	}
	write_text(p, 0, "Udskrevet", b->strong);
	write_moment(p, 1, r->printed);
	end_row(p);
	for (size_t i = 0; i < r->nfacts; i++)
		if (!is_written(&r->facts[i]))
			write_pair(p, r->facts[i].label, r->facts[i].value);
	if (r->npassages > 0)
		write_pair(p, r->passages_heading, NULL);
	for (size_t i = 0; i < r->npassages; i++) {
		write_pair(p, r->passages[i].heading, r->passages[i].label);
		write_pair(p, NULL, r->passages[i].text);
	}
	write_appendices(p, r);
	write_pair(p, NULL, r->note);
	page_end(p);
}

/* --- the file --------------------------------------------------------------------------- */

static lxw_format *
format(lxw_workbook *w, const char *numbers)
{
	lxw_format *f = workbook_add_format(w);

	if (f == NULL)
		fatal("xlsx: out of memory: a format");
	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	format_set_text_wrap(f);
	if (numbers != NULL)
		format_set_num_format(f, numbers);
	return f;
}

static void
make_formats(struct book *b)
{
	b->text = format(b->to, NULL);
	b->number = format(b->to, "0");
	b->day = format(b->to, "dd\\.mm\\.yyyy");
	b->moment = format(b->to, "dd\\.mm\\.yyyy hh:mm");
	b->strong = format(b->to, NULL);
	format_set_bold(b->strong);
	b->head = format(b->to, NULL);
	format_set_bold(b->head);
	format_set_bg_color(b->head, 0xecf1f6);
	format_set_bottom(b->head, LXW_BORDER_THIN);
}

/* Whole, or failed: a file of which the disk kept only a part is not handed out. */
static bool
write_book(struct arena *a, const struct report *r, const char *folder, const char *path)
{
	struct book b = { .arena = a, .report = r };
	lxw_workbook_options options = { .constant_memory = LXW_TRUE,
		.tmpdir = arena_string(a, folder) };
	lxw_doc_properties properties = { .title = arena_string(a, shown_text(a, r->title)),
		.created = (time_t)r->printed.s };

	b.to = workbook_new_opt(path, &options);
	if (b.to == NULL)
		return false;
	b.scratch = arena_make();
	workbook_set_properties(b.to, &properties);
	make_formats(&b);
	for (size_t i = 0; i < r->ntables; i++)
		write_table(&b, &r->tables[i]);
	write_facts(&b);
	arena_drop(b.scratch);
	return workbook_close(b.to) == LXW_NO_ERROR && !b.failed;
}

enum report_fault
xlsx_of(struct arena *a, const struct report *r, struct bytes *out)
{
	char *folder = folder_make(a), *path;
	bool fine;

	if (folder == NULL)
		return REPORT_ROOM;
	path = arena_format(a, "%s/report.xlsx", folder);
	fine = write_book(a, r, folder, path) && file_read(a, path, out);
	folder_remove(a, folder);
	return fine ? REPORT_FINE : REPORT_ROOM;
}
