/* SPDX-License-Identifier: MPL-2.0 */
/* refused: subject_make.h.*(No such file|file not found) */
#include "subject_make.h"
