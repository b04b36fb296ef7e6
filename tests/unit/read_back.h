/* SPDX-License-Identifier: MPL-2.0
 *
 * Reports read back by programs that are not ours, for the renderers' tests.
 */
#ifndef READ_BACK_H
#define READ_BACK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <json-c/json.h>

#include "report.h"
#include "sample_report.h"

#define assert_holds(text, part) \
	do { \
		if (strstr((text), (part)) == NULL) \
			fail_msg("\"%s\" is not in: %.2000s", (part), (text)); \
	} while (0)

/* How often the part stands in the text. */
int times_in(const char *text, const char *part);
/* White space, page breaks too, as single spaces. */
const char *one_line(struct arena *, const char *);

/* What a shell command says of the bytes; each %s is the path of a file that holds them. */
char *ask(struct arena *, struct bytes, const char *command);

char *pdf_text(struct arena *, struct bytes);
char *pdf_page_text(struct arena *, struct bytes, int page);
int pdf_pages(struct arena *, struct bytes);
/* Pairs of lines that are printed over one another. */
int pdf_lines_over_one_another(struct arena *, struct bytes);
/* The text of the tree, in its order, on one line. */
const char *pdf_cells(struct arena *, struct bytes);

/* The XML of the nth sheet. */
char *xlsx_sheet(struct arena *, struct bytes, int n);
/* A cell of that XML as the paper writes it; "" for an empty one. */
const char *
xlsx_as_text(struct arena *, const char *sheet, size_t row, size_t column, enum column_type);

/* The report rendered as JSON and parsed; let go with the arena. */
struct json_object *json_parsed(struct arena *, const struct report *);
/* The value at a path like "tables.kompetencer.3.title", as a string; fails when missing. */
const char *json_at(struct json_object *, const char *path);
/* A value as the paper writes it. */
const char *json_as_text(struct arena *, struct json_object *, enum column_type);

/* Appends a file of the folder to the report, as "Bilag N: NAME". */
void
append(struct arena *, struct report *, const char *folder, const char *name, const char *type);

/* Of a sample report: its only table and the table's rows, writable. */
struct table *table_of(const struct report *);
struct sample_row *row_of(const struct report *, size_t i);

/* Text that says at each word which one it is ("ord0000 bedømmer ord0001 …"), so that a lost
 * word is missed. */
char *long_text(struct arena *, size_t characters);

/* Kilobytes of memory that the process really has. */
size_t resident_kb(void);

#endif
