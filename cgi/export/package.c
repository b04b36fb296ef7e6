/* SPDX-License-Identifier: MPL-2.0
 *
 * A frozen package, fetched again by the doctor exactly as it was frozen.
 */
#include "export.h"

#include <string.h>

#include "log.h"
#include "queries/submission_package.h"
#include "secret.h"

/* All pieces, held against the hash of the freezing; .at NULL when they are not those bytes. */
static struct bytes
bytes_of(struct request *req, const struct subject *who, uint32_t id,
    const struct submission_of_package *p)
{
	unsigned char *at = arena_take(req->arena, p->size);
	struct submission_package_piece piece = { 0 };
	struct hash h;
	size_t n = 0;

	for (uint32_t i = 0; n < p->size; i++) {
		if (submission_package_piece(req->db, who, id, i, &piece) != DB_ONE ||
		    piece.bytes.n > p->size - n)
			return (struct bytes){ 0 };
		memcpy(at + n, piece.bytes.at, piece.bytes.n);
		n += piece.bytes.n;
	}
	h = hash_sha256(at, n);
	if (p->sha256.n != sizeof h.bytes || memcmp(p->sha256.at, h.bytes, sizeof h.bytes) != 0)
		return (struct bytes){ 0 };
	return (struct bytes){ at, n };
}

void
own_package(struct request *req, const struct subject *who)
{
	const uint32_t id = path_u32(req, "submission");
	struct submission_of_package p = { 0 };
	struct bytes zip;

	if (submission_of_package(req->db, who, id, &p) != DB_ONE || !p.has_size) {
		answer_not_found(req, who);
		return;
	}
	if (p.elsewhere) {
		answer_error(req, who, 404, "Pakken ligger i det system, den blev sendt fra",
		    "Logbogen er flyttet hertil, efter at pakken blev sendt. Dens kontrolsum og kvittering "
		    "er med, dens indhold er ikke.");
		return;
	}
	zip = bytes_of(req, who, id, &p);
	if (zip.at != NULL) {
		reply_file(req, "application/zip", REPLY_SAVE,
		    arena_format(req->arena, "%s.zip", p.reference), zip);
		return;
	}
	if (db_failed(req->db) != DB_ONE)
		return;
	log_warn("the frozen package %u is not what was frozen: run logbook-audit verify", id);
	answer_error(req, who, 500, "Pakken kan ikke hentes",
	    "Dens indhold er ikke det, der blev låst. Hjælpen har fået besked. Kvitteringen gælder stadig.");
}
