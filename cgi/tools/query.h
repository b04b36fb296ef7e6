/* SPDX-License-Identifier: MPL-2.0
 *
 * What the files of queryc share: a statement, its tokens, and the compiler itself.  There is
 * one compiler in a process, so that a function that finds a mistake can say so and be done.
 */
#ifndef QUERY_H
#define QUERY_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { FIELDS = 64, BINDS = 256, NAME = 64, VALUE = 4096 };

/* A type of the header, and what it is in C. */
struct type {
	const char *word, *c, *tag;
	bool scalar; /* has no NULL of its own */
};

/* What the subject gives. */
struct given {
	const char *word, *bind;
	bool asks; /* who is asking, so that a statement may do without open: */
};

/* The words of a header. */
enum key { KEY_NAME, KEY_IN, KEY_OUT, KEY_ROWS, KEY_OPEN, KEY_CHAIN, KEYS };
enum rows { ROWS_ONE, ROWS_MANY, ROWS_NONE };

struct field {
	char name[NAME];
	const struct type *type; /* NULL: the subject */
	bool null, used;
};

/* Where the value of a ? comes from: an argument, or the subject. */
struct bind {
	const struct field *field;
	const struct given *given;
};

struct query {
	char name[NAME], value[KEYS][VALUE];
	int line[KEYS]; /* 0: the header does not say */
	enum rows rows;
	struct field in[FIELDS], out[FIELDS];
	struct bind bind[BINDS];
	char row[NAME]; /* whose struct a row is: its own, or that of the one it is like */
	int nin, nout, nbind;
	bool who;
	bool own; /* has a second form, for the logbook of who asks */
};

enum kind { END, WORD, QUOTED, NUMBER, STRING, ARGUMENT, SIGN };

struct token {
	enum kind kind;
	const char *at;
	size_t n;
	int line;
	size_t put; /* where it begins in the SQL */
};

extern struct compiler {
	const char *file, *at;
	int line;
	jmp_buf fail;
	struct token *token; /* of the statement at hand, END last */
	size_t tokens;
	char *sql, *put; /* its SQL with ? for arguments; where the next byte goes */
	char *own;       /* and in its second form */
	struct said {
		char name[NAME];
		struct field out[FIELDS];
		int nout;
		bool own;
	} * said; /* of the statements before it */
	size_t names;
	bool chains; /* one of them does */
	struct query query;
} compiler;

/* Compiles text, the contents of the file name; writes the header, the code, the forms (NULL:
 * not that one), and nothing at all when something is wrong.  0, or 1 when standard error
 * has been told why not. */
int queryc_compile(const char *name, const char *text, FILE *header, FILE *code, FILE *form);

/* Says what is wrong in that line, and gives up the file. */
_Noreturn void wrong(int line, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Characters of our names, and of SQL's words. */
bool is_name_char(char);
bool is_word_char(char);
/* The length of the name at s: lower case, a letter first, no _ at the end (those names are
 * ours); 0 when there is none. */
size_t name_length(const char *s);
/* The field or the gift of that name (n bytes at s), or NULL. */
struct field *field_of(struct field *, int fields, const char *s, size_t n);
const struct given *given_of(const char *s, size_t n);
/* Is it a table whose rows are linked by chain.c and never changed? */
bool is_chained(const char *s, size_t n);

/* Where the line at s ends; whether it is blank; on to the next one. */
const char *line_end(const char *s);
bool line_is_blank(const char *s);
void next_line(void);

/* The key whose word and colon stand at s; KEY_NAME for a name that is no key; KEYS when s
 * is no such line. */
enum key key_at(const char *s);
/* Reads the block of comments at compiler.at.  True when it was the header of the SQL under
 * it; a block that a blank line follows is a remark to the reader of the file. */
bool header_read(struct query *);
/* Reads a statement up to its ; - the rest of that line is blank. */
void sql_read(const struct query *);
/* Refuses what the SQL may not say, and finds out what each ? is bound to. */
void sql_check(struct query *);
/* The number of tokens from t on that ask whether the doctor's logbook is within reach; 0 when they
 * ask something else. */
size_t reach_length(const struct token *t);
/* Does the statement ask it of its argument doctor, so that it has a second form? */
bool reach_is_asked(const struct query *);
/* Its SQL in that form, TRUE where it was asked; sql has room for compiler.sql.  Which of its ? are
 * left, in order; how many. */
void put_own_sql(char *sql);
int own_binds(const struct query *, int bind[static BINDS]);
/* Writes a statement's declaration, or its definition. */
void put_declaration(FILE *, const struct query *);
void put_definition(FILE *, const struct query *);
/* Writes the columns of its rows by themselves, ended by one without a name. */
void put_form(FILE *, const struct query *);
/* The name of the file without folder and .sql, as a part of C names. */
void stem(char out[static NAME], bool upper);

#endif
