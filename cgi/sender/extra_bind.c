/* SPDX-License-Identifier: MPL-2.0
 *
 * Signed as a difference: cover, index and manifest name the package that it adds to, and it holds what is
 * new alone.
 */
#include "bound.h"
#include "extra.h"
#include "seal.h"

/* More than these are told by their pages alone. */
enum { NAMED_ON_COVER = 15 };

/* --- the PDF ---------------------------------------------------------------------------------- */

static const char *
note_of(const struct extra *x)
{
	struct text t = { .arena = x->s->arena };

	text_puts(&t, "Den supplerer den dokumentation, der er sendt før, og erstatter den ikke.");
	if (x->nresent == 0)
		return t.at;
	text_format(&t,
	    "\n\nNoget i %s er nulstillet, siden det blev sendt, og er godkendt igen. "
	    "Godkendelserne her træder i stedet for:",
	    x->o->main_reference);
	for (size_t i = 0; i < x->nresent && i < NAMED_ON_COVER; i++)
		text_format(&t, "\n– %s", resent_line(x->s->arena, x->resent[i]));
	if (x->nresent > NAMED_ON_COVER)
		text_format(&t, "\n– og %zu andre; hver har sin side", x->nresent - NAMED_ON_COVER);
	return t.at;
}

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
		.reference = x->o->reference,
		.facts = f,
		.nfacts = 5,
		.note = note_of(x) };
	return r;
}

static bool
add_documents(struct extra *x)
{
	struct arena *a = x->s->arena;
	struct report *r = arena_take(a, sizeof *r);
	struct appendix *all = arena_array(a, x->ndocuments, sizeof *all);
	const char *number;

	if (x->ndocuments == 0)
		return true;
	number = parts_next(x->parts);
	for (size_t i = 0; i < x->ndocuments; i++) {
		const struct extra_file *f = &x->documents[i];

		all[i] =
		    (struct appendix){ arena_format(a, "Bilag %s%zu: %s", number, i + 1, f->title),
			    f->type, hash_hex(a, f->content.at), f->bytes };
	}
	*r = (struct report){ .title = "Dokumenter",
		.subject = x->paper.name,
		.subject_cpr = x->paper.cpr,
		.printed = x->s->now,
		.appendices = all,
		.nappendices = x->ndocuments };
	return parts_add(x->parts, arena_format(a, "%s Dokumenter", number), r);
}

/* --- the ZIP ---------------------------------------------------------------------------------- */

/* The PDF, the originals of what was approved again, the documents, and what tells of them all. */
static struct package_file *
files_of(const struct extra *x, struct bytes pdf, size_t *n)
{
	const struct parts *p = x->parts;
	struct arena *a = x->s->arena;
	struct package_file *all = arena_array(a, p->nenclosed + x->ndocuments + 2, sizeof *all),
	                    *next = all;

	*next++ =
	    seal_file(a, "eftersendt.pdf", "Eftersendt dokumentation", "application/pdf", pdf);
	for (size_t i = 0; i < p->nenclosed; i++, next++) {
		const struct enclosed *e = &p->enclosed[i];

		*next = seal_file(a, seal_name(a, (size_t)(next - all), e->row->kind, e->row->type),
		    e->title, e->row->type, e->content);
	}
	for (size_t i = 0; i < x->ndocuments; i++, next++) {
		const struct extra_file *f = &x->documents[i];

		*next = seal_file(a, seal_name(a, (size_t)(next - all), f->kind, f->type), f->title,
		    f->type, f->bytes);
	}
	*next = seal_file(a, "index.json", "Indhold, maskinlæsbart", "application/json",
	    seal_index(p, all, (size_t)(next - all)));
	*n = (size_t)(next - all) + 1;
	return all;
}

static bool
put_in_zip(struct extra *x, struct bytes pdf, struct made *m)
{
	struct arena *a = x->s->arena;
	const struct package_file *files = files_of(x, pdf, &m->n);
	const struct seal seal = { "stps", x->ask.reference, x->ask.supplements, x->ask.key,
		x->s->now };
	struct made_file *made = arena_array(a, m->n, sizeof *made);
	struct signature signature;

	for (size_t i = 0; i < m->n; i++)
		made[i] = (struct made_file){ files[i].name, files[i].title, files[i].content.n,
			hash_sha256(files[i].content.at, files[i].content.n) };
	m->files = made;
	m->pdf = made[0].sha256;
	m->key = seal.key;
	m->no_room = !seal_zip(
	    a, &seal, seal_manifest(a, &seal, files, m->n), files, m->n, &signature, &m->zip);
	return !m->no_room;
}

bool
extra_bind(struct extra *x, struct made *m)
{
	const struct appendix *bad = NULL;
	struct bytes pdf;

	if (!add_documents(x))
		return false;
	switch (bound_of(x->s->arena,
	    &(struct bound){ cover_of(x), x->ask.address, x->parts->list, x->parts->n }, &pdf,
	    &bad)) {
	case REPORT_FINE:
		return put_in_zip(x, pdf, m);
	case REPORT_APPENDIX:
		m->why = arena_format(x->s->arena,
		    "»%s« kan ikke tegnes. Læg filen op igen, og bestil igen.",
		    bad == NULL ? "Et bilag" : bad->title);
		return true;
	case REPORT_ROOM:
		m->no_room = true;
		break;
	}
	return false;
}
