/* SPDX-License-Identifier: MPL-2.0
 *
 * A file that comes with a form: chosen now, or sent before with a form that was not fine and kept
 * since, so that nobody needs to choose a file twice.  One way for merit letters, paper
 * attestations, certificates, diplomas, plans and all others.
 */
#ifndef ATTACHED_H
#define ATTACHED_H

#include "form.h"
#include "prove.h"
#include "request.h"
#include "subject.h"

enum file_kind {
	FILE_MERIT_LETTER,
	FILE_AGREEMENT,
	FILE_SUPPLEMENT,
	FILE_PAPER_ATTESTATION,
	FILE_CERTIFICATE,
	FILE_DIPLOMA,
	FILE_CARD,
	FILE_PLAN,
	FILE_TALK,
	FILE_REQUEST, /* the written request on which something is reset */
	FILE_OTHER,
	FILE_FORM, /* for everybody to fetch (R-FIL-03) */
	FILE_KINDS
};

/* The database's word: "MERIT_LETTER". */
const char *file_kind_word(enum file_kind);

struct attached {
	uint32_t id;      /* of the stored file; 0 when there is none, or not yet */
	const char *name; /* as the client calls it */
	uint32_t pages;
	bool is_new; /* read and proved in this request, and not stored before attached_store */
	struct bytes content; /* of a new one */
	const char *type;
};

/* What a field for a file says of it: "PDF, PNG eller JPEG, højst 20 MB", as the site sets it. */
const char *attached_hint(struct arena *);

/* How many bytes of a doctor's room are used, and how many megabytes there are. */
struct room {
	int64_t used;
	uint32_t quota_mb;
};
struct room attached_room(struct request *, const struct subject *, uint32_t doctor);

/* The file that the form comes with: the field of that name, else the kept one of the hidden field
 * "vedhaeftet" unless "fjern" is ticked.  What is wrong with it is noted at the field: that it is no
 * such file, that it is larger than the site takes, or that there is no room for it in the logbook.  has
 * is false when there is none, or none that can be used. */
struct attached attached_of_form(struct request *, const struct subject *, const struct form *,
    const char *field, enum file_kind, uint32_t doctor, bool *has);

/* Stores a new one and sets its id; one that is stored already stays.  False when the doctor is not
 * within reach, or the database failed. */
bool attached_store(
    struct request *, const struct subject *, enum file_kind, uint32_t doctor, struct attached *);

#endif
