/* SPDX-License-Identifier: MPL-2.0
 *
 * Every report of a doctor's logbook, made from the database: for a print that somebody asks for, and for
 * a package that is made behind the scenes.  Each asks who reads; no request is needed.
 */
#ifndef PAPER_H
#define PAPER_H

#include "competencies.h"
#include "db.h"
#include "report.h"
#include "subject.h"

/* Whom papers are about, and who asks for them. */
struct paper {
	struct db *db;
	struct arena *arena; /* of the database now: what is made lies in it */
	const struct subject *who;
	uint32_t doctor;
	const char *name, *cpr, *auth_id; /* cpr as printed; auth_id may be NULL */
	struct moment printed;            /* the subject's now */
};

enum paper_answer {
	PAPER_FINE,
	PAPER_NOT_THERE, /* no such doctor, or not within reach, or the database failed */
	PAPER_NO_CPR /* the seal does not open under our key: without the number nothing is printed */
};
enum paper_answer paper_begin(struct db *, const struct subject *, uint32_t doctor, struct paper *);

/* Each is NULL when there is nothing of the kind, or the database failed (db_failed tells). */

/* Of one of the doctor's lists.  part is "6." when letters are called "Bilag 6.1", "" alone; letters are
 * behind it unless another report of the same file has them. */
const struct report *paper_competencies(const struct paper *, const struct reached *,
    const struct curriculum_list *, const char *part, bool letters);
/* Those that stand, as a table; of one, as it was signed. */
const struct report *paper_attestations(const struct paper *);
const struct report *paper_attestation(const struct paper *, uint32_t attestation);
const struct report *paper_courses(const struct paper *);
const struct report *paper_research(const struct paper *);
const struct report *paper_training(const struct paper *);
/* The overview of medical employment, with who signed it and when. */
const struct report *paper_employment(const struct paper *);
const struct report *paper_decision(const struct paper *, uint32_t merit);

#endif
