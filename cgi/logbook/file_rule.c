/* SPDX-License-Identifier: MPL-2.0 */
#include "file_rule.h"

#include <string.h>

static const struct {
	const char *word, *title;
	bool verified;
	enum file_part part;
} sorts[FILE_SORTS] = {
	[SORT_AGREEMENT] = { "AGREEMENT", "Uddannelsesaftale", true, FILE_PART_AGREEMENTS },
	[SORT_SUPPLEMENT] = { "SUPPLEMENT", "Tillægsaftale", true, FILE_PART_AGREEMENTS },
	[SORT_DIPLOMA] = { "DIPLOMA", "Ph.d.-diplom eller bevis", true, FILE_PART_RESEARCH },
	[SORT_CARD] = { "CARD", "Kompetencekort på papir", true, FILE_PART_NONE },
	[SORT_OTHER] = { "OTHER", "Andet", false, FILE_PART_NONE },
};

const char *
file_sort_word(enum file_sort s)
{
	return sorts[s].word;
}

enum file_sort
file_sort_of(const char *word)
{
	for (enum file_sort s = SORT_AGREEMENT; s < FILE_SORTS; s++)
		if (strcmp(sorts[s].word, word) == 0)
			return s;
	return FILE_SORTS;
}

const char *
file_sort_title(enum file_sort s)
{
	return s < FILE_SORTS ? sorts[s].title : "";
}

bool
file_is_verified(enum file_sort s)
{
	return s < FILE_SORTS && sorts[s].verified;
}

bool
file_may_be_seen(enum file_sort s, enum role role)
{
	if (s >= FILE_SORTS)
		return false;
	if (role == ROLE_VUS)
		return true;
	return (role == ROLE_UAO || role == ROLE_TUTOR) && s != SORT_OTHER;
}

enum file_state
file_state_of(const char *word)
{
	if (strcmp(word, "UPLOADED") == 0)
		return FILE_UPLOADED;
	if (strcmp(word, "VERIFIED") == 0)
		return FILE_VERIFIED;
	return strcmp(word, "REFUSED") == 0 ? FILE_REFUSED : FILE_WITHDRAWN;
}

const char *
file_state_title(enum file_state state, enum file_sort s)
{
	static const char *const titles[FILE_STATES] = {
		[FILE_UPLOADED] = "Afventer verifikation",
		[FILE_VERIFIED] = "Verificeret",
		[FILE_REFUSED] = "Afvist",
		[FILE_WITHDRAWN] = "Trukket tilbage",
	};

	return state == FILE_UPLOADED && !file_is_verified(s) ? "Lagt op" : titles[state];
}

const char *
file_state_mark(enum file_state state, enum file_sort s)
{
	static const char *const marks[FILE_STATES] = {
		[FILE_UPLOADED] = "asked",
		[FILE_VERIFIED] = "ok",
		[FILE_REFUSED] = "back",
		[FILE_WITHDRAWN] = "undone",
	};

	return state == FILE_UPLOADED && !file_is_verified(s) ? "none" : marks[state];
}

bool
file_may_be_withdrawn(enum file_state state)
{
	return state == FILE_UPLOADED || state == FILE_REFUSED;
}

bool
file_takes_room(const char *kind, bool by_the_doctor)
{
	return by_the_doctor || strcmp(kind, "PLAN") == 0 || strcmp(kind, "TALK") == 0;
}

const char *
file_room_fault(int64_t bytes, int64_t used, uint32_t most_mb, uint32_t quota_mb)
{
	const int64_t mb = 1024 * 1024;

	if (bytes > most_mb * mb)
		return "Filen fylder mere, end en fil må her. Gem den mindre, og vælg den igen.";
	if (used + bytes > quota_mb * mb)
		return "Der er ikke plads til filen: filerne i logbogen fylder det, en læge må bruge. Kontakt sekretariatet.";
	return NULL;
}

enum file_part
file_part_of(const char *kind)
{
	const enum file_sort s = file_sort_of(kind);

	return s < FILE_SORTS ? sorts[s].part : FILE_PART_NONE;
}

const char *
file_why_left(const char *kind, enum file_state state, enum sending_kind sent)
{
	const enum file_part part = file_part_of(kind);

	if (state == FILE_REFUSED)
		return "afvist";
	if (state == FILE_WITHDRAWN)
		return "trukket tilbage";
	return part == FILE_PART_AGREEMENTS ||
	        (part == FILE_PART_RESEARCH && sent == SENDING_SPECIALIST)
	    ? NULL
	    : "hører ikke til denne dokumentation";
}
