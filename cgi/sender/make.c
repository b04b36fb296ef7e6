/* SPDX-License-Identifier: MPL-2.0
 *
 * The main package.  SEAM: until the branch "package" is joined, what the database has of attestations
 * stands for the whole of it; and until the branch "ready" is joined, nothing is held to be missing.
 */
#include "make.h"

#include "sending.h"

const char *
missing_now(struct sender *s, const struct send_order *o, const struct subject *who)
{
	(void)s;
	(void)o;
	(void)who;
	return NULL;
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
