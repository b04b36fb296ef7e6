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
	[FIND_PEOPLE] = { [ROLE_VUS] = NATIONAL, [ROLE_PROJEKTLEDER] = NATIONAL },
	[SEE_REGION] = { [ROLE_VUS] = REGION },
	[GIVE_MERIT] = { [ROLE_VUS] = REGION },
	[PRINT_OWN] = { [ROLE_UL] = OWN },
	[PRINT_OTHERS] = {
		[ROLE_UAO] = DEPARTMENT, [ROLE_TUTOR] = DEPARTMENT, [ROLE_VUS] = REGION,
	},
	[MAKE_SUPERVISORS] = { [ROLE_UAO] = DEPARTMENT, [ROLE_TUTOR] = DEPARTMENT },
	[GIVE_ROLES] = { [ROLE_VUS] = REGION },
	[GIVE_NATIONAL_ROLES] = { [ROLE_PROJEKTLEDER] = NATIONAL },
	[HELP_LOGIN] = { [ROLE_VUS] = REGION, [ROLE_PROJEKTLEDER] = NATIONAL },
	[IMPORT_PEOPLE] = { [ROLE_VUS] = REGION, [ROLE_PROJEKTLEDER] = NATIONAL },
	[MOVE_CURRICULUM] = { [ROLE_VUS] = REGION },
	[KEEP_REGION] = { [ROLE_VUS] = REGION },
	[KEEP_SETTINGS] = { [ROLE_PROJEKTLEDER] = NATIONAL },
	[ATTEST] = { [ROLE_UAO] = DEPARTMENT, [ROLE_TUTOR] = DEPARTMENT },
	[VERIFY_FILES] = { [ROLE_UAO] = DEPARTMENT, [ROLE_TUTOR] = DEPARTMENT },
	[KEEP_TALKS] = {
		[ROLE_HOVEDVEJLEDER] = DEPARTMENT, [ROLE_UAO] = DEPARTMENT,
		[ROLE_TUTOR] = DEPARTMENT,
	},
	[LEAD_COURSES] = {
		[ROLE_HKL] = NATIONAL, [ROLE_DKL] = NATIONAL, [ROLE_KURSUSUDBYDER] = NATIONAL,
	},
	[APPROVE_SERIES] = { [ROLE_HKL] = NATIONAL },
	[SUPERVISE_RESEARCH] = { [ROLE_FORSKVEJLEDER] = NATIONAL },
	[GIVE_OTHER_BASIS] = { [ROLE_VUS] = REGION },
	[KEEP_FORMS] = { [ROLE_VUS] = REGION, [ROLE_PROJEKTLEDER] = NATIONAL },
	[RESET_APPROVALS] = { [ROLE_VUS] = REGION },
	[SEE_OVERVIEWS] = { [ROLE_VUS] = REGION },
	[EVALUATE_PLACE] = { [ROLE_UL] = OWN },
	[SEE_EVALUATIONS] = { [ROLE_UAO] = DEPARTMENT, [ROLE_TUTOR] = DEPARTMENT },
	[SEND_PACKAGE] = { [ROLE_UL] = OWN },
	[SEE_PACKAGES] = { [ROLE_VUS] = REGION },
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
		[MAKE_SUPERVISORS] = "make-supervisors",
		[GIVE_ROLES] = "give-roles",
		[GIVE_NATIONAL_ROLES] = "give-national-roles",
		[HELP_LOGIN] = "help-login",
		[IMPORT_PEOPLE] = "import-people",
		[MOVE_CURRICULUM] = "move-curriculum",
		[KEEP_REGION] = "keep-region",
		[KEEP_SETTINGS] = "keep-settings",
		[ATTEST] = "attest",
		[VERIFY_FILES] = "verify-files",
		[KEEP_TALKS] = "keep-talks",
		[LEAD_COURSES] = "lead-courses",
		[APPROVE_SERIES] = "approve-series",
		[SUPERVISE_RESEARCH] = "supervise-research",
		[GIVE_OTHER_BASIS] = "give-other-basis",
		[RESET_APPROVALS] = "reset-approvals",
		[KEEP_FORMS] = "keep-forms",
		[SEE_OVERVIEWS] = "see-overviews",
		[EVALUATE_PLACE] = "evaluate-place",
		[SEE_EVALUATIONS] = "see-evaluations",
		[SEND_PACKAGE] = "send-package",
		[SEE_PACKAGES] = "see-packages",
	};

	return words[p];
}
