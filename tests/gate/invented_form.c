/* SPDX-License-Identifier: MPL-2.0 */
/* refused: incomplete type|invalid use of undefined type */
#include "table.h"

void sneak(struct request *, const struct subject *);

void
sneak(struct request *req, const struct subject *who)
{
	decide(req, who, &(struct form){ 0 });
}
