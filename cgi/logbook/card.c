/* SPDX-License-Identifier: MPL-2.0 */
#include "card.h"

#include <string.h>

#include "text.h"

static const struct {
	const char *word, *title;
} states[CARD_STATES] = {
	[CARD_NONE] = { "", "Ikke begyndt" },
	[CARD_STARTED] = { "STARTED", "Kladde" },
	[CARD_SENT] = { "SENT", "Sendt til vurdering" },
	[CARD_WITHDRAWN] = { "WITHDRAWN", "Trukket tilbage" },
	[CARD_RETURNED] = { "RETURNED", "Returneret" },
	[CARD_APPROVED] = { "APPROVED", "Godkendt" },
};

enum card_state
card_state_of(const char *status)
{
	for (enum card_state s = CARD_STARTED; status != NULL && s < CARD_STATES; s++)
		if (strcmp(states[s].word, status) == 0)
			return s;
	return CARD_NONE;
}

const char *
card_title(enum card_state s)
{
	return states[s].title;
}

bool
card_may_be_written(enum card_state s)
{
	return s != CARD_SENT && s != CARD_APPROVED;
}

bool
card_may_be_taken_back(enum card_state s)
{
	return s == CARD_STARTED || s == CARD_SENT || s == CARD_RETURNED;
}

enum card_scale
card_scale_of(const char *word)
{
	return strcmp(word, "FEM") == 0 ? CARD_FEM : CARD_GODKENDT;
}

const char *
card_signs(enum card_scale scale)
{
	return scale == CARD_FEM ? "12345" : "SG";
}

const char *
card_sign_title(enum card_scale scale, char sign)
{
	static const char *const numbers[] = { "1", "2", "3", "4", "5" };

	if (scale == CARD_FEM)
		return sign >= '1' && sign <= '5' ? numbers[sign - '1'] : "Ikke vurderet";
	return sign == 'G' ? "Godkendt" : sign == 'S' ? "Skal forbedres" : "Ikke vurderet";
}

bool
card_marks_suffice(enum card_scale scale, const char *marks, size_t parts)
{
	const char *enough = scale == CARD_FEM ? "12345" : "G";

	return strlen(marks) == parts && strspn(marks, enough) == parts;
}

bool
card_want_is_met(const struct card_want *w)
{
	return w->instead || w->have >= w->target;
}

const char *
card_missing(struct arena *a, const struct card_want *wants, size_t n)
{
	struct text t = { .arena = a };

	for (size_t i = 0; i < n; i++) {
		if (card_want_is_met(&wants[i]))
			continue;
		text_puts(&t, t.len == 0 ? "Mangler: " : ", ");
		text_puts(&t,
		    arena_format(a, "%s %u/%u", wants[i].method, wants[i].have, wants[i].target));
	}
	if (t.len == 0)
		return NULL;
	text_puts(&t, ".");
	return t.at;
}
