/* SPDX-License-Identifier: MPL-2.0
 *
 * Reference data that nearly every row of a file asks for, read whole at the beginning of a run:
 * places, specialties, training regions, published lists.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include "db.h"
#include "intake_rule.h"

struct known_place {
	uint32_t id, parent, region; /* parent 0: none */
	const char *code, *kind, *name, *place;
	struct day since, until;
};

/* A specialty or a training region. */
struct known_name {
	uint32_t id;
	const char *code, *name;
};

struct known_list {
	struct list_offered offered;
	const char *name, *stage, *specialty;
	enum curriculum_basis basis;
};

struct known {
	struct arena *arena;         /* where all of it lies */
	struct known_place **places; /* in order of their codes */
	struct known_name *specialties, *regions;
	struct known_list *lists; /* those of one list beside each other */
	size_t nplaces, nspecialties, nregions, nlists, room;
};

/* In the transaction that is open; it all lies in the arena.  False: db_failed() tells. */
bool known_read(struct db *, struct arena *, struct known *);

/* NULL when there is none. */
struct known_place *known_place(const struct known *, const char *code);
struct known_place *known_place_of_id(const struct known *, uint32_t id);
const struct known_name *known_specialty(const struct known *, const char *code);
const struct known_name *known_region(const struct known *, const char *code);
/* Its name; "" for 0 or one that is not known. */
const char *known_place_name(const struct known *, uint32_t id);
const char *known_specialty_name(const struct known *, uint32_t id);
const char *known_region_name(const struct known *, uint32_t id);

/* A place that was made just now: it is known from now on. */
struct known_place *known_place_add(struct known *, const struct known_place *);

#endif
