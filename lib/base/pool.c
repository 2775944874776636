/* pool.c - free blocks of powers of two, each size in a list. */
#include "base/pool.h"

#include <string.h>

struct pool_block {
    struct pool_block *next;
};

/* The list of a size; POOL_CLASSES for one that is not kept. */
static size_t class_of(size_t size)
{
    size_t class = 0;

    if (size < LEAST_POOLED || (size & (size - 1)) != 0)
        return POOL_CLASSES;
    while (class < POOL_CLASSES && (size_t)LEAST_POOLED << class != size)
        class ++;
    return class;
}

static void *take(struct pool *pool, size_t size)
{
    const size_t class = class_of(size);
    struct pool_block *block = class < POOL_CLASSES ? pool->free[class] : NULL;

    if (block == NULL)
        return memory_resize(&pool->below, NULL, 0, size);
    pool->free[class] = block->next;
    pool->kept -= size;
    return block;
}

static void give(struct pool *pool, void *block, size_t size)
{
    const size_t class = class_of(size);

    if (class == POOL_CLASSES || pool->kept + size > MOST_POOLED) {
        memory_free(&pool->below, block, size);
        return;
    }
    *(struct pool_block *)block = (struct pool_block){ pool->free[class] };
    pool->free[class] = block;
    pool->kept += size;
}

static void *resize(void *context, void *block, size_t old_size, size_t new_size)
{
    struct pool *pool = context;

    if (block != NULL && new_size == 0) {
        give(pool, block, old_size);
        return NULL;
    }
    if (block == NULL)
        return new_size > 0 ? take(pool, new_size) : NULL;
    if (class_of(old_size) == POOL_CLASSES && class_of(new_size) == POOL_CLASSES)
        return memory_resize(&pool->below, block, old_size, new_size);
    void *moved = take(pool, new_size);
    if (moved == NULL)
        return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    give(pool, block, old_size);
    return moved;
}

void pool_init(struct pool *pool, const sheaf_alloc *alloc)
{
    *pool = (struct pool){ .below = *memory_or_default(alloc) };
}

sheaf_alloc pool_allocator(struct pool *pool)
{
    return (sheaf_alloc){ pool, resize };
}

void pool_free(struct pool *pool)
{
    for (size_t class = 0; class < POOL_CLASSES; class ++)
        while (pool->free[class] != NULL) {
            struct pool_block *block = pool->free[class];

            pool->free[class] = block->next;
            memory_free(&pool->below, block, (size_t)LEAST_POOLED << class);
        }
    pool->kept = 0;
}
