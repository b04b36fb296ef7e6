/* SPDX-License-Identifier: MPL-2.0
 *
 * Four words: fatal, warn, info, audit; one line each, to standard error, where systemd
 * (or `make run`) keeps them.  A line never holds what looks like a CPR number: six digits,
 * perhaps a hyphen or space, four digits are blotted out whoever wrote them (R-GDP-04).
 */
#ifndef LOG_H
#define LOG_H

#include <stddef.h>

/* The name that each line begins with: the program. */
void log_open(const char *program);

/* Says why and ends the process with status 1; whoever started it starts another. */
_Noreturn void fatal(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* What the person on call must be able to find again: refusals, throttling, restarts. */
void log_audit(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Blots out CPR-like digits and control characters in place.  Used for every line; public
 * so that it can be tested, and used on what goes elsewhere. */
void log_blot(char *line);

#endif
