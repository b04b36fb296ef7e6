/* SPDX-License-Identifier: MPL-2.0
 *
 * Any bytes as a file of the form that the first byte tells: no crash, what is read keeps its
 * promises, a refusal has a reason, no reason holds a CPR number, and a person goes through
 * JSON and back.
 */
#include <stdlib.h>
#include <string.h>

#include "intake.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
check(bool holds)
{
	if (!holds)
		abort();
}

/* Text of at most so many characters. */
static void
check_text(const char *s, size_t most)
{
	check(s != NULL && utf8_is_valid(s, strlen(s)) && !utf8_has_control(s, strlen(s)));
	check(utf8_count(s) <= most);
}

static void
check_elements(const struct intake_element *e, size_t n)
{
	check(n <= INTAKE_ELEMENTS);
	for (size_t i = 0; i < n; i++) {
		check(day_is_real(e[i].since) && day_is_real(e[i].until));
		check(day_compare(e[i].since, e[i].until) < 0);
		check(i == 0 || day_compare(e[i - 1].since, e[i].since) <= 0);
		check(e[i].fraction >= 1 && e[i].fraction <= 100 && e[i].kind != NULL);
		check_text(e[i].source_id, INTAKE_SOURCE_ID);
		check_text(e[i].place, 20);
		check_text(e[i].place_name, 200);
		check_text(e[i].position_no, 40);
		check_text(e[i].specialty, 40);
		check(e[i].place[0] != '\0' && e[i].source_id[0] != '\0');
	}
}

static void
check_course(const struct intake_course *c)
{
	check_text(c->source_id, INTAKE_SOURCE_ID);
	check_text(c->region, 10);
	check_text(c->specialty, 40);
	check_text(c->number, 40);
	check_text(c->round, 20);
	check_text(c->draw, 20);
	check(c->source_id[0] != '\0' && c->region[0] != '\0' && c->stage != NULL);
	check(c->n > 0 || c->cancelled);
	check_elements(c->elements, c->n);
}

static void
check_person(struct arena *a, const struct intake_person *p)
{
	const char *json = intake_person_json(a, p);
	struct intake_person again;

	check_text(p->name, 200);
	check_text(p->source_id, INTAKE_SOURCE_ID);
	check(p->name[0] != '\0' && p->cpr.digits[0] != '\0' && p->n > 0);
	check(p->n <= INTAKE_COURSES);
	for (size_t i = 0; i < p->n; i++)
		check_course(&p->courses[i]);
	check(intake_person_of_json(a, json, &again));
	check(strcmp(intake_person_json(a, &again), json) == 0);
}

static void
check_others(const struct intake *in)
{
	for (size_t i = 0; i < in->nagreements; i++) {
		check_text(in->agreements[i].number, 60);
		check_text(in->agreements[i].effect, 1000);
		check(day_is_real(in->agreements[i].published));
		check_elements(in->agreements[i].elements, in->agreements[i].n);
	}
	for (size_t i = 0; i < in->nleaders; i++) {
		check_text(in->leaders[i].name, 200);
		check(in->leaders[i].head == (in->leaders[i].course[0] == '\0'));
		check(day_is_real(in->leaders[i].since));
	}
	for (size_t i = 0; i < in->nplaces; i++) {
		const struct intake_place *p = &in->places[i];

		check_text(p->name, 200);
		check_text(p->code, 20);
		check(p->name[0] != '\0' && p->code[0] != '\0' && p->region[0] != '\0');
		check(day_compare(p->since, p->until) < 0);
		check(i == 0 || strcmp(p[-1].code, p->code) < 0);
	}
}

/* Ten digits alone, or six, a hyphen or a space, and four alone. */
static bool
holds_cpr(const char *s)
{
	struct cpr cpr;
	char ten[12];

	for (; *s != '\0'; s++) {
		size_t n = strspn(s, "0123456789"), more = 0;

		if (n == 6 && (s[6] == '-' || s[6] == ' '))
			more = strspn(s + 7, "0123456789");
		if (n == 10 || more == 4) {
			memcpy(ten, s, 11);
			ten[n == 10 ? 10 : 11] = '\0';
			if (cpr_read(ten, &cpr))
				return true;
		}
		s += n > 0 ? n - 1 : 0;
	}
	return false;
}

static void
check_reasons(struct arena *a, const struct intake *in, const struct sheet_faults *faults)
{
	for (size_t i = 0; i < in->nrefused; i++) {
		check_text(in->refused[i].label, 300);
		check_text(in->refused[i].why, SIZE_MAX);
		check(in->refused[i].label[0] != '\0' && in->refused[i].why[0] != '\0');
		check(!holds_cpr(in->refused[i].label) && !holds_cpr(in->refused[i].why));
	}
	for (size_t i = 0; i < faults->n; i++) {
		check(faults->fault[i].at.line > 0);
		check_text(sheet_fault_text(a, &faults->fault[i]), SIZE_MAX);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static struct arena *arena;
	static struct sheet_faults faults;
	struct intake in;
	enum intake_form form;

	if (n == 0)
		return 0;
	if (arena == NULL)
		arena = arena_make();
	faults = (struct sheet_faults){ .arena = arena };
	form = (enum intake_form)(at[0] % 5);
	if (intake_read(arena, form, (struct bytes){ at + 1, n - 1 }, (struct day){ 2026, 4, 15 },
	        &in, &faults))
		check(faults.n == 0);
	else
		check(faults.n > 0 && in.npersons + in.nrefused == 0);
	check(in.npersons * in.nagreements * in.nleaders * in.nplaces == 0);
	for (size_t i = 0; i < in.npersons; i++)
		check_person(arena, &in.persons[i]);
	check_others(&in);
	check_reasons(arena, &in, &faults);
	arena_reset(arena);
	return 0;
}
