/* SPDX-License-Identifier: MPL-2.0 */
#include "form_once.h"

#include <string.h>

#include "secret.h"
#include "text.h"

const char *
form_once_of(struct arena *a, const struct form *form)
{
	struct form_once once = { 0 };
	struct text t = { .arena = a };

	if (form != NULL)
		return form_value(form, "once");
	secret_random(once.bytes, sizeof once.bytes);
	for (size_t i = 0; i < sizeof once.bytes; i++)
		text_format(&t, "%02x", once.bytes[i]);
	return t.at;
}

bool
form_once_read(const struct form *form, struct form_once *once)
{
	static const char hex[] = "0123456789abcdef";
	const char *text = form_value(form, "once");

	if (strlen(text) != 32 || strspn(text, hex) != 32)
		return false;
	for (size_t i = 0; i < sizeof once->bytes; i++)
		once->bytes[i] = (unsigned char)((strchr(hex, text[2 * i]) - hex) << 4 |
		    (strchr(hex, text[2 * i + 1]) - hex));
	return true;
}

struct bytes
form_once_bytes(const struct form_once *once)
{
	return (struct bytes){ once->bytes, sizeof once->bytes };
}
