/* SPDX-License-Identifier: MPL-2.0
 *
 * "Kurser": what the doctor's training asks for, and certificates of courses that the system knows
 * nothing of (R-KUR-30).
 */
#include "own_courses.h"

#include <string.h>

#include "chain.h"
#include "queries/course_journal.h"
#include "queries/course_list.h"
#include "tell.h"

static struct course_places
own_places(struct arena *a)
{
	return (struct course_places){ url_local(a, "/logbog/kurser"),
		url_local(a, "/udskrift/kurser"), url_local(a, "/logbog/kursusbevis") };
}

static const struct course_list *
own_list(struct request *req, const struct subject *who)
{
	const struct course_places places = own_places(req->arena);

	return course_list_of(req, who, subject_id(who), &places);
}

void
courses(struct request *req, const struct subject *who)
{
	struct courses_view v = { .head = head_of(req, who, "Kurser"), .list = own_list(req, who) };

	if (v.list != NULL)
		courses_page(reply_html(req, 200), &v);
}

/* --- one course ----------------------------------------------------------------------------- */

/* The course, and those that count as it: which one the paper is of. */
static void
fill_choices(struct request *req, const struct form *form, struct course_view *v)
{
	struct arena *a = req->arena;
	struct course_equals *equals = NULL;
	struct paper_choice *choices;
	size_t n = 0;

	course_equals(req->db, req->today, &equals, &n);
	choices = arena_array(a, n + 1, sizeof *choices);
	choices[v->nchoices++] = (struct paper_choice){ v->row->course, v->row->name,
		form_has(form, "kursus", arena_format(a, "%u", v->row->course)), false };
	for (size_t i = 0; i < n; i++)
		if (equals[i].counts_as == v->row->course)
			choices[v->nchoices++] = (struct paper_choice){ equals[i].course,
				equals[i].name,
				form_has(form, "kursus", arena_format(a, "%u", equals[i].course)),
				true };
	v->choices = choices;
	v->choice_fault = form_fault(form, "kursus");
}

static bool
is_of_a_series(const struct course_line *row)
{
	return strcmp(row->kind, "SERIES") == 0;
}

static void
show(struct request *req, const struct subject *who, const struct form *form,
    const struct attached *kept, unsigned status)
{
	struct arena *a = req->arena;
	const struct course_places places = own_places(a);
	const struct course_list *list = own_list(req, who);
	struct course_view v = { .list = places.list, .faults = faults_of(a, form) };

	if (list == NULL || (v.row = course_line_of(list, path_u32(req, "course"))) == NULL ||
	    (v.story = course_story_of(req, who, subject_id(who),
	         v.row->of != 0 ? v.row->of : v.row->course, &places)) == NULL) {
		answer_not_found(req, who);
		return;
	}
	v.head = head_of(req, who, v.row->name);
	v.head.notice = notice_of(req, "sendt", "Kursusbeviset er sendt.", "trukket",
	    "Kursusbeviset er trukket tilbage.", NULL);
	v.send = url_of(a, "/logbog/kurser/%u/kursusbevis", v.row->course);
	v.withdraw = url_of(a, "/logbog/kurser/%u/fortryd", v.row->course);
	v.may_send = course_may_be_claimed(v.row->state) && !is_of_a_series(v.row);
	v.may_withdraw = v.row->state == COURSE_CLAIMED;
	fill_choices(req, form, &v);
	v.held_on = field_of(form, "dato", "Kursets sidste dag", "Som den står på beviset.");
	v.file = field_of(form, "bevis", kept == NULL ? "Kursusbevis" : "Et andet bevis i stedet",
	    attached_hint(req->arena));
	v.kept = kept == NULL ? 0 : kept->id;
	v.kept_name = kept == NULL ? NULL : kept->name;
	course_page(reply_html(req, status), &v);
}

void
course(struct request *req, const struct subject *who)
{
	show(req, who, NULL, NULL, 200);
}

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena, url_of(req->arena, "/logbog/kurser/%u", path_u32(req, "course")),
	        "besked", word));
}

/* --- sending -------------------------------------------------------------------------------- */

/* The course that the paper is of: the one of the page, or one that counts as it. */
static uint32_t
paper_course(struct request *req, const struct form *form, uint32_t course)
{
	uint32_t id = form_u32(form, "kursus", course);
	struct course_equals *equals = NULL;
	size_t n = 0;

	if (id == course)
		return id;
	course_equals(req->db, req->today, &equals, &n);
	for (size_t i = 0; i < n; i++)
		if (equals[i].course == id && equals[i].counts_as == course)
			return id;
	form_refuse(form, "kursus", "Vælg det kursus, der står på beviset.");
	return 0;
}

static void
read_day(struct request *req, const struct form *form, struct day *held_on)
{
	*held_on = form_day(form, "dato");
	if (day_is_none(*held_on))
		form_refuse(form, "dato", "Skriv kursets sidste dag, som den står på beviset.");
	else if (day_compare(*held_on, req->today) > 0)
		form_refuse(form, "dato", "Kurset er ikke slut endnu. Send beviset, når det er.");
	else if (held_on->year < 1970)
		form_refuse(form, "dato", "Året ser forkert ud. Skriv fire cifre.");
}

/* One sending at a time for each doctor: of two clicks the second waits here. */
static void
take_turn(struct request *req, const struct subject *who)
{
	chain_take(req->db, subject_id(who));
}

/* The course of the page, read once this sending has its turn; NULL where it has been answered: sent
 * already (a double click, another tab), or nothing to be sent for. */
static const struct course_line *
row_in_turn(struct request *req, const struct subject *who)
{
	const struct course_list *list;
	const struct course_line *row = NULL;

	take_turn(req, who);
	if ((list = own_list(req, who)) != NULL)
		row = course_line_of(list, path_u32(req, "course"));
	if (row == NULL || is_of_a_series(row))
		answer_not_found(req, who);
	else if (row->state == COURSE_CLAIMED)
		see(req, "sendt");
	else if (!course_may_be_claimed(row->state))
		answer_error(req, who, 409, "Kurset er allerede godkendt",
		    "Der skal ikke sendes noget bevis. Gå tilbage til Kurser.");
	else
		return row;
	return NULL;
}

static void
store(struct request *req, const struct subject *who, uint32_t course, uint32_t file,
    struct day held_on)
{
	if (claim_put(req->db, who, course, file, held_on) != DB_ONE) {
		answer_error(req, who, 409, "Kursusbeviset kunne ikke sendes",
		    "Kurset er godkendt, eller hører ikke til din uddannelse. Gå tilbage til Kurser.");
		return;
	}
	claim_tell(req->db, who, course, TOLD_SINCE(req->now));
	see(req, "sendt");
}

void
certificate_send(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t me = subject_id(who), of;
	const struct course_line *row = row_in_turn(req, who);
	struct attached file;
	struct day held_on;
	bool has;

	if (row == NULL)
		return;
	of = paper_course(req, form, row->course);
	read_day(req, form, &held_on);
	file = attached_of_form(req, who, form, "bevis", FILE_CERTIFICATE, me, &has);
	if (!has && form_fault(form, "bevis") == NULL)
		form_refuse(form, "bevis", "Vedhæft kursusbeviset.");
	if (has && !attached_store(req, who, FILE_CERTIFICATE, me, &file))
		answer_not_found(req, who);
	else if (form_wrong(form))
		show(req, who, form, has ? &file : NULL, 422);
	else
		store(req, who, of, file.id, held_on);
}

void
certificate_withdraw(struct request *req, const struct subject *who, const struct form *form)
{
	const struct course_list *list = own_list(req, who);
	const struct course_line *row =
	    list == NULL ? NULL : course_line_of(list, path_u32(req, "course"));

	(void)form;
	if (row == NULL) {
		answer_not_found(req, who);
		return;
	}
	if (claim_withdraw(req->db, who, row->of) == DB_ONE || row->state == COURSE_MISSING)
		see(req, "trukket");
	else
		answer_error(req, who, 409, "Kursusbeviset kan ikke trækkes tilbage",
		    "Det er besvaret. Gå tilbage til Kurser for at se svaret.");
}

void
certificate(struct request *req, const struct subject *who)
{
	(void)certificate_file_answer(req, who, subject_id(who));
}
