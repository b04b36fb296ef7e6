/* SPDX-License-Identifier: MPL-2.0 */
/* refused in post: store.h.*(No such file|file not found) */
#include "store.h"
