/* SPDX-License-Identifier: MPL-2.0
 *
 * /logbog/dokumentation: what the doctor's documentation lacks, and reminding who can bring it about.
 */
#ifndef OWN_READY_H
#define OWN_READY_H

#include "journal.h"
#include "ready_shown.h"
#include "send.h"

extern page own_ready;
extern action own_ready_remind;

struct own_ready_view {
	struct head head;
	struct ready_places places;
	const struct ready_section *sections;
	size_t n;
	struct send_section send;
};
void own_ready_page(struct html *, const struct own_ready_view *);

#endif
