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
	PERMISSIONS
};

enum scope { NOWHERE, OWN, DEPARTMENT, REGION, NATIONAL };

/* How far that role reaches with that permission; NOWHERE for an empty cell. */
enum scope permission_scope(enum permission, enum role);
bool permission_has(enum permission, enum role);
/* Its name, for --routes and the log: "approve-competency". */
const char *permission_word(enum permission);

#endif
