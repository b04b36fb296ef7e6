/* SPDX-License-Identifier: MPL-2.0
 *
 * The search after people: all users of the country under Brugere, the doctors of the own
 * region under Godkend merit.  It is a POST, since a CPR number may be typed, and that must
 * never be part of an address (T-181).  A name may: it is sent on to an address of its own, so
 * that the way back from a person leads to what was found.
 */
#include <string.h>

#include "audit.h"
#include "cpr.h"
#include "office.h"
#include "secret.h"
#include "words.h"

/* So many are counted and put in order; who finds more is asked to type more. */
enum { COUNTED = 500, TYPED_MOST = 200 };

/* The two searches. */
struct search {
	const char *title, *what, *hint, *path;
	bool own;
};
static const struct search all_people = {
	"Brugere",
	"Søg efter bruger",
	"En del af navnet, e-mail eller hele CPR-nummeret",
	"/sekretariat/brugere",
	false,
};
static const struct search own_doctors = {
	"Godkend merit",
	"Søg efter læge i din region",
	"En del af navnet, e-mail eller hele CPR-nummeret",
	"/sekretariat/godkend-merit",
	true,
};

static struct people_view
view_of(
    struct request *req, const struct subject *who, const struct search *s, const struct form *form)
{
	struct people_view v = { .head = head_of(req, who, s->title),
		.what = s->what,
		.at = url_local(req->arena, s->path),
		.own = s->own,
		.page = 1 };

	v.search = field_of(form, "q", s->what, s->hint);
	return v;
}

/* --- rows ------------------------------------------------------------------------------- */

/* "UL\tplace\nUAO\tplace" as the statement joins them; splits a copy. */
static void
read_roles(struct arena *a, const char *joined, struct person_row *row)
{
	char *line = joined == NULL ? NULL : arena_string(a, joined), *place, *next;
	struct role_held *roles;
	size_t n = line != NULL;

	for (const char *p = line; p != NULL && (p = strchr(p, '\n')) != NULL; p++)
		n++;
	roles = arena_array(a, n, sizeof *roles);
	for (row->roles = roles; line != NULL; line = next) {
		if ((next = strchr(line, '\n')) != NULL)
			*next++ = '\0';
		if ((place = strchr(line, '\t')) != NULL)
			*place++ = '\0';
		roles[row->nroles++] = (struct role_held){ role_title(role_of_word(line)),
			place == NULL ? "" : place };
	}
}

static void
find_by_words(
    struct request *req, const struct subject *who, const struct words *w, struct people_view *v)
{
	struct people_found *found;
	struct person_row *rows;

	if (people_found(req->db, who, v->own, w->like[0], w->like[1], w->like[2], w->like[3],
	        COUNTED + 1, (v->page - 1) * PAGE_ROWS, PAGE_ROWS, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++) {
		const struct people_found *p = &found[i];

		rows[i] = (struct person_row){ url_below(req->arena, v->at, p->person), p->name,
			p->email, cpr_masked(req->arena, p->born, p->replacement), .own = p->own };
		read_roles(req->arena, p->roles, &rows[i]);
	}
	v->rows = rows;
	v->found = v->n == 0 ? 0 : found[0].found;
	v->more = v->found > COUNTED;
	v->found -= v->more;
	v->pages = (v->found + PAGE_ROWS - 1) / PAGE_ROWS;
}

/* Where a doctor is employed today; "" for nobody's element. */
static const char *
place_of(struct request *req, const struct subject *who, uint32_t id)
{
	struct person_training *rows;
	size_t n;

	if (person_training(req->db, who, id, &rows, &n) == DB_ONE)
		for (size_t i = 0; i < n; i++)
			if (rows[i].has_now && rows[i].now && rows[i].place != NULL)
				return rows[i].place;
	return "";
}

/* The roles of today of one person, who was found by number; as people_found has them. */
static void
roles_of(struct request *req, const struct subject *who, uint32_t id, struct person_row *row)
{
	struct person_roles *held;
	struct role_held *roles;
	size_t n;

	if (person_roles(req->db, who, id, &held, &n) != DB_ONE)
		return;
	roles = arena_array(req->arena, n, sizeof *roles);
	for (size_t i = 0; i < n; i++) {
		enum role role = role_of_word(held[i].role);

		if (held[i].now)
			roles[row->nroles++] = (struct role_held){
				role_title(role),
				role == ROLE_UL ? place_of(req, who, id) : held[i].place,
			};
	}
	row->roles = roles;
}

static void
find_by_cpr(
    struct request *req, const struct subject *who, const struct cpr *cpr, struct people_view *v)
{
	struct hash find = hash_keyed(KEY_CPR_FIND, cpr->digits, 10);
	struct person_row *row = arena_take(req->arena, sizeof *row);
	struct person_by_cpr by = { 0 };
	struct person_one one = { 0 };

	person_by_cpr(req->db, who, hash_bytes(&find), &by);
	audit(req->db, who, "search by cpr", "person", by.person, "");
	if (by.person == 0 || person_one(req->db, who, by.person, &one) != DB_ONE ||
	    (v->own && !one.own))
		return;
	*row = (struct person_row){ url_below(req->arena, v->at, one.person), one.name, one.email,
		cpr_masked(req->arena, one.born, one.replacement), .own = one.own };
	roles_of(req, who, one.person, row);
	v->rows = row;
	v->n = v->found = v->pages = 1;
}

/* --- the pages -------------------------------------------------------------------------- */

/* Six digits or more may be a CPR number, or some of one. */
static bool
holds_number(const char *typed)
{
	size_t digits = 0;

	for (const char *p = typed; *p != '\0'; p++)
		digits += *p >= '0' && *p <= '9';
	return digits >= 6;
}

/* Nothing else besides: a CPR number is meant, and is not whole. */
static bool
is_part_of_cpr(const char *typed)
{
	return holds_number(typed) && typed[strspn(typed, "0123456789- ")] == '\0';
}

static uint32_t
page_of(uint32_t side)
{
	return side == 0 || side > COUNTED / PAGE_ROWS ? 1 : side;
}

static void
find(struct request *req, const struct subject *who, const struct form *form, struct people_view *v)
{
	const char *typed = form_line(form, "q", TYPED_MOST);
	struct words words = words_typed(req->arena, typed);
	struct cpr cpr;

	v->page = page_of(form_u32(form, "side", 1));
	if (cpr_read(typed, &cpr))
		find_by_cpr(req, who, &cpr, v);
	else if (cpr_is_meant(typed))
		form_refuse(form, "q",
		    "CPR-nummeret begynder med en dato, der ikke findes. Ret det, og søg igen.");
	else if (is_part_of_cpr(typed))
		form_refuse(form, "q", "Skriv hele CPR-nummeret: ti cifre.");
	else if (words.n > 0)
		find_by_words(req, who, &words, v);
	else if (typed[0] != '\0')
		form_refuse(form, "q", "Skriv mindst to bogstaver af navnet.");
	v->asked = typed[0] != '\0' && !form_wrong(form);
	v->search.fault = form_fault(form, "q");
}

static void
search(
    struct request *req, const struct subject *who, const struct form *form, const struct search *s)
{
	struct people_view v = view_of(req, who, s, form);
	const char *typed = form_line(form, "q", TYPED_MOST);
	struct url at = v.at;

	if (!form_wrong(form) && !holds_number(typed) && words_typed(req->arena, typed).n > 0) {
		at = url_with(req->arena, at, "q", typed);
		reply_see(req,
		    url_with(req->arena, at, "side",
		        arena_format(req->arena, "%u", page_of(form_u32(form, "side", 1)))));
		return;
	}
	find(req, who, form, &v);
	people_page(reply_html(req, form_wrong(form) ? 422 : 200), &v);
}

/* The page by its address, with what was found where that says after what. */
static void
show(struct request *req, const struct subject *who, const struct search *s)
{
	struct people_view v = view_of(req, who, s, NULL);
	const char *typed = query_text(req, "q");
	struct words words = words_typed(req->arena, typed);

	if (words.n > 0) {
		v.search.value = typed;
		v.page = page_of(query_u32(req, "side", 1));
		v.asked = true;
		find_by_words(req, who, &words, &v);
	}
	people_page(reply_html(req, 200), &v);
}

void
people(struct request *req, const struct subject *who)
{
	show(req, who, &all_people);
}

void
people_search(struct request *req, const struct subject *who, const struct form *form)
{
	search(req, who, form, &all_people);
}

void
merit_doctors(struct request *req, const struct subject *who)
{
	show(req, who, &own_doctors);
}

void
merit_doctors_search(struct request *req, const struct subject *who, const struct form *form)
{
	search(req, who, form, &own_doctors);
}
