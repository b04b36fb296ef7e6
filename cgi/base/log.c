/* SPDX-License-Identifier: MPL-2.0 */
#include "log.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *name = "logbook";

void
log_open(const char *program)
{
	name = program;
}

/* The length of a CPR-like number at s: 10 digits, with one hyphen or space after six. */
static size_t
cpr_like(const char *s)
{
	size_t i = 0, digits = 0;

	while (digits < 10) {
		if (isdigit((unsigned char)s[i]))
			digits++;
		else if (digits != 6 || i != 6 || (s[i] != '-' && s[i] != ' '))
			return 0;
		i++;
	}
	return i;
}

void
log_blot(char *line)
{
	for (char *p = line; *p != '\0'; p++) {
		size_t n;

		if ((unsigned char)*p < 0x20 || *p == 0x7f)
			*p = ' ';
		if (!isdigit((unsigned char)*p))
			continue;
		if ((n = cpr_like(p)) > 0) {
			memset(p, '*', n);
			p += n - 1;
		}
	}
}

static void __attribute__((format(printf, 2, 0)))
say(const char *word, const char *format, va_list ap)
{
	char line[2048];
	int n = snprintf(line, sizeof line, "%s[%d] %s: ", name, (int)getpid(), word);

	vsnprintf(line + n, sizeof line - (size_t)n, format, ap);
	log_blot(line + n);
	fprintf(stderr, "%s\n", line);
}

#define SAY(word) \
	do { \
		va_list ap; \
		va_start(ap, format); \
		say(word, format, ap); \
		va_end(ap); \
	} while (0)

void
fatal(const char *format, ...)
{
	SAY("fatal");
	exit(1);
}

void
log_warn(const char *format, ...)
{
	SAY("warn");
}

void
log_info(const char *format, ...)
{
	SAY("info");
}

void
log_audit(const char *format, ...)
{
	SAY("audit");
}
