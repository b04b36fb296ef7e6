/* SPDX-License-Identifier: MPL-2.0
 *
 * Eftersend: what the authority lacks beside the package that it has (R-STPS-17): attestations that were
 * given since, documents that it asked for.  Nothing is left out silently: what cannot be read stops it.
 */
#include <string.h>

#include "bound.h"
#include "make.h"
#include "number.h"
#include "package.h"
#include "seal.h"
#include "zip.h"

enum { EXTRA_PARTS = 60 };

struct extra {
	struct sender *s;
	const struct send_order *o;
	const struct subject *who;
	struct paper paper;
	const char *why; /* what stops it */
	struct part *parts;
	size_t nparts;
	struct appendix *appendices;
	struct package_file *files;
	size_t n; /* of both */
};

/* The ids of "12 13 14"; 0 ends them. */
static const uint32_t *
ids_of(struct arena *a, const char *words)
{
	uint32_t *ids = arena_array(a, strlen(words) + 2, sizeof *ids);
	size_t n = 0;

	for (const char *p = words; *p != '\0'; p += strspn(p, " ")) {
		size_t len = strcspn(p, " ");

		if (number_u32(arena_copy(a, p, len), &ids[n]))
			n++;
		p += len;
	}
	ids[n] = 0;
	return ids;
}

/* --- what it is ------------------------------------------------------------------------------ */

static bool
read_doctor(struct extra *x)
{
	switch (paper_begin(x->s->db, x->who, x->o->doctor, &x->paper)) {
	case PAPER_FINE:
		return true;
	case PAPER_NO_CPR:
		x->why =
		    "CPR-numret kan ikke læses, og det skal stå på hver side. Kontakt hjælpen.";
		return true;
	case PAPER_NOT_THERE:
		break;
	}
	return false;
}

/* One part for each: as it was signed. */
static bool
read_attestations(struct extra *x)
{
	const uint32_t *ids = ids_of(x->s->arena, x->o->attestations);

	x->parts = arena_array(x->s->arena, EXTRA_PARTS + 1, sizeof *x->parts);
	for (; *ids != 0 && x->why == NULL && x->nparts < EXTRA_PARTS; ids++) {
		const struct report *r = paper_attestation(&x->paper, *ids);

		if (r == NULL && db_failed(x->s->db) != DB_ONE)
			return false;
		if (r == NULL)
			x->why = "En attestation, der skulle med, gælder ikke mere. Bestil igen.";
		else
			x->parts[x->nparts++] = (struct part){ .title = r->title, .report = r };
	}
	return true;
}

/* True, and why is told, when its bytes are not those that were given. */
static bool
is_corrupt(struct extra *x, const struct extra_file *f)
{
	const struct hash h = hash_sha256(f->bytes.at, f->bytes.n);

	if (f->bytes.at != NULL && f->content.n == sizeof h.bytes &&
	    memcmp(f->content.at, h.bytes, sizeof h.bytes) == 0)
		return false;
	x->why = arena_format(x->s->arena,
	    "Bilaget »%s« (%s) kan ikke læses: indholdet mangler eller er ændret. Læg filen op igen, og bestil igen.",
	    f->title, f->name);
	return true;
}

static bool
read_files(struct extra *x)
{
	const uint32_t *ids = ids_of(x->s->arena, x->o->files);
	struct arena *a = x->s->arena;
	size_t room = strlen(x->o->files) + 2;

	x->appendices = arena_array(a, room, sizeof *x->appendices);
	x->files = arena_array(a, room + 2, sizeof *x->files);
	for (; *ids != 0 && x->why == NULL; ids++) {
		struct extra_file f = { 0 };

		if (extra_file(x->s->db, x->who, *ids, &f) != DB_ONE) {
			x->why = "En fil, der skulle med, er taget tilbage. Bestil igen.";
			return db_failed(x->s->db) == DB_ONE;
		}
		if (is_corrupt(x, &f))
			return true;
		x->appendices[x->n] =
		    (struct appendix){ arena_format(a, "Bilag %zu: %s", x->n + 1, f.title), f.type,
			    hash_hex(a, f.content.at), f.bytes };
		x->files[x->n] =
		    seal_file(a, seal_name(a, x->n + 1, f.kind, f.type), f.title, f.type, f.bytes);
		x->n++;
	}
	return true;
}

/* --- what it becomes ---------------------------------------------------------------------------- */

static const struct report *
cover_of(const struct extra *x)
{
	struct arena *a = x->s->arena;
	struct report *r = arena_take(a, sizeof *r);
	struct fact *f = arena_array(a, 5, sizeof *f);

	f[0] = (struct fact){ "Læge", x->paper.name, "laege" };
	f[1] = (struct fact){ "CPR-nummer", x->paper.cpr, "cpr" };
	f[2] = (struct fact){ "Reference", x->o->reference, "reference" };
	f[3] = (struct fact){ "Supplement til", x->o->main_reference, "supplement_til" };
	f[4] = (struct fact){ "Dato", moment_text(a, x->s->now), "dato" };
	*r = (struct report){ .title = "Eftersendt dokumentation",
		.subtitle = arena_format(a, "Supplement til %s", x->o->main_reference),
		.subject = x->paper.name,
		.subject_cpr = x->paper.cpr,
		.printed = x->s->now,
		.facts = f,
		.nfacts = 5,
		.note =
		    "Den supplerer den dokumentation, der er sendt før, og erstatter den ikke." };
	return r;
}

static void
add_files_part(struct extra *x)
{
	struct report *r = arena_take(x->s->arena, sizeof *r);

	*r = *cover_of(x);
	r->title = "Dokumenter";
	r->subtitle = NULL;
	r->note = NULL;
	r->facts = NULL;
	r->nfacts = 0;
	r->appendices = x->appendices;
	r->nappendices = x->n;
	x->parts[x->nparts++] = (struct part){ .title = "Dokumenter", .report = r };
}

/* Signed as a difference: the manifest names what it adds to in the PDF, and holds what is new alone. */
static bool
put_in_zip(struct extra *x, struct bytes pdf, struct made *m)
{
	struct arena *a = x->s->arena;
	struct zip_file *in = arena_array(a, x->n + 3, sizeof *in);
	struct made_file *made = arena_array(a, x->n + 1, sizeof *made);
	struct signature *sign = arena_take(a, sizeof *sign);
	size_t n = x->n + 1;

	memmove(x->files + 1, x->files, x->n * sizeof *x->files);
	x->files[0] =
	    seal_file(a, "eftersendt.pdf", "Eftersendt dokumentation", "application/pdf", pdf);
	for (size_t i = 0; i < n; i++) {
		struct bytes b = x->files[i].content;

		in[i] = (struct zip_file){ x->files[i].name, b };
		made[i] = (struct made_file){ x->files[i].name, x->files[i].title, b.n,
			hash_sha256(b.at, b.n) };
	}
	m->key = sign_key_now();
	in[n] = (struct zip_file){ "manifest.json",
		seal_manifest(
		    a, &(struct seal){ "stps", x->o->reference, m->key, x->s->now }, x->files, n) };
	*sign = sign_bytes(m->key, in[n].content);
	in[n + 1] = (struct zip_file){ "manifest.sig", { sign->bytes, sizeof sign->bytes } };
	m->files = made;
	m->n = n;
	m->pdf = made[0].sha256;
	return zip_of(a, in, n + 2, x->s->now, &m->zip);
}

static bool
put_together(struct extra *x, struct made *m)
{
	const struct bound bound = { cover_of(x), make_address(x->s, x->o), x->parts, x->nparts };
	const struct appendix *bad = NULL;
	struct bytes pdf;

	switch (bound_of(x->s->arena, &bound, &pdf, &bad)) {
	case REPORT_FINE:
		return put_in_zip(x, pdf, m);
	case REPORT_APPENDIX:
		m->why = arena_format(x->s->arena,
		    "»%s« kan ikke tegnes. Læg filen op igen, og bestil igen.",
		    bad == NULL ? "Et bilag" : bad->title);
		return true;
	case REPORT_ROOM:
		break;
	}
	return false;
}

bool
make_extra(struct sender *s, const struct send_order *o, const struct subject *who, struct made *m)
{
	struct extra x = { .s = s, .o = o, .who = who };

	if (!read_doctor(&x) || (x.why == NULL && !read_attestations(&x)) ||
	    (x.why == NULL && !read_files(&x)))
		return false;
	m->why = x.why;
	if (m->why != NULL)
		return true;
	if (x.n > 0)
		add_files_part(&x);
	return put_together(&x, m);
}
