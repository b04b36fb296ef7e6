/* SPDX-License-Identifier: MPL-2.0
 *
 * The C that a statement becomes.
 */
#include "query.h"

#include <ctype.h>
#include <string.h>

void
stem(char out[static NAME], bool upper)
{
	const char *slash = strrchr(compiler.file, '/'),
	           *s = slash != NULL ? slash + 1 : compiler.file;
	size_t n = 0;

	for (; *s != '\0' && *s != '.' && n < NAME - 1; s++) {
		const char ch = isalnum((unsigned char)*s) ? *s : '_';

		out[n++] = (char)(upper ? toupper((unsigned char)ch) : ch);
	}
	out[n] = '\0';
}

/* A line of a comment, which nothing in it may end. */
static void
put_remark(FILE *o, const char *s)
{
	for (; *s != '\0'; s++) {
		fputc(*s, o);
		if ((s[0] == '*' && s[1] == '/') || (s[0] == '/' && s[1] == '*'))
			fputc(' ', o);
	}
}

static void
put_string(FILE *o, const char *s)
{
	fputs("\n\t    \"", o);
	for (; *s != '\0'; s++) {
		if (*s == '\n')
			fputs(s[1] != '\0' ? "\\n\"\n\t    \"" : "\\n", o);
		else if (*s == '\t')
			fputs("\\t", o);
		else if (*s == '"' || *s == '\\' || (*s == '?' && s[1] == '?'))
			fprintf(o, "\\%c", *s);
		else
			fputc(*s, o);
	}
	fputc('"', o);
}

static void
put_signature(FILE *o, const struct query *q)
{
	fprintf(o, "enum db_outcome\n%s(struct db *db", q->name);
	for (int i = 0; i < q->nin; i++) {
		const struct field *f = &q->in[i];

		if (f->type == NULL)
			fputs(", const struct subject *who", o);
		else if (f->null && f->type->scalar)
			fprintf(o, ", const %s*%s", f->type->c, f->name);
		else
			fprintf(o, ", %s%s", f->type->c, f->name);
	}
	if (q->rows == ROWS_ONE)
		fprintf(o, ", struct %s *row", q->row);
	else if (q->rows == ROWS_MANY)
		fprintf(o, ", struct %s **rows, size_t *n", q->row);
	fputc(')', o);
}

static void
put_struct(FILE *o, const struct query *q)
{
	fprintf(o, "struct %s {\n", q->name);
	for (int i = 0; i < q->nout; i++) {
		const struct field *f = &q->out[i];

		if (f->null && f->type->scalar)
			fprintf(o, "\t%s%s;\n\tbool has_%s;\n", f->type->c, f->name, f->name);
		else
			fprintf(o, "\t%s%s;%s\n", f->type->c, f->name,
			    f->null ? "\t/* may be none */" : "");
	}
	fprintf(o, "};\nextern const struct column %s_columns[%d];\n", q->name, q->nout);
}

void
put_declaration(FILE *o, const struct query *q)
{
	fputs("/* ", o);
	put_remark(o, q->value[KEY_NAME][0] != '\0' ? q->value[KEY_NAME] : q->name);
	if (q->value[KEY_OPEN][0] != '\0') {
		fputs("\n * Open: ", o);
		put_remark(o, q->value[KEY_OPEN]);
	}
	fputs(" */\n", o);
	if (q->nout > 0 && strcmp(q->row, q->name) == 0)
		put_struct(o, q);
	put_signature(o, q);
	fputs(";\n\n", o);
}

/* The columns of a row; ended by one without a name where they are given without their number. */
static void
put_columns(FILE *o, const struct query *q, const char *what, bool ended)
{
	fprintf(o, "const struct column %s_%s[%d] = {\n", q->name, what, q->nout + ended);
	for (int i = 0; i < q->nout; i++) {
		const struct field *f = &q->out[i];

		fprintf(o, "\t{ \"%s\", %s, %s, offsetof(struct %s, %s), ", f->name, f->type->tag,
		    f->null ? "true" : "false", q->name, f->name);
		if (f->null && f->type->scalar)
			fprintf(o, "offsetof(struct %s, has_%s) },\n", q->name, f->name);
		else
			fputs("0 },\n", o);
	}
	fputs(ended ? "\t{ 0 }\n};\n\n" : "};\n\n", o);
}

void
put_form(FILE *o, const struct query *q)
{
	if (q->nout == 0 || strcmp(q->row, q->name) != 0)
		return;
	fprintf(o, "extern const struct column %s_form[];\n", q->name);
	put_columns(o, q, "form", true);
}

static void
put_bind(FILE *o, const struct bind *b)
{
	const char *name = b->field->name;
	const struct type *type = b->field->type;

	if (b->given != NULL)
		fprintf(o, "\t\t%s,\n", b->given->bind);
	else if (b->field->null && type->scalar)
		fprintf(o, "\t\tdb_null_unless(%s != NULL, db_%s(%s != NULL ? *%s : 0)),\n", name,
		    type->word, name, name);
	else
		fprintf(o, "\t\tdb_%s(%s),\n", type->word, name);
}

static void
put_binds(FILE *o, const struct query *q, const int *bind, int n)
{
	if (n == 0)
		return;
	fputs("\tconst struct db_value in_[] = {\n", o);
	for (int i = 0; i < n; i++)
		put_bind(o, &q->bind[bind == NULL ? i : bind[i]]);
	fputs("\t};\n", o);
}

/* Runs the statement, or its form for one's own logbook (own: "_own"). */
static void
put_run(FILE *o, const struct query *q, const char *own, const char *in)
{
	if (q->rows == ROWS_ONE)
		fprintf(o, "\n\treturn db_run_one(db, &%s%s_query, %s, row);\n", q->name, own, in);
	else if (q->rows == ROWS_MANY)
		fprintf(o,
		    "\tvoid *rows_ = NULL;\n\tconst enum db_outcome out_ = "
		    "db_run_many(db, &%s%s_query, %s, &rows_, n);\n\n"
		    "\t*rows = rows_;\n\treturn out_;\n",
		    q->name, own, in);
	else
		fprintf(o, "\n\treturn db_run_none(db, &%s_query, %s);\n", q->name, in);
}

static void
put_chained(FILE *o, const struct query *q, const char *in)
{
	fprintf(o,
	    "\tconst enum db_outcome out_ = db_run_none(db, &%s_query, %s);\n\n"
	    "\tif (out_ != DB_ONE)\n\t\treturn out_;\n"
	    "\treturn chain_link(db, CHAIN_",
	    q->name, in);
	for (const char *s = q->value[KEY_CHAIN]; *s != '\0'; s++)
		fputc(toupper((unsigned char)*s), o);
	fputs(", db_inserted(db));\n", o);
}

static void
put_own_body(FILE *o, const struct query *q, const int *bind, int n)
{
	fputs("\tif (subject_is_own(who, doctor)) {\n", o);
	put_binds(o, q, bind, n);
	put_run(o, q, "_own", n > 0 ? "in_" : "NULL");
	fputs("\t}\n", o);
}

static void
put_body(FILE *o, const struct query *q)
{
	const char *in = q->nbind > 0 ? "in_" : "NULL";

	put_binds(o, q, NULL, q->nbind);
	if (q->line[KEY_CHAIN] != 0)
		put_chained(o, q, in);
	else
		put_run(o, q, "", in);
}

static void
put_query(FILE *o, const struct query *q, const char *own, const char *sql, int takes)
{
	fprintf(o,
	    "static const struct db_query %s%s_query = {\n\t.name = \"%s%s\",\n\t.sql =", q->name,
	    own, q->name, own);
	put_string(o, sql);
	fprintf(o, ",\n\t.takes = %d,\n\t.gives = %d,\n", takes, q->nout);
	if (q->nout > 0)
		fprintf(
		    o, "\t.row = sizeof(struct %s),\n\t.columns = %s_columns,\n", q->row, q->row);
	if (q->line[KEY_CHAIN] != 0)
		fputs("\t.single = true,\n", o);
	fputs("};\n\n", o);
}

void
put_definition(FILE *o, const struct query *q)
{
	int bind[BINDS], n = 0;

	if (q->nout > 0 && strcmp(q->row, q->name) == 0)
		put_columns(o, q, "columns", false);
	put_query(o, q, "", compiler.sql, q->nbind);
	if (q->own) {
		put_own_sql(compiler.own);
		n = own_binds(q, bind);
		put_query(o, q, "_own", compiler.own, n);
	}
	put_signature(o, q);
	fputs("\n{\n", o);
	if (q->own)
		put_own_body(o, q, bind, n);
	put_body(o, q);
	fputs("}\n\n", o);
}
