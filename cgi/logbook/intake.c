/* SPDX-License-Identifier: MPL-2.0 */
#include "intake.h"

#include <string.h>

#include "intake_part.h"

static const char *const forms[] = {
	[INTAKE_PERSONER] = "PERSONER",
	[INTAKE_AFTALER] = "AFTALER",
	[INTAKE_KBU] = "KBU",
	[INTAKE_KURSUSLEDERE] = "KURSUSLEDERE",
	[INTAKE_STEDER] = "STEDER",
};

const char *
intake_origin_word(enum intake_origin o)
{
	switch (o) {
	case INTAKE_BASISLAEGE:
		return "BASISLAEGE";
	case INTAKE_REGION:
		return "REGION";
	case INTAKE_VIDEREUDDANNELSE:
		return "VIDEREUDDANNELSE";
	}
	return "";
}

const char *
intake_form_word(enum intake_form form)
{
	return forms[form];
}

bool
intake_form_of_word(const char *word, enum intake_form *form)
{
	for (size_t i = 0; word != NULL && i < sizeof forms / sizeof forms[0]; i++)
		if (strcmp(word, forms[i]) == 0) {
			*form = (enum intake_form)i;
			return true;
		}
	return false;
}

static const struct intake_table *
table_of(enum intake_form form)
{
	switch (form) {
	case INTAKE_PERSONER:
		return &intake_person_table;
	case INTAKE_AFTALER:
		return &intake_agreement_table;
	case INTAKE_KBU:
		return &intake_kbu_table;
	case INTAKE_KURSUSLEDERE:
		return &intake_leader_table;
	case INTAKE_STEDER:
		return &intake_place_table;
	}
	return NULL;
}

static void
read_rows(enum intake_form form, const struct intake_rows *rows, struct intake *out)
{
	switch (form) {
	case INTAKE_PERSONER:
		intake_persons(rows, out);
		return;
	case INTAKE_AFTALER:
		intake_agreements(rows, out);
		return;
	case INTAKE_KBU:
		intake_kbu(rows, out);
		return;
	case INTAKE_KURSUSLEDERE:
		intake_leaders(rows, out);
		return;
	case INTAKE_STEDER:
		intake_places(rows, out);
		return;
	}
}

/* By the first character that is not white space: no heading begins with these. */
static bool
is_json(struct bytes b)
{
	size_t i = b.n >= 3 && memcmp(b.at, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	while (i < b.n && b.at[i] != '\0' && strchr(" \t\r\n", b.at[i]) != NULL)
		i++;
	return i < b.n && (b.at[i] == '{' || b.at[i] == '[');
}

static bool
make_rows(
    enum intake_form form, struct bytes b, struct intake_rows *rows, struct sheet_faults *faults)
{
	if (form == INTAKE_STEDER && intake_is_shak(b))
		return intake_rows_of_shak(b, rows, faults);
	return is_json(b) ? intake_rows_of_json(b, rows, faults)
	                  : intake_rows_of_csv(b, rows, faults);
}

bool
intake_read(struct arena *a, enum intake_form form, struct bytes b, struct day today,
    struct intake *out, struct sheet_faults *faults)
{
	struct intake_rows rows = { .arena = a, .table = table_of(form), .today = today };

	*out = (struct intake){ 0 };
	if (b.n > INTAKE_BYTES) {
		sheet_blame(faults, (struct sheet_place){ 1, 1, 0, NULL },
		    "Filen er større end %d MB. Del den i flere.", INTAKE_BYTES / 1024 / 1024);
		return false;
	}
	if (!make_rows(form, b, &rows, faults)) {
		sheet_sort_faults(faults);
		return false;
	}
	read_rows(form, &rows, out);
	return true;
}
