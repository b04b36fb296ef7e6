/* SPDX-License-Identifier: MPL-2.0
 *
 * What a link holds: pure, so that the verifier links nothing that could add one.
 */
#include "chain.h"

#include <string.h>

const char *
chain_word(enum chain_kind kind)
{
	switch (kind) {
	case CHAIN_APPROVAL:
		return "APPROVAL";
	case CHAIN_MERIT:
		return "MERIT";
	case CHAIN_RESEARCH:
		return "RESEARCH";
	case CHAIN_DECISION:
		return "DECISION";
	case CHAIN_RESET:
		return "RESET";
	case CHAIN_FILE_CHECK:
		return "FILE_CHECK";
	case CHAIN_CARD:
		return "CARD";
	case CHAIN_ATTESTATION:
		return "ATTESTATION";
	case CHAIN_COURSE_RECORD:
		return "COURSE";
	case CHAIN_PLAN:
		return "PLAN";
	case CHAIN_SUBMISSION_STEP:
		return "SUBMISSION";
	case CHAIN_EMPLOYMENT_SIGNED:
		return "EMPLOYMENT";
	}
	return "";
}

static void
add_number(struct hashing *h, int64_t v)
{
	unsigned char bytes[8];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)((uint64_t)v >> (8 * i));
	hashing_add(h, bytes, sizeof bytes);
}

/* NULL and "" differ: what is not there adds a piece that no value can be. */
static void
add_bytes(struct hashing *h, const void *p, size_t n)
{
	add_number(h, p == NULL);
	hashing_add(h, p, p == NULL ? 0 : n);
}

static void
add_column(struct hashing *h, const struct column *c, const void *row)
{
	const char *at = (const char *)row + c->offset;

	hashing_add(h, c->name, strlen(c->name));
	if (c->has != 0) {
		bool has = *(const bool *)((const char *)row + c->has);

		add_number(h, !has);
		if (!has)
			return;
	}
	switch (c->type) {
	case DB_I32:
		add_number(h, *(const int32_t *)(const void *)at);
		return;
	case DB_U32:
		add_number(h, *(const uint32_t *)(const void *)at);
		return;
	case DB_I64:
		add_number(h, *(const int64_t *)(const void *)at);
		return;
	case DB_BOOL:
		add_number(h, *(const bool *)at);
		return;
	case DB_TEXT: {
		const char *s = *(const char *const *)(const void *)at;

		add_bytes(h, s, s == NULL ? 0 : strlen(s));
		return;
	}
	case DB_DAY: {
		const struct day *d = (const void *)at;

		add_number(h, day_is_none(*d) ? INT64_MIN : day_number(*d));
		return;
	}
	case DB_MOMENT:
		add_number(h, ((const struct moment *)(const void *)at)->s);
		return;
	case DB_BLOB: {
		const struct bytes *b = (const void *)at;

		add_bytes(h, b->at, b->n);
		return;
	}
	}
}

struct hash
chain_hash(uint32_t doctor, uint32_t n, enum chain_kind kind, const struct hash *before,
    const struct column *columns, size_t ncolumns, const void *row)
{
	struct hashing h;

	hashing_begin(&h, KEY_CHAIN);
	hashing_add(&h, "link", 4);
	add_number(&h, doctor);
	add_number(&h, n);
	hashing_add(&h, chain_word(kind), strlen(chain_word(kind)));
	hashing_add(&h, before->bytes, sizeof before->bytes);
	for (size_t i = 0; i < ncolumns; i++)
		add_column(&h, &columns[i], row);
	return hashing_end(&h);
}

struct hash
chain_seal(uint32_t doctor, uint32_t n, const struct hash *end)
{
	struct hashing h;

	hashing_begin(&h, KEY_CHAIN);
	hashing_add(&h, "head", 4);
	add_number(&h, doctor);
	add_number(&h, n);
	hashing_add(&h, end->bytes, sizeof end->bytes);
	return hashing_end(&h);
}
