/* SPDX-License-Identifier: MPL-2.0 */
/* refused: incompatible.*pointer type */
#include "table.h"

const struct route routes[] = {
	PAGE("/x", APPROVE_COMPETENCY, decide),
};
