/* SPDX-License-Identifier: MPL-2.0
 *
 * Filer: a file by hand.  It is sealed and put down to be read; the clock reads it, and what it
 * would change is seen on the page of the run before anything is carried out.  The same bytes
 * again are told of, and can be read again without being sent again.
 */
#include <string.h>

#include "audit.h"
#include "import.h"
#include "secret.h"
#include "seed.h"

enum { NAME_MOST = 200 };

/* --- what a file of each form holds ----------------------------------------------------- */

/* Their files in schema/seed/import: NAME.csv, NAME.json, NAME.schema.json. */
static const char *const examples[] = {
	[INTAKE_PERSONER] = "personer",
	[INTAKE_AFTALER] = "aftaler",
	[INTAKE_KBU] = "kbu",
	[INTAKE_KURSUSLEDERE] = "kursusledere",
	[INTAKE_STEDER] = "steder",
};
enum { FORMS = sizeof examples / sizeof examples[0] };

/* As the address asks for them. */
static const struct {
	const char *word, *ending, *type;
} kinds[] = {
	{ "csv", ".csv", "text/csv; charset=utf-8" },
	{ "json", ".json", "application/json" },
	{ "schema", ".schema.json", "application/json" },
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static struct url
example_at(struct arena *a, const char *form, const char *kind)
{
	return url_with(
	    a, url_with(a, url_local(a, "/import/filer/eksempel"), "form", form), "slags", kind);
}

static void
fill_forms(struct request *req, struct files_view *v)
{
	struct form_row *rows = arena_array(req->arena, FORMS, sizeof *rows);

	for (enum intake_form form = INTAKE_PERSONER; form <= INTAKE_STEDER; form++) {
		const char *word = intake_form_word(form);

		if (!form_is_allowed(v->scope, form))
			continue;
		rows[v->nforms++] = (struct form_row){
			.title = form_title(form),
			.csv = example_at(req->arena, word, "csv"),
			.json = example_at(req->arena, word, "json"),
			.schema = example_at(req->arena, word, "schema"),
		};
	}
	v->forms = rows;
}

void
file_example(struct request *req, const struct subject *who)
{
	const char *kind = query_text(req, "slags"), *name;
	enum intake_form form = INTAKE_PERSONER;
	struct bytes bytes;
	size_t k = 0;

	while (k + 1 < KINDS && strcmp(kinds[k].word, kind) != 0)
		k++;
	if (kind[0] == '\0')
		k = 0;
	if (query_text(req, "form")[0] != '\0' &&
	    !intake_form_of_word(query_text(req, "form"), &form)) {
		answer_not_found(req, who);
		return;
	}
	name = arena_format(req->arena, "%s%s", examples[form], kinds[k].ending);
	if (seed_file(name, &bytes))
		reply_file(req, kinds[k].type, REPLY_SAVE, name, bytes);
	else
		answer_not_found(req, who);
}

/* --- the page --------------------------------------------------------------------------- */

static struct files_view
view_of(struct request *req, const struct subject *who, const struct realm *scope,
    const struct form *form)
{
	struct files_view v = { .frame = frame_of(req, who, "Filer"),
		.at = url_local(req->arena, "/import/filer"),
		.again = url_local(req->arena, "/import/filer/igen"),
		.scope = scope,
		.form = form_choices(
		    req->arena, scope, form_value(form, "form"), form_fault(form, "form")),
		.file = field_of(form, "fil", "Fil",
		    "CSV eller JSON, højst 20 MB. Intet bliver ændret, før du har set, hvad filen "
		    "fører til."),
		.faults = faults_of(req->arena, form) };

	fill_forms(req, &v);
	return v;
}

void
files(struct request *req, const struct subject *who)
{
	struct realm scope;
	struct files_view v;

	if (!scope_of(req, who, &scope))
		return;
	v = view_of(req, who, &scope, NULL);
	files_page(reply_html(req, 200), &v);
}

/* --- a file that is sent ---------------------------------------------------------------- */

/* What is seen without reading it: the rest is said by whoever reads. */
static const char *
file_fault(const struct upload *file)
{
	static const char no_text[] =
	    "Filen er ikke CSV eller JSON. Er den fra et regneark, så gem den som CSV (UTF-8), og "
	    "vælg den igen.";

	if (file == NULL)
		return "Vælg en fil.";
	if (url_holds_cpr(file->filename))
		return "Filens navn indeholder et CPR-nummer. Omdøb filen, og vælg den igen.";
	if (file->content.n == 0)
		return "Filen er tom. Gem den igen dér, hvor den kommer fra, og vælg den på ny.";
	if (file->content.n > INTAKE_BYTES)
		return "Filen fylder mere end 20 MB. Del den i flere, og send dem én ad gangen.";
	if (memchr(file->content.at, '\0', file->content.n) != NULL ||
	    (file->content.n > 4 && memcmp(file->content.at, "%PDF", 4) == 0))
		return no_text;
	return NULL;
}

/* The word of a form that this person may bring in; NULL and a fault for none. */
static const char *
form_asked(const struct realm *scope, const struct form *form)
{
	enum intake_form which;

	if (!intake_form_of_word(form_value(form, "form"), &which))
		form_refuse(form, "form", "Vælg, hvad der er i filen.");
	else if (!form_is_allowed(scope, which))
		form_refuse(form, "form",
		    "Kursusledere og steder gælder hele landet og importeres af projektlederen.");
	else
		return intake_form_word(which);
	return NULL;
}

/* To the page of the run that was just put down. */
static void
see_new(struct request *req, const struct subject *who, enum db_outcome stored)
{
	uint32_t id = db_inserted(req->db);

	if (stored != DB_ONE) {
		answer_error(req, who, 409, "Filen kunne ikke tages imod",
		    "Din rolle er netop blevet ændret. Intet er gemt. Åbn Filer fra menuen, og prøv igen.");
		return;
	}
	audit(req->db, who, "send file", "import_run", id, "");
	reply_see(req, url_of(req->arena, "/import/koersler/%u", id));
}

/* The same bytes were sent before: where, when, by whom; and the way to read them again. */
static void
tell_before(struct request *req, const struct subject *who, const struct realm *scope,
    const struct form *form, const struct run_of_file *r, const struct hash *sha256)
{
	struct files_view v = view_of(req, who, scope, form);

	v.before = true;
	v.before_at = url_of(req->arena, "/import/koersler/%u", r->id);
	v.before_when = r->at;
	v.before_by = r->by_name;
	v.before_state = run_state_title(run_state_of(r->state));
	v.content = hash_hex(req->arena, sha256->bytes);
	v.form_word = form_value(form, "form");
	v.name = r->file_name;
	files_page(reply_html(req, 409), &v);
}

void
file_send(struct request *req, const struct subject *who, const struct form *form)
{
	const struct upload *file = form_file(form, "fil");
	const char *fault = file_fault(file), *word;
	struct run_of_file before = { 0 };
	struct hash sha256;
	struct realm scope;

	if (!scope_of(req, who, &scope))
		return;
	word = form_asked(&scope, form);
	if (fault != NULL)
		form_refuse(form, "fil", fault);
	if (form_wrong(form)) {
		struct files_view v = view_of(req, who, &scope, form);

		files_page(reply_html(req, 422), &v);
		return;
	}
	sha256 = hash_sha256(file->content.at, file->content.n);
	if (run_of_file(req->db, who, word, hash_bytes(&sha256), &before) == DB_ONE) {
		tell_before(req, who, &scope, form, &before, &sha256);
		return;
	}
	file_put(
	    req->db, hash_bytes(&sha256), secret_seal(req->arena, KEY_CPR_SEAL, file->content));
	see_new(req, who,
	    run_of_file_put(req->db, who, word, utf8_clip(req->arena, file->filename, NAME_MOST),
	        hash_bytes(&sha256)));
}

/* --- once more -------------------------------------------------------------------------- */

static bool
hash_read(const char *text, struct hash *h)
{
	static const char hex[] = "0123456789abcdef";

	if (strlen(text) != 2 * HASH_BYTES || strspn(text, hex) != 2 * HASH_BYTES)
		return false;
	for (size_t i = 0; i < HASH_BYTES; i++)
		h->bytes[i] = (unsigned char)((strchr(hex, text[2 * i]) - hex) << 4 |
		    (strchr(hex, text[2 * i + 1]) - hex));
	return true;
}

/* A second click finds the run of the first still waiting, and leads there. */
void
file_again(struct request *req, const struct subject *who, const struct form *form)
{
	const char *name = form_line(form, "navn", NAME_MOST), *word;
	struct run_of_file before = { 0 };
	struct hash sha256;
	struct realm scope;

	if (!scope_of(req, who, &scope))
		return;
	word = form_asked(&scope, form);
	if (word == NULL || form_wrong(form) || url_holds_cpr(name) ||
	    !hash_read(form_value(form, "indhold"), &sha256) ||
	    run_of_file(req->db, who, word, hash_bytes(&sha256), &before) != DB_ONE) {
		answer_error(req, who, 409, "Filen er her ikke længere",
		    "Gå til Filer, og send den igen. Intet er ændret.");
		return;
	}
	if (before.waits)
		reply_see(req, url_of(req->arena, "/import/koersler/%u", before.id));
	else
		see_new(req, who, run_again_put(req->db, who, word, name, hash_bytes(&sha256)));
}
