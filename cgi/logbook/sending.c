/* SPDX-License-Identifier: MPL-2.0 */
#include "sending.h"

#include <string.h>

#include "number.h"

static const char *const slugs[SENDING_KINDS] = {
	[SENDING_PRACTICE] = "selvstaendigt-virke",
	[SENDING_SPECIALIST] = "speciallaege",
};

static const struct {
	const char *word, *title, *step, *mark;
} states[SENDING_STATES] = {
	[SENDING_ORDERED] = { "ORDERED", "Bestilt, laves nu", "Bestilt", "asked" },
	[SENDING_BUILT] = { "BUILT", "Låst, sendes nu", "Låst", "asked" },
	[SENDING_SENT] = { "SENT", "Sendt til styrelsen", "Sendt til styrelsen", "ok" },
	[SENDING_STOPPED] = { "STOPPED", "Stoppet, ikke sendt", "Stoppet, ikke sendt", "back" },
	[SENDING_WITHDRAWN] = { "WITHDRAWN", "Trukket tilbage", "Trukket tilbage", "undone" },
	[SENDING_REJECTED] = { "REJECTED", "Afvist af styrelsen", "Afvist af styrelsen", "back" },
};

const char sending_consent_version[] = "2026-1";

const char *
sending_consent(void)
{
	return "Jeg har set, hvad der sendes. Jeg beder om, at det sendes til Styrelsen for "
	       "Patientsikkerhed til brug for min ansøgning, og jeg erklærer, at det er rigtigt "
	       "og fuldstændigt.";
}

const char *
sending_slug(enum sending_kind k)
{
	return slugs[k];
}

enum sending_kind
sending_of_slug(const char *slug)
{
	enum sending_kind k = 0;

	while (k < SENDING_KINDS && strcmp(slugs[k], slug) != 0)
		k++;
	return k;
}

enum sending_state
sending_state_of(const char *word)
{
	for (enum sending_state s = 0; s < SENDING_STATES; s++)
		if (strcmp(states[s].word, word) == 0)
			return s;
	return SENDING_STATES;
}

const char *
sending_state_title(enum sending_state s)
{
	return s == SENDING_STATES ? "" : states[s].title;
}

const char *
sending_step_title(enum sending_state s)
{
	return s == SENDING_STATES ? "" : states[s].step;
}

const char *
sending_state_mark(enum sending_state s)
{
	return s == SENDING_STATES ? "none" : states[s].mark;
}

bool
sending_is_under_way(enum sending_state s)
{
	return s == SENDING_ORDERED || s == SENDING_BUILT;
}

/* --- the reference -------------------------------------------------------------------------- */

/* Without I, L, O and U, which are taken for others (Crockford). */
static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
enum { DRAWN = 8, LETTERS = 32, PRIME = 31 };

/* Each place has a weight of its own, so that two letters that change places are found too. */
static char
proof_of(const char eight[DRAWN])
{
	unsigned sum = 0;

	for (unsigned i = 0; i < DRAWN; i++)
		sum += (i + 2) * (unsigned)(strchr(letters, eight[i]) - letters);
	return letters[sum % PRIME];
}

static const char *
written(struct arena *a, const char eight[DRAWN])
{
	return arena_format(a, "LB-%.4s-%.4s-%c", eight, eight + 4, proof_of(eight));
}

const char *
reference_of(struct arena *a, const unsigned char chance[REFERENCE_BYTES])
{
	char eight[DRAWN];

	for (size_t i = 0; i < DRAWN; i++)
		eight[i] = letters[chance[i] % LETTERS];
	return written(a, eight);
}

/* The letter that was meant; 0 for none. */
static char
meant(char c)
{
	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'I' || c == 'L')
		return '1';
	if (c == 'O')
		return '0';
	return c != '\0' && strchr(letters, c) != NULL ? c : '\0';
}

const char *
reference_read(struct arena *a, const char *typed)
{
	char nine[DRAWN + 1] = { 0 };
	size_t n = 0;

	while (*typed == ' ')
		typed++;
	if ((typed[0] == 'L' || typed[0] == 'l') && (typed[1] == 'B' || typed[1] == 'b'))
		typed += 2;
	for (; *typed != '\0'; typed++) {
		if (*typed == '-' || *typed == ' ')
			continue;
		if (n == sizeof nine || (nine[n++] = meant(*typed)) == '\0')
			return NULL;
	}
	return n == sizeof nine && nine[DRAWN] == proof_of(nine) ? written(a, nine) : NULL;
}

const char *
reference_in(struct arena *a, struct bytes b)
{
	const unsigned char *at = b.at, *end = b.at + b.n;

	while (b.n >= REFERENCE_LENGTH && (at = memmem(at, (size_t)(end - at), "LB-", 3)) != NULL) {
		if (end - at >= REFERENCE_LENGTH && memchr(at, '\0', REFERENCE_LENGTH) == NULL) {
			char word[REFERENCE_LENGTH + 1] = { 0 };
			const char *read;

			memcpy(word, at, REFERENCE_LENGTH);
			read = reference_read(a, word);
			if (read != NULL && strcmp(read, word) == 0)
				return read;
		}
		at += 3;
	}
	return NULL;
}

/* --- what a supplement takes along ------------------------------------------------------------- */

const char sending_letters[] = "KCRTM";

const char *
sending_field(char letter)
{
	switch (letter) {
	case 'K':
		return "kompetence";
	case 'C':
		return "kursus";
	case 'R':
		return "forskning";
	case 'T':
		return "attestation";
	default:
		return "merit";
	}
}

static struct sending_row
row_of(struct arena *a, const char *word, size_t len)
{
	struct sending_row r = { 0 };

	if (strchr(sending_letters, *word) != NULL) {
		r.letter = *word++;
		len--;
	}
	if (!number_u32(arena_copy(a, word, len), &r.id))
		r.id = 0;
	return r;
}

const struct sending_row *
sending_rows(struct arena *a, const char *words, size_t *n)
{
	struct sending_row *rows = arena_array(a, strlen(words) / 2 + 1, sizeof *rows);

	*n = 0;
	for (const char *p = words + strspn(words, " "); *p != '\0'; p += strspn(p, " ")) {
		size_t len = strcspn(p, " ");

		rows[(*n)++] = row_of(a, p, len);
		p += len;
	}
	return rows;
}

/* --- when ----------------------------------------------------------------------------------- */

int64_t
sending_wait(uint32_t tries)
{
	int64_t wait = 60;

	for (uint32_t i = 0; i < tries && wait < 3600; i++)
		wait *= 2;
	return wait < 3600 ? wait : 3600;
}

bool
sending_may_add_time(struct day until, struct day today)
{
	return day_compare(today, day_add_months(until, -1)) >= 0;
}
