/* SPDX-License-Identifier: MPL-2.0 */
#include "menu.h"

#include <string.h>

#include "gate.h"
#include "number.h"
#include "permission.h"

/* In the order in which they stand; the first that a role may use is its home.  Those of one
 * group are one item of the menu, in the place of the first, and tabs below it; without a group
 * an item stands alone. */
static const struct {
	enum permission needs;
	const char *path, *label, *group;
} items[] = {
	{ KEEP_LOGBOOK, "/logbog/oversigt", "Oversigt", NULL },
	{ KEEP_LOGBOOK, "/logbog/kompetencer", "Kompetencer", "Kompetencer" },
	{ KEEP_LOGBOOK, "/logbog/uddannelsesforloeb", "Uddannelsesforløb", "Forløb" },
	{ KEEP_LOGBOOK, "/logbog/beregner", "Beregner", "Forløb" },
	{ KEEP_LOGBOOK, "/logbog/kort", "Kompetencekort", "Kompetencer" },
	{ KEEP_LOGBOOK, "/logbog/attestationer", "Attestationer", "Forløb" },
	{ KEEP_LOGBOOK, "/logbog/kurser", "Kurser", "Kurser og forskning" },
	{ KEEP_LOGBOOK, "/logbog/forskningstraening", "Forskningstræning", "Kurser og forskning" },
	{ KEEP_LOGBOOK, "/logbog/uddannelsesplan", "Uddannelsesplan", "Plan og samtaler" },
	{ KEEP_LOGBOOK, "/logbog/samtaler", "Samtaler", "Plan og samtaler" },
	{ KEEP_LOGBOOK, "/logbog/dokumentation", "Dokumentation", "Dokumentation" },
	{ KEEP_LOGBOOK, "/logbog/beskaeftigelse", "Lægelig beskæftigelse", "Dokumentation" },
	{ KEEP_LOGBOOK, "/logbog/filer", "Filer", "Dokumentation" },
	{ KEEP_LOGBOOK, "/logbog/notater", "Notater", "Dokumentation" },
	{ EVALUATE_PLACE, "/evaluering/", "Evaluering", NULL },
	{ KEEP_LOGBOOK, "/logbog/indsigt", "Hvem har set min logbog", NULL },
	{ APPROVE_COMPETENCY, "/vejleder/anmodninger", "Anmodninger", "Anmodninger" },
	{ APPROVE_COMPETENCY, "/vejleder/kort", "Kort til vurdering", "Anmodninger" },
	{ ATTEST, "/vejleder/attestationer", "Attestationer", "Anmodninger" },
	{ VERIFY_FILES, "/vejleder/verificering", "Verifikation", "Anmodninger" },
	{ SEE_DEPARTMENT, "/vejleder/laeger", "Mine læger", NULL },
	{ VERIFY_FILES, "/vejleder/filer", "Filer", "Anmodninger" },
	{ VERIFY_FILES, "/vejleder/kursusbeviser", "Kursusbeviser", "Anmodninger" },
	{ KEEP_TALKS, "/vejleder/samtaler", "Samtaler og planer", NULL },
	{ MAKE_SUPERVISORS, "/vejleder/vejledere", "Vejledere", NULL },
	{ SEE_EVALUATIONS, "/evaluering/afdelingen", "Evalueringer", NULL },
	{ LEAD_COURSES, "/kurser/mine", "Mine kurser", NULL },
	{ LEAD_COURSES, "/kurser/forskningskurser", "Forskningskurser", NULL },
	{ SUPERVISE_RESEARCH, "/kurser/forskningstraening", "Mine læger", NULL },
	{ APPROVE_SERIES, "/kurser/samlet-godkendelse", "Samlet godkendelse", "Specialets kurser" },
	{ APPROVE_SERIES, "/kurser/delkurser", "Specialets kurser", "Specialets kurser" },
	{ FIND_PEOPLE, "/sekretariat/brugere", "Brugere", "Brugere" },
	{ SEE_OVERVIEWS, "/sekretariat/overblik", "Overblik", NULL },
	{ IMPORT_PEOPLE, "/import/bruger", "Importer bruger", NULL },
	{ FIND_PEOPLE, "/sekretariat/planlagte-laeger", "Planlagte læger", "Brugere" },
	{ KEEP_REGION, "/sekretariat/overdragelser", "Overdragelser", "Brugere" },
	{ GIVE_MERIT, "/sekretariat/godkend-merit", "Godkend merit", "Merit og nulstilling" },
	{ GIVE_MERIT, "/sekretariat/merit", "Merit", "Merit og nulstilling" },
	{ RESET_APPROVALS, "/sekretariat/nulstillinger", "Nulstillinger", "Merit og nulstilling" },
	{ SEE_PACKAGES, "/sekretariat/afsendelser", "Afsendelser", NULL },
	{ FIND_PEOPLE, "/sekretariat/kurser", "Kurser", "Opsætning" },
	{ FIND_PEOPLE, "/sekretariat/steder", "Steder", "Opsætning" },
	{ FIND_PEOPLE, "/sekretariat/maalbeskrivelser", "Målbeskrivelser", "Opsætning" },
	{ KEEP_FORMS, "/sekretariat/formularer", "Formularer", "Opsætning" },
	{ KEEP_SETTINGS, "/sekretariat/specialer", "Specialer", "Opsætning" },
	{ GIVE_NATIONAL_ROLES, "/sekretariat/kursusledere", "Kursusledere", "Opsætning" },
	{ KEEP_SETTINGS, "/sekretariat/indstillinger", "Indstillinger", "Opsætning" },
	{ HELP_LOGIN, "/sekretariat/bekraeft", "Bekræft adgang", "Adgang og mails" },
	{ HELP_LOGIN, "/sekretariat/mails", "Mails", "Adgang og mails" },
};
enum { ITEMS = sizeof items / sizeof items[0] };

/* The pages of one doctor, below the root: what stands there, and the page below another that
 * belongs to the same tab.  The first of a root may be the doctor's own page. */
static const struct {
	enum permission needs;
	const char *root, *step, *label;
} about[] = {
	{ SEE_DEPARTMENT, "/vejleder/laeger", "kompetencer", "Kompetencer" },
	{ SEE_DEPARTMENT, "/vejleder/laeger", "kort", "Kompetencekort" },
	{ SEE_DEPARTMENT, "/vejleder/laeger", "uddannelsesforloeb", "Uddannelsesforløb" },
	{ KEEP_TALKS, "/vejleder/laeger", "fravaer", "Fravær" },
	{ ATTEST, "/vejleder/laeger", "beregner", "Beregner" },
	{ ATTEST, "/vejleder/laeger", "attestationer", "Attestationer" },
	{ SEE_DEPARTMENT, "/vejleder/laeger", "kurser", "Kurser" },
	{ SEE_DEPARTMENT, "/vejleder/laeger", "forskningstraening", "Forskningstræning" },
	{ SEE_DEPARTMENT, "/vejleder/laeger", "notater", "Notater" },
	{ VERIFY_FILES, "/vejleder/laeger", "filer", "Filer" },
	{ ATTEST, "/vejleder/laeger", "uddannelsesplan", "Uddannelsesplan" },
	{ ATTEST, "/vejleder/laeger", "samtaler", "Samtaler" },
	{ FIND_PEOPLE, "/sekretariat/brugere", "", "Oplysninger" },
	{ SEE_REGION, "/sekretariat/brugere", "kompetencer", "Kompetencer" },
	{ SEE_REGION, "/sekretariat/brugere", "kort", "Kompetencekort" },
	{ SEE_REGION, "/sekretariat/brugere", "uddannelsesforloeb", "Uddannelsesforløb" },
	{ SEE_REGION, "/sekretariat/brugere", "fravaer", "Fravær" },
	{ SEE_REGION, "/sekretariat/brugere", "beregner", "Beregner" },
	{ SEE_REGION, "/sekretariat/brugere", "attestationer", "Attestationer" },
	{ SEE_REGION, "/sekretariat/brugere", "kurser", "Kurser" },
	{ GIVE_OTHER_BASIS, "/sekretariat/brugere", "forskningstraening", "Forskningstræning" },
	{ SEE_REGION, "/sekretariat/brugere", "notater", "Notater" },
	{ SEE_REGION, "/sekretariat/brugere", "filer", "Filer" },
	{ SEE_REGION, "/sekretariat/brugere", "beskaeftigelse", "Beskæftigelse" },
	{ SEE_REGION, "/sekretariat/brugere", "dokumentation", "Dokumentation" },
	{ RESET_APPROVALS, "/sekretariat/brugere", "nulstil", "Nulstil" },
};
enum { ABOUT = sizeof about / sizeof about[0] };

/* What stands after the prefix when the path is it or below it: "" or "/…"; NULL otherwise. */
static const char *
below(const char *path, const char *prefix)
{
	size_t n = strlen(prefix);

	if (strncmp(path, prefix, n) != 0 || (path[n] != '\0' && path[n] != '/'))
		return NULL;
	return path + n;
}

static bool
same_group(size_t i, size_t j)
{
	return i == j ||
	    (items[i].group != NULL && items[j].group != NULL &&
	        strcmp(items[i].group, items[j].group) == 0);
}

/* How many of the group the role may use; here: is the path one of them? */
static size_t
count_group(size_t of, enum role role, const char *path, bool *here)
{
	size_t n = 0;

	*here = false;
	for (size_t i = 0; i < ITEMS; i++)
		if (same_group(of, i) && permission_has(items[i].needs, role)) {
			*here |= below(path, items[i].path) != NULL;
			n++;
		}
	return n;
}

/* Has an item of the same group already been put? */
static bool
is_put(size_t of, enum role role)
{
	for (size_t i = 0; i < of; i++)
		if (same_group(of, i) && permission_has(items[i].needs, role))
			return true;
	return false;
}

const struct menu_item *
menu_of(struct arena *a, enum role role, const char *path, size_t *n)
{
	struct menu_item *menu = arena_array(a, ITEMS, sizeof *menu);

	*n = 0;
	for (size_t i = 0; i < ITEMS; i++) {
		struct menu_item *m = &menu[*n];

		if (!permission_has(items[i].needs, role) || is_put(i, role))
			continue;
		m->at = url_local(a, items[i].path);
		m->label =
		    count_group(i, role, path, &m->here) > 1 ? items[i].group : items[i].label;
		(*n)++;
	}
	return menu;
}

/* The doctor that a page is about, and the step below: "ROOT/12/kort/3" is "12" and "kort".
 * False when the path is not of that form. */
static bool
split(struct arena *a, const char *path, const char *root, uint32_t *doctor, const char **step)
{
	const char *rest = below(path, root), *end;

	if (rest == NULL || rest[0] != '/')
		return false;
	rest++;
	end = rest + strcspn(rest, "/");
	if (!number_u32(arena_copy(a, rest, (size_t)(end - rest)), doctor) || end[0] != '/')
		return false;
	*step = arena_copy(a, end + 1, strcspn(end + 1, "/"));
	return true;
}

/* None when the step is not one of the tabs that the role has. */
static const struct menu_item *
doctor_tabs(struct arena *a, enum role role, const char *path, size_t *n)
{
	struct menu_item *tabs = arena_array(a, ABOUT, sizeof *tabs);
	bool here = false;

	*n = 0;
	for (size_t i = 0; i < ABOUT; i++) {
		const char *step;
		uint32_t doctor;
		struct url at;

		if (!permission_has(about[i].needs, role) ||
		    !split(a, path, about[i].root, &doctor, &step))
			continue;
		at = url_below(a, url_local(a, about[i].root), doctor);
		if (about[i].step[0] != '\0')
			at = url_local(a, arena_format(a, "%s/%s", at.text, about[i].step));
		tabs[*n] =
		    (struct menu_item){ at, about[i].label, strcmp(step, about[i].step) == 0, 0 };
		here |= tabs[(*n)++].here;
	}
	if (!here)
		*n = 0;
	return tabs;
}

static const struct menu_item *
group_tabs(struct arena *a, enum role role, const char *path, const char **label, size_t *n)
{
	struct menu_item *tabs = arena_array(a, ITEMS, sizeof *tabs);

	*n = 0;
	for (size_t i = 0; i < ITEMS; i++) {
		bool here;

		if (!permission_has(items[i].needs, role) ||
		    count_group(i, role, path, &here) < 2 || !here)
			continue;
		*label = items[i].group;
		tabs[(*n)++] = (struct menu_item){ url_local(a, items[i].path), items[i].label,
			below(path, items[i].path) != NULL, 0 };
	}
	return tabs;
}

const struct menu_item *
tabs_of(struct arena *a, enum role role, const char *path, const char **label, size_t *n)
{
	const struct menu_item *tabs = doctor_tabs(a, role, path, n);

	*label = "Lægens logbog";
	return *n > 0 ? tabs : group_tabs(a, role, path, label, n);
}

struct url
home_of(struct arena *a, enum role role)
{
	for (size_t i = 0; i < ITEMS; i++)
		if (permission_has(items[i].needs, role))
			return url_local(a, items[i].path);
	return url_local(a, "/adgang/profil");
}
