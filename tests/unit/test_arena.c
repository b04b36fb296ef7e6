/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "apart.h"
#include "arena.h"

static int order[8], norder;

static void
note(void *p)
{
	order[norder++] = *(int *)p;
}

static void
memory_is_zeroed_also_when_it_was_used_before(void **state)
{
	struct arena *a = arena_make();

	(void)state;
	memset(arena_take(a, 5000), 0xff, 5000);
	arena_reset(a);
	for (const char *p = arena_take(a, 5000), *end = p + 5000; p < end; p++)
		assert_int_equal(*p, 0);
	arena_drop(a);
}

static void
every_piece_is_aligned_and_apart_from_the_others(void **state)
{
	struct arena *a = arena_make();
	unsigned char *last = NULL;

	(void)state;
	for (size_t n = 0; n < 3000; n++) {
		unsigned char *p = arena_take(a, n % 70);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		if (n % 70 > 0) {
			assert_ptr_not_equal(p, last);
			assert_int_equal(*p, 0);
			memset(p, 1, n % 70);
			last = p;
		}
	}
	arena_drop(a);
}

static void
more_than_a_block_is_given_too(void **state)
{
	struct arena *a = arena_make();
	char *large = arena_take(a, 1000000), *small = arena_take(a, 10);

	(void)state;
	memset(large, 'x', 1000000);
	assert_int_equal(small[0], 0);
	assert_true(arena_used(a) >= 1000010);
	arena_reset(a);
	assert_int_equal(arena_used(a), 0);
	arena_drop(a);
}

static void
what_was_deferred_runs_once_newest_first(void **state)
{
	struct arena *a = arena_make();
	int one = 1, two = 2, three = 3;

	(void)state;
	norder = 0;
	arena_defer(a, note, &one);
	arena_defer(a, note, &two);
	arena_reset(a);
	arena_defer(a, note, &three);
	arena_drop(a);
	assert_int_equal(norder, 3);
	assert_int_equal(order[0], 2);
	assert_int_equal(order[1], 1);
	assert_int_equal(order[2], 3);
}

static void
copies_end_with_nul_and_null_stays_null(void **state)
{
	struct arena *a = arena_make();

	(void)state;
	assert_string_equal(arena_copy(a, "abcdef", 3), "abc");
	assert_string_equal(arena_copy(a, "abcdef", 0), "");
	assert_string_equal(arena_string(a, "læge"), "læge");
	assert_null(arena_string(a, NULL));
	assert_string_equal(arena_format(a, "%d af %s", 2, "3"), "2 af 3");
	arena_drop(a);
	arena_drop(NULL);
}

static struct arena *left; /* where a finder of leaks sees it */

static void
too_many(void)
{
	arena_array(left = arena_make(), SIZE_MAX / 4, 8);
}

static void
too_large(void)
{
	arena_take(left = arena_make(), SIZE_MAX);
}

static void
a_product_that_overflows_ends_the_process(void **state)
{
	char said[500];

	(void)state;
	assert_int_equal(run_apart(too_many, said, sizeof said), 1);
	assert_non_null(strstr(said, "arena: "));
	assert_int_equal(run_apart(too_large, said, sizeof said), 1);
	assert_non_null(strstr(said, "arena: "));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_also_when_it_was_used_before),
		cmocka_unit_test(every_piece_is_aligned_and_apart_from_the_others),
		cmocka_unit_test(more_than_a_block_is_given_too),
		cmocka_unit_test(what_was_deferred_runs_once_newest_first),
		cmocka_unit_test(copies_end_with_nul_and_null_stays_null),
		cmocka_unit_test(a_product_that_overflows_ends_the_process),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
