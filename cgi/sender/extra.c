/* SPDX-License-Identifier: MPL-2.0
 *
 * Eftersend: what the authority lacks beside the package that it has (R-STPS-17): attestations that were
 * given since, documents that it asked for.  Nothing is left out silently: what cannot be read stops it.
 */
#include <string.h>

#include "attestation_report.h"
#include "cpr.h"
#include "number.h"
#include "seal.h"
#include "sending.h"

struct extra {
	struct sender *s;
	const struct send_order *o;
	const struct subject *who;
	struct extra_paper paper;
	const char *cpr, *why;
	struct attest_signed_all *rows; /* those that go */
	size_t nrows;
	struct appendix *appendices;
	struct sealed_file *files;
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
	struct bytes digits;

	if (extra_paper(x->s->db, x->who, &x->paper) != DB_ONE)
		return false;
	digits = secret_open_sealed(x->s->arena, KEY_CPR_SEAL, x->paper.cpr_sealed);
	if (digits.at == NULL || digits.n != 10)
		x->why =
		    "CPR-numret kan ikke læses, og det skal stå på hver side. Kontakt hjælpen.";
	else
		x->cpr = cpr_text(x->s->arena, (const char *)digits.at);
	return true;
}

static bool
read_attestations(struct extra *x)
{
	const uint32_t *ids = ids_of(x->s->arena, x->o->attestations);
	struct attest_signed_all *all;
	size_t n;

	if (attest_signed_all(x->s->db, x->who, x->o->doctor, &all, &n) != DB_ONE)
		return false;
	x->rows = arena_array(x->s->arena, n, sizeof *x->rows);
	for (; *ids != 0; ids++) {
		size_t i = 0;

		while (i < n && all[i].id != *ids)
			i++;
		if (i == n)
			x->why = "En attestation, der skulle med, gælder ikke mere. Bestil igen.";
		else
			x->rows[x->nrows++] = all[i];
	}
	return true;
}

static const char *
ending_of(const char *type)
{
	return strcmp(type, "application/pdf") == 0 ? "pdf"
	    : strcmp(type, "image/png") == 0        ? "png"
	                                            : "jpg";
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
		x->files[x->n] = (struct sealed_file){ arena_format(a, "bilag/%02zu.%s", x->n + 1,
			                                   ending_of(f.type)),
			f.title, f.bytes };
		x->n++;
	}
	return true;
}

/* --- what it becomes ---------------------------------------------------------------------------- */

static struct report
report_of_extra(struct extra *x)
{
	struct arena *a = x->s->arena;
	struct attestation_facts facts = { x->paper.name, x->cpr, x->s->now, x->rows, x->nrows };
	struct report r = *attestations_report(a, &facts);
	struct fact *f = arena_array(a, 4, sizeof *f);

	r.title = "Eftersendt dokumentation";
	r.subtitle = arena_format(a, "Supplement til %s", x->o->main_reference);
	f[0] = (struct fact){ "Nummer", x->o->reference, "nummer" };
	f[1] = (struct fact){ "Supplement til", x->o->main_reference, "supplement_til" };
	f[2] = (struct fact){ "Lavet", moment_text(a, x->s->now), "lavet" };
	r.facts = f;
	r.nfacts = 3;
	r.appendices = x->appendices;
	r.nappendices = x->n;
	return r;
}

static bool
put_together(struct extra *x, struct made *m)
{
	struct arena *a = x->s->arena;
	struct report r = report_of_extra(x);
	struct bytes pdf, json;
	size_t bad = 0;

	switch (pdf_of(a, &r, &pdf, &bad)) {
	case REPORT_FINE:
		break;
	case REPORT_APPENDIX:
		m->why = arena_format(a, "%s kan ikke tegnes. Læg filen op igen, og bestil igen.",
		    r.appendices[bad].title);
		return true;
	case REPORT_ROOM:
		return false;
	}
	r.nappendices = 0;
	if (json_of(a, &r, &json) != REPORT_FINE)
		return false;
	memmove(x->files + 2, x->files, x->n * sizeof *x->files);
	x->files[0] = (struct sealed_file){ arena_format(a, "%s.pdf", x->o->reference),
		"Eftersendt dokumentation", pdf };
	x->files[1] = (struct sealed_file){ "index.json", "Indhold, til maskiner", json };
	m->pdf = hash_sha256(pdf.at, pdf.n);
	return seal(x->s, x->o, x->files, x->n + 2, m);
}

bool
make_extra(struct sender *s, const struct send_order *o, const struct subject *who, struct made *m)
{
	struct extra x = { .s = s, .o = o, .who = who };

	if (!read_doctor(&x) || !read_attestations(&x) || !read_files(&x))
		return false;
	m->why = x.why;
	return m->why != NULL || put_together(&x, m);
}
