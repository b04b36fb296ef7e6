/* SPDX-License-Identifier: MPL-2.0 */
#include "files_of.h"
#include "forms.h"
#include "attest.h"
#include "cross_courses.h"
#include "doctor_courses.h"
#include "doctor_ready.h"
#include "handover.h"
#include "help.h"
#include "notes_of.h"
#include "office.h"
#include "overview.h"
#include "packages_office.h"
#include "places.h"
#include "reference.h"
#include "research_office.h"
#include "reset.h"

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
	LOOK("/sekretariat/brugere/{doctor}/kort", SEE_REGION, doctor_cards),
	LOOK("/sekretariat/brugere/{doctor}/kort/{sheet}", SEE_REGION, doctor_card),
	LOOK("/sekretariat/brugere/{doctor}/meritbrev/{letter}", SEE_REGION, doctor_letter),
	LOOK("/sekretariat/brugere/{doctor}/uddannelsesforloeb", SEE_REGION, doctor_training),
	LOOK("/sekretariat/brugere/{doctor}/fravaer", SEE_REGION, doctor_absence),
	LOOK("/sekretariat/brugere/{doctor}/beregner", SEE_REGION, doctor_reckon),
	ACTION("/sekretariat/brugere/{doctor}/beregner", SEE_REGION, doctor_reckon_ask),
	LOOK("/sekretariat/brugere/{doctor}/attestationer", SEE_REGION, doctor_attestations),
	LOOK("/sekretariat/brugere/{doctor}/attestationer/fil/{paper}", SEE_REGION,
	    doctor_attest_scan),
	LOOK("/sekretariat/attestationer/{element}/undtagelse", GIVE_OTHER_BASIS, attest_exception),
	ACTION("/sekretariat/attestationer/{element}/undtagelse", GIVE_OTHER_BASIS,
	    attest_exception_give),
	LOOK("/sekretariat/brugere/{doctor}/kurser", SEE_REGION, doctor_courses),
	ACTION("/sekretariat/brugere/{doctor}/kurser", GIVE_OTHER_BASIS, basis_give_to),
	LOOK("/sekretariat/brugere/{doctor}/kurser/{course}", SEE_REGION, doctor_course),
	LOOK("/sekretariat/brugere/{doctor}/kursusbevis/{file}", SEE_REGION, doctor_certificate),
	PAGE("/sekretariat/kurser", FIND_PEOPLE, general_list),
	ACTION("/sekretariat/kurser", FIND_PEOPLE, general_make),
	ACTION("/sekretariat/kurser/slut", FIND_PEOPLE, general_finish),
	PAGE("/sekretariat/kurser/tvaerfaglige", KEEP_SETTINGS, cross_list),
	ACTION("/sekretariat/kurser/tvaerfaglige", KEEP_SETTINGS, cross_make),
	ACTION("/sekretariat/kurser/tvaerfaglige/slut", KEEP_SETTINGS, cross_finish),
	PAGE("/sekretariat/brugere/{doctor}/login", HELP_LOGIN, login_help),
	ACTION("/sekretariat/brugere/{doctor}/login", HELP_LOGIN, login_help_give),
	PAGE("/sekretariat/bekraeft", HELP_LOGIN, unconfirmed),
	LOOK("/sekretariat/brugere/{doctor}/forskningstraening", GIVE_OTHER_BASIS, research_office),
	UPLOAD("/sekretariat/brugere/{doctor}/forskningstraening", GIVE_OTHER_BASIS,
	    research_office_give),
	ACTION("/sekretariat/brugere/{doctor}/forskningstraening/vejleder", GIVE_OTHER_BASIS,
	    research_office_assign),
	ACTION("/sekretariat/brugere/{doctor}/forskningstraening/vejleder/slut", GIVE_OTHER_BASIS,
	    research_office_end),
	LOOK("/sekretariat/brugere/{doctor}/forskningstraening/del/{part}", GIVE_OTHER_BASIS,
	    research_office_part),
	LOOK("/sekretariat/brugere/{doctor}/forskningstraening/fil/{file}", GIVE_OTHER_BASIS,
	    research_office_file),
	PAGE("/sekretariat/mails", HELP_LOGIN, mails),
	ACTION("/sekretariat/mails", HELP_LOGIN, mail_settle),
	PAGE("/sekretariat/godkend-merit", GIVE_MERIT, merit_doctors),
	ACTION("/sekretariat/godkend-merit", GIVE_MERIT, merit_doctors_search),
	LOOK("/sekretariat/godkend-merit/{doctor}", GIVE_MERIT, merit_form),
	UPLOAD("/sekretariat/godkend-merit/{doctor}", GIVE_MERIT, merit_give),
	PAGE("/sekretariat/merit", GIVE_MERIT, merits),
	LOOK("/sekretariat/merit/{merit}", GIVE_MERIT, merit),
	LOOK("/sekretariat/brugere/{doctor}/nulstil", RESET_APPROVALS, resets_of),
	LOOK("/sekretariat/brugere/{doctor}/nulstil/{kind}/{row}", RESET_APPROVALS, reset_form),
	UPLOAD("/sekretariat/brugere/{doctor}/nulstil/{kind}/{row}", RESET_APPROVALS, reset_give),
	LOOK("/sekretariat/brugere/{doctor}/anmodning/{file}", RESET_APPROVALS, reset_request_file),
	LOOK("/sekretariat/brugere/{doctor}/dokumentation", SEE_REGION, doctor_ready),
	LOOK("/sekretariat/brugere/{doctor}/beskaeftigelse", SEE_REGION, doctor_employment),
	LOOK("/sekretariat/brugere/{doctor}/filer", SEE_REGION, region_files),
	LOOK("/sekretariat/brugere/{doctor}/filer/{file}", SEE_REGION, region_file),
	LOOK("/sekretariat/brugere/{doctor}/notater", SEE_REGION, office_notes),
	ACTION("/sekretariat/brugere/{doctor}/notater", SEE_REGION, office_note_write),
	LOOK("/sekretariat/brugere/{doctor}/notater/{note}", SEE_REGION, office_note),
	ACTION("/sekretariat/brugere/{doctor}/notater/{note}", SEE_REGION, office_note_change),
	ACTION(
	    "/sekretariat/brugere/{doctor}/notater/{note}/fjern", SEE_REGION, office_note_remove),
	PAGE("/sekretariat/formularer", KEEP_FORMS, forms_kept_show),
	UPLOAD("/sekretariat/formularer", KEEP_FORMS, form_put_in),
	PAGE("/sekretariat/formularer/{form}", KEEP_FORMS, form_show),
	UPLOAD("/sekretariat/formularer/{form}", KEEP_FORMS, form_renew),
	ACTION("/sekretariat/formularer/{form}/slut", KEEP_FORMS, form_finish),
	PAGE("/sekretariat/formularer/{form}/udgave/{version}", KEEP_FORMS, form_version_show),
	PAGE("/sekretariat/nulstillinger", RESET_APPROVALS, resets),
	ACTION("/sekretariat/nulstillinger/regel", KEEP_REGION, reset_rule_keep),
	LOOK("/sekretariat/nulstillinger/{asked}", RESET_APPROVALS, reset_waiting),
	ACTION("/sekretariat/nulstillinger/{asked}/bekraeft", RESET_APPROVALS, reset_confirm_asked),
	ACTION("/sekretariat/nulstillinger/{asked}/fortryd", RESET_APPROVALS, reset_take_back),
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
	PAGE("/sekretariat/overdragelser", KEEP_REGION, handovers),
	PAGE("/sekretariat/overdragelser/{doctor}", KEEP_REGION, handover),
	ACTION("/sekretariat/overdragelser/{doctor}", KEEP_REGION, handover_set),
	PAGE("/sekretariat/overblik", SEE_OVERVIEWS, overview),
	PAGE("/sekretariat/afsendelser", SEE_PACKAGES, office_packages),
	LOOK("/sekretariat/afsendelser/{submission}", SEE_PACKAGES, office_package),
	ACTION("/sekretariat/afsendelser/{submission}", SEE_PACKAGES, office_package_end),
	PAGE("/sekretariat/indstillinger", KEEP_SETTINGS, settings),
	ACTION("/sekretariat/indstillinger", KEEP_SETTINGS, settings_keep),
};

struct places
office_places(struct arena *a, uint32_t doctor)
{
	return (struct places){ url_of(a, "/sekretariat/brugere/%u/kompetencer", doctor),
		url_of(a, "/udskrift/%u/kompetencer", doctor),
		url_of(a, "/sekretariat/brugere/%u/meritbrev", doctor),
		url_of(a, "/sekretariat/brugere/%u/kort", doctor), { 0 } };
}

int
main(int argc, char **argv)
{
	static const struct program program = { "office",
		{ routes, sizeof routes / sizeof routes[0] }, office_files };

	return serve(&program, argc, argv);
}
