/* SPDX-License-Identifier: MPL-2.0 */
#include "options.h"

#include <assert.h>
#include <getopt.h>

int
options_read(int argc, char **argv, const struct option_known *known, size_t n)
{
	struct option names[OPTIONS_MOST + 1] = { 0 };
	int which = 0, letter;

	assert(n <= OPTIONS_MOST);
	for (size_t i = 0; i < n; i++)
		names[i] = (struct option){ known[i].name,
			known[i].text != NULL ? required_argument : no_argument, NULL, 0 };
	opterr = 0;
	optind = 0;
	while ((letter = getopt_long(argc, argv, "", names, &which)) == 0)
		if (known[which].text != NULL)
			*known[which].text = optarg;
		else
			*known[which].said = true;
	return letter == -1 ? optind : 0;
}
