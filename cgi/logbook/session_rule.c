/* SPDX-License-Identifier: MPL-2.0 */
#include "session_rule.h"

bool
session_is_alive(struct moment made, struct moment seen, struct moment ended, struct moment now)
{
	return ended.s == 0 && now.s - seen.s <= SESSION_IDLE && now.s - made.s <= SESSION_ABSOLUTE;
}

bool
session_is_due(struct moment seen, struct moment now)
{
	return now.s - seen.s >= SESSION_NOTED || now.s < seen.s;
}
