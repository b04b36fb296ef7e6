/* SPDX-License-Identifier: MPL-2.0
 *
 * A photograph of a letter has ten times the dots that paper shows.  It is decoded no finer
 * than 300 dots to the inch of the place it gets, turned as its camera says, and goes into
 * the PDF as JPEG if it came as one: the very bytes when nothing had to be done to it.
 * Decoded it takes twenty times its bytes, so nothing decoded is kept: a package has forty.
 */
#include "picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdint.h>
#include <string.h>

/* The place on paper, in points, turned so that the longer side is along the longer. */
#define PLACE_SHORT 499.0
#define PLACE_LONG 680.0
#define FINEST (300.0 / 72.0)
/* A small picture is not blown up: 96 dots are an inch. */
#define COARSEST (96.0 / 72.0)
/* Of a JPEG: up to twice as fine as print shows it goes in as it came, for packing it anew takes longer
 * and makes it no smaller. */
#define SPARED 0.5

struct picture {
	struct bytes file;
	const char *type;
	int across, down; /* dots, upright */
	double width, height;
	struct bytes jpeg; /* what goes into the PDF in place of the dots; .at NULL for PNG */
};

struct decoding {
	double spared; /* a scale from there on is none */
	bool scaled;
};

/* Told the size before anything is decoded, we ask for no more than is needed. */
static void
on_size(GdkPixbufLoader *loader, int width, int height, gpointer decoding)
{
	struct decoding *d = decoding;
	double scale = MIN(
	    PLACE_LONG * FINEST / MAX(width, height), PLACE_SHORT * FINEST / MIN(width, height));

	if (scale >= d->spared)
		return;
	d->scaled = true;
	gdk_pixbuf_loader_set_size(
	    loader, MAX(1, (int)(width * scale)), MAX(1, (int)(height * scale)));
}

/* Past its first segments, where no byte pair but the last can be the end's mark. */
static size_t
jpeg_scan_at(struct bytes file)
{
	size_t i = 2;

	while (i + 3 < file.n && file.at[i] == 0xff && file.at[i + 1] != 0xda)
		i += 2 + ((size_t)file.at[i + 2] << 8 | file.at[i + 3]);
	return i < file.n ? i : file.n;
}

/* The decoders take half a picture for a whole one. */
static bool
is_whole(const char *type, struct bytes file)
{
	size_t from;

	if (strcmp(type, "image/png") == 0)
		return memmem(file.at, file.n, "IEND", 4) != NULL;
	from = jpeg_scan_at(file);
	return memmem(file.at + from, file.n - from, "\xff\xd9", 2) != NULL;
}

static GdkPixbuf *
decode(const char *type, struct bytes file, struct decoding *d)
{
	GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_mime_type(type, NULL);
	GdkPixbuf *dots = NULL;
	bool fine;

	if (loader == NULL)
		return NULL;
	g_signal_connect(loader, "size-prepared", G_CALLBACK(on_size), d);
	fine = gdk_pixbuf_loader_write(loader, file.at, file.n, NULL);
	fine = gdk_pixbuf_loader_close(loader, NULL) && fine;
	if (fine)
		dots = gdk_pixbuf_loader_get_pixbuf(loader);
	if (dots != NULL)
		g_object_ref(dots);
	g_object_unref(loader);
	return dots;
}

/* Grey or three colours by the JPEG's frame header; inks (four) are decoded to colours. */
static bool
is_plain_jpeg(struct bytes file)
{
	size_t i = 2;

	while (i + 9 < file.n && file.at[i] == 0xff) {
		unsigned char kind = file.at[i + 1];

		if (kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc)
			return file.at[i + 9] == 1 || file.at[i + 9] == 3;
		i += 2 + ((size_t)file.at[i + 2] << 8 | file.at[i + 3]);
	}
	return false;
}

static struct bytes
encode(struct arena *a, GdkPixbuf *dots)
{
	struct bytes jpeg = { NULL, 0 };
	gchar *buffer;
	gsize n;

	if (!gdk_pixbuf_save_to_buffer(dots, &buffer, &n, "jpeg", NULL, "quality", "90", NULL))
		return jpeg;
	jpeg.at = (unsigned char *)arena_copy(a, buffer, n);
	jpeg.n = n;
	g_free(buffer);
	return jpeg;
}

/* The size on paper: as it is, or smaller to find room. */
static void
measure(struct picture *p, const GdkPixbuf *dots)
{
	double scale;

	p->width = gdk_pixbuf_get_width(dots) / COARSEST;
	p->height = gdk_pixbuf_get_height(dots) / COARSEST;
	scale = MIN(1, MIN(PLACE_SHORT / p->width, PLACE_LONG / p->height));
	p->width *= scale;
	p->height *= scale;
}

/* Now that it is upright its place is known; what lies across has been decoded finer. */
static bool
coarsen(struct picture *p, GdkPixbuf **dots)
{
	int width = MAX(1, (int)(p->width * FINEST)), height = MAX(1, (int)(p->height * FINEST));
	GdkPixbuf *coarse;

	if (gdk_pixbuf_get_width(*dots) <= width + 1)
		return false;
	coarse = gdk_pixbuf_scale_simple(*dots, width, height, GDK_INTERP_BILINEAR);
	if (coarse == NULL)
		return false;
	g_object_unref(*dots);
	*dots = coarse;
	return true;
}

/* As it stands on paper; NULL when it cannot be read to the end.  Whether its bytes could go in as they
 * came is in *as_it_came. */
static GdkPixbuf *
upright(struct picture *p, bool *as_it_came)
{
	bool jpeg = strcmp(p->type, "image/jpeg") == 0;
	struct decoding d = { jpeg ? SPARED : 1, false };
	GdkPixbuf *raw = decode(p->type, p->file, &d), *dots;
	const char *turn;

	if (raw == NULL)
		return NULL;
	turn = gdk_pixbuf_get_option(raw, "orientation");
	*as_it_came = (turn == NULL || strcmp(turn, "1") == 0) && !d.scaled;
	dots = gdk_pixbuf_apply_embedded_orientation(raw);
	g_object_unref(raw);
	if (dots == NULL)
		return NULL;
	measure(p, dots);
	if (!jpeg || !*as_it_came)
		*as_it_came = !coarsen(p, &dots) && *as_it_came;
	p->across = gdk_pixbuf_get_width(dots);
	p->down = gdk_pixbuf_get_height(dots);
	return dots;
}

struct picture *
picture_open(struct arena *a, const char *type, struct bytes file)
{
	struct picture *p = arena_take(a, sizeof *p);
	bool as_it_came, fine = true;
	GdkPixbuf *dots;

	p->file = file;
	p->type = type;
	dots = is_whole(type, file) ? upright(p, &as_it_came) : NULL;
	if (dots == NULL)
		return NULL;
	if (strcmp(type, "image/jpeg") == 0) {
		p->jpeg = as_it_came && is_plain_jpeg(file) ? file : encode(a, dots);
		fine = p->jpeg.at != NULL;
	}
	g_object_unref(dots);
	return fine ? p : NULL;
}

void
picture_size(const struct picture *p, double *width, double *height)
{
	*width = p->width;
	*height = p->height;
}

static uint32_t
on_white(const guchar *dot, bool alpha)
{
	unsigned a = alpha ? dot[3] : 255, rgb[3];

	for (int i = 0; i < 3; i++)
		rgb[i] = (dot[i] * a + 255 * (255 - a) + 127) / 255;
	return rgb[0] << 16 | rgb[1] << 8 | rgb[2];
}

static void
copy_dots(const GdkPixbuf *from, cairo_surface_t *to)
{
	int width = gdk_pixbuf_get_width(from), height = gdk_pixbuf_get_height(from);
	int n = gdk_pixbuf_get_n_channels(from), stride = cairo_image_surface_get_stride(to);
	const guchar *dots = gdk_pixbuf_read_pixels(from);
	unsigned char *out = cairo_image_surface_get_data(to);

	for (int y = 0; y < height; y++) {
		const guchar *dot = dots + (size_t)y * (size_t)gdk_pixbuf_get_rowstride(from);
		uint32_t *line = (uint32_t *)(void *)(out + (size_t)y * (size_t)stride);

		for (int x = 0; x < width; x++, dot += n)
			line[x] = on_white(dot, gdk_pixbuf_get_has_alpha(from));
	}
	cairo_surface_mark_dirty(to);
}

/* The bytes belong to the arena, which outlives the surface.  cairo writes them in place of the dots,
 * which are then never looked at: is_plain_jpeg asks for no less than cairo does. */
static void
attach_jpeg(cairo_surface_t *s, struct bytes jpeg)
{
	cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, jpeg.at, jpeg.n, NULL, NULL);
}

static bool
fill_surface(const struct picture *p, cairo_surface_t *s)
{
	struct picture again = *p;
	GdkPixbuf *dots;
	bool as_it_came;

	if (p->jpeg.at != NULL) {
		attach_jpeg(s, p->jpeg);
		return true;
	}
	dots = upright(&again, &as_it_came);
	if (dots == NULL)
		return false;
	copy_dots(dots, s);
	g_object_unref(dots);
	return true;
}

bool
picture_draw(const struct picture *p, cairo_t *c)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, p->across, p->down);
	bool fine = cairo_surface_status(s) == CAIRO_STATUS_SUCCESS && fill_surface(p, s);

	if (fine) {
		cairo_scale(c, p->width / p->across, p->height / p->down);
		cairo_set_source_surface(c, s, 0, 0);
		cairo_paint(c);
		fine = cairo_status(c) == CAIRO_STATUS_SUCCESS;
	}
	cairo_surface_destroy(s);
	return fine;
}
