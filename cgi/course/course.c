/* SPDX-License-Identifier: MPL-2.0 */
#include "course.h"

extern const db_queries *const course_files[];

static const struct route routes[] = {
	PAGE("/kursus/kurser", LEAD_COURSES, runs),
};

int
main(int argc, char **argv)
{
	static const struct program program = { "course",
		{ routes, sizeof routes / sizeof routes[0] }, course_files };

	return serve(&program, argc, argv);
}
