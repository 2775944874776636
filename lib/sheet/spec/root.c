/* root.c - resolves the links in a file's path before it is opened, so that none leads out of the
 * root folder. */
#include "sheet/spec/root.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The path without links and "..", in the arena; NULL, and errno says why. */
static const char *resolve(const char *path, struct arena *arena)
{
    char *real = realpath(path, NULL);
    const char *copy = NULL;

    if (real != NULL) {
        copy = arena_string(arena, real);
        errno = ENOMEM;
    }
    free(real);
    return copy;
}

const char *root_open(const char *folder, struct arena *arena, sheaf_error *error)
{
    const char *root = resolve(folder, arena);

    if (root == NULL && errno == ENOMEM)
        fail_memory(error);
    else if (root == NULL)
        fail_system(error, folder, "open the root folder", errno);
    return root;
}

const char *root_resolve(const char *root, const char *file, struct arena *arena)
{
    const char *real = resolve(file, arena);
    size_t n = strlen(root);

    if (real == NULL) {
        if (errno == ENOMEM)
            fail_memory(arena->error);
        return NULL;
    }
    if (n == 1) /* "/": all is below it */
        return real;
    return strncmp(real, root, n) == 0 && real[n] == '/' ? real : NULL;
}
