/* SPDX-License-Identifier: MPL-2.0 */
/* refused in logbook: tell.h.*(No such file|file not found) */
#include "tell.h"
