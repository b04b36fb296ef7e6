/* SPDX-License-Identifier: MPL-2.0
 *
 * Draws the sample letters of this folder, and the picture that is too large to be kept in
 * it:  make_files letter.pdf | letter.png | letter.jpg | huge.png  FILE
 *
 * The letter is made up.  letter.jpg lies on its side, and says so in its EXIF (6: turn it a
 * quarter to the right), as a telephone's photograph does.
 */
#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdio.h>
#include <string.h>

#define WIDTH 595.0
#define HEIGHT 842.0

static void
line(cairo_t *c, double y, double size, const char *text)
{
	cairo_select_font_face(c, "Carlito", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(c, size);
	cairo_move_to(c, 70, y);
	cairo_show_text(c, text);
}

static void
letter(cairo_t *c, int page)
{
	cairo_set_source_rgb(c, 1, 1, 1);
	cairo_paint(c);
	cairo_set_source_rgb(c, 0, 0, 0);
	line(c, 90, 14, "Videreuddannelsessekretariatet Nord");
	line(c, 150, 22, page == 0 ? "Meritbrev" : "Meritbrev, anden side");
	line(c, 200, 12, "Vedrørende: Anne-Mette Østergaard Bjerregård");
	line(c, 240, 12,
	    page == 0 ? "Rådet giver merit for kompetence 1.4 på grundlag af ansættelse ved"
	              : "Afgørelsen kan påklages inden fire uger. Med venlig hilsen");
	line(c, 260, 12, page == 0 ? "Medicinsk Afdeling, Østerå Sygehus." : "Ågot Æbelø");
	cairo_set_line_width(c, 2);
	cairo_rectangle(c, 40, 40, WIDTH - 80, HEIGHT - 80);
	cairo_stroke(c);
}

static int
make_pdf(const char *path)
{
	cairo_surface_t *s = cairo_pdf_surface_create(path, WIDTH, HEIGHT);
	cairo_t *c = cairo_create(s);

	for (int page = 0; page < 2; page++) {
		letter(c, page);
		cairo_show_page(c);
	}
	cairo_destroy(c);
	cairo_surface_finish(s);
	return cairo_surface_status(s);
}

static cairo_surface_t *
photograph(void)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 595, 842);
	cairo_t *c = cairo_create(s);

	letter(c, 0);
	cairo_destroy(c);
	return s;
}

static int
make_png(const char *path)
{
	return cairo_surface_write_to_png(photograph(), path);
}

/* gdk-pixbuf has no cairo of its own here: dot by dot. */
static GdkPixbuf *
dots_of(cairo_surface_t *s)
{
	GdkPixbuf *p = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, 595, 842);

	for (int y = 0; y < 842; y++)
		for (int x = 0; x < 595; x++) {
			const unsigned char *from = cairo_image_surface_get_data(s) +
			    y * cairo_image_surface_get_stride(s) + 4 * x;
			guchar *to =
			    gdk_pixbuf_get_pixels(p) + y * gdk_pixbuf_get_rowstride(p) + 3 * x;

			to[0] = from[2];
			to[1] = from[1];
			to[2] = from[0];
		}
	return p;
}

static int
make_jpeg(const char *path)
{
	static const unsigned char exif[] = "\xff\xe1\x00\x22"
	                                    "Exif\0\0"
	                                    "MM\0*\0\0\0\10"
	                                    "\0\1"
	                                    "\x01\x12\0\3\0\0\0\1\0\6\0\0"
	                                    "\0\0\0\0";
	GdkPixbuf *upright = dots_of(photograph());
	GdkPixbuf *lying = gdk_pixbuf_rotate_simple(upright, GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE);
	gchar *jpeg;
	gsize n;
	FILE *f = fopen(path, "wb");

	if (f == NULL ||
	    !gdk_pixbuf_save_to_buffer(lying, &jpeg, &n, "jpeg", NULL, "quality", "80", NULL))
		return 1;
	fwrite(jpeg, 1, 2, f);
	fwrite(exif, 1, sizeof exif - 1, f);
	fwrite(jpeg + 2, 1, n - 2, f);
	return fclose(f);
}

static int
make_huge(const char *path)
{
	return cairo_surface_write_to_png(
	    cairo_image_surface_create(CAIRO_FORMAT_A1, 20000, 20000), path);
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *name;
		int (*make)(const char *);
	} makers[] = { { "letter.pdf", make_pdf }, { "letter.png", make_png },
		{ "letter.jpg", make_jpeg }, { "huge.png", make_huge } };

	for (size_t i = 0; argc == 3 && i < sizeof makers / sizeof *makers; i++)
		if (strcmp(argv[1], makers[i].name) == 0)
			return makers[i].make(argv[2]);
	fprintf(stderr, "make_files: letter.pdf | letter.png | letter.jpg | huge.png  FILE\n");
	return 2;
}
