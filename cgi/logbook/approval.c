/* SPDX-License-Identifier: MPL-2.0 */
#include "approval.h"

#include <stddef.h>
#include <string.h>

enum approval_state
approval_state_of(const char *status, const char *kind)
{
	if (status == NULL)
		return APPROVAL_NONE;
	if (strcmp(status, "APPROVED") == 0)
		return strcmp(kind, "MERIT") == 0 ? APPROVAL_MERIT : APPROVAL_APPROVED;
	if (strcmp(status, "REQUESTED") == 0)
		return APPROVAL_REQUESTED;
	if (strcmp(status, "RETURNED") == 0)
		return APPROVAL_RETURNED;
	if (strcmp(status, "PARTLY") == 0)
		return APPROVAL_PARTLY;
	if (strcmp(status, "RESET") == 0)
		return APPROVAL_RESET;
	return strcmp(status, "WITHDRAWN") == 0 ? APPROVAL_WITHDRAWN : APPROVAL_NONE;
}

const char *
approval_title(enum approval_state s)
{
	static const char *const titles[APPROVAL_STATES] = {
		[APPROVAL_NONE] = "Ikke påbegyndt",
		[APPROVAL_REQUESTED] = "Anmodet",
		[APPROVAL_WITHDRAWN] = "Trukket tilbage",
		[APPROVAL_RETURNED] = "Returneret",
		[APPROVAL_APPROVED] = "Godkendt",
		[APPROVAL_MERIT] = "Godkendt (merit)",
		[APPROVAL_PARTLY] = "Delvis godkendt",
		[APPROVAL_RESET] = "Nulstillet",
	};

	return titles[s];
}

bool
approval_may_be_asked(enum approval_state s)
{
	return !approval_is_locked(s) && s != APPROVAL_REQUESTED;
}

bool
approval_may_be_withdrawn(enum approval_state s)
{
	return s == APPROVAL_REQUESTED;
}

bool
approval_may_be_given_unasked(enum approval_state s)
{
	return approval_may_be_asked(s);
}

bool
approval_is_locked(enum approval_state s)
{
	return s == APPROVAL_APPROVED || s == APPROVAL_MERIT;
}

bool
approval_may_be_given(const char *rule, enum role r)
{
	if (strcmp(rule, "TUTOR") == 0)
		return r == ROLE_TUTOR;
	if (strcmp(rule, "UAO") == 0)
		return r == ROLE_UAO || r == ROLE_TUTOR;
	return r == ROLE_VEJLEDER || r == ROLE_HOVEDVEJLEDER || r == ROLE_UAO || r == ROLE_TUTOR;
}

const char *
approval_who_must(const char *rule)
{
	if (strcmp(rule, "TUTOR") == 0)
		return "Kan kun godkendes af tutorlægen.";
	return strcmp(rule, "UAO") == 0 ? "Kan kun godkendes af UAO eller tutorlæge." : NULL;
}
