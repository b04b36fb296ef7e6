/* SPDX-License-Identifier: MPL-2.0
 *
 * What the doctor may send today.
 */
#include "send_may.h"

#include <string.h>

#include "ready.h"

static bool
is_of(const struct submissions_own *s, enum sending_kind kind)
{
	return strcmp(s->part, "MAIN") == 0 && strcmp(s->kind, sending_word(kind)) == 0;
}

/* Why it cannot be sent today; NULL when it can. */
static const char *
missing(struct arena *a, const struct ready *r)
{
	size_t n = 0;

	for (enum ready_rule k = 0; k < READY_RULES; k++)
		n += k != READY_NOT_SENT && r->lines[k].state == READY_MISSING;
	if (n == 0)
		return NULL;
	return n == 1 ? "Ét krav mangler." : arena_format(a, "%zu krav mangler.", n);
}

struct send_may
send_may_of(
    struct arena *a, const struct ready *ready, const struct submissions_own *orders, size_t n)
{
	struct send_may may = { .applies = ready != NULL };

	if (ready == NULL)
		return may;
	may.bar = missing(a, ready);
	for (size_t i = 0; i < n; i++) {
		enum sending_state state = sending_state_of(orders[i].status);

		if (!is_of(&orders[i], ready->kind))
			continue;
		may.extra |= state == SENDING_SENT;
		if (state == SENDING_SENT)
			may.bar = "Pakken er sendt.";
		else if (sending_is_under_way(state))
			may.bar = "Pakken er bestilt og på vej.";
	}
	may.main = may.bar == NULL;
	return may;
}

bool
send_may_now(
    struct request *req, const struct subject *who, enum sending_kind kind, struct send_may *may)
{
	struct submissions_own *orders;
	size_t n;

	*may = (struct send_may){ 0 };
	if (submissions_own(req->db, who, &orders, &n) != DB_ONE)
		return false;
	*may = send_may_of(
	    req->arena, ready_of(req->db, who, subject_id(who), kind, req->today), orders, n);
	return db_failed(req->db) == DB_ONE;
}
