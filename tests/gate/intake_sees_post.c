/* SPDX-License-Identifier: MPL-2.0 */
/* refused in intake: post.h.*(No such file|file not found) */
#include "post.h"
