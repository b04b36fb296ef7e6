/* SPDX-License-Identifier: MPL-2.0 */
#include <string.h>

#include "sender.h"

enum { PIECE = 8 * 1024 * 1024 };

void
pieces_put(struct db *db, uint32_t submission, const char *what, struct bytes b)
{
	for (uint32_t n = 0; b.n > 0; n++) {
		size_t size = b.n < PIECE ? b.n : PIECE;

		send_piece_put(db, submission, what, n, (struct bytes){ b.at, size });
		b.at += size;
		b.n -= size;
	}
}

bool
pieces_get(struct db *db, struct arena *a, uint32_t submission, const char *what, struct bytes *out)
{
	struct send_pieces all = { 0 };
	unsigned char *at;
	size_t n = 0;

	if (send_pieces(db, submission, what, &all) != DB_ONE || all.pieces == 0)
		return false;
	at = arena_take(a, (size_t)all.size);
	for (uint32_t i = 0; i < all.pieces; i++) {
		struct send_piece piece = { 0 };

		if (send_piece(db, submission, what, i, &piece) != DB_ONE ||
		    piece.bytes.n > (size_t)all.size - n)
			return false;
		memcpy(at + n, piece.bytes.at, piece.bytes.n);
		n += piece.bytes.n;
	}
	*out = (struct bytes){ at, n };
	return n == (size_t)all.size;
}
