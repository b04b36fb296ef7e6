/* SPDX-License-Identifier: MPL-2.0 */
#include "read_back.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

const char *__lsan_default_suppressions(void);

/* fontconfig keeps its addresses as differences, which a leak checker cannot follow. */
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}

int
times_in(const char *text, const char *part)
{
	int n = 0;

	while ((text = strstr(text, part)) != NULL) {
		text += strlen(part);
		n++;
	}
	return n;
}

const char *
one_line(struct arena *a, const char *text)
{
	char *copy = arena_string(a, text);

	for (char *p = copy; *p != '\0'; p++)
		if (*p == '\f')
			*p = '\n';
	return text_tidy_line(a, copy);
}

static char *
read_all(struct arena *a, FILE *f, size_t *n)
{
	struct text t = { .arena = a };
	char part[4096];
	size_t got;

	text_puts(&t, "");
	while ((got = fread(part, 1, sizeof part, f)) > 0)
		text_add(&t, part, got);
	if (n != NULL)
		*n = t.len;
	return t.at;
}

char *
ask(struct arena *a, struct bytes b, const char *command)
{
	char *path = arena_string(a, P_tmpdir "/read-back-XXXXXX"), *answer;
	struct text t = { .arena = a };
	int fd = mkstemp(path);
	FILE *f;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, b.at, b.n), b.n);
	close(fd);
	for (const char *p = command; *p != '\0'; p++) {
		if (p[0] == '%' && p[1] == 's') {
			text_puts(&t, path);
			p++;
		} else
			text_add(&t, p, 1);
	}
	f = popen(t.at, "r");
	assert_non_null(f);
	answer = read_all(a, f, NULL);
	pclose(f);
	unlink(path);
	return answer;
}

char *
pdf_text(struct arena *a, struct bytes b)
{
	return ask(a, b, "pdftotext %s -");
}

char *
pdf_page_text(struct arena *a, struct bytes b, int page)
{
	return ask(a, b, arena_format(a, "pdftotext -f %d -l %d %%s -", page, page));
}

int
pdf_pages(struct arena *a, struct bytes b)
{
	return atoi(ask(a, b, "qpdf --show-npages %s"));
}

/* pdfinfo writes  "words" of each element, over several lines when they are, with the
 * element's name and attributes between. */
const char *
pdf_cells(struct arena *a, struct bytes b)
{
	char *tree = ask(a, b, "pdfinfo -struct-text %s"), *end;
	struct text t = { .arena = a };

	text_puts(&t, "");
	while ((tree = strstr(tree, " \"")) != NULL && (end = strstr(tree, "\"\n")) != NULL) {
		text_add(&t, tree + 2, (size_t)(end - tree - 2));
		text_puts(&t, "\n");
		tree = end + 2;
	}
	return one_line(a, t.at);
}

struct box {
	int page;
	double left, top, right, bottom;
};

static bool
lie_over(const struct box *a, const struct box *b)
{
	double high = fmin(a->bottom, b->bottom) - fmax(a->top, b->top);
	double wide = fmin(a->right, b->right) - fmax(a->left, b->left);

	return a->page == b->page && wide > 1 && high > 0.35 * (a->bottom - a->top);
}

int
pdf_lines_over_one_another(struct arena *a, struct bytes b)
{
	struct box boxes[4000];
	size_t n = 0;
	int page = 0, over = 0;

	for (char *p = strtok(ask(a, b, "pdftotext -bbox %s -"), "\n"); p != NULL;
	     p = strtok(NULL, "\n")) {
		struct box *x = &boxes[n];

		if (strstr(p, "<page ") != NULL)
			page++;
		if (n < 4000 && (p = strstr(p, "<word ")) != NULL &&
		    sscanf(p, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x->left,
		        &x->top, &x->right, &x->bottom) == 4) {
			x->page = page;
			n++;
		}
	}
	assert_in_range(n, 100, 4000);
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			over += lie_over(&boxes[i], &boxes[j]);
	return over;
}

char *
xlsx_sheet(struct arena *a, struct bytes b, int n)
{
	return ask(a, b, arena_format(a, "unzip -p %%s xl/worksheets/sheet%d.xml", n));
}

/* What stands between the tags, without XML's escapes. */
static char *
between(struct arena *a, const char *from, const char *to)
{
	char *text = arena_copy(a, from, (size_t)(to - from)), *out = text;
	static const char *const escapes[] = { "&amp;", "&lt;", "&gt;", "&quot;" };

	for (char *p = text; *p != '\0'; p++) {
		char c = *p;

		for (size_t i = 0; i < 4; i++)
			if (strncmp(p, escapes[i], strlen(escapes[i])) == 0) {
				c = "&<>\""[i];
				p += strlen(escapes[i]) - 1;
				break;
			}
		*out++ = c;
	}
	*out = '\0';
	return text;
}

static const char *
serial_as_text(struct arena *a, double serial, enum column_type type)
{
	double days = floor(serial + 1e-9);
	long minutes = lround((serial - days) * 24 * 60 - 0.49);
	const char *day = day_text(a, day_of_number((int32_t)days - 25569));

	if (type == DB_DAY)
		return day;
	return arena_format(a, "%s kl. %02ld.%02ld", day, minutes / 60, minutes % 60);
}

const char *
xlsx_as_text(struct arena *a, const char *sheet, size_t row, size_t column, enum column_type type)
{
	char *name = arena_format(a, "<c r=\"%c%zu\" ", (char)('A' + (int)column), row + 1);
	const char *cell = strstr(sheet, name), *end, *value;

	if (cell == NULL)
		return "";
	end = strstr(cell, "</c>");
	assert_non_null(end);
	value = strstr(cell, "<v>");
	if (value != NULL && value < end) {
		char *number = between(a, value + 3, strstr(value, "</v>"));

		return type == DB_DAY || type == DB_MOMENT
		    ? serial_as_text(a, strtod(number, NULL), type)
		    : number;
	}
	value = strstr(cell, "<t");
	assert_true(value != NULL && value < end);
	value = strchr(value, '>') + 1;
	return between(a, value, strstr(value, "</t>"));
}

static void
put_json(void *o)
{
	json_object_put(o);
}

struct json_object *
json_parsed(struct arena *a, const struct report *r)
{
	struct bytes b = { NULL, 0 };
	struct json_object *o;

	assert_int_equal(json_of(a, r, &b), REPORT_FINE);
	assert_true(utf8_is_valid((const char *)b.at, b.n));
	o = json_tokener_parse((const char *)b.at);
	assert_non_null(o);
	arena_defer(a, put_json, o);
	return o;
}

const char *
json_at(struct json_object *o, const char *path)
{
	char part[40];
	int n;

	while (sscanf(path, "%39[^.]%n", part, &n) == 1) {
		o = json_object_is_type(o, json_type_array)
		    ? json_object_array_get_idx(o, (size_t)atoi(part))
		    : json_object_object_get(o, part);
		if (o == NULL)
			fail_msg("nothing at %s", path);
		path += n;
		path += *path == '.';
	}
	return json_object_get_string(o);
}

const char *
json_as_text(struct arena *a, struct json_object *o, enum column_type type)
{
	const char *text = o == NULL ? "" : json_object_get_string(o);
	struct day d;
	int hour, minute;

	if (o == NULL)
		return "";
	if (type == DB_BOOL)
		return json_object_get_boolean(o) ? "ja" : "nej";
	if (type == DB_DAY && day_read(text, &d))
		return day_text(a, d);
	if (type != DB_MOMENT)
		return text;
	assert_int_equal(sscanf(text + 10, "T%d:%d", &hour, &minute), 2);
	assert_true(day_read(arena_copy(a, text, 10), &d));
	return moment_text(
	    a, (struct moment){ (int64_t)day_number(d) * 86400 + hour * 3600 + minute * 60 });
}

void
append(struct arena *a, struct report *r, const char *folder, const char *name, const char *type)
{
	struct appendix *all = arena_array(a, r->nappendices + 1, sizeof *all);
	struct appendix *new = &all[r->nappendices];
	FILE *f = fopen(arena_format(a, "%s/%s", folder, name), "rb");

	assert_non_null(f);
	if (r->nappendices > 0)
		memcpy(all, r->appendices, r->nappendices * sizeof *all);
	new->title = arena_format(a, "Bilag %zu: %s", r->nappendices + 1, name);
	new->type = type;
	new->sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
	new->content.at = (unsigned char *)read_all(a, f, &new->content.n);
	fclose(f);
	r->appendices = all;
	r->nappendices++;
}

struct table *
table_of(const struct report *r)
{
	return (struct table *)(uintptr_t)r->tables;
}

struct sample_row *
row_of(const struct report *r, size_t i)
{
	return (struct sample_row *)(uintptr_t)r->tables->rows + i;
}

char *
long_text(struct arena *a, size_t characters)
{
	struct text t = { .arena = a };

	for (unsigned i = 0; i * 17 < characters; i++)
		text_format(&t, "ord%04u bedømmer ", i);
	return t.at;
}

size_t
resident_kb(void)
{
	FILE *f = fopen("/proc/self/statm", "r");
	size_t all = 0, resident = 0;

	assert_non_null(f);
	assert_int_equal(fscanf(f, "%zu %zu", &all, &resident), 2);
	fclose(f);
	return resident * (size_t)sysconf(_SC_PAGESIZE) / 1024;
}
