/* SPDX-License-Identifier: MPL-2.0 */
#include "training_words.h"

#include <stddef.h>
#include <string.h>

const struct training_word training_stages[STAGES] = {
	{ "KBU", "Klinisk basisuddannelse (KBU)" },
	{ "INTRO", "Introduktionsuddannelse" },
	{ "HU", "Hoveduddannelse" },
	{ "EVAL", "Evalueringsansættelse" },
};
const struct training_word training_sources[SOURCES] = {
	{ "BASISLAEGE", "basislaege.dk" },
	{ "REGION", "regionen, i evaluer.dk" },
	{ "VIDEREUDDANNELSE", "videreuddannelsen.dk" },
	{ "HAND", "skrevet ind manuelt" },
};

static const struct training_word element_kinds[ELEMENT_KINDS] = {
	{ "ORDINARY", "Ordinær" },
	{ "REPLACEMENT", "Erstatningsansættelse" },
	{ "PART_TIME", "Deltid" },
	{ "COURSE_ONLY", "Kun kursus" },
};

static const char *
title_of(const struct training_word *words, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].title;
	return word;
}

const char *
stage_title(const char *word)
{
	return title_of(training_stages, STAGES, word);
}

const char *
source_title(const char *word)
{
	return title_of(training_sources, SOURCES, word);
}

const char *
element_kind_title(const char *word)
{
	return title_of(element_kinds, ELEMENT_KINDS, word);
}
