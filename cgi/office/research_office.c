/* SPDX-License-Identifier: MPL-2.0 */
#include "research_office.h"

static struct url
page_at(struct arena *a, uint32_t doctor)
{
	return url_of(a, "/sekretariat/brugere/%u/forskningstraening", doctor);
}

static struct research_places
places_of(struct arena *a, uint32_t doctor)
{
	return (struct research_places){ url_of(a, "/sekretariat/brugere/%u/forskningstraening/del",
		                             doctor),
		url_of(a, "/sekretariat/brugere/%u/forskningstraening/fil", doctor) };
}

static const struct research_view *
reached(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct research_places places = places_of(req->arena, doctor);

	return doctor_within_reach(req, who, doctor) == NULL
	    ? NULL
	    : research_view_of(req, who, doctor, &places);
}

/* --- the page --------------------------------------------------------------------------- */

static void
fill_open(struct request *req, const struct form *form, struct research_office_view *v)
{
	const struct research_view *r = v->research;
	struct research_tick *open = arena_array(req->arena, r->n, sizeof *open);

	for (size_t i = 0; i < r->n; i++)
		if (!research_is_done(r->lines[i].state))
			open[v->nopen++] =
			    (struct research_tick){ r->lines[i].id, r->lines[i].title,
				    form_has(form, "del",
				        arena_format(req->arena, "%u", r->lines[i].id)) };
	v->open = open;
}

static void
fill_diplomas(struct request *req, const struct subject *who, const struct form *form,
    struct research_office_view *v)
{
	struct research_places places = places_of(req->arena, v->research->doctor);
	struct research_diplomas *rows;
	struct diploma_pick *picks;

	if (research_diplomas(req->db, who, v->research->doctor, &rows, &v->ndiplomas) != DB_ONE)
		return;
	picks = arena_array(req->arena, v->ndiplomas, sizeof *picks);
	for (size_t i = 0; i < v->ndiplomas; i++)
		picks[i] = (struct diploma_pick){ rows[i].file, rows[i].name, rows[i].at,
			url_below(req->arena, places.files, rows[i].file),
			form_has(form, "bevis", arena_format(req->arena, "%u", rows[i].file)) };
	v->diplomas = picks;
}

static void
fill_choices(struct request *req, const struct form *form, struct research_office_view *v)
{
	v->hows[0] = (struct research_pick){ "hel", "Fuld dispensation",
		"Alle dele på én gang, også den samlede attestation",
		form_has(form, "hvordan", "hel") };
	v->hows[1] = (struct research_pick){ "delvis", "Dispensation for de valgte dele", NULL,
		form_has(form, "hvordan", "delvis") };
	v->hows[2] = (struct research_pick){ "andet", "Godkendt andet grundlag, for de valgte dele",
		"Fx godkendt i en anden region", form_has(form, "hvordan", "andet") };
	for (size_t i = 0; i < 3; i++) {
		static const char *const words[] = { "PHD", "DR", "OTHER" };

		v->grounds[i] = (struct research_pick){ words[i], research_ground_title(words[i]),
			NULL, form_has(form, "grundlag", words[i]) };
	}
	v->how_fault = form_fault(form, "hvordan");
	v->parts_fault = form_fault(form, "del");
	v->ground_fault = form_fault(form, "grundlag");
	v->words = field_of(form, "begrundelse", "Begrundelse",
	    "Nødvendig, når det ikke er fuld dispensation for en ph.d.- eller doktorgrad. Lægen kan se den.");
	v->case_no = field_of(form, "sagsnr", "Sagsnummer", NULL);
	v->case_no.most = RESEARCH_CASE_MOST;
	v->filed = form_has(form, "journaliseret", "1");
	v->file = field_of(form, "fil", "Vedhæft beviset", attached_hint(req->arena));
}

static void
show(struct request *req, const struct subject *who, const struct form *form,
    const struct attached *kept, unsigned status)
{
	struct arena *a = req->arena;
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct research_office_view v = { .faults = faults_of(a, form) };

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	v.head = head_of(req, who, arena_format(a, "Forskningstræning: %s", doctor->name));
	v.head.notice = notice_of(req, "givet", "Det er gemt. Lægen får besked.", "udpeget",
	    "Forskningsvejlederen er udpeget og får besked.", "sluttet",
	    "Forskningsvejlederen er afsluttet.", NULL);
	v.back = url_of(a, "/sekretariat/brugere/%u", doctor->doctor);
	v.to = page_at(a, doctor->doctor);
	v.name = doctor->name;
	v.pdf = url_of(a, "/udskrift/%u/forskningstraening.pdf", doctor->doctor);
	v.xlsx = url_of(a, "/udskrift/%u/forskningstraening.xlsx", doctor->doctor);
	v.json = url_of(a, "/udskrift/%u/forskningstraening.json", doctor->doctor);
	v.research = reached(req, who);
	if (v.research != NULL) {
		fill_open(req, form, &v);
		fill_diplomas(req, who, form, &v);
	}
	fill_choices(req, form, &v);
	v.assign = research_assign_view_of(req, form, v.research, v.to);
	if (kept != NULL && kept->id != 0) {
		v.kept = kept->id;
		v.kept_name = kept->name;
	}
	research_office_page(reply_html(req, status), &v);
}

void
research_office(struct request *req, const struct subject *who)
{
	show(req, who, NULL, NULL, 200);
}

void
research_office_again(
    struct request *req, const struct subject *who, const struct form *form, struct attached kept)
{
	show(req, who, form, &kept, 422);
}

void
research_office_file(struct request *req, const struct subject *who)
{
	const struct research_view *r = reached(req, who);

	if (r == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, r->doctor);
	research_file_answer(req, who, r->doctor);
}

void
research_office_part(struct request *req, const struct subject *who)
{
	const struct research_view *r = reached(req, who);
	const struct research_line *line =
	    r == NULL ? NULL : research_line_of(r, path_u32(req, "part"));
	struct research_office_part_view v = { 0 };
	struct research_places places;

	if (line == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, r->doctor);
	places = places_of(req->arena, r->doctor);
	v.head = head_of(req, who, arena_format(req->arena, "%s: %s", line->title, r->name));
	v.back = page_at(req->arena, r->doctor);
	v.name = r->name;
	v.story = research_story_of(req, who, r->doctor, line, &places);
	research_office_part_page(reply_html(req, 200), &v);
}

/* --- supervisors ------------------------------------------------------------------------ */

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena, page_at(req->arena, path_u32(req, "doctor")), "besked", word));
}

void
research_office_assign(struct request *req, const struct subject *who, const struct form *form)
{
	const struct research_view *r = reached(req, who);

	if (r == NULL)
		answer_not_found(req, who);
	else if (research_assign_do(req, who, form, r))
		see(req, "udpeget");
	else
		show(req, who, form, NULL, 422);
}

void
research_office_end(struct request *req, const struct subject *who, const struct form *form)
{
	const struct research_view *r = reached(req, who);

	if (r == NULL)
		answer_not_found(req, who);
	else if (research_assign_end(req, who, form, r->doctor))
		see(req, "sluttet");
	else
		answer_error(req, who, 409, "Forskningsvejlederen kunne ikke afsluttes",
		    "Det er måske allerede gjort. Gå tilbage, og genindlæs siden.");
}
