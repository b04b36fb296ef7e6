/* SPDX-License-Identifier: MPL-2.0
 *
 * Prints of courses: one's own, of those within reach, and who takes part in a hold.
 */
#ifndef COURSES_PRINT_H
#define COURSES_PRINT_H

#include "gate.h"

extern page own_courses, courses_of_doctor, class_of_run;

#endif
