/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-keys FOLDER: makes the key files that are missing there, and leaves the others.
 * logbook-keys FOLDER sign: makes one more key that signs packages; the older ones go on proving.
 */
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "secret.h"
#include "sign.h"

static const char help[] =
    "logbook-keys MAPPE [sign]\n"
    "\n"
    "Laver de nøglefiler, der mangler i mappen (og mappen selv), hver med 32 tilfældige\n"
    "byte, som kun ejeren kan læse. En nøgle, der er der, røres ikke: uden den er det,\n"
    "der er forseglet eller kædet med den, tabt. Gem en kopi et andet sted end databasen.\n"
    "\n"
    "Med ordet sign laves der en nøgle mere til at underskrive pakker til styrelsen. Fra da af\n"
    "underskriver den; de gamle beviser stadig det, de har underskrevet. sign.N.pub er offentlig.\n"
    "\n"
    "Slutter med 0, når alle nøgler er der, og 1, når noget ikke kunne skrives.\n";

int
main(int argc, char **argv)
{
	log_open("logbook-keys");
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return fputs(help, stdout) == EOF;
	if (argc < 2 || argc > 3 || argv[1][0] == '-' || argv[1][0] == '\0' ||
	    (argc == 3 && strcmp(argv[2], "sign") != 0)) {
		fputs(help, stderr);
		return 1;
	}
	secret_make_keys(argv[1]);
	sign_open(argv[1]);
	if (argc == 3 || sign_key_now() == 0)
		sign_make_key(argv[1]);
	return 0;
}
