/* check_groups.c - finds groups (the EU, ASEAN, WITS's WTO_…) beside the members that they may
 * consist of. Sums and ranks leave them out, but a reader of the rows may not. */
#include <string.h>

#include "table/check.h"
#include "table/filters.h"
#include "vocabulary/vocabulary.h"

/* A dimension with more members than this holds identifiers, not countries or products: national
 * tariffs have 20,000 codes. */
enum { MOST_MEMBERS = 50000 };

/* The first row with a member. */
static struct place place_of(const sheaf_table *table, size_t dimension, uint32_t member)
{
    size_t row = 0;

    while (row + 1 < sheaf_table_row_count(table) &&
           table_row_member(table, row, dimension) != member)
        row++;
    return check_place(table, row);
}

static void warn(sheaf_table *table, struct arena *arena, size_t dimension,
                 const char *const *groups, size_t count, uint32_t first)
{
    const char *name = table_dimension_name(table, dimension);

    table_warn(table, "groups", place_of(table, dimension, first),
               "groups stand beside members that they may consist of: %.200s; sums, ranks and the "
               "largest of a %.40s leave them out",
               member_list(arena, groups, count), name);
}

/* Only where there are ordinary members too. */
static void check_dimension(sheaf_table *table, size_t dimension, struct arena *arena)
{
    const char *name = table_dimension_name(table, dimension);
    size_t count = sheaf_table_member_count(table, name), n = 0, parts = 0;
    const char **groups = arena_array(arena, const char *, count);
    uint32_t first = 0;

    for (size_t i = 0; i < count && groups != NULL; i++) {
        const char *member = table_member(table, dimension, (uint32_t)i);
        enum member_role role =
            member_role_of(name, member, table_member_name(table, dimension, (uint32_t)i));

        parts += role == MEMBER_PART && member[0] != '\0';
        if (role != MEMBER_GROUP)
            continue;
        first = n == 0 ? (uint32_t)i : first;
        groups[n++] = member;
    }
    if (groups != NULL && n > 0 && parts > 0)
        warn(table, arena, dimension, groups, n, first);
}

/* Reporters are rarely added, and files of the World Bank hold dozens of groups of them. Flows have
 * a check of their own. */
void check_groups(sheaf_table *table, struct arena *arena)
{
    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++)
        if (strcmp(table_dimension_name(table, d), "flow") != 0 &&
            strcmp(table_dimension_name(table, d), "reporter") != 0 &&
            sheaf_table_member_count(table, table_dimension_name(table, d)) <= MOST_MEMBERS)
            check_dimension(table, d, arena);
}
