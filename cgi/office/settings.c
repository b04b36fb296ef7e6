/* SPDX-License-Identifier: MPL-2.0
 *
 * The settings of the site (R-LOG-03).  An empty field is the default again; every program
 * reads them within a minute (record/site.h).
 */
#include <string.h>

#include "audit.h"
#include "evaluation.h"
#include "number.h"
#include "reference.h"
#include "setting.h"

/* What each field is, and how long it may be: all of them stand in one line of every page. */
static const struct {
	const char *type, *inputmode;
	size_t most;
} shapes[SETTINGS] = {
	[SETTING_HELP_NAME] = { "text", "text", 60 },
	[SETTING_HELP_PHONE] = { "tel", "tel", 20 },
	[SETTING_HELP_HOURS] = { "text", "text", 80 },
	[SETTING_ACCESS_SUBJECT] = { "text", "text", 120 },
	[SETTING_FILE_MOST] = { "text", "numeric", 2 },
	[SETTING_FILE_QUOTA] = { "text", "numeric", 4 },
	[SETTING_EVALUATION_LEAST] = { "text", "numeric", 3 },
	[SETTING_EVALUATION_READ_LEAST] = { "text", "numeric", 3 },
	[SETTING_FEE_PRACTICE] = { "text", "text", 20 },
	[SETTING_FEE_SPECIALIST] = { "text", "text", 20 },
};

static const struct settings_kept *
kept_of(const struct settings_kept *rows, size_t n, enum setting s)
{
	for (size_t i = 0; i < n; i++)
		if (setting_of_word(rows[i].name) == s)
			return &rows[i];
	return NULL;
}

static struct setting_row
row_of(struct arena *a, const struct form *form, enum setting s, const struct settings_kept *kept)
{
	struct setting_row row = {
		.field = field_of(form, setting_word(s), setting_title(s),
		    arena_format(a, "Er feltet tomt, står der: %s", setting_default(s)))
	};

	row.field.type = shapes[s].type;
	row.field.inputmode = shapes[s].inputmode;
	row.field.most = (uint32_t)shapes[s].most;
	if (kept == NULL)
		return row;
	if (form == NULL)
		row.field.value = kept->value;
	row.by = kept->by_name;
	row.at = kept->at;
	return row;
}

static void
show(struct request *req, const struct subject *who, const struct form *form)
{
	struct settings_view v = {
		.head = head_of(req, who, "Indstillinger"),
		.at = url_local(req->arena, "/sekretariat/indstillinger"),
		.faults = faults_of(req->arena, form),
		.n = SETTINGS,
	};
	struct setting_row *rows = arena_array(req->arena, SETTINGS, sizeof *rows);
	struct settings_kept *kept = NULL;
	size_t n = 0;

	if (settings_kept(req->db, who, &kept, &n) != DB_ONE)
		return;
	for (enum setting s = 0; s < SETTINGS; s++)
		rows[s] = row_of(req->arena, form, s, kept_of(kept, n, s));
	v.rows = rows;
	v.head.notice = notice_of(req, "gemt",
	    "Indstillingerne er gemt. De gælder på alle sider inden for et minut.", NULL);
	settings_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
settings(struct request *req, const struct subject *who)
{
	show(req, who, NULL);
}

/* People call it: eight digits, or "+" and the number with its country. */
static bool
is_phone(const char *s)
{
	size_t digits = 0;
	const bool abroad = s[0] == '+';

	for (const char *p = s + abroad; *p != '\0'; p++) {
		if (*p >= '0' && *p <= '9')
			digits++;
		else if (*p != ' ')
			return false;
	}
	return abroad ? digits >= 8 && digits <= 15 : digits == 8;
}

static void
check_megabytes(const struct form *form, const char *name, const char *value, uint32_t most)
{
	uint32_t mb = 0;

	if (!number_u32(value, &mb) || mb == 0 || mb > most)
		form_refuse(form, name,
		    most == 20 ? "Skriv et helt tal fra 1 til 20."
		               : "Skriv et helt tal fra 1 til 5000.");
}

static void
check(const struct form *form, enum setting s, const char *value)
{
	const char *name = setting_word(s);

	if (value[0] == '\0')
		return;
	if (s == SETTING_FILE_MOST || s == SETTING_FILE_QUOTA) {
		check_megabytes(form, name, value, s == SETTING_FILE_MOST ? 20 : 5000);
	} else if (s == SETTING_HELP_PHONE) {
		if (!is_phone(value))
			form_refuse(form, name,
			    "Skriv et telefonnummer med 8 cifre, eller + og landekode først.");
	} else if (s == SETTING_EVALUATION_LEAST || s == SETTING_EVALUATION_READ_LEAST) {
		if (evaluation_least(value) == 0)
			form_refuse(form, name, "Skriv et tal fra 3 til 100.");
	}
}

/* Only what is changed is written, each with its row of the audit.  Somebody else may add the row
 * between the first try and the second: then the third finds it. */
static void
keep(struct request *req, const struct subject *who, enum setting s, const char *value,
    const struct settings_kept *kept)
{
	if (strcmp(value, setting_default(s)) == 0)
		value = "";
	if (strcmp(value, kept == NULL ? "" : kept->value) == 0)
		return;
	if (setting_keep(req->db, who, setting_word(s), value) == DB_ONE ||
	    setting_add(req->db, who, setting_word(s), value) == DB_ONE ||
	    setting_keep(req->db, who, setting_word(s), value) == DB_ONE)
		audit(req->db, who, value[0] == '\0' ? "reset setting" : "change setting",
		    "setting", 0, setting_word(s));
}

void
settings_keep(struct request *req, const struct subject *who, const struct form *form)
{
	const char *values[SETTINGS];
	struct settings_kept *kept = NULL;
	size_t n = 0;

	for (enum setting s = 0; s < SETTINGS; s++) {
		values[s] = form_line(form, setting_word(s), shapes[s].most);
		check(form, s, values[s]);
	}
	if (form_wrong(form)) {
		show(req, who, form);
		return;
	}
	if (settings_kept(req->db, who, &kept, &n) != DB_ONE)
		return;
	for (enum setting s = 0; s < SETTINGS; s++)
		keep(req, who, s, values[s], kept_of(kept, n, s));
	reply_see(req,
	    url_with(
	        req->arena, url_local(req->arena, "/sekretariat/indstillinger"), "besked", "gemt"));
}
