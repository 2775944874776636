/* quota.h - an allocator that fails after a given number of requests and counts
 * what is still held; and sweeps over every allocation failure with it. */
#ifndef TESTS_SUPPORT_QUOTA_H
#define TESTS_SUPPORT_QUOTA_H

#include "sheaf/base.h"

struct quota {
    size_t left;  /* requests that still succeed */
    size_t live;  /* bytes held now */
    size_t peak;  /* most bytes held at once */
    size_t asked; /* bytes asked for, in all */
};

sheaf_alloc quota_alloc(struct quota *quota);

/* Makes, uses and destroys something of the allocator's memory; how that ended. */
typedef sheaf_status quota_use(const sheaf_alloc *alloc, const void *context);

/* With an allocator that fails at once, after one request, after two, … until memory does not
 * run out. Fails the test when something is still held after a use, or when the last ends
 * otherwise than well. Returns how many requests that takes. */
size_t quota_sweep(quota_use *use, const void *context);

#endif
