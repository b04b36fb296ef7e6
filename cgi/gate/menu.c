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
	{ KEEP_LOGBOOK, "/logbog/uddannelsesplan", "Uddannelsesplan" },
	{ KEEP_LOGBOOK, "/logbog/samtaler", "Samtaler" },
	{ KEEP_LOGBOOK, "/logbog/notater", "Notater" },
	{ KEEP_LOGBOOK, "/logbog/indsigt", "Hvem har set min logbog" },
	{ APPROVE_COMPETENCY, "/vejleder/anmodninger", "Anmodninger" },
	{ SEE_DEPARTMENT, "/vejleder/laeger", "Mine læger" },
	{ KEEP_TALKS, "/vejleder/samtaler", "Samtaler og planer" },
	{ MAKE_SUPERVISORS, "/vejleder/vejledere", "Vejledere" },
	{ LEAD_COURSES, "/kursus/kurser", "Mine kurser" },
	{ FIND_PEOPLE, "/sekretariat/brugere", "Brugere" },
	{ IMPORT_PEOPLE, "/import/bruger", "Importer bruger" },
	{ FIND_PEOPLE, "/sekretariat/planlagte-laeger", "Planlagte læger" },
	{ GIVE_MERIT, "/sekretariat/godkend-merit", "Godkend merit" },
	{ GIVE_MERIT, "/sekretariat/merit", "Merit" },
	{ FIND_PEOPLE, "/sekretariat/steder", "Steder" },
	{ FIND_PEOPLE, "/sekretariat/maalbeskrivelser", "Målbeskrivelser" },
	{ KEEP_SETTINGS, "/sekretariat/specialer", "Specialer" },
	{ GIVE_NATIONAL_ROLES, "/sekretariat/kursusledere", "Kursusledere" },
	{ KEEP_SETTINGS, "/sekretariat/indstillinger", "Indstillinger" },
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
