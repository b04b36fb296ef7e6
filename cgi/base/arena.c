/* SPDX-License-Identifier: MPL-2.0
 *
 * Blocks in a list; the newest is filled from the front.  A request that needs more than
 * a block gets one of its own, given back at the reset.
 */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"

enum { BLOCK = 64 * 1024, ALIGN = alignof(max_align_t) };

struct block {
	struct block *next;
	size_t size, used;
	alignas(max_align_t) unsigned char bytes[];
};

struct deferred {
	struct deferred *next;
	void (*fn)(void *);
	void *p;
};

struct arena {
	struct block *newest;
	struct deferred *deferred;
	size_t handed_out;
};

static struct block *
block_make(size_t size)
{
	struct block *b = malloc(sizeof *b + size);

	if (b == NULL)
		fatal("out of memory: %zu bytes", size);
	b->next = NULL;
	b->size = size;
	b->used = 0;
	return b;
}

struct arena *
arena_make(void)
{
	struct arena *a = calloc(1, sizeof *a);

	if (a == NULL)
		fatal("out of memory: an arena");
	a->newest = block_make(BLOCK);
	return a;
}

void *
arena_take(struct arena *a, size_t n)
{
	size_t room;
	void *p;

	if (n > SIZE_MAX / 2)
		fatal("arena: %zu bytes asked for", n);
	room = (n + ALIGN - 1) / ALIGN * ALIGN;
	if (a->newest->size - a->newest->used < room) {
		struct block *b = block_make(room > BLOCK ? room : BLOCK);

		b->next = a->newest;
		a->newest = b;
	}
	p = a->newest->bytes + a->newest->used;
	a->newest->used += room;
	a->handed_out += room;
	return memset(p, 0, room);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		fatal("arena: %zu times %zu bytes asked for", n, size);
	return arena_take(a, bytes);
}

char *
arena_copy(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_take(a, n + 1);

	if (n > 0)
		memcpy(copy, s, n);
	return copy;
}

char *
arena_string(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_copy(a, s, strlen(s));
}

char *
arena_vformat(struct arena *a, const char *format, va_list ap)
{
	va_list again;
	char *s;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (n < 0)
		fatal("arena: a format that cannot be printed");
	s = arena_take(a, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, format, ap);
	return s;
}

char *
arena_format(struct arena *a, const char *format, ...)
{
	va_list ap;
	char *s;

	va_start(ap, format);
	s = arena_vformat(a, format, ap);
	va_end(ap);
	return s;
}

void
arena_defer(struct arena *a, void (*fn)(void *), void *p)
{
	struct deferred *d = arena_take(a, sizeof *d);

	d->next = a->deferred;
	d->fn = fn;
	d->p = p;
	a->deferred = d;
}

static void
run_deferred(struct arena *a)
{
	while (a->deferred != NULL) {
		struct deferred *d = a->deferred;

		a->deferred = d->next;
		d->fn(d->p);
	}
}

void
arena_reset(struct arena *a)
{
	struct block *first = NULL;

	run_deferred(a);
	while (a->newest != NULL) {
		struct block *b = a->newest;

		a->newest = b->next;
		if (first == NULL && b->size == BLOCK)
			first = b;
		else
			free(b);
	}
	a->newest = first != NULL ? first : block_make(BLOCK);
	a->newest->next = NULL;
	a->newest->used = 0;
	a->handed_out = 0;
}

void
arena_drop(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	free(a->newest);
	free(a);
}

size_t
arena_used(const struct arena *a)
{
	return a->handed_out;
}
