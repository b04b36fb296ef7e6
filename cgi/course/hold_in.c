/* SPDX-License-Identifier: MPL-2.0
 *
 * Who takes part in a hold: found by whole e-mail address, authorisation id or CPR number, one at a
 * time or from a file.  Nobody browses: each look-up is written down, and a thousand in a day and a
 * night are enough.  A file is read and shown first; what puts its doctors in is the same words again,
 * looked up anew, so that no form can name a doctor by number.
 */
#include "course.h"

#include <ctype.h>
#include <string.h>

#include "audit.h"
#include "cpr.h"
#include "person_rule.h"
#include "secret.h"
#include "sheet.h"

enum { TYPED_MOST = 254, WITHIN = 24 * 60 * 60, FILE_MOST = 256 * 1024 };

static bool
has_looked_up_enough(struct request *req, const struct subject *who)
{
	struct participants_looked_up row = { 0 };

	if (participants_looked_up(req->db, who, (struct moment){ req->now.s - WITHIN }, &row) !=
	        DB_ONE ||
	    row.n < PARTICIPANTS_LOOKED_UP_MOST)
		return false;
	answer_error(req, who, 429, "Du har søgt efter for mange i det sidste døgn",
	    "Prøv igen i morgen, eller ring til hjælpen: telefonnummeret står nederst på siden.");
	return true;
}

static bool
is_auth_id(const char *s)
{
	size_t n = strlen(s);

	for (size_t i = 0; i < n; i++)
		if (!isalnum((unsigned char)s[i]))
			return false;
	return n >= 4 && n <= AUTH_ID_MOST;
}

/* Who that is; 0 and why not. */
static uint32_t
find(struct request *req, const struct subject *who, const char *text, bool may_be_cpr,
    const char **name, const char **why)
{
	static const struct hash nobody;
	struct participant_find row = { 0 };
	struct hash hash = nobody;
	struct cpr cpr;
	bool by_cpr = cpr_read(text, &cpr), by_email = !by_cpr && email_is_possible(text);

	if ((by_cpr || cpr_is_meant(text)) && (!may_be_cpr || !by_cpr)) {
		*why = may_be_cpr
		    ? "CPR-nummeret begynder med en dato, der ikke findes."
		    : "CPR-numre må ikke stå i filen. Brug e-mail eller autorisations-id.";
		return 0;
	}
	if (!by_cpr && !by_email && !is_auth_id(text)) {
		*why =
		    "Skriv hele e-mailen, hele autorisations-id'et eller alle ti cifre i CPR-nummeret.";
		return 0;
	}
	if (by_cpr)
		hash = hash_keyed(KEY_CPR_FIND, cpr.digits, 10);
	participant_find(req->db, who, path_u32(req, "hold"), by_email ? text : "",
	    by_cpr || by_email ? "" : text, hash_bytes(&hash), &row);
	audit(req->db, who,
	    by_cpr         ? "find by cpr"
	        : by_email ? "find by email"
	                   : "find by auth id",
	    "person", row.person, "");
	if (row.person == 0)
		*why = "Ingen læge i logbogen har den adresse eller det nummer.";
	*name = row.name;
	return row.person;
}

/* Is the doctor on the hold now?  Why not, otherwise.  The turn is taken. */
static const char *
seat(struct request *req, const struct subject *who, uint32_t doctor)
{
	uint32_t run = path_u32(req, "hold");
	struct seats_taken taken = { 0 };
	enum db_outcome o = seats_taken(req->db, who, run, doctor, &taken);

	if (o == DB_ONE && taken.here)
		return NULL;
	if (o == DB_ONE && taken.n >= SEATS_MOST)
		return "Et hold kan have 60 deltagere. Del det i to.";
	if (o == DB_ONE && (o = seat_put(req->db, who, run, doctor)) == DB_TAKEN)
		o = seat_again(req->db, who, run, doctor);
	if (o == DB_NONE)
		return "Vedkommende kan ikke sættes på holdet.";
	if (o != DB_ONE)
		return "Databasen svarede ikke. Prøv igen.";
	audit(
	    req->db, who, "put on run", "person", doctor, arena_format(req->arena, "run %u", run));
	return NULL;
}

static bool
is_mine(struct request *req, const struct subject *who)
{
	struct run_mine run = { 0 };

	if (run_mine(req->db, who, path_u32(req, "hold"), &run) == DB_ONE)
		return true;
	answer_not_found(req, who);
	return false;
}

/* One at a time for each hold: two tabs would else fill it twice. */
static bool
take_turn(struct request *req, const struct subject *who)
{
	struct run_turn turn = { 0 };

	if (run_turn(req->db, who, path_u32(req, "hold"), &turn) == DB_ONE)
		return true;
	answer_not_found(req, who);
	return false;
}

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena, url_of(req->arena, "/kurser/hold/%u", path_u32(req, "hold")),
	        "besked", word));
}

void
hold_add(struct request *req, const struct subject *who, const struct form *form)
{
	const char *text = form_line(form, "q", TYPED_MOST), *name = NULL, *why = NULL;
	struct hold_view v = { 0 };
	uint32_t doctor;

	if (!take_turn(req, who) || has_looked_up_enough(req, who))
		return;
	doctor = find(req, who, text, true, &name, &why);
	if (doctor != 0)
		why = seat(req, who, doctor);
	if (why == NULL) {
		see(req, "tilfoejet");
		return;
	}
	form_refuse(form, "q", why);
	hold_show(req, who, form, &v, 422);
}

/* --- a file --------------------------------------------------------------------------------- */

/* The column that names the doctors; its number, or that there is none. */
static size_t
column_of(const struct sheet *s)
{
	static const char *const headings[] = { "autorisations_id", "autorisations-id", "e-mail",
		"email" };

	for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++) {
		size_t c = sheet_column(s, headings[i]);

		if (c < s->ncolumns)
			return c;
	}
	return s->ncolumns;
}

static bool
is_twice(const struct found_row *rows, size_t n, const char *text)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].typed, text) == 0)
			return true;
	return false;
}

static void
read_rows(struct request *req, const struct subject *who, const struct sheet *s, size_t column,
    struct hold_view *v)
{
	struct arena *a = req->arena;
	struct refused_row *refused = arena_array(a, s->nrows, sizeof *refused);
	struct found_row *found = arena_array(a, s->nrows, sizeof *found);
	struct text list = { .arena = a };

	for (size_t i = 0; i < s->nrows; i++) {
		const char *text = s->rows[i].cells[column].text, *name = NULL, *why = NULL;

		text = text == NULL ? "" : utf8_clip(a, text, TYPED_MOST);
		if (is_twice(found, v->nfound, text))
			why = "Står to gange i filen.";
		else if (find(req, who, text, false, &name, &why) != 0) {
			found[v->nfound++] = (struct found_row){ text, name };
			text_format(&list, "%s\n", text);
			continue;
		}
		/* What may be a CPR number is not shown again. */
		refused[v->nrefused++] = (struct refused_row){ s->rows[i].row,
			cpr_is_meant(text) || url_holds_cpr(text) ? "" : text, why };
	}
	v->refused = refused;
	v->found = found;
	v->list = v->nfound == 0 ? "" : list.at;
}

void
hold_read(struct request *req, const struct subject *who, const struct form *form)
{
	static const struct sheet_limit limit = { FILE_MOST, SEATS_MOST };
	const struct upload *file = form_file(form, "fil");
	struct sheet_faults *faults = arena_take(req->arena, sizeof *faults);
	struct hold_view v = { 0 };
	struct sheet s = { 0 };

	if (!is_mine(req, who) || has_looked_up_enough(req, who))
		return;
	faults->arena = req->arena;
	if (file == NULL)
		form_refuse(form, "fil", "Vælg filen med deltagerne.");
	else if (!sheet_read_within(req->arena, file->content, &limit, &s, faults))
		form_refuse(form, "fil", sheet_fault_text(req->arena, &faults->fault[0]));
	else if (column_of(&s) == s.ncolumns)
		form_refuse(form, "fil",
		    "Filen skal have en kolonne med overskriften e-mail eller autorisations_id.");
	else
		read_rows(req, who, &s, column_of(&s), &v);
	hold_show(req, who, form, &v, form_wrong(form) ? 422 : 200);
}

/* The words of the file that was shown, one a line. */
void
hold_fill(struct request *req, const struct subject *who, const struct form *form)
{
	const char *list = form_text(form, "liste", SEATS_MOST * (TYPED_MOST + 1)), *why = NULL;
	struct hold_view v = { 0 };
	size_t n = 0;

	if (!take_turn(req, who) || has_looked_up_enough(req, who))
		return;
	for (const char *p = list; *p != '\0' && why == NULL && n < SEATS_MOST; n++) {
		size_t length = strcspn(p, "\n");
		const char *text = arena_copy(req->arena, p, length), *name = NULL;
		uint32_t doctor = find(req, who, text, false, &name, &why);

		if (doctor != 0)
			why = seat(req, who, doctor);
		p += length + strspn(p + length, "\n");
	}
	if (n == 0)
		why = "Der er ingen at sætte på. Vælg filen igen.";
	if (why == NULL) {
		see(req, "indsat");
		return;
	}
	form_refuse(form, "fil", why);
	hold_show(req, who, form, &v, 422);
}

void
hold_take_out(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = form_u32(form, "laege", 0);
	struct hold_view v = { 0 };

	if (!take_turn(req, who))
		return;
	if (doctor == 0)
		form_refuse(form, "laege", "Vælg, hvem der skal af holdet.");
	else if (seat_out(req->db, who, path_u32(req, "hold"), doctor) == DB_ONE) {
		audit(req->db, who, "take off run", "person", doctor,
		    arena_format(req->arena, "run %u", path_u32(req, "hold")));
		see(req, "ud");
		return;
	} else
		form_refuse(form, "laege",
		    "Vedkommende er ikke på holdet, eller der er allerede svaret. Intet er ændret.");
	hold_show(req, who, form, &v, 422);
}
