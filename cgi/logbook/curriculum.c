/* SPDX-License-Identifier: MPL-2.0 */
#include "curriculum.h"

#include <string.h>
#include <strings.h>

#include "curriculum_part.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

enum key {
	KEY_CODE,
	KEY_TITLE,
	KEY_STAGE,
	KEY_SPECIALTY,
	KEY_VERSION,
	KEY_BASIS,
	KEY_DATE,
	KEY_SOURCE,
	KEY_DEMO,
	KEYS
};

static const struct {
	const char *name;
	size_t most;
	bool mandatory;
} keys[KEYS] = {
	[KEY_CODE] = { "code", CURRICULUM_CODE, true },
	[KEY_TITLE] = { "title", CURRICULUM_LIST_TITLE, true },
	[KEY_STAGE] = { "stage", 10, true },
	[KEY_SPECIALTY] = { "specialty", CURRICULUM_SPECIALTY, false },
	[KEY_VERSION] = { "version", CURRICULUM_VERSION, true },
	[KEY_BASIS] = { "cutoff_basis", 20, true },
	[KEY_DATE] = { "cutoff_date", 20, true },
	[KEY_SOURCE] = { "source", CURRICULUM_SOURCE, true },
	[KEY_DEMO] = { "demo", 10, true },
};

static const struct curriculum_word stages[] = {
	{ "KBU", CURRICULUM_KBU },
	{ "INTRO", CURRICULUM_INTRO },
	{ "HU", CURRICULUM_HU },
	{ "EVAL", CURRICULUM_EVAL },
};

static const struct curriculum_word bases[] = {
	{ "BESAT", CURRICULUM_BESAT },
	{ "OPSLAAET", CURRICULUM_OPSLAAET },
	{ "PAABEGYNDT", CURRICULUM_PAABEGYNDT },
	{ "ANSAT", CURRICULUM_ANSAT },
};

static const struct curriculum_word answers[] = { { "ja", true }, { "nej", false } };

const char *
curriculum_stage_word(enum curriculum_stage stage)
{
	return stages[stage].word;
}

const char *
curriculum_basis_word(enum curriculum_basis basis)
{
	return bases[basis].word;
}

bool
curriculum_find_word(struct curriculum_reader *r, const struct curriculum_word *list, size_t n,
    const char *text, struct sheet_place at, int *value)
{
	struct text all = { .arena = r->arena };

	for (size_t i = 0; i < n; i++) {
		if (strcasecmp(list[i].word, text) == 0) {
			*value = list[i].value;
			return true;
		}
		text_puts(&all, i == 0 ? "" : i + 1 == n ? " eller " : ", ");
		text_puts(&all, list[i].word);
	}
	sheet_blame(r->faults, at, "\"%s\" kan ikke bruges. Skriv %s.",
	    utf8_clip(r->arena, text, 60), all.at);
	return false;
}

bool
curriculum_fits(struct curriculum_reader *r, const char *text, size_t most, struct sheet_place at)
{
	size_t n = utf8_count(text);

	if (n > most)
		sheet_blame(
		    r->faults, at, "Teksten er på %zu tegn. Der er plads til %zu.", n, most);
	return n <= most;
}

/* --- the lines before the header row ------------------------------------------------ */

static bool
is_code(const char *s)
{
	return s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0' && s[0] != '-';
}

/* What one line says, into the file. */
static void
take_note(struct curriculum_reader *r, enum key key, const struct sheet_note *note)
{
	struct curriculum_file *file = r->file;
	const char *value = note->value;
	int found;

	switch (key) {
	case KEY_CODE:
		file->code = value;
		if (!is_code(value))
			sheet_blame(r->faults, note->at,
			    "Koden må kun bestå af små bogstaver a-z, tal og bindestreg.");
		break;
	case KEY_TITLE:
		file->title = value;
		break;
	case KEY_STAGE:
		r->stage_known =
		    curriculum_find_word(r, stages, COUNT(stages), value, note->at, &found);
		if (r->stage_known)
			file->stage = (enum curriculum_stage)found;
		break;
	case KEY_SPECIALTY:
		file->specialty = value;
		break;
	case KEY_VERSION:
		file->version = value;
		break;
	case KEY_BASIS:
		if (curriculum_find_word(r, bases, COUNT(bases), value, note->at, &found))
			file->cutoff_basis = (enum curriculum_basis)found;
		break;
	case KEY_DATE:
		if (!day_read_danish(value, &file->cutoff_date))
			sheet_blame(r->faults, note->at,
			    "\"%s\" er ikke en dato. Skriv den som 2017-08-01 eller 1.8.2017.",
			    utf8_clip(r->arena, value, 60));
		break;
	case KEY_SOURCE:
		file->source = value;
		break;
	case KEY_DEMO:
		if (curriculum_find_word(r, answers, COUNT(answers), value, note->at, &found))
			file->demo = found;
		break;
	case KEYS:
		break;
	}
}

static enum key
find_key(const char *name)
{
	enum key key = 0;

	while (key < KEYS && strcmp(keys[key].name, name) != 0)
		key++;
	return key;
}

/* One line: known, once, not empty, not too long. */
static void
read_note(
    struct curriculum_reader *r, const struct sheet_note *note, const struct sheet_note *seen[KEYS])
{
	enum key key = find_key(note->key);

	if (key == KEYS) {
		sheet_blame(r->faults, note->at, "Nøglen \"%s\" kendes ikke.",
		    utf8_clip(r->arena, note->key, 60));
		return;
	}
	if (seen[key] != NULL) {
		sheet_blame(r->faults, note->at, "Nøglen \"%s\" står også i linje %u.", note->key,
		    (unsigned)seen[key]->at.line);
		return;
	}
	seen[key] = note;
	if (note->value[0] == '\0') {
		if (keys[key].mandatory)
			sheet_blame(r->faults, note->at, "Der mangler en værdi efter kolon.");
	} else if (curriculum_fits(r, note->value, keys[key].most, note->at))
		take_note(r, key, note);
}

/* What the lines must say together: a specialty, but not for KBU; a demo list says so. */
static void
check_notes(struct curriculum_reader *r, const struct sheet_note *const seen[KEYS])
{
	const struct curriculum_file *file = r->file;
	struct sheet_place top = { 1, 1, 0, NULL };
	const struct sheet_note *specialty = seen[KEY_SPECIALTY];

	for (enum key key = 0; key < KEYS; key++)
		if (keys[key].mandatory && seen[key] == NULL)
			sheet_blame(r->faults, top, "Linjen \"# %s: …\" mangler øverst i filen.",
			    keys[key].name);
	if (r->stage_known && file->stage == CURRICULUM_KBU && file->specialty[0] != '\0')
		sheet_blame(r->faults, specialty->at,
		    "KBU hører ikke under et speciale. Lad værdien være tom.");
	if (r->stage_known && file->stage != CURRICULUM_KBU && file->specialty[0] == '\0')
		sheet_blame(r->faults, specialty != NULL ? specialty->at : top,
		    "Specialet mangler: \"# specialty: …\".");
	if (file->demo && strncasecmp(file->title, "demo", 4) != 0)
		sheet_blame(r->faults, seen[KEY_TITLE] != NULL ? seen[KEY_TITLE]->at : top,
		    "Titlen på en demoliste skal begynde med \"Demo\".");
}

static void
read_notes(struct curriculum_reader *r)
{
	const struct sheet_note *seen[KEYS] = { NULL };

	for (size_t i = 0; i < r->sheet->nnotes; i++)
		read_note(r, &r->sheet->notes[i], seen);
	check_notes(r, seen);
}

/* --- the whole ---------------------------------------------------------------------- */

bool
curriculum_read(
    struct arena *a, struct bytes b, struct curriculum_file *file, struct sheet_faults *faults)
{
	struct sheet sheet;
	struct curriculum_reader r = { a, &sheet, faults, file, false };

	*file = (struct curriculum_file){ .code = "", .title = "", .specialty = "" };
	file->version = file->source = "";
	sheet_read(a, b, &sheet, faults);
	if (sheet.header_line > 0)
		read_notes(&r);
	if (sheet.ncolumns > 0)
		curriculum_read_goals(&r);
	sheet_sort_faults(faults);
	if (faults->n > 0)
		*file = (struct curriculum_file){ 0 };
	return faults->n == 0;
}

const char *
curriculum_methods_text(struct arena *a, const struct curriculum_goal *goal)
{
	struct text t = { .arena = a };

	text_puts(&t, "");
	for (size_t i = 0; i < goal->nmethods; i++)
		text_format(&t, "%s%s", i == 0 ? "" : "\n", goal->methods[i].name);
	return t.at;
}

const char *
curriculum_minimum_text(struct arena *a, const struct curriculum_goal *goal)
{
	struct text t = { .arena = a };

	text_puts(&t, "");
	for (size_t i = 0; i < goal->nmethods; i++)
		if (goal->methods[i].minimum > 0)
			text_format(&t, "%s%s=%u", t.len == 0 ? "" : "|", goal->methods[i].name,
			    (unsigned)goal->methods[i].minimum);
	return t.at;
}
