/* SPDX-License-Identifier: MPL-2.0 */
/* refused in web: db.h.*(No such file|file not found) */
#include "db.h"
