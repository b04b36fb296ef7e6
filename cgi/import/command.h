/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-import curriculum FILE: what the program does for somebody with a shell.
 */
#ifndef COMMAND_H
#define COMMAND_H

/* Runs the command line; answers what the process ends with (told in --help). */
int command(int argc, char **argv);

#endif
