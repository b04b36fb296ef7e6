/* SPDX-License-Identifier: MPL-2.0
 *
 * One order to Styrelsen for Patientsikkerhed as its doctor and the secretariat see it: where it stands,
 * its story, what lies in it with hashes, and the form that records how it ended.
 */
#ifndef PACKAGES_H
#define PACKAGES_H

#include "page.h"
#include "reply.h"
#include "request.h"
#include "sending.h"
#include "subject.h"

struct package_step {
	const char *title, *mark;
	const char *by;
	struct markup words;
	bool has_words;
	struct moment at;
};
struct package_file {
	const char *name, *title, *sha256;
	uint32_t size;
};

/* What is known of it, in whichever words the statement has. */
struct package_facts {
	const char *reference, *kind, *part, *main_reference, *status, *said;
	struct moment ordered, built, sent, next_try, superseded;
	uint32_t tries;
	struct bytes sha256, pdf_sha256; /* .at NULL: not frozen yet */
	struct moment now;
};

struct package_show {
	const char *reference, *title, *main_reference; /* the last is NULL for a main package */
	const char *state, *mark;
	struct moment ordered, sent, superseded;
	bool under_way, is_sent, is_superseded, is_hindered, is_extra, is_stopped;
	bool is_late;     /* under way for more than a day: those who see to it were told */
	const char *said; /* what hindered it last */
	struct moment next_try;
	const char *sha256, *pdf_sha256; /* NULL: not frozen yet */
	const struct package_step *steps;
	size_t nsteps;
	const struct package_file *files;
	size_t nfiles;
	struct url verify;
};

/* Without steps and files.  What the receiver's machine said is for those who run the site. */
struct package_show package_show_of(struct arena *, const struct package_facts *);
/* Its steps and files, of an order within reach.  False when the database failed. */
bool
package_fill(struct request *, const struct subject *, uint32_t submission, struct package_show *);
/* "Tilladelse til selvstændigt virke, eftersendt" */
const char *package_title(struct arena *, const char *kind, const char *part);

void package_now_part(struct html *, const struct package_show *);
void package_content_part(struct html *, const struct package_show *);
void package_story_part(struct html *, const struct package_show *);

/* The form that says that it was withdrawn, or that the authority has rejected it. */
struct package_end_form {
	bool stands;
	bool may_reject;
	struct url at;
	struct field reason;
	const char *chosen;
	const char *choice_fault;
};
/* form may be NULL. */
struct package_end_form
package_end_form_of(const struct form *, enum sending_state, bool by_doctor, struct url at);
/* The database's word and why; NULL when the form is at fault, which is noted at its fields. */
const char *package_end_of(const struct form *, const char **words);
void package_end_part(struct html *, const struct head *, const struct package_end_form *);

#endif
