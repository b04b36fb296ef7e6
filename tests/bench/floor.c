/* SPDX-License-Identifier: MPL-2.0
 *
 * The floor: what a page of a doctor's competencies costs when nothing is done but that.  A
 * bare libfcgi program that makes two prepared queries and prints their rows in a bare HTML
 * table: no login, no rights, no transaction, no record, no design, nothing escaped.
 *
 *	/floor/DOCTOR		both queries, each time
 *	/floor/kept/DOCTOR	the list kept in the process, as our programs keep it
 */
#include <fcgiapp.h>
#include <mysql.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 400, PAGE = 256 * 1024 };

static const char list_sql[] = "SELECT id, number, heading, title FROM competency "
                               "WHERE curriculum = (SELECT curriculum FROM course_curriculum "
                               "WHERE doctor = ? ORDER BY course DESC LIMIT 1) ORDER BY position";
static const char now_sql[] = "SELECT n.competency, n.status, n.at, n.by_name, n.as_role "
                              "FROM approval_now n WHERE n.doctor = ? ORDER BY n.competency";

struct goal {
	long long id;
	char number[64], heading[256], title[1024];
};
struct now {
	long long competency;
	char status[32], name[512], role[64];
	MYSQL_TIME at;
};

static MYSQL *db;
static MYSQL_STMT *list_stmt, *now_stmt;
static long long doctor;
static struct goal goals[MOST];
static struct now nows[MOST];
static size_t ngoals, nnows;
static char page[PAGE];

static void
give_up(const char *why)
{
	fprintf(stderr, "floor: %s: %s\n", why, db == NULL ? "" : mysql_error(db));
	exit(1);
}

static MYSQL_STMT *
prepare(const char *sql)
{
	MYSQL_BIND in = { .buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &doctor };
	MYSQL_STMT *st = mysql_stmt_init(db);

	if (st == NULL || mysql_stmt_prepare(st, sql, strlen(sql)) != 0 ||
	    mysql_stmt_bind_param(st, &in) != 0)
		give_up("prepare");
	return st;
}

static void
start(void)
{
	db = mysql_init(NULL);
	if (mysql_real_connect(db, NULL, NULL, NULL, getenv("LOGBOOK_DATABASE"), 0,
	        getenv("LOGBOOK_SOCKET"), 0) == NULL ||
	    mysql_set_character_set(db, "utf8mb4") != 0)
		give_up("connect");
	list_stmt = prepare(list_sql);
	now_stmt = prepare(now_sql);
}

#define TEXT(a) \
	{ \
		.buffer_type = MYSQL_TYPE_STRING, .buffer = (a), .buffer_length = sizeof(a) \
	}

static void
read_list(void)
{
	static struct goal g;
	static MYSQL_BIND out[] = {
		{ .buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &g.id },
		TEXT(g.number),
		TEXT(g.heading),
		TEXT(g.title),
	};

	if (mysql_stmt_execute(list_stmt) != 0 || mysql_stmt_bind_result(list_stmt, out) != 0)
		give_up("list");
	for (ngoals = 0; ngoals < MOST && mysql_stmt_fetch(list_stmt) == 0; ngoals++)
		goals[ngoals] = g;
	mysql_stmt_free_result(list_stmt);
}

static void
read_now(void)
{
	static struct now n;
	static MYSQL_BIND out[] = {
		{ .buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &n.competency },
		TEXT(n.status),
		{ .buffer_type = MYSQL_TYPE_DATETIME, .buffer = &n.at },
		TEXT(n.name),
		TEXT(n.role),
	};

	if (mysql_stmt_execute(now_stmt) != 0 || mysql_stmt_bind_result(now_stmt, out) != 0)
		give_up("now");
	for (nnows = 0; nnows < MOST && mysql_stmt_fetch(now_stmt) == 0; nnows++)
		nows[nnows] = n;
	mysql_stmt_free_result(now_stmt);
}

/* Both are in the order of the competency's number. */
static size_t
print_page(void)
{
	size_t at = 0, k = 0;
	const char *heading = "";

	at += (size_t)snprintf(page, PAGE,
	    "Content-Type: text/html; charset=utf-8\r\n\r\n"
	    "<!doctype html><title>Kompetencer</title>");
	for (size_t i = 0; i < ngoals && at < PAGE - 8192; i++) {
		const struct goal *g = &goals[i];

		if (strcmp(heading, g->heading) != 0)
			at += (size_t)snprintf(
			    page + at, PAGE - at, "<h2>%s</h2><table>", g->heading);
		heading = g->heading;
		while (k < nnows && nows[k].competency < g->id)
			k++;
		at +=
		    (size_t)snprintf(page + at, PAGE - at, "<tr><td>%s<td>%s", g->number, g->title);
		if (k < nnows && nows[k].competency == g->id)
			at += (size_t)snprintf(page + at, PAGE - at,
			    "<td>%s<td>%02u.%02u.%04u %s, %s", nows[k].status, nows[k].at.day,
			    nows[k].at.month, nows[k].at.year, nows[k].name, nows[k].role);
	}
	return at;
}

static void
answer(FCGX_Request *r)
{
	const char *uri = FCGX_GetParam("REQUEST_URI", r->envp),
	           *last = uri == NULL ? NULL : strrchr(uri, '/');
	bool kept = uri != NULL && strstr(uri, "/kept/") != NULL;

	doctor = last == NULL ? 0 : atoll(last + 1);
	if (!kept || ngoals == 0)
		read_list();
	read_now();
	FCGX_PutStr(page, (int)print_page(), r->out);
	FCGX_Finish_r(r);
}

int
main(void)
{
	const char *workers = getenv("LOGBOOK_WORKERS");
	FCGX_Request r;

	for (int n = workers == NULL ? 4 : atoi(workers); n > 0; n--)
		if (fork() == 0) {
			start();
			FCGX_Init();
			FCGX_InitRequest(&r, 0, 0);
			while (FCGX_Accept_r(&r) == 0)
				answer(&r);
			return 0;
		}
	while (wait(NULL) > 0)
		;
	return 0;
}
