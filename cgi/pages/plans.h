/* SPDX-License-Identifier: MPL-2.0
 *
 * Training plans as everybody sees them who may: where plan and talks of each element stand, and
 * the versions of a plan with their answers (R-PLA-01 … R-PLA-07).
 */
#ifndef PLANS_H
#define PLANS_H

#include "competencies.h"
#include "form.h"
#include "html.h"
#include "queries/plan.h"
#include "request.h"
#include "subject.h"
#include "talk_rule.h"

/* An element, and where plan and talks of it stand today. */
struct training_place {
	uint32_t element;
	const char *place, *stage;
	struct day since, last;
	bool coming, over;           /* not begun; ended */
	const char *main_supervisor; /* NULL: none, or the role has ended */
	enum plan_state state;
	const char *plan, *mark; /* the state's title and class */
	struct moment sent_at;
	bool has_sent;
	bool stale; /* older than the last talk */
	struct day due;
	bool late; /* due, and not sent */
	uint32_t held, needed;
	bool final_held;
	struct day talk_due; /* of the next talk that is needed; no day when all were held */
	bool talk_late;
	struct day next_on; /* the next planned talk; no day for none */
};

/* The elements of a doctor whose plan and talks this person may see, the latest first. */
const struct training_place *
training_places_of(struct request *, const struct subject *, uint32_t doctor, size_t *n);
/* The one that ?delforloeb= or a form's field of that name asks for, else the one of today, else the
 * latest; NULL when there is none, or that one is not among them. */
const struct training_place *training_place_asked_for(
    struct request *, const struct form *, const struct training_place *, size_t n);
/* Hovedvejleder, plan, talks of an element, as a list of facts. */
void training_place_facts(struct html *, const struct training_place *);

struct plan_section {
	const char *heading;
	struct markup text;
};
struct plan_goal {
	const char *number, *title;
};
struct plan_version {
	uint32_t id, element, number;
	const char *place;
	struct moment at;
	enum plan_state state; /* of this version */
	const char *title, *mark;
	bool latest; /* of its element */
	const struct plan_section *sections;
	size_t nsections;
	const struct plan_goal *goals;
	size_t ngoals;
	const char *file_name; /* NULL for none */
	uint32_t file_pages;
	struct url file;
	const char *answer; /* "Godkendt af …"; NULL while there is none */
	struct markup words;
	bool has_words;
};

/* All versions of the plans of a doctor within reach: of one element, or of all (0); newest first. */
const struct plan_version *plan_versions_of(
    struct request *, const struct subject *, const struct reached *, uint32_t element, size_t *n);
void plan_version_part(struct html *, const struct plan_version *);

/* Where a file of a plan or a talk lies for the one who asks. */
struct url talk_file_url(struct arena *, const struct subject *, uint32_t doctor, uint32_t file);

#endif
