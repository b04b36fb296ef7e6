/* SPDX-License-Identifier: MPL-2.0
 *
 * The search after people: all users of the country under Brugere, with those who are planned,
 * and the doctors of the own region under Godkend merit.  It is a POST, since a number may be
 * typed, and that must never be part of an address (T-181).  Words and filters may: they are sent
 * on to an address of their own, so that the way back from a person leads to what was found.
 */
#include <string.h>

#include "audit.h"
#include "cpr.h"
#include "office.h"
#include "permission.h"
#include "person_rule.h"
#include "secret.h"

/* So many doctors of the own region are counted and put in order; who finds more types more. */
enum { COUNTED = 500, PAGES_MOST = PEOPLE_WALKED / PAGE_ROWS };

/* The two searches. */
struct search {
	const char *title, *what, *hint, *path;
	bool own;
};
static const struct search all_people = {
	"Brugere",
	"Søg efter bruger",
	"En del af navnet eller e-mailen, hele mobilnummeret, autorisations-id'et eller hele CPR-nummeret",
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

/* --- the page --------------------------------------------------------------------------- */

static const struct choice *
sort_choices(struct arena *a, struct url at, const struct people_filter *f)
{
	static const char *const labels[] = { "Navn", "Rolle og sted", "Første dag" };
	struct choice *c = arena_array(a, 3, sizeof *c);

	for (enum people_sort s = SORT_NAME; s <= SORT_BEGINS; s++) {
		c[s].at = url_with(a, people_filter_url(a, at, f), "orden", people_sort_word(s));
		c[s].label = labels[s];
		c[s].here = s == f->sort;
	}
	return c;
}

static void
fill_filters(struct request *req, const struct people_filter *f, struct people_view *v)
{
	struct arena *a = req->arena;

	v->role = role_select(a, "Alle roller", f->role);
	v->region = region_select(req, "Hele landet", f->region);
	v->specialty = specialty_select(req, "Alle specialer", f->specialty);
	v->stage = stage_select(a, "Alle", f->stage);
	v->unit = field_of(NULL, "sted", "Afdeling eller praksis", "En del af navnet");
	v->unit.value = f->unit;
	v->unit.most = ENDING_MOST;
	v->narrowed = people_filter_narrows(f);
	v->sort = people_sort_word(f->sort);
	v->sorts = sort_choices(a, v->at, f);
	v->nsorts = 3;
	v->has_list = people_filter_asks(f);
	v->xlsx = url_local(a, "/udskrift/brugere.xlsx");
	v->all = f->all;
	v->everybody = url_with(a, v->at, "alle", "1");
	v->fresh = url_local(a, "/sekretariat/brugere/ny");
}

static struct people_view
view_of(struct request *req, const struct subject *who, const struct search *s,
    const struct form *form, const struct people_filter *f)
{
	struct people_view v = { .head = head_of(req, who, s->title),
		.what = s->what,
		.at = url_local(req->arena, s->path),
		.own = s->own,
		.may_make = permission_has(IMPORT_PEOPLE, subject_role(who)),
		.page = 1 };

	v.search = field_of(form, "q", s->what, s->hint);
	if (!s->own)
		fill_filters(req, f, &v);
	return v;
}

/* --- rows ------------------------------------------------------------------------------- */

const char *
planned_words(struct arena *a, bool is_planned, struct day begins)
{
	if (!is_planned)
		return NULL;
	return day_is_none(begins) ? "planlagt"
	                           : arena_format(a, "planlagt, begynder %s", day_text(a, begins));
}

static struct person_row
row_of(struct request *req, struct url at, const struct people_found *p)
{
	struct arena *a = req->arena;
	struct person_row row = { .at = url_below(a, at, p->person),
		.name = p->name,
		.email = p->email,
		.mobile = mobile_shown(a, p->mobile),
		.cpr = cpr_masked(a, p->born, p->replacement),
		.planned = planned_words(a, p->planned, p->begins),
		.begins = p->begins,
		.own = p->own };

	row.nroles = roles_of_row(a, p->roles, &row.roles);
	return row;
}

static void
find_by_filter(struct request *req, const struct subject *who, const struct people_filter *f,
    struct people_view *v)
{
	struct people_page found;
	struct person_row *rows;

	if (people_find(req, who, f, (v->page - 1) * PAGE_ROWS, PAGE_ROWS, &found) != DB_ONE)
		return;
	rows = arena_array(req->arena, found.n, sizeof *rows);
	for (size_t i = 0; i < found.n; i++)
		rows[i] = row_of(req, v->at, &found.rows[i]);
	v->rows = rows;
	v->n = found.n;
	v->found = found.found;
	v->more = !found.counted;
	v->pages = found.counted ? (found.found + PAGE_ROWS - 1) / PAGE_ROWS : 0;
	v->unsorted = !found.in_order;
	v->has_next = found.more && v->page < PAGES_MOST;
	v->cut = found.more && v->page == PAGES_MOST;
}

/* Doctors of the own region, for Godkend merit. */
static void
find_own(
    struct request *req, const struct subject *who, const struct words *w, struct people_view *v)
{
	struct doctors_found *found;
	struct person_row *rows;

	if (doctors_found(req->db, who, w->like[0], w->like[1], w->like[2], w->like[3], COUNTED + 1,
	        (v->page - 1) * PAGE_ROWS, PAGE_ROWS, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++) {
		const struct doctors_found *p = &found[i];

		rows[i] = (struct person_row){ .at = url_below(req->arena, v->at, p->person),
			.name = p->name,
			.email = p->email,
			.cpr = cpr_masked(req->arena, p->born, p->replacement),
			.own = true };
		rows[i].nroles = roles_of_row(req->arena, p->roles, &rows[i].roles);
	}
	v->rows = rows;
	v->found = v->n == 0 ? 0 : found[0].found;
	v->more = v->found > COUNTED;
	v->found -= v->more;
	v->pages = (v->found + PAGE_ROWS - 1) / PAGE_ROWS;
	v->has_next = v->page < v->pages;
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
roles_of_person(struct request *req, const struct subject *who, uint32_t id, struct person_row *row)
{
	struct person_roles *held;
	struct role_held *list;
	size_t n;

	if (person_roles(req->db, who, id, &held, &n) != DB_ONE)
		return;
	list = arena_array(req->arena, n, sizeof *list);
	for (size_t i = 0; i < n; i++) {
		enum role role = role_of_word(held[i].role);

		if (held[i].now)
			list[row->nroles++] = (struct role_held){
				role_title(role),
				role == ROLE_UL ? place_of(req, who, id) : held[i].place,
			};
	}
	row->roles = list;
}

/* Whose these are, one by one: few share a mobile number. */
static void
show_persons(struct request *req, const struct subject *who, const uint32_t *ids, size_t n,
    struct people_view *v)
{
	struct person_row *rows = arena_array(req->arena, n, sizeof *rows);

	v->rows = rows;
	for (size_t i = 0; i < n; i++) {
		struct person_one one = { 0 };

		if (person_one(req->db, who, ids[i], &one) != DB_ONE || (v->own && !one.own))
			continue;
		rows[v->n] = (struct person_row){ .at = url_below(req->arena, v->at, one.person),
			.name = one.name,
			.email = one.email,
			.mobile = mobile_shown(req->arena, one.mobile),
			.cpr = cpr_masked(req->arena, one.born, one.replacement),
			.planned = planned_words(req->arena, one.planned, one.begins),
			.begins = one.begins,
			.own = one.own };
		roles_of_person(req, who, one.person, &rows[v->n++]);
	}
	v->found = (uint32_t)v->n;
	v->pages = v->n > 0;
}

static void
find_by_cpr(
    struct request *req, const struct subject *who, const struct cpr *cpr, struct people_view *v)
{
	struct hash find = hash_keyed(KEY_CPR_FIND, cpr->digits, 10);
	struct person_by_cpr by = { 0 };

	person_by_cpr(req->db, who, hash_bytes(&find), &by);
	audit(req->db, who, "search by cpr", "person", by.person, "");
	if (by.person != 0)
		show_persons(req, who, &by.person, 1, v);
}

static bool
find_by_number(struct request *req, const struct subject *who, const char *mobile,
    const char *auth_id, struct people_view *v)
{
	struct number_holder *rows;
	uint32_t *ids;
	size_t n = 0;

	if (number_holder(req->db, who, mobile, auth_id, &rows, &n) != DB_ONE)
		return true;
	ids = arena_array(req->arena, n, sizeof *ids);
	for (size_t i = 0; i < n; i++)
		ids[i] = rows[i].person;
	show_persons(req, who, ids, n, v);
	return n > 0;
}

/* --- what was typed --------------------------------------------------------------------- */

static size_t
digits_of(const char *typed)
{
	size_t digits = 0;

	for (const char *p = typed; *p != '\0'; p++)
		digits += *p >= '0' && *p <= '9';
	return digits;
}

/* Six digits or more may be a CPR number, or some of one. */
static bool
holds_number(const char *typed)
{
	return digits_of(typed) >= 6;
}

/* Nothing but digits and what people put between them. */
static bool
is_number(const char *typed)
{
	return digits_of(typed) >= 4 && typed[strspn(typed, "0123456789-+() ")] == '\0';
}

/* A whole mobile number, or the beginning of one: four or five digits, or with its country.  As a
 * pattern of LIKE; NULL for what may be meant as a CPR number. */
static const char *
mobile_pattern(struct arena *a, const char *typed)
{
	const bool date = strspn(typed, "0123456789") == 6 && typed[6] == '-';
	const bool abroad = typed[0] == '+' || strncmp(typed, "00", 2) == 0;
	const size_t digits = digits_of(typed);
	struct text t = { .arena = a };

	if (date || (digits > 5 && digits != 8 && !abroad))
		return NULL;
	if (digits > 8 && abroad)
		return mobile_of(a, typed);
	text_puts(&t, typed[0] == '+' ? "+" : "+45");
	for (const char *p = typed; *p != '\0'; p++)
		if (*p >= '0' && *p <= '9')
			text_add(&t, p, 1);
	text_puts(&t, "%");
	return t.at;
}

/* An authorisation id stands alone, and has a digit in it, unlike a name. */
static const char *
auth_id_typed(struct arena *a, const char *typed)
{
	return digits_of(typed) > 0 ? auth_id_of(a, typed) : NULL;
}

static uint32_t
page_of(uint32_t side)
{
	return side == 0 || side > PAGES_MOST ? 1 : side;
}

/* By words and filters, or by the id that somebody typed whole. */
static void
find_by_words(struct request *req, const struct subject *who, const struct people_filter *f,
    struct people_view *v)
{
	const char *id = v->own ? NULL : auth_id_typed(req->arena, f->typed);

	v->asked = true;
	if (id != NULL && find_by_number(req, who, "", id, v))
		return;
	if (v->own)
		find_own(req, who, &f->words, v);
	else
		find_by_filter(req, who, f, v);
}

static void
find_by_digits(struct request *req, const struct subject *who, const struct form *form,
    const char *typed, struct people_view *v)
{
	const char *mobile = v->own ? NULL : mobile_pattern(req->arena, typed);
	struct cpr cpr;

	v->has_list = false;
	if (cpr_read(typed, &cpr))
		find_by_cpr(req, who, &cpr, v);
	else if (cpr_is_meant(typed))
		form_refuse(form, "q",
		    "CPR-nummeret begynder med en dato, der ikke findes. Ret det, og søg igen.");
	else if (mobile != NULL)
		find_by_number(req, who, mobile, "", v);
	else
		form_refuse(form, "q",
		    v->own
		        ? "Skriv hele CPR-nummeret: ti cifre."
		        : "Skriv hele CPR-nummeret: ti cifre, eller hele mobilnummeret: otte cifre.");
	v->asked = !form_wrong(form);
}

static struct url
address_of(struct request *req, struct url at, const struct people_filter *f, uint32_t side)
{
	at = people_filter_url(req->arena, at, f);
	if (f->sort != SORT_NAME)
		at = url_with(req->arena, at, "orden", people_sort_word(f->sort));
	return url_with(req->arena, at, "side", arena_format(req->arena, "%u", page_of(side)));
}

static void
search(
    struct request *req, const struct subject *who, const struct form *form, const struct search *s)
{
	const struct people_filter f = s->own
	    ? people_filter_words(req->arena, form_line(form, "q", TYPED_MOST))
	    : people_filter_of_form(req->arena, form);
	uint32_t side = form_u32(form, "side", 1);
	struct people_view v = view_of(req, who, s, form, &f);
	bool number = is_number(f.typed) || cpr_is_meant(f.typed);

	if (!form_wrong(form) && !number && !holds_number(f.typed) && !url_holds_cpr(f.unit) &&
	    people_filter_asks(&f)) {
		reply_see(req, address_of(req, v.at, &f, side));
		return;
	}
	v.page = page_of(side);
	if (number)
		find_by_digits(req, who, form, f.typed, &v);
	else if (f.words.n > 0)
		find_by_words(req, who, &f, &v);
	else if (f.typed[0] != '\0')
		form_refuse(form, "q", "Skriv mindst to bogstaver af navnet.");
	v.has_list = v.has_list && !holds_number(f.typed);
	v.search.fault = form_fault(form, "q");
	people_page(reply_html(req, form_wrong(form) ? 422 : 200), &v);
}

/* The page by its address, with what was found where that says after what. */
static void
show(struct request *req, const struct subject *who, const struct search *s)
{
	const struct people_filter f = people_filter_of(req);
	struct people_view v = view_of(req, who, s, NULL, &f);

	v.search.value = f.typed;
	v.page = page_of(query_u32(req, "side", 1));
	if (s->own ? f.words.n > 0 : people_filter_asks(&f))
		find_by_words(req, who, &f, &v);
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
