/* SPDX-License-Identifier: MPL-2.0
 *
 * Report × form → bytes.  A print is whole or is not made: what could not be drawn is named.
 */
#include "export.h"

#include <string.h>

#include "log.h"

struct form_of {
	const char *ending, *type;
	enum report_fault (*make)(
	    struct arena *, const struct report *, struct bytes *, size_t *bad);
};

static enum report_fault
make_xlsx(struct arena *a, const struct report *r, struct bytes *out, size_t *bad)
{
	(void)bad;
	return xlsx_of(a, r, out);
}

static enum report_fault
make_json(struct arena *a, const struct report *r, struct bytes *out, size_t *bad)
{
	(void)bad;
	return json_of(a, r, out);
}

static const struct form_of forms[] = {
	{ ".pdf", "application/pdf", pdf_of },
	{ ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", make_xlsx },
	{ ".json", "application/json", make_json },
};

static const struct form_of *
form_asked_for(const struct request *req)
{
	const char *ending = strrchr(req->path, '.');

	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
		if (ending != NULL && strcmp(forms[i].ending, ending) == 0)
			return &forms[i];
	return &forms[0];
}

void
deliver(struct request *req, const struct subject *who, const struct report *r, const char *name)
{
	const struct form_of *form = form_asked_for(req);
	struct bytes out = { 0 };
	size_t bad = 0;

	switch (form->make(req->arena, r, &out, &bad)) {
	case REPORT_FINE:
		reply_file(req, form->type, REPLY_SAVE,
		    arena_format(req->arena, "%s%s", name, form->ending), out);
		return;
	case REPORT_APPENDIX:
		log_warn("a letter cannot be drawn: %s, reference %s", r->appendices[bad].sha256,
		    req->reference);
		answer_error(req, who, 500, "Udskriften kan ikke laves",
		    arena_format(req->arena,
		        "%s kan ikke læses, og en udskrift uden det ville være ufuldstændig. "
		        "Kontakt videreuddannelsessekretariatet.",
		        r->appendices[bad].title));
		return;
	case REPORT_ROOM:
		log_warn("no room to make a report, reference %s", req->reference);
		answer_error(req, who, 503, "Udskriften kan ikke laves lige nu",
		    "Der er ikke plads på serveren. Prøv igen om lidt.");
		return;
	}
}
