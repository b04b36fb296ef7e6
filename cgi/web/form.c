/* SPDX-License-Identifier: MPL-2.0
 *
 * Readers that answer a value or note what a person should do.  The faults lie behind a
 * pointer: a form is const to those who read it, and remembers what was wrong with it.
 */
#include "form.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cpr.h"
#include "form_make.h" /* the one header that gate and web share */
#include "number.h"

enum { FIELDS_MOST = 1000, PASSWORD_MOST = 1000 };

struct faults {
	struct fault *at;
	size_t n, cap;
};

struct form {
	struct arena *arena;
	struct pairs fields;
	struct uploads files;
	struct faults *faults;
};

/* --- making one ----------------------------------------------------------------------- */

static bool
is_type(const char *content_type, const char *type)
{
	size_t n = strlen(type);

	return strncasecmp(content_type, type, n) == 0 && strchr("; \t", content_type[n]) != NULL;
}

const struct form *
form_make(struct arena *a, const char *content_type, struct bytes body)
{
	struct form *f = arena_take(a, sizeof *f);
	bool fine = false;

	f->arena = a;
	f->faults = arena_take(a, sizeof *f->faults);
	if (is_type(content_type, "application/x-www-form-urlencoded"))
		fine = pairs_decode(a, (const char *)body.at, body.n, FIELDS_MOST, &f->fields);
	else if (is_type(content_type, "multipart/form-data"))
		fine = multipart_read(a, content_type, body, &f->fields, &f->files);
	return fine ? f : NULL;
}

const struct pairs *
form_pairs(const struct form *f)
{
	return &f->fields;
}

const struct uploads *
form_files(const struct form *f)
{
	return &f->files;
}

/* --- faults --------------------------------------------------------------------------- */

const char *
form_fault(const struct form *f, const char *name)
{
	for (size_t i = 0; f != NULL && i < f->faults->n; i++)
		if (strcmp(f->faults->at[i].name, name) == 0)
			return f->faults->at[i].sentence;
	return NULL;
}

void
form_refuse(const struct form *f, const char *name, const char *sentence)
{
	struct faults *list = f->faults;

	if (form_fault(f, name) != NULL)
		return;
	if (list->n == list->cap) {
		size_t cap = list->cap == 0 ? 8 : list->cap * 2;
		struct fault *at = arena_array(f->arena, cap, sizeof *at);

		if (list->n > 0)
			memcpy(at, list->at, list->n * sizeof *at);
		list->at = at;
		list->cap = cap;
	}
	list->at[list->n++] = (struct fault){ name, sentence };
}

bool
form_wrong(const struct form *f)
{
	return f->faults->n > 0;
}

const struct fault *
form_faults(const struct form *f, size_t *n)
{
	*n = f == NULL ? 0 : f->faults->n;
	return f == NULL ? NULL : f->faults->at;
}

/* A number as Danish sentences write it: 2.000. */
static const char *
danish(struct arena *a, size_t n)
{
	if (n < 1000)
		return arena_format(a, "%zu", n);
	return arena_format(a, "%s.%03zu", danish(a, n / 1000), n % 1000);
}

/* --- as sent -------------------------------------------------------------------------- */

const char *
form_value(const struct form *f, const char *name)
{
	const char *value = f == NULL ? NULL : pairs_value(&f->fields, name);

	return value == NULL ? "" : value;
}

bool
form_has(const struct form *f, const char *name, const char *value)
{
	for (size_t i = 0; f != NULL && i < f->fields.n; i++)
		if (strcmp(f->fields.at[i].name, name) == 0 &&
		    strcmp(f->fields.at[i].value, value) == 0)
			return true;
	return false;
}

/* --- readers -------------------------------------------------------------------------- */

bool
form_asks_number(const char *name)
{
	static const char *const names[] = { "cpr", "q", "liste", "mobil", "mobile", "help_phone" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* The text, or its beginning and a fault when it is too long or holds a CPR number. */
static const char *
at_most(const struct form *f, const char *name, const char *text, size_t most)
{
	size_t n = utf8_count(text);

	if (!form_asks_number(name) && cpr_stands_in(text))
		form_refuse(f, name,
		    "Skriv ikke CPR-numre i fritekst. Her står noget, der ligner et CPR-nummer. Fjern det.");
	if (n <= most)
		return text;
	form_refuse(f, name,
	    arena_format(f->arena, "Teksten er for lang: %s tegn, højst %s. Forkort den.",
	        danish(f->arena, n), danish(f->arena, most)));
	return utf8_clip(f->arena, text, most);
}

const char *
form_line(const struct form *f, const char *name, size_t most)
{
	return at_most(f, name, text_tidy_line(f->arena, form_value(f, name)), most);
}

const char *
form_text(const struct form *f, const char *name, size_t most)
{
	return at_most(f, name, text_tidy(f->arena, form_value(f, name)), most);
}

const char *
form_needed(const struct form *f, const char *name, size_t most, const char *sentence)
{
	const char *text = form_text(f, name, most);

	if (text[0] == '\0')
		form_refuse(f, name, sentence);
	return text;
}

const char *
form_password(const struct form *f, const char *name)
{
	const char *password = form_value(f, name);

	if (strlen(password) <= PASSWORD_MOST)
		return password;
	form_refuse(f, name, "Adgangskoden er for lang. Vælg en på højst 1.000 tegn.");
	return "";
}

/* People also write 007; a machine would not. */
uint32_t
form_u32(const struct form *f, const char *name, uint32_t otherwise)
{
	const char *text = text_tidy_line(f->arena, form_value(f, name));
	bool digits = text[strspn(text, "0123456789")] == '\0';
	uint32_t n = 0;

	if (text[0] == '\0')
		return otherwise;
	while (text[0] == '0' && text[1] != '\0')
		text++;
	if (!number_u32(text, &n))
		form_refuse(f, name,
		    digits ? "Tallet er for stort. Skriv et mindre tal."
		           : "Skriv et helt tal, for eksempel 12.");
	return n;
}

struct day
form_day(const struct form *f, const char *name)
{
	const char *text = text_tidy_line(f->arena, form_value(f, name));
	struct day d = { 0 };

	if (text[0] != '\0' && !day_read_danish(text, &d))
		form_refuse(f, name, "Skriv en dato som 01.03.2027.");
	return d;
}

static const char choose[] = "Vælg en af mulighederne.";

const char *
form_choice(const struct form *f, const char *name, ...)
{
	const char *value = form_value(f, name), *word;
	va_list ap;

	va_start(ap, name);
	while ((word = va_arg(ap, const char *)) != NULL)
		if (strcmp(word, value) == 0)
			break;
	va_end(ap);
	if (word == NULL || word[0] == '\0') {
		form_refuse(f, name, choose);
		return NULL;
	}
	return word;
}

bool
form_ticked(const struct form *f, const char *name)
{
	return form_value(f, name)[0] != '\0';
}

static int
compare_ids(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

const uint32_t *
form_ids(const struct form *f, const char *name, size_t *n)
{
	uint32_t *ids = arena_array(f->arena, f->fields.n, sizeof *ids);
	size_t found = 0, kept = 0;

	for (size_t i = 0; i < f->fields.n; i++) {
		const struct pair *p = &f->fields.at[i];

		if (strcmp(p->name, name) != 0)
			continue;
		if (number_u32(p->value, &ids[found]))
			found++;
		else
			form_refuse(f, name, choose);
	}
	qsort(ids, found, sizeof *ids, compare_ids);
	for (size_t i = 0; i < found; i++)
		if (kept == 0 || ids[kept - 1] != ids[i])
			ids[kept++] = ids[i];
	*n = kept;
	return ids;
}

const struct upload *
form_file(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->files.n; i++)
		if (strcmp(f->files.at[i].name, name) == 0 && f->files.at[i].filename[0] != '\0')
			return &f->files.at[i];
	return NULL;
}
