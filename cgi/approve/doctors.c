/* SPDX-License-Identifier: MPL-2.0
 *
 * The department's doctors, and the logbook of one of them.
 */
#include "approve.h"

#include "absence_rows.h"
#include "attestations.h"
#include "permission.h"
#include "queries/overview_here.h"
#include "trouble_rule.h"

/* The day on which the older of the attestations that wait was asked for. */
static struct day
asked_on(const struct overview_doctors *r)
{
	struct day time = { 0 }, goals = { 0 };

	if (attestation_state_of(r->time_status, r->time_basis) == ATTESTATION_REQUESTED)
		time = moment_day(r->time_at);
	if (attestation_state_of(r->goals_status, "ORDINARY") == ATTESTATION_REQUESTED)
		goals = moment_day(r->goals_at);
	if (day_is_none(time) || (!day_is_none(goals) && day_compare(goals, time) < 0))
		return goals;
	return time;
}

/* Where it is seen to. */
static struct url
way_of(struct arena *a, enum plight what, uint32_t doctor)
{
	switch (what) {
	case PLIGHT_UNATTESTED:
	case PLIGHT_ASKED:
	case PLIGHT_ATTEST:
		return url_local(a, "/vejleder/attestationer");
	case PLIGHT_WAITS:
		return url_local(a, "/vejleder/anmodninger");
	case PLIGHT_NO_MAIN:
		return url_local(a, "/vejleder/vejledere");
	case PLIGHT_DOUBT:
		return url_of(a, "/vejleder/laeger/%u/samtaler", doctor);
	case PLIGHT_ABSENCE:
		return url_of(a, "/vejleder/laeger/%u/fravaer", doctor);
	case PLIGHT_BEHIND:
	case PLIGHTS:
		break;
	}
	return approve_places(a, doctor).list;
}

/* All that says how absence stands in the department, as far as it is seen. */
struct absences {
	const struct absence_row *rows;
	size_t n;
};

static struct absences
absences_of(struct request *req, const struct subject *who)
{
	struct absence_here *found = NULL;
	struct absence_row *rows;
	size_t n = 0;

	if (absence_here(req->db, who, &found, &n) != DB_ONE)
		n = 0;
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct absence_row){ found[i].element,
			absence_row_kind_of(found[i].what), found[i].id, found[i].type,
			found[i].counts, found[i].since, found[i].until, found[i].was_since,
			found[i].was_until, (int)found[i].was_fraction, (int)found[i].fraction };
	return (struct absences){ rows, n };
}

static void
fill_plights(struct request *req, const struct subject *who, const struct overview_doctors *r,
    const struct absences *absences, struct doctor_row *row)
{
	const struct plight_facts facts = { .since = r->since,
		.until = r->until,
		.course_since = r->course_since,
		.course_until = r->course_until,
		.goals = r->goals,
		.approved = r->approved,
		.waiting = r->waiting,
		.oldest = moment_day(r->oldest),
		.attests = permission_has(ATTEST, subject_role(who)),
		.time = attestation_state_of(r->time_status, r->time_basis),
		.attest_goals = attestation_state_of(r->goals_status, "ORDINARY"),
		.asked = asked_on(r),
		.tells_main = permission_has(MAKE_SUPERVISORS, subject_role(who)),
		.has_main = r->has_main,
		.sees_absence = r->sees_absence,
		.absence = absence_standing_of(
		    req->arena, absences->rows, absences->n, r->element, r->since, r->until),
		.doubt = r->doubt_on };
	const struct plight_row *rows = plights_of(req->arena, &facts, req->today, &row->nplights);
	struct plight_line *lines = arena_array(req->arena, row->nplights, sizeof *lines);

	for (size_t i = 0; i < row->nplights; i++) {
		lines[i] = (struct plight_line){ rows[i].sentence,
			way_of(req->arena, rows[i].what, r->doctor) };
		row->weight = i == 0 ? rows[i].weight : row->weight;
	}
	row->plights = lines;
}

/* The most pressing first; those of whom there is nothing to say stay in the order of names. */
static void
sort_rows(struct doctor_row *rows, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct doctor_row row = rows[i];
		size_t k = i;

		for (; k > 0 && rows[k - 1].weight < row.weight; k--)
			rows[k] = rows[k - 1];
		rows[k] = row;
	}
}

/* Those of today stand before those who left lately. */
static void
fill_reached(struct request *req, const struct subject *who, struct doctors_view *v)
{
	const struct absences absences = absences_of(req, who);
	struct overview_doctors *here = NULL;
	struct doctor_row *rows;
	size_t n = 0;

	overview_doctors(req->db, who, &here, &n);
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++) {
		v->nnow += here[i].is_now;
		rows[i] = (struct doctor_row){
			.name = here[i].name,
			.stage = attest_stage(req->arena, here[i].stage, here[i].specialty),
			.since = here[i].since,
			.until = day_add(here[i].until, -1),
			.approved = here[i].approved,
			.goals = here[i].goals,
			.at = approve_places(req->arena, here[i].doctor).list,
		};
		fill_plights(req, who, &here[i], &absences, &rows[i]);
		v->pressing += rows[i].nplights > 0;
	}
	v->now = rows;
	v->left = rows + v->nnow;
	v->nleft = n - v->nnow;
	sort_rows(rows, v->nnow);
	sort_rows(rows + v->nnow, v->nleft);
}

static void
fill_coming(struct request *req, const struct subject *who, struct doctors_view *v)
{
	struct doctors_coming *coming = NULL;
	struct doctor_row *rows;

	doctors_coming(req->db, who, &coming, &v->ncoming);
	rows = arena_array(req->arena, v->ncoming, sizeof *rows);
	for (size_t i = 0; i < v->ncoming; i++)
		rows[i] = (struct doctor_row){
			.name = coming[i].name,
			.since = coming[i].since,
			.until = day_add(coming[i].until, -1),
		};
	v->coming = rows;
}

void
doctors(struct request *req, const struct subject *who)
{
	struct doctors_view v = { .head = head_of(req, who, "Mine læger"),
		.here = approve_here(req, who) };

	fill_reached(req, who, &v);
	fill_coming(req, who, &v);
	doctors_page(reply_html(req, 200), &v);
}

void
doctor_competencies(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_view v = { .back = url_local(req->arena, "/vejleder/laeger"),
		.back_label = "Mine læger" };
	struct places places;

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	places = approve_places(req->arena, doctor->doctor);
	v.head = head_of(req, who, arena_format(req->arena, "Kompetencer: %s", doctor->name));
	if ((v.list = competency_list_of(req, who, doctor, &places)) == NULL)
		answer_not_found(req, who);
	else
		doctor_list_page(reply_html(req, 200), &v);
}

void
doctor_letter(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct letter_content row = { 0 };

	if (letter_content(req->db, who, doctor, path_u32(req, "letter"), &row) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	reply_file(req, row.type, REPLY_SHOW, row.name, row.bytes);
}
