/* SPDX-License-Identifier: MPL-2.0
 *
 * Eftersend (R-STPS-17): attestations of time that were given since, the last one from its last month
 * (R-STPS-12), what of the package was reset since and is approved again (R-NUL-07), and documents that the
 * authority has asked for.
 */
#include <string.h>

#include "file_rule.h"
#include "queries/resent.h"
#include "send_may.h"

struct extra {
	struct request *req;
	const struct subject *who;
	const struct form *form; /* NULL the first time */
	enum sending_kind kind;
	struct send_may may;
	struct form_once once;
	struct extra_attestations *times;
	struct extra_files *files;
	struct resent_of *resent; /* approved again, and in no supplement */
	size_t ntimes, nfiles, nresent;
	struct extra_reset *reset; /* not approved again */
	size_t nreset;
	const char *later;
};

/* --- what there is --------------------------------------------------------------------------- */

/* Takes out the last attestation of time while it may not go yet. */
static void
keep_what_may_go(struct extra *x)
{
	size_t kept = 0;

	for (size_t i = 0; i < x->ntimes; i++) {
		if (x->times[i].last && !sending_may_add_time(x->times[i].until, x->req->today))
			x->later = arena_format(x->req->arena,
			    "Den sidste tidsattestation kan tidligst sendes %s.",
			    day_text(x->req->arena, day_add_months(x->times[i].until, -1)));
		else
			x->times[kept++] = x->times[i];
	}
	x->ntimes = kept;
}

/* Of what was reset: keeps what can go, and notes what is not approved again. */
static void
keep_what_is_back(struct extra *x)
{
	size_t kept = 0;

	x->reset = arena_array(x->req->arena, x->nresent, sizeof *x->reset);
	for (size_t i = 0; i < x->nresent; i++) {
		const struct resent_of *r = &x->resent[i];

		if (strcmp(r->status, "APPROVED") != 0)
			x->reset[x->nreset++] =
			    (struct extra_reset){ r->title, moment_day(r->restruck) };
		else if (!r->going)
			x->resent[kept++] = *r;
	}
	x->nresent = kept;
}

/* False after answering. */
static bool
read_what_there_is(struct extra *x)
{
	struct request *req = x->req;

	x->kind = sending_of_slug(path_text(req, "kind"));
	if (x->kind == SENDING_KINDS || !send_may_now(req, x->who, x->kind, &x->may) ||
	    !x->may.applies) {
		answer_not_found(req, x->who);
		return false;
	}
	if (!x->may.extra) {
		answer_error(req, x->who, 409, "Der er intet at sende efter",
		    "Der kan først eftersendes, når dokumentationen er sendt. Gå tilbage til Dokumentation.");
		return false;
	}
	if (extra_attestations(req->db, x->who, sending_word(x->kind), &x->times, &x->ntimes) !=
	        DB_ONE ||
	    resent_of(req->db, x->who, sending_word(x->kind), &x->resent, &x->nresent) != DB_ONE ||
	    extra_files(req->db, x->who, &x->files, &x->nfiles) != DB_ONE)
		return false;
	keep_what_may_go(x);
	keep_what_is_back(x);
	return true;
}

/* --- showing it ------------------------------------------------------------------------------ */

static struct extra_choice
choice_of(const struct extra *x, const char *field, uint32_t id, const char *title)
{
	struct arena *a = x->req->arena;

	return (struct extra_choice){ .name = field,
		.title = title,
		.value = arena_format(a, "%u", id),
		.id = arena_format(a, "%s-%u", field, id) };
}

static const struct extra_choice *
time_choices(const struct extra *x)
{
	struct arena *a = x->req->arena;
	struct extra_choice *c = arena_array(a, x->ntimes, sizeof *c);

	for (size_t i = 0; i < x->ntimes; i++) {
		const struct extra_attestations *t = &x->times[i];

		c[i] = choice_of(
		    x, "tid", t->attestation, arena_format(a, "Attestation for tid: %s", t->place));
		c[i].about = arena_format(a, "%s – %s, attesteret %s", day_text(a, t->since),
		    day_text(a, day_add(t->until, -1)), day_text(a, moment_day(t->at)));
		c[i].chosen = x->form == NULL || form_has(x->form, "tid", c[i].value);
	}
	return c;
}

static const struct extra_choice *
resent_choices(const struct extra *x)
{
	struct arena *a = x->req->arena;
	struct extra_choice *c = arena_array(a, x->nresent, sizeof *c);

	for (size_t i = 0; i < x->nresent; i++) {
		const struct resent_of *r = &x->resent[i];

		c[i] = choice_of(x, sending_field(r->letter[0]), r->row, r->title);
		c[i].about = arena_format(a,
		    "Godkendt igen %s af %s. Erstatter godkendelsen af %s, nulstillet %s",
		    day_text(a, moment_day(r->at)), r->by_name, day_text(a, moment_day(r->first)),
		    day_text(a, moment_day(r->restruck)));
		c[i].chosen = x->form == NULL || form_has(x->form, c[i].name, c[i].value);
	}
	return c;
}

static const struct extra_choice *
file_choices(const struct extra *x)
{
	struct arena *a = x->req->arena;
	struct extra_choice *c = arena_array(a, x->nfiles, sizeof *c);

	for (size_t i = 0; i < x->nfiles; i++) {
		const struct extra_files *f = &x->files[i];

		c[i] = choice_of(x, "fil", f->file, f->title);
		c[i].about = arena_format(a, "%s, lagt op %s",
		    file_sort_title(file_sort_of(f->kind)), day_text(a, moment_day(f->uploaded)));
		c[i].chosen = form_has(x->form, "fil", c[i].value);
	}
	return c;
}

static void
show(const struct extra *x)
{
	struct arena *a = x->req->arena;
	struct extra_view v = {
		.head = head_of(
		    x->req, x->who, arena_format(a, "Eftersend: %s", sending_title(x->kind))),
		.back = url_local(a, "/logbog/dokumentation"),
		.at = url_of(a, "/logbog/dokumentation/eftersend/%s", sending_slug(x->kind)),
		.once = form_once_of(a, x->form),
		.consent = sending_consent(),
		.consent_fault = form_fault(x->form, "samtykke"),
		.fault = form_fault(x->form, "fil"),
		.times = time_choices(x),
		.resent = resent_choices(x),
		.files = file_choices(x),
		.ntimes = x->ntimes,
		.nresent = x->nresent,
		.nfiles = x->nfiles,
		.reset = x->reset,
		.nreset = x->nreset,
		.later = x->later,
		.agreed = x->form != NULL && form_ticked(x->form, "samtykke"),
		.faults = faults_of(a, x->form),
	};

	extra_page(reply_html(x->req, x->form == NULL ? 200 : 422), &v);
}

void
extra_ask(struct request *req, const struct subject *who)
{
	struct extra x = { .req = req, .who = who };

	if (read_what_there_is(&x))
		show(&x);
}

/* --- doing it --------------------------------------------------------------------------------- */

/* letter '\0': an attestation that was given since. */
static bool
is_offered(const struct extra *x, char letter, uint32_t id)
{
	for (size_t i = 0; letter == '\0' && i < x->ntimes; i++)
		if (x->times[i].attestation == id)
			return true;
	for (size_t i = 0; letter != '\0' && i < x->nresent; i++)
		if (x->resent[i].letter[0] == letter && x->resent[i].row == id)
			return true;
	return false;
}

static bool
is_file(const struct extra *x, uint32_t id)
{
	for (size_t i = 0; i < x->nfiles; i++)
		if (x->files[i].file == id)
			return true;
	return false;
}

static void
add_word(struct text *t, char letter, uint32_t id)
{
	text_puts(t, t->len == 0 ? "" : " ");
	if (letter != '\0')
		text_format(t, "%c", letter);
	text_format(t, "%u", id);
}

static const char *
words_of(const struct extra *x, const struct text *t, size_t most)
{
	if (t->len > most)
		form_refuse(
		    x->form, "fil", "Det er for mange på én gang. Send dem ad flere gange.");
	return t->len == 0 ? "" : t->at;
}

static void
add_chosen(const struct extra *x, struct text *t, char letter)
{
	const uint32_t *ids;
	size_t n;

	ids = form_ids(x->form, letter == '\0' ? "tid" : sending_field(letter), &n);
	for (size_t i = 0; i < n; i++) {
		if (!is_offered(x, letter, ids[i]))
			form_refuse(x->form, "fil",
			    "Noget af det valgte kan ikke sendes nu. Se listen igen.");
		add_word(t, letter, ids[i]);
	}
}

/* The chosen approvals as "12 K13"; what was not offered is refused at the field. */
static const char *
chosen_approvals(const struct extra *x)
{
	struct text t = { .arena = x->req->arena };

	add_chosen(x, &t, '\0');
	for (const char *letter = sending_letters; *letter != '\0'; letter++)
		add_chosen(x, &t, *letter);
	return words_of(x, &t, 4000);
}

static const char *
chosen_files(const struct extra *x)
{
	struct text t = { .arena = x->req->arena };
	const uint32_t *ids;
	size_t n;

	ids = form_ids(x->form, "fil", &n);
	for (size_t i = 0; i < n; i++) {
		if (!is_file(x, ids[i]))
			form_refuse(x->form, "fil", "Noget af det valgte kan ikke sendes nu.");
		add_word(&t, '\0', ids[i]);
	}
	return words_of(x, &t, 1000);
}

static void
order(struct extra *x)
{
	const char *approvals = chosen_approvals(x), *files = chosen_files(x);

	if (approvals[0] == '\0' && files[0] == '\0')
		form_refuse(x->form, "fil", "Vælg mindst ét dokument.");
	if (!form_ticked(x->form, "samtykke"))
		form_refuse(x->form, "samtykke", "Sæt kryds, når du har set det igennem.");
	if (form_wrong(x->form))
		show(x);
	else if (submission_order_extra(x->req->db, x->who, sending_word(x->kind), approvals, files,
	             send_reference(x->req->arena), sending_consent_version,
	             form_once_bytes(&x->once)) != DB_ONE ||
	    !send_add_ordered(x->req, x->who, "EXTRA") ||
	    !send_is_ordered(x->req, x->who, &x->once))
		send_taken(x->req, x->who);
}

void
send_order_extra(struct request *req, const struct subject *who, const struct form *form)
{
	struct extra x = { .req = req, .who = who, .form = form };

	if (!form_once_read(form, &x.once))
		send_not_whole(req, who);
	else if (!send_is_ordered(req, who, &x.once) && read_what_there_is(&x))
		order(&x);
}
