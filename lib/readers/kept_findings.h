/* kept_findings.h - what the checks of a kept table found, for each set of its series that a sheet
 * has read: sheets that read the same series share one check. */
#ifndef SHEAF_READERS_KEPT_FINDINGS_H
#define SHEAF_READERS_KEPT_FINDINGS_H

#include <pthread.h>

#include "table/table.h"

struct found_set;

struct kept_findings {
    pthread_mutex_t lock; /* of all below; held during a check, so that only one thread makes it */
    struct found_set *sets;
    size_t count;
};

void kept_findings_start(struct kept_findings *kept);
void kept_findings_end(struct kept_findings *kept, const sheaf_alloc *alloc);
/* What findings_of_series gives. */
struct series_findings kept_findings_of(struct kept_findings *kept, const sheaf_table *table,
                                        const bool *series);

#endif
