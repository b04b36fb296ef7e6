/* SPDX-License-Identifier: MPL-2.0 */
#include "intake_part.h"
const struct intake_table intake_agreement_table, intake_kbu_table, intake_leader_table,
    intake_place_table;
void
intake_agreements(const struct intake_rows *r, struct intake *o)
{
	(void)r;
	(void)o;
}
void
intake_kbu(const struct intake_rows *r, struct intake *o)
{
	(void)r;
	(void)o;
}
void
intake_leaders(const struct intake_rows *r, struct intake *o)
{
	(void)r;
	(void)o;
}
void
intake_places(const struct intake_rows *r, struct intake *o)
{
	(void)r;
	(void)o;
}
