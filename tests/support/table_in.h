/* table_in.h - a table in the memory of an allocator. */
#ifndef TESTS_SUPPORT_TABLE_IN_H
#define TESTS_SUPPORT_TABLE_IN_H

#include "sheaf/table.h"

/* Tables outlive the context that they are read with. */
static inline sheaf_table *table_read_in(const sheaf_alloc *alloc, const char *name,
                                         const void *bytes, size_t n)
{
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_table *table = sheaf_table_read_bytes(context, name, bytes, n);

    sheaf_context_destroy(context);
    return table;
}

#endif
