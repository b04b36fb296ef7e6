/* SPDX-License-Identifier: MPL-2.0
 *
 * Whose name the statements are asked in: the doctor's who ordered, on the day that it is.  There is no
 * session; the account of this program can add nothing in anybody's name (rules/submission.sql).
 */
#include "make.h"
#include "subject_make.h"

const struct subject *
acting_for(struct sender *s, const struct send_order *o)
{
	return subject_make(s->arena, 0, o->doctor, o->held, ROLE_UL, o->name, s->today, s->now);
}
