/* SPDX-License-Identifier: MPL-2.0 */
#include "merit.h"

#include <stddef.h>

enum merit_ground
merit_ground(const char *note, bool letter)
{
	bool written = note != NULL && note[0] != '\0';

	if (written)
		return letter ? MERIT_BOTH : MERIT_NOTE;
	return letter ? MERIT_LETTER : MERIT_NOTHING;
}

const char *
merit_ground_fault(enum merit_ground ground)
{
	switch (ground) {
	case MERIT_NOTHING:
		return "Skriv et notat, eller vedhæft et meritbrev.";
	case MERIT_NOTE:
	case MERIT_LETTER:
	case MERIT_BOTH:
		break;
	}
	return NULL;
}

bool
merit_may_cover(enum approval_state state)
{
	return !approval_is_locked(state);
}
