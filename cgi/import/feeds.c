/* SPDX-License-Identifier: MPL-2.0
 *
 * Kilder: where files come from by themselves.  A secretariat keeps those of its region, the
 * project leader those of the country; what an address may be says logbook/feed_rule.h, for the
 * clock reads it with its own rights.
 */
#include <string.h>

#include "audit.h"
#include "config.h"
#include "feed_rule.h"
#include "import.h"

static struct url
feeds_at(struct request *req, const char *word)
{
	return url_with(req->arena, url_local(req->arena, "/import/kilder"), "besked", word);
}

void
feeds(struct request *req, const struct subject *who)
{
	struct feeds_view v = { 0 };
	struct feeds_all *found;
	struct feed_row *rows;
	struct realm scope;

	if (!scope_of(req, who, &scope) || feeds_all(req->db, who, &found, &v.n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct feed_row){
			.at = url_of(req->arena, "/import/kilder/%u", found[i].id),
			.source = feed_source_title(found[i].source),
			.form = form_word_title(found[i].form),
			.region = found[i].region == NULL ? "Hele landet" : found[i].region,
			.address = found[i].own || scope.national ? found[i].address : "",
			.said = found[i].said,
			.checked = found[i].checked,
			.active = found[i].active,
			.own = found[i].own,
		};
	v.frame = frame_of(req, who, "Kilder");
	v.frame.head.notice =
	    notice_of(req, "tilfoejet", "Kilden er tilføjet. Den bliver hentet ved næste runde.",
	        "rettet", "Kilden er rettet.", NULL);
	v.scope = &scope;
	v.rows = rows;
	v.add = url_local(req->arena, "/import/kilder/ny");
	feeds_page(reply_html(req, 200), &v);
}

/* --- the form --------------------------------------------------------------------------- */

static struct choice_field
choice_of(struct arena *a, const char *name, const char *legend, const char *chosen,
    const char *fault, const struct option *from, size_t n)
{
	struct option *options = arena_array(a, n, sizeof *options);

	for (size_t i = 0; i < n; i++) {
		options[i] = from[i];
		options[i].id = arena_format(a, "%s-%s", name, from[i].value);
		options[i].chosen = strcmp(from[i].value, chosen) == 0;
	}
	return (struct choice_field){ name, legend, fault, options, n };
}

static struct choice_field
sources_of(struct arena *a, const char *chosen, const char *fault)
{
	static const char *const words[] = { "EVALUER", "BASISLAEGE", "VIDEREUDDANNELSE", "REGION",
		"SST", "SOR" };
	struct option options[sizeof words / sizeof words[0]] = { 0 };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		options[i].value = words[i];
		options[i].label = feed_source_title(words[i]);
	}
	return choice_of(a, "kilde", "Hvor kommer oplysningerne fra?", chosen, fault, options,
	    sizeof words / sizeof words[0]);
}

static struct choice_field
ways_of(struct arena *a, const char *chosen, const char *fault)
{
	static const struct option ways[] = {
		{ NULL, "MAPPE", "En mappe på logbogens server", "Filer, der bliver lagt i den.",
		    false },
		{ NULL, "HTTPS", "En adresse på nettet", "Hentes med kryptering (https).", false },
	};

	return choice_of(
	    a, "vej", "Hvordan hentes de?", chosen, fault, ways, sizeof ways / sizeof ways[0]);
}

/* What the form is filled with: the feed as it is, or what was typed. */
static struct feed_one
typed_or(const struct form *form, const struct feed_one *f)
{
	if (form == NULL)
		return *f;
	return (struct feed_one){ f->id, form_value(form, "kilde"), form_value(form, "form"),
		form_value(form, "vej"), form_value(form, "adresse"), form_ticked(form, "aktiv") };
}

static void
show(struct request *req, const struct subject *who, const struct realm *scope,
    const struct form *form, const struct feed_one *is, unsigned status)
{
	const struct feed_one f = typed_or(form, is);
	const char *part = feed_folder_of(req->arena, req->config->feeds, scope->code);
	struct feed_view v = {
		.frame = frame_of(req, who, f.id == 0 ? "Ny kilde" : "Kilde"),
		.at = f.id == 0 ? url_local(req->arena, "/import/kilder/ny")
		                : url_of(req->arena, "/import/kilder/%u", f.id),
		.back = url_local(req->arena, "/import/kilder"),
		.scope = scope,
		.button = f.id == 0 ? "Tilføj kilden" : "Gem",
		.source = sources_of(req->arena, f.source, form_fault(form, "kilde")),
		.form = form_choices(req->arena, scope, f.form, form_fault(form, "form")),
		.way = ways_of(req->arena, f.way, form_fault(form, "vej")),
		.address = field_of(form, "adresse", "Mappe eller adresse",
		    arena_format(req->arena,
		        "En mappe under %s, eller en adresse, der begynder med https://", part)),
		.active = f.active,
		.faults = faults_of(req->arena, form),
	};

	v.address.value = f.address;
	v.address.most = FEED_ADDRESS_MOST;
	feed_page(reply_html(req, status), &v);
}

static const struct feed_one nothing = { 0, "", "", "", "", true };

void
feed_new(struct request *req, const struct subject *who)
{
	struct realm scope;

	if (scope_of(req, who, &scope))
		show(req, who, &scope, NULL, &nothing, 200);
}

void
feed(struct request *req, const struct subject *who)
{
	struct feed_one f = { 0 };
	struct realm scope;

	if (!scope_of(req, who, &scope))
		return;
	if (feed_one(req->db, who, path_u32(req, "feed"), &f) != DB_ONE)
		answer_not_found(req, who);
	else
		show(req, who, &scope, NULL, &f, 200);
}

/* --- what was typed --------------------------------------------------------------------- */

static void
check_address(struct request *req, const struct subject *who, const struct realm *scope,
    const struct form *form, uint32_t id, const struct feed_one *f)
{
	const char *part = feed_folder_of(req->arena, req->config->feeds, scope->code), *fault;
	struct feed_twin twin = { 0 };

	if (f->way == NULL)
		return;
	if (f->address[0] == '\0')
		fault = "Skriv mappen eller adressen.";
	else if (url_holds_cpr(f->address))
		fault = "Adressen indeholder et CPR-nummer. Bed leverandøren om en adresse uden.";
	else
		fault = strcmp(f->way, "MAPPE") == 0
		    ? feed_folder_fault(req->arena, f->address, part)
		    : feed_https_fault(f->address);
	if (fault == NULL && feed_twin(req->db, who, id, f->address, &twin) == DB_ONE)
		fault = "Der er allerede en kilde med den adresse. Ret den i stedet, eller vælg en "
		        "anden mappe.";
	if (fault != NULL)
		form_refuse(form, "adresse", fault);
}

static struct feed_one
read_form(struct request *req, const struct subject *who, const struct realm *scope,
    const struct form *form, uint32_t id)
{
	struct feed_one f = { .id = id, .active = form_ticked(form, "aktiv") };
	enum intake_form which;

	f.source = form_choice(form, "kilde", "EVALUER", "BASISLAEGE", "VIDEREUDDANNELSE", "REGION",
	    "SST", "SOR", NULL);
	f.form = form_value(form, "form");
	if (!intake_form_of_word(f.form, &which))
		form_refuse(form, "form", "Vælg, hvad der er i filen.");
	else if (!form_is_allowed(scope, which))
		form_refuse(form, "form",
		    "Kursusledere og steder gælder hele landet og hentes af projektlederens kilder.");
	f.way = form_choice(form, "vej", "MAPPE", "HTTPS", NULL);
	f.address = form_line(form, "adresse", FEED_ADDRESS_MOST);
	check_address(req, who, scope, form, id, &f);
	return f;
}

void
feed_add(struct request *req, const struct subject *who, const struct form *form)
{
	struct feed_one f;
	struct realm scope;

	if (!scope_of(req, who, &scope))
		return;
	f = read_form(req, who, &scope, form, 0);
	if (form_wrong(form)) {
		show(req, who, &scope, form, &nothing, 422);
		return;
	}
	if (feed_put(req->db, who, f.source, f.form, f.way, f.address, f.active) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	audit(req->db, who, "add feed", "feed", db_inserted(req->db), "");
	reply_see(req, feeds_at(req, "tilfoejet"));
}

void
feed_change(struct request *req, const struct subject *who, const struct form *form)
{
	struct feed_one f = { 0 }, now;
	struct realm scope;

	if (!scope_of(req, who, &scope))
		return;
	if (feed_one(req->db, who, path_u32(req, "feed"), &f) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	now = read_form(req, who, &scope, form, f.id);
	if (form_wrong(form)) {
		show(req, who, &scope, form, &f, 422);
		return;
	}
	if (feed_set(req->db, who, f.id, now.source, now.form, now.way, now.address, now.active) !=
	    DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	audit(req->db, who, "change feed", "feed", f.id, now.active ? "on" : "off");
	reply_see(req, feeds_at(req, "rettet"));
}
