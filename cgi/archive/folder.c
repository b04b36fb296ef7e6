/* SPDX-License-Identifier: MPL-2.0 */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* "/srv/arkiv" of "/srv/arkiv/2026", "." of "2026", "/" of "/2026". */
static const char *
parent_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	return slash == path ? "/" : arena_copy(a, path, (size_t)(slash - path));
}

/* Without strokes at its end, which would be a name of nothing. */
static const char *
trimmed(struct arena *a, const char *path)
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	return arena_copy(a, path, n);
}

bool
folder_begin(struct arena *a, const char *path, struct folder *f)
{
	struct stat there;

	*f = (struct folder){ .path = trimmed(a, path), .fd = -1 };
	f->parent = parent_of(a, f->path);
	f->filling = arena_format(a, "%s.ufaerdig-XXXXXX", f->path);
	if (lstat(f->path, &there) == 0) {
		errno = EEXIST;
		return false;
	}
	if (errno != ENOENT || mkdtemp(f->filling) == NULL)
		return false;
	f->fd = open(f->filling, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (f->fd < 0)
		rmdir(f->filling);
	return f->fd >= 0;
}

static bool
write_all(int fd, struct bytes b)
{
	size_t at = 0;

	while (at < b.n) {
		ssize_t n = write(fd, b.at + at, b.n - at);

		if (n < 0 && errno != EINTR)
			return false;
		at += n < 0 ? 0 : (size_t)n;
	}
	return fsync(fd) == 0;
}

bool
folder_put(struct folder *f, const char *name, struct bytes content)
{
	int fd = openat(f->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), error;
	bool fine;

	if (fd < 0)
		return false;
	fine = write_all(fd, content);
	error = errno;
	if (close(fd) != 0 && fine)
		return false;
	errno = error;
	return fine;
}

static bool
written_through(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), error;
	bool fine = fd >= 0 && fsync(fd) == 0;

	error = errno;
	if (fd >= 0)
		close(fd);
	errno = error;
	return fine;
}

/* What somebody else has put there meanwhile stays; a file system that cannot promise that never
 * puts more than an empty folder out of the way. */
static bool
moved(const struct folder *f)
{
	if (renameat2(AT_FDCWD, f->filling, AT_FDCWD, f->path, RENAME_NOREPLACE) == 0)
		return true;
	return errno == EINVAL && rename(f->filling, f->path) == 0;
}

bool
folder_finish(struct folder *f)
{
	if (fsync(f->fd) != 0 || !moved(f))
		return false;
	f->is_there = true;
	return written_through(f->parent);
}

void
folder_undo(struct folder *f)
{
	const char *at = f->is_there ? f->path : f->filling;
	DIR *dir;

	if (f->fd < 0 || (dir = opendir(at)) == NULL)
		return;
	for (struct dirent *e; (e = readdir(dir)) != NULL;)
		unlinkat(dirfd(dir), e->d_name, 0); /* "." and ".." are refused */
	closedir(dir);
	rmdir(at);
	written_through(f->parent);
}

void
folder_close(struct folder *f)
{
	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
}
