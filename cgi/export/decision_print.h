/* SPDX-License-Identifier: MPL-2.0
 *
 * The letter with which a doctor is told of a decision of merit, to oneself and to who reaches the
 * logbook: always the same words, as they were decided.
 */
#ifndef DECISION_PRINT_H
#define DECISION_PRINT_H

#include "export.h"

extern page own_decision, decision_of_doctor;

#endif
