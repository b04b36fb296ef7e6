/* SPDX-License-Identifier: MPL-2.0 */
/* accepted in record: what people are told, over rules, rows and days */
#include "day.h"
#include "db.h"
#include "notice.h"
#include "tell.h"
