/* SPDX-License-Identifier: MPL-2.0
 *
 * What would be sent to the authority, as one PDF: looked through before it is ordered.  It is not signed
 * and has no number.
 */
#include "export.h"
#include "package.h"
#include "sending.h"

void
own_preview(struct request *req, const struct subject *who)
{
	const enum sending_kind kind = sending_of_slug(path_text(req, "kind"));
	struct package_ask ask = {
		.kind = kind, .reference = "Udkast, ikke sendt", .employment = paper_employment
	};
	struct package p;

	if (kind == SENDING_KINDS) {
		answer_not_found(req, who);
		return;
	}
	p = package_make(req->db, who, subject_id(who), &ask);
	if (p.end == PACKAGE_MADE)
		reply_file(req, "application/pdf", REPLY_SHOW,
		    arena_format(req->arena, "Udkast %s.pdf", sending_title(kind)), p.pdf);
	else if (p.end == PACKAGE_NOT_THERE)
		answer_not_found(req, who);
	else
		answer_error(req, who, 409, "Udkastet kan ikke laves",
		    arena_format(req->arena, "%s Intet er sendt.", package_why(req->arena, &p)));
}
