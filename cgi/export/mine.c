/* SPDX-License-Identifier: MPL-2.0
 *
 * Everything of mine (R-ARK-04): the doctor takes the whole logbook along, whenever they want.
 */
#include "export.h"
#include "log.h"
#include "whole.h"

static void
answer_broken(struct request *req, const struct subject *who, const char *bad)
{
	log_warn("a file of the logbook is not what was given, reference %s", req->reference);
	answer_error(req, who, 500, "Logbogen kan ikke hentes samlet",
	    arena_format(req->arena,
	        "Filen %s kan ikke læses, som den blev lagt op, og uden den ville det hele ikke være "
	        "helt. Kontakt hjælpen.",
	        bad));
}

static void
answer_large(struct request *req, const struct subject *who)
{
	answer_error(req, who, 413, "Logbogen er for stor til at hentes på én gang",
	    arena_format(req->arena,
	        "Filerne fylder mere end %d MB. Hent dem enkeltvis under Filer, og resten som "
	        "udskrifter, eller kontakt hjælpen.",
	        WHOLE_MOST_MB));
}

void
all_of_mine(struct request *req, const struct subject *who)
{
	const char *bad = NULL;
	struct bytes zip;
	struct paper p;

	if (!paper_for(req, who, subject_id(who), &p))
		return;
	switch (whole_make(&p, &zip, &bad)) {
	case WHOLE_MADE:
		reply_file(req, "application/zip", REPLY_SAVE,
		    arena_format(
		        req->arena, "Logbog %s %s.zip", p.name, day_iso(req->arena, req->today)),
		    zip);
		return;
	case WHOLE_TOO_LARGE:
		answer_large(req, who);
		return;
	case WHOLE_BROKEN:
		answer_broken(req, who, bad);
		return;
	case WHOLE_ROOM:
		answer_error(req, who, 503, "Logbogen kan ikke hentes lige nu",
		    "Der er ikke plads på serveren. Prøv igen om lidt.");
		return;
	case WHOLE_DATABASE:
		return;
	}
}
