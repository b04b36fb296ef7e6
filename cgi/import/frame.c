/* SPDX-License-Identifier: MPL-2.0
 *
 * What the pages of this program share: for whom somebody brings people in, the way between
 * the pages, words.
 */
#include <string.h>

#include "import.h"
#include "permission.h"
#include "training_words.h"

bool
scope_of(struct request *req, const struct subject *who, struct realm *s)
{
	struct import_scope row = { 0 };

	*s = (struct realm){ .code = "", .name = "Hele landet", .guidance = "" };
	if (import_scope(req->db, who, &row) != DB_ONE) {
		answer_not_found(req, who);
		return false;
	}
	s->national = row.national;
	if (row.name != NULL)
		*s = (struct realm){ false, row.code, row.name, row.guidance };
	return true;
}

/* --- the way between the pages ---------------------------------------------------------- */

static const struct {
	enum permission needs;
	const char *path, *label;
} tabs[] = {
	{ IMPORT_PEOPLE, "/import/bruger", "Importer bruger" },
	{ IMPORT_PEOPLE, "/import/filer", "Filer" },
	{ IMPORT_PEOPLE, "/import/koersler", "Kørsler" },
	{ IMPORT_PEOPLE, "/import/kilder", "Kilder" },
	{ KEEP_REGION, "/import/sammenlaeg", "Sammenlæg" },
};
enum { TABS = sizeof tabs / sizeof tabs[0] };

struct frame
frame_of(struct request *req, const struct subject *who, const char *title)
{
	struct frame f = { .head = head_of(req, who, title) };
	struct tab *to = arena_array(req->arena, TABS, sizeof *to);

	for (size_t i = 0; i < TABS; i++) {
		size_t n = strlen(tabs[i].path);

		if (permission_has(tabs[i].needs, subject_role(who)))
			to[f.ntabs++] =
			    (struct tab){ url_local(req->arena, tabs[i].path), tabs[i].label,
				    strncmp(req->path, tabs[i].path, n) == 0 &&
				        (req->path[n] == '\0' || req->path[n] == '/') };
	}
	f.tabs = to;
	return f;
}

/* --- forms and sources ------------------------------------------------------------------ */

enum { FORMS = INTAKE_STEDER + 1 };

static const struct {
	const char *title, *hint;
} forms[FORMS] = {
	[INTAKE_PERSONER] = { "Læger med uddannelsesforløb",
	    "En række for hvert delforløb: intro, hoveduddannelse, evalueringsansættelse." },
	[INTAKE_AFTALER] = { "Tillægsaftaler", "Ændringer af forløb, som allerede er i logbogen." },
	[INTAKE_KBU] = { "KBU-runde", "Tabellen over valgte forløb efter en runde." },
	[INTAKE_KURSUSLEDERE] = { "Kursusledere",
	    "Hoved- og delkursusledere, som de står på sst.dk." },
	[INTAKE_STEDER] = { "Steder", "Sygehuse, afdelinger, afsnit og praksis med koder." },
};

bool
form_is_allowed(const struct realm *s, enum intake_form form)
{
	return s->national || (form != INTAKE_KURSUSLEDERE && form != INTAKE_STEDER);
}

const char *
form_title(enum intake_form form)
{
	return forms[form].title;
}

const char *
form_hint(enum intake_form form)
{
	return forms[form].hint;
}

const char *
form_word_title(const char *word)
{
	enum intake_form form;

	return intake_form_of_word(word, &form) ? form_title(form) : word;
}

struct choice_field
form_choices(struct arena *a, const struct realm *scope, const char *chosen, const char *fault)
{
	struct option *options = arena_array(a, FORMS, sizeof *options);
	struct choice_field f = { "form", "Hvad er der i filen?", fault, options, 0 };

	for (enum intake_form form = INTAKE_PERSONER; form <= INTAKE_STEDER; form++) {
		const char *word = intake_form_word(form);

		if (form_is_allowed(scope, form))
			options[f.n++] = (struct option){ arena_format(a, "form-%s", word), word,
				form_title(form), form_hint(form), strcmp(word, chosen) == 0 };
	}
	return f;
}

const char *
feed_source_title(const char *word)
{
	static const struct {
		const char *word, *title;
	} sources[] = {
		{ "EVALUER", "evaluer.dk" },
		{ "BASISLAEGE", "basislaege.dk" },
		{ "VIDEREUDDANNELSE", "videreuddannelsen.dk" },
		{ "REGION", "Regionen" },
		{ "SST", "Sundhedsstyrelsen (sst.dk)" },
		{ "SOR", "Sundhedsvæsenets Organisationsregister" },
	};

	for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
		if (strcmp(sources[i].word, word) == 0)
			return sources[i].title;
	return word;
}

/* --- runs ------------------------------------------------------------------------------- */

static const struct {
	const char *word, *shorter, *title, *mark;
} states[RUN_STATES] = {
	[RUN_SENT] = { "MODTAGET", "Modtaget", "Modtaget, bliver læst om lidt", "asked" },
	[RUN_READ] = { "LAEST", "Venter på svar", "Læst, venter på dig", "back" },
	[RUN_ORDERED] = { "BESTILT", "Bestilt", "Bestilt, bliver udført om lidt", "asked" },
	[RUN_GOING] = { "I_GANG", "I gang", "I gang", "asked" },
	[RUN_DONE] = { "UDFOERT", "Udført", "Udført", "ok" },
	[RUN_REFUSED] = { "AFVIST", "Afvist", "Afvist", "undone" },
	[RUN_LEFT] = { "FORTRUDT", "Fortrudt", "Fortrudt, intet er ændret", "undone" },
	[RUN_BACK_ORDERED] = { "TILBAGE_BESTILT", "Tages tilbage", "Bliver taget tilbage om lidt",
	    "asked" },
	[RUN_BACK] = { "TAGET_TILBAGE", "Taget tilbage", "Taget tilbage", "undone" },
};

/* A word that nobody knows is taken for one that nothing can be done with. */
enum run_state
run_state_of(const char *word)
{
	for (enum run_state s = RUN_SENT; s < RUN_STATES; s++)
		if (strcmp(states[s].word, word) == 0)
			return s;
	return RUN_REFUSED;
}

const char *
run_state_title(enum run_state s)
{
	return states[s].title;
}

const char *
run_state_short(enum run_state s)
{
	return states[s].shorter;
}

const char *
run_state_mark(enum run_state s)
{
	return states[s].mark;
}

bool
run_state_waits(enum run_state s)
{
	return s == RUN_SENT || s == RUN_ORDERED || s == RUN_GOING || s == RUN_BACK_ORDERED;
}

const char *
run_what(struct arena *a, const char *way, const char *file, const char *person, const char *source)
{
	if (strcmp(way, "BRUGER") == 0)
		return arena_format(a, "Én læge: %s", person == NULL ? "ukendt" : person);
	if (strcmp(way, "DATO") == 0)
		return "Læger, hvis dag var kommet";
	if (strcmp(way, "FIL") == 0)
		return arena_format(a, "Fil: %s", file);
	if (source == NULL)
		return arena_format(a, "Fra en kilde: %s", file);
	return arena_format(a, "Fra %s: %s", feed_source_title(source), file);
}

/* --- what is typed to find somebody ------------------------------------------------------ */

/* Six digits or more, and nothing else besides: a CPR number is meant, and is not whole. */
static bool
is_part_of_cpr(const char *typed)
{
	size_t digits = 0;

	for (const char *p = typed; *p != '\0'; p++)
		digits += *p >= '0' && *p <= '9';
	return digits >= 6 && typed[strspn(typed, "0123456789- ")] == '\0';
}

enum typed
typed_of(const struct form *form, const char *name, struct cpr *cpr)
{
	const char *typed = form_line(form, name, TYPED_MOST);

	if (form_wrong(form))
		return TYPED_WRONG;
	if (typed[0] == '\0')
		return TYPED_NOTHING;
	if (cpr_read(typed, cpr))
		return TYPED_CPR;
	if (cpr_is_meant(typed))
		form_refuse(form, name,
		    "CPR-nummeret begynder med en dato, der ikke findes. Ret det, og søg igen.");
	else if (is_part_of_cpr(typed))
		form_refuse(form, name, "Skriv hele CPR-nummeret: ti cifre.");
	else if (strpbrk(typed, "0123456789") == NULL && utf8_count(typed) >= 2)
		return TYPED_NAME;
	else
		form_refuse(
		    form, name, "Skriv mindst to bogstaver af navnet, eller hele CPR-nummeret.");
	return TYPED_WRONG;
}

/* --- days and courses ------------------------------------------------------------------- */

struct day
last_day(struct day until)
{
	return day_is_none(until) || until.year == 9999 ? (struct day){ 0 } : day_add(until, -1);
}

const char *
course_title(struct arena *a, const char *stage, const char *specialty)
{
	const char *title = stage_title(stage);

	return specialty == NULL || specialty[0] == '\0'
	    ? title
	    : arena_format(a, "%s, %s", title, specialty);
}
