/* SPDX-License-Identifier: MPL-2.0 */
#include "attestation_report.h"

#include <ctype.h>
#include <string.h>

#include "attestation_rule.h"
#include "role.h"
#include "secret.h"
#include "training_words.h"

static bool
is_time(const struct attest_signed_all *t)
{
	return strcmp(t->kind, "TIME") == 0;
}

static bool
is_paper(const struct attest_signed_all *t)
{
	return strcmp(t->basis, "PAPER_VERIFIED") == 0;
}

const char *
attestation_report_title(const struct attest_signed_all *t)
{
	return is_time(t) ? "Attestation for tid" : "Attestation for læringsmål";
}

static const char *
or_dash(const char *s)
{
	return s == NULL || s[0] == '\0' ? "–" : s;
}

static const char *
period(struct arena *a, const struct attest_signed_all *t)
{
	return arena_format(
	    a, "%s – %s", day_text(a, t->since), day_text(a, day_add(t->until, -1)));
}

static const char *
stage(struct arena *a, const struct attest_signed_all *t)
{
	const char *title = stage_title(t->stage == NULL ? "" : t->stage);

	return t->specialty == NULL ? title : arena_format(a, "%s, %s", title, t->specialty);
}

/* A code that begins with a digit is one of the SHAK register; a practice has one of our own. */
static const char *
place(struct arena *a, const struct attest_signed_all *t)
{
	const char *code = t->unit_code == NULL ? "" : t->unit_code;

	return isdigit((unsigned char)code[0])
	    ? arena_format(a, "%s (SHAK %s)", or_dash(t->unit_place), code)
	    : or_dash(t->unit_place);
}

/* "12 dage, grænsen er 18" */
static const char *
absence(struct arena *a, const struct attest_signed_all *t)
{
	return t->has_absence_days
	    ? arena_format(a, "%u dage, grænsen er %u (10 %%)", t->absence_days,
	          t->has_absence_limit ? t->absence_limit : 0)
	    : NULL;
}

static const char *
signed_by(struct arena *a, const struct attest_signed_all *t)
{
	const char *here = arena_format(a, "%s, %s, %s, %s", moment_text(a, t->at), t->by_name,
	    role_title(role_of_word(t->as_role)), t->place);

	if (!is_paper(t))
		return here;
	return arena_format(a, "%s, %s, %s, på papir", day_text(a, t->paper_signed),
	    or_dash(t->paper_signer), or_dash(t->paper_title));
}

/* What has become of its ground since; NULL for nothing. */
static const char *
remark(struct arena *a, const struct attest_signed_all *t)
{
	struct day on = attestation_signed_on(t->paper_signed, t->at);

	if (t->goals_changed)
		return "Grundlag ændret: en kompetence er nulstillet efter attestation.";
	if (t->time_changed)
		return "Grundlag ændret: fravær er registreret eller taget ud efter attestation.";
	if (is_time(t) && attestation_is_premature(on, t->now_until))
		return "For tidlig: delforløbets slutdato er flyttet efter attestation.";
	return day_compare(t->until, t->now_until) == 0
	    ? NULL
	    : arena_format(a, "Ansættelsens sidste dag er siden flyttet til %s.",
	          day_text(a, day_add(t->now_until, -1)));
}

static const char *
chain_reference(struct arena *a, const struct attest_signed_all *t)
{
	return t->hash.n == HASH_BYTES
	    ? arena_format(a, "Led %u, %.24s…", t->link, hash_hex(a, t->hash.at))
	    : arena_format(a, "Led %u", t->link);
}

/* --- one ------------------------------------------------------------------------------- */

static void
add(struct report *r, struct fact *facts, const char *label, const char *value, const char *key)
{
	if (value != NULL)
		facts[r->nfacts++] = (struct fact){ label, value, key };
}

static void
fill_facts(struct arena *a, const struct attestation_facts *f, const struct attest_signed_all *t,
    struct report *r)
{
	struct fact *facts = arena_array(a, 20, sizeof *facts);

	r->facts = facts;
	add(r, facts, "Læge", or_dash(t->doctor_name), "laege");
	add(r, facts, "CPR-nummer", f->cpr, "cpr");
	add(r, facts, "Autorisations-id", or_dash(t->auth_id), "autorisations_id");
	add(r, facts, "Uddannelse", stage(a, t), "uddannelse");
	add(r, facts, "Forløbsnummer", or_dash(t->course_number), "forloebsnummer");
	add(r, facts, "Stillingsnummer", or_dash(t->position_no), "stillingsnummer");
	add(r, facts, "Uddannelsessted", place(a, t), "uddannelsessted");
	add(r, facts, "Periode", period(a, t), "periode");
	add(r, facts, "Beskæftigelsesgrad",
	    arena_format(a, "%u %% af fuld tid", t->has_fraction ? t->fraction : 100),
	    "beskaeftigelsesgrad");
	add(r, facts, "Fravær", absence(a, t), "fravaer");
	add(r, facts, "Fravær fordelt", t->absence_kinds, "fravaer_fordelt");
	add(r, facts, "Forlængelse eller erstatning", t->prolonged, "forlaengelse");
	add(r, facts, "Attesteret", signed_by(a, t), "attesteret");
	if (is_paper(t))
		add(r, facts, "Verificeret",
		    arena_format(a, "%s, %s, %s, %s", moment_text(a, t->at), t->by_name,
		        role_title(role_of_word(t->as_role)), t->place),
		    "verificeret");
	add(r, facts, "Bemærkning", remark(a, t), "bemaerkning");
	add(r, facts, "Reference", chain_reference(a, t), "reference");
	add(r, facts, "Udskrevet", moment_text(a, f->printed), "udskrevet");
}

const struct report *
attestation_report(
    struct arena *a, const struct attestation_facts *f, const struct attest_signed_all *t)
{
	static const char *const signs[] = { "Dato", "Stempel",
		"Underskrift, UAO eller tutorlæge" };
	struct report *r = arena_take(a, sizeof *r);
	struct passage *said = arena_array(a, 1, sizeof *said);

	*said = (struct passage){ NULL, NULL, or_dash(t->statement) };
	*r = (struct report){
		.title = attestation_report_title(t),
		.subtitle = is_time(t) ? "Tidsmæssigt gennemført og godkendt uddannelseselement"
		                       : "Samlet attestation for læringsmål i uddannelseselementet",
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.passages_heading = "Det attesteres hermed",
		.passages = said,
		.npassages = 1,
		.signs = signs,
		.nsigns = sizeof signs / sizeof signs[0],
		.note = is_paper(t)
		    ? "Underskrevet på papir; originalen er scannet og verificeret i Logbog."
		    : "Attesteret elektronisk i Logbog. Stempel og underskrift er kun nødvendige, hvor modtageren beder om dem.",
	};
	fill_facts(a, f, t, r);
	return r;
}

/* --- all ------------------------------------------------------------------------------- */

struct line {
	const char *kind, *place, *period, *position_no, *absence, *by, *remark;
};

#define COLUMN(name, member) \
	{ \
		name, DB_TEXT, false, offsetof(struct line, member), 0 \
	}
static const struct column columns[] = {
	COLUMN("attestation", kind),
	COLUMN("uddannelsessted", place),
	COLUMN("periode", period),
	COLUMN("stillingsnummer", position_no),
	COLUMN("fravaer", absence),
	COLUMN("attesteret", by),
	COLUMN("bemaerkning", remark),
};
static const struct shown shown[] = {
	{ &columns[0], "Attestation", 11 },
	{ &columns[1], "Uddannelsessted", 19 },
	{ &columns[2], "Periode", 13 },
	{ &columns[3], "Stillingsnr.", 12 },
	{ &columns[4], "Fravær", 12 },
	{ &columns[5], "Attesteret", 20 },
	{ &columns[6], "Bemærkning", 13 },
};

static const struct table *
table_of(struct arena *a, const struct attestation_facts *f)
{
	struct table *t = arena_take(a, sizeof *t);
	struct line *lines = arena_array(a, f->n, sizeof *lines);

	for (size_t i = 0; i < f->n; i++) {
		const struct attest_signed_all *s = &f->rows[i];

		lines[i] =
		    (struct line){ is_time(s) ? "Tid" : "Læringsmål", s->unit_place, period(a, s),
			    s->position_no, absence(a, s), signed_by(a, s), remark(a, s) };
	}
	*t = (struct table){
		.caption = "Attestationer",
		.key = "attestationer",
		.shown = shown,
		.columns = sizeof shown / sizeof shown[0],
		.rows = lines,
		.n = f->n,
		.size = sizeof *lines,
		.empty = "Ingen ansættelse er attesteret endnu.",
	};
	return t;
}

const struct report *
attestations_report(struct arena *a, const struct attestation_facts *f)
{
	struct report *r = arena_take(a, sizeof *r);
	struct fact *facts = arena_array(a, 4, sizeof *facts);

	*r = (struct report){
		.title = "Attestationer",
		.subtitle = "For tid og for læringsmål, som de er attesteret",
		.subject = f->name,
		.subject_cpr = f->cpr,
		.printed = f->printed,
		.tables = table_of(a, f),
		.ntables = 1,
		.facts = facts,
	};
	add(r, facts, "Læge", f->name, "laege");
	add(r, facts, "CPR-nummer", f->cpr, "cpr");
	add(r, facts, "Udskrevet", moment_text(a, f->printed), "udskrevet");
	return r;
}
