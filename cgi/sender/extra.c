/* SPDX-License-Identifier: MPL-2.0
 *
 * Eftersend: what the authority lacks beside the package that it has (R-STPS-17): attestations that were
 * given since, what was reset since and is approved again (R-NUL-07), documents that it asked for.  Nothing
 * is left out silently: what no longer stands or cannot be read stops it.
 */
#include <string.h>

#include "enclosed.h"
#include "extra.h"

/* Makes m say why, and true: the database has not failed. */
static bool
stopped(struct extra *x, const char *why)
{
	x->why = why;
	return true;
}

/* A part could not be added: a fault that is named, or the database. */
static bool
part_failed(struct extra *x)
{
	x->no_room = x->package.end == PACKAGE_ROOM;
	if (x->package.end == PACKAGE_DATABASE || x->no_room)
		return false;
	return stopped(x,
	    arena_format(x->s->arena, "%s Læg filen op igen, og bestil igen.",
	        package_why(x->s->arena, &x->package)));
}

/* --- what it is ------------------------------------------------------------------------------ */

static bool
read_doctor(struct extra *x)
{
	switch (paper_begin(x->s->db, x->who, x->o->doctor, &x->paper)) {
	case PAPER_FINE:
		return true;
	case PAPER_NO_CPR:
		return stopped(
		    x, "CPR-numret kan ikke læses, og det skal stå på hver side. Kontakt hjælpen.");
	case PAPER_NOT_THERE:
		break;
	}
	return false;
}

/* As it was signed. */
static bool
add_attestation(struct extra *x, uint32_t id)
{
	const struct report *r = id == 0 ? NULL : paper_attestation(&x->paper, id);

	if (r == NULL && db_failed(x->s->db) != DB_ONE)
		return false;
	if (r == NULL)
		return stopped(x, "En attestation, der skulle med, gælder ikke mere. Bestil igen.");
	return parts_add(x->parts,
	           arena_format(x->s->arena, "%s %s", parts_next(x->parts), r->title),
	           parts_bindable(x->parts, r)) ||
	    part_failed(x);
}

static const struct resent_of *
resent_found(const struct resent_of *all, size_t n, struct sending_row row)
{
	for (size_t i = 0; i < n; i++)
		if (all[i].letter[0] == row.letter && all[i].row == row.id &&
		    strcmp(all[i].status, "APPROVED") == 0)
			return &all[i];
	return NULL;
}

static bool
add_resent(struct extra *x, const struct resent_of *r)
{
	if (r == NULL)
		return stopped(x,
		    "Noget, der var godkendt igen og skulle med, er nulstillet igen. Bestil igen.");
	x->resent[x->nresent++] = r;
	return resent_add(x->parts, r) || part_failed(x);
}

static bool
add_approved(struct extra *x)
{
	struct resent_of *all;
	size_t nall, n;
	const struct sending_row *rows = sending_rows(x->s->arena, x->o->attestations, &n);

	if (resent_of(x->s->db, x->who, x->o->kind, &all, &nall) != DB_ONE ||
	    !parts_read_files(x->parts))
		return false;
	x->resent = arena_array(x->s->arena, n, sizeof *x->resent);
	for (size_t i = 0; i < n && x->why == NULL; i++)
		if (!(rows[i].letter == '\0' ? add_attestation(x, rows[i].id)
		                             : add_resent(x, resent_found(all, nall, rows[i]))))
			return false;
	return x->why != NULL || resent_add_decisions(x->parts, x->resent, x->nresent);
}

/* True, and why is told, when its bytes are not those that were given. */
static bool
is_corrupt(struct extra *x, const struct extra_file *f)
{
	const struct hash h = hash_sha256(f->bytes.at, f->bytes.n);

	if (f->bytes.at != NULL && f->content.n == sizeof h.bytes &&
	    memcmp(f->content.at, h.bytes, sizeof h.bytes) == 0)
		return false;
	return stopped(x,
	    arena_format(x->s->arena,
	        "Bilaget »%s« (%s) kan ikke læses: indholdet mangler eller er ændret. Læg filen op igen, og bestil igen.",
	        f->title, f->name));
}

static bool
read_files(struct extra *x)
{
	size_t n;
	const struct sending_row *rows = sending_rows(x->s->arena, x->o->files, &n);

	x->documents = arena_array(x->s->arena, n, sizeof *x->documents);
	for (size_t i = 0; i < n && x->why == NULL; i++) {
		struct extra_file *f = &x->documents[x->ndocuments];

		if (extra_file(x->s->db, x->who, rows[i].id, f) != DB_ONE)
			return db_failed(x->s->db) == DB_ONE &&
			    stopped(x, "En fil, der skulle med, er taget tilbage. Bestil igen.");
		if (!is_corrupt(x, f))
			x->ndocuments++;
	}
	return true;
}

bool
make_extra(struct sender *s, const struct send_order *o, const struct subject *who, struct made *m)
{
	struct extra *x = arena_take(s->arena, sizeof *x);

	*x = (struct extra){ .s = s, .o = o, .who = who, .package.end = PACKAGE_DATABASE };
	x->ask = (struct package_ask){ .kind = sending_of_word(o->kind),
		.reference = o->reference,
		.supplements = o->main_reference,
		.address = make_address(s, o),
		.key = sign_key_now() };
	x->parts = arena_take(s->arena, sizeof *x->parts);
	x->parts->paper = &x->paper;
	x->parts->ask = &x->ask;
	x->parts->package = &x->package;
	if (!read_doctor(x) || (x->why == NULL && !add_approved(x)) ||
	    (x->why == NULL && !read_files(x))) {
		m->no_room = x->no_room;
		return false;
	}
	m->why = x->why;
	return m->why != NULL || extra_bind(x, m);
}
