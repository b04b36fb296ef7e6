/* SPDX-License-Identifier: MPL-2.0
 *
 * A statement that asks whether a doctor's logbook is within reach has a second form, for doctors in
 * their own: it is within reach because it is theirs, the gate has read it from the session, and the
 * view need not be asked again in each statement of the page.
 */
#include "query.h"

#include <string.h>
#include <strings.h>

/* The condition, word for word; whatever is asked otherwise has one form only. */
static const char *const reach[] = { "EXISTS", "(", "SELECT", "1", "FROM", "reach", "r", "WHERE",
	"r", ".", "viewer", "=", ":who", "AND", "r", ".", "held", "=", ":as", "AND", "r", ".",
	"doctor", "=", ":doctor", "AND", ":today", ">", "=", "r", ".", "since", "AND", ":today",
	"<", "r", ".", "until", ")" };
enum { REACH = sizeof reach / sizeof *reach };

size_t
reach_length(const struct token *t)
{
	for (size_t i = 0; i < REACH; i++)
		if (t[i].kind == END || strlen(reach[i]) != t[i].n ||
		    strncasecmp(reach[i], t[i].at, t[i].n) != 0)
			return 0;
	return REACH;
}

static bool
takes_doctor(const struct query *q)
{
	for (int i = 0; i < q->nin; i++)
		if (strcmp(q->in[i].name, "doctor") == 0)
			return q->in[i].type != NULL && !q->in[i].null &&
			    strcmp(q->in[i].type->word, "u32") == 0;
	return false;
}

bool
reach_is_asked(const struct query *q)
{
	if (!q->who || q->rows == ROWS_NONE || !takes_doctor(q))
		return false;
	for (const struct token *t = compiler.token; t->kind != END; t++)
		if (reach_length(t) > 0)
			return true;
	return false;
}

void
put_own_sql(char *sql)
{
	const char *from = compiler.sql;

	for (const struct token *t = compiler.token; t->kind != END; t++) {
		const size_t n = reach_length(t);

		if (n == 0)
			continue;
		sql = (char *)memcpy(sql, from, (size_t)(compiler.sql + t->put - from)) +
		    (compiler.sql + t->put - from);
		sql = stpcpy(sql, "TRUE");
		from = compiler.sql + t[n - 1].put + 1;
	}
	strcpy(sql, from);
}

int
own_binds(const struct query *q, int bind[static BINDS])
{
	int k = 0, n = 0;

	for (const struct token *t = compiler.token; t->kind != END; t++) {
		const struct token *end = t + reach_length(t);

		for (; t < end; t++)
			k += t->kind == ARGUMENT;
		if (t->kind == END || k == q->nbind)
			break;
		if (t->kind == ARGUMENT)
			bind[n++] = k++;
	}
	return n;
}
