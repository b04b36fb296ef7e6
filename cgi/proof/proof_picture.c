/* SPDX-License-Identifier: MPL-2.0 */
#include "proof.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Called before room for the dots is taken; a picture that is too large is not begun. */
static void
on_size(GdkPixbufLoader *loader, int width, int height, gpointer unused)
{
	(void)loader;
	(void)unused;
	if (width > PROVE_SIDE || height > PROVE_SIDE || (int64_t)width * height > PROVE_DOTS)
		answer(PROOF_TOO_LARGE_PICTURE, NULL, 0);
}

static bool
decodes(struct bytes b, const char *type)
{
	GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_mime_type(type, NULL);
	bool fine;

	if (loader == NULL)
		return false;
	g_signal_connect(loader, "size-prepared", G_CALLBACK(on_size), NULL);
	fine = gdk_pixbuf_loader_write(loader, b.at, b.n, NULL);
	fine = gdk_pixbuf_loader_close(loader, NULL) && fine;
	fine = fine && gdk_pixbuf_loader_get_pixbuf(loader) != NULL;
	g_object_unref(loader);
	return fine;
}

enum proof
prove_picture(struct bytes b, const char *type)
{
	/* Size first: too large is said even of a picture that is also cut. */
	bool fine = decodes(b, type);

	fine = fine && (b.at[0] == 0xff ? jpeg_is_whole(b) : png_is_whole(b));
	return fine ? PROOF_FINE : PROOF_DAMAGED;
}
