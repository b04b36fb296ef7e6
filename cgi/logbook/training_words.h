/* SPDX-License-Identifier: MPL-2.0
 *
 * What the database's words for stages and sources of courses of training, and for kinds of elements, are
 * on the screen.
 */
#ifndef TRAINING_WORDS_H
#define TRAINING_WORDS_H

struct training_word {
	const char *word, *title;
};
enum { STAGES = 4, SOURCES = 4, ELEMENT_KINDS = 4 };
extern const struct training_word training_stages[STAGES], training_sources[SOURCES];

/* "Hoveduddannelse", "basislaege.dk"; a word that is none as it stands. */
const char *stage_title(const char *word);
const char *source_title(const char *word);
/* Of an element: "Erstatningsansættelse". */
const char *element_kind_title(const char *word);

#endif
