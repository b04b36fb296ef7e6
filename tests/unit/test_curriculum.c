/* SPDX-License-Identifier: MPL-2.0
 *
 * Run from the project's folder: the try-out lists are read from schema/seed/curricula.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "curriculum.h"

#define NOTES \
	"# code: demo-x\n# title: Demo: X\n# stage: HU\n# specialty: Intern medicin\n" \
	"# version: 1\n# cutoff_basis: PAABEGYNDT\n# cutoff_date: 2016-09-01\n" \
	"# source: vores egen\n# demo: ja\n"
#define HEADER "nummer;rolle;titel;konkretisering;laeringsstrategi;metoder;minimum;godkender\n"
#define ROW(number) number ";Samarbejder;Tavlemøde;;;;;\n"

static struct arena *arena;
static struct curriculum_file file;
static struct sheet_faults faults;

static int
setup(void **state)
{
	(void)state;
	arena = arena_make();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_drop(arena);
	return 0;
}

static bool
read_bytes(const void *s, size_t n)
{
	memset(&faults, 0, sizeof faults);
	faults.arena = arena;
	return curriculum_read(arena, (struct bytes){ s, n }, &file, &faults);
}

static bool
read(const char *s)
{
	return read_bytes(s, strlen(s));
}

/* Exactly one fault, on that line and column, with those words. */
static void
refused(const char *text, uint32_t line, uint32_t column, const char *words)
{
	if (read(text))
		fail_msg("read, but should be refused: %s", words);
	for (size_t i = 1; i < faults.n; i++)
		print_error("%s\n", sheet_fault_text(arena, &faults.fault[i]));
	assert_int_equal(faults.n, 1);
	if (strstr(faults.fault[0].what, words) == NULL)
		fail_msg("\"%s\" has not \"%s\"", faults.fault[0].what, words);
	assert_int_equal(faults.fault[0].at.line, line);
	assert_int_equal(faults.fault[0].at.column, column);
	assert_int_equal(file.ngoals, 0);
}

/* n times the character æ. */
static const char *
long_text(size_t n)
{
	struct text t = { .arena = arena };

	for (size_t i = 0; i < n; i++)
		text_puts(&t, "æ");
	return t.at;
}

static void
all_that_a_goal_has_is_read(void **state)
{
	const struct curriculum_goal *g;

	(void)state;
	assert_true(read(NOTES "placering;tidspunkt;" HEADER
	                       "2. år;efter 6 mdr.;1.1;medicinsk ekspert; A  b ;\"x\n• y\";z;"
	                       "mini-CEX | OSATS;osats=2|mini-CEX=3;uao\n"));
	assert_string_equal(file.code, "demo-x");
	assert_string_equal(file.title, "Demo: X");
	assert_int_equal(file.stage, CURRICULUM_HU);
	assert_string_equal(file.specialty, "Intern medicin");
	assert_int_equal(file.cutoff_date.year, 2016);
	assert_true(file.demo);
	assert_int_equal(file.ngoals, 1);
	g = &file.goals[0];
	assert_string_equal(g->number, "1.1");
	assert_string_equal(g->heading, "Medicinsk ekspert");
	assert_string_equal(g->title, "A b");
	assert_string_equal(g->clarification, "x\n• y");
	assert_string_equal(g->strategy, "z");
	assert_string_equal(g->timing, "efter 6 mdr.");
	assert_string_equal(g->placement, "2. år");
	assert_int_equal(g->approver, CURRICULUM_UAO);
	assert_string_equal(curriculum_methods_text(arena, g), "mini-CEX\nOSATS");
	assert_string_equal(curriculum_minimum_text(arena, g), "mini-CEX=3|OSATS=2");
}

static void
R_MAL_02_each_cutoff_basis_is_known_and_no_other(void **state)
{
	static const char *const bases[] = { "BESAT", "OPSLAAET", "PAABEGYNDT", "ANSAT" };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		assert_true(read(arena_format(arena,
		    "# code: k\n# title: K\n# stage: kbu\n# specialty:\n# version: 3.0\n"
		    "# cutoff_basis: %s\n# cutoff_date: 1.8.2017\n# source: s\n# demo: nej\n" HEADER
		        ROW("1"),
		    bases[i])));
		assert_int_equal(file.cutoff_basis, i);
		assert_string_equal(curriculum_basis_word(file.cutoff_basis), bases[i]);
		assert_string_equal(curriculum_stage_word(file.stage), "KBU");
	}
	refused("# code: k\n# title: K\n# stage: KBU\n# version: 3.0\n# cutoff_basis: VALGT\n"
	        "# cutoff_date: 2017-08-01\n# source: s\n# demo: nej\n" HEADER ROW("1"),
	    5, 0, "Skriv BESAT, OPSLAAET, PAABEGYNDT eller ANSAT.");
}

static void
T_067_goals_come_in_natural_order(void **state)
{
	static const char *const order[] = { "1.2", "1.10", "2", "7.1", "I9", "I10" };

	(void)state;
	assert_true(
	    read(NOTES HEADER ROW("I10") ROW("1.10") ROW("7.1") ROW("I9") ROW("2") ROW("1.2")));
	assert_int_equal(file.ngoals, 6);
	for (size_t i = 0; i < 6; i++)
		assert_string_equal(file.goals[i].number, order[i]);
}

static void
R_DM_01_a_number_comes_once_in_a_list(void **state)
{
	(void)state;
	refused(NOTES HEADER ROW("1") ROW("2") ROW("1"), 13, 1, "Nummeret 1 står også i linje 11.");
	refused(NOTES HEADER ROW("I9") ROW("i9"), 12, 1, "Nummeret i9 står også i linje 11.");
	refused(NOTES HEADER ROW("1.1") ROW("1.01"), 12, 1, "står også i linje 11");
}

static void
R_DM_02_what_is_no_number_is_refused(void **state)
{
	static const char *const bad[] = { "01-okt", "1,10", "1. jan", "1.", ".1", "I", "1..2",
		"ABCDE1", "1 2", "#1", "½" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		refused(arena_format(arena, NOTES HEADER "%s;Samarbejder;T;;;;;\n", bad[i]), 11, 1,
		    "er ikke et nummer");
}

static void
empty_cells_that_must_be_filled_are_told_by_field(void **state)
{
	(void)state;
	refused(NOTES HEADER ";Samarbejder;T;;;;;\n", 11, 1, "Nummeret mangler.");
	refused(NOTES HEADER "1; ;T;;;;;\n", 11, 2, "Rollen mangler.");
	refused(NOTES HEADER "1;Samarbejder;\" \n\";;;;;\n", 11, 3, "Titlen mangler.");
	assert_string_equal(faults.fault[0].at.field, "titel");
}

static void
texts_have_the_length_that_there_is_room_for(void **state)
{
	static const struct {
		const char *format;
		size_t most;
		uint32_t column;
	} cases[] = {
		{ NOTES HEADER "1;%s;T;;;;;\n", 100, 2 },
		{ NOTES HEADER "1;R;%s;;;;;\n", 500, 3 },
		{ NOTES HEADER "1;R;T;%s;;;;\n", 10000, 4 },
		{ NOTES HEADER "1;R;T;;%s;;;\n", 4000, 5 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *mark = strstr(cases[i].format, "%s");
		const char *before =
		    arena_copy(arena, cases[i].format, (size_t)(mark - cases[i].format));

		assert_true(read(
		    arena_format(arena, "%s%s%s", before, long_text(cases[i].most), mark + 2)));
		refused(
		    arena_format(arena, "%s%s%s", before, long_text(cases[i].most + 1), mark + 2),
		    11, cases[i].column, "Teksten er på");
	}
}

static void
methods_and_minimums_belong_together(void **state)
{
	(void)state;
	refused(NOTES HEADER "1;R;T;;;OSATS||audit;;\n", 11, 6, "en | for meget");
	refused(NOTES HEADER "1;R;T;;;OSATS|osats;;\n", 11, 6, "to gange");
	refused(NOTES HEADER "1;R;T;;;OSATS=3;;\n", 11, 6, "i kolonnen minimum");
	refused(NOTES HEADER "1;R;T;;;OSATS;audit=2;\n", 11, 7, "\"audit\" er ikke en af");
	refused(NOTES HEADER "1;R;T;;;OSATS;OSATS=2|OSATS=3;\n", 11, 7, "to gange");
	refused(NOTES HEADER "1;R;T;;;OSATS;OSATS=0;\n", 11, 7, "metode=antal");
	refused(NOTES HEADER "1;R;T;;;OSATS;OSATS=1000;\n", 11, 7, "metode=antal");
	refused(NOTES HEADER "1;R;T;;;OSATS;3;\n", 11, 7, "metode=antal");
	refused(NOTES HEADER "1;R;T;;;OSATS;;VUS\n", 11, 8, "Skriv ALLE, UAO eller TUTOR.");
}

static void
columns_unknown_missing_or_twice_are_told(void **state)
{
	(void)state;
	refused(NOTES "farve;" HEADER "blå;1;R;T;;;;;\n", 10, 1, "\"farve\" kendes ikke");
	refused(NOTES "nummer;rolle;titel;laeringsstrategi;metoder\n1;R;T;;\n", 10, 0,
	    "Kolonnen \"konkretisering\" mangler.");
	refused(NOTES "læringsstrategi;" HEADER "x;1;R;T;;;;;\n", 10, 6,
	    "Kolonnen \"laeringsstrategi\" findes to gange.");
	assert_true(
	    read(NOTES "nr,rolle,titel,konkretisering,læringsstrategi,metoder\n1,R,T,,x,\n"));
	assert_string_equal(file.goals[0].strategy, "x");
}

static void
lines_about_the_list_are_checked(void **state)
{
	(void)state;
	refused(NOTES "# farve: blå\n" HEADER ROW("1"), 10, 0, "\"farve\" kendes ikke");
	refused(NOTES "# code: y\n" HEADER ROW("1"), 10, 0, "står også i linje 1");
	refused("# code: Å\n# title: K\n# stage: KBU\n# version: 1\n# cutoff_basis: ANSAT\n"
	        "# cutoff_date: 2017-08-01\n# source: s\n# demo: nej\n" HEADER ROW("1"),
	    1, 0, "små bogstaver");
	refused("# code: x\n# title: K\n# stage: KBU\n# version: 1\n# cutoff_basis: ANSAT\n"
	        "# cutoff_date: 2017-02-29\n# source: s\n# demo: nej\n" HEADER ROW("1"),
	    6, 0, "er ikke en dato");
	refused("# code: x\n# title: K\n# stage: INTRO\n# version: 1\n# cutoff_basis: ANSAT\n"
	        "# cutoff_date: 2017-08-01\n# source: s\n# demo: nej\n" HEADER ROW("1"),
	    1, 0, "Specialet mangler");
	refused(
	    "# code: x\n# title: K\n# stage: KBU\n# specialty: Kirurgi\n# version: 1\n"
	    "# cutoff_basis: ANSAT\n# cutoff_date: 2017-08-01\n# source: s\n# demo: nej\n" HEADER
	        ROW("1"),
	    4, 0, "KBU hører ikke");
	refused("# code: x\n# title: K\n# stage: KBU\n# version:\n# cutoff_basis: ANSAT\n"
	        "# cutoff_date: 2017-08-01\n# source: s\n# demo: nej\n" HEADER ROW("1"),
	    4, 0, "mangler en værdi");
	refused("# code: x\n# title: K\n# stage: KBU\n# version: 1\n# cutoff_basis: ANSAT\n"
	        "# cutoff_date: 2017-08-01\n# source: s\n# demo: ja\n" HEADER ROW("1"),
	    2, 0, "skal begynde med \"Demo\"");
}

static void
what_the_spreadsheet_made_of_a_text_is_recognised(void **state)
{
	(void)state;
	refused(NOTES HEADER "1;R;T;#NAVN?;;;;\n", 11, 4, "for en formel");
	refused(NOTES HEADER "1;R;T;bl\xe5;;;;\n", 11, 4, "UTF-8");
	refused(NOTES HEADER, 10, 0, "ingen mål");
}

static void
every_fault_of_the_file_is_told_in_order_and_nothing_is_half_read(void **state)
{
	static const uint32_t lines[] = { 2, 4, 10, 11, 12, 12, 13, 14 };

	(void)state;
	assert_false(read("# code: x\n# title:\n# stage: HU\n# specialty:\n# version: 1\n"
	                  "# cutoff_basis: ANSAT\n# cutoff_date: 2017-08-01\n# source: s\n"
	                  "# demo: nej\nfarve;" HEADER "x;1;R;\n;;R;;;;;;\n;1;R;T;;;;;X\n"
	                  ";1;R;T;;;;;\n"));
	assert_int_equal(faults.n, 8);
	for (size_t i = 0; i < 8; i++)
		assert_int_equal(faults.fault[i].at.line, lines[i]);
	assert_null(file.goals);
	assert_null(file.code);
}

/* --- the try-out lists ---------------------------------------------------------------- */

static void
read_seed(const char *name)
{
	char *path = arena_format(arena, "schema/seed/curricula/%s.csv", name);
	char *at = arena_take(arena, SHEET_BYTES);
	FILE *f = fopen(path, "rb");
	size_t n;

	if (f == NULL)
		fail_msg("%s cannot be opened", path);
	n = fread(at, 1, SHEET_BYTES, f);
	fclose(f);
	if (read_bytes(at, n))
		return;
	for (size_t i = 0; i < faults.n; i++)
		print_error("%s: %s\n", path, sheet_fault_text(arena, &faults.fault[i]));
	fail_msg("%s has faults", path);
}

/* How many different headings the goals have. */
static size_t
headings(void)
{
	size_t n = 0;

	for (size_t i = 0; i < file.ngoals; i++) {
		size_t j = 0;

		while (j < i && strcmp(file.goals[i].heading, file.goals[j].heading) != 0)
			j++;
		n += j == i;
	}
	return n;
}

static void
the_eighteen_disease_manifestations_are_there(void **state)
{
	static const char *const titles[] = { "Brystsmerter", "Respirationspåvirkning",
		"Kredsløbspåvirkning", "Ødemer", "Langvarig feber", "Utilsigtet vægttab", "Anæmi",
		"Smerter i bevægeapparatet", "Abdominalsmerter og afføringsforstyrrelser",
		"Kroniske smerter", "Nyrefunktionspåvirkning", "Leversygdom",
		"Behandlingsjustering ved kronisk sygdom", "Funktionstab", "Fald og svimmelhed",
		"Bevidsthedssvækkelse", "Fokale neurologiske udfald", "Det abnorme blodbillede" };

	(void)state;
	read_seed("intern-medicin-faelles-2007");
	assert_false(file.demo);
	assert_int_equal(file.ngoals, 18);
	for (size_t i = 0; i < 18; i++)
		assert_string_equal(file.goals[i].title, titles[i]);
}

static void
the_demo_lists_are_read_and_are_marked(void **state)
{
	static const struct {
		const char *name, *first, *last;
		enum curriculum_stage stage;
		size_t goals;
	} lists[] = {
		{ "demo-kbu", "1", "16", CURRICULUM_KBU, 16 },
		{ "demo-intro-medicin", "I1", "I12", CURRICULUM_INTRO, 12 },
		{ "demo-hoveduddannelse", "1.1", "7.9", CURRICULUM_HU, 100 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		read_seed(lists[i].name);
		assert_true(file.demo);
		assert_int_equal(file.stage, lists[i].stage);
		assert_int_equal(file.ngoals, lists[i].goals);
		assert_string_equal(file.goals[0].number, lists[i].first);
		assert_string_equal(file.goals[file.ngoals - 1].number, lists[i].last);
		assert_int_equal(headings(), 7);
		for (size_t j = 0; j < file.ngoals; j++) {
			if (file.goals[j].clarification[0] == '\0' || file.goals[j].nmethods == 0)
				fail_msg("%s %s is not whole", lists[i].name, file.goals[j].number);
		}
	}
}

/* Each role once, in the order of the headings, and the anatomy of domain 6.2. */
static void
the_main_training_is_grouped_by_role_and_has_texts_of_real_length(void **state)
{
	static const char *const roles[] = { "Medicinsk ekspert", "Kommunikator", "Samarbejder",
		"Leder/administrator", "Sundhedsfremmer", "Akademiker", "Professionel" };

	(void)state;
	read_seed("demo-hoveduddannelse");
	for (size_t i = 0; i < file.ngoals; i++) {
		const struct curriculum_goal *g = &file.goals[i];
		size_t n = utf8_count(g->clarification);

		assert_in_range(g->number[0], '1', '7');
		assert_string_equal(g->heading, roles[g->number[0] - '1']);
		if (n < 200 || n > 700)
			fail_msg("%s: a clarification of %zu characters", g->number, n);
		assert_string_not_equal(g->strategy, "");
		assert_string_not_equal(g->placement, "");
	}
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(all_that_a_goal_has_is_read),
		TEST(R_MAL_02_each_cutoff_basis_is_known_and_no_other),
		TEST(T_067_goals_come_in_natural_order),
		TEST(R_DM_01_a_number_comes_once_in_a_list),
		TEST(R_DM_02_what_is_no_number_is_refused),
		TEST(empty_cells_that_must_be_filled_are_told_by_field),
		TEST(texts_have_the_length_that_there_is_room_for),
		TEST(methods_and_minimums_belong_together),
		TEST(columns_unknown_missing_or_twice_are_told),
		TEST(lines_about_the_list_are_checked),
		TEST(what_the_spreadsheet_made_of_a_text_is_recognised),
		TEST(every_fault_of_the_file_is_told_in_order_and_nothing_is_half_read),
		TEST(the_eighteen_disease_manifestations_are_there),
		TEST(the_demo_lists_are_read_and_are_marked),
		TEST(the_main_training_is_grouped_by_role_and_has_texts_of_real_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
