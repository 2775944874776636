/* memory.h - the allocator parameter, and an arena for memory that is freed together.
 *
 * An arena belongs to one object: everything the object holds comes from it
 * and goes with it, so that no failure path has to free piece by piece. */
#ifndef SHEAF_BASE_MEMORY_H
#define SHEAF_BASE_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

/* Returns alloc, or malloc's allocator for NULL. */
const sheaf_alloc *memory_or_default(const sheaf_alloc *alloc);

void *memory_resize(const sheaf_alloc *alloc, void *block, size_t old_size, size_t new_size);
void memory_free(const sheaf_alloc *alloc, void *block, size_t size);

/* Asks the system to populate the pages of a large block at once, because it is about to be
 * filled. */
void memory_populate(void *block, size_t size);

/* A block of malloc's that is about to be filled from end to end. Its pages are made at once, of 2 MB where
 * the system has them: one takes a tenth of the time of the 512 small ones. */
struct filled_block {
    uint8_t *bytes; /* size of them */
    void *taken;
    size_t taken_size;
};
/* False when memory runs out. */
bool memory_take_filled(struct filled_block *block, size_t size)
    __attribute__((warn_unused_result));
void memory_free_filled(struct filled_block *block);

/* Grows *items (item_size bytes each) so that at least need fit; *capacity is
 * in items. False, and nothing changed, when memory or size_t runs out; then
 * error (may be NULL) says so. Growth doubles, so n appends cost O(n). */
bool memory_grow(const sheaf_alloc *alloc, sheaf_error *error, void *items, size_t *capacity,
                 size_t need, size_t item_size) __attribute__((warn_unused_result));

struct arena_chunk;

struct arena {
    sheaf_alloc alloc;
    sheaf_error *error;        /* gets SHEAF_NO_MEMORY on failure; may be NULL */
    sheaf_status *status;      /* the same, of an object that has no room for a message */
    struct arena_chunk *chunk; /* newest first */
    char *next, *end;          /* free part of the newest chunk */
    bool is_small; /* of an object that holds a few texts, and of which there are many */
};

/* No allocation happens until the first request. alloc may be NULL. */
void arena_init(struct arena *arena, const sheaf_alloc *alloc, sheaf_error *error);
/* The same of an object of which there may be thousands: its first chunk is small. */
void arena_init_small(struct arena *arena, const sheaf_alloc *alloc, sheaf_error *error);
/* The same of one whose failures are kept without a message: *status is SHEAF_OK until then. */
void arena_init_status(struct arena *arena, const sheaf_alloc *alloc, sheaf_status *status);
/* An empty arena whose failures go where those of another do. */
void arena_init_beside(struct arena *arena, const struct arena *other);
/* Says that memory ran out for what belongs to the arena's object, too. */
void arena_fail(const struct arena *arena);
void arena_free(struct arena *arena); /* frees everything; the arena may be used again */

/* Zeroed, aligned for any type; NULL when memory runs out. n may be 0 (gives a
 * non-NULL pointer). */
void *arena_take(struct arena *arena, size_t count, size_t size);
#define arena_new(arena, type)          ((type *)arena_take((arena), 1, sizeof(type)))
#define arena_array(arena, type, count) ((type *)arena_take((arena), (count), sizeof(type)))
/* An allocator for objects that go with the arena, without being destroyed. */
sheaf_alloc arena_allocator(struct arena *arena);

/* Copies n bytes and adds a NUL. */
char *arena_text(struct arena *arena, const char *text, size_t n);
/* Copies a NUL-terminated string; NULL gives NULL. */
char *arena_string(struct arena *arena, const char *text);
/* Formats as printf does; no floating-point conversions, which depend on the locale. */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
