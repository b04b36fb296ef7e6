/* SPDX-License-Identifier: MPL-2.0
 *
 * libxlsxwriter can write to a file only.  It gets a folder that nobody else may look into.
 */
#include "xlsx.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"

char *
folder_make(struct arena *a)
{
	const char *tmp = getenv("TMPDIR");
	char *folder =
	    arena_format(a, "%s/logbog-XXXXXX", tmp == NULL || *tmp == '\0' ? P_tmpdir : tmp);

	return mkdtemp(folder);
}

bool
file_read(struct arena *a, const char *path, struct bytes *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	size_t got = 0;
	ssize_t n = 1;
	char *at;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) != 0 || st.st_size <= 0) {
		close(fd);
		return false;
	}
	at = arena_take(a, (size_t)st.st_size);
	while (got < (size_t)st.st_size && n > 0) {
		n = read(fd, at + got, (size_t)st.st_size - got);
		got += n > 0 ? (size_t)n : 0;
	}
	close(fd);
	*out = (struct bytes){ (unsigned char *)at, got };
	return got == (size_t)st.st_size;
}

void
folder_remove(struct arena *a, const char *folder)
{
	DIR *d = opendir(folder);

	for (struct dirent *e = d == NULL ? NULL : readdir(d); e != NULL; e = readdir(d))
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			unlink(arena_format(a, "%s/%s", folder, e->d_name));
	if (d != NULL)
		closedir(d);
	if (rmdir(folder) != 0)
		log_warn("xlsx: a temporary folder cannot be removed");
}
