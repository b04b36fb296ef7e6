/* SPDX-License-Identifier: MPL-2.0
 *
 * PDF letters are drawn with poppler into our own page, not joined with libqpdf.  Joined
 * pages would bring their own fonts (or none), their forms without appearances, scripts and
 * links, and their own tree, and could not stand below our head with the doctor's name.
 * Drawn, they are what the secretary saw: fields and annotations are ink, fonts are
 * embedded, nothing in them acts.  What is lost is their own tagging; the picture's words
 * and the original in the system stand for it.
 */
#include "letter.h"

#include <poppler.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "picture.h"
#include "spool.h"

/* A letter has some tens of objects, a drawing of many pages some thousands; what stands before one is
 * made anew for it. */
enum { MOST_BEFORE = 1000000 };

struct letter {
	struct bytes pdf; /* .at NULL: a picture */
	struct picture *picture;
	int pages;
	int numbers; /* objects of the letters before this one */
	struct size {
		double width, height;
	} * sizes;
	struct arena *arena;
	PopplerDocument *open; /* while its pages are drawn */
	struct spool *renumbered;
	bool no_room;
};

static void
let_go(struct letter *l)
{
	if (l->open != NULL)
		g_object_unref(l->open);
	l->open = NULL;
	spool_drop(l->renumbered);
	l->renumbered = NULL;
}

static void
drop(void *letter)
{
	let_go(letter);
}

static PopplerDocument *
open_pdf(struct bytes content)
{
	GBytes *bytes = g_bytes_new_static(content.at, content.n);
	PopplerDocument *pdf = poppler_document_new_from_bytes(bytes, NULL, NULL);

	g_bytes_unref(bytes);
	return pdf;
}

/* A page without a size is refused when it is drawn; no division by it before. */
static struct size
size_of(PopplerDocument *pdf, int page)
{
	PopplerPage *p = poppler_document_get_page(pdf, page);
	struct size s = { 0, 0 };

	if (p != NULL) {
		poppler_page_get_size(p, &s.width, &s.height);
		g_object_unref(p);
	}
	return (struct size){ MAX(s.width, 1), MAX(s.height, 1) };
}

static bool
measure_pdf(struct letter *l)
{
	PopplerDocument *pdf = open_pdf(l->pdf);

	if (pdf == NULL)
		return false;
	l->pages = poppler_document_get_n_pages(pdf);
	l->sizes = arena_array(l->arena, (size_t)MAX(l->pages, 0), sizeof *l->sizes);
	for (int i = 0; i < l->pages; i++)
		l->sizes[i] = size_of(pdf, i);
	g_object_unref(pdf);
	return l->pages > 0;
}

/* --- numbers ------------------------------------------------------------------------------ */

static qpdf_data
read_pdf(struct bytes b)
{
	qpdf_data q = qpdf_init();

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	qpdf_read_memory(q, "letter", (const char *)b.at, b.n, NULL);
	return q;
}

/* An error that is looked at; one that is not, libqpdf writes to the log with its words. */
static bool
failed(qpdf_data q)
{
	return qpdf_has_error(q) && qpdf_get_error(q) != NULL;
}

/* More than it has objects; 0 when it cannot be read. */
static int
objects_in(struct bytes pdf)
{
	enum { SPARE = 16 };
	qpdf_data q = read_pdf(pdf);
	int n = 0;

	if (!failed(q))
		n = qpdf_oh_get_int_value_as_int(
		        q, qpdf_oh_get_key(q, qpdf_get_trailer(q), "/Size")) +
		    SPARE;
	qpdf_cleanup(&q);
	return n;
}

/* As many objects that say nothing, numbered before all others: what the file's own end names first. */
static void
put_before(qpdf_data q, int n)
{
	qpdf_oh fillers = qpdf_oh_new_array(q);

	for (int i = 0; i < n; i++)
		qpdf_oh_append_item(
		    q, fillers, qpdf_make_indirect_object(q, qpdf_oh_new_integer(q, i)));
	qpdf_oh_replace_key(q, qpdf_get_trailer(q), "/AAA", fillers);
}

/* Two letters of one scanner have their pictures under the same number; poppler tells cairo no more of a
 * picture than that, and cairo takes the second for the first.  So each letter's numbers begin where
 * those of the letters before it end. */
static bool
renumber(struct letter *l, struct bytes *out)
{
	qpdf_data q = read_pdf(l->pdf);
	bool fine = !failed(q);

	l->renumbered = spool_make(l->arena);
	fine = fine && l->renumbered != NULL;
	if (fine) {
		put_before(q, l->numbers);
		qpdf_init_write(q, spool_path(l->renumbered));
		qpdf_set_object_stream_mode(q, qpdf_o_disable);
		qpdf_set_stream_data_mode(q, qpdf_s_preserve);
		/* One that opens without a password is written without what keeps it from being changed. */
		qpdf_set_preserve_encryption(q, QPDF_FALSE);
		qpdf_set_static_ID(q, QPDF_TRUE);
		qpdf_write(q);
		fine = !failed(q) && spool_read(l->renumbered, out);
	}
	qpdf_cleanup(&q);
	return fine;
}

/* --- all of it ---------------------------------------------------------------------------- */

struct letter *
letter_open(struct arena *a, const struct appendix *appendix, int *numbers)
{
	struct letter *l = arena_take(a, sizeof *l);
	int objects;

	l->arena = a;
	l->pages = 1;
	if (strcmp(appendix->type, "application/pdf") == 0) {
		l->pdf = appendix->content;
		l->numbers = *numbers;
		objects = objects_in(l->pdf);
		if (objects <= 0 || *numbers > MOST_BEFORE || !measure_pdf(l))
			return NULL;
		*numbers += objects;
		arena_defer(a, drop, l);
		return l;
	}
	if (strcmp(appendix->type, "image/jpeg") != 0 && strcmp(appendix->type, "image/png") != 0)
		return NULL;
	l->picture = picture_open(a, appendix->type, appendix->content);
	return l->picture == NULL ? NULL : l;
}

int
letter_pages(const struct letter *l)
{
	return l->pages;
}

void
letter_size(const struct letter *l, int page, double *width, double *height)
{
	if (l->picture != NULL) {
		picture_size(l->picture, width, height);
		return;
	}
	*width = l->sizes[page].width;
	*height = l->sizes[page].height;
}

/* Its pages are drawn one after another: it is opened for the first and let go after the last. */
static PopplerPage *
page_of(struct letter *l, int page)
{
	struct bytes pdf;

	if (l->open == NULL && renumber(l, &pdf))
		l->open = open_pdf(pdf);
	/* It has been opened before: is it the copy that could not be written to its end? */
	l->no_room = l->open == NULL && !spool_has_room(l->arena, l->pdf.n);
	return l->open == NULL ? NULL : poppler_document_get_page(l->open, page);
}

static bool
draw_page(struct letter *l, int page, cairo_t *c)
{
	PopplerPage *p = page_of(l, page);

	if (p == NULL)
		return false;
	poppler_page_render_for_printing(p, c);
	g_object_unref(p);
	if (page == l->pages - 1)
		let_go(l);
	return true;
}

bool
letter_draw(struct letter *l, int page, cairo_t *c, double scale)
{
	bool fine;
	cairo_status_t status;

	cairo_scale(c, scale, scale);
	fine = l->picture != NULL ? picture_draw(l->picture, c) : draw_page(l, page, c);
	status = cairo_status(c);
	l->no_room =
	    l->no_room || status == CAIRO_STATUS_WRITE_ERROR || status == CAIRO_STATUS_NO_MEMORY;
	return fine && status == CAIRO_STATUS_SUCCESS;
}

bool
letter_lacks_room(const struct letter *l)
{
	return l->no_room;
}
