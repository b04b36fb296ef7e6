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
	NOTICE_GOALS_OPEN,       /* it ends within a month and lacks competencies (R-KOM-09) */
	NOTICE_IMPORTED,         /* a run has ended; place: its counts */
	NOTICE_ACCESS_HELD,      /* an import lacked e-mail or mobile (R-BRU-06) */
	NOTICE_ACCESS_ASKED,     /* a department made somebody new: who is to be confirmed */
	NOTICE_MAIL_FAILED,      /* a mail to that person could not be delivered */
	NOTICE_CURRICULUM_MOVED, /* set on another version */
	NOTICE_MERGED,           /* two rows became one person */
	NOTICE_SAME_PERSON,      /* somebody with a replacement number has come with a real one */
	NOTICE_MOBILE_CHANGED,   /* one's own number, changed under Profil */
	NOTICE_ABSENCE_LONG, /* away for more than two weeks in a row (R-TID-07); place: department */
	NOTICE_ABSENCE_KEPT, /* the department registered or took out absence; place: department */
	NOTICE_RESEARCH_REQUESTED, /* to the research supervisor or course provider */
	NOTICE_RESEARCH_APPROVED,  /* a part of research training was approved */
	NOTICE_RESEARCH_RETURNED,
	NOTICE_RESEARCH_DISPENSED,  /* by the secretariat, in whole or in part */
	NOTICE_RESEARCH_ASSIGNED,   /* to the supervisor: of whom */
	NOTICE_RESEARCH_SUPERVISOR, /* to the doctor: who it is */
	NOTICE_RESET,               /* something approved in one's own logbook was reset */
	NOTICE_RESET_OF,            /* the same, to who approved it and to UAO and tutor */
	NOTICE_RESET_ASKED,         /* a reset waits for the second person of the secretariat */
	NOTICE_FILE_AWAITS,         /* a file waits for being verified */
	NOTICE_FILE_VERIFIED,
	NOTICE_FILE_REFUSED,
	NOTICE_PARTLY,        /* a part of a competency was approved; what remains is said there */
	NOTICE_CARD_SENT,     /* a doctor of the department has sent an assessment card */
	NOTICE_CARD_ANSWERED, /* it was approved, or came back */
	NOTICE_ATTEST_ASKED,  /* a doctor of the department asks for an attestation */
	NOTICE_ATTEST_GIVEN,  /* place: department */
	NOTICE_ATTEST_RETURNED,
	NOTICE_ATTEST_EXCEPTION, /* the secretariat lets absence above the limit be signed */
	NOTICE_ATTEST_DUE, /* an element ends or has ended, and lacks attestations (R-ATT-11) */
	NOTICE_ATTEST_PREMATURE, /* an element's end moved after its time was attested (R-FOR-03) */
	NOTICE_ATTEST_GROUND, /* a competency that an attestation stands on was reset (R-ATT-23) */
	NOTICE_ATTEST_ABSENCE, /* absence of an element changed after its time was attested (R-ATT-12) */
	NOTICE_PAPER_ASKED, /* an original on paper waits for the present UAO or tutor (R-ATT-04) */
	NOTICE_PAPER_VERIFIED,
	NOTICE_PAPER_RETURNED,
	NOTICE_COURSE_CLAIMED,  /* a doctor has sent a certificate to be verified */
	NOTICE_COURSE_APPROVED, /* of the doctor's own courses, as those below */
	NOTICE_COURSE_NOT_PASSED,
	NOTICE_COURSE_VERIFIED,
	NOTICE_COURSE_REFUSED, /* a certificate was not verified */
	NOTICE_COURSE_BASIS,   /* on another basis, or merit */
	NOTICE_COURSE_SERIES,  /* the overall approval */
	NOTICE_EVALUATE, /* an element ends or has ended, and the place is not evaluated (R-EVA-02) */
	NOTICE_MAIN_SUPERVISOR, /* appointed; told to both */
	NOTICE_PLAN_SENT,       /* a training plan waits for an answer */
	NOTICE_PLAN_RETURNED,
	NOTICE_PLAN_APPROVED,
	NOTICE_PLAN_DUE,      /* R-PLA-07: no plan yet; place: where */
	NOTICE_TALK_PLANNED,  /* or moved, or called off */
	NOTICE_TALK_PREPARED, /* the other side has sent what it prepared */
	NOTICE_TALK_MINUTES,  /* minutes wait for one's agreement */
	NOTICE_TALK_AGREED,
	NOTICE_TALK_DUE, /* R-PLA-07: no introductory talk yet */
	NOTICE_DOUBT, /* R-KOM-14: raised, or followed up; what it is about stands on the page alone */
	NOTICE_DOUBT_DUE,          /* to be followed up today */
	NOTICE_PACKAGE_SENT,       /* one's own package to the authority; place: its reference */
	NOTICE_PACKAGE_STOPPED,    /* it could not be made or sent */
	NOTICE_PACKAGE_STOPPED_OF, /* the same, to the secretariat */
	NOTICE_PACKAGE_LATE,       /* to the secretariat: it waits for longer than a day */
	NOTICE_PACKAGES_LATE,      /* to the project leader: so many do; place: how many */
	NOTICE_SENT_RESET,         /* something was reset that has been sent (R-NUL-07) */
	NOTICE_SENT_RESET_OF,      /* the same, to the secretariat */
	NOTICE_READY_REMINDED, /* a doctor's documentation lacks something; place: what (readiness.h) */
	NOTICES
};

/* The database's word: "REQUESTED"; NOTICES for a word that is none. */
const char *notice_word(enum notice);
enum notice notice_of_word(const char *);

/* The sentence, in Danish: about is the name of the person it is about (NULL for none), place
 * may be "".  Lives in the arena. */
const char *notice_sentence(struct arena *, enum notice, const char *about, const char *place);

#endif
