/* SPDX-License-Identifier: MPL-2.0
 *
 * A folder for pick-up: written beside, flushed, then renamed, so that whoever looks sees it whole or
 * not at all, and a machine that stops in between leaves nothing that looks whole.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "send_part.h"

static bool
write_all(int fd, struct bytes b)
{
	while (b.n > 0) {
		ssize_t n = write(fd, b.at, b.n);

		if (n == -1 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		b.at += n;
		b.n -= (size_t)n;
	}
	return fsync(fd) == 0;
}

/* Is the file there, and does it hold these bytes? */
static bool
holds(int dir, const char *name, struct bytes b, bool *there)
{
	unsigned char piece[65536];
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	size_t at = 0;
	ssize_t n = 0;

	*there = fd != -1;
	if (fd == -1)
		return false;
	while (at <= b.n && (n = read(fd, piece, sizeof piece)) > 0) {
		if ((size_t)n > b.n - at || memcmp(piece, b.at + at, (size_t)n) != 0)
			break;
		at += (size_t)n;
	}
	close(fd);
	return n == 0 && at == b.n;
}

static struct delivery
lay_into(struct arena *a, int dir, const char *name, struct bytes b)
{
	const char *part = arena_format(a, ".%s.part", name);
	bool there, whole = holds(dir, name, b, &there);
	int fd;

	if (whole)
		return said(DELIVERED, "it lies there already");
	if (there)
		return said(DELIVER_REFUSED, "another package of that name lies there");
	if ((fd = openat(dir, part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0640)) ==
	    -1)
		return said(DELIVER_LATER, "cannot write there: %s", strerror(errno));
	whole = write_all(fd, b);
	if (close(fd) != 0 || !whole || renameat(dir, part, dir, name) != 0 || fsync(dir) != 0) {
		struct delivery d = said(DELIVER_LATER, "cannot write there: %s", strerror(errno));

		unlinkat(dir, part, 0);
		return d;
	}
	return said(DELIVERED, "laid down");
}

struct delivery
lay_down(struct arena *a, const char *path, const char *name, struct bytes b)
{
	int dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct delivery d;

	if (dir == -1)
		return said(DELIVER_LATER, "the folder for pick-up: %s", strerror(errno));
	d = lay_into(a, dir, name, b);
	close(dir);
	return d;
}
