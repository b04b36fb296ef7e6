/* SPDX-License-Identifier: MPL-2.0
 *
 * Each list has an arena of its own, which is the one place where something outlives a
 * request; db_use() sends the rows there and back.
 */
#include "catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "queries/logbook.h"

static struct kept {
	struct arena *arena;
	struct curriculum_list list;
	uint64_t asked; /* when, in the process's own count */
} kept[CATALOGUE_MOST];
static uint64_t count;

/* The place of the list that was asked for longest ago, or an empty one. */
static struct kept *
oldest(void)
{
	struct kept *found = &kept[0];

	for (size_t i = 0; i < CATALOGUE_MOST; i++)
		if (kept[i].asked < found->asked)
			found = &kept[i];
	return found;
}

static bool
read_list(struct db *db, uint32_t id, struct curriculum_list *list)
{
	struct curriculum_all *all;
	size_t n;

	if (curriculum_all(db, &all, &n) != DB_ONE)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (all[i].id != id)
			continue;
		*list = (struct curriculum_list){
			.id = id,
			.code = all[i].code,
			.title = all[i].title,
			.stage = all[i].stage,
			.specialty = all[i].specialty,
			.version = all[i].version,
			.source = all[i].source,
			.demo = all[i].demo,
		};
		return true;
	}
	return false;
}

static bool
read_goals(struct db *db, struct arena *a, struct curriculum_list *list)
{
	struct competency_all *rows;
	struct goal *goals;
	size_t n;

	if (competency_all(db, list->id, &rows, &n) != DB_ONE)
		return false;
	goals = arena_array(a, n, sizeof *goals);
	for (size_t i = 0; i < n; i++)
		goals[i] = (struct goal){
			rows[i].id,
			rows[i].number,
			rows[i].heading,
			rows[i].title,
			rows[i].clarification,
			rows[i].strategy,
			rows[i].methods,
			rows[i].minimum,
			rows[i].assess_when,
			rows[i].placement,
			rows[i].approver_rule,
		};
	for (size_t i = 1; i < n; i++)
		if (strcmp(goals[i].heading, goals[i - 1].heading) == 0)
			goals[i].heading = goals[i - 1].heading;
	list->goals = goals;
	list->n = n;
	return true;
}

const struct curriculum_list *
catalogue_list(struct db *db, uint32_t curriculum)
{
	struct arena *request = db_arena(db);
	struct kept *k;
	bool fine;

	for (size_t i = 0; i < CATALOGUE_MOST; i++)
		if (kept[i].list.id == curriculum && kept[i].arena != NULL) {
			kept[i].asked = ++count;
			return &kept[i].list;
		}
	k = oldest();
	arena_drop(k->arena);
	*k = (struct kept){ .arena = arena_make() };
	db_use(db, k->arena);
	fine = read_list(db, curriculum, &k->list) && read_goals(db, k->arena, &k->list);
	db_use(db, request);
	if (!fine) {
		arena_drop(k->arena);
		*k = (struct kept){ 0 };
		return NULL;
	}
	k->asked = ++count;
	return &k->list;
}

const struct goal *
catalogue_goal(const struct curriculum_list *list, uint32_t competency)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->goals[i].id == competency)
			return &list->goals[i];
	return NULL;
}

static int
by_competency(const void *key, const void *member)
{
	uint32_t id = *(const uint32_t *)key;
	const struct competencies_now *row = member;

	return (id > row->competency) - (id < row->competency);
}

const struct competencies_now *
latest_of(const struct competencies_now *rows, size_t n, uint32_t competency)
{
	return n == 0 ? NULL : bsearch(&competency, rows, n, sizeof *rows, by_competency);
}
