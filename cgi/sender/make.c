/* SPDX-License-Identifier: MPL-2.0
 *
 * The main package, held against the rules of that day and made.
 */
#include "make.h"

#include "log.h"
#include "package.h"
#include "ready.h"
#include "sending.h"

/* That a package of the kind is under way is this very order. */
const char *
missing_now(struct sender *s, const struct send_order *o)
{
	const struct ready *r = ready_to_send(s->db, o->doctor, sending_of_word(o->kind), s->today);
	struct text t = { .arena = s->arena };

	if (r == NULL)
		return "Der er ikke noget forløb, som der kan søges tilladelse efter.";
	for (enum ready_rule k = 0; k < READY_RULES; k++)
		if (k != READY_NOT_SENT && r->lines[k].state == READY_MISSING)
			text_format(&t, "%s\n%s",
			    t.len == 0 ? "Ikke opfyldt, da der skulle sendes:" : "",
			    readiness_title(k));
	return t.at;
}

const char *
make_address(struct sender *s, const struct send_order *o)
{
	return s->config->url == NULL
	    ? NULL
	    : arena_format(s->arena, "%s/verificer/%s", s->config->url, o->reference);
}

/* Its files as the receipt lists them. */
static void
list(struct sender *s, const struct package *p, struct made *m)
{
	struct made_file *files = arena_array(s->arena, p->nfiles, sizeof *files);

	for (size_t i = 0; i < p->nfiles; i++)
		files[i] =
		    (struct made_file){ p->files[i].name, p->files[i].title, p->files[i].content.n,
			    hash_sha256(p->files[i].content.at, p->files[i].content.n) };
	m->files = files;
	m->n = p->nfiles;
	m->zip = p->zip;
	m->pdf = hash_sha256(p->pdf.at, p->pdf.n);
}

bool
make_main(struct sender *s, const struct send_order *o, const struct subject *who, struct made *m)
{
	const struct package_ask ask = { .kind = sending_of_word(o->kind),
		.reference = o->reference,
		.address = make_address(s, o),
		.key = sign_key_now(),
		.employment = paper_employment };
	struct package p;

	if (ask.key == 0)
		fatal("there is no key that signs: logbook-keys makes one");
	p = package_make(s->db, who, o->doctor, &ask);
	m->key = ask.key;
	switch (p.end) {
	case PACKAGE_MADE:
		list(s, &p, m);
		return true;
	case PACKAGE_NOT_THERE:
	case PACKAGE_NO_CPR:
	case PACKAGE_GONE:
	case PACKAGE_CHANGED:
	case PACKAGE_UNDRAWN:
		m->why = package_why(s->arena, &p);
		return db_failed(s->db) == DB_ONE;
	case PACKAGE_ROOM:
		m->no_room = true;
		return false;
	case PACKAGE_DATABASE:
		return false;
	}
	return false;
}
