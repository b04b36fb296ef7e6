/* SPDX-License-Identifier: MPL-2.0
 *
 * What became of a statement.  The first three are answers that a page tells a person; the
 * last two are sticky in the connection: every later statement answers the same at once,
 * and the gate, which asks db_failed() after the handler, throws the page away.
 */
#ifndef OUTCOME_H
#define OUTCOME_H

enum db_outcome {
	DB_ONE,   /* a row came, or rows were written */
	DB_NONE,  /* no row: not there, not theirs, or not in that state any more */
	DB_TAKEN, /* a UNIQUE key was taken: somebody was faster, or it is a double */
	DB_AGAIN, /* deadlock or lock timeout: the gate runs the handler again */
	DB_DOWN   /* no server, no room on disk, or a fault of ours: 503 */
};

#endif
