/* SPDX-License-Identifier: MPL-2.0
 *
 * Persons beside each other: who cannot both be right is refused, both.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "intake_part.h"
#include "person_rule.h"

static void
blame_person(struct intake_draft *d, const char *words, const struct intake_draft *other)
{
	const struct intake_row row = { NULL, d->person.line };
	struct arena *a = d->subject.rows->arena;

	intake_blame(&d->subject, &row, SIZE_MAX,
	    "%s person-id %s (linje %u). Ingen af dem er taget "
	    "med; ret filen.",
	    words, intake_quoted(a, other->person.source_id), (unsigned)other->person.line);
}

/* --- what only one can have ----------------------------------------------------------------- */

static const char *
cpr_of(const struct intake_person *p)
{
	return p->cpr.digits;
}

static const char *
email_of(const struct intake_person *p)
{
	return p->email == NULL ? "" : p->email;
}

static const char *
auth_id_of_person(const struct intake_person *p)
{
	return p->auth_id == NULL ? "" : p->auth_id;
}

static const struct sole {
	const char *(*of)(const struct intake_person *);
	const char *words;
} soles[] = {
	{ cpr_of, "CPR-nummeret står også ved" },
	{ email_of, "E-mailadressen står også ved" },
	{ auth_id_of_person, "Autorisations-id'et står også ved" },
};

struct holder {
	struct intake_draft *draft;
	const char *value;
};

static int
compare_holders(const void *a, const void *b)
{
	const struct holder *x = a, *y = b;
	int c = strcasecmp(x->value, y->value);

	return c != 0 ? c : (x->draft > y->draft) - (x->draft < y->draft);
}

static bool
hold_the_same(const struct holder *a, const struct holder *b)
{
	return a->value[0] != '\0' && strcasecmp(a->value, b->value) == 0;
}

static void
blame_holders(struct holder *h, struct intake_draft *d, size_t n, const struct sole *sole)
{
	for (size_t i = 0; i < n; i++)
		h[i] = (struct holder){ &d[i], sole->of(&d[i].person) };
	if (n > 0)
		qsort(h, n, sizeof *h, compare_holders);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && hold_the_same(&h[i - 1], &h[i]))
			blame_person(h[i].draft, sole->words, h[i - 1].draft);
		else if (i + 1 < n && hold_the_same(&h[i], &h[i + 1]))
			blame_person(h[i].draft, sole->words, h[i + 1].draft);
	}
}

/* --- the same course ------------------------------------------------------------------------- */

struct owned {
	struct intake_draft *draft;
	const struct intake_course *course;
};

static int
compare_course(const void *a, const void *b)
{
	const struct owned *x = a, *y = b;
	int c = (x->course->origin > y->course->origin) - (x->course->origin < y->course->origin);

	if (c == 0)
		c = strcmp(x->course->source_id, y->course->source_id);
	return c != 0 ? c : (x->course > y->course) - (x->course < y->course);
}

static bool
is_same_course(const struct owned *a, const struct owned *b)
{
	return a->course->source_id[0] != '\0' && a->course->origin == b->course->origin &&
	    strcmp(a->course->source_id, b->course->source_id) == 0;
}

static void
blame_same_course(struct arena *a, struct intake_draft *d, size_t n)
{
	static const char words[] = "Et af forløbene står også ved";
	struct owned *o;
	size_t total = 0;

	for (size_t i = 0; i < n; i++)
		total += d[i].person.n;
	o = arena_array(a, total, sizeof *o);
	total = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < d[i].person.n; j++)
			o[total++] = (struct owned){ &d[i], &d[i].person.courses[j] };
	if (total > 0)
		qsort(o, total, sizeof *o, compare_course);
	for (size_t i = 0; i < total; i++) {
		if (i > 0 && is_same_course(&o[i - 1], &o[i]))
			blame_person(o[i].draft, words, o[i - 1].draft);
		else if (i + 1 < total && is_same_course(&o[i], &o[i + 1]))
			blame_person(o[i].draft, words, o[i + 1].draft);
	}
}

/* --- one person's own ------------------------------------------------------------------------ */

static void
blame_if_cpr(struct intake_draft *d, const char *text, uint32_t line)
{
	const struct intake_row row = { NULL, line };
	const char *digits = d->person.cpr.digits;
	char bare[EMAIL_MOST + 1];
	size_t n = 0;

	for (const char *p = text; *p != '\0' && n < sizeof bare - 1; p++)
		if (*p != '-' && *p != ' ')
			bare[n++] = *p;
	bare[n] = '\0';
	if (digits[0] != '\0' && strstr(bare, digits) != NULL)
		intake_blame(&d->subject, &row, SIZE_MAX,
		    "Et id, et nummer eller e-mailadressen indeholder personens CPR-nummer. Brug et andet.");
}

/* These are shown, kept and sent to: none may be the CPR number. */
static void
blame_cpr_as_name(struct intake_draft *d)
{
	const struct intake_person *p = &d->person;

	blame_if_cpr(d, p->source_id, p->line);
	if (p->email != NULL)
		blame_if_cpr(d, p->email, p->line);
	for (size_t i = 0; i < p->n; i++) {
		const struct intake_course *c = &p->courses[i];

		blame_if_cpr(d, c->source_id, c->line);
		blame_if_cpr(d, c->number, c->line);
		for (size_t j = 0; j < c->n; j++) {
			blame_if_cpr(d, c->elements[j].source_id, c->elements[j].line);
			blame_if_cpr(d, c->elements[j].position_no, c->elements[j].line);
		}
	}
}

static int
compare_start(const void *a, const void *b)
{
	const struct intake_course *x = a, *y = b;
	int c = 0;

	if (x->n > 0 && y->n > 0)
		c = day_compare(x->elements[0].since, y->elements[0].since);
	else
		c = (x->n > 0) - (y->n > 0);
	if (c == 0)
		c = (x->origin > y->origin) - (x->origin < y->origin);
	return c != 0 ? c : strcmp(x->source_id, y->source_id);
}

/* --- all ---------------------------------------------------------------------------------------- */

static int
compare_line(const void *a, const void *b)
{
	const struct intake_draft *x = *(struct intake_draft *const *)a;
	const struct intake_draft *y = *(struct intake_draft *const *)b;

	if (x->person.line != y->person.line)
		return x->person.line < y->person.line ? -1 : 1;
	return (x > y) - (x < y);
}

void
intake_persons_settle(struct arena *a, struct intake_draft *d, size_t n, struct intake *out)
{
	struct intake_draft **at = arena_array(a, n, sizeof *at);
	struct holder *h = arena_array(a, n, sizeof *h);
	struct intake_subject *refused = arena_array(a, n, sizeof *refused);
	size_t nrefused = 0;

	for (size_t i = 0; i < n; i++)
		at[i] = &d[i];
	for (size_t i = 0; i < sizeof soles / sizeof soles[0]; i++)
		blame_holders(h, d, n, &soles[i]);
	blame_same_course(a, d, n);
	out->persons = arena_array(a, n, sizeof *out->persons);
	if (n > 0)
		qsort(at, n, sizeof *at, compare_line);
	for (size_t i = 0; i < n; i++) {
		struct intake_person *p = &at[i]->person;

		blame_cpr_as_name(at[i]);
		if (at[i]->subject.n > 0) {
			refused[nrefused++] = at[i]->subject;
			continue;
		}
		if (p->n > 1)
			qsort(p->courses, p->n, sizeof *p->courses, compare_start);
		out->persons[out->npersons++] = *p;
	}
	intake_refuse_all(out, refused, nrefused);
}
