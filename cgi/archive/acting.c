/* SPDX-License-Identifier: MPL-2.0 */
#include "acting.h"

#include "subject_make.h"

const struct subject *
acting_for(struct arena *a, const struct archive_doctors *d, struct moment now)
{
	return subject_make(a, 0, d->doctor, d->held, ROLE_UL, d->name, d->on_day, now);
}
