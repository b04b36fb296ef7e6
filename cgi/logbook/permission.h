/* SPDX-License-Identifier: MPL-2.0
 *
 * The matrix of rights (domain 2.2): which role may ever do what, and how far it reaches.
 * It says whether a tutor may approve at all; whose competencies is said by the view reach.
 */
#ifndef PERMISSION_H
#define PERMISSION_H

#include <stdbool.h>

#include "role.h"

enum permission {
	NOBODY,       /* zero: a row filled by hand and forgotten denies */
	ANYONE,       /* public; only OPEN_PAGE and OPEN_ACTION take it */
	BE_LOGGED_IN, /* own profile, help; also without a role in use */
	KEEP_LOGBOOK, /* read one's own logbook, write own notes */
	ASK_APPROVAL,
	APPROVE_COMPETENCY,
	SEE_DEPARTMENT, /* the logbooks of a department's doctors */
	FIND_PEOPLE,
	SEE_REGION, /* the logbooks of a region's doctors */
	GIVE_MERIT,
	PRINT_OWN,
	PRINT_OTHERS,
	MAKE_SUPERVISORS, /* UAO and tutor, in their own department or practice; never the secretariat */
	GIVE_ROLES, /* UAO, tutor, course provider, research supervisor, PKL, in one's region */
	GIVE_NATIONAL_ROLES, /* course leaders, secretariats */
	HELP_LOGIN,          /* reset a login, send access again */
	IMPORT_PEOPLE,       /* look up, upload, carry out, take back */
	MOVE_CURRICULUM,     /* set a doctor on another version, with a reason */
	KEEP_REGION,         /* the region's guidance and feeds */
	KEEP_SETTINGS,       /* of the whole site */
	ATTEST,              /* time and goals of an element, in one's own department or practice */
	VERIFY_FILES, /* paper attestations and certificates, as the present UAO or tutor (R-ATT-04) */
	KEEP_TALKS,         /* plans and talks of the department's doctors */
	LEAD_COURSES,       /* one's own courses: who takes part, who has passed */
	APPROVE_SERIES,     /* the overall approval of a specialty's courses (R-KUR-23) */
	SUPERVISE_RESEARCH, /* of the doctors assigned */
	GIVE_OTHER_BASIS,   /* courses "på andet grundlag", dispensation of research training */
	RESET_APPROVALS,    /* R-NUL-02 */
	SEE_OVERVIEWS,      /* a region's doctors by department, specialty, state */
	EVALUATE_PLACE,     /* one's own answer about a place of training */
	SEE_EVALUATIONS, /* of one's own department or practice, after the attestations (R-EVA-08) */
	KEEP_FORMS,      /* the shared library of forms (R-FIL-03) */
	SEND_PACKAGE,    /* one's own documentation to the authority (R-STPS-15) */
	SEE_PACKAGES,    /* what the doctors of a region have sent, and what stopped */
	PERMISSIONS
};

enum scope { NOWHERE, OWN, DEPARTMENT, REGION, NATIONAL };

/* How far that role reaches with that permission; NOWHERE for an empty cell. */
enum scope permission_scope(enum permission, enum role);
bool permission_has(enum permission, enum role);
/* Its name, for --routes and the log: "approve-competency". */
const char *permission_word(enum permission);

#endif
