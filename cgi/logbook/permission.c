/* SPDX-License-Identifier: MPL-2.0 */
#include "permission.h"

static const enum scope matrix[PERMISSIONS][ROLES] = {
	[BE_LOGGED_IN] = {
		[ROLE_NONE] = OWN, [ROLE_UL] = OWN, [ROLE_VEJLEDER] = OWN,
		[ROLE_HOVEDVEJLEDER] = OWN, [ROLE_UAO] = OWN, [ROLE_TUTOR] = OWN,
		[ROLE_VUS] = OWN, [ROLE_HKL] = OWN, [ROLE_DKL] = OWN,
		[ROLE_KURSUSUDBYDER] = OWN, [ROLE_FORSKVEJLEDER] = OWN,
		[ROLE_PROJEKTLEDER] = OWN, [ROLE_PKL] = OWN,
	},
	[KEEP_LOGBOOK] = { [ROLE_UL] = OWN },
	[ASK_APPROVAL] = { [ROLE_UL] = OWN },
	[APPROVE_COMPETENCY] = {
		[ROLE_VEJLEDER] = DEPARTMENT, [ROLE_HOVEDVEJLEDER] = DEPARTMENT,
		[ROLE_UAO] = DEPARTMENT, [ROLE_TUTOR] = DEPARTMENT,
	},
	[SEE_DEPARTMENT] = {
		[ROLE_VEJLEDER] = DEPARTMENT, [ROLE_HOVEDVEJLEDER] = DEPARTMENT,
		[ROLE_UAO] = DEPARTMENT, [ROLE_TUTOR] = DEPARTMENT,
	},
	[FIND_PEOPLE] = { [ROLE_VUS] = NATIONAL },
	[SEE_REGION] = { [ROLE_VUS] = REGION },
	[GIVE_MERIT] = { [ROLE_VUS] = REGION },
	[PRINT_OWN] = { [ROLE_UL] = OWN },
	[PRINT_OTHERS] = {
		[ROLE_UAO] = DEPARTMENT, [ROLE_TUTOR] = DEPARTMENT, [ROLE_VUS] = REGION,
	},
};

enum scope
permission_scope(enum permission p, enum role r)
{
	return matrix[p][r];
}

bool
permission_has(enum permission p, enum role r)
{
	return matrix[p][r] != NOWHERE;
}

const char *
permission_word(enum permission p)
{
	static const char *const words[PERMISSIONS] = {
		[NOBODY] = "nobody",
		[ANYONE] = "anyone",
		[BE_LOGGED_IN] = "be-logged-in",
		[KEEP_LOGBOOK] = "keep-logbook",
		[ASK_APPROVAL] = "ask-approval",
		[APPROVE_COMPETENCY] = "approve-competency",
		[SEE_DEPARTMENT] = "see-department",
		[FIND_PEOPLE] = "find-people",
		[SEE_REGION] = "see-region",
		[GIVE_MERIT] = "give-merit",
		[PRINT_OWN] = "print-own",
		[PRINT_OTHERS] = "print-others",
	};

	return words[p];
}
