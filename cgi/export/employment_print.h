/* SPDX-License-Identifier: MPL-2.0
 *
 * Prints of the overview of medical employment: one's own, and of the region's doctors for the secretariat.
 */
#ifndef EMPLOYMENT_PRINT_H
#define EMPLOYMENT_PRINT_H

#include "gate.h"

extern page own_employment_print, employment_print_of;

#endif
