/* SPDX-License-Identifier: MPL-2.0
 *
 * A row goes to the database as the JSON it came as, in which numbers of the file have become those of the
 * database, and moments are written as the database reads them; the statement of its kind (take.sql) looks up
 * codes and names itself, and puts nothing in where one of them is not there.
 */
#include <string.h>

#include "number.h"
#include "queries/take.h"
#include "taking.h"

static struct bytes
once_of(struct taking *t)
{
	unsigned char *once = arena_take(t->arena, 16);

	secret_random(once, 16);
	return (struct bytes){ once, 16 };
}

/* Each kind has a statement of its own; here they are one. */
#define ALONE(st) \
	static enum db_outcome put_##st(struct taking *t, const char *row) \
	{ \
		return take_##st(t->db, row); \
	}
#define OF_DOCTOR(st) \
	static enum db_outcome put_##st(struct taking *t, const char *row) \
	{ \
		return take_##st(t->db, t->doctor, row); \
	}
#define OF_DOCTOR_ONCE(st) \
	static enum db_outcome put_##st(struct taking *t, const char *row) \
	{ \
		return take_##st(t->db, t->doctor, row, once_of(t)); \
	}
OF_DOCTOR(courses)
OF_DOCTOR(lists)
OF_DOCTOR(elements)
ALONE(agreements)
OF_DOCTOR(moves)
ALONE(curriculum_moves)
ALONE(handovers)
OF_DOCTOR(absences)
OF_DOCTOR(uploaded)
OF_DOCTOR_ONCE(file_steps)
OF_DOCTOR(approvals)
OF_DOCTOR_ONCE(merits)
OF_DOCTOR(decisions)
OF_DOCTOR_ONCE(sheets)
OF_DOCTOR(cards)
OF_DOCTOR_ONCE(entries)
OF_DOCTOR(card_merits)
OF_DOCTOR(attestations)
OF_DOCTOR(records)
OF_DOCTOR(research)
OF_DOCTOR(research_courses)
OF_DOCTOR(research_supervisors)
OF_DOCTOR_ONCE(plans)
OF_DOCTOR_ONCE(talks)
OF_DOCTOR_ONCE(minutes)
OF_DOCTOR_ONCE(resets)
OF_DOCTOR_ONCE(employments)
OF_DOCTOR_ONCE(remarks)
OF_DOCTOR_ONCE(signed)
OF_DOCTOR_ONCE(submissions)
OF_DOCTOR(submission_steps)
ALONE(submission_files)
OF_DOCTOR(chain)
OF_DOCTOR(looks)

static enum db_outcome (*const puts_of[JOURNAL_KINDS])(struct taking *, const char *row) = {
	[JOURNAL_FORLOEB] = put_courses,
	[JOURNAL_MAALBESKRIVELSER] = put_lists,
	[JOURNAL_DELFORLOEB] = put_elements,
	[JOURNAL_AFTALER] = put_agreements,
	[JOURNAL_FLYTNINGER] = put_moves,
	[JOURNAL_LISTESKIFT] = put_curriculum_moves,
	[JOURNAL_OVERDRAGELSER] = put_handovers,
	[JOURNAL_FRAVAER] = put_absences,
	[JOURNAL_FILER] = put_uploaded,
	[JOURNAL_FILHISTORIE] = put_file_steps,
	[JOURNAL_KOMPETENCER] = put_approvals,
	[JOURNAL_MERIT] = put_merits,
	[JOURNAL_AFGOERELSER] = put_decisions,
	[JOURNAL_KORT] = put_sheets,
	[JOURNAL_KOMPETENCEKORT] = put_cards,
	[JOURNAL_REGISTRERINGER] = put_entries,
	[JOURNAL_KORTMERIT] = put_card_merits,
	[JOURNAL_ATTESTATIONER] = put_attestations,
	[JOURNAL_KURSER] = put_records,
	[JOURNAL_FORSKNING] = put_research,
	[JOURNAL_FORSKNINGSKURSER] = put_research_courses,
	[JOURNAL_FORSKNINGSVEJLEDERE] = put_research_supervisors,
	[JOURNAL_UDDANNELSESPLANER] = put_plans,
	[JOURNAL_SAMTALER] = put_talks,
	[JOURNAL_REFERATER] = put_minutes,
	[JOURNAL_NULSTILLINGER] = put_resets,
	[JOURNAL_ANSAETTELSER] = put_employments,
	[JOURNAL_ANSAETTELSESBEMAERKNINGER] = put_remarks,
	[JOURNAL_ANSAETTELSESOVERSIGTER] = put_signed,
	[JOURNAL_BESTILLINGER] = put_submissions,
	[JOURNAL_INDSENDELSER] = put_submission_steps,
	[JOURNAL_INDSENDTE_FILER] = put_submission_files,
	[JOURNAL_KAEDE] = put_chain,
	[JOURNAL_OPSLAG] = put_looks,
};

/* --- the row as it is handed over --------------------------------------------------------------- */

static uint32_t
id_of(const struct taking *t, enum journal_kind_no k, uint32_t nth)
{
	return k == JOURNAL_PERSONER ? t->persons[nth - 1] : t->kinds[k].id[nth - 1];
}

static const char *
ids_of(struct taking *t, const struct journal_ref *r, const char *list)
{
	const char ends[] = { r->parting, '\0' };
	struct text ids = { .arena = t->arena };

	for (size_t n; *list != '\0'; list += n + (list[n] != '\0')) {
		char letter[2] = "";
		uint32_t nth = 0;
		enum journal_kind_no to;

		n = strcspn(list, ends);
		to = journal_item(
		    r, list, n, letter, &nth); /* whole.c has looked that it is there */
		text_format(&ids, "%s%s%u", ids.len == 0 ? "" : ends, letter, id_of(t, to, nth));
	}
	return ids.len == 0 ? "" : ids.at;
}

static struct json_object *
resolved(struct taking *t, enum journal_kind_no k, size_t row, const struct journal_ref *r)
{
	const enum journal_kind_no to =
	    r->how == REF_CHAINED ? journal_of_word(text_in(t, k, row, "kind")) : r->to;

	if (r->how == REF_LIST || r->how == REF_PARTS)
		return json_object_new_string(ids_of(t, r, text_in(t, k, row, r->member)));
	return json_object_new_int64(id_of(t, to, number_in(t, k, row, r->member)));
}

/* "2027-03-01T13:05:00Z" → "2027-03-01 13:05:00" */
static struct json_object *
stored_moment(struct taking *t, const char *iso)
{
	return json_object_new_string(arena_format(t->arena, "%.10s %.8s", iso, iso + 11));
}

static struct json_object *
stored(struct taking *t, enum journal_kind_no k, size_t row, const struct column *c)
{
	struct json_object *v = json_object_object_get(t->kinds[k].row[row], c->name);

	if (v == NULL)
		return NULL;
	for (const struct journal_ref *r = journal_kinds[k].refs; r->member != NULL; r++)
		if (strcmp(r->member, c->name) == 0)
			return resolved(t, k, row, r);
	if (c->type == DB_MOMENT)
		return stored_moment(t, json_object_get_string(v));
	if (c->type == DB_BOOL)
		return json_object_new_int(json_object_get_boolean(v));
	return json_object_get(v);
}

static const char *
handed(struct taking *t, enum journal_kind_no k, size_t row)
{
	struct json_object *o = json_object_new_object();
	const char *text;

	for (const struct column *c = journal_kinds[k].columns; c->name != NULL; c++)
		json_object_object_add(o, c->name, stored(t, k, row, c));
	text = arena_string(t->arena,
	    json_object_to_json_string_ext(
	        o, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(o);
	return text;
}

/* --- what a row needs before it ------------------------------------------------------------------- */

static enum db_outcome
need_role(
    struct taking *t, enum journal_kind_no k, size_t row, const char *member, const char *role)
{
	const uint32_t nth = number_in(t, k, row, member);
	const char *since = text_in(t, k, row, k == JOURNAL_FORSKNING ? "at" : "since");
	struct day day;

	if (nth == 0 || !day_read(arena_copy(t->arena, since, 10), &day))
		return DB_ONE;
	return take_role(t->db, t->persons[nth - 1], role, day);
}

static enum db_outcome
need_content(struct taking *t, size_t row)
{
	const struct packed *p = take_file(t, row);
	const struct hash h = hash_sha256(p->content.at, p->content.n);

	return take_content(t->db, hash_bytes(&h), p->content);
}

/* What is there already does as well. */
static bool
need(struct taking *t, enum journal_kind_no k, size_t row, const char *handed_over)
{
	if (k == JOURNAL_FILER)
		need_content(t, row);
	else if (k == JOURNAL_FORSKNING)
		need_role(t, k, row, "asked", "KURSUSUDBYDER");
	else if (k == JOURNAL_FORSKNINGSVEJLEDERE)
		need_role(t, k, row, "supervisor", "FORSKVEJLEDER");
	else if (k == JOURNAL_KURSER)
		take_run(t->db, handed_over, once_of(t));
	return db_failed(t->db) == DB_ONE;
}

/* A version; the first one makes the note. */
static enum db_outcome
put_note(struct taking *t, size_t row, const char *handed_over)
{
	struct read_rows *notes = &t->kinds[JOURNAL_NOTATER];
	enum db_outcome o = DB_ONE;

	if (row > 0 &&
	    number_in(t, JOURNAL_NOTATER, row - 1, "id") ==
	        number_in(t, JOURNAL_NOTATER, row, "id")) {
		notes->id[row] = notes->id[row - 1];
	} else {
		o = take_note(t->db, t->doctor, handed_over, once_of(t));
		notes->id[row] = db_inserted(t->db);
	}
	return o == DB_ONE ? take_note_version(t->db, notes->id[row], handed_over) : o;
}

/* The number that the row got; that of a row that was linked stands in its link. */
static enum db_outcome
keep_id(struct taking *t, enum journal_kind_no k, size_t row)
{
	struct take_linked linked = { 0 };

	if (journal_kinds[k].chained[0] == '\0') {
		t->kinds[k].id[row] = db_inserted(t->db);
		return DB_ONE;
	}
	if (take_linked(t->db, t->doctor, ++t->links, &linked) != DB_ONE)
		return DB_NONE;
	t->kinds[k].id[row] = linked.row_id;
	return DB_ONE;
}

enum db_outcome
put_row(struct taking *t, enum journal_kind_no k, size_t row)
{
	const char *handed_over = handed(t, k, row);
	enum db_outcome o;

	t->stuck = k;
	t->stuck_row = row;
	if (!need(t, k, row, handed_over))
		return db_failed(t->db);
	if (k == JOURNAL_NOTATER)
		return put_note(t, row, handed_over);
	o = puts_of[k](t, handed_over);
	return o == DB_ONE ? keep_id(t, k, row) : o;
}
