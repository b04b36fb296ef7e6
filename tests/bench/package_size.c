/* SPDX-License-Identifier: MPL-2.0
 *
 * The package of a finished specialist: how long its PDF and its ZIP take, and how much memory.
 *
 *	package_size [PDF]	six parts, 150 competencies with merit notes, forty attachments of about
 *				1 MB: photographs, scans as PDF, pictures as PNG; the PDF is left there
 *
 * Prints one line for people and for scripts.
 */
#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "bound.h"
#include "log.h"
#include "sample_report.h"
#include "zip.h"

enum { PARTS = 6, COMPETENCIES = 150, ATTACHMENTS = 40, KINDS = 3 };

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* What this process has taken of a processor: on a busy machine the clock on the wall tells little. */
static double
worked(void)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
	    (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/* A sheet of paper: white, with grey lines and the grain of a camera. */
static GdkPixbuf *
sheet_of(int width, int height, unsigned grain)
{
	GdkPixbuf *p = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, width, height);
	guchar *dots = gdk_pixbuf_get_pixels(p);
	int stride = gdk_pixbuf_get_rowstride(p);
	uint32_t chance = 1;

	for (int y = 0; y < height; y++)
		for (int x = 0; x < width * 3; x++) {
			chance = chance * 1664525u + 1013904223u;
			dots[y * stride + x] =
			    (guchar)((y / 20 % 4 == 0 && x % 70 > 12 ? 90 : 235) +
			        (chance >> 16) % grain);
		}
	return p;
}

static struct bytes
packed(struct arena *a, GdkPixbuf *p, const char *type)
{
	gchar *at;
	gsize n;
	struct bytes b;

	if (!gdk_pixbuf_save_to_buffer(p, &at, &n, type, NULL, NULL))
		fatal("no %s", type);
	g_object_unref(p);
	b = (struct bytes){ (const unsigned char *)arena_copy(a, at, n), n };
	g_free(at);
	return b;
}

static cairo_status_t
take(void *text, const unsigned char *at, unsigned n)
{
	text_add(text, (const char *)at, n);
	return CAIRO_STATUS_SUCCESS;
}

/* A scanner's PDF: each page a picture. */
static struct bytes
scan(struct arena *a, struct bytes jpeg, int width, int height)
{
	struct text t = { .arena = a };
	cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream(take, &t, 595, 842);
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
	cairo_t *c = cairo_create(pdf);

	cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, jpeg.at, jpeg.n, NULL, NULL);
	cairo_scale(c, 595.0 / width, 842.0 / height);
	cairo_set_source_surface(c, s, 0, 0);
	cairo_paint(c);
	cairo_destroy(c);
	cairo_surface_destroy(s);
	cairo_surface_destroy(pdf);
	return (struct bytes){ (const unsigned char *)t.at, t.len };
}

/* Each attachment's bytes are its own, as a doctor's are. */
static void
fill(struct arena *a, const struct appendix kinds[KINDS], struct appendix *all)
{
	for (size_t i = 0; i < ATTACHMENTS; i++) {
		const struct appendix *k = &kinds[i % 10 == 9 ? 2 : i % 2];

		all[i] = *k;
		all[i].content.at =
		    (const unsigned char *)arena_copy(a, (const char *)k->content.at, k->content.n);
	}
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_make();
	static const char sum[] =
	    "0000000000000000000000000000000000000000000000000000000000000000";
	struct appendix *all = arena_array(a, ATTACHMENTS, sizeof *all);
	struct arena *making = arena_make();
	struct part parts[PARTS];
	struct zip_file zipped[ATTACHMENTS + 1];
	struct report *cover = sample_report(a, 1);
	struct bound bound = { cover, "https://logbog.example/verificer/K7WQ-2M4T", parts, PARTS };
	struct bytes pdf, zip, jpeg = packed(making, sheet_of(2480, 3508, 13), "jpeg");
	const struct appendix kinds[KINDS] = {
		{ "Fotografi.jpg", "image/jpeg", sum, jpeg },
		{ "Scanning.pdf", "application/pdf", sum, scan(making, jpeg, 2480, 3508) },
		{ "Billede.png", "image/png", sum, packed(making, sheet_of(900, 1270, 3), "png") },
	};
	const struct appendix *bad;
	struct rusage used;
	double begun, idle, bound_in;
	size_t bytes = 0;

	fill(a, kinds, all);
	arena_drop(making);
	begun = seconds();
	idle = worked();
	cover->ntables = cover->npassages = 0;
	for (size_t i = 0; i < ATTACHMENTS; i++) {
		zipped[i + 1] = (struct zip_file){ arena_format(a, "filer/%zu-%s", i, all[i].title),
			all[i].content };
		bytes += all[i].content.n;
	}
	for (size_t i = 0; i < PARTS; i++) {
		struct report *r = sample_report(a, i == 0 ? COMPETENCIES : 6);

		r->appendices = &all[i * ATTACHMENTS / PARTS];
		r->nappendices = (i + 1) * ATTACHMENTS / PARTS - i * ATTACHMENTS / PARTS;
		parts[i] = (struct part){ arena_format(a, "%zu. %s", i + 1, r->title), r, false };
	}
	if (bound_of(a, &bound, &pdf, &bad) != REPORT_FINE)
		fatal("it cannot be bound: %s", bad == NULL ? "no room" : bad->title);
	bound_in = worked() - idle;
	zipped[0] = (struct zip_file){ "dokumentation.pdf", pdf };
	if (!zip_of(a, zipped, ATTACHMENTS + 1, cover->printed, &zip))
		fatal("no ZIP");
	getrusage(RUSAGE_SELF, &used);
	printf("package: %d attachments, %.1f MB: %.2f s of a processor (PDF %.2f), %.2f s in all; "
	       "PDF %.1f MB, ZIP %.1f MB; memory %.0f MB\n",
	    ATTACHMENTS, (double)bytes / 1e6, worked() - idle, bound_in, seconds() - begun,
	    (double)pdf.n / 1e6, (double)zip.n / 1e6, (double)used.ru_maxrss / 1024);
	if (argc > 1) {
		FILE *f = fopen(argv[1], "wb");

		if (f != NULL) {
			fwrite(pdf.at, 1, pdf.n, f);
			fclose(f);
		}
	}
	arena_drop(a);
	return 0;
}
