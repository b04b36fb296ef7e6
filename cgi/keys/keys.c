/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-keys FOLDER: makes the key files that are missing there, and leaves the others.
 */
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "secret.h"

static const char help[] =
    "logbook-keys MAPPE\n"
    "\n"
    "Laver de nøglefiler, der mangler i mappen (og mappen selv), hver med 32 tilfældige\n"
    "byte, som kun ejeren kan læse. En nøgle, der er der, røres ikke: uden den er det,\n"
    "der er forseglet eller kædet med den, tabt. Gem en kopi et andet sted end databasen.\n"
    "\n"
    "Slutter med 0, når alle nøgler er der, og 1, når noget ikke kunne skrives.\n";

int
main(int argc, char **argv)
{
	log_open("logbook-keys");
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return fputs(help, stdout) == EOF;
	if (argc != 2 || argv[1][0] == '-' || argv[1][0] == '\0') {
		fputs(help, stderr);
		return 1;
	}
	secret_make_keys(argv[1]);
	return 0;
}
