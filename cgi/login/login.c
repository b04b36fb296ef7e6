/* SPDX-License-Identifier: MPL-2.0 */
#include "login.h"
#include "forms.h"

static const struct route routes[] = {
	PAGE("/", BE_LOGGED_IN, front),
	OPEN_PAGE("/adgang/log-ind", enter_show),
	OPEN_ACTION("/adgang/log-ind", enter),
	OPEN_PAGE("/adgang/kode", code_show),
	OPEN_ACTION("/adgang/kode", code_enter),
	OPEN_ACTION("/adgang/kode/ny", code_again),
	/* Open: a session that has run out can be left too, and is not asked for again. */
	OPEN_ACTION("/adgang/log-ud", leave),
	OPEN_ACTION("/adgang/mitid", mitid_start),
	OPEN_RETURN("/adgang/mitid/svar", mitid_answer),
	PAGE("/adgang/fortsaet", BE_LOGGED_IN, resume_show),
	PAGE("/adgang/profil", BE_LOGGED_IN, profile_show),
	ACTION("/adgang/profil", BE_LOGGED_IN, role_choose),
	SECRET("/adgang/profil/adgangskode", BE_LOGGED_IN, password_choose),
	SECRET("/adgang/profil/mobil", BE_LOGGED_IN, mobile_choose),
	PAGE("/adgang/beskeder", BE_LOGGED_IN, inbox),
	ACTION("/adgang/beskeder", BE_LOGGED_IN, inbox_see),
	ACTION("/adgang/beskeder/{notice}", BE_LOGGED_IN, notice_open),
	PAGE("/adgang/formularer", BE_LOGGED_IN, forms),
	PAGE("/adgang/formularer/{form}", BE_LOGGED_IN, form_fetch),
	OPEN_PAGE("/adgang/glemt", forgot_show),
	OPEN_ACTION("/adgang/glemt", forgot),
	OPEN_PAGE("/adgang/aktiver/{token}", activate_show),
	OPEN_ACTION("/adgang/aktiver/{token}", activate),
	OPEN_ACTION("/adgang/aktiver/{token}/kode", activate_code),
	OPEN_PAGE("/adgang/hjaelp", help_show),
	OPEN_PAGE("/adgang/tilgaengelighed", accessibility_show),
	OPEN_PAGE("/adgang/specialer", specialties_show),
};

extern const db_queries *const login_files[];

void
front(struct request *req, const struct subject *who)
{
	reply_see(req, home_of(req->arena, subject_role(who)));
}

int
main(int argc, char **argv)
{
	static const struct program program = { "login",
		{ routes, sizeof routes / sizeof routes[0] }, login_files };

	return serve(&program, argc, argv);
}
