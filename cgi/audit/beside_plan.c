/* SPDX-License-Identifier: MPL-2.0 */
#include "beside_plan.h"

#include <string.h>

#include "say.h"

/* What the trigger keeps of the plan that ends with row i; the rows before it are of the same plan
 * as long as the element is. */
static struct range_plan_now
plan_stands(const struct logbook *l, size_t i)
{
	const struct range_plans *last = &l->plans[i];
	struct range_plan_now n = { .element = last->element,
		.plan = last->id,
		.step = last->step,
		.status = last->status,
		.at = last->at };

	for (size_t k = i + 1; k > 0 && l->plans[k - 1].element == last->element; k--) {
		const struct range_plans *p = &l->plans[k - 1];

		if (n.sent == 0 && !p->has_answers) {
			n.sent = p->id;
			n.sent_at = p->at;
		}
		if (!n.has_approved && strcmp(p->status, "APPROVED") == 0) {
			n.has_approved = true;
			n.approved = p->answers;
		}
	}
	return n;
}

static bool
is_plan_now(const struct range_plan_now *a, const struct range_plan_now *b)
{
	return a->element == b->element && a->plan == b->plan && a->step == b->step &&
	    strcmp(a->status, b->status) == 0 && a->sent == b->sent &&
	    a->sent_at.s == b->sent_at.s && a->has_approved == b->has_approved &&
	    (!a->has_approved || a->approved == b->approved) && a->at.s == b->at.s;
}

bool
plans_now_hold(const struct logbook *l)
{
	size_t k = 0;

	for (size_t i = 0; i < l->nplans; i++) {
		struct range_plan_now n;

		if (i + 1 < l->nplans && l->plans[i + 1].element == l->plans[i].element)
			continue;
		n = plan_stands(l, i);
		if (k == l->nplan_now || !is_plan_now(&l->plan_now[k], &n)) {
			say(l->doctor, "plan_now of element %u is not what its rows say (plan %u)",
			    n.element, n.plan);
			return false;
		}
		k++;
	}
	if (k < l->nplan_now)
		say(l->doctor, "plan_now of element %u has no story (inserted)",
		    l->plan_now[k].element);
	return k == l->nplan_now;
}
