/* SPDX-License-Identifier: MPL-2.0 */
#include "roots.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"

/* A line of a doctor is at most 10 + 10 + 64 characters and their spaces. */
enum { LINE = 128 };

/* --- writing ---------------------------------------------------------------------------- */

static bool
is_sealed(const struct range_heads *head)
{
	struct hash hash, seal;

	if (head->hash.n != sizeof hash.bytes || head->seal.n != sizeof seal.bytes)
		return false;
	memcpy(hash.bytes, head->hash.at, sizeof hash.bytes);
	seal = chain_seal(head->doctor, head->n, &hash);
	return memcmp(seal.bytes, head->seal.at, sizeof seal.bytes) == 0;
}

struct total {
	struct hashing hashing;
	uint64_t doctors, links, unsealed;
};

static void
write_line(struct total *t, struct arena *room, const struct range_heads *head, FILE *out)
{
	char line[LINE];
	int n;

	if (head_is_bare(head))
		return;
	if (!is_sealed(head)) {
		fprintf(stderr, "doctor %u: the head was changed\n", head->doctor);
		t->unsealed++;
		return;
	}
	n = snprintf(
	    line, sizeof line, "%u %u %s\n", head->doctor, head->n, hash_hex(room, head->hash.at));
	hashing_add(&t->hashing, line, (size_t)n);
	fputs(line, out);
	t->doctors++;
	t->links += head->n;
}

static struct total
total_begin(void)
{
	struct total t = { 0 };

	hashing_begin(&t.hashing, KEY_CHAIN);
	hashing_add(&t.hashing, "roots", 5);
	return t;
}

/* The last line of a file. */
static void
total_line(struct total *t, char line[LINE])
{
	struct hash root = hashing_end(&t->hashing);
	struct arena *a = arena_make();

	snprintf(line, LINE, "root %" PRIu64 " %" PRIu64 " %s\n", t->doctors, t->links,
	    hash_hex(a, root.bytes));
	arena_drop(a);
}

uint64_t
roots_write(struct db *db, struct arena *room, FILE *out)
{
	struct total t = total_begin();
	struct range_heads *heads;
	struct range_end end = { 0 };
	char line[LINE];
	size_t n;

	for (uint32_t after = 0; after != UINT32_MAX; after = end.upto) {
		if (range_end(db, after, &end) != DB_ONE ||
		    range_heads(db, after, end.upto, &heads, &n) != DB_ONE)
			return t.unsealed;
		for (size_t i = 0; i < n; i++)
			write_line(&t, room, &heads[i], out);
		arena_reset(room);
	}
	if (t.unsealed == 0) {
		total_line(&t, line);
		fputs(line, out);
	}
	return t.unsealed;
}

/* --- reading ---------------------------------------------------------------------------- */

/* Reads "17 7 5f1d…"; it was written by roots_write, as the last line proves. */
static bool
read_line(const char *line, struct roots *r)
{
	char *end;

	r->doctor = (uint32_t)strtoul(line, &end, 10);
	r->n = (uint32_t)strtoul(end, &end, 10);
	if (*end != ' ' || strlen(end + 1) != sizeof r->hash)
		return false;
	memcpy(r->hash, end + 1, sizeof r->hash - 1);
	r->hash[sizeof r->hash - 1] = '\0';
	return r->doctor > 0 && r->n > 0;
}

/* Is the file what its last line says, and is that its last? */
static bool
is_whole(FILE *in)
{
	struct total t = total_begin();
	struct roots r = { 0 };
	char line[LINE], last[LINE];

	while (fgets(line, sizeof line, in) != NULL) {
		if (!read_line(line, &r)) {
			total_line(&t, last);
			return strcmp(line, last) == 0 && fgetc(in) == EOF && !ferror(in);
		}
		hashing_add(&t.hashing, line, strlen(line));
		t.doctors++;
		t.links += r.n;
	}
	return false;
}

bool
roots_open(struct roots *r, const char *path)
{
	*r = (struct roots){ .path = path, .in = fopen(path, "re") };
	if (r->in == NULL) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return false;
	}
	if (!is_whole(r->in) || fseek(r->in, 0, SEEK_SET) != 0) {
		fprintf(stderr,
		    "%s: not a whole file of roots made with this chain key: it was cut, "
		    "altered, or made with another key\n",
		    path);
		roots_close(r);
		return false;
	}
	roots_next(r);
	return true;
}

void
roots_next(struct roots *r)
{
	char line[LINE];

	if (fgets(line, sizeof line, r->in) == NULL || !read_line(line, r))
		r->doctor = 0;
}

void
roots_close(struct roots *r)
{
	if (r->in != NULL)
		fclose(r->in);
	*r = (struct roots){ 0 };
}

bool
root_holds(struct arena *a, const struct roots *r, const struct logbook *l)
{
	for (size_t i = 0; i < l->nlinks; i++) {
		const struct range_links *link = &l->links[i];

		if (link->n != r->n)
			continue;
		if (link->hash.n == HASH_BYTES && strcmp(hash_hex(a, link->hash.at), r->hash) == 0)
			return true;
		say(l->doctor, "link %u is not the one that %s holds", r->n, r->path);
		return false;
	}
	if (l->nlinks == 0)
		say(l->doctor, "the chain is gone, %s holds its link %u", r->path, r->n);
	else
		say(l->doctor, "the chain ends at %u, %s holds its link %u",
		    l->links[l->nlinks - 1].n, r->path, r->n);
	return false;
}
