/* SPDX-License-Identifier: MPL-2.0 */
/* refused: form_make.h.*(No such file|file not found) */
#include "form_make.h"
