/* SPDX-License-Identifier: MPL-2.0
 *
 * The letter of a merit form: chosen now, or sent before with a form that was not fine and
 * kept since, so that nobody needs to choose a file twice.
 */
#ifndef LETTER_H
#define LETTER_H

#include "form.h"
#include "prove.h"
#include "subject.h"

struct letter {
	uint32_t id;      /* of the stored file; 0 when there is none, or not yet */
	const char *name; /* as the client calls it */
	uint32_t pages;
	bool is_new; /* read and proved in this request, and not stored before letter_store */
	struct bytes content; /* of a new one */
	const char *type;
};

/* The letter that the form comes with: the field "meritbrev", else the kept one of the hidden
 * field "vedhaeftet" unless "fjern" is ticked.  What is wrong with it is noted at the field
 * "meritbrev".  has is false when there is none, or none that can be used. */
struct letter letter_of_form(
    struct request *, const struct subject *, const struct form *, uint32_t doctor, bool *has);

/* Stores a new one and sets its id; one that is stored already stays.  False when the doctor
 * is not within reach, or the database failed. */
bool letter_store(struct request *, const struct subject *, uint32_t doctor, struct letter *);

#endif
