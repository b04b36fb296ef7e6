/* SPDX-License-Identifier: MPL-2.0: what the files of this folder share. */
#ifndef SEND_PART_H
#define SEND_PART_H

#include "deliver.h"

struct delivery said(enum delivered, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Into a folder: path is without its ending slash. */
struct delivery lay_down(struct arena *, const char *path, const char *name, struct bytes);
/* By sftp:// or https://, with libcurl. */
struct delivery upload(struct arena *, const struct way *, const char *name, struct bytes);

#endif
