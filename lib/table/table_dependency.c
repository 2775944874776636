/* table_dependency.c - whether one dimension of a table is functionally dependent on another. */
#include "table/table_parts.h"

/* seen (zeroed): for each member of on, the member of dimension found with it, plus 1; 0: none yet. */
static bool depends(const sheaf_table *table, size_t dimension, size_t on, uint32_t *seen)
{
    for (uint32_t i = 0; i < table->series_count; i++) {
        const uint32_t *members = table_series_members(table, i);
        uint32_t *known = &seen[members[on]];

        if (table_series(table, i)->first == NO_INDEX)
            continue;
        if (*known != 0 && *known != members[dimension] + 1)
            return false;
        *known = members[dimension] + 1;
    }
    return true;
}

bool sheaf_table_depends(const sheaf_table *table, const char *dimension, const char *on)
{
    bool good = sheaf_table_status(table) == SHEAF_OK, result;
    size_t a = good ? table_find_dimension(table, dimension) : SIZE_MAX;
    size_t b = good ? table_find_dimension(table, on) : SIZE_MAX;
    sheaf_error error = { 0 };
    struct arena arena;
    uint32_t *seen;

    if (a == SIZE_MAX || b == SIZE_MAX)
        return false;
    arena_init(&arena, table_alloc(table), &error);
    seen = arena_array(&arena, uint32_t, table->dimensions[b].count);
    result = seen != NULL && depends(table, a, b, seen);
    arena_free(&arena);
    return result;
}
