/* SPDX-License-Identifier: MPL-2.0 */
#include "note_rule.h"

#include <string.h>

static const struct {
	const char *word, *title, *badge;
} readers[NOTE_READERS] = {
	[NOTE_PRIVATE] = { "PRIVATE", "Kun mig", "Kun mig" },
	[NOTE_APPROVERS] = { "APPROVERS", "Mig og afdelingen: vejledere, UAO, tutorlæge",
	    "Afdelingen" },
	[NOTE_VUS] = { "VUS", "Mig og sekretariatet", "Sekretariatet" },
	[NOTE_ALL] = { "ALL",
	    "Alle, der kan se logbogen, og Styrelsen for Patientsikkerhed: kommer med på udskriften",
	    "Alle, og styrelsen" },
};

const char *
note_readers_word(enum note_readers r)
{
	return readers[r].word;
}

enum note_readers
note_readers_of(const char *word)
{
	for (enum note_readers r = NOTE_PRIVATE; r < NOTE_READERS; r++)
		if (strcmp(readers[r].word, word) == 0)
			return r;
	return NOTE_PRIVATE;
}

const char *
note_readers_title(enum note_readers r)
{
	return readers[r].title;
}

const char *
note_readers_badge(enum note_readers r)
{
	return readers[r].badge;
}

bool
note_may_be_read(enum note_readers r, enum role role)
{
	if (role == ROLE_VEJLEDER || role == ROLE_HOVEDVEJLEDER || role == ROLE_UAO ||
	    role == ROLE_TUTOR)
		return r == NOTE_APPROVERS || r == NOTE_ALL;
	return role == ROLE_VUS && (r == NOTE_VUS || r == NOTE_ALL);
}

bool
note_is_sent(enum note_readers r)
{
	return r == NOTE_ALL;
}
