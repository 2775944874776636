/* pool.h - blocks that come back and are taken again, for work that is done again and again.
 *
 * malloc gives the free end of a thread's heap back to the system, and takes it again page by page: a
 * million bytes a sheet. A pool keeps blocks instead, of the sizes that arenas and buffers ask for. */
#ifndef SHEAF_BASE_POOL_H
#define SHEAF_BASE_POOL_H

#include "base/memory.h"

/* Sizes from 4 KB to 2 MB; others go to the allocator below, as does what is more than MOST_POOLED. */
enum { POOL_CLASSES = 10, LEAST_POOLED = 4096, MOST_POOLED = 8 << 20 };

struct pool_block;

/* Of one thread. A block may be freed without the pool, too. */
struct pool {
    sheaf_alloc below;
    struct pool_block *free[POOL_CLASSES];
    size_t kept; /* bytes in free */
};

/* alloc may be NULL. Copies of the allocator point to the pool. */
void pool_init(struct pool *pool, const sheaf_alloc *alloc);
sheaf_alloc pool_allocator(struct pool *pool);
/* Gives back what nobody uses; blocks in use are not the pool's. */
void pool_free(struct pool *pool);

#endif
