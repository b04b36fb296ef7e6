/* SPDX-License-Identifier: MPL-2.0 */
#include "known.h"

#include <stdlib.h>
#include <string.h>

#include "queries/intake.h"

static int
by_code(const void *a, const void *b)
{
	return strcmp(
	    (*(struct known_place *const *)a)->code, (*(struct known_place *const *)b)->code);
}

static void
read_places(struct db *db, struct known *k)
{
	struct places_known *rows = NULL;
	size_t n = 0;

	places_known(db, &rows, &n);
	k->room = n + 64;
	k->places = arena_array(k->arena, k->room, sizeof(void *));
	for (size_t i = 0; i < n; i++) {
		const struct places_known *r = &rows[i];
		struct known_place *p = arena_take(k->arena, sizeof *p);

		*p = (struct known_place){ r->id, r->has_parent ? r->parent : 0, r->region, r->code,
			r->kind, r->name, r->place, r->since, r->until };
		k->places[i] = p;
	}
	k->nplaces = n;
	/* By bytes, whatever order the server has for texts. */
	qsort(k->places, n, sizeof *k->places, by_code);
}

static void
read_names(struct db *db, struct known *k)
{
	struct specialties_known *specialties = NULL;
	struct regions_known *regions = NULL;

	specialties_known(db, &specialties, &k->nspecialties);
	k->specialties = arena_array(k->arena, k->nspecialties, sizeof *k->specialties);
	for (size_t i = 0; i < k->nspecialties; i++)
		k->specialties[i] = (struct known_name){ specialties[i].id, specialties[i].code,
			specialties[i].name };
	regions_known(db, &regions, &k->nregions);
	k->regions = arena_array(k->arena, k->nregions, sizeof *k->regions);
	for (size_t i = 0; i < k->nregions; i++)
		k->regions[i] =
		    (struct known_name){ regions[i].id, regions[i].code, regions[i].name };
}

static enum curriculum_basis
basis_of(const char *word)
{
	enum curriculum_basis basis = CURRICULUM_BESAT;

	for (; basis < CURRICULUM_ANSAT; basis++)
		if (strcmp(curriculum_basis_word(basis), word) == 0)
			break;
	return basis;
}

static void
read_lists(struct db *db, struct known *k)
{
	struct lists_known *rows = NULL;

	lists_known(db, &rows, &k->nlists);
	k->lists = arena_array(k->arena, k->nlists, sizeof *k->lists);
	for (size_t i = 0; i < k->nlists; i++) {
		const struct lists_known *r = &rows[i];
		struct known_list *l = &k->lists[i];

		*l = (struct known_list){ { r->id, basis_of(r->basis), r->cutoff },
			arena_format(k->arena, "%s (%s)", r->title, r->version), r->stage,
			r->specialty, basis_of(r->basis) };
	}
}

bool
known_read(struct db *db, struct arena *a, struct known *k)
{
	struct arena *before = db_arena(db);

	*k = (struct known){ .arena = a };
	db_use(db, a);
	read_places(db, k);
	read_names(db, k);
	read_lists(db, k);
	db_use(db, before);
	return db_failed(db) == DB_ONE;
}

/* --- finding ------------------------------------------------------------------------------ */

struct known_place *
known_place(const struct known *k, const char *code)
{
	const struct known_place key = { .code = code }, *wanted = &key;
	struct known_place **found =
	    bsearch(&wanted, k->places, k->nplaces, sizeof *k->places, by_code);

	return found == NULL ? NULL : *found;
}

struct known_place *
known_place_of_id(const struct known *k, uint32_t id)
{
	for (size_t i = 0; i < k->nplaces; i++)
		if (k->places[i]->id == id)
			return k->places[i];
	return NULL;
}

static const struct known_name *
name_of(const struct known_name *names, size_t n, const char *code, uint32_t id)
{
	for (size_t i = 0; i < n; i++)
		if (code != NULL ? strcmp(names[i].code, code) == 0 : names[i].id == id)
			return &names[i];
	return NULL;
}

const struct known_name *
known_specialty(const struct known *k, const char *code)
{
	return name_of(k->specialties, k->nspecialties, code, 0);
}

const struct known_name *
known_region(const struct known *k, const char *code)
{
	return name_of(k->regions, k->nregions, code, 0);
}

const char *
known_place_name(const struct known *k, uint32_t id)
{
	const struct known_place *p = id == 0 ? NULL : known_place_of_id(k, id);

	return p == NULL ? "" : p->place;
}

const char *
known_specialty_name(const struct known *k, uint32_t id)
{
	const struct known_name *s = name_of(k->specialties, k->nspecialties, NULL, id);

	return s == NULL ? "" : s->name;
}

const char *
known_region_name(const struct known *k, uint32_t id)
{
	const struct known_name *r = name_of(k->regions, k->nregions, NULL, id);

	return r == NULL ? "" : r->name;
}

struct known_place *
known_place_add(struct known *k, const struct known_place *place)
{
	struct known_place *p = arena_take(k->arena, sizeof *p), **more;

	*p = *place;
	p->code = arena_string(k->arena, place->code);
	p->kind = arena_string(k->arena, place->kind);
	p->name = arena_string(k->arena, place->name);
	p->place = arena_string(k->arena, place->place);
	if (k->nplaces == k->room) {
		k->room *= 2;
		more = arena_array(k->arena, k->room, sizeof *more);
		memcpy(more, k->places, k->nplaces * sizeof *more);
		k->places = more;
	}
	k->places[k->nplaces++] = p;
	qsort(k->places, k->nplaces, sizeof *k->places, by_code);
	return p;
}
