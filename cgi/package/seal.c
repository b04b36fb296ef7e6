/* SPDX-License-Identifier: MPL-2.0 */
#include "seal.h"

#include <json-c/json.h>
#include <string.h>

#include "report_json.h"
#include "schema_number.h"
#include "secret.h"
#include "zip.h"

/* Of index.json and manifest.json; raised when a member changes its meaning. */
enum { VERSION = 1 };

struct package_file
seal_file(
    struct arena *a, const char *name, const char *title, const char *type, struct bytes content)
{
	struct hash h = hash_sha256(content.at, content.n);

	return (struct package_file){ name, title, type, hash_hex(a, h.bytes), content };
}

static const char *
plain_word(const char *kind)
{
	static const struct {
		const char *word, *plain;
	} words[] = { { "AGREEMENT", "uddannelsesaftale" }, { "SUPPLEMENT", "tillaegsaftale" },
		{ "PAPER_ATTESTATION", "attestation" }, { "CERTIFICATE", "kursusbevis" },
		{ "MERIT_LETTER", "meritbrev" }, { "DIPLOMA", "diplom" },
		{ "CARD", "kompetencekort" }, { "PLAN", "uddannelsesplan" }, { "TALK", "samtale" },
		{ "REQUEST", "anmodning" } };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i].word, kind) == 0)
			return words[i].plain;
	return "fil";
}

const char *
seal_name(struct arena *a, size_t nth, const char *kind, const char *type)
{
	const char *ending = strcmp(type, "application/pdf") == 0 ? "pdf"
	    : strcmp(type, "image/png") == 0                      ? "png"
	                                                          : "jpg";

	return arena_format(a, "filer/%02zu-%s.%s", nth, plain_word(kind), ending);
}

static void
put_text(struct json_object *o, const char *key, const char *text)
{
	json_object_object_add(o, key, text == NULL ? NULL : json_object_new_string(text));
}

static void
put_number(struct json_object *o, const char *key, uint64_t n)
{
	json_object_object_add(o, key, json_object_new_int64((int64_t)n));
}

static struct json_object *
files_of(const struct package_file *files, size_t n)
{
	struct json_object *all = json_object_new_array();

	for (size_t i = 0; i < n; i++) {
		struct json_object *o = json_object_new_object();

		put_text(o, "name", files[i].name);
		put_text(o, "title", files[i].title);
		put_text(o, "type", files[i].type);
		put_number(o, "size", files[i].content.n);
		put_text(o, "sha256", files[i].sha256);
		json_object_array_add(all, o);
	}
	return all;
}

static struct json_object *
head_of(struct arena *a, const char *format, const char *kind, const char *reference,
    struct moment made)
{
	struct json_object *o = json_object_new_object();

	put_text(o, "format", format);
	put_number(o, "version", VERSION);
	put_number(o, "schema", SCHEMA_NUMBER);
	put_text(o, "kind", kind);
	put_text(o, "reference", reference);
	put_text(o, "made", moment_iso(a, made));
	return o;
}

static struct json_object *
parts_of(const struct parts *p)
{
	struct json_object *all = json_object_new_array();

	for (size_t i = 0; i < p->n; i++) {
		struct json_object *o = json_object_new_object();

		put_text(o, "title", p->list[i].title);
		json_object_object_add(o, "below", json_object_new_boolean(p->list[i].below));
		json_object_object_add(
		    o, "report", json_document(p->paper->arena, p->list[i].report));
		json_object_array_add(all, o);
	}
	return all;
}

struct bytes
seal_index(const struct parts *p, const struct package_file *files, size_t n)
{
	struct arena *a = p->paper->arena;
	struct json_object *o =
	    head_of(a, "logbog-index", p->ask->kind == SENDING_PRACTICE ? "practice" : "specialist",
	        p->ask->reference, p->paper->printed);
	struct json_object *doctor = json_object_new_object();

	if (p->ask->supplements != NULL)
		put_text(o, "supplements", p->ask->supplements);
	put_text(doctor, "name", p->paper->name);
	put_text(doctor, "cpr", p->paper->cpr);
	put_text(doctor, "auth_id", p->paper->auth_id);
	json_object_object_add(o, "doctor", doctor);
	json_object_object_add(o, "parts", parts_of(p));
	json_object_object_add(o, "files", files_of(files, n));
	return json_written(a, o);
}

struct bytes
seal_manifest(struct arena *a, const struct seal *s, const struct package_file *files, size_t n)
{
	struct json_object *o = head_of(a, "logbog-manifest", s->kind, s->reference, s->made);

	if (s->supplements != NULL)
		put_text(o, "supplements", s->supplements);
	if (s->key > 0)
		put_number(o, "key", s->key);
	json_object_object_add(o, "files", files_of(files, n));
	return json_written(a, o);
}

bool
seal_zip(struct arena *a, const struct seal *s, struct bytes manifest,
    const struct package_file *files, size_t n, struct signature *signature, struct bytes *zip)
{
	struct zip_file *zipped = arena_array(a, n + 2, sizeof *zipped);

	*signature = sign_bytes(s->key, manifest);
	for (size_t i = 0; i < n; i++)
		zipped[i] = (struct zip_file){ files[i].name, files[i].content };
	zipped[n] = (struct zip_file){ "manifest.json", manifest };
	zipped[n + 1] =
	    (struct zip_file){ "manifest.sig", { signature->bytes, sizeof signature->bytes } };
	return zip_of(a, zipped, n + 2, s->made, zip);
}
