/* memory.c - the default allocator and the arena. */
#include "base/memory.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/quick_format.h"

enum {
    SMALL_CHUNK = 256,
    FIRST_CHUNK = 4096,
    LARGEST_CHUNK = 1 << 20,
    ALIGNMENT = alignof(max_align_t)
};

struct arena_chunk {
    struct arena_chunk *older;
    size_t size;   /* of the entire block, with this header */
    bool is_clear; /* its free part is zero already */
    alignas(max_align_t) char bytes[];
};

/* Blocks of very many points are touched from end to end: pages of 2 MB, where the system has them,
 * are made 512 times less often. A refusal does no harm. All of the block's pages are named: a mapping of
 * which some are other pages is in two parts, and could not be moved by realloc without a copy. */
static void ask_for_large_pages(void *block, size_t size)
{
#ifdef MADV_HUGEPAGE
    enum { LARGE = 4 << 20 };

    if (block == NULL || size < LARGE)
        return;
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    size_t before = (uintptr_t)block % page; /* of its first page */

    (void)madvise((char *)block - before, (before + size + page - 1) / page * page, MADV_HUGEPAGE);
#else
    (void)block;
    (void)size;
#endif
}

enum { LARGE_PAGE = 2 << 20 }; /* of x86-64 and, with pages of 4 KB, of ARM64 */

static void *malloc_resize(void *context, void *block, size_t old_size, size_t new_size)
{
    (void)context;
    (void)old_size;
    if (new_size == 0) {
        free(block);
        return NULL;
    }
    block = realloc(block, new_size);
    ask_for_large_pages(block, new_size);
    return block;
}

static const sheaf_alloc malloc_alloc = { NULL, malloc_resize };

const sheaf_alloc *memory_or_default(const sheaf_alloc *alloc)
{
    return alloc != NULL && alloc->resize != NULL ? alloc : &malloc_alloc;
}

void *memory_resize(const sheaf_alloc *alloc, void *block, size_t old_size, size_t new_size)
{
    alloc = memory_or_default(alloc);
    return alloc->resize(alloc->context, block, old_size, new_size);
}

void memory_free(const sheaf_alloc *alloc, void *block, size_t size)
{
    if (block != NULL)
        memory_resize(alloc, block, size, 0);
}

/* Populates only pages that lie entirely within the block. A refusal does no harm: the pages are
 * then made one by one on first use, as usual. */
void memory_populate(void *block, size_t size)
{
#ifdef MADV_POPULATE_WRITE
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    size_t skipped = (page - (uintptr_t)block % page) % page; /* before the first full page */

    if (size >= skipped + page)
        (void)madvise((char *)block + skipped, (size - skipped) / page * page, MADV_POPULATE_WRITE);
#else
    (void)block;
    (void)size;
#endif
}

/* The block begins where a large page begins, and ends where one ends if that takes at most half of a
 * page more; what is left over is taken in small pages. */
bool memory_take_filled(struct filled_block *block, size_t size)
{
    size_t large = size >= LARGE_PAGE ? (size + LARGE_PAGE / 2) / LARGE_PAGE * LARGE_PAGE : 0;

    block->taken_size = large > 0 ? (large > size ? large : size) + LARGE_PAGE : size;
    if (block->taken_size < size)
        return false;
    block->taken = memory_resize(NULL, NULL, 0, block->taken_size);
    if (block->taken == NULL)
        return false;
    block->bytes = block->taken;
    if (large > 0) {
        block->bytes += LARGE_PAGE - (uintptr_t)block->taken % LARGE_PAGE;
#ifdef MADV_HUGEPAGE
        (void)madvise(block->bytes, large, MADV_HUGEPAGE);
#endif
    }
    memory_populate(block->bytes, size);
    return true;
}

void memory_free_filled(struct filled_block *block)
{
    memory_free(NULL, block->taken, block->taken_size);
}

bool memory_grow(const sheaf_alloc *alloc, sheaf_error *error, void *items, size_t *capacity,
                 size_t need, size_t item_size)
{
    if (need <= *capacity)
        return true;
    size_t larger = *capacity < 8 ? 8 : *capacity;
    while (larger < need && larger <= SIZE_MAX / 2)
        larger *= 2;
    if (larger < need || larger > SIZE_MAX / item_size) {
        fail_memory(error);
        return false;
    }

    void *block;
    memcpy(&block, items, sizeof block); /* items points to a pointer of any type */
    block = memory_resize(alloc, block, *capacity * item_size, larger * item_size);
    if (block == NULL) {
        fail_memory(error);
        return false;
    }
    memcpy(items, &block, sizeof block);
    *capacity = larger;
    return true;
}

void arena_init(struct arena *arena, const sheaf_alloc *alloc, sheaf_error *error)
{
    *arena = (struct arena){ .alloc = *memory_or_default(alloc), .error = error };
}

void arena_init_small(struct arena *arena, const sheaf_alloc *alloc, sheaf_error *error)
{
    arena_init(arena, alloc, error);
    arena->is_small = true;
}

void arena_init_status(struct arena *arena, const sheaf_alloc *alloc, sheaf_status *status)
{
    arena_init_small(arena, alloc, NULL);
    arena->status = status;
}

void arena_init_beside(struct arena *arena, const struct arena *other)
{
    arena_init(arena, &other->alloc, other->error);
    arena->status = other->status;
}

void arena_fail(const struct arena *arena)
{
    fail_memory(arena->error);
    if (arena->status != NULL && *arena->status == SHEAF_OK)
        *arena->status = SHEAF_NO_MEMORY;
}

void arena_free(struct arena *arena)
{
    struct arena_chunk *chunk = arena->chunk;

    while (chunk != NULL) {
        struct arena_chunk *older = chunk->older;
        memory_free(&arena->alloc, chunk, chunk->size);
        chunk = older;
    }
    arena->chunk = NULL;
    arena->next = arena->end = NULL;
}

/* Large ones of the default allocator are clear when they come from the system, and calloc knows it. */
static struct arena_chunk *take_chunk(struct arena *arena, size_t size)
{
    bool is_clear = size > LARGEST_CHUNK && arena->alloc.resize == malloc_resize;
    struct arena_chunk *chunk =
        is_clear ? calloc(1, size) : memory_resize(&arena->alloc, NULL, 0, size);

    if (is_clear)
        ask_for_large_pages(chunk, size);
    if (chunk != NULL)
        chunk->is_clear = is_clear;
    return chunk;
}

/* Chunk sizes double, so that a large arena needs few allocations. A request that does not fit the
 * usual size gets its own chunk. */
static bool add_chunk(struct arena *arena, size_t need)
{
    size_t size = arena->chunk == NULL ? arena->is_small ? SMALL_CHUNK : FIRST_CHUNK
                  : arena->chunk->size < LARGEST_CHUNK / 2 ? arena->chunk->size * 2
                                                           : LARGEST_CHUNK;
    if (need > SIZE_MAX - sizeof(struct arena_chunk))
        return false;
    if (size < need + sizeof(struct arena_chunk))
        size = need + sizeof(struct arena_chunk);

    struct arena_chunk *chunk = take_chunk(arena, size);
    if (chunk == NULL)
        return false;
    chunk->older = arena->chunk;
    chunk->size = size;
    arena->chunk = chunk;
    arena->next = chunk->bytes;
    arena->end = (char *)chunk + size;
    return true;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    size_t n;

    if (__builtin_mul_overflow(count, size, &n) || n > SIZE_MAX - ALIGNMENT) {
        arena_fail(arena);
        return NULL;
    }
    n = (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if ((arena->next == NULL || (size_t)(arena->end - arena->next) < n) && !add_chunk(arena, n)) {
        arena_fail(arena);
        return NULL;
    }
    char *block = arena->next;
    arena->next += n;
    return arena->chunk->is_clear ? block : memset(block, 0, n);
}

char *arena_text(struct arena *arena, const char *text, size_t n)
{
    char *copy = n == SIZE_MAX ? NULL : arena_take(arena, n + 1, 1);

    if (copy != NULL && n > 0)
        memcpy(copy, text, n);
    return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_text(arena, text, strlen(text));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    char usual[256]; /* large enough to format most texts only once */

    va_start(arguments, format);
    va_copy(again, arguments);
    int n = quick_vformat(usual, sizeof usual, format, arguments);
    va_end(arguments);
    char *out = n < 0 ? NULL : arena_take(arena, (size_t)n + 1, 1);
    if (out != NULL && (size_t)n < sizeof usual)
        memcpy(out, usual, (size_t)n);
    else if (out != NULL)
        quick_vformat(out, (size_t)n + 1, format, again);
    va_end(again);
    return out;
}

static void *resize_in_arena(void *context, void *block, size_t old_size, size_t new_size)
{
    if (new_size == 0)
        return NULL;
    if (new_size <= old_size)
        return block;
    void *larger = arena_take(context, new_size, 1);
    if (larger != NULL && old_size > 0)
        memcpy(larger, block, old_size);
    return larger;
}

sheaf_alloc arena_allocator(struct arena *arena)
{
    return (sheaf_alloc){ arena, resize_in_arena };
}
