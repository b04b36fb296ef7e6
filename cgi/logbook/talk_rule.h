/* SPDX-License-Identifier: MPL-2.0
 *
 * Training plans and talks (domain 16): when what is due, how many talks an element takes, what
 * each side sees of the other's preparation, what a plan is called.  Until days are the day after
 * the last, as elements hold them.
 */
#ifndef TALK_RULE_H
#define TALK_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "day.h"

enum { PLAN_SECTION_MOST = 10000, TALK_WORDS_MOST = 10000, DOUBT_WORDS_MOST = 4000 };

/* Is the stage of that word (training_course.stage) KBU? */
bool stage_is_kbu(const char *stage);

/* R-ROL-03: is who is in training at that stage (NULL: in none that the logbook knows) at least one level above a
 * doctor at that one?  An evaluation employment is no level, so nothing is said of it. */
bool main_is_above(const char *own_stage, const char *stage);

/* R-PLA-01, R-PLA-04: the last day for the plan and for the first talk: 14 days after the first day
 * in KBU, a month after it for others. */
struct day plan_due(bool kbu, struct day since);

/* R-PLA-07: after how many days who lacks a plan is reminded: days 7 and 14, or 21 and 30. */
enum { PLAN_REMINDERS = 2 };
int32_t plan_reminder(bool kbu, size_t which);

/* R-PLA-03, R-PLA-06: how many talks an element takes at least: two when it is shorter than three
 * months, three up to six months, one more for each half-year begun beyond. */
uint32_t talks_needed(struct day since, struct day until);

/* The last day for the nth talk of an element, from 0: the first as the plan, the last on the last
 * day, those between evenly. */
struct day talk_due(bool kbu, struct day since, struct day until, uint32_t n);

/* What kind the next talk is of an element of which so many were held: INTRO, then ADJUST, and FINAL when
 * one is left. */
const char *talk_next_kind(uint32_t held, uint32_t needed);
/* From which day on it stands in the queue of who is to hold it: fourteen days before its last day. */
struct day talk_in_sight(struct day due);

/* R-PLA-02: is a plan that was sent that day older than the last talk?  No day: there is none. */
bool plan_is_stale(struct day sent, struct day last_talk);

enum plan_state { PLAN_NONE, PLAN_SENT, PLAN_RETURNED, PLAN_APPROVED, PLAN_STATES };
/* By the database's word; PLAN_NONE for NULL and any other. */
enum plan_state plan_state_of(const char *word);
const char *plan_title(enum plan_state); /* "Ingen plan", "Sendt", "Returneret", "Godkendt" */
/* The class of a state in the style sheet. */
const char *plan_mark(enum plan_state);

/* "INTRO", "ADJUST", "FINAL" as people call them; NULL for any other word. */
const char *talk_title(const char *kind);

/* R-KOM-14: how grave, and in whose words; NULL for any other word. */
const char *doubt_outcome_title(const char *outcome);

#endif
