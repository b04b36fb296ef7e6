/* SPDX-License-Identifier: MPL-2.0
 *
 * First what is not linked, each kind after those that it refers to; then what is, as the chain has it, so that
 * the stories are told again in their order and linked anew; then what refers to them.
 */
#include <string.h>

#include "taking.h"

static enum db_outcome
put_kind(struct taking *t, enum journal_kind_no k)
{
	enum db_outcome o = DB_ONE;

	for (size_t i = 0; i < t->kinds[k].n && o == DB_ONE; i++)
		o = put_row(t, k, i);
	return o;
}

static enum db_outcome
put_kinds(struct taking *t, const enum journal_kind_no *kinds, size_t n)
{
	enum db_outcome o = DB_ONE;

	for (size_t i = 0; i < n && o == DB_ONE; i++)
		o = put_kind(t, kinds[i]);
	return o;
}

/* An order goes in before its first step, when what it names is there. */
static enum db_outcome
put_order(struct taking *t, size_t step)
{
	const uint32_t nth = number_in(t, JOURNAL_INDSENDELSER, step, "submission");

	if (t->kinds[JOURNAL_BESTILLINGER].id[nth - 1] != 0)
		return DB_ONE;
	return put_row(t, JOURNAL_BESTILLINGER, nth - 1);
}

/* What lay in the package follows the order, as when it was frozen. */
static enum db_outcome
put_order_files(struct taking *t, size_t step)
{
	const uint32_t nth = number_in(t, JOURNAL_INDSENDELSER, step, "submission");
	enum db_outcome o = DB_ONE;

	if (strcmp(text_in(t, JOURNAL_INDSENDELSER, step, "status"), "ORDERED") != 0)
		return o;
	for (size_t i = 0; i < t->kinds[JOURNAL_INDSENDTE_FILER].n && o == DB_ONE; i++)
		if (number_in(t, JOURNAL_INDSENDTE_FILER, i, "submission") == nth)
			o = put_row(t, JOURNAL_INDSENDTE_FILER, i);
	return o;
}

static enum db_outcome
put_link(struct taking *t, size_t i)
{
	const enum journal_kind_no k = journal_of_word(text_in(t, JOURNAL_KAEDE, i, "kind"));
	const size_t row = number_in(t, JOURNAL_KAEDE, i, "row_id") - 1;
	enum db_outcome o = DB_ONE;

	if (k == JOURNAL_INDSENDELSER)
		o = put_order(t, row);
	if (o == DB_ONE)
		o = put_row(t, k, row);
	if (o == DB_ONE && k == JOURNAL_INDSENDELSER)
		o = put_order_files(t, row);
	return o;
}

#define THESE(kinds) (kinds), sizeof(kinds) / sizeof((kinds)[0])

enum db_outcome
take_put(struct taking *t)
{
	static const enum journal_kind_no first[] = { JOURNAL_FORLOEB, JOURNAL_MAALBESKRIVELSER,
		JOURNAL_DELFORLOEB, JOURNAL_AFTALER, JOURNAL_FLYTNINGER, JOURNAL_LISTESKIFT,
		JOURNAL_OVERDRAGELSER, JOURNAL_FRAVAER, JOURNAL_FILER, JOURNAL_KORT,
		JOURNAL_REGISTRERINGER, JOURNAL_FORSKNINGSKURSER, JOURNAL_FORSKNINGSVEJLEDERE,
		JOURNAL_NOTATER, JOURNAL_SAMTALER, JOURNAL_REFERATER, JOURNAL_ANSAETTELSER,
		JOURNAL_ANSAETTELSESBEMAERKNINGER };
	static const enum journal_kind_no last[] = { JOURNAL_KORTMERIT, JOURNAL_OPSLAG,
		JOURNAL_KAEDE };
	enum db_outcome o = put_kinds(t, THESE(first));

	for (size_t i = 0; i < t->kinds[JOURNAL_KAEDE].n && o == DB_ONE; i++)
		o = put_link(t, i);
	return o == DB_ONE ? put_kinds(t, THESE(last)) : o;
}
