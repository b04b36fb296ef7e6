/* SPDX-License-Identifier: MPL-2.0 */
/* refused in intake: request.h.*(No such file|file not found) */
#include "request.h"
