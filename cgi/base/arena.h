/* SPDX-License-Identifier: MPL-2.0
 *
 * The memory of one request: take, never give back.  What a request makes lies in its
 * arena and goes with it; so request code has no free and no leak.  Out of memory ends
 * the process (another one is started), so nothing here answers NULL.
 */
#ifndef ARENA_H
#define ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new, empty arena.  Whoever makes one drops it. */
struct arena *arena_make(void);

/* Runs what was deferred, newest first, and takes all memory back; a block of ordinary
 * size is kept for the next request, so that a worker's memory stays flat. */
void arena_reset(struct arena *);

/* arena_reset, and the arena itself is gone. */
void arena_drop(struct arena *);

/* n zeroed bytes, aligned for anything, valid until the next reset.  n may be 0. */
void *arena_take(struct arena *, size_t n);

/* Zeroed room for n things of size bytes each; a product that overflows ends the process. */
void *arena_array(struct arena *, size_t n, size_t size);

/* A copy of n bytes of text with a NUL behind. */
char *arena_copy(struct arena *, const char *, size_t n);

/* A copy of a string; NULL stays NULL. */
char *arena_string(struct arena *, const char *);

/* printf into the arena. */
char *arena_format(struct arena *, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *
arena_vformat(struct arena *, const char *format, va_list) __attribute__((format(printf, 2, 0)));

/* Calls fn(p) at the next reset: for the few foreign handles (json-c, cairo, lxw). */
void arena_defer(struct arena *, void (*fn)(void *), void *p);

/* Bytes handed out since the last reset: what `make bench` reports. */
size_t arena_used(const struct arena *);

#endif
