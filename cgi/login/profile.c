/* SPDX-License-Identifier: MPL-2.0
 *
 * "Profil" (R-ROL-01): the user type in use, all that were granted, and one's password.
 */
#include <string.h>

#include "audit.h"
#include "log.h"
#include "login.h"
#include "training_words.h"
#include "person_rule.h"
#include "tell.h"

/* --- the page -------------------------------------------------------------------------------- */

static struct held_role
role_shown(const struct roles_of *row, const struct subject *who)
{
	static const struct day open = { 9999, 12, 31 };
	enum role role = role_of_word(row->role);
	const char *place = row->place[0] != '\0' ? row->place
	    : role == ROLE_UL                     ? "Egen logbog"
	                                          : "";

	return (struct held_role){
		.title = role_title(role),
		.place = place,
		.since = row->since,
		.last =
		    day_compare(row->until, open) < 0 ? day_add(row->until, -1) : (struct day){ 0 },
		.id = row->id,
		.in_use = row->id == subject_as(who),
		.live = row->live,
		.later = day_compare(row->since, subject_today(who)) > 0,
		.named = row->named,
		.never = day_compare(row->since, row->until) >= 0,
	};
}

static void
read_roles(struct request *req, const struct subject *who, struct profile_view *v)
{
	struct held_role *roles;
	struct roles_of *rows = NULL;

	roles_of(req->db, who, &rows, &v->nroles);
	roles = arena_array(req->arena, v->nroles, sizeof *roles);
	for (size_t i = 0; i < v->nroles; i++) {
		roles[i] = role_shown(&rows[i], who);
		if (roles[i].in_use)
			v->in_use = &roles[i];
	}
	v->roles = roles;
}

/* --- the lists --------------------------------------------------------------------------------- */

/* What bound the course to this version (R-MAL-02, R-MAL-03). */
static const char *
basis_sentence(struct arena *a, const char *basis, struct day on)
{
	static const struct {
		const char *word, *what;
	} known[] = {
		{ "BESAT", "Forløbet blev besat" },
		{ "OPSLAAET", "Forløbet blev opslået" },
		{ "PAABEGYNDT", "Uddannelsen blev påbegyndt" },
		{ "ANSAT", "Du blev ansat" },
		{ "FLYTTET", "Sekretariatet flyttede dig hertil" },
	};

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (strcmp(known[i].word, basis) == 0)
			return day_is_none(on)
			    ? known[i].what
			    : arena_format(a, "%s %s", known[i].what, day_text(a, on));
	return NULL;
}

static void
read_lists(struct request *req, const struct subject *who, struct profile_view *v)
{
	struct list_held *lists;
	struct lists_of *rows = NULL;

	lists_of(req->db, who, &rows, &v->nlists);
	lists = arena_array(req->arena, v->nlists, sizeof *lists);
	for (size_t i = 0; i < v->nlists; i++)
		lists[i] = (struct list_held){
			.stage = stage_title(rows[i].stage),
			.number = rows[i].number,
			.title = rows[i].title,
			.version = rows[i].version,
			.why = basis_sentence(req->arena, rows[i].basis, rows[i].basis_date),
			.since = rows[i].course_since,
			.left = rows[i].left_on,
		};
	v->lists = lists;
}

struct field
password_field(const struct form *form, const char *name, const char *label, const char *hint,
    const char *autocomplete)
{
	struct field f = field_of(form, name, label, hint);

	f.type = "password";
	f.autocomplete = autocomplete;
	f.value = "";
	f.needed = true;
	return f;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct profile_of me = { 0 };
	struct profile_view v = {
		.head = head_of(req, who, "Profil"),
		.change = url_local(a, "/adgang/profil"),
		.password_to = url_local(a, "/adgang/profil/adgangskode"),
		.faults = faults_of(a, form),
		.present = password_field(
		    form, "present", "Nuværende adgangskode", NULL, "current-password"),
		.fresh = password_field(form, "fresh", "Ny adgangskode",
		    "Mindst 12 tegn. Gerne flere ord efter hinanden.", "new-password"),
		.repeated =
		    password_field(form, "repeated", "Ny adgangskode igen", NULL, "new-password"),
		.mobile_to = url_local(a, "/adgang/profil/mobil"),
		.new_mobile = field_of(form, "mobil", "Nyt mobilnummer",
		    "Otte cifre, eller + og landekode. Engangskoder sendes dertil."),
		.confirm =
		    password_field(form, "bekraeft", "Din adgangskode", NULL, "current-password"),
	};

	profile_of(req->db, who, &me);
	v.email = me.email;
	v.has_password = me.password != NULL;
	v.mobile = mobile_shown(a, me.mobile);
	v.new_mobile.type = "tel";
	v.new_mobile.autocomplete = "tel";
	v.new_mobile.needed = true;
	read_roles(req, who, &v);
	read_lists(req, who, &v);
	v.head.notice = notice_of(req, "adgangskode",
	    "Adgangskoden er skiftet. Du er logget ud alle andre steder.", "mobil",
	    "Mobilnummeret er ændret. Den næste engangskode sendes dertil.", NULL);
	profile_page(reply_html(req, status), &v);
}

void
profile_show(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

/* --- another role ------------------------------------------------------------------------------ */

enum role
role_take(struct request *req, const struct subject *who, uint32_t held)
{
	struct role_held role = { 0 };

	if (role_held(req->db, who, held, &role) != DB_ONE ||
	    role_change(req->db, who, held, subject_session(who)) != DB_ONE) {
		answer_error(req, who, 409, "Du har ikke den rolle i dag",
		    "Den kan være sluttet, siden siden blev vist. Åbn Profil igen, og vælg en anden.");
		return ROLE_NONE;
	}
	role_remember(req->db, who, held);
	audit(req->db, who, "change role", "user_role", held, role.role);
	log_audit("person %u goes on as %s", subject_id(who), role.role);
	return role_of_word(role.role);
}

void
role_choose(struct request *req, const struct subject *who, const struct form *form)
{
	enum role role = role_take(req, who, form_u32(form, "held", 0));

	if (role != ROLE_NONE)
		reply_see(req, home_of(req->arena, role));
}

/* --- another password --------------------------------------------------------------------------- */

const char *
password_sentence(enum password_fault fault)
{
	switch (fault) {
	case PASSWORD_FINE:
		break;
	case PASSWORD_SHORT:
		return "Den nye adgangskode skal være på mindst 12 tegn.";
	case PASSWORD_IS_EMAIL:
		return "Den nye adgangskode må ikke være din e-mail.";
	case PASSWORD_ONE_CHARACTER:
		return "Den nye adgangskode skal have flere forskellige tegn.";
	}
	return NULL;
}

/* What can be seen without knowing the present one. */
static const char *
read_fresh(struct request *req, const struct form *form, const char *email, const char *present)
{
	const char *fresh = form_password(form, "fresh"),
	           *wrong = password_sentence(password_fault_of(req->arena, fresh, email));

	if (present[0] == '\0')
		form_refuse(form, "present", "Skriv din nuværende adgangskode.");
	if (wrong != NULL)
		form_refuse(form, "fresh", wrong);
	else if (strcmp(fresh, present) == 0)
		form_refuse(form, "fresh",
		    "Den nye adgangskode er den samme som den nuværende. Vælg en anden.");
	if (strcmp(fresh, form_password(form, "repeated")) != 0)
		form_refuse(form, "repeated",
		    "De to nye adgangskoder er ikke ens. Skriv den nye to gange.");
	return fresh;
}

/* Whoever had the old password or this session's token has nothing any more. */
static void
change_password(struct request *req, const struct subject *who, const char *fresh)
{
	struct token t = token_make();
	struct hash h = token_hash(t.text);

	password_change(req->db, who, password_hash(req->arena, fresh));
	sessions_end_others(req->db, who, subject_session(who));
	links_end(req->db, who);
	session_renew(req->db, who, subject_session(who), hash_bytes(&h));
	audit(req->db, who, "change password", "person", subject_id(who), "");
	log_audit("person %u has changed the password", subject_id(who));
	reply_cookie(req, COOKIE_SESSION, arena_string(req->arena, t.text), 0);
	reply_see(req, til_on(req->arena, "/adgang/profil", "", "adgangskode"));
}

void
password_choose(struct request *req, const struct subject *who, const struct form *form)
{
	const char *present = form_password(form, "present"), *fresh;
	struct profile_of me = { 0 };
	struct mark mark;

	if (profile_of(req->db, who, &me) != DB_ONE || me.password == NULL) {
		answer_not_found(req, who); /* no password of one's own */
		return;
	}
	fresh = read_fresh(req, form, me.email, present);
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	mark = mark_of(req, me.email);
	if (brake_holds(req, &mark, subject_id(who)))
		return;
	if (!password_is(me.password, present)) {
		brake_count(req, &mark, subject_id(who), "present password");
		form_refuse(
		    form, "present", "Den nuværende adgangskode er ikke rigtig. Skriv den igen.");
		show(req, who, form, 422);
		return;
	}
	change_password(req, who, fresh);
}

/* --- another mobile ------------------------------------------------------------------------------ */

/* Codes go to it: whoever has somebody's open screen, and not the password, must not turn them
 * to a telephone of their own. */
static bool
password_confirms(
    struct request *req, const struct subject *who, const struct form *form, const char *typed)
{
	struct profile_of me = { 0 };
	struct mark mark;

	if (profile_of(req->db, who, &me) != DB_ONE) {
		answer_not_found(req, who); /* no password of one's own */
		return false;
	}
	mark = mark_of(req, me.email);
	if (brake_holds(req, &mark, subject_id(who)))
		return false;
	if (password_is(me.password, typed))
		return true;
	brake_count(req, &mark, subject_id(who), "password for a new mobile");
	form_refuse(form, "bekraeft", "Adgangskoden er ikke rigtig. Skriv den igen.");
	show(req, who, form, 422);
	return false;
}

void
mobile_choose(struct request *req, const struct subject *who, const struct form *form)
{
	const char *typed = form_line(form, "mobil", 40), *mobile = mobile_of(req->arena, typed),
	           *password = form_password(form, "bekraeft");

	if (mobile == NULL)
		form_refuse(form, "mobil",
		    "Skriv et mobilnummer med otte cifre, eller med + og landekode.");
	if (password[0] == '\0')
		form_refuse(form, "bekraeft", "Skriv din adgangskode.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (!password_confirms(req, who, form, password))
		return;
	mobile_change(req->db, who, mobile);
	tell_notice(req->db, subject_id(who), NOTICE_MOBILE_CHANGED, 0, "", "/adgang/profil",
	    subject_now(who));
	audit(req->db, who, "change mobile", "person", subject_id(who), "");
	log_audit("person %u has changed the mobile number", subject_id(who));
	reply_see(req, til_on(req->arena, "/adgang/profil", "", "mobil"));
}
