/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "readiness.h"

/* A doctor who has everything, to whom each test does one thing. */
struct whole {
	struct ready_facts f;
	struct ready_element elements[3];
	struct ready_thing courses[3];
	struct ready_line lines[READY_RULES];
};

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

static struct whole
complete(enum sending_kind kind)
{
	const bool kbu = kind == SENDING_PRACTICE;
	struct whole w = { .f = { .kind = kind,
		               .today = day("2027-08-01"),
		               .until = day("2027-09-01"),
		               .goals = 16,
		               .goals_met = 16,
		               .earlier = kbu ? 0 : 12,
		               .earlier_met = kbu ? 0 : 12,
		               .nelements = 3,
		               .ncourses = 3,
		               .series = true,
		               .research = true,
		               .agreement = true,
		               .supplements = 1,
		               .supplements_there = 1,
		               .employment = true } };

	w.elements[0] = (struct ready_element){ "A", day("2026-03-01"), day("2026-09-01"),
		.timed = true, .before = !kbu };
	w.elements[1] =
	    (struct ready_element){ "B", day("2026-09-01"), day("2027-03-01"), .timed = true };
	w.elements[2] =
	    (struct ready_element){ "C", day("2027-03-01"), day("2027-09-01"), .timed = true };
	for (size_t i = 0; i < 3; i++)
		w.courses[i] = (struct ready_thing){ "kursus", true };
	return w;
}

static void
look(struct whole *w)
{
	w->f.elements = w->elements;
	w->f.courses = w->courses;
	readiness(&w->f, w->lines);
}

/* Exactly this line is missing, and no other. */
static void
only(struct whole *w, enum ready_rule rule)
{
	look(w);
	for (enum ready_rule r = 0; r < READY_RULES; r++)
		assert_int_equal(w->lines[r].state == READY_MISSING, r == rule);
	assert_false(readiness_is_complete(w->lines));
}

static void
a_complete_doctor_of_each_kind_may_send(void **state)
{
	(void)state;
	for (enum sending_kind k = SENDING_PRACTICE; k <= SENDING_SPECIALIST; k++) {
		struct whole w = complete(k);

		look(&w);
		assert_true(readiness_is_complete(w.lines));
	}
}

/* Takes one required thing away; false where that kind does not ask for it. */
static bool
take_away(struct whole *w, enum ready_rule rule)
{
	switch (rule) {
	case READY_DATE:
		w->f.today = day_add(readiness_earliest(w->f.kind, w->f.until), -1);
		return true;
	case READY_GOALS:
		w->f.goals_met--;
		return true;
	case READY_EARLIER_GOALS:
		w->f.earlier_met--;
		return w->f.earlier > 0;
	case READY_TIMES:
		w->elements[1].timed = false;
		return true;
	case READY_EARLIER_TIMES:
		w->elements[0].timed = false;
		return w->elements[0].before;
	case READY_PREMATURE:
		w->elements[1].premature = true;
		return true;
	case READY_PRACTICE_NAMED:
		w->elements[1].placeholder = true;
		return true;
	case READY_COURSES:
		w->courses[1].there = false;
		return true;
	case READY_SERIES:
		w->f.series = false;
		return w->f.kind == SENDING_SPECIALIST;
	case READY_RESEARCH:
		w->f.research = false;
		return w->f.kind == SENDING_SPECIALIST;
	case READY_AGREEMENT:
		w->f.agreement = false;
		return true;
	case READY_SUPPLEMENTS:
		w->f.supplements_there--;
		return true;
	case READY_EMPLOYMENT:
		w->f.employment = false;
		return true;
	case READY_GAPS:
		w->f.gaps = 1;
		return true;
	case READY_UNVERIFIED:
		w->f.unverified = 1;
		return true;
	case READY_NOT_SENT:
		w->f.sent = true;
		return true;
	case READY_RULES:
		break;
	}
	return false;
}

static void
R_STPS_16_take_any_one_thing_away_and_exactly_that_line_appears(void **state)
{
	(void)state;
	for (enum sending_kind k = SENDING_PRACTICE; k <= SENDING_SPECIALIST; k++)
		for (enum ready_rule r = 0; r < READY_RULES; r++) {
			struct whole w = complete(k);

			if (take_away(&w, r))
				only(&w, r);
			assert_true(readiness_title(r)[0] != '\0');
			assert_true(readiness_advice(r)[0] != '\0');
		}
}

static void
T_160_KBU_any_of_the_three_courses_missing_or_before_the_last_month(void **state)
{
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct whole w = complete(SENDING_PRACTICE);

		w.courses[i].there = false;
		only(&w, READY_COURSES);
		assert_int_equal(w.lines[READY_COURSES].done, 2);
		assert_int_equal(w.lines[READY_COURSES].all, 3);
	}
	{
		struct whole w = complete(SENDING_PRACTICE);

		w.f.today = day("2027-07-31");
		only(&w, READY_DATE);
		assert_int_equal(day_compare(w.lines[READY_DATE].earliest, day("2027-08-01")), 0);
	}
}

static void
T_161_specialist_six_months_and_a_day_is_too_early_six_months_is_not(void **state)
{
	struct whole w = complete(SENDING_SPECIALIST);

	(void)state;
	w.elements[2].timed = false;
	w.f.today = day("2027-02-28");
	only(&w, READY_DATE);
	w.f.today = day("2027-03-01");
	look(&w);
	assert_true(readiness_is_complete(w.lines));
}

static void
R_STPS_12_only_the_last_time_may_be_missing_and_only_until_it_is_over(void **state)
{
	struct whole w = complete(SENDING_SPECIALIST);

	(void)state;
	w.elements[2].timed = false;
	w.elements[1].timed = false;
	only(&w, READY_TIMES);
	assert_int_equal(day_compare(w.lines[READY_TIMES].earliest, day("2027-02-01")), 0);
	w.elements[1].timed = true;
	w.f.today = day("2027-09-01");
	only(&w, READY_TIMES);
}

static void
R_STPS_08_a_KBU_needs_the_last_time_too(void **state)
{
	struct whole w = complete(SENDING_PRACTICE);

	(void)state;
	w.elements[2].timed = false;
	only(&w, READY_TIMES);
	assert_int_equal(day_compare(w.lines[READY_TIMES].earliest, day("2027-08-01")), 0);
}

static void
no_list_and_no_element_are_not_all_of_them(void **state)
{
	struct whole w = complete(SENDING_PRACTICE);

	(void)state;
	w.f.goals = w.f.goals_met = 0;
	only(&w, READY_GOALS);
	w = complete(SENDING_PRACTICE);
	w.f.nelements = 0;
	only(&w, READY_TIMES);
}

static void
words_and_rules_belong_together(void **state)
{
	(void)state;
	for (enum ready_rule r = 0; r < READY_RULES; r++)
		assert_int_equal(readiness_of_word(readiness_word(r)), r);
	assert_int_equal(readiness_of_word("NONE"), READY_RULES);
	for (enum sending_kind k = 0; k < SENDING_KINDS; k++)
		assert_int_equal(sending_of_word(sending_word(k)), k);
	assert_int_equal(sending_of_word("NONE"), SENDING_KINDS);
}

static void
the_whole_may_be_sent_from_the_latest_of_the_days_that_are_missing(void **state)
{
	struct whole w = complete(SENDING_SPECIALIST);

	(void)state;
	look(&w);
	assert_int_equal(day_compare(readiness_from(&w.f, w.lines), w.f.today), 0);
	w.f.today = day("2027-01-01");
	look(&w);
	assert_int_equal(day_compare(readiness_from(&w.f, w.lines), day("2027-03-01")), 0);
	w = complete(SENDING_PRACTICE);
	w.f.today = day("2027-05-01");
	w.elements[2].timed = false;
	w.elements[2].until = day("2027-09-15");
	look(&w);
	assert_int_equal(day_compare(readiness_from(&w.f, w.lines), day("2027-08-15")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_complete_doctor_of_each_kind_may_send),
		cmocka_unit_test(R_STPS_16_take_any_one_thing_away_and_exactly_that_line_appears),
		cmocka_unit_test(
		    T_160_KBU_any_of_the_three_courses_missing_or_before_the_last_month),
		cmocka_unit_test(
		    T_161_specialist_six_months_and_a_day_is_too_early_six_months_is_not),
		cmocka_unit_test(
		    R_STPS_12_only_the_last_time_may_be_missing_and_only_until_it_is_over),
		cmocka_unit_test(R_STPS_08_a_KBU_needs_the_last_time_too),
		cmocka_unit_test(no_list_and_no_element_are_not_all_of_them),
		cmocka_unit_test(words_and_rules_belong_together),
		cmocka_unit_test(
		    the_whole_may_be_sent_from_the_latest_of_the_days_that_are_missing),
	};

	return cmocka_run_group_tests_name("readiness", tests, NULL, NULL);
}
