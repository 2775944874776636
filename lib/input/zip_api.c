/* zip_api.c - loads libzip's functions from its shared library. */
#include "input/zip_api.h"

#include <dlfcn.h>
#include <string.h>

#define ZIP_SYMBOL(name) { "zip_" #name, offsetof(struct zip_api, name) },

static const struct {
    const char *name;
    size_t offset;
} functions[] = { ZIP_FUNCTIONS(ZIP_SYMBOL) };

/* libzip's own name, and Debian's until version 12; what is called here is the same in both. */
static const char *const libraries[] = { "libzip.so.5", "libzip.so.4" };

static void *open_library(void)
{
    void *handle = NULL;

    /* The library is never unloaded: other threads may use it, and the next archive will. */
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries && handle == NULL; i++)
        handle = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    return handle;
}

bool zip_api_load(struct zip_api *api, sheaf_error *error)
{
    void *handle = open_library();
    bool complete = handle != NULL;

    if (handle == NULL)
        fail(error, SHEAF_SYSTEM,
             "workbooks are read with %s, which is not there (install libzip4)", libraries[0]);
    for (size_t i = 0; i < sizeof functions / sizeof *functions && complete; i++) {
        void *function = dlsym(handle, functions[i].name);

        if (function == NULL)
            fail(error, SHEAF_SYSTEM, "libzip has no %s; libzip 1.7 or newer is needed",
                 functions[i].name);
        complete = function != NULL;
        /* memcpy, as C does not convert a pointer to data into a pointer to a function. */
        memcpy((char *)api + functions[i].offset, &function, sizeof function);
    }
    if (handle != NULL)
        dlclose(handle);
    return complete;
}
