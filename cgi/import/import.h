/* SPDX-License-Identifier: MPL-2.0
 *
 * Files in: one person looked up in what the feeds have told, files by hand, runs and what they
 * did, where files come from, two rows that are one person.  It reads no file and writes no
 * person: it puts down what is to be done, and the clock does it (cgi/clock, cgi/intake).  Only
 * a merge it carries out itself.
 */
#ifndef IMPORT_H
#define IMPORT_H

#include "gate.h"
#include "intake.h"
#include "queries/import_page.h"

extern page import_front, find_one, one_told, guidance, files, file_form, file_example, runs, run,
    run_back_ask, feeds, feed_new, feed, merge_first, merge_second, merge_both;
extern action find_one_search, one_bring, guidance_write, file_send, file_again, run_carry_out,
    run_leave, run_take_back, feed_add, feed_change, merge_first_search, merge_second_search,
    merge_do;

enum {
	PAGE_ROWS = 25,
	LINE_ROWS = 50,   /* of a run */
	TYPED_MOST = 200, /* characters of a search */
};

/* --- what all pages have ---------------------------------------------------------------- */

/* For whom somebody brings people in. */
struct realm {
	bool national;        /* the project leader; else a secretariat, for its region */
	const char *code;     /* of the region, "" for the country */
	const char *name;     /* "Videreuddannelsesregion Øst", "Hele landet" */
	const char *guidance; /* of the region, "" without */
};
/* False when the role ended in this moment, or the database failed: a 404 has been answered. */
bool scope_of(struct request *, const struct subject *, struct realm *);

struct tab {
	struct url at;
	const char *label;
	bool here;
};
struct frame {
	struct head head;
	const struct tab *tabs;
	size_t ntabs;
};
/* The head of a page of this program: title, and the way to its other pages. */
struct frame frame_of(struct request *, const struct subject *, const char *title);
void import_tabs(struct html *, const struct frame *);

/* One of a few, as radio buttons under a legend. */
struct option {
	const char *id, *value, *label;
	const char *hint; /* NULL for none */
	bool chosen;
};
struct choice_field {
	const char *name, *legend;
	const char *fault; /* NULL for none */
	const struct option *options;
	size_t n;
};
void choice_field(struct html *, const struct choice_field *);

/* Forms of intake that this person may bring in: all for the project leader; courses of
 * training alone for a secretariat, since leaders and places are national. */
bool form_is_allowed(const struct realm *, enum intake_form);
/* "Læger med uddannelsesforløb", and what it is in a sentence. */
const char *form_title(enum intake_form);
const char *form_hint(enum intake_form);
/* Radio buttons of them, the one of that word chosen. */
struct choice_field
form_choices(struct arena *, const struct realm *, const char *chosen, const char *fault);
/* The title of a word of the database. */
const char *form_word_title(const char *word);
/* "evaluer.dk" for EVALUER. */
const char *feed_source_title(const char *word);

/* What a run is at, as the database and as people say it. */
enum run_state {
	RUN_SENT,
	RUN_READ,
	RUN_ORDERED,
	RUN_GOING,
	RUN_DONE,
	RUN_REFUSED,
	RUN_LEFT,
	RUN_BACK_ORDERED,
	RUN_BACK,
	RUN_STATES
};
enum run_state run_state_of(const char *word);
const char *run_state_title(enum run_state);
/* The same where there is little room: "Læst". */
const char *run_state_short(enum run_state);
/* The class that shows it: asked, ok, back, undone. */
const char *run_state_mark(enum run_state);
/* The clock has still something to do with it. */
bool run_state_waits(enum run_state);
/* "Fil: laeger.csv", "Én person: Anna Berg", "Fra evaluer.dk": what it was. */
const char *
run_what(struct arena *, const char *way, const char *file, const char *person, const char *source);

/* What was typed to find somebody: a name, a whole CPR number, or something that is neither
 * and has been refused at the field. */
enum typed { TYPED_NOTHING, TYPED_NAME, TYPED_CPR, TYPED_WRONG };
enum typed typed_of(const struct form *, const char *name, struct cpr *);

/* The field of such a search. */
struct search {
	const struct head *head;
	struct url at;
	struct field field;
};
void search_form(struct html *, const struct search *);

/* The last day of a span that ends before `until`; no day where it is open. */
struct day last_day(struct day until);
/* "Hoveduddannelse, Geriatri". */
const char *course_title(struct arena *, const char *stage, const char *specialty);

/* --- posts ------------------------------------------------------------------------------ */
struct post_element {
	const char *place;
	struct day since, until;
	uint32_t fraction;
};
struct post_course {
	const char *title, *region, *number;
	struct day since, until;
	bool cancelled, elsewhere; /* of another region: not brought in by this secretariat */
	const struct post_element *elements;
	size_t n;
};
struct posts {
	const struct post_course *courses;
	size_t n;
};
void posts_part(struct html *, const struct posts *);
/* Those that the logbook has; those that a feed has told of. */
struct posts posts_of_logbook(struct request *, const struct subject *, uint32_t person);
struct posts posts_of_told(struct request *, const struct intake_person *, const struct realm *);

/* --- /import/bruger --------------------------------------------------------------------- */
struct told_row {
	struct url at;
	const char *name, *cpr, *source, *state;
	struct day due;
	bool waits;
};
struct find_view {
	struct frame frame;
	const struct realm *scope;
	struct markup guidance;
	bool has_guidance;
	struct url guidance_at, by_hand;
	struct search search;
	bool asked, by_cpr;
	const struct told_row *rows;
	size_t n;
	uint32_t found, page, pages;
	struct url here; /* in the logbook already; text is NULL for nobody */
	const char *here_name;
};
void find_page(struct html *, const struct find_view *);

struct told_view {
	struct frame frame;
	struct url back, bring, here, run;
	const char *name, *cpr, *email, *mobile, *auth_id, *source, *region, *state, *said;
	struct day due;
	struct moment first_seen, last_seen;
	bool readable;                 /* false: sealed under another key */
	bool replacement, waits, held; /* held: no mail with access, for something is missing */
	bool brings;                   /* some of its courses are of this region */
	const char *scope_name;
	const char *here_name; /* NULL: not in the logbook */
	struct posts told, has;
	bool running; /* asked for already, and not done yet */
};
void told_page(struct html *, const struct told_view *);

struct guidance_view {
	struct frame frame;
	struct url at, back;
	const char *region;
	struct field text;
	struct fault_list faults;
};
void guidance_page(struct html *, const struct guidance_view *);

/* --- /import/filer ---------------------------------------------------------------------- */
struct form_row {
	const char *title;
	struct url csv, json, schema;
};
struct files_view {
	struct frame frame;
	struct url at, again;
	const struct realm *scope;
	struct choice_field form;
	struct field file;
	struct fault_list faults;
	const struct form_row *forms;
	size_t nforms;
	bool before; /* the same bytes were sent before */
	struct url before_at;
	struct moment before_when;
	const char *before_by, *before_state, *content, *form_word, *name;
};
void files_page(struct html *, const struct files_view *);

/* --- /import/koersler ------------------------------------------------------------------- */
struct run_row {
	struct url at;
	const char *what, *form, *region, *by, *state, *mark;
	const char *counts; /* "2 nye, 1 afvist"; "" for none */
	struct moment when;
};
struct pill {
	struct url at;
	const char *label;
	bool here, has_count;
	uint32_t count;
};
struct runs_view {
	struct frame frame;
	const struct realm *scope;
	const struct pill *forms;
	size_t nforms;
	const struct run_row *rows;
	size_t n;
	bool has_newer, has_older;
	struct url newer, older;
};
void runs_page(struct html *, const struct runs_view *);

struct line_row {
	uint32_t line;
	const char *what, *mark, *label;
	struct markup detail;
	struct url person; /* text is NULL for none */
};
struct run_view {
	struct frame frame;
	struct url runs, told, person, carry_out, leave, back, refresh_off, refresh_on;
	enum run_state state;
	const char *title, *mark, *what, *form, *region, *by, *ordered_by, *undone_by;
	struct markup said; /* why it was refused, or could not be taken back */
	struct moment when, ended, ordered, undone_at;
	struct day day;
	uint32_t total, done, fresh, changed, same, refused, waiting;
	bool has_told, waits, refreshes, late, may_back, empty,
	    stayed; /* stayed: could not be taken back */
	const struct pill *filters;
	size_t nfilters;
	const struct line_row *rows;
	size_t n;
	bool has_newer, has_older;
	struct url newer, older;
};
void run_page(struct html *, const struct run_view *);

struct back_view {
	struct frame frame;
	struct url run, at;
	const char *what;
	uint32_t fresh, changed;
};
void back_page(struct html *, const struct back_view *);

/* --- /import/kilder --------------------------------------------------------------------- */
struct feed_row {
	struct url at;
	const char *source, *form, *region, *address, *said;
	struct moment checked;
	bool active, own;
};
struct feeds_view {
	struct frame frame;
	const struct realm *scope;
	struct url add;
	const struct feed_row *rows;
	size_t n;
};
void feeds_page(struct html *, const struct feeds_view *);

struct feed_view {
	struct frame frame;
	struct url at, back;
	const struct realm *scope;
	const char *button;
	struct choice_field source, form, way;
	struct field address;
	bool active;
	struct fault_list faults;
};
void feed_page(struct html *, const struct feed_view *);

/* --- /import/sammenlaeg ----------------------------------------------------------------- */
struct merge_row {
	struct url at;
	const char *name, *email, *cpr;
};
struct merge_find_view {
	struct frame frame;
	bool second; /* the one with the real number is looked for; else the other */
	const char *first_name, *first_cpr;
	struct url back;
	struct search search;
	bool asked;
	const struct merge_row *rows;
	size_t n;
	bool more;
};
void merge_find_page(struct html *, const struct merge_find_view *);

struct merge_person {
	const char *what, *name, *cpr, *email, *mobile, *written;
	struct day born;
	struct posts posts;
	struct url at;
	bool login, kept;
};
struct merge_view {
	struct frame frame;
	struct url back, at;
	struct merge_person first, second; /* replacement, real */
	const char *refusal;               /* NULL when they can be merged */
	bool differ;                       /* in name or birth date: to be ticked */
	const char *difference, *tick_fault;
	bool ticked;
	const char *kept_name;
	struct field reason;
	struct fault_list faults;
};
void merge_page(struct html *, const struct merge_view *);

struct merged_view {
	struct frame frame;
	const char *name, *by, *reason;
	struct moment when;
	struct url person, back;
};
void merged_page(struct html *, const struct merged_view *);

#endif
