/* SPDX-License-Identifier: MPL-2.0
 *
 * Who somebody is.  An e-mail address or a mobile number may be missing (R-BRU-06); a wrong one is
 * worse than none.
 */
#include "intake_part.h"
#include "person_rule.h"

static struct cpr
read_cpr(struct intake_subject *s, const struct intake_row *row, size_t column)
{
	struct cpr cpr = { 0 };

	if (row->value[column][0] == '\0')
		intake_blame(s, row, column, "CPR-nummeret mangler.");
	else if (!cpr_read(row->value[column], &cpr))
		intake_blame(s, row, column,
		    "Feltet er ikke et CPR-nummer. Det skal have ti cifre og begynde med en dato, der "
		    "findes.");
	return cpr;
}

static const char *
read_email(struct intake_subject *s, const struct intake_row *row, size_t column)
{
	const char *email = intake_text(s, row, column, EMAIL_MOST);

	if (email[0] == '\0')
		return NULL;
	if (!email_is_possible(email))
		intake_blame(s, row, column,
		    "E-mailadressen kan ikke være rigtig. Ret den, eller lad "
		    "feltet være tomt.");
	return email;
}

static const char *
read_mobile(struct intake_subject *s, const struct intake_row *row, size_t column)
{
	const char *mobile;

	if (row->value[column][0] == '\0')
		return NULL;
	mobile = mobile_of(s->rows->arena, row->value[column]);
	if (mobile == NULL)
		intake_blame(s, row, column,
		    "Mobilnummeret kan ikke være rigtigt. Skriv otte cifre eller + og landekode, eller "
		    "lad feltet være tomt.");
	return mobile;
}

static const char *
read_auth_id(struct intake_subject *s, const struct intake_row *row, size_t column)
{
	const char *id;

	if (row->value[column][0] == '\0')
		return NULL;
	id = auth_id_of(s->rows->arena, row->value[column]);
	if (id == NULL)
		intake_blame(s, row, column,
		    "Autorisations-id'et må kun være bogstaver og cifre, højst %d.",
		    (int)AUTH_ID_MOST);
	return id;
}

struct intake_who
intake_who(struct intake_subject *s, const struct intake_row *row, const struct intake_identity *at)
{
	struct intake_who who;

	who.name = intake_needed(s, row, at->name, NAME_MOST, "Navnet mangler.");
	if (intake_holds_cpr(who.name))
		intake_blame(s, row, at->name, "Navnet indeholder et CPR-nummer.");
	who.cpr = read_cpr(s, row, at->cpr);
	who.email = read_email(s, row, at->email);
	who.mobile = read_mobile(s, row, at->mobile);
	who.auth_id = read_auth_id(s, row, at->auth_id);
	return who;
}
