/* SPDX-License-Identifier: MPL-2.0
 *
 * The route table of a program, and why it cannot be wrong by forgetting:
 *
 * - a row names what it needs; zero is NOBODY, and ANYONE does not compile in a row that
 *   is not OPEN_PAGE or OPEN_ACTION;
 * - a page takes a subject, an action a subject and a form; both are opaque and made by the
 *   gate alone, so a handler of the wrong shape does not compile in the row;
 * - a LOOK is a page of somebody else's logbook: the gate answers only if the handler has
 *   said whose (looked_into), and after it has been recorded.
 *
 * A path is literal segments and {names}; the first row that fits counts.
 */
#ifndef ROUTE_H
#define ROUTE_H

#include <stddef.h>

#include "form.h"
#include "permission.h"
#include "request.h"
#include "subject.h"

typedef void open_page(struct request *);
typedef void open_action(struct request *, const struct form *);
typedef void page(struct request *, const struct subject *);
typedef void action(struct request *, const struct subject *, const struct form *);

struct route {
	enum method method;
	const char *path;
	enum permission needs;
	size_t body; /* largest body, for POST */
	bool secret; /* its form holds passwords: it is never kept and never sent back */
	bool stores; /* a GET whose statements may write: OPEN_RETURN alone */
	bool whole;  /* all its statements see one moment: what is printed must agree with itself */
	open_page *open_page;
	open_action *open_action;
	page *page, *look;
	action *action;
};

/* Does not compile for NOBODY and ANYONE. */
#define SOMEBODY(p) ((p) + 0 * sizeof(char[(p) > ANYONE ? 1 : -1]))

#define OPEN_PAGE(at, f) \
	{ \
		.method = METHOD_GET, .path = (at), .needs = ANYONE, .open_page = f \
	}
#define OPEN_ACTION(at, f) \
	{ \
		.method = METHOD_POST, .path = (at), .needs = ANYONE, .body = BODY_FORM, \
		.secret = true, .open_action = f \
	}
/* For anybody, with a file that is looked at and not kept. */
#define OPEN_UPLOAD(at, f) \
	{ \
		.method = METHOD_POST, .path = (at), .needs = ANYONE, .body = BODY_PACKAGE, \
		.secret = true, .open_action = f \
	}
/* Where another site sends the browser back to, which can but GET.  It stores, so its handler must
 * prove by a word that this browser alone was given that the answer was asked for, and take that
 * word once. */
#define OPEN_RETURN(at, f) \
	{ \
		.method = METHOD_GET, .path = (at), .needs = ANYONE, .stores = true, \
		.open_page = f \
	}
#define PAGE(at, p, f) \
	{ \
		.method = METHOD_GET, .path = (at), .needs = SOMEBODY(p), .page = f \
	}
#define LOOK(at, p, f) \
	{ \
		.method = METHOD_GET, .path = (at), .needs = SOMEBODY(p), .look = f \
	}
/* A print of oneself, and of somebody else. */
#define PRINT(at, p, f) \
	{ \
		.method = METHOD_GET, .path = (at), .needs = SOMEBODY(p), .whole = true, .page = f \
	}
#define PRINT_LOOK(at, p, f) \
	{ \
		.method = METHOD_GET, .path = (at), .needs = SOMEBODY(p), .whole = true, .look = f \
	}
#define ACTION(at, p, f) \
	{ \
		.method = METHOD_POST, .path = (at), .needs = SOMEBODY(p), .body = BODY_FORM, \
		.action = f \
	}
#define SECRET(at, p, f) \
	{ \
		.method = METHOD_POST, .path = (at), .needs = SOMEBODY(p), .body = BODY_FORM, \
		.secret = true, .action = f \
	}
#define UPLOAD(at, p, f) \
	{ \
		.method = METHOD_POST, .path = (at), .needs = SOMEBODY(p), .body = BODY_FILE, \
		.action = f \
	}
struct routes {
	const struct route *at;
	size_t n;
};

enum route_answer { ROUTE_FOUND, ROUTE_NONE, ROUTE_METHOD };

/* Finds the row for the request's method and path and sets req->vars and req->route.  HEAD
 * finds what GET finds.  ROUTE_METHOD: the path is known, not with that method; *allow then
 * lists the methods that are. */
enum route_answer
route_find(const struct routes *, struct request *, const struct route **, const char **allow);

/* One line a row on standard output: method, path, permission, kind. */
void routes_print(const struct routes *);

#endif
