/* SPDX-License-Identifier: MPL-2.0 */
#include "attached.h"

#include "chain.h"
#include "file_rule.h"
#include "number.h"
#include "queries/file.h"
#include "secret.h"
#include "site.h"

enum { NAME_MOST = 200 };

const char *
file_kind_word(enum file_kind kind)
{
	static const char *const words[FILE_KINDS] = {
		[FILE_MERIT_LETTER] = "MERIT_LETTER",
		[FILE_AGREEMENT] = "AGREEMENT",
		[FILE_SUPPLEMENT] = "SUPPLEMENT",
		[FILE_PAPER_ATTESTATION] = "PAPER_ATTESTATION",
		[FILE_CERTIFICATE] = "CERTIFICATE",
		[FILE_DIPLOMA] = "DIPLOMA",
		[FILE_CARD] = "CARD",
		[FILE_PLAN] = "PLAN",
		[FILE_TALK] = "TALK",
		[FILE_REQUEST] = "REQUEST",
		[FILE_OTHER] = "OTHER",
		[FILE_FORM] = "FORM",
	};

	return words[kind];
}

/* A kept file is accepted from who sent it, for that doctor, while nothing rests on it. */
static struct attached
kept(struct request *req, const struct subject *who, const struct form *form, const char *field,
    enum file_kind kind, uint32_t doctor, bool *has)
{
	uint32_t id = form_u32(form, "vedhaeftet", 0);
	struct file_sent row = { 0 };

	*has = false;
	if (id == 0 || form_ticked(form, "fjern"))
		return (struct attached){ 0 };
	if (file_sent(req->db, who, doctor, file_kind_word(kind), id, &row) != DB_ONE) {
		form_refuse(form, field, "Den vedhæftede fil kan ikke bruges. Vælg filen igen.");
		return (struct attached){ 0 };
	}
	*has = true;
	return (struct attached){ .id = row.file, .name = row.name, .pages = row.pages };
}

/* --- room ------------------------------------------------------------------------------- */

static uint32_t
megabytes(enum setting s)
{
	uint32_t mb = 0;

	if (!number_u32(site_setting(s), &mb))
		number_u32(setting_default(s), &mb);
	return mb;
}

const char *
attached_hint(struct arena *a)
{
	return arena_format(a, "PDF, PNG eller JPEG, højst %u MB", megabytes(SETTING_FILE_MOST));
}

struct room
attached_room(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct file_room_used used = { 0 };

	file_room_used(req->db, who, doctor, &used);
	return (struct room){ used.bytes, megabytes(SETTING_FILE_QUOTA) };
}

/* Of two files sent in the same moment the second waits, and is counted beside the first. */
static const char *
room_fault(struct request *req, const struct subject *who, enum file_kind kind, uint32_t doctor,
    size_t bytes)
{
	bool takes = file_takes_room(file_kind_word(kind), doctor == subject_id(who));
	struct room room = { 0 };

	if (takes) {
		chain_take(req->db, doctor);
		room = attached_room(req, who, doctor);
	}
	return file_room_fault((int64_t)bytes, room.used, megabytes(SETTING_FILE_MOST),
	    takes ? room.quota_mb : UINT32_MAX);
}

/* Why the file is not taken; NULL when it is. */
static const char *
fault_of(struct request *req, const struct subject *who, const struct upload *file,
    enum file_kind kind, uint32_t doctor, struct proved *proved)
{
	enum proof proof = prove_file(req->config->proof, &file->content, proved);

	if (proof == PROOF_FINE)
		proof = prove_clean(req->config->scan, &file->content);
	return proof == PROOF_FINE ? room_fault(req, who, kind, doctor, file->content.n)
	                           : proof_sentence(proof);
}

/* --- from the form ---------------------------------------------------------------------- */

struct attached
attached_of_form(struct request *req, const struct subject *who, const struct form *form,
    const char *field, enum file_kind kind, uint32_t doctor, bool *has)
{
	const struct upload *file = form_file(form, field);
	struct proved proved = { 0 };
	const char *fault;

	if (file == NULL)
		return kept(req, who, form, field, kind, doctor, has);
	fault = fault_of(req, who, file, kind, doctor, &proved);
	*has = fault == NULL;
	if (!*has) {
		form_refuse(form, field, fault);
		return (struct attached){ 0 };
	}
	return (struct attached){ .name = utf8_clip(req->arena, file->filename, NAME_MOST),
		.pages = proved.pages,
		.is_new = true,
		.content = file->content,
		.type = proved.type };
}

bool
attached_store(struct request *req, const struct subject *who, enum file_kind kind, uint32_t doctor,
    struct attached *f)
{
	struct hash sha256;

	if (!f->is_new)
		return true;
	sha256 = hash_sha256(f->content.at, f->content.n);
	content_add(req->db, hash_bytes(&sha256), f->content);
	if (file_add(req->db, who, doctor, file_kind_word(kind), f->type, f->pages,
	        (uint32_t)f->content.n, f->name, hash_bytes(&sha256)) != DB_ONE)
		return false;
	f->id = db_inserted(req->db);
	f->is_new = false;
	return true;
}
