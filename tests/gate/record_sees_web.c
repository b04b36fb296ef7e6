/* SPDX-License-Identifier: MPL-2.0 */
/* refused in record: request.h.*(No such file|file not found) */
#include "request.h"
