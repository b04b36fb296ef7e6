/* SPDX-License-Identifier: MPL-2.0
 *
 * Settings of the site that the project leader may change without a shell: the table setting
 * holds those that were changed, everything else is as it is here.
 */
#ifndef SETTING_H
#define SETTING_H

#include <stddef.h>

enum setting {
	SETTING_HELP_NAME,        /* who helps those who cannot log in (R-LOG-03) */
	SETTING_HELP_PHONE,       /* as people write it: "49 25 25 65" */
	SETTING_HELP_HOURS,       /* "kl. 8–17 på hverdage" */
	SETTING_ACCESS_SUBJECT,   /* of the mail with access */
	SETTING_FILE_MOST,        /* megabytes that a file in a logbook may have */
	SETTING_FILE_QUOTA,       /* and all together that take of one doctor's room */
	SETTING_EVALUATION_LEAST, /* answers, before means of a place are published (R-EVA-08) */
	SETTING_EVALUATION_READ_LEAST, /* doctors, before UAO or tutor read their answers (R-EVA-08) */
	SETTING_FEE_PRACTICE, /* what the authority takes for each kind, as people write it (R-STPS-04) */
	SETTING_FEE_SPECIALIST,
	SETTINGS
};

/* The database's word: "help_name"; SETTINGS for a word that is none. */
const char *setting_word(enum setting);
enum setting setting_of_word(const char *);
/* What it is when nobody has changed it. */
const char *setting_default(enum setting);
/* What the page that changes it calls it. */
const char *setting_title(enum setting);

#endif
