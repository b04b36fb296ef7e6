/* SPDX-License-Identifier: MPL-2.0
 *
 * A report: one model, three renderers (PDF, XLSX, JSON), so that no form says what another
 * leaves out.  Everything in it is borrowed from the arena of the request.
 */
#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "column.h"
#include "day.h"
#include "text.h"

/* One column of a table that is shown: which member of the row, under which heading. */
struct shown {
	const struct column *column;
	const char *heading; /* Danish */
	uint8_t width;       /* share of the paper's width; all of a table add up to 100 */
};

/* A note that stands in full under one row of a table (a merit note under its competency). */
struct row_note {
	size_t row;        /* index into the table's rows */
	const char *label; /* "Meritnotat af 01.03.2027, Videreuddannelsessekretariatet Nord" */
	const char *text;  /* may hold line breaks; any length */
};

struct table {
	const char *caption; /* a heading in the PDF's structure, a sheet's name */
	const char *key;     /* its name in JSON: "kompetencer" */
	const struct shown *shown;
	size_t columns;
	const void *rows;
	size_t n, size;      /* rows; bytes of one row */
	const char *group;   /* NULL, or the name of a text column: rows with the same value after
				 * one another stand under a subheading (role headings of a curriculum) */
	size_t group_offset; /* offset of that const char * in the row */
	const char *group_heading;    /* the group's heading as a column of a sheet: "Rolle" */
	const struct row_note *notes; /* sorted by row */
	size_t nnotes;
	const char *empty; /* what to say when there are no rows */
};

/* A label and its value, above the tables. */
struct fact {
	const char *label, *value;
	const char *key; /* its name in JSON */
};

/* A free text with a heading: a merit note that is linked to no competency. */
struct passage {
	const char *heading, *label, *text;
};

/* A file that is appended, all its pages, behind a cover line. */
struct appendix {
	const char *title;  /* bookmark and cover line: "Bilag 1: Meritbrev af 01.03.2027" */
	const char *type;   /* application/pdf, image/jpeg, image/png */
	const char *sha256; /* 64 hex digits, printed on the cover line */
	struct bytes content;
};

struct report {
	const char *title;    /* "Kompetencer" */
	const char *subtitle; /* curriculum and version */
	const char
	    *subject; /* the doctor's name: on every page; NULL for a list of many, XLSX alone */
	const char *subject_cpr; /* "750385-4321": on every page (R-PRN-02); never in a file name */
	struct moment printed;   /* now, as handed in */
	const char *reference;   /* what the file is known by, in its properties; NULL: nothing */
	const struct fact *facts;
	size_t nfacts;
	const struct table *tables;
	size_t ntables;
	const char *passages_heading; /* "Meritnotater uden kompetence" */
	const struct passage *passages;
	size_t npassages;
	const struct appendix *appendices;
	size_t nappendices;
	const char *note; /* closing words; may be NULL */
	const char *const
	    *signs; /* on paper alone: what is to be written above lines: "Underskrift" */
	size_t nsigns;
};

/* Why a report could not be made; nothing half-made is ever answered. */
enum report_fault {
	REPORT_FINE,
	REPORT_APPENDIX, /* an appendix cannot be drawn; which one is in *bad */
	REPORT_ROOM      /* no room for a temporary file, or a library failed */
};

/* Each renders into the arena.  *bad is the index of the appendix at fault. */
enum report_fault pdf_of(struct arena *, const struct report *, struct bytes *out, size_t *bad);
enum report_fault xlsx_of(struct arena *, const struct report *, struct bytes *out);
enum report_fault json_of(struct arena *, const struct report *, struct bytes *out);

#endif
