/* SPDX-License-Identifier: MPL-2.0 */
#include "attested.h"

#include "attestation_rule.h"
#include "queries/attest_tell.h"
#include "tell.h"

struct concerned {
	uint32_t doctor, org_unit, region;
	const char *place;
};

static void
tell_all(
    struct db *db, const struct concerned *c, enum notice kind, struct moment now, struct day today)
{
	const char *office =
	    arena_format(db_arena(db), "/sekretariat/brugere/%u/attestationer", c->doctor);
	struct attest_to_tell *who = NULL;
	size_t n = 0;

	if (attest_to_tell(db, c->org_unit, c->region, today, &who, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		if (who[i].person != c->doctor)
			tell_notice(db, who[i].person, kind, c->doctor, c->place,
			    who[i].office ? office : "/vejleder/attestationer", now);
}

void
attested_element_moved(struct db *db, uint32_t element, struct moment now, struct day today)
{
	struct attest_signed a = { 0 };

	if (attest_signed(db, element, &a) == DB_ONE &&
	    attestation_is_premature(attestation_signed_on(a.paper_on, a.at), a.until))
		tell_all(db, &(struct concerned){ a.doctor, a.org_unit, a.region, a.place },
		    NOTICE_ATTEST_PREMATURE, now, today);
}

void
attested_approval_reset(struct db *db, uint32_t approval, struct moment now, struct day today)
{
	struct attest_grounds *rows = NULL;
	size_t n = 0;

	if (attest_grounds(db, approval, &rows, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		tell_all(db,
		    &(struct concerned){
		        rows[i].doctor, rows[i].org_unit, rows[i].region, rows[i].place },
		    NOTICE_ATTEST_GROUND, now, today);
}
