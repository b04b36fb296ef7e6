/* SPDX-License-Identifier: MPL-2.0 */
#include "menu.h"

#include <string.h>

#include "gate.h"
#include "permission.h"

/* In the order in which they stand; the first that a role may use is its home. */
static const struct {
	enum permission needs;
	const char *path, *label;
} items[] = {
	{ KEEP_LOGBOOK, "/logbog/oversigt", "Oversigt" },
	{ KEEP_LOGBOOK, "/logbog/kompetencer", "Kompetencer" },
	{ KEEP_LOGBOOK, "/logbog/forloeb", "Uddannelsesforløb" },
	{ KEEP_LOGBOOK, "/logbog/forskning", "Forskningstræning" },
	{ KEEP_LOGBOOK, "/logbog/kort", "Kompetencekort" },
	{ KEEP_LOGBOOK, "/logbog/attestationer", "Attestationer" },
	{ KEEP_LOGBOOK, "/logbog/kurser", "Kurser" },
	{ KEEP_LOGBOOK, "/logbog/uddannelsesplan", "Uddannelsesplan" },
	{ KEEP_LOGBOOK, "/logbog/samtaler", "Samtaler" },
	{ KEEP_LOGBOOK, "/logbog/notater", "Notater" },
	{ KEEP_LOGBOOK, "/logbog/filer", "Filer" },
	{ EVALUATE_PLACE, "/evaluering/", "Evaluering" },
	{ KEEP_LOGBOOK, "/logbog/indsigt", "Hvem har set min logbog" },
	{ APPROVE_COMPETENCY, "/vejleder/anmodninger", "Anmodninger" },
	{ APPROVE_COMPETENCY, "/vejleder/kort", "Kort til vurdering" },
	{ ATTEST, "/vejleder/attestationer", "Attestationer" },
	{ VERIFY_FILES, "/vejleder/verifikation", "Verifikation" },
	{ SEE_DEPARTMENT, "/vejleder/laeger", "Mine læger" },
	{ VERIFY_FILES, "/vejleder/filer", "Filer" },
	{ VERIFY_FILES, "/vejleder/kursusbeviser", "Kursusbeviser" },
	{ KEEP_TALKS, "/vejleder/samtaler", "Samtaler og planer" },
	{ MAKE_SUPERVISORS, "/vejleder/vejledere", "Vejledere" },
	{ SEE_EVALUATIONS, "/evaluering/afdelingen", "Evalueringer" },
	{ LEAD_COURSES, "/kursus/kurser", "Mine kurser" },
	{ LEAD_COURSES, "/kursus/forskningskurser", "Forskningskurser" },
	{ SUPERVISE_RESEARCH, "/kursus/forskning", "Mine læger" },
	{ APPROVE_SERIES, "/kursus/samlet", "Samlet godkendelse" },
	{ APPROVE_SERIES, "/kursus/delkurser", "Specialets kurser" },
	{ FIND_PEOPLE, "/sekretariat/brugere", "Brugere" },
	{ IMPORT_PEOPLE, "/import/bruger", "Importer bruger" },
	{ FIND_PEOPLE, "/sekretariat/planlagte-laeger", "Planlagte læger" },
	{ GIVE_MERIT, "/sekretariat/godkend-merit", "Godkend merit" },
	{ GIVE_MERIT, "/sekretariat/merit", "Merit" },
	{ RESET_APPROVALS, "/sekretariat/nulstillinger", "Nulstillinger" },
	{ FIND_PEOPLE, "/sekretariat/kurser", "Kurser" },
	{ FIND_PEOPLE, "/sekretariat/steder", "Steder" },
	{ FIND_PEOPLE, "/sekretariat/maalbeskrivelser", "Målbeskrivelser" },
	{ KEEP_FORMS, "/sekretariat/formularer", "Formularer" },
	{ KEEP_SETTINGS, "/sekretariat/specialer", "Specialer" },
	{ GIVE_NATIONAL_ROLES, "/sekretariat/kursusledere", "Kursusledere" },
	{ KEEP_SETTINGS, "/sekretariat/indstillinger", "Indstillinger" },
	{ HELP_LOGIN, "/sekretariat/bekraeft", "Bekræft adgang" },
	{ HELP_LOGIN, "/sekretariat/mails", "Mails" },
};
enum { ITEMS = sizeof items / sizeof items[0] };

static bool
is_here(const char *path, const char *item)
{
	size_t n = strlen(item);

	return strncmp(path, item, n) == 0 && (path[n] == '\0' || path[n] == '/');
}

const struct menu_item *
menu_of(struct arena *a, enum role role, const char *path, size_t *n)
{
	struct menu_item *menu = arena_array(a, ITEMS, sizeof *menu);

	*n = 0;
	for (size_t i = 0; i < ITEMS; i++)
		if (permission_has(items[i].needs, role))
			menu[(*n)++] = (struct menu_item){ url_local(a, items[i].path),
				items[i].label, is_here(path, items[i].path) };
	return menu;
}

struct url
home_of(struct arena *a, enum role role)
{
	for (size_t i = 0; i < ITEMS; i++)
		if (permission_has(items[i].needs, role))
			return url_local(a, items[i].path);
	return url_local(a, "/adgang/profil");
}
