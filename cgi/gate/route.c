/* SPDX-License-Identifier: MPL-2.0 */
#include "route.h"

#include <stdio.h>
#include <string.h>

#include "text.h"

/* Does the path fit the pattern?  Fills vars with what stands for its {names}. */
static bool
fits(struct arena *a, const char *pattern, const char *path, struct pairs *vars)
{
	vars->n = 0;
	while (*pattern != '\0' && *path != '\0') {
		if (*pattern == '{') {
			size_t name = strcspn(pattern, "}"), value = strcspn(path, "/");
			/* "{id}.pdf": what follows the name up to the next "/" must end the segment */
			const char *tail = pattern + name + 1;
			size_t ending = strcspn(tail, "/");

			if (value <= ending || memcmp(path + value - ending, tail, ending) != 0)
				return false;
			vars->at[vars->n++] = (struct pair){ arena_copy(a, pattern + 1, name - 1),
				arena_copy(a, path, value - ending) };
			pattern = tail + ending;
			path += value;
		} else if (*pattern++ != *path++)
			return false;
	}
	return *pattern == '\0' && *path == '\0';
}

static const char *
add_method(struct arena *a, const char *list, enum method m)
{
	const char *word = m == METHOD_POST ? "POST" : "GET, HEAD";

	if (strstr(list, word) != NULL)
		return list;
	return list[0] == '\0' ? word : arena_format(a, "%s, %s", list, word);
}

enum route_answer
route_find(const struct routes *routes, struct request *req, const struct route **found,
    const char **allow)
{
	enum method wanted = req->method == METHOD_HEAD ? METHOD_GET : req->method;
	struct pairs vars = { arena_array(req->arena, 8, sizeof(struct pair)), 0 };

	*allow = "";
	for (size_t i = 0; i < routes->n; i++) {
		const struct route *r = &routes->at[i];

		if (!fits(req->arena, r->path, req->path, &vars))
			continue;
		if (r->method != wanted) {
			*allow = add_method(req->arena, *allow, r->method);
			continue;
		}
		req->vars = vars;
		req->route = r->path;
		*found = r;
		return ROUTE_FOUND;
	}
	return (*allow)[0] == '\0' ? ROUTE_NONE : ROUTE_METHOD;
}

static const char *
kind(const struct route *r)
{
	if (r->open_page != NULL || r->open_action != NULL)
		return "open";
	if (r->look != NULL)
		return "look";
	if (r->action != NULL)
		return r->body == BODY_FILE ? "upload" : "action";
	return "page";
}

void
routes_print(const struct routes *routes)
{
	for (size_t i = 0; i < routes->n; i++) {
		const struct route *r = &routes->at[i];

		printf("%s\t%s\t%s\t%s\n", r->method == METHOD_POST ? "POST" : "GET", r->path,
		    permission_word(r->needs), kind(r));
	}
}
