/* SPDX-License-Identifier: MPL-2.0
 *
 * Typed fields and what is wrong with them.  A form exists only where the gate has proved
 * the session's token and the origin of the request; so an action that has one may act.
 *
 * A reader answers a value that can be used, or notes a fault: a Danish sentence that says
 * what to do, shown beside the field.  A handler reads all its fields, asks form_wrong() once,
 * and shows the page again with what was typed.
 */
#ifndef FORM_H
#define FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "multipart.h"
#include "request.h"

struct form;

/* Text that people write holds no CPR number of anybody, whatever the form: each of these three notes one
 * as a fault of its field.  Exempt by their names are fields that ask for a number: cpr, q (who is looked
 * for), liste (whom a hold takes in, read row by row), mobil, mobile, help_phone. */
/* One line: white space tidied, at most `most` characters; "" when empty. */
const char *form_line(const struct form *, const char *name, size_t most);
/* Text of several lines, tidied, at most `most` characters; "" when empty. */
const char *form_text(const struct form *, const char *name, size_t most);
/* As form_text/form_line, and empty is a fault with that sentence. */
const char *form_needed(const struct form *, const char *name, size_t most, const char *sentence);
/* A password: as typed, not tidied, at most 1,000 bytes; "" when empty. */
const char *form_password(const struct form *, const char *name);
/* A number; 0 and a fault when it is none; `otherwise` when empty. */
uint32_t form_u32(const struct form *, const char *name, uint32_t otherwise);
/* A day as people write it; no day when empty; a fault when it is none. */
struct day form_day(const struct form *, const char *name);
/* One of the words (NULL at the end); NULL and a fault when it is none of them or empty. */
const char *form_choice(const struct form *, const char *name, ...) __attribute__((sentinel));
/* Is the box ticked (present and not empty)? */
bool form_ticked(const struct form *, const char *name);
/* All values of that name that are numbers, sorted, each once; *n of them.  Something else
 * among them is a fault. */
const uint32_t *form_ids(const struct form *, const char *name, size_t *n);
/* The file of that field; NULL when none was chosen. */
const struct upload *form_file(const struct form *, const char *name);

/* Notes a fault that a rule found.  The first fault of a field stands. */
void form_refuse(const struct form *, const char *name, const char *sentence);
bool form_wrong(const struct form *);

/* As typed, "" without, for showing it again; works on NULL (a page shown the first time). */
const char *form_value(const struct form *, const char *name);
/* Was this value among those sent under that name?  For boxes and radio buttons; false on NULL. */
bool form_has(const struct form *, const char *name, const char *value);
/* The fault of a field, NULL without; works on NULL. */
const char *form_fault(const struct form *, const char *name);

/* All faults, in the order they were found, for the summary above the form; works on NULL. */
struct fault {
	const char *name, *sentence;
};
const struct fault *form_faults(const struct form *, size_t *n);

#endif
