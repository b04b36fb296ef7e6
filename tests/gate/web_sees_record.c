/* SPDX-License-Identifier: MPL-2.0 */
/* refused in web: site.h.*(No such file|file not found) */
#include "site.h"
