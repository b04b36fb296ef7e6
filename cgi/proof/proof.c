/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-proof: is what comes on standard input a PDF, JPEG or PNG that can be read and
 * drawn to its end?  One line on standard output, "OK TYPE PAGES" or "NO WORD", and status
 * 0 for both; whatever else happens, its caller takes for a damaged file.
 */
#include "proof.h"

#include <errno.h>
#include <magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static unsigned char file[PROVE_LARGEST + 1];

void
answer(enum proof p, const char *type, unsigned pages)
{
	char line[80];
	int n = p == PROOF_FINE ? snprintf(line, sizeof line, "OK %s %u\n", type, pages)
	                        : snprintf(line, sizeof line, "NO %s\n", proof_word(p));

	/* _exit: what a hostile file left in the libraries' memory is not tidied up. */
	_exit(write(STDOUT_FILENO, line, (size_t)n) == n ? 0 : 1);
}

static size_t
read_all(void)
{
	size_t n = 0;

	while (n < sizeof file) {
		ssize_t got = read(STDIN_FILENO, file + n, sizeof file - n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			exit(1);
		if (got == 0)
			break;
		n += (size_t)got;
	}
	return n;
}

/* By its bytes, whatever it is called. */
static const char *
type_of(struct bytes b)
{
	magic_t m = magic_open(MAGIC_MIME_TYPE);
	const char *name;

	if (m == NULL || magic_load(m, NULL) != 0)
		exit(1);
	name = magic_buffer(m, b.at, b.n);
	name = name == NULL ? NULL : proof_type(name);
	magic_close(m);
	return name;
}

static enum proof
prove(struct bytes b, const char **type, unsigned *pages)
{
	*pages = 1;
	if (b.n == 0)
		return PROOF_EMPTY;
	if (b.n > PROVE_LARGEST)
		return PROOF_TOO_LARGE;
	*type = type_of(b);
	if (*type == NULL)
		return PROOF_TYPE;
	if (strcmp(*type, "application/pdf") == 0)
		return prove_pdf(b, pages);
	return prove_picture(b, *type);
}

int
main(void)
{
	const char *type = NULL;
	unsigned pages;
	enum proof p;

	limit_self();
	p = prove((struct bytes){ file, read_all() }, &type, &pages);
	answer(p, type, pages);
}
