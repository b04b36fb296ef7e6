/* SPDX-License-Identifier: MPL-2.0 */
#include "package.h"

#include <string.h>

#include "parts.h"
#include "secret.h"
#include "seal.h"

static const char *
purpose(enum sending_kind kind)
{
	switch (kind) {
	case SENDING_PRACTICE:
		return "Tilladelse til selvstændigt virke som læge";
	case SENDING_SPECIALIST:
		return "Speciallægeanerkendelse";
	case SENDING_KINDS:
		break;
	}
	return "";
}

/* --- the PDF ------------------------------------------------------------------------------------ */

static const struct report *
cover_of(const struct parts *p)
{
	const struct paper *paper = p->paper;
	struct arena *a = paper->arena;
	struct report *r = arena_take(a, sizeof *r);
	struct fact *facts = arena_array(a, 8, sizeof *facts), *next = facts;

	*next++ = (struct fact){ "Læge", paper->name, "laege" };
	*next++ = (struct fact){ "CPR-nummer", paper->cpr, "cpr" };
	if (paper->auth_id != NULL)
		*next++ = (struct fact){ "Autorisations-id", paper->auth_id, "autorisations_id" };
	*next++ = (struct fact){ "Ansøgning", purpose(p->ask->kind), "ansoegning" };
	*next++ = (struct fact){ "Dato", moment_text(a, paper->printed), "dato" };
	*next++ = (struct fact){ "Reference", p->ask->reference, "reference" };
	*next++ = (struct fact){ "Indhold",
		arena_format(a, "%u dele, %zu bilag", p->number, p->nenclosed), "indhold" };
	*r = (struct report){
		.title = "Dokumentation til Styrelsen for Patientsikkerhed",
		.subtitle = purpose(p->ask->kind),
		.subject = paper->name,
		.subject_cpr = paper->cpr,
		.printed = paper->printed,
		.reference = p->ask->reference,
		.facts = facts,
		.nfacts = (size_t)(next - facts),
		.note = "Dokumentationen er et øjebliksbillede af logbogen. Ændringer, der er sket "
		        "siden, står ikke i den.",
	};
	return r;
}

static bool
bind_parts(const struct parts *p, struct package *made)
{
	const struct bound bound = { cover_of(p), p->ask->address, p->list, p->n };
	const struct appendix *bad = NULL;

	switch (bound_of(p->paper->arena, &bound, &made->pdf, &bad)) {
	case REPORT_FINE:
		return true;
	case REPORT_APPENDIX:
		made->end = PACKAGE_UNDRAWN;
		made->bad = bad == NULL ? NULL : bad->title;
		return false;
	case REPORT_ROOM:
		made->end = PACKAGE_ROOM;
		return false;
	}
	return false;
}

/* --- the files ----------------------------------------------------------------------------------- */

static void
list_files(const struct parts *p, struct package *made)
{
	struct arena *a = p->paper->arena;
	struct package_file *files = arena_array(a, p->nenclosed + 2, sizeof *files);

	made->files = files;
	files[made->nfiles++] =
	    seal_file(a, "dokumentation.pdf", "Dokumentation", "application/pdf", made->pdf);
	for (size_t i = 0; i < p->nenclosed; i++) {
		const struct enclosed *e = &p->enclosed[i];
		const char *name = seal_name(a, i + 1, e->row->kind, e->row->type);

		files[made->nfiles++] = (struct package_file){ name, e->title, e->row->type,
			hash_hex(a, e->row->sha256.at), e->content };
	}
	files[made->nfiles] = seal_file(a, "index.json", "Indhold, maskinlæsbart",
	    "application/json", seal_index(p, files, made->nfiles));
	made->nfiles++;
}

static void
make(struct parts *p, struct package *made)
{
	const struct seal seal = { "stps", p->ask->reference, NULL, p->ask->key,
		p->paper->printed };
	struct arena *a = p->paper->arena;
	struct hash h;

	if (!parts_fill(p) || !bind_parts(p, made))
		return;
	list_files(p, made);
	made->manifest = seal_manifest(a, &seal, made->files, made->nfiles);
	h = hash_sha256(made->manifest.at, made->manifest.n);
	made->manifest_sha256 = hash_hex(a, h.bytes);
	made->end = seal.key > 0 &&
	        !seal_zip(a, &seal, made->manifest, made->files, made->nfiles, &made->signature,
	            &made->zip)
	    ? PACKAGE_ROOM
	    : PACKAGE_MADE;
}

struct package
package_make(
    struct db *db, const struct subject *who, uint32_t doctor, const struct package_ask *ask)
{
	struct package made = { .end = PACKAGE_DATABASE };
	struct parts *p = arena_take(db_arena(db), sizeof *p);
	struct paper paper;

	switch (paper_begin(db, who, doctor, &paper)) {
	case PAPER_FINE:
		break;
	case PAPER_NOT_THERE:
		made.end = PACKAGE_NOT_THERE;
		return made;
	case PAPER_NO_CPR:
		made.end = PACKAGE_NO_CPR;
		return made;
	}
	p->paper = &paper;
	p->ask = ask;
	p->package = &made;
	make(p, &made);
	return made;
}

const char *
package_why(struct arena *a, const struct package *p)
{
	switch (p->end) {
	case PACKAGE_MADE:
		return NULL;
	case PACKAGE_NOT_THERE:
		return "Logbogen findes ikke, eller du har ikke adgang til den.";
	case PACKAGE_NO_CPR:
		return "CPR-numret kan ikke læses, og uden det må dokumentationen ikke laves.";
	case PACKAGE_GONE:
		return arena_format(a, "%s mangler: filens indhold findes ikke.", p->bad);
	case PACKAGE_CHANGED:
		return arena_format(
		    a, "%s er ikke længere den fil, der blev lagt op: den er ændret.", p->bad);
	case PACKAGE_UNDRAWN:
		return arena_format(a, "%s kan ikke læses og derfor ikke gengives.", p->bad);
	case PACKAGE_ROOM:
		return "Der er ikke plads på serveren.";
	case PACKAGE_DATABASE:
		return "Databasen svarer ikke.";
	}
	return NULL;
}
