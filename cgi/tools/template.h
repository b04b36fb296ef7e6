/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include <stdio.h>

/* Turns a template into C.  Answers 0; or 1, what is on out is then of no use, and
 * template_message() says FILE:LINE and why.  The language stands in pagec.c. */
int template_compile(const char *name, const char *text, FILE *out);
const char *template_message(void);

#endif
