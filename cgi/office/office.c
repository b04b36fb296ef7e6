/* SPDX-License-Identifier: MPL-2.0 */
#include "help.h"
#include "office.h"

extern const db_queries *const office_files[];

static const struct route routes[] = {
	PAGE("/sekretariat/brugere", FIND_PEOPLE, people),
	ACTION("/sekretariat/brugere", FIND_PEOPLE, people_search),
	PAGE("/sekretariat/brugere/{doctor}", FIND_PEOPLE, person),
	ACTION("/sekretariat/brugere/{doctor}/cpr", FIND_PEOPLE, person_show_cpr),
	LOOK("/sekretariat/brugere/{doctor}/kompetencer", SEE_REGION, doctor_competencies),
	LOOK("/sekretariat/brugere/{doctor}/kompetencer/{competency}", SEE_REGION,
	    doctor_competency),
	LOOK("/sekretariat/brugere/{doctor}/meritbrev/{letter}", SEE_REGION, doctor_letter),
	PAGE("/sekretariat/brugere/{doctor}/login", HELP_LOGIN, login_help),
	ACTION("/sekretariat/brugere/{doctor}/login", HELP_LOGIN, login_help_give),
	PAGE("/sekretariat/mails", HELP_LOGIN, mails),
	ACTION("/sekretariat/mails", HELP_LOGIN, mail_settle),
	PAGE("/sekretariat/godkend-merit", GIVE_MERIT, merit_doctors),
	ACTION("/sekretariat/godkend-merit", GIVE_MERIT, merit_doctors_search),
	LOOK("/sekretariat/godkend-merit/{doctor}", GIVE_MERIT, merit_form),
	UPLOAD("/sekretariat/godkend-merit/{doctor}", GIVE_MERIT, merit_give),
	PAGE("/sekretariat/merit", GIVE_MERIT, merits),
	LOOK("/sekretariat/merit/{merit}", GIVE_MERIT, merit),
};

struct places
office_places(struct arena *a, uint32_t doctor)
{
	return (struct places){ url_of(a, "/sekretariat/brugere/%u/kompetencer", doctor),
		url_of(a, "/udskrift/%u/kompetencer", doctor),
		url_of(a, "/sekretariat/brugere/%u/meritbrev", doctor) };
}

int
main(int argc, char **argv)
{
	static const struct program program = { "office",
		{ routes, sizeof routes / sizeof routes[0] }, office_files };

	return serve(&program, argc, argv);
}
