/* SPDX-License-Identifier: MPL-2.0
 *
 * Files in: one person looked up in what the feeds have told, files by hand, runs and what they
 * did, where files come from.  It reads no file and writes no person: it puts down what is to be
 * done, and the clock does it (cgi/clock, cgi/intake).
 */
#ifndef IMPORT_H
#define IMPORT_H

#include "gate.h"
#include "queries/import.h"

extern page import_front;

#endif
