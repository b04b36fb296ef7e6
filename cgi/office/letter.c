/* SPDX-License-Identifier: MPL-2.0 */
#include "letter.h"

#include "office.h"
#include "secret.h"

enum { NAME_MOST = 200 };

/* A kept letter is accepted from who sent it, for that doctor, while no merit has it. */
static struct letter
kept(struct request *req, const struct subject *who, const struct form *form, uint32_t doctor,
    bool *has)
{
	uint32_t id = form_u32(form, "vedhaeftet", 0);
	struct letter_kept row = { 0 };

	*has = false;
	if (id == 0 || form_ticked(form, "fjern"))
		return (struct letter){ 0 };
	if (letter_kept(req->db, who, doctor, id, &row) != DB_ONE) {
		form_refuse(
		    form, "meritbrev", "Det vedhæftede brev kan ikke bruges. Vælg filen igen.");
		return (struct letter){ 0 };
	}
	*has = true;
	return (struct letter){ .id = row.letter, .name = row.name, .pages = row.pages };
}

struct letter
letter_of_form(struct request *req, const struct subject *who, const struct form *form,
    uint32_t doctor, bool *has)
{
	const struct upload *file = form_file(form, "meritbrev");
	struct proved proved = { 0 };
	enum proof proof;

	if (file == NULL)
		return kept(req, who, form, doctor, has);
	proof = prove_file(req->config->proof, &file->content, &proved);
	*has = proof == PROOF_FINE;
	if (!*has) {
		form_refuse(form, "meritbrev", proof_sentence(proof));
		return (struct letter){ 0 };
	}
	return (struct letter){ .name = utf8_clip(req->arena, file->filename, NAME_MOST),
		.pages = proved.pages,
		.is_new = true,
		.content = file->content,
		.type = proved.type };
}

bool
letter_store(struct request *req, const struct subject *who, uint32_t doctor, struct letter *l)
{
	struct hash sha256;

	if (!l->is_new)
		return true;
	sha256 = hash_sha256(l->content.at, l->content.n);
	content_add(req->db, hash_bytes(&sha256), l->content);
	if (letter_add(req->db, who, doctor, l->type, l->pages, (uint32_t)l->content.n, l->name,
	        hash_bytes(&sha256)) != DB_ONE)
		return false;
	l->id = db_inserted(req->db);
	return true;
}
