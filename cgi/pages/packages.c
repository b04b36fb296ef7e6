/* SPDX-License-Identifier: MPL-2.0 */
#include "packages.h"

#include <string.h>

#include "queries/submission_show.h"
#include "secret.h"

enum { WHY_MOST = 1000, A_DAY = 24 * 60 * 60 };

const char *
package_title(struct arena *a, const char *kind, const char *part)
{
	const char *title = sending_title(sending_of_word(kind));

	return strcmp(part, "EXTRA") == 0 ? arena_format(a, "%s, eftersendt", title) : title;
}

static const char *
hex_of(struct arena *a, struct bytes hash)
{
	return hash.at == NULL || hash.n != HASH_BYTES ? NULL : hash_hex(a, hash.at);
}

struct package_show
package_show_of(struct arena *a, const struct package_facts *f)
{
	enum sending_state state = sending_state_of(f->status);

	return (struct package_show){
		.reference = f->reference,
		.title = package_title(a, f->kind, f->part),
		.main_reference = f->main_reference,
		.state = sending_state_title(state),
		.mark = sending_state_mark(state),
		.ordered = f->ordered,
		.sent = f->sent,
		.superseded = f->superseded,
		.under_way = sending_is_under_way(state),
		.is_sent = f->sent.s != 0,
		.is_superseded = f->superseded.s != 0,
		.is_hindered = sending_is_under_way(state) && f->tries > 0,
		.is_extra = strcmp(f->part, "EXTRA") == 0,
		.is_late = sending_is_under_way(state) && f->ordered.s < f->now.s - A_DAY,
		.is_stopped = state == SENDING_STOPPED,
		.said = f->said,
		.next_try = f->next_try,
		.sha256 = hex_of(a, f->sha256),
		.pdf_sha256 = hex_of(a, f->pdf_sha256),
		.verify = url_of(a, "/verificer/%s", f->reference),
	};
}

static struct package_step
step_of(struct arena *a, const struct submission_steps *t)
{
	enum sending_state state = sending_state_of(t->status);

	return (struct package_step){ .title = sending_step_title(state),
		.mark = sending_state_mark(state),
		.by = t->by_name,
		.words = markup_of_lines(a, t->words),
		.has_words = t->words != NULL && t->words[0] != '\0' && state != SENDING_SENT,
		.at = t->at };
}

bool
package_fill(
    struct request *req, const struct subject *who, uint32_t submission, struct package_show *p)
{
	struct submission_steps *found;
	struct submission_files *files;
	struct package_step *steps;
	struct package_file *rows;

	if (submission_steps(req->db, who, submission, &found, &p->nsteps) != DB_ONE ||
	    submission_files(req->db, who, submission, &files, &p->nfiles) != DB_ONE)
		return false;
	steps = arena_array(req->arena, p->nsteps, sizeof *steps);
	for (size_t i = 0; i < p->nsteps; i++)
		steps[i] = step_of(req->arena, &found[i]);
	rows = arena_array(req->arena, p->nfiles, sizeof *rows);
	for (size_t i = 0; i < p->nfiles; i++)
		rows[i] = (struct package_file){ files[i].name, files[i].title,
			hash_hex(req->arena, files[i].sha256.at), files[i].size };
	p->steps = steps;
	p->files = rows;
	return true;
}

struct package_end_form
package_end_form_of(
    const struct form *form, enum sending_state state, bool by_doctor, struct url at)
{
	struct package_end_form f = {
		.stands = state == SENDING_SENT || (by_doctor && sending_is_under_way(state)),
		.may_reject = state == SENDING_SENT,
		.at = at,
		.reason =
		    field_of(form, "grund", "Hvorfor?", "Sekretariatet og lægen kan læse det."),
		.chosen = form_value(form, "hvad"),
		.choice_fault = form_fault(form, "hvad"),
	};

	f.reason.rows = 3;
	f.reason.most = WHY_MOST;
	return f;
}

const char *
package_end_of(const struct form *form, const char **words)
{
	const char *what = form_choice(form, "hvad", "traek", "afvist", NULL);

	*words = form_needed(form, "grund", WHY_MOST, "Skriv, hvorfor.");
	if (form_wrong(form))
		return NULL;
	return strcmp(what, "traek") == 0 ? "WITHDRAWN" : "REJECTED";
}
