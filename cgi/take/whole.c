/* SPDX-License-Identifier: MPL-2.0
 *
 * Within itself: numbers are 1, 2, 3 in the order of the rows, what refers to a row or a person refers to one
 * that is there, and the chain holds each row that is chained once, in their order.
 */
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "taking.h"

/* Versions of one note stand under one number. */
static void
check_numbers(struct taking *t, enum journal_kind_no k)
{
	struct read_rows *r = &t->kinds[k];

	for (size_t i = 0; i < r->n; i++) {
		const uint32_t n = number_in(t, k, i, "id");

		if (n != r->last + 1 && !(k == JOURNAL_NOTATER && i > 0 && n == r->last)) {
			blame_row(t, k, i, "id skal være %u, rækkerne er nummereret i deres orden.",
			    r->last + 1);
			return;
		}
		r->last = n;
	}
}

static bool
is_there(const struct taking *t, enum journal_kind_no k, uint32_t n)
{
	return k < JOURNAL_KINDS && n >= 1 && n <= t->kinds[k].last;
}

static bool
list_is_there(const struct taking *t, const struct journal_ref *r, const char *list)
{
	const char ends[] = { r->parting, '\0' };

	for (size_t n; *list != '\0'; list += n + (list[n] != '\0')) {
		char letter;
		uint32_t nth = 0;
		enum journal_kind_no to;

		n = strcspn(list, ends);
		to = journal_item(r, list, n, &letter, &nth);
		if (!is_there(t, to, nth))
			return false;
	}
	return true;
}

static void
check_ref(struct taking *t, enum journal_kind_no k, size_t i, const struct journal_ref *r)
{
	enum journal_kind_no to = r->to;
	bool fine;

	if (json_object_object_get(t->kinds[k].row[i], r->member) == NULL)
		return;
	if (r->how == REF_CHAINED)
		to = journal_of_word(text_in(t, k, i, "kind"));
	if (r->how == REF_LIST || r->how == REF_PARTS)
		fine = list_is_there(t, r, text_in(t, k, i, r->member));
	else
		fine = is_there(t, to, number_in(t, k, i, r->member));
	if (!fine)
		blame_row(t, k, i, "%s henviser til noget, der ikke er med.", r->member);
}

/* --- the chain --------------------------------------------------------------------------------- */

static void
check_links(struct taking *t)
{
	uint32_t last[JOURNAL_KINDS] = { 0 };

	for (size_t i = 0; i < t->kinds[JOURNAL_KAEDE].n; i++) {
		const enum journal_kind_no k =
		    journal_of_word(text_in(t, JOURNAL_KAEDE, i, "kind"));

		if (k == JOURNAL_KINDS || number_in(t, JOURNAL_KAEDE, i, "n") != i + 1 ||
		    number_in(t, JOURNAL_KAEDE, i, "row_id") != ++last[k]) {
			blame_row(t, JOURNAL_KAEDE, i, "leddet står ikke i orden.");
			return;
		}
	}
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		if (journal_kinds[k].chained[0] != '\0' && last[k] != t->kinds[k].n)
			blame(t, "data/%s.json: %u af %zu rækker er i kæden.",
			    journal_kinds[k].name, last[k], t->kinds[k].n);
}

/* --- orders ------------------------------------------------------------------------------------- */

/* The bytes that were frozen to be sent are not in the ZIP: whoever froze them sends them first. */
static void
check_orders(struct taking *t)
{
	for (uint32_t s = 1; s <= t->kinds[JOURNAL_BESTILLINGER].last; s++) {
		const char *status = "ORDERED";

		for (size_t i = 0; i < t->kinds[JOURNAL_INDSENDELSER].n; i++)
			if (number_in(t, JOURNAL_INDSENDELSER, i, "submission") == s)
				status = text_in(t, JOURNAL_INDSENDELSER, i, "status");
		if (strcmp(status, "ORDERED") == 0 || strcmp(status, "BUILT") == 0)
			blame(t,
			    "Bestillingen %s er undervejs til styrelsen. Hent logbogen igen, når den er "
			    "sendt eller trukket tilbage.",
			    text_in(t, JOURNAL_BESTILLINGER, s - 1, "reference"));
	}
}

/* --- persons ------------------------------------------------------------------------------------ */

static bool
is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void
check_persons(struct taking *t)
{
	const size_t n = t->kinds[JOURNAL_PERSONER].n;

	if (n == 0) {
		blame(t, "data/personer.json: lægen mangler.");
		return;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			if (text_in(t, JOURNAL_PERSONER, i, "auth_id") != NULL &&
			    is_same(text_in(t, JOURNAL_PERSONER, i, "auth_id"),
			        text_in(t, JOURNAL_PERSONER, j, "auth_id")))
				blame_row(t, JOURNAL_PERSONER, i,
				    "autorisations-ID'et er også række %zu's.", j + 1);
}

bool
take_is_whole(struct taking *t)
{
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		if (journal_is_numbered(&journal_kinds[k]))
			check_numbers(t, k);
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		for (size_t i = 0; i < t->kinds[k].n; i++)
			for (const struct journal_ref *r = journal_kinds[k].refs; r->member != NULL;
			     r++)
				check_ref(t, k, i, r);
	check_links(t);
	check_persons(t);
	if (t->nfaults == 0)
		check_orders(t);
	return t->nfaults == 0;
}
