/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "send_part.h"

static const char folder[] = "folder://", sftp[] = "sftp://", https[] = "https://";

static bool
begins(const char *to, const char *with)
{
	return strncmp(to, with, strlen(with)) == 0;
}

bool
deliver_way_holds(const char *to)
{
	size_t n = to == NULL ? 0 : strlen(to);

	if (n < 10 || to[n - 1] != '/' || strpbrk(to, " \t\r\n?#") != NULL)
		return false;
	if (begins(to, folder))
		return to[strlen(folder)] == '/';
	return (begins(to, sftp) || begins(to, https)) &&
	    strchr(strstr(to, "://") + 3, '/') != NULL && strstr(to, ":///") == NULL;
}

static bool
name_holds(const char *name)
{
	return name[0] != '\0' && name[0] != '.' &&
	    strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") ==
	    strlen(name);
}

struct delivery
said(enum delivered end, const char *format, ...)
{
	struct delivery d = { .end = end };
	va_list ap;

	va_start(ap, format);
	vsnprintf(d.said, sizeof d.said, format, ap);
	va_end(ap);
	for (char *s = d.said; *s != '\0'; s++)
		if ((unsigned char)*s < ' ')
			*s = ' ';
	return d;
}

struct delivery
deliver(struct arena *a, const struct way *way, const char *name, struct bytes b)
{
	if (!deliver_way_holds(way->to) || !name_holds(name))
		return said(DELIVER_LATER, "the way to the authority is not set up");
	if (begins(way->to, folder))
		return lay_down(a, way->to + strlen(folder), name, b);
	return upload(a, way, name, b);
}
