#include "support/quota.h"

#include "support/check.h"

#include <stdlib.h>

static void *quota_resize(void *context, void *block, size_t old_size, size_t new_size)
{
    struct quota *quota = context;

    if (new_size == 0) {
        free(block);
        quota->live -= old_size;
        return NULL;
    }
    if (quota->left == 0)
        return NULL;
    quota->left--;
    quota->asked += new_size;
    void *moved = realloc(block, new_size);
    if (moved != NULL)
        quota->live += new_size - old_size;
    if (quota->live > quota->peak)
        quota->peak = quota->live;
    return moved;
}

sheaf_alloc quota_alloc(struct quota *quota)
{
    return (sheaf_alloc){ quota, quota_resize };
}

size_t quota_sweep(quota_use *use, const void *context)
{
    sheaf_status status = SHEAF_NO_MEMORY;
    size_t requests;

    for (requests = 0;; requests++) {
        struct quota quota = { .left = requests };
        sheaf_alloc alloc = quota_alloc(&quota);

        status = use(&alloc, context);
        if (quota.live != 0)
            fail_msg("%zu bytes are held after %zu requests", quota.live, requests);
        if (status != SHEAF_NO_MEMORY)
            break;
    }
    assert_int_equal(status, SHEAF_OK);
    return requests;
}
