/* SPDX-License-Identifier: MPL-2.0
 *
 * What a merge is, step by step, in one transaction: first the row that says that the two are
 * one; every step behind it asks for that row, and so do the triggers of the account.
 */
#include <string.h>

#include "audit.h"
#include "merge.h"
#include "notice.h"
#include "secret.h"

/* --- may they, and which goes on --------------------------------------------------------- */

static bool
is_written(const struct merge_side *s)
{
	return s->approvals || s->merits;
}

static const char *
refusal_of(const struct merging *m)
{
	const struct merge_side *a = &m->replacement, *b = &m->real;

	if (a->self || b->self)
		return "Du kan ikke sammenlægge dig selv. Bed en kollega i sekretariatet om det.";
	if (a->elsewhere || b->elsewhere)
		return "En af dem har en rolle, som ikke hører under din region: i et sekretariat, "
		       "hos projektlederen eller i en anden region. Bed projektlederen om at afslutte "
		       "rollen først.";
	if (is_written(a) && is_written(b))
		return "Begge logbøger er der skrevet i, og det, der er skrevet, kan ikke flyttes fra "
		       "den ene til den anden. Kontakt projektlederen, og oplys begge navne.";
	return NULL;
}

static const char *
difference_of(struct arena *a, const struct merging *m)
{
	bool name = strcmp(m->replacement.name, m->real.name) != 0;
	bool born = day_compare(m->replacement.born, m->real.born) != 0;

	if (!name && !born)
		return NULL;
	return arena_format(a, "%s er ikke ens.",
	    name && born ? "Navn og fødselsdato"
	        : name   ? "Navnet"
	                 : "Fødselsdatoen");
}

void
merge_judge(struct arena *a, struct merging *m)
{
	m->keeps_replacement = is_written(&m->replacement);
	m->refusal = refusal_of(m);
	m->difference = difference_of(a, m);
}

/* --- the steps --------------------------------------------------------------------------- */

/* One step that must write exactly what it is there for. */
static bool
wrote(enum db_outcome o)
{
	return o == DB_ONE;
}

/* One that may find nothing to do. */
static bool
went(enum db_outcome o)
{
	return o == DB_ONE || o == DB_NONE;
}

static bool
move(struct db *db, const struct subject *who, uint32_t kept, uint32_t gone)
{
	return went(merge_courses(db, who, kept, gone)) && went(merge_lists(db, who, kept, gone)) &&
	    went(merge_elements(db, who, kept, gone)) && went(merge_roles(db, who, kept, gone)) &&
	    went(merge_named(db, who, kept, gone)) && went(merge_words(db, who, kept, gone)) &&
	    went(merge_unfind(db, who, kept, gone)) && went(merge_records(db, who, kept, gone)) &&
	    went(merge_sessions(db, who, kept, gone)) && went(merge_links(db, who, kept, gone)) &&
	    went(merge_mails(db, who, kept, gone));
}

static const char *
either(const char *first, const char *second)
{
	return first != NULL ? first : second;
}

/* The real number goes to the one that goes on, whichever had it; the other gets what nobody
 * has in between, since a number is one person's alone. */
static bool
exchange(struct db *db, const struct subject *who, const struct merging *m,
    const struct merge_side *kept, const struct merge_side *gone)
{
	const struct merge_side *real = &m->real, *replacement = &m->replacement;
	struct merge_shown shown = { 0 };

	return merge_shown(db, who, gone->id, &shown) == DB_ONE &&
	    wrote(merge_keep(db, who, kept->id, gone->id, real->born, real->cpr_find,
	        real->cpr_sealed, either(kept->email, gone->email),
	        either(kept->mobile, gone->mobile), either(kept->auth_id, gone->auth_id),
	        shown.shown_from)) &&
	    move(db, who, kept->id, gone->id) &&
	    wrote(merge_tell(db, who, kept->id, gone->id, notice_word(NOTICE_MERGED))) &&
	    wrote(merge_end(db, who, kept->id, gone->id, replacement->born, replacement->cpr_find,
	        replacement->cpr_sealed));
}

bool
merge_carry_out(
    struct request *req, const struct subject *who, const struct merging *m, const char *reason)
{
	const struct merge_side *kept = m->keeps_replacement ? &m->replacement : &m->real;
	const struct merge_side *gone = m->keeps_replacement ? &m->real : &m->replacement;
	struct merge_logbook logbook = { 0 };
	unsigned char nobody[HASH_BYTES];

	secret_random(nobody, sizeof nobody);
	if (!wrote(merge_put(req->db, who, kept->id, gone->id, reason)) ||
	    !wrote(merge_free(
	        req->db, who, kept->id, gone->id, (struct bytes){ nobody, sizeof nobody })) ||
	    merge_logbook(req->db, who, gone->id, &logbook) != DB_ONE || logbook.written ||
	    !exchange(req->db, who, m, kept, gone))
		return false;
	audit(req->db, who, "merge persons", "person", kept->id,
	    arena_format(req->arena, "gone %u", gone->id));
	return true;
}
