/* SPDX-License-Identifier: MPL-2.0 */
#include "inside.h"

#include <string.h>
#define ZLIB_CONST /* it reads, and says so */
#include <zlib.h>

#include "sending.h"

/* What it costs to begin a stream, in bytes; how many words that look like a reference are read. */
enum { BEGINNING = 8192, WORDS_MOST = 1000 };

struct search {
	struct arena *arena;
	const char *own, *first;
	unsigned char *room; /* INSIDE_STREAM_MOST bytes */
	size_t left;         /* of INSIDE_MOST */
	size_t words;        /* of WORDS_MOST */
};

/* --- words ------------------------------------------------------------------------------------- */

/* Does "Reference " or "reference": " stand before it? */
static bool
is_said_own(struct bytes b, const unsigned char *at)
{
	static const char word[] = "eference";
	const size_t n = sizeof word - 1;

	for (size_t i = 0; i < 6 && at > b.at && memchr("\" :(", at[-1], 4) != NULL; i++)
		at--;
	return (size_t)(at - b.at) >= n && memcmp(at - n, word, n) == 0;
}

static void
spend(struct search *s, size_t n)
{
	s->left -= n < s->left ? n : s->left;
}

static void
look(struct search *s, struct bytes b)
{
	const unsigned char *at = b.at, *end = b.at + b.n;

	while (s->own == NULL && s->words > 0 && end - at >= REFERENCE_LENGTH &&
	    (at = memmem(at, (size_t)(end - at), "LB-", 3)) != NULL &&
	    end - at >= REFERENCE_LENGTH) {
		const char *found = reference_in(s->arena, (struct bytes){ at, REFERENCE_LENGTH });

		if (found != NULL && s->first == NULL)
			s->first = found;
		if (found != NULL && is_said_own(b, at))
			s->own = found;
		s->words--;
		at += 3;
	}
}

/* A text of two bytes a letter is read as one of one: other programs write properties so. */
static void
look_in_room(struct search *s, size_t n)
{
	size_t kept = 0;

	look(s, (struct bytes){ s->room, n });
	for (size_t i = 0; i < n; i++)
		if (s->room[i] != '\0')
			s->room[kept++] = s->room[i];
	if (kept < n)
		look(s, (struct bytes){ s->room, kept });
}

/* --- what is packed ------------------------------------------------------------------------------ */

/* Unpacks into the room as far as it goes; how many bytes were read of it. */
static size_t
unpack(struct search *s, const unsigned char *at, size_t n, int window)
{
	z_stream z = { 0 };
	size_t most = n < 2 * INSIDE_STREAM_MOST ? n : 2 * INSIDE_STREAM_MOST;

	if (inflateInit2(&z, window) != Z_OK)
		return 0;
	z.next_in = at;
	z.avail_in = (uInt)(most < s->left ? most : s->left);
	z.next_out = s->room;
	z.avail_out = INSIDE_STREAM_MOST;
	inflate(&z, Z_SYNC_FLUSH);
	spend(s, z.total_in + z.total_out + BEGINNING);
	look_in_room(s, z.total_out);
	n = z.total_in;
	inflateEnd(&z);
	return n;
}

/* Every stream of a PDF that is packed with zlib: its properties lie in one of them. */
static void
look_in_streams(struct search *s, struct bytes b)
{
	static const char word[] = "stream";
	const unsigned char *at = b.at, *end = b.at + b.n;

	while (s->own == NULL && s->left > 0 && at < end &&
	    (at = memmem(at, (size_t)(end - at), word, sizeof word - 1)) != NULL) {
		at += sizeof word - 1;
		while (at < end && (*at == '\r' || *at == '\n'))
			at++;
		if (end - at > 2 && (at[0] & 0x0f) == Z_DEFLATED && (at[0] << 8 | at[1]) % 31 == 0)
			at += unpack(s, at, (size_t)(end - at), MAX_WBITS);
	}
}

static size_t
two_bytes(const unsigned char *at)
{
	return (size_t)at[0] | (size_t)at[1] << 8;
}

/* One file of a ZIP, whose head is there: manifest and index tell the reference. */
static void
look_in_file(struct search *s, const unsigned char *head, const unsigned char *end)
{
	enum { HEAD = 30 };
	const size_t name = two_bytes(head + 26), skip = HEAD + name + two_bytes(head + 28);

	if ((size_t)(end - head) <= skip || name < 5 ||
	    memcmp(head + HEAD + name - 5, ".json", 5) != 0)
		return;
	if (two_bytes(head + 8) == 8)
		unpack(s, head + skip, (size_t)(end - head) - skip, -MAX_WBITS);
}

static void
look_in_zip(struct search *s, struct bytes b)
{
	const unsigned char *at = b.at, *end = b.at + b.n;

	while (s->own == NULL && s->left > 0 && at < end &&
	    (at = memmem(at, (size_t)(end - at), "PK\3\4", 4)) != NULL && end - at > 30) {
		look_in_file(s, at, end);
		at += 4;
	}
}

const char *
reference_inside(struct arena *a, struct bytes b)
{
	struct search s = { .arena = a, .left = INSIDE_MOST, .words = WORDS_MOST };

	if (b.at == NULL)
		return NULL;
	look(&s, b);
	s.room = arena_take(a, INSIDE_STREAM_MOST);
	look_in_zip(&s, b);
	look_in_streams(&s, b);
	return s.own != NULL ? s.own : s.first;
}
