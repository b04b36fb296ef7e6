/* SPDX-License-Identifier: MPL-2.0
 *
 * Inside intake*.c only.  Whatever a file is written in, it becomes rows: one value for each
 * column of the form.  JSON is nested; a row is then one leaf with all that is around it, as
 * a row of the CSV has it.  So a form is read once, and both ways to write it hold the same.
 */
#ifndef INTAKE_PART_H
#define INTAKE_PART_H

#include "intake.h"

/* The most characters that the columns of the database hold. */
enum {
	INTAKE_CODE_MOST = 20, /* of a place */
	INTAKE_SPECIALTY_MOST = 40,
	INTAKE_REGION_MOST = 10,
	INTAKE_NUMBER_MOST = 40, /* of a course, of a position */
	INTAKE_AGREEMENT_MOST = 60,
	INTAKE_ROUND_MOST = 20,
	INTAKE_PLACE_NAME_MOST = 200,
	INTAKE_EFFECT_MOST = 1000,
	INTAKE_COURSE_NAME_MOST = 200,
	INTAKE_LEVELS = 3,
	INTAKE_COLUMNS = 40,
	INTAKE_REASONS = 10, /* told of one subject */
};

/* A column of CSV, a key of JSON. */
struct intake_column {
	const char *name, *also; /* also: with æ, ø, å; or NULL */
	bool must;               /* the heading has to be there; the cell may still be empty */
	unsigned level;          /* how deep in JSON: person 0, course 1, element 2 */
};

struct intake_table {
	const char *form; /* its word */
	const struct intake_column *columns;
	size_t n;
	const char
	    *lists[INTAKE_LEVELS - 1]; /* key of the list of the next level; NULL at the end */
};

/* As many values as the table has columns; "" where there is none. */
struct intake_row {
	const char **value;
	uint32_t line;
};

struct intake_rows {
	struct arena *arena;
	const struct intake_table *table;
	uint32_t column[INTAKE_COLUMNS]; /* of the file, from 1; 0 in JSON */
	struct intake_row *row;
	size_t n, room;
	struct day today;
};

/* What is being read, and what is wrong with it. */
struct intake_subject {
	const struct intake_rows *rows;
	const char *label;
	uint32_t line;
	struct text why;
	size_t n; /* reasons */
};

/* --- rows (intake_csv.c, intake_json.c) ------------------------------------------------ */

/* False, with faults: not of the form. */
bool intake_rows_of_csv(struct bytes, struct intake_rows *, struct sheet_faults *);
bool intake_rows_of_json(struct bytes, struct intake_rows *, struct sheet_faults *);
/* Does it begin as SHAKCOMPLETE.TXT, and its rows (intake_shak.c). */
bool intake_is_shak(struct bytes);
bool intake_rows_of_shak(struct bytes, struct intake_rows *, struct sheet_faults *);
/* One thing of level 0 alone. */
bool intake_rows_of_json_one(const char *, struct intake_rows *);

/* A new row, its values all "". */
struct intake_row *intake_row_add(struct intake_rows *, uint32_t line);
/* The column with that name, or n. */
size_t intake_column_of(const struct intake_table *, const char *name);

/* --- what is wrong (intake_blame.c) ------------------------------------------------------------ */

/* Something wrong: with that column of that row, or (column SIZE_MAX) with the whole. */
void intake_blame(struct intake_subject *, const struct intake_row *, size_t column,
    const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Makes them the refused of the file, in its order. */
void intake_refuse_all(struct intake *, struct intake_subject *, size_t n);
/* What may be shown of a value: clipped, and never what may be a CPR number. */
const char *intake_quoted(struct arena *, const char *);
/* Does a CPR number that can be stand anywhere in it, in one piece or as six digits and four? */
bool intake_holds_cpr(const char *);
/* The label of somebody: the first of these that says something and is no CPR number. */
const char *intake_label(struct arena *, const char *name, const char *id);

/* --- values (intake_value.c, intake_who.c) ------------------------------------------------- */

/* Each answers what the row holds in that column, or blames and answers something harmless. */
const char *
intake_text(struct intake_subject *, const struct intake_row *, size_t column, size_t most);
/* As intake_text, and it may not be empty; missing is the sentence that says so. */
const char *intake_needed(struct intake_subject *, const struct intake_row *, size_t column,
    size_t most, const char *missing);
/* What something is called where it comes from; it may not be empty. */
const char *
intake_id(struct intake_subject *, const struct intake_row *, size_t column, size_t most);
/* A code of ours: one word; "" where empty and not must. */
const char *intake_code(
    struct intake_subject *, const struct intake_row *, size_t column, size_t most, bool must);
struct day intake_day(struct intake_subject *, const struct intake_row *, size_t column, bool must);
/* The day after the one that is written, since files tell the last day. */
struct day
intake_day_after(struct intake_subject *, const struct intake_row *, size_t column, bool must);
struct moment intake_moment(struct intake_subject *, const struct intake_row *, size_t column);
/* "ja", "nej", "" for no. */
bool intake_yes(struct intake_subject *, const struct intake_row *, size_t column);
/* One of the words, by its place; 0 with a reason for any other, none for "" when empty is
 * the first. */
size_t intake_word(struct intake_subject *, const struct intake_row *, size_t column,
    const char *const *words, bool may_be_empty);
enum intake_origin
intake_origin_read(struct intake_subject *, const struct intake_row *, size_t column);
/* Code of a training region, from the code or the name or "Hovedst." of a region. */
const char *
intake_region(struct intake_subject *, const struct intake_row *, size_t column, bool must);

/* Who somebody is: the columns that all forms with people share. */
struct intake_identity {
	size_t name, cpr, email, mobile, auth_id; /* columns */
};
struct intake_who {
	const char *name, *email, *mobile, *auth_id;
	struct cpr cpr;
};
struct intake_who
intake_who(struct intake_subject *, const struct intake_row *, const struct intake_identity *);

/* --- elements (intake_element.c) -------------------------------------------------------- */

/* Where a form has the columns of an element. */
struct intake_element_columns {
	size_t source_id, place, place_name, placeholder, since, until, fraction, position_no,
	    specialty, kind;
};
/* The ten columns of an element in a form whose enum names them so, on that level; and where they
 * are then, for the functions below. */
#define INTAKE_ELEMENT_TABLE(level) \
	[ELEMENT_ID] = { "delforloeb_id", "delforløb_id", true, level }, \
	[PLACE] = { "sted", NULL, true, level }, \
	[PLACE_NAME] = { "stedsnavn", NULL, false, level }, \
	[PLACEHOLDER] = { "pladsholder", NULL, false, level }, \
	[SINCE] = { "fra", NULL, true, level }, [UNTIL] = { "til", NULL, true, level }, \
	[FRACTION] = { "procent", NULL, false, level }, \
	[POSITION_NO] = { "stillingsnummer", NULL, false, level }, \
	[PLACE_SPECIALTY] = { "sted_speciale", NULL, false, level }, \
	[KIND] = { "type", NULL, false, level }
#define INTAKE_ELEMENT_AT \
	{ \
		ELEMENT_ID, PLACE, PLACE_NAME, PLACEHOLDER, SINCE, UNTIL, FRACTION, POSITION_NO, \
		    PLACE_SPECIALTY, KIND \
	}

/* Are all of them empty in that row? */
bool intake_element_is_none(const struct intake_row *, const struct intake_element_columns *);
void intake_element_read(struct intake_subject *, const struct intake_row *,
    const struct intake_element_columns *, struct intake_element *);
/* In order of time; blames those that have the same name or lie over each other. */
void intake_elements_order(struct intake_subject *, struct intake_element *, size_t n);
/* The code of a practice that is not yet named, made from what it is called. */
const char *intake_placeholder_code(struct arena *, const char *name);

/* --- forms (a file each) ------------------------------------------------------------ */

/* Their columns. */
extern const struct intake_table intake_person_table, intake_agreement_table, intake_kbu_table,
    intake_leader_table, intake_place_table;

/* Which rows are of one thing (intake_group.c): the rows in the order of these columns, then of
 * the file, so that what belongs together stands together. */
const struct intake_row **
intake_sorted(const struct intake_rows *, const size_t *key, size_t nkeys);
/* How many of the n rows, from the first on, have the same in these columns. */
size_t intake_run(const struct intake_row *const *row, size_t n, const size_t *key, size_t nkeys);
/* Blames what another row of the same thing says otherwise, in the columns of that level. */
void intake_same(struct intake_subject *, const struct intake_row *first,
    const struct intake_row *other, unsigned level);

/* A person that is being read. */
struct intake_draft {
	struct intake_person person;
	struct intake_subject subject;
};
/* Blames whoever cannot be along with another (the same CPR number, the same course), and parts
 * them into persons and refused, in the order of the file (intake_settle.c). */
void intake_persons_settle(struct arena *, struct intake_draft *, size_t n, struct intake *);

void intake_persons(const struct intake_rows *, struct intake *);
void intake_agreements(const struct intake_rows *, struct intake *);
void intake_kbu(const struct intake_rows *, struct intake *);
void intake_leaders(const struct intake_rows *, struct intake *);
void intake_places(const struct intake_rows *, struct intake *);

#endif
