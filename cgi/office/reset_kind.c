/* SPDX-License-Identifier: MPL-2.0
 *
 * What can be reset: for each kind what there is, how it is struck, where the doctor sees it.  One
 * more kind is one more row here, and its three functions.
 */
#include <string.h>

#include "attested.h"
#include "audit.h"
#include "packages_office.h"
#include "reset.h"
#include "tell.h"

static const char *
rests_nothing(struct request *req, const struct subject *who, uint32_t doctor, uint32_t row)
{
	(void)req;
	(void)who;
	(void)doctor;
	(void)row;
	return NULL;
}

/* The attestations of goals that rest on that approval, or on those of that merit. */
static const char *
rests_goals(struct request *req, const struct subject *who, uint32_t doctor,
    const uint32_t *approval, const uint32_t *merit)
{
	struct text t = { .arena = req->arena };
	struct reset_rests *rows;
	size_t n;

	if (reset_rests(req->db, who, doctor, approval, merit, &rows, &n) != DB_ONE)
		return NULL;
	for (size_t i = 0; i < n; i++)
		text_format(&t, "%sAttestation for læringsmål, %s, %s, %s", i == 0 ? "" : "\n",
		    rows[i].place, day_text(req->arena, moment_day(rows[i].at)), rows[i].by_name);
	return n == 0 ? NULL : t.at;
}

/* --- what is listed alike --------------------------------------------------------------- */

static const char *
as_it_is(const char *about)
{
	return about;
}

/* about is said by say. */
static struct reset_thing *
things_of(struct arena *a, const struct reset_approvals *rows, size_t n,
    const char *(*say)(const char *about))
{
	struct reset_thing *things = arena_array(a, n, sizeof *things);

	for (size_t i = 0; i < n; i++)
		things[i] = (struct reset_thing){
			.id = rows[i].id,
			.title = rows[i].title,
			.about = say(rows[i].about),
			.by = rows[i].by_name,
			.role = role_title(role_of_word(rows[i].as_role)),
			.place = rows[i].place,
			.by_person = rows[i].by_person,
			.unit = rows[i].has_unit ? rows[i].unit : 0,
			.at = rows[i].at,
		};
	return things;
}

/* --- competencies approved in the ordinary way -------------------------------------------- */

static bool
approvals_list(struct request *req, const struct subject *who, uint32_t doctor,
    struct reset_thing **things, size_t *n)
{
	struct reset_approvals *rows;

	if (reset_approvals(req->db, who, doctor, &rows, n) != DB_ONE)
		return false;
	*things = things_of(req->arena, rows, *n, as_it_is);
	return true;
}

static bool
approval_strike(
    struct request *req, const struct subject *who, uint32_t doctor, uint32_t row, uint32_t reset)
{
	if (approval_reset(req->db, who, doctor, row, reset) != DB_ONE)
		return false;
	attested_approval_reset(req->db, row, req->now, req->today);
	return true;
}

static const char *
approval_rests(struct request *req, const struct subject *who, uint32_t doctor, uint32_t row)
{
	return rests_goals(req, who, doctor, &row, NULL);
}

static struct url
approval_seen_at(struct arena *a, uint32_t row)
{
	(void)row;
	return url_local(a, "/logbog/kompetencer");
}

/* --- a course ----------------------------------------------------------------------------- */

static bool
course_strike(
    struct request *req, const struct subject *who, uint32_t doctor, uint32_t row, uint32_t reset)
{
	return course_reset(req->db, who, doctor, row, reset) == DB_ONE;
}

static const char *
course_rests(struct request *req, const struct subject *who, uint32_t doctor, uint32_t row)
{
	struct text t = { .arena = req->arena };
	struct reset_rests_series *rows;
	size_t n;

	if (reset_rests_series(req->db, who, doctor, row, &rows, &n) != DB_ONE)
		return NULL;
	for (size_t i = 0; i < n; i++)
		text_format(&t, "%s%s, %s, %s", i == 0 ? "" : "\n", rows[i].name,
		    day_text(req->arena, moment_day(rows[i].at)), rows[i].by_name);
	return n == 0 ? NULL : t.at;
}

/* --- merits, with all that they cover ----------------------------------------------------- */

static const char *
merit_title(struct arena *a, const struct reset_merits *m)
{
	const char *grounds = m->note != NULL && m->letter_name != NULL ? "notat og meritbrev"
	    : m->note != NULL                                           ? "notat"
	                                                                : "meritbrev";

	return arena_format(a, "Merit af %s (%s)", day_text(a, moment_day(m->at)), grounds);
}

static const char *
goes_with(struct arena *a, const char *goals, const char *courses)
{
	if (goals == NULL || courses == NULL)
		return goals == NULL ? courses : goals;
	return arena_format(a, "%s\n%s", goals, courses);
}

static bool
merits_list(struct request *req, const struct subject *who, uint32_t doctor,
    struct reset_thing **things, size_t *n)
{
	struct reset_merits *rows;

	if (reset_merits(req->db, who, doctor, &rows, n) != DB_ONE)
		return false;
	*things = arena_array(req->arena, *n, sizeof **things);
	for (size_t i = 0; i < *n; i++)
		(*things)[i] = (struct reset_thing){
			.id = rows[i].id,
			.title = merit_title(req->arena, &rows[i]),
			.goes_with = goes_with(req->arena, rows[i].goals, rows[i].courses),
			.by = rows[i].by_name,
			.role = role_title(role_of_word(rows[i].as_role)),
			.place = rows[i].place,
			.by_person = rows[i].by_person,
			.at = rows[i].at,
		};
	return true;
}

static bool
merit_courses_strike(
    struct request *req, const struct subject *who, uint32_t doctor, uint32_t merit, uint32_t reset)
{
	struct reset_merit_courses *courses;
	size_t n;

	if (reset_merit_courses(req->db, who, doctor, merit, &courses, &n) != DB_ONE)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!course_strike(req, who, doctor, courses[i].record, reset))
			return false;
	return true;
}

static bool
merit_strike(
    struct request *req, const struct subject *who, uint32_t doctor, uint32_t row, uint32_t reset)
{
	struct reset_merit_goals *goals;
	size_t n;

	if (reset_merit_goals(req->db, who, doctor, row, &goals, &n) != DB_ONE)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!approval_strike(req, who, doctor, goals[i].approval, reset))
			return false;
	return merit_courses_strike(req, who, doctor, row, reset);
}

/* Attestations of goals, and overall approvals of courses. */
static const char *
merit_rests(struct request *req, const struct subject *who, uint32_t doctor, uint32_t row)
{
	const char *rests = rests_goals(req, who, doctor, NULL, &row);
	struct reset_merit_courses *courses;
	size_t n;

	if (reset_merit_courses(req->db, who, doctor, row, &courses, &n) != DB_ONE)
		return rests;
	for (size_t i = 0; i < n; i++) {
		const char *more = course_rests(req, who, doctor, courses[i].record);

		if (more != NULL && (rests == NULL || strstr(rests, more) == NULL))
			rests = goes_with(req->arena, rests, more);
	}
	return rests;
}

static struct url
merit_seen_at(struct arena *a, uint32_t row)
{
	(void)row;
	return url_local(a, "/logbog/notater");
}

/* --- attestations ------------------------------------------------------------------------- */

static bool
attestations_list(struct request *req, const struct subject *who, uint32_t doctor,
    struct reset_thing **things, size_t *n)
{
	struct arena *a = req->arena;
	struct reset_attestations *rows;

	if (reset_attestations(req->db, who, doctor, &rows, n) != DB_ONE)
		return false;
	*things = arena_array(a, *n, sizeof **things);
	for (size_t i = 0; i < *n; i++)
		(*things)[i] = (struct reset_thing){
			.id = rows[i].id,
			.title = arena_format(a, "%s, %s",
			    rows[i].goals ? "Attestation for læringsmål" : "Attestation for tid",
			    rows[i].unit_place),
			.about = arena_format(a, "%s – %s", day_text(a, rows[i].since),
			    day_text(a, day_add(rows[i].until, -1))),
			.by = rows[i].by_name,
			.role = role_title(role_of_word(rows[i].as_role)),
			.place = rows[i].place,
			.by_person = rows[i].by_person,
			.unit = rows[i].unit,
			.at = rows[i].at,
		};
	return true;
}

static bool
attestation_strike(
    struct request *req, const struct subject *who, uint32_t doctor, uint32_t row, uint32_t reset)
{
	return attestation_reset(req->db, who, doctor, row, reset) == DB_ONE;
}

static struct url
attestation_seen_at(struct arena *a, uint32_t row)
{
	(void)row;
	return url_local(a, "/logbog/attestationer");
}

/* --- courses, and their overall approvals ------------------------------------------------- */

static const char *
course_basis(const char *kind)
{
	if (strcmp(kind, "OTHER_BASIS") == 0)
		return "Godkendt på andet grundlag";
	if (strcmp(kind, "MERIT") == 0)
		return "Merit";
	return strcmp(kind, "PAPER_VERIFIED") == 0 ? "Verificeret kursusbevis" : "Godkendt";
}

static bool
courses_list(struct request *req, const struct subject *who, uint32_t doctor,
    struct reset_thing **things, size_t *n)
{
	struct reset_approvals *rows;

	if (reset_courses(req->db, who, doctor, &rows, n) != DB_ONE)
		return false;
	*things = things_of(req->arena, rows, *n, course_basis);
	return true;
}

static struct url
course_seen_at(struct arena *a, uint32_t row)
{
	(void)row;
	return url_local(a, "/logbog/kurser");
}

/* --- parts of research training -------------------------------------------------------------- */

static const char *
research_basis(const char *kind)
{
	if (strcmp(kind, "OTHER_BASIS") == 0)
		return "Godkendt på andet grundlag";
	return strncmp(kind, "DISPENSATION", 12) == 0 ? "Dispensation" : "Godkendt";
}

static bool
researches_list(struct request *req, const struct subject *who, uint32_t doctor,
    struct reset_thing **things, size_t *n)
{
	struct reset_approvals *rows;

	if (reset_researches(req->db, who, doctor, &rows, n) != DB_ONE)
		return false;
	*things = things_of(req->arena, rows, *n, research_basis);
	return true;
}

static bool
research_strike(
    struct request *req, const struct subject *who, uint32_t doctor, uint32_t row, uint32_t reset)
{
	return research_reset(req->db, who, doctor, row, reset) == DB_ONE;
}

static const char *
research_rests(struct request *req, const struct subject *who, uint32_t doctor, uint32_t row)
{
	struct reset_rests_research over = { 0 };

	if (reset_rests_research(req->db, who, doctor, row, &over) != DB_ONE)
		return NULL;
	return arena_format(req->arena, "%s, %s, %s", over.title,
	    day_text(req->arena, moment_day(over.at)), over.by_name);
}

static struct url
research_seen_at(struct arena *a, uint32_t row)
{
	(void)row;
	return url_local(a, "/logbog/forskningstraening");
}

/* --- the table ---------------------------------------------------------------------------- */

const struct reset_kind reset_kinds[] = {
	{ "APPROVAL", "kompetence", "Kompetencer", "Kompetence", approvals_list, approval_strike,
	    approval_rests, approval_seen_at },
	{ "ATTESTATION", "attestation", "Attestationer", "Attestation", attestations_list,
	    attestation_strike, rests_nothing, attestation_seen_at },
	{ "COURSE", "kursus", "Kurser", "Kursus", courses_list, course_strike, course_rests,
	    course_seen_at },
	{ "RESEARCH", "forskning", "Forskningstræning", "Del af forskningstræningen",
	    researches_list, research_strike, research_rests, research_seen_at },
	{ "MERIT", "merit", "Merit", "Merit", merits_list, merit_strike, merit_rests,
	    merit_seen_at },
};
const size_t reset_kinds_n = sizeof reset_kinds / sizeof reset_kinds[0];

const struct reset_kind *
reset_kind_of_word(const char *word)
{
	for (size_t i = 0; i < reset_kinds_n; i++)
		if (strcmp(reset_kinds[i].word, word) == 0)
			return &reset_kinds[i];
	return NULL;
}

const struct reset_kind *
reset_kind_of_slug(const char *slug)
{
	for (size_t i = 0; i < reset_kinds_n; i++)
		if (strcmp(reset_kinds[i].slug, slug) == 0)
			return &reset_kinds[i];
	return NULL;
}

const struct reset_thing *
reset_thing_of(struct request *req, const struct subject *who, uint32_t doctor,
    const struct reset_kind *kind, uint32_t row)
{
	struct reset_thing *things;
	size_t n;

	if (kind == NULL || row == 0 || !kind->list(req, who, doctor, &things, &n))
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (things[i].id == row)
			return &things[i];
	return NULL;
}

static void
tell_everybody(struct request *req, const struct subject *who, uint32_t doctor,
    const struct reset_kind *kind, const struct reset_thing *thing)
{
	struct url seen = kind->seen_at(req->arena, thing->id);

	tell_notice(req->db, doctor, NOTICE_RESET, 0, "", seen.text, req->now);
	if (thing->by_person != subject_id(who))
		tell_notice(req->db, thing->by_person, NOTICE_RESET_OF, doctor, "", "", req->now);
	reset_tell_leaders(
	    req->db, who, doctor, thing->unit == 0 ? NULL : &thing->unit, thing->by_person);
}

bool
reset_carry_out(struct request *req, const struct subject *who, uint32_t doctor,
    const struct reset_kind *kind, const struct reset_thing *thing)
{
	const uint32_t reset = db_inserted(req->db);

	if (!kind->strike(req, who, doctor, thing->id, reset))
		return false;
	audit(req->db, who, "reset", "reset", reset,
	    arena_format(req->arena, "%s %u", kind->word, thing->id));
	tell_everybody(req, who, doctor, kind, thing);
	packages_tell_reset(
	    req, who, doctor, &(struct package_part){ kind->word, thing->id, thing->at });
	return true;
}
