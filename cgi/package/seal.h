/* SPDX-License-Identifier: MPL-2.0
 *
 * What tells of the files of a package: index.json for machines, and manifest.json, of which each file can
 * be proved.  Their formats are published in schema/seed/package.
 */
#ifndef SEAL_H
#define SEAL_H

#include "parts.h"

struct seal {
	const char *kind;        /* "stps", "logbog" */
	const char *reference;   /* NULL: none */
	const char *supplements; /* the reference of the package that it adds to; NULL: none */
	uint32_t key;            /* that signs the manifest; 0: none */
	struct moment made;
};

/* With its hash. */
struct package_file
seal_file(struct arena *, const char *name, const char *title, const char *type, struct bytes);
/* "filer/02-tillaegsaftale.pdf": nothing of the doctor, and no letter that a file system minds. */
const char *seal_name(struct arena *, size_t nth, const char *kind, const char *type);

struct bytes seal_index(const struct parts *, const struct package_file *, size_t n);
struct bytes
seal_manifest(struct arena *, const struct seal *, const struct package_file *, size_t n);

/* The ZIP of the files with their manifest, signed with the key of the seal.  False when there is no room. */
bool seal_zip(struct arena *, const struct seal *, struct bytes manifest,
    const struct package_file *, size_t n, struct signature *, struct bytes *zip);

#endif
