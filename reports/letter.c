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
#include <string.h>

#include "picture.h"

struct letter {
	PopplerDocument *pdf; /* or */
	struct picture *picture;
};

static void
drop(void *object)
{
	g_object_unref(object);
}

static bool
open_pdf(struct arena *a, struct letter *l, struct bytes content)
{
	GBytes *bytes = g_bytes_new_static(content.at, content.n);

	l->pdf = poppler_document_new_from_bytes(bytes, NULL, NULL);
	g_bytes_unref(bytes);
	if (l->pdf == NULL)
		return false;
	arena_defer(a, drop, l->pdf);
	return poppler_document_get_n_pages(l->pdf) > 0;
}

struct letter *
letter_open(struct arena *a, const struct appendix *appendix)
{
	struct letter *l = arena_take(a, sizeof *l);

	if (strcmp(appendix->type, "application/pdf") == 0)
		return open_pdf(a, l, appendix->content) ? l : NULL;
	if (strcmp(appendix->type, "image/jpeg") != 0 && strcmp(appendix->type, "image/png") != 0)
		return NULL;
	l->picture = picture_open(a, appendix->type, appendix->content);
	return l->picture == NULL ? NULL : l;
}

int
letter_pages(const struct letter *l)
{
	return l->pdf == NULL ? 1 : poppler_document_get_n_pages(l->pdf);
}

void
letter_size(const struct letter *l, int page, double *width, double *height)
{
	PopplerPage *p;

	if (l->pdf == NULL) {
		picture_size(l->picture, width, height);
		return;
	}
	*width = *height = 0;
	p = poppler_document_get_page(l->pdf, page);
	if (p != NULL) {
		poppler_page_get_size(p, width, height);
		g_object_unref(p);
	}
	/* A page without a size is refused when it is drawn; no division by it before. */
	*width = *width < 1 ? 1 : *width;
	*height = *height < 1 ? 1 : *height;
}

bool
letter_draw(const struct letter *l, int page, cairo_t *c, double scale)
{
	PopplerPage *p;

	cairo_scale(c, scale, scale);
	if (l->pdf == NULL)
		return picture_draw(l->picture, c);
	p = poppler_document_get_page(l->pdf, page);
	if (p == NULL)
		return false;
	poppler_page_render_for_printing(p, c);
	g_object_unref(p);
	return cairo_status(c) == CAIRO_STATUS_SUCCESS;
}
