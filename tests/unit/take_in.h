/* SPDX-License-Identifier: MPL-2.0
 *
 * Helps the tests of intake: reads a text as a file, and looks at what was refused.
 */
#ifndef TAKE_IN_H
#define TAKE_IN_H

#include "intake.h"

extern struct arena *arena;
extern struct intake in;
extern struct sheet_faults faults;

/* Set-up and tear-down of each test; the zone of the process is Danish. */
int take_in_setup(void **state);
int take_in_teardown(void **state);

/* Reads a file; today is 2026-04-15. */
bool take_in_bytes(enum intake_form, const void *, size_t n);
bool take_in(enum intake_form, const char *);
/* It is read, with nothing refused. */
void taken(enum intake_form, const char *);
/* It is read, and one thing of it is refused: that line, and a reason with these words.  No
 * reason and no label holds a CPR number. */
void refused_one(enum intake_form, const char *, uint32_t line, const char *words);
/* It is refused whole, with a fault of those words on that line. */
void refused_whole(enum intake_form, const char *, uint32_t line, const char *words);
/* A file of the project, from its folder. */
struct bytes whole_text(const char *path);

#endif
