/* SPDX-License-Identifier: MPL-2.0
 *
 * Publishes the cards of a list that is published: all of them in the caller's transaction, or none.
 */
#ifndef STORE_CARD_H
#define STORE_CARD_H

#include "card_file.h"
#include "store.h"

/* STORED_DIFFERENT: the list has cards already, of another file.  STORED_NOT with faults: what does
 * not fit the list, or there is no such list; without: the database refused. */
enum stored
card_store(struct db *, struct bytes, const struct card_file *, struct sheet_faults *faults);

#endif
