/* SPDX-License-Identifier: MPL-2.0 */
/* refused: negative */
#include "table.h"

const struct route routes[] = {
	PAGE("/x", ANYONE, waiting),
};
