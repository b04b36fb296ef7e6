/* SPDX-License-Identifier: MPL-2.0
 *
 * The fields of a card's form, and reading them.
 */
#include "cards.h"

#include <string.h>

#include "queries/card.h"
#include "secret.h"

static const char *
field_name(struct arena *a, uint32_t position)
{
	return arena_format(a, "m%u", position);
}

static const struct card_choice *
choices_of(struct arena *a, enum card_scale scale, const char *name, const struct form *form,
    char chosen, size_t *n)
{
	const char *signs = card_signs(scale);
	struct card_choice *out = arena_array(a, strlen(signs), sizeof *out);

	*n = strlen(signs);
	for (size_t i = 0; i < *n; i++) {
		const char *value = arena_format(a, "%c", signs[i]);

		out[i] = (struct card_choice){ arena_format(a, "%s%s", name, value), value,
			card_sign_title(scale, signs[i]),
			form == NULL ? chosen == signs[i] : form_has(form, name, value) };
	}
	return out;
}

struct card_marks
card_marks_of(struct request *req, const struct card_template_one *t, const struct form *form,
    const char *marks, const char *own)
{
	struct card_marks out = { .fault = form_fault(form, "m1") };
	enum card_scale scale = card_scale_of(t->scale);
	struct card_mark_field *fields;
	struct card_parts *parts;

	if (card_parts(req->db, t->id, &parts, &out.n) != DB_ONE)
		out.n = 0;
	fields = arena_array(req->arena, out.n, sizeof *fields);
	for (size_t i = 0; i < out.n; i++) {
		struct card_mark_field *f = &fields[i];

		f->name = field_name(req->arena, parts[i].position);
		f->title = parts[i].title;
		f->own = own == NULL ? NULL : card_sign_title(scale, own[i]);
		f->choices = choices_of(
		    req->arena, scale, f->name, form, marks == NULL ? '-' : marks[i], &f->n);
	}
	out.at = fields;
	return out;
}

const char *
card_marks_read(struct request *req, const struct card_template_one *t, const struct form *form)
{
	char *marks = arena_take(req->arena, t->parts + 1);
	const char *signs = card_signs(card_scale_of(t->scale));

	for (uint32_t i = 0; i < t->parts; i++) {
		const char *value = form_value(form, field_name(req->arena, i + 1));

		marks[i] = value[0] != '\0' && value[1] == '\0' && strchr(signs, value[0]) != NULL
		    ? value[0]
		    : '-';
	}
	marks[t->parts] = '\0';
	return marks;
}

struct card_goal_choices
card_goal_choices_of(struct request *req, const struct card_template_one *t,
    const struct form *form, uint32_t competency)
{
	struct card_goal_choices out = { .fault = form_fault(form, "kompetence") };
	struct card_choice *choices;
	struct card_goals *goals;

	if (t->whole || card_goals(req->db, t->id, &goals, &out.n) != DB_ONE) {
		out.n = 0;
		return out;
	}
	choices = arena_array(req->arena, out.n, sizeof *choices);
	for (size_t i = 0; i < out.n; i++) {
		const char *value = arena_format(req->arena, "%u", goals[i].competency);

		choices[i] = (struct card_choice){ arena_format(req->arena, "kompetence%s", value),
			value, arena_format(req->arena, "%s %s", goals[i].number, goals[i].title),
			out.n == 1 ||
			    (form == NULL ? goals[i].competency == competency
			                  : form_has(form, "kompetence", value)) };
	}
	out.at = choices;
	return out;
}

uint32_t
card_goal_read(struct request *req, const struct card_template_one *t, const struct form *form)
{
	uint32_t chosen = form_u32(form, "kompetence", 0);
	struct card_goals *goals;
	size_t n = 0;

	if (t->whole)
		return 0;
	if (card_goals(req->db, t->id, &goals, &n) == DB_ONE)
		for (size_t i = 0; i < n; i++)
			if (goals[i].competency == chosen)
				return chosen;
	form_refuse(form, "kompetence", "Vælg den kompetence, kortet handler om.");
	return 0;
}

struct day
card_day_read(struct request *req, const struct form *form, struct day course_since)
{
	struct day day = form_day(form, "dato");

	if (day_is_none(day))
		form_refuse(form, "dato", "Skriv datoen som 24.11.2026.");
	else if (day_compare(day, req->today) > 0)
		form_refuse(form, "dato", "Datoen kan ikke ligge efter i dag.");
	else if (!day_is_none(course_since) && day_compare(day, course_since) < 0)
		form_refuse(form, "dato",
		    arena_format(req->arena,
		        "Datoen kan ikke ligge før uddannelsesforløbet, der begyndte %s.",
		        day_text(req->arena, course_since)));
	return day;
}

const char *
card_once(struct request *req, const struct form *form)
{
	struct text t = { .arena = req->arena };
	unsigned char bytes[16];

	if (form != NULL)
		return form_value(form, "once");
	secret_random(bytes, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++)
		text_format(&t, "%02x", bytes[i]);
	return t.at;
}

bool
card_once_read(struct request *req, const struct form *form, struct bytes *out)
{
	static const char hex[] = "0123456789abcdef";
	const char *text = form_value(form, "once");
	unsigned char *bytes = arena_take(req->arena, 16);

	if (strlen(text) != 32 || strspn(text, hex) != 32)
		return false;
	for (size_t i = 0; i < 16; i++)
		bytes[i] = (unsigned char)((strchr(hex, text[2 * i]) - hex) << 4 |
		    (strchr(hex, text[2 * i + 1]) - hex));
	*out = (struct bytes){ bytes, 16 };
	return true;
}
