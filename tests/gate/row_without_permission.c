/* SPDX-License-Identifier: MPL-2.0 */
/* refused: requires 3 arguments, but only 2 given|too few arguments provided to function-like macro */
#include "table.h"

const struct route routes[] = {
	PAGE("/x", waiting),
};
