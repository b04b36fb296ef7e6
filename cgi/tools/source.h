/* SPDX-License-Identifier: MPL-2.0
 *
 * The C that pagec writes: literal text comes together byte by byte until something else is
 * to be written behind it.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stddef.h>
#include <stdio.h>

struct source {
	FILE *out;
	const char *file;   /* the template */
	char literal[2048]; /* read, not yet written */
	size_t n;
};

/* A byte of the page. */
void source_literal(struct source *, char);

/* Writes the literal text that has come together; due before anything else is written. */
void source_flush(struct source *);

/* What is written next stands on this line of the template. */
void source_line(struct source *, int line);

#endif
