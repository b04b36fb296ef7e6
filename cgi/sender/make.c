/* SPDX-License-Identifier: MPL-2.0
 *
 * The main package.  SEAM: until the branch "package" is joined, what the database has of attestations
 * stands for the whole of it.
 */
#include "make.h"

#include "ready.h"
#include "sending.h"

/* That a package of the kind is under way is this very order. */
const char *
missing_now(struct sender *s, const struct send_order *o)
{
	const struct ready *r =
	    ready_to_send(s->db, o->doctor, sending_of_word(o->kind), s->today);
	struct text t = { .arena = s->arena };

	if (r == NULL)
		return "Der er ikke noget forløb, som der kan søges tilladelse efter.";
	for (enum ready_rule k = 0; k < READY_RULES; k++)
		if (k != READY_NOT_SENT && r->lines[k].state == READY_MISSING)
			text_format(&t, "%s\n%s", t.len == 0 ? "Ikke opfyldt, da der skulle sendes:" : "",
			    readiness_title(k));
	return t.at;
}

bool
make_main(struct sender *s, const struct send_order *o, const struct subject *who, struct made *m)
{
	struct send_order stand_in = *o;
	struct extra_attestations_all *rows;
	struct text ids = { .arena = s->arena };
	size_t n;

	if (extra_attestations_all(s->db, who, &rows, &n) != DB_ONE)
		return false;
	for (size_t i = 0; i < n; i++)
		text_format(&ids, "%u ", rows[i].attestation);
	stand_in.attestations = n == 0 ? "" : ids.at;
	stand_in.main_reference = o->reference;
	return make_extra(s, &stand_in, who, m);
}
