/* SPDX-License-Identifier: MPL-2.0 */
/* accepted in intake: persons are made by record */
#include "intake.h"
#include "person_make.h"
#include "prepare.h"
