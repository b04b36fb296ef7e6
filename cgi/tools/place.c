/* SPDX-License-Identifier: MPL-2.0 */
#include "place.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const char *const address[] = { "href", "src", "action", "formaction", "poster", "cite",
	"data", "ping", "background", "manifest", "longdesc", "xlink:href" };
static const char *const no_value[] = { "srcset", "imagesrcset" };
static const char *const no_attribute[] = { "style", "srcdoc", "http-equiv" };
static const char *const no_element[] = { "style", "base", "frame", "frameset", "object",
	"embed", "applet", "plaintext", "xmp", "noembed", "noframes", "foreignobject", "animate",
	"set", "animatetransform", "animatemotion" };
static const char *const empty[] = { "area", "br", "col", "hr", "img", "input", "link", "meta",
	"source", "track", "wbr" };
/* A p ends by itself where one of these begins. */
static const char *const ends_p[] = { "address", "article", "aside", "blockquote", "details",
	"dialog", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
	"h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul" };
static const char *const not_in_itself[] = { "a", "button", "form", "label", "option", "select" };

#define AMONG(s, set) among((s), (set), sizeof(set) / sizeof((set)[0]))

static bool
among(const char *s, const char *const *set, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(s, set[i]) == 0)
			return true;
	return false;
}

bool
place_is_address(const struct place *w)
{
	return AMONG(w->attr, address);
}

static void
append(struct place *w, char *name, char c)
{
	size_t n = strlen(name);

	if (n == NAME_LENGTH)
		refuse(w->line, "a name is too long");
	name[n] = (char)tolower((unsigned char)c);
	name[n + 1] = '\0';
}

/* Does a byte of white space belong into the page?  One newline stands for a line's end and
 * all that the next one is indented by. */
static bool
keep_space(struct place *w, char c)
{
	if (place_is_open(w, "pre") || place_is_open(w, "textarea"))
		return true;
	if (w->fresh)
		return false;
	w->fresh = c == '\n';
	return true;
}

/* What a browser would silently mend by closing something else first. */
static void
check_nesting(const struct place *w)
{
	if (place_is_text_only(w))
		refuse(w->tag_line, "no element may stand inside %s", w->open[w->depth - 1].name);
	if (AMONG(w->tag, ends_p) && place_is_open(w, "p"))
		refuse(w->tag_line, "%s cannot stand inside p", w->tag);
	if (AMONG(w->tag, not_in_itself) && place_is_open(w, w->tag))
		refuse(w->tag_line, "%s cannot stand inside %s", w->tag, w->tag);
}

/* At the > of a tag. */
static void
end_tag(struct place *w, const char *p)
{
	w->where = WHERE_TEXT;
	w->fresh = false;
	if (w->closing) {
		if (AMONG(w->tag, empty))
			refuse(w->tag_line, "%s has no end", w->tag);
		place_close(w, w->tag);
		return;
	}
	if (AMONG(w->tag, no_element))
		refuse(w->tag_line, "no %s element may stand in a page", w->tag);
	check_nesting(w);
	if (strcmp(w->tag, "script") == 0 && strncasecmp(p + 1, "</script>", 9) != 0)
		refuse(w->tag_line, "a script stands in a file of its own, not in a page");
	if (AMONG(w->tag, empty))
		return;
	if (!w->self_closed)
		place_open(w, w->tag, w->tag_line);
	else if (!place_is_open(w, "svg"))
		refuse(w->tag_line, "%s cannot end in />", w->tag);
}

void
place_check_attribute(const struct place *w)
{
	if (strncmp(w->attr, "on", 2) == 0 || AMONG(w->attr, no_attribute))
		refuse(w->line, "no attribute %s may stand in a page", w->attr);
}

static bool
is_name_byte(char c)
{
	return isalnum((unsigned char)c) || (c != '\0' && strchr("-_:.", c) != NULL);
}

static void
name_byte(struct place *w, char c)
{
	if (!is_name_byte(c))
		refuse(w->line, "this byte cannot stand in a tag: %c",
		    isgraph((unsigned char)c) ? c : '?');
	if (w->where == WHERE_TAG) {
		append(w, w->tag, c);
		return;
	}
	if (w->closing)
		refuse(w->line, "an end tag has no attributes");
	if (w->where == WHERE_EDGE)
		refuse(w->line, "a space must stand before an attribute");
	if (w->where == WHERE_GAP)
		w->attr[0] = '\0';
	w->where = WHERE_NAME;
	append(w, w->attr, c);
}

static bool
follow_tag(struct place *w, const char *p)
{
	bool named = w->where == WHERE_NAME;

	if (*p == '/' && w->where == WHERE_TAG && w->closing && w->tag[0] == '\0')
		return true;
	if (named && !is_name_byte(*p))
		place_check_attribute(w);
	if (isspace((unsigned char)*p)) {
		w->where = WHERE_GAP;
		return keep_space(w, *p);
	}
	w->fresh = false;
	if (*p == '>')
		end_tag(w, p);
	else if (*p == '/' && p[1] == '>' && !w->closing) {
		w->self_closed = true;
		w->where = WHERE_EDGE;
	} else if (*p == '=' && named)
		w->where = WHERE_EQUALS;
	else
		name_byte(w, *p);
	return true;
}

/* &amp; &#230; &#xe6;: anything else that begins with & is doubtful. */
static void
check_reference(const struct place *w, const char *p)
{
	size_t n = 1 + (p[1] == '#');

	while (isalnum((unsigned char)p[n]))
		n++;
	if (p[n] != ';' || !isalnum((unsigned char)p[n - 1]))
		refuse(w->line, "a bare & is written &amp;");
}

static void
check_address(const struct place *w, const char *p)
{
	static const char *const begin[] = { "/", "#", "?", "https://", "mailto:", "tel:" };

	if (strcmp(w->tag, "iframe") == 0)
		refuse(w->line, "the address of an iframe is a value: a file of ours");
	for (size_t i = 0; i < sizeof begin / sizeof begin[0]; i++)
		if (strncmp(p, begin[i], strlen(begin[i])) == 0 && strncmp(p, "//", 2) != 0)
			return;
	refuse(w->line, "an address begins with /, #, ?, https://, mailto: or tel:");
}

static bool
follow_quoted(struct place *w, const char *p)
{
	w->fresh = false;
	if (*p == w->quote) {
		if (!w->filled && place_is_address(w))
			refuse(w->line, "the address in %s is empty", w->attr);
		w->where = WHERE_EDGE;
		return true;
	}
	if (*p == '&')
		check_reference(w, p);
	if (!w->filled && place_is_address(w))
		check_address(w, p);
	w->filled = true;
	return true;
}

static void
begin_tag(struct place *w, const char *p)
{
	w->closing = p[1] == '/';
	if (!isalpha((unsigned char)p[w->closing ? 2 : 1]))
		refuse(w->line, "a bare < is written &lt;");
	w->where = WHERE_TAG;
	w->tag[0] = '\0';
	w->tag_line = w->line;
	w->self_closed = false;
	w->tags++;
}

static bool
follow_text(struct place *w, const char *p)
{
	if (isspace((unsigned char)*p))
		return keep_space(w, *p);
	if (strncmp(p, "<!--", 4) == 0 && !place_is_text_only(w)) {
		w->where = WHERE_COMMENT;
		return false;
	}
	w->fresh = false;
	if (strncasecmp(p, "<!doctype ", 10) == 0)
		w->where = WHERE_DOCTYPE;
	else if (*p == '<')
		begin_tag(w, p);
	else if (*p == '&')
		check_reference(w, p);
	return true;
}

bool
place_follow(struct place *w, const char *p)
{
	switch (w->where) {
	case WHERE_TEXT:
		return follow_text(w, p);
	case WHERE_TAG:
	case WHERE_GAP:
	case WHERE_EDGE:
	case WHERE_NAME:
		return follow_tag(w, p);
	case WHERE_EQUALS:
		if (*p != '"' && *p != '\'')
			refuse(w->line, "the value of %s needs quotes around it", w->attr);
		w->quote = *p;
		w->quotes++;
		w->filled = false;
		w->where = WHERE_QUOTED;
		return true;
	case WHERE_QUOTED:
		return follow_quoted(w, p);
	case WHERE_COMMENT:
		if (*p == '>' && p[-1] == '-' && p[-2] == '-')
			w->where = WHERE_TEXT;
		return false;
	case WHERE_DOCTYPE:
		if (*p == '>')
			w->where = WHERE_TEXT;
		return true;
	}
	return false;
}

enum writer
place_value(struct place *w)
{
	w->fresh = false;
	switch (w->where) {
	case WHERE_TEXT:
		return WRITER_TEXT;
	case WHERE_QUOTED:
		if (AMONG(w->attr, no_value))
			refuse(w->line, "no value may stand in the attribute %s", w->attr);
		if (place_is_address(w) && w->filled)
			refuse(w->line, "the address in %s must begin with its value", w->attr);
		w->filled = true;
		return place_is_address(w) ? WRITER_URL : WRITER_ATTR;
	case WHERE_TAG:
		refuse(w->line, "a value cannot be a tag");
	case WHERE_GAP:
	case WHERE_EDGE:
	case WHERE_NAME:
		refuse(w->line, "a value cannot be an attribute");
	case WHERE_EQUALS:
		refuse(w->line, "a value here needs quotes around it");
	case WHERE_COMMENT:
		refuse(w->line, "no value may stand in a comment");
	case WHERE_DOCTYPE:
		refuse(w->line, "no value may stand in a doctype");
	}
	return WRITER_TEXT;
}
