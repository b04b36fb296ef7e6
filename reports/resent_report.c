/* SPDX-License-Identifier: MPL-2.0 */
#include "resent_report.h"

#include <string.h>

static struct fact
replaces_fact(const char *replaces)
{
	return (struct fact){ "Erstatter", replaces, "erstatter" };
}

static void
fill_facts(struct arena *a, const struct resent_facts *f, struct report *r)
{
	struct fact *facts = arena_array(a, 10, sizeof *facts), *next = facts;

	*next++ = (struct fact){ "Læge", f->name, "laege" };
	*next++ = (struct fact){ "CPR-nummer", f->cpr, "cpr" };
	if (f->auth_id != NULL)
		*next++ = (struct fact){ "Autorisations-id", f->auth_id, "autorisations_id" };
	*next++ = (struct fact){ f->kind, f->title, "hvad" };
	if (f->about[0] != '\0')
		*next++ = (struct fact){ "Målbeskrivelse", f->about, "maalbeskrivelse" };
	*next++ = (struct fact){ "Status", f->state, "status" };
	*next++ = (struct fact){ "Dato", day_text(a, moment_day(f->on)), "dato" };
	*next++ = (struct fact){ "Godkendt af",
		arena_format(a, "%s, %s, %s", f->by, f->role, f->place), "godkendt_af" };
	*next++ = replaces_fact(f->replaces);
	*next++ = (struct fact){ "Udskrevet", moment_text(a, f->printed), "udskrevet" };
	r->facts = facts;
	r->nfacts = (size_t)(next - facts);
}

const struct report *
resent_report(struct arena *a, const struct resent_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);
	struct passage *words = arena_take(a, sizeof *words);

	*words = (struct passage){ .label = "Ord til godkendelsen", .text = f->words };
	*r = (struct report){
		.title = f->kind,
		.subtitle = f->title,
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.passages_heading = "Grundlag",
		.passages = words,
		.npassages = f->words != NULL,
	};
	fill_facts(a, f, r);
	return r;
}

const struct report *
resent_of_report(struct arena *a, const struct report *r, const char *replaces)
{
	struct report *copy = arena_take(a, sizeof *copy);
	struct fact *facts = arena_array(a, r->nfacts + 1, sizeof *facts);

	memcpy(facts, r->facts, r->nfacts * sizeof *facts);
	facts[r->nfacts] = replaces_fact(replaces);
	*copy = *r;
	copy->facts = facts;
	copy->nfacts = r->nfacts + 1;
	copy->nsigns = 0;
	return copy;
}
