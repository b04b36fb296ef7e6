/* SPDX-License-Identifier: MPL-2.0 */
#include "setting.h"

#include <string.h>

static const struct {
	const char *word, *otherwise, *title;
} settings[SETTINGS] = {
	[SETTING_HELP_NAME] = { "help_name", "Dansk Telemedicin", "Hvem hjælper" },
	[SETTING_HELP_PHONE] = { "help_phone", "49 25 25 65", "Telefon" },
	[SETTING_HELP_HOURS] = { "help_hours", "kl. 8–17 på hverdage", "Hvornår" },
	[SETTING_ACCESS_SUBJECT] = { "access_subject", "Logbog.net - Adgangsoplysninger",
	    "Emne på mailen med adgang" },
	[SETTING_FILE_MOST] = { "file_most", "20", "Filer i logbøger: højst MB pr. fil (1–20)" },
	[SETTING_FILE_QUOTA] = { "file_quota", "300",
	    "Filer i logbøger: højst MB pr. læge (1–5000)" },
	[SETTING_EVALUATION_LEAST] = { "evaluation_least", "3",
	    "Evaluering: så mange svar mindst, før et gennemsnit offentliggøres" },
	[SETTING_EVALUATION_READ_LEAST] = { "evaluation_read_least", "3",
	    "Evaluering: svar fra så mange læger mindst, før UAO og tutorlæge kan læse dem" },
	[SETTING_FEE_PRACTICE] = { "fee_practice", "1.206",
	    "Styrelsens gebyr i kr.: tilladelse til selvstændigt virke" },
	[SETTING_FEE_SPECIALIST] = { "fee_specialist", "4.165",
	    "Styrelsens gebyr i kr.: speciallægeanerkendelse" },
};

const char *
setting_word(enum setting s)
{
	return settings[s].word;
}

enum setting
setting_of_word(const char *word)
{
	for (enum setting s = 0; s < SETTINGS; s++)
		if (strcmp(settings[s].word, word) == 0)
			return s;
	return SETTINGS;
}

const char *
setting_default(enum setting s)
{
	return settings[s].otherwise;
}

const char *
setting_title(enum setting s)
{
	return settings[s].title;
}
