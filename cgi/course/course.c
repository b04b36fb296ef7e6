/* SPDX-License-Identifier: MPL-2.0 */
#include "course.h"
#include "research_course.h"

#include <string.h>

#include "secret.h"

extern const db_queries *const course_files[];

static const struct route routes[] = {
	PAGE("/kurser/mine", LEAD_COURSES, runs),
	PAGE("/kurser/forskningstraening", SUPERVISE_RESEARCH, research_doctors_shown),
	LOOK("/kurser/forskningstraening/{doctor}", SUPERVISE_RESEARCH, research_doctor),
	LOOK("/kurser/forskningstraening/{doctor}/del/{part}", SUPERVISE_RESEARCH,
	    research_doctor_part),
	ACTION("/kurser/forskningstraening/{doctor}/del/{part}", SUPERVISE_RESEARCH,
	    research_doctor_decide),
	LOOK("/kurser/forskningstraening/{doctor}/fil/{file}", SUPERVISE_RESEARCH,
	    research_doctor_file),
	PAGE("/kurser/forskningskurser", LEAD_COURSES, research_modules),
	LOOK("/kurser/forskningskurser/{request}", LEAD_COURSES, research_module),
	ACTION("/kurser/forskningskurser/{request}", LEAD_COURSES, research_module_decide),
	LOOK("/kurser/forskningskurser/{request}/bevis", LEAD_COURSES, research_module_file),
	PAGE("/kurser/mine/{course}", LEAD_COURSES, led),
	ACTION("/kurser/mine/{course}", LEAD_COURSES, run_make),
	PAGE("/kurser/hold/{hold}", LEAD_COURSES, hold),
	ACTION("/kurser/hold/{hold}/deltager", LEAD_COURSES, hold_add),
	UPLOAD("/kurser/hold/{hold}/fil", LEAD_COURSES, hold_read),
	ACTION("/kurser/hold/{hold}/deltagere", LEAD_COURSES, hold_fill),
	ACTION("/kurser/hold/{hold}/ud", LEAD_COURSES, hold_take_out),
	ACTION("/kurser/hold/{hold}/godkend", LEAD_COURSES, hold_decide),
	PAGE("/kurser/kursusbeviser", LEAD_COURSES, claims),
	LOOK("/kurser/kursusbeviser/{claim}", LEAD_COURSES, claim),
	ACTION("/kurser/kursusbeviser/{claim}", LEAD_COURSES, claim_answer),
	LOOK("/kurser/kursusbeviser/{claim}/fil", LEAD_COURSES, claim_scan),
	PAGE("/kurser/samlet-godkendelse", APPROVE_SERIES, series),
	LOOK("/kurser/samlet-godkendelse/{doctor}", APPROVE_SERIES, series_one),
	ACTION("/kurser/samlet-godkendelse/{doctor}", APPROVE_SERIES, series_give),
	ACTION("/kurser/samlet-godkendelse/{doctor}/delkursus", APPROVE_SERIES, part_judge_one),
	PAGE("/kurser/delkurser", APPROVE_SERIES, parts),
	ACTION("/kurser/delkurser", APPROVE_SERIES, part_make),
	ACTION("/kurser/delkurser/slut", APPROVE_SERIES, part_finish),
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
