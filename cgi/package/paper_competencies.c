/* SPDX-License-Identifier: MPL-2.0 */
#include "card.h"
#include "competency_report.h"
#include "paper.h"
#include "queries/card.h"

/* Everything that the print holds; false when the database failed or the doctor is gone. */
static bool
gather(const struct paper *p, const struct reached *doctor, struct competency_facts *f)
{
	struct competencies_now *now;
	struct merits_of_doctor *merits;
	struct merit_links *links;
	struct letters_of_doctor *letters;
	struct decisions_of_doctor *decisions;
	struct notes_shared *notes;

	if (competencies_now(p->db, p->who, p->doctor, &now, &f->nnow) != DB_ONE ||
	    merits_of_doctor(p->db, p->who, p->doctor, &merits, &f->nmerits) != DB_ONE ||
	    merit_links(p->db, p->who, p->doctor, &links, &f->nlinks) != DB_ONE ||
	    letters_of_doctor(p->db, p->who, p->doctor, &letters, &f->nletters) != DB_ONE ||
	    decisions_of_doctor(p->db, p->who, p->doctor, &decisions, &f->ndecisions) != DB_ONE ||
	    notes_shared(p->db, p->who, p->doctor, &notes, &f->nnotes) != DB_ONE)
		return false;
	f->courses = doctor->rows;
	f->ncourses = doctor->n;
	f->name = p->name;
	f->auth_id = p->auth_id;
	f->cpr = p->cpr;
	f->printed = p->printed;
	f->now = now;
	f->merits = merits;
	f->links = links;
	f->letters = letters;
	f->decisions = decisions;
	f->notes = notes;
	return true;
}

/* How many approved cards of that list there are, and whether it has any at all. */
static bool
count_cards(const struct paper *p, struct competency_facts *f)
{
	struct card_templates *templates;
	struct cards_of_doctor *cards;
	size_t ntemplates, n;

	if (card_templates(p->db, f->list->id, &templates, &ntemplates) != DB_ONE ||
	    cards_of_doctor(p->db, p->who, p->doctor, &cards, &n) != DB_ONE)
		return false;
	f->has_cards = ntemplates > 0;
	for (size_t i = 0; i < n; i++)
		for (size_t t = 0; t < ntemplates; t++)
			f->ncards += cards[i].template == templates[t].id &&
			    card_state_of(cards[i].status) == CARD_APPROVED;
	return true;
}

const struct report *
paper_competencies(const struct paper *p, const struct reached *doctor,
    const struct curriculum_list *list, const char *part, bool letters)
{
	struct competency_facts f = { .list = list, .part = part, .letters_elsewhere = !letters };

	if (!gather(p, doctor, &f) || !count_cards(p, &f))
		return NULL;
	return competency_report(p->arena, &f);
}
