/* SPDX-License-Identifier: MPL-2.0 */
#include <string.h>

#include "number.h"
#include "parse.h"

/* Two digits at s, below most. */
static bool
two(const char *s, int32_t most, int32_t *n)
{
	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return false;
	*n = (s[0] - '0') * 10 + (s[1] - '0');
	return *n < most;
}

bool
moment_read(const char *s, struct moment *m)
{
	char day[11];
	struct day d;
	int32_t hour, minute, second;

	if (strlen(s) != 20 || s[10] != 'T' || s[13] != ':' || s[16] != ':' || s[19] != 'Z')
		return false;
	memcpy(day, s, 10);
	day[10] = '\0';
	if (!day_read(day, &d) || !two(s + 11, 24, &hour) || !two(s + 14, 60, &minute) ||
	    !two(s + 17, 60, &second))
		return false;
	m->s = (int64_t)day_number(d) * 86400 + hour * 3600 + minute * 60 + second;
	return true;
}

static bool
is_hex(const char *s)
{
	return strlen(s) == 2 * HASH_BYTES && strspn(s, "0123456789abcdef") == 2 * HASH_BYTES;
}

static bool
text_fits(enum column_type type, const char *s)
{
	struct moment m;
	struct day d;

	switch (type) {
	case DB_DAY:
		return day_read(s, &d);
	case DB_MOMENT:
		return moment_read(s, &m);
	case DB_BLOB:
		return is_hex(s);
	case DB_TEXT:
		return utf8_is_valid(s, strlen(s)) && !utf8_has_control(s, strlen(s));
	case DB_I32:
	case DB_U32:
	case DB_I64:
	case DB_BOOL:
		break;
	}
	return false;
}

static const char *
wanted(enum column_type type)
{
	switch (type) {
	case DB_DAY:
		return "en dato (2027-03-01)";
	case DB_MOMENT:
		return "et tidspunkt (2027-03-01T13:05:00Z)";
	case DB_BLOB:
		return "64 hexcifre";
	case DB_TEXT:
		return "en tekst uden styretegn";
	case DB_BOOL:
		return "true eller false";
	case DB_I32:
	case DB_U32:
	case DB_I64:
		break;
	}
	return "et helt tal";
}

bool
member_fits(struct taking *t, enum journal_kind_no k, size_t row, const struct column *c)
{
	struct json_object *v;
	const char *s;
	uint32_t n;
	bool fits;

	if (!json_object_object_get_ex(t->kinds[k].row[row], c->name, &v))
		return blame_row(t, k, row, "%s mangler.", c->name);
	if (v == NULL)
		return c->nullable || blame_row(t, k, row, "%s må ikke være null.", c->name);
	s = parse_text(v);
	if (c->type == DB_BOOL)
		fits = json_object_is_type(v, json_type_boolean);
	else if (c->type == DB_U32 || c->type == DB_I32 || c->type == DB_I64)
		fits = parse_number(v, &n);
	else
		fits = s != NULL && text_fits(c->type, s);
	return fits || blame_row(t, k, row, "%s skal være %s.", c->name, wanted(c->type));
}
