/* SPDX-License-Identifier: MPL-2.0
 *
 * sheet [N]: how long a workbook of N doctors (25,000) takes xlsx_of(), and how much memory,
 * beside a bare libxlsxwriter program that writes the same cells, in its own way of constant
 * memory.  Each in a process of its own, in turn; the middle one of five.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "log.h"
#include "report.h"

enum { TURNS = 5, COLUMNS = 8 };

struct row {
	const char *name, *email, *region, *specialty, *place;
	uint32_t approved, all;
	struct day until;
};
#define MEMBER(m, t) \
	{ \
#m, t, false, offsetof(struct row, m), 0 \
	}
static const struct column columns[COLUMNS] = {
	MEMBER(name, DB_TEXT),
	MEMBER(email, DB_TEXT),
	MEMBER(region, DB_TEXT),
	MEMBER(specialty, DB_TEXT),
	MEMBER(place, DB_TEXT),
	MEMBER(approved, DB_U32),
	MEMBER(all, DB_U32),
	MEMBER(until, DB_DAY),
};
static const struct shown shown[COLUMNS] = {
	{ &columns[0], "Navn", 20 },
	{ &columns[1], "E-mail", 20 },
	{ &columns[2], "Region", 10 },
	{ &columns[3], "Speciale", 10 },
	{ &columns[4], "Afdeling", 10 },
	{ &columns[5], "Godkendt", 10 },
	{ &columns[6], "Af", 10 },
	{ &columns[7], "Slutter", 10 },
};
static const char *const regions[] = { "Øst", "Syd", "Nord" };

static struct row
row_of(struct arena *a, unsigned i)
{
	return (struct row){
		arena_format(a, "Anne-Mette Ørnskov %u Kærgård", i),
		arena_format(a, "anne.mette.%u@laege.example.dk", i),
		regions[i % 3],
		arena_format(a, "Speciale %u", i % 39),
		arena_format(a, "Medicinsk afdeling %u, Østerå Sygehus", i % 1200),
		i * 7 % 101,
		100,
		{ (int16_t)(2027 + i % 5), (int8_t)(1 + i % 12), (int8_t)(1 + i % 28) },
	};
}

static size_t
ours(unsigned n)
{
	struct arena *a = arena_make();
	struct row *rows = arena_array(a, n, sizeof *rows);
	struct table t = { .caption = "Læger",
		.key = "laeger",
		.shown = shown,
		.columns = COLUMNS,
		.rows = rows,
		.n = n,
		.size = sizeof *rows };
	struct report r = { .title = "Læger i uddannelse",
		.subject = "Hele landet",
		.subject_cpr = "",
		.printed = { 1803906300 },
		.tables = &t,
		.ntables = 1 };
	struct bytes out;

	for (unsigned i = 0; i < n; i++)
		rows[i] = row_of(a, i);
	if (xlsx_of(a, &r, &out) != REPORT_FINE)
		fatal("no workbook");
	return out.n;
}

static void
write_row(lxw_worksheet *w, lxw_row_t at, const struct row *r, lxw_format *day)
{
	lxw_datetime until = {
		.year = r->until.year, .month = r->until.month, .day = r->until.dom
	};

	worksheet_write_string(w, at, 0, r->name, NULL);
	worksheet_write_string(w, at, 1, r->email, NULL);
	worksheet_write_string(w, at, 2, r->region, NULL);
	worksheet_write_string(w, at, 3, r->specialty, NULL);
	worksheet_write_string(w, at, 4, r->place, NULL);
	worksheet_write_number(w, at, 5, r->approved, NULL);
	worksheet_write_number(w, at, 6, r->all, NULL);
	worksheet_write_datetime(w, at, 7, &until, day);
}

static size_t
bare(unsigned n)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	char path[] = "/tmp/sheet.XXXXXX";
	int fd = mkstemp(path);
	lxw_workbook *book = workbook_new_opt(path, &options);
	lxw_worksheet *w = workbook_add_worksheet(book, "Læger");
	lxw_format *day = workbook_add_format(book);
	struct arena *a = arena_make();
	off_t size;

	format_set_num_format(day, "dd\\.mm\\.yyyy");
	for (lxw_col_t i = 0; i < COLUMNS; i++)
		worksheet_write_string(w, 0, i, shown[i].heading, NULL);
	for (unsigned i = 0; i < n; i++) {
		struct row r = row_of(a, i);

		write_row(w, i + 1, &r, day);
		arena_reset(a);
	}
	if (workbook_close(book) != LXW_NO_ERROR)
		fatal("no bare workbook");
	size = lseek(fd, 0, SEEK_END);
	unlink(path);
	return (size_t)size;
}

/* One of them in a process of its own: milliseconds and megabytes. */
static void
measure(size_t (*make)(unsigned), unsigned n, double *ms, double *mb)
{
	struct timespec from, to;
	struct rusage used;
	int status;
	pid_t child;

	clock_gettime(CLOCK_MONOTONIC, &from);
	if ((child = fork()) == 0)
		_exit(make(n) == 0);
	if (wait4(child, &status, 0, &used) != child || status != 0)
		fatal("a measured process failed");
	clock_gettime(CLOCK_MONOTONIC, &to);
	*ms = (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
	*mb = (double)used.ru_maxrss / 1024;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
middle(double values[TURNS])
{
	qsort(values, TURNS, sizeof values[0], compare);
	return values[TURNS / 2];
}

int
main(int argc, char **argv)
{
	unsigned n = argc > 1 ? (unsigned)atoi(argv[1]) : 25000;
	double our_ms[TURNS], our_mb[TURNS], bare_ms[TURNS], bare_mb[TURNS];

	setenv("TZ", "Europe/Copenhagen", 1);
	for (size_t i = 0; i < TURNS; i++) {
		measure(ours, n, &our_ms[i], &our_mb[i]);
		measure(bare, n, &bare_ms[i], &bare_mb[i]);
	}
	printf("rows=%u ms=%.0f mb=%.1f bare_ms=%.0f bare_mb=%.1f\n", n, middle(our_ms),
	    middle(our_mb), middle(bare_ms), middle(bare_mb));
	return 0;
}
