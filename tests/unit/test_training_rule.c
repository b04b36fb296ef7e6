/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "training_rule.h"

enum { GERIATRICS = 1, MEDICINE = 2, PSYCHIATRY = 3 };

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

static struct rule_element
element(uint32_t id, uint32_t unit, const char *since, const char *until, uint32_t specialty)
{
	return (struct rule_element){ id, unit, "", day(since), day(until), 100, "ORDINARY",
		specialty, specialty == PSYCHIATRY ? "psykiatri" : "", false };
}

/* How often it is warned of that, of any element or the course. */
static size_t
warned(const struct rule_course *c, enum course_warning what)
{
	struct arena *a = arena_make();
	size_t n, k = 0;
	const struct course_fault *f = course_faults(a, c, &n);

	for (size_t i = 0; i < n; i++)
		k += f[i].what == what;
	arena_drop(a);
	return k;
}

static size_t
all(const struct rule_course *c)
{
	struct arena *a = arena_make();
	size_t n;

	course_faults(a, c, &n);
	arena_drop(a);
	return n;
}

static void
R_FOR_01_a_course_that_is_as_it_should_be_is_not_warned_of(void **state)
{
	struct rule_element e[] = {
		element(1, 10, "2026-01-01", "2027-01-01", GERIATRICS),
		element(2, 20, "2027-01-01", "2028-01-01", MEDICINE),
		element(3, 30, "2028-01-01", "2030-01-01", GERIATRICS),
	};
	struct rule_course hu = { "HU", GERIATRICS, "OEST", e, 3 };

	(void)state;
	assert_int_equal(all(&hu), 0);
	assert_int_equal(all(&(struct rule_course){ "HU", GERIATRICS, "OEST", e, 0 }), 0);
}

static void
R_FOR_01_main_training_has_two_places_of_a_year_in_the_specialty(void **state)
{
	struct rule_element e[] = {
		element(1, 10, "2026-01-01", "2026-09-01", GERIATRICS),
		element(2, 20, "2026-09-01", "2027-09-01", MEDICINE),
		element(3, 10, "2027-09-01", "2028-03-01", GERIATRICS),
		element(4, 30, "2028-03-01", "2030-01-01", GERIATRICS),
	};
	struct rule_course hu = { "HU", GERIATRICS, "OEST", e, 4 };

	(void)state;
	/* 8 + 6 months at one place, in two pieces, and 22 in one at the other. */
	assert_int_equal(warned(&hu, WARN_TWO_PLACES), 0);
	e[2].until = e[3].since = day("2027-12-01");
	assert_int_equal(warned(&hu, WARN_TWO_PLACES), 1);
	/* Twelve months at each, none of them in one piece. */
	e[2].until = day("2028-01-01");
	e[3] = element(4, 30, "2028-01-01", "2028-07-01", GERIATRICS);
	assert_int_equal(warned(&hu, WARN_TWO_PLACES), 1);
	/* Where a place's specialty is not known nothing is said. */
	e[1].specialty = 0;
	assert_int_equal(warned(&hu, WARN_TWO_PLACES), 0);
}

static void
R_FOR_01_six_months_in_one_piece_save_for_replacement_posts(void **state)
{
	struct rule_element e[] = {
		element(1, 10, "2026-01-01", "2026-05-01", MEDICINE),
		element(2, 10, "2026-05-01", "2026-07-01", MEDICINE),
		element(3, 20, "2026-07-01", "2026-10-01", MEDICINE),
	};
	struct rule_course c = { "INTRO", MEDICINE, "OEST", e, 3 };

	(void)state;
	/* The first two are one piece of six months. */
	assert_int_equal(warned(&c, WARN_SIX_MONTHS), 1);
	e[2].kind = "REPLACEMENT";
	assert_int_equal(warned(&c, WARN_SIX_MONTHS), 0);
}

static void
T_046_part_time_names_its_reasons_and_below_half_is_warned_of(void **state)
{
	struct rule_element e[] = { element(1, 10, "2026-01-01", "2027-01-01", MEDICINE) };
	struct rule_course c = { "INTRO", MEDICINE, "OEST", e, 1 };

	(void)state;
	e[0].fraction = 80;
	assert_int_equal(warned(&c, WARN_PART_TIME), 1);
	assert_int_equal(warned(&c, WARN_LOW_FRACTION), 0);
	e[0].fraction = 45;
	assert_int_equal(warned(&c, WARN_LOW_FRACTION), 1);
	e[0].fraction = 50;
	assert_int_equal(warned(&c, WARN_LOW_FRACTION), 0);
}

static void
R_FOR_01_elements_change_on_the_1st(void **state)
{
	struct rule_element e[] = { element(1, 10, "2026-01-15", "2027-02-01", MEDICINE) };
	struct rule_course c = { "INTRO", MEDICINE, "OEST", e, 1 };

	(void)state;
	assert_int_equal(warned(&c, WARN_NOT_THE_FIRST), 1);
}

static void
R_FOR_01_kbu_is_half_a_year_at_hospital_and_then_another_specialty_or_practice(void **state)
{
	struct rule_element e[] = {
		element(1, 10, "2026-02-01", "2026-08-01", MEDICINE),
		element(2, 20, "2026-08-01", "2027-02-01", 0),
	};
	struct rule_course kbu = { "KBU", 0, "OEST", e, 2 };

	(void)state;
	assert_int_equal(all(&kbu), 0);
	e[0].is_practice = true;
	assert_int_equal(warned(&kbu, WARN_KBU_FIRST), 1);
	e[0].is_practice = false;
	e[1].specialty = MEDICINE;
	assert_int_equal(warned(&kbu, WARN_KBU_SAME), 1);
	e[0].specialty = PSYCHIATRY;
	e[0].specialty_code = "psykiatri";
	assert_int_equal(warned(&kbu, WARN_KBU_PSYCHIATRY), 1);
	kbu.region = "SYD";
	assert_int_equal(warned(&kbu, WARN_KBU_PSYCHIATRY), 0);
	kbu.n = 1;
	assert_int_equal(warned(&kbu, WARN_KBU_LENGTH), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_FOR_01_a_course_that_is_as_it_should_be_is_not_warned_of),
		cmocka_unit_test(R_FOR_01_main_training_has_two_places_of_a_year_in_the_specialty),
		cmocka_unit_test(R_FOR_01_six_months_in_one_piece_save_for_replacement_posts),
		cmocka_unit_test(T_046_part_time_names_its_reasons_and_below_half_is_warned_of),
		cmocka_unit_test(R_FOR_01_elements_change_on_the_1st),
		cmocka_unit_test(
		    R_FOR_01_kbu_is_half_a_year_at_hospital_and_then_another_specialty_or_practice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
