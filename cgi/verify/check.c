/* SPDX-License-Identifier: MPL-2.0
 *
 * A file is held against what was frozen by its SHA-256 alone, and nothing of it is kept.  Which package it
 * claims to be is read from it when the hash is unknown: so what was changed is told from what is foreign.
 */
#include <string.h>

#include "inside.h"
#include "log.h"
#include "login_rule.h"
#include "secret.h"
#include "sign.h"
#include "verify.h"

static struct url
start(struct arena *a)
{
	return url_local(a, "/verificer/");
}

static void
show(struct request *req, const struct form *form, unsigned status)
{
	struct ask_view v = {
		.head = head_of(req, NULL, "Er dokumentet ægte?"),
		.at = start(req->arena),
		.guide = url_local(req->arena, "/verificer/vejledning"),
		.file = field_of(form, "fil", "Filen",
		    "ZIP, PDF eller den lukkede fil (p7m), højst 64 MB. Den gemmes ikke."),
		.reference = field_of(form, "nummer", "Nummer eller SHA-256",
		    "Fx LB-7K3M-9Q2T-4, som det står på forsiden"),
		.faults = faults_of(req->arena, form),
	};

	v.reference.most = 100;
	ask_page(reply_html(req, status), &v);
}

void
ask(struct request *req)
{
	show(req, NULL, 200);
}

/* --- what is known of it ------------------------------------------------------------------------ */

static const char *
hex_of(struct arena *a, struct bytes hash)
{
	return hash.at == NULL || hash.n != HASH_BYTES ? NULL : hash_hex(a, hash.at);
}

/* replaced: their references with a space between; NULL for none. */
static void
fill_supplements(struct arena *a, const char *replaced, struct proven_view *v)
{
	const char *at = replaced == NULL ? "" : replaced;
	struct proven_supplement *rows =
	    arena_array(a, strlen(at) / REFERENCE_LENGTH + 1, sizeof *rows);

	while (*at != '\0') {
		size_t n = strcspn(at, " ");
		const char *reference = arena_copy(a, at, n);

		rows[v->nsupplements++] =
		    (struct proven_supplement){ url_of(a, "/verificer/%s", reference), reference };
		at += n + (at[n] == ' ');
	}
	v->supplements = rows;
}

static void
fill(struct arena *a, const struct package_by_reference *p, struct proven_view *v)
{
	enum sending_state state = sending_state_of(p->status);

	v->is_known = true;
	v->reference = p->reference;
	v->kind = sending_title(sending_of_word(p->kind));
	v->is_extra = strcmp(p->part, "EXTRA") == 0;
	v->state = sending_state_title(state);
	v->is_over = state != SENDING_SENT && state != SENDING_BUILT;
	v->is_sent = p->sent.s != 0;
	v->is_superseded = p->superseded.s != 0;
	v->built = p->built;
	v->sent = p->sent;
	v->superseded = p->superseded;
	v->package = hex_of(a, p->package_sha256);
	v->pdf = hex_of(a, p->pdf_sha256);
	v->envelope = hex_of(a, p->envelope_sha256);
	v->sign_key = p->has_sign_key ? p->sign_key : 0;
	v->key = url_of(a, "/verificer/noegle/%u.pem", p->sign_key);
	fill_supplements(a, p->replaced, v);
}

/* reference may be NULL; asked is the hash that was looked for, NULL for none. */
static void
answer(struct request *req, enum verdict_of verdict, const char *reference, const char *asked)
{
	static const char *const titles[] = {
		[DOCUMENT_GENUINE] = "Dokumentet er ægte",
		[DOCUMENT_CHANGED] = "Dokumentet er ændret",
		[DOCUMENT_UNKNOWN] = "Dokumentet kendes ikke",
		[DOCUMENT_NAMED] = "Nummeret er ægte",
	};
	struct package_by_reference p = { 0 };
	struct proven_view v = { .back = start(req->arena),
		.guide = url_local(req->arena, "/verificer/vejledning"),
		.asked = asked };

	if (reference != NULL && package_by_reference(req->db, reference, &p) == DB_ONE)
		fill(req->arena, &p, &v);
	if (!v.is_known)
		verdict = DOCUMENT_UNKNOWN;
	v.is_genuine = verdict == DOCUMENT_GENUINE;
	v.is_changed = verdict == DOCUMENT_CHANGED;
	v.head = head_of(req, NULL, titles[verdict]);
	proven_page(reply_html(req, v.is_known || asked != NULL ? 200 : 404), &v);
}

void
by_reference(struct request *req)
{
	answer(req, DOCUMENT_NAMED, reference_read(req->arena, path_text(req, "reference")), NULL);
}

/* --- asking --------------------------------------------------------------------------------------- */

/* True, and answered, when that network has asked too often. */
static bool
is_too_often(struct request *req)
{
	const char *network = address_network(req->arena, req->address);
	struct verify_asks asks = { 0 };
	struct hashing h = { 0 };
	struct hash hash;

	hashing_begin(&h, KEY_GUESS);
	hashing_add(&h, "verify", 6);
	hashing_add(&h, network, strlen(network));
	hash = hashing_end(&h);
	verify_ask_forget(req->db, (struct moment){ req->now.s - ASKS_WINDOW });
	verify_asks(req->db, hash_bytes(&hash), (struct moment){ req->now.s - ASKS_WINDOW }, &asks);
	verify_ask_add(req->db, hash_bytes(&hash), req->now);
	if (asks.n < ASKS_MOST)
		return false;
	log_audit("documents were asked for too often from one network");
	answer_error(req, NULL, 429, "Vent et kvarter",
	    "Der er spurgt mange gange herfra. Prøv igen om et kvarter, eller kontrollér dokumentet selv: se vejledningen.");
	reply_retry_after(req, ASKS_WINDOW);
	return true;
}

/* 64 hex digits as somebody pastes them; false for anything else. */
static bool
read_hash(const char *typed, unsigned char hash[HASH_BYTES])
{
	static const char digits[] = "0123456789abcdef";

	if (strlen(typed) != 2 * HASH_BYTES)
		return false;
	for (size_t i = 0; i < 2 * HASH_BYTES; i++) {
		char c = typed[i] >= 'A' && typed[i] <= 'F' ? (char)(typed[i] + 32) : typed[i];
		const char *d = strchr(digits, c);

		if (d == NULL)
			return false;
		hash[i / 2] = (unsigned char)(hash[i / 2] << 4 | (d - digits));
	}
	return true;
}

/* The bytes with that hash, said to be of that reference (NULL: not said); what is unknown may bear one itself. */
static void
answer_hash(struct request *req, const unsigned char hash[HASH_BYTES], const char *said,
    struct bytes content)
{
	struct package_by_hash found = { 0 };
	const char *hex = hash_hex(req->arena, hash);
	bool known = package_by_hash(req->db, (struct bytes){ hash, HASH_BYTES }, &found) == DB_ONE;

	if (known && (said == NULL || strcmp(said, found.reference) == 0))
		answer(req, DOCUMENT_GENUINE, found.reference, hex);
	else
		answer(req, DOCUMENT_CHANGED,
		    said != NULL || known ? said : reference_inside(req->arena, content), hex);
}

void
check(struct request *req, const struct form *form)
{
	const struct upload *file = form_file(form, "fil");
	const char *typed = form_line(form, "nummer", 100),
	           *reference = reference_read(req->arena, typed);
	unsigned char hash[HASH_BYTES] = { 0 };
	struct hash of_file;

	if (is_too_often(req))
		return;
	if (file == NULL && read_hash(typed, hash)) {
		answer_hash(req, hash, NULL, (struct bytes){ 0 });
		return;
	}
	if (typed[0] != '\0' && reference == NULL)
		form_refuse(form, "nummer",
		    "Det er ikke et nummer fra os. Kontrollér det: LB, otte tegn og et kontroltegn.");
	else if (file == NULL && reference == NULL)
		form_refuse(form, "fil", "Vælg en fil, eller skriv nummeret.");
	if (form_wrong(form)) {
		show(req, form, 422);
		return;
	}
	if (file == NULL) {
		reply_see(req, url_of(req->arena, "/verificer/%s", reference));
		return;
	}
	of_file = hash_sha256(file->content.at, file->content.n);
	answer_hash(req, of_file.bytes, reference, file->content);
}

/* --- without us ------------------------------------------------------------------------------------ */

void
guide(struct request *req)
{
	struct guide_view v = { .head = head_of(req, NULL, "Kontrollér et dokument uden os"),
		.back = start(req->arena) };
	struct key_row *keys = arena_array(req->arena, SIGN_KEYS_MOST, sizeof *keys);

	sign_open(req->config->keys);
	for (uint32_t n = sign_key_now(); n > 0; n--)
		keys[v.n++] =
		    (struct key_row){ url_of(req->arena, "/verificer/noegle/%u.pem", n), n };
	v.keys = keys;
	guide_page(reply_html(req, 200), &v);
}

void
public_key(struct request *req)
{
	const uint32_t key = path_u32(req, "key");
	const char *pem;

	sign_open(req->config->keys);
	pem = key == 0 ? NULL : sign_public_pem(req->arena, key);
	if (pem == NULL)
		answer_not_found(req, NULL);
	else
		reply_file(req, "application/x-pem-file", REPLY_SAVE,
		    arena_format(req->arena, "logbog-noegle-%u.pem", key),
		    (struct bytes){ (const unsigned char *)pem, strlen(pem) });
}
