/* SPDX-License-Identifier: MPL-2.0 */
#include "once.h"

#include <string.h>

#include "secret.h"

enum { ONCE_BYTES = 16 };

const char *
once_of(struct arena *a, const struct form *form)
{
	unsigned char bytes[ONCE_BYTES];
	struct text t = { .arena = a };

	if (form != NULL && strlen(form_value(form, "once")) == 2 * (size_t)ONCE_BYTES)
		return form_value(form, "once");
	secret_random(bytes, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++)
		text_format(&t, "%02x", bytes[i]);
	return t.at;
}

struct bytes
once_read(struct arena *a, const struct form *form)
{
	static const char hex[] = "0123456789abcdef";
	const char *text = form_value(form, "once");
	unsigned char *once = arena_take(a, ONCE_BYTES);

	if (strlen(text) != 2 * (size_t)ONCE_BYTES || strspn(text, hex) != 2 * (size_t)ONCE_BYTES)
		return (struct bytes){ 0 };
	for (size_t i = 0; i < ONCE_BYTES; i++)
		once[i] = (unsigned char)((strchr(hex, text[2 * i]) - hex) << 4 |
		    (strchr(hex, text[2 * i + 1]) - hex));
	return (struct bytes){ once, ONCE_BYTES };
}
