/* SPDX-License-Identifier: MPL-2.0
 *
 * Handlers of every shape, for the tables of this folder.
 */
#ifndef TABLE_H
#define TABLE_H

#include "route.h"

open_page help;
open_action log_in;
page waiting;
action decide;

extern const struct route routes[];

#endif
