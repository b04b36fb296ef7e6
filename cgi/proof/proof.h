/* SPDX-License-Identifier: MPL-2.0
 *
 * What the parts of logbook-proof share.  Each answers what it found by reading the file.
 */
#ifndef PROOF_H
#define PROOF_H

#include "prove.h"

/* Little memory, little time, no file written, no core left behind.  Before anything is
 * read. */
void limit_self(void);

/* Every object that a page needs, and each page drawn once, as the print will. */
enum proof prove_pdf(struct bytes, unsigned *pages);

/* Size known before a dot is decoded; then all of it. */
enum proof prove_picture(struct bytes, const char *type);

/* Does the JPEG go on to its end mark, the PNG to its last chunk?  Decoders make do with
 * less, and fill in grey. */
bool jpeg_is_whole(struct bytes);
bool png_is_whole(struct bytes);

/* Prints the answer and ends the program. */
_Noreturn void answer(enum proof, const char *type, unsigned pages);

#endif
