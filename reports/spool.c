/* SPDX-License-Identifier: MPL-2.0 */
#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* What cairo says it says in few bytes at a time. */
enum { HELD = 64 * 1024 };

struct spool {
	int fd; /* -1: let go */
	const char *path;
	void *map;
	size_t mapped, held;
	unsigned char hold[HELD];
};

static void
unmap(struct spool *s)
{
	if (s->map != NULL)
		munmap(s->map, s->mapped);
	s->map = NULL;
}

void
spool_drop(struct spool *s)
{
	if (s == NULL || s->fd < 0)
		return;
	unmap(s);
	close(s->fd);
	s->fd = -1;
}

static void
drop(void *s)
{
	spool_drop(s);
}

struct spool *
spool_make(struct arena *a)
{
	struct spool *s = arena_take(a, sizeof *s);

	s->fd = memfd_create("logbog", MFD_CLOEXEC);
	if (s->fd < 0)
		return NULL;
	s->path = arena_format(a, "/proc/self/fd/%d", s->fd);
	arena_defer(a, drop, s);
	return s;
}

static bool
put(int fd, const unsigned char *at, size_t n)
{
	while (n > 0) {
		ssize_t wrote = write(fd, at, n);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return false;
		at += wrote;
		n -= (size_t)wrote;
	}
	return true;
}

static bool
flush(struct spool *s)
{
	bool fine = put(s->fd, s->hold, s->held);

	s->held = 0;
	return fine;
}

bool
spool_add(struct spool *s, const void *bytes, size_t n)
{
	if (s->held + n > HELD && !flush(s))
		return false;
	if (n > HELD)
		return put(s->fd, bytes, n);
	memcpy(s->hold + s->held, bytes, n);
	s->held += n;
	return true;
}

const char *
spool_path(const struct spool *s)
{
	return s->path;
}

bool
spool_read(struct spool *s, struct bytes *out)
{
	struct stat st;

	if (!flush(s) || fstat(s->fd, &st) != 0 || st.st_size <= 0)
		return false;
	unmap(s);
	s->mapped = (size_t)st.st_size;
	s->map = mmap(NULL, s->mapped, PROT_READ, MAP_SHARED, s->fd, 0);
	if (s->map == MAP_FAILED) {
		s->map = NULL;
		return false;
	}
	*out = (struct bytes){ s->map, s->mapped };
	return lseek(s->fd, 0, SEEK_END) >= 0;
}

bool
spool_has_room(struct arena *a, size_t n)
{
	struct spool *s = spool_make(a);
	bool fine = s != NULL && posix_fallocate(s->fd, 0, (off_t)(n + HELD)) == 0;

	spool_drop(s);
	return fine;
}
