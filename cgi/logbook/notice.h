/* SPDX-License-Identifier: MPL-2.0
 *
 * What people are told (domain 17), and the sentence that says it.  A notice never holds a CPR
 * number or the text of a competency: whom it is about, a place or a role, and a link.
 */
#ifndef NOTICE_H
#define NOTICE_H

#include "arena.h"

enum notice {
	NOTICE_REQUESTED,  /* a doctor of the department asks for approval */
	NOTICE_RETURNED,   /* a request came back with a reason */
	NOTICE_APPROVED,   /* a competency was approved */
	NOTICE_MERIT,      /* merit was given */
	NOTICE_ROLE_GIVEN, /* place: role and where */
	NOTICE_ROLE_ENDED,
	NOTICE_ELEMENT_CHANGED,  /* a supplementary agreement moved an element; place: department */
	NOTICE_ELEMENT_BEGINS,   /* in seven days */
	NOTICE_ELEMENT_ENDS,     /* in 30 or 14 days, today, 7 days ago; place: where, and when */
	NOTICE_IMPORTED,         /* a run has ended; place: its counts */
	NOTICE_ACCESS_HELD,      /* an import lacked e-mail or mobile (R-BRU-06) */
	NOTICE_MAIL_FAILED,      /* a mail to that person could not be delivered */
	NOTICE_CURRICULUM_MOVED, /* set on another version */
	NOTICE_MERGED,           /* two rows became one person */
	NOTICE_SAME_PERSON,      /* somebody with a replacement number has come with a real one */
	NOTICE_MOBILE_CHANGED,   /* one's own number, changed under Profil */
	NOTICE_MAIN_SUPERVISOR,  /* appointed; told to both */
	NOTICE_PLAN_SENT,        /* a training plan waits for an answer */
	NOTICE_PLAN_RETURNED,
	NOTICE_PLAN_APPROVED,
	NOTICE_PLAN_DUE,      /* R-PLA-07: no plan yet; place: where */
	NOTICE_TALK_PLANNED,  /* or moved, or called off */
	NOTICE_TALK_PREPARED, /* the other side has sent what it prepared */
	NOTICE_TALK_MINUTES,  /* minutes wait for one's agreement */
	NOTICE_TALK_AGREED,
	NOTICE_TALK_DUE, /* R-PLA-07: no introductory talk yet */
	NOTICE_DOUBT, /* R-KOM-14: raised, or followed up; what it is about stands on the page alone */
	NOTICE_DOUBT_DUE, /* to be followed up today */
	NOTICES
};

/* The database's word: "REQUESTED"; NOTICES for a word that is none. */
const char *notice_word(enum notice);
enum notice notice_of_word(const char *);

/* The sentence, in Danish: about is the name of the person it is about (NULL for none), place
 * may be "".  Lives in the arena. */
const char *notice_sentence(struct arena *, enum notice, const char *about, const char *place);

#endif
