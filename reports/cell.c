/* SPDX-License-Identifier: MPL-2.0 */
#include "cell.h"

#include <inttypes.h>
#include <string.h>

static const unsigned char *
row_at(const struct table *t, size_t row)
{
	return (const unsigned char *)t->rows + row * t->size;
}

const void *
cell_at(const struct table *t, size_t row, const struct column *c)
{
	return row_at(t, row) + c->offset;
}

static bool
has_value(const struct table *t, size_t row, const struct column *c)
{
	bool has = true;

	if (c->nullable && c->has != 0)
		memcpy(&has, row_at(t, row) + c->has, sizeof has);
	return has;
}

bool
cell_is_null(const struct table *t, size_t row, const struct column *c)
{
	const void *at = cell_at(t, row, c);

	switch (c->type) {
	case DB_I32:
	case DB_U32:
	case DB_I64:
	case DB_BOOL:
		return !has_value(t, row, c);
	case DB_TEXT:
		return *(const char *const *)at == NULL;
	case DB_DAY:
		return day_is_none(*(const struct day *)at);
	case DB_MOMENT:
		return ((const struct moment *)at)->s == 0;
	case DB_BLOB:
		return ((const struct bytes *)at)->at == NULL;
	}
	return true;
}

const char *
cell_text(struct arena *a, const struct table *t, size_t row, const struct column *c)
{
	const void *at = cell_at(t, row, c);

	if (cell_is_null(t, row, c))
		return "";
	switch (c->type) {
	case DB_I32:
		return arena_format(a, "%" PRId32, *(const int32_t *)at);
	case DB_U32:
		return arena_format(a, "%" PRIu32, *(const uint32_t *)at);
	case DB_I64:
		return arena_format(a, "%" PRId64, *(const int64_t *)at);
	case DB_BOOL:
		return *(const bool *)at ? "ja" : "nej";
	case DB_TEXT:
		return *(const char *const *)at;
	case DB_DAY:
		return day_text(a, *(const struct day *)at);
	case DB_MOMENT:
		return moment_text(a, *(const struct moment *)at);
	case DB_BLOB:
		return arena_format(a, "%zu byte", ((const struct bytes *)at)->n);
	}
	return "";
}

const char *
cell_group(const struct table *t, size_t row)
{
	const char *group;

	if (t->group == NULL)
		return "";
	group = *(const char *const *)(const void *)(row_at(t, row) + t->group_offset);
	return group == NULL ? "" : group;
}

bool
cell_group_begins(const struct table *t, size_t row)
{
	if (t->group == NULL)
		return false;
	return row == 0 || strcmp(cell_group(t, row - 1), cell_group(t, row)) != 0;
}

/* Bytes of the character at s that no reader may get as it is, or 0. */
static size_t
length_if_unfit(const unsigned char *s)
{
	if (*s < 0x20)
		return *s != '\t' && *s != '\n' && *s != '\r';
	if (*s == 0x7f)
		return 1;
	if (*s == 0xc2)
		return s[1] < 0xa0 ? 2 : 0;
	if (*s == 0xe2 && s[1] == 0x80)
		return s[2] >= 0xaa && s[2] <= 0xae ? 3 : 0;
	if (*s == 0xe2 && s[1] == 0x81)
		return s[2] >= 0xa6 && s[2] <= 0xa9 ? 3 : 0;
	if (*s == 0xef && s[1] == 0xbf)
		return s[2] >= 0xbe ? 3 : 0;
	return 0;
}

static const unsigned char *
first_unfit(const unsigned char *s)
{
	while (*s != '\0' && length_if_unfit(s) == 0)
		s++;
	return s;
}

const char *
shown_text(struct arena *a, const char *s)
{
	const unsigned char *p, *q;
	struct text t = { .arena = a };

	if (s == NULL)
		return "";
	p = (const unsigned char *)s;
	q = first_unfit(p);
	if (*q == '\0')
		return s;
	while (*q != '\0') {
		text_add(&t, (const char *)p, (size_t)(q - p));
		text_puts(&t, "\xef\xbf\xbd");
		p = q + length_if_unfit(q);
		q = first_unfit(p);
	}
	text_puts(&t, (const char *)p);
	return t.at;
}
