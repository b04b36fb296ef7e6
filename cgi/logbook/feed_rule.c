/* SPDX-License-Identifier: MPL-2.0 */
#include "feed_rule.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "text.h"

static bool
ends_with(const char *s, size_t n, const char *end)
{
	size_t m = strlen(end);

	return n >= m && strncasecmp(s + n - m, end, m) == 0;
}

/* --- folders ---------------------------------------------------------------------------- */

const char *
feed_folder_of(struct arena *a, const char *root, const char *region)
{
	char *name = arena_string(a, region == NULL || region[0] == '\0' ? "landet" : region);
	size_t n = strlen(root);

	while (n > 0 && root[n - 1] == '/')
		n--;
	for (char *c = name; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	return arena_format(a, "%.*s/%s/", (int)n, root, name);
}

/* Names of letters, digits and "._-" that do not begin with a point, one "/" between. */
static bool
is_plain_path(const char *s)
{
	static const char fit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	                          "._-";

	while (*s != '\0') {
		size_t n = strspn(s, fit);

		if (n == 0 || *s == '.' || *s == '-')
			return false;
		s += n;
		if (*s == '\0')
			return true;
		if (*s++ != '/')
			return false;
	}
	return true;
}

const char *
feed_folder_fault(struct arena *a, const char *path, const char *part)
{
	size_t n = strlen(part);

	if (strncmp(path, part, n) == 0 && path[n] != '\0' && strlen(path) <= FEED_ADDRESS_MOST &&
	    is_plain_path(path + n))
		return NULL;
	return arena_format(a,
	    "Mappen skal ligge under %s og må kun have bogstaverne a–z, cifre, punktum, _ og - i "
	    "navnet, for eksempel %sevaluer. Bed driften om at oprette den.",
	    part, part);
}

/* --- https ------------------------------------------------------------------------------ */

/* "data.example.dk": words of letters, digits and hyphens with points between, the last of them
 * of letters, so that it is no number of a network. */
static bool
is_open_name(const char *s, size_t n)
{
	static const char *const inside[] = { ".local", ".localhost", ".localdomain", ".internal",
		".intranet", ".lan", ".home", ".corp", ".private", ".arpa" };
	size_t last = 0, points = 0;

	if (n == 0 || n > 253 || s[0] == '.' || s[0] == '-')
		return false;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '.') {
			if (i + 1 == n || s[i + 1] == '.' || s[i + 1] == '-' || s[i - 1] == '-')
				return false;
			points++;
			last = i + 1;
		} else if (!isalnum((unsigned char)s[i]) && s[i] != '-')
			return false;
	}
	for (size_t i = 0; i < sizeof inside / sizeof inside[0]; i++)
		if (ends_with(s, n, inside[i]))
			return false;
	return points > 0 && n - last >= 2 && isalpha((unsigned char)s[last]) &&
	    isalpha((unsigned char)s[n - 1]);
}

/* "" or ":443". */
static bool
is_port(const char *s, size_t n)
{
	long port = 0;

	if (n == 0)
		return true;
	if (s[0] != ':' || n < 2 || n > 6)
		return false;
	for (size_t i = 1; i < n; i++) {
		if (!isdigit((unsigned char)s[i]))
			return false;
		port = port * 10 + (s[i] - '0');
	}
	return port > 0 && port < 65536;
}

/* What RFC 3986 lets stand in a path and a query, as it stands; no fragment. */
static bool
is_path(const char *s)
{
	for (; *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && strchr("-._~%!$&'()*+,;=:@/?", *s) == NULL)
			return false;
	return true;
}

const char *
feed_https_fault(const char *address)
{
	static const char scheme[] = "https://";
	const char *host = address + strlen(scheme);
	size_t n, name;

	if (strncasecmp(address, scheme, strlen(scheme)) != 0)
		return "Adressen skal begynde med https://. Logbogen henter ikke uden kryptering.";
	n = strcspn(host, "/?#");
	if (memchr(host, '@', n) != NULL)
		return "Adressen må ikke indeholde navn og adgangskode. Bed leverandøren om en "
		       "adresse uden.";
	name = strcspn(host, ":/?#[");
	if (strlen(address) > FEED_ADDRESS_MOST || !is_open_name(host, name) ||
	    !is_port(host + name, n - name))
		return "Skriv serverens navn på det åbne net, for eksempel "
		       "https://data.region.example/laeger.csv. Et IP-nummer eller et navn, som kun "
		       "kendes indenfor, kan ikke bruges.";
	if (!is_path(host + n))
		return "Adressen indeholder tegn, der ikke kan stå i en adresse. Kopiér den igen "
		       "fra leverandøren.";
	return NULL;
}
