/* SPDX-License-Identifier: MPL-2.0
 *
 * Who may read a note beside the doctor who wrote it (R-NOT-02).  The database holds the same: the view
 * note_shared and the statement notes_shared.
 */
#ifndef NOTE_RULE_H
#define NOTE_RULE_H

#include <stdbool.h>

#include "role.h"

enum note_readers {
	NOTE_PRIVATE,   /* nobody */
	NOTE_APPROVERS, /* the department that trains the doctor */
	NOTE_VUS,       /* the secretariat */
	NOTE_ALL,       /* both, and it goes with the documentation to the authority */
	NOTE_READERS
};

/* Limit in characters. */
enum { NOTE_MOST = 10000 };

/* The database's word: "PRIVATE"; NOTE_PRIVATE for a word that is none: the narrowest. */
const char *note_readers_word(enum note_readers);
enum note_readers note_readers_of(const char *);
/* "Kun mig": what the choice says; and "Kun lægen selv": what others are told. */
const char *note_readers_title(enum note_readers);
const char *note_readers_badge(enum note_readers);
/* May that role read it in somebody else's logbook that it reaches? */
bool note_may_be_read(enum note_readers, enum role);
/* Does it go with the documentation to the authority? */
bool note_is_sent(enum note_readers);

#endif
