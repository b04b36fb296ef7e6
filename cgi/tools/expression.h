/* SPDX-License-Identifier: MPL-2.0
 *
 * As much of C as pagec has to read in the marks of a template.  What is wrong is refused
 * with the line given.
 */
#ifndef EXPRESSION_H
#define EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

/* How far the end of the C string or character is that begins at p; 0 if none does. */
size_t expression_quoted(const char *p, int line);

/* One C expression or a list of them: it may compute, but neither change things nor end.
 * Answers the last comma outside all parentheses, or NULL. */
char *expression_check(char *, int line);

bool is_word_byte(char);
/* Length of the C name at s, or 0. */
size_t identifier(const char *s);

/* Cuts "NAME(ARGS) REST" in place; answers REST. */
char *cut_call(char *, char **args, const char *want, int line);

#endif
