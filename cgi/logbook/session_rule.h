/* SPDX-License-Identifier: MPL-2.0
 *
 * How long a session lives: 60 minutes after it was last seen, 12 hours after it was made.
 */
#ifndef SESSION_RULE_H
#define SESSION_RULE_H

#include <stdbool.h>

#include "day.h"

enum {
	SESSION_IDLE = 60 * 60,
	SESSION_ABSOLUTE = 12 * 60 * 60,
	SESSION_NOTED = 60,
	KEPT_FORM = 60 * 60
};

/* Is it alive now?  A clock that went back does not kill it. */
bool
session_is_alive(struct moment made, struct moment seen, struct moment ended, struct moment now);
/* Is it time to note that it is alive (at most once a minute)? */
bool session_is_due(struct moment seen, struct moment now);

#endif
