/* SPDX-License-Identifier: MPL-2.0
 *
 * Nearly all the time of a PDF goes into shaping; so the font map is made once a process,
 * and the cells that were shaped for earlier reports are kept in two generations: what is
 * used moves to the young one, and when that is full the old one is let go.
 */
#include "pdf.h"

#include <string.h>

/* Carlito (package fonts-crosextra-carlito) is narrow, open at small sizes, has figures of
 * one width, and is what Danish authorities' letters look like; DejaVu has the scripts that
 * it lacks. */
#define FAMILY "Carlito, DejaVu Sans"

/* From line to line, in the height that the font asks for. */
#define LINE_HEIGHT 1.15

enum {
	KEPT_BYTES = 384 * 1024, /* of text in each generation; some 20 times that shaped */
	KEPT_TEXTS = 4000,
	LONGEST_KEPT = 4000
};

static const struct {
	double size;
	PangoWeight weight;
} looks[STYLES] = {
	[STYLE_TITLE] = { 22, PANGO_WEIGHT_BOLD },
	[STYLE_SUBTITLE] = { 12.5, PANGO_WEIGHT_NORMAL },
	[STYLE_HEADING] = { 14.5, PANGO_WEIGHT_BOLD },
	[STYLE_GROUP] = { 11, PANGO_WEIGHT_BOLD },
	[STYLE_TEXT] = { 10.5, PANGO_WEIGHT_NORMAL },
	[STYLE_STRONG] = { 10.5, PANGO_WEIGHT_BOLD },
	[STYLE_CELL] = { 9.5, PANGO_WEIGHT_NORMAL },
	[STYLE_CELL_STRONG] = { 9.5, PANGO_WEIGHT_BOLD },
	[STYLE_SMALL] = { 8.5, PANGO_WEIGHT_NORMAL },
	[STYLE_SMALL_STRONG] = { 8.5, PANGO_WEIGHT_BOLD },
};

static PangoContext *context;
static PangoFontDescription *fonts[STYLES];
static PangoAttrList *plain;

struct kept {
	char *text;
	int width;
	enum style style;
	PangoLayout *set;
};

static GHashTable *young, *old;
static size_t young_bytes;

static guint
kept_hash(gconstpointer p)
{
	const struct kept *k = p;

	return g_str_hash(k->text) ^ (guint)k->width * 31u ^ (guint)k->style;
}

static gboolean
kept_equal(gconstpointer p, gconstpointer q)
{
	const struct kept *a = p, *b = q;

	return a->width == b->width && a->style == b->style && strcmp(a->text, b->text) == 0;
}

static void
kept_drop(gpointer p)
{
	struct kept *k = p;

	g_object_unref(k->set);
	g_free(k->text);
	g_free(k);
}

static GHashTable *
generation(void)
{
	return g_hash_table_new_full(kept_hash, kept_equal, kept_drop, NULL);
}

/* Widths as they are in the font, not rounded to the dots of a screen. */
static void
print_quality(PangoContext *c)
{
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(c, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(c, FALSE);
}

/* Once a process.  The context is never updated from a cairo_t: that would shape all anew. */
static void
open_fonts(void)
{
	PangoFontMap *map;

	if (context != NULL)
		return;
	map = pango_cairo_font_map_new();
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	context = pango_font_map_create_context(map);
	g_object_unref(map);
	print_quality(context);
	pango_context_set_language(context, pango_language_from_string("da"));
	pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
	for (int i = 0; i < STYLES; i++) {
		fonts[i] = pango_font_description_from_string(FAMILY);
		pango_font_description_set_size(fonts[i], (int)(looks[i].size * PANGO_SCALE));
		pango_font_description_set_weight(fonts[i], looks[i].weight);
	}
	/* A hyphen that is not in the text would be read as part of a name or an address. */
	plain = pango_attr_list_new();
	pango_attr_list_insert(plain, pango_attr_insert_hyphens_new(FALSE));
	pango_attr_list_insert(plain, pango_attr_line_height_new(LINE_HEIGHT));
	/* A letter for a letter: what is copied or read aloud needs no key to ligatures. */
	pango_attr_list_insert(plain, pango_attr_font_features_new("liga=0, clig=0"));
	young = generation();
	old = generation();
}

static void
used_drop(void *p)
{
	g_ptr_array_unref(p);
}

struct setter *
setter_make(struct arena *a)
{
	struct setter *s = arena_take(a, sizeof *s);

	open_fonts();
	s->arena = a;
	s->used = g_ptr_array_new_with_free_func(g_object_unref);
	arena_defer(a, used_drop, s->used);
	return s;
}

static PangoLayout *
shape(enum style style, int width, const char *text)
{
	PangoLayout *set = pango_layout_new(context);

	pango_layout_set_font_description(set, fonts[style]);
	pango_layout_set_attributes(set, plain);
	pango_layout_set_auto_dir(set, FALSE);
	pango_layout_set_wrap(set, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_width(set, width);
	pango_layout_set_text(set, text, -1);
	return set;
}

static int
in_pango(double points)
{
	return (int)(points * PANGO_SCALE);
}

PangoLayout *
set_text(struct setter *s, enum style style, double width, const char *text)
{
	PangoLayout *set = shape(style, in_pango(width), shown_text(s->arena, text));

	g_ptr_array_add(s->used, set);
	return set;
}

PangoLayout *
set_lines(struct setter *s, enum style style, double width, int lines, const char *text)
{
	PangoLayout *set = set_text(s, style, width, text);

	pango_layout_set_single_paragraph_mode(set, TRUE);
	pango_layout_set_height(set, -lines);
	pango_layout_set_ellipsize(set, PANGO_ELLIPSIZE_END);
	return set;
}

/* A full generation becomes the old one. */
static void
make_room(size_t more)
{
	if (young_bytes + more <= KEPT_BYTES && g_hash_table_size(young) < KEPT_TEXTS)
		return;
	g_hash_table_destroy(old);
	old = young;
	young = generation();
	young_bytes = 0;
}

static PangoLayout *
keep(struct kept *k)
{
	make_room(strlen(k->text));
	young_bytes += strlen(k->text);
	g_hash_table_add(young, k);
	return k->set;
}

static PangoLayout *
find(const struct kept *like)
{
	struct kept *k = g_hash_table_lookup(young, like);
	gpointer stolen;

	if (k != NULL)
		return k->set;
	if (g_hash_table_steal_extended(old, like, &stolen, NULL))
		return keep(stolen);
	return NULL;
}

PangoLayout *
set_cell(struct setter *s, enum style style, double width, const char *text)
{
	const char *shown = shown_text(s->arena, text);
	struct kept like = { .text = arena_string(s->arena, shown), in_pango(width), style, NULL };
	PangoLayout *set;
	struct kept *k;

	if (strlen(shown) > LONGEST_KEPT)
		return set_text(s, style, width, shown);
	set = find(&like);
	if (set == NULL) {
		k = g_new(struct kept, 1);
		*k = (struct kept){ g_strdup(shown), like.width, style,
			shape(style, like.width, shown) };
		set = keep(k);
	}
	g_ptr_array_add(s->used, g_object_ref(set));
	return set;
}

double
set_width(PangoLayout *set)
{
	int width;

	pango_layout_get_size(set, &width, NULL);
	return (double)width / PANGO_SCALE;
}

double
set_height(PangoLayout *set)
{
	int height;

	pango_layout_get_size(set, NULL, &height);
	return (double)height / PANGO_SCALE;
}
