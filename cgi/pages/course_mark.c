/* SPDX-License-Identifier: MPL-2.0 */
#include "courses.h"

const char *
course_mark(enum course_state s)
{
	static const char *const marks[COURSE_STATES] = {
		[COURSE_MISSING] = "none",
		[COURSE_CLAIMED] = "asked",
		[COURSE_REFUSED] = "back",
		[COURSE_NOT_PASSED] = "back",
		[COURSE_RESET] = "undone",
		[COURSE_APPROVED] = "ok",
		[COURSE_OTHER_BASIS] = "merit",
		[COURSE_MERIT] = "merit",
		[COURSE_VERIFIED] = "ok",
	};

	return marks[s];
}
