/* SPDX-License-Identifier: MPL-2.0 */
/* refused in record: prepare.h.*(No such file|file not found) */
#include "prepare.h"
