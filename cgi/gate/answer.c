/* SPDX-License-Identifier: MPL-2.0
 *
 * The head of every page, and the answers that are not a handler's own.
 */
#include <stdarg.h>
#include <string.h>

#include "csrf.h"
#include "gate.h"
#include "menu.h"
#include "site.h"
#include "style_name.h"

struct head
head_of(struct request *req, const struct subject *who, const char *title)
{
	struct arena *a = req->arena;
	struct head h = {
		.title = title,
		.token = req->browser != NULL ? csrf_token(req) : "",
		.style = url_local(a, STYLE_CSS),
		.icon = url_local(a, "/statisk/icon.svg"),
		.home = url_local(a, "/"),
		.profile = url_local(a, "/adgang/profil"),
		.log_out = url_local(a, "/adgang/log-ud"),
		.log_in = url_local(a, "/adgang/log-ind"),
		.help = url_local(a, "/adgang/hjaelp"),
		.accessibility = url_local(a, "/adgang/tilgaengelighed"),
		.specialties = url_local(a, "/adgang/specialer"),
		.forms = url_local(a, "/adgang/formularer"),
		.evaluations = url_local(a, "/evaluering/steder"),
		.verify = url_local(a, "/verificer/"),
		.help_name = site_setting(SETTING_HELP_NAME),
		.help_phone = site_setting(SETTING_HELP_PHONE),
		.help_hours = site_setting(SETTING_HELP_HOURS),
		.help_call = url_tel(a, site_setting(SETTING_HELP_PHONE)),
		.demo = req->config->demo,
	};

	if (!day_is_none(req->config->today))
		h.moved = day_text(a, req->today);
	if (who != NULL) {
		h.person = subject_name(who);
		h.role = role_title(subject_role(who));
		h.inbox = url_local(a, "/adgang/beskeder");
		h.unread = req->unread;
		h.menu = menu_of(a, subject_role(who), req->path, &h.nmenu);
		h.tabs = tabs_of(a, subject_role(who), req->path, &h.tabs_label, &h.ntabs);
	}
	return h;
}

void
answer_error(struct request *req, const struct subject *who, unsigned status, const char *what,
    const char *next)
{
	struct error_view v = { .head = head_of(req, who, what),
		.what = what,
		.next = next,
		.reference = req->reference };

	v.head.ntabs = 0;
	error_page(reply_html(req, status), &v);
}

void
answer_not_found(struct request *req, const struct subject *who)
{
	answer_error(req, who, 404, "Siden findes ikke",
	    "Adressen kan være skrevet forkert, eller du har ikke adgang til det, den viser. "
	    "Brug menuen, eller gå til forsiden.");
}

const char *
notice_of(const struct request *req, ...)
{
	const char *asked = query_text(req, "besked"), *word, *sentence, *found = NULL;
	va_list ap;

	va_start(ap, req);
	while ((word = va_arg(ap, const char *)) != NULL) {
		sentence = va_arg(ap, const char *);
		if (found == NULL && strcmp(word, asked) == 0)
			found = sentence;
	}
	va_end(ap);
	return found;
}
