/* SPDX-License-Identifier: MPL-2.0 */
/* accepted in post: mails, and what people are told */
#include "post.h"
#include "tell.h"
