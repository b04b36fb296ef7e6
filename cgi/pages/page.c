/* SPDX-License-Identifier: MPL-2.0 */
#include "page.h"

struct field
field_of(const struct form *form, const char *name, const char *label, const char *hint)
{
	return (struct field){ .name = name,
		.label = label,
		.hint = hint,
		.value = form_value(form, name),
		.fault = form_fault(form, name),
		.type = "text",
		.autocomplete = "off",
		.inputmode = "text",
		.rows = 4 };
}

struct fault_list
faults_of(struct arena *a, const struct form *form)
{
	size_t n;
	const struct fault *faults = form_faults(form, &n);
	struct linked_fault *linked = arena_array(a, n, sizeof *linked);

	for (size_t i = 0; i < n; i++)
		linked[i] =
		    (struct linked_fault){ url_anchor(a, faults[i].name), faults[i].sentence };
	return (struct fault_list){ linked, n };
}
