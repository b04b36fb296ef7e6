/* SPDX-License-Identifier: MPL-2.0 */
#include "notice_way.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

#include "permission.h"

/* What the routes ask of the pages that notices lead to, the longer address first; # is a number.  notices.test.mjs
 * follows them in every role. */
static const struct {
	const char *form;
	enum permission needs;
} ways[] = {
	{ "/logbog", KEEP_LOGBOOK },
	{ "/evaluering/afdelingen", SEE_EVALUATIONS },
	{ "/evaluering", EVALUATE_PLACE },
	{ "/vejleder/anmodninger", APPROVE_COMPETENCY },
	{ "/vejleder/kort", APPROVE_COMPETENCY },
	{ "/vejleder/attestationer", ATTEST },
	{ "/vejleder/verificering", VERIFY_FILES },
	{ "/vejleder/filer", VERIFY_FILES },
	{ "/vejleder/kursusbeviser", VERIFY_FILES },
	{ "/vejleder/samtaler", KEEP_TALKS },
	{ "/vejleder/laeger/#/uddannelsesplan", KEEP_TALKS },
	{ "/vejleder/laeger/#/samtaler", KEEP_TALKS },
	{ "/vejleder/laeger", SEE_DEPARTMENT },
	{ "/kurser/kursusbeviser", LEAD_COURSES },
	{ "/kurser/forskningskurser", LEAD_COURSES },
	{ "/kurser/forskningstraening", SUPERVISE_RESEARCH },
	{ "/sekretariat/brugere/#/login", HELP_LOGIN },
	{ "/sekretariat/brugere/#/attestationer", SEE_REGION },
	{ "/sekretariat/brugere/#/fravaer", SEE_REGION },
	{ "/sekretariat/brugere", FIND_PEOPLE },
	{ "/sekretariat/mails", HELP_LOGIN },
	{ "/sekretariat/bekraeft", HELP_LOGIN },
	{ "/sekretariat/nulstillinger", RESET_APPROVALS },
	{ "/import", IMPORT_PEOPLE },
};

static bool
is_under(const char *path, const char *form)
{
	for (; *form != '\0'; form++)
		if (*form == '#' && isdigit((unsigned char)*path))
			path += strspn(path, "0123456789");
		else if (*path++ != *form)
			return false;
	return *path == '\0' || *path == '/' || *path == '?';
}

bool
notice_leads(const char *link, enum role role)
{
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		if (is_under(link, ways[i].form))
			return permission_has(ways[i].needs, role);
	return true;
}
