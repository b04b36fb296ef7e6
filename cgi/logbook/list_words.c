/* SPDX-License-Identifier: MPL-2.0 */
#include "list_words.h"

#include <stddef.h>
#include <string.h>

#include "training_words.h"

struct titled {
	const char *word, *title;
};

static const char *
title_of(const struct titled *known, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(known[i].word, word) == 0)
			return known[i].title;
	return word;
}

const char *
list_stage_short(const char *stage)
{
	return strcmp(stage, "KBU") == 0 ? stage : stage_title(stage);
}

const char *
list_basis_title(const char *basis)
{
	static const struct titled known[] = {
		{ "BESAT", "stillinger besat" },
		{ "OPSLAAET", "forløb opslået" },
		{ "PAABEGYNDT", "forløb påbegyndt" },
		{ "ANSAT", "læger ansat" },
	};

	return title_of(known, sizeof known / sizeof known[0], basis);
}

bool
list_is_for(const char *list, const char *specialty)
{
	size_t n = strlen(list);

	if (n == 0 || strncmp(list, specialty, n) != 0)
		return false;
	return specialty[n] == '\0' || strncmp(specialty + n, ": ", 2) == 0;
}
