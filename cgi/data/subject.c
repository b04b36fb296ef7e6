/* SPDX-License-Identifier: MPL-2.0 */
#include "subject.h"

#include "subject_make.h"

struct subject {
	uint32_t session, person, held;
	enum role role;
	const char *name;
	struct day today;
	struct moment now;
};

struct subject *
subject_make(struct arena *a, uint32_t session, uint32_t person, uint32_t held, enum role role,
    const char *name, struct day today, struct moment now)
{
	struct subject *s = arena_take(a, sizeof *s);

	*s = (struct subject){ session, person, held, role, name, today, now };
	return s;
}

uint32_t
subject_id(const struct subject *s)
{
	return s->person;
}

uint32_t
subject_as(const struct subject *s)
{
	return s->held;
}

struct day
subject_today(const struct subject *s)
{
	return s->today;
}

struct moment
subject_now(const struct subject *s)
{
	return s->now;
}

enum role
subject_role(const struct subject *s)
{
	return s->role;
}

const char *
subject_name(const struct subject *s)
{
	return s->name;
}

uint32_t
subject_session(const struct subject *s)
{
	return s->session;
}

bool
subject_is_own(const struct subject *s, uint32_t doctor)
{
	return s->role == ROLE_UL && s->person == doctor;
}
