#include "support/quota.h"

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
    return moved;
}

sheaf_alloc quota_alloc(struct quota *quota)
{
    return (sheaf_alloc){ quota, quota_resize };
}
