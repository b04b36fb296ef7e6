/* SPDX-License-Identifier: MPL-2.0
 *
 * In which roles the page that a notice leads to can be opened.
 */
#ifndef NOTICE_WAY_H
#define NOTICE_WAY_H

#include <stdbool.h>

#include "role.h"

/* May that role open the address of a notice (a path of ours)?  True also for what is for everybody. */
bool notice_leads(const char *link, enum role);

#endif
