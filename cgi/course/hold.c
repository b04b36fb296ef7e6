/* SPDX-License-Identifier: MPL-2.0
 *
 * A hold: who takes part, and the whole of it approved with its exceptions.  The page shows rows of
 * the doctors' logbooks, so each is recorded as looked into.
 */
#include "course.h"

#include <string.h>

#include "audit.h"
#include "notice.h"
#include "training_words.h"

/* "s17": the field of that participant. */
static const char *
field_name(struct arena *a, char letter, uint32_t doctor)
{
	return arena_format(a, "%c%u", letter, doctor);
}

static const char *
typed(struct arena *a, const struct form *form, char letter, uint32_t doctor, const char *otherwise)
{
	const char *value = form_value(form, field_name(a, letter, doctor));

	return value[0] == '\0' ? otherwise : value;
}

static struct seat_row
seat_of(struct request *req, const struct form *form, const struct run_mine *run,
    const struct seats_of *s)
{
	struct arena *a = req->arena;
	struct seat_row r = { .doctor = s->doctor,
		.name = s->name,
		.auth_id = s->auth_id,
		.stage = s->stage == NULL ? "" : stage_title(s->stage),
		.since = s->since,
		.last = day_is_none(s->until) ? s->until : day_add(s->until, -1),
		.state = course_state_of(s->status, s->kind),
		.here = s->here,
		.said = s->status != NULL,
		.absent = s->has_absent ? s->absent : 0,
		.half_days = course_half_days(s->has_absent ? s->absent : 0),
		.words = s->words,
		.by = s->by_name,
		.on = s->status == NULL ? (struct day){ 0 } : moment_day(s->at) };

	r.title = course_state_title(r.state);
	r.mark = course_mark(r.state);
	r.done = course_is_done(r.state);
	r.wait = form_has(form, field_name(a, 's', s->doctor), "vent");
	r.not_passed = form_has(form, field_name(a, 's', s->doctor), "ikke");
	r.absent_typed = typed(a, form, 'f', s->doctor, "0");
	r.words_typed = typed(a, form, 'g', s->doctor, "");
	r.fault = form_fault(form, field_name(a, 's', s->doctor));
	r.nwarnings = course_warnings(run->has_last_part ? run->last_part : 0, s->hu_until,
	    run->needs, s->has_before, run->since, r.warnings);
	return r;
}

static void
fill_seats(struct request *req, const struct subject *who, const struct form *form,
    const struct run_mine *run, struct hold_view *v)
{
	struct seats_of *rows = NULL;
	struct seat_row *out;

	seats_of(req->db, who, run->id, &rows, &v->n);
	out = arena_array(req->arena, v->n, sizeof *out);
	for (size_t i = 0; i < v->n; i++) {
		looked_into(req, rows[i].doctor);
		out[i] = seat_of(req, form, run, &rows[i]);
		v->open += !out[i].done;
	}
	v->seats = out;
}

void
hold_show(struct request *req, const struct subject *who, const struct form *form,
    struct hold_view *v, unsigned status)
{
	struct arena *a = req->arena;
	struct run_mine run = { 0 };
	uint32_t id = path_u32(req, "hold");

	if (run_mine(req->db, who, id, &run) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	v->head = head_of(req, who, arena_format(a, "%s, hold %s", run.course_name, run.name));
	if (v->head.notice == NULL)
		v->head.notice = notice_of(req, "oprettet",
		    "Holdet er oprettet. Sæt deltagerne på.", "tilfoejet",
		    "Deltageren er sat på holdet.", "indsat", "Deltagerne er sat på holdet.", "ud",
		    "Deltageren er taget af holdet.", "godkendt", "Det er gemt.", "nogle",
		    "Nogle var allerede besvaret og er ikke ændret. Se listen. Resten er gemt.",
		    NULL);
	v->course = url_of(a, "/kurser/mine/%u", run.course);
	v->add = url_of(a, "/kurser/hold/%u/deltager", id);
	v->read = url_of(a, "/kurser/hold/%u/fil", id);
	v->fill = url_of(a, "/kurser/hold/%u/deltagere", id);
	v->take_out = url_of(a, "/kurser/hold/%u/ud", id);
	v->decide = url_of(a, "/kurser/hold/%u/godkend", id);
	v->xlsx = url_local(a, arena_format(a, "/udskrift/hold/%u/deltagere.xlsx", id));
	v->course_name = run.course_name;
	v->place = run.place;
	v->since = run.since;
	v->last = day_add(run.until, -1);
	v->hours = run.hours;
	v->whole = run.whole;
	v->absence_most = course_absence_most(run.hours, run.whole);
	v->over = day_compare(req->today, v->last) >= 0;
	fill_seats(req, who, form, &run, v);
	v->who = field_of(form, "q", "E-mail, autorisations-id eller CPR-nummer",
	    "Hele adressen eller hele nummeret.");
	v->who.most = 254;
	v->file = field_of(form, "fil", "Deltagerliste (CSV)",
	    "Én kolonne: e-mail eller autorisations_id. Gem som CSV UTF-8. Ingen CPR-numre.");
	v->faults = faults_of(a, form);
	hold_page(reply_html(req, status), v);
}

void
hold(struct request *req, const struct subject *who)
{
	struct hold_view v = { 0 };

	hold_show(req, who, NULL, &v, 200);
}

/* --- deciding ------------------------------------------------------------------------------- */

struct decision {
	uint32_t doctor, absent;
	bool passed;
	const char *words; /* NULL for none */
};

/* False where the participant is to wait. */
static bool
read_decision(struct request *req, const struct form *form, const struct run_mine *run,
    uint32_t doctor, struct decision *d)
{
	struct arena *a = req->arena;
	const char *name = field_name(a, 's', doctor), *words, *fault = NULL;
	const char *answer = form_choice(form, name, "godkend", "ikke", "vent", NULL);

	if (answer == NULL || strcmp(answer, "vent") == 0)
		return false;
	words = form_text(form, field_name(a, 'g', doctor), COURSE_WORDS_MOST);
	*d = (struct decision){ doctor, form_u32(form, field_name(a, 'f', doctor), 0),
		strcmp(answer, "godkend") == 0, words[0] == '\0' ? NULL : words };
	if (form_fault(form, field_name(a, 'f', doctor)) != NULL)
		fault = "Skriv fraværet i hele timer; 0, hvis der ikke var noget.";
	else if (d->absent > run->hours)
		fault = "Fraværet er længere end kurset.";
	else if (d->passed)
		fault = course_absence_fault(run->hours, run->whole, d->absent, d->words != NULL);
	else if (d->words == NULL)
		fault = "Skriv, hvorfor kurset ikke er gennemført.";
	if (fault != NULL)
		form_refuse(form, name, fault);
	return true;
}

static void
tell(struct request *req, const struct subject *who, uint32_t doctor, bool passed, uint32_t course)
{
	course_tell(req->db, who, doctor,
	    notice_word(passed ? NOTICE_COURSE_APPROVED : NOTICE_COURSE_NOT_PASSED),
	    arena_format(req->arena, "/logbog/kurser/%u", course));
}

/* Those whom somebody else has answered meanwhile stay as they are. */
static void
store(struct request *req, const struct subject *who, const struct run_mine *run,
    const struct decision *list, size_t n)
{
	uint32_t passed = 0, others = 0, late = 0;

	for (size_t i = 0; i < n; i++) {
		const struct decision *d = &list[i];

		if (course_decide(req->db, who, run->id, d->doctor,
		        d->passed ? "APPROVED" : "NOT_PASSED", d->absent, d->words) != DB_ONE) {
			late++;
			continue;
		}
		passed += d->passed;
		others += !d->passed;
		tell(req, who, d->doctor, d->passed, run->course);
	}
	audit(req->db, who, "decide run", "course_run", run->id,
	    arena_format(
	        req->arena, "passed %u, not %u, answered before %u", passed, others, late));
	reply_see(req,
	    url_with(req->arena, url_of(req->arena, "/kurser/hold/%u", run->id), "besked",
	        late > 0 ? "nogle" : "godkendt"));
}

void
hold_decide(struct request *req, const struct subject *who, const struct form *form)
{
	struct run_turn turn = { 0 };
	struct run_mine run = { 0 };
	struct hold_view v = { 0 };
	struct decision *list;
	const uint32_t *ids;
	size_t n, k = 0;

	/* nobody is taken off the hold meanwhile */
	if (run_turn(req->db, who, path_u32(req, "hold"), &turn) != DB_ONE ||
	    run_mine(req->db, who, turn.id, &run) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (day_compare(req->today, day_add(run.until, -1)) < 0) {
		answer_error(req, who, 409, "Kurset er ikke slut endnu",
		    "Holdet kan godkendes fra kursets sidste dag. Intet er gemt.");
		return;
	}
	ids = form_ids(form, "d", &n);
	list = arena_array(req->arena, n, sizeof *list);
	for (size_t i = 0; i < n && i < SEATS_MOST; i++)
		k += read_decision(req, form, &run, ids[i], &list[k]);
	if (k == 0 && !form_wrong(form))
		form_refuse(form, "q", "Der er ingen at godkende. Alle venter, eller er godkendt.");
	if (form_wrong(form))
		hold_show(req, who, form, &v, 422);
	else
		store(req, who, &run, list, k);
}
