/* SPDX-License-Identifier: MPL-2.0
 *
 * Files in one ZIP, with a manifest of their hashes and its signature: what openssl alone can prove.
 */
#include "seal.h"

#include <json-c/json.h>
#include <string.h>

#include "sign.h"
#include "zip.h"

static struct bytes
manifest_of(struct sender *s, const struct send_order *o, const struct sealed_file *files, size_t n,
    uint32_t key, struct made_file *made)
{
	json_object *all = json_object_new_object(), *list = json_object_new_array();
	const char *text;

	json_object_object_add(all, "reference", json_object_new_string(o->reference));
	json_object_object_add(all, "frozen", json_object_new_string(moment_iso(s->arena, s->now)));
	json_object_object_add(all, "key", json_object_new_int64(key));
	for (size_t i = 0; i < n; i++) {
		json_object *f = json_object_new_object();

		made[i] = (struct made_file){ files[i].name, files[i].title, files[i].content.n,
			hash_sha256(files[i].content.at, files[i].content.n) };
		json_object_object_add(f, "name", json_object_new_string(files[i].name));
		json_object_object_add(f, "title", json_object_new_string(files[i].title));
		json_object_object_add(f, "size", json_object_new_int64((int64_t)made[i].size));
		json_object_object_add(
		    f, "sha256", json_object_new_string(hash_hex(s->arena, made[i].sha256.bytes)));
		json_object_array_add(list, f);
	}
	json_object_object_add(all, "files", list);
	text = arena_string(s->arena,
	    json_object_to_json_string_ext(
	        all, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(all);
	return (struct bytes){ (const unsigned char *)text, strlen(text) };
}

bool
seal(struct sender *s, const struct send_order *o, const struct sealed_file *files, size_t n,
    struct made *m)
{
	struct zip_file *in = arena_array(s->arena, n + 2, sizeof *in);
	struct made_file *made = arena_array(s->arena, n, sizeof *made);
	struct signature *sign = arena_take(s->arena, sizeof *sign);

	m->key = sign_key_now();
	if (m->key == 0)
		return false;
	for (size_t i = 0; i < n; i++)
		in[i] = (struct zip_file){ files[i].name, files[i].content };
	in[n] = (struct zip_file){ "manifest.json", manifest_of(s, o, files, n, m->key, made) };
	*sign = sign_bytes(m->key, in[n].content);
	in[n + 1] = (struct zip_file){ "manifest.sig", { sign->bytes, sizeof sign->bytes } };
	m->files = made;
	m->n = n;
	return zip_of(s->arena, in, n + 2, s->now, &m->zip);
}
