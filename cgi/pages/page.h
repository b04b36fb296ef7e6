/* SPDX-License-Identifier: MPL-2.0
 *
 * What every page has: its head and foot, forms and their fields, errors.
 */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "form.h"
#include "html.h"
#include "url.h"

struct menu_item {
	struct url at;
	const char *label;
	bool here;     /* the page shown is this one, or below it */
	int64_t count; /* what waits there; 0 says nothing */
};

struct head {
	const char *title;  /* of the page: <title> and h1 */
	const char *person; /* name; NULL when nobody is logged in */
	const char *role;   /* title of the role in use */
	const char *token;  /* hidden field of every form */
	struct url style, icon;
	struct url home, profile, log_out, log_in, help, accessibility, specialties, forms;
	struct url evaluations; /* of places of training: public */
	struct url verify;      /* is a document ours and unchanged: public */
	struct url inbox;
	int64_t unread; /* notices that have not been seen */
	const struct menu_item *menu;
	size_t nmenu;
	const struct menu_item *tabs; /* of the pages that belong with this one */
	size_t ntabs;
	const char *tabs_label;
	const char *help_name, *help_phone, *help_hours; /* who helps those who cannot go on */
	struct url help_call;
	bool demo;
	const char *moved;  /* the day to which a try-out's clock was moved; NULL otherwise */
	const char *notice; /* "Meritten er givet."; NULL when there is nothing to say */
};

/* Opens the page up to and with h1; closes it. */
void page_begin(struct html *, const struct head *);
void page_end(struct html *, const struct head *);

/* The hidden field that proves the form; stands first in every form that posts. */
void form_proof(struct html *, const struct head *);

/* One field of a form: label, hint, fault, input; one shape for all forms. */
struct field {
	const char *name, *label;
	const char *hint;         /* NULL for none */
	const char *value;        /* as typed */
	const char *fault;        /* NULL for none */
	const char *type;         /* text, email, password, search … */
	const char *autocomplete; /* "off", "username" … */
	const char *inputmode;    /* "text", "numeric" … */
	uint32_t most;            /* characters; 0 for no limit told */
	uint32_t rows;            /* of a text area */
	bool needed;
};

/* A field of that name with what the form holds of it; form may be NULL. */
struct field field_of(const struct form *, const char *name, const char *label, const char *hint);
void field_line(struct html *, const struct field *);     /* <input> */
void field_text(struct html *, const struct field *);     /* <textarea> */
void field_file(struct html *, const struct field *);     /* <input type=file>, PDF, JPEG, PNG */
void field_any_file(struct html *, const struct field *); /* the same, of any kind */

/* Everything that is wrong with a form, with links to the fields; nothing when all is well. */
struct linked_fault {
	struct url at; /* "#name" */
	const char *sentence;
};
struct fault_list {
	const struct linked_fault *at;
	size_t n;
};
struct fault_list faults_of(struct arena *, const struct form *);
void fault_summary(struct html *, const struct fault_list *);

/* What happened, what to do now, where to get help. */
struct error_view {
	struct head head;
	const char *what, *next;
	const char *reference; /* both here and in the log */
};
void error_page(struct html *, const struct error_view *);

/* What was typed could not be stored: it is all still here, to be sent again. */
struct again_view {
	struct head head;
	const char *what;
	const char *reference;
	struct url at;
	const struct pair *fields;
	size_t n;
	bool had_files;
};
void again_page(struct html *, const struct again_view *);

#endif
