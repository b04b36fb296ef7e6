/* SPDX-License-Identifier: MPL-2.0
 *
 * The print of research training, of oneself and of those within reach.
 */
#ifndef RESEARCH_PRINT_H
#define RESEARCH_PRINT_H

#include "export.h"

extern page own_research_print, research_print_of;

#endif
