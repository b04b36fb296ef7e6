/* SPDX-License-Identifier: MPL-2.0
 *
 * Any bytes as a template: no crash, a refusal has its reason, and what is taken is whole.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "template.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Answers what template_compile does; the C goes away. */
static int
compile(const char *text)
{
	char *c = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&c, &n);
	int refused;

	if (out == NULL)
		abort();
	refused = template_compile("fuzz.html", text, out);
	fclose(out);
	if (refused != (template_message()[0] != '\0'))
		abort();
	if (refused && strncmp(template_message(), "fuzz.html:", 10) != 0)
		abort();
	if (!refused && (strstr(c, "void\n") == NULL || strcmp(c + n - 2, "}\n") != 0))
		abort();
	free(c);
	return refused;
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static const char *const too_much[] = { "{{ end }}", "</p>", "<p>", "{{", "}}", "<!--" };
	char *text = malloc(n + 16);

	if (text == NULL)
		abort();
	memcpy(text, at, n);
	text[n] = '\0';
	if (compile(text) == 0 && strlen(text) == n) {
		/* nothing was open, so none of these can follow */
		for (size_t i = 0; i < sizeof too_much / sizeof too_much[0]; i++) {
			strcpy(text + n, too_much[i]);
			if (compile(text) == 0)
				abort();
		}
	}
	free(text);
	return 0;
}
