/* kept_findings.c - keeps the findings of each set of series. */
#include "readers/kept_findings.h"

#include <limits.h>
#include <string.h>

/* Beyond this many sets of a table, further ones are checked each time they are read. */
enum { MOST_SETS = 256 };

struct found_set {
    unsigned char *series; /* a bit for each */
    size_t size;
    struct series_findings found;
    struct found_set *next;
};

void kept_findings_start(struct kept_findings *kept)
{
    *kept = (struct kept_findings){ .sets = NULL };
    pthread_mutex_init(&kept->lock, NULL);
}

static void free_set(struct found_set *set, const sheaf_alloc *alloc)
{
    sheaf_table_destroy(set->found.table);
    memory_free(alloc, set->series, set->size);
    memory_free(alloc, set, sizeof *set);
}

void kept_findings_end(struct kept_findings *kept, const sheaf_alloc *alloc)
{
    for (struct found_set *set = kept->sets, *next; set != NULL; set = next) {
        next = set->next;
        free_set(set, alloc);
    }
    pthread_mutex_destroy(&kept->lock);
}

/* The set without findings; NULL: out of memory. */
static struct found_set *make_set(const sheaf_alloc *alloc, const bool *series, size_t count)
{
    struct found_set *set = memory_resize(alloc, NULL, 0, sizeof *set);
    size_t size = count / CHAR_BIT + 1;

    if (set == NULL)
        return NULL;
    *set = (struct found_set){ .series = memory_resize(alloc, NULL, 0, size), .size = size };
    if (set->series == NULL) {
        memory_free(alloc, set, sizeof *set);
        return NULL;
    }
    memset(set->series, 0, size);
    for (size_t i = 0; i < count; i++)
        if (series[i])
            set->series[i / CHAR_BIT] |= (unsigned char)(1u << i % CHAR_BIT);
    return set;
}

static struct series_findings find_or_add(struct kept_findings *kept, const sheaf_table *table,
                                          const bool *series)
{
    const sheaf_alloc *alloc = table_alloc(table);
    struct found_set *set = make_set(alloc, series, table_series_count(table));
    struct series_findings found;

    for (struct found_set *known = kept->sets; known != NULL && set != NULL; known = known->next)
        if (memcmp(known->series, set->series, set->size) == 0) {
            free_set(set, alloc);
            return known->found;
        }
    found = findings_of_series(table, series);
    if (set == NULL || kept->count == MOST_SETS || sheaf_table_status(found.table) != SHEAF_OK) {
        if (set != NULL)
            free_set(set, alloc);
        return found;
    }
    found.is_kept = true;
    set->found = found;
    set->next = kept->sets;
    kept->sets = set;
    kept->count++;
    return found;
}

struct series_findings kept_findings_of(struct kept_findings *kept, const sheaf_table *table,
                                        const bool *series)
{
    struct series_findings found;

    pthread_mutex_lock(&kept->lock);
    found = find_or_add(kept, table, series);
    pthread_mutex_unlock(&kept->lock);
    return found;
}
