/* SPDX-License-Identifier: MPL-2.0 */
#include "attest.h"
#include "help.h"
#include "office.h"
#include "places.h"
#include "reference.h"

extern const db_queries *const office_files[];

static const struct route routes[] = {
	PAGE("/sekretariat/brugere", FIND_PEOPLE, people),
	ACTION("/sekretariat/brugere", FIND_PEOPLE, people_search),
	PAGE("/sekretariat/brugere/ny", IMPORT_PEOPLE, person_new),
	ACTION("/sekretariat/brugere/ny", IMPORT_PEOPLE, person_new_make),
	PAGE("/sekretariat/planlagte-laeger", FIND_PEOPLE, planned),
	PAGE("/sekretariat/brugere/{doctor}", FIND_PEOPLE, person),
	PAGE("/sekretariat/brugere/{doctor}/roller", FIND_PEOPLE, roles),
	ACTION("/sekretariat/brugere/{doctor}/roller", FIND_PEOPLE, role_give_to),
	ACTION("/sekretariat/brugere/{doctor}/roller/slut", FIND_PEOPLE, role_end_of),
	PAGE("/sekretariat/brugere/{doctor}/maalbeskrivelse", MOVE_CURRICULUM, curriculum),
	ACTION("/sekretariat/brugere/{doctor}/maalbeskrivelse", MOVE_CURRICULUM, curriculum_move),
	ACTION("/sekretariat/brugere/{doctor}/cpr", FIND_PEOPLE, person_show_cpr),
	LOOK("/sekretariat/brugere/{doctor}/kompetencer", SEE_REGION, doctor_competencies),
	LOOK("/sekretariat/brugere/{doctor}/kompetencer/{competency}", SEE_REGION,
	    doctor_competency),
	LOOK("/sekretariat/brugere/{doctor}/meritbrev/{letter}", SEE_REGION, doctor_letter),
	LOOK("/sekretariat/brugere/{doctor}/attestationer", SEE_REGION, doctor_attestations),
	LOOK("/sekretariat/brugere/{doctor}/attestationer/fil/{paper}", SEE_REGION,
	    doctor_attest_scan),
	LOOK("/sekretariat/attestationer/{element}/undtagelse", GIVE_OTHER_BASIS, attest_exception),
	ACTION(
	    "/sekretariat/attestationer/{element}/undtagelse", GIVE_OTHER_BASIS, attest_exception_give),
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
	PAGE("/sekretariat/steder", FIND_PEOPLE, places),
	ACTION("/sekretariat/steder", FIND_PEOPLE, places_search),
	PAGE("/sekretariat/steder/ny", KEEP_REGION, place_new),
	ACTION("/sekretariat/steder/ny", KEEP_REGION, place_make),
	PAGE("/sekretariat/steder/{place}", FIND_PEOPLE, place),
	ACTION("/sekretariat/steder/{place}/slut", KEEP_REGION, place_finish),
	PAGE("/sekretariat/steder/{place}/navngiv", KEEP_REGION, place_name),
	ACTION("/sekretariat/steder/{place}/navngiv", KEEP_REGION, place_name_give),
	PAGE("/sekretariat/maalbeskrivelser", FIND_PEOPLE, lists),
	PAGE("/sekretariat/specialer", KEEP_SETTINGS, specialties),
	PAGE("/sekretariat/specialer/{specialty}", KEEP_SETTINGS, specialty),
	ACTION("/sekretariat/specialer/{specialty}", KEEP_SETTINGS, specialty_keep),
	PAGE("/sekretariat/kursusledere", GIVE_NATIONAL_ROLES, leaders),
	ACTION("/sekretariat/kursusledere", GIVE_NATIONAL_ROLES, course_make),
	PAGE("/sekretariat/indstillinger", KEEP_SETTINGS, settings),
	ACTION("/sekretariat/indstillinger", KEEP_SETTINGS, settings_keep),
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
