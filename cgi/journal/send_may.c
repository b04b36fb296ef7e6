/* SPDX-License-Identifier: MPL-2.0
 *
 * What the doctor may send today.
 */
#include "send_may.h"

#include <string.h>

static bool
is_of(const struct submissions_own *s, enum sending_kind kind)
{
	return strcmp(s->part, "MAIN") == 0 && strcmp(s->kind, sending_word(kind)) == 0;
}

/* The course that the licence follows on; none: it does not apply. */
static bool
read_course(
    struct request *req, const struct subject *who, enum sending_kind kind, struct send_may *may)
{
	const char *stage = kind == SENDING_PRACTICE ? "KBU" : "HU";
	struct sending_courses *courses;
	size_t n;

	if (sending_courses(req->db, who, &courses, &n) != DB_ONE)
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(courses[i].stage, stage) == 0) {
			may->applies = true;
			may->until = courses[i].until;
		}
	return true;
}

/* SEAM: until the branch "ready" is joined, the day alone is asked for here; what else is missing is
 * found by the program that sends. */
static const char *
missing(struct request *req, enum sending_kind kind, const struct send_may *may)
{
	struct day earliest = readiness_earliest(kind, may->until);

	return day_compare(req->today, earliest) >= 0
	    ? NULL
	    : arena_format(
	          req->arena, "Der kan tidligst sendes %s.", day_text(req->arena, earliest));
}

bool
send_may_of(struct request *req, const struct subject *who, enum sending_kind kind,
    const struct submissions_own *orders, size_t n, struct send_may *may)
{
	*may = (struct send_may){ 0 };
	if (!read_course(req, who, kind, may))
		return false;
	if (!may->applies)
		return true;
	may->bar = missing(req, kind, may);
	for (size_t i = 0; i < n; i++) {
		enum sending_state state = sending_state_of(orders[i].status);

		if (!is_of(&orders[i], kind))
			continue;
		may->extra |= state == SENDING_SENT;
		if (state == SENDING_SENT)
			may->bar = "Pakken er sendt.";
		else if (sending_is_under_way(state))
			may->bar = "Pakken er bestilt og på vej.";
	}
	may->main = may->bar == NULL;
	return true;
}

bool
send_may_now(
    struct request *req, const struct subject *who, enum sending_kind kind, struct send_may *may)
{
	struct submissions_own *orders;
	size_t n;

	*may = (struct send_may){ 0 };
	return submissions_own(req->db, who, &orders, &n) == DB_ONE &&
	    send_may_of(req, who, kind, orders, n, may);
}
