/* SPDX-License-Identifier: MPL-2.0 */
#include "course.h"
#include "research_course.h"

#include <string.h>

#include "secret.h"

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
	PAGE("/kursus/kurser/{course}", LEAD_COURSES, led),
	ACTION("/kursus/kurser/{course}", LEAD_COURSES, run_make),
	PAGE("/kursus/hold/{hold}", LEAD_COURSES, hold),
	ACTION("/kursus/hold/{hold}/deltager", LEAD_COURSES, hold_add),
	UPLOAD("/kursus/hold/{hold}/fil", LEAD_COURSES, hold_read),
	ACTION("/kursus/hold/{hold}/deltagere", LEAD_COURSES, hold_fill),
	ACTION("/kursus/hold/{hold}/ud", LEAD_COURSES, hold_take_out),
	ACTION("/kursus/hold/{hold}/godkend", LEAD_COURSES, hold_decide),
	PAGE("/kursus/kursusbeviser", LEAD_COURSES, claims),
	LOOK("/kursus/kursusbeviser/{claim}", LEAD_COURSES, claim),
	ACTION("/kursus/kursusbeviser/{claim}", LEAD_COURSES, claim_answer),
	LOOK("/kursus/kursusbeviser/{claim}/fil", LEAD_COURSES, claim_scan),
	PAGE("/kursus/samlet", APPROVE_SERIES, series),
	LOOK("/kursus/samlet/{doctor}", APPROVE_SERIES, series_one),
	ACTION("/kursus/samlet/{doctor}", APPROVE_SERIES, series_give),
	ACTION("/kursus/samlet/{doctor}/delkursus", APPROVE_SERIES, part_judge_one),
	PAGE("/kursus/delkurser", APPROVE_SERIES, parts),
	ACTION("/kursus/delkurser", APPROVE_SERIES, part_make),
	ACTION("/kursus/delkurser/slut", APPROVE_SERIES, part_finish),
};

const char *
once_made(struct arena *a)
{
	unsigned char bytes[16];
	struct text t = { .arena = a };

	secret_random(bytes, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++)
		text_format(&t, "%02x", bytes[i]);
	return t.at;
}

bool
once_of_form(const struct form *form, unsigned char once[16])
{
	static const char hex[] = "0123456789abcdef";
	const char *text = form_value(form, "once");

	if (strlen(text) != 32 || strspn(text, hex) != 32)
		return false;
	for (size_t i = 0; i < 16; i++)
		once[i] = (unsigned char)((strchr(hex, text[2 * i]) - hex) << 4 |
		    (strchr(hex, text[2 * i + 1]) - hex));
	return true;
}

int
main(int argc, char **argv)
{
	static const struct program program = { "course",
		{ routes, sizeof routes / sizeof routes[0] }, course_files };

	return serve(&program, argc, argv);
}
