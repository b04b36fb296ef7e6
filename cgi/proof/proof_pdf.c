/* SPDX-License-Identifier: MPL-2.0 */
#include "proof.h"

#include <cairo-pdf.h>
#include <poppler.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

/* Points; 200 inches is what PDF allows. */
#define LONGEST 14400.0

/* A reader that mends what it reads would print something else than the secretary saw; so
 * nothing is mended, and any damage that libqpdf notes is damage. */
static bool
has_damage(qpdf_data q)
{
	bool damage = qpdf_has_error(q);

	while (qpdf_more_warnings(q)) {
		enum qpdf_error_code_e code = qpdf_get_error_code(q, qpdf_next_warning(q));

		damage = damage || code == qpdf_e_damaged_pdf || code == qpdf_e_system;
	}
	return damage;
}

static bool
contents_are_whole(qpdf_data q, int pages)
{
	for (int i = 0; i < pages; i++) {
		unsigned char *content = NULL;
		size_t n;

		qpdf_oh_get_page_content_data(q, qpdf_get_page_n(q, (size_t)i), &content, &n);
		free(content);
		qpdf_oh_release_all(q);
		if (qpdf_has_error(q))
			return false;
	}
	return true;
}

/* What happens when the file is opened: one place for scripts that poppler does not look at. */
static bool
opens_with_script(qpdf_data q)
{
	qpdf_oh action = qpdf_oh_get_key(q, qpdf_get_root(q), "/OpenAction");

	for (int i = 0; i < 20 && qpdf_oh_is_dictionary(q, action); i++) {
		if (qpdf_oh_has_key(q, action, "/JS"))
			return true;
		action = qpdf_oh_get_key(q, action, "/Next");
	}
	return false;
}

static enum proof
read_pdf(qpdf_data q, struct bytes b, int *pages)
{
	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	qpdf_set_attempt_recovery(q, QPDF_FALSE);
	if ((qpdf_read_memory(q, "file", (const char *)b.at, b.n, NULL) & QPDF_ERRORS) != 0)
		return qpdf_get_error_code(q, qpdf_get_error(q)) == qpdf_e_password
		    ? PROOF_ENCRYPTED
		    : PROOF_DAMAGED;
	if (qpdf_is_encrypted(q))
		return PROOF_ENCRYPTED;
	*pages = qpdf_get_num_pages(q);
	if (*pages == 0)
		return PROOF_EMPTY;
	if (*pages > PROVE_PAGES)
		return PROOF_TOO_MANY_PAGES;
	if (*pages < 0 || !contents_are_whole(q, *pages) ||
	    (qpdf_check_pdf(q) & QPDF_ERRORS) != 0 || has_damage(q))
		return PROOF_DAMAGED;
	return opens_with_script(q) ? PROOF_SCRIPT : PROOF_FINE;
}

static cairo_status_t
forget(void *unused, const unsigned char *bytes, unsigned n)
{
	(void)unused;
	(void)bytes;
	(void)n;
	return CAIRO_STATUS_SUCCESS;
}

/* Onto a PDF that nobody keeps: the way that the print goes, with its time and memory, so
 * that what is too heavy for the print is refused here. */
static bool
draw(PopplerPage *page)
{
	double width, height;
	cairo_surface_t *s;
	cairo_t *c;
	bool fine;

	poppler_page_get_size(page, &width, &height);
	if (!(width >= 1 && height >= 1 && width <= LONGEST && height <= LONGEST))
		return false;
	s = cairo_pdf_surface_create_for_stream(forget, NULL, width, height);
	c = cairo_create(s);
	poppler_page_render_for_printing(page, c);
	cairo_show_page(c);
	fine = cairo_status(c) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(c);
	cairo_surface_finish(s);
	fine = fine && cairo_surface_status(s) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(s);
	return fine;
}

/* Scripts are not run here nor in the print, but in what the doctor reads it with: there the
 * letter could say something else than what was printed. */
static enum proof
draw_pdf(struct bytes b, int pages)
{
	GBytes *bytes = g_bytes_new_static(b.at, b.n);
	PopplerDocument *d = poppler_document_new_from_bytes(bytes, NULL, NULL);
	bool fine = d != NULL && poppler_document_get_n_pages(d) == pages;
	bool script = fine && poppler_document_has_javascript(d);

	for (int i = 0; fine && !script && i < pages; i++) {
		PopplerPage *page = poppler_document_get_page(d, i);

		fine = page != NULL && draw(page);
		if (page != NULL)
			g_object_unref(page);
	}
	if (d != NULL)
		g_object_unref(d);
	g_bytes_unref(bytes);
	if (script)
		return PROOF_SCRIPT;
	return fine ? PROOF_FINE : PROOF_DAMAGED;
}

enum proof
prove_pdf(struct bytes b, unsigned *pages)
{
	qpdf_data q = qpdf_init();
	int n = 0;
	enum proof p = read_pdf(q, b, &n);

	qpdf_cleanup(&q);
	if (p == PROOF_FINE)
		p = draw_pdf(b, n);
	*pages = n > 0 ? (unsigned)n : 0;
	return p;
}
