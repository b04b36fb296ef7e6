/* SPDX-License-Identifier: MPL-2.0
 *
 * Doubt whether the doctor can complete the employment (R-KOM-14): anybody who approves may raise it;
 * the doctor, UAO, tutor and main supervisor read it.
 */
#include "card_pages.h"

static void
fill_rows(struct request *req, const struct subject *who, uint32_t doctor, struct doubt_view *v)
{
	struct doubts_of *rows;
	struct doubt_row *out;

	if (doubts_of(req->db, who, doctor, &rows, &v->n) != DB_ONE)
		v->n = 0;
	out = arena_array(req->arena, v->n, sizeof *out);
	for (size_t i = 0; i < v->n; i++)
		out[i] = (struct doubt_row){ rows[i].at, rows[i].by_name,
			role_title(role_of_word(rows[i].as_role)), rows[i].place,
			markup_of_lines(req->arena, rows[i].words) };
	v->rows = out;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doubt_view v = { .faults = faults_of(req->arena, form) };

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	v.head = head_of(req, who, arena_format(req->arena, "Tvivl: %s", doctor->name));
	v.head.notice = notice_of(req, "rejst",
	    "Tvivlen er skrevet, og lægen, UAO og hovedvejleder har fået besked.", NULL);
	v.at = url_of(req->arena, "/vejleder/laeger/%u/tvivl", doctor->doctor);
	v.back = approve_places(req->arena, doctor->doctor).list;
	v.doctor = doctor->name;
	v.once = card_once(req, form);
	v.may = element_here(req, who, doctor->doctor, NULL) != 0;
	v.sees = subject_role(who) != ROLE_VEJLEDER;
	v.words = field_of(form, "ord", "Hvad er tvivlen, og hvad er aftalt?",
	    "Lægen læser det. Det sendes ikke til styrelsen og står ikke i udskrifter.");
	fill_rows(req, who, doctor->doctor, &v);
	doubt_page(reply_html(req, status), &v);
}

void
doubt(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
doubt_raise(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor"), element = element_here(req, who, doctor, NULL);
	const char *words =
	    form_needed(form, "ord", REASON_MOST, "Skriv, hvad tvivlen er, og hvad der er aftalt.");
	struct bytes once;

	if (!card_once_read(req, form, &once))
		form_refuse(form, "ord", "Formularen er ikke hel. Genindlæs siden, og prøv igen.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	switch (doubt_put(req->db, who, doctor, element, words, once)) {
	case DB_ONE:
		doubt_tell(req->db, who, doctor, element);
		/* fallthrough */
	case DB_TAKEN:
		reply_see(req,
		    url_with(req->arena, url_of(req->arena, "/vejleder/laeger/%u/tvivl", doctor),
		        "besked", "rejst"));
		return;
	case DB_NONE:
		answer_not_found(req, who);
		return;
	case DB_AGAIN:
	case DB_DOWN:
		return;
	}
}
