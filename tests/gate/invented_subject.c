/* SPDX-License-Identifier: MPL-2.0 */
/* refused: incomplete type|invalid use of undefined type */
#include "table.h"

void sneak(struct request *);

void
sneak(struct request *req)
{
	decide(req, (const struct subject *)&(struct subject){ 0 }, 0);
}
