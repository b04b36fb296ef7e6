/* SPDX-License-Identifier: MPL-2.0 */
/* accepted: each kind of row, as it is meant */
#include "table.h"

const struct route routes[] = {
	OPEN_PAGE("/help", help),
	OPEN_ACTION("/log-in", log_in),
	PAGE("/waiting", APPROVE_COMPETENCY, waiting),
	LOOK("/waiting/{id}", APPROVE_COMPETENCY, waiting),
	ACTION("/waiting/{id}", APPROVE_COMPETENCY, decide),
	UPLOAD("/letter", GIVE_MERIT, decide),
};
