/* SPDX-License-Identifier: MPL-2.0
 *
 * How long a PDF of 100 competencies with merit notes takes, beside a bare pango program
 * that sets the same text in the same widths: no tags, no running heads, no pages counted.
 *
 *	floor_pdf [N]		N renderings of each (20)
 *
 * Each rendering is of another doctor: the curriculum's words are the same, the approvers
 * and the notes are not.  Prints one line for people and for scripts.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "cell.h"
#include "sample_report.h"

enum { COMPETENCIES = 100, MOST = 1000 };

static double
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static struct report *
doctor(struct arena *a, int nth)
{
	struct report *r = sample_report(a, COMPETENCIES);
	struct table *t = (struct table *)(uintptr_t)r->tables;
	struct sample_row *rows = (struct sample_row *)(uintptr_t)t->rows;
	struct row_note *notes = (struct row_note *)(uintptr_t)t->notes;

	for (size_t i = 0; i < t->n; i++)
		rows[i].approver = arena_format(a, "%d %s", nth + (int)(i % 5), rows[i].approver);
	for (size_t i = 0; i < t->nnotes; i++)
		notes[i].text = arena_format(a, "%d.%zu: %s", nth, i, notes[i].text);
	return r;
}

/* --- the floor -------------------------------------------------------------------------- */

struct floor {
	cairo_t *c;
	PangoContext *context;
	PangoFontDescription *font;
	double y;
};

static double
set(struct floor *f, double x, double width, const char *text)
{
	PangoLayout *layout = pango_layout_new(f->context);
	int height;

	pango_layout_set_font_description(layout, f->font);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_text(layout, text, -1);
	pango_layout_get_size(layout, NULL, &height);
	cairo_move_to(f->c, x, f->y);
	pango_cairo_show_layout(f->c, layout);
	g_object_unref(layout);
	return (double)height / PANGO_SCALE;
}

static void
next(struct floor *f, double height)
{
	f->y += height + 7;
	if (f->y > 700) {
		cairo_show_page(f->c);
		f->y = 50;
	}
}

static void
set_table(struct floor *f, struct arena *a, const struct table *t)
{
	size_t note = 0;

	for (size_t i = 0; i < t->n; i++) {
		double x = 48, height = 0;

		for (size_t c = 0; c < t->columns; c++) {
			double width = 499.0 * t->shown[c].width / 100;
			double h = set(f, x, width - 10, cell_text(a, t, i, t->shown[c].column));

			height = h > height ? h : height;
			x += width;
		}
		next(f, height);
		for (; note < t->nnotes && t->notes[note].row == i; note++) {
			next(f, set(f, 72, 470, t->notes[note].label));
			next(f, set(f, 72, 470, t->notes[note].text));
		}
	}
}

static cairo_status_t
collect(void *text, const unsigned char *bytes, unsigned n)
{
	text_add(text, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void
floor_of(struct arena *a, const struct report *r, PangoContext *context)
{
	struct text out = { .arena = a };
	cairo_surface_t *s = cairo_pdf_surface_create_for_stream(collect, &out, 595, 842);
	struct floor f = { cairo_create(s), context,
		pango_font_description_from_string("Carlito, DejaVu Sans 9.5"), 50 };

	for (size_t i = 0; i < r->nfacts; i++) {
		set(&f, 48, 140, r->facts[i].label);
		next(&f, set(&f, 198, 350, r->facts[i].value));
	}
	set_table(&f, a, r->tables);
	next(&f, set(&f, 48, 499, r->passages[0].text));
	cairo_show_page(f.c);
	pango_font_description_free(f.font);
	cairo_destroy(f.c);
	cairo_surface_finish(s);
	cairo_surface_destroy(s);
}

/* --- both ------------------------------------------------------------------------------- */

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median(double *times, int n)
{
	qsort(times, (size_t)n, sizeof *times, compare);
	return times[n / 2];
}

int
main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 20;
	static double ours[MOST], bare[MOST];
	PangoFontMap *map = pango_cairo_font_map_new();
	PangoContext *context = pango_font_map_create_context(map);
	struct arena *a = arena_make();
	struct bytes out;
	size_t bad;
	double first;

	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	setenv("TZ", "Europe/Copenhagen", 1);
	n = n < 1 ? 1 : n > MOST ? MOST : n;
	for (int i = 0; i < n; i++) {
		struct report *r = doctor(a, i * 10);
		double begin = milliseconds();

		if (pdf_of(a, r, &out, &bad) != REPORT_FINE)
			return 1;
		ours[i] = milliseconds() - begin;
		begin = milliseconds();
		floor_of(a, r, context);
		bare[i] = milliseconds() - begin;
		arena_reset(a);
	}
	first = ours[0];
	printf("pdf of %d competencies: %.1f ms (the first %.1f), bare pango %.1f ms, ratio %.2f\n",
	    COMPETENCIES, median(ours, n), first, median(bare, n),
	    median(ours, n) / median(bare, n));
	arena_drop(a);
	return 0;
}
