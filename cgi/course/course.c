/* SPDX-License-Identifier: MPL-2.0 */
#include "course.h"
#include "research_course.h"

extern const db_queries *const course_files[];

static const struct route routes[] = {
	PAGE("/kursus/kurser", LEAD_COURSES, runs),
	PAGE("/kursus/forskning", SUPERVISE_RESEARCH, research_doctors_shown),
	LOOK("/kursus/forskning/{doctor}", SUPERVISE_RESEARCH, research_doctor),
	LOOK("/kursus/forskning/{doctor}/del/{part}", SUPERVISE_RESEARCH, research_doctor_part),
	ACTION("/kursus/forskning/{doctor}/del/{part}", SUPERVISE_RESEARCH, research_doctor_decide),
	LOOK("/kursus/forskning/{doctor}/fil/{file}", SUPERVISE_RESEARCH, research_doctor_file),
	PAGE("/kursus/forskningskurser", LEAD_COURSES, research_modules),
	LOOK("/kursus/forskningskurser/{request}", LEAD_COURSES, research_module),
	ACTION("/kursus/forskningskurser/{request}", LEAD_COURSES, research_module_decide),
	LOOK("/kursus/forskningskurser/{request}/bevis", LEAD_COURSES, research_module_file),
};

int
main(int argc, char **argv)
{
	static const struct program program = { "course",
		{ routes, sizeof routes / sizeof routes[0] }, course_files };

	return serve(&program, argc, argv);
}
