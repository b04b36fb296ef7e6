/* SPDX-License-Identifier: MPL-2.0
 *
 * The manifest (schema/seed/package/manifest.schema.json): the files are those, and as it says.
 */
#include <string.h>

#include "parse.h"

enum { VERSION = 1 };

static bool
is_listed(struct json_object *files, const char *name)
{
	for (size_t i = 0; i < json_object_array_length(files); i++) {
		const char *s =
		    parse_text(json_object_object_get(json_object_array_get_idx(files, i), "name"));

		if (s != NULL && strcmp(s, name) == 0)
			return true;
	}
	return false;
}

static void
check_file(struct taking *t, struct json_object *o)
{
	const char *name = parse_text(json_object_object_get(o, "name")),
	           *sha256 = parse_text(json_object_object_get(o, "sha256"));
	const struct packed *p = name == NULL ? NULL : take_packed(t, name);
	struct hash h;
	uint32_t size;

	if (name == NULL || sha256 == NULL ||
	    !parse_number(json_object_object_get(o, "size"), &size)) {
		blame(t, "manifest.json: en fil er ikke beskrevet med name, size og sha256.");
		return;
	}
	if (p == NULL) {
		blame(t, "%s mangler i ZIP-filen.",
		    utf8_has_control(name, strlen(name)) ? "…" : utf8_clip(t->arena, name, 80));
		return;
	}
	h = hash_sha256(p->content.at, p->content.n);
	if (p->content.n != size || strcmp(hash_hex(t->arena, h.bytes), sha256) != 0)
		blame(t, "%s er ikke den fil, som manifest.json beskriver: den er ændret.", name);
}

static bool
is_ours(struct taking *t, struct json_object *o)
{
	const char *kind = parse_text(json_object_object_get(o, "kind")),
	           *made = parse_text(json_object_object_get(o, "made"));
	uint32_t version;

	if (kind == NULL || strcmp(kind, "logbog") != 0)
		return blame(t, "ZIP-filen er ikke en logbog, der er hentet samlet.");
	if (!parse_number(json_object_object_get(o, "version"), &version) || version != VERSION)
		return blame(t, "manifest.json har en udgave, som dette system ikke kender.");
	if (made == NULL || !moment_read(made, &t->made))
		return blame(t, "manifest.json: made er ikke et tidspunkt.");
	return true;
}

bool
take_manifest(struct taking *t)
{
	const struct packed *p = take_packed(t, "manifest.json");
	struct json_object *o = p == NULL ? NULL : parse(t, p), *files;

	if (p == NULL)
		return blame(t, "manifest.json mangler i ZIP-filen.");
	if (!json_object_is_type(o, json_type_object) || !is_ours(t, o))
		return t->nfaults > 0 ? false : blame(t, "manifest.json er ikke et manifest.");
	files = json_object_object_get(o, "files");
	if (!json_object_is_type(files, json_type_array))
		return blame(t, "manifest.json: files mangler.");
	for (size_t i = 0; i < json_object_array_length(files); i++)
		check_file(t, json_object_array_get_idx(files, i));
	for (size_t i = 0; i < t->npacked; i++)
		if (&t->packed[i] != p && !is_listed(files, t->packed[i].name))
			blame(t, "%s står ikke i manifest.json.", t->packed[i].name);
	return t->nfaults == 0;
}
