/* quota.h - an allocator that fails after a given number of requests and counts
 * what is still held, for sweeps over every allocation failure:
 *
 *     for (size_t k = 0; status == SHEAF_NO_MEMORY; k++) {
 *         struct quota quota = { .left = k };
 *         sheaf_alloc alloc = quota_alloc(&quota);
 *         … make, use, destroy …
 *         assert_int_equal(quota.live, 0);
 *     }
 */
#ifndef TESTS_SUPPORT_QUOTA_H
#define TESTS_SUPPORT_QUOTA_H

#include "sheaf/base.h"

struct quota {
    size_t left;  /* requests that still succeed */
    size_t live;  /* bytes held now */
    size_t asked; /* bytes asked for, in all */
};

sheaf_alloc quota_alloc(struct quota *quota);

#endif
